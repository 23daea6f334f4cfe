"""The list of sources as a page. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.interface.escaping import escaped, one_line
from assistant.interface.rooms.staff.parts import date_words, select_html, table_html
from assistant.interface.rooms.staff.source_states import SourceFilter, SourceLine, SourceState, counts
from assistant.interface.texts import Texts
from knowledge.types import Audience, Source, SourceKind

SHOWN = 400
"""Lines on one page; a library with more is searched."""


def sources_html(lines: Sequence[SourceLine], wanted: SourceFilter, months: int, texts: Texts) -> str:
    """Return the main part: how many are in each state, the filter, and the list."""
    shown = [line for line in lines if wanted.passes(line)]
    rows = [source_row(line, texts) for line in shown[:SHOWN]]
    heads = [texts[key] for key in SOURCE_HEADS]
    caption = texts.count("sources_shown", len(shown))
    none = f"<p>{texts['no_sources']}</p>"
    return (
        f"{_summary(lines, texts)}{_filter(wanted, months, texts)}"
        f"{table_html(caption, heads, rows, 'lw-bronnenlijst') if rows else none}"
    )


SOURCE_HEADS = (
    "title_label",
    "state_label",
    "audience_label",
    "valid_label",
    "owner_label",
    "passages_label",
    "checked_label",
)


def state_html(line: SourceLine, texts: Texts) -> str:
    """Return the state of a source in a word, and why where it failed."""
    word = f'<span class="lw-stand-{line.state.value}">{texts[f"state_{line.state.value}"]}</span>'
    return f'{word}<br><span class="lw-klein" lang="nl">{one_line(line.note)}</span>' if line.note else word


def validity_words(source: Source, texts: Texts) -> str:
    """Return from when until when a source holds; "" when it does not say."""
    if source.valid_from is None and source.valid_until is None:
        return ""
    if source.valid_from is None:
        return texts["valid_until"].format(date=date_words(source.valid_until, texts))
    if source.valid_until is None:
        return texts["valid_from"].format(date=date_words(source.valid_from, texts))
    return f"{date_words(source.valid_from, texts)} - {date_words(source.valid_until, texts)}"


def source_row(line: SourceLine, texts: Texts) -> tuple[str, ...]:
    """Return the cells of a source, under `SOURCE_HEADS`."""
    source = line.source
    link = (
        f'<a href="/beheer/bron?id={escaped(line.id)}">{one_line(line.title) or one_line(line.address)}</a>'
    )
    if source is None or line.stored is None:
        return (link, state_html(line, texts), "", "", "", "0", "")
    return (
        link,
        state_html(line, texts),
        texts[f"audience_{source.audience.value}"],
        validity_words(source, texts) or texts["unknown"],
        one_line(source.owner or source.publisher) or texts["unknown"],
        str(line.stored.passage_count),
        date_words(source.checked_on, texts),
    )


def _summary(lines: Sequence[SourceLine], texts: Texts) -> str:
    items = "".join(
        f'<li><a href="/beheer?stand={state.value}">{texts[f"state_{state.value}"]}: {number}</a></li>'
        for state, number in counts(lines).items()
        if number
    )
    return f'<p>{texts["sources_intro"]}</p><ul class="lw-standen">{items}</ul>'


def _filter(wanted: SourceFilter, months: int, texts: Texts) -> str:
    every = ("", texts["all"])
    states = [every, *((state.value, texts[f"state_{state.value}"]) for state in SourceState)]
    audiences = [every, *((one.value, texts[f"audience_{one.value}"]) for one in Audience)]
    kinds = [every, *((kind.value, texts[f"kind_{kind.value}"]) for kind in SourceKind)]
    return (
        f'<form class="lw-kaart lw-zeef" method="get" action="/beheer" role="search" aria-label="{texts["filter_label"]}">'
        f'<div class="lw-veld"><label for="veld-zoek">{texts["search_label"]}</label>'
        f'<input id="veld-zoek" name="zoek" type="search" value="{escaped(wanted.words)}"></div>'
        f"{select_html('stand', texts['state_label'], wanted.state, states)}"
        f"{select_html('voor', texts['audience_label'], wanted.audience, audiences)}"
        f"{select_html('soort', texts['kind_label'], wanted.kind, kinds)}"
        f'<div class="lw-veld"><label for="veld-maanden">{texts["months_label"]}</label>'
        f'<input id="veld-maanden" name="maanden" type="number" min="1" max="120" value="{months}"></div>'
        f'<button type="submit">{texts["filter"]}</button></form>'
    )
