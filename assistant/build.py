"""Puts the assistant together: the only module of this package that picks concrete classes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from assistant.chain import EVIDENCE, AnswerChain, Stages
from assistant.config import AssistantSettings, ModelSettings, settings_from
from assistant.listening import Listener
from assistant.models.stream import StreamLimits
from assistant.models.tokens import TokenCounter, table_cache
from assistant.models.wrappers import Budget, CircuitBreaker, Guarded, Retrying
from assistant.routes.types import Catalogue
from assistant.types import Assistant
from assistant.writing.extractive import ExtractiveWriter
from assistant.writing.llm import FallbackWriter, ModelWriter
from assistant.writing.plannings import Plannings
from assistant.writing.records import RecordWriter
from assistant.writing.route_answers import RouteAnswers
from assistant.writing.route_book import RouteBooks
from assistant.writing.seam import Writer
from knowledge.build import Knowledge, build_knowledge, language_of
from knowledge.config import settings_from as knowledge_settings_from
from knowledge.embedding.domain import DomainEmbedder
from knowledge.language.analysis import Analyzer
from knowledge.progress import Progress
from knowledge.retrieval.linking import Label, Linker

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
    """Return an assistant over a knowledge base that another process has made ready; `stack` closes it."""
    knowledge = build_knowledge(knowledge_settings_from(environment, home))
    stack.callback(knowledge.close)
    return chain_over(knowledge, settings_from(environment), environment)


@contextmanager
def ready_knowledge(
    environment: Mapping[str, str], home: Path | None, progress: Progress
) -> Iterator[Knowledge]:
    """Give the knowledge base of `home` with the bundled library in it and a sound index."""
    knowledge = build_knowledge(knowledge_settings_from(environment, home))
    try:
        knowledge.make_ready(progress)
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
    quotes = ExtractiveWriter(knowledge.embedder, Analyzer())
    writer: Writer = quotes
    if settings.model is not None:
        writer = FallbackWriter(build_model_writer(settings.model, environment), writer)
    records = RecordWriter(knowledge.catalogues, knowledge.store)
    records.prepare()
    routes = RouteAnswers(records, RouteBooks(records, plannings or plannings_over(knowledge)))
    routes.prepare((day or today)())
    retriever = knowledge.retriever()
    return AnswerChain(
        Stages(
            detect=language_of,
            retriever=retriever,
            writer=writer,
            today=day or today,
            persons=routes,
            records=records,
            quotes=quotes,
            listener=Listener(retriever, quotes, EVIDENCE),
            refusals=records,
            answers_in_parts=settings.model is None,
            message_limit=settings.message_characters,
        )
    )


def build_model_writer(model: ModelSettings, environment: Mapping[str, str]) -> ModelWriter:
    """Return the writer that has a model word the evidence, behind its guards."""
    from assistant.models.openai_compatible import chat_model

    clock = time.monotonic
    limits = StreamLimits(total_seconds=model.deadline_seconds, first_token_seconds=model.first_token_seconds)
    guarded = CircuitBreaker(Retrying(Guarded(chat_model(model), limits, clock), clock, time.sleep), clock)
    counter = TokenCounter.for_model(model.name, table_cache(environment))
    budget = Budget(guarded, counter, today, model.daily_tokens, model.answer_tokens)
    return ModelWriter(budget, clock, model.deadline_seconds)


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
