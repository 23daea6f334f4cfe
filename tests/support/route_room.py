"""The room Mijn route over the bundled records, without a database, and a site with that room alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.build import occupation_ranking
from assistant.interface.app import Site, create_app, everyone_is_public
from assistant.interface.rooms.layout import CONVERSATION
from assistant.interface.rooms.route.desk import Desk, choices_of
from assistant.interface.rooms.route.planned import Plan, Wish, plan_for
from assistant.interface.rooms.route.router import ENTRY, route_room
from assistant.interface.rooms.seam import Reception
from assistant.interface.rooms.visits import Visits
from assistant.interface.settings import PageSettings
from assistant.types import Language
from knowledge.catalogue.gazetteer import Gazetteer
from tests.support.bundled import RECORDS, bundled_catalogue, bundled_index
from tests.support.page_twins import demonstration

TODAY = date(2026, 11, 21)

STUDENT: Mapping[str, Any] = {"diplomas": [{"level": "havo"}], "age": 17}
WORKER: Mapping[str, Any] = {
    "diplomas": [{"level": "mbo-2", "fields": ["metaalbewerken", "metaal", "techniek"]}],
    "age": 52,
    "job": "lasser",
    "has_employer": True,
    "keeps_working": True,
    "hours_per_week": 8.0,
    "place": "Enschede",
}


@cache
def bundled_desk() -> Desk:
    catalogue = bundled_catalogue()
    gazetteer = Gazetteer.read(RECORDS / "gazetteer.csv")
    index = bundled_index(TODAY)
    names = {"duo": "DUO"}
    return Desk(index, choices_of(catalogue, gazetteer), gazetteer, names, occupation_ranking(catalogue))


def planned(
    profile: Mapping[str, Any], goal: str, language: Language = Language.DUTCH, modes: tuple[str, ...] = ()
) -> Plan:
    plan = plan_for(Wish(profile, goal, modes), bundled_desk(), TODAY, language)
    assert isinstance(plan, Plan)
    return plan


def route_site(desk: Desk | None = None) -> tuple[FastAPI, Visits]:
    """Return a site with this room, and the visits behind it."""
    visits = Visits()
    reception = Reception((CONVERSATION, ENTRY), visits, everyone_is_public, lambda: TODAY)
    chosen = desk or bundled_desk()
    room = route_room(reception, lambda audience, day: chosen)
    assistant, sources = demonstration(0.0)
    return create_app(assistant, sources, PageSettings(), site=Site(rooms=(room,))), visits


def visitor(app: FastAPI) -> TestClient:
    """Return a browser that begins at the room."""
    client = TestClient(app, base_url="http://127.0.0.1:7860", follow_redirects=False)
    assert client.get("/route").status_code == 200
    return client
