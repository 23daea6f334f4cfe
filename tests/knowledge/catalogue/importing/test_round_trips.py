"""What is written in a format comes back as it was, for every format."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.catalogue.codec import from_line
from knowledge.catalogue.types import Occupation, Offer, StudyMode
from knowledge.config import ParsingLimits
from knowledge.parsing.dispatch import parse_received
from knowledge.parsing.received import ReceivedFile
from knowledge.types import ParsedDocument, RowVerdict
from tests.support.catalogue_formats import FORMATS, NAMES, OFFERS, WORDS, Plain, plain_of

SETTINGS = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))

EXAMPLE = Plain(
    "a1b2", "techniek", "saxion", StudyMode.PART_TIME, 24, 120, "enschede", "nl", 2601, date(2027, 9, 1)
)


def parsed(name: str, data: bytes) -> ParsedDocument:
    """Parse a file as the sandbox does."""
    return parse_received(ReceivedFile(name, data, ParsingLimits()))


@pytest.mark.parametrize("name", sorted(FORMATS))
@SETTINGS
@given(offers=OFFERS)
def test_offers_survive_a_round_trip(name: str, offers: Sequence[Plain]) -> None:
    if name == "hodex":
        offers = offers[:1]
    form = FORMATS[name]
    document = parsed(form.file_name, form.write(offers))
    found = [record for line in document.records if isinstance(record := from_line(line), Offer)]
    assert [plain_of(offer) for offer in found] == [replace(offer, id=form.id_of(offer)) for offer in offers]
    assert {row.verdict for row in document.rows} <= {RowVerdict.TAKEN}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_each_record_has_a_passage_that_names_it(name: str) -> None:
    form = FORMATS[name]
    document = parsed(form.file_name, form.write([EXAMPLE]))
    named = [block.record for page in document.pages for block in page.blocks if block.record]
    assert [(record.kind, record.id) for record in named] == [("offer", form.id_of(EXAMPLE))]


@SETTINGS
@given(st.lists(st.tuples(NAMES, st.lists(WORDS, max_size=3, unique=True)), min_size=1, max_size=5))
def test_esco_occupations_survive_a_round_trip(rows: list[tuple[str, list[str]]]) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(
        ["conceptType", "conceptUri", "iscoGroup", "preferredLabel", "altLabels", "status", "description"]
    )
    for number, (label, others) in enumerate(rows):
        uri = f"http://data.europa.eu/esco/occupation/{number}"
        writer.writerow(["Occupation", uri, "7212", label, "\n".join(others), "released", "Een beroep."])
    document = parsed("occupations_nl.csv", stream.getvalue().encode())
    found = [record for line in document.records if isinstance(record := from_line(line), Occupation)]
    labels = [next(iter(occupation.labels.values())) for occupation in found]
    assert labels == [tuple(dict.fromkeys((label, *others))) for label, others in rows]


@SETTINGS
@given(
    st.lists(
        st.tuples(
            st.integers(10_000, 99_999),
            NAMES,
            st.sampled_from("1234"),
            st.sampled_from(["BOL", "BBL", "BOL/BBL"]),
        ),
        min_size=1,
        max_size=5,
        unique_by=lambda row: row[0],
    )
)
def test_mbo_qualifications_survive_a_round_trip(rows: list[tuple[int, str, str, str]]) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(["kwalificatie_crebo", "kwalificatie", "niveau", "leerweg"])
    writer.writerows(rows)
    document = parsed("kwalificaties.csv", stream.getvalue().encode())
    found = [record for line in document.records if isinstance(record := from_line(line), Offer)]
    seen = [(o.name.value, o.level.value, o.mode.value, (o.codes.value or ())[0].value) for o in found]
    assert seen == [
        (name, f"mbo-{level}", way, str(code)) for code, name, level, ways in rows for way in ways.split("/")
    ]


@SETTINGS
@given(
    st.lists(
        st.tuples(st.integers(30_000, 39_999), NAMES, NAMES, st.integers(0, 90)),
        min_size=1,
        max_size=5,
        unique_by=lambda row: row[0],
    )
)
def test_duo_rows_survive_a_round_trip(rows: list[tuple[int, str, str, int]]) -> None:
    content = [
        {
            "2023": 1,
            "2024": students,
            "GEMEENTENAAM": town,
            "TYPE HOGER ONDERWIJS": "bachelor",
            "INSTELLINGSNAAM ACTUEEL": "Saxion",
            "OPLEIDINGSCODE ACTUEEL": code,
            "OPLEIDINGSNAAM ACTUEEL": f"B {name}",
            "OPLEIDINGSVORM": "voltijd onderwijs",
            "ONDERDEEL": "techniek",
            "GESLACHT": gender,
        }
        for code, name, town, students in rows
        for gender in ("man", "vrouw")
    ]
    document = parsed("hbo.json", json.dumps(content).encode())
    found = [record for line in document.records if isinstance(record := from_line(line), Offer)]
    seen = [
        ((o.codes.value or ())[0].value, o.name.value, (o.places.value or ())[0].name, o.state.value)
        for o in found
    ]
    assert seen == [
        (str(code), name, town, "current" if students else "unconfirmed")
        for code, name, town, students in rows
    ]
