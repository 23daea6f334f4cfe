"""The bundled library as plain text per source, and whether a short text stands literally in one.

Reads the files alone: nothing of the product is used, so that a mistake of the product cannot make a case look right.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

LIBRARY = Path(__file__).parents[2] / "knowledge" / "library"
RECORD_FILES = ("offers", "schemes", "figures", "organisations", "rules", "occupations")
NOT_SAID = frozenset(["id", "record", "latitude", "longitude", "provenance", "sources"])
"""Keys of a record that hold no statement."""

LANGUAGES = {"nl": "Nederlands", "en": "Engels"}
_NOTE = re.compile(r"^\[\^[^\]]+\]:.*$|\[\^[^\]]+\]", re.MULTILINE)
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[. ]\d{3})+(?!\d)")


@cache
def records() -> dict[str, dict[str, Any]]:
    """Return every record by "kind:id"."""
    lines = (
        line
        for name in RECORD_FILES
        for line in (LIBRARY / "records" / f"{name}.jsonl").read_text("utf-8").splitlines()
    )
    rows = [json.loads(line) for line in lines]
    return {f"{row['record']}:{row['id']}": row for row in rows}


@cache
def documents() -> dict[str, str]:
    """Return every document by its path in the library, without notes; a PDF as the Markdown that it is built from."""
    found = {}
    for path in sorted(LIBRARY.rglob("*.md")):
        name = path.relative_to(LIBRARY).as_posix()
        if path.name == "README.md":
            continue
        name = f"{path.stem}.pdf" if name.startswith("sources_of_pdf/") else name
        found[name] = _NOTE.sub("", path.read_text("utf-8").split("\n---\n", 1)[1])
    return found


@cache
def words_of(source: str) -> str:
    """Return what a document ("path") or a record ("kind:id") says, ready for `stands_in`."""
    row = records().get(source)
    return folded(documents()[source] if row is None else "\n".join(_stated(row)))


def stands_in(wanted: str, source: str) -> bool:
    """Say whether a text stands in a source: whole words and figures, a long last word perhaps with an ending."""
    text = folded(wanted)
    before = r"(?<!\w)(?<!\d\.)" if text[:1].isalnum() else ""
    ending = "[a-z]{0,3}" if re.search("[a-z]{5}$", text) else ""
    after = rf"{ending}(?!\w)(?!\.\d)" if text[-1:].isalnum() else ""
    return re.search(f"{before}{re.escape(text)}{after}", words_of(source)) is not None


def folded(text: str) -> str:
    """Return a text in lower case without accents, with "9.000" and "9 000" as "9000" and "2,57" as "2.57"."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    whole = _GROUPED.sub(lambda match: re.sub(r"[. ]", "", match[0]), bare)
    return " ".join(re.sub(r"(?<=\d),(?=\d)", ".", whole).split())


def family_of(source: str) -> str:
    """Return what is never parted: a document, the offers of one provider or code, an indicator of one region."""
    row = records().get(source)
    if row is None:
        return source
    if row["record"] == "figure":
        return f"figure:{row['indicator']}, {row['region']}"
    if row["record"] == "offer" and row.get("provider"):
        return f"provider:{row['provider'][0]['value']}"
    if source.startswith("offer:crebo-"):
        return source.rpartition("-")[0]
    return source


def _stated(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield the statements of a record, with what a reader may say of them: years, percentages, the provider's name."""
    yield from _texts(row)
    for stated in row.get("duration_months", []):
        for months in stated["value"].values():
            yield f"{months} maanden, {months / 12:g} jaar"
    for stated in row.get("share", []):
        for share in stated["value"].values():
            yield f"{share * 100:g}%"
    for stated in row.get("provider", []):
        known = records().get(f"organisation:{stated['value']}")
        yield known["name"] if known else ""
    for stated in row.get("language", []):
        yield LANGUAGES.get(stated["value"], "")
    for stated in row.get("ects", []):
        yield f"{stated['value']:g} EC"
    if row.get("state") == "ended":
        yield "gestopt"
    if row["record"] == "figure":
        yield f"{row['value']:.10g} {row['unit']}"


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in NOT_SAID:
                yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield f"{value:.10g}"
