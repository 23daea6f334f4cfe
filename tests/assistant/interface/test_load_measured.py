"""What the load measurement takes for the first words: those of the answer to the question that was asked last."""

from __future__ import annotations

from assistant.interface.exchanges import current_html, earlier_html, newest_html
from assistant.interface.render import Draft, answer_html, draft_html
from assistant.interface.talk import Conversation, Exchange
from assistant.interface.texts import texts_in
from assistant.types import Answer, Language, Outcome, Sentence, SentenceKind
from benchmarks.load import is_answering

TEXTS = texts_in(Language.DUTCH)
ANSWER = Answer(
    Outcome.ANSWERED,
    Language.DUTCH,
    (Sentence("BBL is werken en leren.", SentenceKind.QUOTE, "nl"),),
)
EARLIER = earlier_html(Conversation("", (Exchange("Wat is BBL?", ANSWER),)), TEXTS)


def test_an_earlier_answer_that_is_sent_along_is_not_the_first_words() -> None:
    waiting = current_html("En BOL?", draft_html(Draft(TEXTS["searching"]), TEXTS), TEXTS)
    assert "lw-zin" in EARLIER
    assert not is_answering(f"{EARLIER}{waiting}".encode())


def test_a_sentence_of_the_answer_is_the_first_words() -> None:
    answered = current_html("En BOL?", answer_html(ANSWER, TEXTS), TEXTS)
    assert is_answering(f"{EARLIER}{answered}".encode())


def test_an_answer_looks_the_same_when_it_has_just_come_and_when_it_is_one_of_the_earlier_ones() -> None:
    newest = newest_html(Exchange("En BOL?", ANSWER), TEXTS)
    assert newest == current_html("En BOL?", answer_html(ANSWER, TEXTS), TEXTS)
    assert is_answering(newest.encode())
