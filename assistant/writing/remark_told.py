"""What the remark of an offer tells that no field of it holds: how many students it has, what it prepares for. Pure.

A remark belongs to its record, so what it says is of that offer and of no other. It is told in the place of a refusal, and only
where one clause of it meets nearly all that is asked beside the offer itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.types import Request
from assistant.understanding.lexicon import Mention
from assistant.understanding.parts import parts_of
from assistant.understanding.reading import Reading
from assistant.writing.kind_lacked import SEVERAL, lacks_kind
from assistant.writing.record_desk import Desk, written
from assistant.writing.record_field import offers_meant
from assistant.writing.relevance import met
from assistant.writing.seam import Written
from assistant.writing.values import lacks_number
from knowledge.catalogue.facts import Provenance
from knowledge.catalogue.types import Offer
from knowledge.language.analysis import Analyzer
from knowledge.language.stopwords import stopwords
from knowledge.language.synonyms import synonyms_of
from knowledge.types import QuestionWord, RecordRef

LEAST_MET = 0.8
"""Share of what is asked beside the offer that a clause meets."""

AS_SYNONYM = 0.9
"""How far another word for a thing meets it: of this one offer it seldom means anything else."""

CLAUSES = re.compile(r"\s*;\s*|(?<=[.!?])\s+(?=[A-ZÀ-Þ0-9])")
"""Between the clauses of a remark, each a statement of its own."""

SAID_OF_OFFER = ("offer", "provider", "place", "area", "kind", "level", "mode", "noun")
"""Senses of the words that say which offer is meant."""


def remark_told(request: Request, own: Reading, whole: Reading, desk: Desk) -> Written | None:
    """Return what a clause of the remark of an offer that is named says to a question, None where none surely does.

    `own` is what is recognised in the message, `whole` what is in the question as it stands by itself: an offer that a message
    of a talk names is the one that it asks of.
    """
    if len(parts_of(request.question.text, request.language)) >= SEVERAL:
        return None
    for offer in offers_meant(own if own.values("offer") else whole, desk):
        asked = _asked_beside(offer, request, (*own.mentions, *whole.mentions), desk)
        fitting = [one for one in _clauses(offer) if asked and _answers(one[0], asked, request)]
        if fitting:
            return _told(offer, *fitting[0], desk)
    return None


def _asked_beside(
    offer: Offer, request: Request, mentions: Sequence[Mention], desk: Desk
) -> list[QuestionWord]:
    """Return the words of a message that do not say which offer is meant; of one without ("en bij basislasser?") those of its talk."""
    named = [word for one in mentions if any(map(one.values, SAID_OF_OFFER)) for word in one.words]
    analyzer = Analyzer()
    of_offer = {
        form
        for text in (*named, offer.name.value or "", desk.words.value("provider", offer.provider.value or ""))
        for form in analyzer.words(text)
    }
    own = frozenset(analyzer.words(request.question.text))
    beside = of_offer | stopwords(request.language.value)
    words = [word for word in request.words if not beside.intersection(word.forms)]
    words = [word for word in words if own.intersection(word.forms)] or words
    return [word for word in words if word.is_content] or words


def _clauses(offer: Offer) -> Iterator[tuple[str, Provenance]]:
    for stated in offer.remark.statements:
        for clause in CLAUSES.split(stated.value):
            if clause.strip(" ."):
                yield clause.strip(" ."), stated.provenance


def _answers(clause: str, asked: Sequence[QuestionWord], request: Request) -> bool:
    """Say whether a clause meets what is asked, and holds the number and the kind of thing that is asked for."""
    question = request.question.text
    if lacks_kind(question, (clause,)) or lacks_number(question, clause):
        return False
    words = frozenset(Analyzer().words(clause))
    total = sum(word.weight for word in asked)
    return total > 0 and sum(word.weight * _met(word, clause, words) for word in asked) >= LEAST_MET * total


def _met(word: QuestionWord, clause: str, words: frozenset[str]) -> float:
    """Return how far (0 to 1) a clause meets a word, also by one that people use for it: "plekken" and "plaatsen"."""
    is_near = any(words.intersection(synonyms_of(form)) for form in word.forms)
    return max(met(word, clause, words), AS_SYNONYM * is_near)


def _told(offer: Offer, clause: str, about: Provenance, desk: Desk) -> Written:
    """Return a clause word for word, as what is noted of the offer."""
    citer = desk.citer("offer", [offer.id])
    cited = citer.cite(("offer", offer.id), ("Opmerking",), about, needle=clause)
    text = desk.words.fill("remark_told", {"offer": desk.words.offer(offer), "text": clause})
    return written(
        [desk.worded(text, cited)], citer, [RecordRef("offer", offer.id, offer.name.value or offer.id)]
    )
