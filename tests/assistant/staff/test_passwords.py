"""Which passwords are refused, and what is stored of those that are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.staff.passwords import Cost, Weakness, hashed, is_outdated, is_right, weakness_of

CHEAP = Cost(n=16, r=1, p=1)


@pytest.mark.parametrize(
    ("password", "weakness"),
    [
        ("kort", Weakness.SHORT),
        ("elf tekens!", Weakness.SHORT),
        ("x" * 201, Weakness.LONG),
        ("Wachtwoord123", Weakness.COMMON),
        ("abababababab", Weakness.MONOTONE),
        ("jan de vries12", Weakness.NAME),
        ("paard batterij nietje", None),
        ("twaalf teken", None),
    ],
)
def test_a_password_is_long_uncommon_and_not_the_name(password, weakness):
    assert weakness_of(password, "jan de vries") is weakness


@settings(max_examples=30)
@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_only_the_same_password_is_right(password, other):
    stored = hashed(password, CHEAP)
    assert is_right(password, stored)
    assert password not in stored or len(password) < 4
    assert hashed(password, CHEAP) != stored
    if other.casefold() != password.casefold():
        assert not is_right(other + "x", stored) or other + "x" == password


@pytest.mark.parametrize(
    "stored", ["", "x", "scrypt$16$1$1$?$?", "md5$16$1$1$AAAA$AAAA", "scrypt$a$1$1$AA==$AA=="]
)
def test_what_we_never_wrote_lets_nobody_in(stored):
    assert not is_right("", stored)


def test_the_same_letters_typed_on_another_keyboard_are_the_same_password():
    assert is_right("cafe\u0301 met terras", hashed("caf\u00e9 met terras", CHEAP))


def test_a_hash_of_other_parameters_is_outdated():
    assert is_outdated(hashed("paard", CHEAP))
    assert not is_outdated(hashed("paard", CHEAP), CHEAP)
    assert Cost().n * Cost().r * 128 >= 32 * 1024 * 1024
