"""Sources that a question names beside what it asks: "volgens RVO", "bij DUO", "according to UWV". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.types import Language
from assistant.understanding.leaning import naming

MARKERS = r"volgens|according to|laut|nach angaben (?:von|des|der)"
"""Words that only a source follows."""

AT = r"bij|via|at|with|from|bei|beim|von"
"""Words that a desk follows to which one applies, as well as a school: of these only authorities are sources."""

ARTICLES = r"(?:(?:de|het|the|der|die|das|dem|den) )?"
NAME = r"[A-ZÀ-Þ][\w&.-]*(?: [A-ZÀ-Þ][\w&.-]*)*"


def without_sources(text: str, authorities: Iterable[str], language: Language) -> tuple[str, tuple[str, ...]]:
    """Return a question without the sources that it names, and their names; as it is when it names none, or nothing else."""
    known = "|".join(re.escape(name) for name in sorted(authorities, key=len, reverse=True))
    named = rf"(?i:{known})\b" if known else r"(?!)"
    pattern = re.compile(
        rf"\b(?:(?i:(?:{MARKERS}) {ARTICLES})(?P<said>{named}|{NAME})|(?i:(?:{AT}) {ARTICLES})(?P<desk>{named}))"
    )
    names = tuple(
        dict.fromkeys(match.group("said") or match.group("desk") for match in pattern.finditer(text))
    )
    rest = re.sub(r"\s+([,?!.])", r"\1", " ".join(pattern.sub(" ", text).split())).lstrip(" ,")
    return (rest, names) if names and naming(rest, language) else (text, ())
