"""The figures of a run, by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evals.compare import compared
from evals.conversation.summary import slowest, summarised
from evals.conversation.types import ScoredCase
from tests.support.conversations import scored

CASES = (
    scored("a", facts=1.0),
    scored("b", facts=0.5, verdict=0.0),
    scored("c", "list", facts=0.0, verdict=-1.0, wrong=1.0),
    scored("d", "talk", facts=0.0, follow_up=1.0),
)


def slow(one: ScoredCase, milliseconds: float) -> ScoredCase:
    (turn,) = one.turns
    return replace(
        one,
        turns=(
            replace(
                turn, reply=replace(turn.reply, milliseconds=milliseconds, processor_ms=milliseconds / 2)
            ),
        ),
    )


def test_each_measure_is_the_mean_over_the_cases_it_applies_to() -> None:
    figures = summarised(CASES).figures
    assert (figures["facts"].interval.mean, figures["facts"].n) == (0.5, 3)
    assert (figures["verdict"].interval.mean, figures["verdict"].n) == (0.25, 4)
    assert (figures["follow_up"].interval.mean, figures["follow_up"].n) == (1.0, 1)
    assert "refused" not in figures


def test_an_interval_holds_its_mean_and_is_the_same_every_time() -> None:
    figure = summarised(CASES).figures["facts"].interval
    assert figure.low < figure.mean < figure.high
    assert summarised(CASES) == summarised(CASES)


def test_the_tables_group_by_kind_language_and_style() -> None:
    tables = summarised(CASES).tables
    assert tables["kind"]["list"]["facts"].interval.mean == 0
    assert tables["language"]["nl"]["verdict"].n == 4
    assert set(tables["style"]) == {"plain"}


def test_the_time_is_the_95th_percentile_of_answers() -> None:
    cases = [slow(scored(str(at)), float(at)) for at in range(1, 101)]
    figures = summarised(cases).figures
    figure = figures["p95_ms"]
    assert (figure.interval.mean, figure.n) == (95.0, 100)
    assert figures["p95_processor_ms"].interval.mean == 47.5
    assert figure.interval.low < 95 < figure.interval.high


def test_equal_times_have_an_interval_without_width() -> None:
    assert (slowest([7.0] * 30).low, slowest([7.0] * 30).high) == (7.0, 7.0)


def test_two_summaries_can_be_compared_case_by_case() -> None:
    better = [
        replace(one, scores={**one.scores, "verdict": replace(one.scores["verdict"], value=1.0)})
        for one in CASES
    ]
    first, second = (summarised(one).to_json()["per_query"] for one in (CASES, better))
    found = {item.metric: item for item in compared(first, second)}
    assert found["verdict"].difference == pytest.approx(0.75)
    assert (found["verdict"].better, found["verdict"].worse, found["verdict"].n) == (2, 0, 4)
    assert found["facts"].difference == 0
