"""Schemes as people ask for them: one that has ended, in a place, for a training place; and what a school costs."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk

ENDED = [
    # what is presumed of a scheme that has ended, what is said first
    ("Klopt het dat STAP weer open is?", "gestopt per 1 januari 2024"),
    ("Waarom is het STAP-budget verhoogd naar 2000 euro?", "gestopt per 1 januari 2024"),
    ("Komt STAP terug in 2027?", "gestopt per 1 januari 2024"),
    ("hoorde dat stap weer open gaat, klopt dat?", "gestopt per 1 januari 2024"),
    ("Is the STAP budget coming back in 2027?", "stopped on 1 January 2024"),
    ("Kommt das STAP-Budget 2027 zurück?", "seit dem 1. Januar 2024 beendet"),
    ("Klopt het dat MKB!dee in 2026 open is?", "MKB!dee is gestopt."),
    ("Is NL Leert Door verlengd?", "NL Leert Door bestaat niet meer"),
]


@pytest.mark.parametrize(("question", "said"), ENDED)
def test_the_end_of_a_scheme_is_said_first_whatever_is_presumed_of_it(
    chain: AnswerChain, question: str, said: str
) -> None:
    answer = talk(chain, question)
    assert answer.outcome is Outcome.ANSWERED
    assert said in answer.sentences[0].text
    assert answer.sentences[0].citations


def test_what_is_not_known_of_an_ended_scheme_stays_refused_after_its_end(chain: AnswerChain) -> None:
    answer = talk(chain, "Wat is het telefoonnummer van STAP?")
    assert answer.outcome is Outcome.REFUSED
    assert "gestopt" in answer.sentences[0].text


@pytest.mark.parametrize(
    "question", ["Wat is de volgende stap na mbo-4?", "Is een stap naar het hbo weer mogelijk in 2027?"]
)
def test_a_step_is_no_scheme(chain: AnswerChain, question: str) -> None:
    assert "STAP-budget" not in talk(chain, question).text


@pytest.mark.parametrize(
    ("question", "person", "employer"),
    [
        (
            "kan ik subsidie krijgen voor een lascursus?",
            "Geld dat je zelf kunt aanvragen:",
            "Dit vraagt je werkgever aan",
        ),
        (
            "Ik wil een lascursus doen. Wie betaalt dat?",
            "Geld dat je zelf kunt aanvragen:",
            "Dit vraagt je werkgever aan",
        ),
        (
            "Can I get a subsidy for a welding course?",
            "Money that you can apply for yourself:",
            "Your employer applies",
        ),
        (
            "Kann ich Geld für einen Schweißkurs bekommen?",
            "Geld, das du selbst beantragen kannst:",
            "beantragt dein Arbeitgeber",
        ),
    ],
)
def test_who_asks_money_for_a_course_is_told_who_applies_for_what(
    chain: AnswerChain, question: str, person: str, employer: str
) -> None:
    said = talk(chain, question).text
    assert said.startswith(person)
    assert employer in said


@pytest.mark.parametrize(
    "question",
    [
        "Does Saxion have an associate degree that I can do next to my job?",
        "heeft Saxion een ad in deeltijd?",
    ],
)
def test_a_list_that_is_asked_after_money_is_a_list(chain: AnswerChain, question: str) -> None:
    said = talk(chain, "kan ik subsidie krijgen voor een lascursus?", question).sentences[0].text
    assert "2 Associate degrees" in said


def test_money_for_a_course_is_not_led_in_by_programmes_of_years(chain: AnswerChain) -> None:
    assert "Basislasser" not in talk(chain, "Can I get a subsidy for a welding course?").text


FUND = "Wat is het Twents Fonds voor Vakmanschap?"
PLACES = [
    # a talk, and what is said of the place
    (("Kan ik als inwoner van Deventer geld krijgen van het Twents Fonds?",), "Nee: Deventer hoort niet bij"),
    (("Geldt het Twents Fonds ook in Zwolle?",), "Nee: Zwolle hoort niet bij Twente"),
    (("Mag iemand uit Almelo het Twents Fonds gebruiken?",), "Almelo hoort bij Twente"),
    ((FUND, "geldt dat ook in Zwolle?"), "Nee: Zwolle hoort niet bij Twente"),
    ((FUND, "geldt dat ook in Zwolle?", "en in Almelo?"), "Almelo hoort bij Twente"),
    ((FUND, "en als ik in Deventer woon?"), "Nee: Deventer hoort niet bij Twente"),
    (("Wat is SLIM?", "geldt dat ook in Almelo?"), "noemen mijn bronnen geen regio als voorwaarde"),
    (("What is the Twents Fonds?", "and if I live in Almelo?"), "Almelo is in Twente"),
]


@pytest.mark.parametrize(("messages", "said"), PLACES)
def test_a_scheme_is_for_the_places_of_its_region(
    chain: AnswerChain, messages: tuple[str, ...], said: str
) -> None:
    assert said in talk(chain, *messages).sentences[0].text


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        (
            (FUND, "is er zoiets in Zwolle?"),
            "Voor Zwolle staat dit in mijn bronnen:\nHet Ontwikkelfonds Regio Zwolle",
        ),
        ((FUND, "bestaat dat ook in Apeldoorn?"), "Het Ontwikkelfonds Cleantech Regio gaf"),
        (
            ("What is the Twents Fonds?", "is there something like that in Zwolle?"),
            "Ontwikkelfonds Regio Zwolle",
        ),
    ],
)
def test_a_place_that_a_scheme_is_not_for_is_told_its_own(
    chain: AnswerChain, messages: tuple[str, ...], said: str
) -> None:
    answer = talk(chain, *messages)
    assert said in answer.text
    assert [one.number for one in answer.citations] == [1, 2]


def test_a_place_without_a_scheme_of_its_own_is_told_of_the_scheme_that_was_asked(chain: AnswerChain) -> None:
    answer = talk(chain, "Wat is het Ontwikkelfonds Regio Zwolle?", "is er ook zoiets in de Achterhoek?")
    assert "in mijn bronnen:" not in answer.text
    assert "Het Ontwikkelfonds Regio Zwolle" in answer.text


def test_a_place_after_a_list_of_programmes_asks_for_programmes(chain: AnswerChain) -> None:
    answer = talk(chain, FUND, "Welke opleidingen zijn er in Almelo?", "en in Zwolle?")
    assert "hoort niet bij" not in answer.text


PUPILS = [
    ("Hoeveel subsidie krijgen wij voor een bbl leerling en wanneer moeten we aanvragen?",),
    ("Wat krijgt een leerbedrijf per leerling?",),
    ("Krijgt mijn werkgever geld als hij mij als bbl'er aanneemt?",),
    ("Hoeveel subsidie krijgt mijn bedrijf voor een leerling?", "wie vraagt dat aan?", "en tot wanneer?"),
]


def test_who_applies_for_it_comes_first_where_that_is_asked(chain: AnswerChain) -> None:
    answer = talk(chain, "Hoeveel subsidie krijgt mijn bedrijf voor een leerling?", "wie vraagt dat aan?")
    assert "vraagt de werkgever aan" in answer.sentences[0].text
    assert "2.700 euro per leerwerkplek" in answer.text
    assert "2 juni tot en met 17 september" in answer.text


@pytest.mark.parametrize("messages", PUPILS)
def test_who_takes_on_a_pupil_is_told_what_a_training_place_gives_and_when(
    chain: AnswerChain, messages: tuple[str, ...]
) -> None:
    first = talk(chain, *messages).sentences[0].text
    assert "2.700 euro per leerwerkplek" in first
    assert "2 juni tot en met 17 september" in first


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel loon krijgt een bbl leerling bij ons bedrijf?",
        "Wat krijgt een bedrijf per leerling van OOM?",
        "Welke subsidies zijn er voor werkgevers?",
    ],
)
def test_other_questions_of_employers_are_not_of_a_training_place(chain: AnswerChain, question: str) -> None:
    assert "per leerwerkplek" not in talk(chain, question).sentences[0].text


FEES = [
    (("Wat kost de UT in 2025-2026?",), "2.601 euro"),
    (("Hoeveel kost Saxion in 2026-2027?",), "2.694 euro"),
    (("Wat kost Windesheim in 2025/2026?",), "2.601 euro"),
    (
        ("Wat kost de UT in 2025-2026?", "en het jaar daarna?", "en voor iemand uit Turkije?"),
        "instellingstarief",
    ),
    (("Hoeveel collegegeld betaal ik bij Saxion?", "en als ik uit India kom?"), "instellingstarief"),
]


@pytest.mark.parametrize(("messages", "said"), FEES)
def test_what_a_school_costs_is_the_fee_by_law_and_another_one_for_who_is_from_outside_the_eu(
    chain: AnswerChain, messages: tuple[str, ...], said: str
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome in (Outcome.ANSWERED, Outcome.PARTLY)
    assert said in answer.text


@pytest.mark.parametrize("question", ["Wat kost een open dag bij Saxion?", "Wat kost ROC van Twente?"])
def test_the_fee_by_law_is_not_the_price_of_anything_else(chain: AnswerChain, question: str) -> None:
    assert "collegegeld" not in talk(chain, question).text


@pytest.mark.parametrize(
    "question",
    ["Is BBL gratis als je 17 bent?", "Is bol gratis als iemand 16 is?", "is mbo gratis onder de 18"],
)
def test_whether_mbo_is_free_is_told_by_the_rule_for_the_young(chain: AnswerChain, question: str) -> None:
    assert "1 augustus" in talk(chain, question).text


def test_what_is_not_required_by_law_is_not_so_since_a_year(chain: AnswerChain) -> None:
    answer = talk(chain, "Is VCA sinds 2025 wettelijk verplicht?")
    assert answer.outcome is Outcome.ANSWERED
    assert "niet wettelijk verplicht" in answer.sentences[0].text
    assert talk(chain, "Is VCA vanaf 2027 wettelijk verplicht?").outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "messages",
    [
        ("Ik wil elektricien worden", "krijg ik daar geld voor?"),
        ("Ik heb mbo-2 en wil elektricien worden", "wordt dat vergoed?"),
        ("I want to become an electrician", "do I get money for that?"),
    ],
)
def test_who_asks_for_money_after_a_route_is_told_who_pays_for_it(
    chain: AnswerChain, messages: tuple[str, ...]
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.ANSWERED
    assert "Twents Fonds voor Vakmanschap" in answer.text
