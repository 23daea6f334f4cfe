"""The sentences of an admission rule that concern somebody: a rule that goes through all diplomas is a wall of text. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection

SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
LEAD = re.compile(r"^Met (?:een )?(?P<named>[^:;.]*?)(?=:| mag | kan | heb )")
DIPLOMA = re.compile(r"\b(?:(?:vmbo|havo|vwo|hbo|Abitur|Ad)\b|mbo-\d)")
"""How a sentence begins that holds for some diplomas only ("Met mbo-4 mag je er altijd in"), and what it names."""

SCHOOL_OF = {"de-abitur": "Abitur"}


def about(text: str, levels: Collection[str]) -> str:
    """Return a Dutch rule without the sentences about other diplomas than those of `levels`, which may be empty.

    Sentences stay word for word and in their order. The whole rule is returned where none of its sentences is about a diploma
    that is held: then what the others need says what is missing.
    """
    sentences = SENTENCE.split(text)
    named = [_named(one) for one in sentences]
    held = {
        SCHOOL_OF.get(level, level if level.startswith("mbo") else level.split("-")[0]) for level in levels
    }
    if not any(one & held for one in named):
        return text
    return " ".join(
        one for one, diplomas in zip(sentences, named, strict=True) if not diplomas or diplomas & held
    )


def _named(sentence: str) -> set[str]:
    """Return the diplomas that a sentence is about, none for one that holds for everybody."""
    lead = LEAD.match(sentence)
    return set(DIPLOMA.findall(lead["named"])) if lead else set()
