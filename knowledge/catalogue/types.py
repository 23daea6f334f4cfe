"""The records: offers, organisations, occupations, schemes, figures, places. Frozen; changes are copies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.catalogue.facts import UNKNOWN, Fact, Provenance
from knowledge.catalogue.rules import Condition, Rule


class OfferKind(StrEnum):
    """Kinds of education offers."""

    MBO = "mbo"
    ASSOCIATE_DEGREE = "ad"
    HBO_BACHELOR = "hbo-bachelor"
    HBO_MASTER = "hbo-master"
    WO_BACHELOR = "wo-bachelor"
    WO_MASTER = "wo-master"
    CERTIFICATE = "certificate"
    COURSE = "course"
    PREPARATORY = "preparatory"
    """Opens another offer: pre-master, schakelklas, deficiency course, colloquium doctum, vavo."""
    SECONDARY = "secondary"
    OTHER = "other"


class StudyMode(StrEnum):
    """How one studies; the Dutch terms have no English twin."""

    BOL = "BOL"
    BBL = "BBL"
    FULL_TIME = "voltijd"
    PART_TIME = "deeltijd"
    DUAL = "duaal"
    ONLINE = "online"


class OfferState(StrEnum):
    """Whether an offer is known to exist now."""

    CURRENT = "current"
    UNCONFIRMED = "unconfirmed"
    """Seen in an old source only; said wherever it is shown."""
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Between:
    """A quantity that is known up to a range, both ends inclusive; `low == high` when it is exact."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a register: kind is "crebo", "CROHO", "ISAT" or the name of a local one."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality or town with its coordinates in degrees (WGS 84); None where they are unknown."""

    name: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """What a person pays: euro per `per` ("jaar", "opleiding").

    `what` is "wettelijk collegegeld", "instellingscollegegeld", "cursusgeld", ...
    """

    euro: Between
    per: str
    what: str
    study_year: str | None = None
    mode: StudyMode | None = None
    """The study mode that it holds for, where that is not the offer's own."""
    group: str = ""
    """Who pays it, where that is not everybody: "niet-EU", "NFP"."""
    is_provisional: bool = False
    """Whether the source says that the amount may still change."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What passing gives: a level (as in rules.HasDiploma), its fields and name, or a passed test."""

    level: str
    fields: tuple[str, ...] = ()
    name: str = ""
    subjects: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Start:
    """A moment to begin: a day or a month ("september"), with the last day to apply.

    `ends` is the last day of the run that starts then.
    """

    text: str
    day: date | None = None
    apply_before: date | None = None
    apply_before_outside_eu: date | None = None
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """One education offer of one provider in one mode. Every unknown field is an empty `Fact`."""

    id: str
    kind: OfferKind
    name: Fact[str]
    provider: Fact[str]
    """Id of an organisation, or its name where it is not in the catalogue."""
    state: OfferState = OfferState.CURRENT
    level: Fact[str] = UNKNOWN
    """As in rules.HasDiploma: "mbo-4", "hbo-bachelor"; of a course its NLQF level as text."""
    nlqf: Fact[int] = UNKNOWN
    codes: Fact[tuple[Code, ...]] = UNKNOWN
    mode: Fact[StudyMode] = UNKNOWN
    fields: Fact[tuple[str, ...]] = UNKNOWN
    """Fields of study in Dutch, narrow ones first: ("werktuigbouwkunde", "techniek")."""
    duration_months: Fact[Between] = UNKNOWN
    hours_per_week: Fact[Between] = UNKNOWN
    ects: Fact[float] = UNKNOWN
    places: Fact[tuple[Place, ...]] = UNKNOWN
    language: Fact[str] = UNKNOWN
    """ISO 639-1 codes, the most used first: "nl", "en", "nl+en"."""
    costs: Fact[tuple[Cost, ...]] = UNKNOWN
    starts: Fact[tuple[Start, ...]] = UNKNOWN
    rule: Fact[Rule] = UNKNOWN
    """The offer's own admission rule; where it is unknown the national one holds."""
    grants: Fact[tuple[Grant, ...]] = UNKNOWN
    occupations: Fact[tuple[str, ...]] = UNKNOWN
    """Ids of occupations that it leads to."""
    follow_on: Fact[tuple[str, ...]] = UNKNOWN
    """Ids of offers, or levels in a field, that come after it."""
    numerus_fixus: Fact[int] = UNKNOWN
    url: Fact[str] = UNKNOWN
    remark: Fact[str] = UNKNOWN


@dataclass(frozen=True, slots=True)
class Organisation:
    """A school, partnership, fund or desk: who answers what, and where."""

    id: str
    name: str
    kind: str
    """"school", "partnership", "desk", "fund", "authority", "company school"."""
    answers: tuple[str, ...] = ()
    """Subjects that this organisation answers questions about."""
    place: Fact[Place] = UNKNOWN
    region: Fact[str] = UNKNOWN
    phone: Fact[str] = UNKNOWN
    email: Fact[str] = UNKNOWN
    url: Fact[str] = UNKNOWN
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation with its labels per language ("nl", "en", "de"), the preferred one first."""

    id: str
    labels: dict[str, tuple[str, ...]]
    isco: str
    esco: str
    provenance: Provenance
    skills: tuple[str, ...] = ()
    """Names of skills, or ids of `Skill` records."""
    qualifications: tuple[str, ...] = ()
    """Ids of offers, or crebo/level descriptions, that lead to it."""


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill of the ESCO classification with its labels per language, the preferred one first."""

    id: str
    labels: dict[str, tuple[str, ...]]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Scheme:
    """A funding scheme. `condition` is about the person; the other limits are about the offer and the day."""

    id: str
    name: str
    synonyms: tuple[str, ...]
    summary: str
    condition: Condition
    provenance: Provenance
    applicant: str
    """"person" or "employer"."""
    where: str
    """Id or name of the organisation to apply at."""
    opens: date | None = None
    closes: date | None = None
    """Last day on which it can be applied for; a day in the past means ended."""
    windows: tuple[tuple[date, date], ...] = ()
    amount_euro: Fact[Between] = UNKNOWN
    share: Fact[Between] = UNKNOWN
    """Part of the cost that is paid, 0 to 1."""
    per: str = "opleiding"
    is_loan: bool = False
    offer_kinds: tuple[OfferKind, ...] = ()
    offer_levels: tuple[str, ...] = ()
    offer_modes: tuple[StudyMode, ...] = ()
    regions: tuple[str, ...] = ()
    """Municipalities or regions where the person must live or the employer must be; empty: anywhere."""
    excludes: tuple[str, ...] = ()
    """Ids of schemes that cannot be had for the same cost."""
    is_unconfirmed: bool = False
    """Whether no source says that it exists now."""
    is_yearly: bool = False
    """Whether its source says that it is given each year or school year, so that a window that is over comes back."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: an indicator for a region and period, with its unit, split by `dimensions`."""

    id: str
    indicator: str
    region: str
    period: str
    value: float
    unit: str
    provenance: Provenance
    dimensions: dict[str, str]
    """For example {"instelling": "Saxion", "geslacht": "vrouw"}."""
