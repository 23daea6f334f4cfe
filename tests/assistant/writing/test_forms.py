"""How numbers, times, moments and sums are written, in the three languages of the sources."""

from __future__ import annotations

import re

import pytest

from assistant.writing import forms, kinds, relevance, values
from assistant.writing.forms import (
    ACTOR,
    AGE,
    CLOCK,
    DATE,
    DAY_OR_TERM,
    FREE,
    LENGTH_OF_TIME,
    MOMENT,
    PHONE,
    SHARE,
    THAT_DAY,
)
from assistant.writing.relevance import answers_type
from assistant.writing.values import lacks_number, missing_kinds

HELD = [
    (LENGTH_OF_TIME, "Een gastdocent staat hooguit tachtig uur voor de klas."),
    (LENGTH_OF_TIME, "De Associate degree is een tweejarige opleiding."),
    (LENGTH_OF_TIME, "It is a four-year programme."),
    (LENGTH_OF_TIME, "You may try again within eight weeks."),
    (LENGTH_OF_TIME, "Der Widerspruch ist innerhalb von vier Wochen möglich."),
    (LENGTH_OF_TIME, "Een gesprek van drie kwartier."),
    (LENGTH_OF_TIME, "Docenten kijken na binnen 15 werkdagen."),
    (LENGTH_OF_TIME, "De verklaring blijft onbeperkt geldig."),
    (LENGTH_OF_TIME, "Eenentwintig weken stage."),
    (MOMENT, "Instromen kan ook in januari."),
    (MOMENT, "De lesdag is elke tweede donderdag."),
    (MOMENT, "Applications close on 15 May."),
    (MOMENT, "Verträge liegen bis zum 30. Juni bei uns."),
    (MOMENT, "Het examen is in week 22."),
    (MOMENT, "Na zes maanden lidmaatschap kan het."),
    (MOMENT, "Overstappen kan tot de herfstvakantie."),
    (MOMENT, "De bus vertrekt om 6.45 uur."),
    (DATE, "Starts September 1."),
    (DATE, "Start: 12-01-2027"),
    (THAT_DAY, "Les op 7. Oktober"),
    (DAY_OR_TERM, "Afmelden moet uiterlijk 48 uur van tevoren."),
    (CLOCK, "Sprechzeiten sind von 9 bis 12 Uhr."),
    (CLOCK, "Doors open at 7 pm."),
    (FREE, "De bus ist kostenlos."),
    (FREE, "Wie werkt, kost dit niets."),
    (SHARE, "Firms get a 20 per cent reduction, half of it at once."),
    (SHARE, "Das sind 55 Prozent."),
    (PHONE, "Bel +49 5922 555 310."),
    (PHONE, "Bel 0031 53 555 7712 of 06-5552 8842."),
    (AGE, "You must be 21 years or older."),
    (AGE, "Vanaf achttien jaar mag het."),
    (AGE, "Minderjährige kommen mit einem Elternteil."),
    (ACTOR, "Daarover beslist de examencommissie."),
    (ACTOR, "Arbeitshose und Schuhe stellt der Betrieb."),
]


@pytest.mark.parametrize(("form", "sentence"), HELD)
def test_a_form_is_seen_in_a_sentence(form: re.Pattern[str], sentence: str) -> None:
    assert form.search(sentence) is not None


NOT_HELD = [
    (LENGTH_OF_TIME, "De cursus kost 450 euro."),
    (LENGTH_OF_TIME, "De les is op dinsdag."),
    (MOMENT, "De cursus kost 2.80 euro per keer gereedschap lenen."),
    (MOMENT, "You may leave your bicycle here."),
    (CLOCK, "Het kost € 12.50."),
    (CLOCK, "De studie kost 24 uur per week."),
    (DATE, "De les is op dinsdag."),
    (SHARE, "De cursus is op niveau 3."),
    (PHONE, "Er waren 1.312 bezoekers in 2024."),
    (FREE, "De plaatsen zijn nog vrij."),
]


@pytest.mark.parametrize(("form", "sentence"), NOT_HELD)
def test_a_form_is_not_seen_where_it_is_not(form: re.Pattern[str], sentence: str) -> None:
    assert form.search(sentence) is None


ANSWERED = [
    ("Hoe lang duurt de Ad Bouw?", "De Ad Bouw is een tweejarige opleiding."),
    ("Wanneer kan ik instromen?", "Instromen kan ook in januari."),
    ("Wat kost de pendelbus?", "De pendelbus is gratis."),
    ("Wie beslist daarover?", "Daarover beslist de examencommissie."),
    ("Op welke dag is de les?", "Niveau: 2; Lesdag: woensdag"),
    ("Wann ist die Beratung?", "Die Beratung ist dienstags von 9 bis 12 Uhr."),
    ("How much time per week does it take?", "Reken op minstens vier uur per week."),
    ("Hoe vaak komt de raad bijeen?", "De raad vergadert elke tweede donderdag."),
    ("Hoeveel procent krijg ik terug?", "You get one third back."),
]


@pytest.mark.parametrize(("question", "sentence"), ANSWERED)
def test_a_right_answer_lacks_no_kind_of_value(question: str, sentence: str) -> None:
    assert not lacks_number(question, sentence)
    assert missing_kinds(question, sentence) == 0
    assert answers_type(question, sentence) >= 0.5


WRONG = [
    ("Hoe lang duurt de Ad Bouw?", "De Ad Bouw kost 2.300 euro."),
    ("Wat kost de pendelbus?", "De pendelbus rijdt elke dag."),
    ("Wanneer is het examen?", "Het examen gaat over lassen."),
    ("Welk jaar was dat?", "Dat was op een dinsdag."),
]


@pytest.mark.parametrize(("question", "sentence"), WRONG)
def test_a_sentence_without_the_kind_that_is_asked_lacks_it(question: str, sentence: str) -> None:
    assert lacks_number(question, sentence) or missing_kinds(question, sentence) > 0


def test_a_german_how_asks_for_no_person() -> None:
    assert (
        missing_kinds("Wie schnell muss ich das melden?", "Melden Sie das innerhalb von sieben Tagen.") == 0
    )


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Return every pattern by which kinds of values are asked or seen, with where it stands."""
    found = [
        (f"{module.__name__}.{name}", value)
        for module in (forms, kinds, relevance, values)
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
    ]
    asked = [(f"ASKED_KINDS[{place}]", one[0]) for place, one in enumerate(kinds.ASKED_KINDS)]
    return [*found, *asked]


@pytest.mark.parametrize(("name", "pattern"), patterns(), ids=lambda one: one if isinstance(one, str) else "")
def test_no_pattern_is_found_in_everything(name: str, pattern: re.Pattern[str]) -> None:
    """An empty alternative in a long pattern is found in every text."""
    assert pattern.search("") is None, name
    assert pattern.search("Xyzzy qwrt") is None or name.endswith(("ASKED_NAME", "NAME")), name


KINDS_ASKED = [
    ("Op welke avonden zijn de lessen?", "De lessen zijn in Zwolle.", False),
    ("Op welke avonden zijn de lessen?", "De les is op dinsdagavond.", True),
    ("Tot welke leeftijd krijg ik dat?", "Dat krijg je vanaf 18 jaar.", False),
    ("Tot welke leeftijd krijg ik dat?", "Je vraagt het aan voor je 30 wordt.", True),
    ("Vanaf welke leeftijd mag het?", "Dat mag vanaf 18 jaar.", True),
]


@pytest.mark.parametrize(("question", "sentence", "is_held"), KINDS_ASKED)
def test_an_evening_and_a_highest_age_are_kinds_of_their_own(
    question: str, sentence: str, is_held: bool
) -> None:
    assert (answers_type(question, sentence) >= 0.5) is is_held


def test_what_those_are_that_are_counted_is_counted() -> None:
    assert "ondernemer" in relevance.counted_in("Van de 150 mensen: hoeveel waren er ondernemer?")
    assert "nu" not in relevance.counted_in("Hoeveel zijn er nu in Almelo?")
