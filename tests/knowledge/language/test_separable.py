"""The halves of a separable verb that stand apart are put together; prepositions are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.separable import joined_verbs


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Voor de toets meld je je aan via Studielink.", "aanmelden"),
        ("Je vraagt een opleiding aan bij je teamleider.", "aanvragen"),
        ("De gemeente betaalt alles terug.", "terugbetalen"),
        ("Neem uw pas mee en kom op tijd.", "meenemen"),
        ("Zij schrijven zich in voor 1 mei.", "inschrijven"),
    ],
)
def test_a_verb_whose_halves_stand_apart_is_put_together(text: str, verb: str) -> None:
    assert verb in joined_verbs(text)


@pytest.mark.parametrize(
    "text",
    ["Wie stopt, betaalt aan de school.", "De school staat in Borne.", "Meld het, en kom aan het loket.", ""],
)
def test_a_preposition_is_no_half_of_a_verb(text: str) -> None:
    assert joined_verbs(text) == frozenset()


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    assert all(len(verb) > 1 for verb in joined_verbs(text))
