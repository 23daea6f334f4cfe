"""Whether somebody comes from outside the EU, by which the fee of a study is set: from the country or people that is named. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from assistant.types import Language
from knowledge.data_files import read_data

_DATA = Path(__file__).parent / "data" / "nationalities.yaml"

OUTSIDERS = {
    Language.DUTCH: "studenten van buiten de EU",
    Language.ENGLISH: "students from outside the EU",
    Language.GERMAN: "Studierende von außerhalb der EU",
}
"""How students from outside the EU are called in each language."""


@cache
def _outside() -> re.Pattern[str]:
    groups: Sequence[Sequence[str]] = read_data(_DATA)["outside"]
    names = sorted({name for group in groups for name in group}, key=len, reverse=True)
    nouns = r"(?:\s+(?:studenten|students?|nationals?|citizens?|applicants?|studierende[nr]?|passport|paspoort|pass)\b)?"
    before = r"(?:\b(?:from|uit|aus|voor een|for an?|für)\s+)?"
    return re.compile(
        rf"{before}(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-]){nouns}", re.IGNORECASE
    )


def is_outside_eu(text: str) -> bool:
    """Say whether a text names a country or people outside the EU."""
    return _outside().search(text) is not None


def as_outsiders(text: str, language: Language) -> str:
    """Return a text with the first such country or people, and the students beside it, as students from outside the EU."""
    match = _outside().search(text)
    if match is None:
        return text
    before = match.group().split(maxsplit=1)[0].casefold()
    kept = f"{before} " if before in ("voor", "for", "für") else ""
    return f"{text[: match.start()]}{kept}{OUTSIDERS[language]}{text[match.end() :]}"
