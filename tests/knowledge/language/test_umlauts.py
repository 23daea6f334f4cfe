"""German written with ae, oe and ue is read as it is meant, and other words with those letters stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.umlauts import with_umlauts


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Arbeit fuer Techniker", "Arbeit für Techniker"),
        ("Welche Faecher brauche ich?", "Welche Fächer brauche ich?"),
        ("Koennen auslaendische Studenten", "Können ausländische Studenten"),
        ("die Pruefung an der Universitaet", "die Prüfung an der Universität"),
    ],
)
def test_a_word_that_is_german_only_with_an_umlaut_gets_it(written: str, meant: str) -> None:
    assert with_umlauts(written) == meant


@pytest.mark.parametrize("text", ["neue aktuelle Steuer", "in Raalte und Hoenderloo", "das Feuer", "Israel"])
def test_words_that_are_german_as_they_stand_and_names_stay(text: str) -> None:
    assert with_umlauts(text) == text


@given(st.text())
def test_what_was_put_right_stays(text: str) -> None:
    assert with_umlauts(with_umlauts(text)) == with_umlauts(text)
