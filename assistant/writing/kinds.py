"""What the kinds of things look like that questions ask for: an amount, a day, an age, opening hours; and who asks for which. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.writing.doing import KINDS_OF_DOING
from knowledge.language.months import MONTHS

NUMBER = re.compile(
    r"\d|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|(?:der|veer|vijf|zes|zeven|acht|negen)tien|(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"
    r"|honderd|duizend|miljoen|een (?:half )?(?:jaar|maand|week|dag|uur))\b",
    re.IGNORECASE,
)
TIMES_A_FEE = r"\b(?:\d+|twee|drie|vier|vijf|zes) keer (?:het|de|zijn|je) (?:\w+ )?(?:\w*geld|\w*loon)\b"
"""A sum of money said as a number of times another one: "vijf keer het wettelijke collegegeld"."""

MONEY = re.compile(rf"€|\beuro\b|\bgratis\b|\bkosteloos\b|{TIMES_A_FEE}", re.IGNORECASE)
SHARE = re.compile(r"%|\bprocent\b|\b(?:helft|kwart|derde)\b", re.IGNORECASE)
CODE = re.compile(r"\b(?!(?:19|20)\d\d\b)\d{4,6}\b")
DAY = re.compile(
    rf"\b(?:1[89]|20)\d\d\b|\b\d{{1,2}} (?:{'|'.join(MONTHS['nl'])})\b",
    re.IGNORECASE,
)
DURATION = re.compile(
    r"\b(?:jaar|jaren|maand|maanden|weken|week|uur|uren|dagen|dag|minuten|minuut)\b", re.IGNORECASE
)
PHONE = re.compile(r"\b0\d{1,3}[ -]?\d[\d -]{5,}\d")
EMAIL = re.compile(r"\S+@\S+\.\w+")
NAME = re.compile(r"(?<=[a-z,;:(] )[A-ZÀ-Þ][\w'’.-]+|^[A-Z]{2,}\b")

AGE = re.compile(
    r"\b\d{2} jaar\b|\b(?:ouder|jonger) dan \d|\bjaar of (?:ouder|jonger)|\bleeftijd", re.IGNORECASE
)
CLOCK = re.compile(r"\b\d{1,2}[.:]\d{2}\b|\b\d{1,2} uur\b(?! (?:per|praktijk|les))", re.IGNORECASE)
BEGINNING = re.compile(
    r"\b(?:startte|gestart|begon|begonnen|opgericht|oprichting|ontstond|ontstaan|sinds|opende|geopend|gelanceerd|lancering|gestopt|geëindigd)\b.*(?:\b(?:1[89]|20)\d\d\b)"
    r"|(?:\b(?:1[89]|20)\d\d\b).*\b(?:startte|gestart|begon|opgericht|oprichting|ontstond|opende|geopend|gelanceerd|lancering|gestopt|geëindigd)\b",
    re.IGNORECASE,
)
STARTING = re.compile(
    rf"(?=.*(?:{DAY.pattern}))"
    r"(?=.*\b(?:start\w*|gestart|beg[io]n\w*|van start|vanaf|sinds|opent|opende|geopend|instroom\w*|instromen|lancering|aftrap"
    r"|opgericht|ontstond|bestaat|ging|kwam|ingang|per \d))",
    re.IGNORECASE | re.DOTALL,
)
"""A day or year with a word that says that something begins."""

WEEKDAY = re.compile(
    r"\b(?:maan|dins|woens|donder|vrij|zater|zon)dag|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|diens|donners|frei|sams|sonn)tag|\bmittwoch",
    re.IGNORECASE,
)
_COUNTED_TIME = (
    r"(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|veertien|twintig|dertig|one|two|three|four|five|six|seven|eight|ten|zwei|drei|fünf|sechs|sieben|zehn)"
    r" (?:\w+ )?(?:jaar|jaren|maand|maanden|week|weken|\w*dag|\w*dagen|uur|uren|minuten|years?|months?|weeks?|\w*days?|hours?|minutes|jahre?n?|monate?n?|wochen?|\w*tage?n?|stunden?|minuten)"
)
DAY_OR_TERM = re.compile(
    rf"{DAY.pattern}|\b(?:binnen|tot(?: en met)?|uiterlijk|within|until|up to|no later than|innerhalb(?: von)?|bis|spätestens) {_COUNTED_TIME}"
    rf"|\b{_COUNTED_TIME} (?:voor|vóór|na|van te ?voren|tevoren|vooraf|voorafgaand|before|after|in advance|beforehand|vor|nach|vorher|im voraus)\b",
    re.IGNORECASE,
)
"""A day, or a stretch of time before or after something: both say until when."""

ASKS_TERM = re.compile(
    r"\b(?:tot wanneer|tot (?:hoe ?lang|welk moment)|uiterlijk wanneer|wanneer uiterlijk|wanneer .*\buiterlijk|hoe ?lang (?:van tevoren|vooraf)|until when|by when|how long (?:before|in advance)"
    r"|bis wann|wie lange vorher)\b",
    re.IGNORECASE,
)
_SUM = (
    r"\w*(?:vergoeding|tegemoetkoming|toeslag|toelage|bijdrage|kosten|korting|premie|loon|salaris|boete|borg|borgsom|beurs"
    r"|geld|subsidie|allowance|discount|refund|zuschuss|zulage|lohn|gehalt|rabatt|vergütung)"
)
ASKS_SUM = re.compile(rf"\b(?:hoeveel|how much|wie ?viel) {_SUM}\b", re.IGNORECASE)
"""A sum of money that is asked by its name: "hoeveel stagevergoeding krijg ik" asks how high it is."""

FOR_WHOM = re.compile(r"\bvoor (?!\d|het|een )\w{3,}|\bbedoeld voor\b", re.IGNORECASE)
THAT_DAY = re.compile(
    rf"{WEEKDAY.pattern}|\b\d{{1,2}} (?:{'|'.join(MONTHS['nl'])})\b|\b\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{2,4}}\b",
    re.IGNORECASE,
)
"""One day: of the week or of a year, and not only the year."""

ASKED_KINDS = (
    (re.compile(r"\b(?:hoe oud|how old|wie alt|leeftijd|altersgrenze|age limit)\b", re.IGNORECASE), AGE),
    (re.compile(r"\b(?:hoe laat|what time|wie spät|um wie viel uhr)\b", re.IGNORECASE), CLOCK),
    (re.compile(r"(?:^|\s)(?:voor wie|for whom|für wen)\b|\bwho .{2,40} for\b", re.IGNORECASE), FOR_WHOM),
    (ASKS_TERM, DAY_OR_TERM),
    (re.compile(r"\b(?:sinds wanneer|since when|seit wann)\b", re.IGNORECASE), BEGINNING),
    (re.compile(r"\bopeningstijd\w*|\bopening hours?\b|\böffnungszeit\w*", re.IGNORECASE), CLOCK),
    (
        re.compile(
            r"\bweekdag\w*|\bwelke (?:\w+ )?dagen\b|\b(?:which|what) (?:week)?days\b|\bwochentag\w*|\bwelchen tagen\b",
            re.IGNORECASE,
        ),
        WEEKDAY,
    ),
    (
        re.compile(
            r"\b(?:wanneer|op welke (?:datum|dag)|when|on what date|wann)\b[^?.]*\b(?:start|starten|begint|beginnen|starts|begins?|startet|beginnt)\b",
            re.IGNORECASE,
        ),
        STARTING,
    ),
    (
        re.compile(
            r"\b(?:op|voor|tot|vanaf|per) (?:welke|wat voor) (?:dag|datum)\b|\b(?:on|by|until|before) (?:which|what) (?:day|date)\b"
            r"|\b(?:an|bis zu|vor) welchem (?:tag|datum)\b",
            re.IGNORECASE,
        ),
        THAT_DAY,
    ),
    *KINDS_OF_DOING,
)
"""Kinds of things with their own words to ask for them."""

OF_DAYS = frozenset([BEGINNING, STARTING, WEEKDAY, DAY_OR_TERM, THAT_DAY])
"""Kinds that say when, in another way than by any day."""


@lru_cache(maxsize=10_000)
def holds(sentence: str, kind: re.Pattern[str]) -> bool:
    """Say whether a sentence holds a thing that looks like a kind; the sentences of a library come back in question after question."""
    return kind.search(sentence) is not None
