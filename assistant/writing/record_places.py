"""The place of a thing that a question names: who asks for Mechanical Engineering in Enschede means that of the school there."""

from __future__ import annotations

import re

from assistant.types import Language
from assistant.understanding.reading import Reading
from assistant.writing.record_desk import Desk
from assistant.writing.record_found import ALIVE
from knowledge.catalogue.folding import folded
from knowledge.catalogue.queries import OfferFilter

AT = r"\b(?:in|te|uit|from|near|aus)\s+"
"""Words before the town that something is in."""

SCHOOL = {Language.DUTCH: "bij {}", Language.ENGLISH: "at {}", Language.GERMAN: "an der {}"}


def without_own_place(text: str, reading: Reading, desk: Desk) -> str:
    """Return a question without the town where the one thing that it names is, "" when it names no such town.

    Offers with one name that are given at one school in that town stay those of that school; an organisation is where it is.
    """
    towns = reading.values("place")
    if len(towns) != 1 or reading.values("area"):
        return ""
    (town,) = towns
    rest = re.sub(rf"{AT}{re.escape(town)}\b", "@", text, count=1, flags=re.IGNORECASE)
    if rest == text:
        return ""
    named = frozenset(reading.values("offer"))
    if named and not reading.values("provider"):
        here = desk.catalogue.listing(OfferFilter(place=(town,), state=ALIVE)).ids
        providers = {offer.provider.value for offer in desk.catalogue.offers([i for i in here if i in named])}
        school = desk.words.value("provider", providers.pop() or "") if len(providers) == 1 else ""
        return rest.replace("@", SCHOOL[desk.words.language].format(school)) if school else ""
    ids = frozenset((*reading.values("organisation"), *reading.values("provider")))
    known = [one for one in desk.catalogue.organisations() if one.id in ids]
    is_there = known and all(
        one.place.value and folded(one.place.value.name) == folded(town) for one in known
    )
    return " ".join(rest.replace("@", " ").split()) if is_there else ""
