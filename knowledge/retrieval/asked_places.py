"""Where the sentences stand now for which editors wrote questions, and what a generation keeps of both."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.embedding.seam import Embedder
from knowledge.retrieval.asked_files import AskedOfSentence, read_asked
from knowledge.retrieval.asked_learned import key_of
from knowledge.retrieval.asked_table import AskedQuestion, AskedTable, Target, shape_of, table_key
from knowledge.store.sources import SourceStore
from knowledge.types import Passage, Source

LONGEST_SENTENCE = 500

KEPT_IN = "asked"
"""Folder of a generation with the words and vectors of the written questions."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a target stands now: its passage, its source, and the offset of its sentence in the passage."""

    passage: Passage
    source: Source
    start: int


@dataclass(frozen=True, slots=True)
class Placed:
    """The targets that the current sources hold, where each stands, the number by which it is known, and their questions."""

    targets: tuple[Target, ...]
    places: tuple[Place, ...]
    keys: tuple[int, ...]
    questions: tuple[AskedQuestion, ...]


def placed_now(entries: Sequence[AskedOfSentence], store: SourceStore, prefix: str) -> Placed:
    """Return those of `entries` that the current sources hold; the address of a document is `prefix` and its path."""
    addresses = {prefix + one.document for one in entries}
    current = [one.source for one in store.sources() if one.source.address in addresses]
    sources = {source.version: source for source in current}
    passages: dict[str, list[Passage]] = {}
    for passage in store.passages_of(list(sources)):
        passages.setdefault(sources[passage.version].address, []).append(passage)
    targets: list[Target] = []
    places: list[Place] = []
    keys: list[int] = []
    questions: list[AskedQuestion] = []
    for entry in entries:
        place = _placed(entry, passages.get(prefix + entry.document, ()))
        if place is None:
            continue
        passage, start = place
        sentence = passage.text[start : start + LONGEST_SENTENCE].split("\n\n")[0]
        questions += [AskedQuestion(text, language, len(targets)) for text, language in entry.questions]
        targets.append(Target(entry.document, sentence.split("\n")[0], " ".join(passage.heading_path)))
        places.append(Place(passage, sources[passage.version], start))
        keys.append(key_of(entry.document, entry.sentence))
    return Placed(tuple(targets), tuple(places), tuple(keys), tuple(questions))


@dataclass(frozen=True, slots=True)
class AskedKeeper:
    """Has a generation keep what is worked out of the questions in `files`; see `knowledge.store.builder.Beside`."""

    files: tuple[Path, ...]
    store: SourceStore
    embedder: Callable[[], Embedder]
    prefix: str

    @property
    def fingerprint(self) -> str:
        """Name of the questions and of all that shapes their numbers; the sources are left to who asks."""
        told = hashlib.sha256(shape_of(self.embedder()).encode())
        for path in self.files:
            told.update(path.read_bytes())
        return f"asked-{told.hexdigest()[:16]}"

    def keep(self, generation: Path) -> None:
        """Write the numbers into a folder of a generation that is being built."""
        placed = placed_now(read_asked(self.files), self.store, self.prefix)
        known = (placed.targets, placed.questions, self.embedder())
        AskedTable.of(*known).save(generation / KEPT_IN, table_key(*known))


def _placed(entry: AskedOfSentence, passages: Sequence[Passage]) -> tuple[Passage, int] | None:
    """Return the passage with a sentence and where it begins there; None when the document no longer holds it."""
    for passage in passages:  # most stand there as they were written
        if (start := passage.text.find(entry.sentence)) >= 0:
            return passage, start
    pattern = re.compile(r"\s+".join(re.escape(word) for word in entry.sentence.split()))
    matches = ((passage, pattern.search(passage.text)) for passage in passages)
    return next(((passage, match.start()) for passage, match in matches if match), None)
