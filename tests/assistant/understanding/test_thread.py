"""A follow-up over a list keeps what was asked, and changes only what it names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.types import Language
from assistant.understanding.filters import Ask, Asked, read
from assistant.understanding.thread import Step, following, without_rival
from knowledge.catalogue.queries import OfferFilter
from tests.assistant.understanding.test_filters import GAZETTEER, LEXICONS

LISTED = Step(
    Asked(Ask.LIST, OfferFilter(kind=("ad",), mode=("voltijd",), place=("Zwolle",)), areas=("Zwolle",))
)


def after(text: str, step: Step = LISTED) -> Step | None:
    return following(step, read(text, LEXICONS[Language.DUTCH]), GAZETTEER)


def test_another_mode_replaces_the_mode_and_keeps_the_rest() -> None:
    step = after("en in deeltijd?")
    assert step is not None
    assert step.asked.filter == OfferFilter(kind=("ad",), mode=("deeltijd",), place=("Zwolle",))


def test_another_place_replaces_the_place_and_its_name() -> None:
    step = after("en in Enschede?")
    assert step is not None
    assert (step.asked.filter.place, step.asked.areas) == (("Enschede",), ("Enschede",))


def test_more_is_the_next_page_each_time() -> None:
    first = after("meer")
    assert first is not None
    second = after("nog meer", first)
    assert second is not None
    assert (first.page, second.page) == (1, 2)


@pytest.mark.parametrize(("text", "row"), [("die tweede", 2), ("vertel meer over de derde", 3)])
def test_a_row_is_told_about(text: str, row: int) -> None:
    step = after(text)
    assert step is not None
    assert (step.row, step.asked.ask) == (row, Ask.FIELDS)


def test_what_do_they_cost_asks_it_of_the_same_list() -> None:
    step = after("wat kosten die?")
    assert step is not None
    assert (step.asked.fields, step.asked.filter) == (("costs",), LISTED.asked.filter)


def test_a_message_that_adds_nothing_is_not_a_follow_up() -> None:
    assert after("dank je") is None


def test_a_new_place_may_set_the_school_of_before_aside_and_a_new_school_the_place() -> None:
    asked = replace(
        LISTED.asked, filter=OfferFilter(provider=("saxion",), place=("Enschede",), mode=("deeltijd",))
    )
    by_place = without_rival(Step(asked, is_following=True, stated=("place",)))
    assert by_place.asked.filter == OfferFilter(place=("Enschede",), mode=("deeltijd",))
    by_school = without_rival(Step(asked, is_following=True, stated=("provider",)))
    assert by_school.asked.filter == OfferFilter(provider=("saxion",), mode=("deeltijd",))
    assert without_rival(Step(asked, is_following=True, stated=("mode",))).asked == asked
