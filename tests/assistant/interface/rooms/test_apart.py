"""What one session told, chose or takes home is to every other session as if it did not exist."""

from __future__ import annotations

import itertools
import json
import random
import re
import string

import pytest
from fastapi.testclient import TestClient

from assistant.interface.guard import COOKIE
from assistant.interface.rooms.visits import Visit
from tests.support.route_room import route_site

SECRET = re.compile("zilvervos|9173", re.IGNORECASE)
TOLD = {"age": 17, "job": "zilvervosfokker", "budget_euro": 9173.0, "diplomas": [{"level": "havo"}]}
GUESSES = [1_000, pytest.param(10_000, marks=pytest.mark.slow)]

GETS = ("/route", *(f"/route/mijn-route.{kind}" for kind in ("json", "pdf", "docx", "ics")))
POSTS = ("/route", "/route/doel", "/route/antwoord", "/route/grenzen", "/route/openen", "/route/overnemen")


@pytest.fixture(scope="module")
def site():
    app, visits = route_site()
    owner = browser(app)
    owner.post("/route/overnemen", data={"profiel": json.dumps(TOLD)})
    owner.post("/route/doel", data={"doel": "werktuigbouwkunde"})
    return app, visits, owner


def browser(app) -> TestClient:
    client = TestClient(app, base_url="http://127.0.0.1:7860", follow_redirects=False)
    client.get("/route")
    return client


def guesses(count: int, seed: int = 7) -> list[str]:
    dice = random.Random(seed)
    return ["".join(dice.choices(string.ascii_letters + string.digits + "-_", k=43)) for _ in range(count)]


def test_the_owner_sees_what_was_told_on_the_page_and_in_the_file(site):
    _, _, owner = site
    assert SECRET.search(owner.get("/route").text)
    assert SECRET.search(owner.get("/route/mijn-route.json").text)


@pytest.mark.parametrize(
    ("who", "path"), list(itertools.product(["nobody", "another", "forged", "near"], (*GETS, *POSTS)))
)
def test_nobody_else_does(site, who, path):
    app, _, owner = site
    other = browser(app)
    if who == "nobody":
        other.cookies.clear()
    if who == "forged":
        other.cookies.set(COOKIE, guesses(1, seed=11)[0], domain="127.0.0.1")
    if who == "near":
        mine = owner.cookies[COOKIE]
        other.cookies.set(COOKIE, mine[:-1] + ("A" if mine[-1] != "A" else "B"), domain="127.0.0.1")
    response = other.get(path) if path in GETS else other.post(path, data={"doel": "lasser"})
    assert not SECRET.search(response.content.decode("latin-1"))
    assert not SECRET.search(other.get("/route").text)
    assert SECRET.search(owner.get("/route").text), "and the owner still has it"


@pytest.mark.parametrize("count", GUESSES)
def test_guessed_sessions_hold_nothing(site, count):
    app, visits, _ = site
    assert all(visits.of(guess) == Visit() for guess in guesses(count))
    client = browser(app)
    for guess in guesses(count // 20):
        client.cookies.set(COOKIE, guess, domain="127.0.0.1")
        assert client.get("/route/mijn-route.json").status_code == 303


def test_the_order_of_cookies_and_rubbish_in_them_opens_nothing(site):
    app, _, owner = site
    mine = owner.cookies[COOKIE]
    for header in (
        f"x={mine}",
        f"{COOKIE}x={mine}",
        f"{COOKIE}={mine}%00",
        f'{COOKIE}="{mine} "',
        f"{COOKIE}={mine}{mine}",
    ):
        client = TestClient(app, base_url="http://127.0.0.1:7860", follow_redirects=False)
        assert not SECRET.search(client.get("/route", headers={"cookie": header}).text)
