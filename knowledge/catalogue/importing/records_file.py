"""Our own format: JSON Lines of records as `knowledge.catalogue.codec` writes them (version 1)."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.catalogue.codec import from_line
from knowledge.catalogue.importing.intake import Imported, Intake
from knowledge.errors import UnusableRecordError

SPECIFICATION = "Leerwijzer-records 1"


def import_records_file(lines: Iterable[str]) -> Imported:
    """Take every line that is a record; a wrong line is refused and the others are taken."""
    intake = Intake(SPECIFICATION)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            bare = line.strip().removeprefix("\ufeff")
            intake.take_line(number, from_line(bare), bare)
        except UnusableRecordError as error:
            intake.refuse(number, error.record, error.found)
    return intake.done()
