"""What a keyword index is made from: documents, and their words as compact arrays.

`analyse` is the part that costs processor time. It is pure, and its result can be pickled, so a caller
may run it in other processes and hand the batches to `KeywordIndex.write`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from knowledge.language.analysis import Analyzer
from knowledge.types import Audience

FIELDS = ("title", "headings", "text")
"""The fields of a document, in the order in which their words are stored."""


@dataclass(frozen=True, slots=True)
class KeywordDocument:
    """One piece that can be found: a passage with the title of its source and its heading path.

    `source` names what it is a piece of; pieces of one source support each other's score. An empty
    `source` stands for itself.
    """

    id: str
    audience: Audience
    title: str
    headings: tuple[str, ...]
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class TermBatch:
    """The words of some documents, in order: a vocabulary, and per document its words as positions in it.

    `lengths` has shape (documents, fields); `tokens` holds the words of all fields of all documents, one
    after the other.
    """

    ids: tuple[str, ...]
    sources: tuple[str, ...]
    audiences: tuple[Audience, ...]
    vocabulary: tuple[str, ...]
    lengths: NDArray[np.int32]
    tokens: NDArray[np.int32]


class _Numbered(dict[str, int]):
    """Gives each new key the next number."""

    def __missing__(self, key: str) -> int:
        number = self[key] = len(self)
        return number


def analyse(documents: Sequence[KeywordDocument], analyzer: Analyzer) -> TermBatch:
    """Return the words of `documents`."""
    known = _Numbered()
    tokens: list[int] = []
    lengths = np.zeros((len(documents), len(FIELDS)), np.int32)
    for row, document in enumerate(documents):
        for column, text in enumerate((document.title, "\n".join(document.headings), document.text)):
            words = analyzer.words(text)
            lengths[row, column] = len(words)
            tokens.extend(map(known.__getitem__, words))
    return TermBatch(
        ids=tuple(document.id for document in documents),
        sources=tuple(document.source or document.id for document in documents),
        audiences=tuple(document.audience for document in documents),
        vocabulary=tuple(known),
        lengths=lengths,
        tokens=np.asarray(tokens, np.int32),
    )


def batches(
    documents: Iterable[KeywordDocument], analyzer: Analyzer, size: int = 2_000
) -> Iterator[TermBatch]:
    """Analyse `documents` in batches of at most `size`, so that no more than a batch of text is held."""
    stream = iter(documents)
    while part := list(islice(stream, size)):
        yield analyse(part, analyzer)


def only(batch: TermBatch, audience: Audience) -> TermBatch:
    """Return the documents of `batch` for `audience`, with no word that stands only in others."""
    chosen = np.asarray([who is audience for who in batch.audiences], bool)
    if chosen.all():
        return batch
    kept = batch.tokens[np.repeat(chosen, batch.lengths.sum(axis=1))]
    used, renumbered = np.unique(kept, return_inverse=True)
    rows = np.flatnonzero(chosen)
    return TermBatch(
        ids=tuple(batch.ids[row] for row in rows),
        sources=tuple(batch.sources[row] for row in rows),
        audiences=tuple(batch.audiences[row] for row in rows),
        vocabulary=tuple(batch.vocabulary[word] for word in used),
        lengths=batch.lengths[rows],
        tokens=renumbered.astype(np.int32),
    )
