"""Sentences of the bundled sources in the reader's language, made by the editors: data, looked up word for word, never guessed.

A text has a translation when each of its lines and sentences has one. Patterns hold lists of subjects or profiles, which have
names of their own in each language, or the name of a programme, which stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from assistant.routes.amounts import listed
from assistant.routes.phrases import all_called
from assistant.types import Language
from knowledge.data_files import read_data
from knowledge.language.analysis import Analyzer
from knowledge.language.expansion import SNOWBALL
from knowledge.language.tokens import sentences

FOLDER = Path(__file__).parent / "translations"

SLOT = re.compile(r"\\\{(\w+)\\\}")
OF_PROFILES = re.compile(r"(Met (?:havo|vwo)): (.+)\.")
"""What a national table says of a diploma: clauses about profiles."""

BETWEEN_NAMES = re.compile(r", | (?:en|of) ")


@cache
def entries() -> Mapping[str, Mapping[str, str]]:
    """Return the translations by Dutch sentence, clause or pattern: those of documents, then those of rules and schemes."""
    found: dict[str, Mapping[str, str]] = {}
    for name in ("documents", "rules"):
        found |= read_data(FOLDER / f"{name}.yaml")
    return found


@lru_cache(maxsize=4_000)
def translation_of(text: str, language: Language) -> str:
    """Return a Dutch text in the reader's language, "" when a part of it has no translation or the reader is Dutch."""
    if language is Language.DUTCH:
        return ""
    lines = [line.strip() for line in text.split("\n")]
    said = [_line(line, language) if line else "" for line in lines]
    if any(line and not translated for line, translated in zip(lines, said, strict=True)):
        return ""
    return "\n".join(said)


def _line(line: str, language: Language) -> str:
    """Return one line, whole or sentence by sentence; "" when one has no translation."""
    whole = _sentence(line, language)
    if whole:
        return whole
    parts = [_sentence(line[one.start : one.end], language) for one in sentences(line)]
    return " ".join(parts) if all(parts) else ""


def _sentence(text: str, language: Language) -> str:
    known = entries().get(text)
    if known is not None:
        return known[language.value]
    about = OF_PROFILES.fullmatch(text)
    if about is not None:
        head = entries()[about.group(1)][language.value]
        clauses = [_pattern(clause, language) for clause in about.group(2).split("; ")]
        return f"{head}: {'; '.join(clauses)}." if all(clauses) else ""
    return _pattern(text, language)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]:
    texts = [key for key in entries() if "{" in key]
    return tuple((re.compile(SLOT.sub(r"(?P<\1>[^;:]+?)", re.escape(key))), entries()[key]) for key in texts)


def _pattern(text: str, language: Language) -> str:
    for pattern, said in _patterns():
        match = pattern.fullmatch(text)
        if match is not None:
            values = {slot: _listed(value, slot, language) for slot, value in match.groupdict().items()}
            return said[language.value].format_map(values)
    return ""


def _listed(value: str, slot: str, language: Language) -> str:
    """Return a list of names in the reader's language; the name of a programme stays as the law writes it."""
    if slot == "programme":
        return value
    names = all_called(BETWEEN_NAMES.split(value), language)
    return listed(names, language, "or" if " of " in value else "and")


@cache
def words_by_stem(language: Language) -> Mapping[str, frozenset[str]]:
    """Return the words of all translations in a language by their stem, folded."""
    found: dict[str, set[str]] = {}
    analyzer = Analyzer(SNOWBALL[language.value])
    for said in entries().values():
        for word in analyzer.words(said[language.value]):
            found.setdefault(analyzer.stem(word), set()).add(word)
    return {stem: frozenset(words) for stem, words in found.items()}
