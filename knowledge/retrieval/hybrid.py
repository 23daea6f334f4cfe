"""Keyword and vector search over one generation, fused, filtered, at most two passages per document that is not named."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from knowledge.embedding.seam import Embedder, Vectors
from knowledge.errors import DiskFullError, VectorStoreError
from knowledge.remembering import Remembered
from knowledge.retrieval.fusion import DENSE, KEYWORD, Fused, Ranking, fuse_scores, question_weights
from knowledge.retrieval.translation import Translator
from knowledge.store.generations import GenerationReader, OpenGeneration
from knowledge.store.keyword_naming import NamedSource
from knowledge.store.keywords import KeywordIndex
from knowledge.store.sources import SourceStore
from knowledge.types import Audience, Hit, Passage, QuestionWord, ScoredId, Source

POOL = 60
"""Candidates asked of each retriever; widened when filters leave too few."""

FETCHED_PER_HIT = 3
"""Passages read from the database at once, per hit wanted: enough, mostly, where each document gives a hit or two."""

PER_SOURCE = 2
"""Passages of one document among the hits: a stuffed document cannot crowd out the others."""


MOST_NAMED = 40
"""Further passages of the documents that a question names."""


MOST_RANKED = 64
"""Rankings that are remembered, about 40 kB each: a question with several parts or meanings asks for the same one again."""


@dataclass(frozen=True, slots=True)
class Query:
    """What to search for, for whom, and on which day.

    `limit` is the most hits wanted; `language` ("nl", "en", "de") is that of the text. `of` are the versions of the only
    documents that are searched, as a whole, and `of_offers` the ids of the only offers whose records are: all are where it is empty.
    """

    text: str
    audience: Audience
    today: date
    limit: int = 8
    language: str = "nl"
    of: frozenset[str] = frozenset()
    of_offers: frozenset[str] = frozenset()

    def is_of(self, passage: Passage) -> bool:
        """Say whether a passage is none of the record of another offer than the only ones that are searched."""
        record = passage.record
        return not self.of_offers or record is None or record.kind != "offer" or record.id in self.of_offers


class HybridRetriever:
    """Finds passages. Thread-safe; each search reads one generation from start to end."""

    def __init__(
        self,
        reader: GenerationReader,
        store: SourceStore,
        embedder: Embedder,
        translator: Translator | None = None,
    ) -> None:
        """Search with `embedder`; `translator` finds Dutch words for foreign ones that the glossary lacks."""
        self._reader = reader
        self._store = store
        self._embedder = embedder
        self._translator = translator
        self._last: Remembered[Hashable, tuple[tuple[Fused, ...], tuple[NamedSource, ...]]] = Remembered(
            MOST_RANKED
        )

    @property
    def reader(self) -> GenerationReader:
        """What gives the current generation; others may read with it too."""
        return self._reader

    def retrieve(self, query: Query) -> tuple[Hit, ...]:
        """Return at most `query.limit` hits, best first, then the other passages of the documents that the question names.

        Empty for a question without words. Raises `NoGenerationError` when there is no index.
        """
        if not query.text.strip():
            return ()
        with self._reader.reading() as generation:
            total = sum(
                generation.manifest.counts.get(audience.value, 0) for audience in query.audience.visible
            )
            pool = POOL
            while True:
                hits = self._search(generation, query, pool)
                if len(hits) >= query.limit or pool >= total:
                    return self._only(hits, query) if query.of else hits
                pool *= 4

    def _only(self, hits: Sequence[Hit], query: Query) -> tuple[Hit, ...]:
        """Return the hits on the documents that a query is of, and behind them their other passages in reading order."""
        own = [hit for hit in hits if hit.passage.version in query.of]
        first, least = {hit.passage.id for hit in own}, min((hit.score for hit in hits), default=0.0)
        sources = self._store.sources_of(sorted(query.of))
        others = (one for one in self._store.passages_of(sorted(sources)) if one.id not in first)
        more = (
            Hit(one, sources[one.version], least) for one in others if may_show(sources[one.version], query)
        )
        return (*own, *islice(more, MOST_NAMED))

    def whole(self, hit: Hit, seen: Sequence[Hit], query: Query) -> tuple[Hit, ...]:
        """Return a hit with the other passages of its source: first those that were `seen`, then in reading order.

        Only those seen of a source of more than `MOST_NAMED` passages, and of one that the query may not show.
        """
        first = {one.passage.id: one for one in (hit, *seen) if one.source.id == hit.source.id}
        passages = tuple(self._store.passages_of([hit.passage.version]))
        if len(passages) > MOST_NAMED or not may_show(hit.source, query):
            return tuple(first.values())
        named = frozenset[str]().union(*(one.named for one in first.values()))
        least = min(one.score for one in first.values())
        others = (Hit(one, hit.source, least, named=named) for one in passages if one.id not in first)
        return (*first.values(), *others)

    def named(self, query: Query) -> tuple[tuple[Source, frozenset[str]], ...]:
        """Return the documents that a question names and that may be shown, each with the folded words that name it; no catalogues."""
        with self._reader.reading() as generation:
            keywords = self._keywords(generation, query)
            named = keywords.named_sources(query.text, query.audience.visible, query.language)
            first = generation.passages([one.passages[0] for one in named], self._store.passages_by_id)
        words = {
            passage.version: one.words
            for one in named
            if (passage := first.get(one.passages[0])) is not None and passage.record is None
        }
        sources = self._store.sources_of(sorted(words))
        return tuple(
            (sources[version], own) for version, own in words.items() if may_show(sources.get(version), query)
        )

    def words_of(self, query: Query) -> tuple[QuestionWord, ...]:
        """Return what the question looks for, with the words of the visible documents that are like it."""
        with self._reader.reading() as generation:
            keywords = self._keywords(generation, query)
            return keywords.words_of(query.text, query.audience.visible, query.language)

    def _keywords(self, generation: OpenGeneration, query: Query) -> KeywordIndex:
        """Return the keyword index, able to translate where the question is foreign."""
        if self._translator is None or query.language == "nl":
            return generation.keywords
        nearest = self._translator.over(generation.keywords, generation.number, query.audience.visible)
        return generation.keywords.translating(nearest.near)

    def _search(self, generation: OpenGeneration, query: Query, pool: int) -> tuple[Hit, ...]:
        fused, named = self._ranked(generation, query, pool)
        known: dict[str, Source] = {}
        hits = self._filtered(generation, fused, query, known)
        return self._with_named(generation, hits, fused, named, query, known)

    def _ranked(
        self, generation: OpenGeneration, query: Query, pool: int
    ) -> tuple[tuple[Fused, ...], tuple[NamedSource, ...]]:
        """Return what a generation ranks for a question, and the sources that it names; worked out once for the last questions."""
        visible = query.audience.visible
        key = (query.text, query.language, frozenset(visible), pool)
        found = self._last.get((generation.number, key))
        if found is not None:
            return found
        vector = self._embedder.vectors([query.text])[0]
        dense = _nearest(generation, visible, vector, pool)
        keywords = self._keywords(generation, query)
        keyword = keywords.search(query.text, visible, pool, language=query.language)
        weights = question_weights(query.text, query.language)
        rankings = [_ranking(KEYWORD, keyword, weights), _ranking(DENSE, dense or (), weights)]
        ranked = fuse_scores(rankings), keywords.named_sources(query.text, visible, query.language)
        return ranked if dense is None else self._last.note((generation.number, key), ranked)

    def _sources_of(self, passages: Iterable[Passage], known: dict[str, Source]) -> dict[str, Source]:
        """Return the sources of passages by version; those that this search has not `known` yet are looked up and noted."""
        missing = sorted({passage.version for passage in passages} - known.keys())
        if missing:
            known.update(self._store.sources_of(missing))
        return known

    def _with_named(
        self,
        generation: OpenGeneration,
        hits: Sequence[Hit],
        fused: Sequence[Fused],
        named: Sequence[NamedSource],
        query: Query,
        known: dict[str, Source],
    ) -> tuple[Hit, ...]:
        """Return the hits with the other passages of the named documents behind them: first those found, then in reading order."""
        words = {id_: one.words for one in named for id_ in one.passages}
        if not words:
            return tuple(hits)
        found = {one.id: one for one in fused if one.id in words}
        shown = {hit.passage.id for hit in hits}
        least = min((one.score for one in fused), default=0.0)
        wanted = [id_ for id_ in dict.fromkeys((*found, *words)) if id_ not in shown][:MOST_NAMED]
        passages = generation.passages(wanted, self._store.passages_by_id)
        sources = self._sources_of(passages.values(), known)
        others = [
            Hit(passages[id_], sources[passages[id_].version], found[id_].score, found[id_].ranks)
            if id_ in found
            else Hit(passages[id_], sources[passages[id_].version], least)
            for id_ in wanted
            if id_ in passages
            and may_show(sources.get(passages[id_].version), query)
            and query.is_of(passages[id_])
        ]
        return tuple(
            replace(hit, named=words[hit.passage.id]) if hit.passage.id in words else hit
            for hit in (*hits, *others)
        )

    def _filtered(
        self, generation: OpenGeneration, fused: Sequence[Fused], query: Query, known: dict[str, Source]
    ) -> tuple[Hit, ...]:
        """Return the first `query.limit` that may be shown; texts are fetched a few at a time, most are not needed."""
        hits: list[Hit] = []
        taken: dict[str, int] = {}
        step = FETCHED_PER_HIT * query.limit
        for start in range(0, len(fused), step):
            part = fused[start : start + step]
            passages = generation.passages([found.id for found in part], self._store.passages_by_id)
            sources = self._sources_of(passages.values(), known)
            for found in part:
                passage = passages.get(found.id)
                if passage is None or not may_show(sources.get(passage.version), query):
                    continue
                if not query.is_of(passage):
                    continue
                if taken.get(passage.source_id, 0) < PER_SOURCE:
                    taken[passage.source_id] = taken.get(passage.source_id, 0) + 1
                    hits.append(Hit(passage, sources[passage.version], found.score, found.ranks))
                if len(hits) == query.limit:
                    return tuple(hits)
        return tuple(hits)


def _nearest(
    generation: OpenGeneration, visible: Sequence[Audience], vector: Vectors, pool: int
) -> list[ScoredId] | None:
    """Return the nearest passages, best first; None when Chroma fails, since keywords can still answer."""
    try:
        found = [hit for audience in visible for hit in generation.vectors.search(audience, vector, pool)]
    except (VectorStoreError, DiskFullError):
        return None
    return sorted(found, key=lambda hit: (-hit.score, hit.id))[:pool]


def _ranking(retriever: str, found: Sequence[ScoredId], weights: Mapping[str, float]) -> Ranking:
    return Ranking(retriever, tuple((hit.id, hit.score) for hit in found), weights[retriever])


def may_show(source: Source | None, query: Query) -> bool:
    """Say whether who asks may see a source on the day of the query."""
    return (
        source is not None and source.audience in query.audience.visible and source.is_valid_on(query.today)
    )
