"""The catalogue as the rest of the system sees it: a seam, free of any database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from knowledge.catalogue.queries import ComparedField, Listing, OfferFilter, OfferPage, OfferSort
from knowledge.catalogue.rules import Rule
from knowledge.catalogue.types import Figure, Occupation, Offer, Organisation, Scheme, Skill
from knowledge.catalogue.validity import SchemeNeed, SchemeState, Shelf


class Catalogue(Protocol):
    """All records that a reader may see, in one state: nothing changes while it is held.

    Records of one thing from several sources come as one record with all statements, ranked.
    """

    def listing(self, wanted: OfferFilter, sort: OfferSort = OfferSort.NAME) -> Listing:
        """Return all offers that pass a filter, with exact counts per facet."""
        ...

    def page(
        self, wanted: OfferFilter, sort: OfferSort = OfferSort.NAME, first: int = 1, size: int = 20
    ) -> OfferPage:
        """Return the offers from place `first` (1-based) on, at most `size`, with the listing they are of."""
        ...

    def offers(self, ids: Sequence[str]) -> tuple[Offer, ...]:
        """Return offers by id in the order asked; unknown ids are left out."""
        ...

    def all_offers(self) -> tuple[Offer, ...]:
        """Return every offer, by id."""
        ...

    def compare(self, ids: Sequence[str]) -> tuple[ComparedField, ...]:
        """Return two to four offers field by field. Raises `ValueError` for another number of known ids."""
        ...

    def more_like_this(self, offer_id: str, limit: int = 5) -> tuple[Offer, ...]:
        """Return the offers most like one, the most alike first; empty for an unknown id."""
        ...

    def follows_on(self, offer_id: str) -> tuple[Offer, ...]:
        """Return the offers that come after one: those that it names, then those that admit its diploma."""
        ...

    def leads_to(self, occupation_id: str) -> tuple[Offer, ...]:
        """Return the offers that lead to an occupation."""
        ...

    def occupations(self, text: str = "", limit: int = 20) -> tuple[Occupation, ...]:
        """Return occupations by any of their names, the best match first; all of them for an empty text."""
        ...

    def skills(self, occupation: Occupation) -> tuple[Skill, ...]:
        """Return the skills of an occupation that are records, in its order."""
        ...

    def schemes(self) -> tuple[Scheme, ...]:
        """Return every scheme, ended ones too, by id."""
        ...

    def schemes_open(self, today: date, need: SchemeNeed) -> tuple[tuple[Scheme, SchemeState], ...]:
        """Return the schemes that fit and have not ended on a day, open ones first."""
        ...

    def rules(self, today: date | None = None) -> tuple[Rule, ...]:
        """Return the national rules; with a day those in force on it."""
        ...

    def organisations(self) -> tuple[Organisation, ...]:
        """Return every organisation, by id."""
        ...

    def figures(self, indicator: str = "", region: str = "", period: str = "") -> tuple[Figure, ...]:
        """Return the figures whose indicator holds all words asked, of a region and a period."""
        ...

    def stale(self, today: date) -> tuple[Shelf, ...]:
        """Return what needs checking on a day, never checked first, then the oldest first."""
        ...

    def counts(self) -> dict[str, int]:
        """Return how many records of each kind there are, each once."""
        ...
