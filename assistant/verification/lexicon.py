"""The word lists of verification, and what a word means here. The data is in `words.toml`."""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from functools import cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Any

from knowledge.language.compounds import listed_parts

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
"""Format characters, variation selectors, tags, bidi overrides and controls: they show nothing and may hide text."""

_LIKE_ASCII = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"',
     "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "ﬁ": "fi", "ﬂ": "fl", "ĳ": "ij", "Ĳ": "IJ"}
)  # fmt: skip

WORD = re.compile(r"[^\W\d_]+(?:[-'&][^\W\d_]+)*")
"""Letters, with hyphens, apostrophes and ampersands inside."""

_SUFFIXES = ("tjes", "ene", "en", "es", "er", "s", "e", "n", "t")


def without_invisible(text: str) -> str:
    """Return `text` without characters that show nothing."""
    return _INVISIBLE.sub("", text)


def plain(text: str) -> str:
    """Return `text` with visible differences only: one kind of space, quote and dash; composed accents."""
    composed = unicodedata.normalize("NFC", without_invisible(text)).translate(_LIKE_ASCII)
    return re.sub(r"(?<=\d) (?=\d{3}(?!\d))(?<=[€$£] \d )", "", composed)


def folded(word: str) -> str:
    """Return `word` in lower case and without accents."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@cache
def words() -> Mapping[str, Any]:
    """Return the tables of `words.toml`."""
    return MappingProxyType(tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8")))


@cache
def inverted(table: str) -> Mapping[str, str]:
    """Return word -> key of a table that maps keys to lists of words; words are folded."""
    lists: Mapping[str, Iterable[str]] = words()[table]
    return MappingProxyType({folded(word): key for key, values in lists.items() for word in values})


@cache
def values(table: str) -> Mapping[str, Decimal]:
    """Return word -> number of a table of numbers; words in lower case, accents kept."""
    return MappingProxyType({word: Decimal(str(value)) for word, value in words()[table].items()})


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one list of the table `words`, folded."""
    return frozenset(folded(word) for word in words()["words"][name])


@cache
def starters() -> frozenset[str]:
    """Return ordinary words that may open a sentence: function words, starters, and all known concepts."""
    functions = [word for language in words()["functions"].values() for word in language]
    return frozenset(map(folded, [*functions, *words()["starters"]["words"]])) | inverted("concepts").keys()


@cache
def ordinary_stems() -> frozenset[str]:
    """Return the stems of words that are no names: those of `starters`, and what the language engine calls soft."""
    listed = [*_column("soft_words.csv", "word"), *_column("stopwords.csv", "word")]
    terms = [
        word
        for row in glossary()
        for word in (row["nl"], *row["en"].split(";"))
        if word.islower() and " " not in word
    ]
    return frozenset(stem(word) for word in (*starters(), *map(folded, listed), *map(folded, terms)))


def _column(file: str, name: str) -> list[str]:
    text = (resources.files("knowledge.language") / "data" / file).read_text(encoding="utf-8")
    return [row[name] for row in csv.DictReader(text.splitlines())]


@cache
def is_german_noun(bare: str) -> bool:
    """Say whether a folded word ends as German nouns do: in a noun, as compounds, or in a suffix of nouns."""
    nouns, suffixes = _german_nouns()
    plain = [bare.removesuffix(ending) for ending in ("", "n", "en", "e", "er", "s", "es")]
    if any(one in nouns or one in suffixes for one in plain):
        return True
    return any(bare[at:] in nouns for at in range(3, len(bare) - 3)) or any(
        bare[at:] in suffixes for at in range(4, len(bare) + 1)
    )


@cache
def _german_nouns() -> tuple[frozenset[str], frozenset[str]]:
    lists = words()["starters"]
    terms = [
        word
        for row in glossary()
        for word in row["de"].split(";")
        if word[:1].isupper() and word[1:].islower()
    ]
    is_name = [row["de"] for row in glossary() if row["nl"][:1].isupper() and row["nl"] == row["de"]]
    return frozenset(map(folded, {*lists["german_nouns"], *terms} - {*is_name})), frozenset(
        lists["german_noun_endings"]
    )


@cache
def everyday_words(language: str) -> frozenset[str]:
    """Return folded words of four letters and more that a language uses more than the others, names of this field left out:
    what the language engine counted to tell languages apart.
    """
    order = {"nl": 0, "en": 1, "de": 2}
    names = frozenset(map(folded, words()["starters"]["names_counted"]))
    counted = (resources.files("knowledge.language") / "data" / "languages.tsv").read_text(encoding="utf-8")
    found = set()
    for line in counted.splitlines():
        kind, _, rest = line.partition("\t")
        word, *votes = rest.split("\t")
        if kind == "w" and len(word) >= 4 and int(votes[order[language]]) > 0:
            found.add(folded(word))
    return frozenset(found - names)


@cache
def is_translatable(bare: str) -> bool:
    """Say whether a folded word with a capital has a known twin in another language: "Englisch", "Mathematics"."""
    return bare in inverted("concepts") or bare in _dutch_twins() or meaning(bare).startswith("#")


@cache
def function_words() -> frozenset[str]:
    """Return the function words of all languages, folded."""
    return frozenset(folded(word) for language in words()["functions"].values() for word in language)


def language_of(text: str) -> str:
    """Return "nl", "en", "de", or "" when the function words do not tell."""
    found = [folded(word) for word in WORD.findall(text)]
    counts = {name: sum(word in known for word in found) for name, known in _functions_by_language().items()}
    best, second = sorted(counts.values(), reverse=True)[:2]
    return max(counts, key=lambda name: counts[name]) if best > second else ""


@cache
def _functions_by_language() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(map(folded, known)) for name, known in words()["functions"].items()}


@cache
def meaning(word: str) -> str:
    """Return what stands for `word` in comparisons: its concept, its Dutch twin in the glossary, or its stem."""
    bare = folded(word).removesuffix("'s")
    concept = inverted("concepts").get(bare)
    return f"#{concept}" if concept else stem(_dutch_twins().get(bare, bare))


@cache
def _dutch_twins() -> Mapping[str, str]:
    """Return English and German words -> the Dutch word that the glossary gives first for them, all folded."""
    twins: dict[str, str] = {}
    dutch = set()
    for row in glossary():
        if " " in row["nl"]:
            continue
        dutch.add(folded(row["nl"]))
        for word in (*row["en"].split(";"), *row["de"].split(";")):
            bare = folded(word.strip().removeprefix("to "))
            if bare and " " not in bare and bare not in inverted("concepts"):
                twins.setdefault(bare, folded(row["nl"]))
    return MappingProxyType({word: twin for word, twin in twins.items() if word not in dutch})


@cache
def glossary() -> tuple[Mapping[str, str], ...]:
    """Return the rows of the glossary of the language engine: Dutch, English and German terms."""
    text = (resources.files("knowledge.language") / "data" / "glossary.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def stem(bare: str) -> str:
    """Return `bare` (folded) without its common endings of Dutch, English or German: "inwoners" is "inwon"."""
    for _ in range(2):
        suffix = next((one for one in _SUFFIXES if bare.endswith(one) and len(bare) - len(one) >= 4), "")
        bare = bare[: len(bare) - len(suffix)]
    return re.sub(r"([aeou])\1", r"\1", re.sub(r"([b-df-hj-np-tv-z])\1$", r"\1", bare))


def content(text: str) -> list[str]:
    """Return the meanings of the content words of `text`, in order: no function words, no negators.

    The halves of a word with hyphens count each; a capital by itself ("procesoperator B") is a word too,
    except where it may open a sentence.
    """
    found = []
    for match in WORD.finditer(text):
        for word in _halves(match[0]):
            is_letter = len(word) == 1 and word.isupper() and match.start() > 0 and word != "I"
            if is_letter:
                found.append(f"'{word}")
            elif len(word) > 1 and folded(word) not in _skipped():
                found += meanings_of(word)
    return found


@cache
def meanings_of(word: str) -> tuple[str, ...]:
    """Return the meaning of a word, or those of the two parts of a compound: of a term of the field only where both are words
    that other languages have too ("toelatingsrecht" and "right of admission").
    """
    bare = folded(word)
    if len(bare) < SHORTEST_COMPOUND or bare in inverted("concepts"):
        return (meaning(word),)
    known = frozenset(inverted("concepts")) if bare in _terms() else _parts()
    for at in range(len(bare) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        head, tail = bare[:at], bare[at:]
        heads = (head, *(head.removesuffix(link) for link in ("s", "en") if head.endswith(link)))
        first = next((one for one in heads if len(one) >= SHORTEST_PART and one in known), "")
        if first and tail in known:
            return meaning(first), meaning(tail)
    return (meaning(word),)


SHORTEST_COMPOUND, SHORTEST_PART = 9, 4
"""Letters of a compound and of each of its parts."""


@cache
def _terms() -> frozenset[str]:
    """Return the words of the field that stand for one thing, whatever they are made of."""
    return frozenset(folded(word) for row in glossary() for word in (row["nl"], *row["de"].split(";")))


@cache
def _parts() -> frozenset[str]:
    """Return the words that compounds may be made of."""
    return frozenset(inverted("concepts")) | frozenset(map(folded, listed_parts()))


def _halves(word: str) -> list[str]:
    parts = word.split("-")
    if len(parts) > 1 and folded(parts[0]) in _PREFIXED:
        return [f"niet{''.join(parts[1:])}"]  # "non-EU" is another thing than "EU"
    is_known = folded(word) in inverted("concepts")
    return parts if len(parts) > 1 and not is_known and all(len(part) >= 2 for part in parts) else [word]


_PREFIXED = frozenset(("niet", "non", "nicht"))


@cache
def _skipped() -> frozenset[str]:
    return function_words() | word_set("negators")


@cache
def claim_meanings() -> frozenset[str]:
    """Return the meanings of words that promise or exclude so much that the evidence must have them too."""
    return frozenset(f"#{name}" for name in words()["words"]["claims"])


def _is_apart(one: str, other: str) -> bool:
    """Say whether two stems are a separable verb and what is left of it when its particle stands elsewhere: "aandragen"."""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return len(shorter) >= 4 and longer.endswith(shorter) and longer[: -len(shorter)] in _PARTICLES


_PARTICLES = frozenset(
    ("an", "af", "op", "uit", "in", "me", "mit", "to", "vor", "dor", "om", "bij", "na", "over", "terug", "weg",
     "ein", "aus", "ab", "auf", "zu", "nach", "zuruck")
)  # fmt: skip
"""Of separable verbs, with their doubled vowels made single, as stems have them."""

ALIKE_LETTERS = 5
"""Letters that forms of one word share: "toelatingsrecht" and "toelating"."""


def is_alike(word: str, known: Collection[str]) -> bool:
    """Say whether a meaning is among those known, also as a part of a compound or in another form."""
    if word in known:
        return True
    if len(word) < ALIKE_LETTERS or word.startswith("#"):
        return False
    if any(_is_apart(word, other) for other in known):
        return True
    return any(
        other.startswith(word[:ALIKE_LETTERS])
        or (len(other) >= ALIKE_LETTERS and (word in other or other in word))
        for other in known
    )
