"""A talk may tell of several people: what was told of one is never taken for what another has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.profile import HeldDiploma, Profile
from assistant.understanding.person_meant import SELF, THIRD, person_meant, whom
from assistant.understanding.person_talk import Talk
from assistant.understanding.told import Told

PEOPLE = ("zoon", "dochter", "broer", "partner", SELF)


@pytest.mark.parametrize(
    "text",
    [
        "Wie betaalt mijn omscholing als ik werk en in Almelo woon?",
        "Who pays for my retraining if I am employed and live in Almelo?",
        "ik werk zelf in de zorg en wil de techniek in",
        "en voor mijzelf?",
        "ik ben 52 btw",
        "Ich bin 45 und arbeitslos, geht das auch?",
        "ik heb alleen vmbo",
    ],
)
def test_a_message_of_ones_own_work_years_or_school_tells_of_who_asks(text: str) -> None:
    assert whom(text) == SELF


@pytest.mark.parametrize(
    "text", ["ik wil weten of dat kan", "waar kan ik me aanmelden?", "what can I do?", "kost dat veel?"]
)
def test_who_only_asks_tells_of_nobody(text: str) -> None:
    assert whom(text) == ""


def test_who_is_named_beside_the_one_who_asks_is_meant() -> None:
    assert whom("ik ben 48 en mn zoon heeft vmbo kader") == "zoon"
    assert whom("unsere Tochter hat Abitur") == "dochter"
    assert whom("ik werk bij die school zelf, krijgt hij dan korting?") == THIRD


def told(meant: str, profile: Profile | None = None) -> Told:
    is_named = meant not in (SELF, THIRD)
    return Told(profile or Profile(), about=meant if is_named else "", whom="" if is_named else meant)


def of(whom: str, **facts: object) -> Talk:
    return Talk(Profile(**facts), about="" if whom == SELF else whom, whom=whom)  # type: ignore[arg-type]


HAVO = (HeldDiploma("havo"),)


def test_the_school_of_a_son_is_not_that_of_who_asks() -> None:
    talk = person_meant(of("zoon", diplomas=HAVO, place="Almelo"), told(SELF))

    assert (talk.profile, talk.about) == (Profile(place="Almelo"), "")


def test_what_was_told_of_somebody_comes_back_with_them() -> None:
    first = person_meant(of("dochter", diplomas=HAVO), told(SELF))

    again = person_meant(first, told(THIRD))

    assert (again.profile.diplomas, again.about) == (HAVO, "dochter")


def test_a_brother_may_live_elsewhere() -> None:
    assert person_meant(of(SELF, place="Almelo"), told("broer")).profile == Profile()


def test_what_was_said_of_nobody_is_of_who_is_named_next() -> None:
    assert person_meant(Talk(Profile(diplomas=HAVO)), told("zoon")).profile.diplomas == HAVO


def test_a_child_that_turns_out_to_be_a_son_is_one_person() -> None:
    assert person_meant(of("kind", age=16), told("zoon")).profile.age == 16


@given(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=8))
def test_every_person_has_their_own_facts_whatever_the_order(order: list[str]) -> None:
    talk, known = Talk(), dict.fromkeys(PEOPLE, 0)
    for years, who in enumerate(order, start=16):
        talk = person_meant(talk, told(who))
        assert (talk.profile.age or 0) == known[who]
        known[who] = years
        talk = Talk(Profile(age=years), about=talk.about, whom=talk.whom, others=talk.others)
