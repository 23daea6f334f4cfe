"""What the documents say beside an answer from rules and routes: their best quotes, numbered on."""

from __future__ import annotations

from dataclasses import replace

from assistant.types import Language, Outcome, Sentence, SentenceKind
from assistant.writing.phrases import say
from assistant.writing.seam import Written

MOST_QUOTES = 2
"""Quotes beside an answer that stands on its own."""


def beside(written: Written, quoted: Written) -> Written:
    """Return an answer with the first quotes of another one after it; the answer itself when nothing was quoted.

    A question back stays the last sentence.
    """
    quotes = [one for one in quoted.sentences if one.citations][:MOST_QUOTES]
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


def say_beside(language: str) -> str:
    """Return the line above the quotes."""
    return say(Language(language), "beside")
