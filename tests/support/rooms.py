"""A room served over records that a test puts there, behind the real guard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.staticfiles import StaticFiles

from assistant.interface.app import STATIC, everyone_is_public
from assistant.interface.guard import Guard
from assistant.interface.rooms.layout import CONVERSATION
from assistant.interface.rooms.seam import Reception, Room
from assistant.interface.rooms.visits import Visits
from assistant.interface.settings import PageSettings
from knowledge.catalogue.codec import Record
from knowledge.catalogue.gazetteer import Gazetteer
from knowledge.catalogue.types import Place
from knowledge.store.catalogue import Catalogues, StoredCatalogue
from knowledge.store.database import Database
from knowledge.store.records import RecordStore
from knowledge.store.sources import SourceStore
from knowledge.types import Audience
from tests.support.offers import put

TODAY = date(2026, 11, 21)

TOWNS = Gazetteer.of(
    [
        Place("Enschede", 52.221, 6.894),
        Place("Hengelo", 52.266, 6.793),
        Place("Almelo", 52.357, 6.663),
        Place("Zwolle", 52.512, 6.094),
    ]
)


def catalogues_of(
    folder: Path, *records: Record, gazetteer: Gazetteer = TOWNS, audience: Audience = Audience.PUBLIC
) -> Catalogues:
    """Store records in a new database and return what gives their catalogue."""
    database = Database(f"sqlite:///{folder}/records.sqlite3")
    put(SourceStore(database), "records", *records, audience=audience)
    return Catalogues(RecordStore(database), gazetteer)


def catalogue_of(folder: Path, *records: Record, gazetteer: Gazetteer = TOWNS) -> StoredCatalogue:
    """Store records in a new database and return their catalogue."""
    return catalogues_of(folder, *records, gazetteer=gazetteer).of()


def site_of(
    make_room: Callable[[Reception], Room], visits: Visits | None = None, settings: PageSettings | None = None
) -> FastAPI:
    """Return a site with one room and our own static files, behind the guard."""
    reception = Reception((CONVERSATION,), visits or Visits(), everyone_is_public, lambda: TODAY)
    room = make_room(reception)
    app = FastAPI()
    app.include_router(room.router)
    app.mount("/leerwijzer", StaticFiles(directory=STATIC))
    app.add_middleware(
        Guard,
        settings=settings or PageSettings(),
        is_kept=lambda session: False,
        doors=[room.doors],
        entries=[room.entry.path],
    )
    return app


def client_of(make_room: Callable[[Reception], Room], visits: Visits | None = None) -> TestClient:
    """Return a browser at a site with one room; it does not follow redirects by itself."""
    return TestClient(site_of(make_room, visits), base_url="http://localhost", follow_redirects=False)
