"""Required school subjects as schools write them: "(wiskunde A of wiskunde B) + natuurkunde"."""

from __future__ import annotations

import re

from knowledge.catalogue.folding import folded
from knowledge.catalogue.rules import AllOf, Condition, HasSubject, Unstated

SUBJECTS = {
    "wiskunde a": "wiskunde A", "wiskunde b": "wiskunde B", "wiskunde c": "wiskunde C", "wiskunde d": "wiskunde D",
    "wiskunde": "wiskunde", "natuurkunde": "natuurkunde", "scheikunde": "scheikunde", "biologie": "biologie",
    "economie": "economie", "m o": "management en organisatie", "geschiedenis": "geschiedenis", "nlt": "NLT",
    "aardrijkskunde": "aardrijkskunde", "informatica": "informatica", "nederlands": "Nederlands", "engels": "Engels",
    "duits": "Duits", "frans": "Frans", "nask1": "nask1", "nask2": "nask2", "bedrijfseconomie": "bedrijfseconomie",
    "mathematics a": "wiskunde A", "mathematics b": "wiskunde B", "physics": "natuurkunde", "chemistry": "scheikunde",
    "biology": "biologie", "o o": "onderzoek en ontwerpen",
}  # fmt: skip
"""School subjects of vmbo, havo and vwo by their folded names, in Dutch and English."""

_AND = re.compile(r"\s*(?:,|\+|&|\ben\b|\band\b)\s*(?![^(]*\))", re.IGNORECASE)
_OR = re.compile(r"\s*(?:\bof\b|\bor\b|/)\s*", re.IGNORECASE)


def subjects_condition(text: str) -> Condition:
    """Return the subjects that a text requires; `Unstated` with the text where any part is not a subject."""
    parts = [part for part in _AND.split(text.strip(" .")) if part.strip()]
    conditions = [_alternatives(part.strip().strip("()")) for part in parts]
    if not conditions or any(condition is None for condition in conditions):
        return Unstated(re.sub(r"\s+", " ", text).strip())
    known = tuple(condition for condition in conditions if condition is not None)
    return known[0] if len(known) == 1 else AllOf(known)


def _alternatives(text: str) -> HasSubject | None:
    """Read "wiskunde A of B" as two names of which the second borrows its first word."""
    names: list[str] = []
    stem = ""
    for word in _OR.split(text):
        known = SUBJECTS.get(folded(word)) or SUBJECTS.get(folded(f"{stem} {word}"))
        if known is None:
            return None
        stem = folded(word).split(" ")[0]
        names.append(known)
    return HasSubject(tuple(names)) if names else None
