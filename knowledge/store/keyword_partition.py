"""The keyword index of one audience: vocabulary, stems, n-grams, postings and the words of each document.

The postings are kept per word. That a word is met in another form (an inflection, a part of a compound,
a misspelling) is worked out for the words of a query, against the vocabulary, when the query comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.language.analysis import Analyzer, grams
from knowledge.store.keyword_files import StringTable, open_array, save_arrays
from knowledge.store.keyword_terms import TermBatch

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Floats = NDArray[np.float32]

FIELD_WEIGHTS = (2.0, 1.5, 1.0)
"""How much a word in the title, the headings and the text counts."""

FIELD_LENGTH_NORMS = (0.3, 0.3, 0.75)
"""BM25F's b per field: short fields are normalised less (Robertson & Zaragoza 2009, section 3.6)."""


@dataclass(frozen=True, slots=True)
class Partition:
    """The arrays of one audience; all are read-only.

    `post_starts[w]:post_starts[w + 1]` are the postings of word `w`: documents in `post_documents`, their
    length-normalised field-weighted frequency (BM25F) in `post_weights`. `stem_*` and `gram_*` map a stem or a
    hashed n-gram to words in the same manner. `token_*` are the words of each document in order.
    """

    id_blob: NDArray[np.uint8]
    id_offsets: Longs
    source_of: Ints
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
    post_documents: Ints
    post_weights: Floats
    token_starts: Longs
    token_words: Ints

    @classmethod
    def open(cls, folder: Path) -> Partition:
        """Map the arrays in `folder`."""
        return cls(**{item.name: open_array(folder, item.name) for item in fields(cls)})  # type: ignore[arg-type]

    def save(self, folder: Path) -> None:
        """Write the arrays into `folder`."""
        save_arrays(folder, {item.name: getattr(self, item.name) for item in fields(self)})

    def __len__(self) -> int:
        return len(self.id_offsets) - 1

    @property
    def ids(self) -> StringTable:
        """The ids of the documents, by position."""
        return StringTable(self.id_blob, self.id_offsets)

    @property
    def vocabulary(self) -> StringTable:
        """The words, sorted."""
        return StringTable(self.word_blob, self.word_offsets)

    @property
    def stems(self) -> StringTable:
        """The stems, sorted."""
        return StringTable(self.stem_blob, self.stem_offsets)

    def with_stem(self, stem: str) -> Ints:
        """Return the words of the vocabulary that have `stem`."""
        at = self.stems.find(stem)
        return (
            self.stem_words[:0]
            if at is None
            else self.stem_words[self.stem_starts[at] : self.stem_starts[at + 1]]
        )

    def postings(self, words: Ints) -> tuple[Ints, Floats, Longs]:
        """Return documents and weights of all postings of `words`, one word after the other, and how many each has."""
        parts = [slice(int(self.post_starts[word]), int(self.post_starts[word + 1])) for word in words]
        counts = np.fromiter((part.stop - part.start for part in parts), np.int64, len(parts))
        if not parts:
            return self.post_documents[:0], self.post_weights[:0], counts
        documents = np.concatenate([self.post_documents[part] for part in parts])
        return documents, np.concatenate([self.post_weights[part] for part in parts]), counts


def build_partition(parts: Sequence[TermBatch], analyzer: Analyzer) -> Partition:
    """Build the arrays for the documents of `parts`, in that order."""
    words = sorted({word for part in parts for word in part.vocabulary})
    position = {word: at for at, word in enumerate(words)}
    maps = [
        np.fromiter((position[word] for word in part.vocabulary), np.int32, len(part.vocabulary))
        for part in parts
    ]
    tokens = _join([mapping[part.tokens] for mapping, part in zip(maps, parts, strict=True)], np.int32)
    lengths = np.concatenate([part.lengths for part in parts]) if parts else np.zeros((0, 3), np.int32)
    ids = StringTable.of([name for part in parts for name in part.ids])
    table, (stems, stem_starts, stem_words) = StringTable.of(words), _stem_groups(words, analyzer)
    gram_keys, gram_starts, gram_words = _gram_groups(words)
    post_starts, post_documents, post_weights = _postings(tokens, lengths, len(words))
    return Partition(
        id_blob=ids.blob, id_offsets=ids.offsets, source_of=_numbered([name for part in parts for name in part.sources]),
        word_blob=table.blob, word_offsets=table.offsets,
        stem_blob=stems.blob, stem_offsets=stems.offsets, stem_starts=stem_starts, stem_words=stem_words,
        gram_keys=gram_keys, gram_starts=gram_starts, gram_words=gram_words,
        post_starts=post_starts, post_documents=post_documents, post_weights=post_weights,
        token_starts=_starts(lengths.sum(axis=1)), token_words=tokens,
    )  # fmt: skip


def _join(arrays: Sequence[NDArray[np.generic]], kind: type[np.generic]) -> NDArray[np.int32]:
    """Concatenate, also when there is nothing."""
    return np.concatenate([np.empty(0, kind), *arrays]).astype(np.int32)


def _starts(counts: NDArray[np.generic]) -> Longs:
    """Return where each group begins, and the end of the last."""
    starts = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def _numbered(names: Sequence[str]) -> Ints:
    """Give each distinct name a number, in order of first appearance."""
    known: dict[str, int] = {}
    return np.fromiter((known.setdefault(name, len(known)) for name in names), np.int32, len(names))


def _stem_groups(words: Sequence[str], analyzer: Analyzer) -> tuple[StringTable, Longs, Ints]:
    """Group words by stem."""
    groups: dict[bytes, list[int]] = {}
    for at, stem in enumerate(analyzer.stems(words)):
        groups.setdefault(stem.encode("utf-8", "surrogatepass"), []).append(at)
    ordered = sorted(groups)
    table = StringTable.of([stem.decode("utf-8", "surrogatepass") for stem in ordered])
    members = [groups[stem] for stem in ordered]
    starts = _starts(np.asarray([len(group) for group in members], np.int64))
    return table, starts, np.asarray([word for group in members for word in group], np.int32)


def _gram_groups(words: Sequence[str]) -> tuple[NDArray[np.uint64], Longs, Ints]:
    """Group words by hashed n-gram."""
    keys, owners = grams(words)
    unique, counts = np.unique(keys, return_counts=True)
    return unique, _starts(counts), owners


def _postings(tokens: Ints, lengths: Ints, words: int) -> tuple[Longs, Ints, Floats]:
    """Count each word in each document, weighted by field and normalised by the length of that field."""
    documents = len(lengths)
    averages = np.maximum(lengths.mean(axis=0), 1.0) if documents else np.ones(lengths.shape[1])
    norms = np.asarray(FIELD_LENGTH_NORMS)
    share = np.asarray(FIELD_WEIGHTS) / (1.0 - norms + norms * lengths / averages)
    per_token = np.repeat(share.astype(np.float32).ravel(), lengths.ravel())
    owner = np.repeat(np.arange(documents, dtype=np.int64), lengths.sum(axis=1))
    keys = tokens.astype(np.int64) * max(documents, 1) + owner
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    weights = np.add.reduceat(per_token[order], first) if len(first) else np.empty(0, np.float32)
    word_of, document_of = np.divmod(keys[first], max(documents, 1))
    return (
        _starts(np.bincount(word_of, minlength=words)),
        document_of.astype(np.int32),
        weights.astype(np.float32),
    )
