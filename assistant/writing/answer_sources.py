"""What is said about the answer that was just given: its sources, their dates, and whether it may still hold. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.types import Citation, Language, Outcome, Sentence, SentenceKind
from assistant.understanding.of_answer import OfAnswer
from assistant.writing.ageing import outdated, year_of
from assistant.writing.phrases import say
from assistant.writing.seam import Written
from knowledge.catalogue.publishers import publisher_of
from knowledge.language.months import day_in_words

MOST_SOURCES = 5
"""Places that are named; of a long list the others are counted."""

UNDATED = ("", "z.d.")

SAYS_ITS_AGE = re.compile(
    r"\b(?:nieuwere?|niet (?:meer )?in de (?:\w+ )?bronnen|(?:is|zijn) niet bekend|newer|not known|neuere?|nicht bekannt)\b",
    re.IGNORECASE,
)
"""A sentence that says itself that nothing newer is known, or that it is not known whether it still holds."""


@dataclass(frozen=True, slots=True)
class AnswerBefore:
    """An answer of ours with what it cites; `is_refusal` where it found nothing."""

    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...]
    is_refusal: bool


def answer_of(sentences: Sequence[Sentence], written: Written) -> AnswerBefore:
    """Return some sentences of an answer with what they cite."""
    numbers = frozenset(number for one in sentences for number in one.citations)
    citations = tuple(one for one in written.citations if one.number in numbers)
    return AnswerBefore(tuple(sentences), citations, is_refusal=False)


def about_answer(asked: OfAnswer, before: AnswerBefore | None, language: Language, today: date) -> Written:
    """Return what is asked about an answer, each line with the citation that it is about; honestly nothing where it cites none.

    Without an answer before it the question is asked back.
    """
    if before is None:
        text = say(language, "ask_back")
        return Written((Sentence(text, SentenceKind.NOTICE, language.value),), (), Outcome.ASKED_BACK)
    places = _places(before.citations)
    if before.is_refusal or not places:
        text = say(language, "answer_without_source")
        return Written(
            (Sentence(text, SentenceKind.NOTICE, language.value),), (), Outcome.REFUSED, searched=()
        )
    sentences, used = _said(asked, before, places, language, today)
    numbers = {old: new for new, old in enumerate(used, start=1)}
    by_number = {one.number: one for one in before.citations}
    return Written(
        tuple(
            replace(one, citations=tuple(numbers[number] for number in one.citations)) for one in sentences
        ),
        tuple(replace(by_number[old], number=new) for old, new in numbers.items()),
        Outcome.ANSWERED if asked in (OfAnswer.SOURCE, OfAnswer.DATE) else Outcome.PARTLY,
        searched=(),
    )


def _places(citations: Sequence[Citation]) -> list[Citation]:
    """Return one citation of each place and date."""
    found: dict[tuple[str, str, str], Citation] = {}
    for one in citations:
        found.setdefault((one.title, one.url, one.as_of), one)
    return list(found.values())


def _said(
    asked: OfAnswer, before: AnswerBefore, places: Sequence[Citation], language: Language, today: date
) -> tuple[list[Sentence], list[int]]:
    """Return the sentences with the numbers of the answer before, and those numbers in order."""

    def notice(text: str, numbers: Sequence[int] = ()) -> Sentence:
        return Sentence(text, SentenceKind.NOTICE, language.value, tuple(numbers))

    known = {one.number for one in before.citations}
    told = [
        one
        for one in before.sentences
        if one.kind is not SentenceKind.NOTICE and one.citations and known.issuperset(one.citations)
    ]
    sentences = [notice(_lead(asked, places, language, today))]
    if asked is OfAnswer.WHICH_IS_RIGHT and len(places) > 1:
        sentences += told[:MOST_SOURCES]
    if asked is OfAnswer.CURRENT:
        sentences += [one for one in told if SAYS_ITS_AGE.search(one.text)][:1]
    shown = places[:MOST_SOURCES]
    sentences += [notice(_place(one, language), [one.number]) for one in shown]
    if len(places) > len(shown):
        sentences.append(notice(say(language, "answer_more_sources", {"count": len(places) - len(shown)})))
    if asked is OfAnswer.CURRENT:
        sentences.append(notice(say(language, "answer_ask_whether")))
    return sentences, list(dict.fromkeys(number for one in sentences for number in one.citations))


def _lead(asked: OfAnswer, places: Sequence[Citation], language: Language, today: date) -> str:
    if asked is OfAnswer.WHICH_IS_RIGHT:
        return say(language, "answer_which_is_right" if len(places) > 1 else "answer_one_source")
    if asked is not OfAnswer.CURRENT:
        return say(language, f"answer_{asked.value}")
    if all(year_of(one.as_of) is None for one in places):
        return say(language, "answer_undated")
    old = outdated([one.as_of for one in places], today)
    return say(language, "answer_old" if old else "answer_newest", {"years": ", ".join(map(str, old))})


def _place(one: Citation, language: Language) -> str:
    """Return a source as people name it: its title, who says it, and of when it is."""
    dated = say(language, "answer_no_date") if one.as_of in UNDATED else _day(one.as_of, language)
    parts = [part for part in (publisher_of(one.url), dated) if part]
    return f"{one.title} ({', '.join(parts)}). {one.url}".rstrip()


def _day(as_of: str, language: Language) -> str:
    """Return a date in words, as it is where its source gives less than a day."""
    try:
        return day_in_words(date.fromisoformat(as_of), language.value)
    except ValueError:
        return as_of
