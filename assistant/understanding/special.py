"""Messages that are answered before anything is looked up: someone in need, small talk, questions about the assistant.

Rules and phrases only, so that help comes first and always: no retrieval, no model. Data: data/special.yaml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

from knowledge.language.normalisation import fold

_DATA = Path(__file__).parent / "data" / "special.yaml"

LONGEST_SMALL_TALK = 60
"""Characters; a longer message has a question in it."""


class Special(StrEnum):
    """Kinds of messages with a fixed answer, in the order in which they are looked for."""

    CRISIS = "crisis"
    JUDGE_PERSON = "judge_person"
    SMALL_TALK = "small_talk"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class _Phrases:
    match: tuple[re.Pattern[str], ...]
    never: tuple[re.Pattern[str], ...]


def special_kind(text: str) -> Special | None:
    """Return what kind of special message a text is, or None when it is a question like others."""
    folded = " ".join(fold(text).split())
    for kind in Special:
        if kind is Special.SMALL_TALK and len(folded) > LONGEST_SMALL_TALK:
            continue
        phrases = _phrases()[kind]
        is_meant = any(pattern.search(folded) for pattern in phrases.match)
        if is_meant and not any(pattern.search(folded) for pattern in phrases.never):
            return kind
    return None


@cache
def _phrases() -> dict[Special, _Phrases]:
    raw = yaml.safe_load(_DATA.read_text("utf-8"))
    return {
        kind: _Phrases(
            tuple(re.compile(pattern) for pattern in raw[kind.value]["match"]),
            tuple(re.compile(pattern) for pattern in raw[kind.value]["never"]),
        )
        for kind in Special
    }
