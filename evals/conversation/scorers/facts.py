"""Are the expected facts there, is a list complete, do disagreeing values stand side by side, is nothing forbidden said?"""

from __future__ import annotations

from assistant.types import Answer, Outcome, SentenceKind
from evals.conversation.matching import Readable, readable, says_one_of, without_row_number
from evals.conversation.types import Alternatives, Expected, Score

TURNED_AWAY = (Outcome.REFUSED, Outcome.ASKED_BACK)
WHOLE_LIST = 1.0

TOLD = (SentenceKind.QUOTE, SentenceKind.WORDED, SentenceKind.COMPUTED)
"""Kinds of sentences that tell what is asked."""


def words_of(expected: Expected, answer: Answer) -> Readable:
    """Return all sentences of an answer, without the numbers of its citations.

    Of an answer that turns away what could be answered the notices are left out: they repeat words of the question.
    """
    is_refusal = answer.outcome in TURNED_AWAY and answer.outcome not in expected.outcomes
    told = [
        without_row_number(one.text)
        for one in answer.sentences
        if not (is_refusal and one.kind is SentenceKind.NOTICE)
    ]
    return readable("\n".join(told))


def facts_present(expected: Expected, answer: Answer) -> Score | None:
    """Return the share of the expected facts that the answer says; None when none is expected."""
    if not expected.facts:
        return None
    said = words_of(expected, answer)
    missing = [fact for fact in expected.facts if not says_one_of(said, fact)]
    return _share(expected.facts, missing, "lacks")


def answer_first(expected: Expected, answer: Answer) -> Score | None:
    """Return 1 when the first quote or finding says an expected fact, else 0; None for an answer that says none at all."""
    told = [one.text for one in answer.sentences if one.kind in TOLD]
    places = [
        at
        for at, text in enumerate(told, 1)
        if any(says_one_of(readable(without_row_number(text)), fact) for fact in expected.facts)
    ]
    if not places:
        return None
    return Score(float(places[0] == 1), f"the first fact is in sentence {places[0]} of {len(told)}")


def completeness(expected: Expected, answer: Answer) -> Score | None:
    """Return 1 when every member of a list is said, or is a record of the answer that the next page shows; else 0."""
    if not expected.facts:
        return None
    names = "\n".join(record.name for record in answer.records)
    said, listed = words_of(expected, answer), readable(names)
    missing = [
        fact for fact in expected.facts if not says_one_of(said, fact) and not says_one_of(listed, fact)
    ]
    score = _share(expected.facts, missing, "lacks")
    return Score(float(score.value == WHOLE_LIST), score.explanation)


def side_by_side(expected: Expected, answer: Answer) -> Score | None:
    """Return 1 when all disagreeing values are said, else 0; None when there is no disagreement."""
    if not expected.values:
        return None
    said = words_of(expected, answer)
    missing = [value for value in expected.values if not says_one_of(said, value)]
    return Score(float(not missing), _share(expected.values, missing, "hides").explanation)


def nothing_forbidden(expected: Expected, answer: Answer) -> Score | None:
    """Return 0 when a forbidden text is said, else 1; None when nothing is forbidden.

    Notices are left out: they say what is missing or over, and may name it.
    """
    if not expected.forbidden:
        return None
    told = [without_row_number(one.text) for one in answer.sentences if one.kind is not SentenceKind.NOTICE]
    said = readable("\n".join(told))
    found = [text for text in expected.forbidden if said.holds(text)]
    return Score(
        float(not found), f"says what it may not: {'; '.join(found)}" if found else "says nothing forbidden"
    )


def _share(facts: tuple[Alternatives, ...], missing: list[Alternatives], verb: str) -> Score:
    have = len(facts) - len(missing)
    shown = f"; {verb}: {'; '.join(fact[0] for fact in missing)}" if missing else ""
    return Score(have / len(facts), f"{have} of {len(facts)}{shown}")
