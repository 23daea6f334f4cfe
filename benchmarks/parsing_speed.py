"""Measure pages per second of one reader process, and pypdf's own rate on the same files in the same run.

    python benchmarks/parsing_speed.py FOLDER [--pypdf-pages 400]

Prints one JSON object. Ours counts everything from opening a file to the document in the caller
(start of a process, transport as JSON included); pypdf's is `extract_text` alone.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from pypdf import PdfReader

from knowledge.config import ParsingLimits
from knowledge.parsing.discovery import FoundFile, find_files
from knowledge.parsing.sandbox import Sandbox


def ours(files: tuple[FoundFile, ...], workers: int) -> dict[str, float]:
    """Return pages, seconds and characters of reading all files in the sandbox."""
    with Sandbox(ParsingLimits(), workers) as sandbox:
        sandbox.parse(files[0])
        started = time.perf_counter()
        outcomes = list(sandbox.parse_all(files))
        seconds = time.perf_counter() - started
    documents = [outcome.document for outcome in outcomes if outcome.document is not None]
    pages = sum(len(document.pages) for document in documents)
    return {
        "pages": pages,
        "failed": len(outcomes) - len(documents),
        "characters": sum(document.characters for document in documents),
        "seconds": round(seconds, 2),
        "pages_per_second": round(pages / seconds, 1),
        "slowest_file_seconds": round(max(outcome.seconds for outcome in outcomes), 2),
        "peak_memory_mb": max(outcome.memory_bytes for outcome in outcomes) // 1_000_000,
    }


def pypdf_rate(files: tuple[FoundFile, ...], most_pages: int) -> dict[str, float]:
    """Return pages and seconds of `extract_text` over the first files."""
    pages = 0
    started = time.perf_counter()
    for file in files:
        for page in PdfReader(file.path).pages:
            page.extract_text()
            pages += 1
            if pages >= most_pages:
                break
        if pages >= most_pages:
            break
    seconds = time.perf_counter() - started
    return {"pages": pages, "seconds": round(seconds, 2), "pages_per_second": round(pages / seconds, 1)}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--pypdf-pages", type=int, default=400)
    options = parser.parse_args()
    files = find_files([options.folder], ParsingLimits()).files
    result = {
        "workers": options.workers,
        "ours": ours(files, options.workers),
        "pypdf": pypdf_rate(files, options.pypdf_pages),
    }
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
