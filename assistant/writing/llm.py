"""Let a model word the answer, and show only what its sources literally support."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
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
from assistant.verification.instructions import is_instructing
from assistant.verification.lexicon import without_invisible
from assistant.writing.citing import citation_of
from assistant.writing.phrases import say
from assistant.writing.prompts import prompt
from assistant.writing.seam import Writer, WriterEvent, Written
from knowledge.types import Hit

LANGUAGE_NAMES = {Language.DUTCH: "Dutch", Language.ENGLISH: "English", Language.GERMAN: "German"}

NO_ANSWER = "NO ANSWER"

EVIDENCE_CHARACTERS = 16_000
"""About 4,000 tokens: eight passages of the usual length, which is more than answers draw on."""


@dataclass(frozen=True, slots=True)
class ModelWriter:
    """Has `model` word the evidence; the whole answer is checked when the stream has ended well."""

    model: TextStream
    clock: Clock
    deadline_seconds: float = 30.0

    def write(self, request: Request, hits: Sequence[Hit]) -> Generator[WriterEvent, None, None]:
        """Yield the words as they come, then each supported sentence, then `Written`.

        `Written` has no sentences when nothing the model wrote is supported. Raises `ModelFailedError`
        when the model gave no whole answer.
        """
        usable = _usable(hits)
        if not usable:
            yield Written(Outcome.REFUSED, ())
            return
        text = ""
        with closing(
            self.model.stream(_messages(request, usable), self.clock() + self.deadline_seconds)
        ) as pieces:
            for piece in pieces:
                text += piece
                yield Writing(piece)
        yield from _verified(text, request.language, usable)


def _usable(hits: Sequence[Hit]) -> dict[int, Hit]:
    """Return, by the number to cite, the hits that fit the prompt and do not talk to the model."""
    kept: dict[int, Hit] = {}
    length = 0
    for hit in hits:
        passage = hit.passage
        if is_instructing("\n".join((hit.source.title, *passage.heading_path, passage.text))):
            continue
        length += len(passage.text)
        if kept and length > EVIDENCE_CHARACTERS:
            break
        kept[len(kept) + 1] = hit
    return kept


def _messages(request: Request, hits: Mapping[int, Hit]) -> list[BaseMessage]:
    sources = "\n".join(
        f'<source number="{number}" title="{_as_data(_context(hit))}">\n{_as_data(hit.passage.text)}\n</source>'
        for number, hit in hits.items()
    )
    system = prompt("answer").format(language=LANGUAGE_NAMES[request.language])
    question = without_invisible(request.standalone_question)
    return [SystemMessage(system), HumanMessage(f"{sources}\n\nQuestion: {question}")]


_HARMLESS = str.maketrans('<>[]"', "‹›()'")


def _as_data(text: str) -> str:
    """Return `text` so that it cannot close its own frame or pose as a marker."""
    return without_invisible(text).translate(
        str.maketrans({"<": "‹", ">": "›", "[": "(", "]": ")", '"': "'"})
    )


def _context(hit: Hit) -> str:
    return " › ".join(dict.fromkeys((hit.source.title, *hit.passage.heading_path)))


def _verified(text: str, language: Language, hits: Mapping[int, Hit]) -> Generator[WriterEvent, None, None]:
    """Yield each supported sentence with the citations that it introduces, and last `Written`."""
    if text.strip().strip(".").upper() == NO_ANSWER:
        yield Written(Outcome.REFUSED, ())
        return
    read = read_citations(text, hits.keys())
    shown = _Shown(hits, language.value)
    left_out = list(read.left_out)
    for written in read.sentences:
        ready = shown.add(written)
        if isinstance(ready, LeftOut):
            left_out.append(ready)
        else:
            yield ready
    outcome = Outcome.PARTLY if left_out else Outcome.ANSWERED
    yield Written(
        outcome if shown.sentences else Outcome.REFUSED,
        tuple(shown.sentences),
        tuple(shown.citations),
        tuple(left_out),
    )


class _Shown:
    """The sentences shown so far, and their citations, numbered in the order in which a reader meets them."""

    def __init__(self, hits: Mapping[int, Hit], language: str) -> None:
        self._hits, self._language = hits, language
        self._numbers: dict[Quote, int] = {}
        self.sentences: list[Sentence] = []
        self.citations: list[Citation] = []

    def add(self, written: CitedSentence) -> SentenceReady | LeftOut:
        """Check one sentence against what it cites, and keep it when it is supported."""
        cited = [(number, self._hits[number]) for number in written.numbers]
        texts = [EvidenceText(str(number), hit.passage.text, _context(hit)) for number, hit in cited]
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
        hit = self._hits[int(quote.evidence_id)]
        offset = hit.passage.start
        return citation_of(self._numbers[quote], hit, offset + quote.start, offset + quote.end)


@dataclass(frozen=True, slots=True)
class FallbackWriter:
    """Writes with `primary`; when that gives no whole and supported answer, with `fallback`, and says so."""

    primary: Writer
    fallback: Writer

    def write(self, request: Request, hits: Sequence[Hit]) -> Generator[WriterEvent, None, None]:
        """Yield the primary's events, or its provisional words and then a notice and the fallback's events.

        Sentences of the primary are held back until its `Written` is there: never half an answer.
        """
        ready: list[SentenceReady] = []
        notice = "model_broken_off"
        left_out: tuple[LeftOut, ...] = ()
        try:
            for event in self.primary.write(request, hits):
                if isinstance(event, Writing):
                    yield event
                elif isinstance(event, SentenceReady):
                    ready.append(event)
                elif event.sentences:
                    yield from ready
                    yield event
                    return
                else:
                    notice, left_out = "model_unsupported" if event.left_out else "", event.left_out
        except ModelFailedError:
            ready.clear()
        yield from self._instead(request, hits, notice, left_out)

    def _instead(
        self, request: Request, hits: Sequence[Hit], notice: str, left_out: tuple[LeftOut, ...]
    ) -> Generator[WriterEvent, None, None]:
        """Yield the notice, if any, and what the fallback writes."""
        said: tuple[Sentence, ...] = ()
        if notice:
            said = (Sentence(say(request.language, notice), SentenceKind.NOTICE, request.language.value),)
            yield SentenceReady(said[0], ())
        for event in self.fallback.write(request, hits):
            if isinstance(event, Written):
                yield replace(
                    event, sentences=(*said, *event.sentences), left_out=(*left_out, *event.left_out)
                )
            else:
                yield event
