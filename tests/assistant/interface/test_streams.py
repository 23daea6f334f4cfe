"""The name of a stream or of an event belongs to the session that used it first."""

from __future__ import annotations

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from assistant.interface.streams import LONGEST_NAME, Owners, Streams

READS = (
    "queue/data?session_hash={}",
    "queue/status?event_id={}",
    "heartbeat/{}",
    "call/ask/{}",
    "call/v2/ask/{}/",
)
WRITES = ("queue/join", "call/ask", "call/v2/ask", "run/ask", "api/ask", "cancel", "reset")


def test_a_name_is_of_the_first_who_uses_it_and_all_names_of_a_request_must_be():
    owners = Owners()
    assert owners.allow(["x", ""], "a")
    assert owners.allow(["x", "y"], "a")
    assert not owners.allow(["x"], "b")
    assert not owners.allow(["z", "y"], "b")
    assert owners.allow(["z"], "c"), "a request that was refused owns nothing"


def test_the_memory_is_bounded_and_keeps_what_is_used():
    owners = Owners(most=3)
    for name in "xyz":
        assert owners.allow([name], "a")
    assert owners.allow(["x"], "a")
    assert owners.allow(["w"], "a")
    assert not owners.allow(["x"], "b")
    assert owners.allow(["y"], "b")


def test_names_longer_than_are_remembered_do_not_differ():
    owners = Owners()
    assert owners.allow(["x" * LONGEST_NAME + "1"], "a")
    assert not owners.allow(["x" * LONGEST_NAME + "2"], "b")


@pytest.fixture
def client():
    """A server that gives out the event "gegeven", reads bodies twice over, and is asked as who the header says."""
    app = FastAPI()

    @app.api_route("/gradio_api/{path:path}", methods=["GET", "POST"])
    async def echo(request: Request):
        body = await request.body()
        return {"event_id": "gegeven", "body": body.decode()}

    app.add_middleware(Streams)

    async def with_session(scope, receive, send):
        if scope["type"] == "http":
            who = dict(scope["headers"]).get(b"who", b"").decode()
            scope["leerwijzer"] = {"session": who, "nonce": ""}
        await app(scope, receive, send)

    return TestClient(with_session)


@pytest.mark.parametrize("path", READS)
def test_nobody_else_reads_by_a_name(client, path):
    address = f"/gradio_api/{path.format('naam')}"
    assert client.get(address, headers={"who": "a"}).status_code == 200
    assert client.get(address, headers={"who": "b"}).status_code == 404
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("path", WRITES)
@pytest.mark.parametrize("field", ["session_hash", "event_id"])
def test_nobody_else_writes_by_a_name_and_the_body_arrives_whole(client, path, field):
    address, sent = f"/gradio_api/{path}", {field: "naam", "data": ["é"]}
    mine = client.post(address, json=sent, headers={"who": "a"})
    assert (mine.status_code, "é" in mine.json()["body"]) == (200, True)
    assert client.post(address, json=sent, headers={"who": "b"}).status_code == 404


def test_an_event_that_was_given_out_is_of_who_asked(client):
    client.post("/gradio_api/call/ask", json={"data": []}, headers={"who": "a"})
    assert client.get("/gradio_api/call/ask/gegeven", headers={"who": "b"}).status_code == 404
    assert client.get("/gradio_api/call/ask/gegeven", headers={"who": "a"}).status_code == 200


def test_two_names_in_one_address_must_both_be_ones_own(client):
    client.get("/gradio_api/queue/data?session_hash=naam", headers={"who": "a"})
    for query in (
        "session_hash=x&session_hash=naam",
        "session_hash=naam&session_hash=x",
        "session_hash=na%61m",
    ):
        assert client.get(f"/gradio_api/queue/data?{query}", headers={"who": "b"}).status_code == 404


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"[" * 100_000, b'{"session_hash": 1}'])
def test_a_body_that_names_nothing_is_passed_on(client, body):
    assert client.post("/gradio_api/queue/join", content=body).status_code == 200
