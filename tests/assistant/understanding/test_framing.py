"""What stands around a message is left out; what puts the message before it right begins with a no."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.types import Language
from assistant.understanding.framing import unframed

NL, EN, DE = Language.DUTCH, Language.ENGLISH, Language.GERMAN


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("ik bedoel BBL", NL, "nee, BBL"),
        ("nee ik bedoel Nijmegen", NL, "nee, Nijmegen"),
        ("niet in Enschede maar in Almelo", NL, "nee, in Almelo"),
        ("sorry ik bedoelde niveau 3", NL, "nee, niveau 3"),
        ("Nee sorry, ik bedoel niveau 2.", NL, "nee, niveau 2"),
        ("oeps, mbo 3", NL, "nee, mbo 3"),
        ("oh nee, Enschede", NL, "nee, Enschede"),
        ("I mean part-time", EN, "no, part-time"),
        ("not Zwolle but Deventer", EN, "no, Deventer"),
        ("nicht Vollzeit sondern Teilzeit", DE, "nein, Teilzeit"),
    ],
)
def test_a_correction_begins_with_a_no_and_names_what_is_meant(
    text: str, language: Language, meant: str
) -> None:
    assert unframed(text, language) == meant


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("Bedankt! En waar zit dat?", NL, "En waar zit dat?"),
        ("sorry, wat kost dat?", NL, "wat kost dat?"),
        ("terug naar CIVON: wie is de manager?", NL, "CIVON: wie is de manager?"),
        ("Thanks. Where is that?", EN, "Where is that?"),
        ("Danke! Was kostet das?", DE, "Was kostet das?"),
    ],
)
def test_thanks_and_a_way_back_are_left_out(text: str, language: Language, asked: str) -> None:
    assert unframed(text, language) == asked


@pytest.mark.parametrize(
    "text",
    [
        "nee",
        "bedankt!",
        "nee, mbo 3",
        "mooi werk in de techniek?",
        "Ik heb geen diploma maar wel ervaring in de bouw en de metaal, wat kan ik doen?",
        "Wat kost werktuigbouwkunde bij Saxion?",
    ],
)
def test_a_message_without_a_frame_stays_as_it_is(text: str) -> None:
    assert unframed(text, NL) == text


@given(st.text(max_size=80), st.sampled_from(Language))
def test_nothing_is_made_up_and_nothing_becomes_empty(text: str, language: Language) -> None:
    found = unframed(text, language)
    assert bool(found.strip()) == bool(text.strip())
    assert found == text or found.split(", ", 1)[-1].rstrip("!") in text


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("nee ik bedoel de BBL niveau 4. hoeveel kost dat?", Language.DUTCH, "hoeveel kost BBL niveau 4?"),
        ("I meant the NEN 3140. How long is it valid?", Language.ENGLISH, "How long is NEN 3140 valid?"),
    ],
)
def test_what_is_meant_goes_into_the_question_that_points_at_it(
    text: str, language: Language, asked: str
) -> None:
    assert unframed(text, language) == asked
