"""Measure an ingest end to end: parse, store, embed, index, check, switch; and the second one, which changes nothing.

    python benchmarks/ingest.py [--pages 2000] [--big 10000] [--out benchmarks/results/ingest.json]

Generates the PDFs (seed 1), then in one run: the ingest of the whole set on one core and on all, the same folder again,
pypdf's own `extract_text` on one core over part of the same files, and one big PDF. Cores are set by
sched_setaffinity in the child; every ingest is a process of its own, its start included.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.generate_pdfs import build
from benchmarks.parsing_speed import pypdf_rate
from knowledge.config import ParsingLimits
from knowledge.parsing.discovery import find_files

FILE_PAGES = 20
VERSIONS = ("chromadb", "numpy", "pypdf", "pypdfium2", "SQLAlchemy", "PyStemmer")


def ingest(folder: Path, home: Path, cores: Sequence[int]) -> tuple[float, float, str]:
    """Return the wall seconds, the processor seconds and the last line of one `python ingest.py FOLDER`."""
    environment = {**os.environ, "LEERWIJZER_HOME": str(home), "LEERWIJZER_WORKERS": str(len(cores))}
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "ingest.py", str(folder)],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
        preexec_fn=lambda: os.sched_setaffinity(0, cores),
    )
    seconds = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, processor, " ".join(done.stdout.split()[-40:])


def measured_set(base: Path, pages: int) -> dict[str, object]:
    """Return the figures of a set of files of 20 pages."""
    folder = base / "set"
    folder.mkdir()
    for number in range(pages // FILE_PAGES):
        (folder / f"gids-{number:04d}.pdf").write_bytes(build(number, FILE_PAGES))
    cores = sorted(os.sched_getaffinity(0))
    found: dict[str, object] = {"pages": pages, "files": pages // FILE_PAGES}
    for name, chosen in (("one_core", cores[:1]), ("all_cores", cores)):
        seconds, processor, _ = ingest(folder, base / name, chosen)
        again, _, report = ingest(folder, base / name, chosen)
        assert "0 nieuw, 0 veranderd" in report, report
        found[name] = {
            "cores": len(chosen),
            "seconds": round(seconds, 2),
            "processor_seconds": round(processor, 2),
            "pages_per_second": round(pages / seconds, 1),
            "second_ingest_seconds": round(again, 3),
        }
    os.sched_setaffinity(0, cores[:1])
    files = find_files([folder], ParsingLimits()).files
    found["pypdf_extract_text_one_core"] = pypdf_rate(files, 400)
    os.sched_setaffinity(0, cores)
    return found


def in_process(base: Path, workers: int) -> dict[str, float]:
    """Return what a first and a second ingest take inside a running process, where no interpreter has to start."""
    code = (
        "import sys, time; from pathlib import Path; from dataclasses import replace;"
        "from knowledge.build import build_knowledge; from knowledge.config import settings_from;"
        "from knowledge.progress import silent; import os;"
        "k = build_knowledge(settings_from(os.environ, Path(sys.argv[2])));"
        "t = time.perf_counter(); k.ingest.run([Path(sys.argv[1])], silent); a = time.perf_counter() - t;"
        "t = time.perf_counter(); k.ingest.run([Path(sys.argv[1])], silent); b = time.perf_counter() - t;"
        "print(a, b)"
    )
    if __name__ != "__main__":
        raise RuntimeError("run as a script")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"if __name__ == '__main__':\n exec({code!r})",
            str(base / "set"),
            str(base / f"in-process-{workers}"),
        ],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "LEERWIJZER_WORKERS": str(workers)},
    )
    first, second = map(float, done.stdout.split()[-2:])
    return {
        "first_seconds": round(first, 3),
        "second_seconds": round(second, 4),
        "share": round(second / first, 5),
    }


def measured_big(base: Path, pages: int) -> dict[str, object]:
    """Return the figures of one PDF of many pages; its reader is capped at 512 MB."""
    folder = base / "big"
    folder.mkdir()
    (folder / "groot.pdf").write_bytes(build(1, pages))
    cores = sorted(os.sched_getaffinity(0))
    seconds, processor, report = ingest(folder, base / "big-home", cores)
    assert "1 nieuw" in report, report
    return {
        "pages": pages,
        "seconds": round(seconds, 1),
        "processor_seconds": round(processor, 1),
        "pages_per_second": round(pages / seconds, 1),
        "memory_cap_mb_per_reader": ParsingLimits().memory_bytes // 2**20,
    }


def main() -> None:
    """Measure, print, and write the result file when asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--big", type=int, default=10_000)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="leerwijzer-bench-") as name:
        base = Path(name)
        result = {
            "machine": {
                "cores": len(os.sched_getaffinity(0)),
                "python": platform.python_version(),
                "load_before": os.getloadavg()[0],
            },
            "versions": {package: version(package) for package in VERSIONS},
            "seed": 1,
            "set": measured_set(base, asked.pages),
            "in_process_one_worker": in_process(base, 1),
            "in_process_all_cores": in_process(base, len(os.sched_getaffinity(0))),
            "big": measured_big(base, asked.big),
        }
    written = json.dumps(result, indent=1)
    if asked.out:
        asked.out.write_text(written + "\n", "utf-8")
    print(written)


if __name__ == "__main__":
    main()
