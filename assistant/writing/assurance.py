"""How sure it is that sentences answer a question: a logistic model over what they meet, lack and are near to.

The coefficients are data (assurance.yaml), fitted by `tools/assurance.py` on questions of `evals/datasets/training/questions`
with and without an answer, and judged there by cross-validation over documents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.types import Request
from assistant.writing.ability import is_of_two
from assistant.writing.bound import (
    has_another_number,
    is_bound_to_another,
    is_of_another_fee,
    is_of_another_talk,
    is_of_unnamed_programme,
)
from assistant.writing.candidates import Candidate
from assistant.writing.freshly import freshest_first, holds_fresh
from assistant.writing.kind_lacked import lacks_kind
from assistant.writing.measuring import MEASURED, measured
from assistant.writing.own_year import is_of_another_year
from assistant.writing.relevance import asks_address, asks_definition, asks_value
from assistant.writing.selecting import is_disputed
from assistant.writing.signals import weighed_for
from assistant.writing.sufficiency import content_of, missing_years
from assistant.writing.values import lacks_number
from knowledge.embedding.seam import Embedder
from knowledge.logistic import LogisticModel
from knowledge.types import Hit

_DATA = Path(__file__).parent
WRITTEN, UNWRITTEN = "assurance.yaml", "assurance_unwritten.yaml"
"""Coefficients for sentences of the bundled library, for which editors wrote what people ask, and for all others: there it
says nothing that nobody wrote a question.
"""

BESIDE_KNOWN = 1.0
"""Log odds by which a question is likelier to have an answer when another one of the same message has."""

OF_DEFINITION = 0.8
"""Log odds by which "what is X" is likelier to be answered than its few words let it seem: all of them are the name."""

OF_ANOTHER = -2.2
"""Log odds below which a sentence, where one value is asked, is about another thing: its value would be the wrong one."""


OF_PADDING = -2.0
"""Log odds below which a sentence beside the answer only makes it longer: of 674 such sentences on the training questions 4 held
a fact that was asked and not said before.
"""


@dataclass(frozen=True, slots=True)
class Model(LogisticModel):
    """The log odds that a sentence answers; from which one that lacks nothing it may not is enough, and any other."""

    of_able: float
    of_others: float

    def is_enough(self, signals: Sequence[float], leeway: float = 0.0) -> bool:
        """Say whether a sentence with these signals is sure enough to be the answer; `leeway` lowers the bars."""
        is_able = signals[ABLE] > 0
        return self.log_odds(signals) >= (self.of_able if is_able else self.of_others) - leeway


def model_for(one: Candidate, request: Request) -> Model:
    """Return the model that judges a sentence: by whether its document has written questions, or is records beside such documents."""
    is_record = one.hit.passage.record is not None
    is_written = one.hit.source.address in request.written or (is_record and bool(request.written))
    return shipped_model(WRITTEN if is_written else UNWRITTEN)


@cache
def shipped_model(name: str = WRITTEN) -> Model:
    """Return a model of the package."""
    return Model.read(_DATA / name, MEASURED)


@dataclass(frozen=True, slots=True)
class Judged:
    """Sentences as an answer: those to show, the one that can be the answer first; where none is sure enough, the nearest ones."""

    sure: tuple[Candidate, ...] = ()
    nearest: tuple[Candidate, ...] = ()


NEARLY = 1.2
"""Log odds below the bar down to which a sentence is near enough to be shown as what stands nearest, and not as the answer."""

MOST_NEAREST = 2


def judged(request: Request, chosen: Sequence[Candidate], hits: Sequence[Hit], embedder: Embedder) -> Judged:
    """Return the sentences with one that can be the answer first; where none is sure enough, those that come nearest to it.

    A number that is asked for must be in it, in its own unit. Where one value is asked, those that are surely about another thing
    are left out. The nearest lack no name, no figure and no kind of value that was asked.
    """
    chosen = tuple(
        one
        for one in chosen
        if not is_of_another_fee(one, request.standalone_question)
        and not has_another_number(request.standalone_question, one.text)
    )
    if not chosen or missing_years(request, chosen):
        return Judged()
    asked = weighed_for(request, content_of(request), hits)
    signals = measured(asked, chosen, chosen, embedder)
    if request.is_heard:
        able = freshest_first(
            request, [one for one, own in zip(chosen, signals, strict=True) if own[ABLE] > 0]
        )
        return Judged((*able[:1], *(one for one in chosen if one not in able[:1])) if able else ())
    question = request.standalone_question
    leeway = BESIDE_KNOWN * request.is_beside_known + OF_DEFINITION * asks_definition(question)
    has_two = is_of_two(request)
    named = request.question.text if request.topic else ""
    sure = [
        one
        for one, own in zip(chosen, signals, strict=True)
        if model_for(one, request).is_enough(own, leeway)
        and (has_two or not lacks_number(question, one.text))
        and (has_two or not asks_value(question) or own[ABLE] > 0)
        and (has_two or not is_bound_to_another(one, question, named))
        and (has_two or not lacks_kind(request.question.text, (one.text,)))
        and not _is_of_another_talk(request, one)
        and not is_of_another_year(request, one)
        and (not request.topic or holds_fresh(one, request.question.text, request.language, request.words))
    ]
    if not sure:
        says_more = any(not asked.names.intersection(word.forms) for word in asked.words)
        near = _nearest(request, chosen, signals, leeway) or _nearest_in_own(request, chosen)
        return Judged(nearest=near if says_more else ())
    first = chosen[0] if chosen[0] in sure else sure[0]
    beside = [
        one
        for one, own in zip(chosen, signals, strict=True)
        if one is not first and (model_for(one, request).log_odds(own) >= OF_PADDING or is_disputed(one))
    ]
    ordered = [first, *beside]
    if lacks_kind(request.question.text, (one.text for one in ordered)):
        return Judged()
    if not asks_value(question) or has_two:
        return Judged(tuple(ordered))
    of_another = [
        one
        for one, own in zip(chosen, signals, strict=True)
        if one not in sure and not own[ABLE] and model_for(one, request).log_odds(own) < OF_ANOTHER
    ]
    return Judged(tuple(one for one in ordered if one not in of_another))


def _is_of_another_talk(request: Request, one: Candidate) -> bool:
    """Say whether the value of a sentence is of another degree than the last messages of the person are about."""
    question = request.standalone_question
    before = " ".join([turn.text for turn in request.question.history if turn.role == "user"][-TURNS:])
    said = " ".join((question, *(turn.text for turn in request.question.history)))
    is_unnamed = bool(request.topic) and is_of_unnamed_programme(said, one.text)
    return asks_value(question) and (is_unnamed or is_of_another_talk(before, question, one.text))


TURNS = 2
"""Messages that tell what a talk is of."""

ABLE = MEASURED.index("able")
LACKED = tuple(
    MEASURED.index(name) for name in ("any_name_unmet", "figure_unmet", "kinds_missing", "lacks_kind")
)
"""What a sentence may not lack at all to be shown as the nearest."""


WHOLE, OF_TYPE = MEASURED.index("whole"), MEASURED.index("of_type")
SAID_OF_IT = tuple(MEASURED.index(name) for name in ("noun_unmet", "other_unmet", "unknown_unmet"))
MOST_UNMET = 0.34
"""Share of the question, beside names and figures, that the nearest sentence lacks at most: the name alone is not near."""

LEAST_MET, LEAST_MET_OF_A_VALUE = 0.5, 0.75
"""Share of the question that the nearest sentence and the headings above it meet at least; more where a value is asked, since
the value of another thing is worse than none.
"""


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far from the answer a sentence may be to be shown as the nearest: log odds, shares lacked and met, and met of a value."""

    nearly: float
    unmet: float
    met: float
    met_of_a_value: float


ANYWHERE = _Reach(NEARLY, MOST_UNMET, LEAST_MET, LEAST_MET_OF_A_VALUE)
IN_NAMED = _Reach(2.0, 0.5, 0.4, 0.5)
"""In a document that the question names: who asks of it is helped by what it says nearest to the question."""


def _nearest(
    request: Request, chosen: Sequence[Candidate], signals: Sequence[Sequence[float]], leeway: float
) -> tuple[Candidate, ...]:
    """Return the likeliest sentences that come near the bar, of one document, the likeliest first; none where an address is asked."""
    question = request.standalone_question
    near = [
        (model_for(one, request).log_odds(own), one)
        for one, own, reach in (
            (one, own, IN_NAMED if one.hit.named else ANYWHERE)
            for one, own in zip(chosen, signals, strict=True)
        )
        if model_for(one, request).is_enough(own, leeway + reach.nearly)
        and not any(own[place] for place in LACKED)
        and own[WHOLE] >= (reach.met_of_a_value if asks_value(question) else reach.met)
        and sum(own[place] for place in SAID_OF_IT) <= reach.unmet
        and not lacks_number(question, one.text)
        and own[OF_TYPE] >= 0
        and not is_bound_to_another(one, question)
        and not _is_of_another_talk(request, one)
        and one.hit.passage.record is None
    ]
    near.sort(key=lambda pair: -pair[0])
    first = near[0][1].hit.source.id if near and not asks_address(question) else ""
    return tuple(one for _, one in near if one.hit.source.id == first)[:MOST_NEAREST]


FULL_SENTENCE = re.compile(r"[.!?]['”\"’)]?\s*$")
"""How a sentence ends, and an entry of a table or of opening hours does not."""


def _nearest_in_own(request: Request, chosen: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the best sentences of a document that a school brought in and that the question names, whatever they lack.

    Who asks of such a document in words of their own is helped by what it says nearest to the question; that nothing was found helps
    nobody where it does stand there. A row of a table is left out: of another course its values would be wrong, and look right.
    """
    own = [
        one
        for one in chosen
        if one.hit.named
        and one.hit.passage.record is None
        and one.hit.source.address not in request.written
        and FULL_SENTENCE.search(one.text) is not None
        and not (one.is_row or one.is_bare or one.is_list)
        and not _is_of_another_talk(request, one)
    ]
    return tuple(one for one in own if one.hit.source.id == own[0].hit.source.id)[:MOST_NEAREST]
