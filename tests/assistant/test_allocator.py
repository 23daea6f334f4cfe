"""A process that runs for weeks gives back what it does not use, every so many answers, wherever the C library can."""

from __future__ import annotations

import pytest

from assistant import allocator
from assistant.allocator import GivingBack, give_back, keep_together


def test_memory_is_given_back_after_every_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[int] = []
    monkeypatch.setattr(allocator, "give_back", lambda: given.append(1))
    giving = GivingBack(3)

    for _ in range(7):
        giving.one_more()

    assert len(given) == 2


def test_where_the_library_has_no_such_functions_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allocator, "_library", lambda: None)

    keep_together()
    give_back()


def test_here_both_can_be_called() -> None:
    keep_together()
    give_back()
