"""What somebody says of their health or their past that may be in the way, and of which no rule speaks. Pure; data: conditions.yaml."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from assistant.types import Language
from knowledge.data_files import read_data
from knowledge.language.normalisation import fold

_DATA = Path(__file__).parent / "data" / "conditions.yaml"


def condition_told(text: str, language: Language) -> str:
    """Return what a message says that somebody has, in the reader's words, "" where it says nothing of the kind."""
    folded = fold(text)
    return next((said[language.value] for match, said in _conditions() if match.search(folded)), "")


@cache
def _conditions() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    return tuple((re.compile(one["match"]), one["say"]) for one in read_data(_DATA))
