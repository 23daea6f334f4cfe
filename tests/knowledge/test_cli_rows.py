"""Whoever takes a table of offers in sees which rows and fields were not, and so does the program that ran it."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.cli import ROWS_REFUSED, main

HEAD = "naam;aanbieder;soort;duur;kosten;start\n"
GOOD = "Lassen;De Vonk;cursus;2 dagen;€ 1.250,-;september\n"
PARTLY = "Frezen;De Vonk;cursus;10 avonden;zie § 4;september\n"
WRONG = "Draaien;De Vonk;cursus;2 dagen;500;31-02-2027\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "leeg").mkdir()
    monkeypatch.setenv("LEERWIJZER_LIBRARY", str(tmp_path / "leeg"))
    return tmp_path / "home"


def _run(home: Path, rows: str) -> int:
    file = home.parent / "aanbod.csv"
    file.write_text(HEAD + rows, "utf-8")
    return main([str(file), "--home", str(home), "--dry-run"])


def test_refused_rows_are_counted_and_end_the_command_with_their_own_code(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(home, GOOD + WRONG) == ROWS_REFUSED
    assert "1 rij is geweigerd" in capsys.readouterr().out


def test_a_field_that_cannot_be_read_is_told_and_is_no_refusal(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(home, GOOD + PARTLY) == 0
    shown = capsys.readouterr().out
    assert "2 overgenomen, 0 genegeerd, 0 geweigerd" in shown
    assert "met een veld dat niet te lezen was: Rij 3" in shown
