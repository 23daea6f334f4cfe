"""Which figures and names of a sentence stand in a text, and which do not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import yaml

from assistant.types import Sentence, SentenceKind
from assistant.verification.computed import figures_in, follows_from
from assistant.verification.items import ItemKind, items_of
from assistant.verification.lexicon import plain
from assistant.verification.names import names_of, occurs, tokens_of
from assistant.writing.phrases import FOLDER
from evals.conversation.matching import Readable, readable, without_row_number
from evals.conversation.types import Cited

_DIGITS = re.compile(r"\d[\d.,]*")
"""What looks like a figure, and is none to the product's own reading of them: looked for as it is written."""

COUNTED = ("", "course", "school", "company", "person")
"""Units of things that an answer may count itself."""


@dataclass(frozen=True, slots=True)
class Held:
    """What may be said: texts for figures, and words for names."""

    figures: Readable
    words: frozenset[str]
    literal: str

    @classmethod
    def of(cls, cited: Iterable[Cited], also: str = "") -> Held:
        """Return what citations hold, with what is shown beside them, and `also`."""
        found = tuple(cited)
        text = "\n".join((*(f"{one.quote}\n{one.shown}" for one in found), also))
        quotes = "\n".join(one.quote for one in found)
        return cls(readable(text), tokens_of(plain(text)), _spaced(quotes))

    def has_literally(self, text: str) -> bool:
        """Say whether a text stands word for word in one of the quotes, however it is broken into lines."""
        return _spaced(text) in self.literal


def unheld(sentence: Sentence, held: Held) -> tuple[str, ...]:
    """Return the figures and names of a sentence that do not stand in what is held, as they are written.

    Of a sentence that says what is computed, a figure may also follow from those held, or count the citations.
    """
    text = plain(without_row_number(sentence.text))
    if held.has_literally(text):
        return ()
    items = items_of(text)
    lacking = [text[item.start : item.end].strip() for item in items if not held.figures.holds_item(item)]
    rest = text
    for item in items:
        rest = rest[: item.start] + " " * (item.end - item.start) + rest[item.end :]
    lacking += [digits for digits in _DIGITS.findall(rest) if not held.figures.holds(digits)]
    if sentence.kind is SentenceKind.COMPUTED:
        lacking = [text for text in lacking if not _is_computed(text, sentence, held)]
    known = held.words | frame_words()
    lacking += [name.text for name in names_of(text, sentence.language) if not occurs(name.text, known)]
    return tuple(dict.fromkeys(lacking))


def _is_computed(text: str, sentence: Sentence, held: Held) -> bool:
    values = figures_in(text)
    given = figures_in(held.literal)
    return bool(values) and all(
        follows_from(value, given) or value in range(len(sentence.citations) + 1) for value in values
    )


def is_count(text: str) -> bool:
    """Say whether a text counts things, such as rows or courses: no amount, length or year."""
    items = items_of(text)
    is_number = len(items) == 1 and items[0].kind is ItemKind.NUMBER
    return is_number and items[0].unit in COUNTED and len(items[0].value) < 4


@cache
def frame_text() -> str:
    """Return all fixed phrases of the product in three languages, without what is filled in."""
    files = sorted(FOLDER.glob("*.yaml"))
    phrases = [str(one) for path in files for one in _texts(yaml.safe_load(path.read_text("utf-8")))]
    return plain("\n".join(re.sub(r"\{[^{}]*\}", " ", phrase) for phrase in phrases))


@cache
def frame_words() -> frozenset[str]:
    """Return the words of the fixed phrases, folded: a capital in them makes no name."""
    return tokens_of(frame_text())


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return [value] if isinstance(value, str) else []


def _spaced(text: str) -> str:
    return " ".join(plain(text).split())
