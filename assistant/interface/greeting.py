"""The page for who comes in: its language, the conversation of this tab, and a question brought along."""

from __future__ import annotations

import re
from typing import Any

import gradio as gr

from assistant.interface.escaping import visible
from assistant.interface.exchanges import earlier_html
from assistant.interface.house import House, own, session_of
from assistant.interface.speaking import language_of
from assistant.interface.talk import Conversation, exchanges_from
from assistant.interface.texts import Texts, language_from, texts_in

TAB = re.compile(r"[\w-]{16,64}")
"""The name of a tab, as the script of the page makes it up."""


class Greeting:
    """The words of the page."""

    def __init__(self, house: House) -> None:
        self._house = house

    def speak(self, language: str, kept: Conversation, request: gr.Request) -> list[Any]:
        """Put the whole page in another language; the conversation itself stays as it was said."""
        texts = texts_in(language_from(language))
        conversation = own(kept, request)
        return [*self.words(texts), earlier_html(conversation, texts), ""]

    def arrive(self, tab: str, request: gr.Request) -> list[Any]:
        """Dress the page: language, the conversation that is kept or of this tab, and a question of another room."""
        parameters = request.query_params or {}
        language = language_of(dict(request.headers), parameters.get("taal"))
        texts = texts_in(language)
        session, name = session_of(request), tab if TAB.fullmatch(tab or "") else ""
        store = self._house.conversations
        turns = store.load(session) if store and session else ()
        conversation = Conversation(session, exchanges_from(turns), name)
        is_kept = bool(conversation.exchanges)
        if not is_kept:
            conversation = self._house.recent.of(session, name)
        words = self.words(texts, self._brought(str(parameters.get("vraag") or "")))
        words[1] = gr.update(value=language.value, label=texts["language_label"])
        return [*words, earlier_html(conversation, texts), conversation, is_kept]

    def words(self, texts: Texts, question: str = "") -> list[Any]:
        """Return a value or an update per component of `Parts.worded`; a `question` is put into the text box.

        An update only where it must be: for each Gradio makes the component anew.
        """
        box = {"label": texts["question_label"], "placeholder": texts["question_placeholder"]}
        return [
            self._house.header(texts),
            gr.update(label=texts["language_label"]),
            f"<h2>{texts['examples_label']}</h2>",
            *texts.examples,
            f"<h2>{texts['follow_ups_label']}</h2>",
            gr.update(**box, value=question) if question else gr.update(**box),
            *(texts[key] for key in ("send", "stop", "retry", "edit", "clear")),
            gr.update(label=texts["keep_label"], info=texts["keep_info"]),
            texts["forget"],
        ]

    def _brought(self, question: str) -> str:
        """Return the question of an address as it may stand in the text box: seen first, and sent by the person."""
        return " ".join(visible(question).split())[: self._house.settings.message_characters]
