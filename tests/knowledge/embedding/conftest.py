"""A domain embedder with small random weights over the parts of a few words, so that these tests need no
training."""

import numpy as np
import pytest

from knowledge.embedding.concepts import label_key
from knowledge.embedding.domain import DomainEmbedder
from knowledge.embedding.features import FEATURES_VERSION, part_hashes, whole_word_hashes
from knowledge.embedding.weights import FORMAT_VERSION, Weights

WORDS = ["bakker", "kok", "lasser", "verpleegkundige", "timmerman", "leraar", "ingenieur", "monteur"]
DIMENSION = 32


def small_weights(seed: int = 0) -> Weights:
    random = np.random.default_rng(seed)
    keys = np.unique(np.concatenate([part_hashes(WORDS)[1], whole_word_hashes(WORDS)]))
    labels = sorted((label_key(word), place) for place, word in enumerate(WORDS))
    table = random.integers(-127, 128, (len(keys), DIMENSION), dtype=np.int8)
    bare = Weights(
        keys=keys,
        table=table,
        scales=np.full(len(keys), 0.5, dtype=np.float32),
        label_keys=np.array([key for key, _ in labels], dtype=np.uint32),
        label_concepts=np.array([place for _, place in labels], dtype=np.uint16),
        centres=np.zeros((len(WORDS), DIMENSION), dtype=np.int8),
        groups=np.array([word == "leraar" for word in WORDS]),
        calibration=np.array([-8.0, 12.0, 4.0]),
        metadata={"format": FORMAT_VERSION, "features": FEATURES_VERSION, "table_sha256": f"small{seed}"},
    )
    bare.centres[:] = np.round(DomainEmbedder(bare).vectors(WORDS) * 127).astype(np.int8)
    return bare


@pytest.fixture(scope="session")
def embedder() -> DomainEmbedder:
    return DomainEmbedder(small_weights())
