"""In what the rows differ that a message sets side by side without saying what of: their places, days, prices and other cells.

Pure. What two rows have alike tells them not apart, and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.types import Request, Sentence
from assistant.writing.record_costs import fee_records
from assistant.writing.record_desk import Desk, written
from assistant.writing.row_cells import ENTRY, Cell, cells_of
from assistant.writing.row_topics import Topic
from assistant.writing.row_worded import cited_cell, worded_cell
from assistant.writing.seam import Written
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Offer
from knowledge.types import RecordRef

MOST_ROWS, FEWEST_ROWS = 4, 2
"""Rows that are set side by side."""

MOST_CELLS = 7
"""Cells that are told of each row."""

DIFFERENCE = re.compile(
    r"\b(?:\w*verschil\w*|differen\w*|differ|differs|unterschied\w*|unterscheide\w*|vergelijk\w*|compare|comparison|vergleich\w*|versus|vs"
    r"|(?:wat|waarin|what|was|hoe) (?:is|zijn|s|are|ist|sind) (?:er |die |ze |they |daar )?(?:dan |nou |nu |eigenlijk |precies )?(?:anders|ander|different|distinct)"
    r"|apart from each other|uit elkaar)\b"
)
"""How a message asks in what two things differ, over folded text."""

OF_THE_NAME = frozenset(["day", "time", "level", "form", "language", "place"])
"""Topics of which a message has the words where it says which two runs it means ("de dag en de avond"): it asks more than these."""

FIRST = ("Kosten", ENTRY)
"""Headings that are told before the other columns of a row."""

FIELDS = ("places", "starts", "duration_months", "costs", "level", "language", "mode")
"""Fields in the order in which they are told."""

OF_NO_USE = re.compile(r"^(?:code|ref|nr|no|id|sku|nummer|artikel\w*|kursnr|cursusnr|cursuscode)\b")
"""Headings of what names a row and tells nothing of it, folded."""


def asks_apart(text: str, topics: Sequence[Topic]) -> bool:
    """Say whether a message asks in what courses differ, and not what one thing is of each ("wat is het verschil in prijs?")."""
    return DIFFERENCE.search(folded(text)) is not None and all(one.name in OF_THE_NAME for one in topics)


def told_apart_by_rows(offers: Sequence[Offer], request: Request, desk: Desk) -> Written | None:
    """Return for each of two to four rows the cells that not all of them have alike, None for other rows, or where they are alike."""
    if not FEWEST_ROWS <= len(offers) <= MOST_ROWS:
        return None
    each = [_by_kind(offer, request, desk) for offer in offers]
    kinds = list(dict.fromkeys(kind for row in each for kind in row))
    differing = [kind for kind in sorted(kinds, key=_rank) if len({_said(row, kind) for row in each}) > 1]
    if not differing:
        return None
    citer = desk.citer("offer", [offer.id for offer in offers], fee_records(desk))
    said: list[Sentence] = []
    for offer, row in zip(offers, each, strict=True):
        cells = [row[kind][0] for kind in differing[:MOST_CELLS] if kind in row]
        told = dict.fromkeys(worded_cell(cell, offer, request, desk) for cell in cells)
        cited = [number for cell in cells for number in cited_cell(cell, offer, request, desk, citer)]
        said.append(desk.worded(f"{'; '.join((desk.words.offer(offer), *told))}.", cited))
    records = [RecordRef("offer", offer.id, offer.name.value or offer.id) for offer in offers]
    return written(said, citer, records)


_Told = tuple[Cell, str]
"""A cell with its words."""


def _by_kind(offer: Offer, request: Request, desk: Desk) -> Mapping[str, _Told]:
    """Return the cells of a row with their words, by field or heading; the words of a cell that was read go before the reading."""
    found: dict[str, _Told] = {}
    for cell in cells_of(offer):
        kind = cell.field or cell.heading
        if not kind:
            kind = f"remark {sum(one.startswith('remark ') for one in found)}"
        if OF_NO_USE.match(folded(kind)) or kind == "codes":
            continue
        if kind not in found or (cell.field and cell.text):
            found[kind] = (cell, worded_cell(cell, offer, request, desk))
    return found


def _said(row: Mapping[str, _Told], kind: str) -> str:
    return row[kind][1] if kind in row else ""


def _rank(kind: str) -> int:
    """Return where a cell stands among those of its row: places and days first, then prices and entry, then the rest as it is."""
    if kind in FIELDS:
        return FIELDS.index(kind)
    return len(FIELDS) + (kind not in FIRST) + kind.startswith("remark ")
