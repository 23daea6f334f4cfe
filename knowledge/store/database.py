"""The SQL database: opened, checked and never silently recreated."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, MetaData, create_engine, event, insert, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError

from knowledge.errors import (
    DamagedDatabaseError,
    DatabaseUnavailableError,
    DiskFullError,
    KnowledgeError,
    NewerSchemaError,
    SettingError,
)
from knowledge.store import schema
from knowledge.store.failures import folder_failure, has_no_room, writing_below

BUSY_SECONDS = 10
"""How long a writer waits for another; without waiting 75-99 % of concurrent inserts failed."""

SCHEMA_LOCK = 7_302_116
"""Key of the PostgreSQL advisory lock under which tables are created; any number that is only ours."""

DATABASE_ADDRESS = (
    "een adres als postgresql+psycopg://naam:wachtwoord@server/leerwijzer, "
    "met het stuurprogramma erbij (pip install 'leerwijzer[postgresql]')"
)

QUICK_CHECK_BYTES = 512 * 1024 * 1024
"""A file above this size is checked by its header and schema only: a full check would cost seconds at every start."""


class Database:
    """The truth. One per process; safe to use from several threads.

    Opening creates the tables of an empty database, refuses one of a newer schema
    (`NewerSchemaError`) and one that is damaged (`DamagedDatabaseError`).
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.writes = 0
        """Transactions of this process that were stored: what was read before the last one may have changed."""
        self.path = _sqlite_path(url)
        if self.path is not None:
            with writing_below(self.path.parent):
                self.path.parent.mkdir(parents=True, exist_ok=True)
        self.engine = _engine(url, self.path)
        with self._translated():
            self._prepare()

    @property
    def label(self) -> str:
        """How messages name this database: the file, or the address without its password."""
        return str(self.path) if self.path else make_url(self.url).render_as_string(hide_password=True)

    def state(self) -> tuple[int, ...] | None:
        """Return what is another after any process stored something; None where that cannot be told from the files.

        The clock of a disk ticks in steps: a file that was written a moment ago may be written again and look the same.
        """
        if self.path is None:
            return None
        found: list[int] = []
        for path in (self.path, self.path.with_name(f"{self.path.name}-wal")):
            try:
                status = path.stat()
            except FileNotFoundError:
                found += (0, 0)
                continue
            found += (status.st_mtime_ns, status.st_size)
        return tuple(found)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection for reading."""
        with self._translated(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection inside one transaction: all of it is stored on leaving, or nothing."""
        with self._translated(), self.engine.begin() as connection:
            yield connection
        self.writes += 1

    def create(self, tables: MetaData) -> None:
        """Create the tables that are not there yet; two processes may do so at the same moment."""
        with self._translated(), self._alone():
            tables.create_all(self.engine)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def _prepare(self) -> None:
        if self.path is not None:
            _check_sqlite(self.path)
        with self._alone():
            schema.metadata.create_all(self.engine)
            with self.engine.begin() as connection:
                found = connection.execute(select(schema.schema_info.c.version)).scalar()
                if found is None:
                    connection.execute(insert(schema.schema_info).values(version=schema.SCHEMA_VERSION))
                    found = schema.SCHEMA_VERSION
        if found > schema.SCHEMA_VERSION:
            raise NewerSchemaError(self.label, found, schema.SCHEMA_VERSION)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold off other processes that would create the same tables (no database does that by itself)."""
        if self.path is not None:
            lock = FileLock(self.path.with_suffix(".lock"), timeout=BUSY_SECONDS)
            try:
                lock.acquire()
            except Timeout as error:
                raise DatabaseUnavailableError(
                    self.label, "een ander programma maakt er tabellen in"
                ) from error
            except OSError as error:
                raise folder_failure(self.path.parent, error) from error
            try:
                yield
            finally:
                lock.release()
            return
        with self.engine.begin() as connection:
            if self.engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": SCHEMA_LOCK})
            yield

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turn the driver's errors into ours: a full disk and a damaged file have their own cure."""
        try:
            yield
        except OperationalError as error:
            raise _unusable(self.label, self.path, str(error.orig)) from error
        except DatabaseError as error:
            if "malformed" in str(error.orig) or "not a database" in str(error.orig):
                raise DamagedDatabaseError(self.label, str(error.orig)) from error
            raise


def _sqlite_path(url: str) -> Path | None:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise SettingError("LEERWIJZER_DATABASE_URL", "geen adres", DATABASE_ADDRESS) from error
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        return None
    return Path(parsed.database)


def _engine(url: str, path: Path | None) -> Engine:
    if path is None:
        try:
            return create_engine(url, pool_pre_ping=True)
        except (NoSuchModuleError, ModuleNotFoundError) as error:
            backend = make_url(url).drivername
            raise SettingError("LEERWIJZER_DATABASE_URL", backend, DATABASE_ADDRESS) from error
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(connection: sqlite3.Connection, _record: Any) -> None:
    """Make every acknowledged write survive a killed process and a power cut (WAL, synchronous=FULL)."""
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _check_sqlite(path: Path) -> None:
    """Raise `DamagedDatabaseError` when the file exists and is not a sound SQLite database.

    `quick_check` reads every page of the file.
    """
    if not path.exists() or path.stat().st_size == 0:
        return
    address = f"{path.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS)) as connection:
            if path.stat().st_size > QUICK_CHECK_BYTES:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
                return
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise _unusable(str(path), path, str(error)) from error
    except sqlite3.DatabaseError as error:
        raise DamagedDatabaseError(str(path), str(error)) from error
    if found != "ok":
        raise DamagedDatabaseError(str(path), found)


def _unusable(label: str, path: Path | None, found: str) -> KnowledgeError:
    """Return what an operational error means: SQLite reports a disk without room as such, or as an I/O error."""
    is_vague = "disk I/O" in found or "unable to open" in found
    if "is full" in found or (is_vague and path is not None and has_no_room(path.parent)):
        return DiskFullError(label)
    return DatabaseUnavailableError(label, found)
