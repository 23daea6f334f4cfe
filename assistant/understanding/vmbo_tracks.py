"""A track of the vmbo that is named alone once the talk is about the vmbo ("oh wacht, hij doet kader"). Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.types import Question

ONE_WITH_SCHOOL = re.compile(
    r"\b(?:vmbo|vbo)[- ]?(?:basis|kader|bb|kb|bk|tl|gl|gt|gemengd\w*|theoretisch\w*)", re.IGNORECASE
)
"""A track with the school that it is of, as the law names them (WVO 2020, art. 2.5 to 2.8)."""

TRACK = re.compile(
    r"(?<!vmbo[- ])(?<!vbo[- ])(?<!vmbo)(?<![/-])\b(?P<track>kader|basis(?! van\b|kennis)|kb|bb|tl|gl|gemengde leerweg|theoretische leerweg)\b(?![/-])",
    re.IGNORECASE,
)

OTHER_THINGS = re.compile(r"\b(?:vca|vol|ehbo|cursus|nen)\b", re.IGNORECASE)
"""What has a "basis" of its own."""


def with_vmbo(question: Question) -> Question:
    """Return a message of a talk in which a track was named with "vmbo", with that before each track that it names alone; else as it is."""
    said = [turn.text for turn in question.history if turn.role == "user"]
    is_alone = TRACK.search(question.text) and not ONE_WITH_SCHOOL.search(question.text)
    if not is_alone or OTHER_THINGS.search(question.text) or not any(map(ONE_WITH_SCHOOL.search, said)):
        return question
    return replace(question, text=TRACK.sub(r"vmbo \g<track>", question.text))
