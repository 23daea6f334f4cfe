"""A table of offers (CSV or XLSX) with Dutch or English headings, with or without a mapping file.

The mapping file (`<name>.mapping.yaml` beside the table, format version 1) names what the headings do not say::

    columns:            # heading in the table: field below
      Wat: name
    defaults:           # field: value for rows where it is empty
      provider: Saxion

Fields: id, name, provider, kind, level, nlqf, mode, field, duration, duration_months, duration_years,
hours_per_week, ects, place, language, cost, cost_per, cost_what, study_year, start, apply_before, admission, code,
code_kind, crebo, croho, url, checked_on, remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import islice

from knowledge.catalogue.folding import folded
from knowledge.catalogue.importing.intake import Imported, Intake, shown
from knowledge.catalogue.importing.notations import fee_in, unit_in
from knowledge.catalogue.importing.offer_row import FIELDS, offer_of_row

SPECIFICATION = "Aanbodtabel"

HEADINGS = {
    "id": "id",
    "naam name opleiding opleidingsnaam titel title programma programme program cursus cursusnaam course training workshop module": "name",
    "aanbieder provider instelling instituut institute school schoolnaam onderwijsinstelling institution opleider organisatie organisation uitvoerder": "provider",
    "soort type kind opleidingstype soort_opleiding": "kind",
    "niveau level mbo_niveau opleidingsniveau nivo": "level",
    "nlqf nlqf_niveau": "nlqf",
    "vorm leerweg mode opleidingsvorm studievorm lesvorm study_mode bol_of_bbl bol_bbl bbl_of_bol mode_of_study": "mode",
    "richting sector vakgebied field domein": "field",
    "duur duration studieduur opleidingsduur cursusduur looptijd length": "duration",
    "duur_maanden duration_months duur_in_maanden": "duration_months",
    "duur_jaren duration_years duur_in_jaren": "duration_years",
    "uren_per_week hours_per_week": "hours_per_week",
    "ec ects studiepunten credits": "ects",
    "plaats locatie vestiging place location city stad vestigingsplaats gemeente leslocatie cursusplaats venue campus": "place",
    "taal language voertaal": "language",
    "kosten prijs cursusgeld cursusprijs lesgeld price cost costs fee tuition tuition_fee course_fee tarief collegegeld deelnameprijs kosten_euro cost_euro": "cost",
    "kosten_per cost_per": "cost_per",
    "studiejaar study_year": "study_year",
    "start startdatum startmoment start_date starts startmomenten begin begindatum aanvang aanvangsdatum eerste_les first_day": "start",
    "aanmelden_voor aanmelden_tot inschrijven_tot deadline apply_before apply_by aanmelddatum sluiting_inschrijving": "apply_before",
    "toelating toelatingseisen instroomeisen vooropleiding admission entry_requirements instroom": "admission",
    "code": "code",
    "codesoort code_kind soort_code": "code_kind",
    "crebo crebocode crebo_code": "crebo",
    "croho isat crohocode isatcode croho_code isat_code": "croho",
    "url link website bron source_url source": "url",
    "peildatum gecontroleerd_op checked_on source_date": "checked_on",
    "opmerking opmerkingen omschrijving beschrijving toelichting bijzonderheden remark remarks description": "remark",
}
"""Headings that are known without a mapping file, words joined by an underscore."""

KNOWN = {heading: field for headings, field in HEADINGS.items() for heading in headings.split()}
TELLING = frozenset({"kind", "level", "mode", "place", "crebo", "croho", "duration", "cost"})
"""A table is one of offers when it names offers and their providers and states at least one of these."""


class MappingError(ValueError):
    """The mapping file cannot be used; the text says why, in Dutch."""


def mapping_of(text: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the columns (folded heading to field) and the defaults of a mapping file. Raises `MappingError`."""
    import yaml

    if not text.strip():
        return {}, {}
    try:
        raw = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError) as error:
        raise MappingError(f"Het mapping-bestand is geen YAML ({str(error)[:80]}).") from error
    if not isinstance(raw, dict) or not set(raw) <= {"columns", "defaults"}:
        raise MappingError("Het mapping-bestand heeft alleen de sleutels columns en defaults.")
    columns, defaults = raw.get("columns") or {}, raw.get("defaults") or {}
    for part in (columns, defaults):
        if not isinstance(part, dict) or not all(
            isinstance(value, str | int | float) for value in part.values()
        ):
            raise MappingError(
                "In het mapping-bestand horen onder columns en defaults paren van woorden te staan."
            )
    unknown = sorted({str(field) for field in (*columns.values(), *defaults)} - FIELDS)
    if unknown:
        raise MappingError(f"Het mapping-bestand noemt onbekende velden: {', '.join(unknown)[:200]}.")
    by_heading = {_heading(str(heading)): str(field) for heading, field in columns.items()}
    return by_heading, {str(field): str(value) for field, value in defaults.items()}


def _heading(text: str) -> str:
    return folded(text).replace(" ", "_")


def fields_of_header(header: Iterable[str], mapping: str) -> dict[int, str]:
    """Return the field of each column that has one; empty when the table is not one of offers."""
    columns, defaults = mapping_of(mapping)
    found: dict[int, str] = {}
    for index, heading in enumerate(header):
        field = columns.get(_heading(heading)) or _known(heading)
        if field is not None and field not in found.values():
            found[index] = field
    present = {*found.values(), *defaults}
    is_offers = {"name", "provider"} <= present and (mapping.strip() or present & TELLING)
    return found if is_offers else {}


def _known(heading: str) -> str | None:
    """Return the field of a heading that is known: as it stands, without what stands between brackets, without its unit
    ("Prijs (EUR)", "Kosten per jaar", "Duur in weken"), or by a noun that says what it is the name of ("Naam opleiding").
    """
    spaced = heading.replace("_", " ")
    without_remark = re.sub(r"\([^)]*\)", " ", spaced)
    found = KNOWN.get(_heading(heading)) or KNOWN.get(_heading(without_remark))
    if found is not None:
        return found
    bare_field = KNOWN.get(_heading(AMOUNT_UNIT.sub("", spaced)))
    if bare_field == "cost":
        return bare_field
    if KNOWN.get(_heading(TIME_UNIT.sub("", spaced))) == "duration":
        return "duration"
    words = _heading(without_remark)
    return next((field for pattern, field in NAMED if pattern.fullmatch(words)), None)


_THING = r"(?:opleiding|cursus|training|programma|programme|program|course|module|studie)s?"
NAMED = (
    (re.compile(rf"(?:naam|titel|title|name)_(?:(?:van|of)_)?(?:(?:de|het|the)_)?{_THING}|{_THING}_?s?(?:naam|titel|title|name)"), "name"),
    (re.compile(r"(?:naam|name)_(?:(?:van|of)_)?(?:(?:de|het|the)_)?(?:school|aanbieder|instelling|opleider|provider|institute)"), "provider"),
)  # fmt: skip
"""Headings of two words of which one says that it is a name."""

TIME_UNIT = re.compile(
    r"\(?\s*\b(?:in\s+)?(?P<unit>maanden|jaren|jaar|weken|dagen|dagdelen|avonden|months|years|weeks|days)\b\s*\)?",
    re.IGNORECASE,
)
"""A unit of time in a heading: "Duur in weken"."""


AMOUNT_UNIT = re.compile(
    r"\(?\s*(?:in\s+)?(?:€|\beuro?\b)\s*\)?|\(?\s*(?:\bper\b|\bpro\b|/)\s*[^\W\d]+\s*\)?", re.IGNORECASE
)
"""A unit of money or of time in a heading."""


def _told_by_heading(header: tuple[str, ...], columns: Mapping[int, str]) -> dict[str, str]:
    """Return what the heading of the prices says of them: what they are paid for, and what they are."""
    heading = next((header[index] for index, field in columns.items() if field == "cost"), "")
    told = {"cost_per": unit_in(heading), "cost_what": fee_in(heading)}
    return {field: value for field, value in told.items() if value}


OF_THE_FILE = frozenset(["id", "nr", "nummer", "volgnummer", "regel", "guid", "uuid", "sleutel", "key"])
"""Headings of what says nothing of an offer."""

MOST_NOTED = 20
"""Columns without a field of their own that are kept in the words of the remark."""


def _with_cells_beyond(
    values: Mapping[str, str], beyond: Sequence[str], last: str | None, notes: list[str]
) -> Mapping[str, str]:
    """Return the cells of a row that goes on beyond its header: a remark with a delimiter in it goes on there; else a note tells."""
    if last == "remark":
        return {**values, "remark": "; ".join((values.get("remark", ""), *beyond)).lstrip("; ")}
    notes.append(f"meer cellen dan de kop: {shown('; '.join(beyond), 40)!r}")
    return values


def import_offer_table(
    header: tuple[str, ...], rows: Iterable[tuple[int, tuple[str, ...]]], mapping: str = ""
) -> Imported | None:
    """Return the offers of a table, None when it is not one of offers. Raises `MappingError`.

    What a column says that has no field of its own is kept in the words of the remark, behind its heading.
    """
    columns = fields_of_header(header, mapping)
    if not columns:
        return None
    defaults = _told_by_heading(header, columns) | mapping_of(mapping)[1]
    length = next((header[index] for index, field in columns.items() if field == "duration"), "")
    unit = found["unit"].lower() if (found := TIME_UNIT.search(length.replace("_", " "))) else ""
    intake = Intake(SPECIFICATION)
    others = {index: heading for index, heading in enumerate(header) if heading and index not in columns}
    for heading in others.values():
        intake.unmapped(heading)
    telling = ((index, heading) for index, heading in others.items() if folded(heading) not in OF_THE_FILE)
    noted = dict(islice(telling, MOST_NOTED))
    for number, cells in rows:
        values: Mapping[str, str] = defaults | {
            field: cells[index] for index, field in columns.items() if index < len(cells) and cells[index]
        }
        if unit and re.fullmatch(r"[\d.,]+", values.get("duration", "").strip()):
            values = {**values, "duration": f"{values['duration'].strip()} {unit}"}
        name = values.get("name", "")
        notes: list[str] = []
        said = [f"{noted[index]}: {cell}" for index, cell in enumerate(cells) if index in noted and cell]
        values = {**values, "remark": "; ".join(filter(None, (values.get("remark", "").rstrip(" ."), *said)))}
        if beyond := [cell for cell in cells[len(header) :] if cell]:
            values = _with_cells_beyond(values, beyond, columns.get(len(header) - 1), notes)
        make = partial(offer_of_row, values, notes)
        intake.attempt(number, name, make, notes)
    return intake.done()
