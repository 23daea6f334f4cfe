"""Text to features of the domain embedder: normalised words, and hashes of a word and its parts.

Weights depend on every rule in this file. Change one, raise `FEATURES_VERSION`, and train again.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FEATURES_VERSION = 1
"""Part of the fingerprint: vectors made with other rules never mix."""

MAX_WORD = 48
"""Characters of a word that count. The longest ESCO label word has 44; a token of 1 MB costs no more than
this."""

SHORTEST_GRAM, LONGEST_GRAM = 3, 12
"""Lengths of word parts, the boundary marks included. Long parts act as the pieces of Dutch and German
compounds."""

WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile("[\u0300-\u036f]+")
_SEXES = re.compile(r"\(?\b[mfvwhdxz](?:\s?[/|]\s?[mfvwhdxz]){1,3}\b\)?")
"""The "(m/v)", "(m/w/d)", "v/m/x" behind a job title."""
_OPTIONAL_ENDING = re.compile(r"\((?<=\w\()(e|er|en|r|n|s)\)(?:-?in\b)?")
"""Endings in brackets: "Gehilf(e)in" and "leidinggevende(n)" are read with the ending, without the gender."""
_GENDER_ENDING = re.compile(
    r"[/(*:_](?<=\w{3}.)(?:(?:(?<=/) ?-?|(?<=\()-?|(?<=[*:_]))(?:innen|in)"
    r"|(?:(?<=/)-|(?<=\()-?)(?:frau|mann|ster|trice|euse|e|r|n))\b\)?"
)
"""The second gender of a title: "Landwirt/in", "Lehrer*innen", "verkoper(ster)", "Kauffrau/-mann"."""

_STEP = np.uint64(0x9E3779B97F4A7C15)
_SPREAD = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)

Hashes = NDArray[np.uint32]
Places = NDArray[np.int64]


def normalised(text: str) -> str:
    """Return `text` in NFKC and folded case, without accents and without markers of gender."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    if not folded.isascii():
        folded = _MARKS.sub("", unicodedata.normalize("NFD", folded))
    if "/" in folded or "|" in folded:
        folded = _SEXES.sub(" ", folded)
    if "(" in folded:
        folded = _OPTIONAL_ENDING.sub(r"\1", folded)
    folded = _GENDER_ENDING.sub("", folded)
    return folded


def words_of(text: str) -> list[str]:
    """Return the normalised words of `text` in order: runs of letters and digits, at most `MAX_WORD`
    characters each."""
    return [word[:MAX_WORD] for word in WORD.findall(normalised(text))]


def whole_word_hashes(words: Sequence[str]) -> Hashes:
    """Return one hash per word, for the word as a whole (CRC-32 of its UTF-8 form, lone surrogates kept)."""
    return np.array([zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words], dtype=np.uint32)


def part_hashes(words: Sequence[str]) -> tuple[Places, Hashes]:
    """Return (index of the word, hash) of every part of every word, all words at once.

    A part is a run of `SHORTEST_GRAM` to `LONGEST_GRAM` characters of "<word>". The hash is a polynomial over
    code points, built up one character per pass, so that its cost is a few array operations for a whole
    batch. Sorted by word, then by length, then by place in the word.
    """
    lengths = np.array([len(word) + 2 for word in words], dtype=np.int64)
    if not len(lengths):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.uint32)
    marked = "".join(f"<{word}>" for word in words)
    points = np.frombuffer(marked.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint64)
    owner = np.repeat(np.arange(len(words), dtype=np.int64), lengths)
    left = np.cumsum(lengths)[owner] - np.arange(len(points), dtype=np.int64)
    spread = points * _SPREAD
    spread ^= spread >> _HALF
    rolling, owners, hashes = spread, [], []
    for length in range(2, min(LONGEST_GRAM, int(lengths.max())) + 1):
        rolling = rolling[:-1] * _STEP + spread[length - 1 :]
        if length >= SHORTEST_GRAM:
            inside = left[: len(rolling)] >= length
            owners.append(owner[: len(rolling)][inside])
            hashes.append(((rolling[inside] * _SPREAD) >> _HALF).astype(np.uint32))
    if not owners:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.uint32)
    place, mixed = np.concatenate(owners), np.concatenate(hashes)
    order = np.argsort(place, kind="stable")
    return place[order], mixed[order]
