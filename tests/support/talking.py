"""A talk with the product: each message is asked after what was said before it."""

from __future__ import annotations

from assistant.chain import AnswerChain
from assistant.types import Answer, Question, Turn


def talk(chain: AnswerChain, *messages: str) -> Answer:
    """Return the answer to the last message, each earlier one answered in order."""
    history: tuple[Turn, ...] = ()
    for message in messages[:-1]:
        answer = chain.invoke(Question(message, history))
        history = (*history, Turn("user", message), Turn("assistant", answer.text))
    return chain.invoke(Question(messages[-1], history))


def says(answer: Answer, told: tuple[str, ...], withheld: tuple[str, ...]) -> bool:
    """Say whether the sentences of an answer hold all that must be told and nothing of what must not: the value of another row."""
    said = "\n".join(sentence.text for sentence in answer.sentences)
    return all(one in said for one in told) and not any(one in said for one in withheld)
