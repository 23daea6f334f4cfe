"""What a question and a sentence are bound to: the programme, the way of learning, the form and the level. One of another is about something else. Pure.

The right number of the wrong course is the dangerous error: rows of one table differ in these words alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from assistant.writing.candidates import Candidate
from knowledge.data_files import read_data

_PROGRAMMES = Path(__file__).parent / "bound_programmes.yaml"

LEVEL = re.compile(
    r"\b(?:mbo|niveau|niv\.?|level|stufe)[ -]?([1-4])(?:(?:-| of | en | or | and | und )([1-4]))?\b",
    re.IGNORECASE,
)

WAYS: Mapping[str, str] = {"bol": "bol", "bbl": "bbl"}
FORMS: Mapping[str, str] = {
    "voltijd": "full",
    "voltijds": "full",
    "fulltime": "full",
    "full-time": "full",
    "vollzeit": "full",
    "deeltijd": "part",
    "parttime": "part",
    "part-time": "part",
    "teilzeit": "part",
    "duaal": "dual",
    "duale": "dual",
    "dual": "dual",
}


def is_bound_to_another(one: Candidate, question: str) -> bool:
    """Say whether a sentence, with the headings above it, is about another programme, way, form or level than a question."""
    return names_another(question, " ".join((*one.hit.passage.heading_path, one.text)))


def names_another(question: str, sentence: str) -> bool:
    """Say whether a sentence names another programme, way, form or level than the question does.

    What neither names, and what one of them leaves open, binds nothing.
    """
    return any(_differ(found(question), found(sentence)) for found in CLASSES)


def _differ(asked: frozenset[str], said: frozenset[str]) -> bool:
    return bool(asked) and bool(said) and not asked & said


def _of(values: Mapping[str, str]) -> Callable[[str], frozenset[str]]:
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, values))})\b", re.IGNORECASE)
    return lambda text: frozenset(values[match.lower()] for match in pattern.findall(text))


def _levels(text: str) -> frozenset[str]:
    return frozenset(level for pair in LEVEL.findall(text) for level in pair if level)


@cache
def _programme_finder() -> Callable[[str], frozenset[str]]:
    return _of({name: programme for programme, names in read_data(_PROGRAMMES).items() for name in names})


def _programmes(text: str) -> frozenset[str]:
    return _programme_finder()(text)


CLASSES: tuple[Callable[[str], frozenset[str]], ...] = (_programmes, _of(WAYS), _of(FORMS), _levels)
