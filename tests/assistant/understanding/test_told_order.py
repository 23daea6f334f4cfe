"""What is told of a person is read in the order in which it is meant, however it was said."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.types import Language
from assistant.understanding.told import Message
from assistant.understanding.told_order import told_in_order
from tests.assistant.understanding.test_telling import message

ORDERS = [
    ("mbo 4 metaal heb ik, ad of hbo?", "heb ik mbo 4 metaal, naar ad of hbo?"),
    ("havo heeft hij, mag hij naar mbo 4", "heeft hij havo, mag hij naar mbo 4"),
    ("welk diploma heb ik nodig", "welk diploma heb ik nodig"),
    ("wat voor havo heb ik nodig, nt of ng?", "wat voor havo heb ik nodig, nt of ng?"),
    ("ad of hbo?", "ad of hbo?"),
    ("hij blijft in havo 3 zitten", "hij blijft zitten in havo 3"),
    ("ik zit mbo 4 elektro", "ik zit op mbo 4 elektro"),
    ("ik zit in het tweede jaar bouwkunde hbo", "ik zit op hbo bouwkunde"),
    ("overstappen van hbo-ict naar elektro", "zit op hbo ict en wil naar elektro"),
    ("overstappen van mbo 3 naar mbo 4", "overstappen van mbo 3 naar mbo 4"),
    ("ik zit in het derde jaar van de havo", "ik zit in het havo 3"),
    ("moet ik mijn propedeuse halen", "heb ik propedeuse nodig"),
    ("en hoe zit dat bij Saxion", "en bij Saxion"),
    ("Ik las over instroom", "  over instroom"),
    ("wat heb ik dan eigenlijk nodig?", "wat heb ik nodig?"),
    ("wat moet ik daarvoor hebben", "wat moet ik hebben"),
    ("what do I then need?", "what do I need?"),
    ("als ik dan havo heb", "als ik dan havo heb"),
    ("hoelang ben je daarna nog bezig voor nivo 4", "hoelang duurt het daarna nog voor nivo 4"),
    ("ik ben bezig met mbo 4", "ik ben bezig met mbo 4"),
    ("Heeft Saxion daar een master voor?", "biedt Saxion daar een master voor?"),
    ("heeft windesheim een ad over robots?", "biedt windesheim een ad over robots?"),
    ("heeft mijn zoon een ad over robots?", "heeft mijn zoon een ad over robots?"),
    ("which university in Gelderland has a bachelor", "which university in Gelderland biedt a bachelor"),
    ("kan ik met havo met NT hbo bouwkunde doen", "kan ik met havo met NT naar hbo bouwkunde doen"),
    ("kan ik met mbo 2 mbo 4 doen", "kan ik met mbo 2 naar mbo 4 doen"),
    ("wat kan ik met mbo 4 in het hbo doen", "wat kan ik met mbo 4 in het hbo doen"),
    ("mag ik naar het hbo, 19 jaar, geen diploma?", "19 jaar, geen diploma. mag ik naar het hbo?"),
    ("kan ik naar mbo 4, mavo gedaan?", "mavo gedaan. kan ik naar mbo 4?"),
    ("mag ik naar het hbo, ad of mbo?", "mag ik naar het hbo, naar ad of mbo?"),
    ("heb mbo 2, mbo 4, kan dat?", "heb mbo 2, naar mbo 4, kan dat?"),
    ("which bachelor has the most maths", "which bachelor has the most maths"),
]


@pytest.mark.parametrize(("said", "read"), ORDERS)
def test_a_message_is_put_in_the_order_of_its_meaning(said: str, read: str) -> None:
    assert told_in_order(said) == read


def diplomas(text: str, language: Language = Language.DUTCH) -> list[dict[str, Any]]:
    found = message(text, language).told.profile.diplomas or ()
    return [
        {name: getattr(one, name) for name in one.__dataclass_fields__ if getattr(one, name)} for one in found
    ]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("ik heb havo zonder NT", {"level": "havo", "missing_profiles": ("NT",)}),
        ("vwo maar geen N&T", {"level": "vwo", "missing_profiles": ("NT",)}),
        ("havo zonder NT of NG", {"level": "havo", "missing_profiles": ("NT", "NG")}),
        (
            "havo zonder natuurkunde, profiel NG",
            {"level": "havo", "profile": "NG", "missing_subjects": ("natuurkunde",)},
        ),
        ("havo, N&T heb ik niet gekozen", {"level": "havo", "missing_profiles": ("NT",)}),
        ("geen havo NT maar havo NG", {"level": "havo", "profile": "NG"}),
        ("havo met NT", {"level": "havo", "profile": "NT"}),
    ],
)
def test_a_profile_that_is_denied_is_not_had(text: str, held: dict[str, Any]) -> None:
    assert diplomas(text) == [held]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("geen havo maar wel mavo", ["vmbo-tl"]),
        ("ik heb geen havo", []),
        ("havo gedaan maar geen diploma", []),
        ("havo maar nog geen diploma", ["havo"]),
        ("blijft zitten in havo 3", []),
        ("is blijven zitten in havo 5", ["havo-3-4"]),
        ("ik heb mbo 4, wil niet blijven zitten waar ik zit", ["mbo-4"]),
        ("ik heb havo, mbo of hbo?", ["havo"]),
        ("met havo en mbo 4", ["havo", "mbo-4"]),
        ("mbo 3 naar mbo 4 metaal", ["mbo-3"]),
        ("welke mbo 4 opleiding naar metaal", []),
        ("mbo 4 opleiding tot lasser", []),
    ],
)
def test_what_is_held_is_what_was_passed(text: str, levels: list[str]) -> None:
    assert [one["level"] for one in diplomas(text)] == levels


def told(text: str) -> Message:
    return message(text)


def test_a_study_that_is_left_is_no_diploma() -> None:
    found = told("ik zit op hbo metaal en wil naar werktuigbouwkunde")
    assert found.told.profile.diplomas is None
    assert found.told.enrolled is not None
    assert (found.told.enrolled.level, found.told.enrolled.fields) == ("hbo-bachelor", ("metaal",))


def test_a_bachelor_that_leads_on_counts_when_it_is_passed() -> None:
    found = told("ik zit op hbo metaal en wil daarna een master")
    assert found.told.enrolled is None
    assert found.told.studies == ("hbo-bachelor",)


def test_the_school_of_a_diploma_is_not_where_one_goes() -> None:
    assert told("mbo 4 metaal saxion, wil hbo werktuigbouwkunde").wanted.providers in ((), ("saxion",))
    assert told("ik zit op mbo 4 metaal saxion, wil hbo werktuigbouwkunde").wanted.providers == ()
    assert told("ik heb mbo 4, wil naar saxion").wanted.providers == ("saxion",)


def test_what_a_diploma_is_in_is_no_word_that_sources_must_know() -> None:
    assert not told("met mbo 3 verzorgende ig").has_more
    assert told("ik heb mbo 3, hoe zit het met verzorgende").has_more


@pytest.mark.parametrize("text", ["21+ dan", "en met 21 plus", "de 21+-toets", "eenentwintig plus", "21 +"])
def test_the_way_for_who_is_21_is_no_age(text: str) -> None:
    found = message(text)
    assert "adult" in found.wanted.intents
    assert (found.told.profile.age, found.bare_number) == (None, None)


def test_an_age_of_21_is_one() -> None:
    assert message("ik ben 21").told.profile.age == 21
    assert message("21+ toets gehaald").told.profile.tests == ("21+-toets",)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("iemand van 58 wil hbo", 58),
        ("klant 31 jaar wil hbo", 31),
        ("mijn medewerker van 45", 45),
        ("kan dat op me 52e", 52),
        ("als je 17 bent", 17),
        ("if you are 17", 17),
        ("klant 20 uur per week werk", None),
        ("iemand met 20 jaar ervaring", None),
        ("medewerker 15 jaar in dienst", None),
    ],
)
def test_the_age_of_whoever_it_is_about_is_told(text: str, age: int | None) -> None:
    assert message(text).told.profile.age == age


def test_one_student_is_no_number_of_students() -> None:
    assert "figure" not in told("student zit op mbo 4").wanted.asks


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Heeft Saxion een master over robots?", False),
        ("Does Saxion have a master's about robots?", False),
        ("Hat Saxion einen Master über Roboter?", False),
        ("heeft windesheim een ad over automatisering en robots?", False),
        ("ik heb een master in robotica", True),
    ],
)
def test_what_a_school_has_is_held_by_nobody(text: str, holds: bool) -> None:
    assert bool(message(text).told.profile.diplomas) is holds


@pytest.mark.parametrize(
    ("text", "language", "profile"),
    [
        ("I have havo with Nature & Health", Language.ENGLISH, "NG"),
        ("my vwo profile is economy and society", Language.ENGLISH, "EM"),
        ("Ich habe havo mit dem Profil Natur und Gesundheit", Language.GERMAN, "NG"),
        ("Ich habe vwo mit Kultur und Gesellschaft", Language.GERMAN, "CM"),
    ],
)
def test_a_profile_may_be_told_in_the_language_of_the_message(
    text: str, language: Language, profile: str
) -> None:
    assert [one["profile"] for one in diplomas(text, language)] == [profile]
