"""Record values to JSON-able data. One encoder per type hint, made once."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Hashable
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from typing import Any, cast, get_args, get_origin

from knowledge.catalogue.facts import Fact, Provenance
from knowledge.catalogue.shapes import (
    CONDITION_WORDS,
    NO_DEFAULT,
    fields_of,
    is_condition,
    optional_part,
)

Encoder = Callable[[Any, dict[Provenance, int]], Any]
"""Takes a value and the sources of the record so far, to which it may add."""


@cache
def encoder_of(hint: Hashable, is_written_out: bool = False) -> Encoder:  # noqa: PLR0911
    """Return the encoder of a type hint; with `is_written_out` a provenance is an object, not a number."""
    origin = get_origin(hint) or hint
    if origin is Provenance and not is_written_out:
        return lambda value, sources: sources.setdefault(value, len(sources))
    if origin is Fact:
        return _fact(encoder_of(get_args(hint)[0]))
    if is_condition(hint):
        return _condition
    if (part := optional_part(hint)) is not None:
        inner = encoder_of(part)
        return lambda value, sources: None if value is None else inner(value, sources)
    if origin is tuple:
        return _tuple(hint)
    if origin is dict:
        inner = encoder_of(get_args(hint)[1])
        return lambda value, sources: {key: inner(part, sources) for key, part in value.items()}
    if dataclasses.is_dataclass(origin):
        return _object(hint)
    return _simple(origin)


def _simple(kind: Any) -> Encoder:
    if issubclass(kind, StrEnum):
        return lambda value, _: value.value
    if issubclass(kind, Enum):
        return lambda value, _: value.name.lower()
    if issubclass(kind, date):
        return lambda value, _: value.isoformat()
    return lambda value, _: value


def _fact(inner: Encoder) -> Encoder:
    return lambda fact, sources: [
        {
            "value": inner(stated.value, sources),
            "provenance": sources.setdefault(stated.provenance, len(sources)),
        }
        for stated in fact.statements
    ]


def _tuple(hint: Any) -> Encoder:
    parts = get_args(hint)
    if parts[-1] is Ellipsis:
        inner = encoder_of(parts[0])
        return lambda value, sources: [inner(part, sources) for part in value]
    inners = tuple(encoder_of(part) for part in parts)
    return lambda value, sources: [inner(part, sources) for inner, part in zip(inners, value, strict=True)]


def _object(hint: Any) -> Encoder:
    plan: list[tuple[str, Any, Encoder]] = []

    def encode_object(value: Any, sources: dict[Provenance, int]) -> dict[str, Any]:
        if not plan:
            plan.extend((shape.name, shape.default, encoder_of(shape.hint)) for shape in fields_of(hint))
        raw = {}
        for name, default, inner in plan:
            part = getattr(value, name)
            if part is not default and (default is NO_DEFAULT or part != default):
                raw[name] = inner(part, sources)
        return raw

    return encode_object


def _condition(value: Any, sources: dict[Provenance, int]) -> dict[str, Any]:
    return {CONDITION_WORDS[type(value)]: encoder_of(cast(Hashable, type(value)))(value, sources)}
