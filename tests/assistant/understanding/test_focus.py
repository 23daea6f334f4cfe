"""What a talk is about after each message, and which meanings a message that goes on may have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.types import Language, Question, Request, Turn
from assistant.understanding.focus import (
    Kind,
    focus_of,
    is_piece,
    meanings_of,
    names_enough,
    of_focus,
)
from assistant.understanding.leaning import OF_SOMEBODY, asks_again
from assistant.understanding.replacing import in_full_years, instead

NL = Language.DUTCH


def said(*messages: str, reply: str = "") -> tuple[Turn, ...]:
    """Return the turns of messages that all got the same answer."""
    return tuple(turn for text in messages for turn in (Turn("user", text), Turn("assistant", reply)))


def asked(text: str) -> Request:
    """Return a message as it stands."""
    return Request(Question(text), NL, text)


def kinds(text: str, *before: str) -> set[Kind]:
    """Return the kinds of meanings of a message after others."""
    focus = focus_of(said(*before), NL)
    assert focus is not None
    return {one.kind for one in meanings_of(asked(text), focus)}


@pytest.mark.parametrize(
    ("question", "text", "again"),
    [
        ("Wat was de rente in 2024?", "en in 2025?", "Wat was de rente in 2025?"),
        ("Wat was het collegegeld in 2024-2025?", "en 26/27?", "Wat was het collegegeld in 2026-2027?"),
        (
            "Wat was het collegegeld in 2024-2025?",
            "en het jaar daarvoor?",
            "Wat was het collegegeld in 2023-2024?",
        ),
        ("Wat kost het op niveau 2, voor BBL?", "en niveau 4?", "Wat kost het op niveau 4, voor BBL?"),
        ("Hoeveel uur is BBL?", "en BOL?", "Hoeveel uur is BOL?"),
        ("Welk niveau is procesoperator B?", "en C?", "Welk niveau is procesoperator C?"),
        ("Wanneer meld ik me aan voor het mbo?", "en voor het hbo?", "Wanneer meld ik me aan voor het hbo?"),
        ("Hoeveel studenten heeft Saxion?", "en Deltion?", "Hoeveel studenten heeft Deltion?"),
        (
            "Wat gaf het fonds aan een inwoner in 2020?",
            "en aan een werkgever?",
            "Wat gaf het fonds aan een werkgever in 2020?",
        ),
        ("Wat kost lassen bij Deltion?", "en bij ROC van Twente?", "Wat kost lassen bij ROC van Twente?"),
        ("Wat kost het bij Saxion in Enschede?", "en in Deventer?", "Wat kost het bij Saxion in Deventer?"),
        ("wat verdient groep e", "en groep j", "wat verdient groep j"),
        ("Wat verdient functiegroep E?", "En één groep hoger?", "Wat verdient functiegroep F?"),
        ("Wat kost module 3?", "en een module lager", "Wat kost module 2?"),
        ("Hoeveel was het in 2024?", "en van het jaar ervoor?", "Hoeveel was het in 2023?"),
        ("Hij zit op vmbo basis. Wat kan hij?", "en met kader?", "Hij zit op vmbo kader. Wat kan hij?"),
        ("wat kost BBL per jaar", "en de gewone schoolvariant", "wat kost BOL per jaar"),
        ("Wat was het in 2024-2025?", "en het jaar daar voor dan", "Wat was het in 2023-2024?"),
        ("Hoeveel uur heb ik in leerjaar 2?", "en leerjaar 3?", "Hoeveel uur heb ik in leerjaar 3?"),
    ],
)
def test_what_a_piece_names_takes_the_place_of_its_like(question: str, text: str, again: str) -> None:
    assert instead(question, text, NL) == again


@pytest.mark.parametrize(
    "text",
    [
        "by what percentage was that up on the year before?",
        "hoeveel was dat meer ten opzichte van het jaar ervoor",
        "wat is het verschil met dan het jaar daarvoor",
    ],
)
def test_a_year_that_is_compared_with_is_not_asked_for(text: str) -> None:
    assert "2023" in instead("Hoeveel banen telde Twente in 2023?", text, NL)


@pytest.mark.parametrize("text", ["en aan een werkgever?", "en bij het bedrijf", "and for a student?"])
def test_a_preposition_with_somebody_else_is_a_piece(text: str) -> None:
    assert is_piece(text, NL if text.startswith("en ") else Language.ENGLISH)


@pytest.mark.parametrize(
    "text", ["en in deeltijd?", "en met dat?", "en voor wie is het?", "voor een werkgever"]
)
def test_a_form_a_pointer_and_a_question_are_no_somebody_else(text: str) -> None:
    assert OF_SOMEBODY.match(text) is None or asks_again(text, NL) is False


def test_of_two_kinds_of_schooling_the_first_is_replaced() -> None:
    assert instead("Kan ik met havo naar het hbo?", "en met vwo?", NL) == "Kan ik met vwo naar het hbo?"


def test_this_year_takes_the_place_of_a_year() -> None:
    assert instead("Hoeveel was het in 2023-2024?", "en dit jaar?", NL) == "Hoeveel was het, dit jaar?"


@pytest.mark.parametrize("text", ["24/7", "15-20%", "10-12 weken in 2025", "1/2", "2023/24"])
def test_only_two_years_that_follow_each_other_are_a_study_year(text: str) -> None:
    assert in_full_years(text) == text


@given(st.text(max_size=60), st.text(max_size=30))
def test_any_words_can_take_the_place_of_others(question: str, text: str) -> None:
    assert isinstance(instead(question, text, NL), str)


def test_a_talk_is_about_what_was_named_last() -> None:
    focus = focus_of(said("Wat is REMO?", "hoe lang duurt dat?", "Wat is CIVON?"), NL)
    assert focus is not None
    assert focus.names == "CIVON"
    assert focus.first == "Wat is CIVON?"


def test_a_piece_with_a_name_moves_the_talk_to_that_name() -> None:
    focus = focus_of(said("Hoeveel studenten heeft Saxion?", "en Deltion?"), NL)
    assert focus is not None
    assert focus.names == "Deltion"
    assert "Hoeveel studenten" in focus.question


def test_a_condition_leaves_the_question_as_it_was() -> None:
    before = "Wanneer moet ik me aanmelden voor het mbo?"
    assert focus_of(said(before, "en als ik te laat ben?"), NL) == focus_of(said(before), NL)


def test_the_verb_of_a_question_is_no_topic() -> None:
    focus = focus_of(said("wanneer opende CIVON?"), NL)
    assert focus is not None
    assert focus.names == "CIVON"


def test_nothing_named_is_no_focus() -> None:
    assert focus_of(said("en dan?", "waarom?"), NL) is None


def test_a_message_without_a_name_that_our_answer_took_for_the_topic_leaves_it() -> None:
    turns = (
        *said("Wat is het STAP-budget?"),
        *said("Wie mag meedoen?", reply="Het STAP-budget is gestopt. [1]"),
    )
    focus = focus_of(turns, NL)
    assert focus is not None
    assert focus.names == "STAP-budget"


def test_a_piece_is_only_asked_as_the_question_before_it() -> None:
    assert kinds("en BOL?", "Hoeveel uur is BBL?") == {Kind.INSTEAD, Kind.INSTEAD_WITHIN}


def test_a_piece_is_also_asked_as_the_first_question_of_the_subject() -> None:
    found = kinds(
        "en voor niveau 3?", "Welk diploma heb ik nodig voor niveau 2?", "hoe oud moet ik dan zijn?"
    )
    assert Kind.INSTEAD_FIRST in found


@pytest.mark.parametrize(
    "text", ["wie is de directeur?", "hoe lang duurt dat?", "Op welke sectoren richt die zich?"]
)
def test_what_points_at_something_is_never_meant_alone(text: str) -> None:
    found = kinds(text, "Wat is BOOST?")
    assert Kind.OWN not in found
    assert {Kind.BESIDE, Kind.WITHIN} <= found


def test_what_may_be_whole_is_also_meant_alone() -> None:
    assert Kind.OWN in kinds("hoeveel leerlingen zakken er jaarlijks", "Wat is BOOST?")


@pytest.mark.parametrize(
    "text",
    ["Hoeveel vergoedt SLIM op niveau 4?", "Welke opleidingen installatietechniek zijn er in Almelo?"],
)
def test_a_message_that_names_two_things_and_points_at_nothing_means_what_it_says(text: str) -> None:
    assert names_enough(asked(text))


@pytest.mark.parametrize(
    "text",
    [
        "Welke mbo-scholen doen mee?",
        "en bij Deltion in Zwolle?",
        "hoe vraag je die aan bij RVO?",
        "Ik begrijp het niet. Hoe krijgt hij de rekening?",
    ],
)
def test_a_message_that_names_one_thing_or_points_may_leave_something_out(text: str) -> None:
    assert not names_enough(asked(text))


def test_what_points_is_asked_of_the_topic_when_nothing_answers_it() -> None:
    found = of_focus(asked("wie is de directeur?"), said("Wat is CIVON?"))
    assert found is not None
    assert found.standalone_question == "wie is de directeur van CIVON?"
    assert of_focus(asked("Wat is een numerus fixus?"), said("Wat is CIVON?")) is None


def test_who_has_to_do_with_the_topic_does_not_become_it() -> None:
    reply = "Het ministerie van OCW gaf PCPT-Oost een subsidie van 1,12 miljoen euro."
    turns = (*said("Wanneer begon PCPT Oost?"), Turn("user", "hoeveel gaf OCW?"), Turn("assistant", reply))
    focus = focus_of(turns, Language.DUTCH)
    assert focus is not None
    assert focus.names == "PCPT Oost"


def test_a_question_that_would_only_be_asked_again_is_no_meaning() -> None:
    assert Kind.INSTEAD not in kinds("van wie is het?", "Waar zit CIVON?")


def test_a_talk_keeps_what_a_piece_added_and_drops_what_it_replaced() -> None:
    added = focus_of(said("hoeveel vragen heeft het examen VCA VOL", "en bij basis?"), NL)
    replaced = focus_of(said("Wie is de manager van TechWise?", "en van CIVON?"), NL)
    assert added is not None
    assert replaced is not None
    assert (added.names, replaced.names) == ("VCA VOL basis", "CIVON")


def test_what_somebody_has_is_replaced_in_the_question_that_was_asked_with_it() -> None:
    focus = focus_of(said("Onze dochter zit op vmbo basis. Op welk mbo-niveau begint ze?"), NL)
    assert focus is not None
    assert instead(focus.question, "en met kader?", NL).startswith("Onze dochter zit op vmbo kader.")
