"""Index generations: built aside, checked, switched in by one atomic rename, read-only afterwards."""

from __future__ import annotations

import os
import secrets
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete, insert, literal, select

from knowledge.errors import (
    KnowledgeError,
    NoGenerationError,
    NothingToRollBackError,
    UnusableFolderError,
)
from knowledge.store import schema
from knowledge.store.checker import GenerationChecker
from knowledge.store.database import Database
from knowledge.store.keywords import KeywordIndex
from knowledge.store.manifest import POINTER, VECTORS, Manifest, sync_folder, write_durably
from knowledge.store.vectors import VectorStore
from knowledge.types import Passage

KEPT = 2
"""The current generation and the one to roll back to."""

MOST_PASSAGES = 3_000
"""Passages that are remembered: about 12 MB; when there are more, all are forgotten. The library has 2,460: at 1,500 they were
forgotten again and again."""

FindPassages = Callable[[Sequence[str]], dict[str, Passage]]

POINTER_DIGITS = 9
"""A pointer with more digits is noise."""

POINTER_BYTES = 64
"""Bytes of the pointer that are read: more than digits and white space take."""


@dataclass(frozen=True, slots=True)
class KeptGeneration:
    """A generation that can be read: when it was built, in seconds since 1970, and the versions it was made from."""

    number: int
    built_at: int
    versions: frozenset[str]


class GenerationShelf:
    """The folder of generations of one home, and the pointer to the current one."""

    def __init__(self, home: Path, database: Database, checker: GenerationChecker) -> None:
        self._checker = checker
        self.folder = home / "generations"
        self._pointer = self.folder / POINTER
        self._home = home
        self._database = database

    def current(self) -> int | None:
        """Return the number of the current generation, or None when the pointer is missing or names none.

        The next build writes the pointer anew, so a damaged one heals like a missing one.
        """
        try:
            text = _content(self._pointer).decode("ascii").strip()
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        except OSError as error:
            raise UnusableFolderError(self.folder, f"{POINTER}: {error.strerror}") from error
        return int(text) if text.isdigit() and len(text) <= POINTER_DIGITS else None

    def path(self, number: int) -> Path:
        """Return the folder of a generation."""
        return self.folder / str(number)

    def start(self) -> tuple[int, Path]:
        """Return the number of the next generation and a new empty folder aside to build it in.

        Its name is new every time: Chroma remembers, by folder, a store that it could not open.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        for leftover in self.folder.glob("*.building"):
            shutil.rmtree(leftover, ignore_errors=True)
        recorded = self._recorded()
        on_disk = [int(path.name) for path in self.folder.iterdir() if path.name.isdigit()]
        for number in set(on_disk) - set(recorded):
            shutil.rmtree(self.path(number), ignore_errors=True)
        number = max([*on_disk, *recorded], default=0) + 1
        aside = self.folder / f"{number}.{secrets.token_hex(4)}.building"
        aside.mkdir()
        return number, aside

    def switch_to(self, number: int, aside: Path, fingerprint: str) -> None:
        """Move a finished build into place, record what it was made from, and point at it."""
        aside.rename(self.path(number))
        sync_folder(self.folder)
        with self._database.writing() as connection:
            row = {"number": number, "fingerprint": fingerprint, "built_at": int(time.time())}
            connection.execute(insert(schema.generations).values(row))
            active = schema.active.c
            copied = select(literal(number), active.source_id, active.version, active.root, active.stamp)
            columns = ["number", "source_id", "version", "root", "stamp"]
            connection.execute(insert(schema.generation_sources).from_select(columns, copied))
        write_durably(self._pointer, str(number))

    def contents(self, number: int) -> tuple[str, frozenset[str]] | None:
        """Return the fingerprint and the versions of a generation, or None when it is not recorded."""
        with self._database.reading() as connection:
            fingerprint = connection.execute(
                select(schema.generations.c.fingerprint).where(schema.generations.c.number == number)
            ).scalar()
            query = select(schema.generation_sources.c.version).where(
                schema.generation_sources.c.number == number
            )
            versions = frozenset(row[0] for row in connection.execute(query))
        return None if fingerprint is None else (fingerprint, versions)

    def kept(self) -> tuple[KeptGeneration, ...]:
        """Return the generations that are kept, the newest first."""
        generations = schema.generations.c
        query = select(generations.number, generations.built_at).order_by(generations.number.desc())
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        found = [(number, built_at, self.contents(number)) for number, built_at in rows]
        return tuple(KeptGeneration(number, at, inside[1]) for number, at, inside in found if inside)

    def roll_back(self) -> int:
        """Return to the generation before the current one, sources included; return its number."""
        current = self.current()
        if current is None:
            raise NoGenerationError(self._home)
        earlier = [number for number in self._recorded() if number < current and self.path(number).is_dir()]
        if not earlier:
            raise NothingToRollBackError
        number = max(earlier)
        self._checker.check(self.path(number), number)
        listed = schema.generation_sources.c
        with self._database.writing() as connection:
            connection.execute(delete(schema.aliases))
            connection.execute(delete(schema.active))
            chosen = select(
                listed.source_id, listed.version, schema.versions.c.address, listed.root, listed.stamp
            )
            chosen = chosen.join(schema.versions, schema.versions.c.version == listed.version)
            columns = ["source_id", "version", "address", "root", "stamp"]
            connection.execute(
                insert(schema.active).from_select(columns, chosen.where(listed.number == number))
            )
        write_durably(self._pointer, str(number))
        self._forget([later for later in self._recorded() if later > number])
        return number

    def prune(self) -> None:
        """Delete all but the newest generations, from the disk and from the record."""
        current = self.current()
        if current is None:
            return
        recorded = [number for number in self._recorded() if number <= current]
        self._forget([number for number in self._recorded() if number not in recorded[-KEPT:]])

    def _recorded(self) -> list[int]:
        with self._database.reading() as connection:
            query = select(schema.generations.c.number).order_by(schema.generations.c.number)
            return [row[0] for row in connection.execute(query)]

    def _forget(self, numbers: Sequence[int]) -> None:
        with self._database.writing() as connection:
            for number in numbers:
                connection.execute(
                    delete(schema.generation_sources).where(schema.generation_sources.c.number == number)
                )
                connection.execute(delete(schema.generations).where(schema.generations.c.number == number))
        for number in numbers:
            shutil.rmtree(self.path(number), ignore_errors=True)


def _content(path: Path) -> bytes:
    """Return the first bytes of a small file; `Path.read_text` takes five times as long, and every search looks at the pointer."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return os.read(descriptor, POINTER_BYTES)
    finally:
        os.close(descriptor)


class OpenGeneration:
    """One generation, open for reading. Never changes; close it when its last reader is done."""

    def __init__(self, number: int, folder: Path, chroma_url: str | None) -> None:
        self.number = number
        self.manifest = Manifest.read(folder, number)
        self.keywords = KeywordIndex.open(folder / "keywords")
        self._passages: dict[str, Passage] = {}
        self.vectors = (
            VectorStore.server(chroma_url, number) if chroma_url else VectorStore.reading(folder / VECTORS)
        )

    def passages(self, ids: Sequence[str], find: FindPassages) -> dict[str, Passage]:
        """Return its passages with the given ids, by id; those that were read before are remembered, the others are found with `find`."""
        known = {id_: one for id_ in ids if (one := self._passages.get(id_)) is not None}
        missing = [id_ for id_ in ids if id_ not in known]
        found = find(missing) if missing else {}
        if len(self._passages) + len(found) > MOST_PASSAGES:
            self._passages.clear()
        self._passages.update(found)
        return known | found

    def close(self) -> None:
        """Release the files."""
        self.vectors.close()


class GenerationReader:
    """Hands out the current generation, and follows the pointer without a restart.

    When what the pointer names cannot be opened, or the pointer is damaged, it stays with the generation it has.
    A question holds one generation from start to end, so every answer comes from one snapshot.
    """

    def __init__(self, shelf: GenerationShelf, home: Path, chroma_url: str | None = None) -> None:
        self._shelf = shelf
        self._home = home
        self._chroma_url = chroma_url
        self._lock = threading.Lock()
        self._open: OpenGeneration | None = None
        self._users: dict[int, int] = {}

    @contextmanager
    def reading(self) -> Iterator[OpenGeneration]:
        """Give the current generation; raise `NoGenerationError` when there is none."""
        generation = self._enter()
        try:
            yield generation
        finally:
            self._leave(generation)

    def close(self) -> None:
        """Release the generation that is open."""
        with self._lock:
            if self._open is not None and not self._users.get(self._open.number):
                self._open.close()
            self._open = None

    def _enter(self) -> OpenGeneration:
        with self._lock:
            number = self._shelf.current()
            if number is not None and (self._open is None or self._open.number != number):
                self._replace_by(number)
            if self._open is None:
                raise NoGenerationError(self._home)
            self._users[self._open.number] = self._users.get(self._open.number, 0) + 1
            return self._open

    def _replace_by(self, number: int) -> None:
        try:
            fresh = OpenGeneration(number, self._shelf.path(number), self._chroma_url)
        except KnowledgeError:
            if self._open is None:
                raise
            return
        stale, self._open = self._open, fresh
        if stale is not None and not self._users.get(stale.number):
            stale.close()

    def _leave(self, generation: OpenGeneration) -> None:
        with self._lock:
            self._users[generation.number] -= 1
            is_stale = self._open is not generation
            if is_stale and not self._users[generation.number]:
                del self._users[generation.number]
                generation.close()
