"""Names in a sentence: each must occur in the evidence, and those of one fact in one clause of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.verification.items import items_of
from assistant.verification.lexicon import (
    everyday_words,
    folded,
    inverted,
    is_german_noun,
    is_translatable,
    meaning,
    ordinary_stems,
    stem,
    values,
    word_set,
    words,
)

_TOKEN = re.compile(r"[^\W\d_][\w&'’-]*")
_DEMONYM = ("e", "s", "n", "se", "er", "en", "sch", "sche", "isch", "ische", "ischen", "ers", "'s")


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised word and its place in the plain text of a sentence."""

    text: str
    start: int
    end: int
    is_opener: bool


MOST_REMEMBERED = 1_000
"""Sentences whose names are remembered: answers from records say the same ones again."""


@lru_cache(maxsize=MOST_REMEMBERED)
def names_of(sentence: str, language: str) -> tuple[Name, ...]:
    """Return the words of a plain sentence that are names by their capitals.

    The first word of a sentence or quotation is a name unless it is an ordinary opener; in German,
    where nouns have capitals, unless it looks like a noun of the language.
    """
    masked = sentence
    for item in items_of(sentence):
        masked = masked[: item.start] + " " * (item.end - item.start) + masked[item.end :]
    found = []
    for match in _TOKEN.finditer(masked):
        word = match[0].rstrip("'’-")
        if not any(letter.isupper() for letter in word) or len(word) < 2:
            continue
        opens = _opens(masked, match.start())
        if opens and word[1:].islower() and _leads_on(masked[match.end() :]):
            continue
        if not _is_ordinary(word, language, opens):
            found.append(Name(word, match.start(), match.start() + len(word), opens and word[1:].islower()))
    return tuple(found)


def _opens(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"'([*-")
    return not before or before[-1] in ".:!?;|"


def _leads_on(behind: str) -> bool:
    """Say whether an article or pronoun follows the first word of a sentence: so it is a verb or a conjunction ("Fehlt dir ein
    Fach", "Ontbreekt er een vak"), since what a name does follows it as a verb.
    """
    found = _TOKEN.match(behind.lstrip())
    return behind[:1] == " " and found is not None and found[0] in word_set("followers")


def is_ordinary_opener(word: str, known: Collection[str], lower: Collection[str]) -> bool:
    """Say whether the first word of a sentence is a word of the evidence, or begins like one without a capital there."""
    bare = folded(word)
    return meaning(word) in known or any(
        folded(other).startswith(bare[:COGNATE]) for other in lower if len(bare) >= COGNATE
    )


COGNATE = 5
"""Letters that a word and its twin in another language begin with: "Function group" and "functiegroep"."""


def _is_ordinary(word: str, language: str, opens: bool) -> bool:
    bare = folded(word)
    if bare in values("months") or bare in values("weekdays") or bare in inverted("units"):
        return True
    has_inner_capital = any(letter.isupper() for letter in word[1:])
    if has_inner_capital:
        return bare in inverted("concepts")
    if opens and (
        stem(bare) in ordinary_stems() or bare.endswith(tuple(words()["starters"]["opener_endings"]))
    ):
        return True
    if bare in inverted("concepts") and inverted("concepts")[bare] not in ("netherlands", "germany"):
        return True
    is_everyday = bool(language) and (opens or language == "de") and bare in everyday_words(language)
    if language == "de" or is_everyday:
        return is_everyday or is_german_noun(bare) or stem(bare) in ordinary_stems()
    return bare in ("i", "ik", "je", "u", "uw", "jij")


def parts_of(name: str) -> list[str]:
    """Return the pieces of a name that hyphens and ampersands join."""
    return [part for part in re.split(r"[-&/]", folded(name)) if len(part) > 1]


def occurs(name: str, tokens: frozenset[str]) -> bool:
    """Say whether every part of `name` is among the folded `tokens`, genitives and demonyms included.

    Of "ISCO-code" only what has a capital is a name.
    """
    named = [part for part in re.split(r"[-&/]", name) if any(letter.isupper() for letter in part)]
    parts = [part for part in map(folded, named) if len(part) > 1 and not is_german_noun(part)]
    # Of "hbo-Abschluss" what has a capital is a noun of the language: the rest has to occur.
    rest = [part for part in parts_of(name) if not is_german_noun(part)]
    return all(_part_occurs(part, tokens) for part in parts or rest or parts_of(name))


def _is_of_place(part: str, tokens: frozenset[str]) -> bool:
    """Say whether a word is the adjective of a place among the tokens: "Zwolse" of Zwolle, "Twentse" of Twente."""
    base = next((part[: -len(ending)] for ending in ("se", "s") if part.endswith(ending)), "")
    return len(base) >= 4 and any(
        token.startswith(base) and len(token) <= len(base) + 2 for token in tokens if token != part
    )


def _part_occurs(part: str, tokens: frozenset[str]) -> bool:
    bare = part.removesuffix("'s")
    if bare in tokens or bare.removesuffix("s") in tokens or f"{bare}s" in tokens:
        return True
    if _is_of_place(bare, tokens):
        return True
    if is_translatable(bare) and meaning(bare) in {meaning(token) for token in tokens}:
        return True
    return len(bare) >= 5 and any(_is_demonym(bare, token) or _is_demonym(token, bare) for token in tokens)


def _is_demonym(longer: str, shorter: str) -> bool:
    return len(shorter) >= 5 and longer.startswith(shorter) and longer[len(shorter) :] in _DEMONYM


def tokens_of(text: str) -> frozenset[str]:
    """Return the folded words of `text`, and the parts that hyphens and ampersands join."""
    tokens = set()
    for match in _TOKEN.finditer(text):
        word = folded(match[0]).rstrip("'’-")
        tokens |= {word, word.removesuffix("'s"), *parts_of(word)}
    return frozenset(tokens)


def groups_of(names: Sequence[Name], sentence: str) -> list[list[Name]]:
    """Return the names in groups: neighbours, and members of one enumeration ("A, B en C"), belong together."""
    groups: list[list[Name]] = []
    for name in names:
        between = sentence[groups[-1][-1].end : name.start] if groups else ""
        if groups and re.fullmatch(
            r"[\s,;/()\"'-]*(?:en|and|und|of|or|oder|&|van|de|der|voor|of the)?[\s\"']*", between
        ):
            groups[-1].append(name)
        else:
            groups.append([name])
    return groups


def are_together(
    groups: Sequence[Sequence[Name]], clauses: Iterable[frozenset[str]], ambient: frozenset[str]
) -> bool:
    """Say whether some clause joins each name with a member of every other group.

    Names in `ambient` (title, headings) are joined with everything.
    """
    if len(groups) < 2:
        return True
    windows = list(clauses)
    for group in groups:
        others = [other for other in groups if other is not group]
        for name in group:
            if occurs(name.text, ambient):
                continue
            homes = [window for window in windows if occurs(name.text, window)]
            for other in others:
                if not any(occurs(one.text, home | ambient) for one in other for home in homes):
                    return False
    return True
