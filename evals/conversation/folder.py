"""A run folder: settings.json, cases.jsonl (answers and scores with explanations), summary.json, report.md and report.html."""

from __future__ import annotations

import json
import platform
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from evals.conversation.floors import Floor
from evals.conversation.objects import case_object
from evals.conversation.report.html import as_html
from evals.conversation.report.markdown import as_markdown
from evals.conversation.report.run import About, Run
from evals.conversation.summary import summarised
from evals.conversation.types import ScoredCase
from knowledge.errors import KnowledgeError

RUNS = Path("evals-runs")
"""Run folders, below the working folder; not committed."""


class RunFolderError(KnowledgeError):
    """A folder that holds no run, or not the case that is asked for."""


@dataclass(frozen=True, slots=True)
class Versions:
    """What answered: the product and the interpreter."""

    leerwijzer: str
    python: str

    @classmethod
    def here(cls) -> Versions:
        """Return the versions of this process."""
        return cls(version("leerwijzer"), platform.python_version())


def next_folder(name: str, runs: Path = RUNS) -> Path:
    """Return the first free folder below `runs`, numbered: 001-NAME, 002-NAME."""
    taken = [int(found[1]) for path in runs.glob("*") if (found := re.match(r"(\d+)-", path.name))]
    return runs / f"{max(taken, default=0) + 1:03d}-{re.sub(r'[^a-z0-9]+', '-', name.lower()).strip('-')}"


def newest_folder(runs: Path = RUNS) -> Path | None:
    """Return the run folder with the highest number that is whole, None when there is none."""
    numbered = [
        path for path in runs.glob("*") if re.match(r"\d+-", path.name) and (path / "summary.json").is_file()
    ]
    return max(numbered, key=lambda path: int(path.name.split("-")[0]), default=None)


def write_run(folder: Path, about: About, scored: Sequence[ScoredCase], floors: tuple[Floor, ...]) -> Run:
    """Write a whole run into `folder`, the summary last, and return what it comes to."""
    run = Run(about, summarised(scored), tuple(scored), floors)
    folder.mkdir(parents=True, exist_ok=True)
    settings = {**asdict(about), **asdict(Versions.here())}
    _write(folder / "settings.json", json.dumps(settings, indent=1, ensure_ascii=False))
    lines = (json.dumps(case_object(one), ensure_ascii=False) for one in scored)
    _write(folder / "cases.jsonl", "\n".join(lines))
    _write(folder / "report.md", as_markdown(run))
    _write(folder / "report.html", as_html(run))
    _write(folder / "summary.json", json.dumps(summary_object(run), indent=1, ensure_ascii=False))
    return run


def summary_object(run: Run) -> dict[str, Any]:
    """Return the content of summary.json: what was run, the figures, and the values by case."""
    return {"about": asdict(run.about), **run.summary.to_json()}


def read_case(folder: Path, id_: str) -> Mapping[str, Any]:
    """Return the object of a case in a run folder. Raises `RunFolderError` when it is not there."""
    path = folder / "cases.jsonl"
    if not path.is_file():
        raise RunFolderError(f"{folder} is geen map van `python -m evals run`: er is geen cases.jsonl.")
    for line in path.read_text("utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        if row["id"] == id_:
            return row
    raise RunFolderError(f"{folder} heeft geen geval {id_!r}.")


def _write(path: Path, text: str) -> None:
    path.write_text(text.rstrip("\n") + "\n", "utf-8")
