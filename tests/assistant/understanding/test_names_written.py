"""Names typed in small letters or by an alias, as the sources write them."""

from __future__ import annotations

import pytest

from assistant.understanding.names_written import NamesWritten

NAMES = NamesWritten.of(
    [
        ("ROC van Twente", ("ROC Twente", "ROCvT")),
        ("Saxion", ("Hogeschool Saxion",)),
        ("Techniekpact Regio Zwolle", ()),
        ("SLIM", ("SLIM-regeling",)),
        ("Scholing met een WW-uitkering (UWV)", ("studeren met uitkering",)),
    ]
)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("hoeveel studenten heeft roc van twente", "hoeveel studenten heeft ROC van Twente"),
        ("en rocvt", "en ROC van Twente"),
        ("techniekpact regio zwolle doel", "Techniekpact Regio Zwolle doel"),
        ("Techniekpact regio zwolle", "Techniekpact Regio Zwolle"),
        ("en saxion", "en saxion"),
        ("slim regelen", "slim regelen"),
        ("studeren met uitkering", "studeren met uitkering"),
        ("procvt", "procvt"),
    ],
)
def test_names_of_several_words_and_mixed_abbreviations_are_written_out(typed: str, written: str) -> None:
    assert NAMES.written(typed) == written


def test_without_names_a_text_stays_as_it_is() -> None:
    assert NamesWritten.of([]).written("en rocvt") == "en rocvt"
