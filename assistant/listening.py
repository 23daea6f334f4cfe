"""Puts the meanings of a message of a talk to the sources, and tells which one they answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import inf
from typing import Protocol

from assistant.types import Language, Request, Turn
from assistant.understanding.focus import (
    Focus,
    Kind,
    Meaning,
    focus_of,
    is_piece,
    may_go_on,
    meanings_of,
    names_enough,
    own_of,
    within,
)
from assistant.understanding.request import weighed, years_asked
from assistant.writing.asked_of_before import message_before
from assistant.writing.considering import Considered
from assistant.writing.hearing import shipped_hearing, surest
from assistant.writing.hearing_signals import OF_DOCUMENT, Talk, Tried
from assistant.writing.of_topic import tells_of
from assistant.writing.turned_away import was_turned_away
from knowledge.retrieval.asked_answers import AskedAnswers, Found, with_known
from knowledge.retrieval.hybrid import HybridRetriever, Query
from knowledge.types import Audience, Hit

CITED = re.compile(r"(?: \[\d+\])+$")
"""The numbers with which a line of an answer shows its sources."""

LOOKED_UP = 90
"""Characters of a quoted line by which its passage is found again."""

MOST_LINES = 4
"""Quoted lines that are looked for: in another language the words of the source stand below what was said."""

OF_A_LIST = re.compile(r"\d+\. ")
"""How one of several begins: none of them is what a talk is about."""

FEWEST = 3
"""Words of a message that is asked of what our last answer told: a bare "hoeveel" asks of what the person named."""

LOOKED_AT = 4
"""Hits among which it is looked for."""

ANSWERS_BACK = 3
"""Answers of ours, the last first, whose documents a refused message of a talk may be asked of."""


class Considering(Protocol):
    """What tells what would be quoted of passages, and how sure that is."""

    def considered(self, request: Request, hits: Sequence[Hit]) -> Considered:
        """Return the sentences that would be quoted, the surest of them, and its log odds."""
        ...


@dataclass(frozen=True, slots=True)
class Heard:
    """The meaning that a message has: its request with the passages that answer it."""

    request: Request
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Listener:
    """Hears what a message of a talk means. Keeps nothing between messages."""

    retriever: HybridRetriever
    quotes: Considering
    limit: int
    asked: AskedAnswers | None = None
    scheme_in: Callable[[str, Audience], str] | None = None
    """Gives the name of the scheme that a line of ours tells of, "" for none."""

    def heard(
        self,
        request: Request,
        hits: tuple[Hit, ...],
        about: Sequence[Turn],
        today: date,
        *,
        only_of_documents: bool,
    ) -> Heard | None:
        """Return the meaning that the sources answer, None for a message that is whole or that they do not answer.

        `hits` are those of the request as it was understood first; `about` the turns in which the talk got its topic. With
        `only_of_documents` our last answer must have quoted a document, and the sources be so sure that no record is asked.
        """
        model = shipped_hearing()
        if names_enough(request):
            return None
        own = self._own(request, hits, about, today)
        if own is not None and own.found.log_odds >= model.surely_own:
            return None
        talk, tried = self.tried(request, hits, about, today, only_of_documents=only_of_documents, own=own)
        if talk is None:
            return None
        best, odds = surest(tried, talk, model)
        if best is None or odds < (model.before_records if only_of_documents else model.enough):
            return None
        if best.meaning.kind is Kind.OWN:  # it is a whole question, and is answered like any other
            is_as_understood = best.meaning.request.standalone_question == request.standalone_question
            return None if only_of_documents or is_as_understood else Heard(best.meaning.request, best.hits)
        return Heard(replace(best.meaning.request, is_heard=True), best.hits)

    def heard_anew(
        self, request: Request, hits: tuple[Hit, ...], about: Sequence[Turn], today: date
    ) -> Iterator[Heard]:
        """Yield what a refused message of a talk may still mean, the likelier first.

        One that seemed to stand alone ("hoeveel boven de cao kreeg je in het echt?") means what the talk makes of it; any may
        be asked of the document that one of our answers quoted, also of an earlier one.
        """
        model = shipped_hearing()
        if names_enough(request):
            talk, tried = self.tried(request, hits, about, today)
            best, odds = surest(tried, talk, model) if talk is not None else (None, -inf)
            if best is not None and odds >= model.anew:
                yield Heard(replace(best.meaning.request, is_heard=True), best.hits)
        best, odds = self._of_earlier(request, hits, about, today)
        if best is not None and odds >= model.of_earlier:
            yield Heard(replace(best.meaning.request, is_heard=True), best.hits)

    def _of_earlier(
        self, request: Request, hits: tuple[Hit, ...], about: Sequence[Turn], today: date
    ) -> tuple[Tried | None, float]:
        """Return a message as it is asked of the document of our answers that answers it most surely, with its log odds."""
        focus = _focus(request, about)
        if focus is None or is_piece(request.question.text, request.language):
            return None, -inf
        meaning = within(request)
        seen: set[str] = set()
        found: list[tuple[Tried | None, float]] = []
        for reply in replies_of(request)[:ANSWERS_BACK]:
            quoted = self._quoted(reply, hits, request, today, MOST_LINES)
            if quoted is None or quoted.passage.record is not None or quoted.source.id in seen:
                continue
            seen.add(quoted.source.id)
            tried = self._tried(meaning, self._of_source(quoted, hits, request, today), today, request)
            talk = Talk(
                request.question.text, request.language, focus, reply, quoted, message_before(request)
            )
            found.append(surest([tried], talk, shipped_hearing()))
        return max(found, key=lambda pair: pair[1], default=(None, -inf))

    def tried(
        self,
        request: Request,
        hits: tuple[Hit, ...],
        about: Sequence[Turn],
        today: date,
        *,
        only_of_documents: bool = False,
        own: Tried | None = None,
    ) -> tuple[Talk | None, list[Tried]]:
        """Return the talk and its meanings with what the sources say to each; None for a message that is whole.

        Our last answer is the last that was no refusal: what that shows as the nearest is nothing that the talk is about.
        `own` is the message as it stands where that was tried before: it is not tried again.
        """
        text, language = request.question.text, request.language
        focus = _focus(request, about)
        if focus is None:
            return None, []
        reply = next(iter(replies_of(request)), "")
        looked_at = 1 if only_of_documents else MOST_LINES  # what a rule says first is no answer of documents
        quoted = self._quoted(reply, hits, request, today, looked_at)
        if only_of_documents and (quoted is None or quoted.passage.record is not None):
            return None, []
        moved_to, quoted = self._now_about(reply, quoted, focus, request, today)
        if moved_to and self._is_scheme(moved_to, request):
            focus = replace(focus, names=moved_to)
        meanings = meanings_of(request, focus)
        if moved_to:  # the talk went on to what a document tells
            meanings = tuple(_of_no_topic(one) if one.kind is Kind.WITHIN else one for one in meanings)
            focus = replace(focus, names=moved_to)
        if own is not None:
            meanings = tuple(one for one in meanings if one.kind is not Kind.OWN)
        found = {
            one.kind: self._hits(one, request, hits, today) for one in meanings if one.kind not in OF_DOCUMENT
        }
        seen = {hit.passage.id: hit for each in (*found.values(), own.hits if own else ()) for hit in each}
        found |= dict.fromkeys(OF_DOCUMENT, self._of_source(quoted, tuple(seen.values()), request, today))
        tried = [self._tried(one, found[one.kind], today, request) for one in meanings if found[one.kind]]
        tried += [own] if own is not None else []
        return Talk(text, language, focus, reply, quoted, message_before(request)), tried

    def _own(
        self, request: Request, hits: tuple[Hit, ...], about: Sequence[Turn], today: date
    ) -> Tried | None:
        """Return what the sources say to the message as it stands, None where it cannot stand alone or need not be heard."""
        own = own_of(request) if _focus(request, about) is not None else None
        found = self._hits(own, request, hits, today) if own is not None else ()
        return self._tried(own, found, today, request) if own is not None and found else None

    def _hits(self, one: Meaning, request: Request, hits: tuple[Hit, ...], today: date) -> tuple[Hit, ...]:
        if one.request.standalone_question == request.standalone_question:
            return hits
        return self.retriever.retrieve(self._query(one.request, today))

    def _query(self, request: Request, today: date) -> Query:
        return Query(
            text=request.standalone_question,
            audience=request.question.audience,
            today=today,
            limit=self.limit,
            language=request.language.value,
            of=request.of_documents,
            of_offers=request.of_offers,
        )

    def _tried(self, one: Meaning, hits: tuple[Hit, ...], today: date, request: Request) -> Tried:
        if one.request == request:  # looked up already
            return Tried(one, hits, self.quotes.considered(request, hits))
        query = self._query(one.request, today)
        words = self.retriever.words_of(query)
        found = self._known(one, hits, query)
        # of a document so long that only what was seen of it is looked at, what is asked for comes too; of no other document
        of_one = {hit.source.id for hit in hits} if one.kind in OF_DOCUMENT else None
        hits = with_known(hits, [each for each in found if of_one is None or each.hit.source.id in of_one])
        meant = replace(
            one.request,
            words=weighed(one.request, words),
            years=years_asked(one.request.standalone_question, today.year),
            today=today,
            known=tuple(each.known for each in found),
        )
        return Tried(replace(one, request=meant), hits, self.quotes.considered(meant, hits))

    def _known(self, one: Meaning, hits: tuple[Hit, ...], query: Query) -> tuple[Found, ...]:
        """Return the sentences that editors say answer a meaning: of the document that it is put to, else of all."""
        if self.asked is None:
            return ()
        is_of_one = one.kind in OF_DOCUMENT and hits and hits[0].source.address in self.asked.addresses
        return self.asked.find_in(hits[0].source.address, query) if is_of_one else self.asked.find(query)

    def _of_source(
        self, quoted: Hit | None, seen: Sequence[Hit], request: Request, today: date
    ) -> tuple[Hit, ...]:
        """Return the document that was quoted, as a whole where it is not too long; nothing of a record."""
        if quoted is None or quoted.passage.record is not None:
            return ()
        return self.retriever.whole(quoted, seen, self._query(request, today))

    def _quoted(
        self, reply: str, seen: Sequence[Hit], request: Request, today: date, looked_at: int
    ) -> Hit | None:
        """Return a hit whose passage our last answer quotes in the first lines that are `looked_at`, None when it quotes none.

        What was said in the reader's language stands in no passage; the words of the source follow it.
        """
        lines = [CITED.sub("", line) for line in reply.split("\n") if CITED.search(line)]
        found = next((hit for line in lines[:looked_at] for hit in seen if line in hit.passage.text), None)
        own = _own_words(reply) if request.language is not Language.DUTCH else ""
        line = own or next(iter(lines), "")
        if found is not None or not line:
            return found
        query = Query(line[:LOOKED_UP], request.question.audience, today, LOOKED_AT)
        return next((hit for hit in self.retriever.retrieve(query) if line in hit.passage.text), None)

    def _now_about(
        self, reply: str, quoted: Hit | None, focus: Focus, request: Request, today: date
    ) -> tuple[str, Hit | None]:
        """Return what the talk went on to with our last answer, "" where it stays with its topic, and a passage that tells of it."""
        if quoted is None or quoted.passage.record is not None:
            name, scheme = self._of_scheme(reply, request, today)
            return name, scheme or quoted
        return "" if tells_of(quoted, focus.names) else quoted.source.title.partition(":")[0], quoted

    def _is_scheme(self, name: str, request: Request) -> bool:
        return self.scheme_in is not None and self.scheme_in(name, request.question.audience) == name

    def _of_scheme(self, reply: str, request: Request, today: date) -> tuple[str, Hit | None]:
        """Return the scheme of which our last answer tells first with a passage of its document; None where it tells of none."""
        text, audience = request.question.text, request.question.audience
        if self.scheme_in is None or len(text.split()) < FEWEST or self.scheme_in(text, audience):
            return "", None
        lines = [CITED.sub("", line) for line in reply.split("\n") if CITED.search(line)]
        name = self.scheme_in(lines[0], audience) if lines and not OF_A_LIST.match(lines[0]) else ""
        if not name:
            return "", None
        hits = self.retriever.retrieve(Query(name, audience, today, LOOKED_AT))
        of_it = (one for one in hits if one.passage.record is None and name in one.source.title)
        hit = next(of_it, None)
        return (name, hit) if hit is not None else ("", None)


def replies_of(request: Request) -> list[str]:
    """Return our answers to the earlier messages of a talk, without the refusals, the last first."""
    said = (turn.text for turn in reversed(request.question.history) if turn.role == "assistant")
    return [text for text in said if not was_turned_away(text)]


def _focus(request: Request, about: Sequence[Turn]) -> Focus | None:
    """Return what the talk is about, None where there is no talk, or its message is surely about something else."""
    if request.wants_more or not may_go_on(request.question.text, request.language):
        return None
    return focus_of(about, request.language)


def _of_no_topic(one: Meaning) -> Meaning:
    return replace(one, request=replace(one.request, topic=""))


def _own_words(reply: str) -> str:
    """Return the first line with which an answer quotes a source in its own language, "" where it needs none."""
    line = reply.partition(":\n")[2].split("\n", maxsplit=1)[0]
    return CITED.sub("", line) if CITED.search(line) else ""
