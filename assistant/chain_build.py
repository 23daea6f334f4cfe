"""Puts the chain together: what answers questions, with everything that only answers need."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import date

from assistant.chain import AnswerChain
from assistant.config import AssistantSettings, ModelSettings
from assistant.listening import Listener
from assistant.models.stream import StreamLimits
from assistant.models.tokens import TokenCounter, table_cache
from assistant.models.wrappers import Budget, CircuitBreaker, Guarded, Retrying
from assistant.stages import EVIDENCE, Stages
from assistant.understanding.lexicon import words_of_phrases
from assistant.writing import translated_search
from assistant.writing.everyday_answers import EverydayAnswers
from assistant.writing.extractive import ExtractiveWriter
from assistant.writing.figure_answers import FigureAnswers
from assistant.writing.llm import FallbackWriter, ModelWriter
from assistant.writing.names_of_records import NamesOfRecords
from assistant.writing.offers_called import OffersCalled
from assistant.writing.plannings import Plannings
from assistant.writing.records import RecordWriter
from assistant.writing.route_answers import RouteAnswers
from assistant.writing.route_book import RouteBooks
from assistant.writing.row_answers import RowAnswers
from assistant.writing.seam import Writer
from knowledge.build import Knowledge, language_of
from knowledge.language.analysis import Analyzer


def built_chain(
    knowledge: Knowledge,
    settings: AssistantSettings,
    environment: Mapping[str, str],
    today: Callable[[], date],
    plannings: Plannings,
) -> AnswerChain:
    """Return the chain over an opened knowledge base; see `assistant.build.chain_over`."""
    quotes = ExtractiveWriter(knowledge.embedder, Analyzer())
    writer: Writer = quotes
    if settings.model is not None:
        writer = FallbackWriter(build_model_writer(settings.model, environment, today), writer)
    records = RecordWriter(knowledge.catalogues, knowledge.store, plannings.link)
    records.prepare()
    figures = FigureAnswers(records)
    figures.prepare()
    routes = RouteAnswers(records, RouteBooks(records, plannings))
    routes.prepare(today())
    names = NamesOfRecords(records)
    called = OffersCalled(records)
    rows = RowAnswers(records, called, routes)
    retriever = knowledge.retriever()
    spelling = knowledge.spelling(retriever.reader, words_of_phrases())
    spelling.prepare()
    translated_search.prepare()
    asked = knowledge.asked_answers()
    asked.prepare()
    return AnswerChain(
        Stages(
            detect=language_of,
            retriever=retriever,
            listener=Listener(retriever, quotes, EVIDENCE, asked, records.scheme_in),
            asked=asked,
            writer=writer,
            today=today,
            persons=routes,
            records=records,
            figures=figures,
            everyday=EverydayAnswers(asked, quotes),
            quotes=quotes,
            refusals=records,
            mends=lambda text, language, audience: names.written(
                spelling.mended(text, language, audience), audience
            ),
            names=called.named,
            rows=rows,
            tables=rows.sources,
            answers_in_parts=settings.model is None,
            message_limit=settings.message_characters,
        )
    )


def build_model_writer(
    model: ModelSettings, environment: Mapping[str, str], today: Callable[[], date]
) -> ModelWriter:
    """Return the writer that has a model word the evidence, behind its guards."""
    from assistant.models.openai_compatible import chat_model

    clock = time.monotonic
    limits = StreamLimits(total_seconds=model.deadline_seconds, first_token_seconds=model.first_token_seconds)
    guarded = CircuitBreaker(Retrying(Guarded(chat_model(model), limits, clock), clock, time.sleep), clock)
    counter = TokenCounter.for_model(model.name, table_cache(environment))
    budget = Budget(guarded, counter, today, model.daily_tokens, model.answer_tokens)
    return ModelWriter(budget, clock, model.deadline_seconds)
