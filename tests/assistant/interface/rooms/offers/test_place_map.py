"""The map: true to scale, circles by number, labels that do not cover each other."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from assistant.interface.rooms.offers.place_map import (
    EAST,
    HEIGHT,
    LARGEST,
    NORTH,
    SMALLEST,
    SOUTH,
    WEST,
    WIDTH,
    Bubble,
    bubbles_of,
    labels_of,
    project,
)
from assistant.routes.distance import kilometres
from knowledge.catalogue.gazetteer import Gazetteer
from knowledge.catalogue.types import Place

POINTS = st.tuples(st.floats(SOUTH, NORTH), st.floats(WEST, EAST))


@given(POINTS, POINTS)
def test_distances_on_the_map_are_those_on_the_ground_within_two_percent(one, other):
    there = kilometres(Place("a", *one), Place("b", *other))
    (x, y), (x2, y2) = project(*one), project(*other)
    scale = HEIGHT / ((NORTH - SOUTH) * 111.195)
    assert abs(math.hypot(x - x2, y - y2) / scale - there) <= 0.02 * there + 0.01


def test_what_lies_elsewhere_is_not_on_the_map():
    assert project(52.37, 4.90) is None  # Amsterdam
    assert project(52.221, 6.894) is not None  # Enschede


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 500), min_size=1))
def test_the_area_of_a_circle_goes_with_the_number(counts):
    gazetteer = Gazetteer.of(Place(name, 52.0 + place / 10, 6.0) for place, name in enumerate("abcdef"))
    bubbles = bubbles_of(counts.items(), gazetteer)
    assert {bubble.place: bubble.number for bubble in bubbles} == counts
    largest = bubbles[0]
    for bubble in bubbles:
        expected = max(SMALLEST, LARGEST * math.sqrt(bubble.number / largest.number))
        assert math.isclose(bubble.radius, expected)


@given(st.lists(st.tuples(POINTS, st.integers(1, 99)), min_size=1, max_size=25))
def test_labels_cover_neither_each_other_nor_another_circle_and_stay_inside(spots):
    bubbles = [
        Bubble(f"Plaats {place}", number, *project(*point), radius=SMALLEST + number / 10)
        for place, (point, number) in enumerate(spots)
    ]
    boxes = labels_of(bubbles, [bubble.place for bubble in bubbles])
    shown = [box for box in boxes if box is not None]
    for place, box in enumerate(shown):
        assert box.left >= 0
        assert box.right <= WIDTH
        assert box.top >= 0
        assert box.bottom <= HEIGHT
        assert not any(box.overlaps(other) for other in shown[place + 1 :])


def test_a_lone_circle_has_its_label():
    assert labels_of([Bubble("Enschede", 3, 200, 200, 20)], ["Enschede 3"])[0] is not None
