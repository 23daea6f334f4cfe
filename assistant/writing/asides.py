"""Words of a question that a sentence need not have, in a document that a school brought in: the asker's age, what kind of body it is. Pure.

"Ik ben loodgieter, 58": nobody writes 58. "Hogeschool Berkeloord": the document says Berkeloord, and is of a hogeschool. "Een Ad": it says
associate degree.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.types import Request
from assistant.writing.candidates import Candidate
from knowledge.language.expansion import abbreviations
from knowledge.types import QuestionWord

KINDS_OF_BODIES = frozenset(
    [
        "hogeschool",
        "universiteit",
        "university",
        "hochschule",
        "fachhochschule",
        "college",
        "roc",
        "academie",
        "academy",
        "akademie",
        "instituut",
        "institute",
        "school",
        "bedrijfsschool",
        "vakschool",
        "opleidingscentrum",
        "praktijkcentrum",
        "lascentrum",
        "centrum",
        "center",
        "centre",
        "zentrum",
        "loopbaanplein",
        "loket",
        "stichting",
        "foundation",
        "fonds",
        "fund",
        "vereniging",
        "alliantie",
        "bedrijf",
        "opleider",
    ]
)
"""What stands before the name of a body, which its own document may leave out."""

AGE_TOLD = re.compile(
    r"\b(?:ik ben|ben|i am|i'm|im|ich bin|bin) (?:nu |net |al |pas |now |jetzt )?(?P<own>\d{2})\b(?! ?(?:%|procent|uur|weken|maanden|dagen|euro|km))"
    r"|\b(?:\w*zoon|\w*dochter|jongen|meisje|man|vrouw|vriend\w*|kind|leerling|iemand|son|daughter|boy|girl|someone|sohn|tochter|jungen?|mädchen)"
    r" (?:van|is|wordt|of|aged|von|ist) (?P<other>\d{2})\b(?! ?(?:%|procent|uur|weken|maanden|dagen|euro|km))"
    r"|, (?P<beside>\d{2}),"
    r"|\b(?P<year>\d{2})[- ]?(?:jarige?|year[- ]old|years old|jahre alt|jährig\w*)\b",
    re.IGNORECASE,
)
"""How people tell how old somebody is, beside what they ask."""

ASKS_BY_AGE = re.compile(
    r"\b(?:\w*loon|verdien\w*|salaris|betaal\w*|krijg\w*|kost\w*|wage|earn\w*|salary|pay|cost\w*|lohn|verdien\w*|gehalt|kostet|tarief|vergoeding)\b",
    re.IGNORECASE,
)
"""What may differ by age: then the answer is that of this one."""


def is_aside(request: Request, word: QuestionWord, one: Candidate) -> bool:
    """Say whether a sentence of a document that nobody wrote questions for need not have a word of the question."""
    if one.hit.source.address in request.written or one.hit.passage.record is not None:
        return False
    first = word.forms[0]
    if first in _ages_told(request.standalone_question):
        return True
    if one.hit.named and not KINDS_OF_BODIES.isdisjoint(word.forms):
        return True
    written_out = abbreviations().get(first, ())
    return bool(written_out) and (one.words | one.context).issuperset(written_out)


@lru_cache(maxsize=200)
def _ages_told(question: str) -> frozenset[str]:
    if ASKS_BY_AGE.search(question) is not None:
        return frozenset()
    return frozenset(age for found in AGE_TOLD.finditer(question) for age in found.groups() if age)
