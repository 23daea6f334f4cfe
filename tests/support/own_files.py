"""The chain over files that a school brings itself, beside the library that comes with the project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from assistant.build import chain_over
from assistant.chain import AnswerChain
from assistant.config import AssistantSettings
from knowledge.progress import silent
from tests.support.library_home import LibraryHome, opened_copy

TODAY = date(2026, 11, 21)


@contextmanager
def answering_from(library: LibraryHome, folder: Path, files: Mapping[str, str]) -> Iterator[AnswerChain]:
    """A chain that has the bundled library and `files` (text by name) in `folder`; it lives on 21 November 2026."""
    own = folder / "own"
    own.mkdir()
    for name, text in files.items():
        (own / name).write_text(text, "utf-8")
    with opened_copy(library, folder / "home") as knowledge:
        knowledge.ingest.run([own], silent)
        yield chain_over(knowledge, AssistantSettings(), {}, lambda: TODAY)
