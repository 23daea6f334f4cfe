"""The pipe from a question to an answer, as LangChain runnables: understand | tell | retrieve | write.

Rules, figures and records are asked before documents are searched: what they tell by themselves needs no passage.

Each stage passes one `Flow` on. `stream` yields what the stages have to show as they have it; `invoke`
is the last event of `stream`, so there is one path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from langchain_core.runnables import Runnable, RunnableGenerator, RunnableLambda

from assistant.answer_before import answer_before
from assistant.answering import (
    SPECIAL_OUTCOMES,
    accepting,
    answer_of,
    is_of_one_offer,
    nothing,
    notice,
    of_outsiders,
    shown,
)
from assistant.asked_otherwise import AskedOtherwise
from assistant.from_documents import Documents
from assistant.listening import Heard
from assistant.looking_up import Lookup, is_of_these
from assistant.rehearsing import rehearsal
from assistant.several import Parts, answered_one_by_one, says_of_both
from assistant.stages import Flow, Stages
from assistant.types import (
    Answer,
    AnswerEvent,
    Finished,
    Language,
    Outcome,
    Question,
    Request,
    SourcesFound,
)
from assistant.understanding.focus import of_focus
from assistant.understanding.leaning import leans
from assistant.understanding.mending import as_meant
from assistant.understanding.of_answer import asks_of_answer
from assistant.understanding.parts import asked_apart, asks_who_or_why, parts_of, told_apart
from assistant.understanding.request import points_at_nothing, understand
from assistant.understanding.special import Special, special_kind
from assistant.writing.answer_sources import about_answer
from assistant.writing.beside import beside
from assistant.writing.joining import KNOWN, joined, lacks_value
from assistant.writing.kind_lacked import lacks_kind_asked
from assistant.writing.phrases import say
from assistant.writing.record_occupations import asks_code
from assistant.writing.row_topics import topics_asked
from assistant.writing.seam import Evidence, RecordAnswers, Written
from assistant.writing.selecting import SETS_SIDE_BY_SIDE
from assistant.writing.turned_away import on_topic
from knowledge.types import Hit

FEWEST_PARTS = 2
"""Questions in one message from which each gets an answer of its own."""


class AnswerChain:
    """Answers questions. Thread-safe; keeps nothing between questions."""

    def __init__(self, stages: Stages) -> None:
        self._stages = stages
        self._lookup = Lookup(stages)
        refusals = stages.refusals
        ways = (self._asked_and_quoted, self._quoted, self._answered, partial(self._told, stages.records))
        known = (stages.everyday, stages.today, stages.listener)
        self._otherwise = AskedOtherwise(refusals, *ways, *known) if refusals else None
        self._documents = Documents(stages, self._otherwise)
        self.runnable: Runnable[Question, AnswerEvent] = (
            RunnableLambda(self._begin)
            | RunnableLambda(self._tell)
            | RunnableLambda(self._retrieve)
            | RunnableGenerator(self._write)
        )

    def stream(self, question: Question) -> Iterator[AnswerEvent]:
        """Yield the events of one answer; the last is `Finished`. Closing the iterator stops a model's work."""
        return self.runnable.stream(question)

    def invoke(self, question: Question) -> Answer:
        """Return the answer of the last event of `stream`."""
        *_, last = self.stream(question)
        if not isinstance(last, Finished):
            raise RuntimeError(f"the chain ended with {type(last).__name__} instead of Finished")
        return last.answer

    def looked_up(self, question: Question, limit: int) -> tuple[Request, tuple[Hit, ...]] | None:
        """Return how a question is understood and at most about `limit` passages; None where its answer is fixed."""
        flow = self._lookup.found(self._begin(question), limit)
        return (flow.request, flow.hits) if flow.request is not None and flow.settled is None else None

    def without_written_questions(self) -> AnswerChain:
        """Return a chain that knows no questions that editors wrote, as for documents for which nobody wrote any."""
        return AnswerChain(replace(self._stages, asked=None, everyday=None))

    def warm_up(self, languages: Iterable[Language] = tuple(Language)) -> None:
        """Answer a question in some languages, all by default, without a model, so that nobody waits for what is opened once."""
        for language in languages:
            self._answered_by_quotes(Question(say(language, "warm_up")))

    def rehearse(self, place: int) -> None:
        """Answer a question that nobody asked without a model, for what is remembered of it: see `rehearsal`."""
        asked = self._stages.asked
        question = rehearsal(asked.index.questions if asked is not None else (), place)
        if question is not None:
            self._answered_by_quotes(question)

    def _answered_by_quotes(self, question: Question) -> Answer:
        """Return the answer without a model."""
        quotes = self._stages.quotes or self._stages.writer
        return AnswerChain(replace(self._stages, writer=quotes)).invoke(question)

    def _begin(self, question: Question) -> Flow:
        """Return a question as it is understood; settled where it is empty, too long, or has a fixed answer."""
        flow, language = Flow(question, self._stages.clock()), question.language or Language.DUTCH
        if not question.text.strip():
            return replace(
                flow, settled=notice(language, Outcome.ASKED_BACK, say(language, "empty_question"))
            )
        if len(question.text) > self._stages.message_limit:
            values = {"length": len(question.text), "limit": self._stages.message_limit}
            return replace(flow, settled=notice(language, Outcome.REFUSED, say(language, "too_long", values)))
        return self._understand(flow)

    def _understand(self, flow: Flow) -> Flow:
        if flow.settled is not None:
            return flow
        asked = self._meant(accepting(flow.question))
        request = of_outsiders(understand(asked, self._stages.detect, on_topic(asked.history)))
        request = replace(request, typed=flow.question.text)
        flow = self._timed(replace(flow, request=request), "understand")
        special = special_kind(flow.question.text)
        if special is Special.HUMAN and self._is_of_table(request):
            special = None
        if special is not None:
            text = say(request.language, f"special_{special.value}")
            return replace(flow, settled=notice(request.language, SPECIAL_OUTCOMES[special], text))
        if points_at_nothing(request):
            return replace(
                flow, settled=notice(request.language, Outcome.ASKED_BACK, say(request.language, "ask_back"))
            )
        of_answer = asks_of_answer(flow.question.text)
        if of_answer is not None:
            before = answer_before(flow.question, self._answered_by_quotes)
            told = about_answer(of_answer, before, request.language, self._stages.today())
            return replace(flow, settled=told)
        return self._lookup.weighed(flow)

    def _meant(self, question: Question) -> Question:
        mends = self._stages.mends
        if mends is None:
            return question
        return as_meant(
            question,
            self._stages.detect,
            lambda text, language: mends(text, language, question.audience),
            self._stages.names,
        )

    def _tell(self, flow: Flow) -> Flow:
        """Note what figures, rules and records say to a message by themselves."""
        if flow.settled is not None or flow.request is None:
            return flow
        rows = self._told(self._stages.rows, flow.request)
        if rows is not None:
            rows = self._of_lines(flow, flow.request, rows) or rows
            return self._timed(replace(flow, told=rows, stands_first=True), "tell")
        first = self._told(self._stages.figures, flow.request)
        if first is None and not flow.request.of_offers:
            first = self._told(self._stages.everyday, flow.request)
        told = first or self._settled_by_records(flow, flow.request)
        brought = flow if flow.request.of_documents else self._lookup.of_talk(flow)
        if brought is not None and brought.request is not None and not is_of_these(told, brought.request):
            return self._timed(brought, "tell")
        return self._timed(replace(flow, told=told, stands_first=first is not None), "tell")

    def _is_of_table(self, request: Request) -> bool:
        """Say whether a message asks whom to call about a course of a table, and not for a person in our place."""
        tables, topics = self._stages.tables, topics_asked(request.question.text)
        is_contact = any(topic.name == "contact" for topic in topics)
        return is_contact and tables is not None and bool(tables(request, self._stages.today()))

    def _of_lines(self, flow: Flow, request: Request, rows: Written) -> Written | None:
        """Return what the lines above and below a table say to what its rows do not, None where they say nothing."""
        tables = self._stages.tables
        if rows.outcome is not Outcome.REFUSED or tables is None:
            return None
        versions = tables(request, self._stages.today())
        found = self._lookup.found(replace(flow, request=replace(request, of_documents=versions)))
        lines = tuple(
            hit for hit in found.hits if hit.passage.record is None and hit.source.version in versions
        )
        return self._quoted(replace(found, hits=lines)) if lines else None

    def _retrieve(self, flow: Flow) -> Flow:
        """Find passages, unless what was told stands by itself: leaves no room, and follows nothing that documents said."""
        stands = flow.told is not None and not flow.told.leaves_room
        if stands and (flow.stands_first or not flow.question.history):
            return flow
        return self._timed(self._lookup.found(flow), "retrieve")

    def _write(self, flows: Iterator[Flow]) -> Iterator[AnswerEvent]:
        for flow in flows:
            if flow.settled is not None or flow.request is None:
                yield Finished(self._answer(flow, flow.settled or nothing()))
                continue
            request, told = flow.request, flow.told
            stands = told is None or flow.stands_first or is_of_one_offer(told)
            first = None if stands else self._of_documents(flow, request)
            if told is not None and first is None:
                whole = self._with_quotes(flow, told)
                hits = flow.hits if whole.leaves_room else ()
                yield from shown(whole)
                yield Finished(self._answer(self._timed(replace(flow, hits=hits), "records"), whole))
                continue
            heard = first or self._heard(flow, request)
            apart = self._apart(heard, request) if first is None else None
            if apart is not None:
                yield from shown(apart)
                yield Finished(self._answer(self._timed(heard, "write"), apart))
                continue
            yield SourcesFound(heard.hits)
            written = nothing()
            for event in self._documents.events(heard, heard.request or request):
                if isinstance(event, Written):
                    written = event
                else:
                    yield event
            yield Finished(self._answer(self._timed(heard, "write"), written))

    def _settled_by_records(self, flow: Flow, request: Request) -> Written | None:
        """Return what rules and records say to a message, in parts where it asks several things."""
        recognised = self._otherwise.recognition(request) if self._otherwise else None
        if recognised is not None:
            return recognised
        is_code = asks_code(request.question.text)  # "ik wil ... worden, wat is daar de isco-code van?"
        about_person = None if is_code else self._told(self._stages.persons, request)
        if about_person is not None and about_person.outcome is Outcome.PARTLY and self._otherwise:
            value = self._otherwise.plain_value(request)
            if value is not None:
                return value
        return (
            self._in_parts(flow, request, about_person)
            or about_person
            or self._told(self._stages.records, request)
        )

    def _in_parts(self, flow: Flow, request: Request, about_person: Written | None) -> Written | None:
        """Return the answers to the questions of a message one by one; None for one question, or when none has an answer.

        Two questions about one thing that the records answer together stay together, and so does what somebody asks about
        themselves, unless a part of it has an answer that is not about them.
        """
        parts = parts_of(request.question.text, request.language) if self._stages.answers_in_parts else ()
        if len(parts) < FEWEST_PARTS or request.question.filters is not None:
            return None
        lacks = about_person is not None and any(lacks_value(about_person, part) for part in parts)
        if about_person and not lacks and all(self._is_about_person(request, part) for part in parts):
            return None
        if all(leans(part, request.language) and not asks_who_or_why(part) for part in parts[1:]):
            together = self._told(self._stages.records, request) if about_person is None else None
            if together is not None:
                return together
        if request.of_documents and self._quoted(self._lookup.found(flow)) is not None:
            return None  # one row or sentence of the document that is named answers it as a whole
        answers = answered_one_by_one(
            request, parts, Parts(partial(self._part, beside=request), self._worded)
        )
        is_whole = all(found.outcome in KNOWN for _, found in answers)
        whole = joined(answers, request.language)
        if request.of_documents and not is_whole:
            return None  # of a document that leaves one of them open, what seems to answer the other is mostly something near
        return whole if whole.outcome in KNOWN and (is_whole or lacks or about_person is None) else None

    def _is_about_person(self, request: Request, part: str) -> bool:
        if leans(part, request.language):
            return True  # "and what does it cost?" goes on about the same
        asked = replace(request.question, text=part, language=request.language)
        flow = self._understand(Flow(asked, self._stages.clock()))
        return flow.request is not None and self._told(self._stages.persons, flow.request) is not None

    def _apart(self, flow: Flow, request: Request) -> Written | None:
        """Return the answers about each of two things that are named side by side; None where one sentence says it of both."""
        text = request.question.text
        compares = SETS_SIDE_BY_SIDE.search(text) is not None
        questions = told_apart(text, request.language) if compares else asked_apart(text)
        if not questions or request.topic or not self._stages.answers_in_parts:
            return None
        whole = self._quoted(flow)
        if whole is not None and says_of_both(text, whole):
            return None
        answers = answered_one_by_one(request, questions, Parts(self._part, self._worded))
        known = sum(found.outcome in KNOWN for _, found in answers)
        return (
            joined(answers, request.language) if known == len(answers) or (known and whole is None) else None
        )

    def _asked_anew(self, asked: Question) -> Flow:
        """Return the flow of a question that a message is taken apart into, or put in the place of one."""
        return self._understand(Flow(asked, self._stages.clock()))

    def _part(self, asked: Question, beside: Request | None = None) -> Flow:
        """Look up a question; one of a message about documents that were brought in, `beside`, is asked of those too."""
        flow = self._asked_anew(asked)
        if beside is not None:
            flow = self._lookup.of_same(flow, beside)
        request = flow.request
        if flow.settled is not None or request is None:
            return flow
        stages = self._stages
        knows = (stages.rows, stages.figures, stages.everyday, stages.persons, stages.records)
        told = next((one for each in knows if (one := self._told(each, request)) is not None), None)
        if told is not None and (not request.of_documents or is_of_these(told, request)):
            return replace(flow, told=told)
        flow = self._lookup.found(flow)
        is_heard = leans(asked.text, request.language) and not request.of_documents
        return self._heard(flow, flow.request or request) if is_heard else flow

    def _answered(self, asked: Question) -> Written:
        return self._worded(self._part(asked), False)

    def _worded(self, flow: Flow, is_beside_known: bool) -> Written:
        if flow.settled is not None or flow.told is not None or flow.request is None:
            return flow.settled or flow.told or nothing()
        request = replace(flow.request, is_beside_known=is_beside_known)
        *_, last = self._documents.events(replace(flow, request=request), request)
        return last if isinstance(last, Written) else nothing()

    def _heard(self, flow: Flow, request: Request) -> Flow:
        """Return the flow of a message as what it means in its talk, where documents answer that; else as it is."""
        if (heard := self._listened(flow, request, only_of_documents=False)) is not None:
            return replace(flow, request=heard.request, hits=heard.hits)
        other = of_focus(request, on_topic(request.question.history))
        return (
            flow if other is None else self._lookup.found(self._lookup.weighed(replace(flow, request=other)))
        )

    def _of_documents(self, flow: Flow, request: Request) -> Flow | None:
        """Return the flow of a message that goes on from an answer of documents, where these surely answer it."""
        heard = self._listened(flow, request, only_of_documents=True)
        return replace(flow, request=heard.request, hits=heard.hits) if heard is not None else None

    def _listened(self, flow: Flow, request: Request, *, only_of_documents: bool) -> Heard | None:
        """Return what a message means after what was said, None for a whole question; see `Listener.heard`."""
        if self._stages.listener is None or request.question.filters is not None:
            return None
        about = on_topic(request.question.history)
        return self._stages.listener.heard(
            request, flow.hits, about, self._stages.today(), only_of_documents=only_of_documents
        )

    def _quoted(self, flow: Flow) -> Written | None:
        """Return what documents say, None when they do not answer."""
        if flow.settled is not None or flow.request is None or self._stages.quotes is None:
            return None
        evidence = [Evidence(number, hit) for number, hit in enumerate(flow.hits, start=1)]
        *_, quoted = self._stages.quotes.write(flow.request, evidence)
        return quoted if isinstance(quoted, Written) and quoted.outcome in KNOWN else None

    def _asked_and_quoted(self, asked: Question) -> tuple[Flow, Written | None]:
        flow = self._lookup.found(self._asked_anew(asked))
        return flow, self._quoted(flow)

    def _told(self, answers: RecordAnswers | None, request: Request) -> Written | None:
        """Return what rules, figures or records say by themselves; asked before any writer, since they are complete.

        Rows have looked themselves whether they tell what is asked: a column is of it whatever words stand in it.
        """
        found = answers.answer(request, request.question.audience, self._stages.today()) if answers else None
        is_bound = answers is self._stages.rows
        return None if found is not None and not is_bound and lacks_kind_asked(request, found) else found

    def _with_quotes(self, flow: Flow, written: Written) -> Written:
        """Return an answer from rules with what the documents say beside it, where it leaves room for that."""
        if not written.leaves_room or flow.request is None or self._stages.quotes is None:
            return written
        documents = [hit for hit in flow.hits if hit.passage.record is None]
        evidence = [Evidence(number, hit) for number, hit in enumerate(documents, start=1)]
        *_, quoted = self._stages.quotes.write(flow.request, evidence)
        return beside(written, quoted, self._stages.today()) if isinstance(quoted, Written) else written

    def _answer(self, flow: Flow, written: Written) -> Answer:
        language = flow.request.language if flow.request else flow.question.language or Language.DUTCH
        total = 1000 * (self._stages.clock() - flow.started)
        return answer_of(written, flow.hits, language, {**flow.timings, "total": round(total, 2)})

    def _timed(self, flow: Flow, stage: str) -> Flow:
        """Note the time since the last stage ended."""
        elapsed = 1000 * (self._stages.clock() - flow.started) - sum(flow.timings.values())
        return replace(flow, timings={**flow.timings, stage: round(elapsed, 2)})
