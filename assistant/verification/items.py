"""What in a sentence must be literally true: numbers with units, dates, times, codes, addresses.

Each item has a canonical `value`, so that "9 miljoen", "9.000.000" and "€ 9 mln" are one number, and
"1 april 2026", "01-04-2026" and "April 1, 2026" one date (day before month, as written in Europe).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache

from assistant.verification.lexicon import folded, function_words, inverted, values, word_set


class ItemKind(StrEnum):
    """The kinds of things that must occur literally."""

    URL = "adres"
    EMAIL = "e-mailadres"
    DATE = "datum"
    TIME = "tijd"
    PERIOD = "periode"
    WEEKDAY = "dag"
    CODE = "code"
    NUMBER = "getal"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to check, at `start`:`end` of the plain text.

    `value` of a date is "year-month-day" with empty parts where unsaid. `unit` and `per` are canonical
    names or "". `direction` is "low", "high" or "": at least, at most, neither.
    """

    kind: ItemKind
    value: str
    start: int
    end: int
    unit: str = ""
    per: str = ""
    direction: str = ""

    @property
    def as_word(self) -> str:
        """The item among the words of a text, equal for another notation: years, dates and codes tell rows apart too."""
        unit = self.unit if self.kind is ItemKind.NUMBER else ""
        return f"={self.kind.name}{unit}:{self.value}"


def items_of(text: str) -> tuple[Item, ...]:
    """Return the items of a plain text, in order of appearance; they do not overlap."""
    found: list[Item] = []
    rest = text
    for pattern, build in _finders():
        for match in pattern.finditer(rest):
            item = build(match)
            if item is not None:
                found.append(item)
                rest = rest[: item.start] + "\0" * (item.end - item.start) + rest[item.end :]
    ordered = sorted(found, key=lambda item: item.start)
    return tuple(_with_shared_units(text, ordered))


_Builder = Callable[[re.Match[str]], Item | None]


@cache
def _finders() -> tuple[tuple[re.Pattern[str], _Builder], ...]:
    """Return the patterns in the order in which they claim text, most specific first."""
    flags = re.IGNORECASE
    month = "|".join(sorted(map(re.escape, values("months")), key=len, reverse=True))
    weekday = "|".join(map(re.escape, values("weekdays")))
    number_word = _number_words()
    digits = r"\d{1,3}(?:[.']\d{3})+(?:,\d+)?(?!\d)|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?"
    scale = "|".join(sorted(map(re.escape, values("scales")), key=len, reverse=True))
    unit = "|".join(sorted(map(re.escape, _spelled_units()), key=len, reverse=True))
    per = "|".join(sorted(map(re.escape, _spelled_per()), key=len, reverse=True))
    one_of = r"(?!één (?:van|of)\b)"
    ten = r"(?!ten (?:minste|hoogste|behoeve|opzichte|aanzien|eerste|tweede|derde|laste|slotte|gevolge|tijde|name))"
    number = (
        rf"(?P<before>[€$£]|\b(?:eur|euro)\b)? ?(?<![\w])(?P<sign>-(?=\d))?"
        rf"(?:(?P<digits>{digits})|{ten}{one_of}\b(?P<word>{number_word})\b)(?:,-{{1,2}})?"
        rf"(?:[ -]?(?P<scale>{scale})\b\.?)?(?:[ -]?(?P<unit>{unit})(?!\w))?"
        rf"(?: (?:bruto|gross|brutto|netto|net)\b)?(?:,? ?(?:per|pro|/|an?|each|in de|im|in der|p/) ?(?P<per>{per})\b| (?P<adverb>{per})\b)?"
    )
    one = rf"\b(?:een|one|an?|eine?[mnrs]?) (?P<unit>{'|'.join(_TIME_WORDS)})\b"
    return (
        (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", flags), _email),
        (re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"']+|\b[\w-]+(?:\.[\w-]+)*\.(?:nl|com|eu|org|de|net|info|online|io)\b(?:/[^\s<>()\[\]\"']*)?", flags), _url),
        (re.compile(r"\b(?P<y>(?:19|20)\d{2})-(?P<m>\d{2})-(?P<d>\d{2})\b"), _numeric_date),
        (re.compile(r"\b(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>(?:19|20)\d{2})\b"), _numeric_date),
        (re.compile(r"(?<!\w)(?:\+\d{2}|0)\d{0,4}(?:[ -]\d{2,8})+(?!\w)|(?<!\w)0\d{8,9}(?!\w)"), _phone),
        (re.compile(rf"\b(?P<d>\d{{1,2}})(?:\.|e|ste|de|st|nd|rd|th)? (?:of )?(?P<month>{month})\b\.?(?:,? (?P<y>(?:19|20)\d{{2}})\b)?", flags), _named_date),
        (re.compile(rf"\b(?P<month>{month})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,]\d)(?:,? (?P<y>(?:19|20)\d{{2}})\b)?", flags), _named_date),
        (re.compile(rf"\b(?P<month>{month})\b\.? (?P<y>(?:19|20)\d{{2}})\b", flags), _named_date),
        (re.compile(r"\b(?P<a>(?:19|20)\d{2}) ?(?:[-/]|tot en met|tot|t/m|to|until|bis) ?(?P<b>(?:19|20)\d{2}|\d{2})\b(?![-/.]\d)"), _period),
        (re.compile(r"\b(?P<h>[01]?\d|2[0-3])[:.](?P<min>[0-5]\d)(?= ?(?:uur|u\b|uhr|h\b|am\b|pm\b)|(?<=:\d\d)(?!\d))", flags), _time),
        (re.compile(rf"\b(?:{weekday})(?:s|en)?\b", flags), _weekday),
        (re.compile(rf"\b(?:{month})\b(?<!\bmay)(?<!\bmin)", flags), _month),
        (re.compile(r"(?<![\w.])\d+(?:\.\d+){2,}(?![\w.]*\d)(?<!\.\d{3})|(?<![\w.])\d+\.\d+\.\d+(?=[) ])(?<!\.\d{3})"), _code),
        (re.compile(r"\b(?P<kind>mbo)[ -](?:niveau|level|stufe|niv\.)[ -]?(?P<level>[1-4])\b", flags), _level),
        (re.compile(r"\b(?!\d+(?:e|de|ste|%)\b)(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[A-Za-z]{1,12}-?\d+[\w-]*|\b\d+[A-Za-z]+\d[\w-]*|\b\d+[A-Z]{1,5}\b"), _code),
        (re.compile(r"\b(?:een |een\b|a |ein |im |einem )?(?:half[- ]?jaar|half(?: a|-)? ?year|halbe[nsmr]? jahr(?:es)?|halbjahr)\b", flags), _half_year),
        (re.compile(r"\b(?P<word>[^\W\d_]{3,12}?)-?(?:jarige?n?|jährige?[nrsm]?)\b", flags), _years_long),
        (re.compile(number, flags), _number),
        (re.compile(one, flags), _one),
    )  # fmt: skip


def _number_words() -> str:
    """Return what finds the number words, those of two parts by their parts: that is quicker than a list of all."""
    known = values("numbers")
    single = [word for word in known if known[word] <= LAST_SINGLE or known[word] % 10 == 0]
    tens = "|".join(word for word in known if known[word] > LAST_SINGLE and known[word] % 10 == 0)
    ones = "|".join(
        ["een", "ein", "one", *(word for word in known if known[word] < 10 and "anderhal" not in word)]
    )
    listed = "|".join(sorted(map(re.escape, single), key=len, reverse=True))
    return rf"(?:{ones})(?:[eë]n|und)(?:{tens})|(?:{tens})-(?:{ones})|{listed}"


LAST_SINGLE = 19
"""Up to here a number is one word with a name of its own."""


@cache
def _spelled_units() -> frozenset[str]:
    return frozenset(inverted("units"))


@cache
def _spelled_per() -> frozenset[str]:
    return frozenset(inverted("per"))


def _email(match: re.Match[str]) -> Item:
    return Item(ItemKind.EMAIL, match[0].casefold().rstrip("."), match.start(), match.end())


def canonical_url(text: str) -> str:
    """Return an address without scheme, "www.", and what a sentence puts behind it."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", text.casefold())
    return bare.rstrip(".,;:!?)/")


def _url(match: re.Match[str]) -> Item:
    return Item(ItemKind.URL, canonical_url(match[0]), match.start(), match.end())


def _phone(match: re.Match[str]) -> Item | None:
    digits = re.sub(r"\D", "", match[0])
    return Item(ItemKind.CODE, digits, match.start(), match.end()) if len(digits) >= 8 else None


def _date(match: re.Match[str], year: str | None, month: int, day: str | None) -> Item | None:
    if not 1 <= month <= 12 or not 0 <= int(day or 0) <= 31:
        return None
    value = f"{year or ''}-{month}-{int(day) if day else ''}"
    return Item(ItemKind.DATE, value, match.start(), match.end())


def _numeric_date(match: re.Match[str]) -> Item | None:
    return _date(match, match["y"], int(match["m"]), match["d"])


def _named_date(match: re.Match[str]) -> Item | None:
    parts = match.groupdict()
    return _date(match, parts.get("y"), int(values("months")[match["month"].lower()]), parts.get("d"))


def _month(match: re.Match[str]) -> Item | None:
    """A month by itself; short forms and the English "may" and "march" are words as often."""
    word = match[0].lower()
    if len(word) <= 3 and word not in ("mei", "mai"):
        return None
    if word in ("may", "march") and match[0][0].islower():
        return None
    return _date(match, None, int(values("months")[word]), None)


def _period(match: re.Match[str]) -> Item | None:
    """A study year or another span of years: "2026-2027", "2026/27", "2022 tot 2025"."""
    first, second = int(match["a"]), match["b"]
    if len(second) == 2:
        second = match["a"][:2] + second
        if int(second) != first + 1:
            return None
    return Item(ItemKind.PERIOD, f"{first}-{second}", match.start(), match.end())


def _time(match: re.Match[str]) -> Item:
    return Item(ItemKind.TIME, f"{int(match['h'])}:{match['min']}", match.start(), match.end())


def _weekday(match: re.Match[str]) -> Item:
    word = match[0].lower()
    day = values("weekdays").get(word) or values("weekdays").get(word.removesuffix("s").removesuffix("en"))
    return Item(ItemKind.WEEKDAY, str(day or word), match.start(), match.end())


def _code(match: re.Match[str]) -> Item:
    """A code; of "mbo-3-opleiding" the code is mbo-3, what follows is a word."""
    word = re.match(r"[^\W\d_]+-?\d+(?=-[^\W\d_]{3})", match[0])
    found = word[0] if word else match[0]
    return Item(ItemKind.CODE, folded(found).replace("-", ""), match.start(), match.start() + len(found))


def _level(match: re.Match[str]) -> Item:
    """ "mbo niveau 3" is mbo-3."""
    return Item(ItemKind.CODE, folded(match["kind"]) + match["level"], match.start(), match.end())


def _number(match: re.Match[str]) -> Item | None:
    parts = match.groupdict()
    value = decimal_of(parts["digits"]) if parts["digits"] else values("numbers").get(parts["word"].lower())
    if value is None:
        return None
    if parts["scale"]:
        value *= values("scales")[parts["scale"].lower()]
    if parts["sign"]:
        value = -value
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    unit = parts["unit"] or parts["before"] or ""
    adverb = parts["adverb"] if parts["adverb"] and folded(parts["adverb"]).endswith(_ADVERB_ENDINGS) else ""
    per = parts["per"] or adverb
    end = match.start("adverb") if parts["adverb"] and not adverb else match.end()
    return Item(
        ItemKind.NUMBER,
        format(value.normalize(), "f"),
        start,
        end,
        unit=inverted("units").get(folded(unit), "") if unit else "",
        per=inverted("per").get(folded(per), "") if per else "",
        direction=_direction(match.string[max(0, start - 24) : start]),
    )


def _half_year(match: re.Match[str]) -> Item:
    return Item(ItemKind.NUMBER, "6", match.start(), match.end(), unit="month")


def _years_long(match: re.Match[str]) -> Item | None:
    """ "tweejarig" is 2 years."""
    value = values("numbers").get(match["word"].lower())
    if value is None:
        return None
    return Item(ItemKind.NUMBER, format(value.normalize(), "f"), match.start(), match.end(), unit="year")


_TIME_WORDS = (
    "jaar",
    "year",
    "jahr",
    "maand",
    "month",
    "monat",
    "week",
    "woche",
    "dag",
    "day",
    "tag",
    "uur",
    "hour",
)
"""What "een" counts, rather than introduces."""

_ADVERB_ENDINGS = ("lijks", "lijkse", "lich", "ly")


def _one(match: re.Match[str]) -> Item:
    unit = inverted("units").get(folded(match["unit"]), "")
    direction = _direction(match.string[max(0, match.start() - 24) : match.start()])
    return Item(ItemKind.NUMBER, "1", match.start(), match.end(), unit=unit, direction=direction)


def decimal_of(digits: str) -> Decimal | None:
    """Return the number written as `digits`: the last of two kinds of separators is the decimal one.

    A single kind followed by groups of exactly three separates thousands ("2.601" is 2601), as in all
    three languages, except after a leading zero ("0,125").
    """
    bare = digits.replace("'", "")
    last = max(bare.rfind("."), bare.rfind(","))
    kinds = {mark for mark in ".," if mark in bare}
    grouped = re.fullmatch(r"[1-9]\d{0,2}(?:[.,]\d{3})+", bare)
    if len(kinds) == 2:
        bare = re.sub(r"[.,]", "", bare[:last]) + "." + bare[last + 1 :]
    elif grouped:
        bare = re.sub(r"[.,]", "", bare)
    else:
        bare = bare.replace(",", ".")
    try:
        return Decimal(bare)
    except InvalidOperation:
        return None


def _direction(before: str) -> str:
    """Return the bound that the words right before a number make of it."""
    tail = folded(before).rstrip(" €$£")
    for name, opposite in (("low", "high"), ("high", "low")):
        found = _bounds(name).search(tail)
        if found:
            is_denied = folded(tail[: found.start()].rstrip().rpartition(" ")[2]) in word_set("negators")
            return opposite if is_denied else name
    return ""


@cache
def _bounds(name: str) -> re.Pattern[str]:
    spelled = [word for word, key in inverted("directions").items() if key == name]
    between = r"(?<!\d )(?<!uur )" if name == "high" else ""
    return re.compile(rf"{between}\b(?:{'|'.join(map(re.escape, spelled))})$")


_SCALED = re.compile(r"(?i)\b(?:duizend|thousand|tausend|m[ilr]\w*|billion)\.?$")


def _says_no_noun(behind: str) -> bool:
    """Say whether no word of its own follows a number, so that "daarvan 9 miljoen uit ..." counts euros too."""
    following = re.match(r" ?([^\W\d_]+)", behind)
    return following is None or folded(following[1]) in function_words()


_LABEL = re.compile(r"(?:\b(?:niveau|level|groep|klas|stap|[A-Z]\w*) |\d-)$")
"""What makes the number behind it a label, that shares no unit: "NLQF 1-3 en 40%"."""


def _with_shared_units(text: str, items: list[Item]) -> list[Item]:
    """Complete what a sentence says once: the unit of a range ("16 tot 20 uur"), the currency of later amounts."""
    result = list(items)
    currency = ""
    for index, item in enumerate(result):
        is_bare = item.kind is ItemKind.NUMBER and not item.unit
        if is_bare and _SCALED.search(text[item.start : item.end]) and _says_no_noun(text[item.end :]):
            result[index] = replace(item, unit=currency)
        currency = item.unit if item.unit in ("EUR", "USD", "GBP") else currency
    for index in range(len(result) - 2, -1, -1):
        item, after = result[index], result[index + 1]
        between = text[item.end : after.start].strip(" €").casefold()
        is_range = between in (
            "-",
            "tot",
            "tot en met",
            "t/m",
            "a",
            "à",
            "to",
            "bis",
            "en",
            "of",
            "or",
            "and",
            "und",
            "oder",
        )
        both = item.kind is ItemKind.NUMBER and after.kind is ItemKind.NUMBER
        is_year = bool(re.fullmatch(r"(?:19|20)\d\d", item.value))
        is_listed = is_year or (
            between in ("en", "and", "und") and _LABEL.search(text[max(0, item.start - 24) : item.start])
        )
        if both and between in ("tot", "to", "bis", "tot en met", "t/m") and after.direction == "high":
            after = result[index + 1] = replace(after, direction="")
        if both and is_range and not is_listed and not item.unit and after.unit:
            result[index] = replace(item, unit=after.unit, per=item.per or after.per)
        if both and is_range and between != "en" and not item.per and item.unit == after.unit and after.per:
            kept = result[index]
            result[index] = Item(
                kept.kind, kept.value, kept.start, kept.end, kept.unit, after.per, kept.direction
            )
    return result
