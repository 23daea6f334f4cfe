"""Why a case is not right, in a few words: what a person who mends counts first."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.types import Outcome
from evals.conversation.types import ScoredCase, ScoredTurn

OTHER_FAULTS = {
    "nothing_forbidden": "says what it may not",
    "supported": "shows a figure or name without a source",
    "citation_precision": "a quote does not hold its sentence",
    "language": "in another language",
}
"""Scores that are to be 1, whatever the answer."""


def causes_of(one: ScoredCase) -> tuple[str, ...]:
    """Return what is wrong with a case, each once; () when nothing is."""
    return tuple(dict.fromkeys(cause for turn in one.turns for cause in _of_turn(turn)))


def clusters(scored: Sequence[ScoredCase]) -> list[tuple[str, str, list[str]]]:
    """Return family, cause and case ids of each kind of failure, the biggest first."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in scored:
        for cause in causes_of(one):
            found.setdefault((one.case.family, cause), []).append(one.case.id)
    ordered = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [(family, cause, ids) for (family, cause), ids in ordered]


def _of_turn(turn: ScoredTurn) -> list[str]:
    scores, answer = turn.scores, turn.reply.answer
    if answer is None:
        return ["broke off"]
    found = [cause for name, cause in OTHER_FAULTS.items() if name in scores and scores[name].value < 1]
    if (outcome := scores.get("outcome")) and outcome.value < 1:
        told = {Outcome.REFUSED: "refused", Outcome.ASKED_BACK: "asked back"}
        return [*found, told.get(answer.outcome, f"{answer.outcome} what it cannot know")]
    for name, none, some in (
        ("facts", "answered without any expected fact", "answered with some of the facts"),
        ("side_by_side", "hides a disagreement", "hides a disagreement"),
    ):
        if name in scores and scores[name].value < 1:
            found.append(some if scores[name].value else none)
    if not found and (recall := scores.get("citation_recall")) and recall.value < 1:
        found.append("right, cited from another source than expected")
    return found
