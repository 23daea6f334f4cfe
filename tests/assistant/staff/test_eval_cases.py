"""A rated question becomes a line of an evaluation file that a person can finish."""

from __future__ import annotations

import json
from datetime import date

from assistant.conversation.feedback import KeptRating, Rating
from assistant.staff.eval_cases import case_lines
from tests.support.hostile import HOSTILE


def test_a_case_holds_the_question_and_claims_no_answer():
    rating = Rating("Wat kost het?", "Dat weet ik niet.", False, "incomplete", "nl", date(2026, 11, 21), 4)
    case = json.loads(case_lines([KeptRating(7, rating)]))
    assert (case["id"], case["language"], case["turns"]) == ("fb-00007", "nl", ["Wat kost het?"])
    assert case["expected"] == {
        "outcome": ["answered", "partly"],
        "facts": [],
        "evidence": [],
        "forbidden": [],
    }
    assert case["split"] == "tune"
    assert "2026-11-21" in case["why"]


def test_hostile_questions_stay_one_line_of_json_each():
    kept = [
        KeptRating(number, Rating(text, text, False, text, "nl", date(2026, 11, 21), 1))
        for number, text in enumerate(HOSTILE)
    ]
    lines = case_lines(kept).encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass").split("\n")
    assert [json.loads(line)["turns"][0] for line in lines[:-1]] == list(HOSTILE)
