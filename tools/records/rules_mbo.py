"""National admission to mbo: WEB art. 8.1.1b and 8.2.1, and the Doorstroomregeling vmbo for technical courses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.catalogue.facts import Provenance
from knowledge.catalogue.rules import (
    AllOf,
    AnyOf,
    Condition,
    HasDiploma,
    HasEmployer,
    HasSubject,
    IsAtLeast,
    Rule,
)
from tools.records.common import DOORSTROOM, LAW_DATE, WEB, source


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector of the Doorstroomregeling: which mbo fields it covers, and what other vmbo sectors must bring."""

    name: str
    mbo_fields: tuple[str, ...]
    vmbo_fields: tuple[str, ...]
    subjects: tuple[str, ...]
    subject_text: str


TECHNIEK = Sector(
    "techniek",
    ("techniek", "bouw", "mobiliteit", "laboratorium", "logistiek"),
    ("techniek", "bouw", "mobiliteit"),
    ("wiskunde", "nask1"),
    "wiskunde of nask1 (natuur- en scheikunde 1)",
)
"""Articles 3 and 4 with annexes 2a and 3a, which hold transport and laboratory too."""

ECONOMIE = Sector(
    "economie",
    ("ict",),
    ("economie",),
    ("wiskunde", "economie", "tweede moderne vreemde taal"),
    "wiskunde, economie of een tweede moderne vreemde taal",
)
"""Articles 3 and 5 with annexes 2b and 3b: ICT was with Ecabo ("10808 Service Medewerker ICT")."""

SECONDARY = ("havo-3-4", "vwo-3-4", "havo", "vwo")
"""The proof of three years of havo or vwo (WEB 8.2.1, 1d); who has the diploma has that proof too."""

VMBO = {"2": ("vmbo-bb", "vmbo-kb", "vmbo-gl", "vmbo-tl"), "3": ("vmbo-kb", "vmbo-gl", "vmbo-tl")}
VMBO["4"] = VMBO["3"]
MBO = {
    "2": ("mbo-1", "mbo-2", "mbo-3", "mbo-4"),
    "3": ("mbo-2", "mbo-3", "mbo-4"),
    "4": ("mbo-2", "mbo-3", "mbo-4"),
}
"""The mbo diplomas that open a level; the law names the lower ones, the page of F4.02 says "or higher"."""


def sector_of(fields: tuple[str, ...]) -> Sector | None:
    """Return the sector of an mbo course by its fields; None where the regulation asks nothing that we know of."""
    for sector in (TECHNIEK, ECONOMIE):
        if any(field in sector.mbo_fields for field in fields):
            return sector
    return None


def level_tree(level: str, fields: tuple[str, ...], is_specialist: bool = False) -> Condition:
    """Return who may enter an mbo course of a level in `fields`; some ask a subject of other vmbo sectors."""
    if level == "1":
        return IsAtLeast(16, 8, 1)
    if is_specialist:
        return HasDiploma(("mbo-3",), fields=fields[:1])
    vmbo: Condition = HasDiploma(VMBO[level])
    if (sector := sector_of(fields)) is not None:
        other = AllOf((HasDiploma(VMBO[level]), HasSubject(sector.subjects)))
        vmbo = AnyOf((HasDiploma(VMBO[level], fields=sector.vmbo_fields), other))
    parts = vmbo.parts if isinstance(vmbo, AnyOf) else (vmbo,)
    return AnyOf((*parts, HasDiploma(SECONDARY), HasDiploma(MBO[level])))


def level_text(level: str, is_specialist: bool = False) -> str:
    """Return the rule of a level in Dutch."""
    if is_specialist:
        return "Voor een specialistenopleiding heb je een mbo-3-diploma voor hetzelfde of een verwant beroep nodig."
    return {
        "1": "Voor mbo-1 (entree) heb je geen diploma nodig. Je bent op 1 augustus 16 jaar of ouder.",
        "2": "Voor mbo-2 heb je vmbo (bb, kb, gl of tl), een entreediploma of het bewijs dat je over bent naar havo 4 of vwo 4 nodig.",
        "3": "Voor mbo-3 heb je vmbo kb, gl of tl, mbo-2 of het bewijs dat je over bent naar havo 4 of vwo 4 nodig.",
        "4": "Voor mbo-4 heb je vmbo kb, gl of tl, mbo-2, mbo-3 of het bewijs dat je over bent naar havo 4 of vwo 4 nodig.",
    }[level]


ARTICLES = {
    "1": "WEB art. 8.1.1b",
    "2": "WEB art. 8.2.1 lid 4",
    "3": "WEB art. 8.2.1 lid 3",
    "4": "WEB art. 8.2.1 lid 1",
}


def mbo_rule(
    rule_id: str,
    level: str,
    fields: tuple[str, ...],
    about: Provenance,
    *,
    is_bbl: bool,
    is_specialist: bool = False,
) -> Rule:
    """Return the national rules as they work out for one offer."""
    sector = None if level == "1" or is_specialist else sector_of(fields)
    parts = [level_text(level, is_specialist)]
    if sector is not None:
        parts.append(f"Met vmbo buiten de {sector.name} heb je {sector.subject_text} nodig.")
    condition = level_tree(level, fields, is_specialist)
    if is_bbl:
        condition = AllOf((condition, HasEmployer()))
        parts.append("Voor BBL heb je ook werk nodig bij een erkend leerbedrijf.")
    article = f"{'WEB art. 8.2.1 lid 2' if is_specialist else ARTICLES[level]}{' en 7.2.8' if is_bbl else ''}"
    return Rule(rule_id, condition, about, " ".join(parts), article=article)


def rules(names: dict[tuple[str, str], tuple[str, ...]], specialists: tuple[str, ...]) -> Iterator[Rule]:
    """Yield the national rules; `names` are the programmes of each sector and level ("2", "3", "4")."""
    yield from _general()
    for sector in (TECHNIEK, ECONOMIE):
        for level in ("2", "3", "4"):
            yield _of_sector(sector, level, names[sector.name, level])
    yield Rule(
        "web-8-2-1-specialist",
        HasDiploma(("mbo-3",)),
        source(WEB, LAW_DATE),
        level_text("4", is_specialist=True),
        article="WEB art. 8.2.1 lid 2",
        kinds=("mbo-4",),
        programmes=specialists,
        valid_from=date(2014, 8, 1),
        replaces=("web-8-2-1-mbo-4", "doorstroom-techniek-mbo-4"),
    )


def _of_sector(sector: Sector, level: str, names: tuple[str, ...]) -> Rule:
    article = "art. 3 en 4" if sector is TECHNIEK else "art. 3 en 5"
    text = (
        f"{level_text(level)} Heb je vmbo in een andere sector dan {sector.name}? Dan vraagt deze opleiding ook "
        f"{sector.subject_text} in je vmbo-examen. Deze regel is van 2003; vraag na of de school hem nog gebruikt."
    )
    return Rule(
        f"doorstroom-{sector.name}-mbo-{level}",
        level_tree(level, sector.mbo_fields),
        source(DOORSTROOM, LAW_DATE),
        text,
        article=f"Doorstroomregeling vmbo-beroepsonderwijs {article}",
        kinds=(f"mbo-{level}",),
        programmes=names,
        valid_from=date(2014, 8, 1) if level == "2" else date(2003, 8, 1),
        replaces=(f"web-8-2-1-mbo-{level}",),
    )


def _general() -> Iterator[Rule]:
    for level in ("1", "2", "3", "4"):
        yield Rule(
            f"web-8-1-1b-mbo-{level}" if level == "1" else f"web-8-2-1-mbo-{level}",
            level_tree(level, ()),
            source(WEB, LAW_DATE),
            level_text(level)
            + (" Entree is er alleen als je niet aan de eisen van mbo-2 voldoet." if level == "1" else ""),
            article=ARTICLES[level],
            kinds=(f"mbo-{level}",),
            valid_from=date(2014, 8, 1),
            replaces=("web-drempelloos-mbo-2",) if level == "2" else (),
        )
    yield Rule(
        "web-drempelloos-mbo-2",
        AllOf(()),
        source("https://honoreadvocaten.nl/onderwijsrecht/mbo/inschrijving-en-toelating/"),
        "Tot 1 augustus 2014 kon je zonder diploma in sommige mbo-2-opleidingen instromen (drempelloze instroom). Dat kan niet meer.",
        article="Doorstroomregeling vmbo-beroepsonderwijs art. 2",
        kinds=("mbo-2",),
        valid_until=date(2014, 7, 31),
    )
    yield Rule(
        "web-7-2-8-bbl",
        HasEmployer(),
        source("https://www.aventus.nl/jongeren/toelatingseisen", "2021"),
        "Voor een BBL-opleiding heb je een werkgever nodig die een erkend leerbedrijf is, met een arbeidsovereenkomst.",
        article="WEB art. 7.2.8",
        kinds=("BBL",),
    )
