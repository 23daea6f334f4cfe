"""Bind what is claimed of something (free, mandatory, guaranteed) to what it is claimed of.

"Gratis advies over een opleiding" has every word of "de opleiding is gratis" and says something else: the claim has to be made
of the same thing. What it is made of is the noun behind it ("gratis en onafhankelijk advies"), else what stands before it in
its sentence ("de opleiding is gratis").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.verification.clauses import Clause
from assistant.verification.lexicon import WORD, content, folded, function_words, is_alike, meaning, word_set


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim of a clause, and the meanings of what it is made of; none when the clause names nothing."""

    claim: str
    of: frozenset[str]


def claimed_in(text: str) -> tuple[Claimed, ...]:
    """Return the claims of a plain sentence with what each is made of, in order."""
    claims = {f"#{name}" for name in word_set("bound_claims")}
    found = []
    for match in WORD.finditer(text):
        if meaning(match[0]) not in claims:
            continue
        noun = _noun_behind(text[match.end() :])
        stretch = noun or _before(text[: match.start()])
        of = frozenset(word for word in content(f". {stretch}") if word not in claims)
        found.append(Claimed(meaning(match[0]), of))
    return tuple(found)


_SECOND = re.compile(r"^,? (?:en|and|und|maar|but|aber) [^\W\d_]+")
_NEXT = re.compile(r"^ ([^\W\d_][\w-]*)")
_BREAK = re.compile(r"[.;:|]|, (?=[^\W\d_])")


def _noun_behind(text: str) -> str:
    """Return the word that a claim describes from in front ("gratis advies"), "" when a function word or a mark follows it."""
    second = _SECOND.match(text)
    found = _NEXT.match(text[second.end() :] if second else text)
    word = found[1] if found else ""
    return "" if folded(word) in function_words() | word_set("breaks") | word_set("negators") else word


def _before(text: str) -> str:
    """Return the stretch before a claim from the last break that leaves it a word."""
    stretches = [stretch for stretch in _BREAK.split(text) if content(f". {stretch}")]
    return stretches[-1] if stretches else ""


def unbound_claim(own: Iterable[Clause], clauses: Sequence[Clause], is_same_language: bool) -> str:
    """Return a claim of a sentence that no sentence of the evidence makes of the same thing, "" when there is none.

    A claim that the evidence makes of nothing that it names ("Dat is gratis"), or of something that cannot be compared because
    the sentence's word for it has no twin in the other language, is let through here.
    """
    given = [claimed for clause in clauses for claimed in claimed_in(clause.text)]
    known = {word for clause in clauses for word in clause.meanings}
    for clause in own:
        for asked in claimed_in(clause.text):
            made = [one.of for one in given if one.claim == asked.claim]
            is_open = not asked.of or not made or any(not of for of in made)
            is_foreign = not is_same_language and not any(is_alike(word, known) for word in asked.of)
            if not is_open and not is_foreign and not any(is_alike(w, of) for of in made for w in asked.of):
                return asked.claim
    return ""
