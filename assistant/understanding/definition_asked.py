"""What something is, asked behind a story that has nothing to do with it: "Ik wil werken en leren. Wat is BBL?". Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.types import Question

DEFINITION = re.compile(
    r"^(?P<story>[^?]*[.!])\s+(?P<asked>(?:(?:maar|en|but|and|aber|und),?\s+)?"
    r"(?:(?i:wat (?:is|zijn|betekent)|what (?:is|are)|was (?:ist|sind|bedeutet))\s+(?:(?i:een|de|het|eigenlijk|precies|a|an|the|exactly|ein|eine|der|die|das|eigentlich|genau)\s+)*"
    r"(?P<thing>(?=[^?]*(?:[A-ZÀ-Þ]|\b(?:bbl|bol|evc|nlqf|vca|slim)\b))[\w&!.'-]+(?:\s[\w&!.'-]+){0,2}?)(?:\s(?i:eigenlijk|precies|exactly|genau|dan|nou))*)\s*\?+)\s*$"
)
"""A question for what one thing is, by its name, at the end of a message that asks nothing else."""


def without_story_before_definition(question: Question) -> Question:
    """Return a message that only asks what something with a name is, behind what somebody told, as that question; any other as it is."""
    found = DEFINITION.match(question.text)
    return replace(question, text=found["asked"]) if found is not None else question
