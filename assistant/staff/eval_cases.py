"""From a question that was answered badly to a case that the evaluation can hold the next answer against."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from assistant.conversation.feedback import KeptRating


def eval_case(kept: KeptRating) -> dict[str, Any]:
    """Return the case of a rating, for a person to finish: facts, evidence and the half that it belongs to.

    Its form is that of evals/datasets/conversation. Nothing in it claims to be the right answer yet.
    """
    rating = kept.rating
    told = f"; reden: {rating.reason}" if rating.reason else ""
    return {
        "id": f"fb-{kept.number:05d}",
        "kind": "single_fact",
        "language": rating.language,
        "style": "plain",
        "turns": [rating.question],
        "expected": {"outcome": ["answered", "partly"], "facts": [], "evidence": [], "forbidden": []},
        "documents": [],
        "split": "tune",
        "why": (
            f"Een bezoeker vond dit antwoord {'goed' if rating.is_good else 'niet goed'} op "
            f"{rating.day.isoformat()}{told}. Vul feiten en bron in. Het antwoord was: {rating.answer_text}"
        ),
    }


def case_lines(ratings: Iterable[KeptRating]) -> str:
    """Return the cases as JSON Lines."""
    return "".join(json.dumps(eval_case(kept), ensure_ascii=False) + "\n" for kept in ratings)
