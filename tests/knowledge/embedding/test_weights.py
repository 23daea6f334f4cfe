"""The weights file: what is written is read, and a bad file says what to do."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from knowledge.embedding.domain import DomainEmbedder
from knowledge.embedding.weights import ATTRIBUTION, SHIPPED, Weights, WeightsError
from tests.knowledge.embedding.conftest import small_weights


def test_what_is_saved_is_what_is_loaded(tmp_path: Path) -> None:
    small_weights().save(tmp_path / "w.npz")
    loaded = Weights.load(tmp_path / "w.npz")
    np.testing.assert_array_equal(
        DomainEmbedder(loaded).vectors(["kok"]), DomainEmbedder(small_weights()).vectors(["kok"])
    )
    assert loaded.fingerprint == small_weights().fingerprint


def test_saving_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        small_weights().save(tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"text"])
def test_a_damaged_file_says_how_to_mend_it(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "w.npz").write_bytes(content)
    with pytest.raises(WeightsError, match="Installeer Leerwijzer opnieuw"):
        Weights.load(tmp_path / "w.npz")


def test_a_missing_file_says_how_to_mend_it(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"knowledge\.embedding\.training"):
        Weights.load(tmp_path / "absent.npz")


def test_weights_of_other_feature_rules_are_refused(tmp_path: Path) -> None:
    dataclasses.replace(small_weights(), metadata={"format": 1, "features": 0, "table_sha256": ""}).save(
        tmp_path / "w.npz"
    )
    with pytest.raises(WeightsError, match="kenmerken 0"):
        Weights.load(tmp_path / "w.npz")


def test_a_file_with_pickles_is_not_opened(tmp_path: Path) -> None:
    np.savez(tmp_path / "w.npz", metadata=np.array([{"a": 1}], dtype=object))
    with pytest.raises(WeightsError):
        Weights.load(tmp_path / "w.npz")


@pytest.fixture(scope="module")
def shipped() -> Weights:
    return Weights.load()


def test_the_shipped_weights_name_their_source_and_seed(shipped: Weights) -> None:
    assert shipped.metadata["attribution"] == ATTRIBUTION
    assert {"seed", "trained_on", "data_sha256", "settings", "held_out"} <= set(shipped.metadata)


def test_the_shipped_weights_weigh_at_most_twelve_megabytes() -> None:
    assert SHIPPED.stat().st_size <= 12_000_000


NEIGHBOURS = [
    ("verpleegkundige", "nurse", "welder"),
    ("Krankenpfleger", "verpleegkundige", "timmerman"),
    ("lasser", "Schweißer", "Lehrer"),
    ("leraar basisonderwijs", "primary school teacher", "truck driver"),
    ("softwareontwikkelaar", "software developer", "bakker"),
    ("vrachtwagenchauffeur", "truck driver", "nurse"),
]


@pytest.mark.parametrize(("text", "near", "far"), NEIGHBOURS)
def test_words_of_three_languages_stand_together(shipped: Weights, text: str, near: str, far: str) -> None:
    vector, close, distant = DomainEmbedder(shipped).vectors([text, near, far])
    assert vector @ close > 0.5 > vector @ distant
