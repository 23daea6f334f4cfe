"""Schools that only the offers name: those of a catalogue of somebody's own, of which no record of an organisation was made. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Organisation
from knowledge.data_files import read_data
from knowledge.language.real_words import real_words

_DATA = Path(__file__).parent / "providers.yaml"

KIND = "school"
"""The kind of organisation that somebody is who gives programmes and of whom nothing else is known."""

SHORTEST_PART = 4
"""Letters of the shortest word that tells which school is meant."""

LANGUAGES = ("nl", "en", "de")


def schools_of_offers(
    providers: Iterable[str], known: Iterable[Organisation], taken: Iterable[str]
) -> tuple[Organisation, ...]:
    """Return an organisation for each name of a provider that none of `known` has, with the telling parts of it as other names.

    Its id is the name, as an offer has it. A part is of one provider alone, no word of people and none of `taken`: folded
    words of programmes, fields and places. What has no capital is a description ("erkende aanbieders") and no name.
    """
    recorded = tuple(known)
    called = {folded(name) for one in recorded for name in (one.id, one.name, *one.synonyms)}
    names = [name for name in dict.fromkeys(providers) if folded(name) not in called and _is_name(name)]
    elsewhere = frozenset(word for name in called for word in name.split()).union(taken)
    parts = {name: [one for one in _parts(name) if not _is_taken(one, elsewhere)] for name in names}
    shared = Counter(part for found in parts.values() for part in found)
    return tuple(
        Organisation(name, name, KIND, synonyms=tuple(part for part in parts[name] if shared[part] == 1))
        for name in names
    )


def says_it_is_a_school(name: str) -> bool:
    """Say whether a name has a word that says what sort of school it is ("Hogeschool Lindewaard")."""
    return not _kinds().isdisjoint(folded(name).split())


def telling_parts(name: str) -> tuple[str, ...]:
    """Return the folded words of the name of a school that tell which it is, () where all say what it is."""
    return tuple(word for word in folded(name).split() if word not in _kinds() and len(word) >= SHORTEST_PART)


def _is_name(name: str) -> bool:
    return any(word[:1].isupper() for word in name.split())


def _parts(name: str) -> Iterator[str]:
    """Yield the shorter names of a school: without the words around it that say what it is, then each word that tells which it is."""
    words = folded(name).split()
    rest = list(words)
    while rest and rest[0] in _kinds():
        rest = rest[1:]
    while rest and rest[-1] in _kinds():
        rest = rest[:-1]
    yield from dict.fromkeys(
        text for text in (" ".join(rest), *rest) if text not in _kinds() and len(text) >= SHORTEST_PART
    )


def _is_taken(part: str, elsewhere: frozenset[str]) -> bool:
    """Say whether a single word means something else too; of several words together that is not so."""
    if " " in part:
        return False
    return part in elsewhere or any(part in real_words(language) for language in LANGUAGES)


@cache
def _kinds() -> frozenset[str]:
    raw: dict[str, list[str]] = read_data(_DATA)
    return frozenset(map(folded, raw["kinds"]))
