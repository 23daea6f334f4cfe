"""The truth in PostgreSQL: the same promises as in SQLite, on a real server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import text

from knowledge.errors import DatabaseUnavailableError
from knowledge.indexing import FileState
from knowledge.progress import silent
from knowledge.store.database import Database
from knowledge.types import Audience
from tests.support.homes import Home, states
from tests.support.killed_ingest import check_index
from tests.support.postgresql import Server, postgresql_server

pytest.importorskip("psycopg", reason="the driver of PostgreSQL is not installed (extra `postgresql`)")

LASSEN = "# Lassen\n\nLassen leer je in Hengelo bij een bedrijfsschool.\n"
FREZEN = "# Frezen\n\nFrezen leer je in Rijssen bij de metaalschool.\n"

names = map("truth_{}".format, count())


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with postgresql_server() as running:
        yield running


@pytest.fixture
def address(server: Server) -> str:
    return server.new_database(next(names))


@pytest.fixture
def home(address: str, tmp_path: Path) -> Iterator[Home]:
    made = Home.below(tmp_path, database_url=address)
    yield made
    made.knowledge.close()


def rows(home: Home) -> dict[str, int]:
    with home.knowledge.database.reading() as connection:
        tables = ("versions", "active", "pages", "passages", "vectors", "generations", "generation_sources")
        return {
            name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar() or 0 for name in tables
        }


def test_an_ingest_is_stored_found_and_not_repeated(home: Home) -> None:
    home.write("lassen.md", LASSEN)
    home.write("frezen.md", FREZEN)
    home.ingest(audience=Audience.PUBLIC)
    before = rows(home)
    assert set(states(home.ingest()).values()) == {FileState.UNCHANGED}
    assert rows(home) == before
    assert home.titles("waar leer ik lassen")[0] == "Lassen"
    check_index(home.knowledge)


def test_a_change_a_removal_and_a_rollback(home: Home) -> None:
    path = home.write("lassen.md", LASSEN)
    home.write("frezen.md", FREZEN)
    home.ingest()
    path.unlink()
    assert states(home.ingest())["lassen.md"] is FileState.REMOVED
    assert [stored.source.title for stored in home.knowledge.store.sources()] == ["Frezen"]
    home.knowledge.ingest.roll_back()
    assert [stored.source.title for stored in home.knowledge.store.sources()] == ["Frezen", "Lassen"]
    assert home.titles("waar leer ik lassen")[0] == "Lassen"


def test_dates_and_audience_come_back_as_they_went_in(home: Home) -> None:
    home.write(
        "regeling.md",
        "---\nvalid_until: 2026-12-31\naudience: staff\n---\n# Regeling\n\nEen regeling voor lassers.\n",
    )
    home.ingest()
    (stored,) = home.knowledge.store.sources()
    assert stored.source.audience is Audience.STAFF
    assert stored.source.valid_until == date(2026, 12, 31)
    assert home.titles("regeling") == []


def test_a_nul_character_breaks_nothing(home: Home) -> None:
    home.write("nul.txt", "Lassen leer je in Hengelo\x00 bij een school.\nDe prijs is 5\x00 euro.\n")
    home.write("nul.csv", "naam,plaats\nlas\x00sen,Hengelo\n")
    home.write(
        "nul.md",
        '---\ntitle: "Tit\\0el"\npublisher: "Uit\\0gever"\n---\n# Kop\x00je\n\nEen\x00 zin over zagen.\n',
    )
    assert set(states(home.ingest()).values()) == {FileState.NEW}
    stored = home.knowledge.store.sources()
    passages = list(home.knowledge.store.passages_of([item.source.version for item in stored]))
    assert "\x00" not in "".join(passage.text for passage in passages)
    assert "\x00" not in "".join(item.source.title + item.source.publisher for item in stored)


def test_two_processes_may_make_the_tables_at_once(address: str) -> None:
    start = threading.Barrier(6)

    def opened(_: int) -> int:
        start.wait()
        database = Database(address)
        with database.reading() as connection:
            found = connection.execute(text("SELECT count(*) FROM schema_info")).scalar() or 0
        database.close()
        return found

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(opened, range(6))) == [1] * 6


def test_a_rebuild_embeds_nothing_anew(home: Home) -> None:
    home.write("lassen.md", LASSEN)
    home.ingest()
    before = rows(home)["vectors"]
    home.knowledge.ingest.rebuild(silent)
    assert rows(home)["vectors"] == before > 0


def test_a_server_that_restarted_is_found_again(server: Server, home: Home) -> None:
    home.write("lassen.md", LASSEN)
    home.ingest()
    before = home.titles("waar leer ik lassen")
    server.restart()
    assert home.titles("waar leer ik lassen") == before


def test_a_server_that_is_not_there_is_named_without_its_password(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailableError) as caught:
        Database(f"postgresql+psycopg://lezer:geheim@/truth?host={tmp_path}")
    assert "postgresql" in str(caught.value)
    assert "geheim" not in str(caught.value)
