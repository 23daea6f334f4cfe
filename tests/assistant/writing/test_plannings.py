"""Names of occupations by a word that is one of them but for a slip."""

from __future__ import annotations

import pytest

from assistant.writing.plannings import SpelledNames
from knowledge.catalogue.types import Occupation
from tests.assistant.routes.fixtures import SOURCE

WELDER = Occupation("welder", {"nl": ("lasser",), "de": ("Schwei\u00dfer",)}, "7212", "", SOURCE)
LASER = Occupation("laser", {"nl": ("laserlasser", "bediener van lasers")}, "7223", "", SOURCE)
ROOFER = Occupation("roofer", {"nl": ("dakdekker",)}, "7121", "", SOURCE)


@pytest.mark.parametrize(
    ("word", "id_"),
    [
        ("laser", "welder"),
        ("dakdeker", "roofer"),
        ("lasser", None),
        ("laserlasser", None),
        ("tas", None),
        ("robot", None),
        ("", None),
    ],
)
def test_a_slip_from_a_name_is_the_occupation_of_that_name(word: str, id_: str | None) -> None:
    assert SpelledNames.of([WELDER, LASER, ROOFER]).nearly(word) == id_


def test_of_a_name_that_two_have_the_first_has_it() -> None:
    other = Occupation("other", {"nl": ("lasser",)}, "7212", "", SOURCE)
    assert SpelledNames.of([WELDER, other]).nearly("laser") == "welder"
