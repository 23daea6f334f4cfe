"""A profile as JSON: written, and read with an error that says what is wrong and what was expected."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from assistant.errors import AssistantError
from assistant.profile import PROFILES, Experience, HeldDiploma, Profile

T = TypeVar("T")

EXAMPLE = '{"diplomas": [{"level": "havo", "profile": "NT", "subjects": ["natuurkunde"]}], "age": 17}'
OLDEST = 120


class BadProfileError(AssistantError):
    """A profile cannot be read; `path` names the place, `found` what stands there."""

    def __init__(self, path: str, found: str, expected: str) -> None:
        self.path, self.found, self.expected = path, found, expected
        where = f"`{path}` " if path else ""
        super().__init__(
            f"Het profiel is niet te lezen: {where}is {found}; verwacht wordt {expected}. Bijvoorbeeld {EXAMPLE}."
        )


def profile_from_json(text: str) -> Profile:
    """Return the profile that a JSON text describes. Raises `BadProfileError`."""
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadProfileError("", "geen JSON", "een JSON-object") from error
    return profile_from(raw)


def profile_from(raw: object) -> Profile:
    """Return the profile of a JSON object; a field that is absent or null is not told. Raises
    `BadProfileError`.
    """
    fields = _Fields(raw, "", _NAMES)
    return Profile(
        diplomas=fields.many("diplomas", _diploma),
        birth_date=fields.day("birth_date"),
        age=fields.whole("age", OLDEST),
        job=fields.text("job"),
        experience=fields.many("experience", _experience),
        has_employer=fields.claim("has_employer"),
        is_recognised_employer=fields.claim("is_recognised_employer"),
        languages=fields.texts_by_name("languages"),
        tests=fields.many("tests", _text),
        hours_per_week=fields.number("hours_per_week"),
        budget_euro=fields.number("budget_euro"),
        place=fields.text("place"),
        travel_km=fields.number("travel_km"),
        keeps_working=fields.claim("keeps_working"),
        benefits=fields.text("benefits"),
        starts_after=fields.day("starts_after"),
    )


def profile_object(profile: Profile) -> dict[str, Any]:
    """Return a profile as the JSON object that `profile_from` reads back; what was not told is left out."""
    plain = {name: _plain(getattr(profile, name)) for name in Profile.__dataclass_fields__}
    return {name: value for name, value in plain.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, HeldDiploma | Experience):
        told = {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
        return {
            name: one for name, one in told.items() if one not in (None, "") and (one or name == "subjects")
        }
    return value


_NAMES = frozenset(Profile.__dataclass_fields__)


def _diploma(raw: object, path: str) -> HeldDiploma:
    fields = _Fields(raw, path, frozenset(HeldDiploma.__dataclass_fields__))
    level = fields.text("level")
    if not level:
        raise BadProfileError(f"{path}.level", "leeg", 'een niveau, zoals "havo" of "mbo-4"')
    profile = fields.text("profile")
    if profile is not None and profile not in PROFILES:
        raise BadProfileError(f"{path}.profile", repr(profile), "NT, NG, EM of CM")
    return HeldDiploma(
        level,
        fields.many("fields", _text) or (),
        profile,
        fields.many("subjects", _text),
        fields.whole("year", 3000),
        fields.many("some_subjects", _text) or (),
        fields.many("missing_subjects", _text) or (),
        fields.many("missing_profiles", _text) or (),
    )


def _experience(raw: object, path: str) -> Experience:
    fields = _Fields(raw, path, frozenset(Experience.__dataclass_fields__))
    return Experience(
        fields.number("years") or 0.0, fields.many("fields", _text) or (), fields.text("occupation") or ""
    )


def _text(raw: object, path: str) -> str:
    if not isinstance(raw, str):
        raise BadProfileError(path, _seen(raw), "tekst")
    return raw


class _Fields:
    """The fields of one JSON object, each read with its own check."""

    def __init__(self, raw: object, path: str, known: frozenset[str]) -> None:
        if not isinstance(raw, Mapping):
            raise BadProfileError(path, _seen(raw), "een JSON-object")
        self._raw: Mapping[str, Any] = raw
        self._path = f"{path}." if path else ""
        for name in raw:
            if name not in known:
                raise BadProfileError(
                    f"{self._path}{name}", "onbekend", f"een van {', '.join(sorted(known))}"
                )

    def text(self, name: str) -> str | None:
        """Return a text, None when it was not told."""
        return None if self._raw.get(name) is None else _text(self._raw[name], self._path + name)

    def claim(self, name: str) -> bool | None:
        """Return yes or no."""
        value = self._raw.get(name)
        if value is not None and not isinstance(value, bool):
            raise BadProfileError(self._path + name, _seen(value), "true of false")
        return value

    def number(self, name: str) -> float | None:
        """Return a number that is not negative."""
        value = self._raw.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
            raise BadProfileError(self._path + name, _seen(value), "een getal van 0 of meer")
        return float(value)

    def whole(self, name: str, most: int) -> int | None:
        """Return a whole number from 0 to `most`."""
        value = self.number(name)
        if value is not None and (value != int(value) or value > most):
            raise BadProfileError(
                self._path + name, _seen(self._raw[name]), f"een heel getal van 0 tot {most}"
            )
        return None if value is None else int(value)

    def day(self, name: str) -> date | None:
        """Return a day."""
        value = self.text(name)
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise BadProfileError(self._path + name, repr(value), "een datum als 2008-05-31") from error

    def many(self, name: str, read: Callable[[object, str], T]) -> tuple[T, ...] | None:
        """Return a list, each member read with `read`."""
        value = self._raw.get(name)
        if value is None:
            return None
        if not isinstance(value, list):
            raise BadProfileError(self._path + name, _seen(value), "een lijst")
        return tuple(read(one, f"{self._path}{name}[{place}]") for place, one in enumerate(value))

    def texts_by_name(self, name: str) -> dict[str, str] | None:
        """Return texts by name."""
        value = self._raw.get(name)
        if value is None:
            return None
        if not isinstance(value, Mapping):
            raise BadProfileError(self._path + name, _seen(value), 'een object als {"nl": "B2"}')
        return {key: _text(one, f"{self._path}{name}.{key}") for key, one in value.items()}


def _seen(raw: object) -> str:
    text = json.dumps(raw, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:60]}…"
