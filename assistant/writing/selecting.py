"""Which of the scored sentences make the answer: the best one, and those that add what it leaves open. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.types import Request
from assistant.writing.bound import has_another_number
from assistant.writing.candidates import Candidate, row_named
from assistant.writing.relevance import (
    ASKS_LIST,
    MET,
    asks_definition,
    asks_value,
    coverage,
    met,
    names_literal_kind,
)
from knowledge.types import QuestionWord

MOST_SENTENCES = 4
"""An answer that a person reads in half a minute."""

SHARE_IN_PASSAGE, SHARE_IN_SOURCE, SHARE_ELSEWHERE = 0.5, 0.62, 0.72
"""A further sentence must score this share of the best one; less when it stands in the same passage or document,
where conditions, exceptions and alternatives are."""

TOO_ALIKE, TOO_ALIKE_WITH_OTHER_FIGURES = 0.6, 0.95
"""Share of common words (Jaccard) above which a sentence adds nothing; one with other figures says something else
in the same words ("examen VCA Basis: 40 vragen", "examen VCA VOL: 70 vragen")."""

OF_NEW_WORDS = 0.5
"""What the share of the question that a sentence is the first to meet adds to its score."""

TAKES_IN_MORE = 0.1
"""Share of the question that a sentence must be the first to meet for a lower bar to hold."""

LOWER_BAR = 0.75
"""How much of the bar is left for such a sentence."""

SETS_SIDE_BY_SIDE = re.compile(
    r"\b(?:verschil\w*|vergelijk\w*|versus|vs|zowel|beide|allebei|difference|differ|compare\w*|both|unterschied\w*|vergleich\w*|beide[nr]?)\b",
    re.IGNORECASE,
)
FIGURES = re.compile(r"\d+(?:[.,]\d+)*")


DIFFERS = re.compile(r"\bbronnen (?:verschillen|spreken)|\bverschillende bronnen\b", re.IGNORECASE)
"""A heading that says that the sources below it disagree."""

OF_A_DISPUTE = 0.2
"""What a sentence gains that stands in the same passage as a best one about which the sources disagree."""

MOST_OF_A_DISPUTE = 5
"""Sentences of such an answer: what each source says."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score; higher is better, and comparable within one question only."""

    candidate: Candidate
    score: float


def select(scored: Sequence[Scored], request: Request) -> list[Candidate]:
    """Choose the best sentence, those that add to it, and what stands with it in its passage; best first.

    `scored` is in order, best first. Where one value is asked, a sentence about something else in the same passage stays
    out, since its value would be the wrong one.
    """
    if not scored:
        return []
    words = [word for word in request.words if word.is_content] or list(request.words)
    scored = _rows_or_whole(scored, request)
    best, meets = scored[0], _Meeting()
    pool = [
        item
        for item in scored[1:]
        if not item.candidate.is_bare
        and not _is_of_another(item.candidate, best.candidate, request, words, meets)
        and not _is_another_row(item.candidate, best.candidate, request.standalone_question)
    ]
    if asks_definition(request.standalone_question):
        pool = [item for item in pool if item.candidate.hit.source.id == best.candidate.hit.source.id]
    chosen = [best.candidate]
    open_words = [word for word in words if not meets(best.candidate, word)]
    disputed = best.candidate.hit.passage.id if is_disputed(best.candidate) else ""
    extra = {
        id(one): OF_A_DISPUTE * (one.candidate.hit.passage.id == disputed) if disputed else 0.0
        for one in pool
    }
    gains = _gains(pool, open_words, words, meets)
    while pool and len(chosen) < (MOST_OF_A_DISPUTE if disputed else MOST_SENTENCES):
        item = max(pool, key=lambda one: one.score + OF_NEW_WORDS * gains[id(one)] + extra[id(one)])
        pool.remove(item)
        bar = _least_share(item.candidate, best.candidate) * best.score - extra[id(item)]
        if gains[id(item)] >= TAKES_IN_MORE:
            bar *= LOWER_BAR
        if item.score >= bar and all(_adds(item.candidate, other) for other in chosen):
            chosen.append(item.candidate)
            open_words = [word for word in open_words if not meets(item.candidate, word)]
            gains = _gains(pool, open_words, words, meets)
    return chosen


def _rows_or_whole(scored: Sequence[Scored], request: Request) -> Sequence[Scored]:
    """Return the candidates with of each list either the whole or its rows.

    One row is the answer where a question asks for no list and no row of the list meets more of it than that one, which
    meets all that the whole does; then the other rows are about other things.
    """
    lists = [one for one in scored if one.candidate.is_list]
    gone: set[int] = set()
    question = request.standalone_question
    for whole in lists:
        rows = [one for one in scored if whole.candidate.holds(one.candidate)]
        own = [one for one in rows if not has_another_number(question, one.candidate.text)]
        if (
            len(own) == 1 < len(rows)
        ):  # "pijler 4" of "de vier pijlers": each row stands below the number of all
            gone.update(id(one) for one in (whole, *rows) if one is not own[0])
            continue
        shares = {id(one): _whole_share(one.candidate, request.words) for one in rows}
        best = max(shares.values(), default=0.0)
        first = [one for one in rows if shares[id(one)] >= best]
        is_one = (
            len(first) == 1
            and best >= _whole_share(whole.candidate, request.words) - ALL_BUT
            and ASKS_LIST.search(question) is None
        )
        kept = first[0] if is_one else whole
        gone.update(id(one) for one in (whole, *rows) if one is not kept)
    return [one for one in scored if id(one) not in gone]


ALL_BUT = 0.02
"""Share of a question that a row may meet less of than its whole list."""


def _whole_share(one: Candidate, words: Sequence[QuestionWord]) -> float:
    return coverage(words, one.text, one.words | one.context)


def is_disputed(one: Candidate) -> bool:
    """Say whether a sentence stands below a heading that says that the sources disagree."""
    return any(DIFFERS.search(heading) for heading in one.hit.passage.heading_path)


def _is_another_row(one: Candidate, best: Candidate, question: str) -> bool:
    """Say whether a sentence is another row of the table of the best one, where one value is asked or the best row is named."""
    if one.hit.passage.id != best.hit.passage.id or not (best.is_row and one.is_row):
        return False
    if SETS_SIDE_BY_SIDE.search(question) or ASKS_LIST.search(question):
        return False
    return asks_value(question) or row_named(question, best.text) > row_named(question, one.text)


class _Meeting:
    """Tells whether sentences meet words of a question themselves; each is looked at once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bool] = {}

    def __call__(self, one: Candidate, word: QuestionWord) -> bool:
        key = id(one), id(word)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = met(word, one.text, one.words) >= MET
        return found


def _gains(
    pool: Sequence[Scored], open_words: Sequence[QuestionWord], words: Sequence[QuestionWord], meets: _Meeting
) -> dict[int, float]:
    """Return of each candidate, by its `id`, the share of the question's weight that it is itself the first to meet."""
    total = sum(word.weight for word in words)
    if not total:
        return dict.fromkeys(map(id, pool), 0.0)
    return {
        id(one): sum(word.weight for word in open_words if meets(one.candidate, word)) / total for one in pool
    }


def _is_of_another(
    one: Candidate, best: Candidate, request: Request, words: Sequence[QuestionWord], meets: _Meeting
) -> bool:
    """Say whether a sentence lacks what the best one has of a question for one value: it is of another thing."""
    question = request.standalone_question
    if not (asks_value(question) or names_literal_kind(words)) or not FIGURES.search(one.text):
        return False
    if SETS_SIDE_BY_SIDE.search(question):
        return False
    has = [word for word in words if meets(best, word)]
    return any(met(word, one.text, one.words | one.context) < MET for word in has) and bool(
        [word for word in words if meets(one, word)] == [word for word in has if meets(one, word)]
    )


def _least_share(one: Candidate, best: Candidate) -> float:
    if one.hit.passage.id == best.hit.passage.id:
        return SHARE_IN_PASSAGE
    return SHARE_IN_SOURCE if one.hit.source.id == best.hit.source.id else SHARE_ELSEWHERE


def _adds(one: Candidate, other: Candidate) -> bool:
    if _repeats(one, other) or one.holds(other) or other.holds(one):
        return False
    has_other_figures = set(FIGURES.findall(one.text)) != set(FIGURES.findall(other.text))
    limit = TOO_ALIKE_WITH_OTHER_FIGURES if has_other_figures else TOO_ALIKE
    return len(one.words & other.words) / len(one.words | other.words) < limit


def _repeats(one: Candidate, other: Candidate) -> bool:
    """Say whether a row of a figure only repeats the figure of a sentence."""
    record = one.hit.passage.record
    figures = set(FIGURES.findall(one.text))
    is_figure = record is not None and record.kind == "figure"
    return is_figure and other.hit.passage.record is None and figures <= set(FIGURES.findall(other.text))
