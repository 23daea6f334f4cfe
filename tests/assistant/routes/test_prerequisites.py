"""Someone else's rules: 7,375 courses of one university, and small trees that others get wrong."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from assistant.routes.prerequisites import CourseOrder, dangling_of, order_for, rounds_of
from knowledge.catalogue.rules import AllOf, AnyOf, AtLeast, Condition, PassedTest
from tests.support.development_data import development_path

TARGETS = 500
AT_LEAST = {"one": 1, "two": 2}


def tree_of(raw: object) -> Condition:
    if isinstance(raw, str):
        return PassedTest(raw)
    assert isinstance(raw, dict)
    parts = tuple(tree_of(part) for part in raw["courses"])
    return AllOf(parts) if raw["type"] == "all" else AtLeast(AT_LEAST[raw["type"]], parts)


def is_satisfied(raw: object, passed: set[str]) -> bool:
    """The meaning of a tree of the data set, without our conditions."""
    if isinstance(raw, str):
        return raw in passed
    assert isinstance(raw, dict)
    count = sum(is_satisfied(part, passed) for part in raw["courses"])
    return count == len(raw["courses"]) if raw["type"] == "all" else count >= AT_LEAST[raw["type"]]


@pytest.fixture(scope="module")
def raw_courses(shared: Path) -> dict[str, object]:
    path = development_path(shared, "data/prerequisites/ucsd_courses.jsonl")
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return {row["code"]: row.get("prereqs") for row in rows}


@pytest.fixture(scope="module")
def courses(raw_courses: dict[str, object]) -> dict[str, Condition]:
    return {code: AllOf(()) if raw is None else tree_of(raw) for code, raw in raw_courses.items()}


def test_the_order_of_500_courses_violates_no_prerequisite(
    raw_courses: dict[str, object], courses: dict[str, Condition]
) -> None:
    rounds = rounds_of(courses)
    able = sorted(
        code
        for code, raw in raw_courses.items()
        if raw is not None and order_for(code, courses, rounds).courses
    )
    for target in Random(5).sample(able, TARGETS):
        passed: set[str] = set()
        order = order_for(target, courses, rounds).courses
        assert order[-1] == target
        for code in order:
            assert raw_courses[code] is None or is_satisfied(raw_courses[code], passed), (target, code)
            passed.add(code)


def test_every_course_without_an_order_has_a_reported_reason(courses: dict[str, Condition]) -> None:
    rounds = rounds_of(courses)
    orders = [order_for(code, courses, rounds) for code in courses]
    stuck = [order for order in orders if not order.courses]
    assert len(stuck) > 50
    assert all(order.dangling or order.circular for order in stuck)


def test_all_dangling_references_are_reported(
    raw_courses: dict[str, object], courses: dict[str, Condition]
) -> None:
    def names(raw: object) -> list[str]:
        if raw is None or isinstance(raw, str):
            return [] if raw is None else [raw]
        assert isinstance(raw, dict)
        return [name for part in raw["courses"] for name in names(part)]

    expected = {
        code: {name for name in names(raw) if name not in raw_courses} for code, raw in raw_courses.items()
    }
    reported = dangling_of(courses)
    assert {code: set(found) for code, found in reported.items()} == {
        c: found for c, found in expected.items() if found
    }
    references = [name for raw in raw_courses.values() for name in names(raw) if name not in raw_courses]
    assert len(references) == DANGLING


DANGLING = 584
"""References of a course to one that is not in the catalogue."""


def plain_order(**trees: Condition) -> CourseOrder:
    return order_for("doel", trees, rounds_of(trees))


def test_courses_that_need_each_other_are_reported_as_a_circle() -> None:
    order = plain_order(doel=PassedTest("a"), a=PassedTest("b"), b=PassedTest("a"))
    assert order == CourseOrder((), (), ("a", "b"))


def test_a_dangling_reference_beside_a_way_that_exists_does_no_harm() -> None:
    order = plain_order(doel=AnyOf((PassedTest("weg"), PassedTest("a"))), a=AllOf(()))
    assert order.courses == ("a", "doel")


def test_a_dangling_reference_that_is_needed_is_reported() -> None:
    assert plain_order(doel=PassedTest("weg")) == CourseOrder((), ("weg",), ())


def test_at_least_two_inside_at_least_two_counts_parts_and_not_courses() -> None:
    """Two of: (two of a, b, c), d, e. Passing a, b and c fills one part only (a trap of NUSMods' trees)."""
    inner = AtLeast(2, (PassedTest("a"), PassedTest("b"), PassedTest("c")))
    tree = AtLeast(2, (inner, PassedTest("d"), PassedTest("weg")))
    free = dict.fromkeys(("a", "b", "c"), AllOf(()))
    assert plain_order(doel=tree, **free).courses == ()
    assert plain_order(doel=tree, d=AllOf(()), **free).courses == ("a", "b", "d", "doel")
