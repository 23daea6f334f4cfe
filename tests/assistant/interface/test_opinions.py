"""An opinion is read strictly, and kept with words only when the person agreed."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from assistant.conversation.feedback import Rating
from assistant.interface.app import everyone_is_public
from assistant.interface.gradio_library import gradio_library
from assistant.interface.handlers import PageHandlers
from assistant.interface.house import House
from assistant.interface.opinions import PREFIX, REASONS, Opinion, opinion_form_html, opinion_from
from assistant.interface.settings import PageSettings
from assistant.interface.talk import Conversation, Exchange, Talk
from assistant.interface.texts import texts_in
from assistant.types import Answer, Language, Outcome, Sentence, SentenceKind
from tests.support.page_twins import demonstration

gr = gradio_library()

SESSION = "a" * 43
DAY = date(2026, 11, 21)
ANSWER = Answer(
    Outcome.ANSWERED, Language.DUTCH, (Sentence("Het kost 10 euro.", SentenceKind.WORDED, "nl", (1,)),)
)
SAID = Conversation(SESSION, (Exchange("Wat kost het?", ANSWER),))


@dataclass
class Heard:
    """A `FeedbackStore` that remembers what it was told."""

    ratings: list[Rating] = field(default_factory=list)
    counts: list[tuple[str, str, date]] = field(default_factory=list)

    def add(self, rating: Rating) -> None:
        self.ratings.append(rating)

    def count(self, what: str, language: str, day: date) -> None:
        self.counts.append((what, language, day))


def tell(wish: str, conversation: Conversation = SAID) -> tuple[Heard, str]:
    heard = Heard()
    assistant, sources = demonstration(0.0)
    house = House(Talk(assistant, 2, 2), sources, PageSettings(), everyone_is_public)
    handlers = PageHandlers(replace(house, feedback=heard, today=lambda: DAY))
    scope = {"type": "http", "method": "POST", "path": "/", "headers": [], "query_string": b""}
    request = gr.Request(
        Request({**scope, "leerwijzer": {"session": SESSION, "nonce": ""}}), session_hash="x"
    )

    async def everything() -> list[list[object]]:
        return [updates async for updates in handlers.grant(f"{wish} 1", conversation, "nl", False, request)]

    return heard, str(asyncio.run(everything()))


def wish(**given: object) -> str:
    return PREFIX + json.dumps({"goed": False, "reden": "wrong", "woorden": "", "bewaren": False, **given})


def test_without_consent_only_yes_or_no_is_counted():
    heard, shown = tell(wish(woorden="Mijn naam is Jan"))
    assert heard.counts == [("bad", "nl", DAY)]
    assert heard.ratings == []
    assert "Dank je wel" in shown


def test_with_consent_question_answer_and_reason_are_kept():
    heard, _ = tell(wish(bewaren=True, woorden="het is 20"))
    (rating,) = heard.ratings
    assert (rating.question, rating.is_good, rating.reason) == ("Wat kost het?", False, "wrong: het is 20")
    assert "10 euro" in rating.answer_text
    assert heard.counts == [("bad", "nl", DAY)]


def test_an_opinion_of_nothing_is_heard_by_nobody():
    heard, shown = tell(wish(), Conversation(SESSION))
    assert heard == Heard()
    assert shown == "[]"


@pytest.mark.parametrize(
    "given",
    [
        "",
        "oordeel:",
        "oordeel:[]",
        "oordeel:{}",
        'oordeel:{"goed": 1}',
        wish(reden="<b>"),
        wish(woorden=[1]),
        wish(woorden="x" * 10000),
        "oordeel:" + "[" * 2000,
        "filter:0",
    ],
)
def test_what_the_form_cannot_send_is_no_opinion(given):
    assert opinion_from(given) is None


@given(st.booleans(), st.sampled_from(["", *REASONS]), st.text(max_size=60), st.booleans())
def test_what_the_form_sends_is_read_as_it_was_meant(is_good, reason, words, may_keep):
    sent = PREFIX + json.dumps({"goed": is_good, "reden": reason, "woorden": words, "bewaren": may_keep})
    assert opinion_from(sent) == Opinion(is_good, reason, words, may_keep)


@pytest.mark.parametrize("language", list(Language))
def test_the_form_names_every_field_and_every_reason(language):
    html = opinion_form_html(texts_in(language))
    assert html.count("<label") == 5
    assert html.count("<option") == 1 + len(REASONS)
    assert "checked" not in html, "nobody agrees without doing so"
