"""Open Education API (OOAPI) version 5 (SURF, programs and offerings) and version 6.0 (OEAPI, programmes).

Read are single objects, lists, and the pages of a collection (`items`). A programme or course becomes an
offer; offerings in the same file give it starts, prices and places. Version 6 renamed programs to programmes,
organizations to organisations, `teachingLanguage` to `teachingLanguages`, and dates to date-times; both
spellings are read wherever they stand.
"""

from __future__ import annotations

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
    language_of,
    mode_of,
    number_of,
)
from knowledge.catalogue.rules import Rule, Unstated
from knowledge.catalogue.types import Between, Code, Cost, Grant, Offer, OfferKind, Place, Start, StudyMode

SPECIFICATION = "OOAPI 5 en 6"

PROGRAMME_IDS = ("programmeId", "programId")
OFFERING_IDS = ("programmeOfferingId", "courseOfferingId", "offeringId")
ORGANISATION_IDS = ("organisationId", "organizationId")

FIELDS = {
    "00": "algemeen", "01": "onderwijs", "02": "kunst en geesteswetenschappen", "03": "gedrag en maatschappij",
    "04": "economie en recht", "05": "natuurwetenschappen", "06": "ict", "07": "techniek", "08": "landbouw",
    "09": "gezondheidszorg", "10": "dienstverlening",
}  # fmt: skip
"""ISCED-F 2013, broad fields."""

_MAPPED = frozenset(
    (*PROGRAMME_IDS, "courseId", *ORGANISATION_IDS, "organisation", "organization", "name", "level", "sector",
     "teachingLanguage", "teachingLanguages", "studyLoad", "modeOfStudy", "modeOfDelivery", "modesOfDelivery", "duration",
     "firstStartDate", "firstStartDateTime", "fieldsOfStudy", "admissionRequirements", "link", "primaryCode", "otherCodes",
     "addresses", "qualificationAwarded", "programType", "programmeType", "ext", "items")
)  # fmt: skip


def import_ooapi(content: object) -> Imported | None:
    """Return the offers of OOAPI data, None when it is something else."""
    found = list(_flattened(content))
    described = [one for one in found if _id(one, PROGRAMME_IDS) or _is_course(one)]
    offerings = [one for one in found if _is_offering(one)]
    if not described and not offerings:
        return None
    names = {_id(one, ORGANISATION_IDS): one for one in found if not _is_offering(one) and one.get("name")}
    intake = Intake(SPECIFICATION)
    used: set[int] = set()
    for row, one in enumerate(described, start=1):
        own = [offering for offering in offerings if _parent(offering) in _ids(one)]
        used.update(map(id, own))
        for name in one:
            if name not in _MAPPED and one[name] not in (None, "", [], {}):
                intake.unmapped(name)
        intake.attempt(row, next(iter(_ids(one)), ""), partial(_offer, one, own, names))
    for row, offering in enumerate(offerings, start=len(described) + 1):
        if id(offering) not in used:
            intake.ignore(
                row,
                _id(offering, OFFERING_IDS),
                "de opleiding of cursus van dit aanbod staat niet in dit bestand",
            )
    return intake.done()


def _flattened(content: object) -> Iterator[Object]:
    """Yield the objects of a collection, and the expanded programme or course inside an offering."""
    for one in objects(content):
        inner = [
            one.get(name)
            for name in (
                "items",
                "programs",
                "programmes",
                "courses",
                "offerings",
                "organizations",
                "organisations",
            )
        ]
        lists = [value for value in inner if isinstance(value, list)]
        is_own = any(name in one for name in (*PROGRAMME_IDS, "courseId", *OFFERING_IDS, *ORGANISATION_IDS))
        if is_own:
            yield one
        elif lists:
            for value in lists:
                yield from _flattened(value)
        if is_own and _is_offering(one):
            for name in ("program", "programme", "course"):
                yield from (inside for inside in objects(one.get(name)) if _ids(inside))


def _is_offering(one: Object) -> bool:
    return any(name in one for name in OFFERING_IDS)


def _is_course(one: Object) -> bool:
    return "courseId" in one and not _is_offering(one)


def _id(one: Object, names: tuple[str, ...]) -> str:
    if _is_offering(one) and names is not OFFERING_IDS:
        return ""
    return next((str(one[name]) for name in names if isinstance(one.get(name), str) and one[name]), "")


def _ids(one: Object) -> set[str]:
    return {value for value in (_id(one, PROGRAMME_IDS), _id(one, ("courseId",))) if value}


def _parent(offering: Object) -> str:
    for name in ("program", "programme", "course", "programId", "programmeId", "courseId"):
        value = offering.get(name)
        if isinstance(value, str) and value:
            return value
        if isinstance(value, dict):
            return next(iter(_ids(value)), "")
    return ""


def _offer(one: Object, offerings: list[Object], names: dict[str, Object]) -> Offer:
    local_id = next(iter(_ids(one)), "")
    name = text_at(one, "name")
    if not local_id or not name:
        raise RowError("programId, programmeId of courseId, of name ontbreekt")
    about = Provenance(text_at(one, "link"), authority=Authority.PROVIDER)
    codes = _codes(one)
    kind, level = _kind(one, codes)
    field_code = text_at(one, "fieldsOfStudy")
    offer_id = f"ooapi:{local_id}"
    places = _places([one, *offerings])
    costs = tuple(cost for offering in offerings for cost in _costs(offering))
    requirement = text_at(one, "admissionRequirements")
    award = text_at(one, "qualificationAwarded")
    fields = (FIELDS[field_code[:2]],) if field_code[:2] in FIELDS else ()
    return Offer(
        id=offer_id,
        kind=kind,
        name=known(name, about),
        provider=known(_provider(one, names), about),
        level=known(level, about),
        codes=known(codes + ((Code("ISCED-F", field_code),) if field_code else ()), about),
        mode=known(_mode([one, *offerings]), about),
        fields=known(fields, about),
        duration_months=known(_duration(one), about),
        ects=known(_ects(one), about),
        places=known(places, about),
        language=known(_languages(one), about),
        costs=known(costs, about),
        starts=known(tuple(_starts(one, offerings)), about),
        rule=known(_rule(offer_id, requirement, about), about),
        grants=known((Grant(level or award, fields, award),) if award else (), about),
        url=known(about.url or None, about),
    )


def _rule(offer_id: str, requirement: str, about: Provenance) -> Rule | None:
    if not requirement:
        return None
    return Rule(f"{offer_id}:toelating", Unstated(requirement[:1000]), about, requirement[:1000])


def _provider(one: Object, names: dict[str, Object]) -> str:
    for name in ("organisation", "organization", "organisationId", "organizationId"):
        value = one.get(name)
        if isinstance(value, dict) and value.get("name"):
            return text_at(value, "name")
        if isinstance(value, str) and value:
            return text_at(names[value], "name") if value in names else value
    return ""


def _codes(one: Object) -> tuple[Code, ...]:
    entries = [*objects(one.get("primaryCode")), *objects(one.get("otherCodes"))]
    codes = [Code(_code_kind(text_at(entry, "codeType")), text_at(entry, "code")) for entry in entries]
    return tuple(dict.fromkeys(code for code in codes if code.kind and code.value))


def _code_kind(kind: str) -> str:
    return {
        "crohoCreboCode": "CROHO/crebo",
        "croho_crebo_code": "CROHO/crebo",
        "crohoCode": "CROHO",
        "creboCode": "crebo",
    }.get(kind, kind)


def _kind(one: Object, codes: tuple[Code, ...]) -> tuple[OfferKind, str]:
    """Return kind and diploma level. A bachelor without sector or register code stays "bachelor"."""
    if "courseId" in one:
        return OfferKind.COURSE, ""
    if text_at(one, "programType", "programmeType") in ("course", "minor", "honours", "module"):
        return OfferKind.COURSE, ""
    level = text_at(one, "level").replace("_", " ")
    sector = text_at(one, "sector").replace("_", " ")
    if level.startswith("secondary vocational education"):
        number = level.removeprefix("secondary vocational education").strip()
        return OfferKind.MBO, f"mbo-{number}" if number in "1234" and number else ""
    if level == "associate degree":
        return OfferKind.ASSOCIATE_DEGREE, "ad"
    register = next((code.value for code in codes if code.kind.startswith("CROHO")), "")
    school = {"higher professional education": "hbo", "university education": "wo"}.get(sector)
    school = school or {"3": "hbo", "4": "hbo", "5": "wo", "6": "wo"}.get(
        register[:1] if len(register) == 5 else ""
    )
    kind = {
        ("hbo", "bachelor"): OfferKind.HBO_BACHELOR,
        ("wo", "bachelor"): OfferKind.WO_BACHELOR,
        ("hbo", "master"): OfferKind.HBO_MASTER,
        ("wo", "master"): OfferKind.WO_MASTER,
    }.get((school or "", level), OfferKind.OTHER)
    return kind, LEVELS.get(kind, level)


def _mode(sources: list[Object]) -> StudyMode | None:
    for source in sources:
        word = text_at(source, "modeOfStudy").replace("_", " ")
        if mode := mode_of(word):
            return mode
    ways = {way for source in sources for way in texts_at(source, "modesOfDelivery", "modeOfDelivery")}
    return StudyMode.ONLINE if ways and ways <= {"online", "distance-learning"} else None


def _duration(one: Object) -> Between | None:
    text = text_at(one, "duration")
    duration = duration_of(text) if text else None
    if text and duration is None and not text.startswith("PT"):
        raise RowError(f"duration is geen ISO 8601-duur: {text[:40]!r}")
    return duration


def _ects(one: Object) -> float | None:
    for load in objects(one.get("studyLoad")):
        if text_at(load, "studyLoadUnit") == "ects":
            value = number_at(load, "value")
            return value if value and value > 0 else None
    return None


def _languages(one: Object) -> str:
    codes = (language_of(word) for word in texts_at(one, "teachingLanguages", "teachingLanguage"))
    return "+".join(dict.fromkeys(code for code in codes if code))


def _places(sources: list[Object]) -> tuple[Place, ...]:
    places: dict[str, Place] = {}
    for source in sources:
        for address in objects(source.get("addresses")):
            city = text_at(address, "city")
            point = next(objects(address.get("geolocation", address.get("geoLocation"))), {})
            latitude, longitude = number_at(point, "latitude"), number_at(point, "longitude")
            if (
                latitude is not None
                and longitude is not None
                and (abs(latitude) > 90 or abs(longitude) > 180)
            ):
                raise RowError(f"geen plek op aarde: {latitude}, {longitude}")
            if city and city not in places:
                places[city] = Place(city, latitude, longitude)
    return tuple(places.values())


def _starts(one: Object, offerings: list[Object]) -> Iterator[Start]:
    for offering in offerings:
        day = _day(offering, "startDate", "startDateTime")
        if day is not None:
            period = next(objects(offering.get("enrolmentPeriods")), {})
            before = _day(offering, "enrollEndDate") or _day(period, "endDateTime")
            yield Start(day.isoformat(), day, before, ends=_day(offering, "endDate", "endDateTime"))
    first = _day(one, "firstStartDate", "firstStartDateTime")
    if first is not None and not offerings:
        yield Start(first.isoformat(), first)


def _day(source: Object, *names: str) -> date | None:
    text = text_at(source, *names)
    day = date_of(text) if text else None
    if text and day is None:
        raise RowError(f"{names[0]} is geen bestaande datum: {text[:40]!r}")
    return day


def _costs(offering: Object) -> Iterator[Cost]:
    for price in objects(offering.get("priceInformation")):
        amount = number_of(text_at(price, "amount"))
        if text_at(price, "amount") and amount is None:
            raise RowError("amount is geen bedrag")
        if amount and amount > 0 and text_at(price, "currency") in ("EUR", ""):
            euro = exactly(amount)
            assert euro is not None
            what = {"total_costs": "totale kosten", "total costs": "totale kosten"}
            kind = text_at(price, "costType")
            yield Cost(euro, "opleiding", what.get(kind, kind))
