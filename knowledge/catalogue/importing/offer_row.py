"""One row of a table of offers, by field name, as an offer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from typing import TypeVar

from knowledge.catalogue.facets import month_of
from knowledge.catalogue.facts import Authority, Provenance
from knowledge.catalogue.folding import folded
from knowledge.catalogue.importing.intake import RowError, known, shown
from knowledge.catalogue.importing.notations import (
    DAY_IN_FIGURES,
    Price,
    day_of,
    length_of,
    month_numbers,
    price_of,
)
from knowledge.catalogue.importing.start_column import HOUR, OF_THE_WEEK
from knowledge.catalogue.importing.values import (
    LEVELS,
    between_of,
    kind_of_offer,
    language_of,
    mode_of,
    months_of,
    number_of,
    study_year_of,
)
from knowledge.catalogue.rules import Rule, Unstated
from knowledge.catalogue.types import Between, Code, Cost, Offer, OfferKind, Place, Start, StudyMode
from knowledge.language.months import day_in_words

# fmt: off
FIELDS = frozenset((
    "id", "name", "provider", "kind", "level", "nlqf", "mode", "field", "duration", "duration_months",
    "duration_years", "hours_per_week", "ects", "place", "language", "cost", "cost_per", "cost_what", "study_year",
    "start", "apply_before", "admission", "code", "code_kind", "crebo", "croho", "url", "checked_on", "remark",
))
# fmt: on

T = TypeVar("T")

DAYS = frozenset({"checked_on", "apply_before"})
KEPT = {
    "cost": "Kosten", "duration": "Duur", "duration_months": "Duur (maanden)", "duration_years": "Duur (jaren)",
    "hours_per_week": "Uren per week", "ects": "Studiepunten", "apply_before": "Aanmelden", "study_year": "Studiejaar",
    "mode": "Vorm", "kind": "Soort", "level": "Niveau", "language": "Taal", "code": "Code",
    "start": "Start",
}  # fmt: skip
"""Fields of which the words are kept where they were not read whole, by their label."""

APPLY_BEFORE = "Aanmelden tot"
"""The heading of the last day to apply, in the words of a remark."""

A_YEAR = 12.0
"""Months up to which a price is the same by the year and for the whole."""


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row. What cannot be read is unknown, noted and kept in words; what is impossible refuses the row."""

    cells: Mapping[str, str]
    notes: list[str]
    kept: dict[str, str] = dataclass_field(default_factory=dict)
    """The words of cells of which a reading leaves something out, by field."""

    def text(self, field: str) -> str:
        """Return a cell; a formula refuses the row, since its outcome is not in the file."""
        value = self.cells.get(field, "").strip()
        if re.match(r"[=@][A-Za-z(]|\+[A-Za-z]+\(", value):
            raise RowError(f"{field} is een formule: {shown(value, 40)!r}")
        return value

    def read(self, field: str, read: Callable[[str], T | None]) -> T | None:
        """Return what `read` makes of a cell. What it cannot read is unknown; a day that does not exist is refused."""
        text = self.text(field)
        if not text:
            return None
        value = read(text)
        if value is None:
            if field in DAYS and DAY_IN_FIGURES.fullmatch(text):
                raise RowError(f"{field} is geen bestaande datum: {shown(text, 40)!r}")
            self.notes.append(f"{field} onbekend: {shown(text, 40)!r}")
            self.keep(field)
        return value

    def keep(self, field: str) -> None:
        """Keep the words of a cell beside what was read of it."""
        if field in KEPT:
            self.kept[f"{KEPT[field]} volgens de bron"] = shown(self.text(field))

    @property
    def remark(self) -> str:
        """The remark, with the words of the cells that were not read whole behind it."""
        words = (f"{label}: {text.rstrip('.')}" for label, text in self.kept.items())
        return "; ".join(part for part in (self.text("remark").rstrip(". "), *words) if part)

    def several(self, field: str) -> tuple[str, ...]:
        """Return the parts of a cell between ; or |."""
        parts = (part.strip() for part in re.split(r"[;|]", self.text(field)))
        return tuple(dict.fromkeys(part for part in parts if part))


def offer_of_row(cells: Mapping[str, str], notes: list[str]) -> Offer:
    """Return the offer of a row; adds to `notes` what was left unknown. Raises `RowError`."""
    row = _Row(cells, notes)
    name, provider = row.text("name"), row.text("provider")
    codes = _codes(row)
    if not name or not (provider or codes or row.text("id")):
        raise RowError("de naam ontbreekt, of zowel de aanbieder als een code")
    checked = row.read("checked_on", day_of)
    url = row.text("url")
    address = url if url.startswith(("https://", "http://")) else ""
    as_of = checked.isoformat() if checked else ""
    about = Provenance(address, as_of, row.read("study_year", study_year_of), checked, Authority.PROVIDER)
    kind, level = _kind(row)
    mode = row.read("mode", lambda text: _mode_in(_opening(text)))
    if mode is None and not row.text("mode"):
        mode = _mode_in(row.text("kind"))  # "mbo bbl"
    places = tuple(Place(place) for place in row.several("place"))
    local = (name, provider, mode.value if mode else "", *(place.name for place in places))
    offer_id = row.text("id") or "rij:" + "-".join(folded(part).replace(" ", "-") for part in local if part)
    admission = "" if _is_moment(row.text("admission")) else row.text("admission")
    rule = Rule(f"{offer_id}:toelating", Unstated(admission), about, admission) if admission else None
    duration = _duration(row)
    costs, starts = _costs(row, duration, about), _starts(row)
    hours, ects = row.read("hours_per_week", between_of), row.read("ects", number_of)
    return Offer(
        id=offer_id,
        kind=kind,
        name=known(name, about),
        provider=known(provider, about),
        level=known(level, about),
        nlqf=known(_nlqf(row), about),
        codes=known(codes, about),
        mode=known(mode, about),
        fields=known(row.several("field"), about),
        duration_months=known(duration, about),
        hours_per_week=known(hours, about),
        ects=known(ects, about),
        places=known(places, about),
        language=known(row.read("language", language_of), about),
        costs=known(costs, about),
        starts=known(starts, about),
        rule=known(rule, about),
        url=known(address, about),
        remark=known(row.remark, about),
    )


def _opening(text: str) -> str:
    """Return what stands before an explanation: "BBL" of "BBL: drie dagen werk"."""
    return re.split(r"[(:;,]", text, maxsplit=1)[0].strip()


def _kind(row: _Row) -> tuple[OfferKind, str]:
    """Return kind and level. "mbo-4" says both; a kind that is not known is kept in words."""
    word, level = row.text("kind"), row.text("level")
    kind = _kind_in(word) if word else OfferKind.COURSE if _is_course(row) else None
    if word and kind is None and mode_of(_opening(word)) is None:
        row.notes.append(f"kind onbekend: {shown(word, 40)!r}")
        row.keep("kind")
    bare = re.sub(r"^(?:niveau|level)\s+", "", folded(level))
    if bare in ("1", "2", "3", "4") and kind in (None, OfferKind.MBO):
        return OfferKind.MBO, f"mbo-{bare}"
    if kind is OfferKind.COURSE and (
        match := re.fullmatch(r"(?:mbo |niveau |level )*([1-4])", folded(level))
    ):
        return kind, f"mbo-{match[1]}"
    spoken = kind_of_offer(level) if level else None
    kind = kind or spoken or _kind_in_name(row.text("name"))
    if spoken is OfferKind.MBO and (match := re.fullmatch(r"mbo ([1-4])", folded(level))):
        return kind, f"mbo-{match[1]}"
    if kind is OfferKind.COURSE and len(level.split()) > 1:  # "geen voorkennis" is no level
        row.keep("level")
    return kind, LEVELS.get(kind, level)


def _kind_in_name(name: str) -> OfferKind:
    """Return the kind that a name begins with ("Ad Smart Industry", "Summer school Robotics"), OTHER where it says none."""
    words = folded(name).split()
    found = (kind_of_offer(" ".join(words[:count])) for count in (2, 1))
    kind = next((one for one in found if one is not None), None)
    is_course = BEGINS_AS_COURSE.match(name) is not None
    return kind or (OfferKind.COURSE if is_course else OfferKind.OTHER)


BEGINS_AS_COURSE = re.compile(
    r"(?:basis|vervolg|avond|dag|opfris|herhalings)?(?:cursus|training|workshop|masterclass|module|leergang|lehrgang|kurs|bootcamp|course)\b"
    r"|(?:summer|winter) (?:school|course)\b|zomerschool\b",
    re.IGNORECASE,
)
"""How the name of a course begins that says it is one."""


def _is_course(row: _Row) -> bool:
    """Say whether a row without a kind is one of a course: called so, or of days and evenings, and no registered programme."""
    if row.text("crebo") or row.text("croho") or mode_of(_opening(row.text("mode"))) is not None:
        return False
    return bool(CALLED_COURSE.search(row.text("mode")) or OF_DAYS.fullmatch(row.text("duration").strip()))


CALLED_COURSE = re.compile(
    r"cursus|training|workshop|module|masterclass|bootcamp|leergang|(?:summer|winter) school|zomerschool"
    r"|\bcourse|\bclass\b|kurs\b|lehrgang|klassikaal|in-?company",
    re.IGNORECASE,
)
OF_DAYS = re.compile(
    r"[\d,./ -]+(?:(?:lesdagen|dagen|dag|dagdelen|dagdeel|avonden|avond|middagen|weekenden|weekends?|days?|evenings?|tage?|abende?|wochenenden?)\b.*)",
    re.IGNORECASE,
)
"""How a form is called that no programme with a diploma has, and a length that none has."""


def _kind_in(text: str) -> OfferKind | None:
    """Return the kind that a cell names, alone or beside a form ("mbo bbl"), or as a sort of course ("evening module")."""
    words = [word for word in folded(text).split() if mode_of(word) is None]
    kind = kind_of_offer(text) or kind_of_offer(" ".join(words))
    return kind or (OfferKind.COURSE if CALLED_COURSE.search(text) else None)


def _mode_in(text: str) -> StudyMode | None:
    """Return the form that a cell names, alone or beside other words ("mbo bbl", "work-based (bbl)")."""
    found = (mode_of(word) for word in folded(text).split())
    return mode_of(text) or next((one for one in found if one is not None), None)


def _codes(row: _Row) -> tuple[Code, ...]:
    codes = [Code("crebo", row.text("crebo")), Code("CROHO", row.text("croho"))]
    if row.text("code") and row.text("code_kind"):
        codes.append(Code(row.text("code_kind"), row.text("code")))
    elif row.text("code"):
        row.keep("code")  # of which register it is, nobody says
    return tuple(code for code in codes if code.value)


def _nlqf(row: _Row) -> int | None:
    value = row.read("nlqf", number_of)
    if value is None:
        return None
    if value not in range(1, 9):
        raise RowError(f"nlqf is geen 1 tot en met 8: {value:g}")
    return int(value)


def _duration(row: _Row) -> Between | None:
    for field, unit in (("duration_months", "maanden"), ("duration_years", "jaar")):
        range_ = row.read(field, between_of)
        if range_ is not None:
            low, high = months_of(range_.low, unit), months_of(range_.high, unit)
            return Between(low, high) if low is not None and high is not None else None
    length = row.read("duration", length_of)
    if length is None:
        return None
    if not length.is_whole:
        row.keep("duration")
    return length.months


def _costs(row: _Row, duration: Between | None, about: Provenance) -> tuple[Cost, ...]:
    """Return the price. What it is paid for is unknown where neither the cell nor the table says it; up to a year that is all one."""
    price = row.read("cost", price_of)
    if price is None:
        return ()
    if not price.is_whole:
        row.keep("cost")
    per = price.per or row.text("cost_per")
    if not per and duration is not None and duration.high <= A_YEAR:
        per = "opleiding"
    return (Cost(price.euro, per, _what(price, row), about.study_year),)


def _what(price: Price, row: _Row) -> str:
    """Return what an amount is: the lowest of several, or what the table calls it."""
    return ", ".join(part for part in (price.what, row.text("cost_what")) if part)


def _moments(texts: Sequence[str]) -> Iterator[str]:
    """Yield moments to begin, those that a cell has beside each other one by one ("30-08-2027 en 31-01-2028")."""
    for text in texts:
        parts = [part.strip() for part in BETWEEN_DAYS.split(text) if part.strip()]
        yield from parts if len(parts) > 1 and all(map(DAY_IN_FIGURES.fullmatch, parts)) else (text,)


def _is_moment(text: str) -> bool:
    """Say whether a cell about intake names months or days alone ("aug / feb", "september 2027"): when one may begin, and not who."""
    words = [word for word in folded(text).split() if word not in BESIDE_MONTHS and not word.isdigit()]
    return bool(words) and all(word in month_numbers() for word in words)


BESIDE_MONTHS = frozenset(["en", "of", "and", "or", "und", "oder", "elke", "begin", "eind"])
"""Words between the names of months."""

BETWEEN_DAYS = re.compile(r"\s+(?:en|and|und|of|or|oder|&)\s+|\s*[,/]\s+")
"""What stands between two days in a cell."""


def _starts(row: _Row) -> tuple[Start, ...]:
    before = row.read("apply_before", day_of)
    if before is not None:
        row.kept[APPLY_BEFORE] = day_in_words(
            before, "nl"
        )  # of an offer without a start it is said nowhere else
    starts = []
    said = row.several("start") or (row.several("admission") if _is_moment(row.text("admission")) else ())
    for text in _moments(said):
        day: date | None = day_of(text)
        if day is not None and (OF_THE_WEEK.search(folded(text)) or HOUR.search(text)):
            row.keep("start")  # the day of the week is not in the date
        start = Start(day.isoformat() if day else text, day, before)
        if day is None and DAY_IN_FIGURES.fullmatch(text):
            raise RowError(f"start is geen bestaande datum: {shown(text, 40)!r}")
        if day is None and re.search(r"\d", text) and month_of(start) is None:
            row.notes.append(f"start is geen datum: {shown(text, 40)!r}")
        starts.append(start)
    return tuple(starts)
