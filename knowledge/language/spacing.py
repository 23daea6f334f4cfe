"""Puts spaces right: compounds that were written apart, and words that were written as one. Pure.

"studie financiering" is one word, "watis" is two, "mbodiploma" wants a hyphen. A pair is only joined when the corpus has it as one word about
as often as its rarer half, so that a name of two words stays two ("Regio Deal").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.language.expansion import abbreviations
from knowledge.language.normalisation import fold
from knowledge.language.real_words import level_in
from knowledge.language.stopwords import stopwords

LANGUAGES = ("nl", "en", "de")
SHORTEST_PART = 3
MOST_PARTS = 3
OF_RAREST = 0.3
"""How often a compound has to be in the corpus beside the rarest of its parts."""

LINKS = ("", "s")
"""Letters between the parts of a compound."""

VERY_COMMON = 11
"""Level from which little words are written as one with another by mistake."""

_RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")


@dataclass(frozen=True, slots=True)
class Spacing:
    """Puts the spaces of messages in one language right, with the words of a corpus and how large a part of it each is."""

    language: str
    corpus: Mapping[str, float] = field(repr=False)

    def joined(self, text: str) -> str:
        """Return `text` with compounds that stand apart as one word; nothing is joined across punctuation or figures."""
        return _RUN.sub(lambda match: " ".join(self._joined(match.group().split(" "))), text)

    def split(self, word: str) -> str:
        """Return an unknown folded word as two, when it is two little words or an abbreviation with a word; else as it is."""
        for cut in range(2, len(word) - 1):
            head, tail = word[:cut], word[cut:]
            if self._is_little(head) and self._is_little(tail):
                return f"{head} {tail}"
            is_tail = len(tail) > SHORTEST_PART and tail in self.corpus
            if head in abbreviations() and is_tail and tail not in stopwords(self.language):
                return f"{head}-{tail}"
        return word

    def _joined(self, words: Sequence[str]) -> list[str]:
        found: list[str] = []
        at = 0
        while at < len(words):
            sizes = range(min(MOST_PARTS, len(words) - at), 1, -1)
            compounds = ((size, self._compound(words[at : at + size])) for size in sizes)
            size, compound = next(((size, whole) for size, whole in compounds if whole), (1, words[at]))
            found.append(compound)
            at += size
        return found

    def _compound(self, words: Sequence[str]) -> str:
        """Return the compound that words are together, with the capital of the first; "" for none."""
        parts = [fold(word) for word in words]
        if self.language == "en" or not all(self._may_be_part(part) for part in parts):
            return ""
        if any(word[:1].isupper() for word in words[1:]):
            return ""
        rarest = min(self.corpus.get(part, 0.0) for part in parts)
        for link in LINKS:
            whole = link.join(parts)
            if self.corpus.get(whole, 0.0) > OF_RAREST * rarest:
                return words[0][:1] + whole[1:]
        return ""

    def _may_be_part(self, word: str) -> bool:
        """Say whether a word may be a part of a compound: no little word, and no word of another language alone."""
        if len(word) < SHORTEST_PART or word in stopwords(self.language):
            return False
        if level_in(word, self.language) is not None:
            return True
        return all(level_in(word, language) is None for language in LANGUAGES)

    def _is_little(self, word: str) -> bool:
        level = level_in(word, self.language)
        return level is not None and level >= VERY_COMMON and word in stopwords(self.language)
