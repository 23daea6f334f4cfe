"""What holds on which day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.catalogue.rules import HasDiploma, Rule
from knowledge.catalogue.types import OfferKind, Scheme, StudyMode
from knowledge.catalogue.validity import (
    SchemeNeed,
    SchemeState,
    fits,
    is_too_old,
    rules_in_force,
    scheme_state,
    shelf_of,
)
from tests.support.offers import SCHOOL, an_offer

TODAY = date(2026, 11, 21)
SCHEME = Scheme("s", "S", (), "x", HasDiploma(()), SCHOOL, "person", "DUO")
RULE = Rule("r", HasDiploma(("mbo-4",)), SCHOOL, "x")
PAST = (date(2026, 1, 1), date(2026, 2, 1))
LONG_PAST = (date(2024, 1, 1), date(2024, 2, 1))
NEXT = (date(2027, 1, 1), date(2027, 2, 1))


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, SchemeState.OPEN),
        ({"closes": TODAY}, SchemeState.OPEN),
        ({"closes": date(2026, 11, 20)}, SchemeState.ENDED),
        ({"opens": date(2026, 11, 22)}, SchemeState.UPCOMING),
        ({"windows": (PAST, NEXT)}, SchemeState.UPCOMING),
        ({"windows": (PAST,)}, SchemeState.ENDED),
        ({"windows": (PAST,), "is_yearly": True}, SchemeState.CLOSED),
        ({"windows": (LONG_PAST,), "is_yearly": True}, SchemeState.ENDED),
        ({"windows": (PAST,), "is_yearly": True, "closes": PAST[1]}, SchemeState.ENDED),
        ({"is_unconfirmed": True}, SchemeState.UNCONFIRMED),
        ({"is_unconfirmed": True, "closes": date(2020, 1, 1)}, SchemeState.ENDED),
    ],
)
def test_a_scheme_stands_as_its_dates_say(changes: dict[str, Any], state: SchemeState) -> None:
    assert scheme_state(replace(SCHEME, **changes), TODAY) is state


@pytest.mark.parametrize(
    ("as_of", "is_unconfirmed", "too_old"),
    [("2018-12", True, True), ("ca. 2021", True, False), ("z.d.", True, False), ("2018-12", False, False)],
)
def test_nobody_is_sent_after_a_scheme_that_only_old_sources_mention(
    as_of: str, is_unconfirmed: bool, too_old: bool
) -> None:
    about = replace(SCHOOL, as_of=as_of)
    scheme = replace(SCHEME, provenance=about, is_unconfirmed=is_unconfirmed)
    assert is_too_old(scheme, TODAY) is too_old


@given(st.dates(), st.dates())
def test_a_scheme_that_has_ended_never_opens_again(closes: date, later: date) -> None:
    has_ended = scheme_state(replace(SCHEME, closes=closes), later) is SchemeState.ENDED
    assert has_ended is (later > closes)


def test_a_scheme_for_bbl_does_not_fit_a_full_time_bachelor() -> None:
    scheme = replace(SCHEME, offer_kinds=(OfferKind.MBO,), offer_modes=(StudyMode.BBL,))
    assert not fits(scheme, SchemeNeed(kind=OfferKind.HBO_BACHELOR, mode=StudyMode.FULL_TIME))
    assert fits(scheme, SchemeNeed(kind=OfferKind.MBO, mode=StudyMode.BBL))


def test_a_newer_rule_sets_the_older_one_aside_from_its_first_day() -> None:
    newer = replace(RULE, id="new", valid_from=date(2026, 8, 1), replaces=("r",))
    assert [rule.id for rule in rules_in_force([RULE, newer], date(2026, 7, 31))] == ["r"]
    assert [rule.id for rule in rules_in_force([RULE, newer], date(2026, 8, 1))] == ["new"]


def test_a_record_that_nobody_checked_is_stale() -> None:
    assert shelf_of(an_offer("a"), TODAY).is_stale


@pytest.mark.parametrize(("checked", "is_stale"), [(date(2025, 11, 21), False), (date(2025, 11, 20), True)])
def test_the_shelf_life_of_an_offer_is_a_year(checked: date, is_stale: bool) -> None:
    shelf = shelf_of(an_offer("a", about=replace(SCHOOL, checked_on=checked)), TODAY)
    assert (shelf.is_stale, shelf.checked_on) == (is_stale, checked)
