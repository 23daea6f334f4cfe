"""Scored cases as JSON, and as text for a person who mends one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from assistant.answer_format import answer_object
from evals.conversation.causes import causes_of
from evals.conversation.types import ScoredCase, ScoredTurn, Scores


def case_object(one: ScoredCase) -> dict[str, Any]:
    """Return a scored case as a JSON object: the case, each scored message with its answer, and the scores."""
    case = one.case
    return {
        "id": case.id,
        "kind": case.kind,
        "family": case.family,
        "language": case.language.value,
        "style": case.style,
        "split": case.split,
        "set": case.set_name,
        "messages": list(case.turns),
        "replies": [reply.answer.text if reply.answer else reply.error for reply in one.replies],
        "why": case.why,
        "documents": list(case.documents),
        "causes": list(causes_of(one)),
        "scores": _scores(one.scores),
        "turns": [_turn(turn, one) for turn in one.turns],
    }


def _turn(turn: ScoredTurn, one: ScoredCase) -> dict[str, Any]:
    reply, expected = turn.reply, one.case.expected[turn.turn]
    return {
        "turn": turn.turn,
        "question": reply.question,
        "milliseconds": round(reply.milliseconds, 2),
        "processor_ms": round(reply.processor_ms, 2),
        "error": reply.error,
        "expected": asdict(expected) if expected else None,
        "answer": answer_object(reply.answer) if reply.answer else None,
        "places": {str(cited.number): cited.record or cited.document for cited in reply.cited},
        "scores": _scores(turn.scores),
    }


def _scores(scores: Scores) -> dict[str, dict[str, Any]]:
    return {
        name: {"value": round(score.value, 4), "explanation": score.explanation}
        for name, score in scores.items()
    }


def readable_case(row: Mapping[str, Any]) -> str:
    """Return the object of a case as lines a person reads: question, expectation, answer, citations, scores."""
    head = f"{row['id']}  {row['kind']}, {row['language']}, {row['style']}, {row['split']}, set {row['set']}"
    lines = [head, f"  truth: {row['why']}"]
    scored = {turn["turn"]: turn for turn in row["turns"]}
    for number, message in enumerate(row["messages"]):
        lines += ["", f"  > {message}"]
        if number in scored:
            lines += _turn_lines(scored[number])
        else:
            lines += [f"    (not scored) {line}" for line in row["replies"][number].splitlines()]
    lines += ["", f"  causes: {'; '.join(row['causes']) or 'none, all right'}"]
    return "\n".join(lines)


def _turn_lines(turn: Mapping[str, Any]) -> list[str]:
    expected = turn["expected"] or {}
    told = {name: value for name, value in expected.items() if value}
    lines = [f"  expected {name}: {_plain(value)}" for name, value in told.items()]
    answer = turn["answer"]
    if answer is None:
        return [*lines, f"  broke off: {turn['error']}"]
    lines.append(
        f"  {answer['outcome']} in {answer['language']}, {turn['milliseconds']:.0f} ms, {turn['processor_ms']:.0f} ms of the processor"
    )
    for sentence in answer["sentences"]:
        numbers = "".join(f" [{number}]" for number in sentence["citations"])
        lines.append(f"    {sentence['kind']:6} {sentence['text']}{numbers}")
    for citation in answer["citations"]:
        place = turn["places"].get(str(citation["number"]), "")
        lines.append(f"    [{citation['number']}] {place} ({citation['as_of']}): “{citation['quote']}”")
    lines += [
        f"  {name:19} {score['value']:5.2f}  {score['explanation']}" for name, score in turn["scores"].items()
    ]
    return lines


def _plain(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return "; ".join(_plain(one) for one in value)
    if isinstance(value, Mapping):
        return " ".join(str(one) for one in value.values() if one)
    return str(value)
