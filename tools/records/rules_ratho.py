"""The rules of the RATHO, one per programme: Annex B for hbo bachelors, Annex A for wo bachelors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from knowledge.catalogue.rules import (
    AllOf,
    AnyOf,
    Condition,
    HasDiploma,
    HasSubject,
    MustDo,
    Rule,
)
from tools.records import ratho
from tools.records.common import LAW_DATE, RATHO, slug, source
from tools.records.ratho import PROFILES, Needs, Row

LAW_FILE = "law/RATHO_BWBR0035059_2017.md"
TEXT_OF_2017 = date(2017, 5, 1)
LATER = {
    "Creative Media and Game Technologies": date(2017, 9, 1),
    "Technische Aardwetenschappen": date(2017, 9, 1),
}
"""Programmes whose row of the 2017 text comes into force later (RATHO art. 5.1, second paragraph)."""

EXTRA_DEMANDS = {
    "Maritiem Officier": "een geneeskundige verklaring laten zien (RATHO bijlage D)",
    "Creative Media and Game Technologies": "laten zien dat je aanleg hebt en geschikt bent (RATHO bijlage D)",
}
"""Technical programmes of Annex D: further demands because of the occupation (WHW art. 7.26)."""

ALSO_KNOWN_AS = {
    "Applied science": ("Applied Science",),
    "Built environment": ("Built Environment",),
    "Land- en watermanagement": ("Land- en Watermanagement",),
    "Technisch Beroepsonderwijs": ("Leraar vo tweede graad Technisch Beroepsonderwijs",),
    "Fashion and Textile Technologies": ("Fashion & Textile Technologies",),
    "Bedrijfsinformatietechnologie": ("Business Information Technology",),
    "Biomedische technologie": ("Biomedical Technology",),
    "Civiele Techniek|wo": ("Civil Engineering",),
    "Industrieel Ontwerpen": ("Industrial Design Engineering",),
    "Scheikundige Technologie": ("Chemical Science & Engineering",),
    "Technische Bedrijfskunde|wo": ("Industrial Engineering & Management Science",),
    "Technische Informatica|wo": ("Technical Computer Science",),
    "Technische Natuurkunde|wo": ("Applied Physics",),
    "Technische Wiskunde": ("Applied Mathematics",),
    "Werktuigbouwkunde|wo": ("Mechanical Engineering",),
    "Communicatiewetenschap": ("Communication Science",),
    "Gezondheidswetenschappen": ("Health Sciences",),
}
"""Other names of a programme, by us; RATHO art. 2.1 (3): a new name keeps the demands of the old one."""

BESIDE_TECHNIEK = frozenset(
    {
        "geo media & design",
        "land- en watermanagement",
        "voedingsmiddelentechnologie",
        "technisch beroepsonderwijs",
    }
)
"""Programmes of the catalogue that Annex B has under agriculture or teaching."""

ICT_OF_NATUUR = ("Business Analytics", "Computer science", "Informatica", "Informatiekunde", "Kennistechnologie",
                 "Kunstmatige Intelligentie", "Informatie, Multimedia en Management")  # fmt: skip
"""Programmes of the part "Natuur" of Annex A that are about ICT."""

CERTIFICATE = "vakcertificaat"
"""The level of a certificate of one subject, such as a deficiency certificate."""

MISSING_SUBJECT = (
    " Mis je een vak? De school mag je toelaten als je dat vak later haalt (WHW art. 7.25 lid 5)."
)


def level_condition(level: str, row: Row) -> Condition:
    """Return who enters with a diploma of `level`: per profile the diploma and the subjects it needs.

    A subject counts at the level of the diploma or above, and as a certificate of that subject alone, by which
    a school may let in who lacks it (WHW art. 7.25, fifth paragraph).
    """
    levels = ("havo", "vwo", CERTIFICATE) if level == "havo" else ("vwo", CERTIFICATE)
    branches: list[Condition] = []
    open_profiles = tuple(profile for profile in PROFILES if row.cells[profile] == ())
    if open_profiles == PROFILES:
        return HasDiploma((level,))
    if open_profiles:
        branches.append(HasDiploma((level,), profiles=open_profiles))
    for profile in PROFILES:
        needs = row.cells[profile]
        if needs:
            subjects = tuple(HasSubject(group, levels) for group in needs)
            branches.append(AllOf((HasDiploma((level,), profiles=(profile,)), *subjects)))
    return branches[0] if len(branches) == 1 else AnyOf(tuple(branches))


def level_sentence(level: str, row: Row) -> str:
    """Say in Dutch who enters with a diploma of `level`."""
    free = [profile for profile in PROFILES if row.cells[profile] == ()]
    closed = [profile for profile in PROFILES if row.cells[profile] is None]
    if len(free) == len(PROFILES):
        return f"Met {level} mag je erin met elk profiel."
    parts = [f"met {_listed(free)} mag je erin"] if free else []
    for needs in dict.fromkeys(needs for needs in row.cells.values() if needs):
        same = [profile for profile in PROFILES if row.cells[profile] == needs]
        parts.append(f"met {_listed(same)} heb je {_needs_text(needs)} nodig")
    if closed:
        parts.append(f"met {_listed(closed)} mag je er niet in")
    return f"Met {level}: {'; '.join(parts)}."


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} of {names[-1]}"


def _needs_text(needs: Needs) -> str:
    groups = [_listed(list(group)) for group in needs]
    return groups[0] if len(groups) == 1 else f"{', '.join(groups[:-1])} en {groups[-1]}"


def hbo_rows(law: str, level: str) -> tuple[Row, ...]:
    """Return the rows of Annex B that the catalogue needs, for a level."""
    return (*ratho.annex_b_technical(law, level), *ratho.annex_b_others(law, level, BESIDE_TECHNIEK))


def hbo_rules(law: str) -> Iterator[Rule]:
    """Yield a rule for each technical hbo bachelor of Annex B, over havo, vwo and mbo-4, and for four others."""
    vwo = {row.name.lower(): row for row in hbo_rows(law, "vwo")}
    for havo_row in hbo_rows(law, "havo"):
        name = havo_row.name
        vwo_row = vwo[name.lower()]
        entries = (level_condition("havo", havo_row), level_condition("vwo", vwo_row), HasDiploma(("mbo-4",)))
        flat = tuple(part for entry in entries for part in _alternatives(entry))
        condition: Condition = AnyOf(flat)
        demand = EXTRA_DEMANDS.get(name)
        extra = f" Ook moet je {demand}." if demand else ""
        extra += MISSING_SUBJECT if any(havo_row.cells.values()) or any(vwo_row.cells.values()) else ""
        if demand:
            condition = AllOf((condition, MustDo(demand)))
        yield Rule(
            f"ratho-b-{slug(name)}",
            condition,
            source(
                RATHO,
                LAW_DATE,
                note="Voor mbo-4 sinds 12 september 2020 geen extra eisen meer (onderwijsconsument.nl).",
            ),
            f"{level_sentence('havo', havo_row)} {level_sentence('vwo', vwo_row)} Met mbo-4 mag je er altijd in, sinds "
            f"12 september 2020.{extra} Sinds 2022 mag een hogeschool van de vakeisen afwijken: vraag het na.",
            article="RATHO bijlage B",
            kinds=("hbo-bachelor",),
            programmes=(name, *(n for n in ALSO_KNOWN_AS.get(name, ()) if n != name)),
            valid_from=LATER.get(name, TEXT_OF_2017),
            replaces=("whw-7-24-hbo-bachelor",),
        )


def _alternatives(condition: Condition) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, AnyOf) else (condition,)


def wo_rows(law: str) -> tuple[Row, ...]:
    """Return the rows of Annex A that the catalogue needs: all of Techniek, the ICT of Natuur, three of UT."""
    natuur = [row for row in ratho.annex_a_part(law, "Natuur", "Recht") if row.name in ICT_OF_NATUUR]
    gedrag = ratho.annex_a_part(law, "Gedrag en Maatschappij", "Gezondheidszorg")
    zorg = ratho.annex_a_part(law, "Gezondheidszorg", "Landbouw en Natuurlijke omgeving")
    economie = ratho.annex_a_part(law, "Economie", "Gedrag en Maatschappij")
    wanted = ("Communicatiewetenschap", "Gezondheidswetenschappen", "International Business Administration")
    others = [row for row in (*gedrag, *zorg, *economie) if row.name in wanted]
    return (*ratho.annex_a_technical(law), *natuur, *others)


def wo_rules(law: str) -> Iterator[Rule]:
    """Yield a rule for each wo bachelor of `wo_rows`, over the vwo profiles."""
    technical = {row.name for row in ratho.annex_a_technical(law)}
    for row in wo_rows(law):
        name = row.name
        other = ALSO_KNOWN_AS.get(f"{name}|wo", ALSO_KNOWN_AS.get(name, ()))
        later = MISSING_SUBJECT if any(row.cells.values()) else ""
        if name in technical and row.cells["NG"]:
            later = (
                " Met NG mag de universiteit je natuurkunde en wiskunde B in het eerste jaar laten inhalen."
            )
        if "2" in row.footnotes:
            later += " Dat mag ook met EM of CM."
        yield Rule(
            f"ratho-a-{slug(name)}",
            level_condition("vwo", row),
            source(RATHO, LAW_DATE),
            level_sentence("vwo", row) + later,
            article="RATHO bijlage A",
            kinds=("wo-bachelor",),
            programmes=(name, *other),
            valid_from=LATER.get(name, TEXT_OF_2017),
            replaces=("whw-7-24-wo-bachelor",),
        )


def rules(data: Path) -> tuple[Rule, ...]:
    """Return all rules of the RATHO from the law's text in the folder `data`."""
    law = (data / LAW_FILE).read_text(encoding="utf-8")
    return (*hbo_rules(law), *wo_rules(law))
