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
    """Return a question without the town or area where the one thing that it names is, "" when it names no such place.

    Offers with one name that are given at one school there stay those of that school. An organisation is in its town; of one in an
    area more may be meant than is there.
    """
    named_places = reading.values("place") or reading.values("area")
    if len(named_places) != 1:
        return ""
    (place,) = named_places
    towns = desk.gazetteer.places_in(place)[1:] or (place,)
    rest = re.sub(rf"{AT}{re.escape(place)}\b", "@", text, count=1, flags=re.IGNORECASE)
    if rest == text:
        return ""
    named = frozenset(reading.values("offer"))
    if named and not reading.values("provider"):
        here = desk.catalogue.listing(OfferFilter(place=tuple(towns), state=ALIVE)).ids
        providers = {offer.provider.value for offer in desk.catalogue.offers([i for i in here if i in named])}
        school = desk.words.value("provider", providers.pop() or "") if len(providers) == 1 else ""
        return rest.replace("@", SCHOOL[desk.words.language].format(school)) if school else ""
    ids = frozenset((*reading.values("organisation"), *reading.values("provider")))
    known = [one for one in desk.catalogue.organisations() if one.id in ids]
    is_there = known and all(
        one.place.value and folded(one.place.value.name) == folded(place) for one in known
    )
    return " ".join(rest.replace("@", " ").split()) if is_there else ""
