"""Make every bundled file of records: `python -m tools.records DATA`, with DATA the folder of development data."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from knowledge.catalogue.codec import Record
from tools.records import figures, occupations, offers, organisations, rules, schemes
from tools.records.common import write


def main() -> None:
    """Write all files; occupations last, for they read which offers lead to them."""
    data = Path(sys.argv[1])
    made: dict[str, Iterable[Record]] = {
        "organisations.jsonl": organisations.organisations(),
        "schemes.jsonl": schemes.schemes(),
        "rules.jsonl": rules.rules(data),
        "figures.jsonl": figures.figures(data),
        "offers.jsonl": offers.offers(data),
    }
    for name, records in made.items():
        print(name, write(name, records))
    print("occupations.jsonl", write("occupations.jsonl", occupations.occupations(data)))


if __name__ == "__main__":
    main()
