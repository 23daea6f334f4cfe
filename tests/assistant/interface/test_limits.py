"""The page holds one person, and one address, to what they may ask."""

from __future__ import annotations

from fastapi.testclient import TestClient

from assistant.interface.app import create_app
from assistant.interface.settings import PageSettings
from assistant.limits import Allowance
from tests.support.page_twins import demonstration


def test_an_address_that_sends_without_end_is_told_when_to_come_back():
    settings = PageSettings(address_requests=Allowance(burst=5, per_minute=60))
    client = TestClient(create_app(*demonstration(0.0), settings), base_url="http://127.0.0.1:7860")
    answers = [client.post("/gradio_api/queue/join", json={}) for _ in range(7)]
    assert {answer.status_code for answer in answers[:5]} != {429}
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert "wacht" in answers[-1].json()["detail"].lower()


def test_looking_is_never_counted():
    settings = PageSettings(address_requests=Allowance(burst=1, per_minute=1))
    client = TestClient(create_app(*demonstration(0.0), settings), base_url="http://127.0.0.1:7860")
    assert {client.get("/health").status_code for _ in range(5)} == {200}
