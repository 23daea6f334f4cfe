"""Figures as people write them in a cell: "€ 1.250,-", "ca. 2 jaar", "vanaf 500 euro per jaar", "gratis", "1 sept 2026".

A reading says whether it is the whole of what the cell says; where it is not, the words of the cell are kept beside it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.catalogue.folding import folded
from knowledge.catalogue.importing.values import between_of, date_of, duration_of
from knowledge.catalogue.types import Between
from knowledge.data_files import read_data
from knowledge.language.months import MONTH_NUMBERS

STARTING_AT, AT_MOST = "vanafprijs", "maximumprijs"
"""What an amount is that is the lowest or the highest of several: the others are not known."""


@dataclass(frozen=True, slots=True)
class Price:
    """An amount of a cell: in euro, what it is paid for ("" is not said), what it is, and whether that is all the cell says."""

    euro: Between
    per: str = ""
    what: str = ""
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Length:
    """A duration of a cell in months, and whether that is all the cell says."""

    months: Between
    is_whole: bool = True


@cache
def _words() -> Mapping[str, Any]:
    words: Mapping[str, Any] = read_data(Path(__file__).with_name("notations.yaml"))
    return words


@cache
def _any_of(key: str) -> str:
    """Return a pattern of the words of a list, the longest first."""
    return _either(_words()[key])


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _named(table: str) -> Mapping[str, str]:
    """Return for each word of a table of lists the name that it stands for."""
    return {word: str(name) for name, words in _words()[table].items() for word in words}


def price_of(text: str) -> Price | None:
    """Return the amount of a cell in euro; None when there is none to read, or one that is no amount."""
    if folded(text) in _words()["free"]:
        return Price(Between(0, 0), "opleiding")
    line, per = _without_unit(_plain(_opening(text)))
    what = ""
    for key, meaning in (("about", ""), ("from", STARTING_AT), ("up_to", AT_MOST)):
        line, is_found = _without(line, key)
        what = meaning if is_found and meaning else what
    line = re.sub(r"^(?:tussen|between|zwischen)\b(.*?)\b(?:en|and|und)\b", r"\1-", line).strip()
    euro = between_of(_without_dashes(line))
    if euro is None or _is_negative(text) or SEVERAL_AMOUNTS.search(text):
        return None
    shortest = re.sub(r"[\s€]|eur(?:o)?", "", _plain(text))
    is_whole = shortest == re.sub(r"[\s€]|eur(?:o)?", "", line)
    return Price(euro, per, what, is_whole or (bool(per) and not what and "(" not in text))


SEVERAL_AMOUNTS = re.compile(r"\d\s*/\s*(?:[^\W\d]+\s+)?(?:€\s*)?\d|\d\s+(?!\d{3}(?:\D|$))\d")
"""Two amounts in one cell, for different groups ("175 / groep 1.150"): none of them is the price."""


def _is_negative(text: str) -> bool:
    return re.match(r"\s*(?:€|eur(?:o)?)?\s*-\s*\d", text, re.IGNORECASE) is not None


def unit_in(heading: str) -> str:
    """Return what the amounts below a heading are paid for ("Kosten per jaar": "jaar"), "" when it does not say."""
    return _without_unit(_plain(re.sub(r"[()_]", " ", heading)))[1]


def fee_in(heading: str) -> str:
    """Return what the amounts below a heading are ("Cursusgeld 2026": "cursusgeld"), "" when it does not say."""
    named = _named("what")
    said = f" {folded(heading)} "
    return next((named[word] for word in sorted(named, key=len, reverse=True) if f" {word} " in said), "")


def _opening(text: str) -> str:
    """Return what stands before an explanation: "3 jaar" of "3 jaar (12 modules)", "€ 5" of "€ 5 excl. btw"."""
    opening = re.split(
        r"[(:;]|,(?!\s?[\d-])|\s(?:excl|incl|exkl|inkl|zzgl|vrij van|btw|plus|zonder|ohne)\b", text
    )
    return opening[0].strip() or text.strip()


def _plain(text: str) -> str:
    """Return `text` in lower case without accents, with one kind of dash, space and euro."""
    line = re.sub(r"[\u2010-\u2015\u2212]", "-", text.casefold()).replace("½", HALF)
    letters = unicodedata.normalize("NFKD", line)
    line = "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("v.a.", "vanaf")
    return " ".join(re.sub(r"(?<=\d)\s*euros?\b", " €", line).replace(HALF, "½").split())


HALF = "\uf0bd"
"""Stands for the sign of a half, which is not to be written out."""


def _without_dashes(line: str) -> str:
    """Return `line` without the dashes that stand for no cents: "1.250,-", "500,--"."""
    return re.sub(r"(?<=\d)[.,] ?(?:-{1,2}|=)(?!\d)", "", line)


def _without(line: str, key: str) -> tuple[str, bool]:
    """Return `line` without a word of a list before its figure, and whether there was one."""
    shorter = re.sub(rf"^(?:{_any_of(key)})\.?(?![a-z])\s*", "", line)
    return shorter, shorter != line


def _without_unit(line: str) -> tuple[str, str]:
    """Return `line` without what it says that an amount is paid for, and that; "" when it says nothing."""
    for key, unit in (("yearly", "jaar"), ("monthly", "maand"), ("whole", "opleiding")):
        shorter = re.sub(rf"\s*\b(?:{_any_of(key)})\b\.?", "", line)
        if shorter != line:
            return shorter.strip(), unit
    units = _named("per")
    match = re.search(rf"\s*(?:\b(?:per|pro|p\.)\s+|p?\s?/\s?|\bp\.)({_either(units)})\.?(?![a-z])", line)
    if match is None:
        return line, ""
    return (line[: match.start()] + line[match.end() :]).strip(), units[match[1]]


def length_of(text: str) -> Length | None:
    """Return the duration of a cell in months; None when there is none to read. A least or most one is none."""
    exactly = duration_of(text)
    if exactly is not None:
        return Length(exactly)
    line, is_about = _without(_plain(_opening(text)), "about")
    line = re.sub(r"(?<=\d)\s*½", ",5", line).replace("½", "0,5")
    line = re.sub(r"(?<=[\d\s])(?:a|of|or|oder|/)(?=\s*\d)", "-", line).rstrip(".")
    numbers = _named("numbers")
    line = re.sub(rf"^({_either(numbers)})(?=\s)", lambda match: numbers[folded(match[1])], line)
    found = duration_of(line) or _of_two(line)
    is_whole = not is_about and _opening(text) == text.strip()
    return None if found is None else Length(found, is_whole)


def _of_two(line: str) -> Between | None:
    """Return the length of "1 jaar en 6 maanden", the sum of two."""
    first, _, second = re.sub(r"\s+(?:and|und|\+)\s+", " en ", line).partition(" en ")
    one, other = duration_of(first), duration_of(second)
    if one is None or other is None:
        return None
    return Between(round(one.low + other.low, 2), round(one.high + other.high, 2))


def day_of(text: str) -> date | None:
    """Return a day in figures, or with its month in words: "1 sept 2026", "1. September 2026", "September 1, 2026"."""
    found = date_of(text) or date_of(IN_SHORT.sub(r"\1-\2-20\3", text))
    if found is not None:
        return found
    months = month_numbers()
    line = YEAR_BEHIND.sub(r"\1 20\2", folded(SHORT_YEAR.sub(r"20\1", text)))
    if SEVERAL_DAYS.search(line):
        return None
    for pattern in (r"(?:.* )?(?P<day>\d{1,2})(?:e|ste|de|st|nd|rd|th)? (?P<month>[a-z]+) (?P<year>\d{4})",
                    r"(?P<month>[a-z]+) (?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<year>\d{4})"):  # fmt: skip
        match = re.fullmatch(pattern, line)
        if match and match["month"] in months:
            return date_of(f"{match['year']}-{months[match['month']]}-{match['day']}")
    return None


@cache
def month_numbers() -> Mapping[str, int]:
    """Return the number of each month by its folded name, also cut short ("mrt")."""
    whole = {folded(name): number for name, number in MONTH_NUMBERS.items()}
    return whole | {word: int(number) for word, number in _named("months").items()}


IN_SHORT = re.compile(
    r"\A\s*(?:[A-Za-z]{2,10}\.?,?\s+)?(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(?:20|['’])?(\d\d)\.?\s*\Z"
)
"""A day in figures without its century ("18.01.27"), or behind its name ("ma 18-01-2027")."""

SHORT_YEAR = re.compile(r"['’´`](\d\d)(?!\d)")
"""A year without its century: "20 jan. '27"."""

YEAR_BEHIND = re.compile(r"(?<=\d )([a-z]{3,9}) (\d\d)$")
"""The year behind a day and its month, over folded text: "6 okt 26"."""

SEVERAL_DAYS = re.compile(
    r"\d{1,2} (?:(?:en|and|und|of|or|oder|tot|to|bis|t m|\d{1,2}) )*(?:[a-z]{2} )?\d{1,2} [a-z]"
)
"""More than one day before a month ("11 12 en 18 mei", "22 t m wo 24 feb"): the last of them is not the day."""

DAY_IN_FIGURES = re.compile(r"\s*(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{8})(?:[T ].*)?\s*")
"""How a day is written in figures: one that does not exist is a mistake, and not words that we do not know."""
