"""What else the words of a question may be called: abbreviations written out, field terms in Dutch.

Data: data/abbreviations.csv, data/glossary.csv and data/glossary_general.csv, each entry with its source. What an answer says is
checked with the terms of the field alone (`assistant/verification`): a word of every day has more than one meaning.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from knowledge.language.analysis import Analyzer
from knowledge.language.compounds import split_compound
from knowledge.language.spelling import edit_distance, tolerated_errors
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

INSIDE_PHRASE = 0.3
"""Weight of the Dutch terms for a single word of a translated phrase: a "course" in "take a course" is one."""

PARTICLES = frozenset({"up", "off", "out", "down", "away", "on", "in", "auf", "aus", "ein", "an", "ab"})
"""Halves of foreign verbs ("sign up"): by themselves they mean another thing ("scale-up")."""

SHORTEST_RESPELLED = 6
"""Shorter unknown words are too close to too many others to be taken for a misspelling."""

_IN_MAY = re.compile(
    r"(?<=\bin )May\b|(?<=\bby )May\b|(?<=\bof )May\b|(?<=\d )May\b|(?<=\buntil )May\b|(?<=\bafter )May\b"
)
"""The month, which is written as the verb is."""

_FIELD_IT = re.compile(r"\bIT\b")
"""In capitals it is the field; "it" is a pronoun."""


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
LikeWords = tuple[tuple[str, float], ...]


def nothing_near(word: str) -> LikeWords:
    """Know no words of like meaning."""
    return ()


@dataclass(frozen=True, slots=True)
class CorpusWords:
    """What the corpus tells about a foreign word: whether it stands there, and which of its words mean the same.

    `near` gives words of the corpus with their likeness in meaning, from 0 to 1, best first.
    """

    holds: Callable[[str], bool] = lambda word: True
    near: Callable[[str], LikeWords] = nothing_near


UNKNOWN_CORPUS = CorpusWords()
"""Takes every word for one of the corpus, so that nothing is respelled or replaced."""


def readable(question: str, language: str) -> str:
    """Return a foreign question with "IT" written as "ict", which folding would make a pronoun, and the month May as "mei"."""
    if language == "nl" or question.isupper():
        return question
    dated = _IN_MAY.sub("mei", question) if language == "en" else question
    return _FIELD_IT.sub("ict", dated)


def _rows(name: str) -> list[dict[str, str]]:
    """Read a data file."""
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _terms() -> tuple[dict[str, str], ...]:
    """Return the terms of the field with their translations, then the words of every day: looser, and for searching alone."""
    return (*_rows("glossary.csv"), *_rows("glossary_general.csv"))


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
    for row in _terms():
        for term in row[language].split(";"):
            words = foreign.words(term)
            key = tuple(foreign.stems(words[1:] if len(words) > 1 and words[0] == "to" else words))
            if row["nl"] not in found.setdefault(key, []):
                found[key].append(row["nl"])
    return {key: tuple(terms) for key, terms in found.items()}


@cache
def glossary_words(language: str) -> frozenset[str]:
    """Return the folded words of the English ("en") or German ("de") terms; () for another language."""
    if language not in SNOWBALL or language == "nl":
        return frozenset()
    return frozenset(word for row in _terms() for word in Analyzer().words(row[language]))


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


def translated_terms(
    words: Sequence[str], language: str, corpus: CorpusWords = UNKNOWN_CORPUS
) -> tuple[QuestionTerm, ...]:
    """Return the Dutch terms for the words of an English or German question.

    The longest glossary phrase at each place wins. A word that the glossary lacks and the corpus too is taken for a
    misspelling of a glossary word, a German compound of such words, or what the corpus calls it (`corpus.near`).
    What is not found is kept as written, for less.
    """
    known, stops, foreign = glossary(language), stopwords(language), Analyzer(SNOWBALL[language])
    stems = [_known_form(stem, language, known) for stem in foreign.stems(words)]
    terms: list[QuestionTerm] = []
    at = 0
    while at < len(words):
        size = _longest_phrase(stems, at, known)
        if size == 1 and words[at] in stops:
            size = 0
        if size:
            terms += _dutch_forms(known[tuple(stems[at : at + size])], words[at : at + size])
            for inside in range(at, at + size) if size > 1 else ():
                if words[inside] not in stops:
                    terms += _word_of_phrase(words[inside], known.get((stems[inside],), ()))
        elif words[at] not in stops:
            terms += _unknown(words[at], language, _part_lookup(known, foreign), corpus)
        at += max(size, 1)
    return tuple(terms)


def _word_of_phrase(word: str, dutch: Sequence[str]) -> list[QuestionTerm]:
    """Return a word of a translated phrase as written and in Dutch, both for less."""
    translated = (
        [replace(term, weight=term.weight * INSIDE_PHRASE) for term in _dutch_forms(dutch, ())]
        if dutch
        else []
    )
    return [QuestionTerm(((word, 1.0),), KEPT_OF_PHRASE), *translated]


def _known_form(stem: str, language: str, known: Mapping[Phrase, tuple[str, ...]]) -> str:
    """Return a German stem as the glossary has it: without ae, oe, ue for an umlaut, or the -t of a verb."""
    if language != "de" or (stem,) in known:
        return stem
    plain = _german_spelling(stem, known)
    return stem.removesuffix("t") if plain == stem and (stem.removesuffix("t"),) in known else plain


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
        little = stopwords("en") | stopwords("de") | PARTICLES
        said = [word for word in originals if len(originals) == 1 or word not in little]
        same = [(word, kept) for word in said if word not in single]
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


def _unknown(
    word: str, language: str, lookup: Callable[[str], tuple[str, ...]], corpus: CorpusWords
) -> list[QuestionTerm]:
    """Return a word that the glossary lacks as written, with what it may be in Dutch."""
    kept = QuestionTerm(((word, 1.0),), KEPT_FOREIGN)
    parts = split_compound(word, lambda part: bool(lookup(part))) if language == "de" else ()
    if parts:
        return [kept, *(term for part in parts for term in _dutch_forms(lookup(part), ()))]
    if corpus.holds(word):
        return [kept]
    meant = respelled(word, language)
    if meant:
        return _dutch_forms(lookup(meant), (word,))
    near = corpus.near(word)
    if near:
        return [
            QuestionTerm(
                (*((dutch, TRANSLATED * share) for dutch, share in near), (word, 1.0)),
                max(KEPT_FOREIGN, near[0][1]),
            )
        ]
    return [kept]


def respelled(word: str, language: str) -> str | None:
    """Return the glossary word that `word` is a likely misspelling of: of those at the least tolerable distance the one that shares most letters."""
    allowed = tolerated_errors(word) if len(word) >= SHORTEST_RESPELLED else 0
    distances = (
        {other: edit_distance(word, other, allowed) for other in _foreign_words(language)[word[:1]]}
        if allowed
        else {}
    )
    nearest = min(distances.values(), default=allowed + 1)
    if nearest > allowed:
        return None
    likely = [other for other, distance in distances.items() if distance == nearest]
    return max(sorted(likely), key=lambda other: SequenceMatcher(None, word, other).ratio())


@cache
def _foreign_words(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the foreign terms of one word in the glossary, folded, by their first letter."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in _terms():
        for term in row[language].split(";"):
            words = Analyzer().words(term)
            if len(words) == 1 and len(words[0]) >= SHORTEST_RESPELLED - 1:
                found[words[0][:1]].add(words[0])
    return defaultdict(tuple, {letter: tuple(sorted(words)) for letter, words in found.items()})
