"""Preparing passages: the same in a pool as alone, and alone where no pool can start."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import numpy as np

from knowledge.config import KnowledgeSettings
from knowledge.embedding.choice import build_embedder
from knowledge.store.keyword_terms import KeywordDocument
from knowledge.store.preparation import WORTH_A_POOL, Preparation, Work
from knowledge.types import Audience

ROOT = Path(__file__).resolve().parents[3]
HASHED = partial(build_embedder, KnowledgeSettings(Path("home"), "sqlite://", embedder="hashed"))


def works() -> list[Work]:
    return [
        Work((f"tekst {n}",), (KeywordDocument(str(n), Audience.PUBLIC, "Titel", (), f"tekst {n}"),))
        for n in range(6)
    ]


def test_a_pool_gives_the_same_in_the_same_order_as_working_alone() -> None:
    with Preparation(HASHED, 2, WORTH_A_POOL) as pool, Preparation(HASHED, 2, 1) as alone:
        pairs = zip(pool.prepare(works()), alone.prepare(works()), strict=True)
        for (one, prepared), (other, expected) in pairs:
            assert one == other
            assert np.array_equal(prepared.vectors, expected.vectors)
            assert prepared.terms.vocabulary == expected.terms.vocabulary


def test_a_program_from_standard_input_prepares_alone() -> None:
    program = """
from tests.knowledge.store.test_preparation import HASHED, works
from knowledge.store.preparation import WORTH_A_POOL, Preparation
with Preparation(HASHED, 2, WORTH_A_POOL) as preparation:
    print(len(list(preparation.prepare(works()))))
"""
    done = subprocess.run(
        [sys.executable, "-"], input=program, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "6"
