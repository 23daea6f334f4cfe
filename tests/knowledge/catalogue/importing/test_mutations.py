"""Broken catalogue files: each ends in a report or a refusal that says what to do, never in half a record."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select

from knowledge.catalogue.codec import RecordLine, from_line
from knowledge.catalogue.types import StudyMode
from knowledge.config import ParsingLimits
from knowledge.errors import UnreadableFileError, UnusableRecordError
from knowledge.parsing.dispatch import parse_received
from knowledge.parsing.received import ReceivedFile
from knowledge.parsing.transport import from_bytes, to_bytes
from knowledge.store import schema
from knowledge.store.database import Database
from knowledge.store.sources import SourceStore
from knowledge.types import Audience, RowVerdict, Source, SourceKind
from tests.support.catalogue_formats import FORMATS, Plain

OFFERS = [
    Plain(
        "a1b2",
        "techniek één",
        "saxion",
        StudyMode.PART_TIME,
        24,
        120,
        "enschede",
        "nl",
        2601,
        date(2027, 9, 1),
    ),
    Plain("c3d4", "größe", "han", StudyMode.FULL_TIME, 48, 240, "arnhem", "de", 1730, date(2027, 2, 1)),
]
ESCO = b"""conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,description
Occupation,http://data.europa.eu/esco/occupation/1,7212,lasser,"gaslasser
tiglasser",released,Een lasser last metaal.
Occupation,http://data.europa.eu/esco/occupation/2,7213,plaatwerker,,released,Een plaatwerker buigt metaal.
"""
MBO = b"""opleidingsdomein,kwalificatiedossier,kwalificatie_crebo,kwalificatie,niveau,leerweg
1. Bouw en infra 79000,Betonboren,25078,Betonboorder,3,BOL/BBL
1. Bouw en infra 79000,Betonreparatie,25079,Betonreparateur,2,BBL
"""
DUO = b"""[{"2023": 5, "2024": 12, "GEMEENTENAAM": "Enschede", "TYPE HOGER ONDERWIJS": "bachelor",
"INSTELLINGSNAAM ACTUEEL": "Saxion", "OPLEIDINGSCODE ACTUEEL": 34280, "OPLEIDINGSNAAM ACTUEEL": "B Werktuigbouwkunde",
"OPLEIDINGSVORM": "voltijd onderwijs", "ONDERDEEL": "techniek", "GESLACHT": "man"},
{"2023": 5, "2024": "<5", "GEMEENTENAAM": "Enschede", "TYPE HOGER ONDERWIJS": "bachelor",
"INSTELLINGSNAAM ACTUEEL": "Saxion", "OPLEIDINGSCODE ACTUEEL": 34280, "OPLEIDINGSNAAM ACTUEEL": "B Werktuigbouwkunde",
"OPLEIDINGSVORM": "voltijd onderwijs", "ONDERDEEL": "techniek", "GESLACHT": "vrouw"}]"""

FILES = {name: (form.file_name, form.write(OFFERS)) for name, form in FORMATS.items()} | {
    "esco": ("occupations_nl.csv", ESCO),
    "mbo": ("kwalificaties.csv", MBO),
    "duo": ("hbo.json", DUO),
}
INSERTED = (
    b"31-02-2026", b"2026-02-31", b"99999999999999999999999999", b"1e999", b"-1", b"NaN", b"=SUM(A1:A9)", b"=cmd|'/c calc'!A1",
    b"null", b"true", b"[]", b"{}", b'""', b"\x00", b"\xff\xfe", b"\xc3\x28", b"<b>", b"&lt;!ENTITY x", b'"', b";;;;", b",,,", b"\r",
    "０１２".encode(), "\u202e\u200b".encode(), b"\\ud800", b"[[[[[[[[", b"a" * 5_000,
)  # fmt: skip

Mutation = Callable[[bytes, random.Random], bytes]


def _cut(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 60) :]


def _end(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, len(data))]


def _insert(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + chance.choice(INSERTED) + data[place:]


def _replace(data: bytes, chance: random.Random) -> bytes:
    """Put something wrong where a figure or a word stood."""
    places = [index for index in range(1, len(data) - 1) if data[index : index + 1].isalnum()]
    start = chance.choice(places)
    end = start
    while data[end : end + 1].isalnum():
        end += 1
    return data[:start] + chance.choice(INSERTED) + data[end:]


def _double(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    place = chance.randrange(len(lines))
    return b"".join([*lines[: place + 1], lines[place], *lines[place + 1 :]])


def _recode(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(["cp1252", "utf-16", "utf-8-sig", "cp437", "utf-16-be"]), "replace")


MUTATIONS: tuple[Mutation, ...] = (_cut, _end, _insert, _replace, _replace, _double, _recode)


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_hundred_broken_files_each_end_in_a_report_or_a_refusal(name: str) -> None:
    file_name, data = FILES[name]
    for seed in range(100):
        chance = random.Random(f"{name}{seed}")
        broken = data
        for _ in range(chance.choice((1, 1, 2, 5))):
            broken = chance.choice(MUTATIONS)(broken, chance) or b" "
        check(file_name, broken)


def check(file_name: str, broken: bytes) -> None:
    """Parse; a refusal has a reason and a cure, a document reports a row for each record, and all records are whole."""
    try:
        document = parse_received(ReceivedFile(file_name, broken, ParsingLimits()))
    except UnreadableFileError as refusal:
        assert (refusal.reason != "", refusal.cure != "") == (True, True)  # noqa: PT017
        return
    assert from_bytes(to_bytes(document)) == document
    records = [from_line(line) for line in document.records]
    taken = [row for row in document.rows if row.verdict is RowVerdict.TAKEN]
    assert len(taken) == len(records) == len({record.id for record in records})
    assert all(row.note for row in document.rows if row.verdict is not RowVerdict.TAKEN)


def test_a_hundred_workbooks_with_broken_cells_each_end_in_a_report() -> None:
    values = [
        "31-02-2026",
        10**30,
        -5,
        True,
        "=SUM(A1)",
        "#REF!",
        "\u202ex",
        "",
        None,
        1.5,
        date(1900, 1, 1),
        "=1+1",
        "x" * 40_000,
    ]
    for seed in range(100):
        chance = random.Random(seed)
        book = load_workbook(io.BytesIO(FILES["xlsx"][1]))
        sheet = book.active
        assert sheet is not None
        for _ in range(chance.choice((1, 2, 6))):
            sheet.cell(chance.randint(1, 3), chance.randint(1, 11)).value = chance.choice(values)
        stream = io.BytesIO()
        book.save(stream)
        check("aanbod.xlsx", stream.getvalue())


def test_an_impossible_date_refuses_its_row_and_leaves_the_others() -> None:
    file_name, data = FILES["csv"]
    document = parse_received(
        ReceivedFile(file_name, data.replace(b"2027-09-01", b"31-02-2027"), ParsingLimits())
    )
    assert [(row.row, row.verdict.value) for row in document.rows] == [(2, "refused"), (3, "taken")]
    assert "geen bestaande datum" in document.rows[0].note
    assert len(document.records) == 1


def test_a_formula_refuses_its_row() -> None:
    file_name, data = FILES["csv"]
    broken = data.replace("techniek één".encode(), b"=HYPERLINK(1)")
    document = parse_received(ReceivedFile(file_name, broken, ParsingLimits()))
    assert document.rows[0].note == "name is een formule: '=HYPERLINK(1)'"


def test_a_repeated_id_is_refused_the_second_time() -> None:
    file_name, data = FILES["records"]
    document = parse_received(ReceivedFile(file_name, data + data, ParsingLimits()))
    assert [row.verdict.value for row in document.rows] == ["taken", "taken", "refused", "refused"]


def test_an_entity_in_xml_is_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "b">]><program xmlns="http://www.hodex.nl">&a;</program>'
    with pytest.raises(UnreadableFileError, match="DOCTYPE"):
        parse_received(ReceivedFile("x.xml", bomb, ParsingLimits()))


def test_a_wrong_record_halfway_leaves_nothing_behind(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'x.sqlite3'}")
    source = Source("s", "v", "/a", "A", SourceKind.CATALOGUE, "x", "nl", Audience.PUBLIC, "0")
    lines = [*FORMATS["records"].write(OFFERS).decode().splitlines(), '{"record": "offer"}']
    with pytest.raises(UnusableRecordError):
        SourceStore(database).put(source, (), (), "", "", map(RecordLine.read, lines))
    with database.reading() as connection:
        counted = [
            connection.execute(select(func.count()).select_from(table)).scalar()
            for table in (schema.records, schema.versions)
        ]
    database.close()
    assert counted == [0, 0]
