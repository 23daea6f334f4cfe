"""Small steps around an answer: what a "ja" means, the events of an answer that was there at once, its records, a notice. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from assistant.types import (
    Answer,
    AnswerEvent,
    Language,
    Outcome,
    Question,
    Request,
    Sentence,
    SentenceKind,
    SentenceReady,
    SourcesFound,
)
from assistant.understanding.fees import fee_of_outsiders, fee_of_outsiders_next
from assistant.understanding.focus import names_enough
from assistant.understanding.special import Special
from assistant.writing.offering import accepted
from assistant.writing.seam import Written
from knowledge.catalogue.folding import folded
from knowledge.types import Hit, RecordRef

SPECIAL_OUTCOMES = {
    Special.CRISIS: Outcome.ANSWERED,
    Special.FORGERY: Outcome.REFUSED,
    Special.JUDGE_PERSON: Outcome.REFUSED,
    Special.BULLIED: Outcome.ANSWERED,
    Special.UNSAFE_WORK: Outcome.ANSWERED,
    Special.LITERACY: Outcome.ANSWERED,
    Special.HUMAN: Outcome.ANSWERED,
    Special.OVERWHELMED: Outcome.ANSWERED,
    Special.THANKS: Outcome.ANSWERED,
    Special.SMALL_TALK: Outcome.ANSWERED,
    Special.ABOUT: Outcome.ANSWERED,
    Special.UNDECIDED: Outcome.ASKED_BACK,
}
"""What becomes of a message with a fixed answer."""


def accepting(question: Question) -> Question:
    """Return a "ja" to our own question as the question that it says yes to."""
    said = next((turn.text for turn in reversed(question.history) if turn.role == "assistant"), "")
    meant = accepted(question.text, said)
    return replace(question, text=meant) if meant else question


def says_all(request: Request) -> bool:
    """Say whether a message means what it says, whatever was said before: then no source is asked what else it may mean."""
    question = request.question
    return not question.history or question.filters is not None or names_enough(request)


def of_outsiders(request: Request) -> Request:
    """Return a request for a fee by somebody from outside the EU as one about students from there; any other as it is."""
    before = [turn.text for turn in request.question.history if turn.role == "user"]
    text, language = request.question.text, request.language
    if following := fee_of_outsiders_next(text, before, language):
        return replace(
            request, question=replace(request.question, text=following), standalone_question=following
        )
    asked = fee_of_outsiders(text, before, language)
    if asked == text:
        return request
    whole = fee_of_outsiders(request.standalone_question, before, language)
    return replace(request, question=replace(request.question, text=asked), standalone_question=whole)


def shown(written: Written) -> Iterator[AnswerEvent]:
    """Yield the events of an answer that was there at once."""
    yield SourcesFound(())
    by_number = {citation.number: citation for citation in written.citations}
    seen: set[int] = set()
    for sentence in written.sentences:
        new = [number for number in sentence.citations if number not in seen]
        seen.update(new)
        yield SentenceReady(sentence, tuple(by_number[number] for number in new))


def records(hits: tuple[Hit, ...], written: Written) -> tuple[RecordRef, ...]:
    """Return the records whose passages the answer cites, in order of citation."""
    by_passage = {hit.passage.id: hit.passage.record for hit in hits}
    cited = (by_passage.get(citation.passage_id) for citation in written.citations)
    return tuple(dict.fromkeys(record for record in cited if record is not None))


def is_of_one_offer(written: Written) -> bool:
    """Say whether an answer is but the sentence of a record that tells what is asked of one offer: no document near it says it better.

    A remark behind it says that the record is old or not confirmed; then a document may know more.
    """
    return (
        written.outcome is Outcome.ANSWERED
        and [sentence.kind for sentence in written.sentences] == [SentenceKind.WORDED]
        and [record.kind for record in written.records] == ["offer"]
        and not written.leaves_room
    )


def answer_of(
    written: Written, hits: tuple[Hit, ...], language: Language, timings: Mapping[str, float]
) -> Answer:
    """Return what was written as an answer; `timings` are milliseconds per stage."""
    searched = tuple(dict.fromkeys(hit.source.title for hit in hits))
    return Answer(
        outcome=written.outcome,
        language=language,
        sentences=written.sentences,
        citations=written.citations,
        records=written.records or records(hits, written),
        routes=written.routes,
        verdict=written.verdict,
        assumed=written.assumed,
        left_out=written.left_out,
        searched=searched if written.searched is None else written.searched,
        follow_ups=written.follow_ups,
        filters=written.filters,
        timings_ms=dict(timings),
    )


def has_source(written: Written, hits: tuple[Hit, ...], names: tuple[str, ...]) -> bool:
    """Say whether the document that an answer cites first has each of these names in its passages, title or address."""
    first = next(iter(written.citations), None)
    if first is None:
        return False
    own = (hit for hit in hits if hit.source.id == first.source_id)
    texts = [first.url, *(f"{hit.source.title} {hit.passage.text}" for hit in own)]
    words = frozenset(folded(" ".join(texts)).split())
    return all(frozenset(folded(name).split()) <= words for name in names)


def notice(language: Language, outcome: Outcome, text: str) -> Written:
    """Return an answer of one notice."""
    return Written((Sentence(text, SentenceKind.NOTICE, language.value),), (), outcome)


def nothing() -> Written:
    """Return the answer that says nothing."""
    return Written((), (), Outcome.REFUSED)
