"""Which of Dutch, English and German a text is in, from its function words; Dutch when nothing tells."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.language.analysis import Analyzer
from knowledge.language.stopwords import stopwords

LANGUAGES = ("nl", "en", "de")


@dataclass(frozen=True, slots=True)
class Detection:
    """A language code with a confidence from 0 to 1."""

    language: str
    confidence: float


def detect(text: str) -> Detection:
    """Return the language whose stop words are most frequent in `text`; ties go to the earlier of nl, en, de."""
    words = Analyzer().words(text[:5_000])
    counts = {language: sum(word in stopwords(language) for word in words) for language in LANGUAGES}
    best = max(LANGUAGES, key=lambda language: counts[language])
    total = sum(counts.values())
    return Detection(best, counts[best] / total if total else 0.0)
