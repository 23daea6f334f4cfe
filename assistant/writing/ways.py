"""How a word of a question may be met otherwise than by a word that is like it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.writing.kinds import holds
from assistant.writing.written_numbers import NUMBER_WORDS, ROMAN

MET_APART = 0.9
"""How far a separable verb is met by its two halves."""

OF_ITS_KIND = 0.8
"""How far "bedrag" is met by an amount."""

SEPARABLE = re.compile(r"(aan|af|bij|door|in|mee|na|om|op|over|samen|terug|toe|uit|voor|weg)(\w{4,})")
STEM = 5
"""Letters by which the second half of a separable verb is recognised: "betalen", "betaalt" and "betaald" differ in the sixth."""


VERB = re.compile(
    r"(?P<before>aan|af|bij|door|in|mee|na|om|op|over|toe|uit|voor)?(?:ge)?(?P<stem>\w{3,}?)(?:end?en|end|den|ten|de|te|en|d|t)"
)
"""A Dutch verb or participle: "geopend", "openden", "aangevraagd", "gevraagd"."""

LEAST_STEM = 4

NONE = "-"
"""No folded word."""

Kinds = Sequence[tuple[re.Pattern[str], frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Ways:
    """How a word may be met otherwise: as a Roman figure, a number in letters, its two halves, a stem of its verb, or a thing of its kind."""

    roman: str
    number: str
    before: str
    half: str
    stem: str
    kinds: tuple[re.Pattern[str], ...]
    is_none: bool
    """Whether there is no other way."""

    @classmethod
    def of(cls, forms: Sequence[str], kinds: Kinds) -> Ways:
        """Return the ways of the first of a word's forms; `kinds` are what things look like, each with the words for them."""
        word = forms[0]
        match = SEPARABLE.fullmatch(word)
        before, half = (match.group(1), match.group(2)[:STEM]) if match else (NONE, NONE)
        own = tuple(pattern for pattern, names in kinds if names.intersection(forms))
        roman, number, stem = ROMAN.get(word, NONE), NUMBER_WORDS.get(word, ""), verb_stem(word)
        has_stem = len(stem) >= LEAST_STEM
        is_none = roman == before == NONE and not (number or has_stem or own)
        return cls(roman, number, before, half, stem if has_stem else "", own, is_none)

    def met(self, alike: float, text: str, present: frozenset[str]) -> float:
        """Return how far (0 to 1) the word is met by a text with its folded words, whose likest to it is `alike`."""
        if self.is_none or alike >= 1.0:
            return alike
        if self.roman in present or (self.number and any(other.startswith(self.number) for other in present)):
            return 1.0
        if alike < MET_APART and self._are_met_by(present):
            return MET_APART
        if alike >= OF_ITS_KIND or not self.kinds:
            return alike
        return OF_ITS_KIND if any(holds(text, kind) for kind in self.kinds) else alike

    def _are_met_by(self, present: frozenset[str]) -> bool:
        """Say whether both halves of a separable verb are there ("terugbetalen": "terug te betalen"), or another form of a regular one."""
        if self.before in present and any(other.startswith(self.half) for other in present):
            return True
        return bool(self.stem) and self.stem in _verb_stems(present)


@lru_cache(maxsize=1_000)
def _verb_stems(present: frozenset[str]) -> frozenset[str]:
    """Return the stems of the words that may be forms of a verb: a sentence is asked for them once per word of a question."""
    return frozenset(verb_stem(other) for other in present if other[-1:] in "dnte")


@lru_cache(maxsize=20_000)
def verb_stem(word: str) -> str:
    """Return what the forms of a regular verb share, "" for a word that looks like no form of a verb."""
    match = VERB.fullmatch(word)
    return re.sub(r"(.)\1", r"\1", match.group("stem")) if match else ""
