"""One source with the passages that were cut from it, and the kept versions of the whole. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.interface.escaping import escaped, host_of, one_line, public_address
from assistant.interface.rooms.staff.parts import (
    date_words,
    facts_html,
    field_html,
    form_html,
    moment_words,
    table_html,
)
from assistant.interface.rooms.staff.source_pages import state_html, validity_words
from assistant.interface.rooms.staff.source_states import Origin, SourceLine
from assistant.interface.texts import Texts
from knowledge.language.orders import instructing_spans, is_instructing
from knowledge.store.generations import KeptGeneration
from knowledge.types import Passage

PER_PAGE = 25


@dataclass(frozen=True, slots=True)
class PassagePage:
    """A page of the passages of a source; `number` counts from 1."""

    passages: tuple[Passage, ...]
    number: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // PER_PAGE))


def source_html(line: SourceLine, page: PassagePage, token: str, texts: Texts) -> str:
    """Return the main part: what is known of the source, its passages, and the way to take it out."""
    passages = _passages(line, page, texts) if line.stored else ""
    return f"{_facts(line, texts)}{_upkeep(line, token, texts)}{_removal(line, token, texts)}{passages}"


def passage_html(passage: Passage, texts: Texts) -> str:
    """Return a passage with its place: headings, and page, section or row."""
    path = " › ".join(one_line(heading) for heading in passage.heading_path)
    where = f"{texts[f'locator_{passage.locator.kind.value}']} {passage.locator.number}"
    about = f"{path} ({where})" if path else where
    record = passage.record
    named = (
        f'<p class="lw-klein">{texts["record_label"]}: {one_line(record.name or record.id)}</p>'
        if record
        else ""
    )
    return (
        f'<p class="lw-klein">{about}</p>{named}<div class="lw-tekst" tabindex="0" role="group" '
        f'aria-label="{texts["passage"]}: {where}" lang="{escaped(passage.language)}" dir="auto">'
        f"{escaped(passage.text)}</div>{_set_aside(passage, texts)}"
    )


def _set_aside(passage: Passage, texts: Texts) -> str:
    """Return which stretches of a passage are not answered with, "" when all of it may be."""
    if is_instructing("\n".join(passage.heading_path)):
        return f'<p class="lw-klein">{texts["set_aside_heading"]}</p>'
    spans = instructing_spans(passage.text)
    items = "".join(f"<li>{one_line(passage.text[start:end])}</li>" for start, end in spans)
    return f'<p class="lw-klein">{texts["set_aside"]}:</p><ul class="lw-klein">{items}</ul>' if items else ""


def versions_html(
    kept: Sequence[KeptGeneration], current: int | None, difference: Difference, token: str, texts: Texts
) -> str:
    """Return the kept versions, and what going back would change."""
    rows = [
        (
            str(generation.number),
            moment_words(generation.built_at, texts),
            str(len(generation.versions)),
            texts["version_current"] if generation.number == current else "",
        )
        for generation in kept
    ]
    heads = [texts[key] for key in ("version_label", "built_label", "sources_label", "state_label")]
    table = table_html(texts["versions_caption"], heads, rows) if rows else ""
    return f"<p>{texts['versions_intro']}</p>{table}{_way_back(kept, current, difference, token, texts)}"


@dataclass(frozen=True, slots=True)
class Difference:
    """What going back would change, as titles: taken out, brought back, and other again."""

    out: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def _way_back(
    kept: Sequence[KeptGeneration], current: int | None, difference: Difference, token: str, texts: Texts
) -> str:
    earlier = [generation for generation in kept if current is not None and generation.number < current]
    if not earlier:
        return f"<p>{texts['no_earlier_version']}</p>"
    lists = "".join(
        f"<h3>{texts[key]}</h3><ul>{''.join(f'<li>{one_line(title)}</li>' for title in titles)}</ul>"
        for key, titles in (
            ("back_takes_out", difference.out),
            ("back_brings_in", difference.back),
            ("back_changes", difference.changed),
        )
        if titles
    )
    button = texts["roll_back"].format(number=earlier[0].number)
    form = form_html("/beheer/versies/terug", token, "", button)
    nothing = f"<p>{texts['back_changes_nothing']}</p>"
    return f"<h2>{texts['roll_back_title']}</h2>{lists or nothing}{form}"


def _facts(line: SourceLine, texts: Texts) -> str:
    source = line.source
    facts = {texts["state_label"]: state_html(line, texts), texts["file_label"]: one_line(line.address)}
    if source is not None:
        address = public_address(source.url)
        link = (
            f'<a href="{escaped(address)}" rel="noopener noreferrer nofollow">{one_line(host_of(address))}</a>'
            if address
            else ""
        )
        facts |= {
            texts["audience_label"]: texts[f"audience_{source.audience.value}"],
            texts["kind_label"]: texts[f"kind_{source.kind.value}"],
            texts["publisher_label"]: one_line(source.publisher) or texts["unknown"],
            texts["owner_label"]: one_line(source.owner) or texts["unknown"],
            texts["valid_label"]: validity_words(source, texts) or texts["unknown"],
            texts["published_label"]: date_words(source.published, texts),
            texts["checked_label"]: date_words(source.checked_on, texts),
            texts["url_label"]: link,
        }
    facts[texts["origin_label"]] = texts[f"origin_{line.origin.value}"]
    return facts_html(facts)


def _upkeep(line: SourceLine, token: str, texts: Texts) -> str:
    """Return the button for a source that was looked at, and the fields that can be changed without reading it again."""
    source = line.source
    if source is None:
        return ""
    hidden = f'<input type="hidden" name="id" value="{escaped(line.id)}">'
    fields = (
        ("eigenaar", "owner_label", source.owner, 'type="text" maxlength="200"'),
        ("uitgever", "publisher_label", source.publisher, 'type="text" maxlength="200"'),
        ("vanaf", "valid_from_label", _iso(source.valid_from), 'type="date"'),
        ("tot", "valid_until_label", _iso(source.valid_until), 'type="date"'),
        ("gecontroleerd", "checked_label", _iso(source.checked_on), 'type="date"'),
    )
    inner = "".join(field_html(name, texts[label], value, extra=kind) for name, label, value, kind in fields)
    change = form_html(
        "/beheer/bron/bijwerken", token, f'{hidden}<div class="lw-raster">{inner}</div>', texts["save"]
    )
    return (
        f"{form_html('/beheer/bron/nagekeken', token, hidden, texts['checked_today'])}"
        f'<details class="lw-kaart"><summary>{texts["change_facts"]}</summary>{change}</details>'
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _removal(line: SourceLine, token: str, texts: Texts) -> str:
    hidden = f'<input type="hidden" name="id" value="{escaped(line.id)}">'
    if line.source is None:
        form = form_html("/beheer/bron/vergeten", token, hidden, texts["forget_failure"], "")
        return f"<p>{texts['forget_intro']}</p>{form}"
    if line.origin is Origin.LIBRARY:
        return f"<p>{texts['remove_library']}</p>"
    form = form_html("/beheer/bron/verwijderen", token, hidden, texts["remove_now"], "lw-eerste")
    return (
        f'<details class="lw-kaart"><summary>{texts["remove_source"]}</summary>'
        f"<p>{texts[f'remove_{line.origin.value}']}</p>{form}</details>"
    )


def _passages(line: SourceLine, page: PassagePage, texts: Texts) -> str:
    items = "".join(f'<li value="{one.ordinal + 1}">{passage_html(one, texts)}</li>' for one in page.passages)
    return (
        f"<h2>{texts.count('passages', page.total)}</h2><p>{texts['passages_intro']}</p>"
        f'<ol class="lw-passages">{items}</ol>{_turning(line.id, page, texts)}'
    )


def _turning(source_id: str, page: PassagePage, texts: Texts) -> str:
    if page.pages == 1:
        return ""
    steps = (("previous_page", page.number - 1), ("next_page", page.number + 1))
    links = " ".join(
        f'<a class="lw-knop" href="/beheer/bron?id={escaped(source_id)}&amp;blad={number}">{texts[key]}</a>'
        for key, number in steps
        if 1 <= number <= page.pages
    )
    where = texts["page_of"].format(page=page.number, pages=page.pages)
    return f'<nav aria-label="{texts["passages_label"]}"><p>{where} {links}</p></nav>'
