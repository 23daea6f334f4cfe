"""A question in another language meets a Dutch sentence in the words of its translation too, where it has one. Pure.

So "call" is met by a telephone number of which the translation says "call", and a word without a sense in any translation
stays a word that no source has.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.types import Language, Request
from assistant.writing.candidates import Candidate
from assistant.writing.translated import translation_of, words_by_stem
from knowledge.language.analysis import Analyzer
from knowledge.language.expansion import SNOWBALL
from knowledge.language.stopwords import stopwords
from knowledge.types import QuestionWord

LITTLE = frozenset(
    [
        "up",
        "off",
        "out",
        "down",
        "in",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "ein",
        "eine",
        "einen",
        "eins",
        "zwei",
        "drei",
        "vier",
        "funf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwolf",
    ]
)
"""Numbers in words and particles of verbs ("sign up"): to meet one says nothing of what is asked."""

SAME, OF_ONE_STEM = 1.0, 0.95
"""How alike a word of the question is to itself in a translation, and to another form of it."""


def with_translated_words(request: Request) -> Request:
    """Return the request with each word of a foreign question met by itself in translations."""
    if request.language is Language.DUTCH or not request.words:
        return request
    analyzer = Analyzer(SNOWBALL[request.language.value])
    little = LITTLE | stopwords(request.language.value)
    asked = frozenset(analyzer.words(request.standalone_question)) - little
    return replace(
        request,
        words=tuple(_met_by_itself(word, asked, request.language, analyzer) for word in request.words),
    )


def _met_by_itself(
    word: QuestionWord, asked: frozenset[str], language: Language, analyzer: Analyzer
) -> QuestionWord:
    known = words_by_stem(language)
    likeness = dict(word.likeness)
    for form in asked.intersection(word.forms):
        for other in known.get(analyzer.stem(form), ()):
            likeness[other] = max(likeness.get(other, 0.0), SAME if other == form else OF_ONE_STEM)
    return replace(word, likeness=likeness)


def with_translations(
    candidates: Iterable[Candidate], language: Language, analyzer: Analyzer
) -> tuple[Candidate, ...]:
    """Return the candidates with the words of their translations beside their own."""
    if language is Language.DUTCH:
        return tuple(candidates)
    return tuple(
        replace(one, words=one.words | frozenset(analyzer.words(said)))
        if (said := translation_of(one.text, language))
        else one
        for one in candidates
    )
