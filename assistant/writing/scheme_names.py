"""Which schemes a question names, as people shorten their names, and the words that are left beside these: pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.types import Language
from assistant.writing.record_scheme import OF_SCHEMES
from knowledge.catalogue.types import Scheme
from knowledge.language.analysis import Analyzer
from knowledge.language.soft import is_soft
from knowledge.language.stopwords import stopwords

LEFT_OUT = frozenset(["regio", "voor", "de", "in"])
"""Words that people leave out of a name: "Ontwikkelfonds Zwolle"."""

BY_EMPLOYERS = re.compile(
    r"\b(?:werkgevers?|bedrijf|bedrijven|ondernemers?|employers?|company|companies|arbeitgeber|unternehmen|betriebe?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """The schemes of a question in its order, each once, and the words of no name."""

    schemes: tuple[Scheme, ...]
    rest: tuple[str, ...]

    def asks_no_more_than(self, known: frozenset[str], language: Language) -> bool:
        """Say whether the words of no name are all `known`, of any scheme, or too small to ask anything."""
        small = stopwords(language.value) | OF_SCHEMES | known
        left = (word for word in self.rest if word not in small and not word.isdigit())
        return all(is_soft(word, language.value) for word in left)


def named_schemes(question: str, schemes: Iterable[Scheme], before: Sequence[str] = ()) -> Named:
    """Return the schemes that a question names, of two names that begin alike the longer one.

    Of two schemes with one name the one that employers apply for is meant where a question speaks of them, or an earlier message.
    """
    words = Analyzer().words(question)
    known = tuple(schemes)
    names = _names(tuple((one.name, *one.synonyms) for one in known))
    found: dict[str, Scheme] = {}
    rest: list[str] = []
    place = 0
    while place < len(words):
        length, number = _longest(names, words, place)
        if number is None:
            rest.append(words[place])
            place += 1
            continue
        found.setdefault(known[number].id, known[number])
        place += length
    is_by_employers = any(BY_EMPLOYERS.search(text) for text in (question, *before))
    chosen = (_of_employers(one, known) if is_by_employers else one for one in found.values())
    return Named(tuple({one.id: one for one in chosen}.values()), tuple(rest))


def _longest(
    names: dict[str, list[tuple[tuple[str, ...], int]]], words: Sequence[str], place: int
) -> tuple[int, int | None]:
    for name, number in names.get(words[place], ()):
        if tuple(words[place : place + len(name)]) == name:
            return len(name), number
    return 0, None


@lru_cache(maxsize=4)
def _names(schemes: tuple[tuple[str, ...], ...]) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """Return the names of schemes by their first word, the longest first, each with the place of its scheme."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for number, named in enumerate(schemes):
        whole = [tuple(Analyzer().words(name)) for name in named]
        short = [tuple(word for word in name if word not in LEFT_OUT) for name in whole]
        for name in dict.fromkeys((*whole, *short)):
            if name:
                found.setdefault(name[0], []).append((name, number))
    return {first: sorted(names, key=lambda one: -len(one[0])) for first, names in found.items()}


def _of_employers(scheme: Scheme, schemes: Iterable[Scheme]) -> Scheme:
    """Return the scheme for employers that is called after a scheme for persons, or the scheme itself."""
    called = (
        one for one in schemes if one.applicant != scheme.applicant and one.name.startswith(scheme.name)
    )
    return next(called, scheme)
