"""Which files of the bundled library are knowledge, and which are about it."""

from __future__ import annotations

from pathlib import Path

LIBRARY_PREFIX = "leerwijzer:"
"""What the addresses of bundled documents begin with; they do not depend on where the package is installed."""

NOT_KNOWLEDGE = (
    "README.md",
    "facts.csv",
    "sources_of_pdf",
    "catalogus",
    "questions",
    "records/README.md",
    "records/gazetteer.csv",
)
"""Entries of the library's root that describe or build the library and must not be indexed.

`catalogus` holds the rows from which `records/offers.jsonl` is made, `sources_of_pdf` the Markdown from which the
PDFs are built: what is made of them is indexed. `questions` holds what people ask of the sentences.
"""

KNOWLEDGE_SUFFIXES = frozenset({".md", ".pdf", ".jsonl"})


def is_bundled(address: str) -> bool:
    """Say whether the source at an address is of the bundled library."""
    return address.startswith(LIBRARY_PREFIX)


def library_files(library: Path) -> tuple[Path, ...]:
    """Return the files of `library` that are to be indexed, sorted by path; empty when there are none."""
    return tuple(
        path
        for path in sorted(library.rglob("*"))
        if path.suffix in KNOWLEDGE_SUFFIXES
        and not path.relative_to(library).as_posix().startswith(NOT_KNOWLEDGE)
    )


def question_files(library: Path) -> tuple[Path, ...]:
    """Return the files with the questions that the sentences of `library` answer, sorted; empty when there are none."""
    return tuple(sorted((library / "questions").glob("*.jsonl")))
