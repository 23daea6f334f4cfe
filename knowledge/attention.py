"""What asks for a person's attention: records and sources past their shelf life, and rows that were refused."""

from __future__ import annotations

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


def show_stale(knowledge: Knowledge, console: Console, today: date) -> int:
    """Print what needs checking with its owner: never checked first, then the oldest first. Return 0."""
    stored = {item.source.id: item.source for item in knowledge.store.sources()}
    lines: list[tuple[date | None, str, str, str, str]] = []
    for shelf in knowledge.catalogues.of(Audience.STAFF).stale(today):
        source = stored.get(shelf.source_id)
        owner = source.owner if source else ""
        lines.append(
            (shelf.checked_on, shelf.kind, shelf.id, owner, shelf.url or (source.address if source else ""))
        )
    for source in stored.values():
        checked = source.checked_on
        if checked is not None and today - checked > timedelta(days=SOURCE_SHELF_DAYS):
            lines.append((checked, "document", source.title, source.owner, source.address))
    table = Table("gecontroleerd op", "soort", "wat", "eigenaar", "waar")
    for checked, kind, what, owner, where in sorted(lines, key=lambda line: (line[0] or date.min, *line[1:])):
        table.add_row(
            checked.isoformat() if checked else "nooit", kind, escape(what), escape(owner), escape(where)
        )
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
