"""Leerwijzer beside four engines that people install, in one run over one corpus with the same questions.

    python -m benchmarks.retrieval BEIR --out benchmarks/results/retrieval.json \\
        --python "LlamaIndex BM25=other-venv/bin/python"

Quality: the right page among all pages of the BEIR folder. The others get each page whole and, apart, in passages of about
1,200 characters with a page ranked by its best passage; the table shows the better of the two. Leerwijzer reads the pages
and cuts them itself. Scale: passages generated from the sentences of the pages (`benchmarks.keywords.generated`), 40 to a
source. Each engine and size runs in processes of its own; memory is the growth of the resident set from the start of a
process that only opens and answers. Leerwijzer's build time is a whole ingest: reading files, cutting, storing, embedding,
both indexes, and the check before it is switched in.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.keywords import SEED, generated, passages_of
from benchmarks.retrieval_engines import ENGINES
from evals.retrieval import Dataset, evaluate, read_beir

SIZES = (1_000, 10_000, 100_000)
MOST_PASSAGES = {"Chroma all-MiniLM-L6-v2": 10_000}
"""Embedding 100,000 passages with a transformer takes about two hours on two of these cores (711 s for 10,000)."""
UNITS = ("pages", "passages")
FIGURES = ("hit@1", "mrr", "ndcg@10")
ROOT = Path(__file__).resolve().parents[1]

Rows = list[tuple[str, str, str]]
Result = dict[str, object]


class Ranked:
    """A search whose answers are known already."""

    def __init__(self, answers: Mapping[str, list[str]]) -> None:
        self._answers = answers

    def search(self, query: str, k: int) -> list[str]:
        """Return the sources found for `query`."""
        return self._answers[query][:k]


class Worker:
    """Runs steps of an engine, each in a new process."""

    def __init__(self, engine: str, interpreter: str) -> None:
        self.engine = engine
        self._interpreter = interpreter

    def run(self, step: str, corpus: Path, questions: Path, folder: Path) -> Result:
        """Return what the step printed; raises `RuntimeError` with its error output where it failed."""
        command = [self._interpreter, "-m", "benchmarks.retrieval_worker", self.engine, step]
        quiet = {
            "HF_HUB_OFFLINE": "1",
            "TOKENIZERS_PARALLELISM": "false",
            "HAYSTACK_TELEMETRY_ENABLED": "False",
        }
        environment = {**os.environ, **quiet, "PYTHONPATH": str(ROOT)}
        arguments = [*command, str(corpus), str(questions), str(folder)]
        done = subprocess.run(
            arguments, capture_output=True, text=True, cwd=ROOT, env=environment, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{self.engine} failed at {step}:\n{done.stderr[-2000:]}")
        result: Result = json.loads(done.stdout.splitlines()[-1])
        return result | {"load": round(os.getloadavg()[0], 1)}


def quality(worker: Worker, dataset: Dataset) -> Result:
    """Measure one engine on the pages and their questions, in the units that it can take."""
    results: Result = {}
    for unit in UNITS if worker.engine != "Leerwijzer" else UNITS[:1]:
        rows = [row for page in dataset.documents for row in _rows(unit, page.id, page.text)]
        with tempfile.TemporaryDirectory() as folder:
            corpus, questions = _written(Path(folder), rows, [query.text for query in dataset.queries])
            index = Path(folder) / "index"
            index.mkdir()
            built = worker.run("build", corpus, questions, index)
            if "skipped" in built:
                return {"skipped": built["skipped"]}
            if worker.engine in ("LangChain BM25", "Haystack BM25"):
                index = Path(folder)
            found = worker.run("rank", corpus, questions, index)["found"]
        assert isinstance(found, list)
        answers = {query.text: names for query, names in zip(dataset.queries, found, strict=True)}
        report = evaluate(dataset, Ranked(answers))
        intervals = {
            name: [round(report.metrics[name].low, 4), round(report.metrics[name].high, 4)]
            for name in FIGURES
        }
        values = {
            query: {name: round(found[name], 4) for name in FIGURES}
            for query, found in report.per_query.items()
        }
        figures = {name: report.to_json()[name] for name in FIGURES}
        results[unit] = {**figures, "intervals": intervals, "per_query": values}
        results["versions"] = built["versions"]
    return results


def scale(worker: Worker, dataset: Dataset, size: int, folder: Path) -> Result:
    """Measure building, opening and asking over `size` generated passages."""
    corpus, questions = _written(
        folder, generated(dataset, size), [query.text for query in dataset.queries[:200]]
    )
    index = folder / "index"
    index.mkdir()
    built = worker.run("build", corpus, questions, index)
    return built if "skipped" in built else built | worker.run("time", corpus, questions, index)


def _rows(unit: str, page: str, text: str) -> Rows:
    return [(page, page, text)] if unit == "pages" else list(passages_of(page, text))


def _written(
    folder: Path, rows: Iterator[tuple[str, str, str]] | Rows, questions: Sequence[str]
) -> tuple[Path, Path]:
    """Write the corpus and the questions for the workers."""
    corpus, asked = folder / "corpus.jsonl", folder / "questions.json"
    with corpus.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    asked.write_text(json.dumps(questions), "utf-8")
    return corpus, asked


def machine() -> Result:
    """Return what the figures depend on."""
    models = [
        line
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        if line.startswith("model name")
    ]
    return {
        "processor": models[0].split(":")[1].strip() if models else platform.processor(),
        "cores_used": len(os.sched_getaffinity(0)),
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "load_at_start": round(os.getloadavg()[0], 1),
    }


def main() -> None:
    """Run the comparison and write its result file; what an earlier file has of other engines is kept."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("beir", type=Path, help="BEIR folder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument(
        "--python", action="append", default=[], metavar="ENGINE=PATH", help="interpreter of an engine"
    )
    parser.add_argument("--keep", type=Path, help="folder in which the scale indexes of Leerwijzer stay")
    given = parser.parse_args()
    interpreters = dict(item.rsplit("=", 1) for item in given.python)
    dataset = read_beir(given.beir)
    results: dict[str, Result] = json.loads(given.out.read_text("utf-8")) if given.out.exists() else {}
    results["about"] = machine() | {
        "seed": SEED,
        "pages": len(dataset.documents),
        "questions": len(dataset.queries),
    }
    for name in filter(None, given.engines.split(",")):
        worker = Worker(name, interpreters.get(name, sys.executable))
        results.setdefault("quality", {})[name] = measured = quality(worker, dataset)
        print(name, "measured", flush=True)
        for size in map(int, filter(None, given.sizes.split(","))):
            if "skipped" not in measured and size <= MOST_PASSAGES.get(name, size):
                results.setdefault("scale", {})[f"{name}, {size}"] = row = _scaled(
                    worker, dataset, size, given.keep
                )
                print(name, size, json.dumps(row), flush=True)
        given.out.write_text(json.dumps(results, indent=1) + "\n", "utf-8")


def _scaled(worker: Worker, dataset: Dataset, size: int, keep: Path | None) -> Result:
    if keep and worker.engine == "Leerwijzer":
        folder = keep / str(size)
        folder.mkdir(parents=True)
        return scale(worker, dataset, size, folder)
    with tempfile.TemporaryDirectory() as folder_name:
        return scale(worker, dataset, size, Path(folder_name))


if __name__ == "__main__":
    main()
