"""The nearest vectors: of few all are compared, of many Chroma finds them; both say the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from knowledge.store import vectors as module
from knowledge.store.vectors import VectorStore
from knowledge.types import Audience

MANY = 300
CHANCE = np.random.default_rng(7)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[VectorStore]:
    opened = VectorStore.embedded(tmp_path / "vectors")
    opened.create()
    yield opened
    opened.close()


def of_norm_one(rows: int) -> np.ndarray:
    drawn = CHANCE.normal(size=(rows, 16)).astype(np.float32)
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


def test_comparing_with_all_says_what_chroma_says(
    store: VectorStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [f"{number:03}" for number in range(MANY)]
    store.add(Audience.PUBLIC, ids, of_norm_one(MANY))
    for question in of_norm_one(20):
        compared = store.search(Audience.PUBLIC, question, 10)
        with monkeypatch.context() as only_chroma:
            only_chroma.setattr(module, "MOST_COMPARED", 0)
            found = store.search(Audience.PUBLIC, question, 10)
        assert [one.id for one in compared] == [one.id for one in found]
        assert [one.score for one in compared] == pytest.approx([one.score for one in found], abs=1e-5)


def test_equal_vectors_come_by_id_and_no_more_than_asked(store: VectorStore) -> None:
    store.add(Audience.PUBLIC, ["c", "a", "b"], np.repeat(of_norm_one(1), 3, axis=0))
    assert [one.id for one in store.search(Audience.PUBLIC, of_norm_one(1)[0], 2)] == ["a", "b"]
    assert [one.id for one in store.search(Audience.PUBLIC, of_norm_one(1)[0], 9)] == ["a", "b", "c"]


def test_what_is_added_later_is_found_too(store: VectorStore) -> None:
    first, second = of_norm_one(2)
    store.add(Audience.PUBLIC, ["a"], first[None])
    assert store.search(Audience.PUBLIC, second, 1)[0].id == "a"
    store.add(Audience.PUBLIC, ["b"], second[None])
    found = store.search(Audience.PUBLIC, second, 1)
    assert (found[0].id, found[0].score) == ("b", pytest.approx(1.0))


def test_a_hidden_vector_is_never_among_those_of_the_public(store: VectorStore) -> None:
    store.add(Audience.STAFF, ["hidden"], of_norm_one(1))
    assert store.search(Audience.PUBLIC, of_norm_one(1)[0], 5) == ()
