"""One step of `benchmarks.retrieval` for one engine, in a process (and an interpreter) of its own.

    python -m benchmarks.retrieval_worker ENGINE build|rank|time CORPUS QUESTIONS FOLDER

CORPUS is JSON Lines of [id, source, text], QUESTIONS a JSON list of texts. Prints one JSON object on the last line.
"""

from __future__ import annotations

import json
import os
import sys
import time
from importlib import metadata
from pathlib import Path

from benchmarks.retrieval_engines import ENGINES, Engine, Passages

DEPTH = 100
"""Passages looked at for quality."""
ASKED = 10
"""Passages asked for when time is measured."""
LEAST_QUESTIONS, MOST_SECONDS = 20, 60.0
"""A slow engine answers at least so many questions, and then as many as fit in the time."""


def main() -> None:
    """Run the step that the arguments name."""
    name, step, corpus, questions, folder = sys.argv[1:]
    engine = ENGINES[name]()
    try:
        result = STEPS[step](
            engine, Path(corpus), json.loads(Path(questions).read_text("utf-8")), Path(folder)
        )
    except ImportError as error:
        result = {"skipped": f"{error.name} is not installed: pip install -r benchmarks/requirements.txt"}
    print(json.dumps(result))


def build(engine: Engine, corpus: Path, questions: list[str], folder: Path) -> dict[str, object]:
    """Time the making of the index."""
    passages = read(corpus)
    started = time.perf_counter()
    count = engine.build(folder, passages)
    seconds = time.perf_counter() - started
    kept = [
        path for path in folder.rglob("*") if path.is_file() and "files" not in path.relative_to(folder).parts
    ]
    size = round(sum(path.stat().st_size for path in kept) / 1e6, 1) if engine.keeps_index else None
    return {"passages": count, "build_s": round(seconds, 2), "disk_mb": size, "versions": versions(engine)}


def rank(engine: Engine, corpus: Path, questions: list[str], folder: Path) -> dict[str, object]:
    """Give the sources found for every question."""
    engine.open(folder, read(corpus))
    return {"found": [engine.search(question, DEPTH) for question in questions]}


def time_questions(engine: Engine, corpus: Path, questions: list[str], folder: Path) -> dict[str, object]:
    """Measure opening, memory (growth of the resident set since the process began) and the time per question."""
    before, started = resident_mb(), time.perf_counter()
    engine.open(folder, Count(corpus) if engine.keeps_index else read(corpus))
    engine.search(questions[0], ASKED)
    opened = time.perf_counter() - started
    times: list[float] = []
    for question in questions:
        if len(times) >= LEAST_QUESTIONS and sum(times) > MOST_SECONDS * 1000:
            break
        begun = time.perf_counter()
        engine.search(question, ASKED)
        times.append((time.perf_counter() - begun) * 1000)
    times.sort()
    return {
        "open_s": round(opened, 2),
        "query_ms_p50": round(times[len(times) // 2], 2),
        "query_ms_p95": round(times[int(len(times) * 0.95)], 2),
        "questions": len(times),
        "memory_mb": round(resident_mb() - before),
    }


STEPS = {"build": build, "rank": rank, "time": time_questions}


def read(corpus: Path) -> Passages:
    """Read the passages."""
    with corpus.open(encoding="utf-8") as file:
        return [tuple(json.loads(line)) for line in file]


class Count:
    """Only the number of passages, for engines that keep their index: their texts must not count as memory."""

    def __init__(self, corpus: Path) -> None:
        with corpus.open(encoding="utf-8") as file:
            self._count = sum(1 for _ in file)

    def __len__(self) -> int:
        return self._count


def versions(engine: Engine) -> dict[str, str]:
    """Return the versions of the packages that the engine stands on."""
    found = {}
    for package in engine.packages:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            found[package] = "working tree"
    return found


def resident_mb() -> float:
    """Return the resident set of this process."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
