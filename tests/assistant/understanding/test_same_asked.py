"""What asks the same of another thing, or of another form of it, is written in the few words in which a talk is understood."""

from __future__ import annotations

import pytest

from assistant.types import Language, Question, Turn
from assistant.understanding.fees import fee_of_mbo
from assistant.understanding.language_meant import language_meant
from assistant.understanding.plain import in_full
from assistant.understanding.same_asked import with_the_same_asked

TALK = (Turn("user", "Wat kost HBO-ICT?"), Turn("assistant", "2.601 euro."))


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("hoe zit dat met International Business Administration", "nl", "en International Business Administration?"),
        ("en hoe zit dat bij Saxion dan?", "nl", "en bij Saxion?"),
        ("what about HBO-ICT?", "en", "and HBO-ICT?"),
        ("wie sieht es mit Bouwkunde aus?", "de", "und Bouwkunde?"),
        ("is er ook een deeltijdvariant?", "nl", "kan dat ook in deeltijd?"),
        ("zijn er ook avondopleidingen?", "nl", "kan dat ook in deeltijd?"),
        ("is there a part-time version?", "en", "can I do that part-time?"),
        ("gibt es das auch in Teilzeit?", "de", "geht das auch in Teilzeit?"),
        ("voltijd of deeltijd", "nl", "is dat voltijd of deeltijd?"),
    ],
)  # fmt: skip
def test_a_message_of_a_talk_is_written_in_few_words(text: str, language: str, meant: str) -> None:
    assert with_the_same_asked(Question(text, history=TALK), Language(language)).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "hoe zit dat als ik 18 ben",
        "is er ook een deeltijdopleiding werktuigbouwkunde?",
        "hoe zit het?",
        "wat kost voltijd of deeltijd studeren",
    ],
)
def test_what_asks_something_of_its_own_stays_as_it_is(text: str) -> None:
    assert with_the_same_asked(Question(text, history=TALK), Language.DUTCH).text == text


def test_the_first_message_of_a_talk_stays_as_it_is() -> None:
    text = "hoe zit het met studiefinanciering?"
    assert with_the_same_asked(Question(text), Language.DUTCH).text == text


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("is dat mbo of hbo", "nl", "welk niveau is dat?"),
        ("en is die opleiding nou mbo of hbo?", "nl", "en welk niveau is dat?"),
        ("wordt dat in het Nederlands of in het Engels gegeven?", "nl", "in welke taal is dat?"),
        ("en de plaats?", "nl", "en waar is dat?"),
        ("is that hbo or university?", "en", "what level is that?"),
        ("Ist das mbo oder hbo?", "de", "Welches Niveau ist das?"),
        ("is mbo of hbo beter voor mij", "nl", "is mbo of hbo beter voor mij"),
        ("wat is het telnr van duo", "nl", "wat is het telefoonnummer van duo"),
    ],
)
def test_which_of_two_kinds_something_is_is_asked_of_its_level_or_language(
    text: str, language: str, meant: str
) -> None:
    assert in_full(text, Language(language)) == meant


def test_a_message_that_goes_on_in_the_language_of_the_talk_keeps_it() -> None:
    def detect(text: str) -> str:
        return "de" if "dauert" in text else "en"

    talk = (Turn("user", "Wie lange dauert Data Science?"), Turn("assistant", "Drei Jahre."))
    asked = Question("und Management, Society and Technology?", history=talk)
    assert language_meant(asked, detect) is Language.GERMAN
    assert (
        language_meant(Question("and Management, Society and Technology?", history=talk), detect)
        is Language.ENGLISH
    )
    assert language_meant(Question("und Management?"), detect) is Language.ENGLISH


def test_in_a_talk_about_mbo_what_is_paid_has_its_own_name() -> None:
    mbo = ("Wat is Lassen (BBL)?", "Lassen (BBL): mbo, BBL.")
    assert fee_of_mbo("wat is het collegegeld", mbo) == "wat is het lesgeld of cursusgeld"
    assert fee_of_mbo("wat is het collegegeld op het hbo", mbo) == "wat is het collegegeld op het hbo"
    both = ("Na mbo-4 naar hbo?", "Met mbo-4 mag je naar het hbo.")
    assert fee_of_mbo("wat is het collegegeld", both) == "wat is het collegegeld"
