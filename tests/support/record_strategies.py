"""Hypothesis strategies for any record, made from the same type hints as the codec but on its own."""

from __future__ import annotations

import dataclasses
from datetime import date
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from knowledge.catalogue.rules import AllOf, AnyOf, AtLeast, Condition

TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=12)
IDS = st.text("abcdefghijklmnop-0123456789", min_size=1, max_size=10)
LEAVES = tuple(kind for kind in get_args(Condition) if kind not in (AllOf, AnyOf, AtLeast))


def records(kind: type) -> st.SearchStrategy[Any]:
    """Any valid record of a kind."""
    return _of(kind).map(lambda record: dataclasses.replace(record, id=record.id or "x"))


def conditions(depth: int = 2) -> st.SearchStrategy[Any]:
    """Any tree of conditions."""
    leaf = st.one_of([_of(kind) for kind in LEAVES])
    if depth == 0:
        return leaf
    parts = st.lists(conditions(depth - 1), max_size=3).map(tuple)
    counts = st.integers(1, 3)
    trees = (st.builds(AllOf, parts), st.builds(AnyOf, parts), st.builds(AtLeast, counts, parts))
    return st.one_of(leaf, *trees)


def _of(hint: Any) -> st.SearchStrategy[Any]:
    origin = get_origin(hint) or hint
    if isinstance(hint, UnionType):
        if type(None) in get_args(hint):
            return st.none() | _of(next(part for part in get_args(hint) if part is not type(None)))
        return conditions()
    if origin is tuple:
        parts = get_args(hint)
        if parts[-1] is Ellipsis:
            return st.lists(_of(parts[0]), max_size=2).map(tuple)
        return st.tuples(*map(_of, parts))
    if origin is dict:
        return st.dictionaries(IDS, _of(get_args(hint)[1]), max_size=2)
    if dataclasses.is_dataclass(origin):
        return _dataclass(origin, get_args(hint))
    return _simple(origin)


def _dataclass(kind: Any, parameters: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    built = {}
    for name, hint in get_type_hints(kind).items():
        if name.startswith("_") or name not in {field.name for field in dataclasses.fields(kind)}:
            continue
        full = _filled(hint, parameters)
        built[name] = _of(full)
    return st.builds(kind, **built)


def _filled(hint: Any, parameters: tuple[Any, ...]) -> Any:
    """Fill the type variable of Stated and Fact in."""
    if isinstance(hint, TypeVar):
        return parameters[0]
    inner = get_args(hint)
    if parameters and get_origin(hint) is tuple and isinstance(get_args(inner[0])[0], TypeVar):
        return tuple[get_origin(inner[0])[parameters[0]], ...]  # type: ignore[misc]
    return hint


def _simple(kind: Any) -> st.SearchStrategy[Any]:
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    return {
        str: TEXT,
        bool: st.booleans(),
        int: st.integers(-(2**53), 2**53),
        float: st.floats(-1e9, 1e9, allow_nan=False),
        date: st.dates(),
    }[kind]
