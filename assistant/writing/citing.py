"""Make citations: from a stretch of a passage to the exact place in its source."""

from __future__ import annotations

from assistant.types import Citation
from knowledge.types import Hit, LocatorKind, Passage


def citation_of(number: int, hit: Hit, start: int, end: int) -> Citation:
    """Return the citation of ``hit.passage.text[start:end]``; its offsets count in the text of the page.

    Address and date are those of the reference that overlaps the quote most, else those of the source.
    """
    passage, source = hit.passage, hit.source
    page_start, page_end = passage.start + start, passage.start + end
    overlaps = [(min(page_end, one.end) - max(page_start, one.start), one) for one in passage.references]
    best = max((pair for pair in overlaps if pair[0] > 0), key=lambda pair: pair[0], default=None)
    url, as_of = (best[1].url, best[1].as_of) if best else (source.url, "")
    dated = source.published or source.checked_on
    return Citation(
        number=number,
        source_id=source.id,
        passage_id=passage.id,
        title=source.title,
        locator=locator_text(passage, source.title),
        quote=passage.text[start:end],
        url=url or source.url,
        page_number=passage.page_number,
        start=page_start,
        end=page_end,
        as_of=as_of or (dated.isoformat() if dated else ""),
    )


def locator_text(passage: Passage, title: str) -> str:
    """Return where a passage stands, in words for a reader: "p. 12", "Bouwkunde, rij 7", or its headings below the title."""
    locator = passage.locator
    if locator.kind is LocatorKind.PAGE:
        return f"p. {locator.label or locator.number}"
    if locator.kind is LocatorKind.ROW:
        return f"{passage.record.name}, rij {locator.number}" if passage.record else f"rij {locator.number}"
    headings = [heading for heading in passage.heading_path if heading != title]
    return " › ".join(headings) or f"deel {locator.number}"
