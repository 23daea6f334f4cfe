"""What the pipe from a question to an answer is made of: what it knows of a question, and the parts that work on it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from assistant.listening import Listener
from assistant.types import Question, Request
from assistant.understanding.mending import Names
from assistant.writing.everyday_answers import EverydayAnswers
from assistant.writing.seam import RecordAnswers, Refusals, Writer, Written
from knowledge.retrieval.asked_answers import AskedAnswers
from knowledge.retrieval.hybrid import HybridRetriever
from knowledge.types import Audience, Hit

EVIDENCE = 8
"""Passages that a writer is given."""


@dataclass(frozen=True, slots=True)
class Flow:
    """What is known of a question so far; `settled` is an answer that needs no further stage."""

    question: Question
    started: float
    request: Request | None = None
    hits: tuple[Hit, ...] = ()
    settled: Written | None = None
    told: Written | None = None
    """What figures, rules or records say by themselves."""
    stands_first: bool = False
    """Whether what was told are figures, or what editors named for everyday words: they stand before all else."""
    timings: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stages:
    """The parts of the chain: what detects a language, finds, writes, and tells the day and the time."""

    detect: Callable[[str], str]
    retriever: HybridRetriever
    writer: Writer
    today: Callable[[], date]
    asked: AskedAnswers | None = None
    """What finds sentences by the questions that editors wrote for them."""
    persons: RecordAnswers | None = None
    """What answers a whole message about somebody's own way, before it is taken apart into questions."""
    records: RecordAnswers | None = None
    rows: RecordAnswers | None = None
    """What answers from the rows of tables that were brought in, before all else."""
    tables: Callable[[Request, date], frozenset[str]] | None = None
    """What tells the versions of the tables that a message is about."""
    figures: RecordAnswers | None = None
    """What answers a whole message that asks for figures, before all else: what is compared is one question."""
    everyday: EverydayAnswers | None = None
    """What answers a message whose everyday words mean a question that editors answered."""
    quotes: Writer | None = None
    """What quotes documents beside an answer from rules; it must not call a model."""
    refusals: Refusals | None = None
    mends: Callable[[str, str, Audience], str] | None = None
    """What puts the typing errors of a message in a language right, with the words that an audience may see."""
    names: Names | None = None
    """What puts the names of programmes in the place of what a talk calls them."""
    listener: Listener | None = None
    """What hears which question a message of a talk is."""
    answers_in_parts: bool = True
    """Whether two questions in one message are answered one by one; a model that words answers reads them together."""
    clock: Callable[[], float] = time.monotonic
    message_limit: int = 4_000
