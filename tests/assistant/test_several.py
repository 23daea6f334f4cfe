"""Several questions in one message: each answered by itself, in the light of the others."""

from __future__ import annotations

from assistant.several import Parts, answered_one_by_one, says_of_both
from assistant.types import Language, Outcome, Question, Request, Sentence, SentenceKind
from assistant.writing.seam import Written

KNOWN = Written((), (), Outcome.ANSWERED)
UNKNOWN = Written((), (), Outcome.REFUSED)
REQUEST = Request(Question("Wat kost BOL en wat kost BBL?"), Language.DUTCH, "Wat kost BOL en wat kost BBL?")


class Sources:
    """Answers the questions it is told to, some of them only with a lower bar; notes what it was asked."""

    def __init__(self, known: str, only_beside: str = "-") -> None:
        self._known, self._only_beside = known, only_beside
        self.asked: list[tuple[str, int, bool]] = []

    def __call__(self, asked: Question, is_beside_known: bool = False) -> Written:
        self.asked.append((asked.text, len(asked.history), is_beside_known))
        sure = self._known in asked.text or (is_beside_known and self._only_beside in asked.text)
        return KNOWN if sure else UNKNOWN


def test_each_question_gets_its_answer_in_order() -> None:
    parts = ("Wat kost BOL?", "wat kost BBL?")
    found = answered_one_by_one(REQUEST, parts, Sources("kost"))
    assert found == [(parts[0], KNOWN), (parts[1], KNOWN)]


def test_a_question_beside_one_with_an_answer_is_asked_again_with_a_lower_bar() -> None:
    parts = ("Wat kost BOL?", "wat kost BBL?")
    found = answered_one_by_one(REQUEST, parts, Sources("BOL", only_beside="BBL"))
    assert [answer.outcome for _, answer in found] == [Outcome.ANSWERED, Outcome.ANSWERED]


def test_without_any_answer_no_bar_is_lowered() -> None:
    sources = Sources("nothing of it")
    found = answered_one_by_one(REQUEST, ("Wat kost BOL?", "wat kost BBL?"), sources)
    assert [answer.outcome for _, answer in found] == [Outcome.REFUSED, Outcome.REFUSED]
    assert not any(is_beside_known for _, _, is_beside_known in sources.asked)


def test_a_later_question_is_asked_after_the_earlier_one_and_then_alone() -> None:
    sources = Sources("BOL")
    answered_one_by_one(REQUEST, ("Wat kost BOL?", "wat kost BBL?"), sources)
    histories = [turns for text, turns, is_beside in sources.asked if "BBL" in text and not is_beside]
    assert histories == [1, 0]


def test_a_question_that_names_nothing_is_never_asked_alone() -> None:
    sources = Sources("BOL")
    answered_one_by_one(REQUEST, ("Wat kost BOL?", "en met hoeveel?"), sources)
    assert all(turns == 1 for text, turns, _ in sources.asked if text == "en met hoeveel?")


def test_a_question_that_is_asked_again_with_a_lower_bar_is_not_looked_up_again() -> None:
    looked_up: list[tuple[str, int]] = []

    def look_up(asked: Question) -> str:
        looked_up.append((asked.text, len(asked.history)))
        return asked.text

    def word(text: str, is_beside_known: bool) -> Written:
        return KNOWN if "BOL" in text or is_beside_known else UNKNOWN

    parts = ("Wat kost BOL?", "wat kost BBL?")
    found = answered_one_by_one(REQUEST, parts, Parts(look_up, word))
    assert [answer for _, answer in found] == [KNOWN, KNOWN]
    assert len(looked_up) == len(set(looked_up))


def said(text: str) -> Written:
    return Written((Sentence(text, SentenceKind.QUOTE, "nl", (1,)),), (), Outcome.ANSWERED)


def test_one_sentence_says_it_of_both_only_with_the_kind_of_value_that_is_asked() -> None:
    question = "Wanneer begonnen ABC en DEF?"
    assert says_of_both(question, said("ABC en DEF begonnen in 2019."))
    assert not says_of_both(question, said("ABC en DEF werken samen."))
    assert not says_of_both(question, said("ABC begon in 2019."))
