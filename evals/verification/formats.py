"""Numbers, amounts and dates in another of the ways in which people and models write them."""

from __future__ import annotations

import random
import re

from knowledge.language.months import MONTHS

WORDS = {
    "nl": ["twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"],
    "en": ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
    "de": ["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"],
}
"""From two to twelve."""
UNITS = {
    "nl": r"jaar|maanden|weken|dagen|uur|euro|studenten|modules|vacatures|bedrijven|plaatsen",
    "en": r"years?|months?|weeks?|days|hours|euros?|students|modules|vacancies|companies|places",
    "de": r"Jahre|Jahren|Monate|Wochen|Tage|Stunden|Euro|Studierende|Module|Betriebe|Plätze",
}


def other_format(sentence: str, language: str, rng: random.Random) -> str:
    """Return `sentence` with one of its figures or dates written in another way; itself when it has none."""
    ways = [_date, _grouping, _millions, _percent, _euro, _number_word, _digits, _study_year]
    for way in rng.sample(ways, len(ways)):
        worded = way(sentence, language)
        if worded != sentence:
            return worded
    return sentence


def _date(sentence: str, language: str) -> str:
    months = "|".join(MONTHS[language])

    def numeric(match: re.Match[str]) -> str:
        return f"{int(match[1]):02d}-{MONTHS[language].index(match[2]) + 1:02d}-{match[3]}"

    return re.sub(rf"\b(\d{{1,2}})\.? ({months}) (\d{{4}})\b", numeric, sentence, count=1)


def _grouping(sentence: str, language: str) -> str:
    """ "1.419 euro" -> "1419 euro", and "2601" -> "2.601" or, in English, "2,601"."""
    mark = "," if language == "en" else "."
    bare = re.sub(rf"(?<![\d.,])(\d{{1,3}})\{mark}(\d{{3}})(?![\d.,]\d)", r"\1\2", sentence, count=1)
    if bare != sentence:
        return bare
    return re.sub(
        rf"(?<![\d.,-])([1-9]\d{{0,2}})(\d{{3}})(?= (?:{UNITS[language]})\b)",
        rf"\1{mark}\2",
        sentence,
        count=1,
    )


def _millions(sentence: str, language: str) -> str:
    """ "0,2 miljoen" -> "200.000"."""
    mark = "," if language == "en" else "."

    def whole(match: re.Match[str]) -> str:
        value = round(float(match[1].replace(",", ".")) * 1_000_000)
        return f"{value:,}".replace(",", mark)

    return re.sub(
        r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?) (?:miljoen|million|Millionen)\b", whole, sentence, count=1
    )


def _percent(sentence: str, language: str) -> str:
    word = {"nl": "procent", "en": "percent", "de": "Prozent"}[language]
    if re.search(r"\d ?%", sentence):
        return re.sub(r"(?<=\d) ?%", f" {word}", sentence, count=1)
    return re.sub(rf"(?<=\d) {word}\b", "%", sentence, count=1)


def _euro(sentence: str, language: str) -> str:
    """ "2.601 euro" -> "€ 2.601"; not before a range, whose two ends share one unit."""
    word = {"nl": "euro", "en": "euros", "de": "Euro"}[language]
    return re.sub(
        rf"(?<![\d.,-])(?<! tot )(?<! to )(?<! bis )(\d[\d.,]*\d|\d) {word}\b", r"€ \1", sentence, count=1
    )


def _number_word(sentence: str, language: str) -> str:
    def word(match: re.Match[str]) -> str:
        return f"{WORDS[language][int(match[1]) - 2]} {match[2]}"

    return re.sub(
        rf"(?<![\d.,-])(?<! tot )(?<! to )(?<! bis )\b([2-9]|1[0-2]) ({UNITS[language]})\b",
        word,
        sentence,
        count=1,
    )


def _digits(sentence: str, language: str) -> str:
    """ "twee jaar" -> "2 jaar"."""
    words = WORDS[language]

    def digits(match: re.Match[str]) -> str:
        return f"{words.index(match[1]) + 2} {match[2]}"

    return re.sub(rf"\b({'|'.join(words)}) ({UNITS[language]})\b", digits, sentence, count=1)


def _study_year(sentence: str, language: str) -> str:
    return re.sub(r"\b(20\d\d)-(20\d\d)\b", r"\1/\2", sentence, count=1)
