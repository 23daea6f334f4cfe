"""What people who tried the product were told wrongly: a false yes, another one's money, a list that was lost."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk

TOLD = [
    # messages, what the last answer says, what it may not say
    (
        ("Mijn dochter is gezakt voor haar vmbo examen, kan ze nog naar het mbo?",),
        "mbo-1 (entree)",
        "vmbo (welke",
    ),
    (("hoi ik zit in vmbo 4 kader wat kan ik doen met techniek?",), "vmbo-kader", "niet gezegd"),
    (("mijn zoon heeft vmbo-t zonder wiskunde, kan hij naar mbo 4 engineering?",), "vmbo-tl", "niet gezegd"),
    (("welk profiel heb ik nodig voor werktuigbouwkunde",), "met NT mag je erin", "HBO-ICT"),
    (
        ("hbo mechatronica in de buurt van deventer", "hoeveel kost dat per jaar"),
        "2.694 euro",
        "0 gevonden",
    ),
    (("Eerste monteur mechatronica", "en op niveau 4?"), "in twee jaar niveau 4", "0 gevonden"),
    (("mechatronica enschede mbo", "hoe lang duurt dat"), "de duur is niet bekend", "0 gevonden"),
    (
        ("hbo ict deeltijd in de buurt van zwolle", "wat kost dat per jaar", "en in deventer?"),
        "Saxion, Deventer",
        "ICT Connecting",
    ),
    (
        ("Ik heb een installatiebedrijf in Zwolle en zoek een bbl leerling.", "is er subsidie voor?"),
        "vraagt je werkgever aan",
        "je woont in",
    ),
]


@pytest.mark.parametrize(("messages", "says", "never"), TOLD)
def test_what_is_told_fits_who_asks(
    chain: AnswerChain, messages: tuple[str, ...], says: str, never: str
) -> None:
    answer = talk(chain, *messages)
    assert says in answer.text
    assert never not in answer.text


@pytest.mark.parametrize(
    "messages",
    [
        ("hoeveel meisjes kiezen techniek?", "in het mbo?"),
        (
            "Hoeveel geld heeft de provincie uitgegeven aan kiezen, leren en werken in de techniek?",
            "Uit welk jaar is dat?",
        ),
    ],
)
def test_a_short_question_is_not_answered_with_the_catalogue(
    chain: AnswerChain, messages: tuple[str, ...]
) -> None:
    answer = talk(chain, *messages)
    assert len(answer.records) < 10


def test_an_age_is_not_what_nothing_was_found_about(chain: AnswerChain) -> None:
    answer = talk(chain, "ik ben 52 mag dat nog")
    assert "52" not in answer.text
    assert "gaat niet over leren" not in answer.text


def test_a_trade_with_a_place_is_a_search(chain: AnswerChain) -> None:
    assert "lasser" in talk(chain, "lassen leren hengelo").text


@pytest.mark.parametrize(
    ("said", "answer"),
    [("bedankt", "Graag gedaan"), ("thanks!", "You are welcome"), ("danke", "Gern geschehen")],
)
def test_who_thanks_is_not_greeted(chain: AnswerChain, said: str, answer: str) -> None:
    assert talk(chain, said).text.startswith(answer)


def test_a_question_about_a_field_is_not_about_the_one_programme_that_is_called_after_it(
    chain: AnswerChain,
) -> None:
    answer = talk(chain, "Ik werk in de zorg en wil iets met ICT gaan doen")
    assert "ICT Connecting" not in answer.text
    assert talk(chain, "wat is de duur van ICT Connecting").outcome is Outcome.REFUSED
