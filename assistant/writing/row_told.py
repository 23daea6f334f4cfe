"""The cells that are asked of the rows that are meant, as sentences with their sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.types import Outcome, Request, Sentence
from assistant.writing.kind_lacked import lacks_kind
from assistant.writing.offers_called import InHand
from assistant.writing.record_citing import RecordCiter
from assistant.writing.record_costs import fee_records
from assistant.writing.record_desk import Desk, written
from assistant.writing.record_values import is_known
from assistant.writing.row_cells import Cell, cells_of
from assistant.writing.row_held import cells_of_topics, held_by
from assistant.writing.row_limits import PRICED
from assistant.writing.row_prices import is_price_of_group
from assistant.writing.row_said import clauses_beside, said_of
from assistant.writing.row_topics import NOT_ELSEWHERE, Topic
from assistant.writing.row_worded import cited_cell, worded_cell
from assistant.writing.rows_meant import names_day
from assistant.writing.seam import Written
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Offer
from knowledge.types import RecordRef

OF_PEOPLE = frozenset(["teacher", "supervisor"])
"""Topics of which what stands under their heading is the answer, also where it is no name that we know the form of ("extern")."""


def told_by_rows(
    offers: Sequence[Offer],
    topics: Sequence[Topic],
    asked: str,
    request: Request,
    hand: InHand,
    desk: Desk,
) -> Written | None:
    """Return the cells of rows that are asked for, None where no row has any, or none of the kind that is asked.

    Of one row also the sentences of its remark that share a word with the message: what is asked may hang on them.
    """
    request = _of_its_years(request, offers)
    citer = desk.citer("offer", [offer.id for offer in offers], fee_records(desk))
    beside = clauses_beside(offers[0], request, hand) if len(offers) == 1 else ()
    held = {
        offer.id: tuple(
            one
            for one in cells_of_topics(offer, topics, asked)
            if not (_is_price_of_now(one, request) or _is_no_day(one, topics, offer))
        )
        for offer in offers
    }
    said = [
        _row(offer, (*cells, *(one for one in beside if one not in cells)), request, desk, citer)
        for offer in offers
        if (cells := held[offer.id])
    ]
    is_headed = any(
        topic.is_headed(one.heading)
        for topic in topics
        if topic.name in OF_PEOPLE
        for cells in held.values()
        for one in cells
    )
    is_unsure = len(topics) == 1 and not is_headed
    if not said or (is_unsure and lacks_kind(request.question.text, [one.text for one in said])):
        return None
    records = [RecordRef("offer", offer.id, offer.name.value or offer.id) for offer in offers]
    answer = written(said, citer, records)
    if not any(
        cell.text or is_known(offer, cell.field, request.years) for offer in offers for cell in held[offer.id]
    ):
        return replace(answer, outcome=Outcome.REFUSED)
    every = [cell for offer in offers for cell in cells_of(offer)]
    lacking = [
        topic
        for topic in topics
        if (topic.fields or topic.name in NOT_ELSEWHERE) and not held_by(topic, every)
    ]
    said_so = [
        match.group() for topic in lacking if (match := topic.asks.search(folded(request.question.text)))
    ]
    if not said_so:
        return answer
    notice = desk.notice(
        desk.words.fill("row_lacks", {"asked": desk.words.join(f"“{one}”" for one in said_so)})
    )
    return replace(answer, sentences=(*answer.sentences, notice), outcome=Outcome.PARTLY)


def _is_no_day(cell: Cell, topics: Sequence[Topic], offer: Offer) -> bool:
    """Say whether a cell is a moment to begin that names no day ("aug."), where only the day is asked."""
    is_of_day = [topic.name for topic in topics] == ["day"] and cell.field == "starts"
    return is_of_day and not cell.text and not names_day(offer)


def _is_price_of_now(cell: Cell, request: Request) -> bool:
    """Say whether a cell is a price without a year where that of another year is asked."""
    return bool(request.years and cell.text) and (
        is_price_of_group(cell) or PRICED.search(folded(cell.heading)) is not None
    )


def _of_its_years(request: Request, offers: Sequence[Offer]) -> Request:
    """Return a request without the years that it asks where a row starts in one of them: its price is of that year."""
    starts = [start for offer in offers for start in offer.starts.value or ()]
    is_of_them = any(
        (start.day is not None and str(start.day.year) == year)
        or re.search(rf"\b(?:{year}|{year[2:]})$", start.text)
        for start in starts
        for year in request.years
    )
    return replace(request, years=()) if is_of_them else request


def _row(offer: Offer, cells: Sequence[Cell], request: Request, desk: Desk, citer: RecordCiter) -> Sentence:
    """Return one sentence with cells of a row."""
    said = dict.fromkeys(worded_cell(cell, offer, request, desk) for cell in cells)
    cited = [number for cell in cells for number in cited_cell(cell, offer, request, desk, citer)]
    return desk.worded(f"{desk.words.offer(offer)}; {'; '.join(said)}.", cited)


def clauses_told(offers: Sequence[Offer], request: Request, hand: InHand, desk: Desk) -> Written | None:
    """Return the sentences of the remark of one row that share a word with what is asked, as what comes nearest; None for none."""
    if len(offers) != 1 or not clauses_beside(offers[0], request, hand):
        return None
    return said_of(offers, (), request, hand, desk)
