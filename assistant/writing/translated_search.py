"""Which bundled sentences a question in another language asks for, by the words of their translations. Pure.

Retrieval translates the words of a question; a word that the glossary lacks ("Arbeitsplätze") leads nowhere there, while the
translation of the very sentence that answers it holds it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.types import Language
from assistant.writing.translated import entries, words_by_stem
from knowledge.language.analysis import Analyzer
from knowledge.language.expansion import SNOWBALL
from knowledge.language.stopwords import stopwords

LEAST_SHARE = 0.5
"""Least share of the weight of the question's words that a translation must hold."""

MOST = 2


@dataclass(frozen=True, slots=True)
class _Stems:
    """The stems of all translated sentences of one language."""

    sentences: tuple[str, ...]
    holding: Mapping[str, frozenset[int]]

    def weight(self, stem: str) -> float:
        """Return how much a stem tells: most when no or one sentence holds it."""
        return math.log(len(self.sentences) / max(1, len(self.holding.get(stem, ()))))


@cache
def _stems(language: Language) -> _Stems:
    analyzer = Analyzer(SNOWBALL[language.value])
    texts = [text for text in entries() if "{" not in text]
    holding: dict[str, set[int]] = defaultdict(set)
    for place, text in enumerate(texts):
        for word in analyzer.words(entries()[text][language.value]):
            holding[analyzer.stem(word)].add(place)
    return _Stems(tuple(texts), {stem: frozenset(places) for stem, places in holding.items()})


def prepare() -> None:
    """Work out now what the first question in another language would wait for: half a second."""
    for language in (Language.ENGLISH, Language.GERMAN):
        sentences_for("?", language)
        words_by_stem(language)


def sentences_for(question: str, language: Language) -> Sequence[str]:
    """Return at most two Dutch sentences whose translations hold most of what a question asks, the likeliest first."""
    if language is Language.DUTCH:
        return ()
    known, analyzer = _stems(language), Analyzer(SNOWBALL[language.value])
    little = stopwords(language.value)
    stems = {analyzer.stem(word) for word in analyzer.words(question) if word not in little}
    total = sum(known.weight(stem) for stem in stems)
    scores: dict[int, float] = defaultdict(float)
    for stem in stems:
        for place in known.holding.get(stem, ()):
            scores[place] += known.weight(stem)
    best = sorted(scores, key=lambda place: (-scores[place], place))[:MOST]
    return tuple(known.sentences[place] for place in best if scores[place] >= LEAST_SHARE * total)
