"""Which columns of a school's own table a question asks for: its day of lessons, its places, whom to call. Data: row_topics.yaml. Pure.

What stands under such a heading in the row of a course is the answer, however else the question is worded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.understanding.asked_spelling import respelled
from assistant.writing.row_cells import HEADED, Cell
from knowledge.catalogue.folding import folded
from knowledge.data_files import read_data

_DATA = Path(__file__).with_suffix(".yaml")


@dataclass(frozen=True, slots=True)
class Topic:
    """What is noted of courses under one kind of heading."""

    name: str
    asks: re.Pattern[str]
    noun: re.Pattern[str] | None
    """The word for it that asks for it alone ("de datum"), None for none."""
    heading: re.Pattern[str]
    clause: re.Pattern[str] | None
    """What a sentence of a remark says that is of it, None for none."""
    says: re.Pattern[str] | None
    """What a cell says that is of it whatever its heading, None for none."""
    fields: tuple[str, ...]
    """Fields of an offer that are of it."""
    fields_else: tuple[str, ...]
    """Fields that are told where a row has nothing else of it: the day of a course that takes one is the day on which it starts."""
    instead_of: frozenset[str]
    """Topics that are not asked where this one is: what the exam costs is not what the course costs."""

    def is_of(self, clause: str) -> bool:
        """Say whether a clause of a remark is of it."""
        found = HEADED.match(clause)
        heading = found["heading"] if found is not None else ""
        return self.is_headed(heading) or self._says(clause, is_free=not heading)

    def holds(self, cell: Cell) -> bool:
        """Say whether a cell is of it."""
        is_its_own = cell.field in self.fields or self.is_headed(cell.heading)
        return is_its_own or self._says(cell.text, is_free=cell.is_told_in_words)

    def is_headed(self, heading: str) -> bool:
        """Say whether a heading is of it."""
        return bool(heading) and self.heading.search(_written_out(heading)) is not None

    def _says(self, text: str, *, is_free: bool) -> bool:
        patterns = (self.says, self.clause if is_free else None)
        return any(one is not None and one.search(_written_out(text)) is not None for one in patterns)


def _written_out(text: str) -> str:
    """Return a folded text with its signs of money and of a hundredth in words, which folding leaves out."""
    return folded(text.replace("€", " euro ").replace("%", " procent "))


def topics_asked(text: str) -> tuple[Topic, ...]:
    """Return the topics that a text asks for, in the order in which it does; of a wide one and its narrower ones these alone."""
    words = respelled(folded(text))
    found = [(match.start(), topic) for topic in _topics() if (match := _asking(topic, words))]
    narrow = frozenset(name for _, topic in found for name in topic.instead_of)
    ordered = sorted(found, key=lambda one: one[0])
    return tuple(topic for _, topic in ordered if topic.name not in narrow)


def _asking(topic: Topic, words: str) -> re.Match[str] | None:
    """Return where folded words ask for a topic: by a way to ask, or as they are no more than the noun of it."""
    return topic.asks.search(words) or (topic.noun.match(words) if topic.noun is not None else None)


BEFORE_NOUN = (
    r"(?:.*\b(?:verschil|scheelt het|differen(?:ce|t)|differ|unterschied|vergelijk|compare)\b)?(?:^| )?(?:(?:zit )?(?:in|im|qua|aan) )?"
    r"(?:(?:geef|geeft|noem|zeg|vertel|stuur|app|toon|give|tell|show|send|sag|nenn|gib|zeig|me|mij|m|ons|us|mir|uns|ook|also|auch|even|ff|eens"
    r"|mal|bitte|please|graag|pls|svp|aub|wat is|wat zijn|what is|what s|what are|was ist|was sind|ik wil|ik zoek|i need|i want|en|and|und|oh|ok|oke"
    r"|de|het|t|the|a|an|der|die|das|den|een|n|qua|hoe zit het met|how about|what about|wie sieht es mit|wie ist es mit|van|about|over|weten|know|wissen) )*"
)
BEHIND_NOUN = r"(?: (?:tussen|between|zwischen|van|voor|bij|of|for|at|von|fur|bei|vom|graag|please|bitte|aub|svp|pls|dan|daarvan|ervan|then|denn|is|are|ist|zijn)\b.*)?$"
"""What may stand around a noun that asks."""


def topics_called(names: Iterable[str]) -> tuple[Topic, ...]:
    """Return topics by name."""
    by_name = {topic.name: topic for topic in _topics()}
    return tuple(by_name[name] for name in names)


def is_heading_of_any(heading: str) -> bool:
    """Say whether a heading is of one of the topics."""
    return any(topic.is_headed(heading) for topic in _topics())


REMARKED = frozenset(["bring", "laptop", "material", "food", "least", "audience", "exam"])
"""Topics of which a remark often says something in other words: it is told as what comes nearest."""


@cache
def narrower_of(name: str) -> tuple[Topic, ...]:
    """Return the topics that a question for this one does not ask: those that stand instead of it."""
    return tuple(topic for topic in _topics() if name in topic.instead_of and topic.name in OF_COSTS)


OF_COSTS = frozenset(
    ["exam", "books", "material", "school_costs", "resit", "food", "housing", "parking", "travel", "discount"]
)
"""Topics with a price of their own, beside that of the course."""

NOT_ELSEWHERE = frozenset(
    [
        "day",
        "time",
        "meetings",
        "places",
        "least",
        "left",
        "contact",
        "signup",
        "success",
        "material",
        "books",
        "laptop",
        "bring",
        "teacher",
        "supervisor",
        "audience",
        "open_day",
        "school_costs",
        "exam",
        "room",
        "parking",
        "travel",
        "food",
        "housing",
        "discount",
        "code",
        "dropout",
        "access",
        "cancel",
        "pay",
        "ahead",
        "resit",
        "pass_mark",
        "cpd",
        "incompany",
        "holidays",
    ]
)
"""Topics of which only the school knows: where its table does not say it, no document of others does."""


@cache
def _topics() -> tuple[Topic, ...]:
    raw: dict[str, dict[str, list[str]]] = read_data(_DATA)
    return tuple(
        Topic(
            name,
            re.compile(rf"\b(?:{'|'.join(one['asks'])})\b"),
            re.compile(rf"{BEFORE_NOUN}(?:{'|'.join(one['nouns'])}){BEHIND_NOUN}")
            if "nouns" in one
            else None,
            re.compile(rf"(?<!open )\b(?:{'|'.join(one['heading'])})\b"),
            re.compile("|".join(one["clause"])) if "clause" in one else None,
            re.compile("|".join(one["says"])) if "says" in one else None,
            tuple(one.get("fields", ())),
            tuple(one.get("fields_else", ())),
            frozenset(one.get("instead_of", ())),
        )
        for name, one in raw.items()
    )
