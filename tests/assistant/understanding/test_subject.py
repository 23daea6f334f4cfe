"""What a question is about, apart from what is asked of it, for whom, and what they have."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.understanding.plain_value import plain_value_asked
from assistant.understanding.subject import has_subject, subject_in, topic_of

NL, EN, DE = Language.DUTCH, Language.ENGLISH, Language.GERMAN


@pytest.mark.parametrize(
    ("text", "language", "subject"),
    [
        ("Hoeveel vragen heeft het examen VCA VOL?", NL, "VCA VOL"),
        ("In welk gebouw in Ulft zit CIVON?", NL, "Ulft CIVON"),
        (
            "Er was toch een ontwikkelfonds voor Apeldoorn? Hoeveel geld zat daarin?",
            NL,
            "ontwikkelfonds Apeldoorn",
        ),
        (
            "Hoeveel pijlers heeft het Actieplan Groene en Digitale Banen?",
            NL,
            "Actieplan Groene Digitale Banen",
        ),
        ("Met welke andere universiteit geeft de UT werktuigbouwkunde?", NL, "UT werktuigbouwkunde"),
        ("Onze dochter wil een bachelor bij Saxion in Apeldoorn doen.", NL, "bachelor Saxion Apeldoorn"),
        (
            "Met havo CM, welk vak heb je dan nodig voor technische bedrijfskunde?",
            NL,
            "technische bedrijfskunde",
        ),
        (
            "Ik werk in een fabriek. Ik wil leren op de Food Academy in Nijkerk. Op welke dag is dat?",
            NL,
            "Food Academy Nijkerk",
        ),
        ("Until when does the SLIM subsidy run?", EN, "SLIM"),
        ("What subjects does Chemical Engineering in Twente ask for?", EN, "Chemical Engineering Twente"),
        ("Welche Hochschule bietet Maschinenbau in Emmen an?", DE, "Maschinenbau Emmen"),
    ],
)
def test_what_is_asked_is_no_part_of_what_it_is_asked_of(text: str, language: Language, subject: str) -> None:
    assert subject_in(text, language) == subject
    assert has_subject(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hoeveel plaatsen waren er in 2023-2024?", NL),
        ("ik heb havo NG, welk vak moet ik dan gehad hebben?", NL),
        ("bij welk roc ben je dan ingeschreven", NL),
        ("voor welke datum moet ik me opgeven?", NL),
        ("Until when could I have applied for the start in September 2026?", EN),
        ("Wie viele Arbeitsplätze sind dadurch entstanden?", DE),
    ],
)
def test_a_question_may_name_only_what_it_asks(text: str, language: Language) -> None:
    assert not has_subject(text, language)
    assert subject_in(text, language), "it still has words to look for"


def test_a_question_that_names_only_what_it_asks_leaves_the_topic() -> None:
    topic = topic_of(["Wat kost werktuigbouwkunde bij Saxion?", "hoeveel studenten zijn er?"], NL)
    assert topic is not None
    assert topic.names == "werktuigbouwkunde Saxion"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Mijn zoon wil op de trein werken (Machinist railvervoer). Op welk mbo-niveau is dat?",
            "Op welk mbo-niveau is dat, trein Machinist railvervoer?",
        ),
        ("In welke plaats zit AT Techniekopleidingen?", "In welke plaats zit AT Techniekopleidingen?"),
        ("Ik heb vmbo-tl. Welke opleiding past bij mij?", ""),
        ("Op welk niveau kan ik beginnen?", ""),
        ("Hoeveel euro kost Lassen bij REMO?", ""),
    ],
)
def test_one_plain_value_is_told_from_what_depends_on_a_person(text: str, asked: str) -> None:
    assert plain_value_asked(text, NL) == asked
