"""An answer is about a topic when its first source names it."""

from __future__ import annotations

from assistant.types import Citation, Outcome
from assistant.writing.about import is_about
from assistant.writing.seam import Written


def quoting(quote: str, title: str = "") -> Written:
    return Written((), (Citation(1, "s", "p", title, "", quote, "", 1, 0, len(quote)),), Outcome.ANSWERED)


def test_a_source_that_names_the_topic_is_about_it_by_quote_or_title() -> None:
    assert is_about(quoting("De directeur van TechWise Twente was Bert Wessels."), "TechWise Twente")
    assert is_about(quoting("De directeur was Bert Wessels.", "TechWise Twente"), "scholen TechWise Twente")


def test_a_source_about_another_name_is_not() -> None:
    assert not is_about(quoting("De manager van CIVON was Gijs Smeman."), "TechWise Twente")


def test_half_of_the_words_of_a_topic_without_a_name_are_enough() -> None:
    assert is_about(quoting("Er is een tekort aan monteurs."), "tekort verspaners")
    assert not is_about(quoting("Er is genoeg werk."), "tekort verspaners")


def test_an_answer_without_a_source_is_about_nothing() -> None:
    assert not is_about(Written((), (), Outcome.REFUSED), "CIVON")
