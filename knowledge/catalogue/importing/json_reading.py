"""Fields of JSON objects that others made: a wrong type refuses the row, a missing field is unknown."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from knowledge.catalogue.importing.intake import RowError
from knowledge.catalogue.importing.values import LARGEST

Object = dict[str, Any]


def objects(value: object) -> Iterator[Object]:
    """Yield the objects of a value that may be one object, a list of them, or nothing."""
    if isinstance(value, dict):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from objects(part)


def text_at(source: Object, *names: str) -> str:
    """Return the text of the first of `names` that is there, without markup, on one line; "" when none is.

    A list of language-tagged texts gives the Dutch one, else the first. Raises `RowError` for another type.
    """
    for name in names:
        value = source.get(name)
        if value is None or value in ("", []):
            continue
        return plain(_text(value, name))
    return ""


def _text(value: object, name: str) -> str:
    if isinstance(value, bool) or value is None:
        raise RowError(f"{name} is geen tekst")
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, list):
        if all(isinstance(part, dict) for part in value):
            return _in_dutch(value, name)
        return _text(value[0], name)
    if isinstance(value, dict):
        inner = value.get("@value", value.get("value", value.get("name")))
        if inner is not None:
            return _text(inner, name)
    raise RowError(f"{name} is geen tekst")


def _in_dutch(values: list[Object], name: str) -> str:
    tagged = [(str(part.get("language", part.get("@language", ""))), part) for part in values]
    chosen = next((part for tag, part in tagged if tag.casefold().startswith("nl")), values[0])
    return _text(chosen, name)


def plain(text: str) -> str:
    """Return text without tags and entities, on one line."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]{0,500}>", " ", text))).strip()


def texts_at(source: Object, *names: str) -> tuple[str, ...]:
    """Return all texts of the first of `names` that is there: one, or a list."""
    for name in names:
        value = source.get(name)
        if value is None or value in ("", []):
            continue
        parts = value if isinstance(value, list) else [value]
        return tuple(found for part in parts if (found := plain(_text(part, name))))
    return ()


def number_at(source: Object, *names: str) -> float | None:
    """Return the number of the first of `names` that is there, also one written as text with a dot."""
    for name in names:
        value = source.get(name)
        if value is None or value == "":
            continue
        if isinstance(value, str) and re.fullmatch(r"\d{1,9}(\.\d{1,6})?", value.strip()):
            value = float(value)
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= LARGEST:
            raise RowError(f"{name} is geen bruikbaar getal")
        return float(value)
    return None
