"""What somebody wants to do is told by a thing and what is done to it, or by a trade: nobody need know what the programme is called."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.understanding.activities import activities_of
from assistant.understanding.lexicon import (
    Lexicon,
    Sense,
    lexicon_of,
    person_lexicon_of,
    phrases_of,
    words_of,
)

NAMES = phrases_of(
    [
        *(
            (field, Sense("field", (field,)))
            for field in ("fietstechniek", "schilderen", "bouw", "bouwkunde", "gww")
        ),
        ("Dakdekker riet", Sense("offer", ("crebo-25090",))),
        ("dakdekken", Sense("field", ("dakdekken",))),
        ("liftmonteur", Sense("occupation", ("esco-7412.7",))),
    ]
)


def read(text: str, language: Language = Language.DUTCH) -> list[tuple[str, tuple[str, ...]]]:
    """Return the fields, programmes and occupations that are read in a text."""
    return _read(lexicon_of(language, NAMES), text)


def _read(lexicon: Lexicon, text: str) -> list[tuple[str, tuple[str, ...]]]:
    mentions = lexicon.read(words_of(text))
    kinds = ("field", "offer", "occupation", "likes")
    return [(one.kind, one.values) for mention in mentions for one in mention.senses if one.kind in kinds]


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("welke opleiding is er voor fietsen repareren?", Language.DUTCH, ("field", ("fietstechniek",))),
        ("ik wil oude fietsen leren repareren", Language.DUTCH, ("field", ("fietstechniek",))),
        ("iets met het repareren van fietsen", Language.DUTCH, ("field", ("fietstechniek",))),
        ("broertje wil fietse repareren", Language.DUTCH, ("field", ("fietstechniek",))),
        ("I want to repair old bikes", Language.ENGLISH, ("field", ("fietstechniek",))),
        ("Ich möchte Fahrräder reparieren", Language.GERMAN, ("field", ("fietstechniek",))),
        ("ik wil daken van riet maken", Language.DUTCH, ("offer", ("crebo-25090",))),
        ("een dak leggen leren", Language.DUTCH, ("field", ("dakdekken",))),
        ("ik wil leren behangen", Language.DUTCH, ("field", ("schilderen",))),
        ("ik wil liften onderhouden", Language.DUTCH, ("occupation", ("esco-7412.7",))),
        ("huizen ontwerpen lijkt me leuk", Language.DUTCH, ("field", ("bouwkunde",))),
        ("huizen bouwen lijkt me leuk", Language.DUTCH, ("field", ("bouw",))),
    ],
)
def test_a_thing_and_what_is_done_to_it_mean_what_teaches_it(
    text: str, language: Language, meant: tuple[str, tuple[str, ...]]
) -> None:
    assert meant in read(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "wie kan mijn fiets repareren",
        "ik ga op de fiets naar school",
        "mijn huis is oud",
        "wij repareren. Mijn broer heeft een oude rode fiets die hij heel vaak wil maken",
        "ik moest thuis behangen",
    ],
)
def test_a_thing_that_somebody_has_and_a_trade_that_nobody_wishes_for_mean_nothing(text: str) -> None:
    assert read(text) == []


def test_things_to_which_the_same_is_done_are_one_activity() -> None:
    said = words_of("fietsen en fiets leren repareren")
    assert lexicon_of(Language.DUTCH, NAMES).read(said)[0].words == tuple(said)


def test_a_verb_of_its_own_row_wins_from_the_verbs_of_every_thing() -> None:
    activities = activities_of(["bouw", "bouwkunde", "schilderen"])
    of = {verb: activities.at(["huizen", verb], 0) for verb in ("bouwen", "tekenen", "verven")}
    assert {verb: found.taught_by if found else None for verb, found in of.items()} == {
        "bouwen": ("bouw",),
        "tekenen": ("bouwkunde",),
        "verven": ("schilderen",),
    }


def test_what_the_catalogue_lacks_is_no_activity_of_it() -> None:
    assert activities_of(["bouw"]).at(["fietsen", "repareren"], 0) is None


def test_where_people_tell_about_themselves_it_is_something_they_like_and_no_question_for_a_list() -> None:
    found = _read(person_lexicon_of(Language.DUTCH, NAMES), "ik heb vmbo en wil fietsen repareren")
    assert ("field", ("fietstechniek",)) in found
    assert ("likes", ()) in found
