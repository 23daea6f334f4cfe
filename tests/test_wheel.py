"""The wheel works by itself: installed in a clean environment it takes a file in and answers a question."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA = (
    ".csv",
    ".json",
    ".jsonl",
    ".md",
    ".toml",
    ".tsv",
    ".txt",
    ".css",
    ".js",
    ".svg",
    ".npz",
    ".pdf",
    ".yaml",
)


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    left_out = ("PYTHONPATH", "OPENAI_API_KEY", "LEERWIJZER_MODEL", "LEERWIJZER_MODEL_URL")
    inherited = {name: value for name, value in os.environ.items() if name not in left_out}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def inside(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment with the wheel, and with the dependencies of this one."""
    folder = tmp_path_factory.mktemp("clean")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
    python = folder / "venv/bin/python"
    pip = (sys.executable, "-m", "pip", "--python", python, "install")
    run(*pip, "--no-deps", "--no-index", "--quiet", wheel, cwd=folder)
    places = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(places.stdout.strip()) / "borrowed.pth").write_text("\n".join(sorted(borrowed)) + "\n")
    return python.parent


def test_the_wheel_holds_every_data_file_of_its_packages(inside: list[str]) -> None:
    tracked = run("git", "ls-files", "assistant", "knowledge", "evals", cwd=ROOT).stdout.splitlines()
    data = [name for name in tracked if name.endswith(DATA)]
    assert len(data) > 20
    assert [name for name in data if name not in inside] == []


def test_the_wheel_holds_every_module_of_its_packages(inside: list[str]) -> None:
    tracked = run(
        "git", "ls-files", "assistant/*.py", "knowledge/*.py", "evals/*.py", cwd=ROOT
    ).stdout.splitlines()
    assert [name for name in tracked if name not in inside] == []


def test_the_wheel_holds_nothing_else(inside: list[str]) -> None:
    rooms = {name.split("/")[0] for name in inside if not name.split("/")[0].endswith(".dist-info")}
    assert rooms == {"assistant", "knowledge", "evals"}
    assert not [name for name in inside if name.endswith((".pyc", ".sqlite3")) or "__pycache__" in name]


def test_the_wheel_names_its_licence(inside: list[str]) -> None:
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in inside)


def test_every_command_points_at_a_module_of_the_wheel(wheel: Path, inside: list[str]) -> None:
    commands = ConfigParser()
    with zipfile.ZipFile(wheel) as archive:
        (table,) = [name for name in inside if name.endswith("entry_points.txt")]
        commands.read_string(archive.read(table).decode())
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert dict(commands["console_scripts"]) == declared
    missing = [
        target for target in declared.values() if target.split(":")[0].replace(".", "/") + ".py" not in inside
    ]
    assert missing == []


@pytest.mark.slow
def test_the_installed_wheel_takes_a_file_in_and_answers(scripts: Path, tmp_path: Path) -> None:
    (tmp_path / "lassen.md").write_text(
        "# Lassen\n\nLassen leer je in Hengelo aan de Tuinderskade.\n", "utf-8"
    )
    home = str(tmp_path / "home")
    where = run(scripts / "python", "-c", "import knowledge; print(knowledge.__file__)", cwd=tmp_path)
    assert where.stdout.startswith(str(scripts.parent)), "the clean environment uses its own package"
    taken = run(scripts / "leerwijzer-ingest", tmp_path / "lassen.md", cwd=tmp_path, LEERWIJZER_HOME=home)
    assert "1 nieuw" in taken.stdout
    question = "Waar leer ik lassen aan de Tuinderskade?"
    asked = run(scripts / "leerwijzer", "ask", question, "--json", cwd=tmp_path, LEERWIJZER_HOME=home)
    answer = json.loads(asked.stdout)
    assert "Hengelo" in answer["answer"]
    assert answer["citations"]
