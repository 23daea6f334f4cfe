"""The question with which an answer about somebody's way ends, and what a bare "ja", "nee" or number says to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.routes.admission import verdict
from assistant.routes.planner import plan
from assistant.routes.route_cli import constraints_of
from assistant.routes.types import DecidingQuestion
from assistant.types import Language
from assistant.understanding.person_talk import Kind, Talk
from assistant.understanding.told import Message, Told
from assistant.writing.route_aims import aim_of
from assistant.writing.route_book import RouteBook


def deciding_question(
    talk: Talk, book: RouteBook, language: Language, today: date
) -> DecidingQuestion | None:
    """Return the question that our last answer ended with, worked out again: it follows from the talk."""
    aim = aim_of(talk, book, language, today)
    if aim is None:
        return None
    catalogue = book.index.catalogue
    if talk.kind is Kind.ADMISSION:
        offer = aim.rule_of or (aim.offers[0] if aim.offers else None)
        return verdict(talk.profile, offer, catalogue.national_rules, today).question if offer else None
    if not talk.knows_school:
        return DecidingQuestion("diplomas")
    if talk.kind is Kind.ROUTE and aim.goal is not None:
        return plan(talk.profile, aim.goal, constraints_of(talk.profile, None), book.index, today).question
    return None


def with_answer(message: Message, asked: DecidingQuestion | None) -> Message:
    """Return a message with what a bare "ja", "nee" or number says in answer to our question."""
    if asked is None:
        return message
    told: Told = message.told
    if asked.key == "subjects" and told.is_empty and (message.agrees or message.denies):
        return replace(message, told=replace(told, subjects=dict.fromkeys(asked.options, message.agrees)))
    if asked.key in ("age", "birth_date") and message.bare_number and told.profile.age is None:
        return replace(message, told=replace(told, profile=replace(told.profile, age=message.bare_number)))
    if asked.key == "employer" and told.is_empty and (message.agrees or message.denies):
        profile = replace(
            told.profile, has_employer=message.agrees, is_recognised_employer=message.agrees or None
        )
        return replace(message, told=replace(told, profile=profile))
    return message
