"""What a message of a talk names itself, beside what it goes on from, and how much of that a sentence says. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.types import Language, Request
from assistant.understanding.leaning import naming
from assistant.writing.candidates import Candidate
from assistant.writing.meeting import COUNTRY, is_known, is_met
from assistant.writing.relevance import asks_value, met, names_in
from knowledge.language.analysis import Analyzer
from knowledge.language.normalisation import fold
from knowledge.types import QuestionWord


def named_afresh(text: str, words: Iterable[QuestionWord]) -> tuple[QuestionWord, ...]:
    """Return those of some words, as the index knows them (translated, in other forms), that a message itself has of content."""
    fresh = frozenset(Analyzer().words(text))
    found = {word.forms[0]: word for word in words if word.is_content and fresh.intersection(word.forms)}
    return tuple(found.values())


def said_of(words: Sequence[QuestionWord], one: Candidate) -> float:
    """Return the share (0 to 1, by weight) of some words that a sentence itself says, whatever stands above it; 0 for no words."""
    whole = sum(word.weight for word in words)
    if not whole:
        return 0.0
    own = fold(one.text)
    named = one.hit.named  # by these the question names the document, and the sentence need not have them
    present = frozenset(word for word in one.words if word not in named or word in own)
    return sum(word.weight * met(word, one.text, present) for word in words) / whole


MORE = 0.3
"""Share of the fresh words by which a sentence says more of them than another."""


def freshest_first(request: Request, able: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the sentences that can be the answer with the one in front that says most of what the last message names.

    Of those that say about as much, one that was not said in our last answer comes first, and then the order they had.
    """
    words = named_afresh(request.question.text, request.words)
    if len(able) < 2 or not words:
        return tuple(able)
    said = [said_of(words, one) for one in able]
    most = max(said)
    reply = next((turn.text for turn in reversed(request.question.history) if turn.role == "assistant"), "")
    if said[0] > most - MORE:
        return tuple(able)
    saying = [one for one, share in zip(able, said, strict=True) if share > most - MORE]
    first = min(saying, key=lambda one: one.text in reply)
    return (first, *(one for one in able if one is not first))


def holds_fresh(
    one: Candidate,
    text: str,
    language: Language,
    words: Iterable[QuestionWord],
    *,
    holds_names: bool = False,
) -> bool:
    """Say whether a sentence, with what stands above it, meets all that a message asks the value of and that the sources know or
    that is written as a name.

    "Hoeveel daarvan zijn vrouw?" is not answered with the number of all. What asks for no value may be answered in other words, but
    with `holds_names` not of another name.
    """
    is_value = asks_value(text)
    if not is_value and not holds_names:
        return True
    fresh = frozenset(map(fold, naming(text, language)))
    names = names_in(text) if language is not Language.GERMAN else frozenset()
    present = one.words | one.context

    def is_needed(word: QuestionWord) -> bool:
        is_name = bool(names.intersection(word.forms))
        return (holds_names and is_name) or (is_value and word.is_content and (is_known(word) or is_name))

    return not any(
        fresh.intersection(word.forms)
        and is_needed(word)
        and not is_met(word, one.text, present)
        and WHOLE_COUNTRY.isdisjoint(word.forms)
        for word in words
    )


WHOLE_COUNTRY = COUNTRY | {"land", "landelijk", "country", "nationwide"}
"""Words for the whole country, of which a sentence tells that names no region."""
