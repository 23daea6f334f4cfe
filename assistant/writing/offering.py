"""What we offer at the end of an answer, and what a "ja" to it means. Pure."""

from __future__ import annotations

from assistant.types import Language
from assistant.understanding.leaning import says_yes
from assistant.writing.phrases import say

OFFERS = {"record_offer_more": "record_ask_more", "record_offer_costs": "record_ask_costs"}
"""Our question, and the question of the reader that a yes stands for: keys of the phrases."""


def accepted(text: str, said: str) -> str | None:
    """Return what a message asks when it says yes to the offer that our last answer `said` ends with; else None."""
    for language in Language:
        if not says_yes(text, language):
            continue
        for offer, question in OFFERS.items():
            if say(language, offer) in said:
                return say(language, question)
    return None
