"""How fast the domain embedder is on one core: `python benchmarks/embedding.py [--weights FILE]`.

Texts are made of words of our own, so that nothing has to be downloaded: job titles of one to six words,
new words among them, and paragraphs of 200 words. Cold is a fresh process memory, warm has seen the words.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

STEMS = (
    *("bakker", "kok", "las", "timmer", "metsel", "schilder", "verpleeg", "zorg", "leer", "onderwijs"),
    *("techniek", "elektro", "werktuig", "bouw", "schoon", "transport", "logistiek", "magazijn"),
    *("verkoop", "inkoop", "financieel", "administratie", "juridisch", "sociaal", "jeugd", "sport"),
    *("horeca", "toerisme", "media", "software", "data", "netwerk", "beheer", "ontwikkel", "onderzoek"),
    *("laboratorium", "chemie", "milieu", "energie", "water", "land", "tuin", "dier", "boom"),
)
ENDINGS = (
    *("er", "aar", "kundige", "medewerker", "monteur", "adviseur"),
    *("leider", "manager", "assistent", "begeleider", "operator", "specialist"),
)
BATCH, TITLES, PARAGRAPHS, REPEATS = 1_000, 20_000, 1_000, 3


def best_rate(count: int, work: Callable[[], object]) -> float:
    """Return the best rate per second of a few repeats."""
    fastest = float("inf")
    for _ in range(REPEATS):
        started = time.perf_counter()
        work()
        fastest = min(fastest, time.perf_counter() - started)
    return count / fastest


def main() -> None:
    """Print the figures as one JSON object."""
    import numpy as np  # noqa: F401 - its import is not part of the load time
    from langchain_core.embeddings import Embeddings  # noqa: F401

    from knowledge.embedding.domain import DomainEmbedder
    from knowledge.embedding.weights import SHIPPED

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=SHIPPED)
    weights = parser.parse_args().weights
    chance = random.Random(7)
    words = [
        first + middle + ending for first in STEMS for middle in ("", "s", *STEMS[:12]) for ending in ENDINGS
    ]
    titles = [" ".join(chance.choices(words, k=chance.randint(1, 6))) for _ in range(TITLES)]
    paragraphs = [" ".join(chance.choices(words, k=200)) for _ in range(PARAGRAPHS)]
    started = time.perf_counter()
    embedder = DomainEmbedder.shipped(weights)
    load_ms = (time.perf_counter() - started) * 1000

    def embed_titles(with_embedder: DomainEmbedder) -> None:
        for start in range(0, TITLES, BATCH):
            with_embedder.vectors(titles[start : start + BATCH])

    cold = best_rate(TITLES, lambda: embed_titles(DomainEmbedder(embedder.weights)))
    figures = {
        "load_ms": round(load_ms, 1),
        "titles_per_second_cold": round(cold),
        "titles_per_second_warm": round(best_rate(TITLES, lambda: embed_titles(embedder))),
        "paragraphs_of_200_words_per_second": round(
            best_rate(PARAGRAPHS, lambda: embedder.vectors(paragraphs))
        ),
        "distinct_words": len(words),
        "weights_mb": round(weights.stat().st_size / 1e6, 2),
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
