"""What else the words of a question may be called: abbreviations written out, field terms in Dutch.

Data: data/abbreviations.csv and data/glossary.csv, each entry with its source.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.language.analysis import Analyzer
from knowledge.language.compounds import split_compound
from knowledge.language.stopwords import stopwords

_DATA = Path(__file__).parent / "data"
SNOWBALL = {"nl": "dutch", "en": "english", "de": "german"}
"""The Snowball algorithm of each language."""

LONGEST_PHRASE = 5
"""Words in the longest glossary term that is looked for."""

TRANSLATED = 0.85
"""Likeness of a Dutch term to the foreign one: a translation is less sure than the word itself."""

WRITTEN_OUT = 0.35
"""Weight of the words of an abbreviation written out, beside the abbreviation, and the other way round."""

KEPT_OF_PHRASE = 0.3
"""Weight of the words of a translated phrase as written: "smart industry" is a term in Dutch too."""

WORD_OF_PHRASE = 0.6
"""Likeness of a word of a foreign phrase, as written, to the phrase: names of courses stay in English."""

KEPT_FOREIGN = 0.6
"""Weight of a foreign word that the glossary lacks: it may be a name, or the same word in Dutch."""


@dataclass(frozen=True, slots=True)
class QuestionTerm:
    """Something asked for: words that may stand for it, each with its likeness to that, and a weight.

    A `fuzzy` term is also met in words that are spelled alike.
    """

    forms: tuple[tuple[str, float], ...]
    weight: float = 1.0
    fuzzy: bool = True

    @property
    def length(self) -> int:
        """The letters of its first form."""
        return len(self.forms[0][0])


Phrase = tuple[str, ...]


def _rows(name: str) -> list[dict[str, str]]:
    """Read a data file."""
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def abbreviations() -> Mapping[str, Phrase]:
    """Return the words of each abbreviation of the field, folded, without stop words."""
    analyzer, stops = Analyzer(), stopwords("nl")
    return {
        "".join(analyzer.words(row["abbreviation"])): tuple(
            word for word in analyzer.words(row["expansion"]) if word not in stops
        )
        for row in _rows("abbreviations.csv")
    }


@cache
def _written_out(analyzer: Analyzer) -> Mapping[Phrase, str]:
    """Return the abbreviation of each expansion of two or more words, by the stems of those words."""
    return {tuple(analyzer.stems(words)): short for short, words in abbreviations().items() if len(words) > 1}


@cache
def glossary(language: str) -> Mapping[Phrase, tuple[str, ...]]:
    """Return the Dutch terms of each English ("en") or German ("de") term, which is given as its stems."""
    foreign = Analyzer(SNOWBALL[language])
    found: dict[Phrase, list[str]] = {}
    for row in _rows("glossary.csv"):
        for term in row[language].split(";"):
            words = foreign.words(term)
            key = tuple(foreign.stems(words[1:] if len(words) > 1 and words[0] == "to" else words))
            if row["nl"] not in found.setdefault(key, []):
                found[key].append(row["nl"])
    return {key: tuple(terms) for key, terms in found.items()}


def dutch_terms(words: Sequence[str], analyzer: Analyzer) -> tuple[QuestionTerm, ...]:
    """Return what a Dutch question may also be about: its abbreviations written out, and phrases
    abbreviated."""
    known, extra = abbreviations(), dict[str, float]()
    for word in words:
        for other in known.get(word, ()):
            extra[other] = WRITTEN_OUT
    stops = stopwords("nl")
    stems = analyzer.stems([word for word in words if word not in stops])
    for start in range(len(stems)):
        for end in range(start + 2, min(start + LONGEST_PHRASE, len(stems)) + 1):
            short = _written_out(analyzer).get(tuple(stems[start:end]))
            if short:
                extra[short] = 1.0
    return tuple(
        QuestionTerm(((word, 1.0),), weight, fuzzy=False)
        for word, weight in extra.items()
        if word not in words
    )


def translated_terms(words: Sequence[str], language: str) -> tuple[QuestionTerm, ...]:
    """Return the Dutch terms for the words of an English or German question.

    The longest glossary phrase at each place wins. A German compound is looked up by its parts. What is not
    found is kept as written, for less.
    """
    known, stops, foreign = glossary(language), stopwords(language), Analyzer(SNOWBALL[language])
    stems = [_german_spelling(stem, known) if language == "de" else stem for stem in foreign.stems(words)]
    terms: list[QuestionTerm] = []
    at = 0
    while at < len(words):
        size = _longest_phrase(stems, at, known)
        if size == 1 and words[at] in stops:
            size = 0
        if size:
            terms += _dutch_forms(known[tuple(stems[at : at + size])], words[at : at + size])
            if size > 1:
                terms += [
                    QuestionTerm(((word, 1.0),), KEPT_OF_PHRASE)
                    for word in words[at : at + size]
                    if word not in stops
                ]
        elif words[at] not in stops:
            terms += _unknown(words[at], language, _part_lookup(known, foreign))
        at += max(size, 1)
    return tuple(terms)


def _german_spelling(stem: str, known: Mapping[Phrase, tuple[str, ...]]) -> str:
    """Return an unknown stem written with ae, oe, ue as if it had the umlaut, which folding takes off."""
    plain = stem.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return plain if (stem,) not in known and (plain,) in known else stem


def _longest_phrase(stems: Sequence[str], at: int, known: Mapping[Phrase, tuple[str, ...]]) -> int:
    """Return the number of words of the longest known phrase that begins at `at`; 0 for none."""
    sizes = range(min(LONGEST_PHRASE, len(stems) - at), 0, -1)
    return next((size for size in sizes if tuple(stems[at : at + size]) in known), 0)


def _dutch_forms(terms: Sequence[str], originals: Sequence[str]) -> list[QuestionTerm]:
    """Return single Dutch words as forms of one term, and the words of longer ones as terms of their own."""
    analyzer, stops = Analyzer(), stopwords("nl")
    phrases = [[word for word in analyzer.words(term) if word not in stops] for term in terms]
    short = [_written_out(analyzer).get(tuple(analyzer.stems(phrase))) for phrase in phrases]
    single = [phrase[0] for phrase in phrases if len(phrase) == 1] + [word for word in short if word]
    found: list[QuestionTerm] = []
    if single:
        kept = 1.0 if len(originals) == 1 else WORD_OF_PHRASE
        same = [(word, kept) for word in originals if word not in single]
        found.append(QuestionTerm((*((word, TRANSLATED) for word in single), *same)))
    for phrase in phrases:
        if len(phrase) > 1:
            share = (1.0 if not single else 0.5) / len(phrase) ** 0.5
            whole = [(word, 1.0) for word in originals if len(originals) == 1]
            found += [QuestionTerm(((word, TRANSLATED), *whole), share) for word in phrase]
    return found


def _part_lookup(
    known: Mapping[Phrase, tuple[str, ...]], foreign: Analyzer
) -> Callable[[str], tuple[str, ...]]:
    """Return a function that gives the Dutch terms of one foreign word."""
    return lambda word: known.get((foreign.stem(word),), ())


def _unknown(word: str, language: str, lookup: Callable[[str], tuple[str, ...]]) -> list[QuestionTerm]:
    """Return the word as written, with the Dutch terms of its parts if it is a German compound of known
    words."""
    kept = [QuestionTerm(((word, 1.0),), KEPT_FOREIGN)]
    parts = split_compound(word, lambda part: bool(lookup(part))) if language == "de" else ()
    for part in parts:
        kept += _dutch_forms(lookup(part), ())
    return kept
