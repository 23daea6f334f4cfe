"""Words and their parts, the rules that the weights depend on."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.embedding.features import MAX_WORD, part_hashes, whole_word_hashes, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kok (m/v/x)", ["kok"]),
        ("Landwirt/in", ["landwirt"]),
        ("Lehrer*innen", ["lehrer"]),
        ("Bäcker:in", ["backer"]),
        ("Gehilf(e)in", ["gehilfe"]),
        ("Kauffrau/-mann", ["kauffrau"]),
        ("Softwareentwickler (m/w/d)", ["softwareentwickler"]),
        ("verkoper(ster)", ["verkoper"]),
    ],
)
def test_markers_of_gender_are_no_part_of_a_title(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("en/of", ["en", "of"]),
        ("Krankenpfleger/-schwester", ["krankenpfleger", "schwester"]),
        ("a/b test", ["a", "b", "test"]),
        ("mbo-4 opleiding", ["mbo", "4", "opleiding"]),
    ],
)
def test_other_slashes_and_hyphens_only_part_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_accents_case_and_full_width_letters_do_not_matter() -> None:
    assert words_of("Financiële COÖRDINATOR") == words_of("ﬁnanciele coordinator")


def test_the_sharp_s_is_read_as_double_s() -> None:
    assert words_of("Straßenbauer") == ["strassenbauer"]


def test_a_word_counts_no_more_than_its_first_characters() -> None:
    assert [len(word) for word in words_of("x" * 1_000_000)] == [MAX_WORD]


def test_the_parts_of_a_word_have_three_to_twelve_characters_marks_included() -> None:
    owners, hashes = part_hashes(["kok"])
    assert (len(owners), len(hashes)) == (3 + 2 + 1, 6)


def test_parts_know_where_a_word_begins() -> None:
    begins, inside = (set(part_hashes([word])[1].tolist()) for word in ("kok", "akok"))
    assert begins - inside


def test_no_words_give_no_parts() -> None:
    assert len(part_hashes([])[0]) == len(whole_word_hashes([])) == 0


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=5))
def test_parts_of_a_word_do_not_depend_on_its_neighbours(words: list[str]) -> None:
    owners, hashes = part_hashes(words)
    for place, word in enumerate(words):
        np.testing.assert_array_equal(hashes[owners == place], part_hashes([word])[1])


@given(st.text())
def test_any_text_has_words_without_an_exception(text: str) -> None:
    assert all(word for word in words_of(text))
