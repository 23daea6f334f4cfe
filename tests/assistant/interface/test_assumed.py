"""What an answer takes for told is shown as facts that can be corrected, and can go along to Mijn route."""

from __future__ import annotations

import html
import json
import re

import pytest
from hypothesis import given

from assistant.interface.assumed import assumed_html, facts_of
from assistant.interface.texts import texts_in
from assistant.routes.profile_json import profile_from
from assistant.types import Language
from tests.support.route_room import STUDENT, WORKER, route_site, visitor
from tests.support.strange_json import anything

DUTCH = texts_in(Language.DUTCH)


def test_nothing_told_shows_nothing():
    assert assumed_html({}, DUTCH) == ""


@pytest.mark.parametrize("language", list(Language))
def test_each_fact_is_a_chip_that_begins_its_correction(language):
    texts = texts_in(language)
    shown = assumed_html(WORKER, texts)
    facts = list(facts_of(WORKER, texts))
    assert len(facts) >= 5
    assert shown.count("data-vul=") == len(facts)
    for key, words in facts:
        assert html.escape(words) in shown
        assert texts[f"correct_{key}"] in html.unescape(shown)


def test_subjects_that_are_missing_are_said_to_be():
    told = {"diplomas": [{"level": "havo", "profile": "NG", "missing_subjects": ["natuurkunde"]}]}
    assert list(facts_of(told, DUTCH)) == [("diplomas", "havo NG, zonder natuurkunde")]


def test_the_form_takes_exactly_these_facts_along():
    value = re.search(r'name="profiel" value="([^"]*)"', assumed_html(STUDENT, DUTCH))
    assert value is not None
    told = json.loads(html.unescape(value[1]))
    assert profile_from(told) == profile_from(STUDENT)


@given(anything)
def test_whatever_stands_in_it_is_shown_without_a_fault(assumed):
    assumed_html(assumed if isinstance(assumed, dict) else {"diplomas": assumed}, DUTCH)


def test_mijn_route_shows_what_it_took_over():
    client = visitor(route_site()[0])
    response = client.post("/route/overnemen", data={"profiel": json.dumps({"age": 52, "job": "lasser"})})
    assert response.status_code == 303
    page = client.get("/route").text
    assert 'value="52"' in page
    assert 'value="lasser"' in page


@pytest.mark.parametrize("sent", ["", "[]", "{", '{"leeftijd": 3}', '{"age": "oud"}', "[" * 5000])
def test_what_is_no_profile_is_not_taken_over(sent):
    client = visitor(route_site()[0])
    assert client.post("/route/overnemen", data={"profiel": sent}).status_code == 303
    assert 'name="leeftijd" value' not in client.get("/route").text.replace('value=""', "")
