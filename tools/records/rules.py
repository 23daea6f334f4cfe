"""Make rules.jsonl: `python -m tools.records.rules DATA`, with DATA the folder of development data."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from knowledge.catalogue.rules import Rule
from tools.records import rules_higher, rules_mbo, rules_ratho
from tools.records.common import write
from tools.records.offers_mbo import SPECIALIST, qualifications


def technical_names(data: Path) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Return the technical mbo programmes by level, and those of specialist courses."""
    rows = qualifications(data)
    names: dict[str, tuple[str, ...]] = {}
    for level in ("2", "3", "4"):
        here = [
            r for r in rows if r["niveau"] == level and set(r["fields"].split(";")) & set(rules_mbo.TECHNICAL)
        ]
        names[level] = tuple(sorted({_name(r) for r in here if r["soort_opleiding"] != SPECIALIST}))
    return names, tuple(_name(r) for r in rows if r["soort_opleiding"] == SPECIALIST)


def _name(row: dict[str, str]) -> str:
    name = row["kwalificatie"]
    return name[:1].upper() + name[1:]


def rules(data: Path) -> Iterable[Rule]:
    """Return every rule of the bundled records."""
    names, specialists = technical_names(data)
    return (*rules_ratho.rules(data), *rules_mbo.rules(names, specialists), *rules_higher.rules())


def main() -> None:
    """Write rules.jsonl from the folder named on the command line."""
    print(write("rules.jsonl", rules(Path(sys.argv[1]))), "rules")


if __name__ == "__main__":
    main()
