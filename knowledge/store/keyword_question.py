"""From the words of a question to the terms that are looked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.language.analysis import Analyzer
from knowledge.language.compounds import listed_parts, split_compound
from knowledge.language.expansion import (
    TRANSLATED,
    CorpusWords,
    LikeWords,
    QuestionTerm,
    abbreviations,
    dutch_terms,
    nothing_near,
    readable,
    translated_terms,
)
from knowledge.language.soft import is_soft
from knowledge.language.stopwords import stopwords
from knowledge.language.synonyms import synonyms_of
from knowledge.store.keyword_partition import Partition
from knowledge.store.keyword_scoring import SAME_STEM, idf_per_level, like_words, meet
from knowledge.types import QuestionWord

MOST_QUESTION_WORDS = 48
"""A question has at most this many distinct words; a pasted page is cut here."""

STOPWORD_WEIGHT = 0.4
"""Function words count a little: "kan ik", "mag ik" and "wat kost" return in pages that answer questions."""

COMMON = 0.5
"""A stop word in more of the rows than this is left out: it says nothing and costs the most time."""

ROWS_OF_A_WORD = 4
"""A word of one passage stands in up to three rows (passage, whole, lead); once may be an error of
writing."""

PART_WEIGHT, PART_OF_UNKNOWN_WEIGHT = 0.15, 0.4
"""What a part of a two-part compound counts beside the compound: little where the corpus has the compound
itself."""


def question_terms(
    question: str,
    partitions: Sequence[Partition],
    analyzer: Analyzer,
    language: str = "nl",
    near: Callable[[str], LikeWords] = nothing_near,
) -> tuple[QuestionTerm, ...]:
    """Return the terms of `question`, which is in `language` ("nl", "en" or "de"); others are read as Dutch.

    Of a Dutch question: its words, its function words for less, the parts of its compounds, and its
    abbreviations written out. Of another: the Dutch terms for its words; `near` gives words of these partitions that
    mean the same as a foreign one.
    """
    words = list(dict.fromkeys(analyzer.words(readable(question, language))))[:MOST_QUESTION_WORDS]
    if language in ("en", "de"):
        corpus = CorpusWords(lambda word: _rows_with(word, partitions) > 0, near)
        return translated_terms(words, language, corpus)
    return _dutch_words(words, partitions) + dutch_terms(words, analyzer)


def question_word(
    term: QuestionTerm, partitions: Sequence[Partition], analyzer: Analyzer, language: str
) -> QuestionWord:
    """Return a term with its weight in these partitions and the words of theirs that are like it.

    A compound is also met, for less, by its last part: a "lascursus" is a "cursus"; a word by those that people use for it.
    """
    likeness: dict[str, float] = {}
    heads = [split_compound(form, _known_word(partitions))[-1:] for form, _ in term.forms]
    head = QuestionTerm(tuple((part, HEAD_OF_COMPOUND) for parts in heads for part in parts), fuzzy=False)
    full = QuestionTerm(_written_out(term, language), fuzzy=False)
    near = {
        other: OF_SYNONYM * share
        for form, share in reversed(term.forms)
        if share >= TRANSLATED
        for other in synonyms_of(form)
    }
    for partition in partitions:
        for other, share in near.items():
            for at in partition.forms_of(other, analyzer.stem(other)).tolist():
                word = partition.vocabulary.at(at)
                alike = share if word == other else share * SAME_STEM
                likeness[word] = max(likeness.get(word, 0.0), alike)
        for looked_for in (one for one in (head, full, term) if one.forms):
            words, shares = like_words(partition, looked_for, analyzer)
            for at, share in zip(words.tolist(), shares.tolist(), strict=True):
                word = partition.vocabulary.at(at)
                if share > likeness.get(word, 0.0):
                    likeness[word] = share
    rarity = idf_per_level(partitions, [meet(partition, term, analyzer) for partition in partitions])[0]
    forms = tuple(form for form, _ in term.forms)
    soft = is_soft(forms[0], "nl") or (
        language in ("en", "de") and any(is_soft(form, language) for form in forms)
    )
    is_content = term.fuzzy and term.weight >= CONTENT and not soft
    return QuestionWord(
        forms, term.weight * float(rarity) * (SOFTENED if soft else 1.0), is_content, likeness
    )


def _written_out(term: QuestionTerm, language: str) -> tuple[tuple[str, float], ...]:
    """Return the words of the abbreviation that a foreign phrase was translated into ("NGF"): sources write them out."""
    if language == "nl":
        return ()
    return tuple(
        (word, WRITTEN_OUT_IN_FULL) for form, _ in term.forms for word in abbreviations().get(form, ())
    )


WRITTEN_OUT_IN_FULL = 0.8
"""Likeness of an abbreviation to a word of its full name."""

OF_SYNONYM = 0.6
"""Likeness of a word to one that people use for it ("personeel", "medewerkers")."""

CONTENT = 0.5
"""Weight from which a term is a word of the question itself, not a function word or a part of a compound."""

SOFTENED = 0.3
"""What is left of the weight of a soft word when an answer is judged."""

HEAD_OF_COMPOUND = 0.55
"""Likeness of a compound to its last part."""


def _dutch_words(words: Sequence[str], partitions: Sequence[Partition]) -> tuple[QuestionTerm, ...]:
    """Return the words themselves and the parts of compounds, weighted."""
    stops = stopwords("nl")
    weights: dict[str, float] = {}
    only_stops = all(word in stops for word in words)
    is_known = _known_word(partitions)
    for word in words:
        stop = word in stops and not only_stops
        if stop and _is_common(word, partitions):
            continue
        weights[word] = max(weights.get(word, 0.0), STOPWORD_WEIGHT if stop else 1.0)
        parts = () if stop else split_compound(word, is_known)
        share = PART_WEIGHT if parts and is_known(word) else PART_OF_UNKNOWN_WEIGHT
        for part in parts:
            weights[part] = max(weights.get(part, 0.0), share * 2 / len(parts))
    return tuple(
        QuestionTerm(((word, 1.0),), weight, fuzzy=word not in stops) for word, weight in weights.items()
    )


def _known_word(partitions: Sequence[Partition]) -> Callable[[str], bool]:
    """Return a test for words of our list and of the corpus (in more than one passage) that are no function
    words."""
    stops, listed = stopwords("nl"), listed_parts()

    def is_known(word: str) -> bool:
        return word in listed or (word not in stops and _rows_with(word, partitions) >= ROWS_OF_A_WORD)

    return is_known


def _rows_with(word: str, partitions: Sequence[Partition]) -> int:
    """Return in how many rows exactly `word` stands."""
    total = 0
    for partition in partitions:
        at = partition.vocabulary.find(word)
        if at is not None:
            total += int(partition.post_starts[at + 1] - partition.post_starts[at])
    return total


def _is_common(word: str, partitions: Sequence[Partition]) -> bool:
    """Say whether `word` stands in a large part of the rows."""
    return _rows_with(word, partitions) > COMMON * sum(partition.rows for partition in partitions)
