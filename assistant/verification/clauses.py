"""Divide evidence into the stretches to which facts are bound: sentences and rows, with exact spans."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.verification.items import Item, items_of
from assistant.verification.lexicon import WORD, content, folded, plain, word_set

_ABBREVIATIONS = frozenset(
    re.findall(
        r"\S+",
        "bijv bv o.a m.b.t t.a.v d.w.z i.v.m ca nr art blz pag dr drs ir ing prof mr jl incl excl resp max min evt "
        "zgn e.g i.e approx vs no st z.b bzw usw u.a d.h vgl e.d enz t/m jan feb mrt apr jun jul aug sep sept okt",
    )
)
_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s+[\"'(\[]?[A-ZÀ-Þ0-9€])")
_ROW = re.compile(
    r"\t|\s\|\s|^\s*\||^[^.;:|]{3,120} \([^()]*\): -?[\d.,]+ ?[^\s.]*$|^[^.:;|]{2,120}; [A-ZÀ-Þ][^:;.|]{0,40}: "
)
"""Cells between bars or tabs, or one figure with what it is about before it."""
_LABELLED = re.compile(r"(?:^|; )[A-ZÀ-Þ][^:;.|]{0,40}: ")
"""A cell with its column name, as in \"Kop: waarde; Kop: waarde\", which is how tables and records are stored."""
_CELLS = re.compile(r"\s*\|\s*|\t")
_BULLET = re.compile(r"^\s*(?:[-*•·▪◦–]|\d{1,2}[.)]|\(\d{1,2}\)|[a-z]\))\s+")


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence or a row of one evidence text: `text` is its plain form, with the column names in a row.

    `evidence` is the position of the evidence text among those given.
    """

    evidence: int
    start: int
    end: int
    text: str
    items: tuple[Item, ...]
    meanings: tuple[str, ...]
    is_row: bool
    leans_on_previous: bool


@lru_cache(maxsize=512)
def clauses_of(text: str, evidence: int = 0) -> tuple[Clause, ...]:
    """Return the sentences and rows of `text`, in order, without the white space around them."""
    found = []
    header: tuple[str, ...] = ()
    for start, end, is_row in _lines(text):
        spans = [(start, end)] if is_row else _sentences(text, start, end)
        header = _header_of(text[start:end], header) if is_row else ()
        for from_, to in spans:
            found.append(_clause(text, (from_, to), evidence, is_row, header))
    return tuple(clause for clause in found if clause.text)


def _header_of(line: str, header: tuple[str, ...]) -> tuple[str, ...]:
    """Return the column names that hold from this row on: its own when it starts a table with bars."""
    cells = _cells_of(line)
    if len(cells) < 2:
        return ()
    return header if len(header) == len(cells) else cells


def _cells_of(line: str) -> tuple[str, ...]:
    return tuple(_CELLS.split(line.strip().strip("|").strip()))


def _worded(raw: str, header: tuple[str, ...]) -> str:
    """Return a row with bars as "Kop: waarde; Kop: waarde"; other text, and the header itself, as it is."""
    cells = _cells_of(raw)
    if len(cells) != len(header) or cells == header:
        return raw
    return "; ".join(
        f"{name}: {cell}" if name else cell for name, cell in zip(header, cells, strict=True) if cell
    )


def _clause(text: str, span: tuple[int, int], evidence: int, is_row: bool, header: tuple[str, ...]) -> Clause:
    start, end = span
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    raw = raw.strip()
    shown = plain(_worded(raw, header))
    first = WORD.search(shown)
    leans = not is_row and first is not None and folded(first[0]) in word_set("anaphors")
    return Clause(
        evidence, start, start + len(raw), shown, items_of(shown), tuple(content(shown)), is_row, leans
    )


def _lines(text: str) -> list[tuple[int, int, bool]]:
    """Return stretches of whole lines: each row and bullet alone, lines of one paragraph together."""
    found: list[tuple[int, int, bool]] = []
    for match in re.finditer(r"[^\n]+", text):
        line = match[0]
        is_row = bool(_ROW.search(line)) or len(_LABELLED.findall(line)) >= 2
        if found and not is_row and not found[-1][2] and _continues(text, found[-1], match.start(), line):
            found[-1] = (found[-1][0], match.end(), False)
        else:
            found.append((match.start(), match.end(), is_row))
    return found


def _continues(text: str, before: tuple[int, int, bool], start: int, line: str) -> bool:
    """Say whether `line` goes on with the sentence of the line before it, as wrapped text does."""
    if text[before[1] : start].count("\n") > 1 or _BULLET.match(line):
        return False
    previous = text[before[0] : before[1]].rstrip()
    last_line = previous.rpartition("\n")[2]
    if previous.endswith((".", "!", "?", ":")) or last_line.startswith("#"):
        return False
    return line.lstrip()[:1].islower() or (len(last_line) > 60 and not line.lstrip().startswith("#"))


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences of one paragraph."""
    spans, from_ = [], start
    for match in _END.finditer(text, start, end):
        before = text[from_ : match.start()].rpartition(" ")[2].casefold().strip("(")
        if match[0].startswith(".") and (before in _ABBREVIATIONS or re.fullmatch(r"\d{1,2}|[a-z]", before)):
            continue
        spans.append((from_, match.end()))
        from_ = match.end()
    return [*spans, (from_, end)]


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of a model's text, as written."""
    return tuple(text[clause.start : clause.end] for clause in clauses_of(text))
