"""In which language a model wrote, by its function words; names of the field, which stay Dutch, are left out."""

from __future__ import annotations

import re
from collections import Counter

from assistant.verification.lexicon import WORD, folded, plain, words

CLEARLY = 2
"""Function words that a text must have more of another language than of its own to be in that other language."""

_NAME = re.compile(
    r"\b[A-Z][\w&.'-]*(?: (?:(?:van|voor|de|der|het|en|in|of|for|the|und|für) )?[A-Z][\w&.'-]*)*"
)
_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"|‘[^’]*’")
_OPENING = re.compile(r"(?:^|[.!?:] )[A-Z][a-zà-ÿ]+")


def is_in_another_language(text: str, language: str) -> bool:
    """Say whether a text is clearly not in a language ("nl", "en" or "de"): a text with few function words is not."""
    counts = _counts(text)
    others = max((count for spoken, count in counts.items() if spoken != language), default=0)
    return others - counts[language] >= CLEARLY


def _counts(text: str) -> Counter[str]:
    """Count the function words of each language; a word of several counts for each of them."""
    lowered = _OPENING.sub(lambda match: match[0].lower(), _QUOTED.sub(" ", text))
    found = [folded(word) for word in WORD.findall(plain(_NAME.sub(" ", lowered)))]
    lists: dict[str, list[str]] = words()["functions"]
    return Counter(
        {name: sum(word in set(map(folded, known)) for word in found) for name, known in lists.items()}
    )
