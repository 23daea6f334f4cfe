"""A school of which the library has nothing is heard by its names."""

from __future__ import annotations

import pytest

from assistant.understanding.schools_elsewhere import schools_elsewhere


@pytest.mark.parametrize(
    ("text", "schools"),
    [
        ("mechatronica bij fontys", ("Fontys",)),
        ("werktuigbouwkunde TU Delft of TU/e?", ("TU Delft", "TU Eindhoven")),
        ("naar hogeschool Rotterdam", ("Hogeschool Rotterdam",)),
        ("ik woon in Delft", ()),
        ("saxion of windesheim", ()),
        ("een rugzak en een muur", ()),
    ],
)
def test_a_school_elsewhere_is_heard_by_its_names(text: str, schools: tuple[str, ...]) -> None:
    assert schools_elsewhere(text) == schools
