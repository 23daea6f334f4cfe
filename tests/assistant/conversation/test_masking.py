"""What names a person leaves a text; the figures that people ask about stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.conversation.masking import masked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mijn bsn is 123456782.", "mijn bsn is [BSN]."),
        ("bsn 1234.56.782", "bsn [BSN]"),
        ("NL91 ABNA 0417 1643 00", "[rekeningnummer]"),
        ("mail mij op a.b+c@school.example.nl", "mail mij op [e-mailadres]"),
        ("bel 06 12345678", "bel [telefoonnummer]"),
        ("bel +31 6 1234 5678 even", "bel [telefoonnummer] even"),
        ("bel 053-4871111", "bel [telefoonnummer]"),
    ],
)
def test_what_names_a_person_is_replaced(text, expected):
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Crebo 25297, 1.000.000 euro, 2026-2027, 123456789 deelnemers",
        "van 2023 tot en met 2028: 9 miljoen",
        "ISAT 34280 kost 2.694 euro per jaar",
        "000000000",
        "2019 2020 2021 2022 2023",
    ],
)
def test_other_figures_stay(text):
    assert masked(text) == text


@given(st.integers(0, 99_999_999))
def test_every_citizen_number_is_found_by_its_check(first_eight):
    digits = [int(char) for char in f"{first_eight:08d}"]
    check = sum(weight * digit for weight, digit in zip(range(9, 1, -1), digits, strict=True)) % 11
    number = f"{first_eight:08d}{check}"
    is_number = check < 10 and any(digits)
    assert ("[BSN]" in masked(f"mijn nummer is {number}")) == is_number
