"""Citation precision and recall: what stands in the quote passes, what does not is named."""

from __future__ import annotations

import pytest

from assistant.types import Language, Sentence
from evals.conversation.scorers.citations import precision, recall, source_cited
from evals.conversation.types import Cited, Score
from tests.support.conversations import answer, cited, computed, expected, lead, quote, reply, worded

BOL = "Het lesgeld voor een BOL was in 2024-2025 1.419 euro."


def precision_of(sentence: Sentence, *citations: Cited) -> Score:
    given = answer(sentence)
    score = precision(reply(given, *citations), given)
    assert score is not None
    return score


@pytest.mark.parametrize(
    "sentence",
    [
        quote(BOL, 1),
        worded("Voor BOL betaal je € 1.419 in 2024-2025.", 1),
        worded("1. BOL: 1419 euro.", 1),
        worded("Lesgeld: 1.419 euro (Wat kost het mbo?)", 1),
    ],
)
def test_a_sentence_that_its_quote_holds_is_right(sentence: Sentence) -> None:
    assert precision_of(sentence, cited(BOL)).value == 1


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (worded("Voor BOL betaal je 1.491 euro.", 1), "1.491 euro"),
        (worded("Voor BOL betaal je 1.419 dollar.", 1), "1.419 dollar"),
        (worded("In 2025-2026 was het 1.419 euro.", 1), "2025-2026"),
        (worded("Bij Windesheim kost BOL 1.419 euro.", 1), "Windesheim"),
        (worded("Voor een BBL 295 euro.", 1), "295 euro"),
        (quote("Het lesgeld voor een BBL was in 2024-2025 1.419 euro.", 1), "not its quote word for word"),
        (worded(BOL), "cites nothing"),
        (worded(BOL, 2), "a number that is not there"),
    ],
)
def test_a_sentence_that_says_more_than_its_quote_is_wrong_and_why(sentence: Sentence, told: str) -> None:
    score = precision_of(sentence, cited(BOL))
    assert score.value == 0
    assert told in score.explanation


FIGURES = ("studenten (Overijssel, saxion, 2024): 6925", "studenten (Overijssel, windesheim, 2024): 4080")


def test_what_is_computed_rests_on_the_figures_that_it_cites() -> None:
    given = cited(FIGURES[0], 1, FIGURES[0]), cited(FIGURES[1], 2, FIGURES[1])
    assert precision_of(computed("Dat scheelt 2.845 studenten.", 1, 2), *given).value == 1
    assert precision_of(computed("Van de 2 cijfers is 6.925 het hoogst.", 1, 2), *given).value == 1


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (computed("Dat scheelt 2.854 studenten.", 1, 2), "2.854"),
        (computed("Dat scheelt 2.845 studenten.", 1), "2.845"),
        (worded("Dat scheelt 2.845 studenten.", 1, 2), "2.845"),
        (computed("Bij Fontys scheelt dat 2.845 studenten.", 1, 2), "Fontys"),
        (computed("Dat scheelt 2.845 studenten."), "cites nothing"),
    ],
)
def test_what_does_not_follow_from_what_is_cited_is_wrong(sentence: Sentence, told: str) -> None:
    score = precision_of(sentence, cited(FIGURES[0], 1, FIGURES[0]), cited(FIGURES[1], 2, FIGURES[1]))
    assert score.value == 0
    assert told in score.explanation


def test_a_quote_that_is_not_in_its_passage_is_wrong() -> None:
    assert (
        "not in its passage" in precision_of(quote("BOL is gratis.", 1), cited("BOL is gratis.")).explanation
    )


def test_a_citation_of_a_passage_that_is_not_stored_is_wrong() -> None:
    assert "not stored" in precision_of(quote(BOL, 1), cited(BOL, passage=None)).explanation


def test_the_share_counts_sentences() -> None:
    given = answer(quote(BOL, 1), worded("Het is 7 euro.", 1), lead("Dit staat er."))
    score = precision(reply(given, cited(BOL)), given)
    assert score is not None
    assert score.value == 0.5


def test_an_answer_without_anything_to_cite_has_no_precision() -> None:
    given = answer(lead("Hallo."))
    assert precision(reply(given), given) is None


def test_recall_counts_facts_in_quotes_of_expected_sources() -> None:
    given = answer(quote(BOL, 1))
    score = recall(expected("1.419", "295"), reply(given, cited(BOL)), given)
    assert score is not None
    assert score.value == 0.5
    assert "295" in score.explanation


def test_the_right_words_from_another_source_are_no_recall() -> None:
    given = answer(quote(BOL, 1))
    elsewhere = cited(BOL, document="onderwijs/ander.md", record="offer:x")
    score = recall(expected("1.419"), reply(given, elsewhere), given)
    assert score is not None
    assert score.value == 0
    assert "offer:x" in score.explanation


def test_a_fact_in_the_readers_language_is_held_when_its_sentence_cites_the_source() -> None:
    given = answer(worded("Admission is free.", 1, language="en"), language=Language.ENGLISH)
    score = recall(expected("free"), reply(given, cited("De toelating is gratis.")), given)
    assert score is not None
    assert score.value == 1


def test_a_figure_has_to_stand_in_the_quote_whatever_the_language() -> None:
    given = answer(worded("It costs 1.419 euro.", 1, language="en"), language=Language.ENGLISH)
    score = recall(expected("1.419"), reply(given, cited("De toelating is gratis.")), given)
    assert score is not None
    assert score.value == 0


def test_one_citation_of_an_expected_source_is_enough_to_count_as_cited() -> None:
    given = answer(quote(BOL, 1))
    right = source_cited(expected("1.419"), reply(given, cited(BOL), cited("x", 2, document="b.md")))
    wrong = source_cited(expected("1.419"), reply(given, cited(BOL, document="b.md")))
    assert right is not None
    assert wrong is not None
    assert (right.value, wrong.value) == (1, 0)
