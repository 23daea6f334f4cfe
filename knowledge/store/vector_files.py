"""The fingerprints of Chroma's files, as far as they stay the same after a build.

Chroma writes to its folder when it merely opens it: to the table `acquire_write` of its SQLite file, and to
the HNSW files of a collection that it has not persisted yet (below 1,000 vectors; their truth is then in
the SQLite file). All else is fixed; measured with Chroma 1.5.9 over 50 to 10,500 vectors.
"""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

SQLITE = "chroma.sqlite3"
PERSISTED = "index_metadata.pickle"
"""Present beside the HNSW files of a collection once they are its truth. Never unpickled here."""

REWRITTEN_TABLES = frozenset({"acquire_write"})

BUSY_SECONDS = 10


def fixed_vector_files(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of what is fixed in a Chroma folder, by relative path.

    A SQLite file that cannot be read has the fingerprint "", which no sound file has.
    """
    hashes = {}
    if (folder / SQLITE).is_file():
        hashes[SQLITE] = _contents_hash(folder / SQLITE)
    for metadata in sorted(folder.glob(f"*/{PERSISTED}")):
        for path in sorted(metadata.parent.iterdir()):
            hashes[path.relative_to(folder).as_posix()] = file_hash(path)
    return hashes


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _contents_hash(path: Path) -> str:
    """Return the SHA-256 of the rows of all tables that stay the same, or "" when the file is damaged."""
    digest = hashlib.sha256()
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
    try:
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            return ""
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).fetchall()
        for (table,) in tables:
            if table not in REWRITTEN_TABLES:
                digest.update(table.encode())
                for row in connection.execute(f'SELECT * FROM "{table}"'):
                    digest.update(repr(row).encode())
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return ""
    finally:
        connection.close()
    return digest.hexdigest()
