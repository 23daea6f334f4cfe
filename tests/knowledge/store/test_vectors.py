"""What Chroma keeps of vectors: all of it is in the graph when they were added, so that every process that opens it finds the same."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np

from knowledge.store.vectors import VectorStore
from knowledge.types import Audience

COUNT = 300


def test_no_vector_waits_in_the_journal_to_be_put_into_the_graph_by_who_opens_it(tmp_path: Path) -> None:
    vectors = np.random.default_rng(7).normal(size=(COUNT, 16)).astype(np.float32)
    store = VectorStore.embedded(tmp_path)
    store.create()
    for start in range(0, COUNT, 100):
        ids = [f"passage-{number}" for number in range(start, start + 100)]
        store.add(Audience.PUBLIC, ids, vectors[start : start + 100])
    store.close()
    with sqlite3.connect(tmp_path / "chroma.sqlite3") as journal:
        (waiting,) = journal.execute("SELECT count(*) FROM embeddings_queue").fetchone()
    assert waiting <= 1
