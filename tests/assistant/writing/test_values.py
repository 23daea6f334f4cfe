"""Which kind of value a question asks for, and whether a sentence holds one."""

from __future__ import annotations

import pytest

from assistant.writing.values import beside_numbers, counted, lacks_number, missing_kinds


@pytest.mark.parametrize(
    ("question", "holds", "lacks"),
    [
        ("Hoe lang duurt de cursus?", "De cursus duurt zes maanden.", "De cursus begon in 2022."),
        ("Hoeveel jaar doe je erover?", "Het duurt 4 jaar.", "Het was in 2022 een topopleiding."),
        ("Hoeveel procent krijg je terug?", "Je krijgt 40% terug.", "Je krijgt 40 euro terug."),
        ("Wat kost het examen?", "Het examen kost 90 euro.", "Het examen heeft 90 vragen."),
        ("Hoeveel studenten zijn er?", "Er zijn 600 studenten.", "Er waren studenten in 2019."),
        ("Wanneer begon het fonds?", "Het fonds startte op 1 januari 2019.", "Het fonds is van de gemeente."),
        ("In welke jaren begon dat?", "Dat begon in 2013.", "Dat begon in Ulft."),
        ("Wie opende het gebouw?", "Koningin Emma opende het.", "het gebouw is open."),
        ("Welke crebo heeft de opleiding?", "De crebo is 25919.", "De opleiding is van 2019."),
        ("How many weeks does it take?", "Het duurt tien weken.", "Er zijn 600 studenten."),
        ("Hoeveel stagevergoeding krijg ik?", "De stagevergoeding is 75 euro.", "De stage duurt 20 weken."),
        ("Tot wanneer kan ik annuleren?", "Dat kan tot vier weken voor de start.", "Dat duurt vier weken."),
        ("Until when can I cancel?", "Dat kan tot 1 mei 2027.", "Dat kost 20 euro."),
        ("Wie lange dauert das?", "Het duurt 2 jaar.", "Het is van 2019."),
    ],
)
def test_a_sentence_holds_the_kind_of_value_that_is_asked_or_lacks_it(
    question: str, holds: str, lacks: str
) -> None:
    assert missing_kinds(question, holds) == 0
    assert missing_kinds(question, lacks) == 1


def test_a_question_for_no_value_misses_none() -> None:
    assert missing_kinds("Wat is een Leerwerkloket?", "Een loket.") == 0


def test_a_question_for_two_kinds_may_miss_both() -> None:
    assert missing_kinds("Wanneer begon het en hoeveel kostte het?", "Het is open.") == 2


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Hoeveel nieuwe studenten zijn er?", "studenten"),
        ("How many schools take part?", "schools"),
        ("Hoeveel procent is dat?", ""),
        ("Hoeveel geld is er?", ""),
        ("Hoe lang duurt het?", ""),
        ("Wat is BOL?", ""),
    ],
)
def test_only_things_are_counted(question: str, thing: str) -> None:
    assert counted(question) == thing


def test_the_words_beside_a_number_are_those_around_it_and_a_year_is_no_number() -> None:
    assert "studenten" in set(beside_numbers("In 2019 had de school ruim 20.000 studenten."))
    assert list(beside_numbers("In 2019 begon de school.")) == []


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("Krijg ik loon tijdens een BBL?", False),
        ("Do I get a salary?", False),
        ("Hoeveel loon krijg ik?", True),
        ("Krijg ik loon en hoeveel?", True),
        ("Wat is het maximum per leerwerkplek?", True),
    ],
)
def test_a_question_for_yes_or_no_asks_no_number(question: str, lacks: bool) -> None:
    assert lacks_number(question, "Een BBL-student krijgt loon.") is lacks
