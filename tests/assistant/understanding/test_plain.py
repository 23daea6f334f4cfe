"""Chat words are written in full; everything else stays as it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.types import Language
from assistant.understanding.plain import in_full


@pytest.mark.parametrize(
    ("typed", "language", "full"),
    [
        ("hoevl kost da bij Saxion?", Language.DUTCH, "hoeveel kost dat bij Saxion?"),
        (
            "kwil ff weten wat n leerwerkloket is",
            Language.DUTCH,
            "ik wil even weten wat een leerwerkloket is",
        ),
        ("Wrm is er tekort?", Language.DUTCH, "Waarom is er tekort?"),
        ("hoevel jaar duurt het", Language.DUTCH, "hoeveel jaar duurt het"),
        ("hbo ict dicht bij huis in Deventer", Language.DUTCH, "HBO-ICT dichtbij in Deventer"),
        ("wat is een leerwerkbedrijf", Language.DUTCH, "wat is een leerbedrijf"),
        ("moet ik ver reizen voor hbo techniek", Language.DUTCH, "moet ik ver reizen voor hbo techniek"),
        ("hoe lang heb ik om dat terug te betalen", Language.DUTCH, "hoe lang heb ik om dat terugbetalen"),
        ("kan ik gelijk naar mbo 4", Language.DUTCH, "kan ik meteen naar mbo 4"),
        ("is mbo 4 gelijk aan havo", Language.DUTCH, "is mbo 4 gelijk aan havo"),
        (
            "oke en wat is er dan wel, ik woon in Almelo",
            Language.DUTCH,
            "wat zijn alternatieven, ik woon in Almelo?",
        ),
        ("bestaat die stap nog", Language.DUTCH, "bestaat het STAP-budget nog"),
        ("nee sorry, ik had Gelderland moeten zeggen", Language.DUTCH, "nee sorry, ik bedoel Gelderland"),
        (
            "moet ik daar nog speciale vakken voor hebben?",
            Language.DUTCH,
            "welke vakken heb ik daarvoor nodig?",
        ),
        ("ik rond mijn hbo bouwkunde af", Language.DUTCH, "ik heb straks mijn hbo bouwkunde gehaald"),
        ("how long do I get to pay it back", Language.ENGLISH, "how long do I get to repay it"),
        ("ben 60 jaar uit Zwolle", Language.DUTCH, "ben 60 jaar, woon in Zwolle"),
        ("laat Saxion mij toe?", Language.DUTCH, "mag ik naar Saxion?"),
        ("is SLIM voor mij?", Language.DUTCH, "kan ik SLIM krijgen?"),
        ("is die cursus voor mij te doen?", Language.DUTCH, "is die cursus voor mij te doen?"),
        ("whats bbl", Language.ENGLISH, "what is bbl"),
        ("gibts einen Zuschuss", Language.GERMAN, "gibt es einen Zuschuss"),
    ],
)
def test_chat_words_are_written_in_full(typed: str, language: Language, full: str) -> None:
    assert in_full(typed, language) == full


@pytest.mark.parametrize(
    "text",
    ["Wat kost werktuigbouwkunde bij Windesheim?", "NEN 3140", "Wat is het verschil tussen BOL en BBL?"],
)
def test_a_question_in_plain_words_stays_as_it_is(text: str) -> None:
    assert in_full(text, Language.DUTCH) == text


@settings(deadline=None)
@given(st.text(max_size=60), st.sampled_from(list(Language)))
def test_nothing_disappears_altogether(text: str, language: Language) -> None:
    assert bool(in_full(text, language).strip()) == bool(text.strip())


@settings(deadline=None)
@given(st.text(alphabet="abehiknorw fdl?!,.", max_size=40), st.sampled_from(list(Language)))
def test_what_is_in_full_is_not_changed_again_in_its_figures(text: str, language: Language) -> None:
    assert in_full(f"{text} 25297", language).endswith("25297")


@pytest.mark.parametrize("profile", ["N&T", "n&t", "E&M", "NG", "ng", "NT", "EM", "CM"])
def test_a_profile_of_havo_and_vwo_is_never_a_chat_word(profile):
    for language in Language:
        assert in_full(f"havo {profile}", language) == f"havo {profile}"


@pytest.mark.parametrize(
    ("typed", "language", "alone"),
    [
        ("hallo allemaal, wat kost VCA? alvast bedankt", Language.DUTCH, "wat kost VCA?"),
        ("ff een vraagje: hoe lang duurt bbl gr Sam", Language.DUTCH, "hoe lang duurt bbl"),
        ("Weet iemand hoeveel een EVC kost? ???", Language.DUTCH, "hoeveel een EVC kost?"),
        ("Hi, what is a BBL? thanks in advance", Language.ENGLISH, "what is a BBL?"),
        ("Hallo zusammen, was ist BBL? Danke!", Language.GERMAN, "was ist BBL?"),
    ],
)
def test_what_stands_around_a_question_is_left_out(typed: str, language: Language, alone: str) -> None:
    assert in_full(typed, language) == alone


def test_a_message_that_is_nothing_but_thanks_stays() -> None:
    for text in ("bedankt", "hoi", "groetjes", "alvast bedankt!"):
        assert in_full(text, Language.DUTCH) == text


def test_a_pronoun_that_clings_to_its_verb_is_written_in_full() -> None:
    assert (
        in_full("kan'k as lasser beginnen of heb'j een diploma nodig", Language.DUTCH)
        == "kan ik als lasser beginnen of heb je een diploma nodig"
    )


def test_an_abbreviation_in_capitals_and_a_letter_before_a_figure_are_no_chat_words() -> None:
    assert in_full("Wat is de MIT-subsidie voor groep v 2?", Language.DUTCH).startswith("Wat is de MIT")
    assert in_full("wat kost nr 3", Language.DUTCH) == "wat kost nr 3"


@pytest.mark.parametrize("text", ["vmbo t", "vmbo k", "functiegroep m", "havo n en t", "wiskunde b"])
def test_a_letter_that_names_something_is_no_chat_word(text: str) -> None:
    assert in_full(text, Language.DUTCH) == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Hoeveel ik moet betalen?", "Hoeveel moet ik betalen?"),
        ("Ik heb vmbo. Ik mag gaan naar het mbo?", "Ik heb vmbo. Mag ik naar het mbo?"),
        ("betaalt mijn baas dat", "betaalt mijn werkgever dat"),
        ("wie is daar de baas", "wie is daar de baas"),
        ("Ik kan niet kiezen. Wat nu?", "Ik kan niet kiezen. Wat nu?"),
    ],
)
def test_learners_dutch_is_read_in_the_order_of_dutch(typed: str, meant: str) -> None:
    assert in_full(typed, Language.DUTCH) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hoe lang loopt slim nog", "hoe lang loopt SLIM nog"),
        ("wat is slim", "wat is SLIM"),
        ("is het slim om bbl te doen", "is het slim om bbl te doen"),
        ("een slimme keuze", "een slimme keuze"),
        ("hoe slim is dat", "hoe slim is dat"),
        ("kan ik nog stap aanvragen", "kan ik nog STAP aanvragen"),
        ("wat is de volgende stap", "wat is de volgende stap"),
        ("nog een stap verder", "nog een stap verder"),
    ],
)
def test_a_scheme_that_is_spelled_like_a_word_is_told_from_it(typed: str, meant: str) -> None:
    assert in_full(typed, Language.DUTCH) == meant
