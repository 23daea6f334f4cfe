"""Keeps conversations in the SQL database, only after the person agreed, and forgets them on request."""

from __future__ import annotations

import json
import time

from sqlalchemy import BigInteger, Column, MetaData, String, Table, Text, delete, insert, select

from assistant.types import Turn
from knowledge.store.database import Database

KEPT_DAYS = 30
"""Our choice: long enough to come back to a choice of study, short enough to be forgotten by itself."""

_metadata = MetaData()

_conversations = Table(
    "conversations",
    _metadata,
    Column("session_id", String(128), primary_key=True),
    Column("turns", Text, nullable=False),
    Column("saved_at", BigInteger, nullable=False, index=True),
)


class SqlConversations:
    """A `ConversationStore` in the SQL database. Turns are plain JSON; nothing in them is ever executed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.create(_metadata)
        with database.writing() as connection:
            connection.execute(delete(_conversations).where(_conversations.c.saved_at < _oldest_kept()))

    def save(self, session_id: str, turns: tuple[Turn, ...]) -> None:
        """Replace what is kept of this session with `turns`, oldest first."""
        written = json.dumps([[turn.role, turn.text] for turn in turns], ensure_ascii=False)
        with self._database.writing() as connection:
            connection.execute(delete(_conversations).where(_conversations.c.session_id == session_id))
            connection.execute(
                insert(_conversations).values(session_id=session_id, turns=written, saved_at=int(time.time()))
            )

    def load(self, session_id: str) -> tuple[Turn, ...]:
        """Return the kept turns, oldest first; empty when nothing is kept or it has become too old."""
        query = select(_conversations.c.turns).where(
            _conversations.c.session_id == session_id, _conversations.c.saved_at >= _oldest_kept()
        )
        with self._database.reading() as connection:
            written = connection.execute(query).scalar()
        return tuple(Turn(role, text) for role, text in json.loads(written)) if written else ()

    def delete(self, session_id: str) -> None:
        """Forget the session; a session that is not kept is no error."""
        with self._database.writing() as connection:
            connection.execute(delete(_conversations).where(_conversations.c.session_id == session_id))


def _oldest_kept() -> int:
    return int(time.time()) - KEPT_DAYS * 24 * 3600
