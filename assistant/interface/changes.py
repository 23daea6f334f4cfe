"""The components of the page that change, and what one step of an answer changes about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.interface.escaping import visible
from assistant.interface.render import MAXIMUM_FOLLOW_UPS
from assistant.interface.talk import Conversation

Update = dict[str, Any]
"""What Gradio takes for "change these properties of a component"."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The components of the page that change."""

    header: gr.HTML
    language: gr.Radio
    earlier: gr.HTML
    current: gr.HTML
    announcement: gr.HTML
    examples_heading: gr.HTML
    examples: tuple[gr.Button, ...]
    follow_ups_heading: gr.HTML
    follow_ups: tuple[gr.Button, ...]
    message: gr.Textbox
    send: gr.Button
    stop: gr.Button
    retry: gr.Button
    edit: gr.Button
    clear: gr.Button
    keep: gr.Checkbox
    forget: gr.Button
    conversation: gr.State

    @property
    def answering(self) -> list[Any]:
        """The components that change while a question is answered, in the order of `Change.updates`."""
        return [
            self.earlier,
            self.current,
            self.announcement,
            self.message,
            self.conversation,
            self.send,
            self.stop,
            self.retry,
            self.edit,
            self.examples_heading,
            *self.examples,
            self.follow_ups_heading,
            *self.follow_ups,
        ]

    @property
    def worded(self) -> list[Any]:
        """The components that hold words of the page itself."""
        return [
            self.header,
            self.language,
            self.examples_heading,
            *self.examples,
            self.follow_ups_heading,
            self.message,
            self.send,
            self.stop,
            self.retry,
            self.edit,
            self.clear,
            self.keep,
            self.forget,
        ]


@dataclass(frozen=True, slots=True)
class Change:
    """What changes on the page in one step of an answer; None leaves a part as it is."""

    earlier: str | None = None
    current: str | None = None
    announcement: str | None = None
    message: str | None = None
    conversation: Conversation | None = None
    is_answering: bool | None = None
    has_answer: bool | None = None
    shows_examples: bool | None = None
    follow_ups: tuple[str, ...] | None = None

    def updates(self, example_count: int) -> list[Any]:
        """Return one update per component of `Parts.answering`."""
        after = _shown(self.has_answer)
        return [
            _value(self.earlier),
            _value(self.current),
            _value(self.announcement),
            _value(self.message),
            gr.skip() if self.conversation is None else self.conversation,
            _shown(None if self.is_answering is None else not self.is_answering),
            _shown(self.is_answering),
            after,
            after,
            *[_shown(self.shows_examples)] * (example_count + 1),
            *_follow_up_updates(self.follow_ups),
        ]


def _value(text: str | None) -> Update:
    update: Update = gr.skip() if text is None else gr.update(value=text)
    return update


def _shown(is_shown: bool | None) -> Update:
    update: Update = gr.skip() if is_shown is None else gr.update(visible=is_shown)
    return update


def _follow_up_updates(follow_ups: tuple[str, ...] | None) -> list[Update]:
    if follow_ups is None:
        return [gr.skip()] * (MAXIMUM_FOLLOW_UPS + 1)
    shown = [visible(text) for text in follow_ups[:MAXIMUM_FOLLOW_UPS]]
    empty = MAXIMUM_FOLLOW_UPS - len(shown)
    buttons = [gr.update(value=text, visible=True) for text in shown] + [gr.update(visible=False)] * empty
    return [gr.update(visible=bool(shown)), *buttons]
