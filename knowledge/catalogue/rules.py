"""Who may enter: trees of conditions over what a person holds. Data only; judging is assistant.routes.

Levels of Dutch diplomas are written as people write them: "vmbo-bb", "vmbo-kb", "vmbo-gl", "vmbo-tl",
"havo", "vwo", "mbo-1" (entree) to "mbo-4", "ad", "hbo-propedeuse", "hbo-bachelor", "hbo-master",
"wo-propedeuse", "wo-bachelor", "wo-master", "havo-3-4" and "vwo-3-4" (transition from year 3 to 4).
Foreign ones carry their country: "de-abitur", "de-fachhochschulreife", "de-fachabitur", "de-realschule", "de-hauptschule",
"de-geselle", "de-meister", "uk-a-levels", "uk-gcse"; "ib" is the International Baccalaureate, "buitenland" any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.catalogue.facts import Provenance


@dataclass(frozen=True, slots=True)
class HasDiploma:
    """Holds a diploma of one of `levels`; of one of `fields` and `profiles`, where these are not empty.

    A condition names every level that satisfies it: nothing is implied by "higher".
    """

    levels: tuple[str, ...]
    fields: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    """Of havo and vwo: "NT", "NG", "EM", "CM"."""


@dataclass(frozen=True, slots=True)
class HasSubject:
    """Passed one of `subjects` ("wiskunde A", "natuurkunde", "NLT", ...) at one of `levels` (empty: any)."""

    subjects: tuple[str, ...]
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IsAtLeast:
    """Is at least `years` old on `month`-`day` of the year of the start.

    By law that day is 1 August for mbo, 1 September for hbo and wo.
    """

    years: int
    month: int = 9
    day: int = 1


@dataclass(frozen=True, slots=True)
class IsYounger:
    """Is younger than `years` on `month`-`day` of the year of the start: the upper age of a funding scheme.

    Only schemes may ask it. A rule of an offer may not: routes count on it that getting older never closes a way in.
    """

    years: int
    month: int = 9
    day: int = 1


@dataclass(frozen=True, slots=True)
class HasExperience:
    """Worked at least `years` years, in one of `fields` where these are not empty."""

    years: float
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HasEmployer:
    """Has a job at an employer; `is_recognised` asks for a recognised one (erkend leerbedrijf)."""

    is_recognised: bool = True


@dataclass(frozen=True, slots=True)
class ReceivesBenefit:
    """Receives one of these benefits ("WW", "bijstand"): who may ask for some funding schemes."""

    benefits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpeaksAtLeast:
    """Speaks `language` ("nl", "en", "de") at a CEFR `level` ("A1" to "C2") or above."""

    language: str
    level: str


@dataclass(frozen=True, slots=True)
class PassedTest:
    """Passed a test or assessment: "21+-toets", "colloquium doctum", "EVC", "deficientie natuurkunde", ..."""

    name: str


@dataclass(frozen=True, slots=True)
class MustDo:
    """Something that a person still can do and that no profile proves: "selectie", "intake", "aanmelden".

    Never false; it stays as a condition. `before` is the last day, where there is one.
    """

    what: str
    before: date | None = None


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds; true when there is none."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds; false when there is none."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `count` of the parts hold."""

    count: int
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Unstated:
    """The rule has a part that no source states; `about` says what. Its truth is unknown."""

    about: str


Condition = (
    HasDiploma
    | HasSubject
    | IsAtLeast
    | IsYounger
    | HasExperience
    | HasEmployer
    | ReceivesBenefit
    | SpeaksAtLeast
    | PassedTest
    | MustDo
    | AllOf
    | AnyOf
    | AtLeast
    | Unstated
)


@dataclass(frozen=True, slots=True)
class Rule:
    """An admission rule as one source states it. Valid on the days of its window, both ends inclusive."""

    id: str
    condition: Condition
    provenance: Provenance
    text: str
    """The rule in one or two Dutch sentences of ours, for people."""
    article: str = ""
    """"RATHO bijlage B", "WHW art. 7.24", or ""."""
    kinds: tuple[str, ...] = ()
    """Kinds of offers to which a national rule applies; empty for the rule of one offer."""
    programmes: tuple[str, ...] = ()
    """Names of programmes to which a national rule applies ("Werktuigbouwkunde"); empty: all of `kinds`."""
    providers: tuple[str, ...] = ()
    """Ids of organisations to which it is limited; empty: all."""
    valid_from: date | None = None
    valid_until: date | None = None
    replaces: tuple[str, ...] = ()
    """Ids of older rules that this one sets aside from `valid_from` on."""
