"""Questions with their answers as they stand under each other on the page. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from assistant.interface.render import answer_html, plain_answer_html, question_html
from assistant.interface.talk import Conversation, Exchange
from assistant.interface.texts import Texts

SETTLED, NEWEST = '<section class="lw-beurt">', '<section class="lw-beurt lw-nieuwste">'


def exchange_html(exchange: Exchange, texts: Texts) -> str:
    """Return a question and its answer."""
    answer = (
        answer_html(exchange.answer, texts) if exchange.answer else plain_answer_html(exchange.text, texts)
    )
    return f"{SETTLED}{question_html(exchange.question, texts)}{answer}</section>"


def earlier_html(conversation: Conversation, texts: Texts) -> str:
    """Return all exchanges of a conversation."""
    return "".join(_shown_before(_Same(exchange), _Same(texts)) for exchange in conversation.exchanges)


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A thing that is equal to itself alone: what never changes is known by who it is."""

    thing: object

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.thing is self.thing


@lru_cache(maxsize=300)
def _shown_before(exchange: _Same, texts: _Same) -> str:
    """Return an exchange as HTML, remembered: with every question a page gets all earlier ones. About 4 MB."""
    assert isinstance(exchange.thing, Exchange)
    assert isinstance(texts.thing, Texts)
    return exchange_html(exchange.thing, texts.thing)


def current_html(question: str, answer: str, texts: Texts) -> str:
    """Return the exchange that is going on."""
    return f"{NEWEST}{question_html(question, texts)}{answer}</section>"


def newest_html(exchange: Exchange, texts: Texts) -> str:
    """Return the exchange that has just ended; with the next question it is one of the earlier ones, and made already."""
    return NEWEST + _shown_before(_Same(exchange), _Same(texts)).removeprefix(SETTLED)
