"""What people ask on about: a detail of what was just said, one plain value in a story, the rule that is asked itself."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome, Question
from tests.support.talking import talk

DETAILS = [
    # messages, what the last answer says
    (
        ("hoeveel vragen krijg je bij het examen vca vol", "en bij basis?", "hoe lang heb je daarvoor"),
        "60 minuten",
    ),
    (
        ("How many jobs did Twente have in 2023?", "by what percentage was that up on the year before?"),
        "2.6%",
    ),
    (("Op welke dag is TechOost officieel van start gegaan?", "waar was dat feestje"), "De Gieterij"),
    (("Op welke dag is TechOost officieel van start gegaan?", "hoeveel man kwam erop af?"), "150"),
    (
        (
            "In welke stad van Saxion moet je zijn voor Forensisch Onderzoek?",
            "ik heb havo NG, welk vak moet ik dan gehad hebben?",
            "hoe lang duurt de opleiding",
        ),
        "4 jaar",
    ),
    (
        (
            "Ik heb een hbo-diploma en wil Technical Computer Science in Enschede doen. Welke vakken moet ik op vwo-niveau hebben?",
            "hoeveel plaatsen waren er in 2023-2024?",
        ),
        "400 plaatsen",
    ),
    (("stap budget, wanneer zijn ze daar mee gestopt",), "1 januari 2024"),
]


@pytest.mark.parametrize(("messages", "says"), DETAILS)
def test_a_detail_of_what_was_said_is_told(chain: AnswerChain, messages: tuple[str, ...], says: str) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.ANSWERED
    assert says in answer.text


@pytest.mark.parametrize(
    ("message", "says", "not_said"),
    [
        (
            "In welke plaats kon je in 2020 bij AT Techniekopleidingen eerste monteur mechatronica worden?",
            "Terborg",
            "Twents Fonds",
        ),
        (
            "Mijn zoon wil machinist op de trein worden (Machinist railvervoer). Op welk mbo-niveau is dat?",
            "mbo-3",
            "lesgeld",
        ),
        (
            "Onze dochter zit op vmbo kader. Op welk mbo-niveau begint ze in de techniek?",
            "mbo-3 of mbo-4",
            "NLQF",
        ),
    ],
)
def test_one_plain_value_in_a_story_is_told_before_any_route(
    chain: AnswerChain, message: str, says: str, not_said: str
) -> None:
    answer = chain.invoke(Question(message))
    assert answer.outcome is Outcome.ANSWERED
    assert says in answer.text
    assert not_said not in answer.text


@pytest.mark.parametrize(
    "message",
    [
        "Ik heb een hbo-diploma en wil Technical Computer Science in Enschede doen. Welke vakken moet ik op vwo-niveau hebben?",
        "I have a Dutch hbo bachelor. What do I have to do first before the MSc Sustainable Energy Technology in Twente?",
        "Ich habe einen hbo-Bachelor. Brauche ich für den Master Mechanical Engineering in Twente noch etwas?",
    ],
)
def test_who_asks_for_the_rule_is_answered_by_the_rule_of_the_programme(
    chain: AnswerChain, message: str
) -> None:
    assert chain.invoke(Question(message)).outcome is Outcome.ANSWERED


def test_what_is_not_known_of_today_takes_nothing_from_what_is_told_of_then(chain: AnswerChain) -> None:
    then = chain.invoke(
        Question("wat is het startloon van een monteur in groep D, cao metaal en techniek 2022")
    )
    now = chain.invoke(Question("wat is het startloon van een monteur nu in groep D, cao metaal en techniek"))
    assert "2.318" in then.text
    assert then.outcome is Outcome.ANSWERED
    assert now.outcome is not Outcome.ANSWERED


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("heeft saxion een master over robots", "Robotics Systems Engineering"),
        ("Does Saxion have a master's about robots?", "Robotics Systems Engineering"),
        ("heeft saxion een opleiding over textiel", "Textile"),
        ("Op welke dag heb je les bij die bbl-opleiding over voeding in Nijkerk?", "woensdag"),
    ],
)
def test_what_programmes_are_about_and_on_which_day_is_told(
    chain: AnswerChain, message: str, says: str
) -> None:
    answer = chain.invoke(Question(message))
    assert answer.outcome is Outcome.ANSWERED
    assert says in answer.text
    assert "Nanotechnology" not in answer.text


def test_what_lacks_is_said_before_an_answer_that_keeps_its_sources(chain: AnswerChain) -> None:
    answer = chain.invoke(
        Question(
            "Ik ben 34. Heeft Saxion mechatronica in deeltijd, en is daar een lening voor bij DUO? 1/2 jaar"
        )
    )
    cited = {number for one in answer.sentences for number in one.citations}
    assert cited
    assert cited <= {one.number for one in answer.citations}


JOBS = [
    ("Wat is de ESCO-code van lasser?", "welke opleiding past bij dat beroep?", "Basislasser"),
    ("What is the ESCO code of a welder?", "which course leads to that job?", "Basislasser"),
    (
        "Welchen ESCO-Code hat der Beruf Glasfaserinstallateur?",
        "Welche mbo-Ausbildung passt dazu?",
        "datadistributie",
    ),
]


@pytest.mark.parametrize(("first", "then", "says"), JOBS)
def test_a_programme_is_told_for_the_occupation_that_is_pointed_at(
    chain: AnswerChain, first: str, then: str, says: str
) -> None:
    assert says in talk(chain, first, then).text


def test_what_is_asked_on_of_a_programme_for_an_occupation_is_told_of_that_one(chain: AnswerChain) -> None:
    first, then, _ = JOBS[0]
    assert "procesoperator" not in talk(chain, first, then, "en hoe lang duurt die?").text


def test_a_piece_of_a_question_for_a_rule_asks_for_the_rule_of_another_programme(chain: AnswerChain) -> None:
    answer = talk(
        chain,
        "I have the German Abitur. What subjects does Chemical Science & Engineering in Twente ask for?",
        "and for Creative Technology?",
    )
    assert answer.outcome is Outcome.ANSWERED
    assert "mathematics" in answer.text


def test_an_age_that_is_asked_is_not_answered_with_a_level(chain: AnswerChain) -> None:
    answer = talk(
        chain,
        "Mijn zoon heeft vmbo basis. Op welk mbo-niveau kan hij beginnen in de techniek?",
        "En wat als hij geen diploma haalt?",
        "Hoe oud moet hij dan zijn?",
    )
    assert "16" in answer.text or answer.outcome is Outcome.REFUSED


def test_the_fee_of_another_programme_is_not_told_after_one_that_was_asked_for(chain: AnswerChain) -> None:
    answer = talk(chain, "can i study mechatronics in enschede", "how much for non eu students")
    assert "Computer Science" not in answer.text


def test_a_price_that_is_asked_beside_entry_and_not_known_is_said_not_to_be(chain: AnswerChain) -> None:
    answer = chain.invoke(Question("mag ik naar het roc van twente met vmbo kader en wat kost dat"))
    assert "mbo-3" in answer.text
    assert "wat kost dat" in answer.text
    assert answer.outcome is Outcome.PARTLY
