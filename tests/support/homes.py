"""A knowledge base in a temporary folder, with documents that a test writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.build import Knowledge, build_knowledge
from knowledge.config import KnowledgeSettings, ParsingLimits
from knowledge.indexing import IngestReport
from knowledge.ingest_plan import FileState
from knowledge.parsing.sandbox import Sandbox
from knowledge.progress import silent
from knowledge.retrieval.hybrid import Query
from knowledge.store.checker import GenerationChecker
from knowledge.types import Audience


class _SharedChecker(GenerationChecker):
    """Stays when a knowledge base is closed, for the next test."""

    def close(self) -> None:
        """Do nothing."""


CHECKER = _SharedChecker()
"""One for all tests of a process: it loads Chroma once."""


class _SharedSandbox(Sandbox):
    """Stays when a knowledge base is closed, for the next test."""

    def close(self) -> None:
        """Do nothing."""


SANDBOX = _SharedSandbox(ParsingLimits())
"""One for all tests of a process: its worker loads the parsers once, which takes as long as the rest of a small ingest."""

TODAY = date(2026, 11, 21)


@dataclass(frozen=True, slots=True)
class Home:
    """A folder of documents and the knowledge base made from it."""

    documents: Path
    knowledge: Knowledge

    @classmethod
    def below(cls, folder: Path, database_url: str = "") -> Home:
        """Return an empty one below `folder`, in SQLite unless another database is named."""
        documents = folder / "documents"
        documents.mkdir(parents=True, exist_ok=True)
        home = folder / "home"
        settings = KnowledgeSettings(
            home=home,
            database_url=database_url or f"sqlite:///{home / 'leerwijzer.sqlite3'}",
            embedder="hashed",
            library=folder / "library",
            workers=1,
        )
        return cls(documents, build_knowledge(settings, CHECKER, SANDBOX))

    def write(self, name: str, text: str) -> Path:
        """Write a document."""
        path = self.documents / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def ingest(self, audience: Audience | None = None, is_dry: bool = False) -> IngestReport:
        """Ingest the folder of documents."""
        return self.knowledge.ingest.run([self.documents], silent, audience, is_dry)

    def titles(self, question: str, audience: Audience = Audience.PUBLIC, today: date = TODAY) -> list[str]:
        """Return the titles that a question finds, best first."""
        hits = self.knowledge.retriever().retrieve(Query(question, audience, today))
        return list(dict.fromkeys(hit.source.title for hit in hits))


def states(report: IngestReport) -> dict[str, FileState]:
    """Return the state of each file of a report by its name."""
    return {Path(file.address).name: file.state for file in report.files}
