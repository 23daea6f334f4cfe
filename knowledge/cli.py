"""`python ingest.py`: take documents in, list them, remove them, go back."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar
from rich.table import Table

from knowledge.attention import show_rows, show_stale
from knowledge.build import Knowledge, build_knowledge
from knowledge.config import settings_from
from knowledge.errors import KnowledgeError
from knowledge.indexing import IngestReport
from knowledge.ingest_plan import FileState
from knowledge.types import Audience

STATE_WORDS = {
    FileState.NEW: "nieuw",
    FileState.CHANGED: "veranderd",
    FileState.UNCHANGED: "gelijk gebleven",
    FileState.REMOVED: "verwijderd",
    FileState.FAILED: "mislukt",
}

LITTLE_ROOM = 200 * 1024 * 1024
"""Below this there is a warning: an index of a few thousand pages, twice, no longer fits."""

WIDE = 1_000
"""Columns of a report that goes into a file: one line per file, whatever it is called."""

ROWS_REFUSED = 3
"""How the command ends when every file was taken in, and some rows of a catalogue were not."""

SHOWN_UNCHANGED = 20
"""More unchanged files than this are counted, not listed."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 is success, 1 a failed file or an error, 2 wrong usage, 3 refused rows."""
    options = _parser().parse_args(arguments)
    console = Console(highlight=False, width=None if sys.stdout.isatty() else WIDE)
    try:
        knowledge = build_knowledge(settings_from(os.environ, options.home))
        try:
            return _run(options, knowledge, console)
        finally:
            knowledge.close()
    except KnowledgeError as error:
        Console(stderr=True, highlight=False).print(
            escape(printable(str(error))), style="red", soft_wrap=True
        )
        return 1
    except KeyboardInterrupt:
        Console(stderr=True).print(
            "Afgebroken. Wat al opgeslagen was, is heel; start opnieuw om verder te gaan."
        )
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ingest.py",
        description="Documenten inlezen in Leerwijzer: PDF, HTML, Markdown, DOCX, tekst, CSV, XLSX en catalogi (OOAPI, Hodex, schema.org, ESCO).",
    )
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="MAP_OF_BESTAND", help="wat er ingelezen wordt"
    )
    parser.add_argument(
        "--home", type=Path, help="map met de database en de index (LEERWIJZER_HOME, anders .leerwijzer)"
    )
    parser.add_argument(
        "--audience", type=Audience, choices=list(Audience), help="voor wie de documenten zijn"
    )
    parser.add_argument(
        "--rows", action="store_true", help="toon van catalogi elke rij: overgenomen, genegeerd, geweigerd"
    )
    parser.add_argument("--dry-run", action="store_true", help="lees en vergelijk, maar bewaar niets")
    actions = parser.add_mutually_exclusive_group()
    actions.add_argument("--list", action="store_true", help="toon de bronnen")
    actions.add_argument("--remove", nargs="+", metavar="BRON", help="verwijder bronnen, op id of adres")
    actions.add_argument("--rollback", action="store_true", help="ga terug naar de vorige generatie")
    actions.add_argument(
        "--stale", action="store_true", help="toon wat gecontroleerd moet worden, het oudste eerst"
    )
    actions.add_argument("--rebuild", action="store_true", help="bouw de index opnieuw uit de database")
    return parser


def _run(options: argparse.Namespace, knowledge: Knowledge, console: Console) -> int:
    if options.list:
        return _list(knowledge, console)
    if options.stale:
        return show_stale(knowledge, console, date.today())  # noqa: DTZ011 - the day on the wall is meant
    if options.rollback:
        console.print(f"Teruggezet naar generatie {knowledge.ingest.roll_back()}.")
        return 0
    with _Bars(console) as bars:
        if options.rebuild:
            number = knowledge.ingest.rebuild(bars)
            console.print(f"De index is opnieuw gebouwd: generatie {number}.")
            return 0
        if options.remove:
            report = knowledge.ingest.remove(options.remove, bars)
        elif options.paths:
            report = knowledge.ingest.run(options.paths, bars, options.audience, options.dry_run)
        else:
            console.print(
                "Geef een map of bestand, of --list, --stale, --remove, --rollback of --rebuild. Zie --help."
            )
            return 2
    if options.rows:
        show_rows(report, console)
    _show(report, console, options.dry_run)
    _warn_of_little_room(knowledge.settings.home, console)
    return _ended(report)


def _ended(report: IngestReport) -> int:
    """Return how the command ends."""
    if report.count(FileState.FAILED):
        return 1
    return ROWS_REFUSED if report.count_refused() else 0


def _list(knowledge: Knowledge, console: Console) -> int:
    table = Table("id", "titel", "voor", "taal", "pagina's", "passages", "gecontroleerd", "adres")
    stored = knowledge.store.sources()
    for item in stored:
        source = item.source
        checked = source.checked_on.isoformat() if source.checked_on else ""
        cells = (source.id, source.title, source.audience.value, source.language, str(item.page_count))
        table.add_row(*map(escape, cells), str(item.passage_count), checked, escape(source.address))
    console.print(table)
    number = knowledge.builder.shelf.current()
    console.print(
        f"{len(stored)} bronnen; " + (f"generatie {number}." if number else "er is nog geen index.")
    )
    return 0


def _show(report: IngestReport, console: Console, is_dry: bool) -> None:
    table = Table("bestand", "toestand", "passages", "opmerking")
    unchanged = report.count(FileState.UNCHANGED)
    for file in report.files:
        if file.state is FileState.UNCHANGED and unchanged > SHOWN_UNCHANGED and not file.note:
            continue
        style = "red" if file.state is FileState.FAILED else None
        table.add_row(
            escape(printable(file.address)),
            STATE_WORDS[file.state],
            str(file.passages or ""),
            escape(file.note),
            style=style,
        )
    if table.row_count:
        console.print(table)
    counted = ", ".join(f"{report.count(state)} {word}" for state, word in STATE_WORDS.items())
    ignored = f"; {report.ignored} bestanden van een ander soort overgeslagen" if report.ignored else ""
    console.print(f"{counted}{ignored}.")
    if refused := report.count_refused():
        rows = "1 rij is" if refused == 1 else f"{refused} rijen zijn"
        console.print(
            f"Let op: {rows} geweigerd; wat erin staat, kent Leerwijzer niet. Verbeter ze en lees het bestand opnieuw in.",
            style="yellow",
        )
    if is_dry:
        console.print("Proefrun: er is niets bewaard.")
    elif report.generation is not None:
        console.print(f"De index is generatie {report.generation}.")


def _warn_of_little_room(home: Path, console: Console) -> None:
    """Say that the disk is nearly full. Only a warning: what fits is stored, and what does not stops cleanly."""
    free = shutil.disk_usage(home).free
    if free < LITTLE_ROOM:
        console.print(
            f"Let op: op de schijf van {escape(printable(str(home)))} is nog {free // 1024**2} MB vrij. "
            "Maak ruimte vrij voordat je meer inleest.",
            style="yellow",
        )


def printable(text: str) -> str:
    """Return `text` with control characters written out, so that a file name cannot steer a terminal."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text
    )


class _Bars:
    """A progress bar per stage, on a terminal; nothing is drawn when the output is a file."""

    def __init__(self, console: Console) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Bar(*columns, console=console, transient=True, disable=not sys.stdout.isatty())
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> _Bars:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` steps of `stage` are finished."""
        if stage not in self._tasks:
            self._tasks[stage] = self._bar.add_task(stage, total=total)
        self._bar.update(self._tasks[stage], completed=done, total=total)


if __name__ == "__main__":
    sys.exit(main())
