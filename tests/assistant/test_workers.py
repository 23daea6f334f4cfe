"""Several processes answer; one that dies is replaced, and nobody is left without an answer."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import psutil
import pytest

from assistant.types import (
    Answer,
    AnswerEvent,
    Finished,
    Language,
    Outcome,
    Question,
    Sentence,
    SentenceKind,
)
from assistant.workers import MOST_RESTARTS, REHEARSALS, OpenedWhenAsked, PooledAssistant

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


class Rehearses(SaysWho):
    """Writes down what it rehearses."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def rehearse(self, place: int) -> None:
        with (self._folder / str(os.getpid())).open("a") as stream:
            stream.write(f"{place}\n")


def open_rehearsing(folder: Path, _: ExitStack) -> SaysWho:
    return Rehearses(folder)


HERE = SaysWho()


def open_there(_: ExitStack) -> SaysWho:
    return SaysWho()


@pytest.fixture
def pooled():
    assistant = PooledAssistant(HERE, open_there, processes=2)
    yield assistant
    assistant.close()


def open_nowhere(_: ExitStack) -> SaysWho:
    raise OSError("no room")


ROOT = Path(__file__).resolve().parents[2]

KILLED_LATER = """
from assistant.types import Question
from assistant.workers import PooledAssistant
from tests.assistant.test_workers import HERE, open_there, who
pooled = PooledAssistant(HERE, open_there, processes=1)
print(who(pooled.invoke(Question("wie"))), flush=True)
input()
"""


def who(answer: Answer) -> int:
    return int(answer.sentences[0].text.split()[-1])


def test_a_question_that_comes_before_a_process_is_ready_waits_for_one(pooled):
    assert not pooled.is_ready
    assert who(pooled.invoke(Question("wie"))) != os.getpid()
    assert pooled.is_ready


def test_who_answers_only_when_processes_are_lost_is_opened_then_and_once():
    opened: list[SaysWho] = []

    def open_here() -> SaysWho:
        opened.append(SaysWho())
        return opened[-1]

    here = OpenedWhenAsked(open_here)
    assert not opened
    assert who(here.invoke(Question("wie"))) == os.getpid()
    assert isinstance(list(here.stream(Question("wie")))[-1], Finished)
    assert len(opened) == 1


def test_a_process_that_cannot_open_leaves_no_question_unanswered():
    alone = PooledAssistant(HERE, open_nowhere, processes=1)
    try:
        for _ in range(MOST_RESTARTS + 2):
            assert who(alone.invoke(Question("wie"))) == os.getpid()
        assert alone.is_ready
    finally:
        alone.close()


def test_the_processes_end_when_the_one_that_serves_is_killed(tmp_path):
    served = subprocess.Popen(
        [sys.executable, "-c", KILLED_LATER], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert served.stdout is not None
    answering = int(served.stdout.readline())
    served.kill()
    served.wait()
    assert ends(answering)


def test_two_questions_are_answered_at_the_same_moment_by_two_processes(pooled, tmp_path):
    assert pooled.wait(SECONDS_TO_OPEN)
    with ThreadPoolExecutor(2) as threads:
        seen = {who(answer) for answer in threads.map(pooled.invoke, [Question(f"samen {tmp_path}")] * 2)}
    assert os.getpid() not in seen
    assert len(seen) == 2


def test_a_process_that_dies_costs_nobody_an_answer_and_is_replaced(pooled):
    assert pooled.wait(SECONDS_TO_OPEN)
    assert who(pooled.invoke(Question("sterf"))) == os.getpid()
    assert who(pooled.invoke(Question("wie"))) != os.getpid()
    assert pooled.wait(SECONDS_TO_OPEN)


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


def test_processes_with_nothing_to_do_rehearse_each_question_once(tmp_path):
    pooled = PooledAssistant(HERE, partial(open_rehearsing, tmp_path), processes=2)
    try:
        assert pooled.wait(SECONDS_TO_OPEN)
        late = time.monotonic() + SECONDS_TO_OPEN
        while rehearsed(tmp_path) != [list(range(REHEARSALS))] * 2 and time.monotonic() < late:
            pooled.invoke(Question("wie"))
        assert rehearsed(tmp_path) == [list(range(REHEARSALS))] * 2
    finally:
        pooled.close()


def rehearsed(folder: Path) -> list[list[int]]:
    return [[int(line) for line in path.read_text().split()] for path in folder.iterdir()]


def test_an_answer_of_another_process_comes_as_a_whole(pooled):
    events = list(pooled.stream(Question("wie")))
    assert [type(event) for event in events] == [Finished]


def open_slowly(folder: Path, _: ExitStack) -> SaysWho:
    (folder / str(os.getpid())).touch()
    threading.Event().wait()
    return SaysWho()


def test_a_process_that_still_opens_ends_when_the_pool_is_closed(tmp_path):
    pooled = PooledAssistant(HERE, partial(open_slowly, tmp_path), processes=1)
    late = time.monotonic() + SECONDS_TO_OPEN
    while not list(tmp_path.iterdir()) and time.monotonic() < late:
        pass
    (opening,) = tmp_path.iterdir()
    pooled.close()
    assert ends(int(opening.name))


def ends(number: int) -> bool:
    """Say whether a process ends in time; one that has ended and that nobody waited for yet has."""
    late = time.monotonic() + SECONDS_TO_OPEN
    while time.monotonic() < late:
        try:
            if psutil.Process(number).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.01)
    return False
