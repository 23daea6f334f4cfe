"""The scripts make what is committed, and refuse a law text that they do not understand."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.catalogue.codec import to_line
from tests.knowledge.library_records.conftest import Bundled
from tools.records import figures, occupations, offers, organisations, ratho, rules, schemes


def lines_of(records: object) -> dict[str, str]:
    return {record.id: to_line(record) for record in records}  # type: ignore[attr-defined]


def test_offers_and_rules_are_what_the_scripts_make(bundled: Bundled, shared: Path) -> None:
    assert lines_of(rules.rules(shared / "data")) == lines_of(bundled.rules.values())
    assert lines_of(offers.offers(shared / "data")) == lines_of(bundled.offers.values())


def test_figures_and_occupations_are_what_the_scripts_make(bundled: Bundled, shared: Path) -> None:
    assert lines_of(figures.figures(shared / "data")) == lines_of(bundled.figures.values())
    assert lines_of(occupations.occupations(shared / "data")) == lines_of(bundled.occupations.values())


def test_schemes_and_organisations_are_what_the_scripts_make(bundled: Bundled) -> None:
    assert lines_of(schemes.schemes()) == lines_of(bundled.schemes.values())
    assert lines_of(organisations.organisations()) == lines_of(bundled.organisations.values())


@pytest.mark.parametrize(
    "cell", ["wisC", "nat of (wisB+nlt)", "2 uit nat, schk en biol", "", "nat of schk + wisB"]
)
def test_a_cell_that_is_not_understood_is_refused(cell: str) -> None:
    with pytest.raises(ratho.UnreadableCellError):
        ratho.cell_needs(cell)


@pytest.mark.parametrize(
    ("cell", "needs"),
    [
        ("*", ()),
        ("#", None),
        ("nat of nlt", (("natuurkunde", "NLT"),)),
        ("wisB + nat +schk", (("wiskunde B",), ("natuurkunde",), ("scheikunde",))),
        ("(wisA of wisB) + nat", (("wiskunde A", "wiskunde B"), ("natuurkunde",))),
        ("wisA of wiskB", (("wiskunde A", "wiskunde B"),)),
    ],
)
def test_a_cell_is_read_as_groups_of_alternatives(cell: str, needs: ratho.Needs | None) -> None:
    assert ratho.cell_needs(cell) == needs
