"""What the documents say beside an answer from rules and routes: their best quotes, numbered on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.types import Language, Outcome, Sentence, SentenceKind
from assistant.writing.ageing import outdated
from assistant.writing.phrases import say
from assistant.writing.seam import Written

QUOTING = (SentenceKind.QUOTE, SentenceKind.WORDED)
MOST_QUOTES = 2
"""Quotes beside an answer that stands on its own."""


def beside(written: Written, quoted: Written, today: date) -> Written:
    """Return an answer with the first quotes of another one after it; the answer itself when nothing was quoted.

    A question back stays the last sentence. Readers of another language than the quotes' get no old ones.
    """
    language = written.sentences[0].language
    said_last = {number: one for one in quoted.sentences if one.kind in QUOTING for number in one.citations}
    quotes = list(dict.fromkeys(said_last.values()))
    is_dutch = language == Language.DUTCH.value
    quotes = [one for one in quotes if is_dutch or not _is_old(one, quoted, today)][:MOST_QUOTES]
    if quoted.outcome is not Outcome.ANSWERED or not quotes:
        return written
    by_number = {citation.number: citation for citation in quoted.citations}
    citations, new = list(written.citations), dict[int, int]()
    for number in dict.fromkeys(number for quote in quotes for number in quote.citations):
        citations.append(replace(by_number[number], number=len(citations) + 1))
        new[number] = len(citations)
    translated = [
        one
        for one in quoted.sentences
        if one.kind in QUOTING and one not in quotes and one.citations and set(one.citations) <= set(new)
    ]
    said = [
        replace(one, citations=tuple(new[number] for number in one.citations))
        for one in (*translated, *quotes)
    ]
    said.insert(len(translated), Sentence(say_beside(language), SentenceKind.LEAD, language))
    *before, last = written.sentences
    is_question = last.kind is SentenceKind.NOTICE and last.text.endswith("?")
    ordered = (*before, *said, last) if is_question else (*written.sentences, *said)
    return replace(written, sentences=ordered, citations=tuple(citations))


def _is_old(quote: Sentence, quoted: Written, today: date) -> bool:
    """Say whether all that a sentence rests on is too old to stand beside what the rules say now."""
    dates = [one.as_of for one in quoted.citations if one.number in quote.citations]
    return len(outdated(dates, today)) > 0 and all(outdated([one], today) for one in dates)


def say_beside(language: str) -> str:
    """Return the line above the quotes."""
    return say(Language(language), "beside")
