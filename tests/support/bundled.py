"""The bundled records as routes see them."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import knowledge
from assistant.routes.index_building import build_index
from assistant.routes.planner_index import PlannerIndex
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


@cache
def bundled_index(day: date) -> PlannerIndex:
    return build_index(bundled_catalogue(), day)
