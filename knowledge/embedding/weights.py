"""The weights file of the domain embedder: what is in it, how it is written and read.

One `.npz` without pickles. `keys` are sorted feature hashes; row i of `table` (int8) times `scales[i]` is
the vector of feature `keys[i]`. The concept memory maps hashes of ESCO labels to rows of `centres` (int8,
times 1/127). `metadata` is UTF-8 JSON: version, seed, date, attribution, settings and the SHA-256 of the
data.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.features import FEATURES_VERSION
from knowledge.errors import KnowledgeError

ATTRIBUTION = "This service uses the ESCO classification of the European Commission."
FORMAT_VERSION = 1
SHIPPED = Path(__file__).parent / "domain.npz"
"""The weights in the package."""


class WeightsError(KnowledgeError):
    """The weights of the domain embedder cannot be used."""

    def __init__(self, path: Path, found: str) -> None:
        self.path, self.found = path, found
        super().__init__(
            f"De gewichten in {path} zijn niet bruikbaar ({found}). Installeer Leerwijzer opnieuw, of train "
            "ze met `python -m knowledge.embedding.training --esco MAP --out BESTAND`."
        )


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that training hands to inference.

    `keys` uint32 (K,) ascending; `table` int8 (K, d); `scales` float32 (K,); `label_keys` uint32 (L,)
    ascending with `label_concepts` uint16 (L,): a label of several concepts occurs several times; `centres`
    int8 (C, d); `groups` bool (C,): the concept is a group of occupations; `calibration` float64: see
    `Linker`.
    """

    keys: NDArray[np.uint32]
    table: NDArray[np.int8]
    scales: NDArray[np.float32]
    label_keys: NDArray[np.uint32]
    label_concepts: NDArray[np.uint16]
    centres: NDArray[np.int8]
    groups: NDArray[np.bool_]
    calibration: NDArray[np.float64]
    metadata: Mapping[str, object]

    @property
    def fingerprint(self) -> str:
        """Name, feature rules and a hash of the numbers that shape a vector."""
        return f"domain-{FEATURES_VERSION}-{self.metadata['table_sha256']}"

    def save(self, path: Path) -> None:
        """Write the weights to `path`."""
        with path.open("wb") as file:
            np.savez(
                file,
                keys=self.keys,
                table=self.table,
                scales=self.scales.astype(np.float16),
                label_keys=self.label_keys,
                label_concepts=self.label_concepts,
                centres=self.centres,
                groups=self.groups,
                calibration=self.calibration,
                metadata=np.frombuffer(json.dumps(dict(self.metadata)).encode(), dtype=np.uint8),
            )

    @classmethod
    def load(cls, path: Path = SHIPPED) -> Weights:
        """Read weights; raise `WeightsError` when the file is missing, damaged or of other feature rules."""
        try:
            with np.load(path, allow_pickle=False) as arrays:
                metadata = json.loads(arrays["metadata"].tobytes())
                weights = cls(
                    keys=arrays["keys"],
                    table=arrays["table"],
                    scales=arrays["scales"].astype(np.float32),
                    label_keys=arrays["label_keys"],
                    label_concepts=arrays["label_concepts"],
                    centres=arrays["centres"],
                    groups=arrays["groups"],
                    calibration=arrays["calibration"],
                    metadata=metadata,
                )
        except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile) as error:
            raise WeightsError(path, str(error) or type(error).__name__) from error
        if (metadata.get("format"), metadata.get("features")) != (FORMAT_VERSION, FEATURES_VERSION):
            found = f"formaat {metadata.get('format')}, kenmerken {metadata.get('features')}"
            raise WeightsError(path, found)
        return weights
