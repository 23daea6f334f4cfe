"""Which files of the bundled library are knowledge, and which are about it."""

from __future__ import annotations

from pathlib import Path

NOT_KNOWLEDGE = ("README.md", "facts.csv", "records", "sources_of_pdf")
"""Entries of the library's root that describe or build the library and must not be indexed.

`records` holds records and the gazetteer, which are read as such; `sources_of_pdf` holds the Markdown from
which the PDFs are built: the PDFs themselves are indexed.
"""

KNOWLEDGE_SUFFIXES = frozenset({".md", ".pdf", ".csv"})


def library_files(library: Path) -> tuple[Path, ...]:
    """Return the files of `library` that are to be indexed, sorted by path; empty when there are none."""
    return tuple(
        path
        for path in sorted(library.rglob("*"))
        if path.suffix in KNOWLEDGE_SUFFIXES and path.relative_to(library).parts[0] not in NOT_KNOWLEDGE
    )
