"""What leans on what was said before, and what that was about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.types import Language
from assistant.understanding.leaning import (
    asks_again,
    asks_more,
    continues,
    leans,
    names_itself,
    naming,
    says_yes,
)
from assistant.understanding.subject import topic_of

NL, EN, DE = Language.DUTCH, Language.ENGLISH, Language.GERMAN


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hoe lang duurt het?", NL),
        ("wie kan dat aanvragen?", NL),
        ("hoeveel geld krijg je dan?", NL),
        ("en in deeltijd?", NL),
        ("en bij Deltion?", NL),
        ("kan dat bij Saxion?", NL),
        ("nee, mbo 3", NL),
        ("Wie zitten er namens het bedrijfsleven in?", NL),
        ("en welke van de provincie?", NL),
        ("how long does it take?", EN),
        ("and until when?", EN),
        ("und wie lange dauert das?", DE),
    ],
)
def test_a_message_that_names_nothing_or_goes_on_leans(text: str, language: Language) -> None:
    assert leans(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Wat is een Leerwerkloket?",
        "Hoe word ik elektricien?",
        "Wat kost het mbo?",
        "En wat kost het mbo?",
        "Bestaat STAP nog?",
        "Hoe staat het aandeel techniek in Drenthe ervoor?",
    ],
)
def test_a_message_that_names_its_subject_stands_alone(text: str) -> None:
    assert not leans(text, NL)


def test_the_topic_is_that_of_the_newest_message_that_stands_alone() -> None:
    said = ["Wat is een Ad?", "Wat is de SLIM-regeling?", "wie kan dat aanvragen?"]
    topic = topic_of(said, NL)
    assert topic is not None
    assert (topic.names, topic.message) == ("SLIM-regeling", said[1])
    assert topic_of(["hoi", "hoe lang duurt dat?"], NL) is None


def test_words_that_only_ask_name_nothing() -> None:
    assert naming("Hoeveel subsidie geeft de HRM-MKB-regeling in Overijssel?", NL) == (
        "HRM-MKB-regeling",
        "Overijssel",
    )


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("en Basis?", True),
        ("en aan een ondernemer?", True),
        ("en hoe lang duurt het?", False),
        ("wat is Basis?", False),
    ],
)
def test_going_on_with_another_name_asks_the_same_again(text: str, again: bool) -> None:
    assert asks_again(text, NL) is again


@pytest.mark.parametrize(
    ("text", "language"), [("Nog meer?", NL), ("en verder?", NL), ("tell me more", EN), ("mehr!", DE)]
)
def test_asking_for_more_is_recognised(text: str, language: Language) -> None:
    assert asks_more(text, language)
    assert not says_yes(text, language)


@pytest.mark.parametrize(("text", "language"), [("Ja, graag!", NL), ("yes please", EN), ("Ja", DE)])
def test_a_bare_yes_is_recognised(text: str, language: Language) -> None:
    assert says_yes(text, language)
    assert not says_yes(f"{text} en wat kost een Ad?", language)


def test_a_piece_of_a_sentence_goes_on_but_a_whole_question_does_not() -> None:
    assert continues("alleen in Zwolle", NL)
    assert not continues("Wat is het verschil tussen BOL en BBL?", NL)


@given(st.text(max_size=80), st.sampled_from(list(Language)))
def test_any_text_can_be_read(text: str, language: Language) -> None:
    assert isinstance(leans(text, language), bool)
    assert all(word in text for word in naming(text, language))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("en TechYourFuture, welke scholen doen daar mee?", True),
        ("en de SLIM, wie betaalt dat?", True),
        ("CIVON, wie zit daar?", True),
        ("and the STAP, who pays for it?", True),
        ("Ja, wat kost dat?", False),
        ("OK, wat kost dat?", False),
        ("Bedankt, hoe lang duurt dat?", False),
        ("en bij Deltion, wat kost dat", False),
    ],
)
def test_what_a_message_names_before_it_points_is_what_it_points_at(text: str, names: bool) -> None:
    assert names_itself(text) is names
    if names:
        assert not leans(text, NL)
