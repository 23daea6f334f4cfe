"""A goal is understood by its name, by a misspelling and by what it means; what was taken is said."""

from __future__ import annotations

import pytest

from assistant.interface.rooms.route.asking import KEYS, with_answer
from assistant.interface.rooms.route.goals import FoundGoal, NoGoal, find_goal
from assistant.routes.profile_json import profile_from
from assistant.routes.types import LevelGoal, OccupationGoal, OfferGoal
from assistant.types import Language
from tests.support.route_room import bundled_desk


def found(words: str) -> FoundGoal:
    goal = find_goal(words, bundled_desk(), Language.DUTCH)
    assert isinstance(goal, FoundGoal)
    return goal


@pytest.mark.parametrize("words", ["lasser", "Lasser ", "LASSER"])
def test_the_name_of_an_occupation_is_taken_as_it_is(words):
    goal = found(words)
    assert isinstance(goal.goal, OccupationGoal)
    assert not goal.is_taken


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("robotmonteur", "technicus robotica"),
        ("elektrisien", "monteur elektrische installaties"),
        ("robotprogramer", None),
    ],
)
def test_a_misspelled_or_unusual_name_is_taken_and_said(words, name):
    goal = found(words)
    assert goal.is_taken
    assert name in (None, goal.name)


def test_a_name_that_many_schools_use_means_any_of_them_and_offers_the_other_levels():
    goal = found("werktuigbouwkunde")
    assert goal.goal == LevelGoal("hbo-bachelor", "werktuigbouwkunde")
    assert "wo-bachelor werktuigbouwkunde" in goal.alternatives
    assert "hbo-bachelor werktuigbouwkunde" not in goal.alternatives


def test_every_alternative_is_a_goal_that_is_understood():
    for words in ("robotmonteur", "werktuigbouwkunde", "elektrisien", "monteur"):
        goal = find_goal(words, bundled_desk(), Language.DUTCH)
        names = goal.near if isinstance(goal, NoGoal) else goal.alternatives
        assert all(isinstance(find_goal(name, bundled_desk(), Language.DUTCH), FoundGoal) for name in names)


def test_an_offer_is_a_goal_by_its_id():
    offer = bundled_desk().catalogue.offers[0]
    assert found(offer.id).goal == OfferGoal(offer.id)


def test_words_that_mean_nothing_are_no_goal():
    assert isinstance(find_goal("qqqzzz xkcd", bundled_desk(), Language.DUTCH), NoGoal)


HAVO = {"diplomas": [{"level": "havo"}, {"level": "mbo-2"}], "job": "kok"}
ANSWERS = {
    "diplomas": ({"antwoord": ("vwo",)}, {"diplomas": [{"level": "vwo"}]}),
    "profile": (
        {"over": ("havo",), "antwoord": ("NG",)},
        {"diplomas": [{"level": "havo", "profile": "NG"}, {"level": "mbo-2"}]},
    ),
    "subjects": (
        {"over": ("havo",), "antwoord": ("geen",)},
        {"diplomas": [{"level": "havo", "subjects": []}, {"level": "mbo-2"}]},
    ),
    "age": ({"antwoord": ("17",)}, {"age": 17}),
    "birth_date": ({"antwoord": ("31-5-2009",)}, {"birth_date": "2009-05-31"}),
    "experience": ({"antwoord": ("3",)}, {"experience": [{"years": 3.0, "occupation": "kok"}]}),
    "language": ({"over": ("en",), "antwoord": ("B2",)}, {"languages": {"en": "B2"}}),
    "employer": ({"antwoord": ("nee",)}, {"has_employer": False, "is_recognised_employer": False}),
    "fields": (
        {"over": ("mbo-2",), "antwoord": ("anders",)},
        {"diplomas": [{"level": "havo"}, {"level": "mbo-2", "fields": ["anders"]}]},
    ),
}


@pytest.mark.parametrize("key", KEYS)
def test_each_question_that_the_planner_asks_can_be_answered(key):
    fields, told = ANSWERS[key]
    profile = with_answer(HAVO, {"vraag": (key,), **fields}, bundled_desk().choices)
    assert profile == {**HAVO, **told}
    profile_from(profile)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"vraag": ("naam",), "antwoord": ("Jan",)},
        {"vraag": ("profile",), "over": ("havo",), "antwoord": ("XX",)},
        {"vraag": ("profile",), "over": ("vwo",), "antwoord": ("NT",)},
        {"vraag": ("age",), "antwoord": ("oud",)},
        {"vraag": ("age",), "antwoord": ("17,5",)},
        {"vraag": ("diplomas",), "antwoord": ("<script>",)},
        {"vraag": ("language",), "over": ("fr",), "antwoord": ("B2",)},
    ],
)
def test_an_answer_that_is_none_changes_nothing(fields):
    assert with_answer(HAVO, fields, bundled_desk().choices) is None
