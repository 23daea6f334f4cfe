"""What is said where a source may answer a question in a stretch that is not used, since it gives orders to a model. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.types import Outcome, Request, Sentence, SentenceKind
from assistant.verification.instructions import readable
from assistant.writing.phrases import say
from assistant.writing.relevance import unmet
from assistant.writing.seam import Written
from knowledge.language.analysis import Analyzer
from knowledge.language.orders import instructing_spans, is_instructing
from knowledge.types import Hit


def of_set_aside(request: Request, hits: Sequence[Hit]) -> Written | None:
    """Return that a document says something about it which is not used, and why; None where what is used says no less.

    Nothing of what was left out is shown, and no title that gives orders itself.
    """
    analyzer = Analyzer()
    for hit in hits:
        if is_instructing(hit.source.title) or not any(word.is_content for word in request.words):
            continue
        lacked = [len(unmet(request.words, text, analyzer.words(text))) for text in _texts(hit)]
        if lacked[0] == 0 < lacked[1]:
            text = say(request.language, "set_aside", {"title": hit.source.title})
            sentence = Sentence(text, SentenceKind.NOTICE, request.language.value)
            return Written((sentence,), (), Outcome.REFUSED, searched=(hit.source.title,))
    return None


def _texts(hit: Hit) -> tuple[str, str]:
    """Return a passage with what is above it, and the same of what may be used of it."""
    above = " ".join((hit.source.title, *hit.passage.heading_path))
    left = readable(hit)
    is_whole = left is not None and not instructing_spans(hit.passage.text)
    kept = f"{hit.source.title} {left.passage.text}" if left is not None else hit.source.title
    return f"{above} {hit.passage.text}", f"{above} {hit.passage.text}" if is_whole else kept
