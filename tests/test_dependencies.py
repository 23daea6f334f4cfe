"""What is installed and what is pinned: above the security floors, within the ranges, and from nowhere in particular."""

from __future__ import annotations

import csv
import re
import tomllib
from datetime import date
from importlib.metadata import PackageNotFoundError, distributions, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
FLOORS = list(csv.DictReader((ROOT / "tests/data/security_floors.csv").read_text("utf-8").splitlines()))

NEVER = ("ragas",)
"""Packages with an advisory that no release mends."""


def pins() -> dict[str, Version]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pairs = [line.split("==") for line in lines if line.strip() and not line.startswith("#")]
    return {canonicalize_name(name): Version(pinned) for name, pinned in pairs}


def requirements() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    return [Requirement(line) for group in groups for line in group]


@pytest.mark.parametrize("floor", FLOORS, ids=[floor["package"] for floor in FLOORS])
def test_an_installed_package_is_not_below_its_security_floor(floor: dict[str, str]) -> None:
    try:
        found = version(floor["package"])
    except PackageNotFoundError:
        pytest.skip(f"{floor['package']} is not installed, so it cannot be too old")
    assert Version(found) >= Version(floor["floor"]), floor["advisories"]


@pytest.mark.parametrize("floor", FLOORS, ids=[floor["package"] for floor in FLOORS])
def test_a_pinned_package_is_not_below_its_security_floor(floor: dict[str, str]) -> None:
    pinned = pins().get(canonicalize_name(floor["package"]))
    assert pinned is None or pinned >= Version(floor["floor"]), floor["advisories"]


@pytest.mark.parametrize("floor", FLOORS, ids=[floor["package"] for floor in FLOORS])
def test_a_range_allows_nothing_below_a_security_floor(floor: dict[str, str]) -> None:
    named = [asked for asked in requirements() if canonicalize_name(asked.name) == floor["package"]]
    lowest = [Version(part.version) for asked in named for part in asked.specifier if part.operator == ">="]
    assert len(lowest) == len(named), "every range has a lower bound"
    assert all(bound >= Version(floor["floor"]) for bound in lowest), floor["advisories"]


def test_every_floor_names_its_advisories_and_the_day_they_were_read() -> None:
    assert all(floor["advisories"] and date.fromisoformat(floor["read_on"]) for floor in FLOORS)


@pytest.mark.parametrize("name", NEVER)
def test_a_package_without_a_safe_release_is_neither_installed_nor_asked_for(name: str) -> None:
    assert name not in {canonicalize_name(found.metadata["Name"]) for found in distributions()}
    assert name not in pins()
    assert name not in {canonicalize_name(asked.name) for asked in requirements()}


def test_every_pin_lies_within_its_range() -> None:
    pinned = pins()
    outside = [
        f"{asked} is pinned at {pinned[name]}"
        for asked in requirements()
        if (name := canonicalize_name(asked.name)) in pinned and pinned[name] not in asked.specifier
    ]
    assert outside == []


def test_every_package_that_is_needed_to_run_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}
    assert needed - set(pins()) == set()


def test_the_pins_hold_exact_versions_and_no_address() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    odd = [line for line in lines if not re.fullmatch(r"#.*|[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+|", line)]
    assert odd == []
    assert not any("://" in line or line.startswith("-") for line in lines)
