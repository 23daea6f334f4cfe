"""A floor holds or is named with its day and its reason; the committed ones can be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.conversation.floors import FloorsError, breaches, read_floors
from evals.conversation.measures import MEASURES, TIMES
from evals.conversation.types import Figure
from evals.retrieval import Interval

SET_ON = {"date": "2026-11-21", "why": "eerste meting"}


def floors(folder: Path, **rows: object) -> Path:
    path = folder / "floors.json"
    path.write_text(json.dumps(rows), "utf-8")
    return path


def figure(mean: float) -> Figure:
    return Figure(Interval(mean, mean - 0.1, mean + 0.1), 100)


def test_a_figure_at_its_floor_holds(tmp_path: Path) -> None:
    read = read_floors(floors(tmp_path, facts={"at_least": 0.8, **SET_ON}, wrong={"at_most": 0.1, **SET_ON}))
    assert breaches(read, {"facts": figure(0.8), "wrong": figure(0.1)}) == ()


def test_a_figure_below_its_floor_is_named_with_the_reason(tmp_path: Path) -> None:
    read = read_floors(floors(tmp_path, facts={"at_least": 0.8, **SET_ON}))
    (sentence,) = breaches(read, {"facts": figure(0.79)})
    assert "facts is 0.79" in sentence
    assert "at least 0.8 (since 2026-11-21: eerste meting)" in sentence


def test_a_rate_of_errors_may_not_rise_above_its_ceiling(tmp_path: Path) -> None:
    read = read_floors(floors(tmp_path, wrong={"at_most": 0.1, **SET_ON}))
    assert breaches(read, {"wrong": figure(0.11)})
    assert not breaches(read, {"wrong": figure(0.0)})


def test_what_is_not_measured_does_not_hold(tmp_path: Path) -> None:
    read = read_floors(floors(tmp_path, refused={"at_least": 0.8, **SET_ON}))
    assert "refused is not measured" in breaches(read, {})[0]


@pytest.mark.parametrize(
    "row",
    [
        {"at_least": 0.8, "date": "2026-11-21"},
        {"at_least": 0.8, "date": "2026-11-21", "why": " "},
        {"date": "2026-11-21", "why": "x"},
        {"at_least": 0.8, "at_most": 0.9, **SET_ON},
        {"at_least": "much", **SET_ON},
    ],
)
def test_a_floor_without_bound_day_or_reason_is_refused(tmp_path: Path, row: object) -> None:
    with pytest.raises(FloorsError, match="at_least"):
        read_floors(floors(tmp_path, facts=row))


def test_a_file_without_floors_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FloorsError):
        read_floors(floors(tmp_path))


def test_every_committed_floor_is_of_a_measure_that_exists() -> None:
    known = {measure.name for measure in MEASURES} | {time.name for time in TIMES}
    assert {floor.measure for floor in read_floors()} <= known
