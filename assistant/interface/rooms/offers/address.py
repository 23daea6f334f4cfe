"""What a person looks for among the offers, as the address of the page says it: pure, both ways.

Everything that is looked for stands in the address, so that a page can be shared, bookmarked and gone back to. What an
address holds that means nothing is left out, never an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from knowledge.catalogue.gazetteer import Gazetteer
from knowledge.catalogue.queries import Near, OfferFilter, OfferSort
from knowledge.catalogue.types import OfferState

PATH = "/opleidingen"

PARAMETERS: Mapping[str, str] = {
    "kind": "soort",
    "level": "niveau",
    "mode": "vorm",
    "field": "richting",
    "provider": "school",
    "place": "plaats",
    "start": "maand",
    "language": "voertaal",
    "state": "toestand",
    "occupation": "beroep",
}
"""The facets that can be chosen, in the order of the form, with their names in the address."""

ALIVE = (OfferState.CURRENT.value, OfferState.UNCONFIRMED.value)
"""The states that are listed where none is asked: an ended offer is shown to who asks for it."""

DISTANCES = (5, 10, 25, 50, 100)
USUAL_KM = 25
"""Kilometres where none are asked: about half an hour by car or an hour by bus."""

MOST_VALUES, LONGEST_VALUE, LONGEST_WORDS = 20, 120, 200
"""Bounds on what an address may ask: more values of a facet, or longer ones, is nobody's wish."""

MOST_NUMBER = 1_000_000

SORTS: Mapping[str, OfferSort] = {
    "bevestigd": OfferSort.CONFIRMED,
    "naam": OfferSort.NAME,
    "afstand": OfferSort.DISTANCE,
    "duur": OfferSort.DURATION,
    "kosten": OfferSort.COST,
}
"""The orders that can be chosen, by their names in the address."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for. Empty fields do not limit; `facets` holds the chosen values per facet."""

    words: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    near: str = ""
    km: int = USUAL_KM
    most_months: int | None = None
    most_euro: int | None = None
    sort: str = "bevestigd"
    page: int = 1
    is_map: bool = False

    def __post_init__(self) -> None:
        """Keep the facets that have values, in the order of the form."""
        kept = {name: tuple(self.facets[name]) for name in PARAMETERS if self.facets.get(name)}
        object.__setattr__(self, "facets", kept)

    def values(self, facet: str) -> tuple[str, ...]:
        """Return the chosen values of a facet."""
        return self.facets.get(facet, ())

    def choosing(self, facet: str, values: Iterable[str]) -> Search:
        """Return the search with other values of a facet, on its first page."""
        return replace(self, facets={**self.facets, facet: tuple(dict.fromkeys(values))}, page=1)

    @property
    def is_empty(self) -> bool:
        """Whether nothing limits the list."""
        numbers = (self.most_months, self.most_euro)
        return not (self.words or self.facets or self.near) and numbers == (None, None)


def automatic_sort(near: str) -> str:
    """Return the order where none is chosen: the nearest first around a place, else what is confirmed first."""
    return "afstand" if near else "bevestigd"


def search_of(pairs: Iterable[tuple[str, str]]) -> Search:
    """Return the search that the parameters of an address say; of single values the last counts."""
    many: dict[str, list[str]] = {}
    for name, value in pairs:
        text = " ".join(value.split())
        if text:
            many.setdefault(name, []).append(text)
    one = {name: values[-1] for name, values in many.items()}
    facets = {
        facet: tuple(dict.fromkeys(value for value in many.get(name, ()) if len(value) <= LONGEST_VALUE))
        for facet, name in PARAMETERS.items()
    }
    near = one.get("bij", "")[:LONGEST_VALUE]
    km = _number(one.get("km", "")) if near else None  # without a place no distance is meant
    return Search(
        words=one.get("q", "")[:LONGEST_WORDS],
        facets={facet: values[:MOST_VALUES] for facet, values in facets.items()},
        near=near,
        km=min(km or USUAL_KM, DISTANCES[-1]),
        most_months=_number(one.get("maanden", "")),
        most_euro=_number(one.get("euro", "")),
        sort=one["volgorde"] if one.get("volgorde") in SORTS else automatic_sort(one.get("bij", "")),
        page=_number(one.get("pagina", "")) or 1,
        is_map=one.get("weergave") == "kaart",
    )


def pairs_of(search: Search) -> tuple[tuple[str, str], ...]:
    """Return the parameters that say a search, without those that say what holds anyway."""
    found = [("q", search.words)] if search.words else []
    found += [(PARAMETERS[facet], value) for facet, values in search.facets.items() for value in values]
    if search.near:
        found += [("bij", search.near), ("km", str(search.km))]
    if search.most_months is not None:
        found.append(("maanden", str(search.most_months)))
    if search.most_euro is not None:
        found.append(("euro", str(search.most_euro)))
    if search.sort != automatic_sort(search.near):
        found.append(("volgorde", search.sort))
    if search.is_map:
        found.append(("weergave", "kaart"))
    if search.page > 1:
        found.append(("pagina", str(search.page)))
    return tuple(found)


def address_of(search: Search) -> str:
    """Return the address of the page that shows a search."""
    pairs = pairs_of(search)
    return f"{PATH}?{urlencode(pairs, errors='replace')}" if pairs else PATH


def filter_of(search: Search, gazetteer: Gazetteer, words: str | None = None) -> OfferFilter:
    """Return the filter for the catalogue; `words` are looked for instead of the typed ones.

    A place that the gazetteer does not know cannot limit: the page says so.
    """
    point = gazetteer.point(search.near) if search.near else None
    return OfferFilter(
        kind=search.values("kind"),
        level=search.values("level"),
        mode=search.values("mode"),
        field=search.values("field"),
        provider=search.values("provider"),
        place=search.values("place"),
        start=search.values("start"),
        language=search.values("language"),
        state=search.values("state") or ALIVE,
        occupation=search.values("occupation"),
        near=Near(*point, float(search.km)) if point else None,
        max_months=None if search.most_months is None else float(search.most_months),
        max_euro=None if search.most_euro is None else float(search.most_euro),
        text=search.words if words is None else words,
    )


def limits_of(search: Search) -> tuple[str, ...]:
    """Return the names of what limits a search: "words", facets, "near", "months", "euro"."""
    others = {
        "words": bool(search.words),
        **dict.fromkeys(search.facets, True),
        "near": bool(search.near),
        "months": search.most_months is not None,
        "euro": search.most_euro is not None,
    }
    return tuple(name for name, limits in others.items() if limits)


def without(search: Search, limit: str) -> Search:
    """Return the search without one of its limits, on its first page."""
    first = replace(search, page=1)
    match limit:
        case "words":
            return replace(first, words="")
        case "near":
            return replace(
                first, near="", sort=automatic_sort("") if search.sort == "afstand" else search.sort
            )
        case "months":
            return replace(first, most_months=None)
        case "euro":
            return replace(first, most_euro=None)
    return first.choosing(limit, ())


def _number(text: str) -> int | None:
    """Return a whole number of plain digits from 1 up, None for anything else; a point between thousands may stand."""
    digits = text.replace(".", "").removesuffix(",00")
    if not digits.isascii() or not digits.isdigit() or len(digits) > len(str(MOST_NUMBER)):
        return None
    return int(digits) or None
