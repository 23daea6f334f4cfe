"""What a word for a value asks that stands alone in a talk ("max bedrag", "doel?", "tot wanneer"), and what such a value looks like. Pure.

A sentence near the topic that holds no such value is no answer.
"""

from __future__ import annotations

import re

from assistant.writing.forms import DATE, DAY_OR_TERM, LENGTH_OF_TIME, PHONE, SHARE
from assistant.writing.kinds import EMAIL
from assistant.writing.sufficiency import SAYS_UNKNOWN
from assistant.writing.values import AMOUNT

FREE = re.compile(r"\b(?:gratis|kosteloos|niets|vergoed\w*|betaalt)\b", re.IGNORECASE)
LEVEL = re.compile(
    r"\b(?:mbo|niveau|nlqf|eqf)[ -]?\w*\b|\b(?:hbo|wo|ad|associate degree|bachelor|master)\b", re.IGNORECASE
)
GOAL = re.compile(
    r"\b(?:doel\w*|opgaven?|wil|wilde|willen|wilden|streef\w*|moet|moest|moeten|moesten|zodat|bedoeld|om\b[^.]{3,60}\bte)\b",
    re.IGNORECASE,
)

INSTEAD = re.compile(
    r"\balternati|\bin (?:de )?plaats\b|\bvervang|\bopvolg|\b(?:kun|kan) je\b.*\b(?:wel|nog|nu)\b",
    re.IGNORECASE,
)
"""What there is instead of something."""

FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bdeeltijd|\bpart-?time|\bteilzeit",
        r"\bvoltijd|\bfull-?time|\bvollzeit",
        r"\bduaal|\bduale?\b",
        r"\bavond|\bevenings?\b|\babends?\b",
        r"\bonline\b|\bafstand|\bthuis\b",
    )
)
"""Forms of learning: of one that is asked an answer has to speak."""

ENDING = re.compile(
    rf"(?=.*(?:{DATE.pattern}))(?=.*\b(?:tot|t/m|loopt|liep|eind\w*|uiterlijk|v[oó][oó]r|stopt\w*|gestopt|sluit\w*|dicht|deadline|laatste|verlengd|duurt|periode|jaar)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""A day or year with a word that says that something ends."""

TERM = re.compile(rf"(?!.*(?:{DATE.pattern}))(?=.*(?:{DAY_OR_TERM.pattern}))", re.IGNORECASE | re.DOTALL)
"""A stretch of time before or after something, where no day is named."""

ALONE: tuple[tuple[re.Pattern[str], tuple[re.Pattern[str], ...]], ...] = (
    *((one, (one,)) for one in FORMS),
    (
        re.compile(
            r"\b(?:bedrag(?:en)?|budget|geld|subsidie|kost|kosten|kostte|prijs|tarief|euro|amount|costs?|price|fees?|money|betrag|preis|kostet|gebühr(?:en)?)\b",
            re.IGNORECASE,
        ),
        (AMOUNT, SHARE, FREE),
    ),
    (re.compile(r"\b(?:telefoon\w*|tel|bellen|phone|telefon\w*)\b", re.IGNORECASE), (PHONE,)),
    (re.compile(r"\b(?:e-?mail\w*|mail\w*)\b", re.IGNORECASE), (EMAIL,)),
    (
        re.compile(
            r"\b(?:hoe ?lang|duur|duurt|looptijd|how long|duration|wie lange|laufzeit|dauert)\b",
            re.IGNORECASE,
        ),
        (LENGTH_OF_TIME, DATE),
    ),
    (
        re.compile(
            r"\b(?:tot wanneer|uiterlijk|deadline|einddatum|until when|by when|bis wann|frist)\b",
            re.IGNORECASE,
        ),
        (ENDING, TERM),
    ),
    (
        re.compile(
            r"\b(?:wanneer|deadline|datum|einddatum|startdatum|startjaar|when|date|wann|frist)\b",
            re.IGNORECASE,
        ),
        (DATE,),
    ),
    (re.compile(r"\balternati", re.IGNORECASE), (INSTEAD,)),
    (re.compile(r"\b(?:niveau|level|stufe)\b", re.IGNORECASE), (LEVEL,)),
    (re.compile(r"\b(?:doel|doelen|goals?|purpose|ziel|ziele)\b", re.IGNORECASE), (GOAL,)),
)
"""Words for a value, the first that a message has, and what each may look like in a sentence."""

HOW_MUCH = re.compile(
    r"\s*(?:(?:en|and|und)\s+)?(?:hoeveel|how much|wie ?viel)(?:\s+(?:max|maximaal|maximum|hoogstens|krijg je|krijgt men|is dat|is het))*\s*[?!.]*",
    re.IGNORECASE,
)
FUND = re.compile(
    r"fonds|subsidie|regeling|budget|krediet|voucher|bijdrage|SLIM|STAP|praktijkleren|kansenplan|Regio Deal|fund|scheme|subsidy|förderung",
    re.IGNORECASE,
)
"""Of what gives money "hoeveel" asks an amount."""


def holds_value(message: str, topic: str, sentence: str) -> bool:
    """Say whether a sentence holds the value that a message without a name asks of a topic, or says itself that it is not known."""
    looks = next((looks for asks, looks in ALONE if asks.search(message)), None)
    if looks is None and HOW_MUCH.fullmatch(message) and FUND.search(topic):
        looks = (AMOUNT, SHARE)
    return looks is None or any(pattern.search(sentence) for pattern in (*looks, SAYS_UNKNOWN))
