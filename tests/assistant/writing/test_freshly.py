"""What a message of a talk names itself decides which sentence comes first, and an old one that says nothing of it does not."""

from __future__ import annotations

from assistant.types import Language, Question, Request, Turn
from assistant.writing.candidates import Candidate, candidates_of
from assistant.writing.freshly import freshest_first, named_afresh, said_of
from knowledge.language.analysis import Analyzer
from knowledge.types import QuestionWord
from tests.assistant.writing.test_hearing import hit_of

OF_RESIDENT = "In 2020 kreeg een inwoner maximaal 5.000 euro."
OF_EMPLOYER = "In 2020 kreeg een werkgever maximaal 25.000 euro."
ALSO_OF_EMPLOYER = "Voor een werkgever was het maximum 25.000 euro."


def word(form: str, *other: str, is_content: bool = True) -> QuestionWord:
    return QuestionWord((form, *other), 1.0, is_content, {form: 1.0})


def sentence(text: str) -> Candidate:
    return candidates_of([hit_of(text, "fonds")], Analyzer())[0]


def request(text: str, *words: QuestionWord, reply: str = "") -> Request:
    history = (Turn("user", "hoeveel kreeg een inwoner?"), Turn("assistant", reply))
    return Request(Question(text, history), Language.DUTCH, f"hoeveel kreeg een inwoner, {text}", words=words)


def test_only_words_of_content_that_the_message_has_are_fresh_in_any_of_their_forms() -> None:
    words = [
        word("inwoner"),
        word("werkgever"),
        word("maximaal", is_content=False),
        word("bedrijf", "companies"),
    ]
    assert [one.forms[0] for one in named_afresh("en een werkgever maximaal", words)] == ["werkgever"]
    assert [one.forms[0] for one in named_afresh("and companies?", words)] == ["bedrijf"]


def test_the_share_that_a_sentence_says_goes_by_weight_and_is_nothing_for_no_words() -> None:
    heavy = QuestionWord(("werkgever",), 3.0, True, {"werkgever": 1.0})
    assert said_of([heavy, word("inwoner")], sentence(OF_EMPLOYER)) == 0.75
    assert said_of([], sentence(OF_EMPLOYER)) == 0.0


def test_the_sentence_that_says_what_the_message_names_comes_first() -> None:
    able = (sentence(OF_RESIDENT), sentence(OF_EMPLOYER))
    asked = request("en een werkgever?", word("werkgever"), word("inwoner"))
    assert [one.text for one in freshest_first(asked, able)] == [OF_EMPLOYER, OF_RESIDENT]


def test_of_two_that_say_it_the_one_that_was_not_said_before_comes_first() -> None:
    able = (sentence(OF_RESIDENT), sentence(OF_EMPLOYER), sentence(ALSO_OF_EMPLOYER))
    asked = request("en een werkgever?", word("werkgever"), reply=f"{OF_EMPLOYER} [1]")
    assert freshest_first(asked, able)[0].text == ALSO_OF_EMPLOYER


def test_a_message_that_names_nothing_leaves_the_order_as_it_was() -> None:
    able = (sentence(OF_RESIDENT), sentence(OF_EMPLOYER))
    assert freshest_first(request("en toen?", word("inwoner")), able) == able
