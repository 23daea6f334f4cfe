"""The verdicts on technical hbo bachelors against the text of the law (RATHO Annex B), read here by other means."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from assistant.profile import HeldDiploma, Profile
from assistant.routes.admission import verdict
from assistant.routes.types import Answer
from knowledge.catalogue.facts import Fact, Provenance, Stated
from knowledge.catalogue.types import Offer, OfferKind
from tests.support.bundled import bundled_catalogue
from tests.support.development_data import development_path

IN_2017, NOW = date(2017, 9, 1), date(2026, 11, 21)
"""The day on which the last rows of the table came into force (art. 5.1, second paragraph), and today."""
NAMES = {"nat": "natuurkunde", "nlt": "NLT", "schk": "scheikunde", "wisa": "wiskunde A", "wisb": "wiskunde B"}
SLIPS = {"logitics engineering": "Logistics Engineering"}
PROVENANCE = Provenance("https://example.org")
Cell = tuple[str, str, str, tuple[str, ...] | None, bool]
"""Diploma, programme, profile, the subjects of which one is needed (() none, None closed), and whether Annex D asks more."""


def offer(name: str, provider: str = "elders") -> Offer:
    stated = [Fact((Stated(value, PROVENANCE),)) for value in (name, provider)]
    return Offer("o", OfferKind.HBO_BACHELOR, stated[0], stated[1])


def answer(name: str, held: HeldDiploma, day: date, provider: str = "elders") -> Answer:
    profile = Profile(diplomas=(held,), age=17, experience=(), has_employer=False, tests=())
    return verdict(profile, offer(name, provider), bundled_catalogue().national_rules, day).answer


def cells_of(law: str, diploma: str) -> list[Cell]:
    """Read the rows between "Techniek (instroom met ...)" and the next heading."""
    annex_d = law.partition("### Bijlage  D")[2].partition("### Bijlage  E")[0]
    table = law.split(f"Techniek (instroom met {diploma}-diploma)")[1].split(
        "Sectoroverstijgend", maxsplit=1
    )[0]
    found: list[Cell] = []
    for line in table.splitlines():
        columns = [column.strip() for column in line.strip().strip("|").split("|")]
        if len(columns) == 6 and re.fullmatch(r"\d+\.", columns[0]):
            name = re.sub(r"^B\.? ", "", columns[1].split("<")[0].strip())
            has_more = f"| B {name}  |" in annex_d
            for profile, cell in zip(("NT", "NG", "EM", "CM"), columns[2:], strict=True):
                found.append((diploma, SLIPS.get(name.lower(), name), profile, needs(cell), has_more))
    return found


def needs(cell: str) -> tuple[str, ...] | None:
    if cell in "*#":
        return () if cell == "*" else None
    words = re.findall(r"[a-z]+", cell.lower().replace("wisk", "wis").replace(" a ", " "))
    return tuple(NAMES[word] for word in words if word != "of")


@pytest.fixture(scope="module")
def cells(shared: Path) -> list[Cell]:
    path = development_path(shared, "data/law/RATHO_BWBR0035059_2017.md")
    law = path.read_text("utf-8")
    return cells_of(law, "havo") + cells_of(law, "vwo")


def test_all_72_rows_are_read(cells: list[Cell]) -> None:
    assert len(cells) == 2 * 36 * 4


def test_verdicts_of_2017_equal_the_table_with_and_without_each_named_subject(cells: list[Cell]) -> None:
    """Annex D asks more of some programmes (WHW art. 7.26): there the answer is conditional."""
    wrong = []
    for diploma, name, profile, subjects, has_more in cells:
        entered = Answer.CONDITIONAL if has_more else Answer.YES
        expected = {(): entered if subjects == () else Answer.NO}
        expected |= {(subject,): entered for subject in subjects or ()}
        for held, wanted in expected.items():
            got = answer(name, HeldDiploma(diploma, (), profile, held), IN_2017)
            if got is not wanted:
                wrong.append((diploma, name, profile, held, wanted, got))
    assert wrong == []


def test_not_knowing_the_subjects_leaves_the_verdict_unknown_with_one_question() -> None:
    profile = Profile(diplomas=(HeldDiploma("havo", (), "NG"),), age=17)
    found = verdict(profile, offer("Werktuigbouwkunde"), bundled_catalogue().national_rules, NOW)
    assert found.answer is Answer.UNKNOWN
    assert found.question is not None
    assert found.question.key == "subjects"
    assert set(found.question.options) >= {"natuurkunde", "NLT"}


@pytest.mark.parametrize("provider", ["saxion", "windesheim", "han"])
@pytest.mark.parametrize("profile", ["NT", "NG", "EM", "CM"])
def test_civil_engineering_at_three_schools_is_open_to_every_havo_profile_since_2024(
    provider: str, profile: str
) -> None:
    assert answer("Civiele Techniek", HeldDiploma("havo", (), profile, ()), NOW, provider) is Answer.YES


def test_civil_engineering_elsewhere_keeps_the_table() -> None:
    assert answer("Civiele Techniek", HeldDiploma("havo", (), "EM", ()), NOW) is Answer.NO


def test_civil_engineering_at_saxion_kept_the_table_before_2024() -> None:
    assert (
        answer("Civiele Techniek", HeldDiploma("havo", (), "EM", ()), date(2023, 5, 1), "saxion") is Answer.NO
    )


@pytest.mark.parametrize("field", ["techniek", "economie", "zorg"])
def test_every_mbo_4_diploma_opens_technical_hbo_since_2020(field: str) -> None:
    assert answer("Werktuigbouwkunde", HeldDiploma("mbo-4", (field,)), NOW) is Answer.YES
