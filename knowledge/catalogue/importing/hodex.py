"""Hodex XML 2.5.8: a programme of a Dutch university or hogeschool (namespace http://www.hodex.nl).

One document describes one programme; it becomes one offer per study mode. Documents that name an
older version (2.1, 2.2) have the same shape and are read alike. Not taken, because a record has no place
for them: courses, tracks, exchange programmes, scholarships, descriptions and the school's own fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from knowledge.catalogue.facts import Authority, Provenance
from knowledge.catalogue.importing.hodex_admission import admission_rule
from knowledge.catalogue.importing.intake import Imported, Intake, RowError, known
from knowledge.catalogue.importing.values import (
    LEVELS,
    date_of,
    exactly,
    kind_of_offer,
    language_of,
    mode_of,
    months_of,
    number_of,
    study_year_of,
)
from knowledge.catalogue.importing.xml_reading import children, first, in_language, local, parsed, text_of
from knowledge.catalogue.types import (
    Between,
    Code,
    Cost,
    Grant,
    Offer,
    OfferKind,
    OfferState,
    Place,
    Start,
    StudyMode,
)
from knowledge.language.months import MONTHS

SPECIFICATION = "Hodex XML 2.5.8"
NAMESPACE = b"http://www.hodex.nl"

CLUSTERS = {
    "language and culture": "taal en cultuur",
    "behaviour and social culture": "gedrag en maatschappij",
    "education": "onderwijs",
    "nature": "natuur",
    "law": "recht",
    "economics": "economie",
    "technology": "techniek",
    "health care": "gezondheidszorg",
    "religion and philosophy": "religie en filosofie",
    "food": "voeding",
    "agriculture": "landbouw",
}
MONTH_WORDS = dict(zip(map(str.casefold, MONTHS["en"]), MONTHS["nl"], strict=True))
RATES = {
    "statutory": "wettelijk collegegeld",
    "institutional": "instellingscollegegeld",
    "international": "internationaal collegegeld",
}
# fmt: off
MAPPED = frozenset((
    "admissableProgram", "applicationRequirement", "crohoCode", "degree", "fieldOfEducation", "finalYear",
    "numerusFixus", "orgUnitId", "orgUnitLocation", "programCredits", "programDuration", "programForm", "programId",
    "programLevel", "studyCluster", "instructionLanguage", "studyRoute", "programName", "programSummary",
    "languageRequirement", "programRun", "programStart", "startingYear", "tuitionFee", "webLink",
))
# fmt: on
"""The elements that are taken; the others are counted in the report."""
_PARTS = (
    "programClassification", "programCurriculum", "programDescriptions", "programInternationalization",
    "programOrganization", "programRelations", "programContacts", "programFree", "programNFP",
)  # fmt: skip


def import_hodex(data: bytes) -> Imported:
    """Return the offers of a Hodex document. Raises `XmlError` when it is not well formed."""
    root = parsed(data)
    intake = Intake(SPECIFICATION)
    programs = [root] if local(root) == "program" else list(children(root, "program"))
    row = 0
    for program in programs:
        _count_unmapped(program, intake)
        name = first(program, "programClassification", "programId")
        modes = _modes(program)
        for mode in modes:
            row += 1
            intake.attempt(row, name, partial(_offer, program, mode, len(modes) == 1))
    return intake.done()


def _modes(program: Any) -> list[StudyMode | None]:
    found = [mode_of(text_of(child)) for child in children(program, "programClassification", "programForm")]
    return list(dict.fromkeys(found)) or [None]


def _offer(program: Any, mode: StudyMode | None, is_single: bool) -> Offer:
    classification = next(children(program, "programClassification"), None)
    if classification is None:
        raise RowError("programClassification ontbreekt")
    local_id, school = first(classification, "programId"), first(classification, "orgUnitId")
    if not local_id or not school:
        raise RowError("programId of orgUnitId ontbreekt; zonder die twee heeft de opleiding geen id")
    name = in_language(program, "programDescriptions", "programName")
    if not name:
        raise RowError("programName ontbreekt")
    kind = kind_of_offer(first(classification, "programLevel")) or OfferKind.OTHER
    about = _provenance(program)
    offer_id = f"hodex:{school}:{local_id}" + ("" if is_single or mode is None else f":{mode.value}")
    level = LEVELS.get(kind)
    fields = _fields(classification)
    degree = first(classification, "degree")
    return Offer(
        id=offer_id,
        kind=kind,
        name=known(name, about),
        provider=known(school, about),
        state=_state(program),
        level=known(level, about),
        codes=known(_codes(classification), about),
        mode=known(mode, about),
        fields=known(fields, about),
        duration_months=known(_duration(classification), about),
        ects=known(_positive(first(classification, "programCredits")), about),
        places=known(_places(classification), about),
        language=known(_language(program), about),
        costs=known(tuple(_costs(program, mode)), about),
        starts=known(tuple(_starts(program)), about),
        rule=known(admission_rule(program, f"{offer_id}:toelating", kind, about), about),
        grants=known((Grant(level or degree, fields, degree),) if degree else (), about),
        numerus_fixus=known(_whole(first(classification, "numerusFixus")), about),
        url=known(about.url or None, about),
        remark=known(in_language(program, "programDescriptions", "programSummary")[:1000], about),
    )


def _provenance(program: Any) -> Provenance:
    edited = first(program, "lastEdited")
    day = date_of(edited) if edited else None
    if edited and day is None:
        raise RowError(f"lastEdited is geen datum: {edited!r}")
    url = in_language(program, "programDescriptions", "webLink")
    return Provenance(url, day.isoformat() if day else "", checked_on=day, authority=Authority.PROVIDER)


def _state(program: Any) -> OfferState:
    """Say that a programme has ended when its final year lies before the year of the document.

    A final year before the starting year contradicts itself; the programme is then unconfirmed.
    """
    final, starting = (
        first(program, "programClassification", name) for name in ("finalYear", "startingYear")
    )
    edited = first(program, "lastEdited")[:4]
    if not (final.isdecimal() and edited.isdecimal()):
        return OfferState.CURRENT
    if starting.isdecimal() and int(final) < int(starting):
        return OfferState.UNCONFIRMED
    return OfferState.ENDED if int(final) < int(edited) else OfferState.CURRENT


def _codes(classification: Any) -> tuple[Code, ...]:
    croho, field = first(classification, "crohoCode"), first(classification, "fieldOfEducation")
    codes = [Code("CROHO", croho)] if croho.strip("0") else []
    scheme = next(
        (child.get("classification", "") for child in children(classification, "fieldOfEducation")), ""
    )
    if field.strip("0") and scheme:
        codes.append(Code(scheme, field))
    return tuple(codes)


def _fields(classification: Any) -> tuple[str, ...]:
    words = (text_of(child) for child in children(classification, "studyCluster"))
    return tuple(dict.fromkeys(CLUSTERS.get(word, word) for word in words if word))


def _duration(classification: Any) -> Between | None:
    for element in children(classification, "programDuration"):
        text, unit = text_of(element), element.get("unit", "")
        amount = number_of(text) if text else None
        if text and amount is None:
            raise RowError(f"programDuration is geen getal: {text!r}")
        return exactly(months_of(amount or 0.0, unit))
    return None


def _positive(text: str) -> float | None:
    value = number_of(text) if text else None
    if text and value is None:
        raise RowError(f"geen bruikbaar getal: {text!r}")
    return value if value and value > 0 else None


def _whole(text: str) -> int | None:
    value = _positive(text)
    return int(value) if value is not None and value.is_integer() else None


def _places(classification: Any) -> tuple[Place, ...]:
    names = (text_of(child) for child in children(classification, "orgUnitLocation"))
    return tuple(Place(name) for name in dict.fromkeys(names) if name)


def _language(program: Any) -> str | None:
    shares = []
    for element in children(program, "programCurriculum", "instructionLanguage"):
        code = language_of(first(element, "languageCode"))
        share = number_of(first(element, "percentage"))
        if code:
            shares.append((-(share if share is not None else 100.0), code))
    return "+".join(dict.fromkeys(code for _, code in sorted(shares))) or None


def _costs(program: Any, mode: StudyMode | None) -> Iterator[Cost]:
    for fee in children(program, "programOrganization", "tuitionFee"):
        amount = _positive(first(fee, "amount"))
        if amount is None:
            continue
        kind, rate = first(fee, "tuitionFeeType"), first(fee, "tuitionFeeRate")
        form = mode_of(first(fee, "programForm") or kind.removeprefix("non-EU-"))
        group = "niet-EU" if kind.startswith("non-EU") else "NFP" if kind == "NFP" else ""
        yield Cost(
            euro=Between(amount, amount),
            per={"year": "jaar", "program": "opleiding", "month": "maand"}.get(first(fee, "period"), "jaar"),
            what=RATES.get(rate, "collegegeld"),
            study_year=study_year_of(first(fee, "year")),
            mode=None if form is mode else form,
            group=group,
            is_provisional=fee.get("final") == "false",
        )


def _starts(program: Any) -> Iterator[Start]:
    """Yield the dated runs, then the months that a start has every year."""
    for run in children(program, "programOrganization", "programRun"):
        day = _day(first(run, "startingDate"))
        if day is not None:
            yield Start(
                text=day.isoformat(),
                day=day,
                apply_before=_day(first(run, "applicationDeadline")),
                apply_before_outside_eu=_day(first(run, "applicationDeadlineNonEU")),
                ends=_day(first(run, "endDate")),
            )
    for start in children(program, "programOrganization", "programStart"):
        month = MONTH_WORDS.get(first(start, "startingMonth").casefold())
        if month is None:
            continue
        text = month
        for name, group in (("applicationDeadline", ""), ("applicationDeadlineNonEU", " (niet-EU)")):
            deadline = MONTH_WORDS.get(first(start, name).casefold())
            text += f", aanmelden tot {deadline}{group}" if deadline else ""
        yield Start(text)


def _day(text: str) -> Any:
    day = date_of(text) if text else None
    if text and day is None:
        raise RowError(f"geen bestaande datum: {text!r}")
    return day


def _count_unmapped(program: Any, intake: Intake) -> None:
    for part in program:
        if local(part) not in _PARTS:
            continue
        for child in part:
            name = local(child)
            if name and name not in MAPPED and (text_of(child) or len(child)):
                intake.unmapped(name)
