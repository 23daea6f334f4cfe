"""The writer that needs nothing but the sources: the best sentences, word for word, each cited."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.types import Citation, Language, Outcome, Request, Sentence, SentenceKind, SentenceReady
from assistant.writing.candidates import Candidate, candidates_of
from assistant.writing.citing import citation_of
from assistant.writing.phrases import say
from assistant.writing.relevance import Terms, answers_type, coverage, matches, weighted
from assistant.writing.seam import Evidence, Written, WritingEvent
from knowledge.embedding.seam import Embedder
from knowledge.language.analysis import Analyzer
from knowledge.language.stopwords import without_stopwords
from knowledge.types import Hit

MOST_SENTENCES = 4
"""An answer that a person reads in half a minute."""

GOOD_ENOUGH = 0.62
"""A further sentence must score this share of the best one."""

TOO_ALIKE = 0.7
"""Share of common stems (Jaccard) above which a sentence adds nothing."""

LEAST_COVERAGE = 0.45
"""Below this share of the question's weight in the evidence the question is refused; set on questions of our own."""


@dataclass(frozen=True, slots=True)
class _Scored:
    candidate: Candidate
    score: float


class ExtractiveWriter:
    """Quotes. Deterministic: the same question and the same hits give the same answer."""

    def __init__(self, embedder: Embedder, analyzer: Analyzer) -> None:
        self._embedder = embedder
        self._analyzer = analyzer

    def write(self, request: Request, evidence: Sequence[Evidence]) -> Generator[WritingEvent, None, None]:
        """Yield each quote as it stands, then the whole; refuses when the evidence is too thin."""
        hits = [one.hit for one in evidence]
        candidates = candidates_of(hits, self._analyzer)
        terms = self._terms(request, candidates)
        scored = self._score(request, terms, candidates)
        chosen = _select(scored, terms)
        missing = _missing(terms, chosen)
        if not chosen or _covered(terms, chosen) < LEAST_COVERAGE:
            yield refusal(request.language, hits, missing)
            return
        sentences: list[Sentence] = []
        citations: list[Citation] = []
        for sentence, citation in _cited(request.language, chosen):
            sentences.append(sentence)
            new = (citation,) if citation is not None else ()
            citations.extend(new)
            yield SentenceReady(sentence, new)
        follow_ups = _follow_ups(request.language, hits, chosen)
        yield Written(tuple(sentences), tuple(citations), Outcome.ANSWERED, follow_ups=follow_ups)

    def _terms(self, request: Request, candidates: Sequence[Candidate]) -> Terms:
        words = without_stopwords(self._analyzer.words(request.standalone_question), request.language.value)
        pool = [candidate.stems | candidate.context for candidate in candidates]
        return weighted(self._analyzer.stems(words), pool)

    def _score(self, request: Request, terms: Terms, candidates: Sequence[Candidate]) -> list[_Scored]:
        """Score every candidate; see the weights beside their parts."""
        if not candidates or terms.is_empty:
            return []
        question = request.standalone_question
        vectors = self._embedder.vectors([question, *(candidate.text for candidate in candidates)])
        likeness = np.clip(vectors[1:] @ vectors[0], 0.0, 1.0)
        scored = []
        for candidate, cosine in zip(candidates, likeness, strict=True):
            own = coverage(terms, candidate.stems)
            whole = coverage(terms, candidate.stems | candidate.context)
            score = (
                0.50 * own
                + 0.25 * (whole - own)
                + 0.20 * float(cosine)
                + 0.20 * answers_type(question, candidate.text) * whole
                + 0.10 / (1 + candidate.hit_rank)
            )
            scored.append(_Scored(candidate, score))
        return sorted(scored, key=lambda item: (-item.score, item.candidate.hit_rank, item.candidate.start))


def refusal(language: Language, hits: Sequence[Hit], missing: Sequence[str]) -> Written:
    """Return the answer that says that it is not known: what was searched, what is missing, who would know."""
    titles = list(dict.fromkeys(hit.source.title for hit in hits))[:3]
    parts = [say(language, "refused")]
    if missing:
        parts.append(say(language, "missing", {"terms": ", ".join(missing)}))
    parts.append(
        say(language, "searched", {"titles": "; ".join(titles)})
        if titles
        else say(language, "nothing_searched")
    )
    parts.append(say(language, "who_knows"))
    sentences = tuple(Sentence(part, SentenceKind.NOTICE, language.value) for part in parts)
    return Written(sentences, (), Outcome.REFUSED)


def _select(scored: Sequence[_Scored], terms: Terms) -> list[Candidate]:
    """Choose the best sentence and those that add to it, best first."""
    chosen: list[Candidate] = []
    for item in scored:
        if len(chosen) == MOST_SENTENCES or item.score < GOOD_ENOUGH * scored[0].score:
            break
        if all(_alike(item.candidate, other) < TOO_ALIKE for other in chosen):
            chosen.append(item.candidate)
    return chosen


def _alike(one: Candidate, other: Candidate) -> float:
    return len(one.stems & other.stems) / len(one.stems | other.stems)


def _covered(terms: Terms, chosen: Sequence[Candidate]) -> float:
    return coverage(terms, frozenset().union(*(candidate.stems | candidate.context for candidate in chosen)))


def _missing(terms: Terms, chosen: Sequence[Candidate]) -> list[str]:
    words: frozenset[str] = frozenset().union(*(candidate.stems | candidate.context for candidate in chosen))
    return [stem for stem, match in matches(terms, words).items() if match == 0.0]


def _cited(language: Language, chosen: Sequence[Candidate]) -> Iterator[tuple[Sentence, Citation | None]]:
    """Yield the sentences of the answer; a quote in another language is led in by one in the reader's."""
    introduced: str | None = None
    for number, candidate in enumerate(chosen, start=1):
        source, passage = candidate.hit.source, candidate.hit.passage
        if passage.language != language.value and introduced != source.id:
            introduced = source.id
            lead = say(language, "quoted_from_other_language", {"title": source.title})
            yield Sentence(lead, SentenceKind.LEAD, language.value), None
        citation = citation_of(number, candidate.hit, candidate.start, candidate.end)
        yield Sentence(candidate.text, SentenceKind.QUOTE, passage.language, (number,)), citation


def _follow_ups(language: Language, hits: Sequence[Hit], chosen: Sequence[Candidate]) -> tuple[str, ...]:
    """Suggest at most two next questions, from the headings near the answer that it did not use."""
    used = {candidate.hit.passage.id for candidate in chosen}
    headings = [
        hit.passage.heading_path[-1]
        for hit in hits
        if hit.passage.id not in used and len(hit.passage.heading_path) > 1
    ]
    return tuple(
        say(language, "follow_up_heading", {"heading": h}) for h in list(dict.fromkeys(headings))[:2]
    )
