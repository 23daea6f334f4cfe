"""From the fields of the form to a profile in the form of `profile_json`, with an error beside each field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any

from assistant.interface.escaping import visible
from assistant.interface.rooms.route.desk import Choices
from assistant.profile import PROFILES
from assistant.routes.atoms import CEFR
from assistant.routes.rules_in_force import plain
from knowledge.catalogue.types import StudyMode

DIPLOMAS = 3
"""Rows for diplomas; more than three highest ones change no rule that we know."""

LEVELS = (
    *("vmbo-bb", "vmbo-kb", "vmbo-gl", "vmbo-tl", "havo-3-4", "vwo-3-4", "havo", "vwo"),
    *("mbo-1", "mbo-2", "mbo-3", "mbo-4", "ad", "hbo-propedeuse", "hbo-bachelor", "hbo-master"),
    *("wo-propedeuse", "wo-bachelor", "wo-master"),
    *("de-abitur", "de-fachhochschulreife", "de-fachabitur", "de-realschule", "de-hauptschule", "de-geselle"),
    *("de-meister", "uk-a-levels", "uk-gcse", "ib", "buitenland"),
)
"""Levels that a person can choose, as rules name them (`knowledge.catalogue.rules`)."""

NONE = "geen"
EMPLOYERS = {
    "nee": (False, False),
    "erkend": (True, True),
    "niet_erkend": (True, False),
    "onbekend": (True, None),
}
"""What a choice says about having an employer, and about its being a recognised training company."""

BENEFITS = ("WW", "bijstand", "WIA", "Wajong", "anders")
LANGUAGES = ("nl", "en", "de")
MODES = tuple(mode.value for mode in StudyMode)
LONGEST = 200
"""Characters of one field: longer than the name of any record."""

MOST = {"leeftijd": 120, "jaren": 80, "uren": 80, "budget": 1_000_000, "afstand": 500}
"""Bounds against slips of the pen."""

YEARS = (1900, 2200)
"""First and last year of a date that can be told."""

Fields = Mapping[str, tuple[str, ...]]
"""The values of each field of a form, as they came in or as they are to be shown."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a field: the key of its sentence, and what is to be filled in there."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form says. With problems the profile holds the fields without one."""

    profile: Mapping[str, Any]
    goal: str
    excluded_modes: tuple[str, ...]
    problems: Mapping[str, Problem]


def read_form(fields: Fields, choices: Choices) -> Reading:
    """Return what the fields say; what is left empty is not told and not in the profile."""
    reader = Reader(fields, choices)
    diplomas = reader.diplomas()
    profile = {
        "diplomas": diplomas,
        "age": reader.number("leeftijd", is_whole=True),
        "birth_date": reader.day("geboren"),
        "job": reader.text("beroep") or None,
        "experience": reader.experience(),
        **reader.employer(),
        "keeps_working": reader.claim("blijft_werken"),
        "hours_per_week": reader.number("uren"),
        "budget_euro": reader.number("budget"),
        "place": reader.place(),
        "travel_km": reader.number("afstand"),
        "benefits": reader.among("uitkering", (*BENEFITS, NONE)),
        "languages": reader.languages(),
        "starts_after": reader.day("begin"),
    }
    told = {name: value for name, value in profile.items() if value is not None}
    modes = tuple(mode for mode in MODES if mode in fields.get("zonder", ()))
    return Reading(told, reader.text("doel"), modes, reader.problems)


class Reader:
    """Reads fields one by one and gathers the problems by field."""

    def __init__(self, fields: Fields, choices: Choices) -> None:
        self._fields, self._choices = fields, choices
        self.problems: dict[str, Problem] = {}

    def text(self, name: str) -> str:
        """Return a text on one line, without what nobody can see; "" when it is left empty."""
        values = self._fields.get(name, ())
        text = " ".join(visible(values[0]).split()) if values else ""
        if len(text) > LONGEST:
            self.problems[name] = Problem("error_long", {"most": str(LONGEST)})
        return text[:LONGEST]

    def among(self, name: str, known: Iterable[str]) -> str | None:
        """Return a choice, None when it is left empty or is no choice of ours."""
        text = self.text(name)
        return text if text in known else None

    def claim(self, name: str) -> bool | None:
        """Return yes or no."""
        return {"ja": True, "nee": False}.get(self.text(name))

    def number(self, name: str, *, is_whole: bool = False) -> float | int | None:
        """Return a number as people write it: "8", "7,5", "€ 1.500"."""
        text = self.text(name)
        if not text:
            return None
        value = number_of(text)
        if value is None or (is_whole and value != int(value)):
            self.problems[name] = Problem("error_number")
            return None
        if value > MOST[name]:
            self.problems[name] = Problem("error_high", {"most": str(MOST[name])})
            return None
        return int(value) if is_whole else value

    def day(self, name: str) -> str | None:
        """Return a day as ISO 8601; "31-5-2008" is understood too."""
        text = self.text(name)
        if not text:
            return None
        found = day_of(text)
        if found is None:
            self.problems[name] = Problem("error_day")
        return None if found is None else found.isoformat()

    def place(self) -> str | None:
        """Return a place as the gazetteer writes it; a place that it does not hold stays as it is."""
        text = self.text("plaats")
        if not text:
            return None
        known = {plain(name): name for name in self._choices.places}
        if plain(text) in known:
            return known[plain(text)]
        near = get_close_matches(plain(text), known, 1, 0.8)
        if near:
            self.problems["plaats"] = Problem("error_place", {"near": known[near[0]]})
        return text

    def languages(self) -> dict[str, str] | None:
        """Return the CEFR level by language."""
        told = {code: self.among(f"taal_{code}", CEFR) for code in LANGUAGES}
        return {code: level for code, level in told.items() if level} or None

    def employer(self) -> dict[str, bool | None]:
        """Return what is told of an employer."""
        has, recognised = EMPLOYERS.get(self.text("werkgever"), (None, None))
        return {"has_employer": has, "is_recognised_employer": recognised}

    def experience(self) -> list[dict[str, Any]] | None:
        """Return the years of work in the job that was told."""
        years = self.number("jaren")
        if years is None:
            return None
        return [{"years": years, "occupation": self.text("beroep")}] if years else []

    def diplomas(self) -> list[dict[str, Any]] | None:
        """Return the diplomas; [] for "none", None when nothing is told."""
        levels = [self.among(f"niveau{row}", (*LEVELS, NONE)) for row in range(1, DIPLOMAS + 1)]
        found = [self._diploma(row, level) for row, level in enumerate(levels, start=1) if level in LEVELS]
        return found if found or NONE in levels else None

    def _diploma(self, row: int, level: str | None) -> dict[str, Any]:
        subjects = self._fields.get(f"vak{row}", ())
        has_none = NONE in subjects
        chosen = [name for name in self._choices.subjects if name in subjects]
        if has_none and chosen:
            self.problems[f"vak{row}"] = Problem("error_subjects")
        diploma: dict[str, Any] = {"level": level}
        fields = self._fields_of(row)
        diploma |= {"fields": fields} if fields else {}
        profile = self.among(f"profiel{row}", PROFILES)
        diploma |= {"profile": profile} if profile else {}
        diploma |= {"subjects": chosen} if chosen or has_none else {}
        return diploma

    def _fields_of(self, row: int) -> list[str]:
        """Return a field of study and the broader ones that it is always part of."""
        name = f"richting{row}"
        text = self.text(name)
        if not text:
            return []
        known = {plain(one): one for one in self._choices.fields}
        if plain(text) in known:
            field_name = known[plain(text)]
            return [field_name, *self._choices.broader.get(field_name, ())]
        near = get_close_matches(plain(text), known, 3, 0.6)
        hints = ", ".join(known[one] for one in near)
        self.problems[name] = Problem("error_field_near" if near else "error_field", {"near": hints})
        return []


def number_of(text: str) -> float | None:
    """Return the number that a Dutch reader sees in `text`, None when it is none, or less than nothing."""
    bare = text.replace("€", "").replace("euro", "").replace(" ", "").replace("\u00a0", "").strip()
    if bare.count(",") == 1 and bare.replace(",", "").replace(".", "").isdigit():
        bare = bare.replace(".", "").replace(",", ".")
    elif "." in bare and all(len(part) == 3 for part in bare.split(".")[1:]):
        bare = bare.replace(".", "")
    if not bare.isascii() or not bare.replace(".", "", 1).isdigit():
        return None
    return float(bare)


def day_of(text: str) -> date | None:
    """Return the day that "2027-09-01" or "1-9-2027" stands for, None for anything else."""
    parts = text.replace("/", "-").split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    year, month, day = (int(part) for part in (parts if len(parts[0]) == 4 else reversed(parts)))
    try:
        return date(year, month, day) if YEARS[0] <= year <= YEARS[1] else None
    except ValueError:
        return None


def shown_values(profile: Mapping[str, Any], goal: str, excluded_modes: tuple[str, ...]) -> Fields:
    """Return the values of the fields that read back as this profile."""
    employers: dict[object, str] = {pair: name for name, pair in EMPLOYERS.items()}
    claims: dict[object, str] = {True: "ja", False: "nee"}
    experience = profile.get("experience")
    years = sum(work.get("years") or 0 for work in experience) if experience is not None else None
    values: dict[str, tuple[str, ...]] = {
        "doel": (goal,),
        "leeftijd": _one(profile.get("age")),
        "geboren": _one(profile.get("birth_date")),
        "beroep": _one(profile.get("job")),
        "jaren": _one(years),
        "werkgever": _one(
            employers.get((profile.get("has_employer"), profile.get("is_recognised_employer")))
        ),
        "blijft_werken": _one(claims.get(profile.get("keeps_working"))),
        "uren": _one(profile.get("hours_per_week")),
        "budget": _one(profile.get("budget_euro")),
        "plaats": _one(profile.get("place")),
        "afstand": _one(profile.get("travel_km")),
        "uitkering": _one(profile.get("benefits")),
        "begin": _one(profile.get("starts_after")),
        "zonder": excluded_modes,
    }
    values |= {f"taal_{code}": (level,) for code, level in (profile.get("languages") or {}).items()}
    return {name: shown for name, shown in (values | _diploma_values(profile)).items() if shown}


def _diploma_values(profile: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    diplomas = profile.get("diplomas")
    if diplomas is None:
        return {}
    values: dict[str, tuple[str, ...]] = {} if diplomas else {"niveau1": (NONE,)}
    for row, diploma in enumerate(diplomas[:DIPLOMAS], start=1):
        values[f"niveau{row}"] = _one(diploma.get("level"))
        values[f"richting{row}"] = tuple(diploma.get("fields") or ())[:1]
        values[f"profiel{row}"] = _one(diploma.get("profile"))
        subjects = diploma.get("subjects")
        values[f"vak{row}"] = () if subjects is None else tuple(subjects) or (NONE,)
    return values


def _one(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    return (f"{value:.10g}".replace(".", ","),) if isinstance(value, float) else (str(value),)
