"""Follow-ups in a talk about figures that name no figure: the year before, all together, whether it rose. Pure."""

from __future__ import annotations

import re
from enum import StrEnum

YEAR_BEFORE = re.compile(
    r"\s*(?:(?:en|maar|and|but|und|aber)\s+)?(?:(?:hoeveel|wat) (?:was|waren) (?:dat|het|er)\s+)?(?:(?:in\s+)?(?:het|een|the|a|das|im)\s+)?(?:jaar|year|jahr)?\s*"
    r"(?:(?:daar|er)\s?voor|daar weer voor|eerder|before(?: that)?|earlier|davor|zuvor|vorher)(?:\s+(?:dan|nog|then))?\s*[?!.]*",
    re.IGNORECASE,
)
"""The year before the last one that was asked, with or without the word "year" ("en daarvoor?")."""

YEAR_AFTER = re.compile(
    r"\s*(?:(?:en|maar|and|but|und|aber)\s+)?(?:(?:hoeveel|wat) (?:was|waren) (?:dat|het|er)\s+)?(?:(?:in\s+)?(?:het|een|the|a|das|im)\s+)?(?:jaar|year|jahr)?\s*"
    r"(?:(?:daar|er)\s?(?:na|op)|later|after(?: that)?|danach|darauf)(?:\s+(?:dan|nog|then))?\s*[?!.]*",
    re.IGNORECASE,
)
"""The year after it ("en daarna?")."""

TOGETHER = re.compile(
    r"\s*(?:(?:en|maar|and|but|und|aber)\s+)?"
    r"(?:(?:hoeveel|how many|how much|wie ?viele?|wat|what|was) (?:is|zijn|was|waren|are|were|sind|ist|war|waren) (?:dat|die|het|er|that|they|those|das|es|sie)\s+)?"
    r"(?:die (?:twee|drie)\s+)?(?:samen|(?:alles )?bij elkaar(?: opgeteld)?|opgeteld|allebei samen|together|combined|added up|zusammen|zusammengerechnet)"
    r"(?:\s+dan)?\s*[?!.]*",
    re.IGNORECASE,
)
"""The sum of the figures that were given one after the other."""

OF_THOSE = re.compile(
    r"\b(?:daarvan|ervan|hiervan|van (?:die|hen)|of (?:them|those)|davon|von (?:ihnen|denen))\b",
    re.IGNORECASE,
)
"""Words that ask a part of what was counted before: what was said of that stays."""


class Step(StrEnum):
    """What a follow-up that names nothing asks of the figures before it."""

    BEFORE = "before"
    AFTER = "after"
    TOGETHER = "together"


AWAY = {Step.BEFORE: -1, Step.AFTER: 1}
"""Years from the one that was asked or told."""


def step_of(text: str) -> Step | None:
    """Return what a whole message asks of the figures before it, None where it is none of these."""
    patterns = ((Step.BEFORE, YEAR_BEFORE), (Step.AFTER, YEAR_AFTER), (Step.TOGETHER, TOGETHER))
    return next((step for step, pattern in patterns if pattern.fullmatch(text)), None)
