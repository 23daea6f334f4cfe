"""The words and vectors of written questions and of their sentences, as numbers: worked out once, and kept with a generation.

To work them out takes two seconds, in each process that answers; to map the files nothing, and the processes share them.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.seam import Embedder, Vectors
from knowledge.language import soft, stopwords
from knowledge.language.analysis import Analyzer
from knowledge.language.soft import is_soft
from knowledge.retrieval.asked_words import MID_SENTENCE, Floats, Word, words_of
from knowledge.store.keyword_files import open_array, save_arrays

VERSION = 1
"""Of the files and of how their numbers are worked out: one more when either changes."""

KEY = "key.json"
"""The file that says what the numbers were worked out from."""

MOST_WORDS, LONGEST_TARGET = 24, 48
"""Words of a question, and of a sentence with its headings, that are compared."""

OF_SOFT = 0.3
"""What is left of the weight of a soft word."""

MOSTLY = 3
"""How many times more often a name is written with a capital than without."""

SAMPLES = 64
"""Questions whose words and vectors are worked out anew when a table is opened, spread evenly: they must be the same."""

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Target:
    """A sentence that answers questions: where it stands, its text, and the headings above it."""

    document: str
    sentence: str
    headings: str = ""

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that are compared."""
        return words_of(f"{self.headings} {self.sentence}", "nl", LONGEST_TARGET)


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question that an editor wrote for a target, and its language ("nl", "en", "de")."""

    text: str
    language: str
    target: int

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that are compared."""
        return words_of(self.text, self.language, MOST_WORDS)


@dataclass(frozen=True, slots=True)
class Rows:
    """Places of words, one row after the other, with the row of each, and where each row starts and ends; no row is empty."""

    places: Ints
    owners: Ints
    starts: Longs
    ends: Longs

    @classmethod
    def of(cls, words: Sequence[Sequence[Word]], known: dict[str, int]) -> Rows:
        """Take the places of each row's words by their stems; of a row without words -1, the place of nothing."""
        rows = [[known[word.stem] for word in some] or [-1] for some in words]
        starts = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int64)
        owners = np.repeat(np.arange(len(rows), dtype=np.int32), np.diff(starts))
        places = np.array([place for row in rows for place in row], np.int32)
        return cls(places, owners, starts[:-1], starts[1:])

    def at(self, row: int) -> Ints:
        """Return the places of one row."""
        return self.places[self.starts[row] : self.ends[row]]


@dataclass(frozen=True, slots=True)
class AskedTable:
    """Words by their place from 0, in the order in which they were met, and where written questions and sentences have them.

    Of each word: its stem, how it is written, its `rarity`, whether it is a name, its vector. Of each question its vector.
    """

    stems: tuple[str, ...]
    written: tuple[str, ...]
    rarity: Floats
    names: Marks
    word_vectors: Vectors
    asked: Rows
    said: Rows
    vectors: Vectors

    @classmethod
    def of(
        cls, targets: Sequence[Target], questions: Sequence[AskedQuestion], embedder: Embedder
    ) -> AskedTable:
        """Work out the numbers of `questions`, whose `target` is a place in `targets`."""
        asked, said = [one.words for one in questions], [one.words for one in targets]
        groups = [list(words) for words in said]
        for question, words in zip(questions, asked, strict=True):
            groups[question.target] += words
        met = [{word.stem: word for word in group} for group in groups]
        seen = Counter(chain.from_iterable(met))
        first: dict[str, str] = {}
        for group in met:
            for word in group.values():
                first.setdefault(word.stem, word.written)
        known = {stem: place for place, stem in enumerate(first)}
        written = tuple(first.values())
        dutch = (one.text for one in questions if one.language != "de")
        return cls(
            tuple(first),
            written,
            _rarities(written, [seen[stem] for stem in first], len(targets)),
            _written_as_names(written, (*dutch, *(one.sentence for one in targets))),
            _vectors(embedder, written),
            Rows.of(asked, known),
            Rows.of(said, known),
            _vectors(embedder, [one.text for one in questions]),
        )

    def save(self, folder: Path, key: str) -> None:
        """Write it into a new folder; `key` says what it was worked out from, see `table_key`."""
        save_arrays(
            folder,
            {
                "stems": _packed(self.stems),
                "written": _packed(self.written),
                "rarity": self.rarity,
                "names": self.names,
                "word_vectors": self.word_vectors,
                "vectors": self.vectors,
                **_named("asked", self.asked),
                **_named("said", self.said),
            },
        )
        (folder / KEY).write_text(json.dumps({"key": key}), "utf-8")

    @classmethod
    def kept(
        cls, folder: Path, targets: Sequence[Target], questions: Sequence[AskedQuestion], embedder: Embedder
    ) -> AskedTable | None:
        """Return what a folder keeps of these targets and questions, mapped; None where it keeps nothing of just these."""
        try:
            if json.loads((folder / KEY).read_text("utf-8")) != {
                "key": table_key(targets, questions, embedder)
            }:
                return None
            table = cls(
                _unpacked(open_array(folder, "stems")),
                _unpacked(open_array(folder, "written")),
                open_array(folder, "rarity"),
                open_array(folder, "names"),
                open_array(folder, "word_vectors"),
                _opened_rows(folder, "asked"),
                _opened_rows(folder, "said"),
                open_array(folder, "vectors"),
            )
        except (OSError, ValueError, EOFError):
            return None
        return table if table.holds(targets, questions, embedder) else None

    def holds(
        self, targets: Sequence[Target], questions: Sequence[AskedQuestion], embedder: Embedder
    ) -> bool:
        """Say whether it has the shape of a table of these, and the words and vectors of a sample of the questions."""
        words, asked, said = len(self.stems), self.asked, self.said
        sizes = (len(self.written), len(self.rarity), len(self.names), len(self.word_vectors))
        if set(sizes) != {words} or len(self.vectors) != len(questions):
            return False
        if len(asked.starts) != len(questions) or len(said.starts) != len(targets):
            return False
        if any(rows.places.max(initial=-1) >= words for rows in (asked, said)):
            return False
        for row in range(0, len(questions), max(1, len(questions) // SAMPLES)):
            stems = [word.stem for word in questions[row].words]
            if [self.stems[place] for place in asked.at(row) if place >= 0] != stems:
                return False
            if not np.allclose(embedder.vectors([questions[row].text])[0], self.vectors[row]):
                return False
        return True


def table_key(targets: Sequence[Target], questions: Sequence[AskedQuestion], embedder: Embedder) -> str:
    """Return the SHA-256 of all that shapes the numbers of these."""
    told = hashlib.sha256(shape_of(embedder).encode())
    told.update(json.dumps([(one.document, one.sentence, one.headings) for one in targets]).encode())
    told.update(json.dumps([(one.text, one.language, one.target) for one in questions]).encode())
    return told.hexdigest()


def shape_of(embedder: Embedder) -> str:
    """Return the name of what shapes the numbers, apart from the questions and targets themselves."""
    data = hashlib.sha256(soft.DATA.read_bytes() + stopwords.DATA.read_bytes()).hexdigest()[:16]
    limits = f"{MOST_WORDS}-{LONGEST_TARGET}"
    return f"asked-{VERSION}/{limits}/{data}/{embedder.fingerprint}/{Analyzer().fingerprint}"


def _rarities(written: Sequence[str], seen: Sequence[int], total: int) -> Floats:
    """Return idf over targets (Robertson 2004), less for soft words."""
    counts = np.array(seen, np.float32)
    rarity = np.log(1.0 + (total - counts + 0.5) / (counts + 0.5))
    of_soft = np.array([OF_SOFT if is_soft(word, "nl") else 1.0 for word in written], np.float32)
    return np.asarray(rarity * of_soft, np.float32)


def _written_as_names(words: Sequence[str], texts: Iterable[str]) -> Marks:
    """Mark the words that are nearly always written with a capital."""
    counts = Counter(chain.from_iterable(map(MID_SENTENCE.findall, texts)))
    capital: dict[str, int] = {}
    small: dict[str, int] = {}
    analyzer = Analyzer()
    for spelling, count in counts.items():
        counted = capital if spelling[:1].isupper() else small
        for word in analyzer.words(spelling):
            counted[word] = counted.get(word, 0) + count
    return np.array(
        [capital.get(word, 0) > MOSTLY * small.get(word, 0) and not word.isdigit() for word in words],
        np.bool_,
    )


def _vectors(embedder: Embedder, texts: Sequence[str]) -> Vectors:
    return embedder.vectors(texts) if texts else np.empty((0, embedder.dimension), np.float32)


def _packed(words: Sequence[str]) -> NDArray[np.uint8]:
    """Return words, none of which holds an end of a line, as bytes."""
    return np.frombuffer("\n".join(words).encode("utf-8", "surrogatepass"), np.uint8)


def _unpacked(packed: NDArray[np.uint8]) -> tuple[str, ...]:
    return tuple(packed.tobytes().decode("utf-8", "surrogatepass").split("\n")) if len(packed) else ()


def _named(name: str, rows: Rows) -> dict[str, NDArray[np.generic]]:
    return {
        f"{name}_places": rows.places,
        f"{name}_owners": rows.owners,
        f"{name}_starts": rows.starts,
        f"{name}_ends": rows.ends,
    }


def _opened_rows(folder: Path, name: str) -> Rows:
    return Rows(*(open_array(folder, f"{name}_{part}") for part in ("places", "owners", "starts", "ends")))
