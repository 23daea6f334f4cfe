"""The first questions that people ask of the bundled library, in three languages and with a slip of the pen."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.interface.texts import texts_in
from assistant.types import Language, Outcome, Question


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Hoeveel geld krijgt TechOost uit het Nationaal Groeifonds?", "nl"),
        ("hoevel geld krijgt techost uit nationaal groeifonds", "nl"),
        ("How much money does TechOost get from the National Growth Fund?", "en"),
        ("Wie viel Geld bekommt TechOost aus dem Nationalen Wachstumsfonds?", "de"),
    ],
)
def test_the_money_of_techoost_is_known_in_three_languages(
    chain: AnswerChain, question: str, language: str
) -> None:
    answer = chain.invoke(Question(question))
    assert (answer.outcome, answer.language) == (Outcome.ANSWERED, language)
    assert "9 miljoen euro" in answer.citations[0].quote
    assert answer.citations[0].url == "https://techoost.nl/wie-zijn-we/"


@pytest.mark.parametrize("language", Language)
def test_every_example_of_the_first_screen_is_answered_from_sources(
    chain: AnswerChain, language: Language
) -> None:
    for question in texts_in(language).examples:
        answer = chain.invoke(Question(question))
        assert (answer.outcome, answer.language) == (Outcome.ANSWERED, language), question
        assert answer.citations, question


def test_an_ended_scheme_is_called_ended_and_its_alternatives_are_named(chain: AnswerChain) -> None:
    text = chain.invoke(Question("Kan ik nog STAP-budget krijgen voor een lascursus?")).text
    assert "gestopt per 1 januari 2024" in text
    assert "Twents Fonds" in text


@pytest.mark.parametrize(
    "question",
    [
        "Wat is het slagingspercentage van Mechatronica bij Saxion?",
        "Op welke datum is de open dag van ROC van Twente in 2026?",
        "How much does a PLC course cost at STODT?",
        "Wat is het beste restaurant in Enschede?",
    ],
)
def test_what_the_library_does_not_say_is_not_known(chain: AnswerChain, question: str) -> None:
    assert chain.invoke(Question(question)).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Wat is SLIM?", "SLIM is subsidie voor mkb-bedrijven"),
        ("levenlanglerenkrediet?", "Met het levenlanglerenkrediet leen je geld bij DUO"),
        ("Was ist SLIM?", "SLIM ist ein Zuschuss"),
        ("what is the levenlanglerenkrediet", "With the lifelong learning credit"),
        ("Wat kost de BBL?", "Het cursusgeld voor een mbo-opleiding BBL"),
    ],
)
def test_the_shortest_questions_get_the_plain_answer_first(
    chain: AnswerChain, question: str, begins: str
) -> None:
    answer = chain.invoke(Question(question))
    assert answer.outcome is Outcome.ANSWERED
    assert answer.sentences[0].text.startswith(begins)
    assert answer.sentences[0].citations


def test_when_a_scheme_is_named_and_something_else_is_asked_it_is_not_merely_explained(
    chain: AnswerChain,
) -> None:
    answer = chain.invoke(Question("Wanneer komt er een nieuw Ontwikkelfonds Cleantech Regio?"))
    assert not answer.sentences[0].text.startswith("Het Ontwikkelfonds Cleantech Regio gaf vouchers")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Heeft Saxion een bachelor waar je over artificial intelligence leert?", "Artificial Intelligence"),
        (
            "Ik heb geen technische achtergrond maar wil monteur worden in Zwolle. Is er een bedrijf met een eigen opleiding waar ik terechtkan?",
            "Breman",
        ),
        ("hoeveel procent geeft slim voor een klein bedrijf", "SLIM"),
    ],
)
def test_a_word_that_says_little_hides_nothing(chain: AnswerChain, question: str, said: str) -> None:
    assert said in chain.invoke(Question(question)).text
