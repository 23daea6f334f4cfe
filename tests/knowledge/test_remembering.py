"""What is remembered is bounded, and worked out once."""

from __future__ import annotations

from knowledge.remembering import Remembered


def test_what_was_worked_out_is_not_worked_out_again():
    asked: list[str] = []

    def find() -> int:
        asked.append("again")
        return 7

    kept: Remembered[str, int] = Remembered(2)
    assert [kept.of("zeven", find), kept.of("zeven", find)] == [7, 7]
    assert asked == ["again"]


def test_nothing_can_be_remembered_as_well():
    asked: list[str] = []
    kept: Remembered[str, None] = Remembered(2)
    for _ in range(2):
        assert kept.of("niets", lambda: asked.append("again")) is None
    assert asked == ["again"]


def test_there_are_never_more_than_the_bound():
    kept: Remembered[int, int] = Remembered(3)
    for number in range(10):
        kept.note(number, number)
        assert len(kept) <= 3
        assert kept.get(number) == number
    assert kept.get(0) is None
