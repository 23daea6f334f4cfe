"""From files to a searchable generation: found, compared, read in a sandbox, stored, indexed."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields, replace
from pathlib import Path

from knowledge.catalogue.codec import RecordLine
from knowledge.chunking import passages_of
from knowledge.config import KnowledgeSettings
from knowledge.errors import UnknownSourceError, UnreadableFileError, UnusableRecordError
from knowledge.ingest_plan import (
    FileReport,
    FileState,
    IngestPlan,
    ListedFile,
    pipeline_of,
    source_id_of,
    stamp_of,
)
from knowledge.library.contents import LIBRARY_PREFIX, NOT_KNOWLEDGE
from knowledge.orders_found import notices_of_orders
from knowledge.parsing.discovery import find_files
from knowledge.parsing.sandbox import ParseOutcome, Sandbox
from knowledge.progress import Progress
from knowledge.store.builder import GenerationBuilder
from knowledge.store.failed import FailedFiles
from knowledge.store.lock import building
from knowledge.store.originals import OriginalFiles
from knowledge.store.preparation import warm_up
from knowledge.store.sources import SourceStore, StoredFile
from knowledge.types import Audience, BlockKind, ParsedDocument, RowVerdict, Source, SourceMetadata

UPLOAD_PREFIX = "upload:"
"""Addresses of files that were sent to the site: by their name alone, so that a newer one takes the place of an older."""

UPLOADS = "uploads"
"""The folder of the home in which files wait that were sent to the site, each upload in a folder of its own."""

LIBRARY_LEFT_OUT = tuple(LIBRARY_PREFIX + name for name in NOT_KNOWLEDGE)


WORTH_WARMING = 40
"""Documents from which the processes that will prepare their passages are got ready while they are read."""

WRITES_AHEAD = 4
"""Documents that wait to be stored while others are received: the disk is waited for beside the reading."""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest did. `generation` is the current one afterwards, None after a dry run on an empty home."""

    files: tuple[FileReport, ...]
    generation: int | None
    ignored: int = 0

    def count(self, state: FileState) -> int:
        """Return how many files ended in `state`."""
        return sum(file.state is state for file in self.files)

    def count_refused(self) -> int:
        """Return how many rows of catalogue files were refused."""
        return sum(row.verdict is RowVerdict.REFUSED for file in self.files for row in file.rows)

    @property
    def has_changed(self) -> bool:
        """Whether any source is different from before."""
        return any(file.state in (FileState.NEW, FileState.CHANGED, FileState.REMOVED) for file in self.files)


class Ingest:
    """Takes sources in and out. Holds the builder's lock while it works (`StoreBusyError` otherwise).

    Each run that reads files opens a sandbox for that, and leaves it when it is done.
    """

    def __init__(
        self,
        settings: KnowledgeSettings,
        store: SourceStore,
        builder: GenerationBuilder,
        detect: Callable[[str], str],
        failed: FailedFiles,
        open_sandbox: Callable[[], AbstractContextManager[Sandbox]],
    ) -> None:
        self._settings = settings
        self._failed = failed
        self._store = store
        self._builder = builder
        self._detect = detect
        self._open_sandbox = open_sandbox
        self._originals = OriginalFiles(settings.home)

    def run(
        self,
        paths: Sequence[Path],
        progress: Progress,
        audience: Audience | None = None,
        is_dry: bool = False,
        about: SourceMetadata | None = None,
    ) -> IngestReport:
        """Bring the sources below `paths` up to date and, if anything changed, the index too.

        A file that fails keeps its earlier version. Files that vanished from a folder are removed. What `about`
        says of the files wins over what they say themselves; `audience` is the same for the audience alone.
        """
        told = replace(about or SourceMetadata(), audience=audience or (about.audience if about else None))
        with building(self._settings.home):
            found = find_files(paths, self._settings.limits)
            files = [ListedFile(self._address(file.address), file) for file in found.files]
            files = [file for file in files if not file.address.startswith(LIBRARY_LEFT_OUT)]
            plan = IngestPlan.of(
                files,
                self._store.files(),
                [self._root(path) for path in paths if path.is_dir()],
                is_forced=told != NOTHING_TOLD,
            )
            reports = list(plan.unchanged)
            reports += [
                FileReport(self._address(error.file_name), FileState.FAILED, note=_reason(error))
                for error in found.failures
            ]
            failed = {self._address(error.file_name) for error in found.failures}
            reports += self._read(plan, progress, told, is_dry)
            gone = [file for file in plan.gone if file.address not in failed]
            reports += [FileReport(file.address, FileState.REMOVED) for file in gone]
            if is_dry:
                return IngestReport(_sorted(reports), self._builder.shelf.current(), found.ignored)
            self._store.remove(gone)
            self._settle(reports)
            return IngestReport(_sorted(reports), self._bring_up_to_date(progress), found.ignored)

    def remove(self, asked: Sequence[str], progress: Progress) -> IngestReport:
        """Remove sources by id or address; raise `UnknownSourceError` before anything is removed."""
        with building(self._settings.home):
            known = self._store.files()
            chosen = [_find(known, name) for name in asked]
            self._store.remove(chosen)
            reports = [FileReport(file.address, FileState.REMOVED) for file in chosen]
            self._settle(reports)
            return IngestReport(_sorted(reports), self._bring_up_to_date(progress))

    def rebuild(self, progress: Progress) -> int:
        """Build a new generation from the database, whatever the state of the current one."""
        with building(self._settings.home):
            return self._builder.build(progress)

    def roll_back(self) -> int:
        """Return to the previous generation and its sources."""
        with building(self._settings.home):
            return self._builder.shelf.roll_back()

    def _settle(self, reports: Sequence[FileReport]) -> None:
        """Remember which files failed, until they can be read or are gone."""
        failed = {report.address: report.note for report in reports if report.state is FileState.FAILED}
        self._failed.settle([report.address for report in reports], failed)

    def _bring_up_to_date(self, progress: Progress) -> int:
        if self._builder.is_current():
            current = self._builder.shelf.current()
            assert current is not None
            return current
        number = self._builder.build(progress)
        self._originals.keep_only(self._store.content_hashes())
        return number

    def _read(
        self, plan: IngestPlan, progress: Progress, told: SourceMetadata, is_dry: bool
    ) -> Iterable[FileReport]:
        """Read, compare and store the files of the plan; yield a report for each."""
        to_parse: dict[str, ListedFile] = {}
        by_hash = {known.content_hash: known for known in plan.known.values() if not known.is_alias}
        seen: dict[str, str] = {}
        for file in plan.to_read:
            try:
                content_hash = _hash_of(file.path)
            except OSError as error:
                yield FileReport(file.address, FileState.FAILED, note=_gone(error))
                continue
            known, twin = plan.known.get(file.address), by_hash.get(content_hash)
            is_same = (
                known is not None
                and known.content_hash == content_hash
                and known.stamp.endswith(f":{pipeline_of(file.path)}")
                and told == NOTHING_TOLD
                and (not known.is_alias or (twin is not None and twin.address in plan.present))
            )
            is_twin = twin is not None and twin.address != file.address and twin.address in plan.present
            original = twin.address if twin and is_twin else seen.get(content_hash)
            if is_same and known is not None:
                if not is_dry:
                    self._store.restamp(file.address, stamp_of(file.path))
                yield FileReport(file.address, FileState.UNCHANGED)
            elif original is not None:
                yield self._alias(file, original, plan, is_dry)
            else:
                seen[content_hash] = file.address
                to_parse[file.found.address] = file
        if not to_parse:
            return
        if len(to_parse) >= WORTH_WARMING and self._settings.workers > 1:
            warm_up()
        with (
            self._open_sandbox() as sandbox,
            ThreadPoolExecutor(1) as writer,
        ):
            waiting: deque[Future[FileReport]] = deque()
            outcomes = sandbox.parse_all([file.found for file in to_parse.values()])
            for done, outcome in enumerate(outcomes, start=1):
                file = to_parse[outcome.file.address]
                waiting.append(writer.submit(self._take_in, file, outcome, plan, told, is_dry))
                if len(waiting) > WRITES_AHEAD:
                    yield waiting.popleft().result()
                progress("Documenten lezen", done, len(to_parse))
            while waiting:
                yield waiting.popleft().result()

    def _alias(self, file: ListedFile, original: str, plan: IngestPlan, is_dry: bool) -> FileReport:
        if not is_dry:
            root = plan.root_of(file.address)
            self._store.put_alias(file.address, source_id_of(original), root, stamp_of(file.path))
        return FileReport(file.address, FileState.UNCHANGED, note=f"zelfde inhoud als {original}")

    def _take_in(
        self,
        file: ListedFile,
        outcome: ParseOutcome,
        plan: IngestPlan,
        told: SourceMetadata,
        is_dry: bool,
    ) -> FileReport:
        document = outcome.document
        if document is None:
            reason = _reason(outcome.error) if outcome.error else "onbekende fout"
            return FileReport(file.address, FileState.FAILED, note=reason)
        known = plan.known.get(file.address)
        before = Audience(known.audience) if known else None
        chosen = told.audience or document.metadata.audience or before or Audience.PUBLIC
        source = self._source(file, document, outcome.content_hash, replace(told, audience=chosen))
        passages = passages_of(document, source, self._detect)
        if not passages:
            return FileReport(
                file.address, FileState.FAILED, note="bevat geen tekst. Controleer of het bestand leeg is."
            )
        if not is_dry:
            if document.media_type == "application/pdf":
                self._originals.keep(file.path, outcome.content_hash)
            root, stamp = plan.root_of(file.address), stamp_of(file.path)
            records = map(RecordLine.read, document.records)
            try:
                self._store.put(source, document.pages, passages, root, stamp, records)
            except UnusableRecordError as error:
                return FileReport(file.address, FileState.FAILED, note=str(error), rows=document.rows)
        state = FileState.NEW if known is None or known.is_alias else FileState.CHANGED
        if known is not None and known.version == source.version:
            state = FileState.UNCHANGED
        notes = " ".join((*document.notices, *notices_of_orders(source.title, passages)))
        return FileReport(file.address, state, len(passages), notes, len(document.records), document.rows)

    def _source(
        self, file: ListedFile, document: ParsedDocument, content_hash: str, told: SourceMetadata
    ) -> Source:
        about = _merged(document.metadata, told)
        source_id, audience = source_id_of(file.address), told.audience or Audience.PUBLIC
        identity = f"{source_id}|{content_hash}|{pipeline_of(file.path)}|{audience.value}"
        if replace(told, audience=None) != NOTHING_TOLD:
            identity += f"|{told}"
        return Source(
            id=source_id,
            version=hashlib.sha256(identity.encode()).hexdigest()[:16],
            address=file.address,
            title=about.title
            or _first_heading(document)
            or Path(file.address.removeprefix(UPLOAD_PREFIX)).stem.replace("_", " ").replace("-", " "),
            kind=document.kind,
            media_type=document.media_type,
            language=about.language or self._detect(_opening(document)),
            audience=audience,
            content_hash=content_hash,
            publisher=about.publisher or "",
            url=about.url or "",
            owner=about.owner or "",
            published=about.published,
            valid_from=about.valid_from,
            valid_until=about.valid_until,
            checked_on=about.checked_on,
        )

    def _address(self, path: str) -> str:
        library = self._settings.library.resolve()
        if Path(path).is_relative_to(library):
            return LIBRARY_PREFIX + Path(path).relative_to(library).as_posix()
        uploads = self._settings.home.resolve() / UPLOADS
        if Path(path).is_relative_to(uploads):
            return UPLOAD_PREFIX + Path(path).name
        return path

    def _root(self, path: Path) -> str:
        resolved = path.resolve()
        address = self._address(str(resolved)).removesuffix(".")
        return address if address.endswith((":", "/")) else f"{address}/"


NOTHING_TOLD = SourceMetadata()


def _merged(found: SourceMetadata, told: SourceMetadata) -> SourceMetadata:
    """Return what a file says of itself, with what a person told of it over it."""
    given = {field.name: getattr(told, field.name) for field in fields(SourceMetadata)}
    return replace(found, **{name: value for name, value in given.items() if value is not None})


def _hash_of(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _gone(error: OSError) -> str:
    return f"Het bestand is niet te openen ({error.strerror}). Kijk of het er nog is en of je het mag lezen."


def _first_heading(document: ParsedDocument) -> str:
    for page in document.pages[:1]:
        for block in page.blocks:
            if block.kind is BlockKind.HEADING:
                return page.text[block.start : block.end].strip()
    return ""


def _opening(document: ParsedDocument) -> str:
    return " ".join(page.text[:2_000] for page in document.pages[:3])


def _find(known: Sequence[StoredFile], asked: str) -> StoredFile:
    exact = [file for file in known if asked in (file.address, file.source_id)]
    if exact:
        return exact[0]
    similar = tuple(file.address for file in known if file.address.endswith(asked))
    if len(similar) == 1:
        return next(file for file in known if file.address == similar[0])
    raise UnknownSourceError(asked, similar[:3])


def _reason(error: UnreadableFileError) -> str:
    return f"{error.reason} {error.cure}"


def _sorted(reports: Iterable[FileReport]) -> tuple[FileReport, ...]:
    return tuple(sorted(reports, key=lambda report: (report.state.value, report.address)))
