"""Numbers that a sentence needs no source of its own for: the count of what it lists, and a range that it writes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.verification.clauses import Clause
from assistant.verification.items import ItemKind
from assistant.verification.slots import Slot, ranges_of

MOST_LISTED = 12

_LIST = re.compile(r"^ (?:[^\W\d_]+ ){0,2}?[^\W\d_]+: (?P<list>[^:;]+?)\.?$")
_BETWEEN = re.compile(r",? (?:en|and|und|of|or|oder) |, ")
_ENUMERATED = re.compile(r"\b\d{1,2}(?:, \d{1,2})*,? (?:en|and|und) \d{1,2}\b")


def counts_list(asked: Slot) -> bool:
    """Say whether a number counts what its own sentence lists right behind it: "vier vakken: a, b, c en d"."""
    item = asked.item
    is_count = item.kind is ItemKind.NUMBER and not item.unit and not item.per and item.value.isdigit()
    found = (
        _LIST.match(asked.clause.text[item.end :]) if is_count and int(item.value) <= MOST_LISTED else None
    )
    return found is not None and len(_BETWEEN.split(found["list"])) == int(item.value)


def is_in_range(asked: Slot, clauses: Sequence[Clause]) -> bool:
    """Say whether a bare number belongs to an enumeration that is a range of the evidence: "1, 2 en 3" is "1-3"."""
    item = asked.item
    if item.kind is not ItemKind.NUMBER or item.unit:
        return False
    for found in _ENUMERATED.finditer(asked.clause.text):
        numbers = [int(number) for number in re.findall(r"\d+", found[0])]
        is_whole = numbers == list(range(numbers[0], numbers[-1] + 1))
        ends = (str(numbers[0]), str(numbers[-1]))
        if found.start() <= item.start < found.end() and is_whole:
            return any(ends in ranges_of(clause) for clause in clauses)
    return False
