"""The bundled library as cases see it: its documents and records by the names that cases use, and a hash of all of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from assistant.types import Answer, Citation
from evals.conversation.cases import CasesError
from evals.conversation.types import Case, Cited
from knowledge.library.contents import LIBRARY_PREFIX, is_bundled
from knowledge.store.sources import SourceStore
from knowledge.types import Passage


@dataclass(frozen=True, slots=True)
class Library:
    """What is stored: the documents by source id, the records by name, and the hash of their contents."""

    store: SourceStore
    document_of: dict[str, str]
    records: frozenset[str]
    fingerprint: str

    @classmethod
    def of(cls, store: SourceStore) -> Library:
        """Return the library as it is stored now; a document that was taken in beside it is called `documents/` and its file name."""
        sources = [stored.source for stored in store.sources()]
        document_of = {source.id: _called(source.address) for source in sources}
        named = store.passages_of_records([source.version for source in sources])
        contents = "\n".join(sorted(f"{document_of[one.id]} {one.content_hash}" for one in sources))
        records = frozenset(f"{kind}:{id_}" for kind, id_ in named)
        return cls(store, document_of, records, hashlib.sha256(contents.encode()).hexdigest()[:12])

    def cited(self, answer: Answer) -> tuple[Cited, ...]:
        """Return the citations of an answer beside what is stored."""
        passages = self.store.passages_by_id([one.passage_id for one in answer.citations])
        return tuple(self._beside(one, passages.get(one.passage_id)) for one in answer.citations)

    def _beside(self, citation: Citation, passage: Passage | None) -> Cited:
        headings = " ".join(passage.heading_path) if passage else ""
        host = (urlsplit(citation.url).hostname or "").removeprefix("www.")
        record = passage.record if passage else None
        return Cited(
            number=citation.number,
            quote=citation.quote,
            passage=passage.text if passage else None,
            shown="\n".join((citation.title, headings, citation.locator, host, citation.as_of)),
            document=self.document_of.get(citation.source_id, ""),
            record=f"{record.kind}:{record.id}" if record else "",
        )

    def check(self, cases: Iterable[Case]) -> None:
        """Raise `CasesError` that names each document and record that a case rests on and that is not here."""
        documents = frozenset(self.document_of.values())
        problems = []
        for case in cases:
            wanted = [one for part in case.expected if part for one in part.evidence]
            missing = [one.record for one in wanted if one.record and one.record not in self.records]
            missing += [one.document for one in wanted if one.document and one.document not in documents]
            rests = [name for name in case.documents if name not in documents | self.records]
            for name in dict.fromkeys((*missing, *rests)):
                problems.append(f"{case.id}: {name} staat niet in de bibliotheek")
        if problems:
            raise CasesError(problems)


def _called(address: str) -> str:
    return address.removeprefix(LIBRARY_PREFIX) if is_bundled(address) else f"documents/{Path(address).name}"
