"""A school certificate from another country, in whatever words: told as the diploma from abroad that the rules speak of. Pure.

The rules leave its worth to the school, whichever country it is from (tools/records/rules_foreign.py), so that no country is kept.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.types import Language
from assistant.understanding.lexicon import FOLDER
from knowledge.data_files import read_data
from knowledge.language.normalisation import fold
from knowledge.language.real_words import level_in

ABROAD = "buitenlands diploma"

CERTIFICATE = re.compile(
    r"diplom|certifi|getuigsch|abschlu|zeugnis|\blise\b|school|schule|lyce|12|xii|cbse|hsc|degree|bachelor|master|studiert",
    re.IGNORECASE,
)
"""What every way to tell of a certificate has in it: looked for first, since few messages do."""

OWN_NAME = re.compile(
    r"\b(?:abitur|abi|fachabitur|fachhochschulreife|hochschulreife|realschul\w*|hauptschul\w*|mittlere reife|gesellenbrief|meisterbrief|ausbildung|vakdiploma"
    r"|vakopleiding|a-?levels?|gcse|ib|baccalaureate|baccalaureaat|matura)\b",
    re.IGNORECASE,
)
"""Certificates that have rules of their own: which one it is says more than where it is from."""

HAS_DUTCH = re.compile(
    r"(?<!geen )(?<!no )(?<!not a )(?<!kein )(?<!keinen )(?<!non-)(?<!niet-)\b(?:nederlandse?|dutch|niederländisch\w*)\s+(?:school)?(?:diploma|certificate|abschluss|zeugnis|diplom)",
    re.IGNORECASE,
)
"""Who has a Dutch diploma and wants to go abroad with it."""

TWELVE = r"(?:12th (?:grade|standard|class)|class (?:12|xii)|grade 12|standard 12|klas 12|12\. klasse)"
"""The last year of school in many countries; no school of the Netherlands has twelve years in a row."""


WITH_ABROAD = f"ik heb een {ABROAD}"

MAY_STUDY = re.compile(
    r"\b(?:can|may|could|am i allowed to) i\b.{0,40}\bstud(?:y|ies)\b|\b(?:mag|kan) (?:ik|hij|zij|ze)\b.{0,40}\bstuderen\b|\b(?:darf|kann) ich\b.{0,40}\bstudieren\b"
    r"|\bwil\b.{0,30}\bstuderen\b|\bwant to study\b|\bmöchte\b.{0,40}\bstudieren\b",
    re.IGNORECASE,
)
NAMES_SCHOOLING = re.compile(
    r"\b(?:geen|no|without|zonder|ohne|kein\w*)\b|diplom|certific|\b(?:vmbo|mavo|havo|vwo|mbo|vavo|isk|studiefinanciering|stufi|fee|kost\w*|cost\w*|betaal\w*|pay|geld|money"
    r"|visum|visa|vergunning|permit|engels\w*|english|taal|language|sprach\w*|abitur|degree|bachelor|master|school|abschluss|ov|beurs|grant|loan)\b",
    re.IGNORECASE,
)
"""What says more of what somebody has, or asks something else than whether they may study."""


def abroad_as_such(text: str) -> str:
    """Return a text with each certificate from abroad as "buitenlands diploma"; what has a name of its own stays."""
    may_study = MAY_STUDY.search(text) is not None
    if not (may_study or CERTIFICATE.search(text)) or OWN_NAME.search(text) or HAS_DUTCH.search(text):
        return text
    if not _country().search(text) and not _newcomer()[0].search(text):
        return text
    for pattern in _patterns():
        text = pattern.sub(ABROAD, text, count=1)
    return text if ABROAD in text else _of_newcomer(text)


def _of_newcomer(text: str) -> str:
    """Return the text of somebody who says which country or people they are of, with the certificate that they have as one from there."""
    newcomer, held = _newcomer()
    if not newcomer.search(text):
        return text
    told = held.sub(rf"\1 {ABROAD}", text, count=1)
    if told == text and MAY_STUDY.search(text) and not NAMES_SCHOOLING.search(text):
        return f"{text.rstrip(' .?!')}, {WITH_ABROAD}?"  # where they come from, a school has to weigh what they have
    return told


@cache
def _newcomer() -> tuple[re.Pattern[str], re.Pattern[str]]:
    raw = _data()
    countries, adjectives = "|".join(_plain(raw["countries"])), "|".join(raw["adjectives"])
    people, certificates = "|".join(_plain(raw["people"])), "|".join(_plain(raw["held_from_there"]))
    newcomer = (
        rf"\b(?:ben|zijn|am|i'm|bin|als|as)\s+(?:een |a |an |eine? |uit |from |aus )?(?:{adjectives}|{people}|{countries})\b"
        rf"|\b(?:kom|komt|komen|kwam|gevlucht|vluchtte|afkomstig|geboren|gestudeerd|come|came|fled|born|studied|komme|geflohen|geflüchtet|studiert)\s+(?:\w+\s+)?"
        rf"(?:uit|van|from|aus|in)\s+(?:{countries})\b"
    )
    no_aim = (
        r"(?!(?:geen|nog|niet|graag|no|kein\w*|wil|want|will|mbo|hbo|havo|vwo|vmbo|nederland\w*|dutch)\b)"
    )
    held = (
        rf"\b(heb|hebben|heeft|had|met|mijn|mn|m'n|have|has|got|with|my|habe|hat|mit|meine?n?)\s+(?:{no_aim}[\w'-]+\s+){{0,4}}?"
        rf"(?:{certificates})(?:\s+(?:uit|van|from|of|aus|von|in)\s+(?!nederland|de |het |the |der )[\w-]+(?:\s+(?:gehaald|behaald))?(?!\w))?"
    )
    return re.compile(newcomer, re.IGNORECASE), re.compile(held, re.IGNORECASE)


@cache
def _country() -> re.Pattern[str]:
    raw = _data()
    names = "|".join(
        (*_plain(raw["countries"]), *raw["adjectives"], TWELVE, "nederlandse?", "dutch", "niederländisch\\w*")
    )
    return re.compile(rf"\b(?:{names})\b", re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    raw = _data()
    countries, adjectives = "|".join(_plain(raw["countries"])), "|".join(raw["adjectives"])
    certificates = "|".join(sorted(_plain(raw["certificates"]), key=len, reverse=True))
    some = (
        r"(?:\s+(?!(?:en|and|und|kan|mag|can|may|naar|to|met|with|mit|zonder|for|voor|als)\b)[\w'-]+){0,2}?"
    )
    return tuple(
        re.compile(one, re.IGNORECASE)
        for one in (
            # "an Indian class 12 diploma", "mijn turkse lise diploma"
            rf"\b(?:{adjectives}){some}\s+(?:{certificates})(?:\s+(?:diploma|certificate))?\b",
            # "diploma techniek van Syrië", "diploma lise turkije", "high school in India"
            rf"\b(?:{certificates}){some}\s+(?:(?:van|uit|from|of|aus|von)\s+)?(?:{countries})\b",
            rf"\b(?:high ?school|lise|lyceum|school|schule){some}\s+(?:in|van|uit|of|aus)\s+(?:{countries})\b",
            # "i come from syria and have a diploma from there"
            rf"\b(?:{certificates})\s+(?:van|uit|from|of|aus|von)\s+(?:daar|there|dort|(?:mijn|ons|my|our|meinem|unserem) (?:eigen |own |eigenen )?(?:land|country))\b",
            # "mijn diploma is buitenlands", "my diploma is from Turkey"
            rf"\b(?:diploma'?s?|certificate|abschluss|zeugnis)\s+(?:is|ist|are|zijn|komt|kommt|comes)\s+(?:(?:uit|van|from|aus)\s+)?(?:{countries}|{adjectives})\b",
            # "geen nederlands diploma": another one, where somebody has one at all
            r"\b(?:geen|no|not a|kein\w*)\s+(?:nederlandse?|dutch|niederländisch\w*)\s+(?:diploma'?s?|abschluss|certificate|diplom)\b",
            rf"\b{TWELVE}(?:\s+(?:diploma|certificate))?\b",
        )
    )


def is_elsewhere(word: str, language: Language) -> bool:
    """Say whether a folded word of where somebody lives is a country, or no word of the language: a town that no record knows."""
    return is_country(word) or level_in(word, language.value) is None


def is_country(word: str) -> bool:
    """Say whether a folded word names a country."""
    return word in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(fold(name) for key in ("countries", "germany") for name in _data().get(key, []))


def _plain(names: list[str]) -> list[str]:
    return [re.escape(name) for name in names]


@cache
def _data() -> dict[str, list[str]]:
    raw: dict[str, list[str]] = read_data(FOLDER / "abroad.yaml")
    return raw
