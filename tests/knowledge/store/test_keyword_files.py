"""A table of strings finds each of its strings and nothing else, however often and in whatever order it is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.store import keyword_files
from knowledge.store.keyword_files import StringTable


def table_of(strings: set[str]) -> tuple[StringTable, list[str]]:
    ordered = sorted(strings, key=lambda one: one.encode("utf-8", "surrogatepass"))
    return StringTable.of(ordered), ordered


@given(held=st.sets(st.text(max_size=6), max_size=20), asked=st.lists(st.text(max_size=6), max_size=20))
def test_a_string_is_found_at_its_place_and_another_one_nowhere(held: set[str], asked: list[str]) -> None:
    table, ordered = table_of(held)
    for one in (*asked, *ordered, *asked):
        assert table.find(one) == (ordered.index(one) if one in held else None)


def test_what_was_forgotten_is_looked_up_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyword_files, "MOST_REMEMBERED", 1)
    table, ordered = table_of({"las", "lasser", "lassen"})
    assert [table.find(one) for one in (*ordered, "monteur", *ordered)] == [0, 1, 2, None, 0, 1, 2]
