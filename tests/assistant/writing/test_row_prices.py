"""Which of several prices of a row a message asks."""

from __future__ import annotations

import pytest

from assistant.writing.row_cells import Cell
from assistant.writing.row_prices import is_price_of_group, prices_meant
from knowledge.catalogue.facts import Authority, Provenance

ABOUT = Provenance("", "", None, None, Authority.PROVIDER)
NORMAL, PASS, OUTSIDE, MEMBERS = (
    Cell(heading, text, ABOUT)
    for heading, text in (("Prijs", "€ 96"), ("Met Ossepas", "48"), ("Extern €", "120"), ("Leden", "gratis"))
)


@pytest.mark.parametrize(
    ("asked", "cells", "meant"),
    [
        ("wat kost het", (NORMAL, PASS), NORMAL),
        ("ik heb een ossepas, wat betaal ik", (NORMAL, PASS), PASS),
        ("wat kost het zonder pas", (NORMAL, PASS), NORMAL),
        ("wat kost het als ik geen lid ben", (NORMAL, MEMBERS), NORMAL),
        ("ich bin Mitglied, was kostet das", (NORMAL, MEMBERS), MEMBERS),
        ("what does it cost for members", (NORMAL, MEMBERS), MEMBERS),
        ("wat kost het voor externen", (NORMAL, OUTSIDE), OUTSIDE),
        ("ik werk daar niet bij in dienst maar wil komen, wat kost het", (OUTSIDE,), OUTSIDE),
        ("wat kost het", (OUTSIDE,), OUTSIDE),
    ],
)
def test_the_price_of_the_group_that_is_said_is_meant(
    asked: str, cells: tuple[Cell, ...], meant: Cell
) -> None:
    assert prices_meant(cells, asked) == [meant]


def test_a_price_for_others_is_none_for_the_staff() -> None:
    assert prices_meant((OUTSIDE,), "wat kost het voor medewerkers") == []


def test_only_an_amount_below_a_heading_of_people_is_a_price_of_them() -> None:
    assert is_price_of_group(PASS)
    assert is_price_of_group(MEMBERS)
    assert not is_price_of_group(Cell("Leden", "alleen op vertoon van de kaart", ABOUT))
    assert not is_price_of_group(NORMAL)


@pytest.mark.parametrize(
    "asked",
    ["wat kost het voor niet-leden", "what does it cost for non-members", "ik werk daar niet, wat kost het"],
)
def test_the_price_of_members_is_none_for_who_is_no_member(asked: str) -> None:
    assert prices_meant((MEMBERS,), asked) == []


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("wat kost het als mijn baas betaalt", "Bedrijf"),
        ("what is it for associates", "Associates"),
        ("wat kost het voor mensen van buiten", "Others"),
        ("wat betaal ik uit eigen zak", "Particulier"),
    ],
)
def test_people_are_known_by_many_headings(asked: str, heading: str) -> None:
    theirs = Cell(heading, "310", ABOUT)
    others = [Cell(one, "99", ABOUT) for one in ("Bedrijf", "Associates", "Particulier") if one != heading]
    assert prices_meant((*others[:1], theirs), asked) == [theirs]
