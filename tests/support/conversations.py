"""Small answers, citations and cases for the scorers of conversations."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from assistant.types import Answer, Citation, Language, Outcome, Sentence, SentenceKind
from evals.conversation.types import (
    Case,
    Cited,
    EvidenceSource,
    Expected,
    Reply,
    Score,
    ScoredCase,
    ScoredTurn,
)
from knowledge.types import RecordRef

FEES = "onderwijs/lesgeld.md"
TODAY = date(2026, 11, 21)
PASSAGE = (
    "Lesgeld en cursusgeld. Het lesgeld voor een BOL was in 2024-2025 1.419 euro. Voor een BBL 295 euro."
)


def quote(text: str, *citations: int, language: str = "nl") -> Sentence:
    return Sentence(text, SentenceKind.QUOTE, language, citations)


def worded(text: str, *citations: int, language: str = "nl") -> Sentence:
    return Sentence(text, SentenceKind.WORDED, language, citations)


def computed(text: str, *citations: int, language: str = "nl") -> Sentence:
    return Sentence(text, SentenceKind.COMPUTED, language, citations)


def lead(text: str, language: str = "nl") -> Sentence:
    return Sentence(text, SentenceKind.LEAD, language)


def notice(text: str, language: str = "nl") -> Sentence:
    return Sentence(text, SentenceKind.NOTICE, language)


def answer(
    *sentences: Sentence,
    outcome: Outcome = Outcome.ANSWERED,
    language: Language = Language.DUTCH,
    records: tuple[str, ...] = (),
    searched: tuple[str, ...] = (),
) -> Answer:
    names = tuple(RecordRef("offer", name, name) for name in records)
    return Answer(outcome, language, sentences, records=names, searched=searched)


def cited(
    text: str, number: int = 1, passage: str | None = PASSAGE, document: str = FEES, record: str = ""
) -> Cited:
    return Cited(number, text, passage, "Wat kost het mbo?", document, record)


def reply(
    given: Answer | None, *citations: Cited, said: str = "Wat kost het lesgeld?", milliseconds: float = 20.0
) -> Reply:
    return Reply(
        question=said,
        said=said,
        answer=given,
        cited=citations,
        milliseconds=milliseconds,
        processor_ms=milliseconds / 2,
        sources_ms=milliseconds / 4,
        error="" if given else "ValueError: stuk",
        today=TODAY,
    )


def expected(*facts: str, outcomes: tuple[Outcome, ...] = (Outcome.ANSWERED,)) -> Expected:
    """Return what is expected: each fact with its alternatives between bars ("1.419|1419 euro")."""
    evidence = (EvidenceSource(document=FEES),) if facts else ()
    return Expected(outcomes, tuple(tuple(fact.split("|")) for fact in facts), evidence)


def case(
    kind: str = "single_fact",
    expectations: tuple[Expected | None, ...] = (expected("1.419"),),
    id_: str = "ans-001",
    split: str = "tune",
    language: Language = Language.DUTCH,
) -> Case:
    turns = tuple(f"vraag {number}" for number in range(1, len(expectations) + 1))
    return Case(id_, kind, language, "plain", turns, expectations, (FEES,), split, "het staat er", "set")


def scored(id_: str, kind: str = "single_fact", **values: float) -> ScoredCase:
    """Return a scored case with these values, as if one message was asked."""
    scores = {
        name: Score(value, f"{name} is {value}")
        for name, value in {"verdict": 1.0, "wrong": 0.0, **values}.items()
    }
    turn = ScoredTurn(0, reply(answer(quote("Het lesgeld was 1.419 euro.", 1)), cited("1.419 euro")), scores)
    return ScoredCase(case(kind, id_=id_), (turn,), scores)


def citation(text: str, source_id: str = "s", passage_id: str = "p") -> Citation:
    return Citation(
        1, source_id, passage_id, "Titel", "deel 1", text, "https://www.voorbeeld.nl/a", 1, 0, len(text)
    )


def row(**changes: Any) -> dict[str, Any]:
    """Return a line of a file of cases that follows the format, with changes."""
    return {
        "id": "ans-001",
        "kind": "single_fact",
        "language": "nl",
        "style": "plain",
        "turns": ["Wat kost het lesgeld?"],
        "expected": {"outcome": ["answered"], "facts": [["1.419"]], "evidence": [{"document": FEES}]},
        "documents": [FEES],
        "split": "tune",
        "why": "onderwijs/lesgeld.md noemt 1.419 euro",
        **changes,
    }


def write_cases(folder: Path, *rows: dict[str, Any], name: str = "answerable") -> Path:
    """Write a file of cases into `folder`, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    text = "\n".join(json.dumps(one, ensure_ascii=False) for one in rows)
    (folder / f"{name}.jsonl").write_text(text + "\n", "utf-8")
    return folder
