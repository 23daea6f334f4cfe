"""schema.org (version 29) JSON-LD: Course, EducationalOccupationalProgram and CourseInstance.

Read from a JSON-LD file, or from the ``<script type="application/ld+json">`` elements of a web page.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from functools import partial

from knowledge.catalogue.facts import Authority, Provenance
from knowledge.catalogue.importing.intake import Imported, Intake, RowError, known
from knowledge.catalogue.importing.json_reading import Object, number_at, objects, text_at, texts_at
from knowledge.catalogue.importing.values import (
    LEVELS,
    date_of,
    duration_of,
    exactly,
    kind_of_offer,
    language_of,
    mode_of,
    number_of,
)
from knowledge.catalogue.rules import Rule, Unstated
from knowledge.catalogue.types import Between, Code, Cost, Grant, Offer, OfferKind, Place, Start, StudyMode

SPECIFICATION = "schema.org Course/EducationalOccupationalProgram"
TYPES = frozenset({"Course", "EducationalOccupationalProgram", "CourseInstance"})

_MAPPED = frozenset(
    ("@context", "@type", "@id", "url", "name", "provider", "identifier", "courseCode", "educationalProgramMode", "courseMode",
     "timeToComplete", "duration", "numberOfCredits", "offers", "inLanguage", "startDate", "endDate", "applicationDeadline",
     "programPrerequisites", "coursePrerequisites", "educationalCredentialAwarded", "educationalLevel", "location",
     "hasCourseInstance", "programType", "description", "about")
)  # fmt: skip


def import_schema_org(content: object) -> Imported | None:
    """Return the offers of JSON-LD, None when it describes no course or programme."""
    found = list(_described(content))
    if not found:
        return None
    intake = Intake(SPECIFICATION)
    for row, one in enumerate(found, start=1):
        for name in one:
            if name not in _MAPPED:
                intake.unmapped(name)
        intake.attempt(row, str(one.get("@id") or one.get("url") or ""), partial(_offer, one))
    return intake.done()


def import_schema_org_html(page: str) -> Imported | None:
    """Return the offers in a web page's JSON-LD, None when there are none. Broken scripts are refused rows."""
    from bs4 import BeautifulSoup

    if "ld+json" not in page:
        return None
    broken, contents = [], []
    for row, script in enumerate(
        BeautifulSoup(page, "lxml").find_all("script", type="application/ld+json"), start=1
    ):
        try:
            contents.append(json.loads(script.get_text()))
        except (ValueError, RecursionError):
            broken.append(row)
    imported = import_schema_org(contents)
    if imported is None:
        return None
    intake = Intake(SPECIFICATION)
    for row in broken:
        intake.refuse(row, "script", "de JSON-LD in de pagina is niet te lezen")
    return Imported(SPECIFICATION, imported.taken, imported.rows + intake.done().rows, imported.unmapped)


def _described(content: object) -> Iterator[Object]:
    for one in objects(content):
        types = _types(one)
        if types & TYPES:
            yield one
        else:
            yield from _described(one.get("@graph"))
            if "ItemList" in types:
                for element in objects(one.get("itemListElement")):
                    yield from _described(element.get("item", element if _types(element) & TYPES else None))


def _types(one: Object) -> set[str]:
    value = one.get("@type", "")
    words = value if isinstance(value, list) else [value]
    return {str(word).rpartition("/")[2] for word in words}


def _offer(one: Object) -> Offer:
    name = text_at(one, "name")
    if not name:
        raise RowError("name ontbreekt")
    url = text_at(one, "url", "@id")
    instances = list(objects(one.get("hasCourseInstance")))
    provider = _provider(one)
    parts = [one, *instances]
    mode = next((mode for part in parts if (mode := _mode(part))), None)
    about = Provenance(url if url.startswith("http") else "", authority=Authority.PROVIDER)
    places = _places(parts)
    identity = text_at(one, "@id", "url") or "|".join((name, provider, str(mode), *places))
    offer_id = "schema:" + hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()[:12]
    kind = _kind(one)
    level = LEVELS.get(kind, "")
    award = text_at(one, "educationalCredentialAwarded")
    return Offer(
        id=offer_id,
        kind=kind,
        name=known(name, about),
        provider=known(provider, about),
        level=known(level, about),
        codes=known(_codes(one), about),
        mode=known(mode, about),
        fields=known(texts_at(one, "about"), about),
        duration_months=known(_duration(parts), about),
        ects=known(_credits(one), about),
        places=known(tuple(places.values()), about),
        language=known(_language(parts), about),
        costs=known(tuple(cost for part in parts for cost in _costs(part)), about),
        starts=known(tuple(start for part in parts for start in _starts(part)), about),
        rule=known(_rule(one, offer_id, about), about),
        grants=known((Grant(level or award, name=award),) if award else (), about),
        url=known(about.url, about),
        remark=known(text_at(one, "description")[:1000], about),
    )


def _kind(one: Object) -> OfferKind:
    for name in ("programType", "educationalLevel", "educationalCredentialAwarded"):
        if one.get(name) and (kind := kind_of_offer(text_at(one, name))):
            return kind
    return OfferKind.COURSE if _types(one) & {"Course", "CourseInstance"} else OfferKind.OTHER


def _provider(one: Object) -> str:
    provider = next(objects(one.get("provider")), None)
    return text_at(provider, "name", "legalName") if provider else text_at(one, "provider")


def _codes(one: Object) -> tuple[Code, ...]:
    codes = [Code("courseCode", text_at(one, "courseCode"))]
    for value in objects(one.get("identifier")):
        codes.append(Code(text_at(value, "propertyID", "name"), text_at(value, "value")))
    return tuple(code for code in codes if code.kind and code.value)


def _mode(part: Object) -> StudyMode | None:
    modes = [
        mode_of(word.rpartition("/")[2]) for word in texts_at(part, "educationalProgramMode", "courseMode")
    ]
    return next((mode for mode in modes if mode), None)


def _duration(parts: list[Object]) -> Between | None:
    for part in parts:
        text = text_at(part, "timeToComplete", "duration")
        if text and not text.startswith("PT"):
            if (duration := duration_of(text)) is None:
                raise RowError(f"timeToComplete is geen duur: {text[:40]!r}")
            return duration
    return None


def _credits(one: Object) -> float | None:
    value = one.get("numberOfCredits")
    credits = number_at(value, "value") if isinstance(value, dict) else number_at(one, "numberOfCredits")
    return credits if credits and credits > 0 else None


def _places(parts: list[Object]) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for part in parts:
        for location in objects(part.get("location")):
            address = next(objects(location.get("address")), location)
            city = text_at(address, "addressLocality") or (
                text_at(location, "name") if address is location else ""
            )
            geo = next(objects(location.get("geo")), {})
            latitude, longitude = number_at(geo, "latitude"), number_at(geo, "longitude")
            if (
                latitude is not None
                and longitude is not None
                and (abs(latitude) > 90 or abs(longitude) > 180)
            ):
                raise RowError(f"geen plek op aarde: {latitude}, {longitude}")
            if city:
                places.setdefault(city, Place(city, latitude, longitude))
    return places


def _language(parts: list[Object]) -> str:
    codes = (language_of(word) for part in parts for word in texts_at(part, "inLanguage"))
    return "+".join(dict.fromkeys(code for code in codes if code))


def _costs(part: Object) -> Iterator[Cost]:
    for offer in objects(part.get("offers")):
        text = text_at(offer, "price")
        price = number_of(text) if text else None
        if text and price is None:
            raise RowError(f"price is geen bedrag: {text[:40]!r}")
        if price is not None and price > 0 and text_at(offer, "priceCurrency") in ("EUR", ""):
            euro = exactly(price)
            assert euro is not None
            yield Cost(euro, "opleiding", text_at(offer, "category"))


def _starts(part: Object) -> Iterator[Start]:
    day = _day(part, "startDate")
    if day is not None:
        yield Start(day.isoformat(), day, _day(part, "applicationDeadline"), ends=_day(part, "endDate"))


def _day(source: Object, name: str) -> date | None:
    text = text_at(source, name)
    day = date_of(text) if text else None
    if text and day is None:
        raise RowError(f"{name} is geen bestaande datum: {text[:40]!r}")
    return day


def _rule(one: Object, offer_id: str, about: Provenance) -> Rule | None:
    words = "; ".join(texts_at(one, "programPrerequisites", "coursePrerequisites"))[:1000]
    return Rule(f"{offer_id}:toelating", Unstated(words), about, words) if words else None
