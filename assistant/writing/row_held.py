"""Which cells of a row are of what is asked: of several columns of one topic those that the question says more of. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.writing.row_cells import Cell, cells_of
from assistant.writing.row_prices import is_price_of_group, prices_meant
from assistant.writing.row_topics import Topic, narrower_of
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Offer

MOST_CELLS = 3
"""Cells of a row that are told of one topic."""


def cells_of_topics(offer: Offer, topics: Sequence[Topic], asked: str) -> tuple[Cell, ...]:
    """Return the cells of a row that are of the topics, each once."""
    cells = cells_of(offer)
    found = (cell for topic in topics for cell in held_by(topic, cells, asked)[:MOST_CELLS])
    return tuple(dict.fromkeys(found))


def held_by(topic: Topic, cells: Sequence[Cell], asked: str = "") -> list[Cell]:
    """Return the cells that are of a topic, else those that stand for it; of several columns those that the question says more of.

    "Tuition EU" and "Tuition non-EU" are both a price: whoever comes from outside the EU asks for the second.
    """
    held = _without_narrower(
        topic, [cell for cell in cells if topic.holds(cell) and not _is_amiss(topic, cell)]
    )
    if topic.name == "costs":
        of_groups = [cell for cell in cells if cell not in held and is_price_of_group(cell)]
        return prices_meant([*held, *of_groups], asked)
    if topic.name in OF_SEATS:
        held = of_seats(topic.name, held)
    headed = [cell for cell in held if cell.heading]
    if asked and len(headed) > 1:
        outside = OUTSIDE_EU.search(asked) is not None
        said = [cell for cell in headed if OF_OUTSIDE.search(cell.heading) and outside]
        words = frozenset(folded(asked).split())
        said = said or [
            cell
            for cell in headed
            if not OF_OUTSIDE.search(cell.heading)
            and len(words.intersection(folded(cell.heading).split())) > 0
        ]
        most = max((len(words.intersection(folded(cell.heading).split())) for cell in said), default=0)
        said = [
            cell for cell in said if outside or len(words.intersection(folded(cell.heading).split())) == most
        ]
        held = said or held
    return held or [cell for cell in cells if cell.field in topic.fields_else]


def _is_amiss(topic: Topic, cell: Cell) -> bool:
    """Say whether what stands in a cell cannot be of a topic, whatever its heading: "days: 3" names no day, and "days: Mon" no number."""
    if folded(cell.heading) in WHO:
        is_person = PERSON.search(cell.text) is not None
        return topic.name in OF_PERSONS if not is_person else topic.name not in OF_PERSONS
    pattern = AMISS.get(topic.name)
    return (
        pattern is not None
        and not cell.is_free
        and bool(cell.text)
        and pattern.search(folded(cell.text)) is not None
    )


AMISS = {
    "day": re.compile(r"^\d+(?: (?:x|keer|dagen|avonden|lessen|days?|evenings?|lessons?|tage?|abende?))?$"),
    "time": re.compile(r"^(?:\D*|\d(?: (?:x|keer|dagen|avonden|days?|evenings?|tage?|abende?))?)$"),
    "meetings": re.compile(r"^\D*$|\b\d{1,2} [0-5]\d\b"),
    "duration": re.compile(r"^(?:ja|nee|yes|no|ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)\b"),
}
"""What a cell under a heading of a topic cannot say to be of it, over folded text: a count is no day, a day no count, no time is without figures."""

WHO = frozenset(["wie", "who", "wer"])
OF_PERSONS = frozenset(["teacher", "supervisor", "contact"])
PERSON = re.compile(
    r"\b[A-ZÀ-Þ]\. ?[A-ZÀ-Þ]|\b[A-ZÀ-Þ][a-zà-þ]+ (?:(?:van|de|der|den|ter|te|oude|von) )*[A-ZÀ-Þ][a-zà-þ]+"
)
"""A heading that stands for who gives a course, or for whom it is: a name of a person tells the first."""

OF_SEATS = ("places", "left")


def of_seats(name: str, held: list[Cell]) -> list[Cell]:
    """Return of columns about places those with what is left where that is asked, and those with how many there are where it is not."""
    left = [cell for cell in held if not cell.heading or LEFT.search(folded(cell.heading))]
    others = [cell for cell in held if cell not in left]
    return (left or others) if name == "left" else (others or left)


LEFT = re.compile(
    r"\b(?:left|vrij\w*|over|beschikbaar|available|availability|frei\w*|restpl\w*|open pl\w*|nog|status)\b"
)
"""Headings of how many places are left."""


def _without_narrower(topic: Topic, held: list[Cell]) -> list[Cell]:
    """Return cells without those under the heading of a narrower topic: the price of the exam is not that of the course."""
    narrow = narrower_of(topic.name)
    return [cell for cell in held if not any(one.is_headed(cell.heading) for one in narrow)]


OUTSIDE_EU = re.compile(
    r"\bnon[- ]?eu\b|\b(?:not from|outside|niet uit|buiten|nicht aus|außerhalb) (?:of )?(?:the |de |der )?eu\b|\bniet-eu\b|\bnicht-eu\b",
    re.IGNORECASE,
)
OF_OUTSIDE = re.compile(r"\bnon[- ]?eu|niet-eu|buiten|outside|nicht-eu", re.IGNORECASE)
"""How somebody from outside the EU is said, and the column for them."""
