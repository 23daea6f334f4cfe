"""Which messages ask about the answer that was just given, and which only look like it."""

from __future__ import annotations

import pytest

from assistant.understanding.of_answer import OfAnswer, asks_of_answer

ASKED = [
    ("bron?", OfAnswer.SOURCE),
    ("en wat is de bron daarvan", OfAnswer.SOURCE),
    ("welke bron is dat?", OfAnswer.SOURCE),
    ("uit welke bron komt dit cijfer", OfAnswer.SOURCE),
    ("wie publiceert dit", OfAnswer.SOURCE),
    ("waar heb je dat vandaan?", OfAnswer.SOURCE),
    ("heb je daar een bron voor", OfAnswer.SOURCE),
    ("where did you get that from?", OfAnswer.SOURCE),
    ("what's your source?", OfAnswer.SOURCE),
    ("Woher stammt diese Zahl?", OfAnswer.SOURCE),
    ("Quelle?", OfAnswer.SOURCE),
    ("geef de bron", OfAnswer.SOURCE),
    ("noem je bron eens", OfAnswer.SOURCE),
    ("ok, stuur me even de link", OfAnswer.SOURCE),
    ("kun je de bronnen noemen?", OfAnswer.SOURCE),
    ("mag ik de link", OfAnswer.SOURCE),
    ("link?", OfAnswer.SOURCE),
    ("klopt dat?", OfAnswer.SOURCE),
    ("is dat echt waar", OfAnswer.SOURCE),
    ("could you give me the source please", OfAnswer.SOURCE),
    ("show the source for that", OfAnswer.SOURCE),
    ("is that right?", OfAnswer.SOURCE),
    ("kannst du mir die Quelle nennen", OfAnswer.SOURCE),
    ("stimmt das?", OfAnswer.SOURCE),
    ("van wanneer is dat", OfAnswer.DATE),
    ("van welk jaar zijn die cijfers?", OfAnswer.DATE),
    ("welk kwartaal is dat", OfAnswer.DATE),
    ("from which year is that?", OfAnswer.DATE),
    ("Von wann ist das?", OfAnswer.DATE),
    ("is dat nog actueel", OfAnswer.CURRENT),
    ("zijn deze cijfers nog actueel?", OfAnswer.CURRENT),
    ("klopt dat nog", OfAnswer.CURRENT),
    ("is that still up to date?", OfAnswer.CURRENT),
    ("Ist das noch aktuell?", OfAnswer.CURRENT),
    ("welke bron klopt", OfAnswer.WHICH_IS_RIGHT),
    ("wat klopt er nou?", OfAnswer.WHICH_IS_RIGHT),
    ("which of the two is right?", OfAnswer.WHICH_IS_RIGHT),
    ("Welche Zahl stimmt?", OfAnswer.WHICH_IS_RIGHT),
]


@pytest.mark.parametrize(("text", "asked"), ASKED)
def test_a_message_about_the_answer_itself_is_known(text: str, asked: OfAnswer) -> None:
    assert asks_of_answer(text) is asked


@pytest.mark.parametrize(
    "text",
    [
        "welke bron verwarmt een warmtepomp",
        "wie publiceert de cijfers over het hbo in Overijssel",
        "waar komt elektriciteit vandaan",
        "is SLIM nog open",
        "is dat nog open?",
        "hoe oud is dat?",
        "van wie is dat",
        "welke is goedkoper",
        "wanneer is dat",
        "in welk jaar was dat",
        "is dat deeltijd?",
        "wat is een bronbemaling",
        "geef me de link van Studielink",
        "kan ik een bron voor een warmtepomp leren slaan",
        "klopt het dat STAP gestopt is",
        "is dat voltijd",
        "mag ik dat ook in deeltijd",
        "ist das in Enschede",
        "hoe lang is dat certificaat nog geldig",
    ],
)
def test_what_only_looks_like_it_is_not(text: str) -> None:
    assert asks_of_answer(text) is None
