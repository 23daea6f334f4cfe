"""Our own format: JSON Lines of records as `knowledge.catalogue.codec` writes them (version 1)."""

from __future__ import annotations

import json

from knowledge.catalogue.codec import from_line
from knowledge.catalogue.importing.intake import Imported, Intake
from knowledge.errors import UnusableRecordError

SPECIFICATION = "Leerwijzer-records 1"


def is_records_file(text: str) -> bool:
    """Say whether the first line of a text is a record of ours."""
    first = next((line for line in text[:2_000_000].splitlines() if line.strip()), "")
    try:
        raw = json.loads(first)
    except (ValueError, RecursionError):
        return first.lstrip("\ufeff").startswith('{"record":')
    return isinstance(raw, dict) and "record" in raw


def import_records_file(text: str) -> Imported:
    """Take every line that is a record; a wrong line is refused and the others are taken."""
    intake = Intake(SPECIFICATION)
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            intake.take(number, from_line(line))
        except UnusableRecordError as error:
            intake.refuse(number, error.record, error.found)
    return intake.done()
