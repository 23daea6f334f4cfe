"""Whom to ask about what is not of learning and work: law, health, debts, residence. Pure; data in elsewhere.yaml.

The desks are those that Dutch public services point to themselves; nothing is said of what they would answer.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from assistant.types import Language
from knowledge.data_files import read_data
from knowledge.language.normalisation import fold

_DATA = Path(__file__).parent / "elsewhere.yaml"


@cache
def _subjects() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    return tuple((re.compile(one["match"]), one["say"]) for one in read_data(_DATA).values())


def desk_elsewhere(question: str, language: Language) -> str:
    """Return the sentence that says who would know what a question is about, in the reader's language; "" where none is known."""
    folded = fold(question)
    return next((said[language.value] for match, said in _subjects() if match.search(folded)), "")
