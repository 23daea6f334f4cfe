"""Who asks whether they are too old is told apart from who asks how old one must be, and from the ages of money."""

from __future__ import annotations

import pytest

from assistant.understanding.age_asked import age_asked


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("ben ik te oud voor mbo", "too_old"),
        ("is het te laat om nog te gaan leren, ik ben 61", "too_old"),
        ("am i too old at 50 to learn welding", "too_old"),
        ("bin ich mit 45 zu alt für eine ausbildung", "too_old"),
        ("heeft omscholen nog zin", "too_old"),
        ("is bbl ook voor volwassenen of alleen voor jongeren", "adults"),
        ("is an apprenticeship also for adults", "adults"),
        ("is er een leeftijdsgrens voor het mbo", "limit"),
        ("hoe oud mag je zijn voor bbl", "limit"),
        ("kan ik nog naar de universiteit als ik 40 ben", "still"),
        ("mogen wij een bbl student van 45 aannemen", "still"),
    ],
)
def test_a_highest_age_is_asked_in_many_ways(text: str, way: str) -> None:
    assert age_asked(text) == way


@pytest.mark.parametrize(
    "text",
    [
        "tot welke leeftijd krijg je studiefinanciering",
        "hoe oud moet je zijn voor entree",
        "ben ik te jong voor mbo",
        "is mijn auto te oud",
        "kan ik nog naar het mbo, ik ben 17",
        "kan ik nog 30 uur per week werken naast mijn opleiding",
        "zijn er opleidingen voor volwassenen in hengelo",
        "hoe hoog is de leeftijdsgrens van het levenlanglerenkrediet voor een studie",
    ],
)
def test_other_ages_are_other_questions(text: str) -> None:
    assert age_asked(text) == ""


def test_an_aim_in_other_words_is_learning_too() -> None:
    assert age_asked("ben ik met 47 te oud om monteur te worden") == ""
    assert age_asked("ben ik met 47 te oud om monteur te worden", names_aim=True) == "too_old"
