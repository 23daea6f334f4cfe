"""Make occupations.jsonl: `python -m tools.records.occupations DATA`, with DATA the folder of development data.

Which occupations: ours, by ISCO group (data/occupation_groups.csv) and code (data/occupation_extra.csv).
Labels and codes: ESCO, nl and de version 1.2, en version 1.1.1 (CSV download). Everyday synonyms and the links
to qualifications (data/occupation_links.csv, the column "leads" of the groups): ours.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.catalogue.facts import Authority, Provenance
from knowledge.catalogue.types import Occupation
from tools.records.common import CHECKED_ON, write
from tools.records.links import leads_to

TABLES = Path(__file__).with_name("data")
ATTRIBUTION = "This service uses the ESCO classification of the European Commission."
LANGUAGES = ("nl", "en", "de")
MOST_LABELS = 12
"""Labels kept per language: the preferred one, our synonyms, then ESCO's in its order."""

LONGEST_FIELD = 10_000_000
"""Bytes of one cell of the ESCO tables; Python's default is too small for them."""


@dataclass(frozen=True, slots=True)
class Group:
    """An ISCO unit group that we take occupations from, and what leads to them."""

    isco: str
    without: str
    leads: tuple[str, ...]


def groups() -> dict[str, Group]:
    """Return the chosen ISCO groups by code."""
    with (TABLES / "occupation_groups.csv").open(encoding="utf-8", newline="") as stream:
        found = [
            Group(row["isco"], row["without"], tuple(row["leads"].split("|")))
            for row in csv.DictReader(stream)
        ]
    return {group.isco: group for group in found}


def extra_codes() -> frozenset[str]:
    """Return the codes that are taken beside the groups."""
    with (TABLES / "occupation_extra.csv").open(encoding="utf-8", newline="") as stream:
        return frozenset(row["code"] for row in csv.DictReader(stream))


def synonyms() -> dict[str, tuple[str, ...]]:
    """Return our own Dutch everyday names by code."""
    with (TABLES / "occupation_links.csv").open(encoding="utf-8", newline="") as stream:
        return {
            row["code"]: tuple(word for word in row["synonyms"].split(";") if word)
            for row in csv.DictReader(stream)
        }


def esco_rows(data: Path, language: str) -> dict[str, dict[str, str]]:
    """Return the occupations of one language by address."""
    csv.field_size_limit(LONGEST_FIELD)
    with (data / "esco" / language / f"occupations_{language}.csv").open(
        encoding="utf-8", newline=""
    ) as stream:
        return {row["conceptUri"]: row for row in csv.DictReader(stream)}


def chosen(rows: Iterable[dict[str, str]]) -> Iterator[tuple[dict[str, str], tuple[str, ...]]]:
    """Yield the rows that we take, each with what leads to it."""
    by_group, extra = groups(), extra_codes()
    for row in rows:
        group = by_group.get(row["iscoGroup"])
        is_left_out = group is None or bool(
            group.without and re.search(group.without, row["preferredLabel"], re.IGNORECASE)
        )
        if not is_left_out or row["code"] in extra:
            yield row, group.leads if group else ()


def labels(row: dict[str, str], ours: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the labels of one language: preferred, ours, alternative; each once, at most `MOST_LABELS`."""
    others = [label.strip() for label in row["altLabels"].splitlines()]
    ordered = dict.fromkeys((row["preferredLabel"].strip(), *ours, *others))
    return tuple(label for label in ordered if label)[:MOST_LABELS]


def occupations(data: Path) -> list[Occupation]:
    """Return every occupation of the bundled records."""
    tables = {language: esco_rows(data, language) for language in LANGUAGES}
    ours, links = synonyms(), leads_to()
    return [
        Occupation(
            f"esco-{row['code']}",
            {
                language: labels(table[uri], ours.get(row["code"], ()) if language == "nl" else ())
                for language, table in tables.items()
                if uri in table
            },
            row["iscoGroup"],
            row["code"],
            _about(uri),
            qualifications=(*links.get(row["code"], ()), *leads),
        )
        for row, leads in chosen(tables["nl"].values())
        for uri in (row["conceptUri"],)
    ]


def _about(uri: str) -> Provenance:
    note = f"{ATTRIBUTION} Koppelingen met opleidingen zijn van ons."
    return Provenance(uri, "v1.2", None, CHECKED_ON, Authority.OPEN_DATA, note=note)


def main() -> None:
    """Write occupations.jsonl from the folder named on the command line."""
    print(write("occupations.jsonl", occupations(Path(sys.argv[1]))), "occupations")


if __name__ == "__main__":
    main()
