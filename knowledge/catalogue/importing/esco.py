"""ESCO (v1.1 and v1.2) CSV download: occupations, skills and their relations, one language per file.

"This service uses the ESCO classification of the European Commission." The language of a file is told from
its words, since no column names it. Files of several languages meet in one occupation when they are read
back: it has the same address in each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from knowledge.catalogue.codec import Record
from knowledge.catalogue.facts import Authority, Provenance
from knowledge.catalogue.importing.intake import Imported, Intake, RowError
from knowledge.catalogue.types import Occupation, Skill
from knowledge.language.detection import detect

SPECIFICATION = "ESCO v1.1/v1.2 CSV"
OCCUPATIONS = frozenset({"conceptUri", "iscoGroup", "preferredLabel", "altLabels"})
SKILLS = frozenset({"conceptUri", "skillType", "preferredLabel", "altLabels"})
RELATIONS = frozenset({"occupationUri", "relationType", "skillUri"})
PREFIX = "http://data.europa.eu/esco/"
LANGUAGE_SAMPLE = 60
"""Rows whose words tell the language of a file."""

Rows = Iterable[tuple[int, Mapping[str, str]]]


def import_occupations(rows: Rows) -> Imported:
    """Return an occupation per row, with the labels of this language."""
    return _labelled(rows, _occupation)


def import_skills(rows: Rows) -> Imported:
    """Return a skill per row, with the labels of this language."""
    return _labelled(rows, _skill)


def _labelled(rows: Rows, make: Callable[[Mapping[str, str], str], Record]) -> Imported:
    intake = Intake(SPECIFICATION)
    listed = list(rows)
    language = detect(" ".join(_sample(row) for _, row in listed[:LANGUAGE_SAMPLE])).language
    for number, row in listed:
        if row.get("status", "") not in ("released", ""):
            intake.ignore(number, row.get("preferredLabel", ""), "niet uitgebracht (status)")
            continue
        intake.attempt(number, row.get("preferredLabel", ""), partial(make, row, language))
    return intake.done()


def _sample(row: Mapping[str, str]) -> str:
    return " ".join((row.get("preferredLabel", ""), row.get("altLabels", ""), row.get("description", "")))


def _occupation(row: Mapping[str, str], language: str) -> Occupation:
    isco = row.get("iscoGroup", "").strip()
    if not isco.isdigit() or len(isco) != 4:
        raise RowError(f"iscoGroup is geen code van vier cijfers: {isco[:20]!r}")
    address = _address(row.get("conceptUri", ""), "occupation/")
    code = row.get("code", "").strip() or address.rpartition("/")[2]
    return Occupation(address, {language: _labels(row)}, isco, code, _provenance(row, address))


def _skill(row: Mapping[str, str], language: str) -> Skill:
    address = _address(row.get("conceptUri", ""), "skill/")
    return Skill(address, {language: _labels(row)}, _provenance(row, address))


def _address(uri: str, kind: str) -> str:
    if not uri.startswith(PREFIX + kind) or len(uri) > 120:
        raise RowError(f"conceptUri is geen adres van ESCO: {uri[:60]!r}")
    return uri


def _labels(row: Mapping[str, str]) -> tuple[str, ...]:
    """Return the preferred label and then the others."""
    preferred = row.get("preferredLabel", "").strip()
    if not preferred:
        raise RowError("preferredLabel ontbreekt")
    others = (label.strip() for label in row.get("altLabels", "").splitlines())
    return tuple(dict.fromkeys((preferred, *(label for label in others if label))))


def _provenance(row: Mapping[str, str], address: str) -> Provenance:
    return Provenance(address, row.get("modifiedDate", "")[:10], authority=Authority.OPEN_DATA)


def import_relations(rows: Rows) -> Imported:
    """Return per occupation the addresses of its skills, essential ones first; it has no labels of its own."""
    intake = Intake(SPECIFICATION)
    skills: dict[str, dict[str, None]] = {}
    optional: dict[str, dict[str, None]] = {}
    first: dict[str, int] = {}
    for number, row in rows:
        try:
            occupation = _address(row.get("occupationUri", ""), "occupation/")
            skill = _address(row.get("skillUri", ""), "skill/")
        except RowError as error:
            intake.refuse(number, "", str(error))
            continue
        first.setdefault(occupation, number)
        kind = skills if row.get("relationType") == "essential" else optional
        kind.setdefault(occupation, {})[skill] = None
    for occupation, number in first.items():
        both = (*skills.get(occupation, {}), *optional.get(occupation, {}))
        about = Provenance(occupation, authority=Authority.OPEN_DATA)
        intake.take(number, Occupation(occupation, {}, "", "", about, skills=both))
    return intake.done()
