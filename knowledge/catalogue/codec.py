"""Records as plain JSON and back, driven by the type hints of the record classes. Never pickle.

The shape: a dataclass is an object of its fields, a field with its default value is left out, a tuple
is a list, a date is ISO 8601, an enumeration is its value (`Authority`: its name in lower case), a
`Fact` is the list of its statements, and a condition is an object with one key that names its class:
``{"has_diploma": {"levels": ["mbo-4"]}}``. A `Provenance` is written once per record, in its list
``sources``, and referred to by its place there; one written out in place is read as well.

Each line of a records file names the kind of its record under ``record`` (``kind`` is a field of offers and
organisations themselves)::

    {"record": "figure", "id": "x", "indicator": "instroom", "region": "Overijssel", "period": "2024",
     "value": 12.0, "unit": "studenten", "dimensions": {}, "provenance": 0,
     "sources": [{"url": "https://example.org", "as_of": "2025", "authority": "open_data"}]}
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from knowledge.catalogue.decoding import WrongShape, decoder_of
from knowledge.catalogue.encoding import encoder_of
from knowledge.catalogue.facts import Provenance
from knowledge.catalogue.rules import Rule
from knowledge.catalogue.types import Figure, Occupation, Offer, Organisation, Scheme, Skill
from knowledge.errors import UnusableRecordError

Record = Offer | Scheme | Rule | Occupation | Skill | Organisation | Figure

KINDS: dict[str, type[Record]] = {
    "offer": Offer,
    "scheme": Scheme,
    "rule": Rule,
    "occupation": Occupation,
    "skill": Skill,
    "organisation": Organisation,
    "figure": Figure,
}
"""The kinds of records by the word that files, tables and commands use for them."""

_WORDS = {record: word for word, record in KINDS.items()}

SOURCES = "sources"
RECORD = "record"
LONGEST_LINE = 4_000_000
"""Bytes of one line of a records file; the widest honest one is some tens of thousands."""


def kind_of(record: Record) -> str:
    """Return the word for the kind of a record."""
    return _WORDS[type(record)]


def encode(record: Record) -> dict[str, Any]:
    """Return a record as JSON-able data, without its kind."""
    sources: dict[Provenance, int] = {}
    raw: dict[str, Any] = encoder_of(_class_of(kind_of(record)))(record, sources)
    if sources:
        write = encoder_of(Provenance, is_written_out=True)
        raw[SOURCES] = [write(source, sources) for source in list(sources)]
    return raw


def decode(kind: str, raw: object) -> Record:
    """Return the record that `encode` wrote, or that a person wrote in its shape.

    Raises `UnusableRecordError` naming the field: an unknown kind or key, a missing field, a wrong
    type, a number that is not finite, text that no database takes.
    """
    if kind not in KINDS:
        raise UnusableRecordError(kind, "", f"onbekende soort; bekend zijn {', '.join(KINDS)}")
    if not isinstance(raw, dict):
        raise UnusableRecordError(kind, "", f"hier hoort een object, geen {type(raw).__name__}")
    name = str(raw.get("id", ""))
    try:
        fields = {key: value for key, value in raw.items() if key != SOURCES}
        sources = _sources(raw.get(SOURCES, []))
        record: Record = decoder_of(_class_of(kind))(fields, sources)
    except WrongShape as error:
        raise UnusableRecordError(kind, name, error.sentence) from error
    except RecursionError as error:
        raise UnusableRecordError(kind, name, "de voorwaarden zijn te diep genest") from error
    if not record.id:
        raise UnusableRecordError(kind, name, "id: mag niet leeg zijn")
    return record


def _class_of(kind: str) -> Hashable:
    return cast(Hashable, KINDS[kind])


def _sources(raw: object) -> list[Provenance]:
    if not isinstance(raw, list):
        raise WrongShape("moet een lijst zijn", [SOURCES])
    read = decoder_of(Provenance)
    return [read(source, []) for source in raw]


def to_line(record: Record) -> str:
    """Return a record as one line of a records file, without the line end."""
    return json.dumps({RECORD: kind_of(record), **encode(record)}, ensure_ascii=False, separators=(",", ":"))


def from_line(line: str) -> Record:
    """Return the record of one line. Raises `UnusableRecordError`."""
    if len(line) > LONGEST_LINE:
        raise UnusableRecordError("record", "", f"de regel is langer dan {LONGEST_LINE} tekens")
    try:
        raw = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnusableRecordError("record", "", f"de regel is geen JSON ({error})") from error
    if not isinstance(raw, dict):
        raise UnusableRecordError("record", "", "de regel is geen JSON-object")
    return decode(str(raw.pop(RECORD, "")), raw)


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A checked record together with its line of JSON, so that storing it needs no second encoding."""

    record: Record
    line: str

    @classmethod
    def read(cls, line: str) -> RecordLine:
        """Check a line. Raises `UnusableRecordError`."""
        return cls(from_line(line), line)

    @classmethod
    def of(cls, record: Record) -> RecordLine:
        """Encode a record."""
        return cls(record, to_line(record))


def read_records(path: Path) -> Iterator[Record]:
    """Yield the records of a JSON Lines file (UTF-8, empty lines allowed), in order.

    Raises `UnusableRecordError` with the number of the line at the first one that is wrong.
    """
    with path.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, start=1):
            if line.strip():
                try:
                    yield from_line(line)
                except UnusableRecordError as error:
                    found = f"{path.name} regel {number}: {error.found}"
                    raise UnusableRecordError(error.kind, error.record, found) from error


def write_records(path: Path, records: Iterable[Record]) -> int:
    """Write records as a JSON Lines file (UTF-8) and return how many."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for record in records:
            stream.write(to_line(record) + "\n")
            count += 1
    return count
