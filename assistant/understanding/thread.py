"""What a follow-up over a list means: the earlier question with a filter replaced, the next page, or one of its rows."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from assistant.understanding.filters import ALWAYS, FIELDS, Ask, Asked, Reading, Surroundings, filter_of
from knowledge.catalogue.queries import OfferFilter

FOLLOWING = ALWAYS | {"more", "ordinal", "organisation", "applicant", "state"}
"""Senses that have a use in a follow-up."""


@dataclass(frozen=True, slots=True)
class Step:
    """A question of the records at its place in the talk: from which row on, or about which row (1-based, 0: all).

    `is_following` says that it leans on an earlier question, so that it is about records whatever they hold; `stated` are
    the fields of the filter that its own words state.
    """

    asked: Asked
    page: int = 0
    row: int = 0
    is_following: bool = False
    stated: tuple[str, ...] = ()


def following(step: Step, reading: Reading, surroundings: Surroundings) -> Step | None:
    """Return what a short message means after `step`; None when it adds nothing."""
    row = next(iter(reading.values("ordinal")), "")
    new_fields = tuple(name for name in FIELDS if name in reading.values("ask"))
    if step.asked.ask in (Ask.CONTACT, Ask.SITE):
        return _of_another(step, reading)
    if step.asked.ask is Ask.SCHEMES:
        return _of_others(step, reading)
    if row:
        asked = replace(step.asked, ask=Ask.FIELDS, fields=new_fields or ALL_FIELDS)
        return Step(asked, row=int(row), is_following=True)
    if reading.values("more"):
        return replace(step, page=step.page + 1, is_following=True)
    new = filter_of(reading, surroundings)
    wanted = _merged(step.asked.filter, new)
    is_changed = wanted != step.asked.filter
    if not is_changed and not new_fields and "count" not in reading.values("ask"):
        return None
    areas = (*reading.values("area"), *reading.values("place"))
    ask = Ask.COUNT if "count" in reading.values("ask") else step.asked.ask
    asked = replace(
        step.asked,
        ask=ask,
        filter=wanted,
        areas=areas or step.asked.areas,
        fields=new_fields or step.asked.fields,
    )
    return Step(asked, row=0 if is_changed else step.row, is_following=True, stated=new.asked)


def without_rival(step: Step) -> Step:
    """Return a follow-up without the school of before where it names a place, and without the place where it names a school.

    "Welke opleidingen heeft ROC van Twente?", then "en in Zwolle?": no school is in both, so the place alone is meant.
    """
    wanted, stated = step.asked.filter, frozenset(step.stated)
    if stated & {"place", "near"} and "provider" not in stated:
        wanted = replace(wanted, provider=())
    elif "provider" in stated and not stated & {"place", "near"}:
        wanted = replace(wanted, place=(), near=None)
    return replace(step, asked=replace(step.asked, filter=wanted))


def _of_another(step: Step, reading: Reading) -> Step | None:
    """Return the same question about the organisations that are named now ("en SMEOT?")."""
    named = reading.values("organisation")
    return Step(replace(step.asked, organisations=named), is_following=True) if named else None


def _of_others(step: Step, reading: Reading) -> Step | None:
    """Return the question about schemes for another applicant, another area or in another state."""
    areas = (*reading.values("area"), *reading.values("place"))
    asked = replace(
        step.asked,
        applicant=next(iter(reading.values("applicant")), step.asked.applicant),
        state=next(iter(reading.values("state")), step.asked.state),
        areas=areas or step.asked.areas,
    )
    return Step(asked, is_following=True) if asked != step.asked else None


ALL_FIELDS = ("costs", "duration_months", "language", "starts", "codes")
"""What "die tweede" tells of an offer, beyond the line that names it."""


def _merged(old: OfferFilter, new: OfferFilter) -> OfferFilter:
    """Return the old filter with the fields that the new one states; a new place sets an old circle aside."""
    stated = {one.name: getattr(new, one.name) for one in fields(new) if one.name in new.asked}
    if "place" in stated:
        old = replace(old, near=None)
    if "near" in stated:
        old = replace(old, place=())
    if "kind" in stated:
        old = replace(old, level=())
    return replace(old, **stated)
