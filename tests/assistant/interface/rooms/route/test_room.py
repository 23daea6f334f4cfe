"""The room as a visitor meets it, without a browser: forms, answers, limits, forgetting, hostile words."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup

from assistant.interface.rooms.route.form import FormState, form_html
from assistant.interface.rooms.route.reading import shown_values
from assistant.interface.rooms.route.result import result_html
from assistant.interface.texts import room_texts
from assistant.routes.funding import is_ended
from assistant.types import Language
from knowledge.catalogue.facts import Fact, Stated
from tests.support.hostile import each_hostile
from tests.support.route_room import STUDENT, TODAY, WORKER, bundled_desk, planned, route_site, visitor

STUDENT_FORM = {"doel": "werktuigbouwkunde", "niveau1": "havo", "leeftijd": "17"}
WORKER_FORM = {
    "doel": "robotmonteur",
    "niveau1": "mbo-2",
    "leeftijd": "52",
    "beroep": "lasser",
    "blijft_werken": "ja",
    "uren": "8",
    "werkgever": "onbekend",
}


@pytest.fixture(scope="module")
def site():
    return route_site()


@pytest.fixture
def client(site):
    return visitor(site[0])


LOADS_OR_RUNS = {
    *(
        "script",
        "img",
        "iframe",
        "object",
        "style",
        "base",
        "math",
        "template",
        "meta",
        "link",
        "video",
        "body",
    ),
}


def words(page: str) -> str:
    """Return what a page says."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def fill(client, **form: str):
    response = client.post("/route", data=form)
    assert response.status_code == 303
    return client.get("/route").text


def test_the_student_is_asked_the_question_that_decides_and_then_sees_the_route(client):
    page = fill(client, **STUDENT_FORM)
    assert "Welk profiel heb je op de havo" in words(page)
    answer = client.post("/route/antwoord", data={"vraag": "profile", "over": "havo", "antwoord": "NT"})
    assert answer.status_code == 303
    page = words(client.get("/route").text)
    assert "Welk profiel heb je" not in page
    assert "havo NT" in page
    assert "Volgens de regel mag je naar Werktuigbouwkunde (hbo-bachelor)" in page
    assert "De school beslist" in page


def test_without_the_subject_the_route_goes_around_by_way_of_a_deficiency_course(client):
    page = words(fill(client, **STUDENT_FORM, profiel1="NG", vak1="wiskunde B"))
    assert "havo NG, wiskunde B" in page
    assert re.search(r"Ja, er (is een route|zijn \d routes) naar je doel\.", page)
    assert "Stap 2: Werktuigbouwkunde" in page


def test_the_worker_sees_funding_by_who_applies_and_never_an_ended_scheme(client):
    page = words(fill(client, **WORKER_FORM))
    assert "Ik ga uit van dit doel: technicus robotica." in page
    assert "Regelingen die je zelf aanvraagt (Route 1, stap 1)" in page
    assert "Regelingen die je werkgever aanvraagt (Route 1, stap 1)" in page
    ended = [one.name for one in bundled_desk().catalogue.schemes if is_ended(one, TODAY)]
    assert ended
    assert [name for name in ended if name in page] == []


def test_hours_that_no_source_names_are_said_not_to_be_known(client):
    page = words(fill(client, **WORKER_FORM))
    assert "Ik weet niet of stap 1 past in je uren per week" in page


def test_a_changed_limit_is_kept_and_worked_out_again(client):
    fill(client, **WORKER_FORM)
    assert client.post("/route/grenzen", data={"uren": "16", "budget": "100"}).status_code == 303
    page = client.get("/route").text
    assert "hooguit 16 uur per week" in words(page)
    assert "hooguit 100 euro" in words(page)
    assert "€ 2.145" not in words(page.split("Alle opleidingen")[0])
    assert "past in je budget, want geen bron noemt alle kosten" in words(page)
    client.post("/route/grenzen", data={"uren": "16", "budget": ""})
    assert "hooguit 100 euro" not in words(client.get("/route").text)


def test_where_there_is_no_route_the_smallest_changes_are_told(client):
    page = words(
        fill(client, doel="wo-bachelor werktuigbouwkunde", niveau1="vwo", profiel1="CM", vak1="geen")
    )
    assert "Wat moet er veranderen?" in page
    assert "Een diploma vwo met profiel N&T halen." in page


def test_an_error_stands_beside_its_field_and_what_was_typed_stays(client):
    response = client.post("/route", data={**WORKER_FORM, "uren": "acht"})
    assert response.status_code == 422
    assert 'aria-invalid="true"' in response.text
    assert re.search(r'id="uren-fout">Vul hier een getal in', response.text)
    assert 'value="acht"' in response.text
    assert 'value="robotmonteur"' in response.text


def test_a_limit_that_is_no_number_is_said_beside_it(client):
    fill(client, **WORKER_FORM)
    response = client.post("/route/grenzen", data={"uren": "veel"})
    assert response.status_code == 422
    assert 'id="grens-uren-fout"' in response.text


def test_a_goal_that_nobody_knows_is_said_with_what_comes_near(client):
    page = words(fill(client, doel="qqqzzz xkcd"))
    assert "Dit doel ken ik niet" in page


def test_an_empty_answer_is_asked_again(client):
    fill(client, **STUDENT_FORM)
    response = client.post("/route/antwoord", data={"vraag": "profile", "over": "havo"})
    assert response.status_code == 422
    assert "Ik kon je antwoord niet lezen" in response.text


def test_another_goal_can_be_chosen_with_one_button(client):
    fill(client, **STUDENT_FORM)
    assert client.post("/route/doel", data={"doel": "mbo-4 werktuigbouwkunde"}).status_code == 303
    assert "Je doel: een diploma mbo-4 in werktuigbouwkunde" in words(client.get("/route").text)


def test_forgetting_leaves_nothing(client):
    fill(client, **WORKER_FORM)
    client.post("/route/vergeet")
    page = client.get("/route").text
    assert "lasser" not in re.sub(r"<datalist.*?</datalist>", "", page)
    assert "uitkomst" not in page


def test_two_visitors_do_not_see_each_other(site):
    one, other = visitor(site[0]), visitor(site[0])
    fill(one, **WORKER_FORM)
    assert "Je doel" not in other.get("/route").text


def test_without_a_cookie_the_answer_comes_at_once_and_nothing_is_kept(site):
    client = visitor(site[0])
    client.cookies.clear()
    response = client.post("/route", data=WORKER_FORM, headers={"cookie": ""})
    assert response.status_code == 200
    assert "Je browser bewaart geen cookie" in response.text
    assert "Je doel: technicus robotica" in response.text


def test_a_goal_in_the_address_is_filled_in_and_not_kept(client):
    assert 'value="lasser"' in client.get("/route?doel=lasser").text
    assert 'value="lasser"' not in re.sub(r"<datalist.*?</datalist>", "", client.get("/route").text)


@pytest.mark.parametrize("language", list(Language))
def test_every_language_shows_the_whole_outcome(language):
    texts = room_texts("route", language)
    for profile, goal in (
        (STUDENT, "werktuigbouwkunde"),
        (WORKER, "robotmonteur"),
        ({"diplomas": [], "budget_euro": 0.0}, "wo-bachelor"),
    ):
        page = result_html(planned(profile, goal, language), {}, texts)
        assert "{" not in page
        assert page.count("<details") == page.count("</details>")


def test_a_verdict_and_a_scheme_carry_their_source_and_date():
    plan = planned(WORKER, "robotmonteur")
    page = result_html(plan, {}, room_texts("route", Language.DUTCH))
    step = plan.routes.shown[0].steps[0]
    assert step.verdict.provenance is not None
    assert f'href="{step.verdict.provenance.url}"' in page
    for verdict in step.funding.verdicts:
        assert html.escape(verdict.scheme.provenance.url) in page


@pytest.mark.parametrize("text", each_hostile(3))
def test_hostile_words_in_fields_and_records_stay_words(text, client):
    form = form_html(
        FormState(shown_values({"job": text, "place": text}, text, ())),
        bundled_desk().choices,
        room_texts("route", Language.DUTCH),
        is_open=True,
    )
    plan = planned(WORKER, "robotmonteur")
    route = plan.routes.shown[0]
    step = route.steps[0]
    name = Fact(tuple(Stated(text, one.provenance) for one in step.offer.name.statements))
    offer = replace(step.offer, name=name, provider=name)
    evil = replace(plan.routes, shown=(replace(route, steps=(replace(step, offer=offer),)),))
    found = replace(plan.found, name=text, alternatives=(text,))
    page = result_html(replace(plan, routes=evil, found=found), {}, room_texts("route", Language.DUTCH))
    for markup in (form, page):
        tree = BeautifulSoup(markup, "html.parser")
        assert not {tag.name for tag in tree.find_all()} & LOADS_OR_RUNS
        assert [name for tag in tree.find_all() for name in tag.attrs if name.startswith("on")] == []
        links = [str(tag["href"]) for tag in tree.find_all(href=True)]
        assert [link for link in links if not re.match(r"https?://|#|/", link)] == []
    response = client.post(
        "/route",
        content=urlencode(
            {"doel": text.encode("utf-8", "replace"), "beroep": text.encode("utf-8", "replace")}
        ),
        headers={"content-type": "application/x-www-form-urlencoded"},
    )
    assert response.status_code in (303, 422)
    assert client.get("/route").status_code == 200
