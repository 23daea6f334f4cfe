"""One answer of the answers to several questions in one message: none of them goes unanswered without a word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.types import Citation, Language, Outcome, Sentence, SentenceKind
from assistant.understanding.leaning import naming
from assistant.writing.phrases import say
from assistant.writing.relevance import answers_type, asks_value
from assistant.writing.seam import Written
from assistant.writing.values import asks_alike, missing_kinds, values_of
from knowledge.language.analysis import Analyzer
from knowledge.language.normalisation import fold

KNOWN = (Outcome.ANSWERED, Outcome.PARTLY)


def joined(parts: Sequence[tuple[str, Written]], language: Language) -> Written:
    """Return the answers in the order of the questions; a question without an answer is named, after the answers."""
    citations: list[Citation] = []
    sentences: dict[tuple[str, SentenceKind], Sentence] = {}
    unknown: list[Sentence] = []
    said = [(asked, one) for asked, each in parts if each.outcome in KNOWN for one in _shortened(each)]
    first = next((written for _, written in parts if written.outcome in KNOWN), None)
    listed = {
        IN_A_LIST.sub("", one.text) for one in (first.sentences if first else ()) if IN_A_LIST.match(one.text)
    }
    for question, written in parts:
        if written.outcome not in KNOWN and any(_says(one, question, asked, language) for asked, one in said):
            continue
        if written.outcome not in KNOWN:
            text = say(language, "part_unknown", {"question": question.strip()})
            unknown.append(Sentence(text, SentenceKind.NOTICE, language.value))
            continue
        shown = _shortened(written)
        if written is not first:  # "which bachelor, and in which town?": the row of the list says both
            shown = [one for one in shown if IN_A_LIST.sub("", one.text) not in listed]
        cited = {number for one in shown for number in one.citations}
        numbers = added([one for one in written.citations if one.number in cited], citations)
        for one in shown:
            renumbered = replace(one, citations=tuple(numbers[number] for number in one.citations))
            sentences.setdefault((one.text, one.kind), renumbered)
    answered = [written for _, written in parts if written.outcome in KNOWN]
    is_whole = not unknown and all(one.outcome is Outcome.ANSWERED for one in answered)
    return replace(
        answered[0] if answered else Written((), (), Outcome.REFUSED),
        sentences=(*sentences.values(), *unknown),
        citations=tuple(citations),
        outcome=Outcome.ANSWERED if is_whole else Outcome.PARTLY if answered else Outcome.REFUSED,
        follow_ups=tuple(dict.fromkeys(text for one in answered for text in one.follow_ups))[:2],
        records=tuple(dict.fromkeys(record for one in answered for record in one.records)),
        filters=answered[0].filters if len(answered) == 1 else (),
    )


def _says(one: Sentence, question: str, asked: str, language: Language) -> bool:
    """Say whether a sentence that answers one question, `asked`, answers another one of the message too.

    It has all that this names, and its kind. One that names nothing ("en hoeveel procent was dat gegroeid?") is about the same: the
    sentence holds a value of its kind beside the one that was asked first.
    """
    if not one.citations:
        return False
    question = question[: question.rfind("?") + 1] or question  # what comes behind it asks nothing
    written = [word for word in naming(question, language) if not OF_A_CHANGE.fullmatch(word)]
    levels = [level["number"] for word in written if (level := OF_A_LEVEL.fullmatch(word)) is not None]
    analyzer = Analyzer()
    names = frozenset(analyzer.stems([fold(word) for word in written if OF_A_LEVEL.fullmatch(word) is None]))
    has_levels = all(re.search(SAYS_LEVEL.format(number), one.text) for number in levels)
    if not has_levels or not names <= frozenset(analyzer.stems(analyzer.words(one.text))):
        return False
    if names:
        return answers_type(question, one.text) >= OF_ITS_KIND and not missing_kinds(question, one.text)
    return values_of(question, one.text) >= (2 if asks_alike(question, asked) else 1)


OF_A_CHANGE = re.compile(
    r"gegroeid|gestegen|gedaald|toegenomen|afgenomen|veranderd|(?:aan)?gevraagd|gekregen|toegekend|gegeven|geworden|meer|minder|hoger|lager"
    r"|kwam(?:en)?|kr(?:ijg|eeg)\w*|was|waren|werd(?:en)?|wordt|grown|grew|increased?|decreased?|rose|risen|granted|requested|more|less"
    r"|za(?:t|ten)|zit(?:ten)?|stond(?:en)?|sta(?:at|an)|hoor(?:t|de)|(?:daar|er)(?:achter|bij|voor|onder)|behind|stood"
    r"|gestiegen|gewachsen|gesunken|gewährt|beantragt|mehr|weniger",
    re.IGNORECASE,
)
"""Words for what became of a thing, which the sentence may put in another way ("2,6% meer")."""

OF_A_LEVEL = re.compile(r"(?:mbo|niveau|nivo|level|stufe)-?(?P<number>[1-8])", re.IGNORECASE)
SAYS_LEVEL = r"(?i)\b(?:mbo|niveau|nlqf|eqf|level)[- ](?:[1-8]-)?{}\b"
"""How a sentence says a level: "mbo-4" is "NLQF 4"."""


def lacks_value(written: Written, part: str) -> bool:
    """Say whether an answer has no sentence with the kind of value that a part of the message asks ("wat kost dat"), nor one on prices."""
    if not asks_value(part) or any(OF_PRICE.search(one.text) for one in written.sentences):
        return False
    return all(answers_type(part, one.text) <= 0 for one in written.sentences)


OF_PRICE = re.compile(r"\b(?:prijs|price|preis|kosten|costs?|kostet|kost)\b", re.IGNORECASE)
"""What is said of a price, also that none is known."""

IN_A_LIST = re.compile(r"^\d+\. ")
"""The number of a row of a list."""

OF_ITS_KIND = 0.5
"""Least share of the kinds that a question asks, or no kind asked."""

MOST_QUOTES = 3
"""Quotes that each of several questions gets, so that the whole stays readable."""


def _shortened(written: Written) -> list[Sentence]:
    """Return the sentences with no more than the first quotes, and without remarks that are about left out quotes alone."""
    quotes = [one for one in written.sentences if one.kind is SentenceKind.QUOTE]
    left_out = quotes[MOST_QUOTES:]
    gone = {number for one in left_out for number in one.citations}
    return [
        one
        for one in written.sentences
        if one not in left_out and not (one.kind is SentenceKind.NOTICE and gone.intersection(one.citations))
    ]


def added(new: Sequence[Citation], citations: list[Citation]) -> dict[int, int]:
    """Add the citations of one answer; return their old numbers with the new ones. The same place keeps one number."""
    numbers: dict[int, int] = {}
    for citation in new:
        same = (known.number for known in citations if replace(known, number=citation.number) == citation)
        number = next(same, len(citations) + 1)
        numbers[citation.number] = number
        if number > len(citations):
            citations.append(replace(citation, number=number))
    return numbers
