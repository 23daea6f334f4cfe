"""Keep orders to a model (`knowledge.language.orders`) away from the model, and out of what is quoted.

An instruction it never reads it cannot obey. The paragraph or row that holds one is left out; where a heading, a title
or several paragraphs hold it, the whole passage. People still find the document among the sources.
"""

from __future__ import annotations

from dataclasses import replace

from knowledge.language.orders import instructing_spans, is_instructing
from knowledge.types import Hit

__all__ = ["is_instructing", "readable", "talks_to_model"]


def talks_to_model(hit: Hit) -> bool:
    """Say whether the headings of a passage, the title of its document, or anywhere in its text gives orders to a model."""
    return is_instructing(_above(hit)) or is_instructing(hit.passage.text)


def readable(hit: Hit) -> Hit | None:
    """Return the hit with line breaks in the place of what gives orders to a model, so that offsets stay; None where nothing is left.

    What stands in one paragraph with an order may be what it orders, so it goes with it.
    """
    if is_instructing(_above(hit)):
        return None
    text = hit.passage.text
    spans = instructing_spans(text)
    if not spans:
        return hit
    for start, end in spans:
        text = f"{text[:start]}{BLANK * (end - start)}{text[end:]}"
    return replace(hit, passage=replace(hit.passage, text=text)) if text.strip() else None


BLANK = "\n"


def _above(hit: Hit) -> str:
    return "\n".join((hit.source.title, *hit.passage.heading_path))
