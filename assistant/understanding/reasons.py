"""Why somebody asks, said after the question: "My boss keeps talking about it." It points back and adds nothing to look for. Pure."""

from __future__ import annotations

import re

REASON = re.compile(
    r"(?<=\?)\s+(?!(?:i|ik|ich|for|voor|für)\b)(?=[^?]*\b(?:it|them|er|erover|daarover|daarvan|hierover|davon|darüber|daraus)\b)[^?]+$",
    re.IGNORECASE,
)
"""What follows the last question, points back at it, and is not about the person who asks: that may narrow the answer."""

FEWEST = 3
"""Words of a question that can stand without what follows it."""


def without_reason(text: str) -> str:
    """Return a message without the reason after its question; as it is when it has none or little else."""
    rest = REASON.sub("", text)
    return rest if len(rest.split()) >= FEWEST else text
