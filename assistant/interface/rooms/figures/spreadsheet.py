"""Figures as a file that a spreadsheet opens as it is meant: numbers stay numbers, and text cannot become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from assistant.interface.escaping import visible
from knowledge.catalogue.types import Figure
from knowledge.catalogue.wording import number

BYTE_ORDER_MARK = "\ufeff"
"""Makes Excel read the file as UTF-8."""

SEPARATOR = ";"
"""What Excel separates by where numbers have a decimal comma, as in the Netherlands and Germany."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With these a cell can begin a formula (OWASP, CSV injection); the wide forms too, which some programs read as these."""

HEADS = ("indicator", "regio", "periode", "uitsplitsing", "waarde", "eenheid", "bron", "datum", "gecontroleerd", "opmerking")  # fmt: skip


def defused(text: str) -> str:
    """Return a text cell that no spreadsheet takes for a formula: an apostrophe stands before what could begin one."""
    plain = visible(text)
    return (
        f"'{plain}" if plain.lstrip(" \u00a0").startswith(FORMULA_STARTS) or plain.startswith(" ") else plain
    )


def file_of(figures: Sequence[Figure]) -> bytes:
    """Return figures as CSV for Dutch settings: semicolons, a decimal comma, UTF-8 with a mark, lines that end in CR LF."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow(HEADS)
    for figure in figures:
        about = figure.provenance
        split = ", ".join(f"{name}: {value}" for name, value in sorted(figure.dimensions.items()))
        texts = (figure.indicator, figure.region, figure.period, split)
        rest = (
            figure.unit,
            about.url,
            about.as_of,
            about.checked_on.isoformat() if about.checked_on else "",
            about.note,
        )
        writer.writerow([*map(defused, texts), number(figure.value), *map(defused, rest)])
    return (BYTE_ORDER_MARK + stream.getvalue()).encode("utf-8", "replace")
