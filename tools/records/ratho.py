"""Read the profile tables of the RATHO (BWBR0035059, text of May 2017), Annexes A and B.

A table row reads ``| 12. | B Civiele Techniek<sup>3</sup> | * | nat of nlt | # | # |``: the columns are the
profiles NT, NG, EM and CM; ``*`` opens, ``#`` closes, and a cell with subjects opens for who has them.
``of`` separates alternatives, ``+`` joins what is needed together; ``+`` binds weaker than ``of`` only
through brackets: the technical tables write no mixed cell without brackets, and `cell_condition` refuses one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PROFILES = ("NT", "NG", "EM", "CM")

SUBJECTS = {
    "nat": "natuurkunde",
    "nlt": "NLT",
    "schk": "scheikunde",
    "biol": "biologie",
    "wisa": "wiskunde A",
    "wisb": "wiskunde B",
}
"""The abbreviations of the annexes, in lower case, with the full names that the records use."""

MISPRINTS = {
    "wiska": "wisa",
    "wiskb": "wisb",
    "wisa a": "wisa",
    "wis a": "wisa",
    "wis b": "wisb",
}
"""Slips of the official text, read as what they evidently mean."""

NAME_MISPRINTS = {"Logitics Engineering": "Logistics Engineering"}


class UnreadableCellError(ValueError):
    """A cell of a table that this reader does not understand."""

    def __init__(self, cell: str) -> None:
        super().__init__(f"The cell {cell!r} is not a star, a hash or a plain combination of known subjects.")


Needs = tuple[tuple[str, ...], ...]
"""What a cell asks: every group must be met by one of its subjects; () asks nothing."""


@dataclass(frozen=True, slots=True)
class Row:
    """One programme of a table: per profile what is needed, or None where the profile gives no entry."""

    name: str
    cells: dict[str, Needs | None]
    footnotes: tuple[str, ...]


def section(text: str, start: str, end: str) -> str:
    """Return the part of `text` from the first `start` to the next `end`."""
    begin = text.index(start)
    return text[begin : text.index(end, begin + len(start))]


def annex_a_technical(law: str) -> tuple[Row, ...]:
    """Return the rows of Annex A under the heading "Techniek" (wo bachelors; vwo diplomas)."""
    annex = section(law, "### Bijlage  A", "### Bijlage  B")
    return rows(section(annex, "\nTechniek ", "Sectoroverstijgend"))


def annex_a_part(law: str, heading: str, end: str) -> tuple[Row, ...]:
    """Return the rows of another part of Annex A, from its heading to the next one."""
    annex = section(law, "### Bijlage  A", "### Bijlage  B")
    return rows(section(annex, f"{heading} \n", f"{end} \n"))


def annex_b_technical(law: str, level: str) -> tuple[Row, ...]:
    """Return the rows of Annex B under "Techniek" for a `level` ("havo" or "vwo")."""
    annex = section(law, "### Bijlage  B", "### Bijlage  C")
    return rows(section(annex, f"Techniek (instroom met {level}-diploma)", "Sectoroverstijgend"))


def annex_b_others(law: str, level: str, names: frozenset[str]) -> tuple[Row, ...]:
    """Return the rows of the programmes `names` (in lower case) in other parts of Annex B for a `level`."""
    annex = section(law, "### Bijlage  B", "### Bijlage  C")
    agriculture = section(
        annex, f"Landbouw en natuurlijke omgeving (instroom met {level}-diploma)", "Onderwijs ("
    )
    teaching = section(annex, f"Onderwijs (instroom met {level}-diploma)", "Taal en cultuur")
    lines = f"{agriculture}\n{teaching}".splitlines()
    return rows("\n".join(line for line in lines if any(f"b {name}" in line.lower() for name in names)))


def rows(table: str) -> tuple[Row, ...]:
    """Return the numbered rows of a Markdown table, in order."""
    found = []
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) == 6 and re.fullmatch(r"\d+\.", cells[0]):
            found.append(_row(cells))
    return tuple(found)


def _row(cells: list[str]) -> Row:
    footnotes = re.findall(r"<sup>([\d,]+)</sup>", cells[1])
    name = re.sub(r"<sup>.*?</sup>", "", cells[1])
    name = re.sub(r"^B\.?\s+", "", " ".join(name.split()))
    needs = {profile: cell_needs(cell) for profile, cell in zip(PROFILES, cells[2:], strict=True)}
    marks = tuple(mark for group in footnotes for mark in group.split(","))
    return Row(NAME_MISPRINTS.get(name, name), needs, marks)


def cell_needs(cell: str) -> Needs | None:
    """Return what a cell asks: () for ``*``, None for ``#``, else its groups of alternatives.

    Raises `UnreadableCellError` for anything but subjects joined by ``of`` in groups joined by ``+``.
    """
    if cell == "*":
        return ()
    if cell == "#":
        return None
    groups = [group.strip() for group in cell.split("+")]
    if len(groups) > 1 and any(" of " in group and not _is_bracketed(group) for group in groups):
        raise UnreadableCellError(cell)
    return tuple(_alternatives(group, cell) for group in groups)


def _is_bracketed(group: str) -> bool:
    return group.startswith("(") and group.endswith(")")


def _alternatives(group: str, cell: str) -> tuple[str, ...]:
    words = [" ".join(word.split()).lower() for word in group.strip("() ").split(" of ")]
    subjects = tuple(SUBJECTS.get(MISPRINTS.get(word, word), "") for word in words)
    if not all(subjects):
        raise UnreadableCellError(cell)
    return subjects
