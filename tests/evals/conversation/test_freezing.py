"""The test part stays as it was frozen, and freezing it anew is loud."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.cli import main
from evals.conversation.cases import read_cases
from evals.conversation.freezing import FrozenError, check_frozen, freezings, frozen_anew, hash_of
from tests.support.conversations import row, write_cases

TUNE = row(documents=["a.md"])
TEST = row(id="ans-002", split="test")


def test_a_frozen_test_part_is_accepted(tmp_path: Path) -> None:
    cases = read_cases(write_cases(tmp_path, TUNE, TEST))
    frozen_anew(tmp_path, cases, "2026-11-21", "eerste keer")
    assert check_frozen(tmp_path, cases) == hash_of(cases)


def test_a_test_part_that_was_never_frozen_is_refused(tmp_path: Path) -> None:
    cases = read_cases(write_cases(tmp_path, TUNE, TEST))
    with pytest.raises(FrozenError, match="nooit vastgelegd"):
        check_frozen(tmp_path, cases)


@pytest.mark.parametrize(
    "changed",
    [
        row(id="ans-002", split="test", turns=["Wat kost het cursusgeld?"]),
        row(id="ans-002", split="test", why="anders"),
        row(id="ans-003", split="test"),
    ],
)
def test_a_changed_test_case_is_refused(tmp_path: Path, changed: dict[str, object]) -> None:
    frozen_anew(tmp_path, read_cases(write_cases(tmp_path, TUNE, TEST)), "2026-11-21", "eerste keer")
    with pytest.raises(FrozenError, match="veranderd sinds 2026-11-21"):
        check_frozen(tmp_path, read_cases(write_cases(tmp_path, TUNE, changed)))


def test_tune_cases_and_the_order_of_lines_may_change(tmp_path: Path) -> None:
    before = hash_of(read_cases(write_cases(tmp_path / "a", TUNE, TEST)))
    assert (
        hash_of(
            read_cases(write_cases(tmp_path / "b", TEST, row(turns=["Iets anders?"], documents=["a.md"])))
        )
        == before
    )


def test_a_reason_is_needed_and_stays(tmp_path: Path) -> None:
    cases = read_cases(write_cases(tmp_path, TUNE, TEST))
    with pytest.raises(FrozenError, match="--why"):
        frozen_anew(tmp_path, cases, "2026-11-21", " ")
    frozen_anew(tmp_path, cases, "2026-11-21", "eerste keer")
    frozen_anew(tmp_path, cases, "2026-11-22", "fout in ans-002")
    assert [one.why for one in freezings(tmp_path)] == ["eerste keer", "fout in ans-002"]


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "frozen.json").write_text("[{}]", "utf-8")
    with pytest.raises(FrozenError, match="Zet de vorige versie terug"):
        freezings(tmp_path)


def test_the_command_freezes_once_and_says_so_loudly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_cases(tmp_path, TUNE, TEST)
    assert main(["freeze", "--cases", str(tmp_path), "--why", "eerste keer"]) == 0
    told = capsys.readouterr().out
    assert "THE TEST PART IS FROZEN ANEW" in told
    assert "eerste keer" in told
    assert main(["freeze", "--cases", str(tmp_path)]) == 0
    assert "nothing is written" in capsys.readouterr().out
    write_cases(tmp_path, TUNE, row(id="ans-009", split="test"))
    assert main(["freeze", "--cases", str(tmp_path)]) == 2
    assert "--why" in capsys.readouterr().err
