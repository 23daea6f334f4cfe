"""Noise: a clean question as somebody else would type it. Pure; the same chance gives the same text.

Each kind has its own function, and the last two are kinds together, as they come in life. Rules: noise.yaml.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assistant.types import Language
from knowledge.language.normalisation import fold

_RULES = Path(__file__).parent / "noise.yaml"
_WORD = re.compile(r"[^\W\d_]+")

SHORTEST_MISTYPED = 4
"""Letters of the shortest word in which a letter goes wrong."""

PER_WORD = 0.3
"""Chance that a long enough word is mistyped; at least one word of a question is."""

PER_RULE = 0.5
"""Chance that a rule that fits is used."""


@dataclass(frozen=True, slots=True)
class Chance:
    """What decides: a seeded generator, and whether the rules of the held half are drawn from (else those of the other)."""

    lot: random.Random
    is_held: bool

    def mine(self, rules: Sequence[Any]) -> Sequence[Any]:
        """Return the rules of this half."""
        return rules[int(self.is_held) :: 2]

    def happens(self, share: float) -> bool:
        """Say whether something with this chance happens."""
        return self.lot.random() < share


Noise = Callable[[str, Chance], str]


def keyboard(text: str, chance: Chance) -> str:
    """Hit the key beside the right one, in some words."""
    neighbours: Mapping[str, str] = _rules()["keyboard"]

    def slipped(word: str) -> str:
        at = chance.lot.randrange(1, len(word))
        near = neighbours.get(word[at].lower())
        return word[:at] + chance.lot.choice(near) + word[at + 1 :] if near else word

    return _in_some_words(text, chance, slipped)


def letters(text: str, chance: Chance) -> str:
    """Leave out, double or swap a letter, in some words."""

    def slipped(word: str) -> str:
        at = chance.lot.randrange(1, len(word) - 1)
        how = chance.lot.choice(("drop", "double", "swap"))
        if how == "drop":
            return word[:at] + word[at + 1 :]
        if how == "double":
            return word[:at] + word[at] + word[at:]
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    return _in_some_words(text, chance, slipped)


def phonetic(text: str, chance: Chance) -> str:
    """Write some words as they are heard; abbreviations in capitals are not."""
    rules = chance.mine(_rules()["phonetic"])

    def heard(match: re.Match[str]) -> str:
        word = match.group()
        return word if word.isupper() else _rewritten(word, chance, rules, whole=False)

    return _WORD.sub(heard, text)


def bare(text: str, chance: Chance) -> str:
    """Leave out capitals, accents and punctuation; a number keeps its separators."""
    plain = re.sub(r"(?<!\d)[.,;:!?()\"'’]|[.,;:!?()\"'’](?!\d)", "", fold(text))
    return re.sub(r"\s+", " ", plain).strip()


def chat(text: str, chance: Chance) -> str:
    """Write as in a chat: bare, with shortened words and without the n that nobody says."""
    short = _rewritten(bare(text, chance), chance, chance.mine(_rules()["chat"]), whole=True)
    clipped = re.compile(str(_rules()["clipped"]))
    return clipped.sub(lambda match: "" if chance.happens(PER_RULE / 2) else match.group(), short)


def fillers(text: str, chance: Chance) -> str:
    """Put words around it that ask nothing."""
    opening, closing = (
        str(chance.lot.choice(chance.mine(_rules()[name]))) for name in ("opening", "closing")
    )
    return chance.lot.choice((opening + text, text + closing, opening + text + closing))


def articles(text: str, chance: Chance) -> str:
    """Leave out articles, or take the wrong one."""
    return _rewritten(text, chance, chance.mine(_rules()["articles"]), whole=True)


def order(text: str, chance: Chance) -> str:
    """Say it in the order and with the verbs of somebody who learns Dutch."""
    return _rewritten(text, chance, chance.mine(_rules()["order"]), whole=False)


def compounds(text: str, chance: Chance) -> str:
    """Write compounds apart, and words as one that are two."""
    heads = "|".join(sorted(chance.mine(_rules()["heads"]), key=len, reverse=True))
    apart = re.sub(
        rf"(?<=[a-z]{{3}})({heads})\b",
        lambda match: f" {match.group(1)}" if chance.happens(PER_RULE) else match.group(1),
        text,
    )
    return _rewritten(apart, chance, chance.mine(_rules()["joined"]), whole=False)


def dialect(text: str, chance: Chance) -> str:
    """Say some little words as in Twente."""
    return _rewritten(text, chance, chance.mine(_rules()["dialect"]), whole=True)


def street(text: str, chance: Chance) -> str:
    """Write as on the street: chat words, words around it, now and then a slip."""
    return bare(fillers(letters(chat(text, chance), chance), chance), chance)


def learner(text: str, chance: Chance) -> str:
    """Write as a newcomer: no articles, other order, spelled by ear."""
    return phonetic(order(articles(text, chance), chance), chance)


DUTCH: Mapping[str, Noise] = {
    one.__name__: one
    for one in (
        keyboard,
        letters,
        phonetic,
        bare,
        chat,
        fillers,
        articles,
        order,
        compounds,
        dialect,
        street,
        learner,
    )
}
"""The kinds of noise in Dutch questions, by name."""

FOREIGN: Mapping[str, Noise] = {one.__name__: one for one in (keyboard, letters, bare)}
"""Those in English and German ones."""


def noisy(text: str, kind: str, language: Language, seed: str, is_held: bool) -> str:
    """Return a question with one kind of noise; the text itself where the kind finds nothing to change.

    Raises `KeyError` for a kind that the language does not have.
    """
    kinds = DUTCH if language is Language.DUTCH else FOREIGN
    return kinds[kind](text, Chance(random.Random(f"{seed} {kind} {text}"), is_held))  # noqa: S311


def _in_some_words(text: str, chance: Chance, slipped: Callable[[str], str]) -> str:
    """Return a text with some of its longer words changed, at least one if it has any."""
    places = [match.span() for match in _WORD.finditer(text) if len(match.group()) >= SHORTEST_MISTYPED]
    chosen = [place for place in places if chance.happens(PER_WORD)] or places[:0]
    if not chosen and places:
        chosen = [chance.lot.choice(places)]
    for start, end in reversed(chosen):
        text = text[:start] + slipped(text[start:end]) + text[end:]
    return text


def _rewritten(text: str, chance: Chance, rules: Sequence[Sequence[str]], whole: bool) -> str:
    """Return a text with the rules that fit used, each place by lot; `whole` for rules of whole words, with or without capital."""
    for heard, written in chance.lot.sample(list(rules), len(rules)):
        pattern = rf"\b{re.escape(heard)}" + (r"\b" if not heard.endswith(" ") else "") if whole else heard

        def replaced(match: re.Match[str], written: str = written) -> str:
            return match.expand(written) if chance.happens(PER_RULE) else match.group()

        text = re.sub(pattern, replaced, text, flags=re.IGNORECASE)
    return text


@cache
def _rules() -> Mapping[str, Any]:
    rules: Mapping[str, Any] = yaml.safe_load(_RULES.read_text("utf-8"))
    return rules
