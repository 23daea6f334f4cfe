"""Let a model word the answer, and show only what its sources literally support."""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from assistant.errors import ModelFailedError
from assistant.models.seam import Clock, TextStream
from assistant.types import (
    Citation,
    Language,
    LeftOut,
    Outcome,
    Request,
    Sentence,
    SentenceKind,
    SentenceReady,
    Writing,
)
from assistant.verification.citations import CitedSentence, read_citations, without_foreign_addresses
from assistant.verification.evidence import EvidenceText, Quote, check_sentence
from assistant.verification.instructions import readable
from assistant.verification.lexicon import without_invisible
from assistant.verification.spoken import is_in_another_language
from assistant.writing.citing import citation_of
from assistant.writing.phrases import say
from assistant.writing.prompts import prompt
from assistant.writing.seam import Evidence, Writer, WritingEvent, Written

LANGUAGE_NAMES = {Language.DUTCH: "Dutch", Language.ENGLISH: "English", Language.GERMAN: "German"}

NO_ANSWER = "NO ANSWER"

OTHER_LANGUAGE = "het taalmodel schreef in een andere taal dan de vraag"
"""Why a supported sentence is left out that its reader did not ask for in that language."""

EVIDENCE_CHARACTERS = 16_000
"""About 4,000 tokens: eight passages of the usual length, which is more than answers draw on."""


@dataclass(frozen=True, slots=True)
class ModelWriter:
    """Has `model` word the evidence; the whole answer is checked when the stream has ended well."""

    model: TextStream
    clock: Clock
    deadline_seconds: float = 30.0

    def write(self, request: Request, evidence: Sequence[Evidence]) -> Generator[WritingEvent, None, None]:
        """Yield the words as they come, then each supported sentence, then `Written`.

        `Written` has no sentences when nothing the model wrote is supported. Raises `ModelFailedError`
        when the model gave no whole answer.
        """
        usable = _usable(evidence)
        if not usable:
            yield Written((), (), Outcome.REFUSED)
            return
        text = ""
        with closing(
            self.model.stream(_messages(request, usable), self.clock() + self.deadline_seconds)
        ) as pieces:
            for piece in pieces:
                text += piece
                yield Writing(piece)
        yield from _verified(text, request.language, usable)


def _usable(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence that fits the prompt, without what talks to the model."""
    kept: list[Evidence] = []
    length = 0
    for one in evidence:
        hit = readable(one.hit)
        if hit is None:
            continue
        length += len(hit.passage.text)
        if kept and length > EVIDENCE_CHARACTERS:
            break
        kept.append(replace(one, hit=hit))
    return kept


def _messages(request: Request, evidence: Sequence[Evidence]) -> list[BaseMessage]:
    sources = "\n".join(
        f'<source number="{one.number}" title="{_as_data(_context(one))}">\n{_as_data(GAP.sub(NEXT, one.hit.passage.text))}\n</source>'
        for one in evidence
    )
    system = prompt("answer").format(language=LANGUAGE_NAMES[request.language])
    question = without_invisible(request.standalone_question)
    return [SystemMessage(system), HumanMessage(f"{sources}\n\nQuestion: {question}")]


GAP, NEXT = re.compile(r"\n{3,}"), "\n\n"
"""What is left where something was taken out of a passage."""

_HARMLESS = str.maketrans('<>[]"', "‹›()'")


def _as_data(text: str) -> str:
    """Return `text` so that it cannot close its own frame or pose as a marker."""
    return without_invisible(text).translate(_HARMLESS)


def _context(one: Evidence) -> str:
    return " › ".join(dict.fromkeys((one.hit.source.title, *one.hit.passage.heading_path)))


def _verified(
    text: str, language: Language, evidence: Sequence[Evidence]
) -> Generator[WritingEvent, None, None]:
    """Yield each supported sentence with the citations that it introduces, and last `Written`: one without sentences when
    what is supported is not in the language that was asked for.
    """
    if text.strip().strip(".").upper() == NO_ANSWER:
        yield Written((), (), Outcome.REFUSED)
        return
    by_number = {one.number: one for one in evidence}
    read = read_citations(text, by_number.keys())
    shown = _Shown(by_number, language.value)
    left_out = list(read.left_out)
    ready: list[SentenceReady] = []
    for written in read.sentences:
        found = shown.add(written)
        if isinstance(found, LeftOut):
            left_out.append(found)
        else:
            ready.append(found)
    if is_in_another_language(" ".join(one.text for one in shown.sentences), language.value):
        left_out += [LeftOut(one.text, OTHER_LANGUAGE) for one in shown.sentences]
        yield Written((), (), Outcome.REFUSED, tuple(left_out))
        return
    yield from ready
    outcome = Outcome.ANSWERED if shown.sentences and not left_out else Outcome.PARTLY
    yield Written(
        tuple(shown.sentences),
        tuple(shown.citations),
        outcome if shown.sentences else Outcome.REFUSED,
        tuple(left_out),
    )


class _Shown:
    """The sentences shown so far, and their citations, numbered in the order in which a reader meets them."""

    def __init__(self, evidence: dict[int, Evidence], language: str) -> None:
        self._evidence, self._language = evidence, language
        self._numbers: dict[Quote, int] = {}
        self.sentences: list[Sentence] = []
        self.citations: list[Citation] = []

    def add(self, written: CitedSentence) -> SentenceReady | LeftOut:
        """Check one sentence against what it cites, and keep it when it is supported."""
        cited = [self._evidence[number] for number in written.numbers]
        texts = [EvidenceText(str(one.number), one.hit.passage.text, _context(one)) for one in cited]
        sentence = without_foreign_addresses(written.text, " ".join(text.text for text in texts))
        support = check_sentence(sentence, texts)
        if not support.is_supported:
            return LeftOut(written.text, support.reason)
        fresh = [quote for quote in support.quotes if quote not in self._numbers]
        for quote in fresh:
            self._numbers[quote] = len(self._numbers) + 1
        citations = tuple(self._citation(quote) for quote in fresh)
        numbers = tuple(self._numbers[quote] for quote in support.quotes)
        kept = Sentence(sentence, SentenceKind.WORDED, self._language, numbers)
        self.sentences.append(kept)
        self.citations += citations
        return SentenceReady(kept, citations)

    def _citation(self, quote: Quote) -> Citation:
        hit = self._evidence[int(quote.evidence_id)].hit
        return citation_of(self._numbers[quote], hit, quote.start, quote.end)


def _notice_of(left_out: Sequence[LeftOut]) -> str:
    """Return the key of the notice that says why nothing of a model's answer is shown, "" when it gave none."""
    if any(one.reason == OTHER_LANGUAGE for one in left_out):
        return "model_other_language"
    return "model_unsupported" if left_out else ""


@dataclass(frozen=True, slots=True)
class FallbackWriter:
    """Writes with `primary`; when that gives no whole and supported answer, with `fallback`, and says so."""

    primary: Writer
    fallback: Writer

    def write(self, request: Request, evidence: Sequence[Evidence]) -> Generator[WritingEvent, None, None]:
        """Yield the primary's events, or its provisional words and then a notice and the fallback's events.

        Sentences of the primary are held back until its `Written` is there: never half an answer.
        """
        ready: list[SentenceReady] = []
        notice = "model_broken_off"
        left_out: tuple[LeftOut, ...] = ()
        try:
            with closing(self.primary.write(request, evidence)) as events:
                for event in events:
                    if isinstance(event, Writing):
                        yield event
                    elif isinstance(event, SentenceReady):
                        ready.append(event)
                    elif event.sentences:
                        yield from ready
                        yield event
                        return
                    else:
                        notice, left_out = _notice_of(event.left_out), event.left_out
        except ModelFailedError:
            ready.clear()
        yield from self._instead(request, evidence, notice, left_out)

    def _instead(
        self, request: Request, evidence: Sequence[Evidence], notice: str, left_out: tuple[LeftOut, ...]
    ) -> Generator[WritingEvent, None, None]:
        """Yield the notice, if any, and what the fallback writes."""
        said: tuple[Sentence, ...] = ()
        if notice:
            said = (Sentence(say(request.language, notice), SentenceKind.NOTICE, request.language.value),)
            yield SentenceReady(said[0], ())
        for event in self.fallback.write(request, evidence):
            if isinstance(event, Written):
                yield replace(
                    event, sentences=(*said, *event.sentences), left_out=(*left_out, *event.left_out)
                )
            else:
                yield event
