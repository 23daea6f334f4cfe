"""The check of one generation, run as a process of its own: ``python -m knowledge.store.inspection FOLDER NUMBER [URL]``.

Exits 0 when every file has its recorded hash, the counts are those of the manifest, and the sample
vectors are found by searching for themselves; otherwise prints one Dutch sentence and exits 1 (or
dies, which says the same).
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from knowledge.embedding.seam import Vectors
from knowledge.errors import DamagedGenerationError, DiskFullError, KnowledgeError
from knowledge.store.generations import NO_ROOM, OpenGeneration
from knowledge.store.manifest import Manifest, Sample, file_hashes
from knowledge.types import Audience

SAME_VECTOR = 1e-3
"""Greatest difference per number between a sample and what is stored; samples have four decimals."""


def inspect_generation(folder: Path, number: int, chroma_url: str | None = None) -> None:
    """Raise `DamagedGenerationError` with what is wrong first: files, counts, then sample queries."""
    manifest = Manifest.read(folder, number)
    found = file_hashes(folder)
    for name, expected in manifest.files.items():
        if name not in found:
            raise DamagedGenerationError(number, f"bestand {name} ontbreekt")
        if found[name] != expected:
            raise DamagedGenerationError(number, f"bestand {name} is veranderd")
    generation = OpenGeneration(number, folder, chroma_url)
    for audience in Audience:
        expected_count = manifest.counts.get(audience.value, 0)
        counts = {
            "Chroma": generation.vectors.count(audience),
            "trefwoorden": generation.keywords.count(audience),
        }
        for name, count in counts.items():
            if count != expected_count:
                raise DamagedGenerationError(
                    number, f"{name} telt {count} passages in plaats van {expected_count}"
                )
    for audience in Audience:
        samples = [sample for sample in manifest.samples if sample.audience == audience.value]
        stored = (
            generation.vectors.stored(audience, [sample.passage_id for sample in samples]) if samples else {}
        )
        for sample in samples:
            _check_sample(generation, audience, sample, stored.get(sample.passage_id))


def _check_sample(
    generation: OpenGeneration, audience: Audience, sample: Sample, stored: Vectors | None
) -> None:
    if stored is None:
        raise DamagedGenerationError(generation.number, f"passage {sample.passage_id} ontbreekt")
    vector = np.asarray(stored, dtype=np.float32)
    if not np.allclose(vector, np.asarray(sample.vector, dtype=np.float32), atol=SAME_VECTOR):
        raise DamagedGenerationError(
            generation.number, f"de vector van passage {sample.passage_id} is veranderd"
        )
    if not generation.vectors.search(audience, vector, 3):
        raise DamagedGenerationError(generation.number, "een proefvraag geeft niets terug")


def main() -> int:
    """Check the generation that the arguments name; 0 is sound, 1 is damaged, `NO_ROOM` is a full disk."""
    folder, number, *server = sys.argv[1:]
    try:
        inspect_generation(Path(folder), int(number), server[0] if server else None)
    except DiskFullError:
        return NO_ROOM
    except KnowledgeError as error:
        found = error.found if isinstance(error, DamagedGenerationError) else str(error)
        sys.stdout.write(found + "\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
