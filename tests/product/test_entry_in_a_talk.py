"""What somebody needs to enter is asked of the programme that the talk is about, however small the words are that ask it."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk

EMMEN = "Bij welke hogeschool kan ik in Emmen technische informatica doen?"
EMMEN_EN = "At which university of applied sciences can I do technical computer science in Emmen?"
EMMEN_DE = "An welcher Hochschule kann ich in Emmen Technische Informatik studieren?"
FOOD = (
    "Which university of applied sciences in Gelderland has a full-time bachelor in food technology"
    " (Voedingsmiddelentechnologie)?"
)
TEACHER = "Ik sta zelf in de bouw en wil er een lesbevoegdheid technisch beroepsonderwijs bij halen. Kan dat in deeltijd, en waar?"
BIKES = "ik wil fietsen maken als werk, welke mbo is dat"

NEEDED = [
    # messages, what the last answer says
    (
        (EMMEN, "ik doe havo met EM, wat heb ik dan nodig?"),
        ("wiskunde B", "Technische Informatica", "NHL Stenden"),
    ),
    ((EMMEN, "welk vak moet ik dan hebben?"), ("wiskunde B", "Technische Informatica")),
    (
        (EMMEN_EN, "I have havo with EM. Which subjects would I need for it?"),
        ("wiskunde B", "Technische Informatica", "NHL Stenden"),
    ),
    ((EMMEN_DE, "Welche Fächer brauche ich dafür?"), ("wiskunde B", "Technische Informatica", "NHL Stenden")),
    (
        (FOOD, "I have havo with economics and society (EM). Which subjects would I need for it?"),
        ("chemistry", "Voedingsmiddelentechnologie"),
    ),
    (
        (TEACHER, "ik heb havo met cultuur en maatschappij. Welk vak moet ik dan hebben?"),
        ("wiskunde A of wiskunde B", "Technisch Beroepsonderwijs"),
    ),
    (
        ("Welke technische hbo-bachelor geeft Saxion in Apeldoorn?", "en wat moet ik daarvoor hebben?"),
        ("Applied Data Science", "havo, vwo of mbo-4"),
    ),
    ((BIKES, "wat heb je nodig voor niveau 2"), ("vmbo", "entree")),
    (
        (BIKES, "wat heb je nodig voor niveau 2", "en als je niks van diploma hebt, ben 17"),
        ("mbo-2", "entreediploma"),
    ),
]


@pytest.mark.parametrize(("messages", "says"), NEEDED)
def test_entry_is_that_of_the_programme_in_hand(
    chain: AnswerChain, messages: tuple[str, ...], says: tuple[str, ...]
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.ANSWERED
    assert all(one in answer.text for one in says)


def test_where_somebody_works_limits_no_search(chain: AnswerChain) -> None:
    answer = talk(chain, TEACHER)
    assert answer.outcome in (Outcome.ANSWERED, Outcome.PARTLY)
    assert "Windesheim, Zwolle" in answer.text


MASTER = "Kan ik met mijn hbo-diploma meteen beginnen aan de master Mechanical Engineering in Enschede?"
ADULT = "Ik ben 24 en heb geen havo of mbo. Welke test moet ik doen om bij Windesheim binnen te komen?"
NO_VERDICT = [
    # messages, what the last answer says
    ((MASTER, "mag ik er al mee beginnen tijdens mijn hbo?"), "tijdens of na je bachelor"),
    (
        (
            ADULT,
            "en bij de Universiteit Twente, hoe heet dat daar?",
            "mijn broer is 19 en heeft ook niks, vanaf welke leeftijd mag dat bij de Open Universiteit?",
        ),
        "18 jaar of ouder",
    ),
    (("Ik doe bbl. Krijg ik dan studiefinanciering?", "en bij bol, tot welke leeftijd?"), "BOL"),
]


@pytest.mark.parametrize(("messages", "says"), NO_VERDICT)
def test_when_or_from_which_age_is_no_verdict_once_more(
    chain: AnswerChain, messages: tuple[str, ...], says: str
) -> None:
    answer = talk(chain, *messages)
    assert says in answer.text
    assert "Volgens de regel" not in answer.text
    assert "hoogste leeftijd is er niet" not in answer.text
