"""A message that asks for the difference between the two things that a talk was last about: "en wat is het verschil?". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.types import Language, Turn
from assistant.understanding.focus import focus_of
from assistant.understanding.replacing import AREA
from knowledge.language.normalisation import fold

BETWEEN = (
    r"(?: (?:tussen|between|zwischen) (?:(?:die|deze|de|the|these|those|den|diesen) (?:twee|beide|two|beiden|zwei)|beide|allebei|both|them|die|deze|beiden|denen)"
    r"|daartussen|ertussen|er tussen|met elkaar|dazwischen)?"
)
ASKS_DIFFERENCE = re.compile(
    r"\s*(?:(?:ok[eé]?|en|maar|dus|and|but|so|und|aber),?\s+)*(?:(?:wat|what|was)(?: (?:is|zijn|are|ist|sind|'s)|'s)"
    r"(?: (?:dan|nou|nu|eigenlijk|precies|then|exactly|actually|denn|eigentlich|genau|da))*"
    rf" (?:het|de|the|der|die) )?(?:(?:grootste|grote|main|biggest|große|größte) )?(?:verschil(?:len)?|differences?|unterschiede?){BETWEEN}"
    r"(?: (?:dan|nou|eigenlijk|precies|then|exactly|denn|genau))*\s*[?!.]*|\s*(?:(?:en|and|und)\s+)?(?:waarin|waar) verschillen (?:ze|die|zij)(?: in| van elkaar| dan)*\s*[?!.]*"
    r"|\s*how (?:do they|are they) differ(?:ent)?\s*[?!.]*",
    re.IGNORECASE,
)
"""A whole message that asks for a difference and names nothing."""

ASKED = {
    Language.DUTCH: "Wat is het verschil tussen {one} en {other}?",
    Language.ENGLISH: "What is the difference between {one} and {other}?",
    Language.GERMAN: "Was ist der Unterschied zwischen {one} und {other}?",
}


def with_both(text: str, history: Sequence[Turn], language: Language) -> str:
    """Return a message that asks for a difference with the names of the two things that the talk was last about.

    Any other message stays as it is, and so does one after things without a name of their own: figures of areas and years are set
    side by side elsewhere.
    """
    if ASKS_DIFFERENCE.fullmatch(text) is None:
        return text
    names: list[str] = []
    for place in range(len(history), 0, -1):
        if history[place - 1].role != "user":
            continue
        focus = focus_of(history[:place], language)
        if focus is not None and focus.names and focus.names not in names:
            names.append(focus.names)
    if len(names) < 2 or not all(map(_is_name, names[:2])) or _is_one(names[0], names[1]):
        return text
    return ASKED[language].format(one=names[1], other=names[0])


def _is_name(names: str) -> bool:
    """Say whether words are one name, and not that of an area."""
    is_proper = all(word[:1].isupper() or word in LITTLE for word in names.split())
    return is_proper and AREA.fullmatch(names) is None


LITTLE = frozenset(["van", "voor", "de", "het", "of", "for", "the", "für", "der", "en", "and", "und"])


def _is_one(one: str, other: str) -> bool:
    """Say whether two names are of one thing, the words of which are all in the other: "Twents Fonds" and its whole name."""
    first, second = (frozenset(fold(name).split()) for name in (one, other))
    return first <= second or second <= first
