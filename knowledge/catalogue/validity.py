"""What may be said on a given day: open schemes, rules in force, and facts past their shelf life."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from knowledge.catalogue.codec import Record, kind_of
from knowledge.catalogue.merging import last_checked
from knowledge.catalogue.rules import Rule
from knowledge.catalogue.types import Offer, OfferKind, Scheme, StudyMode
from knowledge.catalogue.wording import provenance_of


class SchemeState(StrEnum):
    """How a scheme stands on a day."""

    OPEN = "open"
    UPCOMING = "upcoming"
    """Opens later, or between two windows."""
    CLOSED = "closed"
    """Given each year, and this year's window is over; when the next one opens, no source says."""
    ENDED = "ended"
    UNCONFIRMED = "unconfirmed"
    """No source says that it exists now; said wherever it is shown."""


def scheme_state(scheme: Scheme, today: date) -> SchemeState:
    """Say how a scheme stands: ended wins, then closed, upcoming and unconfirmed. All ends are inclusive."""
    if scheme.closes is not None and scheme.closes < today:
        return SchemeState.ENDED
    windows = scheme.windows
    if windows and all(end < today for _, end in windows):
        return SchemeState.CLOSED if scheme.is_yearly and _is_fresh(scheme, today) else SchemeState.ENDED
    starts_later = scheme.opens is not None and scheme.opens > today
    if starts_later or (windows and not any(start <= today <= end for start, end in windows)):
        return SchemeState.UPCOMING
    return SchemeState.UNCONFIRMED if scheme.is_unconfirmed else SchemeState.OPEN


def _is_fresh(scheme: Scheme, today: date) -> bool:
    """Say whether the last window closed less than a year ago: one round was not missed yet."""
    return (today - max(end for _, end in scheme.windows)).days < DAYS_A_YEAR


DAYS_A_YEAR = 365
OLDEST_UNCONFIRMED = 5
"""Years after which a scheme that no newer source mentions is not offered to anybody any more."""


def is_too_old(scheme: Scheme, today: date) -> bool:
    """Say whether a scheme is unconfirmed and its youngest source so old that nobody may be sent after it.

    A source without a date does not make it old: then nothing is known about its age.
    """
    facts = (scheme.amount_euro, scheme.share)
    abouts = (scheme.provenance, *(one.provenance for fact in facts for one in fact.statements))
    years = [int(year) for about in abouts for year in YEAR.findall(about.as_of)]
    return scheme.is_unconfirmed and bool(years) and today.year - max(years) > OLDEST_UNCONFIRMED


YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class SchemeNeed:
    """What a scheme must fit; None does not limit. The scheme's own condition on a person is judged elsewhere."""

    applicant: str | None = None
    region: str | None = None
    kind: OfferKind | None = None
    mode: StudyMode | None = None


def fits(scheme: Scheme, need: SchemeNeed) -> bool:
    """Say whether a scheme is for this applicant, region, kind of offer and study mode."""
    pairs = ((need.region, scheme.regions), (need.kind, scheme.offer_kinds), (need.mode, scheme.offer_modes))
    if need.applicant is not None and scheme.applicant != need.applicant:
        return False
    return all(asked is None or not allowed or asked in allowed for asked, allowed in pairs)


def is_in_force(rule: Rule, today: date) -> bool:
    """Say whether a rule holds on a day (both ends inclusive)."""
    started = rule.valid_from is None or rule.valid_from <= today
    return started and (rule.valid_until is None or today <= rule.valid_until)


def rules_in_force(rules: Iterable[Rule], today: date) -> tuple[Rule, ...]:
    """Return the rules that hold on a day, without those that another rule in force replaces."""
    valid = [rule for rule in rules if is_in_force(rule, today)]
    replaced = {old for rule in valid for old in rule.replaces}
    return tuple(rule for rule in valid if rule.id not in replaced)


SHELF_DAYS: Mapping[str, int] = {
    "offer": 365,
    "scheme": 90,
    "rule": 365,
    "occupation": 3 * 365,
    "skill": 3 * 365,
    "organisation": 180,
    "figure": 2 * 365,
}
"""Days after which a record wants checking, per kind: a fund may close any month, a classification stays."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """How long since a record was checked."""

    kind: str
    id: str
    checked_on: date | None
    days: int | None
    is_stale: bool
    """Past its shelf life, or never checked."""
    url: str = ""
    source_id: str = ""


def checked_on(record: Record) -> date | None:
    """Return the last day on which a record was checked, None when no source says."""
    if isinstance(record, Offer):
        return last_checked(record)
    about = provenance_of(record)
    return about.checked_on if about else None


def shelf_of(record: Record, today: date, shelf_days: Mapping[str, int] = SHELF_DAYS) -> Shelf:
    """Say how old a record is on a day, and whether it is past the shelf life of its kind."""
    kind, checked, about = kind_of(record), checked_on(record), provenance_of(record)
    is_stale = checked is None or today - checked > timedelta(days=shelf_days[kind])
    days = None if checked is None else (today - checked).days
    return Shelf(
        kind, record.id, checked, days, is_stale, about.url if about else "", about.source_id if about else ""
    )
