"""What a sentence holds of a question, and the kinds of things that must be there literally."""

from __future__ import annotations

import pytest

from assistant.writing.candidates import quotes
from assistant.writing.relevance import (
    answers_type,
    coverage,
    has_kinds_asked,
    met,
    names_in,
    says_whether,
    unmet,
)
from knowledge.types import QuestionWord


def word(form: str, weight: float = 1.0, **alike: float) -> QuestionWord:
    return QuestionWord((form,), weight, True, {form: 1.0, **alike})


def test_coverage_is_the_share_of_the_weight_that_is_met() -> None:
    words = (word("lassen", 3.0), word("hengelo", 1.0))
    assert coverage(words, "Lassen leer je.", {"lassen", "leer", "je"}) == pytest.approx(0.75)


def test_a_like_word_counts_for_its_likeness() -> None:
    assert met(word("lasser", lassen=0.5), "Lassen", frozenset({"lassen"})) == pytest.approx(0.5)


def test_an_amount_meets_the_word_for_it() -> None:
    assert unmet((word("totaalbedrag"),), "123 miljoen euro", {"123", "miljoen", "euro"}) == ()
    assert unmet((word("totaalbedrag"),), "15 consortia", {"15", "consortia"}) != ()


@pytest.mark.parametrize(
    ("asked", "sentence", "holds"),
    [
        ("telefoonnummer", "Bel DUO op 050 599 98 28.", True),
        ("telefoonnummer", "Bel DUO op werkdagen.", False),
        ("crebo", "De crebo-code is 25297.", True),
        ("crebo", "De opleiding begon in 2019.", False),
        ("percentage", "Van hen slaagde 83%.", True),
        ("percentage", "Er zijn 83 studenten.", False),
    ],
)
def test_what_is_named_literally_must_be_there_literally(asked: str, sentence: str, holds: bool) -> None:
    assert has_kinds_asked((word(asked),), sentence) is holds


@pytest.mark.parametrize(
    ("question", "sentence", "fits"),
    [
        ("Hoeveel geld krijgt TechOost?", "TechOost krijgt 9 miljoen euro.", 1.0),
        ("Hoeveel geld krijgt TechOost?", "TechOost is een samenwerking.", 0.0),
        ("Wanneer begon CIVON?", "CIVON begon op 1 augustus 2013.", 1.0),
        ("Wat is CIVON?", "CIVON is een centrum.", 0.5),
    ],
)
def test_a_sentence_of_the_kind_asked_for_is_preferred(question: str, sentence: str, fits: float) -> None:
    assert answers_type(question, sentence) == fits


def test_a_yes_or_no_question_prefers_a_yes_or_no() -> None:
    assert says_whether("Kan ik nog STAP krijgen?", "STAP is gestopt; je kunt geen STAP meer krijgen.")
    assert not says_whether("Kan ik nog STAP krijgen?", "STAP was maximaal 1.000 euro.")


def test_names_in_a_question_are_found_but_its_first_word_is_none() -> None:
    assert names_in("Welke crebo heeft Mechatronica bij ROC van Twente?") == {"mechatronica", "roc", "twente"}


def test_an_announcement_is_one_quote_with_the_lines_it_announces() -> None:
    text = "De pijlers zijn:\n\nInstroom in het onderwijs.\nBehoud van mensen.\n\nIets anders volgt hier."
    assert [text[start:end] for start, end in quotes(text)] == [
        "De pijlers zijn:\n\nInstroom in het onderwijs.\nBehoud van mensen.",
        "Iets anders volgt hier.",
    ]


def test_a_percentage_of_something_else_does_not_meet_a_special_one() -> None:
    assert unmet((word("slagingspercentage"),), "Twente krijgt 17%.", {"twente", "krijgt", "17"}) != ()
