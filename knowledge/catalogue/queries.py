"""What can be asked of the offers: filters, sorting, and the page that answers. Data only."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from knowledge.catalogue.types import Offer


@dataclass(frozen=True, slots=True)
class Near:
    """Within `km` kilometres of a point (degrees, WGS 84), as the crow flies."""

    latitude: float
    longitude: float
    km: float


@dataclass(frozen=True, slots=True)
class OfferFilter:
    """Which offers. Empty fields do not filter; the values of one field are alternatives, fields all hold.

    Fields named in `all_of` ask for all their values instead ("in Enschede and in Deventer"). Words are
    compared without case and accents. `text` is words that all occur in name, provider, field or code.
    """

    level: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    provider: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    field: tuple[str, ...] = ()
    occupation: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    start: tuple[str, ...] = ()
    """Months, "01" to "12"."""
    all_of: frozenset[str] = frozenset()
    near: Near | None = None
    max_months: float | None = None
    max_euro: float | None = None
    starts_from: date | None = None
    """A start on or after this day is stated."""
    text: str = ""

    @property
    def asked(self) -> tuple[str, ...]:
        """The names of the fields that filter, in their order."""
        names = (one.name for one in fields(self) if one.name != "all_of")
        return tuple(name for name in names if getattr(self, name) not in ((), "", None))


class OfferSort(StrEnum):
    """The order of a list; offers of which it is unknown come last, ties go by name and id."""

    NAME = "name"
    CONFIRMED = "confirmed"
    """Those that a source confirms first: the others may no longer exist."""
    PROVIDER = "provider"
    COST = "cost"
    DURATION = "duration"
    START = "start"
    DISTANCE = "distance"
    """From the point of `OfferFilter.near`; by name without one."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All offers that pass a filter.

    `ids` is the complete list in the order asked. `counts` gives per facet how many offers each value
    has when the filter on that facet itself is left open, most frequent first. `unknown` gives per
    field of the filter how many offers pass all the rest and do not state that field.
    """

    filter: OfferFilter
    ids: tuple[str, ...]
    counts: dict[str, tuple[tuple[str, int], ...]]
    unknown: dict[str, int]

    @property
    def total(self) -> int:
        """How many offers pass."""
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class OfferPage:
    """A page of a listing: "offers 1 to 20 of 137"."""

    listing: Listing
    offers: tuple[Offer, ...]
    first: int
    """1-based place of the first offer in the listing; 1 when there is none."""

    @property
    def total(self) -> int:
        """How many offers pass the filter."""
        return self.listing.total


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One field of two to four offers: its values side by side as text, None where unknown."""

    name: str
    values: tuple[str | None, ...]

    @property
    def differs(self) -> bool:
        """Whether the known values are not all the same."""
        return len({value for value in self.values if value is not None}) > 1
