"""The technical hbo programmes of Overijssel, Gelderland, Flevoland and Drenthe from DUO's open data.

A row of the data is a programme at an institution, in a municipality and form, for one gender, with the
students enrolled in 2020 to 2024. "<5" is a count that DUO hides; it is more than none.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.catalogue.facts import Fact
from knowledge.catalogue.types import (
    Between,
    Code,
    Cost,
    Grant,
    Offer,
    OfferKind,
    OfferState,
    Place,
    StudyMode,
)
from tools.records.common import (
    DUO_HBO,
    LAW_DATE,
    NUFFIC,
    WHW,
    derived,
    joined,
    narrow_fields,
    slug,
    source,
    stated,
    stated_if,
)
from tools.records.fees import STATUTORY, statements_of_fee

TABLE = "hbo/duo_ingeschrevenen_hbo_2024.json"
PROVINCES = ("Overijssel", "Gelderland", "Flevoland", "Drenthe")
YEARS = ("2020", "2021", "2022", "2023", "2024")
FIELDS = Path(__file__).with_name("data") / "programme_fields.csv"

KINDS = {
    "bachelor": OfferKind.HBO_BACHELOR,
    "associate degree": OfferKind.ASSOCIATE_DEGREE,
    "master": OfferKind.HBO_MASTER,
}
NLQF = {OfferKind.HBO_BACHELOR: 6, OfferKind.ASSOCIATE_DEGREE: 5, OfferKind.HBO_MASTER: 7}
ECTS = {OfferKind.HBO_BACHELOR: 240.0}
"""WHW art. 7.4b: 240 for a bachelor; a master has 60 or more, and the text of 2017 names no figure for an Ad."""
MODES = {
    "voltijd onderwijs": StudyMode.FULL_TIME,
    "deeltijd onderwijs": StudyMode.PART_TIME,
    "duaal onderwijs": StudyMode.DUAL,
}
SHORT_NAMES = {
    "Saxion Hogeschool": "saxion", "Christelijke Hogeschool Windesheim": "windesheim",
    "Hogeschool van Arnhem en Nijmegen": "han", "Christelijke Hogeschool Ede": "christelijke-hogeschool-ede",
    "NHL Stenden Hogeschool": "nhl-stenden", "Hanzehogeschool Groningen": "hanzehogeschool",
    "Aeres Hogeschool": "aeres-hogeschool", "Hogeschool Van Hall Larenstein": "van-hall-larenstein",
}  # fmt: skip
"""Institutions as DUO writes them, and the id of their record."""

BESIDE_TECHNIEK = {30033, 34226, 80128, 34856, 80141, 35210}
"""Programmes outside the part "techniek" with technical contents: geo-information, water and food technology, teacher."""

OTHER_NAMES = {35210: "Leraar vo tweede graad Technisch Beroepsonderwijs"}


@dataclass(slots=True)
class Programme:
    """One programme in one form at one place, with its students per year (None where DUO hides a count)."""

    institution: str
    code: int
    name: str
    kind: OfferKind
    mode: StudyMode
    municipality: str
    part: str
    students: dict[str, list[int | None]] = field(default_factory=lambda: defaultdict(list))

    @property
    def id(self) -> str:
        """The id of its offer."""
        return f"duo-{SHORT_NAMES[self.institution]}-{self.code}-{self.mode.value}-{slug(self.municipality)}"

    @property
    def is_running(self) -> bool:
        """Whether anyone was enrolled in 2024."""
        return any(count != 0 for count in self.students["2024"])


def rows(data: Path) -> list[dict[str, str | int]]:
    """Return the rows of the open data."""
    loaded: list[dict[str, str | int]] = json.loads((data / TABLE).read_text(encoding="utf-8"))
    return loaded


def counted(cell: str | int) -> int | None:
    """Return a count, or None for "<5"."""
    return cell if isinstance(cell, int) else None


def programmes(data: Path) -> list[Programme]:
    """Return the technical programmes of the four provinces, in the order of the data."""
    found: dict[str, Programme] = {}
    for row in rows(data):
        is_technical = row["ONDERDEEL"] == "techniek" or row["OPLEIDINGSCODE ACTUEEL"] in BESIDE_TECHNIEK
        if row["PROVINCIE"] not in PROVINCES or not is_technical:
            continue
        programme = _programme(row)
        kept = found.setdefault(programme.id, programme)
        for year in YEARS:
            kept.students[year].append(counted(row[year]))
    return list(found.values())


def _programme(row: dict[str, str | int]) -> Programme:
    code = int(row["OPLEIDINGSCODE ACTUEEL"])
    name = str(row["OPLEIDINGSNAAM ACTUEEL"]).split(" ", 1)[1]
    return Programme(
        str(row["INSTELLINGSNAAM ACTUEEL"]),
        code,
        OTHER_NAMES.get(code, name),
        KINDS[str(row["TYPE HOGER ONDERWIJS"])],
        MODES[str(row["OPLEIDINGSVORM"])],
        str(row["GEMEENTENAAM"]),
        str(row["ONDERDEEL"]),
    )


def fields_of_programmes() -> dict[str, tuple[str, ...]]:
    """Return the fields of study that we gave each name of a programme."""
    with FIELDS.open(encoding="utf-8", newline="") as stream:
        return {row["programme"]: tuple(row["fields"].split(";")) for row in csv.DictReader(stream)}


def offers(data: Path, places: dict[str, Place]) -> Iterator[Offer]:
    """Yield an offer for each programme; `places` are those of the gazetteer by name."""
    known = fields_of_programmes()
    for programme in programmes(data):
        yield offer_of(programme, known[programme.name], places)


def _follow_on(kind: OfferKind, fields: tuple[str, ...]) -> tuple[str, ...]:
    steps = {
        OfferKind.ASSOCIATE_DEGREE: ("hbo-bachelor",),
        OfferKind.HBO_BACHELOR: ("hbo-master", "wo-master"),
    }
    return tuple(f"{step} {subject}" for step in steps.get(kind, ()) for subject in narrow_fields(fields))


def _months(kind: OfferKind, mode: StudyMode) -> Fact[Between]:
    if kind is not OfferKind.HBO_BACHELOR or mode is StudyMode.PART_TIME:
        return Fact()
    note = "Nominaal: 240 studiepunten, 60 per studiejaar (WHW art. 7.4 en 7.4b). Met vrijstellingen kan het korter."
    return stated(Between(48, 48), derived(WHW, LAW_DATE, note))


def costs_of(mode: StudyMode) -> Fact[tuple[Cost, ...]]:
    """Return the statutory fee per study year of a full-time or dual programme; unknown for part-time."""
    if mode is StudyMode.PART_TIME:
        return Fact()
    return joined(*(statements_of_fee(fee) for fee in STATUTORY))


def offer_of(programme: Programme, fields: tuple[str, ...], places: dict[str, Place]) -> Offer:
    """Return the offer of a programme."""
    about = source(DUO_HBO, "2024", note="Ingeschreven studenten 2020-2024.")
    ours = derived(DUO_HBO, "2024", "Afgeleid uit de naam van de opleiding.")
    kind, place = programme.kind, programme.municipality
    outside = "" if programme.part == "techniek" else f" Valt bij DUO onder het onderdeel {programme.part}."
    idle = "" if programme.is_running else " In 2024 telde DUO hier geen studenten meer."
    return Offer(
        programme.id,
        kind,
        stated(programme.name, about),
        stated(SHORT_NAMES[programme.institution], about),
        OfferState.CURRENT if programme.is_running else OfferState.UNCONFIRMED,
        level=stated(kind.value, about),
        nlqf=stated(NLQF[kind], derived(NUFFIC, "z.d.", "Afgeleid uit de Nuffic-tabel.")),
        codes=stated((Code("CROHO", str(programme.code)),), about),
        mode=stated(programme.mode, about),
        fields=stated(fields, ours),
        duration_months=_months(kind, programme.mode),
        ects=stated_if(ECTS.get(kind), source(WHW, LAW_DATE, note="WHW art. 7.4b.")),
        places=stated((places.get(place, Place(place)),), about),
        costs=costs_of(programme.mode) if kind is not OfferKind.HBO_MASTER else Fact(),
        grants=stated((Grant(kind.value, fields, programme.name),), ours),
        follow_on=stated_if(
            _follow_on(kind, fields) or None, derived(WHW, LAW_DATE, "Afgeleid uit de soort opleiding.")
        ),
        remark=stated_if(f"{outside}{idle}".strip() or None, about),
    )
