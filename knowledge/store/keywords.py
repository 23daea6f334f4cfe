"""The keyword index of a generation: built once into a folder, read-only afterwards.

There is one partition per audience, and only the partitions that a reader may see are opened for a
question, so that nothing about a hidden document, not even how often a word stands in it, can show.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from knowledge.errors import KeywordIndexError
from knowledge.language.analysis import Analyzer
from knowledge.language.expansion import LikeWords, QuestionTerm, nothing_near
from knowledge.store.keyword_naming import NamedSource, Naming, named_sources, naming_of
from knowledge.store.keyword_partition import Partition, build_partition
from knowledge.store.keyword_question import ROWS_OF_A_WORD, question_terms, question_word
from knowledge.store.keyword_rows import Floats, Longs
from knowledge.store.keyword_scoring import score_partitions
from knowledge.store.keyword_terms import KeywordDocument, TermBatch, analyse, batches, only
from knowledge.types import Audience, QuestionWord, ScoredId

__all__ = ["KeywordDocument", "KeywordIndex", "ScoredId", "TermBatch", "analyse"]

_META = "keywords.json"

MOST_ASKED = 32
"""Questions whose terms are remembered: those of one answer."""

MOST_SEEN = 4_000
"""Terms that are remembered: about 10 MB; when there are more, all are forgotten."""


@dataclass(frozen=True, slots=True)
class KeywordIndex:
    """Finds documents by the words in them. Safe for many reader threads."""

    folder: Path
    analyzer: Analyzer
    partitions: dict[Audience, Partition]
    near: Callable[[str], LikeWords] = nothing_near
    seen: dict[tuple[QuestionTerm, frozenset[Audience], str], QuestionWord] = field(
        default_factory=dict, repr=False, compare=False
    )
    """Terms of earlier questions with the words that are like them: an index never changes, and questions share words."""
    named: dict[tuple[QuestionTerm, frozenset[Audience]], Naming] = field(
        default_factory=dict, repr=False, compare=False
    )
    asked: dict[tuple[str, frozenset[Audience], str, bool], tuple[QuestionTerm, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def translating(self, near: Callable[[str], LikeWords]) -> KeywordIndex:
        """Return this index with `near` to say which of its words mean the same as a foreign one."""
        return replace(self, near=near)

    def common_words(self, audiences: Sequence[Audience], limit: int) -> tuple[str, ...]:
        """Return at most `limit` words of the documents of `audiences`, those of the most rows, sorted."""
        rows: dict[str, int] = {}
        for partition in self._visible(audiences):
            counts = np.diff(partition.post_starts)
            chosen = np.flatnonzero(counts >= ROWS_OF_A_WORD)
            for at in chosen[np.argsort(-counts[chosen], kind="stable")][:limit]:
                word = partition.vocabulary.at(int(at))
                rows[word] = rows.get(word, 0) + int(counts[at])
        return tuple(sorted(sorted(rows, key=lambda word: (-rows[word], word))[:limit]))

    def word_shares(self, audiences: Sequence[Audience]) -> dict[str, float]:
        """Return the words of the documents of `audiences`, and how large a part each is of all words in them."""
        counts: dict[str, float] = {}
        for partition in self._visible(audiences):
            words = np.repeat(np.arange(len(partition.vocabulary)), np.diff(partition.post_starts))
            each = np.bincount(words, partition.post_counts, minlength=len(partition.vocabulary))
            for at, count in enumerate(each):
                word = partition.vocabulary.at(at)
                counts[word] = counts.get(word, 0.0) + float(count)
        total = sum(counts.values()) or 1.0
        return {word: count / total for word, count in counts.items()}

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
        visible = self._visible(audiences)
        terms = self._terms(query, audiences, language)
        totals = score_partitions(visible, terms, self.analyzer)
        return _best(visible, totals, limit, allowed)

    def named_sources(
        self, query: str, audiences: Sequence[Audience], language: str = "nl"
    ) -> tuple[NamedSource, ...]:
        """Return the sources of `audiences` that a query names, see `keyword_naming`."""
        visible = self._visible(audiences)
        terms = self._terms(query, audiences, language)
        return named_sources((self._naming(term, visible, frozenset(audiences)) for term in terms), visible)

    def words_of(
        self, query: str, audiences: Sequence[Audience], language: str = "nl"
    ) -> tuple[QuestionWord, ...]:
        """Return what a search for `query` looks for, and the words of the visible documents that are like it."""
        visible = self._visible(audiences)
        terms = self._terms(query, audiences, language)
        return tuple(self._word(term, visible, frozenset(audiences), language) for term in terms)

    def _terms(self, query: str, audiences: Sequence[Audience], language: str) -> tuple[QuestionTerm, ...]:
        """Return the terms of a question; those of the last ones are remembered, since each is asked for several times."""
        key = (query, frozenset(audiences), language, self.near is nothing_near)
        known = self.asked.get(key)
        if known is None:
            if len(self.asked) >= MOST_ASKED:
                self.asked.clear()
            visible = self._visible(audiences)
            known = self.asked[key] = question_terms(query, visible, self.analyzer, language, self.near)
        return known

    def _word(
        self, term: QuestionTerm, visible: list[Partition], audiences: frozenset[Audience], language: str
    ) -> QuestionWord:
        """Return a term with the words that are like it; those of a term that was asked before are remembered."""
        key = (term, audiences, language)
        known = self.seen.get(key)
        if known is None:
            if len(self.seen) >= MOST_SEEN:
                self.seen.clear()
            known = self.seen[key] = question_word(term, visible, self.analyzer, language)
        return known

    def _naming(self, term: QuestionTerm, visible: list[Partition], audiences: frozenset[Audience]) -> Naming:
        """Return which sources a term names; those of a term that was asked before are remembered."""
        key = (term, audiences)
        known = self.named.get(key)
        if known is None:
            if len(self.named) >= MOST_SEEN:
                self.named.clear()
            known = self.named[key] = naming_of(term, visible, self.analyzer)
        return known

    def _visible(self, audiences: Sequence[Audience]) -> list[Partition]:
        return [self.partitions[who] for who in Audience if who in audiences and who in self.partitions]


MOST_OF_A_SOURCE = 8
"""Passages of one source among those found: a catalogue of thousands of rows must not fill the list by itself."""

WIDENING = 8
"""When passages fall away, so many times more are looked at."""


def _best(
    partitions: Sequence[Partition], totals: Sequence[Floats], limit: int, allowed: Container[str] | None
) -> tuple[ScoredId, ...]:
    """Pick the best documents that are allowed, at most `MOST_OF_A_SOURCE` of each source."""
    if limit <= 0 or not totals:
        return ()
    scores = np.concatenate(totals)
    found = np.flatnonzero(scores > 0)
    looked_at = limit
    while True:
        top = found
        if len(found) > looked_at:
            top = found[scores[found] >= np.partition(scores[found], -looked_at)[-looked_at]]
        top = top[np.argsort(-scores[top], kind="stable")]
        chosen = _named(
            partitions, top[_place_in_source(partitions, top) < MOST_OF_A_SOURCE], scores, limit, allowed
        )
        if len(chosen) == limit or len(top) == len(found):
            return chosen
        looked_at *= WIDENING


def _named(
    partitions: Sequence[Partition], places: Longs, scores: Floats, limit: int, allowed: Container[str] | None
) -> tuple[ScoredId, ...]:
    """Return the first `limit` of `places` that are allowed, with their ids."""
    owner, place = (part.tolist() for part in _of_partition(partitions, places))
    chosen: list[ScoredId] = []
    for score, of, inside in zip(scores[places].tolist(), owner, place, strict=True):
        name = partitions[of].ids.at(inside)
        if allowed is None or name in allowed:
            chosen.append(ScoredId(name, score))
            if len(chosen) == limit:
                break
    return tuple(chosen)


def _of_partition(partitions: Sequence[Partition], places: Longs) -> tuple[Longs, Longs]:
    """Return for places in all partitions together: which partition, and where in it."""
    starts = np.cumsum([0, *(len(partition) for partition in partitions)])
    owner = np.searchsorted(starts, places, side="right") - 1
    return owner, places - starts[owner]


def _place_in_source(partitions: Sequence[Partition], places: Longs) -> Longs:
    """Return for each place how many of its source stand before it."""
    owner, place = _of_partition(partitions, places)
    source = np.zeros(len(places), np.int64)
    first = 0
    for number, partition in enumerate(partitions):
        mine = owner == number
        source[mine] = first + partition.source_of[place[mine]]
        first += partition.sources
    order = np.argsort(source, kind="stable")
    ordered = source[order]
    begins = np.flatnonzero(np.diff(ordered, prepend=-1))
    sizes = np.diff(np.append(begins, len(ordered)))
    before = np.empty(len(places), np.int64)
    before[order] = np.arange(len(places)) - np.repeat(begins, sizes)
    return before
