"""Dutch, English or German, also from a few words."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language import detection
from knowledge.language.detection import LANGUAGES, detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hbo informatica", "nl"),
        ("zorg", "nl"),
        ("lasser worden", "nl"),
        ("is er subsidie", "nl"),
        ("wat kost het", "nl"),
        ("welder", "en"),
        ("nursing", "en"),
        ("what does it cost", "en"),
        ("student finance", "en"),
        ("Schweißer", "de"),
        ("was kostet das", "de"),
        ("Krankenpfleger werden", "de"),
        ("wann", "de"),
    ],
)
def test_a_few_words_are_enough(text: str, language: str) -> None:
    assert detect(text).language == language


@pytest.mark.parametrize("text", ["", "!!!", "123", "🙂", "Twente", "bachelor"])
def test_what_decides_nothing_is_dutch(text: str) -> None:
    assert detect(text).language == "nl"


@given(st.text(max_size=200))
def test_any_text_has_a_language_and_a_confidence(text: str) -> None:
    found = detect(text)
    assert found.language in LANGUAGES
    assert 1 / 3 - 1e-9 <= found.confidence <= 1.0
    assert not math.isnan(found.confidence)


def test_the_table_is_small() -> None:
    assert (Path(detection.__file__).parent / "data" / "languages.tsv").stat().st_size < 300_000


def test_the_development_questions_are_told_apart(shared: Path) -> None:
    questions = [
        json.loads(line)
        for line in (shared / "facts" / "questions_dev.jsonl").read_text("utf-8").splitlines()
    ]
    wrong = [row["question"] for row in questions if detect(row["question"]).language != row["lang"]]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Is Process Your Future een gebouw?", "nl"),
        ("Wat doet EDIH BOOST Robotics EastNL?", "nl"),
        ("What does Process Your Future do?", "en"),
        ("Can I do Mechanical Engineering at Saxion in Enschede?", "en"),
    ],
)
def test_an_english_name_does_not_make_a_question_english(text: str, language: str) -> None:
    assert detect(text).language == language
