"""Which programmes train for a trade that no record names as the message does: those of the nearest occupation, said to be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from assistant.types import Outcome, Request
from assistant.understanding.filters import Ask, Asked, filter_of
from assistant.understanding.lexicon import Lexicon, Mention
from assistant.understanding.reading import read
from assistant.understanding.trained_for import tool_trained_for, trade_trained_for
from assistant.writing.record_desk import Desk
from assistant.writing.record_offers import offers_answer
from assistant.writing.seam import Written
from knowledge.catalogue.folding import folded
from knowledge.types import Audience

Links = Callable[[str], str | None]
"""Gives the id of the occupation that words mean, None when none is near enough."""


LinksOn = Callable[[Audience, date, str], str | None]
"""The same, to an audience on a day."""


def trained_for(request: Request, lexicon: Lexicon, desk: Desk, link: Links | None) -> Written | None:
    """Return the programmes for the trade that a message asks them for, where its words are no name of a trade that is known.

    A trade that is named with a word that is not known beside it ("plc programmeur siemens") is taken without that word.
    """
    tool = tool_trained_for(request.question.text)
    trade = trade_trained_for(request.question.text) or tool
    if not trade or link is None:
        return None
    reading = read(request.question.text, lexicon, request.words)
    named = [one for one in reading.mentions if one.values("occupation") and _is_in(one, trade)]
    linked = link(trade)
    occupation = linked or (named[-1].values("occupation")[0] if named else None)
    if occupation is None:
        return None
    label = _label(occupation, desk)
    if trade == tool and not folded(label).startswith(tool[:SAME_THING]):
        return None  # who works with children operates none
    asked = Asked(
        Ask.LEADS_TO,
        replace(filter_of(reading, desk.gazetteer), field=(), text=""),
        occupations=(occupation,),
        areas=(*reading.values("area"), *reading.values("place")),
        named=(label,),
    )
    told = offers_answer(asked, desk)
    if told is None or not told.records:
        return None
    if folded(label) == trade or trade == tool:
        return told
    said = desk.notice(desk.words.fill("trade_taken", {"trade": trade, "occupation": label}))
    return replace(told, sentences=(said, *told.sentences), outcome=Outcome.PARTLY)


SAME_THING = 5
"""Letters that the thing somebody works with and the trade of it begin with: "graafmachine", "graafmachinist"."""


def _is_in(mention: Mention, trade: str) -> bool:
    return f" {' '.join(mention.words)} " in f" {trade} "


def _label(id_: str, desk: Desk) -> str:
    occupation = next(one for one in desk.catalogue.occupations() if one.id == id_)
    return desk.words.occupation(occupation)
