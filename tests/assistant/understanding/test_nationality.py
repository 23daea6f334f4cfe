"""Who comes from outside the EU is heard by country or people."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.understanding.nationality import as_outsiders, is_outside_eu


@pytest.mark.parametrize(
    "text",
    [
        "I am from India",
        "ik kom uit Turkije",
        "als Chinese student",
        "ich komme aus Syrien",
        "a Ukrainian diploma",
    ],
)
def test_outside_the_eu(text: str) -> None:
    assert is_outside_eu(text)


@pytest.mark.parametrize(
    "text", ["ich bin Deutscher", "I am from Poland", "Indiana Jones", "uk-a-levels", "ik woon in Enschede"]
)
def test_inside_the_eu_or_no_country(text: str) -> None:
    assert not is_outside_eu(text)


def test_the_people_become_students_from_outside() -> None:
    assert (
        as_outsiders("collegegeld voor Chinese studenten", Language.DUTCH)
        == "collegegeld voor studenten van buiten de EU"
    )
