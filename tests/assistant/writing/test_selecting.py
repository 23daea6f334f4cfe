"""Which of the scored sentences make the answer."""

from __future__ import annotations

import pytest

from assistant.types import Language, Question, Request
from assistant.writing.candidates import candidates_of
from assistant.writing.selecting import Scored, select
from knowledge.language.analysis import Analyzer
from knowledge.language.stopwords import stopwords
from knowledge.types import Audience, Hit, Locator, LocatorKind, Passage, QuestionWord, Source, SourceKind

LIST = (
    "Dit kosten de jassen van de winkel:\n\nDe rode jas kost 10 euro.\nDe blauwe jas kost 20 euro.\n"
    "De grijze jas kost 30 euro."
)
SOURCE = Source("s", "v", "s.md", "Winkel", SourceKind.DOCUMENT, "text/markdown", "nl", Audience.PUBLIC, "h")
PASSAGE = Passage(
    LIST, "s", "v", 0, ("Winkel",), Locator(LocatorKind.SECTION, 1), LIST, 1, 0, len(LIST), "nl"
)


def chosen(question: str) -> list[str]:
    """Return the texts that are chosen of a passage with one list, each sentence scored alike."""
    words = tuple(
        QuestionWord((word,), 3.0, word not in stopwords("nl"), {word: 1.0})
        for word in dict.fromkeys(Analyzer().words(question))
    )
    request = Request(Question(question), Language.DUTCH, question, words)
    found = candidates_of([Hit(PASSAGE, SOURCE, 1.0)], Analyzer())
    return [one.text for one in select([Scored(one, 0.5) for one in found], request)]


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("Hoeveel kost de blauwe jas?", "De blauwe jas kost 20 euro."),
        ("Hoeveel kost de grijze jas?", "De grijze jas kost 30 euro."),
    ],
)
def test_the_row_that_is_asked_is_quoted_and_not_the_rows_of_other_things(question: str, row: str) -> None:
    assert chosen(question) == [row]


@pytest.mark.parametrize(
    "question",
    ["Welke jassen zijn er?", "Wat kosten de jassen?", "Hoeveel kosten de rode en de blauwe jas?"],
)
def test_where_no_one_row_is_asked_the_list_stays_whole(question: str) -> None:
    assert chosen(question) == [LIST]
