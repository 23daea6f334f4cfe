"""Questions with their answers as they stand under each other on the page. Pure."""

from __future__ import annotations

from assistant.interface.render import answer_html, plain_answer_html, question_html
from assistant.interface.talk import Conversation, Exchange
from assistant.interface.texts import Texts


def exchange_html(exchange: Exchange, texts: Texts) -> str:
    """Return a question and its answer."""
    answer = (
        answer_html(exchange.answer, texts) if exchange.answer else plain_answer_html(exchange.text, texts)
    )
    return f'<section class="lw-beurt">{question_html(exchange.question, texts)}{answer}</section>'


def earlier_html(conversation: Conversation, texts: Texts) -> str:
    """Return all exchanges of a conversation."""
    return "".join(exchange_html(exchange, texts) for exchange in conversation.exchanges)


def current_html(question: str, answer: str, texts: Texts) -> str:
    """Return the exchange that is going on."""
    return f'<section class="lw-beurt lw-nieuwste">{question_html(question, texts)}{answer}</section>'
