"""Which column of a school's own a question asks for: its day of lessons, its places, whom to call. Data: remark_topics.yaml. Pure.

What stands under such a heading in the row of a programme is the answer, however else the question is worded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.catalogue.folding import folded
from knowledge.data_files import read_data

_DATA = Path(__file__).with_suffix(".yaml")

HEADED = re.compile(r"(?P<heading>[^:;]{2,40}?)\s*:\s+(?P<value>\S.*)")
"""A clause that was a cell with its heading; a heading may say more than that it is of a topic ("max. groepsgrootte")."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What is noted of programmes under one kind of heading."""

    name: str
    asks: re.Pattern[str]
    heading: re.Pattern[str]
    clause: re.Pattern[str] | None
    """A clause without a heading that is of it all the same, None for none."""

    def is_of(self, clause: str) -> bool:
        """Say whether a clause is what is noted under such a heading."""
        found = HEADED.match(clause)
        if found is not None and self.heading.search(folded(found["heading"])):
            return True
        return self.clause is not None and self.clause.search(folded(clause)) is not None


def topics_asked(text: str) -> tuple[Topic, ...]:
    """Return the topics that a text asks for, in the order of the data."""
    words = folded(text)
    return tuple(topic for topic in _topics() if topic.asks.search(words))


@cache
def _topics() -> tuple[Topic, ...]:
    raw: dict[str, dict[str, list[str]]] = read_data(_DATA)
    return tuple(
        Topic(
            name,
            re.compile(rf"\b(?:{'|'.join(one['asks'])})\b"),
            re.compile(rf"(?<!open )\b(?:{'|'.join(one['heading'])})\b"),
            re.compile("|".join(one["clause"])) if "clause" in one else None,
        )
        for name, one in raw.items()
    )
