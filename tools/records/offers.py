"""Make offers.jsonl: `python -m tools.records.offers DATA`, with DATA the folder of development data.

Three sources: the pages behind the library's catalogue (off001 to off112), DUO's open data on hbo students,
and the mbo qualifications of 2015. Where a page and DUO speak of the same offer they become one record, with
the statements of both, under the id of the page.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from knowledge.catalogue.facts import Fact
from knowledge.catalogue.types import Offer, OfferState
from tools.records import offers_duo, offers_mbo, offers_seen, rules_ratho
from tools.records.common import joined, write
from tools.records.links import with_occupations
from tools.records.places import places

SAME_OFFER = {
    "off026": "duo-saxion-34280-voltijd-enschede",
    "off028": "duo-saxion-30026-voltijd-enschede",
    "off032": "duo-saxion-30036-voltijd-enschede",
    "off033": "duo-saxion-30037-voltijd-enschede",
    "off034": "duo-saxion-49097-voltijd-enschede",
    "off036": "duo-windesheim-34267-voltijd-zwolle",
    "off038": "duo-windesheim-34421-deeltijd-zwolle",
    "off039": "duo-windesheim-34280-voltijd-zwolle",
    "off041": "duo-windesheim-34279-voltijd-zwolle",
    "off042": "duo-windesheim-34263-voltijd-zwolle",
    "off043": "duo-windesheim-30020-voltijd-zwolle",
    "off044": "duo-windesheim-35210-voltijd-zwolle",
    "off048": "duo-han-34280-voltijd-arnhem",
}
"""The page's offer and DUO's: same school, programme and place; where the page names no form, the full-time one."""


def merged(seen: Offer, duo: Offer) -> Offer:
    """Return one offer with the statements of both; the page's id, and current when either says so."""
    same_name = tuple(s for s in seen.name.statements if s.value == duo.name.value)
    return replace(
        duo,
        id=seen.id,
        state=OfferState.CURRENT if OfferState.CURRENT in (seen.state, duo.state) else seen.state,
        name=Fact((*duo.name.statements, *same_name)),
        provider=joined(duo.provider, seen.provider),
        level=joined(duo.level, seen.level),
        mode=joined(duo.mode, seen.mode),
        ects=joined(duo.ects, seen.ects),
        places=joined(duo.places, seen.places),
        language=seen.language,
        rule=seen.rule,
        url=seen.url,
        remark=joined(duo.remark, seen.remark),
    )


def offers(data: Path) -> Iterable[Offer]:
    """Return every offer of the bundled records."""
    known_places = places()
    national = offers_seen.conditions(rules_ratho.rules(data))
    programme_fields = offers_duo.fields_of_programmes()
    seen = {offer.id: offer for offer in offers_seen.offers(national, programme_fields, known_places)}
    duo = {offer.id: offer for offer in offers_duo.offers(data, known_places)}
    for seen_id, duo_id in SAME_OFFER.items():
        seen[seen_id] = merged(seen[seen_id], duo.pop(duo_id))
    return with_occupations((*seen.values(), *duo.values(), *offers_mbo.offers(data)))


def main() -> None:
    """Write offers.jsonl from the folder named on the command line."""
    print(write("offers.jsonl", offers(Path(sys.argv[1]))), "offers")


if __name__ == "__main__":
    main()
