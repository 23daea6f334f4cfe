"""From concepts to a weights file: texts, features, training, centres, calibration."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.concepts import label_key
from knowledge.embedding.domain import DomainEmbedder
from knowledge.embedding.features import FEATURES_VERSION
from knowledge.embedding.training.batches import NOISE, Sampler
from knowledge.embedding.training.esco import LANGUAGES, Concept, digest, read_concepts, read_pairs
from knowledge.embedding.training.model import Model, TrainingSettings
from knowledge.embedding.training.texts import choose_features, split_words
from knowledge.embedding.training.yardstick import CORPUS_KINDS, HeldOut, Yardstick, fitted, hold_out, rounded
from knowledge.embedding.weights import ATTRIBUTION, FORMAT_VERSION, Weights

DESCRIPTION_WEIGHT = 0.3
"""Weight of the mean description beside the mean label in a centre, per language."""
STRANGERS = 500
"""Skill labels among the questions of the calibration, as many as titles: texts of the field that name no
occupation."""


@dataclass(frozen=True, slots=True)
class TrainingRun:
    """What to train from and how."""

    esco: Path
    pairs: tuple[Path, ...]
    seed: int
    minutes: float
    today: date
    settings: TrainingSettings


def trained(run: TrainingRun, report: Callable[[str], None]) -> Weights:
    """Train and return the weights; `report` gets a line now and then."""
    concepts = read_concepts(run.esco) + [concept for path in run.pairs for concept in read_pairs(path)]
    held = hold_out(concepts, run.settings.held_out, run.seed)
    table, keys, steps = _table(concepts, run, report)
    codes, scales = quantised(table)
    weights = Weights(
        keys=keys,
        table=codes,
        scales=scales.astype(np.float16).astype(np.float32),
        label_keys=np.zeros(0, dtype=np.uint32),
        label_concepts=np.zeros(0, dtype=np.uint16),
        centres=np.zeros((0, table.shape[1]), dtype=np.int8),
        groups=np.zeros(0, dtype=np.bool_),
        calibration=np.zeros(3),
        metadata=_metadata(run, steps, codes, scales),
    )
    weights = _with_memory(weights, concepts, ())
    weights = _with_calibration(weights, concepts, held, run, report)
    return _with_memory(weights, concepts, held)


def quantised(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return int8 rows and the scale of each, so that ``codes * scales[:, None]`` is `table` to within half
    a step."""
    scales = np.maximum(np.abs(table).max(axis=1), 1e-8) / 127
    return np.round(table / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def _table(
    concepts: Sequence[Concept], run: TrainingRun, report: Callable[[str], None]
) -> tuple[NDArray[np.float32], NDArray[np.uint32], int]:
    sampler = Sampler(concepts, run.seed)
    words, rows = split_words([*sampler.texts, *NOISE])
    noise = np.arange(len(sampler.texts), len(sampler.texts) + len(NOISE))
    used, place = rows.take(np.arange(len(sampler.texts)))
    owner = np.array(sampler.owners, dtype=np.int64)[place]
    once = np.unique(used * len(concepts) + owner) // len(concepts)
    spread = np.bincount(once, minlength=len(words)).astype(np.float64)
    features = choose_features(words, spread, run.settings.features)
    report(f"{len(concepts)} concepts, {len(sampler.texts)} texts, {len(words)} words")
    model = Model(features, rows, noise, run.settings, run.seed)
    steps = model.train(sampler, run.minutes, report)
    return model.table(), features.keys, steps


def _metadata(
    run: TrainingRun, steps: int, codes: NDArray[np.int8], scales: NDArray[np.float32]
) -> dict[str, object]:
    return {
        "format": FORMAT_VERSION,
        "features": FEATURES_VERSION,
        "attribution": ATTRIBUTION,
        "trained_on": run.today.isoformat(),
        "seed": run.seed,
        "steps": steps,
        "settings": asdict(run.settings),
        "pairs": [path.name for path in run.pairs],
        "data_sha256": digest(run.esco, *run.pairs),
        "table_sha256": hashlib.sha256(codes.tobytes() + scales.astype(np.float16).tobytes()).hexdigest()[
            :12
        ],
    }


def _with_memory(weights: Weights, concepts: Sequence[Concept], held: Sequence[HeldOut]) -> Weights:
    """Add label hashes and centres of occupations and groups; the labels of `held` are remembered too."""
    embedder = DomainEmbedder(weights)
    remembered = [concept for concept in concepts if concept.kind in CORPUS_KINDS]
    centres = np.stack([_centre(concept, embedder) for concept in remembered])
    place = {concept.uri: number for number, concept in enumerate(remembered)}
    pairs = {(label_key(item.label), place[item.uri]) for item in held}
    pairs |= {
        (label_key(label), place[c.uri])
        for c in remembered
        for language in LANGUAGES
        for label in c.labels[language]
    }
    ordered = np.array(sorted(pairs), dtype=np.int64)
    return replace(
        weights,
        label_keys=ordered[:, 0].astype(np.uint32),
        label_concepts=ordered[:, 1].astype(np.uint16),
        centres=np.round(centres / np.abs(centres).max(axis=1, keepdims=True) * 127).astype(np.int8),
        groups=np.array([concept.kind == "group" for concept in remembered], dtype=np.bool_),
    )


def _centre(concept: Concept, embedder: DomainEmbedder) -> NDArray[np.float32]:
    """Return the sum of the unit means of the labels and, with less weight, of the description, over the
    languages."""
    total = np.zeros(embedder.dimension, dtype=np.float32)
    for language in LANGUAGES:
        for texts, weight in (
            (concept.labels[language], 1.0),
            (concept.sentences[language], DESCRIPTION_WEIGHT),
        ):
            if texts:
                mean = embedder.vectors(texts).sum(axis=0)
                total += np.float32(weight) * mean / max(float(np.linalg.norm(mean)), 1e-6)
    return total


def _with_calibration(
    weights: Weights,
    concepts: Sequence[Concept],
    held: Sequence[HeldOut],
    run: TrainingRun,
    report: Callable[[str], None],
) -> Weights:
    yardstick = Yardstick(concepts, held, DomainEmbedder(weights))
    figures = rounded(yardstick.report()) if held else {}
    for name, value in figures.items():
        report(f"held out, {name}: {value:.3f}")
    spoken = [
        concept.labels[language][:1]
        for concept in concepts
        if concept.kind == "skill"
        for language in LANGUAGES
    ]
    skills = sorted({label for labels in spoken for label in labels})
    chosen = np.random.default_rng(run.seed).permutation(len(skills))[:STRANGERS]
    features, right = yardstick.evidence([skills[number] for number in chosen])
    calibration = fitted(features, right) if len(right) else np.zeros(3)
    return replace(weights, calibration=calibration, metadata={**weights.metadata, "held_out": figures})
