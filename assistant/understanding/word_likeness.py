"""How surely a word that somebody says is one of the name of a course: a form of it, a compound, misspelled or in another language. Pure.

Data: data/offer_called.yaml, the words for courses, of steps and for what a course gives.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from assistant.understanding.course_subjects import is_same_subject
from knowledge.data_files import read_data
from knowledge.language.analysis import Analyzer
from knowledge.language.detection import LANGUAGES
from knowledge.language.expansion import SNOWBALL, glossary
from knowledge.language.real_words import real_words
from knowledge.language.spelling import edit_distance, tolerated_errors
from knowledge.language.synonyms import synonyms_of

_DATA = Path(__file__).parent / "data" / "offer_called.yaml"

SAME, OF_ONE_STEM, IN_COMPOUND, MISSPELLED, IN_OTHER_WORDS, NEARLY = 1.0, 0.98, 0.9, 0.85, 0.8, 0.3
"""How surely a word of a message is one of a name."""

SHORTEST_HEAD = 3
"""Letters of the shortest word before one for a course ("lascursus")."""

SHORTEST_TAIL = 6
"""Letters of the shortest word that names a longer one which ends with it ("heftruck" and "vorkheftruck")."""

DOINGS = ("en", "ing", "n")
"""How a word ends for something that is done: what is done otherwise is another thing ("onderwaterlassen" is no "lassen")."""

SHORTEST_PREFIX = 5
"""Letters of the shortest word that names a longer one which begins with it ("robot" and "robotprogrammeren")."""

MOST_ERRORS = 2
"""Errors of a long word that is still recognised."""


@lru_cache(maxsize=20_000)
def likeness(word: str, name: str, language: str) -> float:
    """Return how surely (0 to 1) a word of a message is a word of a name."""
    if word == name:
        return SAME
    if any(map(HAS_FIGURE.search, (word, name))) or min(len(word), len(name)) == 1:
        return 0.0
    ways: tuple[tuple[float, Callable[[], bool]], ...] = (
        (OF_ONE_STEM, lambda: Analyzer().stem(word) == Analyzer().stem(name) or _is_done(word, name)),
        (IN_COMPOUND, lambda: _is_compound(word, name)),
        (MISSPELLED, lambda: _is_misspelled(word, name)),
        (IN_OTHER_WORDS, lambda: _is_translated(word, name, language) or _is_of_subject(word, name)),
        (NEARLY, lambda: Analyzer().stem(name) in map(Analyzer().stem, synonyms_of(word))),
    )
    return next((sure for sure, is_so in ways if is_so()), 0.0)


HAS_FIGURE = re.compile(r"^\d|\d$")
"""A word with a figure, which is itself or another: "a1" is no "a2"."""


def _is_of_subject(word: str, name: str) -> bool:
    """Say whether a word, or what a compound is of, stands for the same thing as one of a name."""
    return any(is_same_subject(one, name) for one in (word, *_heads(word)))


def _is_done(word: str, name: str) -> bool:
    """Say whether one word is the doing of which the other is the name ("reanimeren" and "reanimatie")."""
    bases = [OF_DOING.sub("", one) for one in (word, name)]
    return bases[0] == bases[1] and len(bases[0]) >= SHORTEST_DOING


OF_DOING = re.compile(r"(?:eren|atie|ering|aties|ation|ations|ating|ieren|ierung|ierungen)$")
SHORTEST_DOING = 5
"""How a verb ends and the name of what it does, and the letters before that."""


def _is_compound(word: str, name: str) -> bool:
    return any(_is_head(one, other) for one in (word, *_heads(word)) for other in (name, *_heads(name)))


def _is_misspelled(word: str, name: str) -> bool:
    """Say whether a word is near one of a name and no word of its own ("master" is no "taster")."""
    allowed = min(tolerated_errors(word), tolerated_errors(name))
    near = allowed > 0 and edit_distance(word, name, MOST_ERRORS) <= allowed
    is_other = len(word) == len(name) and _is_of_two_words(word)
    return near and not is_other and not any(word in real_words(one) for one in LANGUAGES)


@lru_cache(maxsize=5_000)
def _is_of_two_words(word: str) -> bool:
    """Say whether a word is made of two that people know: "mondzorg" is a thing of its own, and no misspelling of "wondzorg"."""
    known = real_words("nl")
    return any(
        word[:at] in known and word[at:] in known
        for at in range(SHORTEST_OF_TWO, len(word) - SHORTEST_OF_TWO + 1)
    )


SHORTEST_OF_TWO = 4
"""Letters of each of two words that make one."""


def _is_translated(word: str, name: str, language: str) -> bool:
    """Say whether a word of a message and one of a name are the same in Dutch, whichever of the three languages they are in."""
    other = "en" if language == "nl" else language
    stem = Analyzer().stem
    said = {
        stem(one) for one in (word, *_heads(word), *_in_dutch(word, other), *_dutch_of_heads(word, other))
    }
    named = {stem(one) for one in (name, *_in_dutch(name, "en"), *_in_dutch(name, "de"))}
    return not said.isdisjoint(named)


def _dutch_of_heads(word: str, language: str) -> tuple[str, ...]:
    return tuple(dutch for head in _heads(word) for dutch in _in_dutch(head, language))


def _is_head(one: str, other: str) -> bool:
    """Say whether one word is the other's beginning, or its end: the trade of a course, a verb of it, or a longer name of it."""
    short, long = sorted((one, other), key=len)
    if one == other:
        return one not in course_words()["weak"]
    if long.endswith(short) and len(short) >= SHORTEST_TAIL and len(long) - len(short) >= SHORTEST_HEAD:
        return short not in course_words()["weak"] and not short.endswith(
            DOINGS
        )  # a "vorkheftruck" is a "heftruck"
    if not long.startswith(short):
        return (
            short[:-2] == long[: len(short) - 2]
            and len(short) - 2 >= SHORTEST_PREFIX
            and short.endswith("en")
        )
    if len(short) >= SHORTEST_PREFIX:
        return short not in course_words()["weak"]
    return len(short) >= SHORTEST_HEAD and long[len(short) :] in ENDINGS


ENDINGS = frozenset(["t", "en", "n", "s", "er", "ers", "sen", "ser", "sers"])
"""What a verb or its doer adds to its stem ("las": "lassen", "lasser"; "frees" has no such head)."""


@lru_cache(maxsize=5_000)
def _heads(word: str) -> tuple[str, ...]:
    """Return what a compound is of beside a word for a course, for what it gives or for its step: "heftruckpapier" of "heftruck"."""
    found = []
    for noun in (*course_words()["nouns"], *course_words()["papers"]):
        head = word.removesuffix(noun)
        if head != word and len(head) >= SHORTEST_HEAD:
            found += [head, head.removesuffix("s")]
    found += [word.removeprefix(step) for step in course_words()["before"] if word.startswith(step)]
    return tuple(one for one in dict.fromkeys(found) if SHORTEST_HEAD <= len(one) < len(word))


def _in_dutch(word: str, language: str) -> tuple[str, ...]:
    """Return the single Dutch words for an English or German one."""
    dutch = glossary(language).get((Analyzer(SNOWBALL[language]).stem(word),), ())
    return tuple(term for term in dutch if term.isalpha())


@lru_cache(maxsize=1)
def course_words() -> dict[str, tuple[str, ...]]:
    """Return the words for courses, longest first, the weak words of names, and what is asked of courses."""
    raw: dict[str, list[str]] = read_data(_DATA)
    return {key: tuple(sorted(words, key=lambda one: (-len(one), one))) for key, words in raw.items()}
