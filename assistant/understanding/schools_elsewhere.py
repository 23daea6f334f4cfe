"""Schools that a message names and of which the library has nothing: what is asked of them is not answered with another school. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from knowledge.data_files import read_data

_DATA = Path(__file__).parent / "data" / "schools_elsewhere.yaml"


@cache
def _schools() -> tuple[re.Pattern[str], dict[str, str]]:
    raw: Sequence[Sequence[str]] = read_data(_DATA)["schools"]
    names = {alias.casefold(): one[0] for one in raw for alias in one}
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, longest))})(?![\w/-])", re.IGNORECASE), names


def schools_elsewhere(text: str) -> tuple[str, ...]:
    """Return the names of such schools in a message, in its order, each once."""
    pattern, names = _schools()
    return tuple(dict.fromkeys(names[match.group().casefold()] for match in pattern.finditer(text)))
