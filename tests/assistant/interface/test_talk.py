"""A question on its way through admission, thread and stream."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from assistant.interface.render import Draft
from assistant.interface.talk import (
    Conversation,
    Exchange,
    Failed,
    Stopped,
    Talk,
    TurnedAway,
    exchanges_from,
)
from assistant.interface.texts import texts_in
from assistant.types import Answer, AnswerEvent, Finished, Language, Question, SourcesFound, Turn, Writing
from tests.support.page_twins import demonstration

DUTCH = texts_in(Language.DUTCH)
QUESTION = Question("Hoeveel geld krijgt TechOost?")


async def everything(talk: Talk, page_id: str = "a") -> list[object]:
    return [progress async for progress in talk.ask(page_id, QUESTION, DUTCH)]


def test_an_answer_ends_with_finished_after_drafts():
    assistant, _ = demonstration(0.0)
    *drafts, last = asyncio.run(everything(Talk(assistant, 2, 2)))
    assert all(isinstance(draft, Draft) for draft in drafts)
    assert isinstance(last, Finished)
    assert last.answer == assistant.answers["TechOost"]


def test_sources_come_before_words():
    assistant, _ = demonstration(0.001)
    drafts = [p for p in asyncio.run(everything(Talk(assistant, 2, 2))) if isinstance(p, Draft)]
    first_hits = next(i for i, draft in enumerate(drafts) if draft.hits)
    assert all(draft.hits for draft in drafts[first_hits:])
    assert not any(draft.writing for draft in drafts[:first_hits])


def test_a_verified_sentence_replaces_the_provisional_words():
    assistant, _ = demonstration(0.0)
    drafts = [p for p in asyncio.run(everything(Talk(assistant, 2, 2))) if isinstance(p, Draft)]
    assert all(not draft.writing for draft in drafts if draft.sentences and draft.sentences[-1:] == ())


class Breaking:
    """An assistant that fails after its first event."""

    def stream(self, question: Question) -> Iterator[AnswerEvent]:
        yield SourcesFound(())
        raise RuntimeError("stuk")

    def invoke(self, question: Question) -> Answer:
        raise RuntimeError("stuk")


class Silent:
    """An assistant that ends without an answer."""

    def stream(self, question: Question) -> Iterator[AnswerEvent]:
        yield Writing("half")

    def invoke(self, question: Question) -> Answer:
        raise RuntimeError("stuk")


@pytest.mark.parametrize(("assistant", "error"), [(Breaking(), RuntimeError), (Silent(), type(None))])
def test_an_assistant_that_breaks_off_ends_in_failed(assistant, error):
    last = asyncio.run(everything(Talk(assistant, 2, 2)))[-1]
    assert isinstance(last, Failed)
    assert isinstance(last.error, error)


def test_stop_ends_the_answer_at_once_and_closes_the_stream():
    assistant, _ = demonstration(0.0)
    assistant.gate = threading.Event()
    talk = Talk(assistant, 2, 2)

    async def stop_after_the_sources() -> object:
        last: object = None
        async for progress in talk.ask("a", QUESTION, DUTCH):
            last = progress
            if isinstance(progress, Draft) and progress.hits:
                talk.stop("a")
        return last

    last = asyncio.run(stop_after_the_sources())
    assert isinstance(last, Stopped)
    assistant.gate.set()
    assert assistant.closed.wait(2)


def test_closing_the_iterator_closes_the_stream():
    assistant, _ = demonstration(0.0)
    assistant.gate = threading.Event()
    talk = Talk(assistant, 2, 2)

    async def leave() -> None:
        progress = talk.ask("a", QUESTION, DUTCH)
        await anext(progress)
        await anext(progress)
        await progress.aclose()

    asyncio.run(leave())
    assistant.gate.set()
    assert assistant.closed.wait(2)


def test_one_page_cannot_stop_the_answer_of_another():
    assistant, _ = demonstration(0.0)
    talk = Talk(assistant, 2, 2)

    async def stop_another() -> object:
        last: object = None
        async for progress in talk.ask("a", QUESTION, DUTCH):
            talk.stop("b")
            last = progress
        return last

    assert isinstance(asyncio.run(stop_another()), Finished)


def test_who_comes_when_every_place_is_taken_is_turned_away_or_waits():
    assistant, _ = demonstration(0.0)
    assistant.gate = threading.Event()
    talk = Talk(assistant, serving=1, waiting=1)

    async def three_people() -> list[object]:
        first = talk.ask("a", QUESTION, DUTCH)
        await anext(first)
        await anext(first)
        second = asyncio.create_task(everything(talk, "b"))
        await asyncio.sleep(0)
        third = await everything(talk, "c")
        assistant.gate.set()
        async for _ in first:
            pass
        return [third, (await second)[0], (await second)[-1]]

    third, second_first, second_last = asyncio.run(three_people())
    assert third == [TurnedAway()]
    assert second_first == Draft(DUTCH["waiting"])
    assert isinstance(second_last, Finished)


def test_many_at_once_are_all_answered_and_no_place_is_lost():
    assistant, _ = demonstration(0.0)
    talk = Talk(assistant, serving=4, waiting=100)

    async def crowd() -> list[list[object]]:
        return await asyncio.gather(*(everything(talk, str(n)) for n in range(50)))

    assert all(isinstance(progress[-1], Finished) for progress in asyncio.run(crowd()))


def test_the_work_has_begun_when_the_first_draft_is_there():
    begun = threading.Event()

    class Noting:
        def stream(self, question: Question) -> Iterator[AnswerEvent]:
            begun.set()
            yield SourcesFound(())

    async def first() -> tuple[object, bool]:
        asking = Talk(Noting(), 2, 2).ask("a", QUESTION, DUTCH)
        return await anext(asking), begun.wait(5)

    assert asyncio.run(first()) == (Draft(DUTCH["searching"]), True)


def test_a_conversation_gives_its_turns_and_forgets_the_oldest():
    conversation = Conversation("x")
    for number in range(5):
        conversation = conversation.with_exchange(Exchange(f"vraag {number}", text="antwoord"), at_most=3)
    assert [turn.text for turn in conversation.turns[::2]] == ["vraag 2", "vraag 3", "vraag 4"]


def test_kept_turns_become_exchanges_again():
    turns = (Turn("assistant", "los"), Turn("user", "a"), Turn("assistant", "b"), Turn("user", "c"))
    assert exchanges_from(turns) == (Exchange("a", text="b"),)
