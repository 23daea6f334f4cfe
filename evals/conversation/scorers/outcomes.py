"""Was it answered or refused as it should be? And the one figure that a wrong answer costs: +1 right, 0 refused, -1 wrong."""

from __future__ import annotations

from assistant.types import Answer, Outcome
from evals.conversation.scorers.facts import TURNED_AWAY
from evals.conversation.types import Expected, Score, Scores

RIGHT, NEITHER, WRONG = 1.0, 0.0, -1.0


def as_allowed(expected: Expected, answer: Answer) -> Score:
    """Return 1 when the outcome is one of those that are allowed, else 0."""
    allowed = ", ".join(expected.outcomes)
    return Score(float(answer.outcome in expected.outcomes), f"{answer.outcome}; allowed: {allowed}")


def verdict(expected: Expected, answer: Answer, scores: Scores) -> Score:
    """Return +1 for a right answer, 0 for none or half of one, -1 for a wrong one, from the other scores.

    Right: the outcome is allowed, every fact and every disagreeing value is said, and nothing forbidden. Turned away or asked
    back where an answer was expected: 0. An answer that says some facts, not all, and nothing wrong is half of one: 0.
    Everything else is wrong: an answer to what cannot be answered, one without any expected fact, one with a forbidden
    text, one that hides a disagreement.
    """
    if (forbidden := scores.get("nothing_forbidden")) and forbidden.value < 1:
        return Score(WRONG, forbidden.explanation)
    is_turned_away = answer.outcome in TURNED_AWAY
    if answer.outcome not in expected.outcomes:
        if is_turned_away:
            return Score(NEITHER, "turned away what could be answered")
        return Score(WRONG, f"{answer.outcome} where {' or '.join(expected.outcomes)} was expected")
    return _of_allowed(answer.outcome, scores)


def _of_allowed(outcome: Outcome, scores: Scores) -> Score:
    """Return the verdict on an answer whose outcome is allowed and that says nothing forbidden."""
    facts, values = scores.get("facts"), scores.get("side_by_side")
    is_turned_away = outcome in TURNED_AWAY
    if is_turned_away and facts is None and values is None:
        return Score(RIGHT, "turned away, as it should be")
    if values is not None and values.value < 1:
        return Score(NEITHER if is_turned_away else WRONG, f"disagreeing values: {values.explanation}")
    if facts is None or facts.value == 1:
        return Score(RIGHT, "says all that is expected")
    is_half = facts.value > 0 or is_turned_away or outcome is Outcome.PARTLY
    return Score(NEITHER if is_half else WRONG, f"facts: {facts.explanation}")
