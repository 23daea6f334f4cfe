"""A number counts what stands behind it: no level, no year, and not what something is given per."""

from __future__ import annotations

import pytest

from assistant.types import Language, Question, Request
from assistant.writing.candidates import candidates_of
from assistant.writing.counting import is_unbound
from knowledge.language.analysis import Analyzer
from knowledge.types import (
    Audience,
    Hit,
    Locator,
    LocatorKind,
    Passage,
    QuestionWord,
    Source,
    SourceKind,
)

SOURCE = Source("s", "v", "s.md", "Cijfers", SourceKind.DOCUMENT, "text/markdown", "nl", Audience.PUBLIC, "h")


def unbound(question: str, sentence: str, word: str, likeness: dict[str, float] | None = None) -> bool:
    """Say whether the number that a question asks is not in a sentence; `word` is what it counts, as the sources know it."""
    place = Locator(LocatorKind.SECTION, 1)
    passage = Passage(sentence, "s", "v", 0, ("Cijfers",), place, sentence, 1, 0, len(sentence), "nl")
    one = candidates_of([Hit(passage, SOURCE, 1.0)], Analyzer())[0]
    words = (QuestionWord((word,), 3.0, True, likeness or {}),)
    return is_unbound(Request(Question(question), Language.DUTCH, question, words=words), one)


@pytest.mark.parametrize(
    ("question", "sentence", "word", "likeness"),
    [
        ("Hoeveel parkeerplaatsen zijn er?", "Er zijn 18.000 studenten.", "parkeerplaatsen", {}),
        ("Hoeveel bedrijven kregen dat?", "Voor max 5 leerlingen per bedrijf.", "bedrijven", {"bedrijf": 0.9}),
        ("Hoeveel leerlingen haalden het?", "Elektrotechniek niveau 2 (BBL).", "leerlingen", {"bbl": 0.5}),
        ("Hoeveel leerlingen haalden het?", "Sinds 2018 leerlingen van Deltion.", "leerlingen", {"leerlingen": 1.0}),
    ],
)  # fmt: skip
def test_what_is_counted_otherwise_is_no_number_of_it(
    question: str, sentence: str, word: str, likeness: dict[str, float]
) -> None:
    assert unbound(question, sentence, word, likeness)


@pytest.mark.parametrize(
    ("question", "sentence", "word", "likeness"),
    [
        ("Hoeveel leerlingen zijn er?", "Voor max 5 leerlingen per bedrijf.", "leerlingen", {"leerlingen": 1.0}),
        ("Hoeveel daarvan zijn vrouw?", "Er zijn 550 vrouwen.", "daarvan", {}),
        ("Hoeveel dokken die gemeenten per inwoner?", "De gemeenten betalen 9 euro per inwoner.", "dokken", {}),
    ],
)  # fmt: skip
def test_what_it_counts_is_bound_and_a_verb_counts_nothing(
    question: str, sentence: str, word: str, likeness: dict[str, float]
) -> None:
    assert not unbound(question, sentence, word, likeness)
