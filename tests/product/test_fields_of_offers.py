"""What is asked about an offer: its value, or that this of this offer is not known; never the value of another."""

from __future__ import annotations

import re

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk


@pytest.mark.parametrize(
    ("messages", "value"),
    [
        (("Hoeveel studiepunten heeft Civiele Techniek bij Windesheim?",), "240 EC"),
        (("How many credits is Civiele Techniek at Windesheim?",), "240 EC"),
        (("Wat is de CROHO-code van Civiele Techniek bij Windesheim?", "en hoeveel studiepunten?"), "240 EC"),
        (
            ("Heeft de HAN een deeltijd-Ad in de autotechniek?", "En op welk NLQF-niveau kom ik dan uit?"),
            ": 5.",
        ),
        (("Welche NLQF-Stufe hat der Master Applied Nanotechnology?",), "NLQF-Niveau: 7"),
    ],
)
def test_study_load_and_level_are_told_of_the_offer_in_the_talk(
    chain: AnswerChain, messages: tuple[str, ...], value: str
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.ANSWERED
    assert value in answer.text
    assert answer.citations


@pytest.mark.parametrize(
    ("messages", "field", "offer"),
    [
        (("op welk niveau zit die luchtvaart opleiding van deltion",), "Het niveau", "Luchtvaarttechniek"),
        (("Welk niveau heeft Drone-operations specialist van Deltion?",), "Het niveau", "Drone-operations"),
        (("Heeft Luchtvaarttechniek bij Deltion een crebocode?",), "De code", "Luchtvaarttechniek"),
        (
            ("What is the non-EU tuition fee for the MSc Electrical Engineering in Twente in 2026-2027?",),
            "The price",
            "Electrical Engineering",
        ),
    ],
)
def test_a_field_that_no_record_has_is_refused_by_its_name_and_that_of_the_offer(
    chain: AnswerChain, messages: tuple[str, ...], field: str, offer: str
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.REFUSED
    assert field in answer.text
    assert offer in answer.text


@pytest.mark.parametrize(
    ("messages", "never"),
    [
        (
            (
                "What is the institutional fee for the MSc Computer Science in Twente in 2025-2026?",
                "is it the same for the electrical engineering master?",
            ),
            ("18,900", "21,700", "2,694"),
        ),
        (
            ("What is the institutional (non-EU) fee for the bachelor Civil Engineering at UT?",),
            ("2,694", "2,695"),
        ),
        (
            (
                "heeft windesheim in zwolle elektrotechniek",
                "nee ik bedoel de ad, niet de bachelor. hoeveel studiepunten is die",
            ),
            ("240",),
        ),
        (
            ("Ik wil Werktuigbouwkunde voltijd bij NHL Stenden in Emmen doen", "wanneer begint dat?"),
            ("2019",),
        ),
    ],
)
def test_the_value_of_another_offer_is_never_shown(
    chain: AnswerChain, messages: tuple[str, ...], never: tuple[str, ...]
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome in (Outcome.REFUSED, Outcome.PARTLY)
    assert not any(value in answer.text for value in never)


def test_a_refusal_does_not_say_of_a_field_that_a_record_has_that_it_is_unknown(chain: AnswerChain) -> None:
    answer = talk(chain, "Wie bedacht de CROHO-code van Civiele Techniek bij Windesheim?")
    assert "De code van" not in answer.text


def test_a_fee_that_many_share_is_said_once_before_the_list(chain: AnswerChain) -> None:
    answer = talk(chain, "wat kost een hbo opleiding werktuigbouw per jaar")
    assert answer.text.startswith("Kosten in 2026-2027: 2.694 of 2.695 euro per jaar")
    assert answer.text.count("2.694") == 1
    assert "bij 5 van de 11 opleidingen" in answer.text
    assert "Associate degree, HAN (niet bevestigd); de kosten zijn niet bekend" in answer.text


@pytest.mark.parametrize(
    ("question", "amount", "other"),
    [
        ("Hoeveel lesgeld betaal je voor BOL in 2024-2025?", "1.419 euro", "715 euro per jaar"),
        ("Hoeveel lesgeld moet mijn zoon van 18 betalen voor een bol-opleiding?", "1.419 euro", "715 euro"),
        (
            "Wat is het cursusgeld van BBL op niveau 3 in 2024-2025?",
            "715 euro",
            "715 euro per jaar (lesgeld)",
        ),
    ],
)
def test_a_fee_of_hundreds_of_programmes_is_one_amount_and_no_list(
    chain: AnswerChain, question: str, amount: str, other: str
) -> None:
    answer = talk(chain, question)
    assert amount in answer.text.splitlines()[0]
    assert other not in answer.text
    assert "1. " not in answer.text


@pytest.mark.parametrize(
    "question", ["wat kost werktuigbouwkunde voltijd bij Saxion", "What does Mechatronica at Saxion cost?"]
)
def test_a_fee_that_sources_round_otherwise_is_one_price_and_no_dispute(
    chain: AnswerChain, question: str
) -> None:
    text = talk(chain, question).text.replace(",", ".")
    assert re.search(r"2\.694 (?:of|or) 2\.695 euro", text)
    assert "spreken elkaar tegen" not in text
    assert "contradict" not in text
    assert "miqjj" not in text


@pytest.mark.parametrize(
    ("question", "names"),
    [
        (
            "What technical master's programmes does Saxion run full-time in Enschede?",
            {"Applied Nanotechnology", "Innovative Textile Development", "Robotics Systems Engineering"},
        ),
        (
            "Ik werk overdag. Welke korte hbo-opleidingen (Ad) kan ik bij Windesheim in Zwolle doen?",
            {"ICT-Beheer", "Industriele Automatisering en Robotica", "Logistiek", "Technische Bedrijfskunde"},
        ),
        ("Welche Ad-Studiengänge bietet Saxion berufsbegleitend an?", {"Bouwkunde", "Engineering"}),
        ("Kan ik mechatronica bij Saxion ook naast mijn werk doen?", {"Mechatronica"}),
    ],
)
def test_a_list_by_filter_comes_from_the_records(chain: AnswerChain, question: str, names: set[str]) -> None:
    answer = talk(chain, question)
    assert {record.name for record in answer.records} == names


def test_who_may_enter_a_master_is_told_in_the_reader_s_language(chain: AnswerChain) -> None:
    question = "With which UT bachelors can I go straight into the Sustainable Energy Technology master?"
    answer = talk(chain, question)
    assert answer.outcome is Outcome.ANSWERED
    assert "bachelor ME, AT, EE, ChE or Applied Physics" in answer.text


@pytest.mark.parametrize(
    ("question", "subjects"),
    [
        (
            "Havo met E&M, en dan hbo voedingsmiddelentechnologie. Welke vakken moet ik in mijn pakket hebben?",
            ("wiskunde A", "scheikunde"),
        ),
        (
            "Onze zoon doet havo C&M en denkt aan technische bedrijfskunde. Waar moet hij op letten bij zijn vakken?",
            ("wiskunde A", "wiskunde B"),
        ),
        (
            "zit in havo 5 met natuur en gezonheid maar heb geen natuurkude, kom ik dan bij hbo werktuigbouwkunde"
            " binnen of moet ik een vak bij doen?",
            ("natuurkunde", "NLT"),
        ),
        (
            "ik heb vwo e&m met wiskunde a en wil Advanced Technology doen, welke vakken mis ik?",
            ("wiskunde B",),
        ),
    ],
)
def test_the_subjects_that_entry_needs_are_named(
    chain: AnswerChain, question: str, subjects: tuple[str, ...]
) -> None:
    answer = talk(chain, question)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.verdict is not None
    assert all(subject in answer.text for subject in subjects)


def test_whether_one_may_enter_and_who_pays_are_both_answered(chain: AnswerChain) -> None:
    question = "Ik heb havo C&M en wil HBO-ICT in deeltijd in Zwolle doen. Word ik toegelaten, en krijg ik studiefinanciering?"
    text = talk(chain, question).text
    assert "Ja. Volgens de regel mag je" in text
    assert "Nee. Studiefinanciering is volgens de regel niet voor jou" in text


@pytest.mark.parametrize(
    ("question", "day"),
    [
        (
            "sinds wanneer zijn er landelijke regels dat je na je ad door mag naar een bachelor",
            "1 december 2023",
        ),
        ("Sinds wanneer mag je met mbo-4 zonder extra eisen naar het hbo?", "12 september 2020"),
    ],
)
def test_a_question_for_a_date_is_no_question_about_who_asks(
    chain: AnswerChain, question: str, day: str
) -> None:
    answer = talk(chain, question)
    assert answer.verdict is None
    assert day in answer.text


def test_where_a_rule_stands_is_no_question_about_who_asks(chain: AnswerChain) -> None:
    answer = talk(
        chain, "waar staat wettelijk vastgelegd welke vmbo vakken je per sector moet hebben voor het mbo?"
    )
    assert answer.verdict is None


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Ik ben 15 jaar en ik heb geen diploma. Mag ik nu al naar de entree opleiding?", "unknown"),
        ("Ben 14 en gestopt met school, kan ik al entreeopleiding doen?", "no"),
        ("Ik ben 17 en heb geen diploma. Mag ik naar de entreeopleiding?", "yes"),
    ],
)
def test_the_age_that_mbo_1_asks_for_is_the_answer(chain: AnswerChain, question: str, verdict: str) -> None:
    answer = talk(chain, question)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.verdict is not None
    assert answer.verdict["answer"] == verdict
    assert verdict == "yes" or "16 jaar zijn op 1 augustus" in answer.text


def test_whether_one_s_employer_can_apply_for_a_scheme_is_told_of_that_scheme(chain: AnswerChain) -> None:
    text = talk(chain, "kan mijn baas SLIM aanvragen").text
    assert text.splitlines()[1] == "Dit vraagt je werkgever aan, jij niet:"
    assert "Subsidieregeling praktijkleren" not in text
