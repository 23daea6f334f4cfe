"""No session reads another's conversation, file or export: every route of the whole site, asked by everyone for everyone's things.

The routes are read from the application itself, so that a new one without a place in the table is found here.
"""

from __future__ import annotations

import itertools
import random
import re
import secrets
import string
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from assistant.build import chain_over
from assistant.config import settings_from
from assistant.conversation.feedback import Rating
from assistant.interface.guard import COOKIE
from assistant.interface.rooms.staff.access import COOKIE as STAFF_COOKIE
from assistant.interface.rooms.staff.opening import staff_services
from assistant.interface.settings import PageSettings
from assistant.interface.site import site_over
from assistant.staff.accounts import Purpose
from knowledge.types import Audience
from tests.support.all_routes import fetched, routes_of
from tests.support.homes import TODAY
from tests.support.library_home import LibraryHome, opened_copy
from tests.support.people import ADDRESS, Someone, arrived, join, words_in
from tests.support.route_table import TABLE, Case, Needs
from tests.support.staff_site import CHEAP, PASSWORD, log_in, small_pdf, upload

GUESSES = [500, pytest.param(10_000, marks=pytest.mark.slow)]

MARKERS = {"A": "zilvervos", "B": "goudplevier", "staff": "ijsbeer"}
"""What each told and nobody else knows. Staff's stands in a document for staff, its task, and a rating that was agreed to be kept."""

OFFERS = {"A": "crebo-25003-bbl", "B": "crebo-25003-bol", "staff": "crebo-25297-bol"}


@dataclass(frozen=True, slots=True)
class Crowd:
    """A site that several people use. `host` runs it: all browsers share its event loop, as they share a server's."""

    app: FastAPI
    host: TestClient
    people: dict[str, Someone]

    def who(self, name: str) -> Someone:
        """Return a person; "nobody" is a new browser that holds no cookie and owns nothing."""
        if name != "nobody":
            return self.people[name]
        return Someone("nobody", "", browser(self.host))


def browser(host: TestClient) -> TestClient:
    client = TestClient(host.app, base_url=ADDRESS, follow_redirects=False, raise_server_exceptions=False)
    client.portal = host.portal
    return client


@pytest.fixture(scope="module")
def crowd(library_home: LibraryHome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crowd]:
    """The whole site over the bundled library; A, B and staff have talked, told, chosen, opened and sent in."""
    with opened_copy(library_home, tmp_path_factory.mktemp("crowd")) as knowledge:
        chain = chain_over(knowledge, settings_from({}), {})
        services = staff_services(knowledge, chain, CHEAP)
        accounts = services.accounts
        assert accounts.redeem(accounts.issue_code(Purpose.FIRST, "start"), "jan", PASSWORD) is None
        app = site_over(knowledge, chain, PageSettings(), services)
        with TestClient(app, base_url=ADDRESS) as host:
            people = {
                name: Someone(name, word, browser(host), OFFERS[name]) for name, word in MARKERS.items()
            }
            staff = people["staff"]
            assert log_in(staff.client, "jan", PASSWORD).status_code == 303
            pdf = {f"{staff.marker}.pdf": small_pdf(f"De actie {staff.marker} kost 12.500 euro.")}
            staff.task = upload(staff.client, pdf, "staff").headers["location"].split("nr=")[1]
            services.tasks.settle()
            staff.source, version = next(
                (one.source.id, one.source.version)
                for one in knowledge.store.sources()
                if one.source.audience is Audience.STAFF and staff.marker in one.source.title
            )
            staff.passage = next(iter(knowledge.store.passages_of([version]))).id
            said = Rating(staff.marker, "Een antwoord.", False, "wrong", "nl", TODAY, 1, "answered")
            services.feedback.add(said)
            for person in people.values():
                person.settle()
                assert person.marker in person.talk()
            yield Crowd(app, host, people)
        services.tasks.close()


def asked(who: Someone, route: str, case: Case, whose: Someone) -> Response:
    """Ask a route for the things of somebody."""
    method, path = route.split(" ", 1)
    for name, value in case.path(whose).items():
        path = path.replace(f"{{{name}}}", str(value))
    path = re.sub(r"\{[^}]+\}", "x", path).replace("/*", "/leerwijzer.css")
    if method == "*":
        method = "POST"
    body = case.body(whose) if case.body else None
    form = case.form(whose) if case.form else None
    return who.client.request(
        method, path, params=dict(case.query(whose)), json=body, data=form, headers=dict(case.headers)
    )


def leaks(text: str, reader: str) -> list[str]:
    return [name for name, word in MARKERS.items() if name != reader and word in text.lower()]


def test_every_route_of_the_site_has_a_place_in_the_table(crowd):
    assert set(routes_of(crowd.app)) == set(TABLE)


ROLES = ("nobody", "A", "B", "staff")


@pytest.mark.parametrize("route", sorted(TABLE))
def test_everyone_gets_their_own_things_alone(crowd, route):
    case = TABLE[route]
    # Another's things first: an answer that waits to be fetched is gone once its owner has it.
    pairs = sorted(itertools.product(ROLES, MARKERS), key=lambda pair: pair[0] == pair[1])
    for reader, owner in pairs:
        if not case.ends and reader == owner:
            continue
        who, whose = crowd.who(reader), crowd.who(owner)
        response = asked(who, route, case, whose)
        assert leaks(words_in(response), reader) == [], (reader, owner)
        assert answers_as_the_table_says(case, response, reader, owner), (reader, owner, response.status_code)
        if case.tells and reader == owner:
            assert who.marker in words_in(response).lower(), (reader, "finds nothing of their own")
    if case.needs is Needs.SESSION and route.startswith("POST"):
        for person in crowd.people.values():
            person.settle()


def answers_as_the_table_says(case: Case, response: Response, reader: str, owner: str) -> bool:
    """Say whether who may not pass was stopped, and no one else."""
    status = response.status_code
    if case.needs is Needs.SHUT:
        return status == 404
    if case.needs is Needs.STAFF and reader != "staff":
        return (status, response.headers.get("location")) == (303, "/beheer/inloggen")
    if case.needs is Needs.STREAM and reader != owner:
        return status == 404
    return status < 500


def test_a_shortlist_is_that_of_its_session(crowd):
    for name, person in crowd.people.items():
        page = person.client.get("/opleidingen/lijstje").text
        assert [owner for owner, offer in OFFERS.items() if f"/opleidingen/{offer}" in page] == [name]
    assert not re.search("crebo-25", crowd.who("nobody").client.get("/opleidingen/lijstje").text)


def test_a_kept_conversation_is_found_back_by_its_session_alone(crowd):
    for reader, owner in itertools.product(ROLES, MARKERS):
        who, whose = crowd.who(reader), crowd.people[owner]
        text = arrived(who.client, whose.tab, secrets.token_hex(8)).lower()
        assert leaks(text, reader) == [], (reader, owner)
        assert (who.marker in text) == (reader != "nobody") or reader == "nobody"


def test_an_answer_that_waits_is_fetched_by_who_asked_alone(crowd):
    for owner, person in crowd.people.items():
        person.talk()
        for reader in ROLES:
            if reader != owner:
                for path in (f"call/ask/{person.event}", f"call/ask/{person.stream}"):
                    assert crowd.who(reader).client.get(f"/gradio_api/{path}").status_code == 404
        found = person.client.get(f"/gradio_api/call/ask/{person.event}")
        assert "event: complete" in found.text


@pytest.mark.parametrize(
    "query",
    [
        "session_hash=eigen&session_hash={stream}",
        "session_hash={stream}&session_hash=eigen",
        "session_hash=%{first}{rest}",
        "x=1;session_hash=eigen&session_hash={stream}",
    ],
)
def test_no_way_to_write_the_name_of_a_stream_opens_it(crowd, query):
    owner, other = crowd.people["A"], crowd.people["B"]
    written = query.format(stream=owner.stream, first=f"{ord(owner.stream[0]):02x}", rest=owner.stream[1:])
    assert join(owner.client, "load", {"lw-tab": owner.tab}, owner.stream).status_code == 200
    assert other.client.get(f"/gradio_api/queue/data?{written}").status_code == 404
    assert owner.client.get(f"/gradio_api/queue/data?session_hash={owner.stream}").status_code == 200


@pytest.mark.parametrize("count", GUESSES)
def test_guessed_ids_open_nothing(crowd, count):
    """Every route that takes an id, and every cookie, guessed at random and near the real thing."""
    statuses, texts = crowd.host.portal.call(guessed, crowd, count)
    assert sum(statuses.values()) == count
    assert leaks(texts, "nobody") == []
    # A stream that is not there begins, and ends with a line that says so; the words above say that it holds nothing.
    opened = {address for address, status in statuses if status not in {303, 404, 422}}
    assert opened <= {"/gradio_api/queue/data?session_hash={id}", "/gradio_api/call/ask/{id}"}


async def guessed(crowd: Crowd, count: int) -> tuple[dict[tuple[str, int], int], str]:
    dice, alphabet = random.Random(7), string.ascii_letters + string.digits + "-_"
    things = {crowd.people["staff"].passage, crowd.people["staff"].source, crowd.people["staff"].task}
    things |= {value for person in crowd.people.values() for value in (person.stream, person.event)}
    sessions = {name: person.client.cookies[COOKIE] for name, person in crowd.people.items()}
    sessions["beheer"] = crowd.people["staff"].client.cookies[STAFF_COOKIE]
    real = sorted(thing for thing in things | set(sessions.values()) if thing)
    places = [case.guessed for case in TABLE.values() if case.guessed]
    cookies = [f"{COOKIE}={{id}}", f"{STAFF_COOKIE}={{id}}"]
    statuses: dict[tuple[str, int], int] = {}
    bodies: set[bytes] = set()
    for number in range(count):
        near = dice.choice(real)
        at = dice.randrange(len(near))
        guess = near[:at] + dice.choice(alphabet) + near[at + 1 :] if number % 2 else ""
        guess = guess if guess and guess not in real else "".join(dice.choices(alphabet, k=len(near)))
        if number % 4 == 0:
            template = dice.choice(["/route/mijn-route.json", "/beheer"])
            address, cookie = template, dice.choice(cookies).format(id=guess)
        else:
            template = dice.choice(places)
            address, cookie = template.format(id=guess), ""
        status, body = await fetched(crowd.app, address, cookie)
        statuses[template, status] = statuses.get((template, status), 0) + 1
        bodies.add(body)
    return statuses, b"\n".join(bodies).decode("utf-8", "replace")
