"""Puts the assistant together: this module and `chain_build`, its heavy half, alone pick concrete classes.

The process that serves the page has answers made by others, so what only answers need is not loaded with this module.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from assistant.config import AssistantSettings, settings_from
from assistant.rehearsing import OPENED_LATER
from assistant.routes.types import Catalogue
from assistant.types import Assistant, Language
from assistant.writing.plannings import Plannings
from knowledge.build import Knowledge, build_knowledge
from knowledge.config import settings_from as knowledge_settings_from
from knowledge.embedding.domain import DomainEmbedder
from knowledge.progress import Progress
from knowledge.retrieval.linking import Label, Linker

if TYPE_CHECKING:
    from assistant.chain import AnswerChain

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
"""Deadlines of Dutch schemes and schools end at midnight here."""


@contextmanager
def build_assistant(
    environment: Mapping[str, str], home: Path | None, progress: Progress
) -> Iterator[Assistant]:
    """Give an assistant over the knowledge base of `home`, made ready first; close it afterwards."""
    with ready_knowledge(environment, home, progress) as knowledge:
        yield chain_over(knowledge, settings_from(environment), environment)


def open_assistant(environment: Mapping[str, str], home: Path | None, stack: ExitStack) -> Assistant:
    """Return an assistant over a knowledge base that another process has made ready; `stack` closes it.

    It has answered in Dutch; the other languages are the first that it rehearses.
    """
    knowledge = build_knowledge(knowledge_settings_from(environment, home))
    stack.callback(knowledge.close)
    chain = chain_over(knowledge, settings_from(environment), environment)
    chain.warm_up([language for language in Language if language not in OPENED_LATER])
    return chain


@contextmanager
def ready_knowledge(
    environment: Mapping[str, str], home: Path | None, progress: Progress
) -> Iterator[Knowledge]:
    """Give the knowledge base of `home` with the bundled library in it and a sound index."""
    with opened_knowledge(environment, home) as knowledge:
        knowledge.make_ready(progress)
        yield knowledge


@contextmanager
def opened_knowledge(environment: Mapping[str, str], home: Path | None) -> Iterator[Knowledge]:
    """Give the knowledge base of `home` as it is, and close it afterwards."""
    knowledge = build_knowledge(knowledge_settings_from(environment, home))
    try:
        yield knowledge
    finally:
        knowledge.close()


def chain_over(
    knowledge: Knowledge,
    settings: AssistantSettings,
    environment: Mapping[str, str],
    day: Callable[[], date] | None = None,
    plannings: Plannings | None = None,
) -> AnswerChain:
    """Return the chain over an opened knowledge base; it quotes, or a model words it when one is set.

    `day` says which day it is, where that is not today in the Netherlands; `plannings` are those that others use too.
    """
    from assistant.chain_build import built_chain

    return built_chain(knowledge, settings, environment, day or today, plannings or plannings_over(knowledge))


def plannings_over(knowledge: Knowledge) -> Plannings:
    """Return what plans are made with, to be shared by all that plan in this process."""
    return Plannings(knowledge.catalogues, occupation_ranking)


def occupation_ranking(catalogue: Catalogue) -> Callable[[str, int], tuple[tuple[str, float], ...]]:
    """Return what ranks the occupations that words may mean: at most so many ids, each with its chance, best first."""
    labels = [
        Label(text, occupation.id)
        for occupation in catalogue.occupations
        for texts in occupation.labels.values()
        for text in texts
    ]
    linker = Linker.over(labels, DomainEmbedder.shipped())

    def rank(words: str, limit: int) -> tuple[tuple[str, float], ...]:
        return tuple((one.label.concept, one.score) for one in linker.link(words, limit))

    return rank


def today() -> date:
    """Return the day in the Netherlands."""
    return datetime.now(AMSTERDAM).date()


def now() -> int:
    """Return the seconds since 1970."""
    return int(time.time())
