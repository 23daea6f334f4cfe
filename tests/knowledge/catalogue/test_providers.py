"""Schools that only offers name: a catalogue of one's own makes no record of them."""

from __future__ import annotations

import pytest

from knowledge.catalogue.providers import schools_of_offers
from knowledge.catalogue.types import Organisation

SAXION = Organisation("saxion", "Saxion", "school", synonyms=("Hogeschool Saxion",))


def called(name: str, *others: str, taken: tuple[str, ...] = ()) -> tuple[str, ...]:
    found = schools_of_offers([name, *others], [SAXION], taken)
    return next((one.synonyms for one in found if one.name == name), ())


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Vakcentrum Twickel", "twickel"),
        ("Techniekschool Bergweide", "bergweide"),
        ("Twickel Opleidingen BV", "twickel"),
        ("Stichting Vakschool De Regge", "regge"),
        ("Windschool Salland", "windschool"),
    ],
)
def test_a_school_is_called_by_the_part_of_its_name_that_tells_which_it_is(name: str, part: str) -> None:
    assert part in called(name)


@pytest.mark.parametrize("name", ["ROC Almelo", "School voor Techniek", "Het Groene Huis", "Academie Lasser"])
def test_a_word_that_means_something_else_too_is_no_name(name: str) -> None:
    assert not any(" " not in part for part in called(name, taken=("almelo", "lasser")))


def test_what_two_schools_share_names_neither() -> None:
    assert "twickel" not in called("Vakcentrum Twickel", "Lasschool Twickel")


@pytest.mark.parametrize("name", ["saxion", "Saxion", "hogeschool saxion"])
def test_a_school_of_which_there_is_a_record_is_not_made_anew(name: str) -> None:
    assert schools_of_offers([name], [SAXION], ()) == ()


def test_a_description_is_no_name() -> None:
    assert schools_of_offers(["erkende aanbieders"], [], ()) == ()


def test_its_id_is_the_name_that_its_offers_have() -> None:
    (found,) = schools_of_offers(["Vakcentrum Twickel"], [SAXION], ())
    assert (found.id, found.name) == ("Vakcentrum Twickel", "Vakcentrum Twickel")
