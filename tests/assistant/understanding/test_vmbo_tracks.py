"""A track of the vmbo that is named alone gets its school, once the talk named one with it."""

from __future__ import annotations

import pytest

from assistant.types import Question, Turn
from assistant.understanding.vmbo_tracks import with_vmbo

TALK = (Turn("user", "Kan hij met vmbo basis naar mbo-4?"), Turn("assistant", "Nee."))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("oh wacht, hij doet kader", "oh wacht, hij doet vmbo kader"),
        ("en met tl dan?", "en met vmbo tl dan?"),
        ("ik bedoel kader, niet basis", "ik bedoel vmbo kader, niet vmbo basis"),
        ("nee, gemengde leerweg", "nee, vmbo gemengde leerweg"),
    ],
)
def test_a_track_alone_is_one_of_the_vmbo_that_the_talk_is_about(text: str, meant: str) -> None:
    assert with_vmbo(Question(text, history=TALK)).text == meant


@pytest.mark.parametrize(
    "text", ["hij doet vmbo-kader", "en op basis van ervaring?", "is er een cursus VCA basis?", "kb/gl/tl?"]
)
def test_what_has_its_school_or_is_no_track_stays_as_it_is(text: str) -> None:
    assert with_vmbo(Question(text, history=TALK)).text == text


def test_where_no_track_was_named_before_nothing_is_added() -> None:
    talk = (Turn("user", "Wat is een BBL?"), Turn("assistant", "Een leerweg."))

    assert with_vmbo(Question("hij doet kader", history=talk)).text == "hij doet kader"
