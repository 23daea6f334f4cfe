"""What a person typed, now and before, is read as it was meant; what we said stays."""

from __future__ import annotations

from assistant.types import Language, Question, Turn
from assistant.understanding.mending import as_meant


def test_chat_words_and_typing_errors_are_put_right_in_all_that_a_person_said() -> None:
    heard: list[tuple[str, Language]] = []

    def mends(text: str, language: Language) -> str:
        heard.append((text, language))
        return text.replace("opleidng", "opleiding")

    question = Question(
        "hvl kost die opleidng", (Turn("user", "wats n opleidng"), Turn("assistant", "opleidng"))
    )
    meant = as_meant(question, lambda _: "nl", mends)
    assert meant.text == "hoeveel kost die opleiding"
    assert [turn.text for turn in meant.history] == ["wat is een opleiding", "opleidng"]
    assert {language for _, language in heard} == {Language.DUTCH}


def test_a_short_message_is_mended_in_the_language_of_the_talk() -> None:
    said: list[str] = []

    def detect(text: str) -> str:
        said.append(text)
        return "en"

    as_meant(Question("the cost", (Turn("user", "What is a bbl course?"),)), detect, lambda text, _: text)
    assert said == ["What is a bbl course? the cost"]
