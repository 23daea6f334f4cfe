"""Whether one may enter is answered by the national rule, however holding a diploma, or lacking it, is said: never "yes" by one that is lacked.

What is right is written here once more, by hand: Doorstroomregeling and WEB art. 8.2.1 (mbo), WHW art. 7.24 (higher education).
"""

from __future__ import annotations

from itertools import product

import pytest

from assistant.chain import AnswerChain
from tests.support.talking import talk

HELD = {"vmbo basis": "bb", "vmbo-kader": "kb", "vmbo tl": "tl", "mavo": "tl", "havo": "havo", "vwo": "vwo", "mbo 2": "2", "mbo niveau 3": "3", "mbo-4": "4", "niveau 2": "2"}  # fmt: skip
LETS_IN = {
    "mbo 2": {"bb", "kb", "tl", "havo", "vwo", "2", "3", "4"},
    "mbo niveau 3": {"kb", "tl", "havo", "vwo", "2", "3", "4"},
    "mbo-4": {"kb", "tl", "havo", "vwo", "2", "3", "4"},
    "het hbo": {"havo", "vwo", "4"},
    "de universiteit": {"vwo"},
}
HAS = (
    "ik heb {held}, mag ik naar {aim}?",
    "heb {held} gehaald kan ik {aim} doen",
    "met {held} naar {aim}, mag dat",
    "kan mijn zoon met {held} naar {aim}",
    "ik ben klaar met {held} en wil naar {aim}, mag dat?",
    "mn dochter heeft haar {held} diploma binnen, kan ze door naar {aim}",
    "{held} is al gehaald. mag ik dan {aim} gaan doen",
    "ik rond mijn {held} dit jaar af, kan ik daarna naar {aim}",
    "Ik heb een {held}-diploma. Word ik toegelaten tot {aim}?",
    "wil {aim} doen, heb {held}",
    "is {held} genoeg voor {aim}?",
    "volstaat {held} voor {aim}",
    "can I go to {aim} with {held}?",
    "ich habe {held}, darf ich zu {aim}?",
    "kom ik met {held} {aim} binnen",
    "ik heb alleen {held}. kan ik dan naar {aim}?",
    "heb vroeger {held} gedaan nu wil ik {aim} mag dat",
)
LACKS = (
    "ik heb geen {held}, mag ik naar {aim}?",
    "zonder {held} naar {aim}, kan dat?",
    "ik heb {held} niet afgemaakt, kan ik naar {aim}",
    "{held} niet gehaald, mag ik toch naar {aim}?",
    "ik ben gestopt met {held}, kan ik naar {aim}",
    "mijn zoon is gezakt voor {held}, mag hij naar {aim}?",
    "heb nooit {held} gedaan, kan ik naar {aim}",
    "ik heb mijn {held} diploma niet, mag ik naar {aim}",
    "I don't have {held}, can I go to {aim}?",
    "I never finished {held}, can I enter {aim}?",
    "ich habe kein {held}, darf ich zu {aim}?",
    "ik had bijna {held} maar heb het niet, mag ik naar {aim}",
    "ik miste net mijn {held}, kan ik naar {aim}",
    "halverwege {held} gestopt, kan ik nog naar {aim}",
    "ze heeft haar {held} nooit afgemaakt, mag ze naar {aim}",
)
SOME = (("vmbo basis", "mbo-4"), ("havo", "het hbo"), ("mbo-4", "het hbo"), ("niveau 2", "mbo niveau 3"))
YES, NO = ("Ja", "Yes"), ("Nee", "No", "Nein")


def verdict(said: str) -> bool | None:
    """Return whether an answer says yes, None where it says neither."""
    for line in said.split("\n"):
        for words, meant in ((YES, True), (NO, False)):
            if line.startswith(tuple(f"{word}{mark}" for word in words for mark in ".,")):
                return meant
    return None


def wrong_of_held(chain: AnswerChain, said: str, held: str, aim: str) -> str:
    """Return a question for what the rule says of a diploma that is held, where the answer is not that; else ""."""
    question = said.format(held=held, aim=aim)
    found = verdict(talk(chain, question).text)
    is_itself = held[-1] == aim[-1] and aim[-1].isdigit()
    return "" if found in (None, HELD[held] in LETS_IN[aim]) or is_itself else question


def wrong_of_lacked(chain: AnswerChain, said: str, held: str, aim: str) -> str:
    """Return a question of somebody who lacks a diploma that is answered with yes; else ""."""
    question = said.format(held=held, aim=aim)
    return question if verdict(talk(chain, question).text) else ""


@pytest.mark.parametrize("said", HAS)
def test_who_holds_a_diploma_hears_what_the_rule_says(chain: AnswerChain, said: str) -> None:
    assert [one for pair in SOME if (one := wrong_of_held(chain, said, *pair))] == []
    assert verdict(talk(chain, said.format(held="mbo-4", aim="het hbo")).text) is True


@pytest.mark.parametrize("said", LACKS)
def test_who_lacks_a_diploma_is_let_in_by_none(chain: AnswerChain, said: str) -> None:
    assert [one for pair in SOME if (one := wrong_of_lacked(chain, said, *pair))] == []


@pytest.mark.soak
def test_every_pair_of_levels_is_judged_by_the_rule(chain: AnswerChain) -> None:
    pairs = list(product(HELD, LETS_IN))
    wrong = [wrong_of_held(chain, said, *pair) for said in HAS for pair in pairs]
    wrong += [wrong_of_lacked(chain, said, *pair) for said in LACKS for pair in pairs]

    assert [one for one in wrong if one] == []
