"""The product itself as something to measure: its own ingest and its own retrieval in a temporary home."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from evals.retrieval import Dataset, Document
from knowledge.build import build_knowledge, language_of
from knowledge.config import settings_from
from knowledge.ingest_plan import source_id_of
from knowledge.library.contents import LIBRARY_PREFIX
from knowledge.progress import silent
from knowledge.retrieval.hybrid import HybridRetriever, Query
from knowledge.types import Audience

DAY = date(2026, 1, 1)
"""A fixed day: what is measured has no validity window."""


LIBRARY_DAY = date(2026, 11, 21)
"""The day on which the bundled library was checked: its schemes are open or ended as of then."""


class ProductSearch:
    """Finds the documents of a data set by the passages that the product retrieves."""

    def __init__(self, retriever: HybridRetriever, document_of: dict[str, str]) -> None:
        self._retriever = retriever
        self._document_of = document_of

    def search(self, query: str, k: int) -> list[str]:
        """Return the ids of at most `k` documents, in the order in which a passage of theirs comes first."""
        asked = Query(query, Audience.PUBLIC, DAY, limit=2 * k, language=language_of(query))
        found = (self._document_of[hit.source.id] for hit in self._retriever.retrieve(asked))
        return list(dict.fromkeys(found))[:k]


class LibrarySearch:
    """Finds passages of the bundled library, named by the path of their document in it."""

    def __init__(self, retriever: HybridRetriever, address_of: dict[str, str]) -> None:
        self._retriever = retriever
        self._address_of = address_of

    def addresses(self, question: str, k: int) -> list[str]:
        """Return the address of the document of each of at most `k` passages, best first."""
        asked = Query(question, Audience.PUBLIC, LIBRARY_DAY, limit=k, language=language_of(question))
        return [self._address_of[hit.source.id] for hit in self._retriever.retrieve(asked)]


@contextmanager
def library_search(home: Path | None = None) -> Iterator[LibrarySearch]:
    """Ingest the bundled library as the product does, into `home` or a folder that is removed, and search it."""
    with tempfile.TemporaryDirectory(prefix="leerwijzer-evals-") as folder:
        settings = settings_from(os.environ, home or Path(folder) / "home")
        knowledge = build_knowledge(settings)
        root = settings.library.resolve()
        files = (path for path in root.rglob("*") if path.is_file())
        addresses = (path.relative_to(root).as_posix() for path in files)
        address_of = {source_id_of(LIBRARY_PREFIX + address): address for address in addresses}
        try:
            knowledge.make_ready(silent)
            yield LibrarySearch(knowledge.retriever(), address_of)
        finally:
            knowledge.close()


@contextmanager
def product_search(dataset: Dataset) -> Iterator[ProductSearch]:
    """Ingest the documents of `dataset` as files and give a search over them; leaves nothing behind.

    Of documents with the same content one is found; identical texts cannot be told apart by searching.
    """
    with tempfile.TemporaryDirectory(prefix="leerwijzer-evals-") as folder:
        documents = Path(folder).resolve() / "documents"
        documents.mkdir()
        document_of: dict[str, str] = {}
        for number, document in enumerate(dataset.documents):
            path = documents / f"{number:07d}.md"
            path.write_text(_markdown(document), "utf-8")
            document_of[source_id_of(str(path))] = document.id
        settings = replace(settings_from(os.environ, Path(folder) / "home"), library=Path(folder) / "none")
        knowledge = build_knowledge(settings)
        try:
            knowledge.ingest.run([documents], silent)
            yield ProductSearch(knowledge.retriever(), document_of)
        finally:
            knowledge.close()


def _markdown(document: Document) -> str:
    """Return a document as Markdown that reads back as its title and its text, with nothing taken for markup."""
    title = json.dumps(" ".join(document.title.split()), ensure_ascii=False)
    head = f"---\ntitle: {title}\n---\n" if document.title.strip() else ""
    plain = MARKUP.sub(r"\\\g<0>", document.text)
    return f"{head}{plain}\n"


MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~^]")
