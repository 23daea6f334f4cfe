"""What a person reads: in three languages, with what it rests on, never a promise."""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace
from datetime import date

import pytest

from assistant.profile import HeldDiploma, Profile
from assistant.routes.admission import verdict
from assistant.routes.amounts import euro_text
from assistant.routes.changes import smallest_changes
from assistant.routes.comparing import compare_offers, compare_routes
from assistant.routes.phrases import phrases
from assistant.routes.planner import plan
from assistant.routes.profile_json import BadProfileError, profile_from_json
from assistant.routes.route_cli import RouteQuestion, UnknownGoalError, answer
from assistant.routes.routes_json import comparison_object, routes_object
from assistant.routes.saved import save, saved_from, saved_object, what_changed
from assistant.routes.spans import Span
from assistant.routes.types import Catalogue, Constraints, LevelGoal, OfferGoal
from assistant.routes.wording import routes_sentences, verdict_sentences
from assistant.types import Language
from knowledge.catalogue.rules import AllOf, HasDiploma, MustDo
from tests.assistant.routes.fixtures import TODAY, months, offer, price, scheme, stated
from tests.support.bundled import bundled_catalogue, bundled_index

OPEN = offer(
    "Mechatronica", AllOf((MustDo("intake"),)), "mbo-4", duration_months=months(48), costs=price(2838)
)
OPEN = replace(
    OPEN, rule=offer("y", AllOf((HasDiploma(("mbo-2",)), MustDo("intake", date(2027, 4, 1))))).rule
)
WELDER = Profile(diplomas=(HeldDiploma("mbo-2", ("metaal",)),), age=40)
CATALOGUE = Catalogue((OPEN,), schemes=(scheme("fonds"),))


@pytest.mark.parametrize("language", list(Language))
def test_every_language_has_the_same_phrases_with_the_same_places(language: Language) -> None:
    dutch, other = phrases(Language.DUTCH), phrases(language)
    assert dutch.keys() == other.keys()
    assert {k: sorted(re.findall(r"{\w+}", v)) for k, v in dutch.items()} == {
        k: sorted(re.findall(r"{\w+}", v)) for k, v in other.items()
    }


@pytest.mark.parametrize("language", list(Language))
def test_no_sentence_about_admission_promises_anything(language: Language) -> None:
    decides = {"nl": "beslist", "en": "decides", "de": "entscheidet"}[language.value]
    assert all(decides in text for key, text in phrases(language).items() if key.startswith("verdict_"))


def test_a_verdict_says_the_condition_the_day_and_who_decides() -> None:
    sentences = verdict_sentences(verdict(WELDER, OPEN, (), TODAY), OPEN, Language.DUTCH)
    assert sentences[0].text == (
        "Volgens de regel kun je naar Mechatronica (mbo-4), als je ook aan dit voldoet: "
        "intake (uiterlijk 1 april 2027). De school beslist."
    )
    assert [rest.record_id for rest in sentences[1].rests_on] == ["regel-y"]


def test_every_sentence_with_an_amount_rests_on_a_record() -> None:
    routes = plan(WELDER, OfferGoal("Mechatronica"), Constraints(), CATALOGUE, TODAY)
    for one in routes_sentences(routes, Language.DUTCH):
        assert one.rests_on or not re.search(r"\d", one.text.replace("stap 1", "")), one.text


def test_the_json_of_routes_has_no_infinity_and_says_unknown_as_null() -> None:
    vague = replace(OPEN, duration_months=offer("x").duration_months)
    routes = plan(WELDER, OfferGoal("Mechatronica"), Constraints(), Catalogue((vague,)), TODAY)
    text = json.dumps(routes_object(routes, Language.DUTCH), allow_nan=False)
    assert json.loads(text)["routes"][0]["totals"]["months"] == {"low": None, "high": None}


def test_the_command_answers_in_words_and_in_json() -> None:
    question = RouteQuestion(WELDER, "robotprogrammeur", TODAY, as_json=True)
    found = json.loads(answer(question, bundled_catalogue()))
    assert found["routes"][0]["steps"]
    assert "Stap 1" in answer(replace(question, as_json=False), bundled_catalogue())


def test_a_goal_that_no_record_names_is_explained() -> None:
    with pytest.raises(UnknownGoalError, match="ken ik niet"):
        answer(RouteQuestion(WELDER, "tovenaar", TODAY), bundled_catalogue())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[]", ""),
        ("{", ""),
        ('{"naam": "Jan"}', "naam"),
        ('{"age": -1}', "age"),
        ('{"age": 1.5}', "age"),
        ('{"birth_date": "31-5-2008"}', "birth_date"),
        ('{"diplomas": [{"profile": "NT"}]}', "diplomas[0].level"),
        ('{"diplomas": [{"level": "havo", "profile": "XX"}]}', "diplomas[0].profile"),
        ('{"has_employer": "ja"}', "has_employer"),
        ('{"tests": [1]}', "tests[0]"),
    ],
)
def test_a_profile_that_cannot_be_read_says_where_and_what_was_expected(text: str, place: str) -> None:
    with pytest.raises(BadProfileError) as caught:
        profile_from_json(text)
    assert caught.value.path == place
    assert "verwacht wordt" in str(caught.value)


def test_a_saved_route_that_is_unchanged_says_so() -> None:
    route = plan(WELDER, OfferGoal("Mechatronica"), Constraints(), CATALOGUE, TODAY).shown[0]
    again = saved_from(json.loads(json.dumps(saved_object(save(route, TODAY)))))
    changed = what_changed(again, WELDER, CATALOGUE, TODAY, Language.DUTCH)
    assert [one.text for one in changed] == ["Er is niets veranderd aan je route."]


def test_a_saved_route_says_what_changed() -> None:
    saved = save(plan(WELDER, OfferGoal("Mechatronica"), Constraints(), CATALOGUE, TODAY).shown[0], TODAY)
    newer = replace(OPEN, duration_months=stated(months(36)), rule=offer("y", HasDiploma(("vwo",))).rule)
    texts = " ".join(
        one.text for one in what_changed(saved, WELDER, Catalogue((newer,)), TODAY, Language.DUTCH)
    )
    assert "niet meer naar Mechatronica" in texts
    assert "van 4 jaar naar 3 jaar" in texts
    assert "Weg: fonds" in texts
    gone = what_changed(saved, WELDER, Catalogue(()), TODAY, Language.DUTCH)
    assert [one.text for one in gone] == ["Mechatronica (mbo-4) bestaat niet meer in de bronnen."]


def test_two_to_four_offers_are_compared_row_by_row() -> None:
    other = offer("Lassen", None, "mbo-3", duration_months=months(24))
    table = compare_offers((OPEN, other), WELDER, (), TODAY, Language.DUTCH)
    rows = {row.key: row for row in table.rows}
    assert [cell.text for cell in rows["time"].cells] == ["4 jaar", "2 jaar"]
    assert [cell.text for cell in rows["admission"].cells] == ["ja, onder voorwaarden", "onbekend"]
    assert rows["time"].differs
    assert json.dumps(comparison_object(table))
    with pytest.raises(ValueError, match="between 2 and 4"):
        compare_offers((OPEN,), WELDER, (), TODAY, Language.DUTCH)


def test_routes_are_compared_too() -> None:
    shown = plan(WELDER, LevelGoal("mbo-4"), Constraints(), CATALOGUE, TODAY).shown
    table = compare_routes((shown[0], shown[0]), Language.GERMAN)
    assert not any(row.differs for row in table.rows)


@pytest.mark.parametrize("language", list(Language))
def test_all_that_the_bundled_records_give_can_be_said(language: Language) -> None:
    for profile in (
        WELDER,
        Profile(),
        Profile(diplomas=(HeldDiploma("havo", (), "NG"),), age=17, place="Almelo"),
    ):
        for goal in (LevelGoal("mbo-4", "mechatronica"), OfferGoal("off026"), OfferGoal("off020")):
            routes = plan(profile, goal, Constraints(), bundled_index(TODAY), TODAY)
            changes = smallest_changes(profile, goal, Constraints(), bundled_index(TODAY), TODAY)
            text = json.dumps(routes_object(routes, language, changes), allow_nan=False)
            assert "{" + "offer}" not in text


def test_an_amount_of_which_nothing_is_known_is_said_to_be_unknown():
    assert euro_text(Span(math.inf, math.inf), Language.DUTCH) == "onbekende kosten"
