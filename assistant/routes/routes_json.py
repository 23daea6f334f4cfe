"""Routes, verdicts, changes and tables in the public JSON of an answer.

Infinite and unknown are null, never zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.routes.change_types import Changes
from assistant.routes.comparing import Comparison
from assistant.routes.spans import Span
from assistant.routes.types import (
    DecidingQuestion,
    FundingVerdict,
    Outline,
    Route,
    Routes,
    Step,
    Totals,
    Verdict,
)
from assistant.routes.wording import (
    Rests,
    Worded,
    changes_sentences,
    question_text,
    route_sentences,
    routes_sentences,
    verdict_sentences,
)
from assistant.routes.wording_conditions import atom_text, remaining_text
from assistant.types import Language
from knowledge.catalogue.types import Offer


def routes_object(routes: Routes, language: Language, changes: Changes | None = None) -> dict[str, Any]:
    """Return the routes to a goal, the ones to show with their steps, the others in short."""
    return {
        "reached": routes.is_reached,
        "complete": routes.is_complete,
        "routes": [
            route_object(route, number, language) for number, route in enumerate(routes.shown, start=1)
        ],
        "all": [outline_object(outline) for outline in routes.outlines],
        "question": question_object(routes.question, language),
        "changes": None if changes is None else changes_object(changes, language),
        "sentences": sentences_object(routes_sentences(routes, language)),
    }


def route_object(route: Route, number: int, language: Language) -> dict[str, Any]:
    """Return one route."""
    return {
        "labels": list(route.labels),
        "totals": totals_object(route.totals),
        "unknown_from_step": route.unknown_from,
        "steps": [step_object(step, language) for step in route.steps],
        "sentences": sentences_object(route_sentences(route, number, language)),
    }


def outline_object(outline: Outline) -> dict[str, Any]:
    """Return a route in short."""
    return {"offers": list(outline.offer_ids), "totals": totals_object(outline.totals)}


def totals_object(totals: Totals) -> dict[str, Any]:
    """Return what a route asks."""
    return {
        "months": span_object(totals.months),
        "net_euro": span_object(totals.euro),
        "peak_hours_per_week": span_object(totals.hours),
    }


def step_object(step: Step, language: Language) -> dict[str, Any]:
    """Return one step with its admission and funding."""
    offer = step.offer
    return {
        "offer": {
            "id": offer.id,
            "name": offer.name.value,
            "provider": offer.provider.value,
            "state": offer.state.value,
        },
        "earliest_start": step.starts.isoformat(),
        "latest_start": step.starts_at_latest.isoformat() if step.starts_at_latest else None,
        "waits_months": step.waits_months,
        "months": span_object(step.months),
        "hours_per_week": span_object(step.hours),
        "gross_euro": span_object(step.funding.gross_euro),
        "net_euro": span_object(step.funding.net_euro),
        "admission": verdict_object(step.verdict, offer, language),
        "funding": [funding_object(one, language) for one in step.funding.verdicts],
    }


def verdict_object(verdict: Verdict, offer: Offer, language: Language) -> dict[str, Any]:
    """Return what the rules say about entering an offer."""
    return {
        "offer": verdict.offer_id,
        "answer": verdict.answer.value,
        "rules": [{"id": rule.id, "text": rule.text, "article": rule.article} for rule in verdict.rules],
        "national": verdict.is_national,
        "study_year": verdict.study_year,
        "remaining": [
            {"text": remaining_text(one, language), "past": one.is_past} for one in verdict.remaining
        ],
        "failing": [atom_text(atom, language) for atom in verdict.failing],
        "unknown": [atom_text(atom, language) for atom in verdict.unknown],
        "question": question_object(verdict.question, language),
        "sentences": sentences_object(verdict_sentences(verdict, offer, language)),
    }


def funding_object(verdict: FundingVerdict, language: Language) -> dict[str, Any]:
    """Return one scheme for one step."""
    scheme = verdict.scheme
    return {
        "scheme": {"id": scheme.id, "name": scheme.name},
        "answer": verdict.answer.value,
        "euro": span_object(verdict.euro),
        "loan": scheme.is_loan,
        "applicant": scheme.applicant,
        "where": scheme.where,
        "opens": verdict.opens.isoformat() if verdict.opens else None,
        "apply_by": verdict.apply_by.isoformat() if verdict.apply_by else None,
        "excludes": list(scheme.excludes),
        "remaining": [remaining_text(one, language) for one in verdict.remaining],
        "failing": list(verdict.failing),
        "unknown": list(verdict.unknown),
    }


def changes_object(changes: Changes, language: Language) -> dict[str, Any]:
    """Return what would have to change."""
    return {
        "complete": changes.is_complete,
        "sets": len(changes.sets),
        "sentences": sentences_object(changes_sentences(changes, language)),
    }


def comparison_object(comparison: Comparison) -> dict[str, Any]:
    """Return a table."""
    return {
        "columns": list(comparison.columns),
        "rows": [
            {
                "key": row.key,
                "title": row.title,
                "differs": row.differs,
                "cells": [
                    {"text": cell.text, "citations": rests_object(cell.rests_on)} for cell in row.cells
                ],
            }
            for row in comparison.rows
        ],
    }


def question_object(question: DecidingQuestion | None, language: Language) -> dict[str, Any] | None:
    """Return the deciding question, null when there is none."""
    if question is None:
        return None
    return {"key": question.key, "text": question_text(question, language), "options": list(question.options)}


def sentences_object(sentences: Sequence[Worded]) -> list[dict[str, Any]]:
    """Return sentences with what they rest on."""
    return [{"text": one.text, "citations": rests_object(one.rests_on)} for one in sentences]


def rests_object(rests: Sequence[Rests]) -> list[dict[str, str]]:
    """Return citations of record fields."""
    return [
        {
            "record": one.record_id,
            "field": one.field,
            "url": one.provenance.url,
            "as_of": one.provenance.as_of,
        }
        for one in dict.fromkeys(rests)
    ]


def span_object(span: Span) -> dict[str, float | None]:
    """Return a quantity; the high end is null when it is not known, the low one too when nothing is known."""
    return {
        "low": span.low if span.is_known or span.low else None,
        "high": span.high if span.is_known else None,
    }
