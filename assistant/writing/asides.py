"""Words of a question that a sentence need not have, in a document that a school brought in: the asker's age, what kind of body it is. Pure.

"Ik ben loodgieter, 58": nobody writes 58. "Hogeschool Berkeloord": the document says Berkeloord, and is of a hogeschool. "Een Ad": it says
associate degree.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from assistant.types import Request
from assistant.understanding.told_numbers import numbers_in
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
    if first == _age_told(request.standalone_question, request.today):
        return True
    if one.hit.named and not KINDS_OF_BODIES.isdisjoint(word.forms):
        return True
    written_out = abbreviations().get(first, ())
    return bool(written_out) and (one.words | one.context).issuperset(written_out)


@lru_cache(maxsize=200)
def _age_told(question: str, today: date | None) -> str:
    """Return the age that somebody tells beside a question, "" where none is told or what is asked may differ by age."""
    if today is None or ASKS_BY_AGE.search(question) is not None:
        return ""
    age = numbers_in(question, today)[0].age
    return "" if age is None else str(age)
