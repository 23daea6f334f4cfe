"""What somebody likes or wishes without naming a programme: from the school that is told, to what that leads to."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Answer, Outcome, Question, Turn


def asked(chain: AnswerChain, question: str, *earlier: str) -> Answer:
    return chain.invoke(Question(question, history=tuple(Turn("user", text) for text in earlier)))


LIKED = [
    # question, what is aimed at, what may not be read as the diploma
    ("mijn dochter doet havo en wil iets met robots", "Mechatronica (hbo-bachelor)", "havo"),
    ("Ik heb havo en wil iets met computers", "HBO-ICT (hbo-bachelor)", "havo"),
    ("ik hou van sleutelen en heb vmbo basis", "mbo-2 autotechniek", "vmbo-bb"),
    ("mijn zoon zit op vmbo kader en houdt van sleutelen, wat kan hij worden?", "mbo-3 autotechniek", "vmbo-kb"),
    ("My son does havo and likes computers", "HBO-ICT (hbo-bachelor)", "havo"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "aim", "level"), LIKED)
def test_what_somebody_likes_is_aimed_at_from_the_school_that_is_told(
    chain: AnswerChain, question: str, aim: str, level: str
) -> None:
    answer = asked(chain, question)
    assert aim in answer.text
    assert answer.assumed["diplomas"][0]["level"] == level
    assert "fields" not in answer.assumed["diplomas"][0]


@pytest.mark.parametrize(
    "question",
    ["ik ben 45 en wil iets anders, waar begin ik", "ik wil ander werk", "ik wil iets anders doen maar weet niet wat"],
)  # fmt: skip
def test_who_wants_something_else_and_knows_not_what_is_asked_back(chain: AnswerChain, question: str) -> None:
    assert asked(chain, question).outcome is Outcome.ASKED_BACK


def test_how_long_a_way_takes_is_told_without_who_pays(chain: AnswerChain) -> None:
    answer = asked(chain, "hoe lang duurt het", "Hoe word ik monteur zonnepanelen?")
    assert "1 tot 2 jaar" in answer.text
    assert "Geld dat je zelf" not in answer.text


DONE = [
    ("Ik wil daken van riet maken. Welk niveau mbo is die opleiding?", "mbo-2", "Dakdekker riet"),
    ("me broertje wil fietse repareren, hoe heet die mbo oplijding op nivo 2", "Fietstechnicus", "mbo-2"),
    ("is er een mbo om piano's te maken", "Pianotechnicus", "mbo-3"),
    ("Ik wil leren behangen", "Schilder", "mbo-2"),
    ("I want to repair bikes, which course?", "Fietstechnicus", "mbo-3"),
    ("Ich möchte Fahrräder reparieren lernen, welche Ausbildung?", "Fietstechnicus", "mbo-2"),
]


@pytest.mark.parametrize(("question", "name", "level"), DONE)
def test_what_somebody_wants_to_do_is_shown_as_what_teaches_it(
    chain: AnswerChain, question: str, name: str, level: str
) -> None:
    answer = asked(chain, question)
    assert answer.outcome is Outcome.ANSWERED
    assert name in answer.text
    assert level in answer.text


def test_what_somebody_wants_to_do_is_aimed_at_from_the_school_that_is_told(chain: AnswerChain) -> None:
    answer = asked(chain, "ik heb vmbo kader en wil boten repareren")
    assert "Scheepsmetaalbewerker" in answer.text
    assert answer.assumed["diplomas"][0]["level"] == "vmbo-kb"


def test_who_has_something_to_be_mended_wants_no_programme(chain: AnswerChain) -> None:
    assert asked(chain, "wie kan mijn fiets repareren").outcome is Outcome.REFUSED


BY_LAW = [
    ("havo met em profiel, wil hbo milieukunde doen. welk vak heb ik dan noddig", "scheikunde"),
    ("Mijn zoon doet vwo met N&T en droomt van de universitaire studie nanobiologie. Welk vak heeft hij nog nodig?", "biologie"),
    ("My son takes vwo with the Nature & Technology profile and dreams of a nanobiology bachelor. Which subject does he still need?", "biology"),
    ("Ik heb straks havo met N&G en wil hbo Maritieme Techniek doen. Welk vak moet ik in mijn pakket hebben?", "natuurkunde of NLT"),
    ("Welk profiel heb ik nodig voor luchtvaart- en ruimtevaarttechniek?", "met NT mag je erin"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "says"), BY_LAW)
def test_entry_to_a_programme_that_no_school_here_has_is_told_from_the_law(
    chain: AnswerChain, question: str, says: str
) -> None:
    answer = asked(chain, question)
    assert answer.outcome is Outcome.ANSWERED
    assert says in answer.text
    assert "bij de scholen in mijn bronnen" in answer.text or "at the schools in my sources" in answer.text


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Mijn neef heeft geen diploma. Hij woont in Apeldoorn. Kan hij naar Aventus?", "16 jaar"),
        ("Ik heb vmbo kader, mag ik naar het Graafschap College?", "naar mbo-3 bij Graafschap College"),
        ("Ik heb havo, kan ik naar Deltion?", "naar mbo-4 bij Deltion College"),
    ],
)
def test_a_school_for_mbo_is_entered_at_the_level_that_follows_on_the_diploma(
    chain: AnswerChain, question: str, says: str
) -> None:
    assert says in asked(chain, question).text


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("ik wil iets met techniek en zorg", "gezondheidstechniek"),
        ("iets met techniek en milieu", "watermanagement"),
        ("I like technology and health", "health technology"),
        ("etwas mit Technik und Wirtschaft", "Wirtschaftsingenieur"),
    ],
)
def test_two_interests_together_are_the_fields_that_have_both(
    chain: AnswerChain, question: str, field: str
) -> None:
    answer = asked(chain, question)
    assert answer.outcome is Outcome.ANSWERED
    assert field in answer.text


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("ik wil volgend jaar beginnen, wanneer moet ik me inschrijven voor hbo werktuigbouw", "1 mei"),
        ("Tot wanneer kan ik me aanmelden voor mbo timmerman bij het Graafschap?", "1 april"),
        ("When do I need to apply for a bachelor at Saxion?", "1 May"),
    ],
)
def test_the_day_to_apply_is_told_in_general_where_it_is_not_known_of_the_programme(
    chain: AnswerChain, question: str, day: str
) -> None:
    answer = asked(chain, question)
    assert answer.outcome is Outcome.PARTLY
    assert day in answer.text


def test_the_day_that_is_known_of_a_programme_goes_before_the_general_one(chain: AnswerChain) -> None:
    answer = asked(chain, "Wanneer moet ik me aanmelden voor de bachelor Technical Computer Science?")
    assert "15 januari" in answer.text
    assert "1 mei" not in answer.text
