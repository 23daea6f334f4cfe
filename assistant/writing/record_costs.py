"""Citations of what an offer costs: each amount where its words are, since sources may give different ones."""

from __future__ import annotations

from assistant.writing.record_citing import Key, RecordCiter
from assistant.writing.record_desk import Desk
from knowledge.catalogue.facts import Provenance
from knowledge.catalogue.lengths import cents
from knowledge.catalogue.types import Cost, Offer

FEE = "wettelijk collegegeld"
LABELS = ("Kosten",)


def fee_records(desk: Desk) -> list[Key]:
    """Return the records of the statutory fee, one per study year and source."""
    return [("figure", figure.id) for figure in desk.catalogue.figures(FEE)]


def cite_cost(
    offer: Offer, cost: Cost, year: str, about: Provenance, desk: Desk, citer: RecordCiter
) -> tuple[int, ...]:
    """Cite an amount of a study year: the offer's own record when its words hold it, else the statutory fee that does."""
    amount = cents(cost.euro.high).replace(".", ",")
    key: Key = ("offer", offer.id)
    if not citer.holds(key, f"Kosten: {amount} "):
        fees = desk.catalogue.figures(FEE, period=year)
        key = next((("figure", fee.id) for fee in fees if fee.value == cost.euro.high), key)
    return citer.cite(key, LABELS, about, amount)
