"""How fast the catalogue is: importing 100,000 offers and answering four-facet queries with exact counts.

    python -m benchmarks.catalogue [--offers 100000] [--queries 200] [--database URL] [--result FILE]
    python -m tests.support.postgresql python -m benchmarks.catalogue    (on a PostgreSQL of its own)

Without --database (or LEERWIJZER_DATABASE_URL) a new SQLite file in a temporary folder is used. Import is from JSON Lines to committed
rows: reading, checking, flattening and inserting, without the search index. A query has four facets at
random, the counts of all facets, and a first page of 20 merged records.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import tempfile
import time
from pathlib import Path

import numpy as np

from benchmarks.generated_offers import FIELDS, LEVELS, PLACES, PROVIDERS, generated_offers
from knowledge.catalogue.codec import RecordLine, write_records
from knowledge.catalogue.gazetteer import Gazetteer
from knowledge.catalogue.queries import OfferFilter, OfferSort
from knowledge.catalogue.types import StudyMode
from knowledge.store.catalogue import Catalogues, StoredCatalogue
from knowledge.store.database import Database
from knowledge.store.records import RecordStore
from knowledge.store.sources import SourceStore
from knowledge.types import Audience, Source, SourceKind

SEED = 20261121


def main() -> None:
    """Run the benchmark and print or store its figures."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        database = Database(options.database or f"sqlite:///{folder}/catalogue.sqlite3")
        path = Path(folder) / "offers.jsonl"
        write_records(path, generated_offers(options.offers, SEED))
        seconds = import_seconds(database, path)
        started = time.perf_counter()
        catalogue = Catalogues(RecordStore(database), Gazetteer({})).of()
        catalogue.listing(OfferFilter())
        opened = time.perf_counter() - started
        times = query_seconds(catalogue, options.queries)
        database.close()
    low, middle, high = np.percentile(np.array(times) * 1000, [0, 50, 95])
    result = {
        "database": database.engine.dialect.name,
        "offers": options.offers,
        "seed": SEED,
        "import_rows_per_second": round(options.offers / seconds),
        "open_seconds": round(opened, 2),
        "queries": options.queries,
        "query_ms_min": round(low, 1),
        "query_ms_p50": round(middle, 1),
        "query_ms_p95": round(high, 1),
        "python": platform.python_version(),
        "processor_count": len(os.sched_getaffinity(0)),
    }
    print(json.dumps(result, indent=2))
    if options.result:
        options.result.parent.mkdir(parents=True, exist_ok=True)
        options.result.write_text(json.dumps(result, indent=2) + "\n", "utf-8")


def import_seconds(database: Database, path: Path) -> float:
    """Store the records of a file as one source and return the seconds that it took."""
    source = Source(
        "bench", "bench-1", "/bench/offers.jsonl", "Bench", SourceKind.CATALOGUE, "application/x-ndjson", "nl",
        Audience.PUBLIC, "0" * 64,
    )  # fmt: skip
    started = time.perf_counter()
    with path.open(encoding="utf-8") as lines:
        SourceStore(database).put(source, (), (), "", "", map(RecordLine.read, lines))
    return time.perf_counter() - started


def query_seconds(catalogue: StoredCatalogue, count: int) -> list[float]:
    """Return the seconds of `count` four-facet queries with counts and a page of 20."""
    chance = random.Random(SEED)
    times = []
    for _ in range(count):
        kind = chance.choice(tuple(LEVELS))
        choices = {
            "kind": (kind.value,),
            "level": LEVELS[kind][:2],
            "mode": tuple(mode.value for mode in chance.sample(tuple(StudyMode), 3)),
            "field": tuple(chance.sample(FIELDS, 10)),
            "place": tuple(f"Plaats {number}" for number in chance.sample(range(PLACES), 40)),
            "provider": tuple(f"school-{number}" for number in chance.sample(range(PROVIDERS), 40)),
            "language": tuple(chance.sample(("nl", "en", "de"), 2)),
            "state": ("current",),
        }
        wanted = OfferFilter(**{name: choices[name] for name in chance.sample(tuple(choices), 4)})
        started = time.perf_counter()
        catalogue.page(wanted, chance.choice(tuple(OfferSort)), size=20)
        times.append(time.perf_counter() - started)
    return times


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--offers", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=200)
    default = os.environ.get("LEERWIJZER_DATABASE_URL")
    parser.add_argument("--database", default=default, help="SQLAlchemy URL of an empty database")
    parser.add_argument("--result", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
