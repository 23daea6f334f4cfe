"""The year beside the one of the talk, where a message names it too ("en het jaar daarna? 2027-2028 dus"): that year is what it asks. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.types import Question

BESIDE = re.compile(
    r"\b(?:(?:in |im )?(?:het |een |the |a |das |ein )?(?:studie|school|study |school |academic |studien|schul)?(?:jaar|year|jahr) "
    r"(?:daarna|erna|erop|daarop|later|after(?: that)?|danach|darauf|später"
    r"|daarvoor|ervoor|eerder|daarvóór|before(?: that)?|earlier|davor|zuvor|vorher|früher))(?![^\W\d_])",
    re.IGNORECASE,
)
"""How the year after or before the one of the talk is said."""

YEAR = re.compile(r"(?<![\d.,])20\d\d(?:\s?[-/–]\s?(?:20\d\d|\d\d))?(?![\d.,]\d|\d)")
"""A year, or a year of study: 2026, 2026-2027, 2026/27."""

LONGEST = 10
"""Words of the longest message that asks the same of another year: a longer one tells of a life ("een jaar later, in 2020, stopte ik")."""

MARKS = re.compile(r"(?:\s*[?!.,:;])+\s*(?=.*\w)|[\s,;:]+$|\s+")
"""What stands between the words that are left."""


def with_the_year(question: Question) -> Question:
    """Return a short message of a talk that says the year beside and names it by the name alone, and any other as it is."""
    text = question.text
    said = BESIDE.search(text)
    if said is None or not question.history or len(text.split()) > LONGEST:
        return question
    rest = f"{text[: said.start()]}{text[said.end() :]}"
    if not YEAR.search(rest):
        return question
    return replace(question, text=MARKS.sub(" ", rest).strip())
