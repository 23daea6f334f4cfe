"""One row of a table of offers, by field name, as an offer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from knowledge.catalogue.facets import month_of
from knowledge.catalogue.facts import Authority, Provenance
from knowledge.catalogue.folding import folded
from knowledge.catalogue.importing.intake import RowError, known, shown
from knowledge.catalogue.importing.values import (
    LEVELS,
    between_of,
    date_of,
    duration_of,
    kind_of_offer,
    language_of,
    mode_of,
    months_of,
    number_of,
    study_year_of,
)
from knowledge.catalogue.rules import Rule, Unstated
from knowledge.catalogue.types import Between, Code, Cost, Offer, OfferKind, Place, Start

# fmt: off
FIELDS = frozenset((
    "id", "name", "provider", "kind", "level", "nlqf", "mode", "field", "duration", "duration_months",
    "duration_years", "hours_per_week", "ects", "place", "language", "cost", "cost_per", "cost_what", "study_year",
    "start", "apply_before", "admission", "code", "code_kind", "crebo", "croho", "url", "checked_on", "remark",
))
# fmt: on

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row. What cannot be read is unknown and noted; what is impossible refuses the row."""

    cells: Mapping[str, str]
    notes: list[str]

    def text(self, field: str) -> str:
        """Return a cell; a formula refuses the row, since its outcome is not in the file."""
        value = self.cells.get(field, "").strip()
        if re.match(r"[=@][A-Za-z(]|\+[A-Za-z]+\(", value):
            raise RowError(f"{field} is een formule: {shown(value, 40)!r}")
        return value

    def read(self, field: str, read: Callable[[str], T | None]) -> T | None:
        """Return what `read` makes of a cell. Words without a figure are unknown; a wrong figure is refused."""
        text = self.text(field)
        if not text:
            return None
        value = read(text)
        if value is None:
            if any(char.isdigit() for char in text):
                raise RowError(f"{field} is niet te lezen: {shown(text, 40)!r}")
            self.notes.append(f"{field} onbekend: {shown(text, 40)!r}")
        return value

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
    checked = row.read("checked_on", date_of)
    url = row.text("url")
    address = url if url.startswith(("https://", "http://")) else ""
    as_of = checked.isoformat() if checked else ""
    about = Provenance(address, as_of, row.read("study_year", study_year_of), checked, Authority.PROVIDER)
    kind, level = _kind(row)
    mode = row.read("mode", lambda text: mode_of(_opening(text)))
    places = tuple(Place(place) for place in row.several("place"))
    local = (name, provider, mode.value if mode else "", *(place.name for place in places))
    offer_id = row.text("id") or "rij:" + "-".join(folded(part).replace(" ", "-") for part in local if part)
    admission = row.text("admission")
    rule = Rule(f"{offer_id}:toelating", Unstated(admission), about, admission) if admission else None
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
        duration_months=known(_duration(row), about),
        hours_per_week=known(row.read("hours_per_week", between_of), about),
        ects=known(row.read("ects", number_of), about),
        places=known(places, about),
        language=known(row.read("language", language_of), about),
        costs=known(_costs(row, about), about),
        starts=known(_starts(row), about),
        rule=known(rule, about),
        url=known(address, about),
        remark=known(row.text("remark"), about),
    )


def _opening(text: str) -> str:
    """Return what stands before an explanation: "BBL" of "BBL: drie dagen werk", "3 jaar" of "3 jaar (12 modules)"."""
    return re.split(r"[(:;,]", text, maxsplit=1)[0].strip()


def _kind(row: _Row) -> tuple[OfferKind, str]:
    """Return kind and level. "mbo-4" says both; a kind that is not known refuses the row."""
    word, level = row.text("kind"), row.text("level")
    kind = kind_of_offer(word) if word else None
    if word and kind is None:
        raise RowError(f"onbekende soort: {shown(word, 40)!r}")
    bare = re.sub(r"^(?:niveau|level)\s+", "", folded(level))
    if bare in ("1", "2", "3", "4") and kind in (None, OfferKind.MBO):
        return OfferKind.MBO, f"mbo-{bare}"
    spoken = kind_of_offer(level) if level else None
    kind = kind or spoken or OfferKind.OTHER
    if spoken is OfferKind.MBO and (match := re.fullmatch(r"mbo ([1-4])", folded(level))):
        return kind, f"mbo-{match[1]}"
    return kind, LEVELS.get(kind, level)


def _codes(row: _Row) -> tuple[Code, ...]:
    codes = [Code("crebo", row.text("crebo")), Code("CROHO", row.text("croho"))]
    if row.text("code") and row.text("code_kind"):
        codes.append(Code(row.text("code_kind"), row.text("code")))
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
    return row.read("duration", lambda text: duration_of(_opening(text)))


def _costs(row: _Row, about: Provenance) -> tuple[Cost, ...]:
    euro = row.read("cost", between_of)
    if euro is None:
        return ()
    return (
        Cost(
            euro, row.text("cost_per") or "opleiding", row.text("cost_what") or "cursusgeld", about.study_year
        ),
    )


def _starts(row: _Row) -> tuple[Start, ...]:
    before = row.read("apply_before", date_of)
    starts = []
    for text in row.several("start"):
        day: date | None = date_of(text)
        start = Start(day.isoformat() if day else text, day, before)
        if day is None and re.search(r"\d", text) and month_of(start) is None:
            raise RowError(f"start is geen bestaande datum: {shown(text, 40)!r}")
        starts.append(start)
    return tuple(starts)
