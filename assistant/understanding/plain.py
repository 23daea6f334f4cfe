"""What people type in a chat, written in full: "hoevl kost da", "kwil ff weten", "whats", "gibts". Pure.

Only words and phrases of a list are replaced; greetings and thanks are left out. Typing errors are for `mending`, which
knows the words of the sources. Data: data/street.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path

from assistant.types import Language
from knowledge.data_files import read_data
from knowledge.language.normalisation import fold

_DATA = Path(__file__).parent / "data" / "street.yaml"

_WORD = re.compile(r"(?<![&\w/])['’´]?\w+(?:['’´]\w+)?(?![&\w/])")
"""A word; letters around "&" or "/" are a name ("N&T", "m/v"), not words."""

_CONTRACTED = re.compile(r"(\w{2,})'([kj])")
"""A verb with what is left of "ik" or "je" ("kan'k", "heb'j")."""

_PRONOUNS = {"k": "ik", "j": "je"}

_BEFORE_FIGURE = re.compile(r"\s*\d")
_SHOUTED = re.compile(r"\s*[?!]*\?[?!\s]*(?=\s|$)|\s*!{2,}")
"""Marks that say more than once that something is asked."""

TELLING = 2
"""Words that must be left when what stands around a question is taken off."""


@dataclass(frozen=True, slots=True)
class _Street:
    words: Mapping[str, str]
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    phrases: tuple[tuple[re.Pattern[str], str], ...]


MOST_REMEMBERED = 256
"""Messages that are remembered in full: those of the talks that go on are put in full with each new one."""


@lru_cache(MOST_REMEMBERED)
def in_full(text: str, language: Language) -> str:
    """Return a message with chat words in full and the spaces tidied; what it leaves empty comes back as it was."""
    street = _street()[language]
    is_shouted = text == text.upper()

    def full(match: re.Match[str]) -> str:
        typed = match.group()
        if typed.isupper() and (len(typed) > 1 or match.start() > 0) and not is_shouted:
            return typed  # an abbreviation, or the letter of a group ("en in J?")
        word = fold(typed).replace("’", "'").replace("´", "'")
        if (len(word) == 1 or word in BEFORE_FIGURES) and _BEFORE_FIGURE.match(text, match.end()):
            return typed
        if len(typed) == 1 and _is_letter(text, match):
            return typed
        if word in street.words:
            return _cased(typed, street.words[word])
        if language is Language.DUTCH and (parts := _CONTRACTED.fullmatch(word)):
            return f"{typed[: len(parts.group(1))]} {_PRONOUNS[parts.group(2)]}"
        return typed

    written = _alone(_SHOUTED.sub(_once, _WORD.sub(full, text)), street)
    for pattern, meant in street.phrases:
        written = pattern.sub(partial(_expanded, meant), written)
    tidy = re.sub(r"[^\S\n]{2,}", " ", written).strip(" ,")
    return tidy if re.search(r"\w", tidy) else text


def _is_letter(text: str, match: re.Match[str]) -> bool:
    """Say whether a single letter names something: a branch of the vmbo, a group, a profile ("vmbo t", "N en T")."""
    return bool(_NAMED_BY_LETTER.search(text[: match.start()]) or _LETTER_NEXT.match(text, match.end()))


_NAMED_BY_LETTER = re.compile(
    r"\b(?:vmbo|groep|functiegroep|niveau|klas|operator|wiskunde|[nec] en)[ -]$", re.IGNORECASE
)
_LETTER_NEXT = re.compile(r" en [tgm]\b", re.IGNORECASE)

BEFORE_FIGURES = frozenset(["nr", "jr", "gr"])
"""Chat words that before a figure are something else ("nr 3"), as single letters are."""


def _expanded(meant: str, match: re.Match[str]) -> str:
    """Return a phrase as it was meant; a pronoun that no longer comes first loses its capital."""
    full = _LATER_PRONOUN.sub(lambda pronoun: pronoun.group().lower(), match.expand(meant))
    return full[:1].upper() + full[1:] if match.group()[:1].isupper() else full


_LATER_PRONOUN = re.compile(r"(?<= )(?:Ik|Je|Jij|We|Wij)\b")


def _once(match: re.Match[str]) -> str:
    return "?" if "?" in match.group() else "!"


def _alone(text: str, street: _Street) -> str:
    """Return a message without greetings and thanks; one that is little else comes back as it was."""
    rest = text
    before = ""
    while rest != before:
        before = rest
        rest = street.closing.sub(r"\g<mark>", street.opening.sub("", rest)).strip()
    return rest if len(re.findall(r"\w{2,}", rest)) >= TELLING else text


def _cased(written: str, full: str) -> str:
    """Return the full form with the capital that the written form began with."""
    return full[:1].upper() + full[1:] if written[:1].isupper() and not written.isupper() else full


@cache
def _street() -> Mapping[Language, _Street]:
    raw = read_data(_DATA)
    return {
        Language(code): _Street(
            {fold(word): full for word, full in entry["words"].items() if word != full},
            re.compile(rf"^[\s,.!]*(?:{'|'.join(entry['opening'])})[\s,]*", re.IGNORECASE),
            re.compile(
                rf"(?:^|(?<=[\s?.!,]))[\s,.!-]*(?P<mark>[?]?)\s*(?:{'|'.join(entry['closing'])})[\s,.!?]*$",
                re.IGNORECASE,
            ),
            tuple((re.compile(one, re.IGNORECASE), meant) for one, meant in entry.get("phrases", ())),
        )
        for code, entry in raw.items()
    }
