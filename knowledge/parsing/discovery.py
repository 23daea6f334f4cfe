"""Find the files to read: sorted, once each, and never outside the folders that were named."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.config import ParsingLimits
from knowledge.errors import UnreadableFileError
from knowledge.parsing.dispatch import too_large
from knowledge.parsing.received import visible_name
from knowledge.parsing.recognition import SUFFIXES

_DEEPEST = 60
"""Folders in folders; PATH_MAX ends honest trees sooner."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A regular file. `address` is its absolute path without symbolic links; `suffix` is in lower case."""

    path: Path
    address: str
    size: int
    suffix: str


@dataclass(frozen=True, slots=True)
class Discovery:
    """Files by address, failures by name, and how many files in folders were of a kind that is not read."""

    files: tuple[FoundFile, ...]
    failures: tuple[UnreadableFileError, ...]
    ignored: int = 0


@dataclass(slots=True)
class _Search:
    """What a walk gathers."""

    limits: ParsingLimits
    files: dict[str, FoundFile]
    failures: list[UnreadableFileError]
    ignored: int = 0

    def refuse(self, path: Path, reason: str, cure: str) -> None:
        """Remember that a path cannot be read, and why."""
        self.failures.append(UnreadableFileError(visible_name(str(path)), reason, cure))


def find_files(roots: Sequence[Path], limits: ParsingLimits) -> Discovery:
    """Return the files under `roots` (files or folders), sorted by address, each once.

    In folders, names that begin with a dot are skipped and other kinds of files are counted as
    ignored; a file that is named itself must be of a kind that can be read. What may not or cannot
    be read becomes a failure; nothing is raised.
    """
    search = _Search(limits, {}, [])
    for root in roots:
        _visit_root(search, root)
    files = tuple(search.files[address] for address in sorted(search.files))
    failures = sorted(search.failures, key=lambda failure: failure.file_name)
    return Discovery(files, tuple(failures), search.ignored)


def _visit_root(search: _Search, root: Path) -> None:
    try:
        real = root.resolve(strict=True)
        mode = real.stat().st_mode
    except (OSError, RuntimeError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        found = (
            "Dit bestand of deze map bestaat niet."
            if isinstance(error, FileNotFoundError)
            else f"Niet te openen ({reason})."
        )
        search.refuse(root, found, "Kijk of de naam goed gespeld is en of je hem mag lezen.")
        return
    if stat.S_ISDIR(mode):
        _walk(search, real, real, 0)
    elif real.suffix.lower() not in SUFFIXES and stat.S_ISREG(mode):
        search.refuse(
            root,
            f"Bestanden die op {visible_name(real.suffix) or 'niets'} eindigen worden niet gelezen.",
            f"Sla het op als een van: {', '.join(sorted(SUFFIXES))}.",
        )
    else:
        _take(search, real)


def _walk(search: _Search, folder: Path, root: Path, depth: int) -> None:
    if depth > _DEEPEST:
        search.refuse(
            folder, f"De mappen zitten dieper dan {_DEEPEST} lagen in elkaar.", "Maak de map platter."
        )
        return
    for path in _entries(search, folder):
        if path.name.startswith("."):
            continue
        if not path.name.isprintable():
            search.refuse(
                path,
                "In de naam staan stuurtekens of onleesbare tekens.",
                "Geef het een naam van gewone letters.",
            )
            continue
        if path.is_symlink():
            _follow(search, path, root)
        elif path.is_dir():
            _walk(search, path, root, depth + 1)
        elif path.suffix.lower() in SUFFIXES:
            _take(search, path)
        else:
            search.ignored += 1


def _entries(search: _Search, folder: Path) -> Iterator[Path]:
    """Yield what is in `folder` by name; a folder that may not be read is a failure."""
    try:
        yield from sorted(folder.iterdir())
    except OSError as error:
        search.refuse(
            folder,
            f"De map is niet te openen ({error.strerror}).",
            "Geef leesrechten op de map, of laat hem weg.",
        )


def _follow(search: _Search, link: Path, root: Path) -> None:
    """Take the file that a link points to; links out of the folder, in a circle or to folders are refused."""
    try:
        real = link.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        circle = isinstance(error, RuntimeError) or (
            isinstance(error, OSError) and error.errno == errno.ELOOP
        )
        found = (
            "De verwijzing (symlink) loopt in een kring."
            if circle
            else "De verwijzing (symlink) wijst nergens naar."
        )
        search.refuse(link, found, "Haal de verwijzing weg.")
        return
    if not real.is_relative_to(root):
        search.refuse(
            link,
            "Dit is een verwijzing (symlink) naar een plek buiten de map.",
            "Zet het bestand zelf in de map, of noem de andere map ook bij het inlezen.",
        )
    elif real.is_dir():
        search.refuse(
            link,
            "Dit is een verwijzing (symlink) naar een map.",
            "Haal hem weg; de map zelf wordt al gelezen.",
        )
    elif real.suffix.lower() in SUFFIXES and real.name.isprintable():
        _take(search, real)
    else:
        search.ignored += 1


def _take(search: _Search, path: Path) -> None:
    """Add a regular file of a readable size."""
    try:
        facts = path.stat(follow_symlinks=False)
    except OSError as error:
        search.refuse(path, f"Niet te openen ({error.strerror}).", "Kijk of het bestand er nog is.")
        return
    if not path.name.isprintable():
        search.refuse(
            path,
            "In de naam staan stuurtekens of onleesbare tekens.",
            "Geef het een naam van gewone letters.",
        )
    elif not stat.S_ISREG(facts.st_mode):
        search.refuse(
            path,
            "Dit is geen gewoon bestand (maar een apparaat, pijp of socket).",
            "Haal het weg uit de map.",
        )
    elif facts.st_size > search.limits.file_bytes:
        search.failures.append(too_large(str(path), facts.st_size, search.limits))
    elif not os.access(path, os.R_OK):
        search.refuse(path, "Je mag dit bestand niet lezen.", "Geef leesrechten op het bestand.")
    else:
        address = path.as_posix()
        search.files[address] = FoundFile(path, address, facts.st_size, path.suffix.lower())
