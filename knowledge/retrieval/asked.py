"""Questions that editors wrote for sentences of documents, and which of them a new question is nearest to.

People do not know the words of a document. An editor writes how they would ask what a sentence says (document expansion:
Nogueira, Yang, Lin & Cho 2019, "Document expansion by query prediction", arXiv:1904.08375; here by hand), and a new
question is compared with those questions, which are put as it is. What is shown is the sentence; the written question never is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.seam import Embedder
from knowledge.remembering import Remembered
from knowledge.retrieval.asked_learned import Learned, Longs
from knowledge.retrieval.asked_table import MOST_WORDS, AskedQuestion, AskedTable, Target
from knowledge.retrieval.asked_vocabulary import OF_PART, AskedVocabulary
from knowledge.retrieval.asked_words import Floats, Word, dice, focus, kind_of, trigrams, words_of

LOOKED_AT = 48
"""Questions that are looked at closely."""

HIGH = 0.5
"""Share of the highest value from which values are looked at first."""

A_ROUNDING = 1e-4
"""More than adding up may err."""

LIKELIEST = 4
"""Sentences that are looked at because of what was learned of their questions, however far the nearest one is."""

MOST_TARGETS = 6
"""Targets of a question that are told: as many as anybody asks for; the numbers of each take a fifth of a millisecond."""

NEARNESS = (0.4, 0.3, 0.3)
"""What of a new question is in a written one, what of that is in the new one, and their cosine count to be looked at."""

MOST_ASKED = 64
"""Questions whose nearest ones are remembered, about 8 kB each: the parts and meanings of one message ask for the same again."""

HEAVIEST = 8.0
"""Weight of the rarest words, about."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """A target with its nearest written question and what speaks for it: numbers as `SIGNALS` names them."""

    target: int
    text: str
    signals: tuple[float, ...]


SIGNALS = (
    "recall",
    "precision",
    "cosine",
    "letters",
    "recall_with_sentence",
    "figure_unmet",
    "name_unmet",
    "name_beside",
    "same_kind",
    "other_kind",
    "other_language",
    "few_words",
    "worst_unmet",
    "known_unmet",
    "unknown_unmet",
    "worst_known_unmet",
    "beside",
    "lead",
    "crowd",
    "learned_chance",
    "learned_likeness",
)
"""The names of the numbers of a `Nearest`, in order; all from 0 to about 1."""


@dataclass(frozen=True, slots=True)
class _New:
    """A new question: its words, their weights, and how alike they are to the vocabulary, with a column of zeros after it; then
    what it is compared by: what it asks for, its runs of letters, which words are known, and the rows of its figures and names.
    """

    text: str
    language: str
    words: tuple[Word, ...]
    weights: Floats
    likeness: Floats
    kind: str
    letters: frozenset[str]
    known: NDArray[np.bool_]
    figures: tuple[int, ...]
    names: tuple[int, ...]


class AskedIndex:
    """Finds the written questions nearest to a new one. Immutable after it is made; threads may share it."""

    def __init__(
        self,
        targets: Sequence[Target],
        questions: Sequence[AskedQuestion],
        embedder: Embedder,
        learned: Learned | None = None,
        table: AskedTable | None = None,
    ) -> None:
        """Index `questions`, whose `target` is a place in `targets`; `learned` is of these targets, in their order.

        `table` is what was worked out of both before.
        """
        self.targets, self.questions = tuple(targets), tuple(questions)
        self._learned = learned
        of_target: list[list[int]] = [[] for _ in targets]
        for place, one in enumerate(questions):
            of_target[one.target].append(place)
        self._of_target = [np.array(places, np.int64) for places in of_target]
        self._embedder = embedder
        self._last: Remembered[tuple[str, str], tuple[Nearest, ...]] = Remembered(MOST_ASKED)
        table = table or AskedTable.of(targets, questions, embedder)
        self._vocabulary = AskedVocabulary(table, embedder)
        self._words, self._target_words = table.asked, table.said
        self._rarity = np.append(table.rarity, np.float32(0.0))[self._words.places]
        self._whole = (
            np.maximum(np.add.reduceat(self._rarity, self._words.starts), 1e-6) if questions else 1.0
        )
        self._vectors = table.vectors

    def nearest(
        self, question: str, language: str, limit: int = 5, without: Collection[int] = ()
    ) -> tuple[Nearest, ...]:
        """Return the targets whose questions are nearest, each once, the nearest first; () for a question without words.

        The written questions at the places `without` are passed over: so one can be asked as if nobody had written it.
        """
        if without:
            return self._nearest(question, language, without)[:limit]
        found = self._last.of((question, language), lambda: self._nearest(question, language, ()))
        return found[:limit]

    def nearest_among(self, question: str, language: str, targets: Sequence[int]) -> tuple[Nearest, ...]:
        """Return those of some targets whose questions are nearest; what was learned tells which of these is meant, not of all."""
        return self._nearest(question, language, (), np.array(targets, np.int64))

    def _nearest(
        self, question: str, language: str, without: Collection[int], among: Longs | None = None
    ) -> tuple[Nearest, ...]:
        """Return all of those that were looked at; see `nearest` and `nearest_among`."""
        words = words_of(question, language, MOST_WORDS)
        if not words or not self.questions:
            return ()
        new = self._new(question, language, words)
        shares = self._shares(new)
        likeness, chances = self._recognised(question, among)
        likeliest = [target for target in _highest(chances, LIKELIEST) if chances[target] > 0]
        self._add_cosines(shares, question, likeliest, LOOKED_AT + len(without))
        near = np.asarray(NEARNESS, np.float32) @ shares
        near[list(without)] = -1.0
        if among is not None:
            near = self._only(near, among)
        places = [place for place in _highest(near, LOOKED_AT) if near[place] >= 0]
        crowds = Counter(self.questions[place].target for place in places)
        surest = float(shares[:, places[0]].sum())
        found = []
        for target, place in self._looked_at(near, places, likeliest, chances).items():
            own = [float(share) for share in shares[:, place]]
            lead = max(0.0, 1.0 - (surest - sum(own)))
            learned = float(chances[target]), max(0.0, float(likeness[target]))
            signals = (*own, *self._signals(new, place), lead, crowds[target] / LOOKED_AT, *learned)
            found.append(Nearest(target, self.questions[place].text, signals))
        return tuple(found)

    def _only(self, near: Floats, among: Longs) -> Floats:
        """Return how near the questions of some targets are, with -1 for all others."""
        places = np.concatenate([near[:0].astype(np.int64), *(self._of_target[target] for target in among)])
        only = np.full_like(near, -1.0)
        only[places] = near[places]
        return only

    def _recognised(self, question: str, among: Longs | None) -> tuple[Floats, Floats]:
        """Return of each target how like it a question is, and the chance that it is meant, by what was learned; zeros by nothing.

        The chance is that among some targets where they are given, 0 for the others.
        """
        nothing = np.zeros(len(self.targets), np.float32)
        if self._learned is None:
            return nothing, nothing
        likeness = self._learned.likeness(question)
        if among is None:
            return likeness, self._learned.chances(likeness)
        nothing[among] = self._learned.chances(likeness[among])
        return likeness, nothing

    def _looked_at(
        self, near: Floats, places: Sequence[int], likeliest: Sequence[int], chances: Floats
    ) -> dict[int, int]:
        """Return the targets that are looked at, each with the place of its nearest question: the nearest and likeliest first."""
        questions = (self._of_target[target] for target in likeliest)
        nearest = (int(own[near[own].argmax()]) for own in questions if len(own))
        best: dict[int, int] = {}
        for place in (*places, *(place for place in nearest if near[place] >= 0)):
            best.setdefault(self.questions[place].target, place)
        ordered = sorted(best, key=lambda target: -float(near[best[target]] + chances[target]))
        return {target: best[target] for target in ordered[:MOST_TARGETS]}

    def _new(self, question: str, language: str, words: tuple[Word, ...]) -> _New:
        vocabulary = self._vocabulary
        likeness = vocabulary.likeness(words)
        is_name = vocabulary.is_name
        return _New(
            text=question,
            language=language,
            words=words,
            weights=vocabulary.weights(words, likeness) * focus(question, language, words),
            likeness=likeness,
            kind=kind_of(question),
            letters=trigrams(question),
            known=np.array([word.stem in vocabulary.places for word in words], np.bool_),
            figures=tuple(row for row, word in enumerate(words) if word.is_figure),
            names=tuple(row for row, word in enumerate(words) if is_name(word, likeness[row], question)),
        )

    def _shares(self, new: _New) -> Floats:
        """Return for each written question what of the new one is in it, what of it is in the new one, and room for their cosine.

        Only words of the vocabulary that are like one of the new question's count for anything, so that the rest is passed over.
        """
        shares = np.zeros((3, len(self.questions)), np.float32)
        best = new.likeness.max(axis=0)
        held = np.flatnonzero((best > 0.0).take(self._words.places))
        if len(held):
            owners, words = self._words.owners.take(held), self._words.places.take(held)
            starts = np.flatnonzero(np.diff(owners, prepend=-1))
            met = np.maximum.reduceat(new.likeness.take(words, axis=1), starts, axis=1)
            owners = owners.take(starts)
            shares[0, owners] = new.weights @ met / new.weights.sum()
            shares[1, owners] = np.add.reduceat(best.take(words) * self._rarity.take(held), starts)
        shares[1] /= self._whole
        return shares

    def _add_cosines(self, shares: Floats, question: str, likeliest: Sequence[int], most: int) -> None:
        """Note the cosines of the written questions that share words with a new one, and of those of the likeliest targets.

        No cosine is more than 1: where the `most` nearest of those stay above what a cosine alone can give, the other vectors,
        nine in ten of 15 MB, need not be looked at.
        """
        vector = self._embedder.vectors([question])[0]
        by_words = np.asarray(NEARNESS[:2], np.float32) @ shares[:2]
        some = np.flatnonzero(by_words)
        if len(some) >= most:
            cosines = np.clip(self._vectors.take(some, axis=0) @ vector, 0.0, 1.0)
            near = by_words[some] + np.float32(NEARNESS[2]) * cosines
            if np.partition(near, -most)[-most] > NEARNESS[2] + A_ROUNDING:
                shares[2, some] = cosines
                rows = np.concatenate([some[:0], *(self._of_target[target] for target in likeliest)])
                shares[2, rows] = np.clip(self._vectors.take(rows, axis=0) @ vector, 0.0, 1.0)
                return
        shares[2] = np.clip(self._vectors @ vector, 0.0, 1.0)

    def _signals(self, new: _New, place: int) -> tuple[float, ...]:
        """Return the signals of the written question at a place, those of `_shares`, the lead, the crowd and what was learned left out."""
        question = self.questions[place]
        own = self._words.at(place)
        alike = new.likeness.take(np.concatenate([own, self._target_words.at(question.target)]), axis=1)
        both = alike.max(axis=1)
        words = own if own[0] >= 0 else own[:0]  # a row holds words, or the place of nothing
        missed = alike[:, : len(words)].max(axis=0) < OF_PART
        unmet = new.weights * (both < OF_PART)
        total = float(new.weights.sum())
        known, unknown = unmet[new.known], unmet[~new.known]
        named = self._vocabulary.names[words]
        kinds = {new.kind, kind_of(question.text)}
        return (
            dice(new.letters, trigrams(question.text)),
            float((new.weights * both).sum() / total),
            float(any(both[row] < 1.0 for row in new.figures)),
            sum(float(both[row] < OF_PART) for row in new.names) / max(len(new.names), 1),
            float((named & missed).sum() / max(int(named.sum()), 1)),
            float(len(kinds) == 1 and new.kind != ""),
            float(len(kinds) > 1 and "" not in kinds),
            float(question.language != new.language),
            1.0 / len(new.words),
            float(unmet.max(initial=0.0)) / HEAVIEST,
            float(known.sum() / total),
            float(unknown.sum() / total),
            float(known.max(initial=0.0)) / HEAVIEST,
            float((self._vocabulary.rarity[words] * missed).max(initial=0.0)) / HEAVIEST,
        )


def _highest(values: Floats, most: int) -> list[int]:
    """Return the places of the highest values, the highest first; of equal ones the first."""
    if len(values) > most:
        high = np.flatnonzero(
            values > HIGH * values.max()
        )  # a few of them, so that all need not be put in order
        some = values.take(high) if len(high) >= most else values
        places = np.flatnonzero(values >= np.partition(some, -most)[-most])
    else:
        places = np.arange(len(values))
    order = np.argsort(-values[places], kind="stable")
    return [int(place) for place in places[order][:most]]
