"""The words of the page itself, one data file per language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from assistant.types import Language
from knowledge.data_files import read_data

FOLDER = Path(__file__).parent / "texts"


@dataclass(frozen=True, slots=True)
class Texts:
    """The interface texts of one language. A key that is missing is a fault of ours, found by a test."""

    language: Language
    words: Mapping[str, str]
    examples: tuple[str, ...]

    def __getitem__(self, key: str) -> str:
        return self.words[key]

    def count(self, key: str, number: int) -> str:
        """Return the text for `number` things: `<key>_one` or `<key>_many` with the number filled in."""
        form = "one" if number == 1 else "many"
        return self.words[f"{key}_{form}"].format(n=number)


@cache
def texts_in(language: Language) -> Texts:
    """Read the texts of `language`."""
    data = read_data(FOLDER / f"{language.value}.yaml")
    return Texts(language, data["words"], tuple(data["examples"]))


@cache
def room_texts(room: str, language: Language) -> Texts:
    """Read the texts of a room, from the folder of that name, on top of those of the page."""
    frame = texts_in(language)
    path = FOLDER / room / f"{language.value}.yaml"
    return replace(frame, words={**frame.words, **read_data(path)})


def language_from(value: object, fallback: Language = Language.DUTCH) -> Language:
    """Return the language with this code, or `fallback` for anything else."""
    return Language(value) if isinstance(value, str) and value in set(Language) else fallback


def preferred_language(accept_language: str) -> Language:
    """Return the first language of an Accept-Language header that the page speaks; Dutch when none is.

    The order of the header is taken for the order of preference (RFC 9110, 12.5.4, without weights):
    browsers send them sorted.
    """
    for part in accept_language.split(","):
        code = part.split(";")[0].strip().lower().split("-")[0]
        if code in set(Language):
            return Language(code)
    return Language.DUTCH
