"""What a question tells that no document need repeat: an age, the kind of a body, an abbreviation that is written out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.types import Language, Question, Request
from assistant.writing.asides import is_aside
from assistant.writing.candidates import Candidate, candidates_of
from knowledge.language.analysis import Analyzer
from knowledge.types import Audience, Hit, Locator, LocatorKind, Passage, QuestionWord, Source, SourceKind

SOURCE = Source("s", "v", "s.md", "Gids", SourceKind.DOCUMENT, "text/markdown", "nl", Audience.PUBLIC, "h")


def sentence(text: str, named: frozenset[str] = frozenset()) -> Candidate:
    place = Locator(LocatorKind.SECTION, 1)
    passage = Passage(text, "s", "v", 0, ("Gids",), place, text, 1, 0, len(text), "nl")
    return candidates_of([Hit(passage, SOURCE, 1.0, named=named)], Analyzer())[0]


def request(text: str) -> Request:
    return Request(Question(text), Language.DUTCH, text, today=date(2026, 11, 21))


def word(form: str) -> QuestionWord:
    return QuestionWord((form,), 5.0, True, {form: 1.0})


@pytest.mark.parametrize(
    ("question", "age"),
    [
        ("Ik ben loodgieter, 58, en wil gastlessen geven. Mag dat?", "58"),
        ("Ik ben 34 en mis een diploma. Kan ik beginnen?", "34"),
        ("Mag mijn zoon van 17 meedoen?", "17"),
        ("My son is 16 years old. May he join?", "16"),
    ],
)
def test_the_age_of_who_asks_need_not_stand_there(question: str, age: str) -> None:
    assert is_aside(request(question), word(age), sentence("Iedereen kan beginnen."))


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Hoeveel loon krijg ik als ik 19 ben en ik ben 19 jaar?", "19"),
        ("Ik ben 24 uur per week aan het werk, mag dat?", "24"),
        ("Duurt de cursus 20 weken?", "20"),
    ],
)
def test_a_figure_that_the_answer_hangs_on_is_no_aside(question: str, figure: str) -> None:
    assert not is_aside(request(question), word(figure), sentence("Iedereen kan beginnen."))


def test_the_kind_of_a_body_is_an_aside_in_the_document_that_the_question_names() -> None:
    asked = request("Hoe vaak mag ik een toets doen bij Hogeschool Berkeloord?")
    of_it = sentence("Er zijn twee kansen.", frozenset(["berkeloord"]))
    assert is_aside(asked, word("hogeschool"), of_it)
    assert not is_aside(asked, word("hogeschool"), sentence("Er zijn twee kansen."))


def test_an_abbreviation_is_met_by_what_it_stands_for() -> None:
    asked = request("Hoe lang duurt de Ad?")
    assert is_aside(asked, word("ad"), sentence("De Associate degree duurt twee jaar."))
    assert not is_aside(asked, word("ad"), sentence("De bachelor duurt vier jaar."))


def test_what_editors_wrote_is_held_to_every_word() -> None:
    asked = request("Ik ben 34 en mis een diploma. Kan ik beginnen?")
    one = sentence("Iedereen kan beginnen.")
    assert not is_aside(replace(asked, written=frozenset([one.hit.source.address])), word("34"), one)
