"""The bundled records as routes see them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import knowledge
from assistant.routes.types import Catalogue
from knowledge.catalogue.codec import read_records
from knowledge.catalogue.rules import Rule
from knowledge.catalogue.types import Occupation, Offer, Scheme

RECORDS = Path(knowledge.__file__).parent / "library" / "records"


@cache
def bundled_catalogue() -> Catalogue:
    offers = tuple(one for one in read_records(RECORDS / "offers.jsonl") if isinstance(one, Offer))
    rules = tuple(one for one in read_records(RECORDS / "rules.jsonl") if isinstance(one, Rule))
    schemes = tuple(one for one in read_records(RECORDS / "schemes.jsonl") if isinstance(one, Scheme))
    occupations = tuple(
        one for one in read_records(RECORDS / "occupations.jsonl") if isinstance(one, Occupation)
    )
    regions = {
        "Enschede": ("Twente", "Overijssel"),
        "Almelo": ("Twente", "Overijssel"),
        "Zwolle": ("Regio Zwolle",),
    }
    return Catalogue(offers, rules, schemes, occupations, regions)
