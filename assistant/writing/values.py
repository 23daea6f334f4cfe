"""The kind of value that a question asks for, and whether a sentence holds one of that kind. Pure.

A year is no number of things, "60 minuten" is no amount, and "in 2022" does not say how long something takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.writing.forms import (
    ACTOR,
    ANY_MONTH,
    DATE,
    DAY_OR_TERM,
    FREE,
    LENGTH_OF_TIME,
    MOMENT,
    NUMBER_IN_WORDS,
    PHONE,
    SHARE,
)
from assistant.writing.kinds import ASKS_SUM, ASKS_TERM, ASKS_YEAR, CODE, NAME, TIMES_A_FEE
from knowledge.language.normalisation import fold

_TIMES = r"(?:jaar|jaren|maand|maanden|week|weken|dag|dagen|uur|uren|minuut|minuten|avonden|dagdelen|lessen|lesdagen)"
_TIMES_ELSEWHERE = r"(?:years?|months?|weeks?|days?|hours?|minutes|evenings|jahre?|monate?|wochen?|tage?|stunden?|minuten|abende)"

YEAR = re.compile(r"\b(?:19|20)\d\d(?:-(?:19|20)?\d\d)?\b")
AMOUNT = re.compile(
    rf"(?:€|\bEUR)\s?\d|\d[\d.,]*(?:-\d[\d.,]*)?(?: (?:tot|of|to|bis) \d[\d.,]*)?(?: (?:miljoen|miljard|million(?:en)?))? ?(?:euro|€|eur\b)|\b{NUMBER_IN_WORDS} euro|\b\d+ cent\b|{TIMES_A_FEE}",
    re.IGNORECASE,
)
NUMBER_OF_THINGS = re.compile(
    rf"(?<![\w.,/-])\d[\d.]*(?:,\d+)?(?![\w-]*\d)(?!\s*(?:{ANY_MONTH}|%|euro))"
    rf"|\b(?:{NUMBER_IN_WORDS}|miljoen|once|twice|einmal|tweemaal|zweimal|dreimal|driemaal|[eé]{{2}}nmaal|één keer)\b",
    re.IGNORECASE,
)
PERSON = re.compile(r"\b[A-Z][a-zë]+ (?:van |de |der |den )*[A-Z][a-zë]+\b")

ASKS_LENGTH_OF_TIME = re.compile(
    rf"\b(?:hoe ?lang|hoeveel (?:\w+ )?(?:{_TIMES}|tijd)|how long|how much time|wie ?viel zeit|how many {_TIMES_ELSEWHERE}|wie lange"
    rf"|wie ?viele? {_TIMES_ELSEWHERE}|duur)\b",
    re.IGNORECASE,
)
ASKS_SHARE = re.compile(
    r"\b(?:hoeveel procent|welk percentage|percentage|what share|per cent|percent|prozent|anteil|aandeel)\b",
    re.IGNORECASE,
)
ASKS_AMOUNT = re.compile(
    r"\b(?:wat kost\w*|hoe ?duur|hoeveel (?:\w*geld|euro|subsidie|kost|budget|krijg\w*|kreeg|betaal\w*"
    r"|loon)|how much|was kostet|wie ?viel (?:geld|kostet)|bedrag|tarief|salaris|wat (?:vang|beur|tik|schuift|schuif|pak) (?:je|het|dat|ik)|loon|verdien\w*|prijs)\b",
    re.IGNORECASE,
)
ASKS_PART = re.compile(
    r"\b(?:how much of|(?:welke?|what|which|welche[rn]?) (?:deel|part|portion|teil)|hoeveel (?:[\w-]+ ){0,4}(?:terug\w*|vergoed\w*|omhoog|korting)"
    r"|van de prijs af|korting|discount|rabatt|wie ?viel (?:[\w-]+ ){0,4}(?:zurück|erstattet))\b",
    re.IGNORECASE,
)
"""How much of a sum is meant, paid, paid back or taken off: an amount or a share."""

ASKS_MOST = re.compile(
    r"\b(?:wat is|wat was|what is|what was|was ist|was war) (?:het|the|das) (?:maximum|minimum|maximale bedrag)\b(?! (?:aantal|leeftijd|age|number))",
    re.IGNORECASE,
)
ASKS_COUNT = re.compile(r"\b(?:hoeveel|how many|wie ?viele?[nr]?)\b", re.IGNORECASE)
ASKS_MARK = re.compile(
    r"\b(?:welk(?:e)? (?:rapport)?cijfer|hoeveel punten|(?:what|which) (?:mark|grade|score)|welche note)\b(?! (?:zijn|staan|are))",
    re.IGNORECASE,
)
ASKS_DAY = re.compile(
    r"\b(?:wanneer|welke (?:dag|datum)|uiterlijk|uiterste|[a-z]{3,}datum|when|deadline|(?:what|which) (?:date|day)|wann|welche[nms]? (?:tag|datum))\b",
    re.IGNORECASE,
)
ASKS_WHO = re.compile(
    r"(?:^|[,.?!] )(?:wie|who|wer)\b"
    r"(?! ?viel| (?:lange|hoch|alt|oft|schnell|weit|groß|teuer|spät|früh|geht|heißt|läuft|komme|kann ich|muss ich|bekomme|melde|werde|funktioniert|sieht)\b)",
    re.IGNORECASE,
)
ASKS_PHONE = re.compile(
    r"\b(?:telefoonnummer\w*|telefoonnr|(?:welk|wat voor|what|which|welche[rs]?) \w*(?:nummer|number)\b.{0,40}\b(?:bel\w*|call|ring|anrufen)"
    r"|nummer\b.*\bbel\w*|(?:tele)?phone number|telefonnummer|rufnummer|telefoon|telefonisch)\b(?! kwijt)",
    re.IGNORECASE,
)
ASKS_CODE = re.compile(r"\b\w*(?:code|crebo|croho)\b", re.IGNORECASE)

ASKS_UNTIL = re.compile(
    r"\b(?:hoe ?lang|how long|wie lange)\b[^?.]*?\b(?:loopt|lopen|geldt|gelden|bestaat|open|aanvragen|aanmelden|inschrijven|run|runs|valid|apply|läuft|laufen|gilt|gelten)\b",
    re.IGNORECASE,
)
"""How long something goes on is told by the day on which it ends."""

ONE_OF = (
    (ASKS_UNTIL, (LENGTH_OF_TIME, MOMENT)),
    (ASKS_LENGTH_OF_TIME, (LENGTH_OF_TIME,)),
    (ASKS_SHARE, (SHARE,)),
    (ASKS_PART, (AMOUNT, SHARE, FREE)),
    (ASKS_AMOUNT, (AMOUNT, FREE)),
    (ASKS_SUM, (AMOUNT, SHARE, FREE)),
    (ASKS_MOST, (AMOUNT, SHARE)),
    (ASKS_COUNT, (NUMBER_OF_THINGS, AMOUNT)),
    (ASKS_MARK, (NUMBER_OF_THINGS,)),
)
"""Numbers of which a question asks one, the most particular first, and what each looks like."""

BESIDE = (
    (ASKS_YEAR, (DATE,)),
    (ASKS_DAY, (MOMENT,)),
    (ASKS_WHO, (PERSON, NAME, ACTOR)),
    (ASKS_PHONE, (PHONE,)),
    (ASKS_CODE, (CODE,)),
)
"""What may be asked beside a number."""

ASKS_WHETHER = re.compile(
    r"\s*(?:(?:en|maar|and|but|und|aber)\s+)?(?:krijg|krijgt|krijgen|kan|kun|kunnen|mag|moet|moeten|is|zijn|heb|heeft|hebben|bestaat|geldt|telt|betaal|betaalt|betalen|word|wordt"
    r"|do|does|did|can|may|must|are|will|has|have|kann|darf|muss|bekomme|bekommt|ist|sind|gibt|hat|habe|zahlt|zahle)\b",
    re.IGNORECASE,
)
ASKS_WHAT = re.compile(
    r"\b(?:hoe\w*|wat|welke?|wanneer|waar\w*|wie|how|what|which|when|where|who|wie|was|welche\w*|wann|wo|wer"
    r"|bedrag|hoogte|percentage|amount|betrag)\b",
    re.IGNORECASE,
)
"""A message that begins with its verb and has no word that asks for a value is answered with yes or no."""

COUNTED = re.compile(
    r"\b(?:hoeveel|how many|wie ?viele?[nr]?)\s+(?:(?:nieuwe|extra|andere|verschillende|soorten|new|more)\s+)?([\w-]+)",
    re.IGNORECASE,
)
BEFORE_A_NUMBER, AFTER_A_NUMBER = 15, 35
"""Letters around a number in which the word for what it counts stands."""


def missing_kinds(question: str, sentence: str) -> int:
    """Return how many of the kinds of value that a question asks for a sentence does not hold."""
    return sum(not _holds(sentence, looks) for looks in looks_asked(question))


@lru_cache(maxsize=200)
def looks_asked(question: str) -> tuple[tuple[re.Pattern[str], ...], ...]:
    """Return what each of the kinds of value looks like that a question asks for, any one of a kind; () where it asks for none."""
    first = _number_asked(question)
    wanted: list[tuple[re.Pattern[str], ...]] = [first] if first is not None else []
    wanted += [looks for asks, looks in BESIDE if asks.search(question)]
    if ASKS_TERM.search(question):
        wanted = [(DAY_OR_TERM,) if looks == (MOMENT,) else looks for looks in wanted]
    return tuple(wanted)


def values_of(question: str, sentence: str) -> int:
    """Return how many values of the kind of number that a question asks for a sentence holds; 0 where it asks for none."""
    looks = _number_asked(question)
    return max((len(each.findall(sentence)) for each in looks), default=0) if looks is not None else 0


def asks_alike(question: str, other: str) -> bool:
    """Say whether two questions ask for the same kind of number."""
    return _number_asked(question) == _number_asked(other)


def lacks_number(question: str, sentence: str) -> bool:
    """Say whether a question asks for a number of some kind and a sentence holds none of it."""
    looks = _number_asked(question)
    return looks is not None and not _holds(sentence, looks)


@lru_cache(maxsize=200)
def _number_asked(question: str) -> tuple[re.Pattern[str], ...] | None:
    """Return what the number looks like that a question asks, None for none: "Krijg ik loon?" asks yes or no, and no amount."""
    if ASKS_WHETHER.match(question) and not ASKS_WHAT.search(question):
        return None
    if ASKS_WHICH.match(question) and not ASKS_HOW_MUCH.search(question):
        return None  # "bij welke van die twee krijg je loon?" asks which
    if ASKS_FOR_A_DAY.match(question) and not ASKS_HOW_MUCH.search(question):
        return None  # "when was the price halved?" asks no price
    return next((looks for asks, looks in ONE_OF if asks.search(question)), None)


ASKS_HOW_MUCH = re.compile(r"\b(?:hoe\w*|wat kost\w*|how|wie ?viele?|was kostet)\b", re.IGNORECASE)
ASKS_WHICH = re.compile(
    r"\s*(?:(?:en|maar|and|but|und|aber)\s+)?(?:(?:bij|voor|van|aan|in|met|at|for|with|of|bei|für|mit|von)\s+)?"
    r"(?:welke|which|welche[mnrs]?)\s+(?:van|of|von|opleiding|regeling|school|soort|programme|course|scheme|ausbildung|schule)\b",
    re.IGNORECASE,
)
"""A message that asks which of several: what follows tells it, and is not asked."""

ASKS_FOR_A_DAY = re.compile(
    r"\s*(?:(?:en|maar|and|but|und|aber)\s+)?(?:(?:per|vanaf|sinds|tot|until|since|from|bis|seit|ab)\s+)?(?:wanneer|when|wann)\b",
    re.IGNORECASE,
)


def _holds(sentence: str, looks: tuple[re.Pattern[str], ...]) -> bool:
    text = YEAR.sub(" ", sentence) if NUMBER_OF_THINGS in looks else sentence
    return any(pattern.search(text) for pattern in looks)


HOW_OFTEN = frozenset(["keer", "maal", "times", "mal"])
"""What is counted in no word of its own: "hoeveel keer" is told as "twee kansen", "eens per jaar"."""


def counted(question: str) -> str:
    """Return the folded word for what is counted, "" when a question asks for an amount, a share, a time or no number."""
    if any(asks.search(question) for asks, _ in ONE_OF[:-2]):
        return ""
    found = COUNTED.search(question)
    thing = fold(found.group(1)) if found is not None else ""
    return "" if thing in HOW_OFTEN else thing


def beside_numbers(sentence: str) -> Iterator[str]:
    """Yield the folded words that stand around the numbers of a sentence, years left out."""
    text = YEAR.sub(" ", sentence)
    for number in NUMBER_OF_THINGS.finditer(text):
        around = text[max(0, number.start() - BEFORE_A_NUMBER) : number.end() + AFTER_A_NUMBER]
        yield from (fold(word) for word in re.findall(r"[^\W\d_]{3,}", around))
