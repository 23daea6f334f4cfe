"""Searches for programmes, made from the bundled records: a field or a name, with or without school, place, form and level.

Each is one message, worded from a file of wordings with slots (`datasets/search_wordings.yaml`); names are shortened and misspelled as
people do. What is expected is what the records say: the programmes that fit all that was asked, or that there are none. Drawn with a seed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from assistant.types import Answer, Language, Outcome
from knowledge.catalogue.folding import folded
from knowledge.catalogue.merging import plain_name
from knowledge.catalogue.queries import OfferFilter
from knowledge.catalogue.types import Offer, OfferState
from knowledge.data_files import read_data
from knowledge.store.catalogue import StoredCatalogue

WORDINGS = Path(__file__).parent / "datasets" / "search_wordings.yaml"

LANGUAGES = (Language.DUTCH, Language.DUTCH, Language.DUTCH, Language.ENGLISH, Language.GERMAN)
FEWEST_OF_A_FIELD = 2
"""Programmes of a field from which it is drawn."""

SHORTENED, MISSPELLED = 0.4, 0.25
"""Shares of long names that are shortened, and of subjects with one typing error."""

FEWEST_WORDS, FEWEST_LETTERS = 3, 8
"""Words of a name from which it is shortened to two of them, and letters of a word from which it is misspelled."""

ALIVE = (OfferState.CURRENT.value, OfferState.UNCONFIRMED.value)
NONE = re.compile(r"\b(?:geen|niet|0 gevonden|none|no|not|keine?n?|nicht)\b", re.IGNORECASE)
"""By these an answer says that there is nothing of what was asked."""


class Programmes:
    """The offers that are drawn from, and which of them fit a filter: a seam to the catalogue."""

    def __init__(
        self,
        offers: Sequence[Offer],
        schools: Mapping[str, str],
        fitting: Callable[[OfferFilter], Sequence[str]],
    ) -> None:
        self.offers = {one.id: one for one in offers if one.name.value}
        self.schools = schools
        self._fitting = fitting

    @classmethod
    def of(cls, catalogue: StoredCatalogue) -> Programmes:
        """Return the programmes of a catalogue that have not ended."""
        alive = catalogue.listing(OfferFilter(state=ALIVE)).ids
        schools = {one.id: one.name for one in catalogue.organisations()}
        return cls(catalogue.offers(alive), schools, lambda wanted: catalogue.listing(wanted).ids)

    def fitting(self, wanted: OfferFilter) -> frozenset[str]:
        """Return the ids of the offers that fit a filter and have not ended."""
        return frozenset(self._fitting(replace(wanted, state=ALIVE)))

    def called(self, name: str) -> frozenset[str]:
        """Return the ids of the offers in whose name all words of a name stand."""
        words = set(folded(name).split())
        return frozenset(
            id_ for id_, one in self.offers.items() if words <= set(folded(one.name.value or "").split())
        )


@dataclass(frozen=True, slots=True)
class Search:
    """A message, and the offers that fit it; those that fit all but the place and the school, where none fits."""

    kind: str
    language: Language
    text: str
    fitting: frozenset[str]
    about: frozenset[str]


def searches(programmes: Programmes, wordings: Mapping[str, Any], count: int, seed: int) -> Iterator[Search]:
    """Yield `count` searches, drawn with a seed."""
    draw = random.Random(seed)  # noqa: S311 - draws questions
    kinds = [kind for kind in wordings if kind in SLOTS]
    while count:
        search = _drawn(programmes, wordings, draw.choice(kinds), draw)
        if search is not None:
            count -= 1
            yield search


SLOTS = {
    "field": (),
    "field_place": ("place",),
    "field_school": ("school",),
    "field_mode": ("mode",),
    "field_level": ("level",),
    "field_place_mode": ("place", "mode"),
    "field_level_place": ("level", "place"),
    "name": (),
    "name_school": ("school",),
    "name_place": ("place",),
    "name_mode": ("mode",),
    "name_school_mode": ("school", "mode"),
    "school_level_field": ("school", "level"),
}
"""What limits a search of each kind, besides its field or name."""


def _drawn(
    programmes: Programmes, wordings: Mapping[str, Any], kind: str, draw: random.Random
) -> Search | None:
    """Return a search that is about an offer, None where that lacks what the kind of search asks."""
    language, offer = (
        draw.choice(LANGUAGES),
        draw.choice(sorted(programmes.offers.values(), key=lambda one: one.id)),
    )
    words = wordings["words"][language.value]
    is_named = kind.startswith("name")
    subject = (
        _short(plain_name(offer.name.value or ""), draw) if is_named else _field_of(offer, programmes, draw)
    )
    values, wanted = dict[str, str](), OfferFilter()
    for slot in SLOTS[kind]:
        limit = _limit(offer, slot, programmes, words, wanted)
        if limit is None:
            return None
        values[slot], wanted = limit
    if not subject:
        return None
    spoken = words["field"].get(subject, [subject]) if not is_named else [subject]
    written = _typed(draw.choice(spoken), draw)
    text = draw.choice(wordings[kind][language.value]).format_map(
        {**values, "name": written, "field": written}
    )
    about = programmes.called(subject) | programmes.fitting(OfferFilter(field=(subject.lower(),)))
    return Search(kind, language, text, about & programmes.fitting(wanted), about)


def _field_of(offer: Offer, programmes: Programmes, draw: random.Random) -> str:
    fields = [
        one
        for one in offer.fields.value or ()
        if len(programmes.fitting(OfferFilter(field=(one,)))) >= FEWEST_OF_A_FIELD
    ]
    return draw.choice(fields) if fields else ""


def _limit(
    offer: Offer, slot: str, programmes: Programmes, words: Mapping[str, Any], wanted: OfferFilter
) -> tuple[str, OfferFilter] | None:
    """Return how a limit is written that holds for an offer, and the filter with it; None where it is not known of that."""
    match slot:
        case "place":
            places = [one.name for one in offer.places.value or ()]
            return (places[0], replace(wanted, place=(places[0],))) if places else None
        case "school":
            id_ = offer.provider.value or ""
            known = programmes.schools.get(id_)
            return (known, replace(wanted, provider=(id_,))) if known else None
        case "mode":
            mode = offer.mode.value.value if offer.mode.value else ""
            return (words["mode"][mode], replace(wanted, mode=(mode,))) if mode in words["mode"] else None
    level, kind = offer.level.value or "", offer.kind.value
    if level in words["level"]:
        return words["level"][level], replace(wanted, level=(level,))
    return (words["kind"][kind], replace(wanted, kind=(kind,))) if kind in words["kind"] else None


def _short(name: str, draw: random.Random) -> str:
    """Return a name as people say it: a long one by two of its words, in order."""
    words = [word for word in name.split() if len(word) > 1]
    if len(words) < FEWEST_WORDS or draw.random() > SHORTENED:
        return name
    pairs = [pair for pair in combinations(words, 2) if all(len(word) > FEWEST_WORDS for word in pair)]
    return " ".join(draw.choice(pairs)) if pairs else name


def _typed(text: str, draw: random.Random) -> str:
    """Return a subject as it is typed: in lower case or not, and sometimes with two letters swapped or one left out."""
    words = text.split()
    long = [place for place, word in enumerate(words) if len(word) >= FEWEST_LETTERS and word.isalpha()]
    if long and draw.random() < MISSPELLED:
        place = draw.choice(long)
        word, at = words[place], draw.randrange(2, len(words[place]) - 2)
        swapped = f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"
        words[place] = draw.choice((swapped, word[:at] + word[at + 1 :]))
    typed = " ".join(words)
    return typed if draw.random() < SHORTENED else typed.lower()


def fault_of(search: Search, answer: Answer) -> str:
    """Return what is wrong with an answer to a search, "" when nothing is."""
    told = frozenset(one.id for one in answer.records if one.kind == "offer")
    if not search.fitting:
        if answer.outcome is Outcome.REFUSED or (told <= search.about and NONE.search(answer.text)):
            return ""
        return "names what was not asked"
    if answer.outcome not in (Outcome.ANSWERED, Outcome.PARTLY) or not told:
        return "turned away" if answer.outcome is Outcome.REFUSED else "tells of no programme"
    if not told & search.fitting:
        return "names other programmes"
    return (
        "names what was not asked as well" if len(told - search.fitting) > len(told & search.fitting) else ""
    )


def wordings(path: Path = WORDINGS) -> Mapping[str, Any]:
    """Return the wordings of a file by kind and language, with `words`: how limits and fields are written."""
    found: Mapping[str, Any] = read_data(path)
    return found
