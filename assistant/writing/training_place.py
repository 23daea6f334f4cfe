"""What an employer gets for somebody who learns at work, by the records of the schemes for training places.

A yearly scheme between two rounds is told too, with the days of its last one.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.routes.conditions import atoms_of
from assistant.types import Citation, Request, Sentence
from assistant.understanding.training_place import asked_next, training_place_asked
from assistant.writing.record_desk import Desk
from assistant.writing.record_scheme import scheme_card
from assistant.writing.scheme_names import named_schemes
from assistant.writing.seam import Written
from knowledge.catalogue.rules import HasEmployer
from knowledge.catalogue.types import Scheme
from knowledge.catalogue.validity import SchemeState, scheme_state
from knowledge.types import RecordRef

PERSON = "person"


def training_place_told(request: Request, desk: Desk) -> Written | None:
    """Return the schemes for a training place, for an employer who asks what they get for one; None for any other message."""
    text, history = request.question.text, request.question.history
    is_of_another_year = any(int(year) != desk.today.year for year in request.years)
    if is_of_another_year or named_schemes(text, desk.catalogue.schemes()).schemes:
        return None  # one scheme, or what there once was or will be, is asked by itself
    form, asked = training_place_asked(text), ""
    if not form:
        before = [turn.text for turn in history if turn.role == "user"]
        asked, form = asked_next(text, before, request.language)
        if not asked:
            return None
    schemes = _for_training_place(form, desk)
    sure = [one for one in schemes if scheme_state(one, desk.today) is not SchemeState.UNCONFIRMED]
    cards = [scheme_card(one, asked or "until", desk) for one in (sure if asked and sure else schemes)]
    return _joined(cards) if cards else None


def _for_training_place(form: str, desk: Desk) -> list[Scheme]:
    """Return the schemes that an employer who is recognised applies for, for a form of learning; those that are sure first."""
    found = [
        one
        for one in desk.catalogue.schemes()
        if one.applicant != PERSON
        and form in one.offer_modes
        and any(isinstance(atom, HasEmployer) and atom.is_recognised for atom in atoms_of(one.condition))
        and scheme_state(one, desk.today) is not SchemeState.ENDED
    ]
    order = (SchemeState.OPEN, SchemeState.UPCOMING, SchemeState.CLOSED, SchemeState.UNCONFIRMED)
    return sorted(found, key=lambda one: (order.index(scheme_state(one, desk.today)), one.name))


def _joined(cards: list[Written]) -> Written:
    """Return several cards as one, its citations numbered on."""
    sentences: list[Sentence] = []
    citations: list[Citation] = []
    records: list[RecordRef] = []
    for card in cards:
        added = len(citations)
        citations += [replace(one, number=one.number + added) for one in card.citations]
        sentences += [
            replace(one, citations=tuple(number + added for number in one.citations))
            for one in card.sentences
        ]
        records += card.records
    return replace(cards[0], sentences=tuple(sentences), citations=tuple(citations), records=tuple(records))
