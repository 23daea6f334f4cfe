"""Which courses of a school a message means by a part of their names, a compound or a misspelling."""

from __future__ import annotations

import pytest

from assistant.understanding.offer_called import called, sibling

NAMES = (
    "MIG/MAG lassen niveau 1",
    "MIG/MAG lassen niveau 2",
    "TIG lassen rvs",
    "CNC frezen basis",
    "CNC draaien basis",
    "VCA basis",
    "VCA VOL",
    "Heftruck certificaat",
    "Robots programmeren",
    "Zonnepanelen monteren",
    "Warmtepompen installeren",
    "Operator A",
    "Operator B",
    "Chip design taster",
)


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("wat kost de heftruckcursus", "nl", {"Heftruck certificaat"}),
        ("krijg ik bij de warmtepompencursus een papiertje", "nl", {"Warmtepompen installeren"}),
        ("zonepanelen kursus", "nl", {"Zonnepanelen monteren"}),
        (
            "welke lascursussen zijn er",
            "nl",
            {"MIG/MAG lassen niveau 1", "MIG/MAG lassen niveau 2", "TIG lassen rvs"},
        ),
        ("mag lassen nivo 2", "nl", {"MIG/MAG lassen niveau 2"}),
        ("wat kost vca", "nl", {"VCA basis", "VCA VOL"}),
        ("is vca basis op zaterdag", "nl", {"VCA basis"}),
        ("how long is the forklift course", "en", {"Heftruck certificaat"}),
        ("and the heat pump one", "en", {"Warmtepompen installeren"}),
        ("Was kostet der Schweißkurs WIG oder TIG?", "de", {"TIG lassen rvs"}),
        ("operator b", "nl", {"Operator B"}),
    ],
)
def test_a_message_means_the_courses_of_which_it_says_most(text: str, language: str, names: set[str]) -> None:
    found = called(text, NAMES, language)
    assert found is not None
    assert set(found.names) == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("heb je ook hydrauliek", "nl"),
        ("wat kost de opleiding", "nl"),
        ("doen jullie ook games programmeren", "nl"),  # another thing before the rest of a name
        ("is there a master in artificial intelligence", "en"),  # "master" is a word, and no "taster"
        ("hoeveel geld is het en hoe weinig", "nl"),
        ("operator c", "nl"),
    ],
)
def test_a_message_that_says_no_name_means_none(text: str, language: str) -> None:
    assert called(text, NAMES, language) is None


def test_the_stretches_that_say_a_name_take_the_word_for_a_course_with_them() -> None:
    text = "hoe lang duurt de cursus heftruck"
    found = called(text, NAMES, "nl")
    assert found is not None
    assert [text[begin:end] for begin, end in found.said] == ["cursus", "heftruck"]


@pytest.mark.parametrize(
    ("text", "name", "other"), [("en b?", "Operator A", "Operator B"), ("en vol?", "VCA basis", "VCA VOL")]
)
def test_what_differs_alone_names_the_other_of_two(text: str, name: str, other: str) -> None:
    found = sibling(text, name, NAMES, "nl")
    assert found is not None
    assert found.names == (other,)


def test_what_differs_in_more_names_nothing() -> None:
    assert sibling("en morgen?", "Operator A", NAMES, "nl") is None


OF_ONE_SCHOOL = (
    "MIG/MAG basis (niv. 1)",
    "MIG/MAG niv. 2",
    "TIG aluminium",
    "TIG rvs",
    "Vorkheftruck basis",
    "Vorkheftruck herhaling",
    "Autotechnicus",
    "Basislasser",
    "Meet- en regeltechniek voor installateurs (MRI)",
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("wat kost tigrvs", {"TIG rvs"}),  # written together
        ("tig alu, wanneer is dat", {"TIG aluminium"}),  # cut short
        ("migmag niveau 2", {"MIG/MAG niv. 2"}),
        ("heftruckbewijs, nog nooit gedaan", {"Vorkheftruck basis"}),
        ("ik moet mijn heftruck verlengen", {"Vorkheftruck herhaling"}),
        ("iets voor een automonteur", {"Autotechnicus"}),
        ("word je daar lasser", {"Basislasser"}),
        ("wat kost de MRI", {"Meet- en regeltechniek voor installateurs (MRI)"}),
    ],
)
def test_names_are_known_as_people_shorten_and_join_them(text: str, names: set[str]) -> None:
    found = called(text, OF_ONE_SCHOOL, "nl")
    assert found is not None
    assert set(found.names) == names


def test_what_is_done_otherwise_is_another_course() -> None:
    assert called("wat kost onderwaterlassen", ("TIG lassen", "MIG lassen"), "nl") is None


def test_a_word_in_capitals_is_a_name_and_in_small_letters_may_be_none() -> None:
    names = ("Schweißen MAG Grundkurs", "Schweißen WIG Aufbaukurs")
    found = called("Was kostet der MAG Kurs?", names, "de")
    assert found is not None
    assert found.names == ("Schweißen MAG Grundkurs",)


def test_whether_the_first_is_needed_for_the_later_course_is_asked_of_the_later_one() -> None:
    names = ("Touwslaan basis", "Touwslaan gevorderd (kabels)", "Netten boeten")
    for text in (
        "moet ik eerst de basis touwslaan doen voordat ik de gevorderde mag doen",
        "kan ik touwslaan gevorderd meteen doen zonder de basis",
    ):
        found = called(text, names, "nl")
        assert found is not None
        assert found.names == ("Touwslaan gevorderd (kabels)",)


def test_a_roman_number_at_the_end_of_a_name_is_its_figure() -> None:
    names = ("Lijmen van composiet I", "Lijmen van composiet II")
    for text, name in (("lijmen deel 1", names[0]), ("lijmen van composiet II", names[1])):
        found = called(text, names, "nl")
        assert found is not None
        assert found.names == (name,)


def test_who_did_the_first_course_before_asks_of_the_one_that_repeats_it() -> None:
    names = ("Reanimatie basis", "Reanimatie herhaling")
    found = called("reanimatie herhaling, mijn basis is 3 jaar geleden", names, "nl")
    assert found is not None
    assert found.names == ("Reanimatie herhaling",)
