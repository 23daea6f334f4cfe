"""The writer that needs nothing but the sources: the best sentences, word for word, each cited."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.types import Citation, Language, Outcome, Request, Sentence, SentenceKind, SentenceReady
from assistant.verification.instructions import talks_to_model
from assistant.writing.candidates import Candidate, candidates_of
from assistant.writing.citing import citation_of
from assistant.writing.phrases import say
from assistant.writing.relevance import (
    ASKS_LIST,
    answers_type,
    asks_value,
    coverage,
    has_kinds_asked,
    names_in,
    says_whether,
    unmet,
)
from assistant.writing.seam import Evidence, WritingEvent, Written
from knowledge.embedding.seam import Embedder
from knowledge.language.analysis import Analyzer
from knowledge.types import Hit, QuestionWord

MOST_SENTENCES = 4
"""An answer that a person reads in half a minute."""

SHARE_IN_PASSAGE, SHARE_IN_SOURCE, SHARE_ELSEWHERE = 0.5, 0.62, 0.72
"""A further sentence must score this share of the best one; less when it stands in the same passage or document,
where conditions, exceptions and alternatives are."""

TOO_ALIKE = 0.6
"""Share of common words (Jaccard) above which a sentence adds nothing."""

UNASKED_LIST = 0.12
"""What a list of several lines loses when the question does not ask for one."""


OF_A_RECORD = 0.06
"""What the row of a record loses against a sentence: it holds many fields and reads worse."""

LEANING = 0.04
LEANS = re.compile(r"(?:dan|daar\w*|dit|dat|die|deze|daarna|zo|hij|zij|ze)\b", re.IGNORECASE)
"""A sentence that leans on the one before it reads badly on its own."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score; higher is better, and comparable within one question only."""

    candidate: Candidate
    score: float


class ExtractiveWriter:
    """Quotes. Deterministic: the same question and the same hits give the same answer."""

    def __init__(self, embedder: Embedder, analyzer: Analyzer) -> None:
        self._embedder = embedder
        self._analyzer = analyzer

    def write(self, request: Request, evidence: Sequence[Evidence]) -> Generator[WritingEvent, None, None]:
        """Yield each quote as it stands, then the whole; refuses when the evidence is too thin."""
        hits = [one.hit for one in evidence if not talks_to_model(one.hit)]
        scored = self.scored(request, candidates_of(hits, self._analyzer))
        chosen = select(scored)
        missing = unmet(request.words, *_said(chosen))
        if not chosen or must_refuse(request, chosen):
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

    def scored(self, request: Request, candidates: Sequence[Candidate]) -> list[Scored]:
        """Return the candidates with their scores, best first; [] for a question without words."""
        if not candidates or not request.words:
            return []
        question = request.standalone_question
        vectors = self._embedder.vectors([question, *(candidate.text for candidate in candidates)])
        likeness = np.clip(vectors[1:] @ vectors[0], 0.0, 1.0)
        asks_list = ASKS_LIST.search(question) is not None
        scored = [
            Scored(candidate, _score(request.words, question, candidate, float(cosine), asks_list))
            for candidate, cosine in zip(candidates, likeness, strict=True)
        ]
        return sorted(scored, key=lambda item: (-item.score, item.candidate.hit_rank, item.candidate.start))


def _score(
    words: Sequence[QuestionWord], question: str, candidate: Candidate, cosine: float, asks_list: bool
) -> float:
    """Weigh what the sentence itself says most, then its place, its likeness, its kind and its passage's rank."""
    own = coverage(words, candidate.text, candidate.words)
    whole = coverage(words, candidate.text, candidate.words | candidate.context)
    return (
        0.50 * own
        + 0.25 * (whole - own)
        + 0.20 * cosine
        + 0.20 * answers_type(question, candidate.text) * whole
        + 0.10 * says_whether(question, candidate.text) * whole
        + 0.10 / (1 + candidate.hit_rank)
        - (UNASKED_LIST if candidate.is_list and not asks_list else 0.0)
        - (OF_A_RECORD if candidate.hit.passage.record is not None else 0.0)
        - (LEANING if LEANS.match(candidate.text) else 0.0)
    )


LEAST_COVERAGE = 0.55
"""Least share of the question's weight that the quoted sentences and their headings account for."""

LEAST_IN_ONE, LEAST_OF_A_VALUE = 0.55, 0.75
"""Least share that one sentence with its headings accounts for; more when a number or day is asked, since the
right number of the wrong thing is worse than none."""

LEAST_OF_A_VALUE_IN_TRANSLATION = 0.62
"""The same for a question in another language, whose words a source seldom uses."""

SURE_COVERAGE = 0.8
"""With this much met, one missing word, even the rarest, is a way of putting it."""


def must_refuse(request: Request, chosen: Sequence[Candidate]) -> bool:
    """Say whether the evidence is too thin: too little of what was asked is in it, or a name or its weightiest word is not."""
    words = [word for word in request.words if word.is_content] or list(request.words)
    text, together = _said(chosen)
    covered = coverage(words, text, together)
    if covered < LEAST_COVERAGE:
        return True
    question = request.standalone_question
    able = [
        one
        for one in chosen
        if answers_type(question, one.text) >= TYPE_OF_ANSWER and has_kinds_asked(words, one.text)
    ]
    best = max((coverage(words, one.text, one.words | one.context) for one in able), default=0.0)
    least = LEAST_OF_A_VALUE if request.language is Language.DUTCH else LEAST_OF_A_VALUE_IN_TRANSLATION
    if best < (least if asks_value(question) else LEAST_IN_ONE):
        return True
    lacking = unmet(words, text, together)
    forms = {form for word in lacking for form in word.forms}
    if request.language is not Language.GERMAN and names_in(question) & forms:
        return True
    sure = SURE_COVERAGE if request.language is Language.DUTCH else SURE_IN_TRANSLATION
    return max(words, key=lambda word: word.weight) in lacking and covered < sure


SURE_IN_TRANSLATION = 0.6
"""The same for a question in another language: a glossary seldom has the very word that the source uses."""


TYPE_OF_ANSWER = 0.5
"""A sentence that holds half of the kinds asked for ("wanneer en hoeveel") can be the answer to one of them."""


def refusal(language: Language, hits: Sequence[Hit], missing: Sequence[QuestionWord]) -> Written:
    """Return the answer that says that it is not known: what was searched, what is missing, who would know."""
    titles = list(dict.fromkeys(hit.source.title for hit in hits))[:3]
    parts = [say(language, "refused")]
    if missing:
        parts.append(say(language, "missing", {"terms": ", ".join(word.forms[0] for word in missing[:4])}))
    parts.append(
        say(language, "searched", {"titles": "; ".join(titles)})
        if titles
        else say(language, "nothing_searched")
    )
    parts.append(say(language, "who_knows"))
    sentences = tuple(Sentence(part, SentenceKind.NOTICE, language.value) for part in parts)
    return Written(sentences, (), Outcome.REFUSED)


def select(scored: Sequence[Scored]) -> list[Candidate]:
    """Choose the best sentence, those that add to it, and what stands with it in its passage; best first."""
    chosen: list[Candidate] = []
    for item in scored:
        least = _least_share(item.candidate, scored[0].candidate) * scored[0].score
        adds = all(_alike(item.candidate, other) < TOO_ALIKE for other in chosen)
        if item.score >= least and adds and len(chosen) < MOST_SENTENCES:
            chosen.append(item.candidate)
    return chosen


def _least_share(one: Candidate, best: Candidate) -> float:
    if one.hit.passage.id == best.hit.passage.id:
        return SHARE_IN_PASSAGE
    return SHARE_IN_SOURCE if one.hit.source.id == best.hit.source.id else SHARE_ELSEWHERE


def _alike(one: Candidate, other: Candidate) -> float:
    return len(one.words & other.words) / len(one.words | other.words)


def _said(chosen: Sequence[Candidate]) -> tuple[str, frozenset[str]]:
    """Return the chosen sentences as one text, and its words with those of the headings above them."""
    words: frozenset[str] = frozenset().union(*(candidate.words | candidate.context for candidate in chosen))
    return " ".join(candidate.text for candidate in chosen), words


def _cited(language: Language, chosen: Sequence[Candidate]) -> Iterator[tuple[Sentence, Citation | None]]:
    """Yield the sentences of the answer; quotes in another language are led in once by one in the reader's."""
    is_introduced = False
    for number, candidate in enumerate(chosen, start=1):
        source, passage = candidate.hit.source, candidate.hit.passage
        if passage.language != language.value and not is_introduced:
            is_introduced = True
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
    return tuple(_follow_up(language, heading) for heading in list(dict.fromkeys(headings))[:2])


def _follow_up(language: Language, heading: str) -> str:
    """Return a heading as a question; one that is a question already stays as it is for Dutch readers."""
    if heading.endswith("?") and language is Language.DUTCH:
        return heading
    return say(language, "follow_up_heading", {"heading": heading.rstrip("?")})
