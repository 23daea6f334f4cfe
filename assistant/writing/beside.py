"""What the documents say beside an answer from rules and routes: their best quotes, numbered on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.types import Language, Outcome, Sentence, SentenceKind
from assistant.writing.ageing import outdated
from assistant.writing.phrases import say
from assistant.writing.seam import Written

MOST_QUOTES = 2
"""Quotes beside an answer that stands on its own."""


def beside(written: Written, quoted: Written, today: date) -> Written:
    """Return an answer with the first quotes of another one after it; the answer itself when nothing was quoted.

    A question back stays the last sentence. Readers of another language than the quotes' get no old ones.
    """
    cited = [one for one in quoted.sentences if one.citations]
    is_dutch = written.sentences[0].language == Language.DUTCH.value
    quotes = [one for one in cited if is_dutch or not _is_old(one, quoted, today)][:MOST_QUOTES]
    if quoted.outcome is not Outcome.ANSWERED or not quotes:
        return written
    by_number = {citation.number: citation for citation in quoted.citations}
    citations = list(written.citations)
    said: list[Sentence] = []
    for quote in quotes:
        numbers = []
        for number in quote.citations:
            citations.append(replace(by_number[number], number=len(citations) + 1))
            numbers.append(len(citations))
        said.append(replace(quote, citations=tuple(numbers)))
    language = written.sentences[0].language
    head = Sentence(say_beside(language), SentenceKind.LEAD, language)
    *before, last = written.sentences
    is_question = last.kind is SentenceKind.NOTICE and last.text.endswith("?")
    ordered = (*before, head, *said, last) if is_question else (*written.sentences, head, *said)
    return replace(written, sentences=ordered, citations=tuple(citations))


def _is_old(quote: Sentence, quoted: Written, today: date) -> bool:
    """Say whether all that a sentence rests on is too old to stand beside what the rules say now."""
    dates = [one.as_of for one in quoted.citations if one.number in quote.citations]
    return len(outdated(dates, today)) > 0 and all(outdated([one], today) for one in dates)


def say_beside(language: str) -> str:
    """Return the line above the quotes."""
    return say(Language(language), "beside")
