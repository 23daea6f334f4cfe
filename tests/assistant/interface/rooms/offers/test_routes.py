"""The addresses of the room, over a catalogue and behind the guard."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.interface.rooms.offers.compare_page import MOST_LISTED
from assistant.interface.rooms.offers.routes import TEXTS, offers_room, own_address
from assistant.interface.rooms.visits import Visits
from assistant.types import Language
from tests.assistant.interface.rooms.offers.conftest import records
from tests.support.hostile import each_hostile
from tests.support.offers import an_offer
from tests.support.rooms import catalogues_of, client_of

LIST = "/opleidingen/lijstje"


@pytest.fixture
def browser(tmp_path: Path) -> Callable[[], TestClient]:
    """Open the site in a new browser; all see the same catalogue and visits."""
    catalogues, visits = catalogues_of(tmp_path, *records()), Visits()
    return lambda: client_of(partial(offers_room, catalogue_of=catalogues.of), visits)


def put(client: TestClient, offer_id: str, what: str = "erop", back: str = ""):
    return client.post(LIST, data={"id": offer_id, "doe": what, "terug": back})


@pytest.mark.parametrize(
    "path",
    [
        "/opleidingen",
        "/opleidingen?weergave=kaart",
        "/opleidingen/wtb",
        "/opleidingen/vergelijk?id=wtb&id=ad",
        LIST,
    ],
)
@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_every_page_is_there_in_every_language(browser, path, language):
    page = browser().get(path, headers={"accept-language": language})
    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.text
    assert "unsafe" not in page.headers["content-security-policy"]


def test_words_that_name_filters_lead_to_the_address_that_says_them(browser):
    reply = browser().get("/opleidingen", params={"q": "mbo 4 mechatronica enschede"})
    assert reply.status_code == 303
    assert reply.headers["location"] == "/opleidingen?q=mechatronica&niveau=mbo-4&plaats=Enschede"


def test_a_language_chosen_in_the_address_survives_that(browser):
    reply = browser().get("/opleidingen", params={"q": "enschede", "taal": "de"})
    assert any("leerwijzer_taal=de" in value for value in reply.headers.get_list("set-cookie"))


@pytest.mark.parametrize(
    "path", ["/opleidingen/bestaat-niet", "/opleidingen/a/b/c", "/opleidingen/%3Cscript%3E"]
)
def test_an_unknown_offer_is_not_found_in_words(browser, path):
    page = browser().get(path)
    assert page.status_code == 404
    assert "staat niet (meer) in de catalogus" in page.text
    assert "<script>" not in page.text


def test_an_id_with_a_slash_has_a_page(tmp_path):
    catalogues = catalogues_of(tmp_path, an_offer("ooapi/7 a", "Lassen"))
    client = client_of(partial(offers_room, catalogue_of=catalogues.of))
    assert 'href="/opleidingen/ooapi%2F7%20a"' in client.get("/opleidingen").text
    assert "<h1>Lassen</h1>" in client.get("/opleidingen/ooapi%2F7%20a").text


def test_a_shortlist_is_of_one_browser_and_keeps_its_order(browser):
    one, other = browser(), browser()
    one.get("/opleidingen")
    other.get("/opleidingen")
    for offer_id in ("wtb", "ad", "wtb"):
        assert put(one, offer_id).status_code == 303
    names = re.findall(r"<h2><a [^>]*>([^<]+)</a>", one.get(LIST).text)
    assert names == ["Werktuigbouwkunde", "Engineering (Ad)"]
    assert "Je lijstje is leeg" in other.get(LIST).text


def test_a_session_begins_on_any_page_of_the_room(browser):
    client = browser()
    client.get("/opleidingen/wtb")
    put(client, "wtb")
    assert "Werktuigbouwkunde" in client.get(LIST).text


def test_an_offer_is_taken_off_and_the_list_emptied(browser):
    client = browser()
    client.get("/opleidingen")
    for offer_id in ("wtb", "ad"):
        put(client, offer_id)
    put(client, "wtb", "eraf")
    assert re.findall(r"<h2><a [^>]*>([^<]+)</a>", client.get(LIST).text) == ["Engineering (Ad)"]
    assert client.post(LIST, data={"doe": "leeg"}).headers["location"] == f"{LIST}?melding=leeg"
    assert "Je lijstje is leeg" in client.get(LIST).text


def test_a_full_shortlist_says_so_and_keeps_what_it_has(browser):
    client = browser()
    client.get("/opleidingen")
    for number in range(MOST_LISTED):
        put(client, f"x{number}")
    assert put(client, "wtb").headers["location"] == f"{LIST}?melding=vol"
    page = client.get(f"{LIST}?melding=vol").text
    assert "Je lijstje is vol" in page
    assert "Werktuigbouwkunde" not in page


def test_without_a_cookie_nothing_is_kept_and_that_is_said(browser):
    client = browser()
    reply = put(client, "wtb")
    assert reply.headers["location"] == f"{LIST}?melding=koekjes"
    assert "geen cookies" in client.get(reply.headers["location"]).text


def test_a_change_from_another_site_is_refused(browser):
    client = browser()
    client.get("/opleidingen")
    reply = client.post(LIST, data={"id": "wtb", "doe": "erop"}, headers={"origin": "http://evil.example"})
    assert reply.status_code == 403
    assert "Je lijstje is leeg" in client.get(LIST).text


@pytest.mark.parametrize(("site", "status"), [("same-origin", 303), ("cross-site", 403), ("", 403)])
def test_a_form_whose_origin_is_not_told_passes_only_from_our_own_page(browser, site, status):
    client = browser()
    client.get("/opleidingen")
    headers = {"origin": "null"} | ({"sec-fetch-site": site} if site else {})
    reply = client.post(LIST, data={"id": "wtb", "doe": "erop"}, headers=headers)
    assert reply.status_code == status


@pytest.mark.parametrize(
    ("back", "address"),
    [
        ("/opleidingen?q=x#o3", "/opleidingen?q=x#o3"),
        ("/opleidingen/wtb", "/opleidingen/wtb"),
        ("http://evil.example/opleidingen", LIST),
        ("//evil.example/opleidingen", LIST),
        ("/\\evil.example", LIST),
        ("/opleidingenx", LIST),
        ("javascript:alert(1)", LIST),
        ("/opleidingen\r\nset-cookie: a=b", LIST),
        ("", LIST),
    ],
)
def test_one_goes_back_to_a_page_of_this_room_only(back, address):
    assert own_address(back) == address


@pytest.mark.parametrize("text", each_hostile())
def test_hostile_parameters_are_only_text(browser, text):
    client = browser()
    for path, name in (
        ("/opleidingen", "q"),
        ("/opleidingen", "bij"),
        ("/opleidingen", "plaats"),
        ("/opleidingen/vergelijk", "id"),
    ):
        page = client.get(
            path, params={name: text.encode("utf-8", "replace").decode()}, follow_redirects=True
        )
        assert page.status_code == 200
        assert "evil.example/x.js></script" not in page.text
        assert not re.search(r"<(img|iframe|object|embed|base|video|audio|style)\b", page.text)
        assert page.text.count("<script") == 2


@pytest.mark.parametrize("language", list(Language))
def test_every_language_of_the_room_has_the_same_keys_and_placeholders(language):
    placeholder = re.compile(r"\{(\w+)\}")
    dutch, other = TEXTS(Language.DUTCH).words, TEXTS(language).words
    assert {key: sorted(placeholder.findall(text)) for key, text in other.items()} == {
        key: sorted(placeholder.findall(text)) for key, text in dutch.items()
    }
    assert [key for key, text in other.items() if set(text) & set('<>"&')] == []
