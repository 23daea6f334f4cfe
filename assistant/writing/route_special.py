"""Which trade is meant by a general one with a special word beside it: "monteur warmtepompen" is no monteur of anything else. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.understanding.told import Wanted
from assistant.writing.route_book import RouteBook
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Occupation

ENDINGS = ("", "en", "s", "nen", "pen", "ten", "sen")
"""What a plural may end in that a compound does not have: warmtepompen, warmtepompmonteur."""

SHORTEST = 4
"""Letters of the shortest word by which a trade is told from others."""


def special_occupation(id_: str, wanted: Wanted, book: RouteBook) -> str:
    """Return the occupation that the whole phrase of an aim means, `id_` where it means no other than the one that was recognised."""
    general = _general(book.occupations[id_], wanted.phrase)
    rest = [word for word in wanted.phrase if word not in general and len(word) >= SHORTEST]
    if not general or not rest:
        return id_
    trade = "".join(general)
    stems = {word.removesuffix(ending) for word in rest for ending in ENDINGS}
    compounds = {f"{stem}{trade}" for stem in stems if len(stem) >= SHORTEST}
    for other, occupation in book.occupations.items():
        if compounds & set(_labels(occupation)):
            return other
    linked = book.link(" ".join(wanted.phrase))
    if linked is None or linked == id_:
        return id_
    names = " ".join(_labels(book.occupations[linked]))
    return linked if all(_stem(word) in names for word in rest) else id_


def _general(occupation: Occupation, phrase: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a phrase that are a whole name of an occupation, and fewer than the phrase; () for none."""
    names = {folded(label) for labels in occupation.labels.values() for label in labels}
    found = (word for word in phrase if word in names)
    first = next(found, "")
    return (first,) if first and len(phrase) > 1 else ()


def _labels(occupation: Occupation) -> list[str]:
    return [folded(label) for labels in occupation.labels.values() for label in labels]


def _stem(word: str) -> str:
    return word.removesuffix("en").removesuffix("s")
