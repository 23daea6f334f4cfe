"""Name, gender and origin change nothing, byte for byte; age counts only where a rule names it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from assistant.profile import HeldDiploma, Profile
from assistant.routes.conditions import atoms_of
from assistant.routes.index_building import build_index
from assistant.routes.planner import plan
from assistant.routes.planner_index import PlannerIndex
from assistant.routes.profile_json import BadProfileError, profile_from
from assistant.routes.routes_json import routes_object
from assistant.routes.types import Catalogue, Constraints, LevelGoal
from assistant.types import Language
from knowledge.catalogue.rules import IsAtLeast
from tests.support.bundled import bundled_catalogue, bundled_index

TODAY = date(2026, 11, 21)
NAMES = ("Anna", "Mohammed", "Wei", "Kevin", "Oksana", "Jan")


def output(profile: Profile, index: PlannerIndex) -> str:
    goals = (LevelGoal("mbo-4", "mechatronica"), LevelGoal("hbo-bachelor", "werktuigbouwkunde"))
    found = [
        routes_object(plan(profile, goal, Constraints(), index, TODAY), Language.DUTCH) for goal in goals
    ]
    return json.dumps(found, ensure_ascii=False)


def test_a_profile_has_no_field_for_name_gender_or_origin() -> None:
    for field in ("name", "naam", "gender", "geslacht", "origin", "herkomst", "nationality"):
        with pytest.raises(BadProfileError):
            profile_from({"diplomas": [], field: "x"})


def test_24_persons_who_differ_in_what_no_rule_names_get_byte_identical_routes() -> None:
    """What a profile can carry of a person beside the rules: the words of the job, and who their diploma names."""
    person = Profile(diplomas=(HeldDiploma("vmbo-tl", ("techniek",)),), age=30, tests=())
    jobs = [
        f"{name}, {title}" for name, title in product(NAMES, ("lasser", "lasster", "las-man", "laswoman"))
    ]
    assert len(jobs) == 24
    assert len({output(replace(person, job=job), bundled_index(TODAY)) for job in jobs}) == 1


def test_age_changes_nothing_where_no_rule_names_it() -> None:
    catalogue = bundled_catalogue()
    rules = [*catalogue.national_rules, *(s.value for o in catalogue.offers for s in o.rule.statements)]
    named = {
        rule.id for rule in rules if any(isinstance(atom, IsAtLeast) for atom in atoms_of(rule.condition))
    }
    without = Catalogue(
        tuple(
            offer
            for offer in catalogue.offers
            if offer.rule.value is None or offer.rule.value.id not in named
        ),
        tuple(rule for rule in catalogue.national_rules if rule.id not in named),
        (),
        catalogue.occupations,
    )
    person = Profile(diplomas=(HeldDiploma("vmbo-tl", ("techniek",)),))
    index = build_index(without, TODAY)
    assert len({output(replace(person, age=age), index) for age in (12, 17, 25, 64)}) == 1
