"""The rules of the RATHO against a second, independent reading of the law's tables."""

from __future__ import annotations

from itertools import chain, combinations
from pathlib import Path

import pytest

from knowledge.catalogue.rules import AllOf, AnyOf, Condition, HasDiploma, HasSubject, MustDo
from tests.knowledge.library_records.conftest import Bundled
from tests.support.development_data import development_path

PROFILES = ("NT", "NG", "EM", "CM")
SHORT = {
    "nat": "natuurkunde",
    "nlt": "NLT",
    "schk": "scheikunde",
    "biol": "biologie",
    "wisa": "wiskunde A",
    "wisb": "wiskunde B",
    "wiskb": "wiskunde B",
    "wisaa": "wiskunde A",
}
"""Abbreviations of the annexes; the last two are slips of the printed text."""

ALL_SUBJECTS = tuple(dict.fromkeys(SHORT.values()))
SUBSETS = [frozenset(s) for s in chain.from_iterable(combinations(ALL_SUBJECTS, n) for n in range(7))]

Table = dict[str, dict[str, str]]


def table_after(law: str, heading: str, nth: int = 0) -> Table:
    """Read the table below the nth line that ends with a heading, as name -> profile -> cell as printed."""
    lines = law.splitlines()
    starts = [n for n, line in enumerate(lines) if line.strip().endswith(heading)]
    found: Table = {}
    for line in lines[starts[nth] + 4 :]:
        if not line.startswith("|"):
            break
        _, name, *cells = [part.strip() for part in line.split("|")[1:-1]]
        bare = name.split("<sup>")[0].strip()
        found[bare.removeprefix("B.").removeprefix("B ").strip()] = dict(zip(PROFILES, cells, strict=True))
    return found


def opens(cell: str, subjects: frozenset[str]) -> bool:
    """Say whether a cell as printed lets in who has `subjects`, by reading it from the outside in."""
    text = cell.replace(" ", "").lower()
    if text in ("*", "#"):
        return text == "*"
    if "+" in text:
        return all(opens(part, subjects) for part in text.split("+"))
    if "of" in text:
        return any(opens(part, subjects) for part in text.strip("()").split("of"))
    return SHORT[text.strip("()")] in subjects


def admits(condition: Condition, level: str, profile: str, subjects: frozenset[str]) -> bool:
    """Judge a tree for who holds one diploma and does what can still be done."""
    if isinstance(condition, AnyOf):
        return any(admits(part, level, profile, subjects) for part in condition.parts)
    if isinstance(condition, AllOf):
        return all(admits(part, level, profile, subjects) for part in condition.parts)
    if isinstance(condition, HasDiploma):
        return level in condition.levels and (not condition.profiles or profile in condition.profiles)
    if isinstance(condition, HasSubject):
        return level in condition.levels and bool(subjects & set(condition.subjects))
    assert isinstance(condition, MustDo)
    return True


@pytest.fixture(scope="session")
def law(shared: Path) -> str:
    path = development_path(shared, "data/law/RATHO_BWBR0035059_2017.md")
    return path.read_text(encoding="utf-8")


def rule_of(bundled: Bundled, annex: str, name: str) -> Condition:
    """Find the rule of a programme by its name, in any case, the printer's slip mended."""
    wanted = name.casefold().replace("logitics", "logistics")
    found = [
        rule
        for rule in bundled.rules.values()
        if rule.id.startswith(f"ratho-{annex}-") and rule.programmes[0].casefold() == wanted
    ]
    assert len(found) == 1, name
    return found[0].condition


@pytest.mark.parametrize("level", ["havo", "vwo"])
def test_each_of_the_36_technical_hbo_bachelors_is_read_as_the_law_prints_it(
    bundled: Bundled, law: str, level: str
) -> None:
    table = table_after(law, f"Techniek (instroom met {level}-diploma)")
    assert len(table) == 36
    for name, cells in table.items():
        condition = rule_of(bundled, "b", name)
        for profile in PROFILES:
            for subjects in SUBSETS:
                expected = opens(cells[profile], subjects)
                assert admits(condition, level, profile, subjects) is expected, (
                    name,
                    level,
                    profile,
                    subjects,
                )


def test_each_of_the_23_technical_wo_bachelors_is_read_as_the_law_prints_it(
    bundled: Bundled, law: str
) -> None:
    table = table_after(law, "Techniek")
    assert len(table) == 23
    for name, cells in table.items():
        condition = rule_of(bundled, "a", name)
        for profile in PROFILES:
            for subjects in SUBSETS:
                expected = opens(cells[profile], subjects)
                assert admits(condition, "vwo", profile, subjects) is expected, (name, profile, subjects)


def test_havo_opens_no_wo_bachelor(bundled: Bundled) -> None:
    everything = frozenset(ALL_SUBJECTS)
    of_wo = [rule for rule in bundled.rules.values() if rule.id.startswith("ratho-a-")]
    assert not any(
        admits(rule.condition, "havo", profile, everything) for rule in of_wo for profile in PROFILES
    )


def test_mbo_4_opens_every_technical_hbo_bachelor_without_more(bundled: Bundled) -> None:
    of_hbo = [rule for rule in bundled.rules.values() if rule.id.startswith("ratho-b-")]
    assert len(of_hbo) >= 36
    assert all(admits(rule.condition, "mbo-4", "", frozenset()) for rule in of_hbo)


@pytest.mark.parametrize("name", ["Werktuigbouwkunde", "Elektrotechniek", "Mechatronica", "Civiele Techniek"])
def test_havo_ng_needs_physics_or_nlt_and_em_is_closed_as_fact_f802_has_it(
    bundled: Bundled, name: str
) -> None:
    condition = rule_of(bundled, "b", name)
    assert admits(condition, "havo", "NT", frozenset())
    assert not admits(condition, "havo", "NG", frozenset())
    assert admits(condition, "havo", "NG", frozenset({"NLT"}))
    assert not admits(condition, "havo", "EM", frozenset(ALL_SUBJECTS))
    assert admits(condition, "vwo", "EM", frozenset({"natuurkunde"}))


def test_mechanical_engineering_at_university_needs_maths_b_and_physics_as_fact_f804_has_it(
    bundled: Bundled,
) -> None:
    condition = bundled.rules["ratho-a-werktuigbouwkunde"].condition
    assert admits(condition, "vwo", "CM", frozenset({"wiskunde B", "natuurkunde"}))
    assert not admits(condition, "vwo", "CM", frozenset({"wiskunde B"}))


def test_havo_em_may_enter_civil_engineering_at_saxion_since_2024(bundled: Bundled) -> None:
    newer = bundled.rules["civiele-techniek-2024"]
    assert admits(newer.condition, "havo", "EM", frozenset())
    assert "ratho-b-civiele-techniek" in newer.replaces
    assert {"saxion", "windesheim", "han"} == set(newer.providers)


def test_every_technical_bachelor_of_the_region_has_its_row_or_is_known_to_have_none(
    bundled: Bundled,
) -> None:
    named = {
        name.casefold()
        for rule in bundled.rules.values()
        if rule.id.startswith("ratho-b-")
        for name in rule.programmes
    }
    offers = [
        o for o in bundled.offers.values() if o.kind.value == "hbo-bachelor" and "CROHO" in str(o.codes.value)
    ]
    without = {o.name.value for o in offers if (o.name.value or "").casefold() not in named}
    assert without == {"Embedded Systems Engineering", "Applied Data Science & Artificial Intelligence"}
