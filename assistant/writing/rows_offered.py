"""Which schools with a table give a course, for a message that names none: "waar kan ik een heftruckcursus doen?". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.types import Request
from assistant.writing.record_desk import Desk, written
from assistant.writing.seam import Written
from knowledge.catalogue.types import Offer
from knowledge.types import RecordRef

MOST_OFFERED = 12
"""Rows that are told."""

_COURSE = r"(?:\w*cursus\w*|\w*opleiding\w*|\w*training\w*|workshop\w*|\w*lessen|course\w*|class|classes|training|\w*kurs\w*|lehrgang\w*|schulung\w*|ausbildung\w*)"
ASKS_WHO_OFFERS = re.compile(
    r"\b(?:waar|bij wie|bij welke (?:school|opleider|aanbieder)) (?:kan|kun|kunnen|mag) (?:ik|je|jij|we|wij|hij|zij|ze|men|mijn \w+|iemand)\b.{2,60}\b(?:doen|volgen|halen|leren|krijgen)\b"
    rf"|\b(?:wie|welke (?:school|scholen|opleider|opleiders|aanbieder|aanbieders)) (?:geeft|geven|biedt|bieden|heeft|hebben|doet|doen)\b.{{1,60}}{_COURSE}"
    rf"|\b(?:who|which (?:schools?|providers?|firms?|cent(?:re|er)s?)) (?:offers?|gives?|teaches|runs?|has|have|provides?|does)\b.{{1,60}}{_COURSE}"
    r"|\bwhere (?:can|could) (?:i|you|we|he|she|they|someone)\b.{2,60}\b(?:do|take|follow|learn|get|study)\b"
    rf"|\b(?:wer|welche (?:schulen?|anbieter)) (?:bietet|gibt|hat|haben|bieten|macht)\b.{{1,60}}{_COURSE}"
    rf"|\bwo (?:kann|gibt|kann man|konnen wir)\b.{{2,60}}(?:{_COURSE}|\b(?:machen|lernen|besuchen)\b)",
    re.IGNORECASE,
)
"""How it is asked where there is a course."""


ASKS_WHETHER_THERE_IS = re.compile(
    r"^(?:(?:en|and|und|hoi|hallo|hi|hey) )?(?:heeft|hebben|hebt|is er|zijn er|biedt|bieden|does|do you|do they|is there|are there|gibt es|hat|haben|bietet)\b|"
    rf"\b(?:heeft|hebben|hebt|heb|geeft|geven|biedt|bieden|doen|is er|zijn er|kan ik|has|have|does|do you|is there|are there|can i|offers?|gibt es|hat|haben|bietet|bieten)\b.{{0,60}}"
    rf"(?:{_COURSE}|\b(?:zoiets|so ?(?:et)?was|such a|something like that|dat leren|daarvoor|iets|something|anything)\b)"
)
"""How it is asked whether there is a course, over folded text: where one is named, that is the answer."""


def rows_offered(offers: Sequence[Offer], request: Request, desk: Desk) -> Written | None:
    """Return the courses with their schools and places, None where there is none or there are too many to tell."""
    if not 0 < len(offers) <= MOST_OFFERED:
        return None
    citer = desk.citer("offer", [offer.id for offer in offers])
    said = [
        desk.worded(
            f"{desk.words.offer(offer)}.",
            citer.cite(("offer", offer.id), ("Plaats",), offer.name.provenance),
        )
        for offer in offers
    ]
    records = [RecordRef("offer", offer.id, offer.name.value or offer.id) for offer in offers]
    return written(said, citer, records)
