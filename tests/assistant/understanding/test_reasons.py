"""A reason after the question is left out; what tells about the person stays."""

from __future__ import annotations

import pytest

from assistant.understanding.reasons import without_reason


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("What is BBL exactly? My boss keeps talking about it.", "What is BBL exactly?"),
        ("Wat is BBL precies? Mijn baas heeft het er steeds over.", "Wat is BBL precies?"),
        ("Who pays for my course? I live in Zwolle.", "Who pays for my course? I live in Zwolle."),
        ("Wie betaalt dat? Ik woon in Almelo.", "Wie betaalt dat? Ik woon in Almelo."),
        ("Really? It is too long for me.", "Really? It is too long for me."),
        ("Can I enter? And what does it cost?", "Can I enter? And what does it cost?"),
    ],
)
def test_only_a_reason_is_left_out(text: str, rest: str) -> None:
    assert without_reason(text) == rest
