"""A cell of a row in words, with its citation."""

from __future__ import annotations

import re

from assistant.types import Request
from assistant.writing.record_citing import IDENTITY, RecordCiter
from assistant.writing.record_desk import Desk
from assistant.writing.record_values import CITED_PARTS, cite_value, value_text
from assistant.writing.row_cells import ENTRY, Cell
from knowledge.catalogue.importing.values import date_of
from knowledge.catalogue.types import Offer
from knowledge.language.months import day_in_words


def worded_cell(cell: Cell, offer: Offer, request: Request, desk: Desk) -> str:
    """Return a cell as it is told: a field in words, a column behind its heading, a sentence in quotes."""
    words = desk.words
    if cell.field and not cell.text:
        return value_text(offer, cell.field, request.years, words)
    if cell.field:
        return words.fill("row_as_typed", {"text": cell.text})
    if not cell.heading:
        return f"“{cell.text}”"
    if cell.heading == ENTRY:
        return words.fill("row_entry", {"text": cell.text})
    heading = cell.heading.replace("_", " ")  # as an export writes it
    shown = heading if heading[:2].isupper() else f"{heading[:1].lower()}{heading[1:]}"
    day = date_of(cell.text) if ISO_DAY.fullmatch(cell.text) else None
    return f"{shown}: {day_in_words(day, request.language.value) if day else cell.text}"


ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
"""A day as an export writes it."""


def cited_cell(cell: Cell, offer: Offer, request: Request, desk: Desk, citer: RecordCiter) -> tuple[int, ...]:
    """Cite what `worded_cell` says."""
    if cell.field in CITED_PARTS and not cell.text:
        return cite_value(offer, cell.field, request.years, desk, citer)
    if cell.field and not cell.text:
        return citer.cite(("offer", offer.id), IDENTITY, cell.about)
    return citer.cite(("offer", offer.id), ("Opmerking", ENTRY), cell.about, needle=cell.text)
