"""People who use the site at the same time, each with things of their own that nobody else may see."""

from __future__ import annotations

import io
import json
import re
import secrets
import zipfile
from dataclasses import dataclass, field
from typing import Any

from fastapi.testclient import TestClient
from httpx2 import Response
from pypdf import PdfReader

ADDRESS = "http://127.0.0.1:7860"

PROFILE = {"age": 44, "has_employer": True, "keeps_working": True, "diplomas": [{"level": "mbo-2"}]}
GOAL = "robotmonteur"

_STARTS = {"lw-taalkeuze": "nl", "lw-bewaar": True}


@dataclass
class Someone:
    """A browser and what is done with it. `marker` stands in all that this person told; nobody else knows it."""

    name: str
    marker: str
    client: TestClient
    offer: str = ""
    """The offer on the shortlist."""
    stream: str = field(default_factory=lambda: secrets.token_hex(8))
    tab: str = field(default_factory=lambda: secrets.token_hex(16))
    event: str = ""
    """A question asked as a program does, whose answer was not fetched yet."""
    passage: str = ""
    source: str = ""
    task: str = ""
    """What only staff has: a document, its passage, and the task that brought it in."""

    def settle(self) -> None:
        """Put a profile, a goal, and an offer on the shortlist; again after somebody changed them."""
        profile = {**PROFILE, "job": f"{self.marker}fokker"}
        self.client.get("/route")
        self.client.post("/route/overnemen", data={"profiel": json.dumps(profile)})
        self.client.post("/route/doel", data={"doel": GOAL})
        listed = {"id": self.offer, "doe": "erop"}
        assert self.client.post("/opleidingen/lijstje", data=listed).status_code == 303

    def talk(self) -> str:
        """Ask on the page, agreeing to have it kept, and ask as a program; return what came back on the page."""
        arrived(self.client, self.tab, self.stream)
        said = event_of(
            self.client, "submit", {"lw-vraagvak": f"Wat weet je over {self.marker}?"}, self.stream
        )
        asked = self.client.post(
            "/gradio_api/call/ask", json={"data": [f"Wat is {self.marker}?", "nl", None, None]}
        )
        self.event = asked.json()["event_id"]
        return said


def event_of(client: TestClient, kind: str, values: dict[str, Any], stream: str) -> str:
    """Let something happen on the page as its script does, and return everything that comes back."""
    response = join(client, kind, values, stream)
    assert response.status_code == 200, response.text
    with client.stream("GET", f"/gradio_api/queue/data?session_hash={stream}") as lines:
        return "\n".join(lines.iter_lines())


def join(client: TestClient, kind: str, values: dict[str, Any], stream: str) -> Response:
    """Send an event of the page: "submit" of the text box, or "load" of the page."""
    config = client.get("/config").json()
    names = {part["id"]: part["props"].get("elem_id") or "" for part in config["components"]}
    event = next(
        one
        for one in config["dependencies"]
        for number, what in one["targets"]
        if what == kind and (kind == "load" or names.get(number) == "lw-vraagvak")
    )
    given = {**_STARTS, **values}
    data = [given.get(names[number]) for number in event["inputs"]]
    sent = {"data": data, "fn_index": event["id"], "session_hash": stream, "event_data": None}
    return client.post("/gradio_api/queue/join", json=sent)


def arrived(client: TestClient, tab: str, stream: str) -> str:
    """Open the page in the tab of that name, and return what it is filled with."""
    return event_of(client, "load", {"lw-tab": tab}, stream)


def words_in(response: Response) -> str:
    """Return what a response says: its head, and the text of its page, file or data."""
    head = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    content = response.content
    if content.startswith(b"%PDF"):
        text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    elif content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            text = "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    else:
        text = content.decode("utf-8", "replace")
    return f"{head}\n{text}\n{re.sub(r'<[^>]+>', '', text)}"
