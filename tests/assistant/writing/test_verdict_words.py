"""One word before a translated sentence: only where question and sentence plainly speak of the same thing."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.writing.verdict_words import verdict_word

ALWAYS = "Met een hbo-bachelor heb je altijd eerst een pre-master nodig."


@pytest.mark.parametrize(
    ("question", "sentence", "language", "word"),
    [
        ("Do I need a pre-master after hbo?", ALWAYS, Language.ENGLISH, "Yes. "),
        ("Muss ich einen Pre-Master machen?", ALWAYS, Language.GERMAN, "Ja. "),
        ("Is VCA compulsory?", "VCA is niet wettelijk verplicht.", Language.ENGLISH, "No. "),
        ("Gibt es STAP noch?", "Het STAP-budget is gestopt per 1 januari 2024.", Language.GERMAN, "Nein. "),
    ],
)
def test_a_plain_answer_gets_its_word(question: str, sentence: str, language: Language, word: str) -> None:
    assert verdict_word(question, sentence, language) == word


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Can I go straight into the master?", ALWAYS),
        ("How do I apply for a pre-master?", ALWAYS),
        ("Do I need a diploma?", "Je hebt een diploma nodig, maar alleen als je jonger dan 21 bent."),
        ("Do I need mathematics?", "Met NG, EM of CM heb je wiskunde B nodig."),
        ("May I enter with havo?", "Met havo mag je erin."),
    ],
)
def test_what_may_be_done_or_hangs_on_a_condition_gets_none(question: str, sentence: str) -> None:
    assert verdict_word(question, sentence, Language.ENGLISH) == ""
