"""What the remark of an offer tells that no field of it holds: its day of lessons, its places, what one needs for it. Pure.

A remark belongs to its record, so what it says is of that offer and of no other. What stands under the heading that is asked for
is told at once; any other clause in the place of a refusal, and only where it meets nearly all that is asked beside the offer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assistant.types import Request
from assistant.understanding.leaning import asks_again
from assistant.understanding.lexicon import Mention
from assistant.understanding.parts import parts_of
from assistant.understanding.reading import Reading
from assistant.writing.kind_lacked import SEVERAL, lacks_kind
from assistant.writing.record_desk import Desk, written
from assistant.writing.relevance import met
from assistant.writing.row_cells import CLAUSES, ENTRY
from assistant.writing.row_topics import topics_asked
from assistant.writing.seam import Written
from assistant.writing.values import lacks_number
from knowledge.catalogue.facts import Provenance
from knowledge.catalogue.queries import OfferFilter
from knowledge.catalogue.types import Offer
from knowledge.language.analysis import Analyzer
from knowledge.language.soft import is_soft
from knowledge.language.stopwords import stopwords
from knowledge.language.synonyms import synonyms_of
from knowledge.types import QuestionWord, RecordRef

LEAST_MET = 0.8
"""Share of what is asked beside the offer that a clause meets."""

AS_SYNONYM = 0.9
"""How far another word for a thing meets it: of this one offer it seldom means anything else."""

SAID_OF_OFFER = ("offer", "provider", "place", "area", "kind", "level", "mode", "noun", "ask")
"""Senses of the words that say which offer is meant, or which of its fields."""

MOST_OFFERS = 6
"""Offers of one name that are looked at; who means one of more has to say which."""

NAMED_OTHERWISE = ("field", "occupation", "organisation", "scheme", "level")
"""Senses of what a message may name that is no offer."""

TURNS_BACK = 3
"""Messages back in which a talk may have named its offer."""

SHORTEST_PART = 4
"""Letters of the shortest part of a name that is known by itself."""

MONEY = frozenset(
    ["geld", "euro", "euros", "prijs", "bedrag", "money", "price", "preis", "betalen", "pay", "zahlen"]
)
"""Words of a price: what a book costs is not the price of the course."""

Reads = Callable[[str], Reading]


def remark_told(request: Request, reads: Reads, desk: Desk) -> Written | None:
    """Return what a clause of the remark of the offer in hand says to a question, None where none surely does."""
    if len(parts_of(request.question.text, request.language)) >= SEVERAL:
        return None
    mentions = (*reads(request.question.text).mentions, *reads(request.standalone_question).mentions)
    for offer in offers_in_hand(request, reads, desk):
        asked = _asked_beside(offer, request, mentions, desk)
        if "costs" in reads(request.question.text).values("ask"):
            asked = [word for word in asked if not MONEY.intersection(word.forms)]
        fitting = [one for one in _clauses(offer) if asked and _answers(one[0], asked, request)]
        fitting = fitting or [one for one in _clauses(offer) if _is_asked(one[0], request)]
        if fitting:
            return _told(offer, fitting[:1], desk)
    return None


def offers_in_hand(request: Request, reads: Reads, desk: Desk) -> tuple[Offer, ...]:
    """Return the offers that a message is about: those that it names, else those that its talk named last; () for none or too many."""
    said = [turn.text for turn in request.question.history if turn.role == "user"][-TURNS_BACK:]
    for text in (request.question.text, *reversed(said), request.standalone_question):
        reading = reads(text)
        if named := frozenset(reading.values("offer")):
            return _narrowed(named, reading, desk)
        parts = frozenset(id_ for group in reading.groups("part") for id_ in group)
        if parts and reading.values("provider"):  # a part of a name, of a school that is named
            found = _narrowed(parts, reading, desk)
            return found if len({one.name.value for one in found}) == 1 else ()
        if _names_other(reading):
            return ()
    return ()


def _names_other(reading: Reading) -> bool:
    """Say whether a message names what is no offer, nor the school of one: what follows is not about the offer before it."""
    is_school = bool(reading.values("provider"))
    return any(reading.values(kind) for kind in NAMED_OTHERWISE if not (is_school and kind == "organisation"))


def _narrowed(named: frozenset[str], reading: Reading, desk: Desk) -> tuple[Offer, ...]:
    """Return offers of one name, with what else is said of them where that leaves any."""
    ids = sorted(named)
    for wanted in (
        OfferFilter(provider=reading.values("provider")),
        OfferFilter(place=reading.values("place")),
        OfferFilter(mode=reading.values("mode")),
    ):
        if wanted.asked:
            fitting = frozenset(desk.catalogue.listing(wanted).ids)
            ids = [id_ for id_ in ids if id_ in fitting] or ids
    return tuple(desk.catalogue.offers(ids)) if len(ids) <= MOST_OFFERS else ()


def _is_asked(clause: str, request: Request) -> bool:
    """Say whether a sentence is of what a message asks, by what such a sentence says ("telt 85 studenten")."""
    text = request.question.text
    topics = (topic for topic in topics_asked(text) if not topic.fields)
    return any(topic.is_of(clause) for topic in topics) and not lacks_kind(text, (clause,))


def _asked_beside(
    offer: Offer, request: Request, mentions: Sequence[Mention], desk: Desk
) -> list[QuestionWord]:
    """Return the words of a message that do not say which offer is meant; of one without ("en bij basislasser?") those of its talk."""
    named = [word for one in mentions if any(map(one.values, SAID_OF_OFFER)) for word in one.words]
    analyzer, language = Analyzer(), request.language.value
    texts = (*named, offer.name.value or "", desk.words.value("provider", offer.provider.value or ""))
    of_offer = frozenset(form for text in texts for form in analyzer.words(text))
    own = frozenset(analyzer.words(request.question.text))
    words = [word for word in request.words if not _is_beside(word, of_offer, language)]
    if not asks_again(request.question.text, request.language):
        words = [word for word in words if own.intersection(word.forms)]
    return [word for word in words if word.is_content] or words


def _is_beside(word: QuestionWord, of_offer: frozenset[str], language: str) -> bool:
    """Say whether a word says which offer is meant, or nothing: it is little, soft, or a part of the name."""
    if of_offer.intersection(word.forms) or stopwords(language).intersection(word.forms):
        return True
    form = word.forms[0]
    is_part = len(form) >= SHORTEST_PART and any(form in name for name in of_offer)
    return is_part or is_soft(form, language)


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


def _told(offer: Offer, clauses: Sequence[tuple[str, Provenance]], desk: Desk) -> Written:
    """Return clauses word for word, as what is noted of the offer."""
    citer = desk.citer("offer", [offer.id])
    said = []
    for clause, about in clauses:
        cited = citer.cite(("offer", offer.id), ("Opmerking", ENTRY), about, needle=clause)
        text = desk.words.fill("remark_told", {"offer": desk.words.offer(offer), "text": clause})
        said.append(desk.worded(text, cited))
    return written(said, citer, [RecordRef("offer", offer.id, offer.name.value or offer.id)])
