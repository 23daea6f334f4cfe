"""A plan goes into a file of one's own and comes back: the same person, and what has changed since."""

from __future__ import annotations

import contextlib
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from assistant.interface.rooms.route.keeping import (
    MOST_BYTES,
    BadFileError,
    changes_since,
    file_of,
    opened,
)
from assistant.routes.index_building import build_index
from assistant.types import Language
from knowledge.catalogue.facts import Fact, Stated
from knowledge.catalogue.types import Between
from tests.support.calendar_reader import read_calendar
from tests.support.hostile import HOSTILE
from tests.support.route_room import TODAY, WORKER, bundled_desk, planned, route_site, visitor

PLAN = planned(WORKER, "robotmonteur", modes=("BOL",))
FILE = file_of(PLAN)
KINDS = ("json", "pdf", "docx", "ics")
FORM = {
    "doel": "robotmonteur",
    "niveau1": "mbo-2",
    "uren": "8",
    "blijft_werken": "ja",
    "werkgever": "erkend",
    "beroep": "lasser",
}


def changed(**fields: object) -> bytes:
    return json.dumps({**json.loads(FILE), **fields}).encode()


def test_a_file_comes_back_as_what_was_asked():
    found = opened(FILE)
    assert found.wish == PLAN.wish
    assert found.saved["saved_on"] == "2026-11-21"


def test_nothing_has_changed_on_the_same_day():
    (only,) = changes_since(opened(FILE).saved, PLAN.profile, bundled_desk(), TODAY, Language.DUTCH)
    assert [one.text for one in only] == ["Er is niets veranderd aan je route."]


def test_a_longer_step_and_a_vanished_offer_are_told():
    desk = bundled_desk()
    step = PLAN.routes.shown[0].steps[0]
    months = step.offer.duration_months
    longer = Fact(tuple(Stated(Between(48, 48), one.provenance) for one in months.statements))
    others = tuple(one for one in desk.catalogue.offers if one.id != step.offer.id)
    for offers, words in (
        (
            (*others, replace(step.offer, duration_months=longer)),
            "De tijd is veranderd: van 3 jaar naar 4 jaar.",
        ),
        (others, "bestaat niet meer in de bronnen"),
    ):
        index = build_index(replace(desk.catalogue, offers=offers), TODAY)
        newer = replace(desk, index=index)
        (only,) = changes_since(opened(FILE).saved, PLAN.profile, newer, TODAY, Language.DUTCH)
        assert any(words in one.text for one in only)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "file_not_ours"),
        (b"hallo", "file_not_ours"),
        (b"[" * 10_000, "file_not_ours"),
        (b"\xff\xfe", "file_not_ours"),
        (b"[]", "file_not_ours"),
        (b'{"format": "iets anders"}', "file_not_ours"),
        (b" " * (MOST_BYTES + 1), "file_large"),
        (FILE.replace(b'"version": 1', b'"version": 2'), "file_version"),
        (FILE.replace(b'"version": 1', b'"version": NaN'), "file_not_ours"),
        (changed(goal=3), "file_damaged"),
        (changed(profile=[]), "file_damaged"),
        (changed(profile={"age": "oud"}), "file_damaged"),
        (changed(profile={"naam": "Jan"}), "file_damaged"),
        (changed(profile={"diplomas": [{"level": "<script>"}]}), "file_damaged"),
        (changed(profile={"starts_after": "9999-12-31"}), "file_damaged"),
        (changed(profile={"hours_per_week": 1e308}), "file_damaged"),
        (changed(profile={"job": "x" * 5000}), "file_damaged"),
        (changed(routes=[{"saved_on": "2026-11-21", "steps": []}]), "file_damaged"),
        (changed(routes=json.loads(FILE)["routes"] * 4), "file_damaged"),
        (changed(saved_on="gisteren"), "file_damaged"),
    ],
)
def test_a_bad_file_is_refused_with_the_sentence_that_fits(content, key):
    with pytest.raises(BadFileError) as refused:
        opened(content)
    assert refused.value.key == key


json_values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(sorted(json.loads(FILE))), json_values)
def test_whatever_stands_in_one_place_of_a_file_it_is_read_or_refused(name, value):
    with contextlib.suppress(BadFileError):
        assert opened(changed(**{name: value})).saved["saved_on"]


@pytest.fixture(scope="module")
def site():
    return route_site()


def test_the_downloads_are_of_this_session_and_of_no_other(site):
    mine, other = visitor(site[0]), visitor(site[0])
    mine.post("/route", data=FORM)
    for kind in KINDS:
        response = mine.get(f"/route/mijn-route.{kind}")
        assert response.status_code == 200
        assert response.headers["content-disposition"] == f'attachment; filename="mijn-route.{kind}"'
        assert response.headers["cache-control"] == "no-store"
        empty = other.get(f"/route/mijn-route.{kind}")
        assert (empty.status_code, empty.content) == (303, b"")
    assert len(PdfReader(io.BytesIO(mine.get("/route/mijn-route.pdf").content)).pages) >= 2
    assert read_calendar(mine.get("/route/mijn-route.ics").content).parts


@pytest.mark.parametrize("path", ["/route/mijn-route.exe", "/route/1", "/route/"])
def test_no_other_address_under_the_room_is_open(site, path):
    assert visitor(site[0]).get(path).status_code == 404


def test_our_own_file_is_far_below_the_bound():
    assert len(FILE) * 3 < MOST_BYTES


def test_a_kept_route_opens_for_a_new_visitor_and_is_held_against_today(site):
    mine, later = visitor(site[0]), visitor(site[0])
    mine.post("/route", data=FORM)
    file = mine.get("/route/mijn-route.json").content
    response = later.post("/route/openen", files={"bestand": ("mijn-route.json", file, "application/json")})
    assert (response.status_code, response.headers["location"]) == (303, "/route#sinds")
    page = later.get("/route").text
    assert "Je bewaarde route van 21 november 2026" in page
    assert "Er is niets veranderd aan je route." in page
    assert "hooguit 8 uur per week" in page
    later.post("/route/grenzen", data={"uren": "12"})
    assert "Je bewaarde route" not in later.get("/route").text


@pytest.mark.parametrize("text", HOSTILE[::6])
def test_hostile_words_in_a_file_stay_words(site, text):
    client = visitor(site[0])
    raw = json.loads(FILE)
    raw["profile"] |= {"job": text[:200], "place": text[:200], "benefits": text[:200]}
    raw["goal"] = text
    raw["routes"][0]["steps"][0]["name"] = text
    raw["routes"][0]["steps"][0]["schemes"] = [text]
    client.post("/route/openen", files={"bestand": (text or "x", json.dumps(raw).encode(), "text/html")})
    page = client.get("/route")
    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert "<img" not in page.text


@pytest.mark.parametrize("body", [b"", b"niets", b"--x\r\n\r\n", b"--x--\r\n"])
def test_an_upload_that_is_none_gets_a_sentence(site, body):
    client = visitor(site[0])
    headers = {"content-type": "multipart/form-data; boundary=x"}
    response = client.post("/route/openen", content=body, headers=headers)
    assert response.status_code == 422
    assert "Kies eerst een bestand." in response.text


def test_an_upload_that_is_too_large_is_refused(site):
    client = visitor(site[0])
    response = client.post(
        "/route/openen", files={"bestand": ("x.json", b" " * (MOST_BYTES + 5), "application/json")}
    )
    assert response.status_code == 422
    assert "Dit bestand is te groot" in response.text
    huge = client.post("/route/openen", files={"bestand": ("x.json", b" " * 400_000, "application/json")})
    assert huge.status_code == 413
