"""How much of a question a sentence accounts for by itself, and with the headings above it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.writing.relevance import met
from knowledge.types import QuestionWord


def coverages(
    words: Sequence[QuestionWord], text: str, own: frozenset[str], context: frozenset[str]
) -> tuple[float, float]:
    """Return the `relevance.coverage` by a text with its own folded words, and by these with those of its context: the second is no less.

    A word that both together do not meet is not looked for twice.
    """
    total = sum(word.weight for word in words)
    if total <= 0:
        return 0.0, 0.0
    together, by_own, by_both = own | context, 0.0, 0.0
    for word in words:
        share = met(word, text, together)
        if share > 0:
            by_both += word.weight * share
            by_own += word.weight * met(word, text, own)
    return by_own / total, by_both / total
