"""Negation: what the sentence denies, the evidence must deny, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.verification.lexicon import WORD, content, folded, word_set

ALIKE = 0.34
"""Dice overlap from which two parts of sentences are taken to speak of the same thing."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch between breaks of a sentence: its content words and how often it denies."""

    meanings: frozenset[str]
    denials: int


def denials_in(text: str) -> int:
    """Return the number of negating words in a plain text, "n't" included."""
    return len(re.findall(r"n't\b", text)) + sum(
        folded(word) in word_set("negators") for word in WORD.findall(text)
    )


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(
        rf"[,;:()|\t]|\b(?:{'|'.join(map(re.escape, sorted(word_set('breaks'))))})\b", re.IGNORECASE
    )


def parts_of(text: str) -> list[Part]:
    """Return the parts of a plain sentence; one without content words belongs to the part before it."""
    parts: list[Part] = []
    for stretch in _breaks().split(text):
        part = Part(frozenset(content(stretch)), denials_in(stretch))
        if parts and not part.meanings:
            parts[-1] = Part(parts[-1].meanings, parts[-1].denials + part.denials)
        elif part.meanings or part.denials:
            parts.append(part)
    return parts


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def denies_alike(sentence: str, clauses: Sequence[str]) -> bool:
    """Say whether each part of `sentence` denies as often as the part of the evidence most like it.

    `clauses` are plain sentences and rows of the evidence, in one language with the sentence.
    """
    evidence = [part for clause in clauses for part in parts_of(clause)]
    return all(_has_twin(part, evidence) for part in parts_of(sentence)) and _whole_agrees(sentence, clauses)


def _has_twin(part: Part, evidence: Sequence[Part]) -> bool:
    best = max((_alike(part.meanings, other.meanings) for other in evidence), default=0.0)
    if best >= ALIKE:
        twins = [other for other in evidence if _alike(part.meanings, other.meanings) >= best - 1e-9]
        return any(part.denials == other.denials for other in twins)
    return not part.denials or any(other.denials and part.meanings & other.meanings for other in evidence)


def _whole_agrees(sentence: str, clauses: Sequence[str]) -> bool:
    """A sentence that is nearly a sentence of the evidence denies exactly as often as that one."""
    words = frozenset(content(sentence))
    near = [clause for clause in clauses if _alike(words, frozenset(content(clause))) >= 0.8]
    return not near or any(denials_in(clause) == denials_in(sentence) for clause in near)


def has_opposite(sentence: str, clauses: Sequence[str]) -> bool:
    """Say whether a word of the sentence stands in the evidence only with "on-" or "un-" before it, or the reverse."""
    found = {folded(word) for clause in clauses for word in WORD.findall(clause)}
    for word in map(folded, WORD.findall(sentence)):
        if word in found or len(word) < 5:
            continue
        if any(prefix + word in found for prefix in ("on", "un", "in", "im")):
            return True
        if word[:2] in ("on", "un", "in", "im") and word[2:] in found:
            return True
    return False
