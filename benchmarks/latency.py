"""From question to passages on one core: the bundled library, and 100,000 generated passages.

    python -m benchmarks.latency BEIR --large FOLDER --out benchmarks/results/latency.json

FOLDER is what `python -m benchmarks.retrieval BEIR --engines Leerwijzer --sizes 100000 --keep KEEP` left as KEEP/100000/index.
Each part runs in a process of its own that is bound to one core. Other work on that core shows in the time on the clock but
not in the processor time, so both are given, with the load of the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.retrieval_worker import resident_mb

WARM_UP = 10
"""Questions asked before the measurement: files are mapped, word vectors of the corpus are placed."""
LIMIT = 8
"""Passages that the assistant asks for."""


def measured(home: Path, questions: Sequence[str], core: int) -> dict[str, float]:
    """Open the knowledge base in `home` on one core and ask; called in a process of its own."""
    os.sched_setaffinity(0, {core})
    before, started = resident_mb(), time.perf_counter()
    from datetime import date

    from knowledge.build import build_knowledge, language_of
    from knowledge.config import settings_from
    from knowledge.retrieval.hybrid import Query
    from knowledge.types import Audience

    knowledge = build_knowledge(settings_from({}, home))
    retriever = knowledge.retriever()
    with retriever._reader.reading() as generation:
        passages = sum(generation.manifest.counts.values())
    loaded, used = time.perf_counter() - started, time.process_time()
    wall, cpu = [], []

    def ask(text: str) -> None:
        begun, worked = time.perf_counter(), time.process_time()
        retriever.retrieve(Query(text, Audience.PUBLIC, date(2026, 11, 21), LIMIT, language_of(text)))
        wall.append((time.perf_counter() - begun) * 1000)
        cpu.append((time.process_time() - worked) * 1000)

    for text in [questions[0], *questions[:WARM_UP]]:
        ask(text)
    first = wall[0]
    wall.clear()
    cpu.clear()
    for text in questions:
        ask(text)
    return {
        "passages": passages,
        "import_and_load_s": round(loaded, 2),
        "import_and_load_cpu_s": round(used, 2),
        "first_question_ms": round(first, 1),
        "wall_ms_p50": _share(wall, 0.5),
        "wall_ms_p95": _share(wall, 0.95),
        "cpu_ms_p50": _share(cpu, 0.5),
        "cpu_ms_p95": _share(cpu, 0.95),
        "questions": len(questions),
        "memory_mb": round(resident_mb()),
        "memory_of_bare_python_mb": round(before),
        "load": round(os.getloadavg()[0], 1),
    }


def _share(times: list[float], share: float) -> float:
    return round(sorted(times)[int(len(times) * share)], 2)


def in_process(home: Path, questions: Sequence[str], core: int) -> dict[str, float]:
    """Measure in a new process."""
    command = [sys.executable, "-m", "benchmarks.latency", "--step", str(home), str(core)]
    done = subprocess.run(command, input=json.dumps(questions), capture_output=True, text=True, check=True)
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def main() -> None:
    """Measure both, or one in this process."""
    if sys.argv[1:2] == ["--step"]:
        print(json.dumps(measured(Path(sys.argv[2]), json.loads(sys.stdin.read()), int(sys.argv[3]))))
        return
    from benchmarks.retrieval import machine
    from evals.product import library_search
    from evals.retrieval import read_beir
    from evals.twins import read_twins

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("beir", type=Path)
    parser.add_argument("--large", type=Path, help="folder with names.json and home")
    parser.add_argument("--core", type=int, default=0)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    results: dict[str, object] = {"about": machine()}
    twins = read_twins()
    with tempfile.TemporaryDirectory() as folder:
        with library_search(Path(folder)):
            pass
        for language in ("nl", "en", "de"):
            asked = [twin.text for twin in twins if twin.language == language]
            results[f"library, {language}"] = in_process(Path(folder), asked, given.core)
    if given.large:
        foreign = [twin.text for twin in twins if twin.language != "nl"]
        asked = [query.text for query in read_beir(given.beir).queries]
        results["100,000 passages, nl"] = in_process(given.large / "home", asked, given.core)
        results["100,000 passages, en and de"] = in_process(given.large / "home", foreign, given.core)
    given.out.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    print(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
