"""The tables of the staff: accounts, one-time codes, sessions, and what was done."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, MetaData, String, Table, Text

metadata = MetaData()

accounts = Table(
    "staff_accounts",
    metadata,
    Column("name", String(100), primary_key=True),
    Column("password", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("created_by", String(100), nullable=False),
)

codes = Table(
    "staff_codes",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("purpose", String(16), nullable=False),
    Column("account", String(100), nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("created_by", String(100), nullable=False),
)

sessions = Table(
    "staff_sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("account", String(100), nullable=False, index=True),
    Column("created_at", BigInteger, nullable=False),
    Column("seen_at", BigInteger, nullable=False),
)

actions = Table(
    "staff_actions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", BigInteger, nullable=False),
    Column("who", String(100), nullable=False),
    Column("what", String(32), nullable=False),
    Column("about", Text, nullable=False),
)
"""What was done by whom; `what` is a key of ours, `about` the thing it was done to. Never a secret."""
