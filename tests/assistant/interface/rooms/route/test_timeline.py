"""The picture of a route: bars in order, as wide as they last, on an axis whose words stay inside."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.interface.rooms.route.timeline import MOST_TICKS, Work, months_between, timeline_of, work_of
from assistant.interface.rooms.route.timeline_html import timeline_html
from assistant.interface.texts import room_texts
from assistant.routes.spans import Span
from assistant.routes.types import Route, Totals
from assistant.types import Language
from knowledge.catalogue.types import StudyMode
from tests.support.route_room import planned

BEGINS = date(2026, 11, 21)
STEP = planned({"diplomas": [{"level": "havo"}], "age": 17}, "werktuigbouwkunde").routes.shown[0].steps[0]
NOTHING_ASKED = Totals(Span(0, 0), Span(0, 0), Span(0, 0))

spans = st.tuples(st.integers(0, 72), st.integers(0, 36), st.booleans()).map(
    lambda drawn: Span(float(drawn[0]), math.inf if drawn[2] else float(drawn[0] + drawn[1]))
)


@st.composite
def routes(draw: st.DrawFn) -> Route:
    """Routes whose steps follow each other, lengths known, ranges or unknown."""
    earliest, latest = BEGINS, BEGINS
    is_sure = True
    steps = []
    for months in draw(st.lists(spans, min_size=1, max_size=5)):
        steps.append(
            replace(STEP, months=months, starts=earliest, starts_at_latest=latest if is_sure else None)
        )
        earliest += timedelta(days=round(months.low * 30.44))
        is_sure = is_sure and months.is_known
        latest += timedelta(days=round(months.high * 30.44)) if is_sure else timedelta()
    return Route(tuple(steps), NOTHING_ASKED)


@settings(deadline=None)
@given(routes())
def test_bars_follow_the_steps_and_are_as_wide_as_these_last(route):
    line = timeline_of(route)
    assert [bar.number for bar in line.bars] == list(range(1, len(route.steps) + 1))
    assert [bar.start for bar in line.bars] == sorted(bar.start for bar in line.bars)
    for bar, step in zip(line.bars, route.steps, strict=True):
        wide = line.share(bar.sure) - line.share(bar.start)
        assert wide == pytest.approx(step.months.low / line.months * 100, abs=0.2)
        assert bar.is_open == (not step.months.is_known or step.starts_at_latest is None)
        assert bar.start <= bar.sure <= bar.end + 0.1


@settings(deadline=None)
@given(routes())
def test_everything_lies_on_the_axis(route):
    line = timeline_of(route)
    assert len(line.ticks) <= MOST_TICKS + 1
    assert all(0 <= mark.month <= line.months + 0.1 for mark in line.marks)
    assert all(0 <= bar.start <= bar.end <= line.months + 0.1 for bar in line.bars)


@settings(deadline=None)
@given(routes(), st.sampled_from(list(Language)))
def test_the_picture_stays_inside_and_its_words_too(route, language):
    html = timeline_html(route, {}, room_texts("route", language), has_work=True)
    for left, width in re.findall(r'<rect[^>]* x="([\d.]+)%"[^>]* width="([\d.]+)%"', html):
        assert float(left) + float(width) <= 100.01
    for place, anchor in re.findall(r'<text x="([\d.]+)%"[^>]* text-anchor="(\w+)"', html):
        assert float(place) <= 78 or anchor == "end"
    words = re.findall(r'<text x="([\d.]+)%"[^>]* text-anchor="(\w+)"', html)
    for (before, _), (place, anchor) in pairwise(words):
        assert anchor == "start" or float(place) - float(before) >= 30, "two years run together"
    assert "style=" not in html


def test_the_list_around_the_picture_says_what_the_picture_shows():
    route = planned({"diplomas": [{"level": "havo"}], "age": 17}, "werktuigbouwkunde").routes.shown[0]
    html = timeline_html(route, {}, room_texts("route", Language.DUTCH), has_work=False)
    assert html.count("<li><p") == len(route.steps)
    assert html.count('aria-hidden="true" focusable="false"') == len(route.steps)
    assert "3 jaar" in html
    assert "€ 2.145" in html


def test_a_job_is_broken_where_a_step_takes_the_week():
    assert {work_of(mode) for mode in (StudyMode.BOL, StudyMode.FULL_TIME)} == {Work.NONE}
    assert {work_of(mode) for mode in (StudyMode.BBL, StudyMode.DUAL)} == {Work.PART}
    assert work_of(None) is Work.UNKNOWN


def test_a_route_without_steps_has_no_picture():
    with pytest.raises(ValueError, match="no time axis"):
        timeline_of(Route((), NOTHING_ASKED))


def test_a_year_is_twelve_months():
    assert months_between(date(2026, 1, 1), date(2027, 1, 1)) == pytest.approx(12, abs=0.01)
