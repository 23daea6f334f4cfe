"""Our own answers say which messages led nowhere."""

from __future__ import annotations

import pytest

from assistant.types import Language, Turn
from assistant.writing.phrases import say
from assistant.writing.turned_away import exchanges, on_topic, was_elsewhere, was_turned_away


@pytest.mark.parametrize("language", list(Language))
def test_a_refusal_is_known_by_its_first_words_in_each_language(language: Language) -> None:
    about = say(language, "record_unknown_of", {"about": "CIVON", "terms": "parkeren"})
    assert was_turned_away(f"{about}\nIk heb gezocht in: x.")
    assert was_turned_away(say(language, "ask_back"))
    assert not was_elsewhere(about)
    assert was_elsewhere(say(language, "record_unknown_elsewhere"))


def test_an_answer_was_not_turned_away() -> None:
    assert not was_turned_away("De manager van CIVON was in 2024 Gijs Smeman. [1]")
    assert not was_turned_away("Er zijn 2 hbo-bachelors: 2 van 2.\nFilters: voltijd. [1]")
    assert not was_turned_away("")


def test_what_led_nowhere_is_not_what_a_talk_is_about() -> None:
    asked, thanks = Turn("user", "Waar zit CIVON?"), Turn("user", "bedankt")
    answered = Turn("assistant", "CIVON zit in Ulft. [1]")
    history = (asked, answered, thanks, Turn("assistant", say(Language.DUTCH, "special_small_talk")))
    assert on_topic(history) == (asked, answered)


def test_each_message_goes_with_the_answer_to_it() -> None:
    first, second = Turn("user", "a"), Turn("user", "b")
    assert exchanges((first, Turn("assistant", "x"), second)) == ((first, "x"), (second, ""))
