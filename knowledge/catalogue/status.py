"""What the catalogue holds, in numbers."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from knowledge.catalogue.queries import OfferFilter
from knowledge.catalogue.records import Catalogue
from knowledge.catalogue.types import Offer
from knowledge.catalogue.validity import rules_in_force, scheme_state


def status_of(catalogue: Catalogue, today: date) -> dict[str, Any]:
    """Return counts per kind, offers by kind and level, schemes by state, and the share of known fields.

    An entry rule is known when the offer states one, or when a national rule of its kind is in force.
    """
    offers = catalogue.all_offers()
    counts = catalogue.listing(OfferFilter()).counts
    kinds = {kind for rule in rules_in_force(catalogue.rules(), today) for kind in rule.kinds}
    states = Counter(scheme_state(scheme, today).value for scheme in catalogue.schemes())
    return {
        "records": catalogue.counts(),
        "offers_by_kind": dict(counts["kind"]),
        "offers_by_level": dict(counts["level"]),
        "offers_by_state": dict(counts["state"]),
        "schemes_by_state": dict(sorted(states.items())),
        "known": {
            "duration": _share(offers, [offer.duration_months.is_known for offer in offers]),
            "cost": _share(offers, [offer.costs.is_known for offer in offers]),
            "own_entry_rule": _share(offers, [offer.rule.is_known for offer in offers]),
            "entry_rule": _share(
                offers, [offer.rule.is_known or offer.kind.value in kinds for offer in offers]
            ),
        },
        "disputed_offers": sum(_is_disputed(offer) for offer in offers),
        "stale": len(catalogue.stale(today)),
        "today": today.isoformat(),
    }


def _share(offers: tuple[Offer, ...], known: list[bool]) -> float:
    return round(sum(known) / len(offers), 3) if offers else 0.0


def _is_disputed(offer: Offer) -> bool:
    facts = (offer.name, offer.duration_months, offer.costs, offer.ects, offer.rule, offer.level)
    return any(fact.is_disputed for fact in facts)
