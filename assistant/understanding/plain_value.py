"""Questions for one plain value ("in welk jaar", "op welk niveau is dat") in a message that tells of somebody's own way. Pure."""

from __future__ import annotations

import re

from assistant.types import Language
from assistant.understanding.leaning import leans
from assistant.understanding.story import has_proper_name, told_and_asked
from assistant.understanding.subject import subject_in

ASKS_PLAIN_VALUE = re.compile(
    r"\b(?:sinds wanneer|wanneer (?:is|was|zijn|waren|begon\w*|start\w*|stopt\w*|ging\w*)|(?:in|sinds|vanaf) welk jaar|op welke (?:dag|datum)"
    r"|in welke (?:stad|plaats|taal)|welk (?:(?:mbo|nlqf|eqf)[ -]?)?niveau|hoe ?lang (?:duur\w*|mag|mogen|kan|moet)|hoeveel (?!euro|geld|kost)[\w-]+"
    r"|since when|when (?:did|was|were|is|does)|(?:in |since )?(?:what|which) year|on (?:what|which) (?:day|date)"
    r"|in (?:what|which) (?:city|town|language)|(?:what|which) (?:(?:mbo|nlqf|eqf)[ -]?)?level|how long (?:does|did|is|may|can)|how many [\w-]+"
    r"|seit wann|wann (?:wurde|war|begann|startete|ist)|(?:in|seit) welchem jahr|an welchem tag|in welche[rm] (?:stadt|ort|sprache)"
    r"|(?:auf )?welche[sm]? (?:(?:mbo|nlqf|eqf)[ -]?)?niveau|wie lange dauert|wie viele [\w-]+)\b",
    re.IGNORECASE,
)
OF_OWN_WAY = re.compile(
    r"\b(?:kan|mag|moet|zal|ga|ben|heb) ik\b|\b(?:can|may|must|do|will|should|am|have) i\b|\b(?:kann|darf|muss|soll|werde|bin|habe) ich\b",
    re.IGNORECASE,
)
"""What depends on who asks is no plain value."""


def plain_value_asked(text: str, language: Language) -> str:
    """Return the question for a plain value that a message ends with, so that it stands alone; "" for a message without one."""
    story, asked = told_and_asked(text, language)
    if ASKS_PLAIN_VALUE.search(asked) is None or OF_OWN_WAY.search(asked):
        return ""
    if not story:
        return "" if leans(asked, language) else asked
    if has_proper_name(asked, language) and not leans(asked, language):
        return asked
    return f"{asked.rstrip(' ?!.')}, {subject_in(story, language)}?"
