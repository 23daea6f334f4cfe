"""From an exact span to a citation that a person can follow."""

from __future__ import annotations

from assistant.types import Citation
from knowledge.types import Hit, Locator, LocatorKind, Reference


def citation_of(number: int, hit: Hit, start: int, end: int) -> Citation:
    """Return the citation of the page span [start, end), which must lie inside the hit's passage."""
    passage, source = hit.passage, hit.source
    reference = _reference(passage.references, start, end)
    return Citation(
        number=number,
        source_id=source.id,
        passage_id=passage.id,
        title=source.title,
        locator=locator_text(passage.locator),
        quote=passage.text[start - passage.start : end - passage.start],
        url=reference.url if reference else source.url,
        page_number=passage.page_number,
        start=start,
        end=end,
        as_of=_as_of(hit, reference),
    )


def locator_text(locator: Locator) -> str:
    """Return a locator as people write it: "p. 4", "rij 12", or the heading of the section."""
    if locator.kind is LocatorKind.PAGE:
        return f"p. {locator.label or locator.number}"
    if locator.kind is LocatorKind.ROW:
        sheet = f"{locator.label}, " if locator.label else ""
        return f"{sheet}rij {locator.number}"
    return locator.label or f"deel {locator.number}"


def _reference(references: tuple[Reference, ...], start: int, end: int) -> Reference | None:
    """Return the reference that overlaps the span most."""
    overlaps = [(min(end, r.end) - max(start, r.start), r) for r in references]
    return max((pair for pair in overlaps if pair[0] > 0), key=lambda pair: pair[0], default=(0, None))[1]


def _as_of(hit: Hit, reference: Reference | None) -> str:
    if reference is not None and reference.as_of:
        return reference.as_of
    source = hit.source
    stated = source.published or source.checked_on
    return stated.isoformat() if stated else ""
