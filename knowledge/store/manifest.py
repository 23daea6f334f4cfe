"""The description of one generation, and the file that points at the current one."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from knowledge.errors import DamagedGenerationError
from knowledge.store.vector_files import file_hash, fixed_vector_files

MANIFEST = "manifest.json"
POINTER = "CURRENT"
VECTORS = "chroma"
"""The folder of Chroma, which rewrites part of it when it merely opens it: see `vector_files`."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A passage of a generation with its vector, to four decimals: a query that must answer."""

    audience: str
    passage_id: str
    vector: tuple[float, ...]

    @classmethod
    def of(cls, audience: str, passage_id: str, vector: Iterable[float]) -> Sample:
        """Take a sample; Chroma may store a vector a rounding error away from what it was given."""
        return cls(audience, passage_id, tuple(round(float(value), 4) for value in vector))


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation holds. `files` maps relative paths to SHA-256; `counts` audiences to passages."""

    number: int
    fingerprint: str
    embedder: str
    counts: dict[str, int]
    samples: tuple[Sample, ...]
    files: dict[str, str]

    def write(self, folder: Path) -> None:
        """Write the manifest into a generation's folder and make sure that it is on the disk."""
        write_durably(folder / MANIFEST, json.dumps(asdict(self), indent=1, sort_keys=True))

    @classmethod
    def read(cls, folder: Path, number: int) -> Manifest:
        """Read a generation's manifest; raise `DamagedGenerationError` when that cannot be done."""
        try:
            raw = json.loads((folder / MANIFEST).read_text("utf-8"))
            samples = tuple(Sample(**sample) for sample in raw.pop("samples"))
            return cls(samples=samples, **raw)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise DamagedGenerationError(number, f"{MANIFEST} is niet te lezen: {error}") from error


def file_hashes(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of what does not change after the build in every file below `folder`."""
    hashes = {f"{VECTORS}/{name}": value for name, value in fixed_vector_files(folder / VECTORS).items()}
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if path.is_file() and relative.parts[0] not in (VECTORS, MANIFEST):
            hashes[relative.as_posix()] = file_hash(path)
    return hashes


def write_durably(path: Path, text: str) -> None:
    """Replace `path` by a file with `text`, atomically and on the disk before this returns (POSIX rename)."""
    aside = path.with_name(f"{path.name}.{os.getpid()}.new")
    with aside.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    aside.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make renames inside `folder` survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
