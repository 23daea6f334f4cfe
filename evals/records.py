"""Asks the questions over records, and counts the answers that are exactly right: the set of records, and the numbers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from assistant.types import Answer, Assistant, Language, Outcome, Question

DATASET = Path(__file__).parent / "datasets" / "record_questions.jsonl"
COUNTED = frozenset(["list", "count", "schemes"])
"""Kinds of questions of which the answer must say how many there are."""


@dataclass(frozen=True, slots=True)
class RecordCase:
    """A question with the ids that its answer is made of, exactly, and numbers that it must say (with "," for thousands)."""

    id: str
    language: Language
    kind: str
    question: str
    records: frozenset[str]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordScore:
    """What is wrong with an answer; nothing when it is exactly right."""

    case: RecordCase
    answer: Answer
    faults: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Whether records, numbers, language and citations are all right."""
        return not self.faults


def read_record_cases(path: Path = DATASET) -> tuple[RecordCase, ...]:
    """Read the cases of a JSON Lines file that `evals.record_truth` completed."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return tuple(
        RecordCase(
            row["id"],
            Language(row["language"]),
            row["kind"],
            row["question"],
            frozenset(row["records"]),
            tuple(row["values"]),
        )
        for row in rows
    )


def score(case: RecordCase, answer: Answer) -> RecordScore:
    """Compare an answer with what is expected."""
    have = {record.id for record in answer.records}
    faults = [f"lacks {id_}" for id_ in sorted(case.records - have)]
    faults += [f"too many: {id_}" for id_ in sorted(have - case.records)]
    wanted = Outcome.ANSWERED if case.records else Outcome.REFUSED
    if answer.outcome is not wanted:
        faults.append(f"outcome {answer.outcome.value}")
    if answer.language is not case.language:
        faults.append(f"language {answer.language.value}")
    lead = answer.sentences[0].text if answer.sentences else ""
    if (
        case.kind in COUNTED
        and len(case.records) > 1
        and not _says_count(lead, len(case.records), case.language)
    ):
        faults.append("the count is not said")
    faults += [
        f"{value} is not said" for value in case.values if _written(value, case.language) not in answer.text
    ]
    uncited = [s.text for s in answer.sentences if s.kind.value == "worded" and not s.citations]
    return RecordScore(case, answer, (*faults, *(f"uncited: {text}" for text in uncited)))


def _says_count(lead: str, count: int, language: Language) -> bool:
    words = [word.strip(".,:") for word in lead.split()]
    return _written(f"{count:,}", language) in words


def _written(value: str, language: Language) -> str:
    """Return a number as people write it in a language."""
    return value if language is Language.ENGLISH else value.replace(",", ".")


def ask_records(cases: Iterable[RecordCase], assistant: Assistant) -> tuple[RecordScore, ...]:
    """Ask every question on its own."""
    return tuple(score(case, assistant.invoke(Question(case.question))) for case in cases)
