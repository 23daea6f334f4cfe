"""Words of a foreign question are met by the translation of a Dutch sentence, not by its numbers and particles."""

from __future__ import annotations

from assistant.types import Language, Question, Request
from assistant.writing.bilingual import with_translated_words
from knowledge.types import QuestionWord


def request(text: str, language: Language, *forms: str) -> Request:
    words = tuple(QuestionWord((form,), 1.0, True, {}) for form in forms)
    return Request(Question(text), language, text, words)


def likeness(text: str, language: Language, form: str) -> dict[str, float]:
    (word,) = with_translated_words(request(text, language, form)).words
    return dict(word.likeness)


def test_a_word_is_met_by_itself_and_less_by_its_other_forms() -> None:
    found = likeness("Who do I call?", Language.ENGLISH, "call")
    assert found["call"] == 1.0
    assert likeness("Who pays for training?", Language.ENGLISH, "pays")["pay"] < 1.0


def test_a_word_without_a_sense_in_any_translation_stays_unknown() -> None:
    assert likeness("What about penguins?", Language.ENGLISH, "penguins") == {}


def test_a_number_word_or_particle_meets_nothing() -> None:
    assert likeness("In zwei Orten", Language.GERMAN, "zwei") == {}
    assert likeness("sign up", Language.ENGLISH, "up") == {}


def test_a_dutch_question_and_a_dutch_form_stay_as_they_are() -> None:
    assert likeness("Wie bel ik?", Language.DUTCH, "call") == {}
    assert likeness("Who do I phone?", Language.ENGLISH, "call") == {}
