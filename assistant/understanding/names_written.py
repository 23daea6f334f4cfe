"""Names that people type in small letters or by an alias that only records hold, written as the sources write them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

MIXED = re.compile(r"(?=(?:[a-z]*[A-Z]){3})[A-Z]+[a-z]{1,2}[A-Z]+")
"""An alias that is an abbreviation in letters of both sizes ("ROCvT"): no document is likely to have it, and no other word is like it."""

SHORTEST_ALIAS = 4
"""Letters of the shortest such alias that is written in full."""


@dataclass(frozen=True, slots=True)
class NamesWritten:
    """Names by how people type them in small letters."""

    pattern: re.Pattern[str]
    names: dict[str, str]

    @classmethod
    def of(cls, named: Iterable[tuple[str, tuple[str, ...]]]) -> NamesWritten:
        """Take names of several words with their other names: each as it is, and an alias in letters of both sizes as its name."""
        found: dict[str, str] = {}
        for name, others in named:
            for one in (name, *others):
                if len(one.split()) > 1 and one.split()[-1][:1].isupper():
                    found.setdefault(one.lower(), one)
                elif len(one) >= SHORTEST_ALIAS and MIXED.fullmatch(one):
                    found.setdefault(one.lower(), name)
        longest = sorted(found, key=len, reverse=True)
        return cls(re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE), found)

    def written(self, text: str) -> str:
        """Return a text with these names as the sources write them."""
        return self.pattern.sub(lambda found: self.names[found.group().lower()], text) if self.names else text
