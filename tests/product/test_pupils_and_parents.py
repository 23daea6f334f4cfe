"""What pupils, mbo students and their parents ask in everyday words is answered, and does not take the place of other answers."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Answer, Language, Outcome, Question, Turn
from assistant.understanding.special import Special, special_kind


def asked(chain: AnswerChain, question: str, *earlier: str) -> Answer:
    return chain.invoke(Question(question, history=tuple(Turn("user", text) for text in earlier)))


def after(chain: AnswerChain, first: str, second: str) -> Answer:
    said = asked(chain, first)
    return chain.invoke(Question(second, history=(Turn("user", first), Turn("assistant", said.text))))


ANSWERED = [
    ("hoe oud moet je zijn voor bbl", "Voor BBL hoef je geen 18 te zijn."),
    ("hoe werkt bbl als ik geen baas heb", "heb je een werkgever nodig die een erkend leerbedrijf is"),
    ("hoe meld ik mij aan voor het hbo", "via Studielink"),
    ("wat kost een jaar mbo als je nog geen 18 bent", "alleen als je op 1 augustus 18 jaar of ouder bent"),
    ("mn zoon is afgewezen voor een mbo opleiding mag dat zomaar", "dan heb je toelatingsrecht"),
]


@pytest.mark.parametrize(("question", "sentence"), ANSWERED)
def test_what_editors_named_answers_first(chain: AnswerChain, question: str, sentence: str) -> None:
    answer = asked(chain, question)
    assert answer.outcome is Outcome.ANSWERED
    assert sentence in " ".join(one.text for one in answer.sentences)
    assert all(one.citations for one in answer.sentences if one.kind.value == "quote")


def test_a_reader_of_german_gets_the_translation(chain: AnswerChain) -> None:
    answer = chain.invoke(Question("ab welchem Alter kann man BBL machen", language=Language.GERMAN))
    assert "Für BBL musst du nicht 18 sein." in answer.text


def test_how_much_a_bbl_student_earns_is_said_not_to_be_known(chain: AnswerChain) -> None:
    answer = asked(chain, "wat verdien je als bbl leerling")
    assert answer.outcome is Outcome.PARTLY
    assert "staat niet in mijn bronnen" in answer.text


def test_without_written_questions_nothing_is_named(chain: AnswerChain) -> None:
    answer = chain.without_written_questions().invoke(Question("hoe oud moet je zijn voor bbl"))
    assert answer.text.find("Voor BBL hoef je geen 18") != 0


@pytest.mark.parametrize(
    "question", ["kan je met bbl naar het hbo", "kun je na een bbl opleiding nog naar de hogeschool"]
)
def test_a_form_of_mbo_that_somebody_comes_from_is_told_per_level(chain: AnswerChain, question: str) -> None:
    text = asked(chain, question).text
    assert "Met mbo-3: nee" in text
    assert "Met mbo-4: ja" in text
    assert "havo, vwo of mbo-4 nodig" in text


def test_a_form_that_is_asked_of_programmes_is_nobodys_diploma(chain: AnswerChain) -> None:
    assert "Met mbo-4" not in asked(chain, "welke hbo opleidingen kan je in bbl doen").text


def test_praktijkonderwijs_leads_to_the_entrance_programme(chain: AnswerChain) -> None:
    assert "mbo-1 (entree)" in asked(chain, "kan ik met praktijkonderwijs naar het mbo").text


def test_who_lacks_a_first_year_is_not_without_a_diploma(chain: AnswerChain) -> None:
    answer = asked(chain, "ik ben gestopt aan de UT, kan ik naar het hbo zonder propedeuse?")
    assert "geen diploma" not in answer.text


@pytest.mark.parametrize("follow_up", ["en bij saxion", "en bij Saxion?"])
def test_the_demands_of_another_school_are_told_next(chain: AnswerChain, follow_up: str) -> None:
    answer = after(chain, "wat zijn de toelatingseisen van hbo-ict bij windesheim", follow_up)
    assert "Voor HBO-ICT (hbo-bachelor) bij Saxion geldt" in answer.text


def test_whether_a_subject_is_needed_is_said_first(chain: AnswerChain) -> None:
    assert asked(chain, "heb je wiskunde nodig voor hbo ict").text.startswith("Nee, wiskunde staat niet")
    depends = asked(chain, "is natuurkunde verplicht voor werktuigbouwkunde hbo").text
    assert depends.startswith("Of je natuurkunde nodig hebt")
    profile = asked(chain, "is biologie verplicht voor technische natuurkunde").text
    assert "Wel vraagt de regel een profiel" in profile.splitlines()[0]


@pytest.mark.parametrize(
    "question",
    [
        "Wij wonen in Winterswijk en mijn dochter wil iets met techniek op hbo niveau maar niet ver reizen, wat is er?",
        "mijn dochter wil hbo techniek doen zonder ver te reizen, wij wonen in Winterswijk",
    ],
)
def test_who_does_not_want_to_travel_far_gets_what_is_nearest(chain: AnswerChain, question: str) -> None:
    assert "De dichtstbijzijnde staat bovenaan" in asked(chain, question).text


def test_a_circle_that_is_named_next_has_the_name_of_its_place(chain: AnswerChain) -> None:
    answer = after(chain, "welke hbo opleidingen zijn er in zwolle voor ict", "in de buurt van raalte")
    assert "binnen 25 km van Raalte" in answer.text


UNDECIDED = """
mijn zoon is 15 en weet niet wat hij wil | mijn dochter weet niet wat ze wil worden | onze dochter kan niet kiezen
mn dochter is 14 en weet nog niet welk profiel ze moet kiezen | welke opleiding past bij mijn zoon
my son is 15 and doesn't know what he wants | Mein Sohn ist 16 und weiß nicht, was er werden will
"""
DECIDED = """
mijn dochter weet niet wat bbl is | mijn zoon weet niet hoe hij aan een leerbedrijf komt | mijn zoon weet niet wat lassen is
mijn zoon zit op vmbo kader en weet niet wat hij wil | mijn zoon wil met auto's werken maar weet niet welke opleiding
"""


@pytest.mark.parametrize(
    "text", [one.strip() for one in UNDECIDED.replace("\n", "|").split("|") if one.strip()]
)
def test_a_parent_of_a_child_that_cannot_choose_is_asked_three_things(text: str) -> None:
    assert special_kind(text) is Special.UNDECIDED


@pytest.mark.parametrize(
    "text", [one.strip() for one in DECIDED.replace("\n", "|").split("|") if one.strip()]
)
def test_a_parent_who_asks_something_is_not(text: str) -> None:
    assert special_kind(text) is None
