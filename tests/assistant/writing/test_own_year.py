"""A report sets years side by side: what it says of one is no answer for another."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.types import Language, Question, Request
from assistant.writing.candidates import Candidate, candidates_of
from assistant.writing.own_year import is_of_another_year, years_in
from knowledge.language.analysis import Analyzer
from knowledge.types import Audience, Hit, Locator, LocatorKind, Passage, Source, SourceKind

TITLE = "Jaarverslag 2025 Bakkersgilde Lindehoek"
SOURCE = Source("s", "v", "s.md", TITLE, SourceKind.DOCUMENT, "text/markdown", "nl", Audience.PUBLIC, "h")


def sentence(text: str, *headings: str) -> Candidate:
    place = Locator(LocatorKind.SECTION, 1)
    passage = Passage("p", "s", "v", 0, (TITLE, *headings), place, text, 1, 0, len(text), "nl")
    return candidates_of([Hit(passage, SOURCE, 1.0)], Analyzer())[0]


def request(text: str, *years: str, written: frozenset[str] = frozenset()) -> Request:
    return Request(
        Question(text), Language.DUTCH, text, years=years, today=date(2026, 11, 21), written=written
    )


BAKERS = "Hoeveel bakkers deden er in {} mee?"


@pytest.mark.parametrize(
    ("one", "year"),
    [
        (sentence("Eind 2025 deden er 71 bakkers mee."), "2028"),
        (sentence("Er doen dan 90 bakkers mee.", "Vooruitblik 2026"), "2025"),
        (sentence("Er deden 71 bakkers mee."), "2024"),
    ],
)
def test_a_sentence_below_another_year_is_of_that_year(one: Candidate, year: str) -> None:
    assert is_of_another_year(request(BAKERS.format(year), year), one)


@pytest.mark.parametrize(
    ("one", "year"),
    [
        (sentence("Eind 2025 deden er 71 bakkers mee, tegen 60 in 2024."), "2024"),
        (sentence("Er doen dan 90 bakkers mee.", "Vooruitblik 2026"), "2026"),
        (sentence("Er deden 71 bakkers mee.", "Deelname"), "2025"),
        (sentence("In schooljaar 2026-2027 deden er 71 bakkers mee."), "2027"),
    ],
)
def test_a_sentence_of_the_year_that_is_asked_is_of_no_other(one: Candidate, year: str) -> None:
    assert not is_of_another_year(request(BAKERS.format(year), year), one)


def test_a_question_without_a_year_is_of_any() -> None:
    assert not is_of_another_year(
        request("Hoeveel bakkers doen er mee?"), sentence("In 2025 deden er 71 mee.")
    )


def test_a_document_with_written_questions_is_judged_by_those() -> None:
    asked = request(BAKERS.format("2028"), "2028", written=frozenset([SOURCE.address]))
    assert not is_of_another_year(asked, sentence("Eind 2025 deden er 71 bakkers mee."))


def test_a_school_year_is_both_of_its_years() -> None:
    assert years_in("van 2025/26 tot 2028") == {"2025", "2026", "2028"}
