"""The tables of the truth, and its schema version.

A *version* of a source is immutable: its pages and passages are written once, in one transaction, and
are deleted only when no generation lists them any more. `active` says which version of each source is
current. So a reader of an older generation still finds every passage it cites, and a rollback is one
update.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

SCHEMA_VERSION = 1
"""Raised with every change of the tables; a database with a higher number is refused."""

metadata = MetaData()

schema_info = Table("schema_info", metadata, Column("version", Integer, primary_key=True))

versions = Table(
    "versions",
    metadata,
    Column("version", String(32), primary_key=True),
    Column("source_id", String(32), nullable=False, index=True),
    Column("address", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("media_type", String(128), nullable=False),
    Column("language", String(8), nullable=False),
    Column("audience", String(16), nullable=False),
    Column("content_hash", String(64), nullable=False, index=True),
    Column("publisher", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("published", Date),
    Column("valid_from", Date),
    Column("valid_until", Date),
    Column("checked_on", Date),
    Column("page_count", Integer, nullable=False),
    Column("passage_count", Integer, nullable=False),
)

active = Table(
    "active",
    metadata,
    Column("source_id", String(32), primary_key=True),
    Column("version", String(32), ForeignKey("versions.version"), nullable=False),
    Column("address", Text, nullable=False, unique=True),
    Column("root", Text, nullable=False, index=True),
    Column("stamp", Text, nullable=False),
)
"""`root` is the folder whose ingest owns the source; `stamp` is the file's size, times and inode when read."""

aliases = Table(
    "aliases",
    metadata,
    Column("address", Text, primary_key=True),
    Column("source_id", String(32), nullable=False, index=True),
    Column("root", Text, nullable=False),
    Column("stamp", Text, nullable=False),
)
"""Further files with the content of an active source: one document, several names."""

pages = Table(
    "pages",
    metadata,
    Column("version", String(32), ForeignKey("versions.version", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("label", Text, nullable=False),
    Column("text", Text, nullable=False),
)

passages = Table(
    "passages",
    metadata,
    Column("id", String(48), primary_key=True),
    Column("version", String(32), ForeignKey("versions.version", ondelete="CASCADE"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("heading_path", Text, nullable=False),
    Column("locator", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("page_number", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("language", String(8), nullable=False),
    Column("extra", Text, nullable=False),
    Index("passages_by_version", "version", "ordinal"),
)
"""`heading_path`, `locator` and `extra` (references, record) are JSON written by `rows.py`."""

records = Table(
    "records",
    metadata,
    Column("version", String(32), ForeignKey("versions.version", ondelete="CASCADE"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("id", Text, nullable=False),
    Column("merge_key", Text, nullable=False),
    Column("facets", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("records_by_id", "kind", "id"),
)
"""What a source states as records: `body` is JSON by `catalogue.codec`, `facets` by `catalogue.facets`."""

vectors = Table(
    "vectors",
    metadata,
    Column("embedder", String(80), primary_key=True),
    Column("text_hash", String(64), primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)
"""Vectors by content, little-endian float32, so that an unchanged text is never embedded twice."""

generations = Table(
    "generations",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("fingerprint", String(200), nullable=False),
    Column("built_at", BigInteger, nullable=False),
)

generation_sources = Table(
    "generation_sources",
    metadata,
    Column("number", Integer, ForeignKey("generations.number", ondelete="CASCADE"), primary_key=True),
    Column("source_id", String(32), primary_key=True),
    Column("version", String(32), ForeignKey("versions.version"), nullable=False, index=True),
    Column("root", Text, nullable=False),
    Column("stamp", Text, nullable=False),
)
"""The set of active sources that a generation was built from: what a rollback returns to."""
