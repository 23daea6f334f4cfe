"""A school certificate from another country is a diploma from abroad, in whatever words; what has a name of its own keeps it."""

from __future__ import annotations

import pytest

from assistant.understanding.abroad import ABROAD, abroad_as_such


@pytest.mark.parametrize(
    "text",
    [
        "ik heb diploma van Turkije",
        "ik heb diploma lise turkije",
        "mijn turkse diploma",
        "mijn diploma is buitenlands",
        "mijn diploma komt uit Syrië",
        "Ik heb diploma techniek van Syrie, welke niveau",
        "ik heb geen nederlands diploma",
        "I have Indian 12th grade with maths",
        "my Indian class 12 diploma",
        "I finished high school in Nigeria",
        "ich habe einen türkischen Abschluss",
        "i come from syria and have a diploma from there",
        "ik kom uit syrië en heb een diploma uit mijn eigen land",
        "ik ben syrisch en heb een diploma uit aleppo van elektrotechniek",
        "ik ben gevlucht uit eritrea en heb een diploma als lasser",
        "mijn man komt uit iran en heeft een bachelor elektrotechniek",
        "i am a refugee from syria with a degree in engineering",
        "ich bin flüchtling und habe ein diplom aus kabul",
        "i fled from ukraine, can i study at saxion",
        "ik kom uit syrië en wil bij saxion studeren",
    ],
)
def test_a_certificate_from_abroad_is_read_as_one(text: str) -> None:
    assert ABROAD in abroad_as_such(text)


@pytest.mark.parametrize(
    "text",
    [
        "ik kom uit polen en heb havo",
        "ik kom uit zwolle en heb een diploma van daar",
        "met mijn nederlandse diploma in duitsland studeren",
        "ik heb een Duits Abitur",
        "I have an IB diploma from India",
        "een cursus Engels met diploma",
        "spreek je Turks op school?",
        "ik heb havo 12 jaar geleden gehaald",
        "ik ben turks en wil een diploma halen",
        "ik ben syrisch en heb een mbo 2 diploma",
        "ik ben pools en heb nog geen diploma",
        "i am indian and want a degree",
        "ik kom uit eritrea en heb geen diploma, kan ik studeren",
        "i am from india, what does it cost to study at the ut",
        "ik kom uit enschede en wil bij saxion studeren",
    ],
)
def test_what_is_no_certificate_from_abroad_stays(text: str) -> None:
    assert abroad_as_such(text) == text
