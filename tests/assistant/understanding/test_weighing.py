"""Which words of a question an answer need not repeat, typing errors in them included."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.understanding.weighing import with_abbreviations, without_everyday
from knowledge.types import QuestionWord


def word(text: str, known: bool = False) -> QuestionWord:
    return QuestionWord((text,), 8.0, True, {text: 1.0} if known else {})


@pytest.mark.parametrize("written", ["begno", "wlke", "warne", "hoevel", "vader"])
def test_an_everyday_word_with_a_typing_error_is_an_everyday_word(written: str) -> None:
    (found,) = without_everyday([word(written)], f"{written} bij REMO", Language.DUTCH)
    assert not found.is_content
    assert found.weight < 8.0


@pytest.mark.parametrize("written", ["morgen", "rector", "lasser"])
def test_a_word_that_is_only_like_an_everyday_word_stays_what_is_asked(written: str) -> None:
    (found,) = without_everyday([word(written)], f"{written} bij REMO", Language.DUTCH)
    assert found.is_content
    assert found.weight == pytest.approx(8.0)


def test_a_word_that_the_sources_know_is_no_typing_error() -> None:
    (found,) = without_everyday([word("begno", known=True)], "begno bij REMO", Language.DUTCH)
    assert found.is_content


def test_a_name_written_out_is_met_by_its_abbreviation() -> None:
    found = with_abbreviations([word("universiteit"), word("twente"), word("modules")])
    assert [one.likeness.get("ut", 0.0) for one in found] == [1.0, 1.0, 0.0]


def test_half_of_a_name_written_out_is_not_met_by_its_abbreviation() -> None:
    found = with_abbreviations([word("universiteit"), word("modules"), word("twente")])
    assert not any(one.likeness for one in found)
