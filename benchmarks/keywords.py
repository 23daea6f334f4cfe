"""Compare keyword engines on quality, build time, query time, memory and size.

    python -m benchmarks.keywords --policyqa DIR --out benchmarks/results/keywords.json

Quality: the right page among all pages, by its best passage. Scale: passages generated from the sentences
of the pages, with words exchanged and joined so that the vocabulary grows as in real text. Every engine and
size runs in a process of its own; memory is the growth of its resident set from before opening to after the
questions.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.keyword_engines import ENGINES, Leerwijzer, Passages
from evals.retrieval import Dataset, distinct_sources, evaluate, percentile, read_beir, write_policyqa_as_beir
from knowledge.language import analysis
from knowledge.language.analysis import Analyzer
from knowledge.language.tokens import sentences
from knowledge.store import keyword_question, keyword_rows, keyword_scoring

PASSAGE = 1_200
SEED = 7
ABLATION = {
    "whole engine": {},
    "passages only": {"LEVEL_WEIGHTS": (1.0, 0.0, 0.0)},
    "whole sources only": {"LEVEL_WEIGHTS": (0.0, 1.0, 0.0)},
    "without leads": {"LEVEL_WEIGHTS": (0.5, 1.0, 0.0)},
    "without n-grams": {"LEAST_SHARE": 2.0},
    "without stems": {"SAME_STEM": 0.001},
    "without function words": {"STOPWORD_WEIGHT": 0.0},
    "without weight for length of words": {"LETTER_WEIGHT": 0.0},
    "n-grams of 3-5": {"GRAM_SIZES": (3, 4, 5)},
    "n-grams of 3-6": {"GRAM_SIZES": (3, 4, 5, 6)},
    "n-grams of 5-6": {"GRAM_SIZES": (5, 6)},
    "leads of 40 words": {"LEAD_WORDS": 40},
    "leads of 80 words": {"LEAD_WORDS": 80},
    "leads of 150 words": {"LEAD_WORDS": 150},
    "length norm 0.2": {"LENGTH_NORM": 0.2},
    "length norm 0.75": {"LENGTH_NORM": 0.75},
    "frequency counts in leads": {"K1": (1.2, 1.2, 1.2)},
    "without compound parts": {"PART_WEIGHT": 0.0, "PART_OF_UNKNOWN_WEIGHT": 0.0},
}

_ROOMS = (keyword_scoring, keyword_rows, keyword_question, analysis)


def passages_of(name: str, text: str) -> Iterator[tuple[str, str, str]]:
    """Cut a page into passages at sentence ends."""
    start = last = number = 0
    for span in sentences(text):
        if span.end - start > PASSAGE and last > start:
            yield f"{name}#{number}", name, text[start:last]
            start, number = span.start, number + 1
        last = span.end
    yield f"{name}#{number}", name, text[start:]


def generated(dataset: Dataset, count: int) -> Iterator[tuple[str, str, str]]:
    """Generate passages, 40 to a source."""
    chance = random.Random(SEED)
    lines = [span.of(page.text) for page in dataset.documents for span in sentences(page.text)]
    words = sorted({word for line in lines for word in line.split() if word.isalpha() and len(word) > 3})
    for number in range(count):
        text = ""
        while len(text) < PASSAGE - 50:
            line = chance.choice(lines).split()
            if chance.random() < 0.5:
                joined = chance.choice(words) + (chance.choice(words) if chance.random() < 0.3 else "")
                line[chance.randrange(len(line))] = joined
            text += " ".join(line) + " "
        yield f"{number // 40}#{number}", str(number // 40), text[: PASSAGE + 100]


def quality(name: str, dataset: Dataset) -> dict[str, float]:
    """Measure an engine on the pages and their questions."""
    engine = ENGINES[name]()
    pages: Passages = [passage for page in dataset.documents for passage in passages_of(page.id, page.text)]

    class ByPage:
        def search(self, query: str, k: int) -> list[str]:
            return distinct_sources(engine.search(query, k), lambda passage: passage.split("#")[0])

    with tempfile.TemporaryDirectory() as folder:
        engine.build(Path(folder), pages)
        engine.open(Path(folder))
        return evaluate(dataset, ByPage()).to_json()


def ablation(dataset: Dataset) -> dict[str, dict[str, float]]:
    """Measure our engine with parts of it switched off."""
    results = {}
    for title, changes in ABLATION.items():
        kept = []
        for constant, value in changes.items():
            module = next(room for room in _ROOMS if hasattr(room, constant))
            kept.append((module, constant, getattr(module, constant)))
            setattr(module, constant, value)
        results[title] = quality("leerwijzer", dataset)
        for module, constant, value in kept:
            setattr(module, constant, value)
    for algorithm in ("dutch", "dutch_porter"):
        ENGINES["stemmer"] = lambda algorithm=algorithm: Leerwijzer(Analyzer(algorithm))  # type: ignore[misc]
        results[f"stemmer {algorithm}"] = quality("stemmer", dataset)
    del ENGINES["stemmer"]
    return results


def scale(name: str, count: int, dataset: Dataset, folder: Path, build: bool) -> dict[str, float]:
    """Build, or open and query, one engine; called in a process of its own."""
    engine = ENGINES[name]()
    if build:
        passages = list(generated(dataset, count))
        started = time.perf_counter()
        engine.build(folder, passages)
        built = time.perf_counter() - started
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        return {
            "build_s": round(built, 2),
            "disk_mb": round(size / 1e6, 1),
            "build_peak_mb": round(_peak_mb(), 0),
        }
    before, started = _resident_mb(), time.perf_counter()
    engine.open(folder)
    opened = (time.perf_counter() - started) * 1000
    times = []
    for query in dataset.queries:
        started = time.perf_counter()
        engine.search(query.text, 50)
        times.append((time.perf_counter() - started) * 1000)
    return {
        "open_ms": round(opened, 1),
        "query_ms_p50": round(percentile(times, 50), 2),
        "query_ms_p95": round(percentile(times, 95), 2),
        "memory_mb": round(_resident_mb() - before, 0),
    }


def _resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def _in_process(arguments: list[str]) -> dict[str, float]:
    """Run one step of `scale` in a new process."""
    command = [sys.executable, "-m", "benchmarks.keywords", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def main() -> None:
    """Run the comparison, or one step of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--policyqa", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument(
        "--sizes", default="10000,100000", help="passages; empty keeps what the result file has"
    )
    parser.add_argument(
        "--step", nargs=4, metavar=("ENGINE", "SIZE", "FOLDER", "WHAT"), help=argparse.SUPPRESS
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as beir:
        write_policyqa_as_beir(given.policyqa, Path(beir))
        dataset = read_beir(Path(beir))
    if given.step:
        name, size, folder, what = given.step
        print(json.dumps(scale(name, int(size), dataset, Path(folder), what == "build")))
        return
    known = json.loads(given.out.read_text("utf-8"))["scale"] if given.out and given.out.exists() else {}
    results: dict[str, dict[str, object]] = {
        "quality": {},
        "ablation": dict(ablation(dataset)),
        "scale": known,
    }
    for name in ENGINES:
        results["quality"][name] = quality(name, dataset)
        for size in filter(None, given.sizes.split(",")):
            if "n-grams" in name and int(size) > 10_000 and name != "tantivy n-grams":
                continue
            with tempfile.TemporaryDirectory() as folder:
                step = ["--policyqa", str(given.policyqa), "--step", name, size, folder]
                row = _in_process([*step, "build"]) | _in_process([*step, "query"])
            results["scale"][f"{name}, {size}"] = row
            print(name, size, row, flush=True)
    if given.out:
        given.out.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    print(json.dumps(results["quality"], indent=1))


if __name__ == "__main__":
    main()
