"""Files that were sent to the site: named safely, written to a private folder, and gone after they were read."""

from __future__ import annotations

import re
import secrets
import shutil
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from knowledge.parsing.recognition import SUFFIXES
from knowledge.store.failures import writing_below

MOST_FILES = 20
MOST_BYTES = 100 * 1024 * 1024
"""Of all files of one upload: a study guide with photographs is 20 MB; larger collections go in with `ingest.py`."""

MAPPING = ".mapping.yaml"
"""Says which column is which, beside a CSV or XLSX file of the same name."""

LONGEST_NAME = 180
"""Bytes of the part before the ending; file systems take 255 in all."""

LEFTOVER_SECONDS = 24 * 3600
PIECE = 1024 * 1024

_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_UNSAFE = re.compile(r'[/\\:*?"<>|]')


class UploadRefusal(StrEnum):
    """Why files are not taken."""

    NONE = "none"
    TOO_MANY = "too_many"
    TOO_LARGE = "too_large"
    NAME = "name"
    KIND = "kind"
    TWICE = "twice"
    EMPTY = "empty"


class RefusedUploadError(Exception):
    """Files that cannot be taken: why, and the name of the file at fault as it was sent ("" for all)."""

    def __init__(self, why: UploadRefusal, name: str = "") -> None:
        self.why, self.name = why, name
        super().__init__(why.value)


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as a browser sends it; the name is whatever the sender wrote."""

    name: str
    content: BinaryIO


@dataclass(frozen=True, slots=True)
class Received:
    """Files in a private folder; `to_read` leaves the mappings out, which are read with their table."""

    folder: Path
    paths: tuple[Path, ...]

    @property
    def to_read(self) -> tuple[Path, ...]:
        """The files to ingest."""
        return tuple(path for path in self.paths if not path.name.endswith(MAPPING))

    def delete(self) -> None:
        """Delete the folder with all that is in it."""
        shutil.rmtree(self.folder, ignore_errors=True)


def safe_name(name: str) -> str:
    """Return the last part of a name, of characters that can be seen and that every system takes.

    Raises `RefusedUploadError` when nothing is left, or when the ending is not one that is read.
    """
    plain = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
    plain = "".join(char for char in plain if char.isprintable() and not 0xD800 <= ord(char) <= 0xDFFF)
    plain = " ".join(_UNSAFE.sub("-", plain).split()).strip(". ")
    suffix = ending_of(plain)
    if not suffix:
        raise RefusedUploadError(UploadRefusal.KIND, name)
    stem = plain[: -len(suffix)].strip(". ").encode()[:LONGEST_NAME].decode("utf-8", "ignore").strip(". ")
    if not stem or _RESERVED.fullmatch(stem):
        raise RefusedUploadError(UploadRefusal.NAME, name)
    return stem + suffix


def ending_of(name: str) -> str:
    """Return the ending of a name when it is one that is read, in lower case; else ""."""
    lower = name.lower()
    if lower.endswith(MAPPING):
        return MAPPING
    return next((suffix for suffix in SUFFIXES if lower.endswith(suffix) and len(lower) > len(suffix)), "")


def receive(files: Sequence[SentFile], below: Path, limit: int = MOST_BYTES) -> Received:
    """Write files into a new folder below `below` that only this user may enter.

    Raises `RefusedUploadError`, and then nothing is left behind; `DiskFullError` likewise.
    """
    sent = [file for file in files if file.name]
    if not sent:
        raise RefusedUploadError(UploadRefusal.NONE)
    if len(sent) > MOST_FILES:
        raise RefusedUploadError(UploadRefusal.TOO_MANY)
    names = [safe_name(file.name) for file in sent]
    if all(name.endswith(MAPPING) for name in names):
        raise RefusedUploadError(UploadRefusal.NONE)
    for number, name in enumerate(names):
        if name.casefold() in {earlier.casefold() for earlier in names[:number]}:
            raise RefusedUploadError(UploadRefusal.TWICE, name)
    with writing_below(below):
        below.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder = below / secrets.token_urlsafe(16)
        folder.mkdir(mode=0o700)
    received = Received(folder, tuple(folder / name for name in names))
    is_whole = False
    try:
        with writing_below(folder):
            left = limit
            for file, path in zip(sent, received.paths, strict=True):
                left -= _write(file, path, left)
        is_whole = True
    finally:
        if not is_whole:
            received.delete()
    return received


def clear_leftovers(below: Path, now: int) -> None:
    """Delete what an interrupted upload left a day ago or longer."""
    if not below.is_dir():
        return
    for folder in below.iterdir():
        if folder.stat().st_mtime < now - LEFTOVER_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)


def _write(file: SentFile, path: Path, left: int) -> int:
    """Write one file piece by piece and return its size."""
    size = 0
    with path.open("xb") as target:
        path.chmod(0o600)
        while piece := file.content.read(PIECE):
            size += len(piece)
            if size > left:
                raise RefusedUploadError(UploadRefusal.TOO_LARGE, file.name)
            target.write(piece)
    if size == 0:
        raise RefusedUploadError(UploadRefusal.EMPTY, file.name)
    return size
