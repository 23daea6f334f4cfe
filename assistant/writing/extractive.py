"""The writer that needs nothing but the sources: the best sentences, word for word, each cited."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace

import numpy as np

from assistant.types import Citation, Language, Outcome, Request, Sentence, SentenceKind, SentenceReady, Turn
from assistant.verification.instructions import readable
from assistant.writing.ageing import outdated, speaks_as_current
from assistant.writing.assurance import judged
from assistant.writing.bilingual import with_translated_words, with_translations
from assistant.writing.bound import is_bound_to_another
from assistant.writing.candidates import WHOLE_SENTENCE, Candidate, candidates_of, row_named
from assistant.writing.cells import rows_in, told_by_row, told_in_talk
from assistant.writing.citing import citation_of
from assistant.writing.considering import Considered, considered_of
from assistant.writing.covering import Coverage
from assistant.writing.going_on import as_running_text
from assistant.writing.kind_lacked import lacks_kind
from assistant.writing.known import raised, with_known
from assistant.writing.of_topic import of_topic
from assistant.writing.phrases import HIDDEN, say
from assistant.writing.refusing import refusal, refusal_of
from assistant.writing.relevance import (
    ASKS_LIST,
    ENDED,
    SAYS_WHAT,
    answers_type,
    asks_definition,
    begins_with,
    has_kinds_asked,
    names_literal_kind,
    says_whether,
)
from assistant.writing.seam import Evidence, WritingEvent, Written
from assistant.writing.selecting import Scored, is_disputed, select
from assistant.writing.sufficiency import says_unknown
from assistant.writing.translated import translation_of
from assistant.writing.twins import of_topic_twin
from assistant.writing.verdict_words import verdict_word
from knowledge.embedding.seam import Embedder
from knowledge.language.analysis import Analyzer
from knowledge.types import Hit

UNASKED_LIST = 0.12
"""What a list of several lines loses when the question does not ask for one."""


OF_A_RECORD = 0.14
"""What a part of a record loses against a sentence, which reads better."""

OF_A_LABEL = 0.2
"""What a label with a value loses."""

OPENS_WITH_SUBJECT, DEFINING = 0.04, 0.1
"""What a sentence gains that begins with what is asked about, and one that says what it is when that is asked."""

OF_A_BARE_LINE = 0.15
"""What a line loses that is no sentence and no row of a table."""

OF_ITS_NAME = 0.05
"""What a row of a table gains for each word of its name, where the question has all of them."""

OF_ANOTHER = 0.2
"""What a sentence loses that is about another way of learning, form or level than is asked."""

OF_A_DEFINING_ROW = 0.2
"""What a row of a table loses where it is asked what something is."""

OF_ANOTHER_YEAR = 0.15
"""What a sentence loses that names a year, and not the one that is asked."""

OF_A_LITERAL_KIND = 0.2
"""What a sentence gains that holds the code, share or number of the kind that the question names."""

LEANING = 0.04
LEANS = re.compile(r"(?:dan|daar\w*|dit|dat|die|deze|daarna|zo|hij|zij|ze)\b", re.IGNORECASE)
"""A sentence that leans on the one before it reads badly on its own."""


class ExtractiveWriter:
    """Quotes. Deterministic: the same question and the same hits give the same answer."""

    def __init__(self, embedder: Embedder, analyzer: Analyzer) -> None:
        self._embedder = embedder
        self._analyzer = analyzer

    def write(self, request: Request, evidence: Sequence[Evidence]) -> Generator[WritingEvent, None, None]:
        """Yield each quote as it stands, then the whole; refuses when the evidence is too thin."""
        hits = [hit for one in evidence if (hit := readable(one.hit)) is not None]
        request = with_translated_words(request)
        quotable = self.candidates(request, hits)
        own = of_topic(request, quotable)
        candidates = with_translations(own, request.language, self._analyzer)
        if request.wants_more:
            candidates = tuple(one for one in candidates if not _was_said(one.text, request.question.history))
        scored = self.scored(request, candidates)
        if (told := _of_a_table(request, quotable, scored)) is not None:
            ready = told.sentences if told.citations else ()
            yield from (SentenceReady(one, told.citations if one.citations else ()) for one in ready)
            yield told
            return
        selected = of_topic_twin(request, select(scored, request), scored)
        found = judged(request, selected, hits, self._embedder)
        chosen = list(found.sure)
        if not chosen:
            refused = replace(refusal_of(request, hits, selected), nearest=_unsure(request, found.nearest))
            yield _no_more(request) if request.wants_more else refused
            return
        chosen = with_alternatives(chosen, candidates)
        unknown = [one for one in chosen if says_unknown(request, one, chosen[0])]
        chosen = [*unknown, *(one for one in chosen if one not in unknown)]
        sentences: list[Sentence] = []
        citations: list[Citation] = []
        for sentence, new in _cited(request, chosen):
            sentences.append(sentence)
            citations.extend(new)
            yield SentenceReady(sentence, new)
        for notice in _notices(request, chosen, sentences, citations):
            sentences.append(notice)
            yield SentenceReady(notice, ())
        follow_ups = _follow_ups(request.language, hits, chosen)
        outcome = Outcome.PARTLY if unknown else Outcome.ANSWERED
        yield Written(tuple(sentences), tuple(citations), outcome, follow_ups=follow_ups)

    def quoted(self, request: Request, places: Sequence[tuple[Hit, int]]) -> Written | None:
        """Return the sentences that begin at these offsets of passages, cited as any quote; None where one of them has none."""
        chosen: list[Candidate] = []
        for hit, start in places:
            usable = readable(hit)
            own = candidates_of([usable], self._analyzer) if usable is not None else ()
            found = next((one for one in own if one.start == start and not one.is_list), None)
            if found is None:
                return None
            chosen.append(found)
        if not chosen:
            return None
        cited = list(_cited(request, chosen))
        sentences = [sentence for sentence, _ in cited]
        citations = [one for _, new in cited for one in new]
        notices = _notices(request, chosen, sentences, citations)
        return Written((*sentences, *notices), tuple(citations), Outcome.ANSWERED)

    def considered(self, request: Request, hits: Sequence[Hit]) -> Considered:
        """Return what would be quoted of some hits, whatever its assurance, with how sure it is."""
        usable = [hit for one in hits if (hit := readable(one)) is not None]
        candidates = of_topic(request, self.candidates(request, usable))
        selected = select(self.scored(request, candidates), request)
        return considered_of(request, selected, usable, self._embedder)

    def candidates(self, request: Request, hits: Sequence[Hit]) -> tuple[Candidate, ...]:
        """Return what may be quoted of some hits: sentences of their own of documents that editors wrote so, running text of all others."""
        return as_running_text(candidates_of(hits, self._analyzer), request.written)

    def scored(self, request: Request, candidates: Sequence[Candidate]) -> list[Scored]:
        """Return the candidates with their scores, best first; [] for a question without words."""
        if not candidates or not request.words:
            return []
        candidates = with_known(candidates, request, self._analyzer)
        question = request.standalone_question
        vectors = self._embedder.vectors([question, *(candidate.text for candidate in candidates)])
        likeness = np.clip(vectors[1:] @ vectors[0], 0.0, 1.0)
        asks_list = ASKS_LIST.search(question) is not None
        names_kind = names_literal_kind(request.words)
        covering = Coverage(request.words)
        scored = [
            Scored(
                candidate,
                _score(covering, question, candidate, float(cosine), asks_list, names_kind)
                + OF_ITS_NAME * row_named(question, candidate.text)
                - (OF_ANOTHER if is_bound_to_another(candidate, question) else 0.0)
                - (OF_ANOTHER_YEAR if _is_of_another_year(candidate, request.years) else 0.0),
            )
            for candidate, cosine in zip(candidates, likeness, strict=True)
        ]
        return raised(scored)


def _of_a_table(request: Request, quotable: Sequence[Candidate], scored: Sequence[Scored]) -> Written | None:
    """Return what the row of a table says to a question that names it, in a document that was brought in; None where none surely does.

    A cell that says nothing is not known.
    """
    rows = [row for row in rows_in(quotable) if row.line.hit.source.address not in request.written]
    if not rows or request.wants_more:
        return None
    told = told_in_talk(request, rows) or told_by_row(request, rows)
    if told is None or not (told.is_sure or told.is_empty):
        return None
    above = " ".join(told.row.line.context)
    if not told.is_empty and lacks_kind(request.question.text, (f"{above} {told.text}",)):
        return None  # of two things that are asked it tells one, or another column
    line, language = told.row.line, request.language
    if not request.of_documents and (not scored or scored[0].candidate.hit.source.id != line.hit.source.id):
        return None
    if told.is_empty:
        return refusal(language, [line.hit], (), ())
    citation = citation_of(1, line.hit, line.start, line.end)
    spoken = line.hit.passage.language
    lead = say(language, lead_to(spoken), {"title": line.hit.source.title})
    first = () if spoken == language.value else (Sentence(lead, SentenceKind.LEAD, language.value),)
    kind = SentenceKind.QUOTE if told.text == line.text.strip() else SentenceKind.WORDED
    return Written((*first, Sentence(told.text, kind, spoken, (1,))), (citation,), Outcome.ANSWERED)


def with_alternatives(chosen: Sequence[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the sentences of an answer; where the first says that something has ended, with what its document names instead."""
    found = list(chosen)
    if not ENDED.search(found[0].text) or any(ALTERNATIVES.search(one.text) for one in found):
        return found
    source = found[0].hit.source.id
    instead = (one for one in candidates if one.hit.source.id == source and not one.is_list)
    return [*found, *[one for one in instead if ALTERNATIVES.search(one.text)][:1]]


ALTERNATIVES = re.compile(r"\balternatie(?:f|ven)\b", re.IGNORECASE)


def _score(
    covering: Coverage,
    question: str,
    candidate: Candidate,
    cosine: float,
    asks_list: bool,
    names_kind: bool,
) -> float:
    """Weigh what the sentence itself says most, then its place, its likeness, its kind and its passage's rank."""
    own, whole = covering.of(candidate.text, candidate.words, candidate.context)
    return (
        0.50 * own
        + 0.25 * (whole - own)
        + 0.20 * cosine
        + 0.20 * answers_type(question, candidate.text) * whole
        + 0.10 * says_whether(question, candidate.text) * whole
        + 0.10 / (1 + candidate.hit_rank)
        + (OF_A_LITERAL_KIND if names_kind and has_kinds_asked(covering.words, candidate.text) else 0.0)
        * whole
        - (UNASKED_LIST if candidate.is_list and not asks_list else 0.0)
        + (OPENS_WITH_SUBJECT if begins_with(covering.content, candidate.text) else 0.0)
        + (DEFINING if asks_definition(question) and SAYS_WHAT.match(candidate.text) else 0.0)
        - (OF_A_DEFINING_ROW if asks_definition(question) and candidate.is_row else 0.0)
        - _of_record(candidate)
        - (OF_A_BARE_LINE if candidate.is_bare else 0.0)
        - (LEANING if LEANS.match(candidate.text) else 0.0)
    )


def _unsure(request: Request, nearest: Sequence[Candidate]) -> Written | None:
    """Return what stands nearest to a question, led in by that it may not be the answer; None where nothing does."""
    if not nearest:
        return None
    lead = Sentence(say(request.language, "nearest"), SentenceKind.NOTICE, request.language.value)
    cited = list(_cited(request, nearest))
    sentences = (lead, *(sentence for sentence, _ in cited))
    return Written(sentences, tuple(one for _, new in cited for one in new), Outcome.REFUSED)


def _no_more(request: Request) -> Written:
    """Return the answer that says that the sources hold no more about the topic."""
    text = say(request.language, "no_more", {"topic": request.topic})
    return Written((Sentence(text, SentenceKind.NOTICE, request.language.value),), (), Outcome.ANSWERED)


def _was_said(text: str, history: Sequence[Turn]) -> bool:
    return any(text in turn.text for turn in history if turn.role == "assistant")


def _cited(request: Request, chosen: Sequence[Candidate]) -> Iterator[tuple[Sentence, tuple[Citation, ...]]]:
    """Yield the sentences of the answer, each with the citations it is the first to need.

    What has a translation is said in the reader's language first. Quotes in another language are led in once.
    """
    language = request.language
    cited = {
        number: citation_of(number, one.hit, one.quote_start, one.end)
        for number, one in enumerate(chosen, start=1)
    }
    leads = _translation(chosen[0], language) != ""
    for number, candidate in enumerate(chosen, start=1):
        said = _translation(candidate, language) if leads else ""
        if said:
            verdict = (
                verdict_word(request.standalone_question, candidate.text, language) if number == 1 else ""
            )
            text = f"{verdict}{said}"
            yield Sentence(text, SentenceKind.WORDED, language.value, (number,)), (cited.pop(number),)
    is_translated, is_introduced = len(cited) < len(chosen), False
    for number, candidate in enumerate(chosen, start=1):
        source, passage = candidate.hit.source, candidate.hit.passage
        if passage.language != language.value and not is_introduced:
            is_introduced = True
            key = "source_says" if is_translated else lead_to(passage.language)
            lead = say(language, key, {"title": source.title})
            yield Sentence(lead, SentenceKind.LEAD, language.value), ()
        shown = candidate.named if passage.language == language.value else candidate.text
        kind = SentenceKind.QUOTE if shown == candidate.text else SentenceKind.WORDED
        new = (cited[number],) if number in cited else ()
        yield Sentence(shown, kind, passage.language, (number,)), new


def lead_to(spoken: str) -> str:
    """Return the key of the phrase before a quote in another language than the reader's: our own sources are Dutch, a school may bring others."""
    return "quoted_from_other_language" if spoken == Language.DUTCH.value else "quoted_from_foreign_source"


def _translation(candidate: Candidate, language: Language) -> str:
    """Return a Dutch sentence in the reader's language, "" where it has no translation."""
    return translation_of(candidate.text, language) if candidate.hit.passage.language == "nl" else ""


def _of_record(candidate: Candidate) -> float:
    """Return what a part of a record loses; a label with a value reads worst, and says nothing of what has ended."""
    record = candidate.hit.passage.record
    if record is None:
        return 0.0
    if record.kind == "figure":
        return OF_A_LABEL
    return OF_A_LABEL if candidate.is_part and not WHOLE_SENTENCE.match(candidate.text) else OF_A_RECORD


def _is_of_another_year(candidate: Candidate, years: Sequence[str]) -> bool:
    """Say whether a sentence names years and none of those that are asked, also not in the headings above it."""
    above = " ".join((candidate.text, *candidate.hit.passage.heading_path))
    return (
        bool(years) and YEAR.search(candidate.text) is not None and not any(year in above for year in years)
    )


YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _notices(
    request: Request,
    chosen: Sequence[Candidate],
    sentences: Sequence[Sentence],
    citations: Sequence[Citation],
) -> Iterator[Sentence]:
    """Yield that the sources differ, where a heading above a quote says so, and that a quote is too old to be current."""
    language = request.language
    if any(is_disputed(one) for one in chosen):
        yield Sentence(say(language, "sources_differ"), SentenceKind.NOTICE, language.value)
    if request.today is None:
        return
    texts = {number: one.text for one in sentences for number in one.citations}
    old = [
        one
        for one in citations
        if outdated([one.as_of], request.today) and speaks_as_current(texts.get(one.number, ""), one.as_of)
    ]
    if old:
        key = "outdated" if len(old) == len(citations) else "outdated_partly"
        years = ", ".join(map(str, outdated([one.as_of for one in old], request.today)))
        numbers = tuple(one.number for one in old)
        yield Sentence(say(language, key, {"years": years}), SentenceKind.NOTICE, language.value, numbers)


def _follow_ups(language: Language, hits: Sequence[Hit], chosen: Sequence[Candidate]) -> tuple[str, ...]:
    """Suggest at most two next questions: headings near the answer that are questions, then others of the sources it cites.

    Headings are Dutch; readers of other languages get none.
    """
    if language is not Language.DUTCH:
        return ()
    used = {candidate.hit.passage.id for candidate in chosen}
    cited = {candidate.hit.source.id for candidate in chosen}
    near = [hit for hit in hits if hit.passage.id not in used and hit.source.id in cited]
    last = [hit.passage.heading_path[-1] for hit in near if len(hit.passage.heading_path) > 1]
    headings = [heading for heading in last if not HIDDEN.search(heading)]
    ordered = sorted(dict.fromkeys(headings), key=lambda heading: not heading.endswith("?"))
    return tuple(_follow_up(language, heading) for heading in ordered[:2])


def _follow_up(language: Language, heading: str) -> str:
    """Return a heading as a question; one that is a question already stays as it is for Dutch readers."""
    if heading.endswith("?") and language is Language.DUTCH:
        return heading
    return say(language, "follow_up_heading", {"heading": heading.rstrip("?")})
