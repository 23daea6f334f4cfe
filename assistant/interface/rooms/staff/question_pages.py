"""The questions that people rated and agreed to have kept, and the counts of all others. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from assistant.conversation.feedback import KEPT_DAYS, Count, KeptRating
from assistant.interface.escaping import escaped, one_line
from assistant.interface.rooms.staff.parts import date_words, form_html, table_html
from assistant.interface.texts import Texts

SHOWN = 200


def questions_html(
    kept: Sequence[KeptRating], counts: Sequence[Count], is_good: bool, token: str, texts: Texts
) -> str:
    """Return the counts, the way to the other half, and a card per rating."""
    cards = "".join(_card(one, token, texts) for one in kept[:SHOWN])
    other = (
        f'<a class="lw-knop" href="/beheer/vragen">{texts["show_bad"]}</a>'
        if is_good
        else f'<a class="lw-knop" href="/beheer/vragen?goed=true">{texts["show_good"]}</a>'
    )
    all_cases = (
        f' <a class="lw-knop" href="/beheer/vragen/toets" download>{texts["all_cases"]}</a>'
        if kept and not is_good
        else ""
    )
    nothing = f"<p>{texts['no_questions']}</p>"
    title = texts["good_title"] if is_good else texts["bad_title"]
    return (
        f"<p>{texts['questions_intro'].format(days=KEPT_DAYS)}</p>{_counts(counts, texts)}"
        f"<h2>{title}</h2><p>{other}{all_cases}</p>{cards or nothing}"
    )


def _card(one: KeptRating, token: str, texts: Texts) -> str:
    rating = one.rating
    hidden = f'<input type="hidden" name="nr" value="{one.number}">'
    again = escaped("/beheer/proef?" + urlencode({"vraag": rating.question}, errors="replace"))
    reason = texts.words.get(f"reason_{rating.reason}", one_line(rating.reason))
    outcome = texts.words.get(f"outcome_{rating.outcome}", "")
    about = ", ".join(part for part in (date_words(rating.day, texts), outcome, reason) if part)
    forget = form_html("/beheer/vragen/vergeten", token, hidden, texts["forget_question"], "")
    return (
        f'<article class="lw-kaart"><h3 lang="{escaped(rating.language)}" dir="auto">{one_line(rating.question)}</h3>'
        f'<p class="lw-klein">{about}</p><details><summary>{texts["answer"]}</summary>'
        f'<div class="lw-tekst" tabindex="0" role="group" aria-label="{texts["answer"]}" lang="{escaped(rating.language)}">{escaped(rating.answer_text)}</div></details>'
        f'<div class="lw-verder"><a class="lw-knop lw-eerste" href="/beheer/vragen/toets?nr={one.number}" download>'
        f'{texts["make_case"]}</a> <a class="lw-knop" href="{again}">{texts["try_again"]}</a> {forget}</div></article>'
    )


def _counts(counts: Sequence[Count], texts: Texts) -> str:
    kinds = list(dict.fromkeys(count.what for count in counts))
    rows = [
        (
            texts.words.get(f"outcome_{kind}", one_line(kind)),
            str(sum(count.times for count in counts if count.what == kind)),
        )
        for kind in kinds
    ]
    heads = [texts["what_label"], texts["times_label"]]
    return table_html(texts["counts_caption"], heads, rows) if rows else ""
