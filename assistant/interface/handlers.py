"""What happens on the page when someone does something. Each method is the whole of one Gradio event."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.interface.api.services import Services
from assistant.interface.changes import Change
from assistant.interface.escaping import visible
from assistant.interface.exchanges import current_html, earlier_html
from assistant.interface.frame import announcement_html, header_html
from assistant.interface.guard import address_of
from assistant.interface.limits import Limiter
from assistant.interface.logs import LOGGER
from assistant.interface.render import Draft, answer_html, draft_html, stopped_html
from assistant.interface.rooms.layout import CONVERSATION, Door, nav_html
from assistant.interface.seam import ConversationStore, SourceReader
from assistant.interface.settings import PageSettings
from assistant.interface.sources import AudienceOf
from assistant.interface.speaking import language_of
from assistant.interface.talk import (
    Conversation,
    Exchange,
    Failed,
    Progress,
    Stopped,
    Talk,
    TurnedAway,
    exchanges_from,
)
from assistant.interface.texts import Texts, language_from, texts_in
from assistant.types import Finished, Question


@dataclass(frozen=True, slots=True)
class House:
    """What the page stands on. `conversations` is None where nothing can be kept."""

    talk: Talk
    sources: SourceReader
    settings: PageSettings
    audience_of: AudienceOf
    conversations: ConversationStore | None = None
    doors: tuple[Door, ...] = ()
    """The rooms of the site, for the navigation."""
    services: Services | None = None
    """What programs may ask; None for nothing."""

    def header(self, texts: Texts) -> str:
        """Return the head of the page."""
        return header_html(
            texts, self.sources.library_status(), nav_html(self.doors, CONVERSATION.name, texts)
        )


class PageHandlers:
    """The events of one page; the state that Gradio keeps per page comes in as an argument."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._talk, self._settings, self._store = house.talk, house.settings, house.conversations
        self._persons = Limiter(house.settings.person_questions)
        self._addresses = Limiter(house.settings.address_questions)

    async def ask(
        self, message: str, kept: Conversation, language: str, keep: bool, request: gr.Request
    ) -> AsyncIterator[list[Any]]:
        """Answer a message, step by step."""
        texts = texts_in(language_from(language))
        conversation = self._own(kept, request)
        async for change in self._changes(message, conversation, texts, request):
            if keep and self._store and change.conversation and conversation.owner:
                await asyncio.to_thread(self._store.save, conversation.owner, change.conversation.turns)
            yield change.updates()

    async def ask_again(
        self, kept: Conversation, language: str, keep: bool, request: gr.Request
    ) -> AsyncIterator[list[Any]]:
        """Answer the last question once more, without its earlier answer in the history."""
        conversation = self._own(kept, request)
        if not conversation.exchanges:
            return
        shorter = Conversation(conversation.owner, conversation.exchanges[:-1])
        async for updates in self.ask(conversation.exchanges[-1].question, shorter, language, keep, request):
            yield updates

    def edit(self, kept: Conversation, language: str, request: gr.Request) -> list[Any]:
        """Take the last question back into the text box."""
        conversation = self._own(kept, request)
        texts = texts_in(language_from(language))
        if not conversation.exchanges:
            return Change().updates()
        shorter = Conversation(conversation.owner, conversation.exchanges[:-1])
        return Change(
            earlier=earlier_html(shorter, texts),
            current="",
            message=conversation.exchanges[-1].question,
            conversation=shorter,
            follow_ups=(),
        ).updates()

    def stop(self, request: gr.Request) -> None:
        """Stop the answer of this page."""
        self._talk.stop(_page(request))

    def clear(self, language: str, request: gr.Request) -> list[Any]:
        """Begin a new conversation; what was kept stays kept until it is deleted or replaced."""
        texts = texts_in(language_from(language))
        self._talk.stop(_page(request))
        return self._empty(texts, texts["new_conversation"], request)

    def forget(self, language: str, request: gr.Request) -> list[Any]:
        """Delete the conversation, on the page and in the store, and withdraw the consent."""
        texts = texts_in(language_from(language))
        self._talk.stop(_page(request))
        if self._store and _session(request):
            self._store.delete(_session(request))
        return [*self._empty(texts, texts["forgotten"], request), gr.update(value=False)]

    def consent(self, keep: bool, kept: Conversation, request: gr.Request) -> None:
        """Keep the conversation from now on, or delete what was kept."""
        session = _session(request)
        if self._store is None or not session:
            return
        if keep:
            self._store.save(session, self._own(kept, request).turns)
        else:
            self._store.delete(session)

    def speak(self, language: str, kept: Conversation, request: gr.Request) -> list[Any]:
        """Put the whole page in another language; the conversation itself stays as it was said."""
        texts = texts_in(language_from(language))
        conversation = self._own(kept, request)
        return [*self.words(texts), earlier_html(conversation, texts), ""]

    def arrive(self, request: gr.Request) -> list[Any]:
        """Dress the page for who comes in: language, and the conversation when it was kept."""
        asked = request.query_params.get("taal") if request.query_params else None
        language = language_of(dict(request.headers), asked)
        texts = texts_in(language)
        session = _session(request)
        turns = self._store.load(session) if self._store and session else ()
        conversation = Conversation(session, exchanges_from(turns))
        is_new = not conversation.exchanges
        words = self.words(texts)
        words[1] = gr.update(value=language.value, label=texts["language_label"])
        return [*words, earlier_html(conversation, texts), conversation, not is_new]

    def words(self, texts: Texts) -> list[Any]:
        """Return one update per component of `Parts.worded`."""
        return [
            gr.update(value=self._house.header(texts)),
            gr.update(label=texts["language_label"]),
            gr.update(value=f"<h2>{texts['examples_label']}</h2>"),
            *(gr.update(value=example) for example in texts.examples),
            gr.update(value=f"<h2>{texts['follow_ups_label']}</h2>"),
            gr.update(label=texts["question_label"], placeholder=texts["question_placeholder"]),
            *(gr.update(value=texts[key]) for key in ("send", "stop", "retry", "edit", "clear")),
            gr.update(label=texts["keep_label"], info=texts["keep_info"]),
            gr.update(value=texts["forget"]),
        ]

    async def _changes(
        self, message: str, conversation: Conversation, texts: Texts, request: gr.Request
    ) -> AsyncIterator[Change]:
        text = visible(message).strip()
        problem = self._problem_with(text, texts) or self._too_fast(texts, request)
        if problem is not None:
            yield Change(announcement=announcement_html(problem, is_shown=True))
            return
        earlier = earlier_html(conversation, texts)
        yield Change(
            earlier=earlier,
            current=current_html(text, draft_html(Draft(texts["searching"]), texts), texts),
            announcement=announcement_html(texts["searching"]),
            message="",
            follow_ups=(),
        )
        question = Question(
            text,
            conversation.turns[-self._settings.history_turns :],
            audience=self._house.audience_of(request.request),
        )
        async for progress in self._talk.ask(_page(request), question, texts):
            if progress != Draft(texts["searching"]):
                yield self._change_for(progress, text, conversation, texts)

    def _change_for(self, progress: Progress, text: str, conversation: Conversation, texts: Texts) -> Change:
        if isinstance(progress, Draft):
            return Change(current=current_html(text, draft_html(progress, texts), texts))
        if isinstance(progress, Finished):
            answer = progress.answer
            LOGGER.info(
                "answer", extra={"event": "answer", "outcome": answer.outcome.value, "characters": len(text)}
            )
            return Change(
                current=current_html(text, answer_html(answer, texts), texts),
                announcement=announcement_html(f"{texts['done']} {answer.text}"),
                conversation=conversation.with_exchange(
                    Exchange(text, answer), self._settings.kept_exchanges
                ),
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
        wait = self._persons.seconds_to_wait(_session(request) or address)
        wait = wait or self._addresses.seconds_to_wait(address)
        return texts["too_fast"].format(seconds=math.ceil(wait)) if wait else None

    def _empty(self, texts: Texts, sentence: str, request: gr.Request) -> list[Any]:
        return Change(
            earlier="",
            current="",
            announcement=announcement_html(sentence),
            message="",
            conversation=Conversation(_session(request)),
            follow_ups=(),
        ).updates()

    def _own(self, kept: Conversation, request: gr.Request) -> Conversation:
        """Return `kept` when it belongs to this browser session, else a new conversation."""
        session = _session(request)
        return kept if kept.owner == session else Conversation(session)


def _session(request: gr.Request) -> str:
    return str(request.request.scope["leerwijzer"]["session"])


def _page(request: gr.Request) -> str:
    return f"{_session(request)} {request.session_hash}"
