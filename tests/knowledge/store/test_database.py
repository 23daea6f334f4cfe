"""The database: durable, checked at opening, never silently recreated."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlalchemy import text, update

from knowledge.errors import DamagedDatabaseError, NewerSchemaError
from knowledge.store import schema
from knowledge.store.database import Database


def opened(path: Path) -> Database:
    return Database(f"sqlite:///{path}")


def test_a_new_database_gets_its_tables(tmp_path: Path) -> None:
    database = opened(tmp_path / "deep" / "truth.sqlite3")
    with database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM versions")).scalar() == 0


def test_writes_wait_for_the_disk(tmp_path: Path) -> None:
    with opened(tmp_path / "truth.sqlite3").reading() as connection:
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"


def test_its_state_is_another_after_another_process_wrote(tmp_path: Path) -> None:
    here, there = opened(tmp_path / "truth.sqlite3"), opened(tmp_path / "truth.sqlite3")

    def settled(seconds: int) -> tuple[int, ...] | None:
        for file in tmp_path.iterdir():
            os.utime(file, (seconds, seconds))
        return here.state()

    before = settled(1_000_000)
    assert before is not None
    assert here.state() == before
    with there.writing() as connection:
        connection.execute(update(schema.schema_info).values(version=schema.SCHEMA_VERSION))
    assert settled(1_000_001) != before


@pytest.mark.parametrize("offset", [0, 4096])
def test_a_damaged_database_is_named_and_left_alone(tmp_path: Path, offset: int) -> None:
    path = tmp_path / "truth.sqlite3"
    opened(path).close()
    damaged = bytearray(path.read_bytes())
    damaged[offset : offset + 20_480] = bytes(len(damaged[offset : offset + 20_480]))
    path.write_bytes(damaged)
    with pytest.raises(DamagedDatabaseError, match=r"truth\.sqlite3"):
        opened(path)
    assert path.read_bytes() == bytes(damaged)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "truth.sqlite3"
    path.write_text("dit is geen database " * 500)
    with pytest.raises(DamagedDatabaseError, match=r"truth\.sqlite3"):
        opened(path)


def test_a_database_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    database = opened(tmp_path / "truth.sqlite3")
    with database.writing() as connection:
        connection.execute(update(schema.schema_info).values(version=schema.SCHEMA_VERSION + 1))
    with pytest.raises(NewerSchemaError, match="Werk Leerwijzer bij"):
        opened(tmp_path / "truth.sqlite3")


def test_the_password_of_a_server_stays_out_of_messages() -> None:
    from sqlalchemy.engine import make_url

    assert "geheim" not in make_url("postgresql+psycopg://school:geheim@db/leerwijzer").render_as_string(
        hide_password=True
    )
