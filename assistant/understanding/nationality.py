"""Whether somebody comes from in or outside the EU, by which the fee of a study and its dates are set: from the country or people that is named. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from assistant.types import Language, Question
from knowledge.data_files import read_data

_DATA = Path(__file__).parent / "data" / "nationalities.yaml"

OUTSIDERS = {
    Language.DUTCH: "studenten van buiten de EU",
    Language.ENGLISH: "students from outside the EU",
    Language.GERMAN: "Studierende von außerhalb der EU",
}
"""How students from outside the EU are called in each language."""


INSIDERS = {
    Language.DUTCH: "en voor studenten uit de EU?",
    Language.ENGLISH: "and for students from the EU?",
    Language.GERMAN: "und für Studierende aus der EU?",
}
"""What was asked before, of students from the EU."""

AND = {Language.DUTCH: "en voor", Language.ENGLISH: "and for", Language.GERMAN: "und für"}

TELLS = re.compile(
    r"\b(?:ik|i|ich|hij|zij|ze|he|she|er|sie|we|wij|wir)(?:'m| am|'ve| have)?\b|\b(?:mijn|my|mein) (?:paspoort|passport|pass)\b",
    re.IGNORECASE,
)
OF_THE_EU = re.compile(
    r"\b(?:EU|EER|EEA|EWR|Europese Unie|European Union|Europäischen? Union)\b", re.IGNORECASE
)
OUT_OF_IT = re.compile(r"\b(?:niet|geen|buiten|non|not|outside|nicht|kein\w*|außerhalb)\b", re.IGNORECASE)
LONGEST = 16
"""Words of a message that tells where somebody is from, and nothing else."""


def as_asked_from(question: Question, language: Language) -> Question:
    """Return a message that only tells where somebody is from as what was asked before, of those from in or outside the EU.

    Only in a talk in which that makes a difference: where the EU was named before. Any other question comes back as it is.
    """
    text = question.text
    tells = TELLS.search(text) and "?" not in text and len(text.split()) <= LONGEST
    if not tells or not any(OF_THE_EU.search(turn.text) for turn in question.history):
        return question
    is_eu = OF_THE_EU.search(text) is not None
    if _from("inside").search(text) or (is_eu and not OUT_OF_IT.search(text)):
        return replace(question, text=INSIDERS[language])
    if is_outside_eu(text) or is_eu:
        return replace(question, text=f"{AND[language]} {OUTSIDERS[language]}?")
    return question


@cache
def _from(side: str) -> re.Pattern[str]:
    groups: Sequence[Sequence[str]] = read_data(_DATA)[side]
    names = sorted({name for group in groups for name in group}, key=len, reverse=True)
    nouns = r"(?:\s+(?:studenten|students?|nationals?|citizens?|applicants?|studierende[nr]?|passport|paspoort|pass)\b)?"
    before = r"(?:\b(?:from|uit|aus|voor een|for an?|für)\s+)?"
    return re.compile(
        rf"{before}(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-]){nouns}", re.IGNORECASE
    )


def is_outside_eu(text: str) -> bool:
    """Say whether a text names a country or people outside the EU."""
    return _from("outside").search(text) is not None


def as_outsiders(text: str, language: Language) -> str:
    """Return a text with the first such country or people, and the students beside it, as students from outside the EU."""
    match = _from("outside").search(text)
    if match is None:
        return text
    before = match.group().split(maxsplit=1)[0].casefold()
    kept = f"{before} " if before in ("voor", "for", "für") else ""
    return f"{text[: match.start()]}{kept}{OUTSIDERS[language]}{text[match.end() :]}"
