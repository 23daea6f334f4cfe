"""The keyword index of a generation: built once into a folder, read-only afterwards.

There is one partition per audience, and only the partitions that a reader may see are opened for a
question, so that nothing about a hidden document, not even how often a word stands in it, can show.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from knowledge.errors import KeywordIndexError
from knowledge.language.analysis import Analyzer
from knowledge.store.keyword_partition import Partition, build_partition
from knowledge.store.keyword_question import question_terms, question_word
from knowledge.store.keyword_rows import Floats
from knowledge.store.keyword_scoring import score_partitions
from knowledge.store.keyword_terms import KeywordDocument, TermBatch, analyse, batches, only
from knowledge.types import Audience, QuestionWord, ScoredId

__all__ = ["KeywordDocument", "KeywordIndex", "ScoredId", "TermBatch", "analyse"]

_META = "keywords.json"


@dataclass(frozen=True, slots=True)
class KeywordIndex:
    """Finds documents by the words in them. Safe for many reader threads."""

    folder: Path
    analyzer: Analyzer
    partitions: dict[Audience, Partition]

    @classmethod
    def build(cls, folder: Path, documents: Iterable[KeywordDocument], analyzer: Analyzer) -> KeywordIndex:
        """Analyse `documents` and write their index into `folder`, which is made."""
        return cls.write(folder, batches(documents, analyzer), analyzer)

    @classmethod
    def write(cls, folder: Path, parts: Iterable[TermBatch], analyzer: Analyzer) -> KeywordIndex:
        """Write the index of documents that were analysed with `analyzer` (see `analyse`) into `folder`."""
        held = list(parts)
        sizes = {}
        for audience in Audience:
            chosen = [piece for piece in (only(part, audience) for part in held) if piece.ids]
            if chosen:
                build_partition(chosen, analyzer).save(folder / audience.value)
                sizes[audience.value] = sum(len(piece.ids) for piece in chosen)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _META).write_text(
            json.dumps({"analyzer": analyzer.fingerprint, "documents": sizes}), "utf-8"
        )
        return cls.open(folder, analyzer)

    @classmethod
    def open(cls, folder: Path, analyzer: Analyzer | None = None) -> KeywordIndex:
        """Open the index in `folder` without reading it. Raises `KeywordIndexError` if it is not one of
        this version."""
        analyzer = analyzer or Analyzer()
        try:
            meta = json.loads((folder / _META).read_text("utf-8"))
            partitions = {Audience(name): Partition.open(folder / name) for name in meta["documents"]}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise KeywordIndexError(folder, str(error)) from error
        if meta["analyzer"] != analyzer.fingerprint:
            raise KeywordIndexError(
                folder, f"gebouwd met {meta['analyzer']}, deze versie gebruikt {analyzer.fingerprint}"
            )
        return cls(folder, analyzer, partitions)

    def __len__(self) -> int:
        return sum(map(len, self.partitions.values()))

    def count(self, audience: Audience) -> int:
        """Return how many documents of one audience the index holds."""
        return len(self.partitions[audience]) if audience in self.partitions else 0

    def search(
        self,
        query: str,
        audiences: Sequence[Audience],
        limit: int,
        allowed: Container[str] | None = None,
        language: str = "nl",
    ) -> tuple[ScoredId, ...]:
        """Return at most `limit` documents of `audiences` that share words with `query`, best first.

        `allowed` holds the ids that may be returned; None is all. Equal scores keep the order of indexing.
        Empty for a query without words. `language` is that of the query: field terms of an English ("en") or
        German ("de") query are looked for in Dutch.
        """
        visible = [self.partitions[who] for who in Audience if who in audiences and who in self.partitions]
        terms = question_terms(query, visible, self.analyzer, language)
        totals = score_partitions(visible, terms, self.analyzer)
        return _best(visible, totals, limit, allowed)

    def words_of(
        self, query: str, audiences: Sequence[Audience], language: str = "nl"
    ) -> tuple[QuestionWord, ...]:
        """Return what a search for `query` looks for, and the words of the visible documents that are like it."""
        visible = [self.partitions[who] for who in Audience if who in audiences and who in self.partitions]
        return tuple(
            question_word(term, visible, self.analyzer, language)
            for term in question_terms(query, visible, self.analyzer, language)
        )


def _best(
    partitions: Sequence[Partition], totals: Sequence[Floats], limit: int, allowed: Container[str] | None
) -> tuple[ScoredId, ...]:
    """Pick the best documents that are allowed."""
    if limit <= 0 or not totals:
        return ()
    scores = np.concatenate(totals)
    owner = np.repeat(np.arange(len(partitions)), [len(partition) for partition in partitions])
    place = np.concatenate([np.arange(len(partition)) for partition in partitions])
    found = np.flatnonzero(scores > 0)
    if allowed is None and len(found) > limit:
        least = np.partition(scores[found], -limit)[-limit]
        found = found[scores[found] >= least]
    chosen: list[ScoredId] = []
    for at in found[np.argsort(-scores[found], kind="stable")]:
        name = partitions[owner[at]].ids.at(int(place[at]))
        if allowed is None or name in allowed:
            chosen.append(ScoredId(name, float(scores[at])))
            if len(chosen) == limit:
                break
    return tuple(chosen)
