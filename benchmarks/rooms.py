"""How fast the pages of the rooms are written: the bundled records, and a synthetic catalogue.

    python -m benchmarks.rooms [--offers 10000] [--rounds 20] [--result FILE]

Requests go through the guard and the routers in one process, one after the other, so a figure is the time of the server alone.
The first round of each page is told apart: it reads the catalogue.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
import time
from datetime import date
from functools import partial
from pathlib import Path

import numpy as np
from fastapi import FastAPI
from fastapi.testclient import TestClient

import knowledge
from assistant.interface.app import everyone_is_public
from assistant.interface.guard import Guard
from assistant.interface.rooms.figures.routes import figures_room
from assistant.interface.rooms.layout import CONVERSATION
from assistant.interface.rooms.offers.routes import offers_room
from assistant.interface.rooms.seam import Reception
from assistant.interface.rooms.visits import Visits
from assistant.interface.settings import PageSettings
from benchmarks.generated_offers import generated_offers
from knowledge.catalogue.codec import RecordLine, read_records
from knowledge.catalogue.gazetteer import Gazetteer
from knowledge.store.catalogue import Catalogues
from knowledge.store.database import Database
from knowledge.store.records import RecordStore
from knowledge.store.sources import SourceStore
from knowledge.types import Audience, Source, SourceKind

RECORDS = Path(knowledge.__file__).parent / "library" / "records"

PAGES = {
    "bundled": (
        "/opleidingen",
        "/opleidingen?q=mechatronica&niveau=mbo-4&plaats=Enschede",
        "/opleidingen?q=werktuigbowkunde",
        "/opleidingen?bij=Almelo&km=25&maanden=48",
        "/opleidingen?weergave=kaart",
        "/opleidingen/crebo-25003-bbl",
        "/opleidingen/duo-han-30018-voltijd-arnhem",
        "/opleidingen/vergelijk?id=crebo-25003-bbl&id=crebo-25003-bol&id=duo-han-30018-voltijd-arnhem",
        "/cijfers",
        "/cijfers?onderwerp=students&verdeel=regio",
        "/cijfers?onderwerp=tension",
        "/cijfers/cijfers.csv?onderwerp=students&verdeel=regio",
    ),
    "synthetic": (
        "/opleidingen",
        "/opleidingen?q=opleiding+12",
        "/opleidingen?q=opleidign+oostwaarts&niveau=mbo-4&plaats=Plaats+3&euro=1",
        "/opleidingen?soort=mbo&richting=techniek&volgorde=kosten",
        "/opleidingen?weergave=kaart",
        "/opleidingen/o000007",
        "/opleidingen/o004242",
        "/opleidingen/vergelijk?id=o000001&id=o000002&id=o000003&id=o000004",
    ),
}


def main() -> None:
    """Run the benchmark and print or store its figures."""
    options = _options()
    result: dict[str, object] = {
        "offers": options.offers,
        "rounds": options.rounds,
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load_at_start": round(os.getloadavg()[0], 1),
    }
    for name, pages in PAGES.items():
        with tempfile.TemporaryDirectory() as folder:
            database = Database(f"sqlite:///{folder}/records.sqlite3")
            for line in _fill(database, name, options.offers):
                print(line)
            result[name] = measured(client_over(database), pages, options.rounds)
            database.close()
    text = json.dumps(result, indent=2)
    print(text)
    if options.result:
        Path(options.result).write_text(text + "\n", encoding="utf-8")


def measured(client: TestClient, pages: tuple[str, ...], rounds: int) -> dict[str, dict[str, float]]:
    """Return per page the milliseconds of the first request, and the median and 95th percentile of the others."""
    found = {}
    for path in pages:
        times = []
        for _ in range(rounds + 1):
            started = time.perf_counter()
            reply = client.get(path)
            times.append((time.perf_counter() - started) * 1000)
            assert reply.status_code == 200, (path, reply.status_code)
        middle, high = np.percentile(times[1:], [50, 95])
        found[path] = {"first": round(times[0], 1), "p50": round(middle, 1), "p95": round(high, 1)}
    return found


def client_over(database: Database) -> TestClient:
    """Return a browser at a site with both rooms."""
    catalogue_of = Catalogues(RecordStore(database), Gazetteer.read(RECORDS / "gazetteer.csv")).of
    reception = Reception((CONVERSATION,), Visits(), everyone_is_public, partial(date, 2026, 11, 21))
    rooms = (offers_room(reception, catalogue_of), figures_room(reception, catalogue_of))
    app = FastAPI()
    for room in rooms:
        app.include_router(room.router)
    app.add_middleware(
        Guard,
        settings=PageSettings(),
        is_kept=lambda session: False,
        doors=[room.doors for room in rooms],
        entries=[room.entry.path for room in rooms],
    )
    return TestClient(app, base_url="http://localhost", follow_redirects=False)


def _fill(database: Database, name: str, offers: int) -> tuple[str, ...]:
    store, said = SourceStore(database), []
    if name == "synthetic":
        _put(store, "offers", map(RecordLine.of, generated_offers(offers)))
        return (f"{offers} synthetic offers",)
    for path in sorted(RECORDS.glob("*.jsonl")):
        records = list(read_records(path))
        _put(store, path.stem, map(RecordLine.of, records))
        said.append(f"{path.stem}: {len(records)}")
    return tuple(said)


def _put(store: SourceStore, name: str, lines: object) -> None:
    source = Source(
        name,
        f"{name}-1",
        f"/{name}",
        name,
        SourceKind.CATALOGUE,
        "application/x-ndjson",
        "nl",
        Audience.PUBLIC,
        "0",
    )
    store.put(source, (), (), "/", "stamp", lines)  # type: ignore[arg-type]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--offers", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--result", default="")
    return parser.parse_args()


if __name__ == "__main__":
    main()
