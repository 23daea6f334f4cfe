"""Looks up what the sources hold for a question: first the words by which it is judged, then passages.

The passages come apart, since they cost the most and rules and records answer many questions without one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering import notice
from assistant.stages import EVIDENCE, Flow, Stages
from assistant.types import Language, Outcome, Request
from assistant.understanding.document_names import names_in_title, names_of
from assistant.understanding.focus import names_enough
from assistant.understanding.leaning import capitals
from assistant.understanding.request import weighed, years_asked
from assistant.writing.joining import KNOWN
from assistant.writing.phrases import say
from assistant.writing.relevance import names_in
from assistant.writing.seam import Written
from assistant.writing.translated_search import sentences_for
from assistant.writing.turned_away import on_topic
from knowledge.errors import NoGenerationError
from knowledge.language.analysis import Analyzer
from knowledge.language.normalisation import fold
from knowledge.library.contents import is_bundled
from knowledge.retrieval.asked_answers import with_known
from knowledge.retrieval.hybrid import Query
from knowledge.types import Hit


@dataclass(frozen=True, slots=True)
class Lookup:
    """Looks up with the parts of a chain. Keeps nothing between questions."""

    stages: Stages

    def weighed(self, flow: Flow) -> Flow:
        """Return the flow with the words that its question looks for; settled where there is no index."""
        if flow.settled is not None or flow.request is None:
            return flow
        request, query = flow.request, self._query(flow, flow.request)
        try:
            words = weighed(request, self.stages.retriever.words_of(query))
        except NoGenerationError:
            return replace(
                flow,
                settled=notice(request.language, Outcome.REFUSED, say(request.language, "no_index")),
            )
        years = years_asked(request.standalone_question, query.today.year)
        refusals = self.stages.refusals
        named = refusals.offers_named(request) if refusals is not None else frozenset()
        weighed_request = replace(request, words=words, years=years, today=query.today, of_offers=named)
        return replace(flow, request=self._of_brought_in(weighed_request, query))

    def of_talk(self, flow: Flow) -> Flow | None:
        """Return a weighed message of a talk as asked of the documents that were brought in and that the talk is about, else None.

        A message that names enough by itself, another document, or something that those do not, is about that.
        """
        request = flow.request
        if request is None or request.of_documents or names_enough(request):
            return None
        if self._names_document(replace(self._query(flow, request), text=request.question.text)):
            return None  # "en het STAP-budget?"
        asked_before = [turn for turn in on_topic(request.question.history) if turn.role == "user"]
        for turn in reversed(asked_before[-LATEST:]):
            query = replace(self._query(flow, request), text=turn.text)
            asked = self._of_brought_in(request, query)
            if not asked.of_documents:
                if self._names_document(query):
                    return None
                continue
            found = self.found(replace(flow, request=asked))
            return None if self._names_another(request, found.hits) else found
        return None

    def of_same(self, flow: Flow, beside: Request) -> Flow:
        """Return a weighed question as asked of the documents that another question of its message is asked of, unless it names one itself."""
        request = flow.request
        if request is None or request.of_documents or not beside.of_documents:
            return flow
        if self._names_document(replace(self._query(flow, request), text=request.question.text)):
            return flow
        same = replace(
            request,
            of_documents=beside.of_documents,
            document_ids=beside.document_ids,
            document_names=beside.document_names,
        )
        return replace(flow, request=same)

    def _names_document(self, query: Query) -> bool:
        """Say whether a message names a document by the title of it, and not by an ordinary word."""
        return any(words & names_in_title(source) for source, words in self.stages.retriever.named(query))

    def _names_another(self, request: Request, hits: Sequence[Hit]) -> bool:
        """Say whether a message names somebody or something that these passages do not: "en bij STODT?"."""
        text, refusals, audience = request.question.text, self.stages.refusals, request.question.audience
        known = (*refusals.schools(audience), *refusals.authorities(audience)) if refusals is not None else ()
        asked = f" {' '.join(Analyzer().words(text))} "
        named = set(map(fold, capitals(text)))
        if request.language is not Language.GERMAN:  # which writes every noun as a name
            named |= names_in(text)
        named |= {name for one in known if f" {(name := ' '.join(Analyzer().words(one)))} " in asked}
        told = f" {' '.join(word for hit in hits for word in Analyzer().words(f'{hit.source.title} {hit.passage.text}'))} "
        return any(f" {name} " not in told for name in named)

    def found(self, flow: Flow, limit: int = EVIDENCE) -> Flow:
        """Return a weighed flow with at most about `limit` passages, those of sentences that surely answer in front."""
        if flow.settled is not None or flow.request is None:
            return flow
        query = self._query(flow, flow.request, limit)
        hits = self._with_translated(self.stages.retriever.retrieve(query), query, flow.request)
        asked = self.stages.asked
        is_of_all = not flow.request.of_documents  # editors wrote questions for the bundled library alone
        found = asked.find(query) if asked is not None and is_of_all else ()
        known = tuple(one.known for one in found)
        written = asked.addresses if asked is not None else frozenset[str]()
        request = replace(flow.request, known=known, written=written)
        return replace(flow, request=request, hits=with_known(hits, found))

    def _of_brought_in(self, request: Request, query: Query) -> Request:
        """Return a request as asked of the documents that a question names, where one was brought in and nothing bundled has its name."""
        named = self.stages.retriever.named(query)
        bundled = frozenset[str]().union(*(words for source, words in named if is_bundled(source.address)))
        own = [(source, words - bundled) for source, words in named if not is_bundled(source.address)]
        names = frozenset[str]().union(*(names_of(source, words) for source, words in own))
        named = tuple(pair for pair in named if not names.isdisjoint(pair[1]))
        asked = [source for source, _ in named] if names else []
        return replace(
            request,
            of_documents=frozenset(source.version for source in asked),
            document_ids=frozenset(source.id for source in asked),
            document_names=names,
        )

    def _query(self, flow: Flow, request: Request, limit: int = EVIDENCE) -> Query:
        return Query(
            text=request.standalone_question,
            audience=flow.question.audience,
            today=self.stages.today(),
            limit=limit,
            language=request.language.value,
            of=request.of_documents,
            of_offers=request.of_offers,
        )

    def _with_translated(self, hits: tuple[Hit, ...], query: Query, request: Request) -> tuple[Hit, ...]:
        """Return the hits with the passages of sentences whose translations hold most of a foreign question."""
        found = list(hits)
        for sentence in sentences_for(query.text, request.language):
            dutch = replace(query, text=sentence, language=Language.DUTCH.value, limit=2)
            known = {hit.passage.id for hit in found}
            near = self.stages.retriever.retrieve(dutch)
            found += [hit for hit in near if sentence in hit.passage.text and hit.passage.id not in known]
        return tuple(found)


def is_of_these(written: Written | None, request: Request) -> bool:
    """Say whether an answer to a request about documents that were brought in is of them: it quotes one, or a record of the same name, as of
    a school's own catalogue.
    """
    if written is None or written.outcome not in KNOWN:
        return False
    if any(one.source_id in request.document_ids for one in written.citations):
        return True
    quoted = frozenset(word for one in written.citations for word in Analyzer().words(one.quote))
    return not quoted.isdisjoint(request.document_names)


LATEST = 4
"""Messages back in which a talk may have named the document that it is about."""
