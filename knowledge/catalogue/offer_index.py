"""Filters and exact counts over all offers at once, on arrays: pure, and the same on every database.

Measured on 100,000 offers, a four-facet query with the counts of all ten facets takes some milliseconds;
the same counts as SQL took a full scan per facet. The index is a cache: it is made from the flat form
of the offers in a second, and thrown away when the sources change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.catalogue.facets import FACETS, OfferFacets
from knowledge.catalogue.folding import folded
from knowledge.catalogue.queries import Listing, Near, OfferFilter, OfferSort
from knowledge.catalogue.types import OfferState

Mask = NDArray[np.bool_]
EARTH_KM = 6371.0088
"""Mean radius (IUGG)."""


@dataclass(frozen=True, slots=True)
class _Facet:
    """The values of one facet: pairs (row, value) and the words behind the values."""

    words: tuple[str, ...]
    by_word: dict[str, tuple[int, ...]]
    rows: NDArray[np.int32]
    values: NDArray[np.int32]
    is_known: Mask


class OfferIndex:
    """All offers of one set of versions. Immutable; safe to share between threads."""

    def __init__(self, ids: Sequence[str], facets: Sequence[OfferFacets]) -> None:
        self.ids = tuple(ids)
        self._size = len(self.ids)
        self._facets = {name: self._facet(name, facets) for name in FACETS}
        self._months = _numbers([one.months for one in facets])
        self._euro = _numbers([one.euro for one in facets])
        self._last_start = np.array([max(one.begins, default="") for one in facets], dtype="U10")
        self._first_start = np.array([min(one.begins, default="9999") for one in facets], dtype="U10")
        self._texts = _Words([one.text for one in facets])
        self._names = _ranks([folded(one.name) for one in facets])
        self._providers = _ranks([folded(one.values.get("provider", ("\uffff",))[0]) for one in facets])
        current = [OfferState.CURRENT.value in one.values.get("state", ()) for one in facets]
        self._is_current = np.array(current, dtype=np.bool_)
        points = [(row, *point) for row, one in enumerate(facets) for point in one.points]
        self._points = np.array(points, dtype=np.float64).reshape(-1, 3)
        self._id_ranks = _ranks(self.ids)

    def __len__(self) -> int:
        return self._size

    def listing(self, wanted: OfferFilter, sort: OfferSort = OfferSort.NAME) -> Listing:
        """Return all offers that pass a filter, with the counts of every facet."""
        masks = {name: self._mask(name, wanted) for name in wanted.asked}
        passing = _all(masks.values(), self._size)
        rows = self._sorted(np.flatnonzero(passing), wanted, sort)
        counts = {name: self._counts(name, masks, passing) for name in FACETS}
        unknown = {name: number for name in masks if (number := self._unknown(name, masks))}
        return Listing(wanted, tuple(self.ids[row] for row in rows), counts, unknown)

    def _facet(self, name: str, facets: Sequence[OfferFacets]) -> _Facet:
        codes: dict[str, int] = {}
        rows, values = [], []
        for row, one in enumerate(facets):
            for word in one.values.get(name, ()):
                rows.append(row)
                values.append(codes.setdefault(word, len(codes)))
        by_word: dict[str, tuple[int, ...]] = {}
        for word, code in codes.items():
            by_word[folded(word)] = (*by_word.get(folded(word), ()), code)
        is_known = np.zeros(self._size, dtype=np.bool_)
        is_known[rows] = True
        return _Facet(tuple(codes), by_word, np.array(rows, np.int32), np.array(values, np.int32), is_known)

    def _mask(self, name: str, wanted: OfferFilter) -> Mask:
        match name:
            case "near":
                assert wanted.near is not None
                return self._distances(wanted.near) <= wanted.near.km
            case "max_months":
                return np.asarray(self._months <= (wanted.max_months or 0.0))
            case "max_euro":
                return np.asarray(self._euro <= (wanted.max_euro or 0.0))
            case "starts_from":
                assert wanted.starts_from is not None
                return np.asarray(self._last_start >= wanted.starts_from.isoformat())
            case "text":
                return self._texts.mask(wanted.text)
        return self._facet_mask(self._facets[name], getattr(wanted, name), name in wanted.all_of)

    def _facet_mask(self, facet: _Facet, words: Sequence[str], must_have_all: bool) -> Mask:
        codes = [facet.by_word.get(folded(word), ()) for word in words]
        if not must_have_all:
            return self._having(facet, [code for same in codes for code in same])
        return _all([self._having(facet, same) for same in codes], self._size)

    def _having(self, facet: _Facet, codes: Sequence[int]) -> Mask:
        """Say of each row whether it has any of the values."""
        is_asked = np.zeros(len(facet.words), dtype=np.bool_)
        is_asked[list(codes)] = True
        mask = np.zeros(self._size, dtype=np.bool_)
        mask[facet.rows[is_asked[facet.values]]] = True
        return mask

    def _counts(self, name: str, masks: dict[str, Mask], passing: Mask) -> tuple[tuple[str, int], ...]:
        facet = self._facets[name]
        if name in masks:
            passing = _all([mask for other, mask in masks.items() if other != name], self._size)
        found = np.bincount(facet.values[passing[facet.rows]], minlength=len(facet.words))
        pairs = [(facet.words[code], int(found[code])) for code in np.flatnonzero(found)]
        return tuple(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))

    def _unknown(self, name: str, masks: dict[str, Mask]) -> int:
        others = _all([mask for other, mask in masks.items() if other != name], self._size)
        match name:
            case "near":
                is_known = np.zeros(self._size, dtype=np.bool_)
                is_known[self._points[:, 0].astype(np.int64)] = True
            case "max_months":
                is_known = ~np.isnan(self._months)
            case "max_euro":
                is_known = ~np.isnan(self._euro)
            case "starts_from":
                is_known = self._last_start != ""
            case "text":
                return 0
            case _:
                is_known = self._facets[name].is_known
        return int(np.count_nonzero(others & ~is_known))

    def _distances(self, near: Near) -> NDArray[np.float64]:
        """Return the kilometres to each offer's nearest place (haversine), infinite where unknown."""
        latitude, longitude = np.radians(self._points[:, 1]), np.radians(self._points[:, 2])
        here, east = np.radians(near.latitude), np.radians(near.longitude)
        half = (
            np.sin((latitude - here) / 2) ** 2
            + np.cos(latitude) * np.cos(here) * np.sin((longitude - east) / 2) ** 2
        )
        km = 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
        nearest = np.full(self._size, np.inf)
        np.minimum.at(nearest, self._points[:, 0].astype(np.int64), km)
        return nearest

    def _sorted(self, rows: NDArray[np.int64], wanted: OfferFilter, sort: OfferSort) -> NDArray[np.int64]:
        keys: list[NDArray[np.generic]] = [self._id_ranks[rows], self._names[rows]]
        match sort:
            case OfferSort.CONFIRMED:
                keys.append(~self._is_current[rows])
            case OfferSort.PROVIDER:
                keys.append(self._providers[rows])
            case OfferSort.COST:
                keys.append(np.nan_to_num(self._euro[rows], nan=np.inf))
            case OfferSort.DURATION:
                keys.append(np.nan_to_num(self._months[rows], nan=np.inf))
            case OfferSort.START:
                keys.append(self._first_start[rows])
            case OfferSort.DISTANCE if wanted.near is not None:
                keys.append(self._distances(wanted.near)[rows])
        return np.asarray(rows[np.lexsort(keys)])


class _Words:
    """Texts in which words are looked for; equal texts are looked at once."""

    def __init__(self, texts: Sequence[str]) -> None:
        unique: dict[str, int] = {}
        self._of_row = np.array([unique.setdefault(text, len(unique)) for text in texts], dtype=np.int64)
        self._texts = tuple(f" {text}" for text in unique)

    def mask(self, words: str) -> Mask:
        """Say of each row whether every word begins some word of its text."""
        asked = [f" {word}" for word in folded(words).split()]
        hit = np.array([all(word in text for word in asked) for text in self._texts], dtype=np.bool_)
        return hit[self._of_row] if len(hit) else np.zeros(0, dtype=np.bool_)


def _all(masks: Iterable[Mask], size: int) -> Mask:
    passing = np.ones(size, dtype=np.bool_)
    for mask in masks:
        passing &= mask
    return passing


def _numbers(values: Sequence[float | None]) -> NDArray[np.float64]:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _ranks(words: Sequence[str]) -> NDArray[np.int64]:
    """Return for each word its place in sorted order, equal words alike."""
    order = {word: rank for rank, word in enumerate(sorted(set(words)))}
    return np.array([order[word] for word in words], dtype=np.int64)
