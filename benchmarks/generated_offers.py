"""A seeded generator of synthetic offers: the same for every run, shaped like a national catalogue."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

from knowledge.catalogue.facts import Authority, Fact, Provenance, Stated
from knowledge.catalogue.types import (
    Between,
    Code,
    Cost,
    Grant,
    Offer,
    OfferKind,
    OfferState,
    Place,
    Start,
    StudyMode,
)

PROVIDERS = 120
PLACES = 180
NAMES = 2_500
FIELDS = (*tuple(f"richting {number}" for number in range(60)), "techniek", "ict", "zorg", "bouw", "economie")
LEVELS = {
    OfferKind.MBO: ("mbo-1", "mbo-2", "mbo-3", "mbo-4"),
    OfferKind.ASSOCIATE_DEGREE: ("ad",),
    OfferKind.HBO_BACHELOR: ("hbo-bachelor",),
    OfferKind.HBO_MASTER: ("hbo-master",),
    OfferKind.WO_BACHELOR: ("wo-bachelor",),
    OfferKind.WO_MASTER: ("wo-master",),
    OfferKind.COURSE: ("NLQF 4", "NLQF 5"),
}


def generated_offers(count: int, seed: int = 20261121) -> Iterator[Offer]:
    """Yield `count` different offers."""
    chance = random.Random(seed)
    for number in range(count):
        yield _offer(number, chance)


def _offer(number: int, chance: random.Random) -> Offer:
    kind = chance.choice(tuple(LEVELS))
    about = Provenance(
        f"https://example.org/{number}", "2026-10-01", "2026-2027", date(2026, 10, 1), Authority.PROVIDER
    )

    def known(value: object) -> Fact:  # type: ignore[type-arg]
        return Fact((Stated(value, about),))

    town = chance.randrange(PLACES)
    level = chance.choice(LEVELS[kind])
    field = chance.choice(FIELDS)
    day = date(2027, chance.choice((2, 9)), 1)
    return Offer(
        id=f"o{number:06d}",
        kind=kind,
        name=known(f"Opleiding {chance.randrange(NAMES)}"),
        provider=known(f"school-{chance.randrange(PROVIDERS)}"),
        state=chance.choice((OfferState.CURRENT, OfferState.CURRENT, OfferState.UNCONFIRMED)),
        level=known(level),
        codes=known((Code("CROHO", str(30_000 + number)),)),
        mode=known(chance.choice(tuple(StudyMode))),
        fields=known((field, chance.choice(FIELDS))),
        duration_months=known(Between(12.0, float(chance.choice((12, 24, 36, 48)))))
        if number % 10
        else Fact(),
        places=known((Place(f"Plaats {town}", 51.5 + town / 100, 5.0 + town / 100),)),
        language=known(chance.choice(("nl", "en", "de"))),
        costs=known(
            (Cost(Between(*[float(chance.randrange(500, 9_000))] * 2), "jaar", "cursusgeld", "2026-2027"),)
        ),
        starts=known((Start(day.isoformat(), day),)),
        grants=known((Grant(level, (field,), level),)),
        occupations=known((f"beroep-{chance.randrange(400)}",)),
    )
