"""The pictures: bars in proportion, axes from nought, labels inside, and words that stay words."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from assistant.interface.rooms.figures.plots import (
    BOTTOM,
    LABEL_LETTERS,
    LETTER,
    LINE,
    LINES_HEIGHT,
    TOP,
    WIDTH,
    Bar,
    Caption,
    Line,
    bars_svg,
    columns_fit,
    columns_svg,
    lines_svg,
    shortened,
    spread,
    ticks_of,
    wrapped,
)
from tests.support.hostile import HOSTILE

CAPTION = Caption("plaatje", "Titel", "Uitleg")
VALUES = st.floats(-1e6, 1e9).map(lambda value: round(value, 2))
LABELS = st.text(st.characters(codec="ascii", categories=["L", "N", "Zs"]), min_size=1, max_size=160)
BARS = st.lists(st.builds(Bar, LABELS, VALUES, st.booleans()), min_size=1, max_size=12)


def words(value: float) -> str:
    return f"{value:,.0f}"


def drawn(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def bars_in(svg: str) -> list[ElementTree.Element]:
    return [one for one in drawn(svg).iter("rect") if "lw-staaf" in one.get("class", "")]


@given(BARS)
def test_the_length_of_a_lying_bar_goes_with_its_number(bars):
    rects = bars_in(bars_svg(bars, CAPTION, words))
    longest = max(abs(bar.value) for bar in bars)
    unit = max(float(rect.get("width")) for rect in rects)
    for bar, rect in zip(bars, rects, strict=True):
        expected = unit * abs(bar.value) / longest if longest else 0
        assert float(rect.get("width")) == pytest.approx(expected, abs=0.02)


@given(BARS)
def test_the_height_of_a_standing_bar_goes_with_its_number(bars):
    rects = bars_in(columns_svg(bars, CAPTION, words))
    longest = max(abs(bar.value) for bar in bars)
    unit = max(float(rect.get("height")) for rect in rects)
    for bar, rect in zip(bars, rects, strict=True):
        expected = unit * abs(bar.value) / longest if longest else 0
        assert float(rect.get("height")) == pytest.approx(expected, abs=0.02)


@given(BARS)
def test_bars_of_positive_numbers_begin_at_one_line_and_grow_from_it(bars):
    positive = [Bar(bar.label, abs(bar.value)) for bar in bars]
    lying = bars_in(bars_svg(positive, CAPTION, words))
    standing = bars_in(columns_svg(positive, CAPTION, words))
    assert len({rect.get("x") for rect in lying}) == 1
    feet = {round(float(rect.get("y")) + float(rect.get("height")), 1) for rect in standing}
    assert max(feet) - min(feet) <= 0.11


@given(st.lists(VALUES, min_size=1, max_size=30))
@example([600600601.0, -0.12])
def test_an_axis_holds_nought_spans_the_values_and_has_round_steps(values):
    ticks = ticks_of(values)
    assert 0.0 in ticks
    assert ticks[0] <= min(values) + 1e-6
    assert ticks[-1] >= max(values) - 1e-6
    assert 2 <= len(ticks) <= 9
    step = ticks[1] - ticks[0]
    mantissa = step / 10 ** math.floor(math.log10(step) + 1e-9)
    assert any(math.isclose(mantissa, one, rel_tol=1e-6) for one in (1, 2, 2.5, 5, 10))


def is_inside(svg: str) -> bool:
    """Say whether every text lies inside the picture, by the room that letters take at most."""
    root = drawn(svg)
    _, _, width, height = map(float, root.get("viewBox").split())
    for text in root.iter("text"):
        room = len(text.text or "") * LETTER
        x, y = float(text.get("x")), float(text.get("y"))
        left = x - {"middle": room / 2, "end": room}.get(text.get("text-anchor", ""), 0)
        if left < -1 or left + room > width + 1 or not LINE / 2 <= y <= height:
            return False
    return True


@given(st.lists(st.builds(Bar, LABELS, st.floats(0, 1e9)), min_size=1, max_size=12))
def test_every_text_of_lying_bars_lies_inside(bars):
    assert is_inside(bars_svg(bars, CAPTION, words))


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=6))
def test_every_text_of_standing_bars_lies_inside(values):
    bars = [Bar(str(2019 + place), value) for place, value in enumerate(values)]
    assert is_inside(columns_svg(bars, CAPTION, words))


@given(st.lists(st.floats(0, 1e7), min_size=2, max_size=12))
def test_values_of_standing_bars_that_fit_do_not_cover_each_other(values):
    bars = [Bar(str(2010 + place), value) for place, value in enumerate(values)]
    assume(columns_fit(bars, words))
    shown = [one for one in drawn(columns_svg(bars, CAPTION, words)).iter("text") if one.get("class")]
    edges = [(float(one.get("x")), len(one.text) * LETTER / 2) for one in shown]
    assert all(x + half <= x2 - half2 + 0.2 for (x, half), (x2, half2) in pairwise(edges))


def test_few_values_fit_and_many_do_not():
    assert columns_fit([Bar("2020", 101_178.0)] * 5, words)
    assert not columns_fit([Bar("2020", 101_178.0)] * 9, words)


LINES = st.lists(
    st.builds(Line, LABELS, st.tuples(*[st.one_of(st.none(), st.floats(0, 1e7))] * 5)), min_size=1, max_size=6
)
YEARS = ("2020", "2021", "2022", "2023", "2024")


@given(LINES)
def test_every_text_of_lines_lies_inside(lines):
    assert is_inside(lines_svg(lines, YEARS, CAPTION, words))


@given(LINES)
def test_a_line_has_a_marker_per_known_number_and_one_at_its_name(lines):
    groups = list(drawn(lines_svg(lines, YEARS, CAPTION, words)).iter("g"))
    for line, group in zip(lines, groups, strict=True):
        marks = [one for one in group if one.tag in ("circle", "rect", "polygon")]
        assert len(marks) == sum(value is not None for value in line.values) + 1


def test_an_unknown_number_breaks_a_line():
    svg = lines_svg([Line("a", (1.0, 2.0, None, 3.0, 4.0))], YEARS, CAPTION, words)
    assert [len(one.get("points").split()) for one in drawn(svg).iter("polyline")] == [2, 2]


@given(st.lists(st.floats(TOP + LINE, LINES_HEIGHT - BOTTOM), min_size=1, max_size=6))
def test_names_beside_lines_keep_their_order_and_do_not_cover_each_other(heights):
    places = spread(heights)
    in_order = [places[place] for place in sorted(range(len(heights)), key=lambda place: heights[place])]
    assert all(second - first >= LINE - 1e-6 for first, second in pairwise(in_order))
    assert max(places) <= LINES_HEIGHT - BOTTOM + 1e-6


@given(st.text(max_size=300))
def test_labels_are_cut_to_the_room_there_is(text):
    assert len(shortened(text)) <= LABEL_LETTERS
    assert len(wrapped(text)) <= 3
    assert all(len(line) * LETTER <= WIDTH for line in wrapped(text))


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_labels_are_only_text(evil):
    caption = Caption("plaatje", evil, evil)
    for svg in (
        bars_svg([Bar(evil, 1.0)], caption, words),
        columns_svg([Bar(evil, 1.0)], caption, words),
        lines_svg([Line(evil, (1.0, 2.0))], (evil, "2024"), caption, lambda value: evil),
    ):
        names = set(re.findall(r"<(\w+)", svg))
        assert names <= {"svg", "title", "desc", "rect", "text", "line", "g", "polyline", "circle"}
        assert {name for one in drawn(svg).iter() for name in one.attrib} <= {
            "class", "viewBox", "role", "aria-labelledby", "aria-describedby", "id", "x", "y", "width", "height",
            "x1", "x2", "y1", "y2", "cx", "cy", "r", "points", "text-anchor",
        }  # fmt: skip


def test_a_picture_has_a_title_and_a_description():
    root = drawn(bars_svg([Bar("a", 1.0)], CAPTION, words))
    texts = {one.get("id"): one.text for one in root if one.get("id")}
    assert texts[root.get("aria-labelledby")] == "Titel"
    assert texts[root.get("aria-describedby")] == "Uitleg"
    assert root.get("role") == "img"
