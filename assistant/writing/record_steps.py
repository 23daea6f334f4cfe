"""From a question of the records at its place in a talk to its answer: a list, a row, a page, or what is known beside it."""

from __future__ import annotations

from dataclasses import replace

from assistant.types import Outcome
from assistant.understanding.filters import Ask, Asked
from assistant.understanding.thread import Step
from assistant.writing.record_compare import comparison
from assistant.writing.record_desk import Desk
from assistant.writing.record_facts import contact_answer, schemes_answer, sites_answer
from assistant.writing.record_found import elsewhere, found_offers
from assistant.writing.record_levels import levels_compared
from assistant.writing.record_offers import SHOWN_OF_A_COUNT, beside_technology, offers_answer
from assistant.writing.record_remarks import SHOWN, end_of_list
from assistant.writing.seam import Written
from knowledge.catalogue.queries import OfferFilter

FEW_TO_TELL = 6
"""Offers of which a follow-up is told one by one that a field is not known."""


def answered(step: Step, desk: Desk) -> Written | None:
    """Return the answer to a question of the records."""
    asked = step.asked
    match asked.ask:
        case Ask.COMPARE:
            return levels_compared(asked, desk) or comparison(asked, desk)
        case Ask.SCHEMES:
            return schemes_answer(asked, desk)
        case Ask.CONTACT:
            return contact_answer(asked, desk)
        case Ask.SITE:
            return sites_answer(asked, desk)
    if step.row:
        ids = _rows(asked, desk)
        if step.row > len(ids):
            return end_of_list(asked, desk, step.row)
        place = step.row - 1 if step.row > 0 else step.row
        asked = replace(asked, filter=OfferFilter(), occupations=(), offers=(ids[place],) if ids else ())
    beside = _beside(step, desk) if step.is_following else None
    asked = _shown_elsewhere(asked, desk) if step.is_following else asked
    found = beside or offers_answer(asked, desk, first=1 + step.page * SHOWN)
    if found is None and (
        step.row or (step.is_following and asked.ask is Ask.FIELDS and _is_few(asked, desk))
    ):
        found = offers_answer(replace(asked, ask=Ask.LIST), desk)  # and say that it is not known
    is_at_end = found is None and step.is_following and not _is_other_level(step, desk)
    is_at_end = is_at_end and not _is_other_school(step, desk)
    return end_of_list(asked, desk) if is_at_end else found


def _is_other_level(step: Step, desk: Desk) -> bool:
    """Say whether a follow-up asks for a level that the programmes of its name or field are not of: documents may know."""
    return (
        bool(step.asked.offers or step.asked.filter.field)
        and "level" in step.stated
        and not found_offers(step.asked, desk).ids
    )


def _is_other_school(step: Step, desk: Desk) -> bool:
    """Say whether a follow-up asks whether a trade is learnt at a school of companies, of which the records have none.

    Documents say which trades these teach; of a school with hundreds of programmes they would say anything.
    """
    if not (step.asked.occupations or step.asked.offers) or "provider" not in step.stated:
        return False
    schools = [one for one in desk.catalogue.providers() if one.id in step.asked.filter.provider]
    return all(one.kind == OF_COMPANIES for one in schools) and not found_offers(step.asked, desk).ids


OF_COMPANIES = "company school"
"""The kind of organisation that teaches the trades of a few companies."""


def _shown_elsewhere(asked: Asked, desk: Desk) -> Asked:
    """Return what is asked of offers in a place that has none as asked of those that were shown instead, as it is where there are some."""
    if asked.ask is not Ask.FIELDS or found_offers(asked, desk).ids:
        return asked
    if asked.asks_only_where and not asked.offers:
        return replace(
            asked, ask=Ask.LIST, fields=()
        )  # "en in Doetinchem?": that there is none there is the answer
    near = elsewhere(replace(asked, ask=Ask.LIST), desk)
    if near is None:
        return beside_technology(asked, desk) or asked
    return replace(asked, filter=OfferFilter(), occupations=(), offers=near[1].ids[:SHOWN_OF_A_COUNT])


def _rows(asked: Asked, desk: Desk) -> tuple[str, ...]:
    """Return the offers of a list in the order in which it was shown."""
    whole = replace(asked, ask=Ask.LIST)
    ids = found_offers(whole, desk).ids
    near = elsewhere(whole, desk) if not ids else None
    return near[1].ids if near is not None else ids


BESIDE = ("mode", "language")
"""What a follow-up may ask of a few offers that they are not, or not known to be: they are told as they are."""


def _beside(step: Step, desk: Desk) -> Written | None:
    """Return the few offers in focus as they are, where none of them is known in the form or language that is asked for."""
    stated = [name for name in BESIDE if name in step.stated]
    if not stated or found_offers(step.asked, desk).ids:
        return None
    wanted = replace(step.asked.filter, mode=(), language=())
    fields = ("language",) if "language" in stated else ()
    asked = replace(step.asked, filter=wanted, ask=Ask.FIELDS, fields=fields)
    if not _is_few(asked, desk):
        return None
    told = answered(replace(step, asked=asked, stated=()), desk)
    if told is None or fields:
        return told
    said = desk.notice(desk.words.say("beside_mode"))
    return replace(told, sentences=(said, *told.sentences), outcome=Outcome.REFUSED)


def _is_few(asked: Asked, desk: Desk) -> bool:
    return 0 < len(found_offers(asked, desk).ids) <= FEW_TO_TELL
