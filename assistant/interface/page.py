"""The page as Gradio components, and which event calls which handler. Nothing else knows the layout."""

from __future__ import annotations

from typing import Any

import gradio as gr

from assistant.interface.api.gradio_endpoints import add_endpoints
from assistant.interface.changes import Parts
from assistant.interface.frame import announcement_html
from assistant.interface.greeting import Greeting
from assistant.interface.handlers import PageHandlers
from assistant.interface.house import House
from assistant.interface.render import MAXIMUM_FOLLOW_UPS
from assistant.interface.talk import Conversation
from assistant.interface.texts import Texts, texts_in
from assistant.types import Language

LANGUAGES = [("Nederlands", "nl"), ("English", "en"), ("Deutsch", "de")]
QUIET: Any = {"show_progress": "hidden", "api_visibility": "private"}


NAME_OF_TAB = """() => {
  try {
    const name = sessionStorage.getItem("leerwijzer-tab")
      ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    sessionStorage.setItem("leerwijzer-tab", name);
    return [name];
  } catch { return [""]; }
}"""
"""Gives a tab a name that no other tab has and that ends with it; "" in a browser that keeps nothing."""


def page(house: House) -> gr.Blocks:
    """Return the page, in Dutch until someone arrives who prefers another language."""
    texts = texts_in(Language.DUTCH)
    with gr.Blocks(title=texts["name"], analytics_enabled=False, fill_width=True) as blocks:
        parts = _parts(texts, house)
        if house.services is not None:
            add_endpoints(house.services)  # before the events of the page, which take the names that are left
        _wire(blocks, parts, PageHandlers(house), Greeting(house))
    blocks.queue(max_size=None, default_concurrency_limit=None, api_open=False)
    return blocks


def _parts(texts: Texts, house: House) -> Parts:
    header = _html(house.header(texts), elem_id="lw-kop")
    language = gr.Radio(
        LANGUAGES, value="nl", label=texts["language_label"], elem_id="lw-taalkeuze", container=False
    )
    examples_heading, examples = _suggestions("lw-voorbeelden", texts["examples_label"], texts.examples)
    earlier, current = _html("", elem_id="lw-eerder"), _html("", elem_id="lw-nu")
    with gr.Row(elem_id="lw-daarna"):
        retry = gr.Button(texts["retry"], size="sm")
        edit = gr.Button(texts["edit"], size="sm")
    empty = ("",) * MAXIMUM_FOLLOW_UPS
    follow_ups_heading, follow_ups = _suggestions("lw-verder", texts["follow_ups_label"], empty)
    announcement, message, send, stop = _composer(texts)
    clear, keep, forget = _housekeeping(texts, can_keep=house.conversations is not None)
    return Parts(
        header=header,
        language=language,
        earlier=earlier,
        current=current,
        announcement=announcement,
        examples_heading=examples_heading,
        examples=examples,
        follow_ups_heading=follow_ups_heading,
        follow_ups=follow_ups,
        message=message,
        send=send,
        stop=stop,
        retry=retry,
        edit=edit,
        clear=clear,
        keep=keep,
        forget=forget,
        conversation=gr.State(Conversation()),
        tab=gr.Textbox(visible="hidden", elem_id="lw-tab"),
        wish=gr.Textbox(visible="hidden", elem_id="lw-wens"),
    )


def _suggestions(
    elem_id: str, heading: str, questions: tuple[str, ...]
) -> tuple[gr.HTML, tuple[gr.Button, ...]]:
    """Return a heading with a button per question; the style sheet hides a button without words."""
    with gr.Column(min_width=0, elem_id=elem_id):
        title = _html(f"<h2>{heading}</h2>")
        return title, tuple(gr.Button(text, size="sm", elem_classes="lw-voorstel") for text in questions)


def _composer(texts: Texts) -> tuple[gr.HTML, gr.Textbox, gr.Button, gr.Button]:
    with gr.Column(min_width=0, elem_id="lw-onder"):
        announcement = _html(announcement_html(""), elem_id="lw-melding")
        with gr.Row(elem_id="lw-invoer"):
            message = gr.Textbox(
                label=texts["question_label"],
                placeholder=texts["question_placeholder"],
                max_lines=6,
                elem_id="lw-vraagvak",
                scale=6,
            )
            send = gr.Button(texts["send"], variant="primary", elem_id="lw-stuur", min_width=88, scale=1)
            stop = gr.Button(texts["stop"], variant="stop", elem_id="lw-stop", min_width=88, scale=1)
    return announcement, message, send, stop


def _housekeeping(texts: Texts, *, can_keep: bool) -> tuple[gr.Button, gr.Checkbox, gr.Button]:
    with gr.Row(elem_id="lw-beheer"):
        clear = gr.Button(texts["clear"], size="sm", elem_id="lw-nieuw")
        keep = gr.Checkbox(
            False, label=texts["keep_label"], info=texts["keep_info"], visible=can_keep, elem_id="lw-bewaar"
        )
        forget = gr.Button(texts["forget"], size="sm", visible=can_keep, elem_id="lw-vergeet")
    return clear, keep, forget


def _html(value: str, elem_id: str | None = None) -> gr.HTML:
    """Return a place for our own HTML, without Gradio's style for prose and without its click handler."""
    return gr.HTML(value, elem_id=elem_id, apply_default_css=False, js_on_load=None)


def _wire(blocks: gr.Blocks, parts: Parts, handlers: PageHandlers, greeting: Greeting) -> None:
    rest = [parts.conversation, parts.language, parts.keep]
    # Values come and go as they are: Gradio would cross to a thread for each, and the handlers check what they get.
    asking: Any = {
        "outputs": parts.answering,
        "concurrency_limit": None,
        "preprocess": False,
        "postprocess": False,
        **QUIET,
    }
    for trigger in (parts.message.submit, parts.send.click):
        trigger(handlers.ask, [parts.message, *rest], **asking)
    for button in (*parts.examples, *parts.follow_ups):
        button.click(handlers.ask, [button, *rest], **asking)
    parts.wish.change(handlers.grant, [parts.wish, *rest], **asking)
    parts.retry.click(handlers.ask_again, rest, **asking)
    parts.edit.click(
        handlers.edit, [parts.conversation, parts.language], parts.answering, postprocess=False, **QUIET
    )
    parts.stop.click(handlers.stop, queue=False, **QUIET)
    parts.clear.click(
        handlers.clear, [parts.conversation, parts.language], parts.answering, postprocess=False, **QUIET
    )
    parts.forget.click(
        handlers.forget, [parts.conversation, parts.language], [*parts.answering, parts.keep], **QUIET
    )
    parts.keep.input(handlers.consent, [parts.keep, parts.conversation], **QUIET)
    spoken = [*parts.worded, parts.earlier, parts.current]
    parts.language.input(
        greeting.speak, [parts.language, parts.conversation], spoken, postprocess=False, **QUIET
    )
    arrived = [*parts.worded, parts.earlier, parts.conversation, parts.keep]
    blocks.load(greeting.arrive, parts.tab, arrived, js=NAME_OF_TAB, postprocess=False, **QUIET)
    blocks.unload(handlers.stop)
