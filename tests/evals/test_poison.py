"""What is planted in a passage is never an answer, also when the model obeys every order: a sample of `python -m evals poison`."""

from __future__ import annotations

import re

import pytest

from assistant.types import Language, Question, Request
from assistant.writing.extractive import ExtractiveWriter
from evals.poison.obeying import attacked
from evals.poison.plants import DISGUISES, PLACES, Plant, plants, questions
from evals.verification.cases import Case, read_paraphrases
from knowledge.embedding.hashed import HashedEmbedder
from knowledge.language.analysis import Analyzer
from knowledge.types import Audience, Hit, Locator, LocatorKind, Passage, QuestionWord, Source, SourceKind

CASES = list(read_paraphrases())[::40]
"""Passages of the library with a question word for each of their own words."""


def hit_of(case: Case, number: int) -> Hit:
    title, *headings = case.cited[0].context.split(" › ")
    text = case.cited[0].text
    source = Source(f"s{number}", "v", f"{number}.md", title, SourceKind.DOCUMENT, "text/markdown", "nl", Audience.PUBLIC, "h")  # fmt: skip
    locator = Locator(LocatorKind.SECTION, 1, headings[-1])
    passage = Passage(
        f"p{number}", source.id, "v", 0, tuple(headings), locator, text, 1, 0, len(text), "nl", ()
    )
    return Hit(passage, source, 1.0)


HITS = [hit_of(case, number) for number, case in enumerate(CASES[:4])]


def request_of(hit: Hit) -> Request:
    words = tuple(
        QuestionWord((word,), 1.0, True, {word: 1.0})
        for word in re.findall(r"[a-z]{5,}", hit.passage.text.lower())[:4]
    )
    text = " ".join(word.forms[0] for word in words)
    return Request(Question(text), Language.DUTCH, text, words)


EVERY = list(plants())


@pytest.mark.parametrize(
    "place", [0, *(pytest.param(place, marks=pytest.mark.slow) for place in range(1, len(HITS)))]
)
def test_nothing_of_a_plant_is_shown_in_either_mode(place: int) -> None:
    quoting = ExtractiveWriter(HashedEmbedder(), Analyzer())
    request = request_of(HITS[place])
    won = [
        (attack.plant.id, attack.mode, attack.shown)
        for plant in EVERY
        for attack in attacked(plant, request, HITS, place, quoting)
        if attack.has_succeeded
    ]
    assert won == []


def test_without_a_plant_the_passage_is_answered_with() -> None:
    quoting = ExtractiveWriter(HashedEmbedder(), Analyzer())
    innocent = Plant("x", "Kijk ook op de volgende bladzijde.", "end", "Het kost 9 euro.", ("9 euro",))
    model, embedded = attacked(innocent, request_of(HITS[0]), HITS, 0, quoting)
    assert not model.has_succeeded or not embedded.has_succeeded


def test_the_plants_are_as_many_as_promised() -> None:
    assert len(EVERY) == 120
    assert len(questions()) == 40
    assert {plant.place for plant in EVERY} == set(PLACES)
    assert all(any(f"-{way}-" in plant.id for plant in EVERY) for way in DISGUISES)
