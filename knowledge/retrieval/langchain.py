"""The retriever as a LangChain `BaseRetriever`, so that it can be used in anyone's chain."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from knowledge.retrieval.hybrid import HybridRetriever, Query
from knowledge.types import Audience, Hit


class LeerwijzerRetriever(BaseRetriever):
    """Passages as LangChain documents; the metadata names the source, its address and the exact span."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    retriever: HybridRetriever
    today: Callable[[], date]
    audience: Audience = Audience.PUBLIC
    limit: int = 8

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        hits = self.retriever.retrieve(Query(query, self.audience, self.today(), self.limit))
        return [document_of(hit) for hit in hits]


def document_of(hit: Hit) -> Document:
    """Return a hit as a LangChain document; its id is that of the passage."""
    passage, source = hit.passage, hit.source
    return Document(
        id=passage.id,
        page_content=passage.text,
        metadata={
            "source_id": source.id,
            "title": source.title,
            "url": source.url,
            "language": passage.language,
            "headings": list(passage.heading_path),
            "page_number": passage.page_number,
            "start": passage.start,
            "end": passage.end,
            "score": hit.score,
        },
    )
