"""Which offers lead to which occupations: by the name of the offer, from our own table."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from knowledge.catalogue.codec import read_records
from knowledge.catalogue.types import Offer
from tools.records.common import RECORDS, derived, stated_if

LINKS = Path(__file__).with_name("data") / "occupation_links.csv"
ESCO = "https://esco.ec.europa.eu/nl/classification/occupation_main"


def patterns() -> dict[str, re.Pattern[str]]:
    """Return per ESCO code the pattern that the whole name of an offer must match, in any case."""
    with LINKS.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["offers"]]
    return {row["code"]: re.compile(row["offers"], re.IGNORECASE) for row in rows}


def occupations_of(name: str, known: dict[str, re.Pattern[str]]) -> tuple[str, ...]:
    """Return the ids of the occupations that an offer of this name leads to."""
    return tuple(f"esco-{code}" for code, pattern in known.items() if pattern.fullmatch(name))


def with_occupations(offers: Iterable[Offer]) -> list[Offer]:
    """Return the offers with the occupations that they lead to."""
    known = patterns()
    about = derived(ESCO, "v1.2", "Door ons gekoppeld aan de naam van de opleiding.")
    return [
        replace(offer, occupations=stated_if(occupations_of(offer.name.value or "", known) or None, about))
        for offer in offers
    ]


def leads_to() -> dict[str, tuple[str, ...]]:
    """Return per ESCO code the ids of the offers in offers.jsonl that lead to it, in their order there."""
    found: dict[str, list[str]] = defaultdict(list)
    for record in read_records(RECORDS / "offers.jsonl"):
        if isinstance(record, Offer):
            for occupation in record.occupations.value or ():
                found[occupation.removeprefix("esco-")].append(record.id)
    return {code: tuple(ids) for code, ids in found.items()}
