"""What the person who takes a source in is told of text in it that is not answered with."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.language.orders import instructing_spans, is_instructing
from knowledge.types import Passage

SHOWN = 3
"""Stretches that the notice quotes; the page of the source shows all."""
LONGEST = 80


def notices_of_orders(title: str, passages: Sequence[Passage]) -> tuple[str, ...]:
    """Return, in Dutch, which text of a source looks like an order to a computer and is not used; () when none does."""
    if is_instructing(title):
        return (
            "Niets hiervan wordt gebruikt: de titel lijkt een opdracht aan een computer. Verander de titel.",
        )
    found = [
        (passage.ordinal + 1, text) for passage in passages for text in _set_aside(passage) if text.strip()
    ]
    if not found:
        return ()
    quoted = "; ".join(f"passage {number}: '{_short(text)}'" for number, text in found[:SHOWN])
    more = f"; en nog {len(found) - SHOWN}" if len(found) > SHOWN else ""
    count = "1 stuk tekst wordt" if len(found) == 1 else f"{len(found)} stukken tekst worden"
    return (
        f"{count} niet gebruikt, omdat het een opdracht aan een computer lijkt ({quoted}{more}). "
        "Is het voor mensen bedoeld, schrijf het dan anders.",
    )


def _set_aside(passage: Passage) -> list[str]:
    """Return what of a passage is not used: its heading, which takes all of it along, or paragraphs."""
    if is_instructing("\n".join(passage.heading_path)):
        return [" › ".join(passage.heading_path)]
    return [passage.text[start:end] for start, end in instructing_spans(passage.text)]


def _short(text: str) -> str:
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 3]}..."
