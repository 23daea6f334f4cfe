"""What a person asks is answered for what they said last: the form, the benefit, the school, and who pays before how."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk


def test_who_pays_comes_before_the_ways_where_that_is_asked(chain: AnswerChain) -> None:
    text = talk(chain, "ik wil lasser worden, wie betaalt dat?").text
    assert text.index("Geld dat je zelf kunt aanvragen:") < text.index("Dit zijn de wegen naar lasser:")
    text = talk(chain, "wat kost het om lasser te worden en wie betaalt dat").text
    assert text.index("Dit zijn de wegen naar lasser:") < text.index("Geld dat je zelf kunt aanvragen:")


@pytest.mark.parametrize(
    "question",
    ["kan ik mbo 4 doen bij saxion met vmbo tl", "mag ik met mbo 4 naar hbo bij Deltion"],
)
def test_no_school_is_said_to_teach_what_it_does_not(chain: AnswerChain, question: str) -> None:
    answer = talk(chain, question)
    assert "ken ik deze opleiding niet" in answer.sentences[0].text
    verdict = next(one.text for one in answer.sentences if one.text.startswith("Ja"))
    assert " bij " not in verdict


def test_a_form_of_mbo_takes_the_place_of_higher_education(chain: AnswerChain) -> None:
    answer = talk(
        chain,
        "kan ik geld lenen bij duo voor een hbo studie in deeltijd? ben 41",
        "sorry ik bedoel een bbl opleiding",
    )
    assert "Nee. Levenlanglerenkrediet" in answer.text


def test_another_benefit_than_the_one_before_is_not_taken_for_it(chain: AnswerChain) -> None:
    answer = talk(
        chain,
        "Ik krijg WW. Mag ik een opleiding doen?",
        "Sorry, ik heb geen WW. Ik heb bijstand. Mag het dan ook?",
    )
    assert answer.outcome is Outcome.REFUSED
    assert "met bijstand" in answer.text


def test_the_share_of_the_scheme_of_a_talk_is_told_and_not_which_schemes_there_are(
    chain: AnswerChain,
) -> None:
    answer = talk(
        chain,
        "Tot wanneer loopt de SLIM-subsidie voor ons mkb-bedrijf door?",
        "Welk percentage krijgen we vergoed na de verlenging?",
    )
    assert "60%" in answer.sentences[0].text


def test_a_programme_that_a_school_is_not_known_for_is_judged_without_its_name(chain: AnswerChain) -> None:
    answer = talk(chain, "mag ik met mbo 4 naar Applied Computer Science bij Deltion College?")
    assert any("niet bij Deltion College" in one.text for one in answer.sentences)
    verdict = next(one.text for one in answer.sentences if one.text.startswith("Ja"))
    assert "Deltion" not in verdict


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("I want to work and learn together. What is BBL?", "BBL (beroepsbegeleidende leerweg) is"),
        ("Ik ben 17 en zit op de havo. Wat is een Ad?", "Een Ad is"),
        ("Ich möchte arbeiten und lernen. Was ist BBL?", "BBL (beroepsbegeleidende leerweg) ist"),
    ],
)
def test_what_something_is_is_told_whatever_was_told_before_it(
    chain: AnswerChain, question: str, begins: str
) -> None:
    assert talk(chain, question).sentences[0].text.startswith(begins)


@pytest.mark.parametrize(
    "talked",
    [
        ("ik heb een diploma uit syrie, kan ik naar het hbo?", "waar kan ik gratis advies krijgen over school en werk in Twente?"),
        ("I have a diploma from Syria. Can I go to hbo in Netherlands?", "Ok. Where can I get free advice about school and work in Twente?"),
    ],
)  # fmt: skip
def test_who_gives_advice_is_told_and_not_the_verdict_of_before(
    chain: AnswerChain, talked: tuple[str, ...]
) -> None:
    answer = talk(chain, *talked)
    assert "Leerwerkloket" in answer.sentences[0].text
    assert "Syri" not in answer.text


def test_after_a_scheme_that_has_ended_others_are_told_and_its_last_round(chain: AnswerChain) -> None:
    ended = "bestaat stap nog ofzo"
    other = talk(chain, ended, "jammer man. ik woon in almelo wat kan ik dan wel pakken")
    assert any(record.name == "Twents Fonds voor Vakmanschap" for record in other.records)
    assert talk(chain, ended, "wanneer was die laatste ronde van stap eig").outcome is Outcome.ANSWERED


def test_what_is_to_be_paid_back_is_asked_of_what_the_talk_is_about(chain: AnswerChain) -> None:
    talked = (
        "Tot welke leeftijd kan je studiefinanciering krijgen?",
        "Ik doe mbo 2, bol. Moet ik het later terug betalen?",
    )
    assert "gift" in talk(chain, *talked).sentences[0].text
    assert "prestatiebeurs" in talk(chain, *talked, "En op niveau 4?").sentences[0].text


def test_what_is_gone_back_to_is_asked_in_both_halves_of_a_message(chain: AnswerChain) -> None:
    answer = talk(
        chain,
        "Welk bedrijf geeft in Hengelo opleidingen in verspanen en meten?",
        "Tussendoor: hoeveel banen telde Twente in 2023?",
        "Terug naar verspanen: hoeveel mensen zijn er per jaar nodig en hoeveel kwamen er bij?",
    )
    assert "346.510" not in answer.text
