"""What a row says in the sentences of its remark to a message that asks for no known column, or for more than one: by its words.

Pure. A sentence that shares a telling word with the message is told; where that is little of the message, it is said that it is only what comes
nearest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.types import Outcome, Request
from assistant.understanding.asked_spelling import respelled
from assistant.understanding.offer_called import is_weak, telling_words
from assistant.understanding.word_likeness import likeness
from assistant.writing.in_hand import InHand
from assistant.writing.kind_lacked import lacks_kind
from assistant.writing.record_desk import Desk, written
from assistant.writing.row_cells import Cell, cells_of
from assistant.writing.row_topics import Topic, is_heading_of_any
from assistant.writing.row_worded import cited_cell, worded_cell
from assistant.writing.seam import Written
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Offer
from knowledge.types import RecordRef

MOST_CELLS = 3
"""Cells of a row that are told."""

SURE, HALF, SHORTEST_WORD = 0.8, 0.5, 4
"""How surely a word must be one of a cell, the share of them that answers a question, and the letters of the shortest that is looked for."""


OF_TIME = re.compile(r"tijd|time|uhr|zeit|dag|day|tag|avond|evening|abend|contact|start")
"""Headings of cells that say when, or who, in many words."""


ASKS_HOW_MANY = re.compile(
    r"\b(?:hoeveel|how many|how much|wie ?viele?|percentage|procent|prozent)\b", re.IGNORECASE
)
"""What asks for a figure: no sentence without it comes near."""


def without_names(text: str, hand: InHand) -> str:
    """Return a text without the names of courses in it, whose words ask nothing."""
    for name in sorted(hand.school.names.values(), key=len, reverse=True):
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE) if name else text
    return text


def words_asked(request: Request, hand: InHand, topics: Sequence[Topic] = ()) -> list[str]:
    """Return the telling words of a message, without those of names, of the school, and of topics that are answered otherwise."""
    own = hand.school.aside.union(*(folded(name).split() for name in hand.names))
    rest = respelled(folded(without_names(request.question.text, hand)))
    for topic in topics:
        rest = topic.asks.sub(" ", rest)
    return [
        word
        for word in telling_words(rest, request.language.value, own)
        if len(word) >= SHORTEST_WORD and not word.isdigit() and not is_weak(word)
    ]


def has_word(cell: Cell, word: str, language: str) -> bool:
    """Say whether a cell has a word, in any form, misspelled or in another language."""
    return any(likeness(word, one, language) >= SURE for one in folded(f"{cell.heading} {cell.text}").split())


def clauses_beside(offer: Offer, request: Request, hand: InHand) -> tuple[Cell, ...]:
    """Return the sentences of the remark of a row that share a telling word with a message: what is asked may hang on them."""
    asked = words_asked(request, hand)
    found = (
        cell
        for cell in cells_of(offer)
        if (cell.is_prose or _is_of_its_own(cell))
        and any(has_word(cell, word, request.language.value) for word in asked)
    )
    return tuple(found)[:MOST_CELLS]


def _is_of_its_own(cell: Cell) -> bool:
    """Say whether a cell stands under a heading that nobody asks for by name ("lasrook: masker zelf kopen"): a remark with a colon in it."""
    return bool(cell.heading) and not cell.field and not is_heading_of_any(cell.heading)


def said_of(
    offers: Sequence[Offer], topics: Sequence[Topic], request: Request, hand: InHand, desk: Desk
) -> Written | None:
    """Return the cells of one row that have most of the words of a message which asks for no known column; None where none has any.

    Beside topics only the sentences of its remark, for what is asked besides these. Where no more than half of the words is met, it is said that this is only what
    comes nearest.
    """
    if len(offers) != 1:
        return None
    asked = words_asked(request, hand, topics)
    cells = [cell for cell in cells_of(offers[0]) if cell.text and (cell.is_prose or not topics)]
    met = [(sum(has_word(cell, word, request.language.value) for word in asked), cell) for cell in cells]
    most = max((count for count, _ in met), default=0)
    if not most or lacks_kind(request.question.text, [cell.text for count, cell in met if count == most]):
        return None
    nearest = [cell for count, cell in met if count == most][:MOST_CELLS]
    return _cells_told(offers[0], nearest, request, desk, is_sure=most > HALF * len(asked))


def noted_of(offers: Sequence[Offer], request: Request, desk: Desk) -> Written | None:
    """Return the sentences of the remark of one row as what comes nearest to a message, None where it has none, or how many is asked."""
    if len(offers) != 1 or ASKS_HOW_MANY.search(request.question.text):
        return None
    cells = [
        cell for cell in cells_of(offers[0]) if cell.is_prose and not OF_TIME.search(folded(cell.heading))
    ]
    cells = sorted(cells, key=lambda cell: not cell.is_free)[:MOST_CELLS]
    return _cells_told(offers[0], cells, request, desk, is_sure=False) if cells else None


def _cells_told(
    offer: Offer, cells: Sequence[Cell], request: Request, desk: Desk, *, is_sure: bool
) -> Written:
    citer = desk.citer("offer", [offer.id])
    told = "; ".join(worded_cell(cell, offer, request, desk) for cell in cells)
    cited = [number for cell in cells for number in cited_cell(cell, offer, request, desk, citer)]
    sentence = desk.worded(f"{desk.words.offer(offer)}; {told}.", cited)
    records = [RecordRef("offer", offer.id, offer.name.value or offer.id)]
    if is_sure:
        return written([sentence], citer, records)
    near = written([desk.notice(desk.words.say("row_near")), sentence], citer, records)
    return replace(near, outcome=Outcome.PARTLY)
