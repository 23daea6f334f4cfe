"""Arrays and string tables in files, opened without reading them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Offsets = NDArray[np.int64]


ABSENT = -1
MOST_REMEMBERED = 20_000
"""Strings whose position is remembered, and those that were read: about 2 MB each; when there are more, all are forgotten."""


@dataclass(frozen=True, slots=True)
class StringTable:
    """Strings by position, and position by string where they are sorted by their UTF-8 bytes."""

    blob: Bytes
    offsets: Offsets
    _found: dict[str, int] = field(default_factory=dict, repr=False, compare=False)
    _read: dict[int, str] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, strings: Sequence[str]) -> StringTable:
        """Store `strings` in the order given."""
        encoded = [string.encode("utf-8", "surrogatepass") for string in strings]
        offsets = np.zeros(len(encoded) + 1, np.int64)
        np.cumsum([len(item) for item in encoded], out=offsets[1:])
        return cls(np.frombuffer(b"".join(encoded), np.uint8), offsets)

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def bytes_at(self, position: int) -> bytes:
        """Return the UTF-8 bytes of the string at `position`."""
        return self.blob[self.offsets[position] : self.offsets[position + 1]].tobytes()

    def at(self, position: int) -> str:
        """Return the string at `position`; what was read is remembered."""
        string = self._read.get(position)  # another thread may forget all of them at any moment
        if string is None:
            if len(self._read) >= MOST_REMEMBERED:
                self._read.clear()
            string = self._read[position] = self.bytes_at(position).decode("utf-8", "surrogatepass")
        return string

    def find(self, string: str) -> int | None:
        """Return the position of `string` in a sorted table, or None; what was found is remembered."""
        position = self._found.get(string)  # another thread may forget all of them at any moment
        if position is None:
            if len(self._found) >= MOST_REMEMBERED:
                self._found.clear()
            position = self._found[string] = self._looked_up(string)
        return position if position >= 0 else None

    def _looked_up(self, string: str) -> int:
        """Return the position of `string`, `ABSENT` where it is not."""
        wanted = string.encode("utf-8", "surrogatepass")
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self.bytes_at(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self) and self.bytes_at(low) == wanted else ABSENT


def save_arrays(folder: Path, arrays: Mapping[str, NDArray[np.generic]]) -> None:
    """Write each array to `<folder>/<name>.npy`; the folder is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array, allow_pickle=False)


def open_array(folder: Path, name: str) -> NDArray[Any]:
    """Map one array read-only; empty arrays are read, since nothing can be mapped."""
    path = folder / f"{name}.npy"
    try:
        mapped: NDArray[Any] = np.load(path, mmap_mode="r", allow_pickle=False)
    except ValueError:
        mapped = np.load(path, allow_pickle=False)
    return mapped.view(np.ndarray)
