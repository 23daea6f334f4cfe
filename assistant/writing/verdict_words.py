"""Yes or no before a translated sentence, where a question and a Dutch sentence speak of one and the same thing plainly. Pure.

Only of what is needed, and of what has ended; a condition, an exception or a second clause leaves the word out, since the sentence
itself says it better. What may be done is never answered by one word: that takes a rule.
"""

from __future__ import annotations

import re

from assistant.types import Language
from assistant.writing.phrases import say

ASKS_NEED = re.compile(
    r"^(?:do|does|must|is|are|will)\b[^?]*\b(?:need|needs|needed|have to|must|require|required|necessary|compulsory|mandatory|obligatory)\b"
    r"|^must\b|^(?:muss|müssen|brauche|brauchen|braucht|benötige|ist|sind)\b[^?]*(?:\b(?:nötig|notwendig|erforderlich|pflicht|vorgeschrieben|verpflichtend|machen|haben)\b|^brauch)",
    re.IGNORECASE,
)
"""A question whether something is needed, with its verb first."""

SAYS_NEED = re.compile(r"\b(?:nodig|verplicht|vereist|moet|moeten)\b", re.IGNORECASE)
ASKS_STILL = re.compile(
    r"^(?:is|are|does|do|can|gibt|ist|kann)\b[^?]*\b(?:still|yet|any ?more|noch|weiterhin)\b", re.IGNORECASE
)
"""A question whether something is still there, with its verb first."""

SAYS_ENDED = re.compile(
    r"\b(?:is|zijn) (?:(?:per|sinds|op) [\w ]{4,24} )?(?:gestopt|beëindigd|afgeschaft|vervallen)\b",
    re.IGNORECASE,
)
NOT = re.compile(r"\b(?:niet|geen|nooit|hoef|hoeft|hoeven)\b", re.IGNORECASE)
UNDER_CONDITION = re.compile(
    r"\b(?:als|alleen|mits|tenzij|soms|maar|of|behalve|indien|meestal|kan|kunnen|ander|andere|anders)\b|;",
    re.IGNORECASE,
)


def verdict_word(question: str, sentence: str, language: Language) -> str:
    """Return "Yes: ", "No: " or "" for a question and the Dutch sentence that answers it."""
    asked = question.strip()
    if ASKS_STILL.search(asked) and SAYS_ENDED.search(sentence):
        return say(language, "verdict_no")
    if not (ASKS_NEED.search(asked) and SAYS_NEED.search(sentence)) or UNDER_CONDITION.search(sentence):
        return ""
    return say(language, "verdict_no" if NOT.search(sentence) else "verdict_yes")
