"""Reads sources for the page: the passage in its surroundings, and the page of a PDF as a picture."""

from __future__ import annotations

from assistant.interface.seam import LibraryStatus, PassageView
from assistant.writing.citing import locator_text
from knowledge.build import Knowledge
from knowledge.errors import UnreadableFileError
from knowledge.types import Audience, LocatorKind, Passage, Source

SURROUNDINGS = 700
"""Characters shown before and after a passage: about one paragraph each."""

PDF = "application/pdf"


class StoredSources:
    """A `SourceReader` over the knowledge base. What an audience may not see is as if it did not exist."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def passage_view(self, passage_id: str, audience: Audience) -> PassageView | None:
        """Return the passage in its surroundings, or None when it is unknown to this audience."""
        passage = self._knowledge.store.passages_by_id([passage_id]).get(passage_id)
        source = self._visible(passage.version, audience) if passage else None
        if passage is None or source is None:
            return None
        page = self._knowledge.store.page_text(passage.version, passage.page_number) or passage.text
        reference = passage.references[0] if passage.references else None
        dated = source.published or source.checked_on
        return PassageView(
            source_id=source.id,
            title=source.title,
            publisher=source.publisher,
            url=reference.url if reference else source.url,
            as_of=reference.as_of if reference else dated.isoformat() if dated else "",
            locator=locator_text(passage, source.title),
            heading_path=passage.heading_path,
            before=_before(page, passage),
            passage=passage.text,
            after=_after(page, passage),
            start=passage.start,
            language=passage.language,
            page_number=passage.page_number,
            has_picture=source.media_type == PDF and self._knowledge.originals.has(source.content_hash),
            is_row=passage.locator.kind is LocatorKind.ROW,
        )

    def page_picture(self, source_id: str, page_number: int, quote: str, audience: Audience) -> bytes | None:
        """Return the page as a PNG with `quote` highlighted, or None when there is no such picture."""
        stored = [item.source for item in self._knowledge.store.sources() if item.source.id == source_id]
        if not stored or stored[0].audience not in audience.visible or stored[0].media_type != PDF:
            return None
        pdf = self._knowledge.originals.read(stored[0].content_hash)
        if pdf is None:
            return None
        try:
            return self._knowledge.sandbox.picture(pdf, page_number, quote)
        except UnreadableFileError:
            return None

    def library_status(self) -> LibraryStatus:
        """Return the size and the freshness of what the public can be answered from."""
        stored = [item for item in self._knowledge.store.sources() if item.source.audience is Audience.PUBLIC]
        checked = [item.source.checked_on for item in stored if item.source.checked_on is not None]
        return LibraryStatus(
            len(stored), sum(item.passage_count for item in stored), max(checked, default=None)
        )

    def _visible(self, version: str, audience: Audience) -> Source | None:
        source = self._knowledge.store.sources_of([version]).get(version)
        return source if source is not None and source.audience in audience.visible else None


def _before(page: str, passage: Passage) -> str:
    """Return what stands before a passage, from the start of a line or a word."""
    cut = max(0, passage.start - SURROUNDINGS)
    text = page[cut : passage.start]
    starts = (text.find(edge, 0, len(text) // 2) for edge in "\n ")
    return text[next((start + 1 for start in starts if start != -1), 0) :] if cut else text


def _after(page: str, passage: Passage) -> str:
    """Return what stands after a passage, to the end of a line or a word."""
    cut = passage.end + SURROUNDINGS
    text = page[passage.end : cut]
    ends = (text.rfind(edge, len(text) // 2) for edge in "\n ")
    return text[: next((end for end in ends if end != -1), len(text))] if cut < len(page) else text
