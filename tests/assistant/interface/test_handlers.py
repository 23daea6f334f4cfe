"""What happens when someone does something on the page."""

from __future__ import annotations

import asyncio

import pytest
from starlette.requests import Request

from assistant.interface.app import everyone_is_public
from assistant.interface.changes import Change
from assistant.interface.gradio_library import gradio_library
from assistant.interface.greeting import Greeting
from assistant.interface.handlers import PageHandlers
from assistant.interface.house import House
from assistant.interface.settings import PageSettings
from assistant.interface.talk import Conversation, Exchange, Talk
from assistant.interface.texts import texts_in
from assistant.limits import Allowance
from assistant.types import Answer, Filter, Language, Outcome, Turn
from tests.support.page_twins import ConversationsInMemory, demonstration

gr = gradio_library()

A, B = "a" * 43, "b" * 43
OF_A = Conversation(A, (Exchange("geheime vraag van A", text="antwoord"),))


def request_of(session: str) -> gr.Request:
    scope = {"type": "http", "method": "POST", "path": "/", "headers": [], "query_string": b""}
    return gr.Request(Request({**scope, "leerwijzer": {"session": session, "nonce": ""}}), session_hash="x")


@pytest.fixture
def store():
    return ConversationsInMemory()


@pytest.fixture
def house(store):
    assistant, sources = demonstration(0.0)
    return House(Talk(assistant, 2, 2), sources, PageSettings(), everyone_is_public, store)


@pytest.fixture
def handlers(house):
    return PageHandlers(house)


@pytest.fixture
def greeting(house):
    return Greeting(house)


def asked(handlers, keep, session):
    async def everything():
        return [
            updates
            async for updates in handlers.ask("TechOost?", Conversation(A), "nl", keep, request_of(session))
        ]

    return asyncio.run(everything())


def test_the_conversation_of_another_session_is_not_shown(handlers, greeting):
    for updates in (handlers.edit(OF_A, "nl", request_of(B)), greeting.speak("nl", OF_A, request_of(B))):
        assert "geheime vraag" not in str(updates)
    assert "geheime vraag" in str(handlers.edit(OF_A, "nl", request_of(A)))


def test_asking_again_does_not_repeat_the_question_of_another_session(handlers):
    async def again():
        return [updates async for updates in handlers.ask_again(OF_A, "nl", False, request_of(B))]

    assert asyncio.run(again()) == []


def test_without_consent_nothing_is_kept(handlers, store):
    asked(handlers, False, A)
    assert store.kept == {}


def test_with_consent_the_conversation_is_kept_under_its_own_session(handlers, store):
    asked(handlers, True, A)
    assert list(store.kept) == [A]
    assert store.kept[A][0] == Turn("user", "TechOost?")


def test_without_a_cookie_nothing_can_be_kept(handlers, store):
    asked(handlers, True, "")
    handlers.consent(True, Conversation(""), request_of(""))
    assert store.kept == {}


def test_withdrawing_consent_deletes_what_was_kept(handlers, store):
    store.save(A, OF_A.turns)
    handlers.consent(False, OF_A, request_of(A))
    assert store.kept == {}


def test_one_session_cannot_delete_what_another_keeps(handlers, store):
    store.save(A, OF_A.turns)
    handlers.forget(Conversation(B), "nl", request_of(B))
    assert list(store.kept) == [A]


def test_who_asks_faster_than_anyone_reads_is_told_how_long_to_wait_and_is_not_answered(store):
    assistant, sources = demonstration(0.0)
    settings = PageSettings(person_questions=Allowance(burst=2, per_minute=1))
    handlers = PageHandlers(House(Talk(assistant, 2, 2), sources, settings, everyone_is_public, store))
    last = [asked(handlers, False, A) for _ in range(3)][-1]
    assert len(last) == 1
    assert "Wacht 60 seconden" in str(last)
    assert len(asked(handlers, False, B)) > 1


def finished(updates):
    """Return the conversation after the last step."""
    return next(value for value in updates[-1] if isinstance(value, Conversation))


def all_of(steps):
    async def everything():
        return [updates async for updates in steps]

    return asyncio.run(everything())


LISTED = Conversation(
    A,
    (
        Exchange(
            "welke opleidingen in Enschede?",
            Answer(
                Outcome.ANSWERED,
                Language.DUTCH,
                (),
                filters=(Filter("place", "Enschede"), Filter("level", "mbo-4")),
            ),
        ),
    ),
    tab="t" * 20,
)


def test_a_chip_asks_the_last_question_again_without_that_filter(handlers, house):
    updates = all_of(handlers.grant("filter:0 1", LISTED, "nl", False, request_of(A)))
    (exchange,) = finished(updates).exchanges
    assert exchange.question == "welke opleidingen in Enschede?"
    assert exchange.filters == (Filter("level", "mbo-4"),)
    assert finished(updates).turns[0].filters == (Filter("level", "mbo-4"),)


@pytest.mark.parametrize(
    "wish", ["filter:2 1", "filter:-1", "filter:", "", "filter:0\n1", "x", "filter:999999"]
)
def test_a_wish_that_names_no_filter_does_nothing(handlers, wish):
    assert all_of(handlers.grant(wish, LISTED, "nl", False, request_of(A))) == []


def test_a_chip_of_another_session_does_nothing(handlers):
    assert all_of(handlers.grant("filter:0 1", LISTED, "nl", False, request_of(B))) == []


def test_a_tab_finds_its_conversation_back_and_no_other_tab_does(handlers, greeting):
    all_of(handlers.ask("TechOost?", Conversation(A, (), "t" * 20), "nl", False, request_of(A)))
    assert "TechOost?" in str(greeting.arrive("t" * 20, request_of(A)))
    for tab, session in (("u" * 20, A), ("t" * 20, B), ("", A), ("t" * 20, "")):
        assert "TechOost?" not in str(greeting.arrive(tab, request_of(session)))


def test_a_new_conversation_is_forgotten_by_its_tab(handlers, greeting):
    updates = all_of(handlers.ask("TechOost?", Conversation(A, (), "t" * 20), "nl", False, request_of(A)))
    handlers.clear(finished(updates), "nl", request_of(A))
    assert "TechOost?" not in str(greeting.arrive("t" * 20, request_of(A)))


@pytest.mark.parametrize("sent", [None, 7, ["a"], {"value": "x"}, True])
def test_what_is_no_text_is_no_question_and_what_is_not_yes_is_no_consent(handlers, store, sent):
    steps = all_of(handlers.ask(sent, Conversation(A), sent, sent, request_of(A)))
    assert len(steps) == 1
    assert texts_in(Language.DUTCH)["empty_message"] in str(steps[0])
    all_of(handlers.ask("TechOost?", Conversation(A), sent, "ja", request_of(A)))
    assert store.load(A) == ()


def test_a_later_step_says_again_what_it_leaves_as_it_is_but_not_what_somebody_may_be_typing():
    begin = Change(earlier="e", current="c", announcement="a", message="", follow_ups=("f",))
    later = Change(current="d").after(begin)
    assert (later.earlier, later.current, later.announcement, later.follow_ups) == ("e", "d", "a", ("f",))
    assert later.message is None
    assert Change(announcement="klaar", follow_ups=()).after(begin).announcement == "klaar"
    assert Change(announcement="klaar", follow_ups=()).after(begin).follow_ups == ()
