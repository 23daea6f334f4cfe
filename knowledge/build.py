"""Puts the knowledge base together: the only module of this package that picks concrete classes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial

from knowledge.catalogue.gazetteer import Gazetteer
from knowledge.config import KnowledgeSettings
from knowledge.embedding.choice import build_embedder
from knowledge.embedding.domain import DomainEmbedder
from knowledge.embedding.seam import Embedder
from knowledge.errors import DamagedGenerationError, DiskFullError, StoreBusyError
from knowledge.indexing import Ingest, IngestReport
from knowledge.language.analysis import Analyzer
from knowledge.language.detection import detect
from knowledge.library.contents import LIBRARY_PREFIX, question_files
from knowledge.parsing.sandbox import Sandbox
from knowledge.progress import Progress
from knowledge.retrieval.asked_answers import AskedAnswers
from knowledge.retrieval.asked_files import read_asked
from knowledge.retrieval.asked_places import AskedKeeper
from knowledge.retrieval.hybrid import HybridRetriever
from knowledge.retrieval.spelling import SpellingDesk
from knowledge.retrieval.translation import Translator
from knowledge.store.builder import GenerationBuilder
from knowledge.store.catalogue import Catalogues
from knowledge.store.checker import GenerationChecker
from knowledge.store.database import Database
from knowledge.store.failed import FailedFiles
from knowledge.store.generations import GenerationReader
from knowledge.store.originals import OriginalFiles
from knowledge.store.records import RecordStore
from knowledge.store.sources import SourceStore


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The knowledge base, opened: what the assistant and the command line work with."""

    settings: KnowledgeSettings
    database: Database
    store: SourceStore
    embedder: Embedder
    builder: GenerationBuilder
    ingest: Ingest
    failed: FailedFiles
    originals: OriginalFiles
    sandbox: Sandbox
    catalogues: Catalogues
    checker: GenerationChecker

    def retriever(self) -> HybridRetriever:
        """Return a retriever over the current generation, which it follows when it changes."""
        reader = GenerationReader(self.builder.shelf, self.settings.home, self.settings.chroma_url)
        return HybridRetriever(reader, self.store, self.embedder, Translator(_of_words(self.embedder)))

    def asked_answers(self) -> AskedAnswers:
        """Return what finds sentences of the library by the questions that its editors wrote for them."""
        entries = read_asked(question_files(self.settings.library))
        return AskedAnswers(entries, self.store, _of_words(self.embedder), LIBRARY_PREFIX, self.builder.shelf)

    def spelling(self, reader: GenerationReader, familiar: Iterable[str] = ()) -> SpellingDesk:
        """Return what puts messages right with the words of the generation that `reader` gives, which it follows when it changes.

        The places of the gazetteer are words too; `familiar` ones are left to those who know how to read them.
        """
        places = Gazetteer.read(self.settings.library / "records" / "gazetteer.csv").places.values()
        named = (part for place in places for part in Analyzer().words(place.name))
        return SpellingDesk(reader, self.store, familiar, named)

    def make_ready(self, progress: Progress) -> IngestReport | None:
        """Bring the bundled library in, and rebuild the index if it is missing or damaged.

        Returns the report of the library's ingest. Returns None when another process is building or the disk
        is full, while the current generation is sound: that one is read. When it is not, the error is raised.
        """
        before = self.builder.shelf.current()
        with self.checker as checker:
            checker.warm_up()
            try:
                report = self.ingest.run([self.settings.library], progress)
            except (StoreBusyError, DiskFullError):
                if not self._is_sound():
                    raise
                return None
            if report.generation == before and not self._is_sound():
                self.ingest.rebuild(progress)
            return report

    def _is_sound(self) -> bool:
        """Say whether there is a current generation that passes its check."""
        number = self.builder.shelf.current()
        if number is None:
            return False
        try:
            self.checker.check(self.builder.shelf.path(number), number)
        except DamagedGenerationError:
            return False
        return True

    def close(self) -> None:
        """Close the database, and end the processes that read files and check generations."""
        self.sandbox.close()
        self.checker.close()
        self.database.close()


@dataclass(frozen=True, slots=True)
class CatalogueReader:
    """The records alone: no index and no embedder is opened."""

    database: Database
    catalogues: Catalogues


def build_catalogue_reader(settings: KnowledgeSettings) -> CatalogueReader:
    """Open the database of records that the settings describe."""
    database = Database(settings.database_url)
    return CatalogueReader(database, build_catalogues(settings, database))


def build_catalogues(settings: KnowledgeSettings, database: Database) -> Catalogues:
    """Return what gives the catalogue of each audience, with the bundled gazetteer."""
    return Catalogues(RecordStore(database), Gazetteer.read(settings.library / "records" / "gazetteer.csv"))


def build_knowledge(
    settings: KnowledgeSettings, checker: GenerationChecker | None = None, sandbox: Sandbox | None = None
) -> Knowledge:
    """Open the knowledge base that the settings describe, creating what is not there yet.

    Several may share a `checker`, as long as their settings name the same Chroma server or none, and a `sandbox`, whose
    limits are then theirs. Without one, each ingest reads files in a sandbox of its own.
    """
    database = Database(settings.database_url)
    store = SourceStore(database)
    embedder = build_embedder(settings)
    checker = checker or GenerationChecker(settings.chroma_url)
    files = question_files(settings.library)
    asked = AskedKeeper(files, store, partial(_of_words, embedder), LIBRARY_PREFIX)
    beside = [asked] if files else []
    builder = GenerationBuilder(settings, database, partial(build_embedder, settings), checker, beside)
    failed = FailedFiles(database)
    ingest = Ingest(settings, store, builder, language_of, failed, _opener_of(settings, sandbox))
    return Knowledge(
        settings=settings,
        database=database,
        store=store,
        embedder=embedder,
        builder=builder,
        ingest=ingest,
        failed=failed,
        originals=OriginalFiles(settings.home),
        sandbox=sandbox or Sandbox(settings.limits, settings.workers),
        catalogues=build_catalogues(settings, database),
        checker=checker,
    )


def _opener_of(
    settings: KnowledgeSettings, shared: Sandbox | None
) -> Callable[[], AbstractContextManager[Sandbox]]:
    if shared is not None:
        return lambda: nullcontext(shared)
    return partial(Sandbox, settings.limits, settings.workers)


def _of_words(embedder: Embedder) -> DomainEmbedder:
    """Return the embedder of words: the domain embedder, whichever embeds passages."""
    return embedder if isinstance(embedder, DomainEmbedder) else DomainEmbedder.shipped()


def language_of(text: str) -> str:
    """Return the language code of a text: nl, en or de."""
    return detect(text).language
