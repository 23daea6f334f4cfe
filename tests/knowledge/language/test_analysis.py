"""Folding, index words, stems, n-grams."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.analysis import LONGEST_WORD, Analyzer, grams
from knowledge.language.normalisation import fold

ANALYZER = Analyzer()


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ĲSSEL", "ijssel"),
        ("één", "een"),
        ("Schweißer", "schweisser"),
        ("coördinatie", "coordinatie"),
        ("op\u00adleiding", "opleiding"),
        ("ﬁets", "fiets"),
        ("Ünlü", "unlu"),
    ],
)
def test_one_written_form_for_the_same_word(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(max_size=200))
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("written", ["mbo-4", "mbo 4", "MBO4", "mbo‑4"])
def test_a_level_is_the_same_however_it_is_written(written: str) -> None:
    assert ANALYZER.words(written) == ["mbo", "4"]


def test_a_plural_with_an_apostrophe_is_the_word_itself() -> None:
    assert ANALYZER.words("pps'en foto’s zzp'er") == ["pps", "foto", "zzp"]


def test_thousands_separators_make_no_difference_but_decimals_do() -> None:
    assert ANALYZER.words("1.200 1200 9,5 95") == ["1200", "1200", "9,5", "95"]


@pytest.mark.parametrize(
    ("inflected", "base"), [("huizen", "huis"), ("cursussen", "cursus"), ("lassers", "lasser")]
)
def test_inflections_share_a_stem(inflected: str, base: str) -> None:
    assert ANALYZER.stem(inflected) == ANALYZER.stem(base)


def test_a_code_is_its_own_stem_and_has_no_ngrams() -> None:
    assert ANALYZER.stem("25244") == "25244"
    assert len(grams(["25244"])[0]) == 0


@given(st.text(max_size=300))
def test_any_text_gives_folded_words_of_bounded_length(text: str) -> None:
    words = ANALYZER.words(text)
    assert len(words) <= len(unicodedata.normalize("NFKC", text)) + 1
    assert all(0 < len(word) <= LONGEST_WORD for word in words)
    assert words == Analyzer().words(text)


def test_a_megabyte_of_one_word_is_one_short_word() -> None:
    assert ANALYZER.words("a" * 1_000_000) == ["a" * LONGEST_WORD]


@given(st.lists(st.text(alphabet="abcdeé1", min_size=1, max_size=12), max_size=8))
def test_the_ngrams_of_words_together_are_those_of_each_alone(words: list[str]) -> None:
    keys, owners = grams(words)
    for at, word in enumerate(words):
        alone, _ = grams([word])
        assert np.array_equal(np.sort(keys[owners == at]), np.sort(alone))
