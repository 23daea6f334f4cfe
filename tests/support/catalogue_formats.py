"""Writers of small catalogue files in every format that is imported, for round trips and mutations."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from hypothesis import strategies as st
from openpyxl import Workbook

from knowledge.catalogue.codec import to_line
from knowledge.catalogue.facts import Fact, Provenance, Stated
from knowledge.catalogue.types import Between, Cost, Offer, OfferKind, Place, Start, StudyMode

WORDS = st.text("abcdefghijklmnopqrstuvwxyzéëïß", min_size=1, max_size=8)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


@dataclass(frozen=True, slots=True)
class Plain:
    """What every format can say of an offer."""

    id: str
    name: str
    provider: str
    mode: StudyMode
    months: int
    ects: int
    place: str
    language: str
    euro: int
    start: date


PLAIN = st.builds(
    Plain,
    id=st.text("abcdef0123456789", min_size=4, max_size=8),
    name=NAMES,
    provider=NAMES,
    mode=st.sampled_from([StudyMode.FULL_TIME, StudyMode.PART_TIME, StudyMode.DUAL]),
    months=st.integers(1, 60),
    ects=st.integers(1, 240),
    place=NAMES,
    language=st.sampled_from(["nl", "en", "de"]),
    euro=st.integers(1, 30_000),
    start=st.dates(date(2000, 1, 1), date(2040, 12, 31)),
)
OFFERS = st.lists(PLAIN, min_size=1, max_size=4, unique_by=lambda offer: offer.id)

ENGLISH = {StudyMode.FULL_TIME: "full-time", StudyMode.PART_TIME: "part-time", StudyMode.DUAL: "dual"}


def plain_of(offer: Offer) -> Plain:
    """Return an imported offer as what was written."""
    mode, duration, ects = offer.mode.value, offer.duration_months.value, offer.ects.value
    costs, starts, places = offer.costs.value, offer.starts.value, offer.places.value
    assert mode
    assert duration
    assert ects
    assert costs
    assert starts
    assert places
    assert starts[0].day is not None
    return Plain(
        offer.id,
        offer.name.value or "",
        offer.provider.value or "",
        mode,
        round(duration.low),
        round(ects),
        places[0].name,
        offer.language.value or "",
        round(costs[0].euro.low),
        starts[0].day,
    )


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how a file of it is called and written, and how its importer names an offer."""

    file_name: str
    write: Callable[[Sequence[Plain]], bytes]
    id_of: Callable[[Plain], str]


def _records(offers: Sequence[Plain]) -> bytes:
    return "".join(to_line(_record(offer)) + "\n" for offer in offers).encode()


def _record(offer: Plain) -> Offer:
    about = Provenance("https://example.org")

    def known(value: object) -> Fact:  # type: ignore[type-arg]
        return Fact((Stated(value, about),))

    return Offer(
        offer.id,
        OfferKind.COURSE,
        known(offer.name),
        known(offer.provider),
        mode=known(offer.mode),
        duration_months=known(Between(offer.months, offer.months)),
        ects=known(float(offer.ects)),
        places=known((Place(offer.place),)),
        language=known(offer.language),
        costs=known((Cost(Between(offer.euro, offer.euro), "jaar", "cursusgeld"),)),
        starts=known((Start(offer.start.isoformat(), offer.start),)),
    )


def _hodex(offers: Sequence[Plain]) -> bytes:
    offer = offers[0]
    return f"""<?xml version="1.0" encoding="utf-8"?>
<program xmlns="http://www.hodex.nl"><hodexVersion>2.5.8</hodexVersion><lastEdited>2026-03-01</lastEdited>
<programClassification>
<admissableProgram><profile>NT</profile></admissableProgram>
<admissableProgram><profile>NG</profile><additionalSubject>natuurkunde</additionalSubject></admissableProgram>
<crohoCode>34280</crohoCode><degree>BSc</degree><orgUnitId>{escape(offer.provider)}</orgUnitId>
<orgUnitLocation>{escape(offer.place)}</orgUnitLocation><programCredits>{offer.ects}</programCredits>
<programDuration unit="month">{offer.months}</programDuration><programForm>{ENGLISH[offer.mode]}</programForm>
<programId>{offer.id}</programId><programLevel>professional bachelor</programLevel>
<studyCluster>technology</studyCluster></programClassification>
<programCurriculum><instructionLanguage><languageCode>{offer.language}</languageCode>
<percentage>100</percentage></instructionLanguage></programCurriculum>
<programDescriptions><programName xml:lang="nl"><![CDATA[{offer.name}]]></programName></programDescriptions>
<programOrganization><programRun><applicationDeadline>2000-01-01</applicationDeadline>
<startingDate>{offer.start}</startingDate></programRun>
<tuitionFee final="true"><amount>{offer.euro}</amount><period>year</period>
<programForm>{ENGLISH[offer.mode]}</programForm><tuitionFeeRate>statutory</tuitionFeeRate><year>2026</year></tuitionFee>
</programOrganization></program>""".encode()


def _ooapi5(offers: Sequence[Plain]) -> bytes:
    items: list[object] = []
    for offer in offers:
        items.append(
            {
                "programId": offer.id,
                "programType": "program",
                "primaryCode": {"codeType": "crohoCode", "code": "34280"},
                "name": [{"language": "nl-NL", "value": offer.name}],
                "teachingLanguage": {"nl": "nld", "en": "eng", "de": "deu"}[offer.language],
                "studyLoad": {"studyLoadUnit": "ects", "value": offer.ects},
                "modeOfStudy": {"full-time": "full-time", "part-time": "part-time", "dual": "dual training"}[
                    ENGLISH[offer.mode]
                ],
                "duration": f"P{offer.months}M",
                "organization": {
                    "organizationId": "o",
                    "name": [{"language": "nl", "value": offer.provider}],
                },
                "addresses": [{"addressType": "postal", "city": offer.place}],
                "level": "bachelor",
            }
        )
        items.append(
            {
                "offeringId": f"{offer.id}-2026",
                "offeringType": "program",
                "program": offer.id,
                "startDate": offer.start.isoformat(),
                "priceInformation": [
                    {"costType": "total costs", "amount": str(offer.euro), "currency": "EUR"}
                ],
            }
        )
    return json.dumps({"pageSize": 10, "pageNumber": 1, "items": items}, ensure_ascii=False).encode()


def _ooapi6(offers: Sequence[Plain]) -> bytes:
    items: list[object] = []
    for offer in offers:
        items.append(
            {
                "programmeId": offer.id,
                "programmeType": "programme",
                "name": [{"language": "nl-NL", "value": offer.name}],
                "teachingLanguages": [{"nl": "nld", "en": "eng", "de": "deu"}[offer.language]],
                "studyLoad": [{"studyLoadUnit": "ects", "value": offer.ects}],
                "modeOfStudy": {"full-time": "full_time", "part-time": "part_time", "dual": "dual_training"}[
                    ENGLISH[offer.mode]
                ],
                "duration": f"P{offer.months}M",
                "organisation": {
                    "organisationId": "o",
                    "name": [{"language": "nl", "value": offer.provider}],
                },
                "addresses": [{"city": offer.place}],
            }
        )
        items.append(
            {
                "programmeOfferingId": f"{offer.id}-2026",
                "programmeId": offer.id,
                "startDateTime": f"{offer.start}T00:00:00+02:00",
                "priceInformation": [
                    {"costType": "total_costs", "amount": str(offer.euro), "currency": "EUR"}
                ],
            }
        )
    return json.dumps({"items": items}, ensure_ascii=False).encode()


def _graph(offers: Sequence[Plain]) -> str:
    graph = [
        {
            "@type": "EducationalOccupationalProgram",
            "@id": offer.id,
            "name": offer.name,
            "provider": {"@type": "Organization", "name": offer.provider},
            "educationalProgramMode": ENGLISH[offer.mode],
            "timeToComplete": f"P{offer.months}M",
            "numberOfCredits": offer.ects,
            "inLanguage": offer.language,
            "offers": {"@type": "Offer", "price": str(offer.euro), "priceCurrency": "EUR"},
            "hasCourseInstance": {
                "@type": "CourseInstance",
                "startDate": offer.start.isoformat(),
                "location": {"@type": "Place", "address": {"addressLocality": offer.place}},
            },
        }
        for offer in offers
    ]
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)


def _json_ld(offers: Sequence[Plain]) -> bytes:
    return _graph(offers).encode()


def _html(offers: Sequence[Plain]) -> bytes:
    script = f'<script type="application/ld+json">{_graph(offers)}</script>'
    return f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Aanbod</title>{script}</head><body><p>Ons aanbod.</p></body></html>'.encode()


HEADER = (
    "id",
    "Opleiding",
    "Aanbieder",
    "Soort",
    "Vorm",
    "Duur (maanden)",
    "EC",
    "Plaats",
    "Taal",
    "Kosten",
    "Startdatum",
)


def _rows(offers: Sequence[Plain]) -> list[tuple[object, ...]]:
    return [
        (
            o.id,
            o.name,
            o.provider,
            "cursus",
            o.mode.value,
            o.months,
            o.ects,
            o.place,
            o.language,
            o.euro,
            o.start.isoformat(),
        )
        for o in offers
    ]


def _csv(offers: Sequence[Plain]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";")
    writer.writerows([[*HEADER[:5], "Duur maanden", *HEADER[6:]], *_rows(offers)])
    return stream.getvalue().encode("utf-8-sig")


def _xlsx(offers: Sequence[Plain]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(HEADER))
    for row in _rows(offers):
        sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _schema_id(offer: Plain) -> str:
    import hashlib

    return "schema:" + hashlib.sha256(offer.id.encode()).hexdigest()[:12]


FORMATS = {
    "records": Format("aanbod.jsonl", _records, lambda offer: offer.id),
    "hodex": Format("opleiding.xml", _hodex, lambda offer: f"hodex:{offer.provider}:{offer.id}"),
    "ooapi5": Format("programs.json", _ooapi5, lambda offer: f"ooapi:{offer.id}"),
    "ooapi6": Format("programmes.json", _ooapi6, lambda offer: f"ooapi:{offer.id}"),
    "json_ld": Format("aanbod.jsonld", _json_ld, _schema_id),
    "html": Format("aanbod.html", _html, _schema_id),
    "csv": Format("aanbod.csv", _csv, lambda offer: offer.id),
    "xlsx": Format("aanbod.xlsx", _xlsx, lambda offer: offer.id),
}
