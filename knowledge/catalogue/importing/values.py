"""Cells and words of many sources as values of records: amounts, dates, durations, modes, kinds.

Every function returns None for what it does not know; none guesses.
"""

from __future__ import annotations

import math
import re
from datetime import date

from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Between, OfferKind, StudyMode

MODES = {
    "voltijd": StudyMode.FULL_TIME, "voltijd onderwijs": StudyMode.FULL_TIME, "full time": StudyMode.FULL_TIME,
    "fulltime": StudyMode.FULL_TIME, "vollzeit": StudyMode.FULL_TIME, "vt": StudyMode.FULL_TIME,
    "deeltijd": StudyMode.PART_TIME, "deeltijd onderwijs": StudyMode.PART_TIME, "part time": StudyMode.PART_TIME,
    "parttime": StudyMode.PART_TIME, "teilzeit": StudyMode.PART_TIME, "dt": StudyMode.PART_TIME,
    "duaal": StudyMode.DUAL, "dual": StudyMode.DUAL, "duaal onderwijs": StudyMode.DUAL, "du": StudyMode.DUAL,
    "dual training": StudyMode.DUAL, "bol": StudyMode.BOL, "bbl": StudyMode.BBL,
    "online": StudyMode.ONLINE, "afstandsonderwijs": StudyMode.ONLINE, "distance learning": StudyMode.ONLINE,
    "e learning": StudyMode.ONLINE, "elearning": StudyMode.ONLINE, "webinar": StudyMode.ONLINE, "online live": StudyMode.ONLINE,
    "live online": StudyMode.ONLINE, "virtual": StudyMode.ONLINE, "fernkurs": StudyMode.ONLINE,
}  # fmt: skip

KINDS = {
    "mbo": OfferKind.MBO, "ad": OfferKind.ASSOCIATE_DEGREE, "associate degree": OfferKind.ASSOCIATE_DEGREE,
    "hbo bachelor": OfferKind.HBO_BACHELOR, "professional bachelor": OfferKind.HBO_BACHELOR,
    "hbo master": OfferKind.HBO_MASTER, "professional master": OfferKind.HBO_MASTER,
    "wo bachelor": OfferKind.WO_BACHELOR, "academic bachelor": OfferKind.WO_BACHELOR,
    "wo master": OfferKind.WO_MASTER, "academic master": OfferKind.WO_MASTER,
    "certificaat": OfferKind.CERTIFICATE, "certificate": OfferKind.CERTIFICATE,
    "mbo certificaat": OfferKind.CERTIFICATE, "cursus": OfferKind.COURSE, "course": OfferKind.COURSE,
    "short course": OfferKind.COURSE, "summer course": OfferKind.COURSE, "training": OfferKind.COURSE,
    "voorbereidend": OfferKind.PREPARATORY, "preparatory": OfferKind.PREPARATORY, "schakelprogramma": OfferKind.PREPARATORY,
    "secondary": OfferKind.SECONDARY, "other": OfferKind.OTHER, "overig": OfferKind.OTHER,
} | {f"mbo {level}": OfferKind.MBO for level in "1234"}  # fmt: skip

LEVELS = {
    OfferKind.ASSOCIATE_DEGREE: "ad",
    OfferKind.HBO_BACHELOR: "hbo-bachelor",
    OfferKind.HBO_MASTER: "hbo-master",
    OfferKind.WO_BACHELOR: "wo-bachelor",
    OfferKind.WO_MASTER: "wo-master",
}
"""The level of the diploma that a kind of offer gives, as in `rules.HasDiploma`."""

LANGUAGES = {
    "nl": "nl", "nld": "nl", "dut": "nl", "nederlands": "nl", "dutch": "nl", "en": "en", "eng": "en", "engels": "en",
    "english": "en", "de": "de", "deu": "de", "ger": "de", "duits": "de", "deutsch": "de", "german": "de",
    "niederlandisch": "nl", "englisch": "en",
}  # fmt: skip

LARGEST = 1e7
"""No amount, duration or study load of one offer is above ten million."""


def mode_of(text: str) -> StudyMode | None:
    """Return the study mode that a word stands for."""
    return MODES.get(folded(text))


def kind_of_offer(text: str) -> OfferKind | None:
    """Return the kind of offer that a word stands for."""
    return KINDS.get(folded(text))


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a language or language tag; codes that we do not know stay as they are."""
    word = folded(text.split("-", maxsplit=1)[0])
    if word in LANGUAGES:
        return LANGUAGES[word]
    return word if re.fullmatch(r"[a-z]{2,3}", word) else None


def number_of(text: str) -> float | None:
    """Return a number written in the Dutch or the English way, with or without a currency sign.

    "1.730,50" and "1,730.50" are both 1730.5; one dot or comma with three digits behind it is a
    thousands sign, as "2.601" euro is.
    """
    bare = (
        re.sub(r"[\s\u00a0€]|EUR|euro", "", text.strip(), flags=re.IGNORECASE)
        .removesuffix(",-")
        .removesuffix(".-")
    )
    if not re.fullmatch(r"-?\d[\d.,]*", bare):
        return None
    if "," in bare and "." in bare:
        decimal = max(bare.rfind(","), bare.rfind("."))
        bare = re.sub(r"[.,]", "", bare[:decimal]) + "." + bare[decimal + 1 :]
    elif re.fullmatch(r"-?\d{1,3}([.,]\d{3})+", bare):
        bare = re.sub(r"[.,]", "", bare)
    else:
        bare = bare.replace(",", ".")
    try:
        value = float(bare)
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) <= LARGEST else None


def between_of(text: str) -> Between | None:
    """Return "12", "12-18" or "12 tot 18" as a range; None when it is not a range of positive numbers."""
    parts = re.split(r"\s*(?:-|\u2013|tot|to|bis)\s*", re.sub(r"(?<=\d)[.,]-(?!\d)", "", text.strip()))
    numbers = [number_of(part) for part in parts]
    if not 1 <= len(numbers) <= 2 or any(number is None or number < 0 for number in numbers):
        return None
    known = [number for number in numbers if number is not None]
    return Between(known[0], known[-1]) if known[0] <= known[-1] else None


def exactly(value: float | None) -> Between | None:
    """Return a range of one number."""
    return None if value is None else Between(value, value)


def date_of(text: str) -> date | None:
    """Return a date written as 2026-09-01 (with or without a time), 1-9-2026, 01/09/2026 or 20260901."""
    bare = text.strip()
    for pattern, order in (
        (r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?", (1, 2, 3)),
        (r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", (3, 2, 1)),
        (r"(\d{4})(\d{2})(\d{2})", (1, 2, 3)),
    ):
        match = re.fullmatch(pattern, bare)
        if match:
            year, month, day = (int(match[group]) for group in order)
            try:
                return date(year, month, day)
            except ValueError:
                return None
    return None


def study_year_of(text: str) -> str | None:
    """Return "2026-2027" for "2026", "2026-2027", "2026/27" and "2026-27"."""
    match = re.fullmatch(r"\s*((?:19|20)\d\d)(?:\s*[-/]\s*(\d\d|\d{4}))?\s*", text)
    if match is None:
        return None
    first = int(match[1])
    if match[2] and int(match[2][-2:]) != (first + 1) % 100:
        return None
    return f"{first}-{first + 1}"


MONTHS_PER_UNIT = {
    "month": 1.0, "months": 1.0, "maand": 1.0, "maanden": 1.0, "monat": 1.0, "monate": 1.0, "mnd": 1.0,
    "year": 12.0, "years": 12.0, "jaar": 12.0, "jaren": 12.0, "jahr": 12.0, "jahre": 12.0, "jr": 12.0,
    "week": 12 / 52, "weeks": 12 / 52, "weken": 12 / 52, "wochen": 12 / 52, "woche": 12 / 52,
    "day": 12 / 365, "days": 12 / 365, "dag": 12 / 365, "dagen": 12 / 365, "tag": 12 / 365, "tage": 12 / 365,
    "semester": 6.0, "semesters": 6.0, "dagdeel": 6 / 365, "dagdelen": 6 / 365, "halbtag": 6 / 365, "halbtage": 6 / 365,
    "wk": 12 / 52, "wkn": 12 / 52, "mnden": 1.0, "mo": 1.0, "monaten": 1.0, "jahren": 12.0, "tagen": 12 / 365,
    "dgn": 12 / 365, "d": 12 / 365, "dg": 12 / 365, "daagjes": 12 / 365,
}  # fmt: skip


def months_of(amount: float, unit: str) -> float | None:
    """Return a duration in months, to two decimals; None for an unknown unit or a duration that is not positive."""
    factor = MONTHS_PER_UNIT.get(folded(unit))
    return round(amount * factor, 2) if factor is not None and amount > 0 else None


def duration_of(text: str) -> Between | None:
    """Return "2 jaar", "6-12 maanden", "P2Y" or "P18M" (ISO 8601) in months."""
    iso = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?", text.strip())
    if iso and any(iso.groups()):
        years, months, weeks, days = (int(part or 0) for part in iso.groups())
        total = round(years * 12 + months + weeks * 12 / 52 + days * 12 / 365, 2)
        return exactly(total) if 0 < total <= LARGEST else None
    match = re.fullmatch(r"\s*([\d.,]+(?:\s*(?:-|\u2013|tot|to|bis)\s*[\d.,]+)?)\s*([^\W\d]+)\s*", text)
    range_ = between_of(match[1]) if match else None
    if match is None or range_ is None:
        return None
    low, high = months_of(range_.low, match[2]), months_of(range_.high, match[2])
    return Between(low, high) if low is not None and high is not None else None
