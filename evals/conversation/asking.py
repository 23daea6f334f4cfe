"""Puts cases to the assistant: each message with the history that the page would pass with it, and the time it took."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from assistant.interface.escaping import visible
from assistant.interface.settings import PageSettings
from assistant.interface.talk import Conversation, Exchange
from assistant.types import Answer, Assistant, Finished, Question
from evals.conversation.library import Library
from evals.conversation.types import Case, Reply

WARM_UP = ("Wat is een Leerwerkloket?", "What is a Leerwerkloket?", "Was ist ein Leerwerkloket?")
"""Asked before anything is timed: what a language loads on first use is paid once per process."""


class Asker:
    """Asks one question after the other; an answer that breaks off is a reply with the error in it."""

    def __init__(
        self,
        assistant: Assistant,
        library: Library,
        today: date,
        clock: Callable[[], float] = time.perf_counter,
        processor_clock: Callable[[], float] = time.process_time,
    ) -> None:
        self._assistant, self._library, self._today = assistant, library, today
        self._clock, self._processor_clock = clock, processor_clock

    def warm_up(self) -> None:
        """Ask something in each language, so that what is loaded on first use is not timed."""
        for question in WARM_UP:
            self._assistant.invoke(Question(question))

    def ask(self, cases: Iterable[Case]) -> list[tuple[Case, tuple[Reply, ...]]]:
        """Return each case with the reply to each of its messages, asked in order."""
        with ThreadPoolExecutor(1, thread_name_prefix="answer") as thread:
            return [(case, self._talk(case, thread)) for case in cases]

    def _talk(self, case: Case, thread: ThreadPoolExecutor) -> tuple[Reply, ...]:
        """Hold the talk of a case as the page does: what was said and answered goes along with the next message."""
        settings = PageSettings()
        conversation = Conversation()
        replies = []
        for message in case.turns:
            text = visible(message).strip()
            question = Question(text, conversation.turns[-settings.history_turns :])
            reply = self._reply(question, thread)
            replies.append(reply)
            conversation = conversation.with_exchange(Exchange(text, reply.answer), settings.kept_exchanges)
        return tuple(replies)

    def _reply(self, question: Question, thread: ThreadPoolExecutor) -> Reply:
        """Ask in a thread of its own, as the page does, which also keeps an error from ending the run."""
        started, worked = self._clock(), self._processor_clock()
        future = thread.submit(self._stream, question)
        error = future.exception()
        milliseconds = 1000 * (self._clock() - started)
        processor_ms = 1000 * (self._processor_clock() - worked)
        answer, shown_at = (None, started) if error else future.result()
        earlier = [turn.text for turn in question.history if turn.role == "user"]
        return Reply(
            question=question.text,
            said="\n".join((*earlier, question.text)),
            answer=answer,
            cited=self._library.cited(answer) if answer else (),
            milliseconds=milliseconds,
            processor_ms=processor_ms,
            sources_ms=1000 * (shown_at - started),
            today=self._today,
            error=f"{type(error).__name__}: {error}" if error else "",
        )

    def _stream(self, question: Question) -> tuple[Answer, float]:
        """Return the answer, and the moment at which the page could show something of it."""
        shown_at = 0.0
        for event in self._assistant.stream(question):
            shown_at = shown_at or self._clock()
            if isinstance(event, Finished):
                return event.answer, shown_at
        raise RuntimeError("the stream ended without an answer")
