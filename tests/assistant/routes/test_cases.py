"""The worked cases: sixty people, written out by hand from the rules, over the bundled records."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.profile import Profile
from assistant.routes.admission import verdict
from assistant.routes.planner import plan
from assistant.routes.profile_json import profile_from_json
from assistant.routes.route_cli import goal_named
from assistant.routes.types import Constraints, Routes
from assistant.routes.wording_conditions import remaining_text
from assistant.types import Language
from tests.support.bundled import bundled_catalogue, bundled_index

TODAY = date(2026, 11, 21)
FOLDER = Path(__file__).parent / "cases"


def cases() -> list[dict[str, Any]]:
    return [
        case for path in sorted(FOLDER.glob("*.yaml")) for case in yaml.safe_load(path.read_text("utf-8"))
    ]


def profile_of(case: dict[str, Any]) -> Profile:
    return profile_from_json(json.dumps(case["profile"], default=str))


def routes_of(case: dict[str, Any]) -> Routes:
    return plan(
        profile_of(case),
        goal_named(case["goal"], bundled_catalogue()),
        Constraints(),
        bundled_index(TODAY),
        TODAY,
    )


def test_there_are_sixty_cases_each_with_its_reason() -> None:
    assert len(cases()) == 60
    assert len({case["id"] for case in cases()}) == 60
    assert all(case["why"] for case in cases())


@pytest.mark.parametrize(
    "case", [case for case in cases() if "offer" in case], ids=lambda case: str(case["id"])
)
def test_the_verdict_is_the_one_that_the_rules_give(case: dict[str, Any]) -> None:
    catalogue = bundled_catalogue()
    offer = next(offer for offer in catalogue.offers if offer.id == case["offer"])
    found = verdict(profile_of(case), offer, catalogue.national_rules, TODAY)
    remaining = " / ".join(remaining_text(one, Language.DUTCH) for one in found.remaining)
    assert found.answer.value == case["answer"], case["why"]
    assert all(word in remaining for word in case.get("remaining", [])), remaining
    assert case.get("rule") in (None, found.rules[0].id)
    assert case.get("national") in (None, found.is_national)
    if "question" in case:
        assert found.question is not None
        assert found.question.key == case["question"]


@pytest.mark.parametrize(
    "case", [case for case in cases() if "goal" in case], ids=lambda case: str(case["id"])
)
def test_the_route_has_the_steps_that_the_rules_give(case: dict[str, Any]) -> None:
    found = routes_of(case)
    first = found.shown[0].steps if found.shown else ()
    assert [step.offer.level.value for step in first] == case["levels"], case["why"]
    if "months" in case:
        months = found.shown[0].totals.months
        assert [months.low, months.high] == case["months"]
    if "question" in case:
        assert found.question is not None
        assert found.question.key == case["question"]
    shown = {one.scheme.id for route in found.shown for step in route.steps for one in step.funding.verdicts}
    assert shown.isdisjoint(case.get("absent", []))
