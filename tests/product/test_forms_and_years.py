"""Follow-ups of the thing in hand: which form, which year, which one of those shown; and what is no question about programmes."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk

DUAL = "We zoeken voor een medewerker een duale hbo Werktuigbouwkunde. Bij welke school en waar kan dat?"
AUTOMATION = "Kan ik bij Windesheim in Zwolle een Ad doen over industriële automatisering en robotica?"
EMBEDDED = "Which university of applied sciences offers Embedded Systems Engineering, and where?"

GOES_ON = [
    # messages, what the last answer says, what it may not say
    ((DUAL, "en het collegegeld in 2025-2026?"), "2.601 euro", "2.694"),
    ((DUAL, "en het collegegeld in 2025-2026?", "hoeveel was dat het jaar ervoor"), "2.530 euro", "2.601"),
    ((AUTOMATION, "is dat voltijd of deeltijd?"), "deeltijd, Windesheim", "Filters: voltijd"),
    (
        (AUTOMATION, "is dat voltijd of deeltijd?", "en in Emmen, hebben ze hem daar ook?"),
        "duaal, NHL Stenden, Emmen",
        "0 gevonden",
    ),
    ((EMBEDDED, "how long does the full-time bachelor take?"), "duration: 4 years", "3 years"),
    (
        ("wat kreeg een metaalbedrijf van oom per leerling in 2023-2024", "en voor n stagiair?"),
        "50 euro per week",
        "niet in mijn bronnen",
    ),
    (
        (
            "Wie viele Operatoren brauchte man laut PCPT in 2016-2020 in Twente und im Osten der Niederlande?",
            "und pro Jahr?",
        ),
        "175 pro Jahr",
        "nicht in meinen Quellen",
    ),
    (("hbo-ict saxion", "voltijd of deeltijd?", "en in deventer"), "Deventer", "Enschede"),
    (
        (
            "Mag een leerling met havo CM naar hbo Bouwkunde, volgens de landelijke regeling?",
            "en met vwo CM?",
        ),
        "wiskunde A of wiskunde B",
        "Studiefinanciering",
    ),
]


@pytest.mark.parametrize(("messages", "says", "never"), GOES_ON)
def test_what_is_asked_of_the_thing_in_hand_is_told_of_it(
    chain: AnswerChain, messages: tuple[str, ...], says: str, never: str
) -> None:
    answer = talk(chain, *messages)
    assert says in answer.text
    assert never not in answer.text


def test_two_forms_in_a_search_stay_filters(chain: AnswerChain) -> None:
    answer = talk(chain, "welke hbo ict voltijd of deeltijd in zwolle")
    assert {(one.kind, one.value) for one in answer.filters} >= {("mode", "voltijd"), ("mode", "deeltijd")}


@pytest.mark.parametrize("last", ["Ik heb nooit techniek gedaan. Mag ik dan ook?", "Waar is het?"])
def test_a_wide_field_that_somebody_mentions_is_no_list(chain: AnswerChain, last: str) -> None:
    before = (
        "Hoe heet de eigen school van Breman voor monteurs?",
        "Ik heb nooit techniek gedaan. Mag ik dan ook?",
    )
    answer = talk(chain, *before[: 1 if last == before[1] else 2], last)
    assert len(answer.records) < 10


def test_who_is_not_known_cannot_be_mailed(chain: AnswerChain) -> None:
    answer = talk(chain, "Wie is op dit moment programmaleider van TechOost en hoe kan ik die mailen?")
    assert answer.outcome is Outcome.REFUSED
    assert "duo.nl" not in answer.text
