"""What wants a check: sources that failed, ended or are old, and records past their shelf life. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.interface.escaping import escaped, host_of, one_line, public_address
from assistant.interface.rooms.staff.parts import date_words, table_html
from assistant.interface.rooms.staff.source_pages import SOURCE_HEADS, source_row
from assistant.interface.rooms.staff.source_states import SourceLine, SourceState
from assistant.interface.texts import Texts
from knowledge.attention import ToCheck

URGENT = (SourceState.FAILED, SourceState.ENDED, SourceState.STALE)
SHOWN = 100
"""Records of one kind on the page, the oldest first; `ingest.py --stale` lists all."""


def checks_html(lines: Sequence[SourceLine], records: Sequence[ToCheck], months: int, texts: Texts) -> str:
    """Return the sources that ask for attention, then the records by kind."""
    rows = [source_row(line, texts) for line in lines if line.state in URGENT]
    heads = [texts[key] for key in SOURCE_HEADS]
    nothing = f"<p>{texts['nothing_to_check']}</p>"
    sources = table_html(texts.count("sources_shown", len(rows)), heads, rows) if rows else nothing
    kinds = sorted({one.kind for one in records})
    catalogue = "".join(_records(kind, [one for one in records if one.kind == kind], texts) for kind in kinds)
    return (
        f"<p>{texts['checks_intro']}</p>"
        '<form class="lw-zeef" method="get" action="/beheer/nakijken">'
        f'<div class="lw-veld"><label for="veld-maanden">{texts["months_label"]}</label>'
        f'<input id="veld-maanden" name="maanden" type="number" min="1" max="120" value="{months}"></div>'
        f'<button type="submit">{texts["filter"]}</button></form>'
        f"<h2>{texts['page_sources']}</h2>{sources}"
        f"<h2>{texts['records_to_check']}</h2>{catalogue or nothing}"
    )


def _records(kind: str, records: Sequence[ToCheck], texts: Texts) -> str:
    rows = [_row(one, texts) for one in records[:SHOWN]]
    heads = [texts[key] for key in ("what_label", "checked_label", "owner_label", "url_label")]
    name = texts.words.get(f"record_kind_{kind}", one_line(kind))
    title = texts["records_of_kind"].format(kind=name, n=len(records))
    return f"<details><summary>{title}</summary>{table_html(name, heads, rows)}</details>"


def _row(one: ToCheck, texts: Texts) -> tuple[str, ...]:
    address = public_address(one.where)
    where = (
        f'<a href="{escaped(address)}" rel="noopener noreferrer nofollow">{one_line(host_of(address))}</a>'
        if address
        else one_line(one.where)
    )
    checked = date_words(one.checked_on, texts) if one.checked_on else texts["never"]
    return (one_line(one.what), checked, one_line(one.owner) or texts["unknown"], where)
