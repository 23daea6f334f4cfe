"""What somebody says of themselves before what they ask of programmes: no filter of what is looked for. Pure."""

from __future__ import annotations

import re

OWN_STORY = re.compile(
    r"^\s*(?P<story>(?:ik\s+(?:heb|sta|werk)|i\s+(?:have|work|hold)|i've\s+(?:got|done)|ich\s+(?:habe|arbeite))\s[^.?!;,]{2,70}?)"
    r"(?:\s+(?:en|and|und|maar|but|aber)\s+(?=(?:(?:ik|i|ich)\s+)?(?:wil|zou|wou|want|would|möchte|will)\b)|\s*[.!;]\s+(?=\w))",
    re.IGNORECASE,
)
"""What somebody has or does, up to what they want or ask: "Ik heb hbo werktuigbouwkunde en wil ...", "I have a bachelor in ICT. Does ...?"."""


def own_story(text: str) -> str:
    """Return what a message that asks tells first of the diploma or work of who asks, "" where it tells none."""
    found = OWN_STORY.match(text)
    return found["story"] if found else ""


def without_own_story(text: str) -> str:
    """Return a message from what it wants or asks on, as it was where it tells nothing before that."""
    return OWN_STORY.sub("", text)
