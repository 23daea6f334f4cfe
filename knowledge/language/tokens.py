"""Sentences and tokens with their place in the text, for Dutch, English and German.

Tokens of a text are in order, do not overlap, and leave out nothing but white space; so do sentences.
What a reader sees as one thing stays one token: "mbo-4", "9,5 miljoen", "1 april 2026", "2025-2026",
"NEN 3140", an e-mail address, a web address.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from knowledge.language.months import MONTH_NUMBERS, MONTHS

_ABBREVIATIONS = Path(__file__).parent / "data" / "sentence_abbreviations.csv"

LONGEST_TOKEN = 2_000
"""A longer run without white space is cut, so that a page of noise cannot become one token."""


class TokenKind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    DATE = "date"
    CODE = "code"
    ABBREVIATION = "abbreviation"
    EMAIL = "email"
    URL = "url"
    SYMBOL = "symbol"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text, start inclusive, end exclusive, counted in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch of `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Token:
    """A token as written, with its place: `text[token.start:token.end] == token.text`."""

    start: int
    end: int
    text: str
    kind: TokenKind


_MONTHS = (
    "|".join(
        name for name in MONTH_NUMBERS if name != "mai"
    )  # not yet: weights and indexes were made without it
    + r"|jan\.?|feb\.?|mrt\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|okt\.?|oct\.?|nov\.?|dec\.?|dez\.?"
)
_MAGNITUDES = (
    "miljoen|miljard|duizend|procent|mln\\.?|mld\\.?|million|billion|percent|Millionen|Milliarden|Prozent"
)
_NUMBER = r"\d+(?:[.,]\d+)*"
_NORMS = "NEN|ISO|EN|IEC|DIN|NPR|BRL|VCA|CROHO|crebo|Crebo|CREBO|ISAT|BRIN|ISCO|ESCO|NLQF|EQF|KvK"

_PATTERNS = (
    (TokenKind.URL, r"(?:https?://|www\.)[^\s<>\"'«»]{1,1900}[^\s<>\"'«».,;:!?)\]}]"),
    (TokenKind.EMAIL, r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"),
    (
        TokenKind.DATE,
        rf"\d{{1,2}}\.?\s(?:{_MONTHS})(?:\s\d{{4}})?(?!\w)|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)\d{{2}}(?!\d)",
    ),
    (TokenKind.DATE, r"(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)"),
    (TokenKind.CODE, rf"(?-i:(?:{_NORMS})(?:[ -](?:{_NORMS}))*)[ -]?\d+(?:[-:.]\d+)*(?!\w)"),
    (
        TokenKind.NUMBER,
        rf"(?:(?:€|EUR|\$)\s?)?{_NUMBER}(?:\s?[-–/]\s?{_NUMBER})*(?:\s?(?:{_MAGNITUDES})(?!\w)|\s?[%‰€]|,-)?(?!-?\w)",
    ),
    (TokenKind.ABBREVIATION, r"(?:[^\W\d_]{1,3}\.){2,12}"),
    (TokenKind.WORD, r"\w+(?:[-‐‑'’&.]\w+)*(?:\+\+|#)?"),
    (TokenKind.SYMBOL, r"\S"),
)
_TOKEN = re.compile(
    "|".join(f"(?P<k{at}>{pattern})" for at, (_, pattern) in enumerate(_PATTERNS)), re.IGNORECASE
)


def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of `text`; () for white space only. Never raises; at most one token per character."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind = _PATTERNS[int((match.lastgroup or "k0")[1:])][0]
        for start in range(match.start(), match.end(), LONGEST_TOKEN):
            end = min(start + LONGEST_TOKEN, match.end())
            found.append(Token(start, end, text[start:end], kind))
    return tuple(found)


_BREAK = re.compile(
    r"(?P<paragraph>[ \t]*\n[ \t]*(?:\n\s*)+)"
    r"|(?P<line>[ \t]*\n\s*)"
    r"|(?P<stop>[.!?…]+[\"'”’»)\]]*)(?=\s|$)"
)
_MARKER = re.compile(r"(?:[-•*–▪◦·#|>]+\s|\(?(?:\d{1,2}|[a-z])[.)]\s)")
_LAST_WORD = re.compile(r"(?:[\w'’-]+\.)*[\w'’-]+$")
_NUMBERING = re.compile(r"(?:^|\n)[ \t]*\(?(?:\d{1,2}|[a-zA-Z])$")


@cache
def _abbreviations() -> dict[str, bool]:
    """Return the abbreviations with a full stop (without the last one) and whether they may end a
    sentence."""
    with _ABBREVIATIONS.open(encoding="utf-8", newline="") as file:
        return {row["abbreviation"].rstrip("."): row["may_end"] == "yes" for row in csv.DictReader(file)}


def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text`, without the white space around them; () for white space only.

    A full stop after an abbreviation, an initial or a list number ends no sentence. Blank lines and list
    items always do; a single line break does after a full stop or a colon, else the line was wrapped.
    """
    cased = text != text.lower()
    spans: list[Span] = []
    start = 0
    for match in _BREAK.finditer(text):
        end = match.end("stop") if match.group("stop") else match.start()
        if match.end() > start and _ends_here(text, match, start, cased):
            _append(spans, text, start, end)
            start = match.end()
    _append(spans, text, start, len(text))
    return tuple(spans)


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    """Add the stretch without the white space around it, unless nothing is left."""
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    last = start + len(piece.rstrip())
    if first < last:
        spans.append(Span(first, last))


def _ends_here(text: str, match: re.Match[str], start: int, cased: bool) -> bool:
    """Say whether a break found in the text ends a sentence."""
    if match.group("paragraph"):
        return True
    if match.group("line"):
        before = text[max(start, match.start() - 1) : match.start()]
        opening = text[start : start + 3].lstrip()
        return (
            before in tuple(".!?…:;")
            or bool(_MARKER.match(text, match.end()))
            or opening.startswith(("#", "|"))
        )
    following = text[match.end() : match.end() + 40].lstrip()
    if not following or match.group("stop")[0] in "!?…":
        return not following or not following[0].islower() or not cased
    if match.group("stop") == "." and not _full_stop_ends(
        text[max(start, match.start() - 40) : match.start()], following
    ):
        return False
    return not (cased and following[0].islower())


_ORDINAL = re.compile(r"(?<![\d.,])\d{1,2}$")
_OF_AN_ORDINAL = re.compile(
    rf"(?:{'|'.join(MONTHS['de'])}|Jan|Feb|Mär|Apr|Jun|Jul|Aug|Sep|Sept|Okt|Nov|Dez|"
    r"Jahrhunderts?|Klassen?|Schuljahr\w*|Lehrjahr\w*|Ausbildungsjahr\w*|Semesters?|Lebensjahr\w*|Tag\w*|Woche\w*|Auflage|Stock\w*|Etage)\b"
)
"""What a German ordinal counts: "15. Februar", "der 10. Klasse"."""


def _full_stop_ends(before: str, following: str) -> bool:
    """Say whether a single full stop after `before` can end a sentence."""
    if _NUMBERING.search("\n" + before if len(before) < 40 else before):
        return False
    if _ORDINAL.search(before) and _OF_AN_ORDINAL.match(following):
        return False
    word = _LAST_WORD.search(before)
    if word is None:
        return True
    may_end = _abbreviations().get(word.group().lower())
    if may_end is not None:
        return may_end and following[0].isupper()
    return not (len(word.group()) == 1 and word.group().isupper())
