"""Figures in the README are those of the committed result files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import readme as figures

README = Path(__file__).resolve().parents[1] / "README.md"


def test_every_figure_in_the_readme_is_that_of_its_result_file() -> None:
    text = README.read_text("utf-8")
    assert text == figures.rewritten(text), "run python -m benchmarks.readme"


def test_the_readme_quotes_every_block() -> None:
    text = README.read_text("utf-8")
    assert [name for name in figures.BLOCKS if f"<!-- figures: {name} -->" not in text] == []


def test_a_changed_figure_is_noticed() -> None:
    text = README.read_text("utf-8")
    first = json.loads((figures.RESULTS / "policyqa.json").read_text("utf-8"))["hit@1"]
    tampered = text.replace(f"{first:.3f} (", "0.999 (")
    assert tampered != text
    assert figures.rewritten(tampered) == text


def test_an_unknown_block_is_refused() -> None:
    with pytest.raises(KeyError):
        figures.rewritten("<!-- figures: nothing -->\n<!-- /figures -->")
