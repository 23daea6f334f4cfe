"""JSON data to record values, checked field by field. One decoder per type hint, made once."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Hashable
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from typing import Any, get_args, get_origin

from knowledge.catalogue.facts import UNKNOWN, Fact, Provenance, Stated
from knowledge.catalogue.shapes import (
    CONDITIONS,
    NO_DEFAULT,
    fields_of,
    is_condition,
    optional_part,
    statement_of,
)

Decoder = Callable[[Any, list[Provenance]], Any]
"""Takes JSON data and the sources of the record; raises `WrongShape`."""

LARGEST = 2**53
"""Whole numbers above this lose digits in JSON readers (RFC 8259, 6)."""


class WrongShape(Exception):  # noqa: N818 - it is told, not handled
    """The data does not fit; `path` leads from the record to the place."""

    def __init__(self, found: str, path: list[str] | None = None) -> None:
        self.found, self.path = found, path or []
        super().__init__(found)

    @property
    def sentence(self) -> str:
        """Where and what, in Dutch."""
        return f"{'.'.join(self.path)}: {self.found}" if self.path else self.found


@cache
def decoder_of(hint: Hashable) -> Decoder:  # noqa: PLR0911
    """Return the decoder of a type hint."""
    origin = get_origin(hint) or hint
    if origin is Provenance:
        return _provenance(_object(hint))
    if origin is Fact:
        return _fact(decoder_of(get_args(hint)[0]), decoder_of(statement_of(hint)))
    if is_condition(hint):
        return _condition
    if (part := optional_part(hint)) is not None:
        inner = decoder_of(part)
        return lambda raw, sources: None if raw is None else inner(raw, sources)
    if origin is tuple:
        return _tuple(hint)
    if origin is dict:
        return _dict(hint)
    if dataclasses.is_dataclass(origin):
        return _object(hint)
    return _simple(origin)


def _simple(kind: Any) -> Decoder:
    if issubclass(kind, StrEnum):
        return _choice({member.value: member for member in kind})
    if issubclass(kind, Enum):
        return _choice({member.name.lower(): member for member in kind})
    return {date: _date, str: _text, bool: _truth, int: _whole, float: _number}[kind]


def _choice(known: dict[str, Any]) -> Decoder:
    def decode_choice(raw: Any, _: list[Provenance]) -> Any:
        if not isinstance(raw, str) or raw not in known:
            raise WrongShape(f"{_shown(raw)} is onbekend; kies uit {', '.join(known)}")
        return known[raw]

    return decode_choice


def _date(raw: Any, _: list[Provenance]) -> date:
    try:
        return date.fromisoformat(raw)
    except (TypeError, ValueError) as error:
        raise WrongShape(f"{_shown(raw)} is geen datum (jjjj-mm-dd)") from error


def _text(raw: Any, _: list[Provenance]) -> str:
    if not isinstance(raw, str):
        raise WrongShape(f"{_shown(raw)} is geen tekst")
    if not raw.isascii() or "\x00" in raw:
        try:
            raw.encode("utf-8")
        except UnicodeEncodeError as error:
            raise WrongShape("de tekst bevat een half teken (surrogaat)") from error
        if "\x00" in raw:
            raise WrongShape("de tekst bevat een nulteken")
    return raw


def _truth(raw: Any, _: list[Provenance]) -> bool:
    if not isinstance(raw, bool):
        raise WrongShape(f"{_shown(raw)} is geen true of false")
    return raw


def _whole(raw: Any, _: list[Provenance]) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int) or abs(raw) > LARGEST:
        raise WrongShape(f"{_shown(raw)} is geen (bruikbaar) geheel getal")
    return raw


def _number(raw: Any, _: list[Provenance]) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise WrongShape(f"{_shown(raw)} is geen getal")
    if abs(raw) > LARGEST or not math.isfinite(raw):
        raise WrongShape(f"{_shown(raw)} is geen (bruikbaar) getal")
    return raw


def _provenance(written_out: Decoder) -> Decoder:
    def decode_provenance(raw: Any, sources: list[Provenance]) -> Any:
        if isinstance(raw, dict):
            return written_out(raw, sources)
        if isinstance(raw, bool) or not isinstance(raw, int) or not 0 <= raw < len(sources):
            raise WrongShape(f"{_shown(raw)} verwijst niet naar een van de {len(sources)} bronnen in sources")
        return sources[raw]

    return decode_provenance


def _fact(inner: Decoder, stated: Decoder) -> Decoder:
    """Return the decoder of a fact. The usual statement, a value and a number, is read on a short way."""

    def statement(raw: Any, sources: list[Provenance]) -> Any:
        if type(raw) is dict and len(raw) == 2 and "value" in raw:
            about = raw.get("provenance")
            if type(about) is int and 0 <= about < len(sources):
                try:
                    return Stated(inner(raw["value"], sources), sources[about])
                except WrongShape as error:
                    error.path.insert(0, "value")
                    raise
        return stated(raw, sources)

    statements = _list(statement)
    return lambda raw, sources: Fact(statements(raw, sources)) if raw != [] else UNKNOWN


def _tuple(hint: Any) -> Decoder:
    parts = get_args(hint)
    if parts[-1] is Ellipsis:
        return _list(decoder_of(parts[0]))
    inners = tuple(decoder_of(part) for part in parts)

    def decode_parts(raw: Any, sources: list[Provenance]) -> tuple[Any, ...]:
        if not isinstance(raw, list) or len(raw) != len(inners):
            raise WrongShape(f"moet een lijst van {len(inners)} zijn")
        return tuple(inner(part, sources) for inner, part in zip(inners, raw, strict=True))

    return decode_parts


def _list(inner: Decoder) -> Decoder:
    def decode_list(raw: Any, sources: list[Provenance]) -> tuple[Any, ...]:
        if not isinstance(raw, list):
            raise WrongShape("moet een lijst zijn")
        found = []
        for index, part in enumerate(raw):
            try:
                found.append(inner(part, sources))
            except WrongShape as error:
                error.path.insert(0, f"[{index}]")
                raise
        return tuple(found)

    return decode_list


def _dict(hint: Any) -> Decoder:
    inner = decoder_of(get_args(hint)[1])

    def decode_dict(raw: Any, sources: list[Provenance]) -> dict[str, Any]:
        if not isinstance(raw, dict):
            raise WrongShape("moet een object zijn")
        return {_text(key, sources): inner(value, sources) for key, value in raw.items()}

    return decode_dict


def _object(hint: Any) -> Decoder:
    kind = get_origin(hint) or hint
    plan: dict[str, Decoder] = {}
    required: list[str] = []

    def decode_object(raw: Any, sources: list[Provenance]) -> Any:
        if not plan:
            required.extend(shape.name for shape in fields_of(hint) if shape.default is NO_DEFAULT)
            plan.update((shape.name, decoder_of(shape.hint)) for shape in fields_of(hint))
        if not isinstance(raw, dict):
            raise WrongShape("moet een object zijn")
        found = {}
        for name, value in raw.items():
            if name not in plan:
                raise WrongShape(f"onbekend veld {_shown(name)}; bekend zijn {', '.join(plan)}")
            try:
                found[name] = plan[name](value, sources)
            except WrongShape as error:
                error.path.insert(0, name)
                raise
        for name in required:
            if name not in found:
                raise WrongShape(f"het veld {name} ontbreekt")
        return kind(**found)

    return decode_object


def _condition(raw: Any, sources: list[Provenance]) -> Any:
    if not isinstance(raw, dict) or len(raw) != 1:
        raise WrongShape("een voorwaarde is een object met een sleutel, bijvoorbeeld has_diploma")
    word, inside = next(iter(raw.items()))
    if word not in CONDITIONS:
        raise WrongShape(f"onbekende voorwaarde {_shown(word)}; bekend zijn {', '.join(CONDITIONS)}")
    try:
        return decoder_of(CONDITIONS[word])(inside, sources)
    except WrongShape as error:
        error.path.insert(0, word)
        raise


def _shown(raw: Any) -> str:
    """Return a value as it may stand in a message: short and printable."""
    text = ascii(raw) if not isinstance(raw, str) else repr(raw)
    return text if len(text) <= 60 else text[:57] + "..."
