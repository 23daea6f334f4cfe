"""What somebody wants to do, told by the thing it is done to or by the trade: "fietsen repareren", "leren behangen". Pure.

Nobody who wants to repair bicycles knows that the programme is called Fietstechnicus. Data: data/activities.yaml, whose rows name
fields of study and programmes as the catalogue does; a row of which the catalogue has none is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from knowledge.catalogue.folding import folded
from knowledge.data_files import read_data

_DATA = Path(__file__).parent / "data" / "activities.yaml"

Words = tuple[str, ...]

FARTHEST = 3
"""Words that may stand between a thing and what is done to it ("fietsen leren repareren", "repareren van oude fietsen")."""

NEAR = 4
"""Words before a trade, or the one after it, among which a word of wishing makes it one that is wanted."""


@dataclass(frozen=True, slots=True)
class Activity:
    """A stretch of words (`start` to `end`, exclusive) that says what somebody wants to do, and the names of what teaches it."""

    start: int
    end: int
    taught_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    taught_by: tuple[str, ...]
    verbs: frozenset[str]
    is_special: bool


@dataclass(frozen=True, slots=True)
class Activities:
    """The activities of which a catalogue knows who teaches them. Immutable."""

    things: Mapping[Words, tuple[_Row, ...]]
    trades: Mapping[Words, tuple[str, ...]]
    wishing: frozenset[str]
    owning: frozenset[str]
    between: frozenset[str]
    words: frozenset[str]
    """All words of things, verbs and trades: they are spelled right."""

    def at(self, words: Sequence[str], place: int) -> Activity | None:
        """Return the activity that begins at a place of folded words, the longest thing first; None where none does."""
        return self._of_thing(words, place) or self._of_verb(words, place) or self._of_trade(words, place)

    def _of_thing(self, words: Sequence[str], place: int) -> Activity | None:
        """Find "fietsen (en scooters) (leren) repareren": a thing or several, and soon after it what is done to it."""
        if not self._thing_at(words, place) or (place and words[place - 1] in self.owning):
            return None
        things = self._things_from(words, place)
        after = things[-1][1]
        for end in range(after, min(after + FARTHEST + 1, len(words))):
            taught = [self._taught(tuple(words[first:last]), words[end]) for first, last in things]
            found = tuple(dict.fromkeys(name for some in taught for name in some))
            if all(taught) and found:
                return Activity(place, end + 1, found)
            if words[end] not in self.between:
                return None
        return None

    def _of_verb(self, words: Sequence[str], place: int) -> Activity | None:
        """Find "repair (old) bikes", "repareren van fietsen": what is done, and soon after it to what."""
        for start in range(place + 1, min(place + FARTHEST + 2, len(words))):
            length = 0 if words[start - 1] in self.owning else self._thing_at(words, start)
            found = self._taught(tuple(words[start : start + length]), words[place]) if length else ()
            if found:
                return Activity(place, start + length, found)
            if words[start] not in self.between:
                return None
        return None

    def _of_trade(self, words: Sequence[str], place: int) -> Activity | None:
        """Find "leren behangen": a trade with a word of wishing near it."""
        for length in (2, 1):
            taught = self.trades.get(tuple(words[place : place + length]))
            around = (*words[max(0, place - NEAR) : place], *words[place + length : place + length + 1])
            if taught and self.wishing.intersection(around):
                return Activity(place, place + length, taught)
        return None

    def _things_from(self, words: Sequence[str], place: int) -> list[tuple[int, int]]:
        """Return where the things begin and end that stand from a place on, with a word like "en" between them."""
        found = [(place, place + self._thing_at(words, place))]
        while (joint := found[-1][1]) + 1 < len(words) and words[joint] in AND:
            length = self._thing_at(words, joint + 1)
            if not length:
                break
            found.append((joint + 1, joint + 1 + length))
        return found

    def _thing_at(self, words: Sequence[str], place: int) -> int:
        """Return how many words a thing takes that begins at a place, 0 where none does."""
        return next((n for n in (4, 3, 2, 1) if tuple(words[place : place + n]) in self.things), 0)

    def _taught(self, thing: Words, verb: str) -> tuple[str, ...]:
        rows = [row for row in self.things[thing] if verb in row.verbs]
        special = [row for row in rows if row.is_special]
        return next((row.taught_by for row in special or rows), ())


AND = frozenset(["en", "of", "and", "or", "und", "oder"])
"""Words between two things of which the same is done."""

NO_ACTIVITIES = Activities({}, {}, *([frozenset()] * 4))


def activities_of(known: Iterable[str]) -> Activities:
    """Return the activities that are taught by one of the fields and programmes of which the folded names are `known`."""
    return _activities_of(frozenset(known) & all_taught())


@lru_cache(maxsize=4)
def _activities_of(known: frozenset[str]) -> Activities:
    raw = _raw()
    doing = frozenset(map(folded, raw["doing"]))
    rows = [(fields, things, doing, False) for fields, things in raw["things"].items()]
    rows += [
        (one["fields"], one["things"], frozenset(map(folded, one["verbs"])), True) for one in raw["only_with"]
    ]
    things: dict[Words, tuple[_Row, ...]] = {}
    for fields, texts, verbs, is_special in rows:
        taught = _known_of(fields, known)
        for thing in dict.fromkeys(tuple(folded(text).split()) for text in texts) if taught else ():
            things[thing] = (*things.get(thing, ()), _Row(taught, verbs, is_special))
    trades = {
        tuple(folded(text).split()): taught
        for fields, texts in raw["trades"].items()
        if (taught := _known_of(fields, known))
        for text in texts
    }
    verbs = frozenset(verb for some in things.values() for row in some for verb in row.verbs)
    spelled = verbs | {word for phrase in (*things, *trades) for word in phrase}
    wishing, owning, between = (
        frozenset(map(folded, raw[name])) for name in ("wishing", "owning", "between")
    )
    return Activities(things, trades, wishing, owning, between, spelled)


def _known_of(fields: str, known: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in map(folded, fields.split(" + ")) if name in known)


@cache
def _raw() -> Mapping[str, Any]:
    raw: Mapping[str, Any] = read_data(_DATA)
    return raw


@cache
def all_taught() -> frozenset[str]:
    """Return the folded names of the fields and programmes that the rows name."""
    raw = _raw()
    named = (*raw["things"], *raw["trades"], *(one["fields"] for one in raw["only_with"]))
    return frozenset(folded(name) for each in named for name in each.split(" + "))
