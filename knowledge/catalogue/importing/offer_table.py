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
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from pathlib import Path

from knowledge.catalogue.folding import folded
from knowledge.catalogue.importing.intake import Imported, Intake, shown
from knowledge.catalogue.importing.notations import day_of, fee_in, unit_in
from knowledge.catalogue.importing.offer_row import FIELDS, offer_of_row
from knowledge.catalogue.importing.start_column import with_dated_start
from knowledge.catalogue.importing.table_rows import (
    is_heading_between,
    line_alone,
    noted_cells,
    noted_columns,
    section_of,
)
from knowledge.catalogue.importing.values import kind_of_offer, mode_of
from knowledge.catalogue.types import Offer
from knowledge.data_files import read_data

SPECIFICATION = "Aanbodtabel"

HEADINGS: Mapping[str, str] = {
    heading: field
    for field, headings in read_data(Path(__file__).with_name("headings.yaml")).items()
    for heading in headings
}
"""Headings that are known without a mapping file, words joined by an underscore."""

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


def fields_of_header(
    header: Sequence[str], mapping: str, owner: str = "", names_at: int | None = None
) -> dict[int, str]:
    """Return the field of each column that has one; empty when the table is not one of offers.

    `owner` is the school whose table it is where no column says so: such a table says more plainly that it is one of offers.
    `names_at` is the column with the names of courses where its heading does not say so.
    """
    columns, defaults = mapping_of(mapping)
    found: dict[int, str] = {}
    for index, heading in enumerate(header):
        field = columns.get(_heading(heading)) or ("name" if index == names_at else _known(heading))
        if field is not None and field not in found.values():
            found[index] = field
    found = _with_intake_as_start(header, found)
    present = {*found.values(), *defaults}
    is_offers = {"name", "provider"} <= present and (mapping.strip() or present & TELLING)
    return found if is_offers or (owner and _is_of_school(header, found, names_at)) else {}


def _with_intake_as_start(header: Sequence[str], found: Mapping[int, str]) -> dict[int, str]:
    """Return the fields with "instroom" as the moment to begin where another column says what entry asks, and none when it starts."""
    entry = [index for index, heading in enumerate(header) if _known(heading) == "admission"]
    first = next((index for index in entry if _heading(header[index]) == INTAKE), None)
    others = [index for index in entry if index != first]
    if first is None or not others or "start" in found.values():
        return dict(found)
    return {**found, first: "start", others[0]: "admission"}


INTAKE = "instroom"
"""A heading that stands for who may enter, or for when."""


def _is_of_school(header: Sequence[str], found: Mapping[int, str], names_at: int | None) -> bool:
    """Say whether a table without a column of schools is one of offers: a column is called after courses, and two tell of them."""
    named = [header[index] for index, field in found.items() if field == "name"]
    if not named:
        return False
    says_little = names_at is not None or CALLED_AFTER.search(_heading(named[0])) is None
    telling = TELLING_OF_SCHOOL.intersection(found.values())
    priced = any(
        PRICED.search(_heading(heading)) for index, heading in enumerate(header) if index not in found
    )
    of_lessons = sum(OF_LESSONS.fullmatch(_heading(heading)) is not None for heading in header)
    is_of_courses = not says_little and OF_COURSES.search(_heading(named[0])) is not None
    fewest = FEWEST_TELLING + says_little  # a heading that says nothing asks for more beside it
    lessons = 1 if is_of_courses else FEWEST_TELLING
    return len(telling) + priced + (of_lessons >= lessons) >= fewest


PRICED = re.compile(r"kosten|prijs|tarief|price|tuition|fee|preis|gebuhr")
"""A price by a heading that says whose or for what it is: told with its heading, and not as the price."""

OF_LESSONS = re.compile(
    r"voor(?:_wie)?|doz|tag|zeit|raum|lokaal|zaal|room|tn_max|max_tn|max_(?:dln|deeln|deelnemers)|trainer_in|days_time|dag_(?:en_)?tijd|lesdag_bbl|spr|ue|doelgroep|(?:les)?dag(?:en)?|avond|docent|trainer|begeleiding|(?:les)?tijd(?:en)?|van_tot|hoe_laat|max|plaatsen|plekken|lunch"
    r"|opgeven(?:_bij)?|meenemen|teacher|instructor|day|time|seats|dozent|uhrzeit|fur_wen"
)
"""Headings of what courses and days for pupils have, and little else."""

OF_COURSES = re.compile(r"cursus|training|workshop|module|masterclass|(?<![a-z])course|kurs|lehrgang")
"""The heading of a column with names below which no programme with a diploma is expected."""


def _is_no_programme(values: Mapping[str, str]) -> bool:
    """Say whether nothing in a row says that it is a programme with a diploma, as a table of both has."""
    return (
        not values.get("crebo")
        and not values.get("croho")
        and mode_of(values.get("mode", "")) is None
        and kind_of_offer(values.get("level", "")) is None
        and folded(values.get("level", "")) not in ("1", "2", "3", "4")
    )


CALLED_AFTER = re.compile(
    r"opleiding|cursus|training|workshop|module|course|program|studie|kurs|lehrgang|ausbildung|thema|activiteit|onderwerp|theme|topic|activity|leerroute|traject"
    r"|scholing|schulung|seminar|weiterbildung|masterclass|kwalificatie|qualification|lesgroep|leerlijn|leeractiviteit"
)
"""The heading of a column with the names of courses."""

TELLING_OF_SCHOOL = frozenset(
    [
        "kind",
        "level",
        "mode",
        "crebo",
        "croho",
        "duration",
        "cost",
        "start",
        "apply_before",
        "admission",
        "ects",
        "place",
    ]
)
FEWEST_TELLING = 2
"""Columns of these kinds that a table without a column of schools has at least, to be one of offers."""


def _known(heading: str) -> str | None:
    """Return the field of a heading that is known: as it stands, without what stands between brackets, without its unit
    ("Prijs (EUR)", "Kosten per jaar", "Duur in weken"), or by a noun that says what it is the name of ("Naam opleiding").
    """
    each = [HEADINGS.get(_heading(part)) for part in heading.split("/")] if "/" in heading else []
    if any(each):  # in two languages: "Kurs / cursus"
        return next(one for one in each if one)
    spaced = heading.replace("_", " ")
    without_remark = re.sub(r"\([^)]*\)", " ", spaced)
    found = HEADINGS.get(_heading(heading)) or HEADINGS.get(_heading(without_remark))
    if found is not None:
        return found
    bare = _heading(
        VAT.sub(" ", AMOUNT_UNIT.sub("", without_remark if VAT.search(without_remark) else spaced))
    )
    if HEADINGS.get(bare) == "cost" or (EURO.match(spaced) and bare in ("", *BESIDE_EURO)):
        return "cost"
    if HEADINGS.get(_heading(TIME_UNIT.sub("", spaced))) == "duration":
        return "duration"
    words = _heading(without_remark)
    return next((field for pattern, field in NAMED if pattern.fullmatch(words)), None)


_THING = r"(?:opleiding|cursus|training|programma|programme|program|course|module|studie)s?"
_TO_APPLY = r"(?:inschr\w*|aanm\w*|opgeven|opgave|anmeld\w*|anm|bewerb\w*|regist\w*|enroll?\w*|sign_?up|appl\w*|reserveren|aanvragen)"
NAMED = (
    (re.compile(rf"(?:kosten|prijs|tarief|bijdrage|price|fee|costs?|preis|gebuhr)_{_THING}|{_THING}_?(?:kosten|prijs|tarief|price|fee|costs?|preis|gebuhr)"), "cost"),
    (re.compile(rf"(?:naam|titel|title|name)_(?:(?:van|of)_)?(?:(?:de|het|the)_)?{_THING}|{_THING}_?s?(?:naam|titel|title|name)"), "name"),
    (re.compile(r"(?:naam|name)_(?:(?:van|of)_)?(?:(?:de|het|the)_)?(?:school|aanbieder|instelling|opleider|provider|institute)"), "provider"),
    (re.compile(rf"{_TO_APPLY}_(?:kan_)?(?:t_?m|tot(?:_en_met)?|voor|vor|uiterlijk|by|before|until|till|bis|deadline)(?:_dat\w*)?"), "apply_before"),
    (re.compile(r"(?:uiterste|laatste|uiterlijke|last|latest|final|letzter?)_(?:inschrijf|aanmeld|opgave|registration|enrol\w*|anmelde)_?(?:dag|datum|day|date|tag)?"), "apply_before"),
)  # fmt: skip
"""Headings of two words of which one says that it is a name."""

TIME_UNIT = re.compile(
    r"\(?\s*\b(?:in\s+)?(?P<unit>maanden|jaren|jaar|weken|dagen|dagdelen|avonden|months|years|weeks|days)\b\s*\)?",
    re.IGNORECASE,
)
"""A unit of time in a heading: "Duur in weken"."""


EURO = re.compile(r"\s*(?:€|eur(?:o)?\b)", re.IGNORECASE)
BESIDE_EURO = (
    "p_p",
    "pp",
    "p_p_ex_btw",
    "pp_ex_btw",
    "excl_btw",
    "ex_btw",
    "incl_btw",
    "p_p_excl_btw",
    "p_p_incl_btw",
)
"""What stands in a heading of prices that begins with the sign of the euro ("€ p.p. ex btw")."""


VAT = re.compile(
    r"[,(]?\s*\b(?:excl|incl|exclusief|inclusief|ex|in|exkl|inkl|zzgl|zonder|met|plus|excluding|including|vrij van)\b\.?\s*"
    r"(?:btw|vat|mwst|ust|moms|tax)\b\.?\s*\)?",
    re.IGNORECASE,
)
"""Whether a price is with the tax, in a heading: it is the price all the same, and told with it (`fee_in`)."""

AMOUNT_UNIT = re.compile(
    r"\(?\s*(?:in\s+)?(?:€|\beuro?\b)\s*\)?|\(?\s*(?:\bper\b|\bpro\b|/)\s*[^\W\d]+\s*\)?", re.IGNORECASE
)
"""A unit of money or of time in a heading."""


def _told_by_heading(header: tuple[str, ...], columns: Mapping[int, str]) -> dict[str, str]:
    """Return what the heading of the prices says of them: what they are paid for, and what they are."""
    heading = next((header[index] for index, field in columns.items() if field == "cost"), "")
    told = {"cost_per": unit_in(heading), "cost_what": fee_in(heading)}
    return {field: value for field, value in told.items() if value}


def _with_cells_beyond(
    values: Mapping[str, str], beyond: Sequence[str], last: str | None, notes: list[str]
) -> Mapping[str, str]:
    """Return the cells of a row that goes on beyond its header: a remark with a delimiter in it goes on there; else a note tells."""
    if last == "remark":
        return {**values, "remark": "; ".join((values.get("remark", ""), *beyond)).lstrip("; ")}
    notes.append(f"meer cellen dan de kop: {shown('; '.join(beyond), 40)!r}")
    return values


def names_by_content(header: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    """Return the first column whose cells are names: texts of several letters, filled and each its own; None for none, or few rows.

    A column with a heading of its own, or one of people, is none.
    """
    if len(rows) < FEWEST_NAMES:
        return None
    for index, heading in enumerate(header):
        if _known(heading) is not None or OF_PEOPLE.search(_heading(heading)) is not None:
            continue
        cells = [row[index] for row in rows if index < len(row) and row[index]]
        named = {
            cell for cell in cells if len(LETTERS.findall(cell)) >= FEWEST_LETTERS and day_of(cell) is None
        }
        if len(cells) >= MOSTLY * len(rows) and len(named) >= MOSTLY * len(cells):
            return index
    return None


FEWEST_NAMES, FEWEST_LETTERS, MOSTLY = 4, 5, 0.7
"""Rows that a column of names has at least, letters of a name, and the share of the cells that must be one."""

LETTERS = re.compile(r"[^\W\d_]")
OF_PEOPLE = re.compile(
    r"docent|trainer|contact|begeleid|wie_|leraar|teacher|instructor|aanspreek|naam_docent|opm|bijz|mail|coordinator"
)


def import_offer_table(
    header: tuple[str, ...],
    rows: Iterable[tuple[int, tuple[str, ...]]],
    mapping: str = "",
    owner: str = "",
    names_at: int | None = None,
    place: str = "",
) -> Imported | None:
    """Return the offers of a table, None when it is not one of offers. Raises `MappingError`.

    What a column says that has no field of its own is kept in the words of the remark, behind its heading. `owner` is the school
    of rows that name none, `place` where those are that name no place.
    """
    columns = fields_of_header(header, mapping, owner, names_at)
    if not columns:
        return None
    below = iter(rows)
    top = list(islice(below, LOOKED_AT))
    rows = chain(top, below)
    if not mapping.strip():
        columns = with_dated_start(header, columns, [cells for _, cells in top], _known)
    told = _told_by_heading(header, columns) | ({"provider": owner} if owner else {})
    told |= {"place": place} if place else {}
    defaults = told | mapping_of(mapping)[1]
    length = next((header[index] for index, field in columns.items() if field == "duration"), "")
    unit = found["unit"].lower() if (found := TIME_UNIT.search(length.replace("_", " "))) else ""
    intake = Intake(SPECIFICATION)
    others = {index: heading for index, heading in enumerate(header) if heading and index not in columns}
    for heading in others.values():
        intake.unmapped(heading)
    noted = noted_columns(others, [cells for _, cells in top])
    at = next((index for index, field in columns.items() if field == "name"), 0)
    of_names = next((header[index] for index, field in columns.items() if field == "name"), "")
    is_of_courses = OF_COURSES.search(_heading(of_names)) is not None
    seen: set[str] = set()
    section = ""
    for number, cells in rows:
        wide = (*cells, *[""] * (len(header) - len(cells)))  # a sheet leaves out the empty cells at the end
        if reason := _is_no_row(wide, at):
            intake.ignore(number, " ".join(filter(None, cells)), reason)
            section = section_of(cells) if reason == BETWEEN_ROWS else section
            continue
        values: Mapping[str, str] = defaults | {
            field: cells[index] for index, field in columns.items() if index < len(cells) and cells[index]
        }
        if unit and re.fullmatch(r"[\d.,]+", values.get("duration", "").strip()):
            values = {**values, "duration": f"{values['duration'].strip()} {unit}"}
        if is_of_courses and not values.get("kind") and _is_no_programme(values):
            values = {**values, "kind": "cursus"}
        name = values.get("name", "")
        notes: list[str] = []
        said = (values.get("remark", "").rstrip(" ."), *noted_cells(noted, cells, section))
        values = {**values, "remark": "; ".join(filter(None, said))}
        if beyond := [cell for cell in cells[len(header) :] if cell]:
            values = _with_cells_beyond(values, beyond, columns.get(len(header) - 1), notes)
        make = partial(_one_of_several, values, notes, number, seen)
        intake.attempt(number, name, make, notes)
    return intake.done()


BETWEEN_ROWS = "een kop tussen de rijen"
"""Why a heading between rows is none of them: what it says is kept with each row below it."""

LOOKED_AT = 60
"""Rows at the top of a table of which the cells say what a column is."""


def _one_of_several(values: Mapping[str, str], notes: list[str], number: int, seen: set[str]) -> Offer:
    """Return the offer of a row; one that differs from an earlier one by its day alone ("Heftruck basis" in March and in May) is its own."""
    offer = offer_of_row(values, notes)
    if offer.id in seen and not values.get("id"):
        offer = replace(offer, id=f"{offer.id}-{number}")
    seen.add(offer.id)
    return offer


def _is_no_row(cells: Sequence[str], names_at: int) -> str:
    """Return why a row below the header is none of an offer: a line of text, a heading, or a total; "" for any other row."""
    filled = [cell for cell in cells if cell]
    if line_alone(cells):
        return "een regel tekst bij de tabel; die blijft als tekst te vinden"
    if is_heading_between(cells, names_at):
        return BETWEEN_ROWS
    if filled and TOTAL.match(filled[0]) and len(filled) <= max(FEWEST_TELLING + 1, len(cells) // 2):
        return "een totaal"
    return ""


TOTAL = re.compile(r"(?:sub)?tota(?:al|l)\b|summe\b|gesamt\b|som\b", re.IGNORECASE)
