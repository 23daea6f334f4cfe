"""Let the citations of an answer from records take in what its sentences say.

A row names an offer's school and town beside the length that it cites: the quote then goes on to the part of the record that
holds the town, and a school that the offer's record knows by its id alone is cited by its own record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.types import Sentence, SentenceKind
from assistant.verification.lexicon import plain
from assistant.verification.names import names_of, occurs, tokens_of
from assistant.writing.record_citing import PARTS, RecordCiter

_CODE = re.compile(r"\b[^\W\d_]{2,5}-\d\b")
_DIGITS = re.compile(r"\d(?:[\d.,]*\d)?")
_ROW_NUMBER = re.compile(r"^\s*\d{1,3}\.\s+")
NAME_PART = ("Naam",)
"""No part of a record has this label, so that its first part is cited, which is its name."""


def covered(sentences: Sequence[Sentence], citer: RecordCiter) -> tuple[Sentence, ...]:
    """Return the sentences, each one of ours with citations that hold its figures and names as far as the cited records,
    and those of the organisations that it names, hold them.
    """
    return tuple(
        _covered(one, citer) if one.kind is not SentenceKind.QUOTE and one.citations else one
        for one in sentences
    )


def lacks(text: str, language: str, numbers: Sequence[int], citer: RecordCiter) -> bool:
    """Say whether a text has a figure or name that the quotes of these citations do not have."""
    sentence = Sentence(text, SentenceKind.WORDED, language, tuple(numbers))
    return not all(_is_held(piece, sentence, citer) for piece in _pieces(plain(text), language))


def _covered(sentence: Sentence, citer: RecordCiter) -> Sentence:
    text = plain(_ROW_NUMBER.sub("", sentence.text))
    lacking = [piece for piece in _pieces(text, sentence.language) if not _is_held(piece, sentence, citer)]
    numbers = list(sentence.citations)
    for piece in lacking:
        if _is_held(piece, replace(sentence, citations=tuple(numbers)), citer):
            continue
        if not _extended(piece, numbers, citer):
            numbers += _of_organisation(piece, text, citer)
    return replace(sentence, citations=tuple(dict.fromkeys(numbers)))


def _pieces(text: str, language: str) -> Iterator[str]:
    """Yield the figures and names of a plain text, as they are written."""
    yield from dict.fromkeys(_CODE.findall(text))
    yield from dict.fromkeys(_DIGITS.findall(_CODE.sub(" ", text)))
    yield from dict.fromkeys(name.text for name in names_of(text, language))


def _is_held(piece: str, sentence: Sentence, citer: RecordCiter) -> bool:
    cited = (citer.citations[number - 1] for number in sentence.citations)
    return any(_holds(piece, f"{one.quote}\n{one.title}\n{one.locator}\n{one.as_of}") for one in cited)


def _holds(piece: str, text: str) -> bool:
    """Say whether a text has a figure, however its thousands are written, a code or a name."""
    if _CODE.fullmatch(piece):
        letters, number = piece.split("-")
        return re.search(rf"\b{letters}[ -](?:niveau )?{number}\b", text, re.IGNORECASE) is not None
    if piece[:1].isdigit():
        return _bare(piece) in _figures_of(text)
    return occurs(piece, _words_of(text))


@lru_cache(maxsize=1024)
def _figures_of(text: str) -> frozenset[str]:
    return frozenset(_bare(found) for found in _DIGITS.findall(text))


@lru_cache(maxsize=1024)
def _words_of(text: str) -> frozenset[str]:
    return tokens_of(plain(text))


def _bare(figure: str) -> str:
    return re.sub(r"[.,]", "", figure)


def _extended(piece: str, numbers: Sequence[int], citer: RecordCiter) -> bool:
    """Let the first quote of which the record holds a piece further on go on to there; say whether there was one."""
    for number in numbers:
        text = citer.passages[number].passage.text
        end = len(citer.citations[number - 1].quote)
        starts = [match.end() for match in PARTS.finditer(text) if match.end() > end]
        ends = [*starts[1:], len(text)]
        for start, stop in zip(starts, ends, strict=False):
            if _holds(piece, text[start:stop]):
                citer.extend(number, start)
                return True
    return False


def _of_organisation(piece: str, text: str, citer: RecordCiter) -> Iterator[int]:
    """Yield the citation of the organisation that a text names, where its name has the piece."""
    for id_, name in citer.organisations.items():
        if name in text and _holds(piece, name):
            yield from citer.cite(("organisation", id_), NAME_PART)
            return
