"""A loan word or the English name of a programme does not make a Dutch message English."""

from __future__ import annotations

import pytest

from knowledge.language.detection import detect


@pytest.mark.parametrize(
    "text",
    [
        "civon budget",
        "boost edih budget",
        "regio deal budget",
        "mbo 4 ict naar technical computer science",
        "technical computer science kosten",
        "vwo E&M voor creative technology ut",
        "smart industry hub",
        "computer science of creative technology aan de ut",
    ],
)
def test_a_dutch_message_with_english_names_is_dutch(text: str) -> None:
    assert detect(text).language == "nl"


@pytest.mark.parametrize(
    "text",
    [
        "What does Technical Computer Science cost?",
        "Computer Science master fees",
        "Is there a smart industry hub here",
        "Applied Computer Science",
        "when is the deadline",
        "open days and deadlines for mechanical engineering",
        "budget of the Twente fund",
    ],
)
def test_an_english_message_stays_english(text: str) -> None:
    assert detect(text).language == "en"
