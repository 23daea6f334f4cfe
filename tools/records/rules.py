"""Make rules.jsonl: `python -m tools.records.rules DATA`, with DATA the folder of development data."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from knowledge.catalogue.rules import Rule
from tools.records import rules_higher, rules_mbo, rules_ratho
from tools.records.common import write
from tools.records.offers_mbo import SPECIALIST, qualifications


def names_by_sector(data: Path) -> tuple[dict[tuple[str, str], tuple[str, ...]], tuple[str, ...]]:
    """Return the mbo programmes by sector and level, and those of specialist courses."""
    rows = qualifications(data)
    names: dict[tuple[str, str], tuple[str, ...]] = {}
    for sector in (rules_mbo.TECHNIEK, rules_mbo.ECONOMIE):
        for level in ("2", "3", "4"):
            here = [
                row
                for row in rows
                if row["niveau"] == level and rules_mbo.sector_of(tuple(row["fields"].split(";"))) is sector
            ]
            names[sector.name, level] = tuple(
                sorted({_name(r) for r in here if r["soort_opleiding"] != SPECIALIST})
            )
    return names, tuple(_name(row) for row in rows if row["soort_opleiding"] == SPECIALIST)


def _name(row: dict[str, str]) -> str:
    name = row["kwalificatie"]
    return name[:1].upper() + name[1:]


def rules(data: Path) -> Iterable[Rule]:
    """Return every rule of the bundled records."""
    names, specialists = names_by_sector(data)
    return (*rules_ratho.rules(data), *rules_mbo.rules(names, specialists), *rules_higher.rules())


def main() -> None:
    """Write rules.jsonl from the folder named on the command line."""
    print(write("rules.jsonl", rules(Path(sys.argv[1]))), "rules")


if __name__ == "__main__":
    main()
