"""What happens on the page when someone does something. Each method is the whole of one Gradio event."""

from __future__ import annotations

import asyncio
import math
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.conversation.feedback import Rating
from assistant.interface.changes import Change
from assistant.interface.escaping import visible
from assistant.interface.exchanges import current_html, earlier_html, newest_html
from assistant.interface.frame import announcement_html
from assistant.interface.guard import address_of
from assistant.interface.house import House, own, page_of, session_of
from assistant.interface.logs import LOGGER
from assistant.interface.opinions import Opinion, opinion_from
from assistant.interface.render import Draft, draft_html, stopped_html
from assistant.interface.talk import (
    Conversation,
    Exchange,
    Failed,
    Progress,
    Stopped,
    TurnedAway,
)
from assistant.interface.texts import Texts, language_from, texts_in
from assistant.limits import Limiter
from assistant.types import Answer, Filter, Finished, Question

FILTER_AWAY = re.compile(r"filter:(?P<place>\d{1,2})")
"""The wish of a chip: which filter goes."""

NUMBER = re.compile(r" \d+\Z")
"""What the script of the page puts after a wish, so that the same one can be sent again."""


@dataclass(frozen=True, slots=True)
class Message:
    """What a person sends: the words, and the filters that they chose for them (None: as the words say)."""

    text: str
    filters: tuple[Filter, ...] | None = None


def without_filter(wish: str, last: Exchange | None) -> tuple[Filter, ...] | None:
    """Return the filters of the last answer without the one at the place that is named, None for no such place."""
    match = FILTER_AWAY.fullmatch(wish)
    filters = last.answer.filters if last is not None and last.answer is not None else ()
    if match is None or int(match["place"]) >= len(filters):
        return None
    gone = int(match["place"])
    return tuple(one for place, one in enumerate(filters) if place != gone)


def _text(sent: object) -> str:
    """Return what a browser sent as a text, "" for anything else."""
    return sent if isinstance(sent, str) else ""


class PageHandlers:
    """The events of one page; the state that Gradio keeps per page comes in as an argument."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._talk, self._settings, self._store = house.talk, house.settings, house.conversations
        self._recent = house.recent
        self._persons = Limiter(house.settings.person_questions)
        self._addresses = Limiter(house.settings.address_questions)

    async def ask(
        self, message: object, kept: Conversation, language: object, keep: object, request: gr.Request
    ) -> AsyncIterator[list[Any]]:
        """Answer a message, step by step; what a browser sends comes as it is, and what is no text is none."""
        said = Message(_text(message))
        async for updates in self._asked(said, own(kept, request), language, keep, request):
            yield updates

    async def ask_again(
        self, kept: Conversation, language: object, keep: object, request: gr.Request
    ) -> AsyncIterator[list[Any]]:
        """Answer the last question once more, without its earlier answer in the history."""
        conversation = own(kept, request)
        if not conversation.exchanges:
            return
        last = conversation.exchanges[-1]
        again = Message(last.question, last.filters)
        async for updates in self._asked(again, conversation.shorter, language, keep, request):
            yield updates

    async def grant(
        self, wish: object, kept: Conversation, language: object, keep: object, request: gr.Request
    ) -> AsyncIterator[list[Any]]:
        """Do what a part of the last answer asks: without one of its filters, or an opinion of it."""
        conversation = own(kept, request)
        last = conversation.exchanges[-1] if conversation.exchanges else None
        if last is None or last.answer is None:
            return
        asked = NUMBER.sub("", _text(wish))
        opinion, left = opinion_from(asked), without_filter(asked, last)
        if opinion is not None:
            yield await self._told(opinion, last.question, last.answer, texts_in(language_from(language)))
        elif left is not None:
            again = Message(last.question, left)
            async for updates in self._asked(again, conversation.shorter, language, keep, request):
                yield updates

    async def _told(self, opinion: Opinion, question: str, answer: Answer, texts: Texts) -> list[Any]:
        """Count an opinion, and keep it with the question and the answer where that was agreed to."""
        feedback, day = self._house.feedback, self._house.today()
        if feedback is not None:
            spoken = answer.language.value
            await asyncio.to_thread(feedback.count, "good" if opinion.is_good else "bad", spoken, day)
            if opinion.may_keep:
                rating = Rating(
                    question,
                    answer.text,
                    opinion.is_good,
                    opinion.said,
                    spoken,
                    day,
                    0,
                    answer.outcome.value,
                )
                await asyncio.to_thread(feedback.add, rating)
        return Change(announcement=announcement_html(texts["opinion_thanks"])).updates()

    def edit(self, kept: Conversation, language: str, request: gr.Request) -> list[Any]:
        """Take the last question back into the text box."""
        conversation = own(kept, request)
        texts = texts_in(language_from(language))
        if not conversation.exchanges:
            return Change().updates()
        self._recent.keep(conversation.shorter)
        return Change(
            earlier=earlier_html(conversation.shorter, texts),
            current="",
            message=conversation.exchanges[-1].question,
            conversation=conversation.shorter,
            follow_ups=(),
        ).updates()

    def stop(self, request: gr.Request) -> None:
        """Stop the answer of this page."""
        self._talk.stop(page_of(request))

    def clear(self, kept: Conversation, language: str, request: gr.Request) -> list[Any]:
        """Begin a new conversation; what was kept stays kept until it is deleted or replaced."""
        texts = texts_in(language_from(language))
        self._talk.stop(page_of(request))
        return self._empty(texts, texts["new_conversation"], own(kept, request).tab, request)

    def forget(self, kept: Conversation, language: str, request: gr.Request) -> list[Any]:
        """Delete the conversation, on the page and in the store, and withdraw the consent."""
        texts = texts_in(language_from(language))
        self._talk.stop(page_of(request))
        if self._store and session_of(request):
            self._store.delete(session_of(request))
        return [
            *self._empty(texts, texts["forgotten"], own(kept, request).tab, request),
            gr.update(value=False),
        ]

    def consent(self, keep: bool, kept: Conversation, request: gr.Request) -> None:
        """Keep the conversation from now on, or delete what was kept."""
        session = session_of(request)
        if self._store is None or not session:
            return
        if keep:
            self._store.save(session, own(kept, request).turns)
        else:
            self._store.delete(session)

    async def _asked(
        self,
        message: Message,
        conversation: Conversation,
        language: object,
        keep: object,
        request: gr.Request,
    ) -> AsyncIterator[list[Any]]:
        texts = texts_in(language_from(language))
        async for change in self._changes(message, conversation, texts, request):
            if change.conversation is not None:
                self._recent.keep(change.conversation)
            if keep is True and self._store and change.conversation and conversation.owner:
                await asyncio.to_thread(self._store.save, conversation.owner, change.conversation.turns)
            yield change.updates()
            if change.conversation is not None:
                await self._counted(change.conversation)

    async def _counted(self, conversation: Conversation) -> None:
        """Count what became of the last question, without its words."""
        answer = conversation.exchanges[-1].answer if conversation.exchanges else None
        if self._house.feedback is not None and answer is not None:
            count = self._house.feedback.count
            await asyncio.to_thread(count, answer.outcome.value, answer.language.value, self._house.today())

    async def _changes(
        self, message: Message, conversation: Conversation, texts: Texts, request: gr.Request
    ) -> AsyncIterator[Change]:
        text = visible(message.text).strip()
        problem = self._problem_with(text, texts) or self._too_fast(texts, request)
        if problem is not None:
            yield Change(announcement=announcement_html(problem, is_shown=True))
            return
        question = Question(
            text,
            conversation.turns[-self._settings.history_turns :],
            profile=self._house.profile_of(session_of(request)),
            audience=self._house.audience_of(request.request),
            filters=message.filters,
        )
        asking = self._talk.ask(page_of(request), question, texts)
        progress: Progress | None = await anext(asking)  # it is being answered while the page is told so
        begin = Change(
            earlier=earlier_html(conversation, texts),
            current=current_html(text, draft_html(Draft(texts["searching"]), texts), texts),
            announcement=announcement_html(texts["searching"]),
            message="",
            follow_ups=(),
        )
        yield begin
        while progress is not None:
            if progress != Draft(texts["searching"]):
                change = self._change_for(progress, Message(text, message.filters), conversation, texts)
                yield change.after(begin)
            progress = await anext(asking, None)

    def _change_for(
        self, progress: Progress, message: Message, conversation: Conversation, texts: Texts
    ) -> Change:
        text = message.text
        if isinstance(progress, Draft):
            return Change(current=current_html(text, draft_html(progress, texts), texts))
        if isinstance(progress, Finished):
            answer = progress.answer
            LOGGER.info(
                "answer", extra={"event": "answer", "outcome": answer.outcome.value, "characters": len(text)}
            )
            exchange = Exchange(text, answer, filters=message.filters)
            return Change(
                current=newest_html(exchange, texts),
                announcement=announcement_html(f"{texts['done']} {answer.text}"),
                conversation=conversation.with_exchange(exchange, self._settings.kept_exchanges),
                follow_ups=answer.follow_ups,
            )
        if isinstance(progress, Stopped):
            said = " ".join(sentence.text for sentence in progress.draft.sentences)
            return Change(
                current=current_html(text, stopped_html(progress.draft, texts), texts),
                announcement=announcement_html(texts["stopped"]),
                conversation=conversation.with_exchange(
                    Exchange(text, text=said), self._settings.kept_exchanges
                ),
            )
        return self._apology(progress, text, conversation, texts)

    def _apology(
        self, progress: TurnedAway | Failed, text: str, conversation: Conversation, texts: Texts
    ) -> Change:
        """Give the message back, and say why it was not answered."""
        sentence = texts["house_full"] if isinstance(progress, TurnedAway) else texts["failed"]
        error = progress.error if isinstance(progress, Failed) else None
        kind = "turned_away" if isinstance(progress, TurnedAway) else "failed"
        LOGGER.warning(kind, extra={"event": kind, "characters": len(text)}, exc_info=error)
        return Change(
            current="",
            announcement=announcement_html(sentence, is_shown=True),
            message=text,
        )

    def _problem_with(self, text: str, texts: Texts) -> str | None:
        limit = self._settings.message_characters
        if not text:
            return texts["empty_message"]
        return texts["too_long"].format(length=len(text), limit=limit) if len(text) > limit else None

    def _too_fast(self, texts: Texts, request: gr.Request) -> str | None:
        """Count the question; return a sentence when its person or its address asks more than fits."""
        address = address_of(request.request.scope)
        wait = self._persons.take(session_of(request) or address)
        wait = wait or self._addresses.take(address)
        return texts["too_fast"].format(seconds=math.ceil(wait)) if wait else None

    def _empty(self, texts: Texts, sentence: str, tab: str, request: gr.Request) -> list[Any]:
        self._recent.forget(session_of(request), tab)
        return Change(
            earlier="",
            current="",
            announcement=announcement_html(sentence),
            message="",
            conversation=Conversation(session_of(request), (), tab),
            follow_ups=(),
        ).updates()
