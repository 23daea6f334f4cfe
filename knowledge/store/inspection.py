"""The check of a generation, in a process of its own: `GenerationChecker` starts it.

A generation is sound when every file has its recorded hash, the counts are those of the manifest, and the
sample vectors are found by searching for themselves. Otherwise one Dutch sentence says what was found
first, or the process dies, which says the same.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import NoReturn

import numpy as np

from knowledge.embedding.seam import Vectors
from knowledge.errors import DamagedGenerationError, DiskFullError, KnowledgeError
from knowledge.store.checker import NO_ROOM
from knowledge.store.generations import OpenGeneration
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
    """Answer every line of the input, a JSON list of folder, number and server, with one of code and finding.

    Each is checked in a child that is forked with Chroma loaded, and that may die.
    """
    import chromadb  # noqa: F401 - so that every child has it

    for line in sys.stdin:
        folder, number, chroma_url = json.loads(line)
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            _check_and_end(Path(folder), number, chroma_url, writing)
        os.close(writing)
        with os.fdopen(reading, "rb") as stream:
            found = stream.read().decode("utf-8", "replace")
        _, status = os.waitpid(child, 0)
        sys.stdout.write(json.dumps([os.waitstatus_to_exitcode(status), found]) + "\n")
        sys.stdout.flush()
    return 0


def _check_and_end(folder: Path, number: int, chroma_url: str | None, output: int) -> NoReturn:
    """Check one generation and end this process: 0 is sound, `NO_ROOM` a full disk, anything else is damage."""
    code = 1
    try:
        inspect_generation(folder, number, chroma_url)
        code = 0
    except DiskFullError:
        code = NO_ROOM
    except DamagedGenerationError as error:
        os.write(output, error.found.encode())
    except KnowledgeError as error:
        os.write(output, str(error).encode())
    finally:
        os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
