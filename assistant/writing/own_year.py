"""The year that a sentence of a document that was brought in is about: its own, else that of the nearest heading that names one. Pure.

A report sets years side by side: what it foresees for 2026 is no answer for 2025, though the report is of 2025.
"""

from __future__ import annotations

import re

from assistant.types import Request
from assistant.writing.candidates import Candidate
from assistant.writing.figure_bounds import holds_for_year

YEARS = re.compile(r"(?<!\d)(?P<first>(?:19|20)\d\d)(?:\s?[-–/]\s?(?P<last>(?:20)?\d\d)(?!\d))?")
"""A year, or a school year: "2025-2026", "2025/26"."""


def is_of_another_year(request: Request, one: Candidate) -> bool:
    """Say whether a question names years and a sentence is about other ones; never of a document with written questions or a record."""
    if not request.years or one.hit.source.address in request.written or one.hit.passage.record is not None:
        return False
    named = next((found for text in _texts(one) if (found := years_in(text))), frozenset())
    if not named or not named.isdisjoint(request.years):
        return False
    question = request.standalone_question
    return not any(holds_for_year(question, year, one.text, request.today) for year in request.years)


def _texts(one: Candidate) -> tuple[str, ...]:
    """Return what tells the year of a sentence, the nearest first."""
    return (one.text, *reversed(one.hit.passage.heading_path), one.hit.source.title)


def years_in(text: str) -> frozenset[str]:
    """Return the years that a text names, of a school year both."""
    found = set()
    for match in YEARS.finditer(text):
        found.add(match["first"])
        if match["last"]:
            found.add(f"20{match['last'][-2:]}")
    return frozenset(found)
