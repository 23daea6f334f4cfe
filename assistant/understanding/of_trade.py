"""Whether a message asks what somebody of a trade does: "Wat doet een procesoperator?". Pure.

Programmes that lead to the trade are no answer to it, and neither is what it pays. Data: data/of_trade.yaml.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.types import Language
from assistant.understanding.job_words import is_job
from assistant.understanding.lexicon import FOLDER, Lexicon
from knowledge.catalogue.folding import folded
from knowledge.data_files import read_data

_DATA = FOLDER / "of_trade.yaml"


def trade_asked(text: str, lexicon: Lexicon) -> str:
    """Return the folded name of the trade of which a message asks what is done in it, or what it is; "" for any other message.

    A trade is what the lexicon knows as an occupation, or a word that ends as trades do.
    """
    match = _pattern().fullmatch(folded(text))
    if match is None:
        return ""
    named = next(name for name in match.groups() if name)
    is_value = any(VALUE.fullmatch(word) for word in named.split()[:2])
    return named if _is_trade(named, lexicon) and not is_value else ""


VALUE = re.compile(
    r"niveau|level|stufe|\w*(?:code|crebo|croho|nummer|number|nummern)|duur|lengte|duration|dauer|prijs|price|preis|kosten|costs?"
    r"|\w*salaris|\w*loon|lonen|inkomen|verdienste|salary|wages?|pay|income|\w*gehalt|\w*lohn|verdienst|einkommen|tekort|shortage|mangel"
)
"""One of the first two words of what is asked that make it a value of a trade, its level, code, length, price or pay: "wat is het niveau van kraanmachinist"."""


def tells_of_trade(sentence: str, trade: str) -> bool:
    """Say whether a sentence says what somebody of a trade does: it is about them from its first words on, and not about
    pay, demand, codes or the way to the trade.
    """
    words = folded(sentence).split()
    last = _root(trade.rsplit(maxsplit=1)[-1])
    is_subject = any(last in word for word in words[:FIRST_WORDS])
    return is_subject and _elsewhere().search(sentence) is None


FIRST_WORDS = 6
"""Words at the beginning of a sentence of which one names its subject."""


def _root(word: str) -> str:
    """Return a word without the ending of a plural, as long as enough is left."""
    for ending in ("en", "s", "innen", "in"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_ROOT:
            return word.removesuffix(ending)
    return word


SHORTEST_ROOT = 5


def _is_trade(named: str, lexicon: Lexicon) -> bool:
    words = named.split()
    if any(is_job(_root(words[-1]), language) or is_job(words[-1], language) for language in Language):
        return True
    return any(one.values("occupation") for one in lexicon.read(words))


@cache
def _pattern() -> re.Pattern[str]:
    raw = read_data(_DATA)
    article = rf"(?:(?:{'|'.join(map(folded, raw['articles']))}) )?"
    texts = [text for language in Language for text in raw[language.value]]
    return re.compile(
        "|".join(text.replace("{a}", article).replace("{trade}", r"((?:\w+ ){0,3}?\w+)") for text in texts)
    )


@cache
def _elsewhere() -> re.Pattern[str]:
    texts: list[str] = read_data(_DATA)["elsewhere"]
    return re.compile(rf"\b(?:{'|'.join(texts)})\b", re.IGNORECASE)
