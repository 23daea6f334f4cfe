"""The components of the page that change, and what one step of an answer changes about them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from assistant.interface.escaping import visible
from assistant.interface.render import MAXIMUM_FOLLOW_UPS
from assistant.interface.talk import Conversation


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
    tab: gr.Textbox
    wish: gr.Textbox
    """What a chip in an answer asks; the script of the page fills it in."""

    @property
    def answering(self) -> list[Any]:
        """The components that change while a question is answered, in the order of `Change.updates`."""
        return [
            self.earlier,
            self.current,
            self.announcement,
            self.message,
            self.conversation,
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
    """What changes on the page in one step of an answer; None leaves a part as it is.

    Only values change, never properties: Gradio builds a component anew for each property update, which
    cost 40 ms of processor time per step. What is shown when follows from the values, in the style sheet.
    To leave a part as it is takes such an update too, so a later step says again what an earlier one said (`after`).
    """

    earlier: str | None = None
    current: str | None = None
    announcement: str | None = None
    message: str | None = None
    conversation: Conversation | None = None
    follow_ups: tuple[str, ...] | None = None

    def after(self, earlier: Change) -> Change:
        """Return this step with what it leaves as it is said again, as an earlier step of the same answer said it.

        Not the text box: somebody may be typing in it by now. What is equal is not sent again.
        """
        return replace(
            self,
            earlier=earlier.earlier if self.earlier is None else self.earlier,
            announcement=earlier.announcement if self.announcement is None else self.announcement,
            follow_ups=earlier.follow_ups if self.follow_ups is None else self.follow_ups,
        )

    def updates(self) -> list[Any]:
        """Return one value per component of `Parts.answering`."""
        values = (self.earlier, self.current, self.announcement, self.message, self.conversation)
        return [*(gr.skip() if value is None else value for value in values), *_labels(self.follow_ups)]


def _labels(follow_ups: tuple[str, ...] | None) -> list[Any]:
    if follow_ups is None:
        return [gr.skip()] * MAXIMUM_FOLLOW_UPS
    shown = [visible(text) for text in follow_ups[:MAXIMUM_FOLLOW_UPS]]
    return shown + [""] * (MAXIMUM_FOLLOW_UPS - len(shown))
