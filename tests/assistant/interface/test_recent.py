"""Conversations of open tabs are kept apart, for a while, and in bounded memory."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.interface.recent import EXCHANGES_PER_TAB, SECONDS_KEPT, RecentConversations
from assistant.interface.talk import Conversation, Exchange


def conversation(session: str, tab: str, exchanges: int) -> Conversation:
    return Conversation(session, tuple(Exchange(str(number)) for number in range(exchanges)), tab)


def test_the_last_exchanges_of_a_tab_are_found_back():
    recent = RecentConversations()
    recent.keep(conversation("a", "t", EXCHANGES_PER_TAB + 3))
    assert next(one.question for one in recent.of("a", "t").exchanges) == "3"


def test_without_a_session_or_a_tab_nothing_is_kept():
    recent = RecentConversations()
    for session, tab in (("", "t"), ("a", ""), ("", "")):
        recent.keep(conversation(session, tab, 1))
        assert recent.of(session, tab).exchanges == ()


def test_a_conversation_is_forgotten_after_a_while():
    now = [0.0]
    recent = RecentConversations(clock=lambda: now[0])
    recent.keep(conversation("a", "t", 1))
    now[0] = SECONDS_KEPT + 1.0
    assert recent.of("a", "t").exchanges == ()


kept = st.tuples(st.sampled_from("abc"), st.sampled_from("tu"), st.integers(0, 20), st.booleans())


@given(st.lists(kept, max_size=40), st.integers(12, 40))
def test_memory_is_bounded_and_the_newest_one_is_always_there(steps, most):
    recent = RecentConversations(most=most)
    for session, tab, exchanges, is_forgotten in steps:
        recent.keep(conversation(session, tab, exchanges))
        if is_forgotten:
            recent.forget(session, tab)
        held = sum(len(recent.of(one, other).exchanges) for one in "abc" for other in "tu")
        assert held <= most
        expected = 0 if is_forgotten else min(exchanges, EXCHANGES_PER_TAB)
        assert len(recent.of(session, tab).exchanges) == expected
