"""Talks about programmes are drawn again from their seed, expect what the records say, and find what is wrong with an answer."""

from __future__ import annotations

import pytest

from assistant.types import Language, Outcome
from evals.programmes import FIELDS, ProgrammeTalk, expected_of, fault_of, talks, wordings
from knowledge.catalogue.types import Offer
from tests.support.bundled import bundled_catalogue

SCHOOLS = {"saxion": "Saxion", "windesheim": "Windesheim"}


def offers_of(name: str, school: str) -> tuple[Offer, ...]:
    every = bundled_catalogue().offers
    return tuple(one for one in every if (one.name.value, one.provider.value) == (name, school))


def talk_about(name: str, school: str = "saxion") -> ProgrammeTalk:
    return ProgrammeTalk(Language.DUTCH, offers_of(name, school), ())


def test_the_same_seed_draws_the_same_talks_and_another_one_others() -> None:
    every = bundled_catalogue().offers
    first, again, other = (list(talks(every, SCHOOLS, 20, seed)) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_each_talk_names_a_programme_and_its_school_and_asks_two_fields() -> None:
    for talk in talks(bundled_catalogue().offers, SCHOOLS, 50, 3):
        (nothing, opening), *asked = talk.messages
        assert not nothing
        assert any(name in opening for name in SCHOOLS.values())
        assert len({field for field, _ in asked}) == 2
        assert talk.offers


def test_every_field_is_worded_in_three_languages() -> None:
    for name in ("opening", *FIELDS, "unknown", "besides_work"):
        assert set(wordings()[name]) == {"nl", "en", "de"}


def test_the_records_say_what_is_expected() -> None:
    talk = talk_about("Applied Data Science & Artificial Intelligence")
    assert expected_of(talk, "places") == ["Apeldoorn"]
    assert expected_of(talk, "duration_months") == ["4"]
    assert expected_of(talk, "language") == expected_of(talk, "mode") == []


@pytest.mark.parametrize(
    ("text", "outcome", "fault"),
    [
        ("HBO-ICT: voltijd, Saxion, Deventer.", Outcome.ANSWERED, ""),
        ("HBO-ICT: voltijd, Saxion.", Outcome.ANSWERED, "without the value"),
        ("HBO-ICT: voltijd, Saxion, Deventer.", Outcome.REFUSED, "turned away"),
        ("Elektrotechniek: voltijd, Saxion, Deventer.", Outcome.ANSWERED, "names another programme, or none"),
    ],
)
def test_an_answer_must_give_the_value_of_the_programme_that_was_named(
    text: str, outcome: Outcome, fault: str
) -> None:
    assert fault_of(talk_about("HBO-ICT"), "places", outcome, text) == fault


def test_what_is_not_known_must_be_said() -> None:
    talk = talk_about("HBO-ICT")
    assert not fault_of(
        talk, "language", Outcome.REFUSED, "HBO-ICT: voltijd, Saxion; de taal is niet bekend."
    )
    assert fault_of(talk, "language", Outcome.ANSWERED, "HBO-ICT: voltijd, Saxion.")
