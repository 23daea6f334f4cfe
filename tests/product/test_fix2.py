"""Short messages of a talk: what they keep of it, what they replace, and what they ask of the answer just given."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
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
