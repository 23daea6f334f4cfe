"""The year beside the one of the talk ("en het jaar daarvoor?") as the year that it is. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.types import Question

BESIDE = re.compile(
    r"\b(?:(?:in |im )?(?:het |een |the |a |das |ein )?(?:studie|school|study |school |academic |studien|schul)?(?:jaar|year|jahr) "
    r"(?:(?P<later>daarna|erna|erop|daarop|later|after(?: that)?|danach|darauf|später)"
    r"|(?P<earlier>daarvoor|ervoor|eerder|daarvóór|before(?: that)?|earlier|davor|zuvor|vorher|früher)))(?![^\W\d_])",
    re.IGNORECASE,
)
"""How the year after or before the one of the talk is said."""

YEAR = re.compile(
    r"(?<![\d.,])(?P<first>20\d\d)(?:(?P<mark>\s?[-/–]\s?)(?P<last>20\d\d|\d\d))?(?![\d.,]\d|\d)"
)
"""A year, or a year of study: 2026, 2026-2027, 2026/27."""

LONGEST = 10
"""Words of the longest message that asks the same of the year beside: a longer one tells of a life ("een jaar later stopte ik")."""


def with_the_year(question: Question) -> Question:
    """Return a short message of a talk that says the year before or after with that year, by the last year that the person named.

    Where it names a year itself, it is that one. A message in a talk without years comes back as it is.
    """
    text = question.text
    said = BESIDE.search(text)
    if said is None or not question.history or len(text.split()) > LONGEST:
        return question
    rest = f"{text[: said.start()]}{text[said.end() :]}"
    if YEAR.search(rest):
        return replace(
            question, text=" ".join(re.sub(r"\s+([?!.,])[?!.,]*|([?!])[?!]+", r"\1\2", rest).split())
        )
    year = _year_of([turn.text for turn in question.history if turn.role == "user"])
    if not year:
        return question
    return replace(question, text=f"{text[: said.start()]}in {_moved(year, _step(said))}{text[said.end() :]}")


def _year_of(said: list[str]) -> str:
    """Return the last year that earlier messages name, moved by those after it that say the year beside it; "" for none."""
    steps = 0
    for text in reversed(said):
        years = [found[0] for found in YEAR.finditer(text)]
        if years:
            return _moved(years[-1], steps)
        if beside := BESIDE.search(text):
            steps += _step(beside)
    return ""


def _step(said: re.Match[str]) -> int:
    return 1 if said["later"] else -1


def _moved(year: str, steps: int) -> str:
    """Return a year, or year of study, so many years later in the same notation."""
    return YEAR.sub(
        lambda one: (
            f"{int(one['first']) + steps}"
            + (f"{one['mark']}{_last(one['last'], steps)}" if one["last"] else "")
        ),
        year,
    )


def _last(last: str, steps: int) -> str:
    return f"{(int(last) + steps) % 10 ** len(last):0{len(last)}d}"
