"""Whether somebody says that they, or someone near them, do not want to be any more: by a grammar, in data/despair.yaml.

A wish not to be is heard in whatever words it is put together; despair of which it is not said of what ("ik kan niet meer") only
where nothing in the message says what cannot be gone on with. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.types import Language
from knowledge.data_files import read_data
from knowledge.language.real_words import real_words

_DATA = Path(__file__).parent / "data" / "despair.yaml"
_PART = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class _Grammar:
    match: tuple[re.Pattern[str], ...]
    empty: tuple[re.Pattern[str], ...]
    of_something: tuple[re.Pattern[str], ...]
    idioms: tuple[re.Pattern[str], ...]
    swapped: tuple[str, ...]
    spelled: Mapping[str, str]


def despairs(folded: str) -> bool:
    """Say whether a folded message without figures of speech wishes not to be, for oneself or of someone near."""
    return any(pattern.search(folded) for pattern in _grammar().match)


def despairs_of_nothing(folded: str) -> bool:
    """Say whether a folded message despairs, and its words do not say of what work, body or thing."""
    grammar = _grammar()
    if any(pattern.search(folded) for pattern in grammar.of_something):
        return False
    return any(pattern.search(folded) for pattern in grammar.empty)


def without_idioms(folded: str) -> str:
    """Return a folded message without the figures of speech in which death is no death ("hoe dood is de markt")."""
    for idiom in _grammar().idioms:
        folded = idiom.sub(" ", folded)
    return folded


def straight(folded: str) -> str:
    """Return a folded message in which short words of the grammar are spelled right: "neit" and "ni" are "niet"."""
    grammar = _grammar()
    return re.sub(
        r"\b[a-z]{2,5}\b",
        lambda match: grammar.spelled.get(match.group()) or _unswapped(match.group(), grammar.swapped),
        folded,
    )


def _unswapped(word: str, words: Sequence[str]) -> str:
    if word in words:
        return word
    alike = (one for one in words if one[0] == word[0] and sorted(one) == sorted(word))
    meant = next(alike, word)
    is_word = meant != word and any(word in real_words(language) for language in Language)
    return word if is_word else meant


@cache
def _grammar() -> _Grammar:
    raw = read_data(_DATA)
    parts = raw["parts"]

    def patterns(name: str) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(_PART.sub(lambda part: parts[part.group(1)], text)) for text in raw[name])

    return _Grammar(
        match=patterns("match"),
        empty=patterns("empty"),
        of_something=patterns("of_something"),
        idioms=patterns("idioms"),
        swapped=tuple(raw["swapped"]),
        spelled=dict(raw["spelled"]),
    )
