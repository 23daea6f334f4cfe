"""The language of an answer is that of our own sentences; quotes and names of sources do not count."""

from __future__ import annotations

import pytest

from assistant.types import Answer, Language
from evals.conversation.scorers.language import in_language, spoken
from tests.support.conversations import answer, lead, notice, quote, worded

DUTCH_QUOTE = quote("Het lesgeld voor een BOL was 1.419 euro en dat is niet veel.", 1)
DUTCH_TITLE = "Vacatures en banen in de techniek: Nederland en Twente"


@pytest.mark.parametrize(
    ("language", "given"),
    [
        (Language.DUTCH, answer(DUTCH_QUOTE)),
        (Language.DUTCH, answer(lead("Er zijn 4 opleidingen: 4 van 4."))),
        (
            Language.ENGLISH,
            answer(
                lead("Our sources are in Dutch. This is what they say:", "en"),
                DUTCH_QUOTE,
                language=Language.ENGLISH,
            ),
        ),
        (
            Language.GERMAN,
            answer(notice("Das steht nicht in den Dokumenten.", "de"), language=Language.GERMAN),
        ),
        (
            Language.ENGLISH,
            answer(
                notice(f"I searched in: {DUTCH_TITLE}.", "en"),
                language=Language.ENGLISH,
                searched=(DUTCH_TITLE,),
            ),
        ),
        (
            Language.ENGLISH,
            answer(
                lead("They say “het staat niet in de bron en dat is het”.", "en"), language=Language.ENGLISH
            ),
        ),
        (Language.DUTCH, answer(worded("1. Bouwkunde: BBL, Saxion.", 1))),
    ],
)
def test_an_answer_in_the_language_of_the_question_is_right(language: Language, given: Answer) -> None:
    assert in_language(language, given).value == 1


@pytest.mark.parametrize(
    ("language", "given"),
    [
        (Language.ENGLISH, answer(lead("Er zijn 4 opleidingen die je kunt volgen."))),
        (
            Language.ENGLISH,
            answer(lead("Er zijn 4 opleidingen die je kunt volgen."), language=Language.ENGLISH),
        ),
        (Language.ENGLISH, answer(DUTCH_QUOTE, language=Language.ENGLISH)),
        (
            Language.GERMAN,
            answer(
                lead(
                    "Das sind die Studiengänge, die nicht in den Quellen stehen, und das ist wichtig für dich.",
                    "de",
                ),
                notice("Vraag na wat voor jou geldt en wat er niet staat.", "de"),
                language=Language.GERMAN,
            ),
        ),
    ],
)
def test_an_answer_with_sentences_in_another_language_is_wrong(language: Language, given: Answer) -> None:
    assert in_language(language, given).value == 0


def test_words_of_two_languages_count_for_neither() -> None:
    assert spoken("alle wie nur mit the welke") == {"de": 2, "en": 1, "nl": 1}
