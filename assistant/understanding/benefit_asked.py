"""Whether it is asked if one may learn beside a benefit, or what becomes of it, and which benefit that is. Pure; data: data/benefits.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.data_files import read_data
from knowledge.language.normalisation import fold

_DATA = Path(__file__).parent / "data" / "benefits.yaml"

OF_WHICH_IS_KNOWN = "WW"
"""The one benefit of which the records have a rule."""

LONGEST_FOLLOW_UP = 14
"""Words of the longest message that only names another benefit: "sorry, ik heb geen WW, ik zit in de bijstand, mag het dan ook?"."""

DENIED = re.compile(
    r"\b(?:geen|niet|nooit|no|not|kein\w*|nicht)(?: (?:in|met|de|een|meer|any|on|mehr)){0,2} $"
)
"""What stands before a benefit that somebody does not have."""

LONGEST_SEARCH = 5
"""Words of the longest message that only sets learning beside a benefit: "studeren met wajong"."""


@dataclass(frozen=True, slots=True)
class BenefitAsked:
    """The benefits that a question names; none where it only says "uitkering"."""

    names: tuple[str, ...]

    @property
    def others(self) -> tuple[str, ...]:
        """The benefits of which the records say nothing."""
        return tuple(name for name in self.names if name != OF_WHICH_IS_KNOWN)


def benefit_asked(text: str, before: Sequence[str] = ()) -> BenefitAsked | None:
    """Return the benefits beside which somebody asks to learn; None for any other message. `before` are their earlier messages."""
    own = _asked(fold(text))
    if own is not None:
        return own
    is_short = len(text.split()) <= LONGEST_FOLLOW_UP
    names = _named(fold(text))
    earlier = _asked(fold(before[-1])) if before and is_short and names else None
    return BenefitAsked(names) if earlier is not None and not _data().other.search(fold(text)) else None


def _asked(folded: str) -> BenefitAsked | None:
    data, names = _data(), _named(folded)
    if not names and data.unnamed.search(folded) is None:
        return None
    if data.learning.search(folded) is None or data.other.search(folded) is not None:
        return None
    is_search = len(folded.split()) <= LONGEST_SEARCH and data.beside.search(folded) is not None
    return BenefitAsked(names) if is_search or data.allowed.search(folded) is not None else None


def _named(folded: str) -> tuple[str, ...]:
    """Return the benefits that a message names and does not deny to have."""
    return tuple(
        name
        for name, pattern in _data().names.items()
        if any(DENIED.search(folded[: found.start()]) is None for found in pattern.finditer(folded))
    )


@dataclass(frozen=True, slots=True)
class _Data:
    names: Mapping[str, re.Pattern[str]]
    unnamed: re.Pattern[str]
    learning: re.Pattern[str]
    allowed: re.Pattern[str]
    other: re.Pattern[str]
    beside: re.Pattern[str]


@cache
def _data() -> _Data:
    raw = dict(read_data(_DATA))
    names = {name: re.compile(pattern) for name, pattern in raw.pop("names").items()}
    return _Data(names=names, **{name: re.compile(pattern) for name, pattern in raw.items()})
