"""Paired differences, checked by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.cli import main
from evals.compare import ResultsError, compared, read_per_query

A = {"q1": {"mrr": 1.0}, "q2": {"mrr": 0.5}, "q3": {"mrr": 0.0}, "q4": {"mrr": 1.0}}
B = {"q1": {"mrr": 0.5}, "q2": {"mrr": 1.0}, "q3": {"mrr": 1.0}, "q4": {"mrr": 1.0}}


def test_the_difference_is_that_of_the_means_over_the_pairs() -> None:
    (found,) = compared(A, B)
    assert (found.mean_a, found.mean_b) == (0.625, 0.875)
    assert found.difference == pytest.approx(0.25)
    assert (found.better, found.worse, found.n) == (2, 1, 4)


def test_equal_differences_have_an_interval_without_width() -> None:
    (found,) = compared(
        {"a": {"hit@1": 0.0}, "b": {"hit@1": 0.0}}, {"a": {"hit@1": 1.0}, "b": {"hit@1": 1.0}}
    )
    assert (found.difference, found.low, found.high) == (1.0, 1.0, 1.0)
    assert found.is_clear


def test_a_difference_that_may_be_chance_is_not_clear() -> None:
    (found,) = compared(A, B)
    assert found.low < 0 < found.high
    assert not found.is_clear


def test_the_interval_is_that_of_the_pairs_and_not_of_the_means() -> None:
    first = {str(at): {"mrr": float(at % 2)} for at in range(100)}
    second = {name: {"mrr": row["mrr"] + 0.1} for name, row in first.items()}
    (found,) = compared(first, second)
    assert (found.low, found.high) == (pytest.approx(0.1), pytest.approx(0.1))


def test_of_errors_and_times_less_is_better() -> None:
    (found,) = compared({"q": {"wrong": 1.0}}, {"q": {"wrong": 0.0}})
    assert (found.difference, found.better, found.worse) == (-1.0, 1, 0)


def test_only_questions_of_both_files_count() -> None:
    (found,) = compared(A, {"q2": {"mrr": 0.5}, "other": {"mrr": 0.0}})
    assert (found.n, found.difference) == (1, 0.0)


def test_files_without_a_shared_question_are_refused() -> None:
    with pytest.raises(ResultsError):
        compared(A, {"other": {"mrr": 1.0}})


def test_a_file_without_values_per_question_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"mrr": 1.0}', "utf-8")
    with pytest.raises(ResultsError, match="--out"):
        read_per_query(path)


def test_the_command_compares_two_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, rows in (("a", A), ("b", B)):
        (tmp_path / name).write_text(json.dumps({"per_query": rows}), "utf-8")
    assert main(["compare", str(tmp_path / "a"), str(tmp_path / "b"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["mrr"]["difference"] == pytest.approx(0.25)


def test_the_command_says_what_is_wrong_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a").write_text("[]", "utf-8")
    assert main(["compare", str(tmp_path / "a"), str(tmp_path / "a")]) == 2
    assert "per_query" in capsys.readouterr().err
