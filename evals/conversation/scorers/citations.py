"""Do the citations hold? Precision: what is said stands in its quote, and the quote in the stored passage. Recall: the
expected facts stand in a quote of an expected source."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.types import Answer, Sentence, SentenceKind
from evals.conversation.matching import readable, says_one_of
from evals.conversation.scorers.holding import Held, unheld
from evals.conversation.types import Alternatives, Cited, Expected, Reply, Score

MUST_BE_CITED = (SentenceKind.QUOTE, SentenceKind.WORDED, SentenceKind.COMPUTED)


def precision(reply: Reply, answer: Answer) -> Score | None:
    """Return the share of cited sentences that rest on what they cite; None when nothing is said that needs a citation.

    A sentence rests on its citations when it has one, each of its quotes stands literally in a stored passage, and each
    figure and name of it stands in a quote (or in what the page shows with it: title, headings, address, date). A sentence
    that calls itself a quote has to be one, word for word.
    """
    sentences = [one for one in answer.sentences if one.kind in MUST_BE_CITED or one.citations]
    if not sentences:
        return None
    by_number = {cited.number: cited for cited in reply.cited}
    faults = [fault for one in sentences if (fault := _fault_of(one, by_number))]
    right = len(sentences) - len(faults)
    shown = f"; {' | '.join(faults)}" if faults else ""
    return Score(right / len(sentences), f"{right} of {len(sentences)} sentences rest on their quote{shown}")


def recall(expected: Expected, reply: Reply, answer: Answer) -> Score | None:
    """Return the share of expected facts that a quote of an expected source holds; None without facts or evidence.

    A fact without figures may be said in the reader's language while the quote is Dutch: then the sentence that says
    it has to cite an expected source.
    """
    if not expected.facts or not expected.evidence:
        return None
    right = [cited for cited in reply.cited if is_expected(cited, expected)]
    missing = [fact for fact in expected.facts if not _is_held(fact, right, answer)]
    have = len(expected.facts) - len(missing)
    shown = f"; no expected quote holds: {'; '.join(fact[0] for fact in missing)}" if missing else ""
    elsewhere = [cited for cited in reply.cited if cited not in right]
    places = f"; cites elsewhere: {', '.join(_places(elsewhere))}" if missing and elsewhere else ""
    return Score(
        have / len(expected.facts), f"{have} of {len(expected.facts)} facts in quotes{shown}{places}"
    )


def source_cited(expected: Expected, reply: Reply) -> Score | None:
    """Return 1 when at least one citation points at an expected source; None when none is expected."""
    if not expected.evidence:
        return None
    right = [cited for cited in reply.cited if is_expected(cited, expected)]
    return Score(
        float(bool(right)), f"{len(right)} of {len(reply.cited)} citations point at an expected source"
    )


def is_expected(cited: Cited, expected: Expected) -> bool:
    """Say whether a citation points at one of the sources that the facts may come from."""
    return any(
        (one.record and one.record == cited.record) or (one.document and one.document == cited.document)
        for one in expected.evidence
    )


def _is_held(fact: Alternatives, right: list[Cited], answer: Answer) -> bool:
    if any(says_one_of(readable(cited.quote), fact) for cited in right):
        return True
    if any(re.search(r"\d", alternative) for alternative in fact):
        return False
    numbers = {cited.number for cited in right}
    saying = [one for one in answer.sentences if numbers & set(one.citations)]
    return any(says_one_of(readable(one.text), fact) for one in saying if one.kind is SentenceKind.WORDED)


def _fault_of(sentence: Sentence, by_number: dict[int, Cited]) -> str:
    """Return why a sentence does not rest on its citations; "" when it does."""
    shown = f"“{sentence.text[:90]}”"
    if not sentence.citations:
        return f"{shown} cites nothing"
    found = [by_number[number] for number in sentence.citations if number in by_number]
    if len(found) < len(sentence.citations):
        return f"{shown} cites a number that is not there"
    if any(cited.passage is None for cited in found):
        return f"{shown} cites a passage that is not stored"
    if not all(cited.quote.strip() and cited.quote in (cited.passage or "") for cited in found):
        return f"{shown} has a quote that is not in its passage"
    held = Held.of(found)
    if sentence.kind is SentenceKind.QUOTE and not held.has_literally(sentence.text):
        return f"{shown} is not its quote word for word"
    lacking = unheld(sentence, held)
    return f"{shown} says what its quote does not: {', '.join(lacking)}" if lacking else ""


def _places(cited: Iterable[Cited]) -> list[str]:
    return list(dict.fromkeys(one.record or one.document for one in cited))[:4]
