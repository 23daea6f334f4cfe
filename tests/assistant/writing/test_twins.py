"""Of two sentences that say the same of two things, a talk means the one that it is about."""

from __future__ import annotations

from dataclasses import replace

from assistant.types import Language, Question, Request
from assistant.writing.candidates import Candidate, candidates_of
from assistant.writing.selecting import Scored
from assistant.writing.twins import of_topic_twin
from knowledge.language.analysis import Analyzer
from knowledge.types import Audience, Hit, Locator, LocatorKind, Passage, QuestionWord, Source, SourceKind

SOURCE = Source("s", "v", "s.md", "VCA", SourceKind.DOCUMENT, "text/markdown", "nl", Audience.PUBLIC, "h")
BASIS, VOL = (
    "Het examen VCA Basis heeft 40 vragen in 60 minuten.",
    "Het examen VCA VOL heeft 70 vragen in 75 minuten.",
)


def sentences(text: str) -> list[Candidate]:
    place = Locator(LocatorKind.SECTION, 1)
    passage = Passage(text, "s", "v", 0, ("VCA",), place, text, 1, 0, len(text), "nl")
    return list(candidates_of([Hit(passage, SOURCE, 1.0)], Analyzer()))


def first_of(message: str, words: tuple[QuestionWord, ...] = (), *, is_heard: bool = True) -> str:
    basis, vol = sentences(f"{BASIS} {VOL}")
    request = Request(Question(message), Language.DUTCH, message, words, topic="VCA Basis")
    scored = [Scored(vol, 0.9), Scored(basis, 0.9)]
    return of_topic_twin(replace(request, is_heard=is_heard), [vol], scored)[0].text


def test_a_message_without_a_name_is_of_what_the_talk_is_about() -> None:
    assert first_of("en hoeveel tijd?") == BASIS


def test_what_a_message_names_itself_stays() -> None:
    assert first_of("en vol?") == VOL


def test_what_a_message_names_in_another_language_stays() -> None:
    assert (
        first_of("and the supervisors one?", (QuestionWord(("vol", "supervisors"), 1.0, True, {"vol": 0.9}),))
        == VOL
    )


def test_a_message_that_is_asked_with_its_topic_is_left_as_it_is() -> None:
    assert first_of("en hoeveel tijd?", is_heard=False) == VOL
