"""What staff did, kept in the database: who, when, what, to which source or account."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import delete, insert, select

from assistant.staff import tables
from knowledge.store.database import Database

MOST_KEPT = 5_000
"""Years of work of a small staff; the oldest lines leave first."""


@dataclass(frozen=True, slots=True)
class Action:
    """One line of the log; `at` counts seconds since 1970."""

    at: int
    who: str
    what: str
    about: str


class ActionLog:
    """The log in the SQL database."""

    def __init__(self, database: Database, now: Callable[[], int]) -> None:
        self._database, self._now = database, now
        database.create(tables.metadata)

    def add(self, who: str, what: str, about: str = "") -> None:
        """Write a line."""
        actions = tables.actions
        row = {"at": self._now(), "who": who[:100], "what": what, "about": about[:1_000]}
        with self._database.writing() as connection:
            connection.execute(insert(actions).values(row))
            oldest = select(actions.c.number).order_by(actions.c.number.desc()).offset(MOST_KEPT).limit(1)
            last = connection.execute(oldest).scalar()
            if last is not None:
                connection.execute(delete(actions).where(actions.c.number <= last))

    def newest(self, most: int = 100) -> tuple[Action, ...]:
        """Return the newest lines, the newest first."""
        actions = tables.actions.c
        query = select(actions.at, actions.who, actions.what, actions.about)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(actions.number.desc()).limit(most))
            return tuple(Action(*row) for row in rows)
