"""A message that goes back to an earlier subject is asked there; one that is about something else begins a talk."""

from __future__ import annotations

import pytest

from assistant.types import Language, Question, Turn
from assistant.understanding.going_back import going_back, going_elsewhere, subjects_of

NL, EN, DE = Language.DUTCH, Language.ENGLISH, Language.GERMAN


def _talk(*messages: str) -> tuple[Turn, ...]:
    return tuple(
        turn for text in messages for turn in (Turn("user", text), Turn("assistant", "Daar weet ik dit van."))
    )


def _asked(history: tuple[Turn, ...]) -> list[str]:
    return [turn.text for turn in history if turn.role == "user"]


LASSEN = _talk("Wat kost lassen niveau 2 in Ommen?", "en in de avond?", "Heel iets anders: wat is een EVC?")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Oké, terug naar mijn studiekeuze: kan dat ook in Raalte?", "Kan dat ook in Raalte?"),
        ("even terug naar daarnet, hoeveel lessen zijn dat?", "Hoeveel lessen zijn dat?"),
        ("Back to what we discussed. How long is it?", "How long is it?"),
        ("Nochmal zum Studium von vorhin: welche Fächer?", "Welche Fächer?"),
    ],
)
def test_what_is_gone_back_to_without_its_name_is_the_subject_before(text: str, asked: str) -> None:
    found = going_back(Question(text, history=LASSEN), NL)

    assert found.text == asked
    assert _asked(found.history) == ["Wat kost lassen niveau 2 in Ommen?", "en in de avond?"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Terug naar mijn eerste vraag: hoe lang duurt dat?", NL),
        ("Back to my first question. How long is that?", EN),
        ("Zurück zu meiner ersten Frage: wie lange dauert das?", DE),
    ],
)
def test_the_first_question_is_the_subject_with_which_the_talk_began(text: str, language: Language) -> None:
    talk = (*LASSEN, *_talk("Andere vraag: wat doet een Leerwerkloket?"))

    found = going_back(Question(text, history=talk), language)

    assert _asked(found.history) == ["Wat kost lassen niveau 2 in Ommen?", "en in de avond?"]


@pytest.mark.parametrize(
    "text",
    [
        "nog een vraag over warmtepompen: wie geeft dat?",
        "Hoe lang duurt dat?",
        "Kan ik terug naar school?",
    ],
)
def test_a_message_that_names_its_subject_or_goes_on_stays_as_it_is(text: str) -> None:
    question = Question(text, history=LASSEN)

    assert going_back(question, NL) == question


def test_what_is_gone_back_to_by_its_name_is_asked_right_behind_it() -> None:
    text = "terug naar lassen: hoe lang duurt het en wat kost het?"

    found = going_back(Question(text, history=LASSEN), NL)

    assert found.text == text
    assert _asked(found.history) == ["Wat kost lassen niveau 2 in Ommen?", "en in de avond?"]


def test_the_first_message_of_a_talk_goes_back_to_nothing() -> None:
    question = Question("Terug naar mijn studiekeuze: wat kan ik doen?")

    assert going_back(question, NL) == question


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("Dan iets anders. Welk niveau is een Airco-monteur?", NL, "Welk niveau is een Airco-monteur?"),
        ("Andere vraag, voor een collega: waar zit Deltion College?", NL, "Waar zit Deltion College?"),
        ("Different question: how many students does Saxion have?", EN, "How many students does Saxion have?"),
        ("Und etwas ganz anderes: In welcher Stadt ist das Deltion College?", DE, "In welcher Stadt ist das Deltion College?"),
    ],
)  # fmt: skip
def test_who_says_that_it_is_something_else_begins_a_talk(text: str, language: Language, asked: str) -> None:
    found = going_elsewhere(Question(text, history=LASSEN), language)

    assert (found.text, found.history) == (asked, ())


@pytest.mark.parametrize(
    "text", ["Iets anders: hoe lang duurt die?", "Andere vraag: krijg ik daar studiefinanciering voor?"]
)
def test_something_else_about_the_same_or_about_oneself_keeps_the_talk(text: str) -> None:
    assert going_elsewhere(Question(text, history=LASSEN), NL).history == LASSEN


def test_a_talk_has_a_subject_more_where_a_message_leans_on_nothing_and_shares_no_word() -> None:
    talk = _talk("Which schools joined TechYourFuture?", "Is VCA required by law?", "and for whom?")

    assert [_asked(tuple(one)) for one in subjects_of(talk, EN)] == [
        ["Which schools joined TechYourFuture?"],
        ["Is VCA required by law?", "and for whom?"],
    ]
