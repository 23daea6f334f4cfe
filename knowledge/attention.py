"""What asks for a person's attention: records and sources past their shelf life, and rows that were refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from knowledge.build import Knowledge
from knowledge.indexing import IngestReport
from knowledge.types import Audience, RowVerdict

SOURCE_SHELF_DAYS = 365
"""Days after which a document wants reading again, counted from its own "gecontroleerd op"."""

VERDICT_WORDS = {
    RowVerdict.TAKEN: "overgenomen",
    RowVerdict.IGNORED: "genegeerd",
    RowVerdict.REFUSED: "geweigerd",
}


@dataclass(frozen=True, slots=True)
class ToCheck:
    """Something past its shelf life, or never checked (`checked_on` is None): what, whose, and where it stands."""

    checked_on: date | None
    kind: str
    what: str
    owner: str
    where: str


def to_check(knowledge: Knowledge, today: date) -> tuple[ToCheck, ...]:
    """Return what needs checking: never checked first, then the oldest first."""
    stored = {item.source.id: item.source for item in knowledge.store.sources()}
    found: list[ToCheck] = []
    for shelf in knowledge.catalogues.of(Audience.STAFF).stale(today):
        source = stored.get(shelf.source_id)
        owner, address = (source.owner, source.address) if source else ("", "")
        found.append(ToCheck(shelf.checked_on, shelf.kind, shelf.id, owner, shelf.url or address))
    for source in stored.values():
        checked = source.checked_on
        if checked is not None and today - checked > timedelta(days=SOURCE_SHELF_DAYS):
            found.append(ToCheck(checked, "document", source.title, source.owner, source.address))
    return tuple(
        sorted(
            found,
            key=lambda one: (one.checked_on or date.min, one.kind, one.what, one.owner, one.where),
        )
    )


def show_stale(knowledge: Knowledge, console: Console, today: date) -> int:
    """Print what needs checking with its owner: never checked first, then the oldest first. Return 0."""
    lines = to_check(knowledge, today)
    table = Table("gecontroleerd op", "soort", "wat", "eigenaar", "waar")
    for one in lines:
        checked = one.checked_on.isoformat() if one.checked_on else "nooit"
        table.add_row(checked, one.kind, escape(one.what), escape(one.owner), escape(one.where))
    if lines:
        console.print(table)
    console.print(f"{len(lines)} om te controleren op {today.isoformat()}.")
    return 0


def show_rows(report: IngestReport, console: Console) -> None:
    """Print what became of every row of every catalogue file."""
    for file in report.files:
        if not file.rows:
            continue
        table = Table("rij", "uitkomst", "wat", "opmerking", title=escape(file.address))
        for row in file.rows:
            style = "red" if row.verdict is RowVerdict.REFUSED else None
            table.add_row(
                str(row.row), VERDICT_WORDS[row.verdict], escape(row.name), escape(row.note), style=style
            )
        console.print(table)
