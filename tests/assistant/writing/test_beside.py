"""Quotes beside an answer from rules: numbered on, at most two, and the question back stays last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.types import Citation, Outcome, Sentence, SentenceKind
from assistant.writing.beside import MOST_QUOTES, beside
from assistant.writing.seam import Written


def citation(number: int, quote: str) -> Citation:
    return Citation(number, "s", f"p{number}", "Titel", "", quote, "", 1, 0, len(quote))


def worded(text: str, *numbers: int) -> Sentence:
    return Sentence(text, SentenceKind.WORDED, "nl", numbers)


TODAY = date(2026, 11, 21)
RULE = Written((worded("Ja.", 1),), (citation(1, "regel"),), Outcome.ANSWERED)
QUOTES = Written(
    tuple(Sentence(f"Zin {n}.", SentenceKind.QUOTE, "nl", (n,)) for n in (1, 2, 3)),
    tuple(citation(n, f"Zin {n}.") for n in (1, 2, 3)),
    Outcome.ANSWERED,
)


def test_quotes_follow_with_numbers_of_their_own() -> None:
    whole = beside(RULE, QUOTES, TODAY)
    quoted = [one for one in whole.sentences if one.kind is SentenceKind.QUOTE]
    assert len(quoted) == MOST_QUOTES
    by_number = {one.number: one.quote for one in whole.citations}
    assert len(by_number) == len(whole.citations)
    assert all(by_number[one.citations[0]] == one.text for one in quoted)
    assert by_number[1] == "regel"


def test_the_question_back_stays_last() -> None:
    asks = Sentence("Welk diploma heb je?", SentenceKind.NOTICE, "nl")
    whole = beside(Written((*RULE.sentences, asks), RULE.citations, Outcome.PARTLY), QUOTES, TODAY)
    assert whole.sentences[-1] == asks


def test_a_refusal_of_the_documents_adds_nothing() -> None:
    refused = Written((worded("Dat weet ik niet."),), (), Outcome.REFUSED)
    assert beside(RULE, refused, TODAY) == RULE


def test_readers_of_another_language_get_no_old_quotes_beside_a_rule() -> None:
    aged = replace(QUOTES, citations=tuple(replace(one, as_of="2011") for one in QUOTES.citations))
    english = replace(RULE, sentences=tuple(replace(one, language="en") for one in RULE.sentences))
    assert beside(english, aged, TODAY) == english
    assert len(beside(RULE, aged, TODAY).citations) == 1 + MOST_QUOTES
