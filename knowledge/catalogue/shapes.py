"""What the codec knows of the record classes: their fields, defaults and the words for conditions."""

from __future__ import annotations

import re
import types
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from knowledge.catalogue.facts import Stated
from knowledge.catalogue.rules import Condition

NO_DEFAULT = object()


@dataclass(frozen=True, slots=True)
class FieldShape:
    """A field of a record class: its type hint, and its default or `NO_DEFAULT`."""

    name: str
    hint: Any
    default: Any


@cache
def fields_of(hint: Any) -> tuple[FieldShape, ...]:
    """Return the fields of a dataclass, or of a generic one with its parameter filled in."""
    origin = get_origin(hint) or hint
    parameters = get_args(hint)
    hints = get_type_hints(origin)
    found = []
    for field in fields(origin):
        kind = hints[field.name]
        if isinstance(kind, TypeVar):
            kind = parameters[0]
        default = field.default
        if default is MISSING:
            default = NO_DEFAULT if field.default_factory is MISSING else field.default_factory()
        found.append(FieldShape(field.name, kind, default))
    return tuple(found)


def snake(name: str) -> str:
    """Return "HasDiploma" as "has_diploma"."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


CONDITIONS: dict[str, Any] = {snake(kind.__name__): kind for kind in get_args(Condition)}
"""The classes of conditions by the key that names them in JSON."""

CONDITION_WORDS: dict[Any, str] = {kind: word for word, kind in CONDITIONS.items()}


def is_condition(hint: Any) -> bool:
    """Say whether a hint is the union of all conditions."""
    return isinstance(hint, types.UnionType) and set(get_args(hint)) == set(CONDITION_WORDS)


def optional_part(hint: Any) -> Any | None:
    """Return T of `T | None`, else None."""
    if not isinstance(hint, types.UnionType) or type(None) not in get_args(hint):
        return None
    others = [part for part in get_args(hint) if part is not type(None)]
    return others[0] if len(others) == 1 else None


def statement_of(hint: Any) -> Any:
    """Return `Stated[T]` of `Fact[T]`."""
    return types.GenericAlias(Stated, get_args(hint))
