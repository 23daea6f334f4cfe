"""The months by name, and days in words, in Dutch, English and German. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

MONTHS: Mapping[str, tuple[str, ...]] = {
    language: tuple(names.split())
    for language, names in {
        "nl": "januari februari maart april mei juni juli augustus september oktober november december",
        "en": "January February March April May June July August September October November December",
        "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    }.items()
}
"""The names as they are written in a sentence, January first, by language."""

MONTH_NUMBERS: Mapping[str, int] = {
    name.lower(): number for names in MONTHS.values() for number, name in enumerate(names, start=1)
}
"""The number, from 1, of each name of any of the languages, in lower case."""


def month_day_in_words(month: int, day: int, language: str) -> str:
    """Return a day of any year: "21 november", in German "21. November"."""
    return f"{day}{'.' if language == 'de' else ''} {MONTHS[language][month - 1]}"


def day_in_words(day: date, language: str) -> str:
    """Return a day as people write it: "21 november 2026", in German "21. November 2026"."""
    return f"{month_day_in_words(day.month, day.day, language)} {day.year}"
