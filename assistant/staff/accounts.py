"""Accounts of staff, the one-time codes that make them, and their sessions. Secrets are stored as hashes only."""

from __future__ import annotations

import hashlib
import re
import secrets
import threading
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, delete, func, insert, select, update

from assistant.staff import tables
from assistant.staff.passwords import Cost, Weakness, hashed, is_outdated, is_right, weakness_of
from knowledge.store.database import Database

CODE_SECONDS = 3600
"""A code is typed over from a terminal or a telephone at once; an hour is long enough for that."""

CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs that cannot be taken for one another (no 0, O, 1 or I): five bits each, eighty in sixteen."""

IDLE_SECONDS, LONGEST_SECONDS = 3600, 12 * 3600
"""A session ends an hour after its last use, and in any case after a working day (OWASP Session Management)."""

SLACK_SECONDS = 300
"""How far the clock may be set back before a session counts as one from the future, and ends."""

NAME = re.compile(r"[^\W_][\w .@-]{0,58}[^\W_]")
"""Two to sixty letters, digits, spaces and . - _ @, beginning and ending with a letter or digit."""


class Purpose(StrEnum):
    """What a one-time code is for."""

    FIRST = "first"
    """The first account. Worth nothing once there is an account."""
    INVITE = "invite"
    """A further account."""
    RESET = "reset"
    """A new password for an account."""


class Refusal(StrEnum):
    """Why something was not done; the page has a sentence for each."""

    CODE = "code"
    NAME = "name"
    TAKEN = "taken"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Account:
    """Someone of the staff."""

    name: str
    created_at: int
    created_by: str


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who is logged in. `form_token` belongs in every form that this session sends."""

    name: str
    form_token: str


class Accounts:
    """Accounts, codes and sessions in the SQL database. `now` gives seconds since 1970."""

    def __init__(self, database: Database, now: Callable[[], int], cost: Cost | None = None) -> None:
        self._database, self._now, self._cost = database, now, cost or Cost()
        self._seen: dict[str, int] = {}
        self._lock = threading.Lock()
        self._nobody = hashed(secrets.token_urlsafe(16), self._cost)
        database.create(tables.metadata)

    def all(self) -> tuple[Account, ...]:
        """Return the accounts by name."""
        accounts = tables.accounts.c
        query = select(accounts.name, accounts.created_at, accounts.created_by).order_by(accounts.name)
        with self._database.reading() as connection:
            return tuple(Account(*row) for row in connection.execute(query))

    def issue_code(self, purpose: Purpose, by: str, account: str = "") -> str:
        """Return a new code, to be shown once. Earlier codes for the same purpose and account end."""
        code = "-".join("".join(secrets.choice(CODE_LETTERS) for _ in range(4)) for _ in range(4))
        codes = tables.codes
        row = {
            "code_hash": _digest(_plain_code(code)),
            "purpose": purpose.value,
            "account": normal_name(account),
            "expires_at": self._now() + CODE_SECONDS,
            "created_by": by,
        }
        is_same = (codes.c.purpose == purpose.value) & (codes.c.account == row["account"])
        with self._database.writing() as connection:
            connection.execute(delete(codes).where(is_same | (codes.c.expires_at < self._now())))
            connection.execute(insert(codes).values(row))
        return code

    def redeem(self, code: str, name: str, password: str) -> Refusal | Weakness | None:
        """Use a code: make the account, or set its new password; None when that is done.

        A code that is wrong, used or too old is the same refusal, and comes before anything is said of names.
        A refused password or name leaves the code usable.
        """
        account = normal_name(name)
        with self._database.reading() as connection:
            kept = self._code(connection, code)
            is_taken = _stored(connection, account) is not None
        if kept is None:
            return Refusal.CODE
        purpose, invited_by, owner = kept
        if purpose is Purpose.RESET:
            account = owner
        elif is_taken or not NAME.fullmatch(account):
            return Refusal.TAKEN if is_taken else Refusal.NAME
        weakness = weakness_of(password, account)
        if weakness is not None:
            return weakness
        password_hash = hashed(password, self._cost)
        with self._database.writing() as connection:
            used = delete(tables.codes).where(tables.codes.c.code_hash == _digest(_plain_code(code)))
            if connection.execute(used).rowcount != 1:
                return Refusal.CODE
            if purpose is Purpose.RESET:
                _set_password(connection, account, password_hash)
            elif _stored(connection, account) is not None:
                return Refusal.TAKEN
            else:
                row = {"name": account, "password": password_hash, "created_at": self._now()}
                connection.execute(insert(tables.accounts).values(row | {"created_by": invited_by}))
        return None

    def is_right(self, name: str, password: str) -> bool:
        """Say whether this is the password of this account; an unknown name takes as long as a known one."""
        account = normal_name(name)
        with self._database.reading() as connection:
            stored = _stored(connection, account)
        if not is_right(password, stored or self._nobody) or stored is None:
            return False
        if is_outdated(stored, self._cost):
            renewed = hashed(password, self._cost)
            accounts = tables.accounts
            with self._database.writing() as connection:
                connection.execute(
                    update(accounts).where(accounts.c.name == account).values(password=renewed)
                )
        return True

    def change_password(self, name: str, password: str) -> Weakness | None:
        """Set a new password and end all sessions of the account."""
        account = normal_name(name)
        weakness = weakness_of(password, account)
        if weakness is None:
            password_hash = hashed(password, self._cost)
            with self._database.writing() as connection:
                _set_password(connection, account, password_hash)
        return weakness

    def remove(self, name: str) -> Refusal | None:
        """Remove an account with its sessions and codes; the last one stays."""
        account = normal_name(name)
        with self._database.writing() as connection:
            count = connection.execute(select(func.count()).select_from(tables.accounts)).scalar() or 0
            if _stored(connection, account) is None:
                return Refusal.NAME
            if count < 2:
                return Refusal.LAST
            connection.execute(delete(tables.sessions).where(tables.sessions.c.account == account))
            connection.execute(delete(tables.codes).where(tables.codes.c.account == account))
            connection.execute(delete(tables.accounts).where(tables.accounts.c.name == account))
        return None

    def open_session(self, name: str) -> str:
        """Return the token of a new session: 256 random bits, of which the hash alone is stored."""
        token, now = secrets.token_urlsafe(32), self._now()
        row = {
            "token_hash": _digest(token),
            "account": normal_name(name),
            "created_at": now,
            "seen_at": now,
        }
        sessions = tables.sessions
        with self._lock:
            self._seen = {key: seen for key, seen in self._seen.items() if now - seen <= IDLE_SECONDS}
        with self._database.writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.created_at < now - LONGEST_SECONDS))
            connection.execute(insert(sessions).values(row))
        return token

    def person_of(self, token: str) -> Person | None:
        """Return who a token belongs to, or None; a use keeps the session from going idle.

        Only reads the database, so that a page never waits for an ingest; `keep` writes the last use down.
        """
        if not re.fullmatch(r"[\w-]{43}", token):
            return None
        key, now = _digest(token), self._now()
        sessions = tables.sessions
        with self._database.reading() as connection:
            row = connection.execute(select(sessions).where(sessions.c.token_hash == key)).mappings().first()
        if row is None:
            return None
        with self._lock:
            seen = max(row["seen_at"], self._seen.get(key, 0))
            if not _is_alive(row["created_at"], seen, now):
                self._seen.pop(key, None)
                return None
            self._seen[key] = now
        return Person(row["account"], form_token(token))

    def keep(self, token: str) -> None:
        """Write down that a session is in use, for when the process is started again; at most once a minute."""
        now, sessions = self._now(), tables.sessions
        is_old = (sessions.c.token_hash == _digest(token)) & (sessions.c.seen_at < now - 60)
        with self._database.reading() as connection:
            found = connection.execute(select(sessions.c.account).where(is_old)).first()
        if found is not None:
            with self._database.writing() as connection:
                connection.execute(update(sessions).where(is_old).values(seen_at=now))

    def close_session(self, token: str) -> None:
        """End a session; one that is not there is no error."""
        with self._lock:
            self._seen.pop(_digest(token), None)
        with self._database.writing() as connection:
            connection.execute(delete(tables.sessions).where(tables.sessions.c.token_hash == _digest(token)))

    def _code(self, connection: Connection, code: str) -> tuple[Purpose, str, str] | None:
        """Return purpose, maker and account of a code that may still be used."""
        codes = tables.codes.c
        query = select(codes.purpose, codes.created_by, codes.account).where(
            codes.code_hash == _digest(_plain_code(code)), codes.expires_at >= self._now()
        )
        row = connection.execute(query).first()
        if row is None:
            return None
        if row[0] == Purpose.FIRST and connection.execute(select(tables.accounts.c.name)).first():
            return None
        return Purpose(row[0]), row[1], row[2]


def normal_name(name: str) -> str:
    """Return a name as it is stored: one spelling for what looks the same."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())[:100]


def form_token(session_token: str) -> str:
    """Return what the forms of a session carry; it tells nothing about the session's own token."""
    return hashlib.sha256(f"form {session_token}".encode()).hexdigest()


def _digest(secret: str) -> str:
    """Return the hash of a secret of at least eighty random bits, for which one round is enough."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _plain_code(code: str) -> str:
    """Return a code as it was made, however it is typed: without dashes and spaces, in capitals."""
    return re.sub(r"[\s-]", "", code[:100]).upper()


def _stored(connection: Connection, account: str) -> str | None:
    accounts = tables.accounts.c
    found: str | None = connection.execute(select(accounts.password).where(accounts.name == account)).scalar()
    return found


def _set_password(connection: Connection, account: str, password_hash: str) -> None:
    """Set a password and end the sessions that the old one opened."""
    accounts = tables.accounts
    connection.execute(update(accounts).where(accounts.c.name == account).values(password=password_hash))
    connection.execute(delete(tables.sessions).where(tables.sessions.c.account == account))


def _is_alive(created: int, seen: int, now: int) -> bool:
    is_past = created <= now + SLACK_SECONDS and seen <= now + SLACK_SECONDS
    return is_past and now - created <= LONGEST_SECONDS and now - seen <= IDLE_SECONDS
