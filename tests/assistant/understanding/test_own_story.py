"""What somebody tells of themselves before they ask is set apart; a message that only asks stays whole."""

from __future__ import annotations

import pytest

from assistant.understanding.own_story import own_story, without_own_story

STORIES = [
    ("Ik heb hbo werktuigbouwkunde en wil een master", "Ik heb hbo werktuigbouwkunde", "wil een master"),
    (
        "I have a bachelor in ICT. Does Saxion have a master?",
        "I have a bachelor in ICT",
        "Does Saxion have a master?",
    ),
    ("Ich habe mbo-4 und möchte einen Ad", "Ich habe mbo-4", "möchte einen Ad"),
    ("ik werk in de bouw maar ik wil een Ad", "ik werk in de bouw", "ik wil een Ad"),
]


@pytest.mark.parametrize(("text", "story", "rest"), STORIES)
def test_a_story_is_what_stands_before_the_wish(text: str, story: str, rest: str) -> None:
    assert own_story(text) == story
    assert without_own_story(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "Welke masters heeft Saxion?",
        "ik heb een vraag",
        "I live in Emmen and want an Ad",
        "heb ik dan mbo-4 nodig?",
    ],
)
def test_who_tells_nothing_keeps_the_message(text: str) -> None:
    assert own_story(text) == ""
    assert without_own_story(text) == text
