"""Who may do what, for every route that the application has: nobody, a visitor, another visitor, staff.

The routes are read from the application itself: a new one that is open is found here.
"""

from __future__ import annotations

import itertools
import random
import re
import secrets
import string

import pytest
from fastapi.routing import APIRoute

from assistant.conversation.store import SqlConversations
from assistant.interface.guard import COOKIE as VISITOR_COOKIE
from assistant.interface.library import StoredSources
from assistant.interface.rooms.seam import Reception
from assistant.interface.rooms.staff.access import COOKIE
from assistant.interface.rooms.staff.house import StaffHouse
from assistant.interface.rooms.staff.room import ROUTES
from assistant.types import Turn
from knowledge.types import Audience
from tests.support.staff_site import PASSWORD, log_in, passage_ids, send, small_pdf, token_in, upload

OPEN = {"/beheer/inloggen", "/beheer/code"}
"""The way in. All else of the room is behind it."""

SECRET = re.compile(r"zilvervos|12\.500|Draaiboek geheim|Team werving", re.IGNORECASE)

GUESSES = pytest.mark.parametrize("count", [500, pytest.param(10_000, marks=pytest.mark.slow)])


def routes(site) -> list[tuple[str, str]]:
    """Return method and path of every route of the room."""
    reception = Reception((), None, site.services.access.audience_of, lambda: None)
    house = StaffHouse(site.services, reception)
    return sorted(
        (method, route.path)
        for part in ROUTES
        for route in part(house).routes
        if isinstance(route, APIRoute)
        for method in route.methods
    )


def query_for(path: str) -> str:
    return {"/beheer/bron": "?id=x", "/beheer/taak": "?nr=x"}.get(path, "")


def test_there_are_routes_to_try(site):
    assert len(routes(site)) >= 20


@pytest.mark.parametrize("who", ["nobody", "visitor A", "visitor B", "ended session", "forged session"])
def test_who_is_not_staff_is_sent_to_the_login_by_every_route(site, who):
    site.staff()
    client = site.visitor()
    if who == "nobody":
        client.cookies.clear()
    if who == "ended session":
        assert log_in(client, "jan", PASSWORD).status_code == 303
        token = client.cookies[COOKIE]
        send(client, "/beheer/uitloggen")
        client.cookies.set(COOKIE, token, domain="127.0.0.1")
    if who == "forged session":
        client.cookies.set(COOKIE, secrets.token_urlsafe(32), domain="127.0.0.1")
    answers = {}
    for method, path in routes(site):
        if path not in OPEN:
            response = client.request(method, path + query_for(path), data={} if method == "POST" else None)
            answers[method, path] = (response.status_code, response.headers.get("location"))
            assert not SECRET.search(response.text)
    assert len(answers) >= 15
    assert set(answers.values()) == {(303, "/beheer/inloggen")}


def test_a_change_without_the_token_of_the_session_is_refused_by_every_route(site):
    client, other = site.staff(), site.staff("piet")
    foreign = token_in(other.get("/beheer").text)
    before = site.home.knowledge.builder.shelf.current(), len(site.services.accounts.all())
    for (method, path), token in itertools.product(routes(site), ("", "x", "0" * 64, foreign)):
        if method == "POST" and path not in OPEN:
            response = client.post(path, data={"bewijs": token, "naam": "piet", "id": "x", "nr": "1"})
            assert response.status_code == 403, (path, token)
    for token in ("", foreign):
        data, files = {"bewijs": token, "voor": "public"}, [("bestanden", ("a.md", b"x"))]
        assert client.post("/beheer/toevoegen", data=data, files=files).status_code == 403
    assert before == (site.home.knowledge.builder.shelf.current(), len(site.services.accounts.all()))


def test_a_form_sent_from_another_site_is_refused_by_every_route(site):
    client = site.staff()
    token = token_in(client.get("/beheer").text)
    for origin in ("http://evil.example", "null"):
        for method, path in routes(site):
            if method == "POST":
                response = client.post(path, data={"bewijs": token}, headers={"origin": origin})
                assert response.status_code == 403, path


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_do_nothing(site, method):
    client = site.staff()
    assert {client.request(method, path).status_code for _, path in routes(site)} <= {403, 404, 405}


@pytest.mark.parametrize("path", ["/beheer/", "/beheer/x", "/beheer/bron/x", "/Beheer", "/beheer%2f"])
def test_a_path_that_is_no_route_is_not_there(site, path):
    assert site.staff().get(path).status_code == 404


def test_staff_passages_are_to_visitors_as_what_does_not_exist(site):
    site.staff()
    visitor, staff = site.visitor(), site.staff()
    (secret,) = passage_ids(site, Audience.STAFF)
    nothing = visitor.get("/bron?passage=bestaat-niet&deel=1")
    for passage in (secret, secret.upper(), f"{secret} ", f"{secret}\x00", secret[:-1]):
        found = visitor.get("/bron", params={"passage": passage, "deel": 1})
        assert (found.status_code, found.text) == (404, nothing.text)
        assert visitor.get("/bron/pagina.png", params={"passage": passage}).status_code == 404
    assert SECRET.search(staff.get("/bron", params={"passage": secret}).text)


@GUESSES
def test_guessed_sessions_open_nothing(site, count):
    real = site.staff().cookies[COOKIE]
    dice, alphabet = random.Random(7), string.ascii_letters + string.digits + "-_"
    person_of = site.services.accounts.person_of
    guesses = ["".join(dice.choices(alphabet, k=43)) for _ in range(count - count // 20)]
    near = [
        real[:at] + dice.choice(alphabet) + real[at + 1 :] for at in dice.choices(range(43), k=count // 20)
    ]
    assert [guess for guess in guesses + near if guess != real and person_of(guess)] == []
    client = site.visitor()
    for guess in guesses[:100]:
        client.cookies.set(COOKIE, guess, domain="127.0.0.1")
        assert client.get("/beheer").status_code == 303
        assert not SECRET.search(
            client.get("/bron", params={"passage": passage_ids(site, Audience.STAFF)[0]}).text
        )
    assert person_of(real)


@GUESSES
def test_guessed_passages_of_staff_documents_show_nothing(site, count):
    (secret,) = passage_ids(site, Audience.STAFF)
    version = secret[:16]
    dice = random.Random(11)
    guesses = [f"{version}{secret[16:17]}{number}" for number in range(count // 5)]
    guesses += ["".join(dice.choices("0123456789abcdef", k=len(secret))) for _ in range(count - count // 5)]
    reader = StoredSources(site.home.knowledge)
    shown = [reader.passage_view(guess, Audience.PUBLIC) for guess in {*guesses, secret}]
    assert [
        view for view in shown if view is not None and SECRET.search(f"{view.passage} {view.title}")
    ] == []
    assert reader.passage_view(secret, Audience.STAFF) is not None


@GUESSES
def test_guessed_tasks_and_sources_are_not_there(own_site, count):
    staff, visitor = own_site.staff(), own_site.visitor()
    response = upload(
        staff, {"draaiboek.pdf": small_pdf("De wervingsactie zilvervos kost 12.500 euro.")}, "staff"
    )
    own_site.services.tasks.settle()
    address = response.headers["location"]
    assert "draaiboek.pdf" in staff.get(address).text
    assert visitor.get(address).headers["location"] == "/beheer/inloggen"
    dice, alphabet = random.Random(13), string.ascii_letters + string.digits + "-_"
    of = own_site.services.tasks.of
    assert [g for g in ("".join(dice.choices(alphabet, k=22)) for _ in range(count)) if of(g)] == []
    for number in range(50):
        found = visitor.get(f"/beheer/bron?id={number:012x}")
        assert (found.status_code, found.headers["location"]) == (303, "/beheer/inloggen")


def test_no_answer_page_or_list_tells_a_visitor_of_a_staff_document(site):
    site.staff()
    visitor = site.visitor()
    for path in ("/", "/config", "/ready", "/health", "/beheer", "/beheer/inloggen", "/beheer/code"):
        assert not SECRET.search(visitor.get(path, follow_redirects=True).text)
    assert visitor.get("/ready").json()["documents"] == 1


def test_the_chat_answers_from_staff_documents_to_staff_alone(site):
    staff, visitor = site.staff(), site.visitor()
    question = "Wanneer begint de wervingsactie zilvervos?"
    assert "3 maart" in asked(staff, question)
    told = asked(visitor, question)
    assert "Lassen in Hengelo" in told or "vind" in told
    assert not re.search(r"3 maart|12\.500|draaiboek", told, re.IGNORECASE)


def asked(client, question: str) -> str:
    """Ask on the page as a browser does, and return everything that comes back."""
    config = client.get("/config").json()
    message = next(part for part in config["components"] if part["props"].get("elem_id") == "lw-vraagvak")
    event = next(
        dependency
        for dependency in config["dependencies"]
        if [message["id"], "submit"] in [list(target) for target in dependency["targets"]]
    )
    values = {message["id"]: question}
    data = [values.get(number, START.get(name_of(config, number))) for number in event["inputs"]]
    session = secrets.token_hex(6)
    joined = client.post(
        "/gradio_api/queue/join",
        json={"data": data, "fn_index": event["id"], "session_hash": session, "event_data": None},
    )
    assert joined.status_code == 200, joined.text
    with client.stream("GET", f"/gradio_api/queue/data?session_hash={session}") as stream:
        return "\n".join(stream.iter_lines())


START = {"lw-taalkeuze": "nl", "lw-bewaar": False}


def name_of(config, number: int) -> str:
    """Return the name of a component on the page."""
    return next(part["props"].get("elem_id") or "" for part in config["components"] if part["id"] == number)


@GUESSES
def test_two_visitors_and_staff_each_have_their_own_kept_conversation(site, count):
    a, b, staff = site.visitor(), site.visitor(), site.staff()
    store = SqlConversations(site.home.knowledge.database)
    sessions = []
    for client in (a, b, staff):
        client.get("/")
        sessions.append(client.cookies[VISITOR_COOKIE])
    assert len(set(sessions)) == 3
    store.save(sessions[0], (Turn("user", "van a"),))
    assert [store.load(session) for session in sessions[1:]] == [(), ()]
    dice = random.Random(17)
    guesses = ("".join(dice.choices(string.ascii_letters + "-_", k=43)) for _ in range(count))
    assert [guess for guess in guesses if store.load(guess)] == []
