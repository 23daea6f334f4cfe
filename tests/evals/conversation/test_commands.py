"""The commands as a person types them: run, gate, show and compare, over the bundled library."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.cli import main
from evals.conversation.folder import newest_folder, next_folder
from tests.support.conversations import row, write_cases
from tests.support.library_home import LibraryHome
from tests.support.model_server import ModelServer, ok

TECHOOST = "programmas/techoost.md"
SAXION = "onderwijs/saxion.md"
RIGHT = row(
    turns=["Wie is de penvoerder van TechOost?"],
    expected={
        "outcome": ["answered"],
        "facts": [["Saxion"]],
        "evidence": [{"document": TECHOOST}, {"document": SAXION}],
    },
    documents=[TECHOOST],
    split="test",
)
WRONG = row(
    id="ans-002",
    turns=["Wie is de penvoerder van TechOost?"],
    expected={"outcome": ["answered"], "facts": [["Windesheim"]], "evidence": [{"document": TECHOOST}]},
    documents=[TECHOOST],
    split="test",
)


@pytest.fixture(scope="module")
def home(library_home: LibraryHome, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return library_home.copy_to(tmp_path_factory.mktemp("evals"))


def floors(folder: Path, at_least: float) -> str:
    path = folder / "floors.json"
    path.write_text(
        json.dumps({"facts": {"at_least": at_least, "date": "2026-11-21", "why": "proef"}}), "utf-8"
    )
    return str(path)


@pytest.mark.slow
def test_a_run_is_written_gated_shown_and_compared(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = str(write_cases(tmp_path / "cases", RIGHT, WRONG))
    common = ["--cases", cases, "--home", str(home)]
    gate = ["run", "--gate", "--processes", "1", *common]
    assert main([*gate, "--out", str(tmp_path / "a")]) == 2
    assert "nooit vastgelegd" in capsys.readouterr().err

    assert main(["freeze", "--cases", cases, "--why", "proef"]) == 0
    assert main([*gate, "--out", str(tmp_path / "a"), "--floors", floors(tmp_path, 0.4)]) == 0
    assert "All 1 floors hold" in capsys.readouterr().out
    assert main([*gate, "--out", str(tmp_path / "b"), "--floors", floors(tmp_path, 0.9)]) == 1
    told = capsys.readouterr().out
    assert "BELOW THE FLOOR" in told
    assert "facts is 0.5" in told

    written = {path.name for path in (tmp_path / "a").iterdir()}
    assert written == {"settings.json", "cases.jsonl", "summary.json", "report.md", "report.html"}
    settings = json.loads((tmp_path / "a" / "settings.json").read_text("utf-8"))
    assert (settings["split"], settings["model"], settings["library_day"]) == ("test", "", "2026-11-21")

    assert main(["show", "ans-002", "--run", str(tmp_path / "a")]) == 0
    shown = capsys.readouterr()
    assert "lacks: Windesheim" in shown.out
    assert TECHOOST in shown.out
    assert "test part" in shown.err

    assert main(["compare", str(tmp_path / "a"), str(tmp_path / "b"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["facts"]["difference"] == 0


@pytest.mark.slow
def test_one_case_is_asked_and_shown(tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cases = str(write_cases(tmp_path / "cases", RIGHT))
    assert main(["show", "ans-001", "--cases", cases, "--home", str(home), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["scores"]["verdict"]["value"] == 1
    assert shown["causes"] == []


@pytest.mark.slow
def test_with_a_model_the_same_case_is_asked_and_never_gated(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    document = "programmas/techoost-geld-aanvraag-en-start.md"
    expected = {"outcome": ["answered"], "facts": [["9 miljoen"]], "evidence": [{"document": document}]}
    asked = row(
        turns=["Hoeveel geld krijgt TechOost uit het Nationaal Groeifonds?"],
        expected=expected,
        documents=[document],
        split="test",
    )
    cases = str(write_cases(tmp_path / "cases", asked))
    main(["freeze", "--cases", cases, "--why", "proef"])
    with ModelServer() as server:
        server.behave(ok("TechOost krijgt 9 miljoen euro [1] [2]."))
        monkeypatch.setenv("LEERWIJZER_MODEL_URL", server.url)
        common = ["--cases", cases, "--home", str(home), "--model", "klein", "--processes", "1"]
        out = tmp_path / "run"
        unreachable = floors(tmp_path, 1.1)
        assert main(["run", "--gate", *common, "--floors", unreachable, "--out", str(out)]) == 0
    assert json.loads((out / "settings.json").read_text("utf-8"))["model"] == "klein"
    (case,) = map(json.loads, (out / "cases.jsonl").read_text("utf-8").splitlines())
    assert "worded" in {sentence["kind"] for sentence in case["turns"][0]["answer"]["sentences"]}
    assert case["scores"]["facts"]["value"] == 1


def test_bad_cases_end_the_run_with_their_sentences(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = write_cases(tmp_path, row(kind="fact"))
    assert main(["run", "--cases", str(cases)]) == 2
    assert "answerable.jsonl, regel 1 (ans-001): `kind` is 'fact'" in capsys.readouterr().err


def test_run_folders_are_numbered(tmp_path: Path) -> None:
    assert newest_folder(tmp_path) is None
    for name in ("test", "tune list"):
        folder = next_folder(name, tmp_path)
        folder.mkdir()
        (folder / "summary.json").write_text("{}", "utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["001-test", "002-tune-list"]
    assert newest_folder(tmp_path) == tmp_path / "002-tune-list"


def test_a_case_that_a_run_does_not_have_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "ans-001", "--run", str(tmp_path)]) == 2
    assert "geen map van `python -m evals run`" in capsys.readouterr().err
