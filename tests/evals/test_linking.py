"""The metrics by hand, and a tiny MELO folder from end to end."""

import json
from pathlib import Path

import numpy as np
import pytest

from evals.cli import main
from evals.linking import MeloSet, figures_of, first_relevant, intervals_of


def test_reciprocal_ranks_are_averaged() -> None:
    assert figures_of(np.array([1.0, 2.0, 4.0, np.inf]))["mrr"] == pytest.approx((1 + 1 / 2 + 1 / 4 + 0) / 4)


def test_success_counts_the_queries_with_a_hit_so_high() -> None:
    figures = figures_of(np.array([1.0, 2.0, 6.0, 11.0]))
    assert (figures["success@1"], figures["success@5"], figures["success@10"]) == (0.25, 0.5, 0.75)


def test_the_first_relevant_element_counts() -> None:
    assert first_relevant(["a", "b", "c"], frozenset({"c", "b"})) == 2


def test_an_element_beyond_rank_one_hundred_does_not_count() -> None:
    elements = [str(number) for number in range(200)]
    assert first_relevant(elements, frozenset({"99"})) == 100
    assert first_relevant(elements, frozenset({"100"})) == np.inf


def test_an_interval_holds_the_figure_and_repeats() -> None:
    ranks = np.array([1.0, 2.0, 3.0, np.inf] * 25)
    low, high = intervals_of(ranks)["mrr"]
    assert low < figures_of(ranks)["mrr"] < high
    assert intervals_of(ranks) == intervals_of(ranks)


def test_an_interval_of_equal_queries_has_no_width() -> None:
    assert intervals_of(np.full(10, 2.0))["mrr"] == (0.5, 0.5)


@pytest.fixture
def melo(tmp_path: Path) -> Path:
    folder = tmp_path / "xyz_q_nl_c_en"
    folder.mkdir()
    (folder / "queries.tsv").write_text("Q1\tLasser (m/v)\nQ2\tverpleegkundige\n", encoding="utf-8")
    (folder / "corpus_elements.tsv").write_text(
        "C1_0\twelder\nC2_0\tnurse\nC2_1\tstaff nurse\nC3_0\tpilot\n", encoding="utf-8"
    )
    (folder / "annotations.tsv").write_text(
        "Q1\t0\tC1_0\t1\nQ2\t0\tC2_0\t1\nQ2\t0\tC2_1\t1\n", encoding="utf-8"
    )
    (folder / "concept_mapping.tsv").write_text(
        "C1_0\tu:1\nC2_0\tu:2\nC2_1\tu:2\nC3_0\tu:3\n", encoding="utf-8"
    )
    return folder


def test_a_melo_folder_is_read_with_its_synonyms(melo: Path) -> None:
    read = MeloSet.read(melo)
    assert read.relevant["Q2"] == {"C2_0", "C2_1"}
    assert read.concepts["C2_1"] == "u:2"


def test_the_command_prints_the_agreed_keys(
    melo: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["linking", str(melo), "--json", "--out", str(tmp_path / "r.json")]) == 0
    printed = json.loads(capsys.readouterr().out)
    keys = {
        "mrr",
        "success@1",
        "success@5",
        "success@10",
        "n",
        "latency_ms_p50",
        "latency_ms_p95",
        "intervals",
    }
    assert keys <= set(printed)
    assert (printed["mrr"], printed["n"]) == (1.0, 2)
    written = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert written.pop("per_query")["Q1"]["mrr"] == 1.0
    assert written == printed


def test_the_text_form_shows_an_interval(melo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["linking", str(melo)]) == 0
    assert "95 %" in capsys.readouterr().out


def test_a_folder_without_concept_mapping_is_measured(melo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (melo / "concept_mapping.tsv").unlink()
    assert main(["linking", str(melo), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["mrr"] == 1.0


def test_a_missing_folder_is_an_error_with_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["linking", str(tmp_path / "absent")]) == 2
    assert "absent" in capsys.readouterr().err
