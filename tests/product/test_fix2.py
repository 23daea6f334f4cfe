"""Short messages of a talk: what they keep of it, what they replace, and what they ask of the answer just given."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk

FIGURES = [
    # messages, what the last answer says, what it may not say
    (("vrouwen technisch hbo saxion 2024",), "2.101 vrouwen", "Dat staat niet"),
    (("vrouwen technisch hbo saxion 2024", "het jaar daarvoor?"), "2.058 vrouwen", "Mechatronica"),
    (
        ("hoeveel studenten technisch hbo saxion 2024", "en het jaar ervoor?", "en daarvoor?"),
        "7.417",
        "Bouwkunde",
    ),
    (
        ("hoeveel studenten technisch hbo saxion 2024", "en daarvoor?", "groei in procent?"),
        "1,5 procent",
        "Twente",
    ),
    (("hoeveel studenten technisch hbo saxion 2024", "en windesheim", "samen?"), "11.949", "Bouwkunde"),
    (
        ("aandeel vrouwen techniek hbo overijssel", "en landelijk", "is dat gestegen?"),
        "2,5 procentpunt",
        "Overijssel",
    ),
    (("hoeveel eerstejaars techniek bij saxion", "hoeveel daarvan vrouw?"), "eerstejaars", "2.101"),
]


@pytest.mark.parametrize(("messages", "says", "not_said"), FIGURES)
def test_a_talk_about_figures_stays_with_its_figures(
    chain: AnswerChain, messages: tuple[str, ...], says: str, not_said: str
) -> None:
    text = talk(chain, *messages).text
    assert says in text
    assert not_said not in text


OF_ANSWERS = [
    (("aandeel techniek hbo gelderland 2022", "bron?"), "DUO", "cao"),
    (("aandeel techniek hbo gelderland 2022", "bron?", "van wanneer is dat"), "2024", "cao"),
    (
        ("aandeel techniek hbo gelderland 2022", "wie publiceert dit", "en in overijssel"),
        "22,8 procent",
        "16,7",
    ),
    (("wat verdient een monteur cao metaal", "is dat nog actueel"), "nieuwere lonen staan niet", "actueel"),
    (("How many students does Saxion have?", "what is the source?"), "date not known", "not in my sources"),
    (
        ("20,5 miljoen beethoven is dat voor ut of heel twente?", "welke bron klopt"),
        "Welke klopt, kan ik niet zeggen",
        "SMEOT",
    ),
]


@pytest.mark.parametrize(("messages", "says", "not_said"), OF_ANSWERS)
def test_what_is_asked_about_an_answer_is_told_of_what_it_cites(
    chain: AnswerChain, messages: tuple[str, ...], says: str, not_said: str
) -> None:
    answer = talk(chain, *messages)
    assert says in answer.text
    assert not_said not in answer.text
    assert answer.citations


def test_an_answer_without_a_source_has_none(chain: AnswerChain) -> None:
    answer = talk(chain, "wat is de hoofdstad van peru", "bron?")
    assert answer.outcome is Outcome.REFUSED
    assert not answer.citations


def test_the_source_of_nothing_is_asked_back(chain: AnswerChain) -> None:
    assert talk(chain, "welke bron is dat?").outcome is Outcome.ASKED_BACK
