"""Names of trades as they are compared, whatever way they are put together: "monteur windturbines", "windturbinemonteur". Pure.

Dutch and German write a trade as one compound or as two words in either order. Which words are trades is told by the labels
themselves: a word that stands alone as a label, or begins or ends several of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.catalogue.folding import folded

SHORTEST_TRADE = 5
"""Letters of the shortest trade that is looked for at the end of a compound ("lasser")."""

SHORTEST_HEAD = 3
"""Letters of the shortest word before it ("cnc")."""

TRADE_AND_THING = 2
"""Words of a label that is a trade and a thing ("monteur liften")."""

LABELS = 3
"""Labels of several words that a word begins or ends, from which it names a trade."""

MOST_OF_ONE = 60
"""Labels of several words that a trade begins or ends, above which it says too little by itself; elektricien has 53 in English."""

OF_TECHNIQUE = "techniek"
"""What is left out at the end of a word beside a trade: "monteur koudetechniek" is the koudemonteur."""

DOUBLED_VOWEL = re.compile(r"([aeou])\1")

ENDINGS = ("s", "en", "e", "n")
"""Of plurals and of the sound between two parts of a compound."""


@dataclass(frozen=True, slots=True)
class Trades:
    """The words that name trades, by which a name is taken apart."""

    words: frozenset[str]
    general: frozenset[str]
    """Those that say by themselves nothing of what somebody does ("monteur", "operator")."""

    @classmethod
    def of(cls, labels: Iterable[str]) -> Trades:
        """Take the labels of occupations."""
        texts = [words for label in labels if (words := folded(label).split())]
        edges = Counter(word for words in texts if len(words) > 1 for word in {words[0], words[-1]})
        alone = {words[0] for words in texts if len(words) == 1}
        often = {word for word, count in edges.items() if count >= LABELS}
        long = (
            word for word in alone | often if len(word) >= SHORTEST_TRADE and not word.endswith(OF_TECHNIQUE)
        )
        return cls(frozenset(long), frozenset(word for word, count in edges.items() if count > MOST_OF_ONE))

    def parts_of(self, name: str) -> frozenset[str]:
        """Return the words of a name by which it is compared: compounds in their parts, without the endings of plurals."""
        return frozenset(part for word in folded(name).split() for part in self._parts(word))

    def is_telling(self, parts: frozenset[str]) -> bool:
        """Say whether a name is more than a general trade: "monteur" alone is every mechanic's."""
        return len(parts) > 1 or parts.isdisjoint(map(stem_of, self.general))

    def put_otherwise(self, label: str) -> Iterator[str]:
        """Yield other ways to write a folded label of one compound or of a trade and a thing; nothing for any other label."""
        words = label.split()
        if len(words) == 1:
            found = self.split(label)
            if found is None:
                return
            thing, trade = found
        elif len(words) == TRADE_AND_THING and (words[0] in self.words) != (words[1] in self.words):
            trade, thing = words if words[0] in self.words else reversed(words)
        else:
            return
        short = thing.removesuffix(OF_TECHNIQUE) if len(thing) - len(OF_TECHNIQUE) >= SHORTEST_HEAD else thing
        for one in dict.fromkeys((thing, short, f"{short}{OF_TECHNIQUE}")):
            yield from (f"{one} {trade}", f"{trade} {one}")

    def split(self, word: str) -> tuple[str, str] | None:
        """Return what stands before the trade in a folded compound, and the longest trade that it ends with; None for another word."""
        for cut in range(SHORTEST_HEAD, len(word) - SHORTEST_TRADE + 1):
            if word[cut:] in self.words:
                return word[:cut], word[cut:]
        return None

    def _parts(self, word: str) -> Iterator[str]:
        found = self.split(word)
        if found is None:
            yield stem_of(word)
        else:
            yield stem_of(found[0])
            yield from self._parts(found[1])  # what ends it may be a thing and a trade itself


MOST_STEMS = 30_000
"""Words whose stem is remembered: the labels of a catalogue have 10,000 different ones, each of them often."""


@lru_cache(maxsize=MOST_STEMS)
def stem_of(word: str) -> str:
    """Return a folded word without the ending of a plural or a compound, and "techniek" at its end; doubled vowels once ("paneel", "panelen")."""
    bare = word.removesuffix(OF_TECHNIQUE) if len(word) - len(OF_TECHNIQUE) >= SHORTEST_HEAD else word
    for ending in ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) > SHORTEST_HEAD:
            bare = bare.removesuffix(ending)
    return DOUBLED_VOWEL.sub(r"\1", bare)
