"""Lists in a talk: what somebody tells of themselves limits none, a list is not said twice, what no record has is refused."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk

ROBOTS = (
    "I live in Emmen and I'd like to work with industrial robots. Is there an associate degree in that here?"
)
FOOD = "Which university of applied sciences in Gelderland has a full-time bachelor in food technology (Voedingsmiddelentechnologie)?"
AUDICIEN = 'What mbo level is the training to become an "audicien" (hearing aid specialist)?'

FOUND = [
    # messages, what the last answer says, what it may not say
    ((FOOD,), "Hogeschool Van Hall Larenstein, Rheden", "I take it"),
    (
        (ROBOTS,),
        "Industriele Automatisering en Robotica: Associate degree, dual (work and study), NHL Stenden, Emmen",
        "",
    ),
    ((ROBOTS, "does Zwolle have the same one?"), "Windesheim, Zwolle", "Elektrotechniek"),
    (
        (
            "I live in Emmen and I'd like to work with industrial robots",
            "is there an associate degree in that here?",
        ),
        "Industriele Automatisering en Robotica: Associate degree, dual (work and study), NHL Stenden, Emmen",
        "ICT-Beheer",
    ),
    (
        (
            ROBOTS,
            "does Zwolle have the same one?",
            "And what would the one in Emmen cost me per year in 2026-2027?",
        ),
        "2,694",
        "ICT-Beheer",
    ),
    (
        (
            "Ik heb hbo werktuigbouwkunde en wil me verder specialiseren in robots. Heeft Saxion daar een master voor?",
        ),
        "Robotics Systems Engineering: hbo-master",
        "Mechatronica: hbo-bachelor",
    ),
    (
        (
            "I have a bachelor in mechanical engineering and want to specialise in robots. Does Saxion have a master for that?",
        ),
        "Robotics Systems Engineering: hbo master",
        "hbo bachelor",
    ),
    (
        ("Ik wil klokken en horloges leren repareren. Welke mbo-opleiding is er op niveau 4?",),
        "Uurwerktechnicus",
        "159",
    ),
    ((AUDICIEN,), "mbo-4", "being hard of hearing"),
    ((AUDICIEN, "what is the yearly fee if I go to school full-time (BOL)?"), "1,419", "715"),
    (("op welk mbo nivo kun je gamedeveloper worden?",), "Niveau: mbo-4", "Geo Media"),
    (("Op welk mbo-niveau leer je rietdekker (dakdekker riet)?", "hoe lang doe je daarover?"), "2 jaar", ""),
    (
        ("Welke technische hbo-bachelor geeft Saxion in Apeldoorn?", "hoe lang ben je daarmee bezig?"),
        "Applied Data Science & Artificial Intelligence: hbo-bachelor, voltijd, Saxion, Apeldoorn; duur: 4 jaar",
        "",
    ),
]


@pytest.mark.parametrize(("messages", "says", "never"), FOUND)
def test_a_list_is_limited_by_what_is_looked_for(
    chain: AnswerChain, messages: tuple[str, ...], says: str, never: str
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.ANSWERED
    assert says in answer.text
    assert not never or never not in answer.text


def test_names_that_the_list_did_not_give_are_said_to_be_unknown(chain: AnswerChain) -> None:
    messages = (
        "I live in the Achterhoek and would like a part-time associate degree. Is there one?",
        "what are the programmes called?",
    )
    assert "There is 1 Associate degree" not in talk(chain, *messages).text


OPEN_DAYS = [
    (
        ("Waar kan ik bouwkunde hbo doen in Zwolle?", "wanneer is de volgende open dag daar?"),
        "De open dag van Bouwkunde",
    ),
    (
        ("Software Development bij Saxion", "when is the next open day there?"),
        "The open day of Software Development",
    ),
    (("wanneer is de open dag van Windesheim?",), "De open dag van Windesheim"),
    (
        (
            "An welcher Hochschule kann ich in Emmen Technische Informatik studieren?",
            "Wann ist der nächste Tag der offenen Tür?",
        ),
        "",
    ),
]


@pytest.mark.parametrize(("messages", "says"), OPEN_DAYS)
def test_an_open_day_is_refused_by_its_name(chain: AnswerChain, messages: tuple[str, ...], says: str) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.REFUSED
    assert says in answer.text


LETTERS = [
    (("hoelang duurt de opleiding tot procesoperator B", "en C?"), "Procesoperator C"),
    (("hoelang duurt de opleiding tot procesoperator B", "en C?", "welk mbo niveau is dat"), "mbo-4"),
    (("wat kost procesoperator A", "en b?"), "Procesoperator B"),
]


@pytest.mark.parametrize(("messages", "says"), LETTERS)
def test_a_letter_asks_the_same_of_the_next_programme(
    chain: AnswerChain, messages: tuple[str, ...], says: str
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.ANSWERED
    assert says in answer.text
    assert "Procesoperator A" not in answer.text


def test_whether_something_belongs_to_what_was_said_is_no_search(chain: AnswerChain) -> None:
    first = "In wie vielen Berufsgruppen wird der Personalmangel laut UWV bis 2030 größer?"
    assert "Es gibt 50" not in talk(chain, first, "gehört die IT auch dazu?").text


def test_a_programme_that_belongs_to_a_job_is_looked_for(chain: AnswerChain) -> None:
    asked = "Which mbo course belongs to the job of solar panel installer?"
    assert "Monteur elektrotechnische installaties" in talk(chain, asked).text


def test_whose_something_is_is_not_where_it_is(chain: AnswerChain) -> None:
    assert "zit in Ulft" not in talk(chain, "Van welke school is CIVON?").text


def test_which_diploma_is_needed_is_no_search(chain: AnswerChain) -> None:
    asked = "Ich habe nur die Fachhochschulreife. Welchen Abschluss brauche ich für einen Bachelor an der Universität Twente?"
    assert "Allgemeine Hochschulreife" in talk(chain, asked).text
