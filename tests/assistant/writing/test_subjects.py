"""The answer to a question about one subject must be about that one: the right number of the wrong course is the dangerous error."""

from __future__ import annotations

import pytest

from assistant.writing.subjects import is_subject, subjects_of
from tests.assistant.writing.test_assurance import able


@pytest.mark.parametrize(
    "word", ["werktuigbouwkunde", "elektrotechniek", "lassen", "zonnepanelen", "mechatronica"]
)
def test_a_word_for_one_subject_or_occupation_names_it(word: str) -> None:
    assert is_subject(word)


@pytest.mark.parametrize("word", ["techniek", "technologie", "wiskunde", "school", "opbouw", ""])
def test_a_family_of_subjects_and_other_words_name_none(word: str) -> None:
    assert not is_subject(word)


def test_the_subjects_of_a_question_are_those_among_its_words() -> None:
    assert subjects_of(["hoeveel", "eerstejaars", "elektrotechniek", "techniek"]) == {"elektrotechniek"}


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (
            "Hoeveel eerstejaars had elektrotechniek?",
            "De opleiding elektrotechniek had 90 eerstejaars.",
            "De opleiding werktuigbouwkunde had 120 eerstejaars.",
        ),
        (
            "Hoeveel uur kost het certificaat zonnepanelen?",
            "Het certificaat zonnepanelen kost 400 uur.",
            "Het certificaat warmtepompen kost 420 uur.",
        ),
        (
            "Hoeveel mensen werken er bij de school?",
            "Bij de school werken 900 mensen.",
            "De school doet 35 projecten per jaar.",
        ),
    ],
)
def test_a_number_of_another_subject_cannot_be_the_answer(question: str, right: str, wrong: str) -> None:
    assert able(question, right)
    assert not able(question, wrong)
