"""Does a short expected text stand in an answer? Compared as people read: "9.000" is "9 000", "1 april" is "01-04".

A text becomes a row of tokens: folded words, and the items of verification (numbers with units, dates, periods, times,
codes). An expected text occurs when its tokens follow each other there, an item being met by one that says at
least as much: "1 april" by "1 april 2027", "2.601" by "2.601 euro", never the other way round.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.verification.items import Item, ItemKind, items_of
from assistant.verification.lexicon import folded, plain
from knowledge.language.months import MONTHS

_WORD = re.compile(r"[^\W_]+")
_RANGES = (("tot", "en", "met"), ("tot",), ("t", "m"), ("to",), ("bis",), ("until",))
"""Words between the ends of a range; "2.700-4.200" has none."""

LONGER_FROM = 5
"""Letters from which a last word may go on: "monteur" in "monteurs", "entree" in "entreediploma", not "nee" in "neer"."""

_ROW_NUMBER = re.compile(r"^\s*(?:\d{1,3}[.)]|[-*•])\s+")
"""The number of a row in a list: ours, not the source's."""


@dataclass(frozen=True, slots=True)
class Readable:
    """A text made ready for looking things up in it."""

    tokens: tuple[str | Item, ...]
    flat: str

    def holds(self, wanted: str) -> bool:
        """Say whether the expected text stands here."""
        asked = readable(wanted)
        if _runs(asked.tokens, self.tokens):
            return True
        return bool(asked.flat) and _pattern(asked.flat).search(self.flat) is not None

    def holds_item(self, item: Item) -> bool:
        """Say whether an item stands here, whatever it is counted per."""
        if item.kind is ItemKind.CODE:
            return _runs(tuple(_code_parts(item)), self.tokens)
        bare = Item(item.kind, item.value, item.start, item.end, item.unit)
        return any(_covers(bare, token) for token in self.tokens if isinstance(token, Item))


@lru_cache(maxsize=20_000)
def readable(text: str) -> Readable:
    """Return a text ready for looking things up in it."""
    shown = plain(text)
    return Readable(tuple(_tokens(shown)), _flat(shown))


def without_row_number(text: str) -> str:
    """Return a sentence without the number or dash that begins a row of a list."""
    return _ROW_NUMBER.sub("", text)


def says_one_of(text: Readable, alternatives: tuple[str, ...]) -> bool:
    """Say whether one of the alternatives of a fact stands in a text."""
    return any(text.holds(one) for one in alternatives)


def _tokens(text: str) -> list[str | Item]:
    """Return words and items in order; what stands between the ends of a range is left out."""
    items = items_of(text)
    tokens: list[str | Item] = []
    place = 0
    for index, item in enumerate((*items, None)):
        words = _WORD.findall(folded(text[place : item.start if item else len(text)]))
        is_between = 0 < index < len(items) and tuple(words) in _RANGES
        tokens += [] if is_between else words
        if item is not None:
            tokens += _code_parts(item) if item.kind is ItemKind.CODE else [item]
            place = item.end
    return tokens


def _code_parts(item: Item) -> list[str | Item]:
    """Return "mbo4" as "mbo" and "4", as it is also written apart."""
    return list(re.findall(r"[a-z]+|\d+", item.value))


def _runs(asked: tuple[str | Item, ...], tokens: tuple[str | Item, ...]) -> bool:
    """Say whether the tokens that are asked follow each other somewhere; no tokens never do."""
    width = len(asked)
    starts = range(len(tokens) - width + 1)
    return width > 0 and any(_is_met(asked, tokens[at : at + width]) for at in starts)


def _is_met(asked: tuple[str | Item, ...], found: tuple[str | Item, ...]) -> bool:
    last = len(asked) - 1
    return all(
        _covers(one, other) or (at == last and _is_begun(one, other))
        for at, (one, other) in enumerate(zip(asked, found, strict=True))
    )


def _is_begun(word: str | Item, longer: str | Item) -> bool:
    if not isinstance(word, str) or not isinstance(longer, str) or len(word) < LONGER_FROM:
        return False
    return word.isalpha() and longer.startswith(word)


def _covers(asked: str | Item, found: str | Item) -> bool:
    """Say whether `found` states what is `asked`, or more."""
    if isinstance(asked, str) or isinstance(found, str):
        return _as_text(asked) == _as_text(found)
    if asked.kind is ItemKind.NUMBER and found.kind is ItemKind.NUMBER:
        same = Decimal(asked.value) == Decimal(found.value)
        return same and asked.unit in ("", found.unit) and asked.per in ("", found.per)
    if asked.kind is ItemKind.NUMBER and not asked.unit and len(asked.value) == 4:
        return found.kind in (ItemKind.DATE, ItemKind.PERIOD) and asked.value in found.value.split("-")
    if asked.kind is ItemKind.DATE and found.kind is ItemKind.DATE:
        pairs = zip(asked.value.split("-"), found.value.split("-"), strict=True)
        return all(one in ("", other) for one, other in pairs)
    return asked.kind is found.kind and asked.value == found.value


def _as_text(token: str | Item) -> str:
    if isinstance(token, str):
        return token
    return token.value if token.kind is ItemKind.NUMBER and not token.unit else ""


def _flat(text: str) -> str:
    """Return the folded text with one space between words, without thousands separators and hyphens."""
    grouped = re.sub(r"(?<=\d)[. ](?=\d{3}(?!\d))", "", folded(text))
    dated = re.sub(r"\b(\d{1,2})[-/](\d{1,2})(?=\b(?![-/]))", _day_and_month, grouped)
    return " ".join(re.sub(r"[-/]", " ", dated).split())


def _day_and_month(match: re.Match[str]) -> str:
    """Return "01-04" as "1 april"; anything that is no date stays."""
    day, month = int(match[1]), int(match[2])
    is_date = "0" in (match[1][0], match[2][0]) and len(match[2]) == 2 and 1 <= day <= 31 and 1 <= month <= 12
    return f"{day} {MONTHS['nl'][month - 1]}" if is_date else match[0]


@lru_cache(maxsize=20_000)
def _pattern(flat: str) -> re.Pattern[str]:
    """Return what finds the flat text as whole words and whole numbers."""
    ending = r"\w*" if re.search(rf"[^\W\d_]{{{LONGER_FROM},}}$", flat) else ""
    return re.compile(rf"(?<![\w])(?<!\d[.,]){re.escape(flat)}{ending}(?!\w)(?![.,]\d)")
