"""Puts every scorer to an answer, and turns the scores of the messages into those of a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean

from evals.conversation.scorers import citations, facts, figures, language, outcomes
from evals.conversation.types import CONFLICT, TALK, Case, Expected, Reply, Score, ScoredCase, ScoredTurn

ONLY_FOR: Mapping[str, frozenset[str]] = {
    "answered": frozenset(["answerable", CONFLICT]),
    "refused": frozenset(["unanswerable"]),
    "complete": frozenset(["list"]),
    "answer_first": frozenset(["single_fact", "condition", "table_row", "time_bound"]),
}
"""Measures of which the family or the kind decides whether they apply."""


def score_turn(case: Case, expected: Expected, reply: Reply) -> dict[str, Score]:
    """Return the scores of one answer by measure; of an answer that broke off, that it is wrong and why."""
    answer = reply.answer
    if answer is None:
        return {"verdict": Score(outcomes.WRONG, f"broke off: {reply.error}")}
    found = {
        "facts": facts.facts_present(expected, answer),
        "answer_first": facts.answer_first(expected, answer),
        "complete": facts.completeness(expected, answer),
        "side_by_side": facts.side_by_side(expected, answer),
        "nothing_forbidden": facts.nothing_forbidden(expected, answer),
        "citation_precision": citations.precision(reply, answer),
        "citation_recall": citations.recall(expected, reply, answer),
        "source_cited": citations.source_cited(expected, reply),
        "supported": figures.supported(reply, answer),
        "language": language.in_language(case.language, answer),
        "outcome": outcomes.as_allowed(expected, answer),
        "answered": outcomes.as_allowed(expected, answer),
        "refused": outcomes.as_allowed(expected, answer),
    }
    scores = {name: score for name, score in found.items() if score is not None and _applies(name, case)}
    scores["verdict"] = outcomes.verdict(expected, answer, scores)
    return scores


def score_case(case: Case, replies: Sequence[Reply]) -> ScoredCase:
    """Return the scores of each scored message, and of the case: their means, and the time of the last answer."""
    turns = tuple(
        ScoredTurn(at, reply, score_turn(case, expected, reply))
        for at, (expected, reply) in enumerate(zip(case.expected, replies, strict=True))
        if expected is not None
    )
    names = dict.fromkeys(name for turn in turns for name in turn.scores)
    scores = {name: _mean([turn.scores[name] for turn in turns if name in turn.scores]) for name in names}
    if case.kind == TALK:
        scores["follow_up"] = _followed(turns)
    scores["wrong"] = _any_wrong(turns)
    return ScoredCase(case, turns, scores, tuple(replies))


def _applies(name: str, case: Case) -> bool:
    only = ONLY_FOR.get(name)
    return only is None or case.family in only or case.kind in only


def _mean(scores: Sequence[Score]) -> Score:
    told = [score.explanation for score in scores]
    return Score(fmean(score.value for score in scores), " // ".join(told))


def _followed(turns: Sequence[ScoredTurn]) -> Score:
    """Return 1 when every scored message after the first got a right answer, else 0."""
    later = [turn for turn in turns if turn.turn > 0] or list(turns)
    faults = [
        f"message {turn.turn + 1}: {turn.scores['verdict'].explanation}"
        for turn in later
        if turn.scores["verdict"].value < outcomes.RIGHT
    ]
    return Score(float(not faults), "; ".join(faults) or f"{len(later)} of {len(later)} follow-ups right")


def _any_wrong(turns: Sequence[ScoredTurn]) -> Score:
    """Return 1 when an answer of the case is wrong, else 0."""
    faults = [
        turn.scores["verdict"].explanation for turn in turns if turn.scores["verdict"].value == outcomes.WRONG
    ]
    return Score(float(bool(faults)), "; ".join(faults) or "no wrong answer")
