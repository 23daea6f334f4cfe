"""Puts the assistant together: the only module of this package that picks concrete classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from assistant.chain import AnswerChain, Stages
from assistant.types import Assistant
from assistant.writing.extractive import ExtractiveWriter
from knowledge.build import Knowledge, build_knowledge, language_of
from knowledge.config import settings_from as knowledge_settings_from
from knowledge.language.analysis import Analyzer
from knowledge.progress import Progress

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
"""Deadlines of Dutch schemes and schools end at midnight here."""


@contextmanager
def build_assistant(
    environment: Mapping[str, str], home: Path | None, progress: Progress
) -> Iterator[Assistant]:
    """Give an assistant over the knowledge base of `home`, made ready first; close it afterwards."""
    knowledge = build_knowledge(knowledge_settings_from(environment, home))
    try:
        knowledge.make_ready(progress)
        yield chain_over(knowledge)
    finally:
        knowledge.close()


def chain_over(knowledge: Knowledge) -> AnswerChain:
    """Return the chain over an opened knowledge base."""
    writer = ExtractiveWriter(knowledge.embedder, Analyzer())
    return AnswerChain(
        Stages(
            detect=language_of,
            retriever=knowledge.retriever(),
            writer=writer,
            today=lambda: datetime.now(AMSTERDAM).date(),
        )
    )
