"""The technical mbo qualifications of 2015 as national offers, one per qualification and learning path.

From the annexes 1 and 4 of the Regeling vaststelling kwalificatiedossiers 2015 (BWBR0036352). Nothing newer
confirms them one by one, so their state is "unconfirmed". Levels, paths and codes are the regulation's;
durations are the law's (WEB art. 7.2.4a); fields, grants and follow-ons are derived by us.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from knowledge.catalogue.facts import Authority, Fact, Provenance
from knowledge.catalogue.rules import Rule
from knowledge.catalogue.types import (
    Between,
    Code,
    Cost,
    Grant,
    Offer,
    OfferKind,
    OfferState,
    StudyMode,
)
from tools.records.common import (
    CHECKED_ON,
    LAW_DATE,
    NUFFIC,
    QUALIFICATIONS_2015,
    WEB,
    derived,
    narrow_fields,
    source,
    stated,
)
from tools.records.rules_mbo import mbo_rule

TABLE = "mbo/mbo_kwalificaties_2015.csv"
REGULATION = "mbo/BWBR0036352_regeling_kwalificatiedossiers_2015.md"
DOSSIERS = Path(__file__).with_name("data") / "dossiers.csv"

TECHNICAL_ENTREE = {"25250", "25253", "25254", "25255", "25256"}
ENTREE_FIELDS = {"25250": ("bouw", "techniek"), "25253": ("installatietechniek", "metaal", "techniek"),
                 "25254": ("logistiek",), "25255": ("mobiliteit", "techniek"),
                 "25256": ("procestechniek", "techniek")}  # fmt: skip
SPECIALIST = "specialistenopleiding"
MONTHS = {"1": Between(12, 12), "2": Between(12, 24), "3": Between(24, 36), "4": Between(36, 36)}
"""WEB art. 7.2.4a (3), by level; a specialist course takes 12 months, annex 4 allows some 48."""

FEES = "https://scalda.nl/mbo-onderwijs/financien-en-verzekeringen/schoolkosten/les-cursusgeld"
NEWER_NAMES = {
    "25297": "Een nieuwere bron (2025-05-12) noemt Technicus engineering met crebo 25919.",
    "25267": "Bouwend Nederland noemt deze kwalificatie op een pagina zonder datum.",
    "25272": "Bouwend Nederland noemt deze kwalificatie op een pagina zonder datum.",
}
MBO_LADDER = {"1": ("mbo-2",), "2": ("mbo-3", "mbo-4"), "3": ("mbo-4",), "4": ("ad", "hbo-bachelor")}


def fields_by_dossier() -> dict[str, tuple[str, ...]]:
    """Return the fields of study of each dossier that we count as technical or ICT."""
    with DOSSIERS.open(encoding="utf-8", newline="") as stream:
        return {row["dossier"]: tuple(row["fields"].split(";")) for row in csv.DictReader(stream)}


def qualifications(data: Path) -> list[dict[str, str]]:
    """Return the rows of the table that are technical or ICT, with the column "fields" filled."""
    fields = fields_by_dossier()
    with (data / TABLE).open(encoding="utf-8", newline="") as stream:
        found = [row for row in csv.DictReader(stream) if row["dossier_crebo"] in fields]
    chosen = []
    for row in found:
        crebo = row["kwalificatie_crebo"]
        if row["dossier_crebo"] == "23110" and crebo not in TECHNICAL_ENTREE:
            continue
        known = ENTREE_FIELDS.get(crebo, fields[row["dossier_crebo"]])
        chosen.append({**row, "fields": ";".join(known)})
    return chosen


def four_year_codes(data: Path) -> frozenset[str]:
    """Return the crebo codes of annex 4: middle-management courses that may take four years."""
    text = (data / REGULATION).read_text(encoding="utf-8")
    annex = text[text.index("Vierjarige middenkaderopleidingen") :]
    return frozenset(re.findall(r"\|\s*(\d{5})\s*\|", annex))


def offers(data: Path) -> Iterator[Offer]:
    """Yield an offer for each qualification and learning path (BOL, BBL)."""
    longer = four_year_codes(data)
    for row in qualifications(data):
        for mode in row["leerweg"].split("/"):
            yield _offer(row, StudyMode(mode), row["kwalificatie_crebo"] in longer)


def _provenance() -> Provenance:
    note = "Stand 2015; niet nagegaan of de kwalificatie nu nog zo heet."
    return Provenance(QUALIFICATIONS_2015, "2015", None, CHECKED_ON, Authority.LAW, note=note)


def _months(row: dict[str, str], may_be_longer: bool) -> Between:
    if row["soort_opleiding"] == SPECIALIST:
        return Between(12, 12)
    months = MONTHS[row["niveau"]]
    return Between(months.low, 48) if may_be_longer else months


def _costs(level: str, mode: StudyMode) -> Fact[tuple[Cost, ...]]:
    note = "Landelijk bedrag; je betaalt het alleen als je op 1 augustus 18 jaar of ouder bent."
    euro, what = (1419, "lesgeld") if mode is StudyMode.BOL else (295 if level in "12" else 715, "cursusgeld")
    cost = Cost(Between(euro, euro), "jaar", what, "2024-2025")
    return stated((cost,), source(FEES, "2024", study_year="2024-2025", note=note))


def _rule(row: dict[str, str], offer_id: str, mode: StudyMode) -> Fact[Rule]:
    """Return the national rule as it works out for this offer: by its level, sector and learning path."""
    about = source(WEB, LAW_DATE, note="Landelijke regel, toegepast op niveau en leerweg.")
    rule = mbo_rule(
        f"{offer_id}-toelating",
        row["niveau"],
        tuple(row["fields"].split(";")),
        about,
        is_bbl=mode is StudyMode.BBL,
        is_specialist=row["soort_opleiding"] == SPECIALIST,
    )
    return stated(rule, about)


def _offer(row: dict[str, str], mode: StudyMode, may_be_longer: bool) -> Offer:
    code, level = row["kwalificatie_crebo"], row["niveau"]
    about = _provenance()
    fields = tuple(row["fields"].split(";"))
    offer_id = f"crebo-{code}-{mode.value.lower()}"
    ladder = tuple(f"{step} {subject}" for step in MBO_LADDER[level] for subject in narrow_fields(fields))
    law = source(
        WEB,
        LAW_DATE,
        note="Wettelijke studieduur (WEB art. 7.2.4a); een school kan korter of langer plannen.",
    )
    ours = derived(QUALIFICATIONS_2015, "2015", "Afgeleid uit de naam van het kwalificatiedossier.")
    name = row["kwalificatie"][:1].upper() + row["kwalificatie"][1:]
    remark = f"Landelijke kwalificatie uit dossier {row['kwalificatiedossier']} ({row['dossier_crebo']}), lijst van 2015."
    if code in NEWER_NAMES:
        remark += f" {NEWER_NAMES[code]}"
    return Offer(
        offer_id,
        OfferKind.MBO,
        stated(name, about),
        Fact(),
        OfferState.UNCONFIRMED,
        level=stated(f"mbo-{level}", about),
        nlqf=stated(int(level), derived(NUFFIC, "z.d.", "Afgeleid uit het mbo-niveau.")),
        codes=stated((Code("crebo", code),), about),
        mode=stated(mode, about),
        fields=stated(fields, ours),
        duration_months=stated(_months(row, may_be_longer), law),
        costs=_costs(level, mode),
        language=Fact(),
        rule=_rule(row, offer_id, mode),
        grants=stated((Grant(f"mbo-{level}", fields, name),), ours),
        follow_on=stated(
            ladder, derived(WEB, LAW_DATE, "Afgeleid uit het niveau (WEB art. 8.2.1, WHW art. 7.24).")
        ),
        remark=stated(remark, about),
    )
