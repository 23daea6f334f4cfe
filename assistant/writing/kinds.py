"""What the kinds of things look like that questions ask for: an amount, a day, an age, opening hours; and who asks for which. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.writing.doing import KINDS_OF_DOING
from assistant.writing.forms import (
    AGE,
    ANY_MONTH,
    CLOCK,
    DATE,
    DAY_OR_TERM,
    NUMBER_IN_WORDS,
    THAT_DAY,
    UNIT_OF_TIME,
    WEEKDAY,
)

NUMBER = re.compile(
    rf"\d|\b(?:{NUMBER_IN_WORDS}|miljoen|million(?:en)?|een (?:half )?(?:jaar|maand|week|dag|uur)|once|twice|einmal|zweimal|\w*jarige?)\b",
    re.IGNORECASE,
)
TIMES_A_FEE = r"\b(?:\d+|twee|drie|vier|vijf|zes) keer (?:het|de|zijn|je) (?:\w+ )?(?:\w*geld|\w*loon)\b"
"""A sum of money said as a number of times another one: "vijf keer het wettelijke collegegeld"."""

MONEY = re.compile(
    rf"€|\beuros?\b|\b(?:gratis|kosteloos|kosteloze|free|kostenlos\w*|kostenfrei\w*|gebührenfrei\w*)\b|{TIMES_A_FEE}",
    re.IGNORECASE,
)
CODE = re.compile(r"\b(?!(?:19|20)\d\d\b)\d{4,6}\b")
DURATION = re.compile(rf"\b{UNIT_OF_TIME}\b", re.IGNORECASE)
EMAIL = re.compile(r"\S+@\S+\.\w+")
NAME = re.compile(r"(?<=[a-z,;:(] )[A-ZÀ-Þ][\w'’.-]+|^[A-Z]{2,}\b")

BEGINNING = re.compile(
    r"\b(?:startte|gestart|begon|begonnen|opgericht|oprichting|ontstond|ontstaan|sinds|opende|geopend|gelanceerd|lancering|gestopt|geëindigd)\b.*(?:\b(?:1[89]|20)\d\d\b)"
    r"|(?:\b(?:1[89]|20)\d\d\b).*\b(?:startte|gestart|begon|opgericht|oprichting|ontstond|opende|geopend|gelanceerd|lancering|gestopt|geëindigd)\b",
    re.IGNORECASE,
)
STARTING = re.compile(
    rf"(?=.*(?:{DATE.pattern}|\b{ANY_MONTH}\b))"
    r"(?=.*\b(?:start\w*|gestart|beg[iou]n\w*|commenc\w*|van start|vanaf|sinds|opent|opende|geopend|instroom\w*|instromen|lancering|aftrap"
    r"|opgericht|ontstond|bestaat|ging|kwam|ingang|per \d|ab|opens?|groep\w*))",
    re.IGNORECASE | re.DOTALL,
)
"""A day or year with a word that says that something begins."""

ASKS_YEAR = re.compile(
    r"\b(?:welke? (?:jaar|jaren)|(?:what|which) years?|welche[nmrs]? jahre?n?)\b", re.IGNORECASE
)
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

FOR_WHOM = re.compile(
    r"\b(?:voor|for|für) (?!\d|het|een |the |das |ein )\w{3,}|\bbedoeld voor\b|\bintended for\b",
    re.IGNORECASE,
)
OLDEST = re.compile(
    rf"\b(?:tot|jonger dan|onder de|voor je|uiterlijk|maximaal|hoogstens|until|up to|under|younger than|before|at most|bis|jünger als|unter|höchstens)"
    rf" (?:\w+ ){{0,3}}?(?:\d{{2}}|{NUMBER_IN_WORDS})(?:e|ste|th|\.)?\b"
    r"|\b(?:geen|niet voor|no|not for|kein\w*)\b",
    re.IGNORECASE,
)
"""Until which age something holds, or that it does not at all."""

ASKED_KINDS = (
    (
        re.compile(
            r"\b(?:tot|t/m|tot en met) (?:welke leeftijd|hoe oud)|\bhoe oud mag je (?:maximaal|hoogstens)|\b(?:until|up to) (?:what|which) age|\bbis zu welchem alter|\bbis wie alt",
            re.IGNORECASE,
        ),
        OLDEST,
    ),
    (
        re.compile(
            r"\b(?:hoe oud|how old|wie alt|(?<!tot welke )leeftijd|altersgrenze|age limit)\b", re.IGNORECASE
        ),
        AGE,
    ),
    (re.compile(r"\b(?:hoe laat|what time|wie spät|um wie viel uhr)\b", re.IGNORECASE), CLOCK),
    (
        re.compile(
            r"(?:^|\s)(?:voor wie|for whom|für wen)\b|\bwho (?:is|are) [^?.!,]{2,40} for\b", re.IGNORECASE
        ),
        FOR_WHOM,
    ),
    (ASKS_TERM, DAY_OR_TERM),
    (re.compile(r"\b(?:sinds wanneer|since when|seit wann)\b", re.IGNORECASE), BEGINNING),
    (re.compile(r"\bopeningstijd\w*|\bopening hours?\b|\böffnungszeit\w*", re.IGNORECASE), CLOCK),
    (
        re.compile(
            r"\bweekdag\w*|\b(?:op |in )?welke (?:\w+ )?(?:dagen|avond|avonden|ochtend\w*|middag\w*)\b"
            r"|\b(?:which|what) (?:evenings?|mornings?|afternoons?)\b|\bwelche[nm]? (?:abend\w*|vormittag\w*)\b|\b(?:which|what) (?:week)?days\b|\bwochentag\w*|\bwelchen tagen\b",
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
