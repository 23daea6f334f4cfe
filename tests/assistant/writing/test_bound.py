"""What binds a sentence to another course than the one that is asked for: the way of learning, the form, the level."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.writing.bound import (
    has_another_number,
    is_bound_to_another,
    is_of_another_talk,
    is_of_other_value,
    is_of_unnamed_programme,
    names_another,
)
from assistant.writing.candidates import Candidate, candidates_of
from knowledge.language.analysis import Analyzer
from knowledge.types import Audience, Hit, Locator, LocatorKind, Passage, Source, SourceKind

LEVELS = st.integers(1, 4)
SOURCE = Source("s", "v", "s.md", "Cijfers", SourceKind.DOCUMENT, "text/markdown", "nl", Audience.PUBLIC, "h")


def quoted(text: str) -> Candidate:
    """Return a sentence as it may be quoted."""
    place = Locator(LocatorKind.SECTION, 1)
    passage = Passage(text, "s", "v", 0, ("Cijfers",), place, text, 1, 0, len(text), "nl")
    return candidates_of([Hit(passage, SOURCE, 1.0)], Analyzer())[0]


def test_a_number_of_a_programme_that_nobody_named_in_a_talk_is_of_another() -> None:
    sentence = "Bij Deltion doen zo'n 600 studenten de opleiding Technicus Engineering."
    assert is_of_unnamed_programme("en met vliegtuigen? hoeveel studenten doen dat?", sentence)
    assert not is_of_unnamed_programme("Heeft Deltion Technicus Engineering? hoeveel doen dat?", sentence)
    assert not is_of_unnamed_programme("hoeveel studenten?", "Deltion heeft 18.000 studenten.")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("wat kosten de boeken als je bbl doet", "Opleiding: Developer; Leerweg: BOL; Boeken: € 290"),
        ("Wat kost de deeltijdopleiding in deeltijd?", "De opleiding kost in voltijd 2.694 euro."),
        ("What does it cost part-time?", "In voltijd kost het 2.694 euro."),
        ("Hoeveel krijg ik op niveau 4?", "Type: bbl-opleiding niveau 2 of 3; Maximum: 3.600 euro"),
        ("Hoe lang duurt mbo 3?", "Een mbo-4-opleiding duurt drie jaar."),
        ("Hoeveel eerstejaars heeft elektrotechniek?", "Werktuigbouwkunde had 120 eerstejaars."),
        ("Hoeveel betaalt SLIM?", "De SLIM-scholingssubsidie vergoedt 90%."),
        ("Wie leidt Techniekpact Twente?", "Jan werd manager van Techniekpact Regio Zwolle."),
        ("What is the code of the MSc Interaction Technology?", "De MSc Computer Science heeft code 60300."),
        ("Tot wanneer voor de start in februari 2026?", "Voor start in september 2026 was dat 1 juli 2026."),
        ("moet je collegegeld betalen op hbo?", "Lesgeld of cursusgeld betaal je alleen vanaf 18 jaar."),
        ("How many started electrical engineering?", "Bij Werktuigbouwkunde begonnen er 120."),
        ("Mag ik met WIA een opleiding volgen?", "Met een WW-uitkering mag dat als UWV het goedvindt."),
        ("Mag ik studeren met behoud van bijstand?", "Scholing met WW duurt maximaal een jaar."),
        ("Hoe lang is een heftruckcertificaat geldig?", "Een NEN 3140-certificaat is 3 jaar geldig."),
        ("Hoe lang is VCA geldig?", "Een NEN 3140-certificaat is 3 jaar geldig."),
    ],
)
def test_a_sentence_of_another_course_is_told_apart(question: str, sentence: str) -> None:
    assert names_another(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("wat kosten de boeken als je bbl doet", "Opleiding: Developer; Leerweg: BBL; Boeken: € 290"),
        ("wat kosten de boeken als je bbl doet", "De boeken kosten 290 euro."),
        ("Wat kosten de boeken?", "Opleiding: Developer; Leerweg: BOL; Boeken: € 290"),
        ("Hoeveel krijg ik op niveau 3?", "Type: bbl-opleiding niveau 2 of 3; Maximum: 3.600 euro"),
        ("Welk profiel vraagt elektrotechniek?", "Werktuigbouwkunde en Elektrotechniek vragen NT."),
        ("Hoeveel betaalt SLIM?", "SLIM betaalt 60%, de SLIM-scholingssubsidie 90%."),
        ("What does the master Computer Science cost?", "De MSc Computer Science kost 21.700 euro."),
        ("Wat kost het in februari?", "In september 2026 kost het 100 euro."),
        ("Kan ik naar elektrotechniek?", "Een technische opleiding vraagt wiskunde."),
        ("twijfel tussen bol en bbl", "Het lesgeld voor BOL is 1.419 euro."),
        ("Wat is er in deeltijd of duaal?", "De opleiding is duaal."),
        ("collegegeld mbo bol", "Het lesgeld voor een mbo-opleiding BOL was 1.419 euro."),
        ("wat is het collegegeld", "Het krediet is voor collegegeld of lesgeld."),
    ],
)
def test_what_is_left_open_or_shared_binds_nothing(question: str, sentence: str) -> None:
    assert not names_another(question, sentence)


@given(LEVELS, LEVELS)
def test_two_levels_are_another_course_exactly_when_they_differ(one: int, other: int) -> None:
    assert names_another(f"Wat kost mbo-{one}?", f"Een opleiding op niveau {other} kost 300 euro.") == (
        one != other
    )


@pytest.mark.parametrize(
    ("question", "sentence", "is_another"),
    [
        ("moet je collegegeld betalen als je 17 ben op hbo", "Lesgeld betaal je vanaf 18 jaar.", True),
        ("lesgeld hbo", "Het lesgeld voor BOL was 1.419 euro.", True),
        ("lesgeld hbo", "Het wettelijk collegegeld is 2.601 euro.", False),
        ("collegegeld mbo bbl niveau 3", "Het cursusgeld voor BBL was 715 euro.", False),
        ("hoeveel lesgeld betaal ik", "Het wettelijk collegegeld is 2.601 euro.", True),
        ("hoeveel kost het", "Het lesgeld voor BOL was 1.419 euro.", False),
        ("collegegeld lenen", "Je leent voor collegegeld of lesgeld.", False),
    ],
)
def test_the_level_that_is_named_says_whose_fee_is_meant(
    question: str, sentence: str, is_another: bool
) -> None:
    assert names_another(question, sentence) is is_another


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("Hoe lang geldt NEN 3140?", "Een certificaat NEN 9140 geldt 5 jaar.", True),
        ("Hoe lang geldt NEN 3140?", "Een NEN 3140-certificaat geldt meestal 3 jaar.", False),
        ("Hoe lang geldt NEN 3140?", "NEN 9140 is iets anders dan NEN 3140.", False),
        ("Wie betaalt Regio Deal Twente II?", "De Regio Deal Twente I (2019) kreeg 30 miljoen.", True),
        ("Wie betaalt Regio Deal Twente II?", "De Regio Deal Twente II kreeg 25 miljoen.", False),
        ("In Twente I want to weld", "De Regio Deal Twente II kreeg 25 miljoen.", False),
        ("Wat kost het in 2025?", "De UT 2026 en de UT 2027 verschillen.", False),
        ("Wat is NEN 3140?", "ISO 9001 gaat over kwaliteit.", False),
    ],
)
def test_a_standard_of_another_number_is_another_one(question: str, sentence: str, another: bool) -> None:
    assert has_another_number(question, sentence) is another


@given(st.sampled_from(["bbl", "BBL", "Bbl", "bBl"]))
def test_a_name_is_one_however_its_capitals_are(written: str) -> None:
    assert names_another("Hoe lang duurt een bol?", f"Een {written} duurt drie jaar.")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Hoeveel banen waren er in Nederland?", "Twente telde in 2023 346.510 banen."),
        ("Hoeveel banen zijn er in de Achterhoek?", "Twente telde in 2023 346.510 banen."),
        ("How many jobs were there in the Netherlands?", "Overijssel had 100.000 jobs."),
    ],
)
def test_a_value_of_one_region_is_none_of_another(question: str, sentence: str) -> None:
    assert is_of_other_value(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Hoeveel banen waren er in Twente?", "Twente telde in 2023 346.510 banen."),
        (
            "Hoeveel studenten heeft de Universiteit Twente in Overijssel?",
            "De Universiteit Twente heeft 12.000 studenten.",
        ),
        (
            "Hoeveel betaalt de provincie Overijssel?",
            "In Twente betaalde de provincie Overijssel 400.000 euro.",
        ),
        ("Hoeveel banen waren er?", "Twente telde in 2023 346.510 banen."),
    ],
)
def test_a_name_with_a_region_in_it_and_no_region_at_all_bind_nothing(question: str, sentence: str) -> None:
    assert not is_of_other_value(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("Wat is lijn 4?", "Lijn 2 van Techniekpact Twente ging over werkgeverschap.", True),
        ("wat is Actielijn 3", "Actielijn 3 van TechOost gaat over innovatie.", False),
        ("Wat is stap 2?", "Pijler 3 gaat over productiviteit.", False),
        ("Wat is stap 2?", "Het fonds werkt in drie stappen.", False),
        ("Wat zijn stap 1 en stap 2?", "Stap 2 is een scholingsplan.", False),
    ],
)
def test_a_part_of_another_number_is_another_part(question: str, sentence: str, other: bool) -> None:
    assert has_another_number(question, sentence) is other


VACANCIES = "Eind 2023 stonden in Nederland 78.900 technische vacatures open."


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("Hoeveel technische vacatures zijn er in Twente?", VACANCIES, True),
        ("How many technical vacancies are there in the Netherlands?", VACANCIES, False),
        ("Hoeveel aanvragen kwamen er uit Overijssel?", "Er kwamen 544 aanvragen uit Twente.", True),
        ("Hoeveel geld krijgt Twente?", "De provincie Overijssel gaf 3 miljoen euro.", False),
        ("Hoeveel was het voor Twente?", "De Universiteit Twente in Nederland en Twente kreeg 3.", False),
        ("Hoeveel kreeg de Regio Deal Twente?", "In Nederland was er 30 miljoen euro.", False),
        ("Wat doet Twente?", VACANCIES, False),  # no value is asked
    ],
)
def test_a_number_of_another_area_is_another_number(question: str, sentence: str, other: bool) -> None:
    assert is_bound_to_another(quoted(sentence), question) is other


FEE = "Het instellingstarief van de MSc Computer Science is 18.900 euro."


@pytest.mark.parametrize(
    ("said_before", "question", "is_of_another"),
    [
        ("kan ik mechatronica doen in Enschede", "hoeveel betaal je van buiten de EU", True),
        ("ik wil Computer Science studeren", "hoeveel betaal je van buiten de EU", False),
        ("kan ik mechatronica doen in Enschede", "hoeveel kost de MSc Computer Science", False),
        ("wie betaalt STAP", "hoeveel betaal je van buiten de EU", False),
    ],
)
def test_a_degree_by_its_name_is_no_value_of_another_programme(
    said_before: str, question: str, is_of_another: bool
) -> None:
    assert is_of_another_talk(said_before, question, FEE) is is_of_another
