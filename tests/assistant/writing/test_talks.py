"""A talk: a whole question is not changed by what was said before, a list is shown once, and what led nowhere changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.chain import AnswerChain
from assistant.types import Answer, Question, Turn
from tests.assistant.writing.test_records import chain, home, ids

__all__ = ["chain", "home"]

WHOLE = (
    "Welke deeltijdopleidingen zijn er in Enschede?",
    "Welke voltijdopleidingen heeft Saxion in Enschede?",
    "Wat kost werktuigbouwkunde in voltijd bij Saxion?",
    "Welke regelingen zijn er nu open?",
    "Welke BBL-opleidingen zijn er?",
)
FOLLOWING = ("en in deeltijd?", "meer", "de tweede", "nee, mbo 3", "welke zijn dat?", "wat kosten die?")
NOWHERE = ("bedankt!", "Wat is de hoofdstad van Peru?", "hoi", "Hoe laat gaat de trein?")


def talk(chain: AnswerChain, messages: Sequence[str]) -> Answer:
    """Return the answer to the last message, each earlier one answered in order."""
    history: tuple[Turn, ...] = ()
    for message in messages[:-1]:
        answer = chain.invoke(Question(message, history))
        history = (*history, Turn("user", message), Turn("assistant", answer.text))
    return chain.invoke(Question(messages[-1], history))


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    before=st.lists(st.sampled_from((*WHOLE, *FOLLOWING, *NOWHERE)), max_size=5), asked=st.sampled_from(WHOLE)
)
def test_a_whole_question_gets_the_answer_that_it_gets_alone(
    chain: AnswerChain, before: list[str], asked: str
) -> None:
    assert talk(chain, [*before, asked]).text == talk(chain, [asked]).text


def test_asking_for_more_shows_each_of_a_list_once_and_then_says_that_it_ends(chain: AnswerChain) -> None:
    first = ["Welke BBL-opleidingen zijn er?"]
    pages = [talk(chain, [*first, *["meer"] * times]) for times in range(3)]
    shown = [citation.passage_id for page in pages for citation in page.citations]
    assert len(shown) == len(set(shown)) == len(pages[0].records)
    assert "hele lijst" in pages[-1].text


@pytest.mark.parametrize("nowhere", NOWHERE)
@pytest.mark.parametrize("follows", ["en in deeltijd?", "ik bedoel deeltijd", "niet voltijd maar deeltijd"])
def test_what_led_nowhere_leaves_the_list_in_focus(chain: AnswerChain, nowhere: str, follows: str) -> None:
    found = talk(chain, ["Welke voltijdopleidingen zijn er in Enschede?", nowhere, follows])
    assert ids(found) == ["ad-dt", "wtb-dt"]
