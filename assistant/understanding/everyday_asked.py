"""What pupils, students and parents ask of school in everyday words, and which sentences of the library answer it. Pure.

"Hoe werkt bbl als ik geen baas heb" shares no word with the sentence that a recognised training company is needed. Which
meaning a message has is said by words that all must be there, some of them perhaps just before. Data: data/everyday_asked.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from assistant.types import Language
from assistant.understanding.weighing import is_everyday
from knowledge.data_files import read_data
from knowledge.language.normalisation import fold
from knowledge.language.soft import is_soft
from knowledge.language.stopwords import stopwords

_DATA = Path(__file__).parent / "data" / "everyday_asked.yaml"

LOOKED_BACK = 3
"""Messages of the person in which a word may have been said before."""

LONGEST_NEXT = 8
"""Words of the longest message that may leave such a word out."""

OF_SCHOOL = ("mbo", "school", "higher", "minor", "around")
"""Words that any such message may have beside its own."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence of the library begins: its document, and its first words."""

    document: str
    beginning: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is asked: the words that say so, and the sentences that answer it, led in by `notice` where one is named."""

    name: str
    words: tuple[str, ...]
    unlike: tuple[str, ...]
    before: frozenset[str]
    answers: tuple[Place, ...]
    notice: str = ""
    in_story: tuple[str, ...] | None = None
    """Words that a story must have beside `words`; None where a story that has these may ask anything."""


def meanings() -> tuple[Meaning, ...]:
    """Return all meanings, in the order in which they are looked for."""
    return _data()[1]


def asked_in_everyday_words(
    text: str, earlier: Sequence[str], language: Language, *, is_all: bool
) -> Meaning | None:
    """Return what a message asks, None for any other message. `earlier` are the messages of the person before it.

    With `is_all` the message must say nothing else; without, it may be a story, and must have every word itself.
    """
    folded = _folded(text)
    has = cache(partial(_has, folded))  # many meanings share their words
    for meaning in meanings():
        if not is_all and not (meaning.in_story is not None and all(map(has, meaning.in_story))):
            continue
        if any(map(has, meaning.unlike)):
            continue
        absent = [one for one in meaning.words if not has(one)]
        if absent and not (is_all and _were_said(absent, meaning, folded, earlier, language)):
            continue
        if not is_all or _says_only(folded, meaning, language):
            return meaning
    return None


def _were_said(
    absent: Sequence[str], meaning: Meaning, folded: str, earlier: Sequence[str], language: Language
) -> bool:
    """Say whether the words that a short message leaves out stand in one before it that was of nothing else."""
    if len(folded.split()) > LONGEST_NEXT or len(absent) == len(meaning.words):
        return False
    if not meaning.before.issuperset(absent):
        return False
    said = [_folded(one) for one in reversed(earlier[-LOOKED_BACK:])]
    of_this = [one for one in said if _says_only(one, meaning, language)]
    return all(any(_has(one, word) for one in of_this) for word in absent)


def _says_only(folded: str, meaning: Meaning, language: Language) -> bool:
    """Say whether a message has no word of content beside those of a meaning."""
    rest = folded
    for name in (*meaning.words, *OF_SCHOOL):
        rest = _data()[0][name].sub(" ", rest)
    return not any(_is_content(word, language) for word in re.findall(r"[a-z][a-z'-]+", rest))


def _is_content(word: str, language: Language) -> bool:
    plain = word.strip("'-")
    is_little = plain in stopwords(language.value) or is_soft(plain, language.value)
    return not (is_little or is_everyday(plain, language))


def _has(folded: str, name: str) -> bool:
    return _data()[0][name].search(folded) is not None


def _folded(text: str) -> str:
    return " ".join(fold(text).replace("’", "'").split())


@cache
def _data() -> tuple[Mapping[str, re.Pattern[str]], tuple[Meaning, ...]]:
    raw = read_data(_DATA)
    words = {name: re.compile(pattern) for name, pattern in raw["words"].items()}
    return words, tuple(_meanings(raw["meanings"]))


def _meanings(raw: Mapping[str, Mapping[str, Any]]) -> Iterator[Meaning]:
    for name, entry in raw.items():
        places = tuple(Place(document, beginning) for document, beginning in entry["answers"])
        before = frozenset(entry.get("before", ()))
        unlike = tuple(entry.get("none", ()))
        in_story = tuple(entry["story"]) if "story" in entry else None
        notice = str(entry.get("notice", ""))
        yield Meaning(name, tuple(entry["all"]), unlike, before, places, notice, in_story)
