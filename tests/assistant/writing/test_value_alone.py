"""A word for a value that stands alone in a talk: which sentences hold such a value."""

from __future__ import annotations

import pytest

from assistant.writing.value_alone import holds_value

FUND = "Twents Fonds voor Vakmanschap"


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        ("max bedrag", "Het fonds betaalt maximaal 5.000 euro."),
        ("budget?", "De begroting is 21,3 miljoen euro."),
        ("kosten", "Het gesprek is gratis."),
        ("hoeveel", "Een werkgever krijgt 60% van de kosten."),
        ("telefoon", "Bel 050 599 98 28."),
        ("tot wanneer", "De regeling loopt tot 1 januari 2030."),
        ("tot wanneer", "Aanvragen kan tot vier weken voor de start."),
        ("en tot wanneer?", "Bezwaar maken kan binnen zes weken na de brief."),
        ("doel?", "Het fonds wil dat meer mensen leren."),
        ("welk niveau", "Het hoogste niveau is mbo niveau 4."),
        ("max bedrag", "Het bedrag van 2026 is niet bekend."),
        ("wat is het", "Alle 14 gemeenten doen mee."),
    ],
)
def test_a_sentence_with_the_value_is_kept(message: str, sentence: str) -> None:
    assert holds_value(message, FUND, sentence)


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        ("max bedrag", "Alle 14 gemeenten doen mee aan het fonds."),
        ("hoeveel", "De provincie rekende op 1.500 mensen per jaar."),
        ("hoeveel max", "Het fonds startte op 1 januari 2019."),
        ("tot wanneer", "Het fonds startte op 1 januari 2019."),
        ("tot wanneer", "De cursus duurt vier weken."),
        ("telefoon", "De gemeente Enschede voert het fonds uit."),
        ("doel?", "Bij het pact horen 20 gemeenten."),
        ("how much", "The fund began in 2019."),
    ],
)
def test_one_without_it_is_not(message: str, sentence: str) -> None:
    assert not holds_value(message, FUND, sentence)


def test_how_many_of_what_is_no_fund_may_be_any_number() -> None:
    assert holds_value("hoeveel", "studenten Saxion", "Saxion heeft 27.000 studenten.")
