"""Asks questions with expected facts, and says which facts are in the answers and in the quotes they cite.

An expected fact is what a good answer contains, not a wording ("max 5 leerlingen", "2.700-4.200 euro per leerling"). It
counts as present when its figures, dates and names all occur, and at least `WORDS_NEEDED` of its other content words (by
stem). This is a literal measure: a right answer in other words can be missed, a wrong one seldom passes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.types import Answer, Assistant, Outcome, Question
from evals.retrieval import Interval, bootstrap
from knowledge.language.analysis import Analyzer
from knowledge.language.expansion import translated_terms
from knowledge.language.soft import is_soft
from knowledge.language.stopwords import stopwords

WORDS_NEEDED, WORDS_NEEDED_TRANSLATED = 0.6, 0.5
"""Share of the content words; less for a fact in another language than the quotes, which are matched by glossary."""

NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        [
            "nul",
            "een",
            "twee",
            "drie",
            "vier",
            "vijf",
            "zes",
            "zeven",
            "acht",
            "negen",
            "tien",
            "elf",
            "twaalf",
        ]
    )
    if value != 1
} | {"max": "maximaal"}
BEHAVIOUR = {
    "unanswerable": (Outcome.REFUSED,),
    "out-of-scope": (Outcome.REFUSED,),
    "ambiguous": (Outcome.ASKED_BACK,),
}
"""Types of questions that are judged by what the assistant does, not by facts."""


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the facts that a good answer contains; `source` is where they are stated, "" for nowhere."""

    id: str
    question: str
    type: str
    expected_facts: tuple[str, ...]
    source: str
    language: str = "nl"
    """The language in which the facts are written."""


@dataclass(frozen=True, slots=True)
class Scored:
    """How an answer did. `missing` are the facts that are not in it, `uncited` those that no quote holds."""

    case: Case
    answer: Answer
    missing: tuple[str, ...]
    uncited: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Whether every fact is in the answer and in a quote, or the assistant did what the type asks for."""
        wanted = BEHAVIOUR.get(self.case.type)
        if wanted is not None:
            return self.answer.outcome in wanted
        return not self.missing and not self.uncited


def read_cases(path: Path, sources: Sequence[str] = ()) -> tuple[Case, ...]:
    """Read cases from JSON Lines; with `sources`, only those whose source is one of them."""
    rows: list[dict[str, Any]] = [
        json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()
    ]
    cases = (
        Case(
            row["id"],
            row["question"],
            row["type"],
            tuple(row["expected_facts"]),
            row["source"] or "",
            row["lang"],
        )
        for row in rows
    )
    return tuple(case for case in cases if not sources or case.source in sources)


def score(case: Case, answer: Answer) -> Scored:
    """Look for each expected fact in the answer, and in the quotes that it cites taken together."""
    quotes = " ".join(citation.quote for citation in answer.citations)
    missing = tuple(fact for fact in case.expected_facts if not states(answer.text, fact, case.language))
    uncited = tuple(
        fact
        for fact in case.expected_facts
        if fact not in missing and not states(quotes, fact, case.language)
    )
    return Scored(case, answer, missing, uncited)


def ask_all(cases: Iterable[Case], assistant: Assistant) -> tuple[Scored, ...]:
    """Ask every question on its own, and score the answers."""
    return tuple(score(case, assistant.invoke(Question(case.question))) for case in cases)


def share_right(scored: Sequence[Scored]) -> Interval:
    """Return the share of right answers with its 95 % bootstrap interval."""
    return bootstrap([float(item.is_right) for item in scored])


def states(text: str, fact: str, language: str) -> bool:
    """Say whether a Dutch text states a fact that is written in `language`, literally; see the module."""
    have, stems = _parts(text)
    figures, words = _parts(fact)
    if not {word for word in figures if any(map(str.isdigit, word))} <= have:
        return False
    if language != "nl":
        terms = translated_terms(sorted(word for word in figures if not word[:1].isdigit()), language)
        met = [any(Analyzer().stem(form) in stems for form, _ in term.forms) for term in terms]
        return not met or sum(met) / len(met) >= WORDS_NEEDED_TRANSLATED
    return not words or len(words & stems) / len(words) >= WORDS_NEEDED


def _parts(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return all folded words of a text, and the stems of those that say something."""
    analyzer = Analyzer()
    split = re.sub(r"(?<=\d)(?=[a-z%])|(?<=[a-z])(?=\d)", " ", text)
    words = [NUMBER_WORDS.get(word, word) for word in analyzer.words(split)]
    content = [w for w in words if w not in stopwords("nl") and not is_soft(w, "nl") and not w[:1].isdigit()]
    return frozenset(words), frozenset(analyzer.stems(content))
