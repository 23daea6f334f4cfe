"""The cells that are asked of the rows that are meant, as sentences with their sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.types import Outcome, Request, Sentence
from assistant.writing.in_hand import InHand
from assistant.writing.kind_lacked import lacks_kind
from assistant.writing.record_citing import RecordCiter
from assistant.writing.record_costs import fee_records
from assistant.writing.record_desk import Desk, written
from assistant.writing.record_values import is_known
from assistant.writing.row_cells import Cell, cells_of, is_open
from assistant.writing.row_held import cells_of_topics, held_by
from assistant.writing.row_limits import PRICED
from assistant.writing.row_prices import groups_of, groups_said, is_price_of_group
from assistant.writing.row_said import clauses_beside, said_of
from assistant.writing.row_topics import NOT_ELSEWHERE, Topic
from assistant.writing.row_worded import cited_cell, worded_cell
from assistant.writing.rows_meant import names_day
from assistant.writing.seam import Written
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Offer
from knowledge.types import RecordRef

BOUND = frozenset(["teacher", "supervisor", "costs", "place", "places", "start", "apply"])
"""Topics of which what stands under their heading is the answer, also where it has no form that we know ("extern", "820", "najaar")."""


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
    if request.years and _is_of_one_year(offers) and all(topic.name in OF_A_YEAR for topic in topics):
        return None
    citer = desk.citer("offer", [offer.id for offer in offers], fee_records(desk))
    beside = clauses_beside(offers[0], request, hand) if len(offers) == 1 else ()
    held = {
        offer.id: tuple(
            one
            for one in _without_price_of_others(cells_of_topics(offer, topics, asked), asked, hand, desk)
            if not (
                _is_price_of_now(one, request)
                or _is_no_day(one, topics, offer)
                or _is_no_start(one, topics, offer)
            )
        )
        for offer in offers
    }
    said = [
        _row(offer, (*cells, *(one for one in beside if one not in cells)), request, desk, citer)
        for offer in offers
        if (cells := held[offer.id])
    ]
    is_unsure = len(topics) == 1 and not any(
        _is_bound(topics[0], one) for cells in held.values() for one in cells
    )
    if not said or (is_unsure and lacks_kind(request.question.text, [one.text for one in said])):
        return None
    records = [RecordRef("offer", offer.id, offer.name.value or offer.id) for offer in offers]
    answer = written(said, citer, records)
    if not any(
        cell.text or is_known(offer, cell.field, request.years) for offer in offers for cell in held[offer.id]
    ):
        return replace(answer, outcome=Outcome.REFUSED)
    return _with_lacking(answer, offers, topics, request, desk)


def _with_lacking(
    answer: Written, offers: Sequence[Offer], topics: Sequence[Topic], request: Request, desk: Desk
) -> Written:
    """Return an answer that says too what is asked beside it and no row has."""
    every = [cell for offer in offers for cell in cells_of(offer)]
    if any(topic.name == "included" and held_by(topic, every) for topic in topics):
        return answer  # whether the exam is included is asked of what is included
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


def _is_bound(topic: Topic, cell: Cell) -> bool:
    """Say whether a cell is of a topic whatever form it has: it stands under its heading, or is a price of some people."""
    is_price = topic.name == "costs" and is_price_of_group(cell)
    return topic.name in BOUND and (is_price or topic.is_headed(cell.heading))


def _without_price_of_others(cells: Sequence[Cell], asked: str, hand: InHand, desk: Desk) -> Sequence[Cell]:
    """Return cells without the prices of others than the people of whom it is asked, where the table has a column of theirs."""
    wanted = groups_said(asked)[0] & _groups_of_school(hand, desk)
    return [one for one in cells if not wanted or not _is_price(one) or wanted & groups_of(one)]


def _is_price(cell: Cell) -> bool:
    return cell.field == "costs" or is_price_of_group(cell) or PRICED.search(folded(cell.heading)) is not None


def _groups_of_school(hand: InHand, desk: Desk) -> frozenset[str]:
    """Return the groups of people for whom the table of a school has a column of prices: of a row without one, theirs is not known."""
    offers = desk.catalogue.offers(tuple(hand.school.names)[:MOST_LOOKED_AT])
    cells = (cell for offer in offers for cell in cells_of(offer) if is_price_of_group(cell))
    return frozenset(group for cell in cells for group in groups_of(cell))


MOST_LOOKED_AT = 60
"""Rows of a school in which it is looked for whether it has a column at all."""


def _is_no_day(cell: Cell, topics: Sequence[Topic], offer: Offer) -> bool:
    """Say whether a cell is a moment to begin that names no day ("aug."), where only the day is asked."""
    is_of_day = [topic.name for topic in topics] == ["day"] and cell.field == "starts"
    return is_of_day and not cell.text and not names_day(offer)


def _is_no_start(cell: Cell, topics: Sequence[Topic], offer: Offer) -> bool:
    """Say whether a cell is the rhythm of a course ("wo 10.00-12.00") of which the day to begin is still open, where that is asked."""
    is_of_start = [topic.name for topic in topics] == ["start"] and bool(cell.heading) and not cell.field
    return is_of_start and bool(offer.starts.value) and is_open(offer)


def _is_price_of_now(cell: Cell, request: Request) -> bool:
    """Say whether a cell is a price without a year where that of another year is asked."""
    return bool(request.years and cell.text) and (
        is_price_of_group(cell) or PRICED.search(folded(cell.heading)) is not None
    )


def _of_its_years(request: Request, offers: Sequence[Offer]) -> Request:
    """Return a request without the years that it asks where a row starts in one of them: its price is of that year.

    Two years in a row are a school year: what begins in the first half of its first year is of the one before.
    """
    if not request.years:
        return request
    starts = [start for offer in offers for start in offer.starts.value or ()]
    days = [start.day for start in starts if start.day is not None]
    first, last = min(map(int, request.years)), max(map(int, request.years))
    if days and last == first + 1 and SCHOOL_YEAR.search(request.question.text):
        is_of_them = any((day.year, day.month) in _months_of(first) for day in days)
    else:
        is_of_them = any(str(day.year) in request.years for day in days) or any(
            re.search(rf"\b(?:{year}|{year[2:]})$", start.text) for start in starts for year in request.years
        )
    is_of_person = bool(days) and all(abs(day.year - last) > FARTHEST for day in days)
    return replace(request, years=()) if is_of_them or is_of_person else request


SCHOOL_YEAR = re.compile(r"\b20\d\d\s*[-/–]\s*(?:20)?\d\d\b")
"""How a school year is written."""

FARTHEST = 8
"""Years from the start of a course to one of which somebody asks; one that is farther away is of the person ("ik ben van 1990")."""


def _months_of(first: int) -> frozenset[tuple[int, int]]:
    """Return the months of the school year that begins in a year: from August on (article 1.1.1 WEB)."""
    return frozenset(
        [*((first, month) for month in range(8, 13)), *((first + 1, month) for month in range(1, 8))]
    )


OF_A_YEAR = frozenset(["costs", "start", "day", "time", "apply", "left", "discount", "meetings"])
"""Topics of a run of a course: what they are in another year, a row of this year does not say."""


def _is_of_one_year(offers: Sequence[Offer]) -> bool:
    """Say whether it is known of offers when they begin."""
    starts = [start for offer in offers for start in offer.starts.value or ()]
    return any(start.day is not None or YEAR.search(start.text) is not None for start in starts)


YEAR = re.compile(r"\b20\d\d\b|['’]\d\d\b")
"""A year in the words of a moment to begin."""


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
