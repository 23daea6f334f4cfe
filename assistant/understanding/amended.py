"""A message in which somebody takes back what they just wrote: "hoeveel vrouwen.. ik bedoel mannen", "wat kost.. laat maar, wie". Pure.

What was taken back is not asked. Data: `amends` and `drops` in data/frames.yaml.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from assistant.types import Language
from assistant.understanding.leaning import opens
from assistant.understanding.topic import has_name
from knowledge.data_files import read_data
from knowledge.language.normalisation import fold

_DATA = Path(__file__).parent / "data" / "frames.yaml"

LONGEST_PIECE = 3
"""Words up to the next comma that take the place of the one word before them, whatever stands before that."""

LONGEST_ASKED = 10
"""Words that take the place of the end of a question."""


def amended(text: str, language: Language) -> str:
    """Return a message without what it takes back; one that takes nothing back as it is."""
    drops = _marks("drops", language).search(text)
    if drops is not None:
        return text[drops.end() :].strip()
    mark = _marks("amends", language).search(text)
    if mark is None:
        return text
    before, after = text[: mark.start()].rstrip(" ,.…-"), text[mark.end() :].strip()
    told, clause = _last_clause(before)
    is_asked = opens(clause, language)
    if opens(after, language):
        loses_name = has_name(clause, language) and not has_name(after, language)
        return f"{told}{after}" if is_asked and not loses_name else text
    piece = re.split(r"[,.;?!]", after, maxsplit=1)[0].split()
    is_short = len(piece) <= LONGEST_PIECE or (is_asked and len(after.split()) <= LONGEST_ASKED)
    return f"{told}{_spliced(clause, after)}" if piece and is_short else text


def _last_clause(text: str) -> tuple[str, str]:
    """Return what stands before the last sentence of a text, and that sentence."""
    ends = [match.end() for match in re.finditer(r"[.;?!]\s+", text)]
    at = ends[-1] if ends else 0
    return text[:at], text[at:]


def _spliced(clause: str, after: str) -> str:
    """Return a sentence with its end said anew: from the word with which that begins, else from its last word."""
    words = clause.split()
    first = fold(after.split(maxsplit=1)[0].strip(",.?!"))
    same = [at for at, word in enumerate(words) if fold(word.strip(",.")) == first]
    kept = words[: same[-1]] if same else words[:-1]
    return " ".join([*kept, after])


@cache
def _marks(name: str, language: Language) -> re.Pattern[str]:
    words = "|".join(read_data(_DATA)[language.value][name])
    return re.compile(rf"(?<=\w)\s*(?:[,;(…–-]|\.+)\s*(?:(?:{words})\b[\s,.:!]*)+(?=\w)", re.IGNORECASE)
