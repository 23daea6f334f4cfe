"""Several processes answer; one that dies is replaced, and nobody is left without an answer."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from assistant.types import (
    Answer,
    AnswerEvent,
    Citation,
    Finished,
    Language,
    Outcome,
    Question,
    Sentence,
    SentenceKind,
    SentenceReady,
    SourcesFound,
)
from assistant.workers import MOST_RESTARTS, PooledAssistant, events_of

SECONDS_TO_OPEN = 60


class SaysWho:
    """Answers with the number of its process, and dies when asked to."""

    def stream(self, question: Question) -> Iterator[AnswerEvent]:
        yield Finished(self.invoke(question))

    def invoke(self, question: Question) -> Answer:
        if question.text == "sterf" and self is not HERE:
            os._exit(1)
        if question.text.startswith("samen "):
            wait_for_another(Path(question.text.removeprefix("samen ")))
        if question.text == "fout":
            raise ValueError("een fout van ons")
        text = f"{question.text} {os.getpid()}"
        return Answer(Outcome.ANSWERED, Language.DUTCH, (Sentence(text, SentenceKind.NOTICE, "nl"),))


def wait_for_another(folder: Path) -> None:
    """Return when two processes stand in the folder, or after half a minute."""
    (folder / str(os.getpid())).touch()
    late = time.monotonic() + 30
    while len(list(folder.iterdir())) < 2 and time.monotonic() < late:
        pass


HERE = SaysWho()


def open_there(_: ExitStack) -> SaysWho:
    return SaysWho()


@pytest.fixture
def pooled():
    assistant = PooledAssistant(HERE, open_there, processes=2)
    yield assistant
    assistant.close()


def who(answer: Answer) -> int:
    return int(answer.sentences[0].text.split()[-1])


def test_this_process_answers_until_the_others_are_ready_and_then_they_do(pooled):
    assert who(pooled.invoke(Question("wie"))) == os.getpid()
    assert pooled.wait(SECONDS_TO_OPEN)
    assert who(pooled.invoke(Question("wie"))) != os.getpid()


def test_two_questions_are_answered_at_the_same_moment_by_two_processes(pooled, tmp_path):
    assert pooled.wait(SECONDS_TO_OPEN)
    with ThreadPoolExecutor(2) as threads:
        seen = {who(answer) for answer in threads.map(pooled.invoke, [Question(f"samen {tmp_path}")] * 2)}
    assert os.getpid() not in seen
    assert len(seen) == 2


def test_a_process_that_dies_costs_nobody_an_answer_and_is_replaced(pooled):
    assert pooled.wait(SECONDS_TO_OPEN)
    assert who(pooled.invoke(Question("sterf"))) == os.getpid()
    assert who(pooled.invoke(Question("wie"))) == os.getpid()
    assert pooled.wait(SECONDS_TO_OPEN)
    assert who(pooled.invoke(Question("wie"))) != os.getpid()


def test_after_so_many_deaths_this_process_goes_on_alone(pooled, monkeypatch):
    monkeypatch.setattr("assistant.workers.MOST_RESTARTS", 0)
    assert MOST_RESTARTS > 0
    assert pooled.wait(SECONDS_TO_OPEN)
    pooled.invoke(Question("sterf"))
    for _ in range(3):
        assert who(pooled.invoke(Question("wie"))) == os.getpid()


def test_a_fault_of_ours_is_raised_as_it_is(pooled):
    assert pooled.wait(SECONDS_TO_OPEN)
    with pytest.raises(ValueError, match="een fout van ons"):
        pooled.invoke(Question("fout"))


def test_the_events_of_a_whole_answer_are_those_of_a_stream():
    citation = Citation(1, "s", "p", "t", "l", "q", "", 1, 0, 1)
    one, two = (Sentence(text, SentenceKind.WORDED, "nl", (1,)) for text in "ab")
    answer = Answer(Outcome.ANSWERED, Language.DUTCH, (one, two), (citation,))
    assert list(events_of(answer)) == [
        SourcesFound(()),
        SentenceReady(one, (citation,)),
        SentenceReady(two, ()),
        Finished(answer),
    ]
