"""What a message of a talk asks that only the messages before it say: where "that" was, how much "it" is, how that is "there". Pure."""

from __future__ import annotations

import re

from assistant.types import Request
from assistant.writing.relevance import MONEY_OR_SHARE
from assistant.writing.seam import Written
from knowledge.language.normalisation import fold

ASKS_WHERE = re.compile(
    r"\s*(?:(?:en|maar|and|but|und|aber)\s+)?(?:(?:waar|where|wo)\s+(?:was|is|zijn|waren|ergens|precies|were|are|ist|sind|war|waren|gebeurde|vond|vindt|staat|zit|zitten|liegt|happened)\b"
    r"(?! [^?]*\b(?:goed|nodig|voor|over|mee|van|op gebaseerd)\s*[?!.]*$)|(?:in|at) (?:welk\w*|which|what) (?:gebouw|plek|zaal|building|place|venue)|an welchem ort)",
    re.IGNORECASE,
)
"""A message that asks in which place something is or was; not what it is good or needed for."""

PLACE_NAMED = re.compile(
    r"\b(?:in|te|op|bij|aan|naar|uit|at|near|im|am|beim|auf|from)\s+(?:(?:de|het|the|der|dem|den|das|een|a)\s+)?(?-i:[A-ZÀ-Þ])|https?:|\bwww\.|\bonline\b|\bthuis\b|\bopen\b"
    r"|\b(?:niet bekend|onbekend|not known|nicht bekannt)\b|\b(?:vestigings?\w*|locaties?|adres|gevestigd|located|based|location|standort)\b",
    re.IGNORECASE,
)
"""A place with a name, on the web or in words, or that it is not known."""

ASKS_HOW_MUCH_THAT_IS = re.compile(
    r"\s*(?:(?:en|maar|and|but|und|aber)\s+)?(?:(?:hoeveel|how much|wie ?viel)"
    r"\s+(?:daarvan|ervan|hiervan|of (?:that|it|this)|davon)\s+(?:gaat|komt|ging|kwam|krijgt|kreeg|is|was|goes|comes|went|came|geht|kommt|ging|kam|ist|war)\b"
    r"|(?:hoeveel|how much|wie ?viel|hoe hoog|how high|wie hoch)\s+(?:is|was|zou|wordt|would|will|ist|war|wäre|wird)\s+(?:dat|die|het|that|it|this|das|der|die|es)\b)",
    re.IGNORECASE,
)
"""How much "that" is, or how much "of that" goes somewhere: money, where the message before asked for money."""

OF_MONEY = re.compile(
    r"€|\beuros?\b|\b(?:\w*loon|verdien\w*|salaris|\w*vergoeding|subsidie|\w*bijdrage|tegemoetkoming|toeslag|boete|korting|betaald|wages?|salary|pay|paid|earn\w*|allowance|subsidy|grant|fine|lohn|gehalt|verdien\w*|vergütung|zuschuss|bezahlt)\b",
    re.IGNORECASE,
)

SAYS_UNKNOWN = re.compile(
    r"\b(?:staat|staan) (?:nog )?niet\b|\bsteh(?:t|en) (?:noch )?nicht\b|\b(?:is|are) not (?:yet )?(?:in|known)\b|\b(?:niet bekend|onbekend|unknown|nicht bekannt)\b",
    re.IGNORECASE,
)
"""That something is not known answers any question for it."""

THERE = re.compile(
    r"\b(?:daar|there|dort)\s*[?!.]*$|(?<!is )(?<!are )(?<!was )\bthere (?=for|in|at|on|per|a year|yearly)|\b(?:zijn|is|kost|kosten|duurt|duren) daar (?=de\b|het\b|een\b)",
    re.IGNORECASE,
)
"""A message that asks how something is "there"."""

PLACED = re.compile(
    r"\b(?:in|te|bij|at|near|bei|im)\s+(?:(?:de|het|the|der|dem)\s+)?(?P<name>(?-i:[A-ZÀ-Þ])[\w’'-]+(?: (?-i:[A-ZÀ-Þ])[\w’'-]+)*)",
    re.IGNORECASE,
)
"""Where something is, by its name."""

NAMED_WITHIN = re.compile(r"(?<=[a-z,] )(?!I\b)[A-ZÀ-Þ][\w’'-]+")
"""Names in the midst of a sentence."""


def lacks_place(text: str, sentence: str) -> bool:
    """Say whether a message asks where something was or is and a sentence names no place."""
    return ASKS_WHERE.match(text) is not None and PLACE_NAMED.search(sentence) is None


def lacks_sum(text: str, before: str, sentence: str) -> bool:
    """Say whether a message asks how much "that" is, what was said `before` it was of money, and a sentence holds no sum."""
    asks = ASKS_HOW_MUCH_THAT_IS.match(text) is not None and OF_MONEY.search(before) is not None
    return asks and MONEY_OR_SHARE.search(sentence) is None


def is_elsewhere(text: str, before: str, told: str) -> bool:
    """Say whether a message asks how something is "there", the message before it named the place, and what is told has not that name.

    `told` is a sentence with what stands above it.
    """
    if THERE.search(text) is None:
        return False
    named = [fold(match["name"]) for match in PLACED.finditer(before)] or [
        fold(name) for name in NAMED_WITHIN.findall(before)
    ]
    present = fold(told)
    return bool(named) and not any(name in present for name in named)


def asks_of_before(request: Request) -> bool:
    """Say whether a message of a talk asks how something is "there", where it was, or how much "that" is."""
    text = request.question.text
    asks = (ASKS_WHERE.match(text), ASKS_HOW_MUCH_THAT_IS.match(text), THERE.search(text))
    return bool(request.question.history) and any(asks)


def lacks_of_before(request: Request, written: Written) -> bool:
    """Say whether no sentence of an answer holds what a message asks of the one before it: the place, the sum, or anything of "there"."""
    text, before = request.question.text, message_before(request)
    said = [one.text for one in written.sentences]
    above = [f"{one.title} {one.locator}" for one in written.citations]
    if any(map(SAYS_UNKNOWN.search, said)):
        return False
    return (
        all(lacks_place(text, one) for one in said)
        or all(lacks_sum(text, f"{before} {first_of_reply(request)}", one) for one in said)
        or is_elsewhere(text, before, " ".join((*said, *above)))
    )


def message_before(request: Request) -> str:
    """Return the message of the person before the one that is asked, "" where it is the first."""
    turns = request.question.history
    return next((turn.text for turn in reversed(turns) if turn.role == "user"), "")


def first_of_reply(request: Request) -> str:
    """Return the first line of our last answer, "" where there is none."""
    turns = request.question.history
    reply = next((turn.text for turn in reversed(turns) if turn.role == "assistant"), "")
    return reply.partition("\n")[0]
