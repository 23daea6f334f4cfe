"""Scores of messages become those of a case; what does not apply to a kind is absent."""

from __future__ import annotations

from assistant.types import Outcome
from evals.conversation.causes import causes_of, clusters
from evals.conversation.objects import case_object, readable_case
from evals.conversation.scoring import score_case
from tests.support.conversations import answer, case, cited, expected, notice, quote, reply

BOL = "Het lesgeld voor een BOL was in 2024-2025 1.419 euro."
RIGHT = reply(answer(quote(BOL, 1)), cited(BOL))
REFUSED = reply(answer(notice("Dat staat niet in de documenten."), outcome=Outcome.REFUSED))


def test_a_right_answer_is_right_in_every_measure() -> None:
    found = score_case(case(), [RIGHT])
    assert {name: score.value for name, score in found.scores.items() if name != "wrong"} == dict.fromkeys(
        [
            "facts",
            "citation_precision",
            "citation_recall",
            "source_cited",
            "supported",
            "language",
            "outcome",
            "answer_first",
            "answered",
            "verdict",
        ],
        1.0,
    )
    assert found.scores["wrong"].value == 0
    assert causes_of(found) == ()


def test_refusal_is_measured_where_nothing_can_be_known_and_answering_elsewhere() -> None:
    unknown = case("unanswerable_future", (expected(outcomes=(Outcome.REFUSED,)),))
    assert {"refused"} == {"answered", "refused"} & set(score_case(unknown, [REFUSED]).scores)
    assert {"answered"} == {"answered", "refused"} & set(score_case(case(), [REFUSED]).scores)


def test_only_a_list_is_complete_or_not() -> None:
    assert "complete" in score_case(case("list"), [RIGHT]).scores
    assert "complete" not in score_case(case(), [RIGHT]).scores


def test_an_answer_that_broke_off_is_wrong_and_says_why() -> None:
    found = score_case(case(), [reply(None)])
    assert (found.scores["verdict"].value, found.scores["wrong"].value) == (-1, 1)
    assert "ValueError: stuk" in found.scores["verdict"].explanation
    assert causes_of(found) == ("broke off",)


def test_a_talk_follows_when_every_later_message_is_right() -> None:
    talk = case("talk", (expected("1.419"), expected("1.419")))
    assert score_case(talk, [REFUSED, RIGHT]).scores["follow_up"].value == 1
    lost = score_case(talk, [RIGHT, REFUSED])
    assert lost.scores["follow_up"].value == 0
    assert "message 2" in lost.scores["follow_up"].explanation


def test_messages_without_an_expectation_are_not_scored() -> None:
    talk = case("talk", (None, expected("1.419")))
    found = score_case(talk, [REFUSED, RIGHT])
    assert [turn.turn for turn in found.turns] == [1]
    assert "(not scored) Dat staat niet in de documenten." in readable_case(case_object(found))
    assert found.scores["verdict"].value == 1


def test_failures_cluster_by_family_and_cause_the_biggest_first() -> None:
    unknown = case("unanswerable_future", (expected(outcomes=(Outcome.REFUSED,)),), id_="una-001")
    scored = [
        score_case(case(), [REFUSED]),
        score_case(case(id_="ans-002"), [REFUSED]),
        score_case(unknown, [RIGHT]),
        score_case(case(id_="ans-003"), [RIGHT]),
    ]
    assert clusters(scored) == [
        ("answerable", "refused", ["ans-001", "ans-002"]),
        ("unanswerable", "answered what it cannot know", ["una-001"]),
    ]
