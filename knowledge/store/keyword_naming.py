"""Which sources a question names: by a word that hardly any other source has and that stands at their head.

A document of a school names the school in its first lines and then speaks of "de opleiding" and "deze beurs". A question that
names the school is about that document, though the sentence that answers it does not repeat the name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.language.analysis import Analyzer
from knowledge.language.expansion import QuestionTerm
from knowledge.store.keyword_partition import Partition
from knowledge.store.keyword_rows import Ints
from knowledge.store.keyword_scoring import MISSPELLED, like_words

NAMED_IN = 4
"""Sources that may share a name: a school has a guide, its rules and a calendar. In a small collection fewer than half of all."""

SHORTEST_NAME = 4
"""Letters of the shortest word that names a source."""

MOST_PASSAGES = 40
"""Passages of the longest source that is read as a whole; a longer one, such as a catalogue, is searched as any other."""


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A source that a question names: the ids of its passages in reading order, and its words by which it was named."""

    passages: tuple[str, ...]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Naming:
    """What one term names: the sources, each as the place of its partition and its number there, and the words that it is."""

    sources: tuple[tuple[int, int], ...]
    words: frozenset[str]


NO_NAME = Naming((), frozenset())


def naming_of(term: QuestionTerm, partitions: Sequence[Partition], analyzer: Analyzer) -> Naming:
    """Return the sources that a term names: those few that have it, and have it at their head."""
    if term.length < SHORTEST_NAME:
        return NO_NAME
    most = min(NAMED_IN, (sum(partition.sources for partition in partitions) - 1) // 2)
    places, words = [], set[str]()
    for at, partition in enumerate(partitions):
        meant = _meant(partition, term, analyzer)
        words |= {partition.vocabulary.at(int(word)) for word in meant}
        places += [(at, source) for source in _sources_with(partition, meant)]
    if not 0 < len(places) <= most:
        return NO_NAME
    at_head = ((at, source) for at, source in places if _is_at_head(partitions[at], source, words))
    return Naming(tuple(at_head), frozenset(words))


def named_sources(namings: Iterable[Naming], partitions: Sequence[Partition]) -> tuple[NamedSource, ...]:
    """Return the sources that the terms of a question name, those named by most words first; () when none is named."""
    found: dict[tuple[int, int], set[str]] = {}
    for naming in namings:
        for place in naming.sources:
            found.setdefault(place, set()).update(naming.words)
    ordered = sorted(found, key=lambda place: (-len(found[place]), place))
    named = [(_passages_of(partitions[at], source), found[at, source]) for at, source in ordered]
    return tuple(NamedSource(ids, frozenset(words)) for ids, words in named if len(ids) <= MOST_PASSAGES)


def _meant(partition: Partition, term: QuestionTerm, analyzer: Analyzer) -> Ints:
    """Return the words of the vocabulary that a term is, inflected or not; those it may be a misspelling of where it is none."""
    forms = [form for form, _ in term.forms]
    stems = [partition.with_stem(analyzer.stem(form)) for form in forms]
    exact = [at for form in forms if (at := partition.vocabulary.find(form)) is not None]
    found = np.unique(np.concatenate([np.asarray(exact, np.int32), *stems]))
    if len(found) or not term.fuzzy:
        return found
    words, likeness = like_words(partition, term, analyzer)
    return words[likeness >= np.float32(MISSPELLED)]


def _sources_with(partition: Partition, words: Ints) -> list[int]:
    """Return the numbers of the sources that have one of the words anywhere."""
    rows, _, _ = partition.postings(words)
    first = len(partition)
    wholes = rows[(rows >= first) & (rows < first + partition.sources)]
    return sorted({int(row) - first for row in wholes})


def _is_at_head(partition: Partition, source: int, words: set[str]) -> bool:
    """Say whether one of the words stands in the title or the first words of a source."""
    known = [partition.vocabulary.find(word) for word in words]
    rows, _, _ = partition.postings(np.asarray([word for word in known if word is not None], np.int32))
    return bool(np.any(rows == len(partition) + partition.sources + source))


def _passages_of(partition: Partition, source: int) -> tuple[str, ...]:
    return tuple(partition.ids.at(int(row)) for row in np.flatnonzero(partition.source_of == source))
