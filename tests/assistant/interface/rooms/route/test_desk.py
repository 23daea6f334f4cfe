"""What plans are made from is made once, and anew when sources or the day ask for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.build import plannings_over
from assistant.interface.rooms.route.desk import Desks
from knowledge.build import build_knowledge
from knowledge.config import settings_from
from knowledge.types import Audience
from tests.support.offers import an_offer, put

TODAY = date(2026, 11, 21)


@pytest.fixture
def knowledge(tmp_path: Path):
    opened = build_knowledge(settings_from({}, tmp_path / "home"))
    put(opened.store, "school", an_offer("s1", fields=("bouwkunde", "bouw")))
    put(opened.store, "intern", an_offer("s2", "Geheim"), audience=Audience.STAFF)
    yield opened
    opened.close()


def test_a_desk_is_made_once_for_a_day_and_its_sources(knowledge):
    desks = Desks(plannings_over(knowledge))
    first = desks.of(Audience.PUBLIC, TODAY)
    assert desks.of(Audience.PUBLIC, TODAY) is first
    put(knowledge.store, "duo", an_offer("d1", "Werktuigbouwkunde"))
    assert set(desks.of(Audience.PUBLIC, TODAY).index.position) == {"s1", "d1"}


def test_a_day_on_which_the_index_no_longer_holds_gets_a_new_one(knowledge):
    desks = Desks(plannings_over(knowledge))
    first = desks.of(Audience.PUBLIC, TODAY)
    later = date(2031, 1, 1)
    second = desks.of(Audience.PUBLIC, later)
    assert second.index.holds_on(later)
    assert (second is first) == first.index.holds_on(later)


def test_the_public_gets_no_offer_of_the_staff_not_even_as_a_suggestion(knowledge):
    desks = Desks(plannings_over(knowledge))
    assert "Geheim" not in desks.of(Audience.PUBLIC, TODAY).choices.goals
    assert "Geheim" in desks.of(Audience.STAFF, TODAY).choices.goals


def test_a_field_is_in_the_broader_ones_that_all_its_offers_are_in(knowledge):
    choices = Desks(plannings_over(knowledge)).of(Audience.PUBLIC, TODAY).choices
    assert choices.broader["bouwkunde"] == ("bouw",)
