"""Spans, days and lists in words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from assistant.routes.phrases import say
from assistant.routes.spans import Span
from assistant.types import Language
from knowledge.catalogue.lengths import in_units
from knowledge.catalogue.types import Between
from knowledge.language.months import day_in_words, month_day_in_words


def months_text(span: Span, language: Language) -> str:
    """Return a length in years or months."""
    if not span.is_known:
        key = "months_at_least" if span.low else "months_unknown"
        return say(language, key, {"known": _length(span.low, language)})
    if span.is_exact:
        return _length(span.low, language)
    if span.low % 12 == 0 and span.high % 12 == 0 and span.low:
        return say(
            language,
            "years",
            {
                "count": say(
                    language, "range", {"low": _number(span.low / 12), "high": _number(span.high / 12)}
                )
            },
        )
    return say(
        language,
        "months",
        {"count": say(language, "range", {"low": _number(span.low), "high": _number(span.high)})},
    )


def euro_text(span: Span, language: Language) -> str:
    """Return an amount of money; of one without a highest and a lowest value, that it is unknown."""
    if math.isinf(span.low):
        return say(language, "euro_unknown")
    if not span.is_known:
        return say(
            language, "euro_at_least" if span.low else "euro_unknown", {"known": _euro(span.low, language)}
        )
    if span.high == 0:
        return say(language, "euro_nothing")
    if span.is_exact:
        return _euro(span.low, language)
    return say(language, "range", {"low": _euro(span.low, language), "high": _euro(span.high, language)})


def hours_text(span: Span, language: Language) -> str:
    """Return the hours a week of the busiest step."""
    if not span.is_known:
        return say(language, "hours_unknown")
    hours = _number(span.low)
    if not span.is_exact:
        hours = say(language, "range", {"low": hours, "high": _number(span.high)})
    return say(language, "hours", {"hours": hours})


def day_text(day: date, language: Language) -> str:
    """Return a day as people write it."""
    return day_in_words(day, language.value)


def month_day_text(month: int, day: int, language: Language) -> str:
    """Return a day of any year."""
    return month_day_in_words(month, day, language.value)


def listed(names: Sequence[str], language: Language, last: str = "and") -> str:
    """Return names with commas and one "and" or "or"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {say(language, last)} {names[-1]}"


def _length(months: float, language: Language) -> str:
    if not months:
        return say(language, "months", {"count": _number(months)})
    spoken, unit = in_units(Between(months, months))
    key = f"one_{unit.value}" if spoken.high == 1 else f"{unit.value}s"
    return say(language, key, {"count": _number(spoken.high).replace(".", POINT[language])})


POINT = {Language.DUTCH: ",", Language.ENGLISH: ".", Language.GERMAN: ","}


def _euro(amount: float, language: Language) -> str:
    whole = f"{round(amount):,}"
    return f"€ {whole}" if language is Language.ENGLISH else f"€ {whole.replace(',', '.')}"


def _number(value: float) -> str:
    return f"{value:g}"
