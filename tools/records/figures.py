"""Make figures.jsonl: `python -m tools.records.figures DATA`, with DATA the folder of development data.

Enrolment is computed from DUO's open data: students in hbo programmes of the part "techniek" on the counting
day of each year. The data holds enrolment, not intake. Counts below five are hidden ("<5"); they are left out
of every sum, and the note of the figure says how many there are and what they can add (1 to 4 each).
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.catalogue.facts import Authority, Provenance
from knowledge.catalogue.types import Figure
from tools.records import fees
from tools.records.common import CHECKED_ON, DUO_HBO, slug, write
from tools.records.figures_stated import stated_figures
from tools.records.offers_duo import PROVINCES, SHORT_NAMES, YEARS, counted, rows

NETHERLANDS = "Nederland"
Row = dict[str, str | int]


@dataclass(slots=True)
class Sum:
    """A sum of visible counts, with the number of hidden ones."""

    visible: int = 0
    hidden: int = 0

    def add(self, cell: str | int) -> None:
        """Take one cell of the data in."""
        count = counted(cell)
        self.visible += count or 0
        self.hidden += count is None

    @property
    def note(self) -> str:
        """What the hidden counts mean for the sum, in Dutch; "" when there are none."""
        if not self.hidden:
            return ""
        return f"{self.hidden} aantallen onder 5 zijn verborgen en niet meegeteld: het echte totaal is {self.hidden} tot {4 * self.hidden} hoger."


Key = tuple[str, str, str, str]
"""Region, institution ("" for all), gender ("" for all), year."""


def technical_sums(data: Iterable[Row]) -> dict[Key, Sum]:
    """Return the technical enrolment by region, institution, gender and year."""
    sums: dict[Key, Sum] = defaultdict(Sum)
    for row in data:
        if row["ONDERDEEL"] != "techniek":
            continue
        school = SHORT_NAMES.get(str(row["INSTELLINGSNAAM ACTUEEL"]), "")
        province, gender = str(row["PROVINCIE"]), str(row["GESLACHT"])
        for year in YEARS:
            for key in _keys(province, school, gender, year):
                sums[key].add(row[year])
    return sums


def _keys(province: str, school: str, gender: str, year: str) -> Iterator[Key]:
    for who in ("", gender):
        for region in (NETHERLANDS, province):
            yield region, "", who, year
        if school:
            yield NETHERLANDS, school, who, year
        if school and province in PROVINCES:
            yield province, school, who, year


def all_sums(data: Iterable[Row]) -> dict[tuple[str, str], Sum]:
    """Return the enrolment in all of hbo by region and year."""
    sums: dict[tuple[str, str], Sum] = defaultdict(Sum)
    for row in data:
        for year in YEARS:
            for region in (NETHERLANDS, str(row["PROVINCIE"])):
                sums[region, year].add(row[year])
    return sums


def _about(note: str, authority: Authority = Authority.OPEN_DATA) -> Provenance:
    return Provenance(DUO_HBO, "2024", None, CHECKED_ON, authority, note=note)


def enrolment(sums: dict[Key, Sum]) -> Iterator[Figure]:
    """Yield a figure for each sum."""
    for (region, school, gender, year), total in sums.items():
        parts = [slug(part) for part in (region, school, gender, year) if part]
        dimensions = {"onderdeel": "techniek"}
        if school:
            dimensions["instelling"] = school
        if gender:
            dimensions["geslacht"] = gender
        yield Figure(
            "hbo-techniek-" + "-".join(parts),
            "ingeschreven studenten technisch hbo",
            region,
            year,
            float(total.visible),
            "studenten",
            _about(total.note),
            dimensions,
        )


def shares(technical: dict[Key, Sum], everyone: dict[tuple[str, str], Sum]) -> Iterator[Figure]:
    """Yield the share of techniek in hbo, and of women in techniek, per region and year, in percent."""
    note = "Berekend uit de zichtbare aantallen; aantallen onder 5 zijn verborgen."
    for (region, year), total in everyone.items():
        here = technical[region, "", "", year].visible
        women = technical[region, "", "vrouw", year].visible
        for name, part, whole in (
            ("techniek in het hbo", here, total.visible),
            ("vrouwen in het technisch hbo", women, here),
        ):
            if whole:
                yield Figure(
                    f"aandeel-{slug(name)}-{slug(region)}-{year}",
                    f"aandeel {name}",
                    region,
                    year,
                    round(100 * part / whole, 1),
                    "procent",
                    _about(note, Authority.DERIVED),
                    {"onderdeel": "techniek"},
                )


def figures(data: Path) -> list[Figure]:
    """Return every figure of the bundled records."""
    table = rows(data)
    technical = technical_sums(table)
    computed = (*enrolment(technical), *shares(technical, all_sums(table)))
    return [*computed, *fees.figures(), *stated_figures()]


def main() -> None:
    """Write figures.jsonl from the folder named on the command line."""
    print(write("figures.jsonl", figures(Path(sys.argv[1]))), "figures")


if __name__ == "__main__":
    main()
