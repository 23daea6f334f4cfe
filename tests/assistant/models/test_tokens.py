"""Counting tokens without a network."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.models.tokens import TokenCounter, table_cache

BYTEWISE = TokenCounter.bytewise()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_the_bound_is_exactly_one_token_per_byte(text: str) -> None:
    assert BYTEWISE.count(text) == len(text.encode())


@given(st.text(), st.text())
def test_cutting_a_text_never_lowers_the_count(left: str, right: str) -> None:
    assert BYTEWISE.count(left) + BYTEWISE.count(right) >= BYTEWISE.count(left + right)


def test_special_tokens_in_a_message_are_plain_text() -> None:
    assert BYTEWISE.count("<|endoftext|>") == 13


def test_a_prompt_counts_what_the_chat_format_adds() -> None:
    assert BYTEWISE.count_messages(["ab", "c"]) == 3 + 3 * 8


@pytest.mark.parametrize("name", ["gpt-4.1-mini", "gpt-4o", "qwen3:8b", ""])
def test_without_a_table_the_bound_is_used_and_nothing_is_fetched(name: str, tmp_path: Path) -> None:
    assert not TokenCounter.for_model(name, tmp_path).is_exact


def test_a_damaged_table_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "fb374d419588a4632f3f557e76b4b70aebbca790"
    file.write_bytes(b"kapot")
    assert not TokenCounter.for_model("gpt-4o", tmp_path).is_exact
    assert file.read_bytes() == b"kapot"


def test_the_cache_is_found_by_the_rules_of_tiktoken() -> None:
    assert table_cache({"TIKTOKEN_CACHE_DIR": "/a", "DATA_GYM_CACHE_DIR": "/b"}) == Path("/a")
    assert table_cache({"DATA_GYM_CACHE_DIR": "/b"}) == Path("/b")
    assert table_cache({"TIKTOKEN_CACHE_DIR": ""}) is None
    found = table_cache({})
    assert found is not None
    assert found.name == "data-gym-cache"
