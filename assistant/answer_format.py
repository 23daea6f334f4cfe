"""The public JSON of an answer and of the lines of a batch, version 1.2 (docs/answer-format.md)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from assistant.errors import BadQuestionLineError
from assistant.types import ANSWER_FORMAT, Answer, Filter, Language, Question, Turn
from assistant.understanding.chips import KINDS
from knowledge.types import Audience

ROLES = ("user", "assistant")


def answer_object(answer: Answer, question_id: str | None = None) -> dict[str, Any]:
    """Return an answer as a JSON object; `question_id` adds the key `id` in front."""
    head: dict[str, Any] = {} if question_id is None else {"id": question_id}
    return {
        **head,
        "format": ANSWER_FORMAT,
        "answer": answer.text,
        "outcome": answer.outcome.value,
        "language": answer.language.value,
        "sentences": [
            {"text": s.text, "kind": s.kind.value, "language": s.language, "citations": list(s.citations)}
            for s in answer.sentences
        ],
        "citations": [
            {
                "number": c.number,
                "source_id": c.source_id,
                "title": c.title,
                "locator": c.locator,
                "quote": c.quote,
                "url": c.url,
                "as_of": c.as_of,
                "passage_id": c.passage_id,
                "page_number": c.page_number,
                "start": c.start,
                "end": c.end,
            }
            for c in answer.citations
        ],
        "records": [{"kind": r.kind, "id": r.id, "name": r.name} for r in answer.records],
        "routes": [dict(route) for route in answer.routes],
        "verdict": dict(answer.verdict) if answer.verdict is not None else None,
        "assumed": dict(answer.assumed),
        "left_out": [{"text": item.text, "reason": item.reason} for item in answer.left_out],
        "searched": list(answer.searched),
        "follow_ups": list(answer.follow_ups),
        "filters": [{"kind": f.kind, "value": f.value, "text": f.text} for f in answer.filters],
        "timings_ms": dict(answer.timings_ms),
    }


def question_of_line(line: str, line_number: int, audience: Audience) -> tuple[str, Question]:
    """Return the id and the question of one line of a batch; raise `BadQuestionLineError` with what is wrong."""
    try:
        raw = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadQuestionLineError(line_number, f"geen JSON: {error.msg}") from error
    if not isinstance(raw, dict):
        raise BadQuestionLineError(line_number, "geen JSON-object")
    question_id, text = raw.get("id"), raw.get("question")
    if not isinstance(question_id, str) or not isinstance(text, str):
        raise BadQuestionLineError(line_number, "`id` en `question` moeten er zijn, als tekst")
    profile = raw.get("profile")
    if profile is None:
        profile = {}
    if not isinstance(profile, dict):
        raise BadQuestionLineError(line_number, "`profile` moet een object zijn")
    return question_id, Question(
        text=text,
        history=_turns(raw.get("history") or [], line_number),
        profile=profile,
        audience=audience,
        language=_language(raw.get("language"), line_number),
        filters=_filters(raw.get("filters"), line_number),
    )


def _filters(value: Any, line_number: int) -> tuple[Filter, ...] | None:
    """Accept a list of {"kind", "value"}; None stays None: the words say what is limited."""
    if value is None:
        return None
    kinds = ", ".join(KINDS)
    if not isinstance(value, list):
        raise BadQuestionLineError(line_number, "`filters` moet een lijst zijn")
    for position, item in enumerate(value):
        is_whole = isinstance(item, Mapping) and isinstance(item.get("value"), str)
        if not is_whole or item.get("kind") not in KINDS:
            raise BadQuestionLineError(
                line_number, f"filter {position + 1} heeft geen `kind` ({kinds}) en `value` (tekst)"
            )
    return tuple(Filter(item["kind"], item["value"], str(item.get("text", ""))) for item in value)


def _turns(history: Any, line_number: int) -> tuple[Turn, ...]:
    """Accept turns as {"role", "text"} or {"role", "content"}, or as plain strings, user and assistant in turn."""
    if not isinstance(history, list):
        raise BadQuestionLineError(line_number, "`history` moet een lijst zijn")
    turns = []
    for position, item in enumerate(history):
        if isinstance(item, str):
            turns.append(Turn(ROLES[position % 2], item))
            continue
        text = item.get("text", item.get("content")) if isinstance(item, Mapping) else None
        if not isinstance(text, str) or item.get("role") not in ROLES:
            raise BadQuestionLineError(
                line_number, f"beurt {position + 1} heeft geen `role` (user, assistant) en `text`"
            )
        turns.append(Turn(item["role"], text))
    return tuple(turns)


def _language(value: Any, line_number: int) -> Language | None:
    if value is None:
        return None
    if value not in [language.value for language in Language]:
        raise BadQuestionLineError(line_number, f"`language` is {value!r}; verwacht wordt nl, en of de")
    return Language(value)
