"""Gives names the capitals back that a message without any capital left out ("bij saxion in twente"). Pure.

Which words are names, the sources say: those that they write with a capital in the midst of a sentence, nearly always.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.language.normalisation import fold
from knowledge.language.real_words import level_in

LEAST_TIMES, MOSTLY = 2, 0.9
"""How often, and in which share of its places, a word is written with a capital from which it is a name."""

EVERYDAY = 8
"""Level from which a word is more often an everyday one than a name ("stap", "slim")."""

_MID_SENTENCE = re.compile(r"(?<=[\w,;] )[A-ZÀ-Þ][\w]*")
_SMALL = re.compile(r"(?<![\w./@-])[a-zà-þ]\w*(?![\w-]*[./@:]\w)")
"""A word without a capital that is no part of an address."""
_ABBREVIATION = re.compile(r"\b[A-Z]{3,}\b")
_WORD = re.compile(r"[^\W\d_]\w*")


@dataclass(frozen=True, slots=True)
class Casing:
    """Names as the sources write them, by their folded form."""

    names: Mapping[str, str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Casing:
        """Return the names that texts have."""
        written: Counter[str] = Counter()
        small: Counter[str] = Counter()
        for text in texts:
            written.update(_MID_SENTENCE.findall(text))
            small.update(map(fold, _SMALL.findall(text)))
        usual: dict[str, str] = {}
        capitals: Counter[str] = Counter()
        for form, count in written.most_common():
            usual.setdefault(fold(form), form)
            capitals[fold(form)] += count
        return cls(
            {
                word: form
                for word, form in usual.items()
                if capitals[word] >= LEAST_TIMES
                and capitals[word] >= MOSTLY * (capitals[word] + small[word])
                and len(word) > 1
                and not _is_everyday(word)
            }
        )

    def restored(self, text: str) -> str:
        """Return `text` with its names in capitals, when it has no capital but perhaps the first and abbreviations; else as it is."""
        rest = _ABBREVIATION.sub("", text[1:])
        if rest != rest.lower() or text == text.upper():
            return text
        return _WORD.sub(lambda match: self.names.get(fold(match.group()), match.group()), text)


def _is_everyday(word: str) -> bool:
    return any((level_in(word, language) or 0) >= EVERYDAY for language in ("nl", "en", "de"))
