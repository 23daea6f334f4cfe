"""The answer that says that it is not known: what was searched, what was not found in the words that were typed, and who would know. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.types import Language, Outcome, Request, Sentence, SentenceKind
from assistant.writing.candidates import Candidate
from assistant.writing.phrases import say
from assistant.writing.relevance import unmet
from assistant.writing.seam import Written
from assistant.writing.sufficiency import missing_years, said
from knowledge.language.analysis import Analyzer
from knowledge.types import Hit


def refusal_of(request: Request, hits: Sequence[Hit], chosen: Sequence[Candidate]) -> Written:
    """Return the refusal of a question of which these passages were searched, and these sentences came nearest.

    Its `missing` are the folded words that no sentence meets, by which others decide what it was about; shown are those that were typed.
    """
    written = as_written(request.question.text)
    lacking = [word for word in unmet(request.words, *said(chosen)) if word.is_content]
    years = [year for year in missing_years(request, chosen) if year in request.standalone_question]
    shown = [*years, *(found for word in lacking for found in _first_of(word.forms, written))]
    missing = tuple(dict.fromkeys((*years, *(word.forms[0] for word in lacking))))
    return refusal(request.language, hits, missing, tuple(dict.fromkeys(shown)))


def as_written(text: str) -> Mapping[str, str]:
    """Return the words of a message by what they are when folded, the first of each: a person reads their own words back."""
    found: dict[str, str] = {}
    for match in WORD.finditer(text):
        for part in Analyzer().words(match.group()):
            found.setdefault(part, match.group())
    return found


WORD = re.compile(r"[^\W_][\w'’-]*")


def _first_of(forms: Sequence[str], written: Mapping[str, str]) -> tuple[str, ...]:
    """Return the first of these forms that a message has, as it is written there; () where it has none: it was said before, or made of it."""
    return next(((written[form],) for form in forms if form in written), ())


def refusal(language: Language, hits: Sequence[Hit], missing: Sequence[str], shown: Sequence[str]) -> Written:
    """Return the answer that says that it is not known: what was searched, what is missing (as `shown`), who would know."""
    titles = list(dict.fromkeys(hit.source.title for hit in hits))[:3]
    parts = [say(language, "refused")]
    if shown:
        parts.append(say(language, "missing", {"terms": ", ".join(shown[:4])}))
    parts.append(
        say(language, "searched", {"titles": "; ".join(titles)})
        if titles
        else say(language, "nothing_searched")
    )
    parts.append(say(language, "who_knows"))
    sentences = tuple(Sentence(part, SentenceKind.NOTICE, language.value) for part in parts)
    return Written(sentences, (), Outcome.REFUSED, missing=tuple(missing))
