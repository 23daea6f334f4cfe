"""The keyword index of one audience: vocabulary, stems, n-grams and postings.

The postings are kept per word. That a word is met in another form (an inflection, a part of a compound,
a misspelling) is worked out for the words of a question, against the vocabulary, when the question comes.

A row of the index is a passage, a whole source, or the lead of a source. Wholes and leads let a passage
profit from what its source is about: see `keyword_scoring`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.language.analysis import Analyzer, grams
from knowledge.store.keyword_files import StringTable, open_array, save_arrays
from knowledge.store.keyword_rows import Floats, Ints, Longs, postings_of, row_norms, starts_of
from knowledge.store.keyword_terms import FIELDS, TermBatch

MOST_LOOKED_UP = 20_000
"""Forms whose words are remembered: about 3 MB; when there are more, all are forgotten."""

MOST_MET_ROWS = 400_000
"""Rows that are remembered of where terms stand, 8 bytes each: about 3 MB; when there are more, all are forgotten."""

MOST_ALIKE = 256
"""Terms whose like words are remembered, 400 words of 8 bytes at most: under 1 MB. Those of one question are asked for twice."""

Where = tuple[Ints, Floats, Longs, Longs]
"""Rows, with what a term gives each; how many of them are passages, wholes and leads; and how many of each surely have it."""


@dataclass(frozen=True, slots=True)
class Partition:
    """The arrays of one audience; all are read-only.

    Rows: `len(self)` passages, then `sources` wholes, then `sources` leads. `source_of` gives the source of
    each passage, `row_norms` the BM25 length normalisation of each row. The postings of word `w` are
    `post_starts[w]:post_starts[w + 1]`: rows and field-weighted frequencies. `stem_*` and `gram_*` map a
    stem or a hashed n-gram to words in the same manner.
    """

    id_blob: NDArray[np.uint8]
    id_offsets: Longs
    source_of: Ints
    row_norms: Floats
    word_blob: NDArray[np.uint8]
    word_offsets: Longs
    stem_blob: NDArray[np.uint8]
    stem_offsets: Longs
    stem_starts: Longs
    stem_words: Ints
    gram_keys: NDArray[np.uint64]
    gram_starts: Longs
    gram_words: Ints
    post_starts: Longs
    post_rows: Ints
    post_counts: Floats
    _looked_up: dict[str, Ints] = field(init=False, repr=False, compare=False, default_factory=dict)
    """Forms and stems that were looked for, with their words: those of questions and their synonyms come back."""
    _met: dict[Hashable, Where] = field(init=False, repr=False, compare=False, default_factory=dict)
    _met_rows: list[int] = field(init=False, repr=False, compare=False, default_factory=lambda: [0])
    """How many rows are remembered, about: threads may count at once."""
    _alike: dict[Hashable, tuple[Ints, Floats]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _ids: StringTable = field(init=False, repr=False, compare=False)
    _vocabulary: StringTable = field(init=False, repr=False, compare=False)
    _stems: StringTable = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ids", StringTable(self.id_blob, self.id_offsets))
        object.__setattr__(self, "_vocabulary", StringTable(self.word_blob, self.word_offsets))
        object.__setattr__(self, "_stems", StringTable(self.stem_blob, self.stem_offsets))

    @classmethod
    def open(cls, folder: Path) -> Partition:
        """Map the arrays in `folder`."""
        return cls(**{item.name: open_array(folder, item.name) for item in fields(cls) if item.init})

    def save(self, folder: Path) -> None:
        """Write the arrays into `folder`."""
        save_arrays(folder, {item.name: getattr(self, item.name) for item in fields(self) if item.init})

    def __len__(self) -> int:
        return len(self.source_of)

    @property
    def rows(self) -> int:
        """Passages, wholes and leads together."""
        return len(self.row_norms)

    @property
    def sources(self) -> int:
        """The number of sources."""
        return (self.rows - len(self)) // 2

    @property
    def ids(self) -> StringTable:
        """The ids of the passages, by position."""
        return self._ids

    @property
    def vocabulary(self) -> StringTable:
        """The words, sorted."""
        return self._vocabulary

    def met(self, term: Hashable, find: Callable[[], Where]) -> Where:
        """Return where a term stands, as `find` says; what it said before is remembered."""
        found = self._met.get(term)  # another thread may forget all of them at any moment
        if found is None:
            found = find()
            self._met_rows[0] += len(found[0])
            if self._met_rows[0] > MOST_MET_ROWS:
                self._met.clear()
                self._met_rows[0] = len(found[0])
            self._met[term] = found
        return found

    def alike(self, term: Hashable, find: Callable[[], tuple[Ints, Floats]]) -> tuple[Ints, Floats]:
        """Return the words that are like a term, as `find` says; what it said before is remembered."""
        found = self._alike.get(term)
        if found is None:
            if len(self._alike) >= MOST_ALIKE:
                self._alike.clear()
            found = self._alike[term] = find()
        return found

    def forms_of(self, form: str, stem: str) -> Ints:
        """Return the words of the vocabulary that are `form` or have `stem`, ascending and distinct."""
        key = f"{form} {stem}"
        found = self._looked_up.get(key)
        if found is None:
            if len(self._looked_up) >= MOST_LOOKED_UP:
                self._looked_up.clear()
            at = self.vocabulary.find(form)
            exact = np.asarray([] if at is None else [at], np.int32)
            found = self._looked_up[key] = np.union1d(self.with_stem(stem), exact).astype(np.int32)
        return found

    def with_stem(self, stem: str) -> Ints:
        """Return the words of the vocabulary that have `stem`."""
        at = self._stems.find(stem)
        return (
            self.stem_words[:0]
            if at is None
            else self.stem_words[self.stem_starts[at] : self.stem_starts[at + 1]]
        )

    def postings(self, words: Ints) -> tuple[Ints, Floats, Longs]:
        """Return rows and frequencies of all postings of `words`, word after word, and how many each has."""
        starts, ends = self.post_starts[words], self.post_starts[words + 1]
        parts = list(map(slice, starts.tolist(), ends.tolist()))
        counts = ends - starts
        if not parts:
            return self.post_rows[:0], self.post_counts[:0], counts
        rows = np.concatenate([self.post_rows[part] for part in parts])
        return rows, np.concatenate([self.post_counts[part] for part in parts]), counts


def build_partition(parts: Sequence[TermBatch], analyzer: Analyzer) -> Partition:
    """Build the arrays for the passages of `parts`, in that order."""
    words = sorted({word for part in parts for word in part.vocabulary})
    position = {word: at for at, word in enumerate(words)}
    renumber = [np.fromiter((position[word] for word in part.vocabulary), np.int32) for part in parts]
    tokens = np.concatenate([mapping[part.tokens] for mapping, part in zip(renumber, parts, strict=True)])
    lengths = np.concatenate([part.lengths for part in parts]).reshape(-1, len(FIELDS))
    sources = _numbered([name for part in parts for name in part.sources])
    ids = StringTable.of([name for part in parts for name in part.ids])
    table, (stems, stem_starts, stem_words) = StringTable.of(words), _stem_groups(words, analyzer)
    gram_keys, gram_words = grams(words)
    unique_keys, gram_counts = np.unique(gram_keys, return_counts=True)
    post_starts, post_rows, post_counts = postings_of(tokens, lengths, sources, len(words))
    return Partition(
        id_blob=ids.blob,
        id_offsets=ids.offsets,
        source_of=sources,
        row_norms=row_norms(lengths, sources),
        word_blob=table.blob,
        word_offsets=table.offsets,
        stem_blob=stems.blob,
        stem_offsets=stems.offsets,
        stem_starts=stem_starts,
        stem_words=stem_words,
        gram_keys=unique_keys,
        gram_starts=starts_of(gram_counts),
        gram_words=gram_words,
        post_starts=post_starts,
        post_rows=post_rows,
        post_counts=post_counts,
    )


def _numbered(names: Sequence[str]) -> Ints:
    """Give each distinct name a number, in order of first appearance."""
    known: dict[str, int] = {}
    return np.fromiter((known.setdefault(name, len(known)) for name in names), np.int32, len(names))


def _stem_groups(words: Sequence[str], analyzer: Analyzer) -> tuple[StringTable, Longs, Ints]:
    """Group words by stem; stems in the order of their table."""
    groups: dict[str, list[int]] = {}
    for at, stem in enumerate(analyzer.stems(words)):
        groups.setdefault(stem, []).append(at)
    ordered = sorted(groups)
    starts = starts_of(np.fromiter((len(groups[stem]) for stem in ordered), np.int64, len(ordered)))
    members = np.fromiter((word for stem in ordered for word in groups[stem]), np.int32, len(words))
    return StringTable.of(ordered), starts, members
