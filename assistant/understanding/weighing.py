"""Which words of a question an answer has to account for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from assistant.types import Language
from knowledge.data_files import read_data
from knowledge.language.analysis import Analyzer
from knowledge.language.expansion import abbreviations
from knowledge.language.spelling import edit_distance
from knowledge.language.stopwords import stopwords
from knowledge.types import QuestionWord

_DATA = Path(__file__).parent / "data" / "everyday.yaml"

OF_SITUATION, OF_EVERYDAY = 0.4, 0.25
"""What is left of the weight of a word that only tells about the person, and of one of everyday speech."""


def without_situation(words: Sequence[QuestionWord], situation: str) -> tuple[QuestionWord, ...]:
    """Return the words with those of the person's situation made light and no longer content.

    When nothing else is left ("Ik heb mbo 2 metaal. Wat nu?") the situation is what is asked about.
    """
    told = frozenset(Analyzer().words(situation))
    lighter = tuple(
        replace(word, weight=OF_SITUATION * word.weight, is_content=False)
        if told.intersection(word.forms)
        else word
        for word in words
    )
    return lighter if any(word.is_content for word in lighter) else tuple(words)


def without_everyday(
    words: Sequence[QuestionWord], question: str, language: Language
) -> tuple[QuestionWord, ...]:
    """Return the words with those of everyday speech made light and no longer content.

    A word is everyday by how the question has it: the forms of a translated word are words of the sources.
    """
    everyday = _everyday(language)
    asked = frozenset(Analyzer().words(question))
    small = _small_words(question) if language is Language.GERMAN else frozenset()
    return tuple(
        replace(word, weight=OF_EVERYDAY * word.weight, is_content=False)
        if (everyday & asked).intersection(word.forms)
        or _is_misspelled(word, language)
        or _is_small(word, small)
        else word
        for word in words
    )


WRITES_CAPITALS = 2
"""Words with a capital inside a German question from which its writer uses them: then a small word is no noun."""


def _small_words(question: str) -> frozenset[str]:
    """Return the folded words without a capital of a German question whose nouns have one, none where it has no capitals."""
    inside = re.findall(r"(?<=[\w,] )[^\W\d_][\w-]*", question)
    if sum(word[0].isupper() for word in inside) < WRITES_CAPITALS:
        return frozenset()
    return frozenset(folded for word in inside if word[0].islower() for folded in Analyzer().words(word))


def _is_small(word: QuestionWord, small: frozenset[str]) -> bool:
    """Say whether a word is one without a capital that no source has and the glossary does not know: a way of putting it."""
    is_unknown = not any(likeness >= KNOWN for likeness in word.likeness.values())
    return len(word.forms) == 1 and word.forms[0] in small and is_unknown


KNOWN = 0.8
"""Likeness from which a word of a source is the one that is meant."""


def _is_misspelled(word: QuestionWord, language: Language) -> bool:
    """Say whether a word that no source has is a little or everyday word with one typing error in it ("begno", "wlke").

    A letter that is another one, or one too many, makes another word as easily: "morgen" is not "mogen".
    """
    if any(likeness >= 1.0 for likeness in word.likeness.values()):
        return False
    return _is_near_everyday(word.forms[0], language)


@lru_cache(maxsize=20_000)
def _is_near_everyday(written: str, language: Language) -> bool:
    if len(written) < SHORTEST_MISSPELLED:
        return False
    return any(
        right[0] == written[0]
        and (len(right) == len(written) + 1 or sorted(right) == sorted(written))
        and edit_distance(written, right, 1) == 1
        for right in _everyday(language) | stopwords(language.value)
        if len(right) >= SHORTEST_MISSPELLED
    )


SHORTEST_MISSPELLED = 4
"""Letters of the shortest word that is taken for an everyday one with an error in it."""


def with_names(words: Sequence[QuestionWord], names: Sequence[str]) -> tuple[QuestionWord, ...]:
    """Return the words with those written as a name in capitals as content, however everyday they look ("SLIM", "STAP")."""
    named = frozenset(Analyzer().words(" ".join(names)))
    return tuple(
        replace(word, is_content=True, weight=max(word.weight, OF_A_NAME))
        if named.intersection(word.forms[:1])
        else word
        for word in words
    )


def with_abbreviations(words: Sequence[QuestionWord]) -> tuple[QuestionWord, ...]:
    """Return the words with those of a name written out met by its abbreviation too ("Universiteit Twente" by "UT").

    Words that were only added for an abbreviation in the question are no content: they count for nothing twice.
    """
    stems = [_stems(word.forms) if word.is_content else frozenset[str]() for word in words]
    found = list(words)
    for start, first in enumerate(stems):
        for short, phrase in (one for stem in first for one in _written_out().get(stem, ())):
            run = stems[start : start + len(phrase)]
            if len(run) == len(phrase) and all(
                own & of_word for own, of_word in zip(phrase, run, strict=True)
            ):
                for at in range(start, start + len(phrase)):
                    found[at] = replace(found[at], likeness={**found[at].likeness, short: 1.0})
    return tuple(found)


@cache
def _written_out() -> Mapping[str, list[tuple[str, tuple[frozenset[str], ...]]]]:
    """Return by the stem of its first word each abbreviation that stands for two words or more, with the stems of these."""
    found: dict[str, list[tuple[str, tuple[frozenset[str], ...]]]] = {}
    for short, words in abbreviations().items():
        phrase = tuple(_stems((word,)) for word in words)
        if len(phrase) > 1:
            for stem in phrase[0]:
                found.setdefault(stem, []).append((short, phrase))
    return found


@lru_cache(maxsize=1_000)
def _stems(forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(Analyzer().stems(list(forms)))


OF_A_NAME = 4.0
"""Least weight of a name: that of a word that stands in one passage of thirty."""


def of_topic(words: Sequence[QuestionWord], new: str) -> tuple[QuestionWord, ...]:
    """Return the words of a follow-up with those that are not in `new` made light.

    "Hoeveel vragen heeft het examen VCA VOL?", then "en Basis?": what is new must be in the answer, VOL need not.
    "Welke bedrijven zitten in TechWise?", then "hoeveel subsidie kreeg het?": TechWise must be, the companies need not.
    """
    fresh = frozenset(Analyzer().words(new))
    return tuple(
        word
        if fresh.intersection(word.forms)
        else replace(word, weight=OF_TOPIC * word.weight, is_content=False)
        for word in words
    )


OF_TOPIC = 0.6
"""What is left of the weight of a word of the earlier question, which may be the one that is replaced."""


def is_everyday(word: str, language: Language) -> bool:
    """Say whether a folded word is one of everyday speech, which says nothing of what is asked."""
    return word in _everyday(language)


@cache
def _everyday(language: Language) -> frozenset[str]:
    raw = read_data(_DATA)[language.value]
    return frozenset(word for text in raw for word in Analyzer().words(str(text)))
