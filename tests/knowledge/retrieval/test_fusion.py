"""Fusing rankings: hand-checked sums and properties."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.retrieval.fusion import (
    DENSE,
    KEYWORD,
    Ranking,
    at_most_per_source,
    fuse_ranks,
    fuse_scores,
    question_weights,
    z_scores,
)


def test_reciprocal_ranks_add_up_by_hand() -> None:
    fused = fuse_ranks(
        [Ranking(KEYWORD, (("a", 9.0), ("b", 8.0))), Ranking(DENSE, (("b", 0.9),), weight=0.5)]
    )
    assert [item.id for item in fused] == ["b", "a"]
    assert fused[0].score == pytest.approx(1 / 62 + 0.5 / 61)
    assert [(rank.retriever, rank.rank, rank.score) for rank in fused[0].ranks] == [
        (KEYWORD, 2, 8.0),
        (DENSE, 1, 0.9),
    ]


def test_z_scores_add_up_by_hand() -> None:
    fused = fuse_scores(
        [Ranking(KEYWORD, (("a", 3.0), ("b", 1.0))), Ranking(DENSE, (("b", 5.0), ("c", 1.0)), weight=0.5)]
    )
    assert {item.id: item.score for item in fused} == pytest.approx({"a": 0.5, "b": -0.5, "c": -1.5})


def test_a_retriever_that_found_nothing_changes_nothing() -> None:
    alone = Ranking(KEYWORD, (("a", 3.0), ("b", 2.0), ("c", 1.0)))
    for fuse in (fuse_ranks, fuse_scores):
        assert fuse([alone, Ranking(DENSE, ())]) == fuse([alone])


def test_nothing_found_is_nothing_fused() -> None:
    assert fuse_ranks([]) == fuse_scores([Ranking(KEYWORD, ())]) == ()


def test_equal_scores_have_z_scores_of_zero() -> None:
    assert z_scores([2.0, 2.0]) == [0.0, 0.0]
    assert z_scores([]) == []


_FOUND = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(-1e6, 1e6), max_size=8)


@given(st.lists(_FOUND, max_size=3))
def test_every_id_comes_out_once_best_first(lists: list[dict[str, float]]) -> None:
    rankings = [
        Ranking(str(at), tuple(sorted(found.items(), key=lambda item: -item[1])))
        for at, found in enumerate(lists)
    ]
    for fused in (fuse_ranks(rankings), fuse_scores(rankings)):
        assert sorted(item.id for item in fused) == sorted(set().union(*lists))
        scores = [item.score for item in fused]
        assert scores == sorted(scores, reverse=True)
        assert all(map(math.isfinite, scores))


@given(_FOUND)
def test_one_ranking_keeps_its_order(found: dict[str, float]) -> None:
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    assert [item.id for item in fuse_ranks([Ranking(KEYWORD, tuple(ordered))])] == [
        name for name, _ in ordered
    ]


@pytest.mark.parametrize("question", ["crebo 25244", "Wat is NEN 3140?", 'waar staat "zonder diploma"'])
def test_codes_and_quotes_go_to_the_keyword_side(question: str) -> None:
    assert question_weights(question, "nl")[DENSE] < question_weights("hoe word ik lasser", "nl")[DENSE] / 2


def test_names_lean_to_the_keyword_side() -> None:
    assert (
        question_weights("Wat doet TechOost?", "nl")[DENSE]
        < question_weights("Wat doet een lasser?", "nl")[DENSE]
    )


@pytest.mark.parametrize("language", ["en", "de"])
def test_foreign_questions_lean_to_the_vectors(language: str) -> None:
    assert question_weights("how", language)[DENSE] > question_weights("hoe", "nl")[DENSE]


def test_at_most_two_of_each_source_are_kept_in_order() -> None:
    source_of = {"a1": "a", "a2": "a", "a3": "a", "b1": "b"}
    assert at_most_per_source(["a1", "a2", "a3", "b1"], source_of) == ("a1", "a2", "b1")
