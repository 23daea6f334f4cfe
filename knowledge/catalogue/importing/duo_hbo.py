"""DUO open data "Ingeschrevenen hbo" (2024 edition): one row per programme, town, form and gender.

Each programme of an institution in a town and form becomes an offer. The counts themselves are not taken
here: figures are sums over rows, and a count below five is not published. A programme without students in
the newest year is unconfirmed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from knowledge.catalogue.facts import Authority, Provenance
from knowledge.catalogue.importing.intake import Imported, Intake, RowError, known
from knowledge.catalogue.importing.values import LEVELS, mode_of
from knowledge.catalogue.merging import plain_name
from knowledge.catalogue.types import Code, Offer, OfferKind, OfferState, Place

SPECIFICATION = "DUO open data, ingeschrevenen hbo"
URL = "https://duo.nl/open_onderwijsdata/"
SCHOOL, CODE, NAME, FORM, TOWN = (
    "INSTELLINGSNAAM ACTUEEL", "OPLEIDINGSCODE ACTUEEL", "OPLEIDINGSNAAM ACTUEEL", "OPLEIDINGSVORM", "GEMEENTENAAM",
)  # fmt: skip
TYPE, PART = "TYPE HOGER ONDERWIJS", "ONDERDEEL"
COLUMNS = frozenset({SCHOOL, CODE, NAME, FORM, TOWN, TYPE})
KINDS = {
    "associate degree": OfferKind.ASSOCIATE_DEGREE,
    "bachelor": OfferKind.HBO_BACHELOR,
    "master": OfferKind.HBO_MASTER,
}
YEAR = re.compile(r"20\d\d")


def import_duo_hbo(content: object) -> Imported | None:
    """Return the offers of a JSON list of rows, None when it is something else."""
    if (
        not isinstance(content, list)
        or not content
        or not isinstance(content[0], dict)
        or not set(content[0]) >= COLUMNS
    ):
        return None
    return import_rows([(number, row) for number, row in enumerate(content, start=1)])


def import_rows(rows: Sequence[tuple[int, object]]) -> Imported:
    """Return the offers of rows by column name; rows of one offer are taken once."""
    intake = Intake(SPECIFICATION)
    students: dict[str, int] = {}
    first: dict[str, tuple[int, Offer]] = {}
    for number, row in rows:
        name = str(row.get(NAME, "")) if isinstance(row, Mapping) else ""
        try:
            if not isinstance(row, Mapping):
                raise RowError("de rij is geen object")
            offer = _offer(row)
            students[offer.id] = students.get(offer.id, 0) + _newest(row)
        except RowError as error:
            intake.refuse(number, name, str(error))
            continue
        if offer.id in first:
            intake.ignore(number, name, f"hoort bij rij {first[offer.id][0]} (geslacht apart geteld)")
        else:
            first[offer.id] = (number, offer)
    for number, offer in first.values():
        state = OfferState.CURRENT if students[offer.id] else OfferState.UNCONFIRMED
        intake.take(number, _in_state(offer, state))
    return intake.done()


def _in_state(offer: Offer, state: OfferState) -> Offer:
    from dataclasses import replace

    return replace(offer, state=state)


def _offer(row: Mapping[str, object]) -> Offer:
    school, code, name, form, town, type_ = (
        _cell(row, column) for column in (SCHOOL, CODE, NAME, FORM, TOWN, TYPE)
    )
    mode, kind = mode_of(form), KINDS.get(type_.casefold())
    if not re.fullmatch(r"\d{4,5}", code):
        raise RowError(f"{CODE} is geen code van vijf cijfers: {code[:20]!r}")
    if mode is None or kind is None:
        raise RowError(f"onbekende vorm of soort: {form[:30]!r}, {type_[:30]!r}")
    about = Provenance(URL, _years(row)[-1], authority=Authority.OPEN_DATA)
    return Offer(
        id=f"duo:{plain_name(school).replace(' ', '-')}:{code}:{mode.value}:{plain_name(town).replace(' ', '-')}",
        kind=kind,
        name=known(re.sub(r"^(?:B|M|Ad)\s+", "", name), about),
        provider=known(school, about),
        level=known(LEVELS[kind], about),
        codes=known((Code("ISAT", code),), about),
        mode=known(mode, about),
        fields=known((_cell(row, PART),) if row.get(PART) else (), about),
        places=known((Place(town),), about),
    )


def _cell(row: Mapping[str, object], column: str) -> str:
    value = row.get(column)
    if isinstance(value, bool) or not isinstance(value, str | int) or not str(value).strip():
        raise RowError(f"{column} ontbreekt of is geen tekst")
    return str(value).strip()


def _years(row: Mapping[str, object]) -> list[str]:
    years = sorted(name for name in row if YEAR.fullmatch(name))
    if not years:
        raise RowError("er is geen kolom met een jaartal")
    return years


def _newest(row: Mapping[str, object]) -> int:
    """Return the students of the newest year; "<5" is at least one."""
    value = str(row.get(_years(row)[-1], "")).strip()
    if value.startswith("<"):
        return 1
    if not re.fullmatch(r"\d{1,7}", value):
        raise RowError(f"het aantal studenten is geen getal: {value[:20]!r}")
    return int(value)
