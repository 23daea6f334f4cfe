"""Fees per study year, each as its source states it: the statutory fee of hbo and wo, and the mbo fees."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.catalogue.facts import Fact, Provenance
from knowledge.catalogue.types import Between, Cost, Figure
from tools.records.common import UT_FEES, slug, source, stated

MINISTRY = "https://www.rijksoverheid.nl/onderwerpen/hoger-onderwijs/vraag-en-antwoord/hoogte-van-het-collegegeld-hogeschool-universiteit"
UT_FACTSHEET = "https://www.utwente.nl/en/education/master/programmes/computer-science/programme/factsheet"
SCALDA = "https://scalda.nl/mbo-onderwijs/financien-en-verzekeringen/schoolkosten/les-cursusgeld"
NATIONAL = (
    "Landelijk bedrag voor wie aan de voorwaarden voldoet; een school kan ook instellingstarief vragen."
)


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee for one study year as one page states it."""

    what: str
    study_year: str
    euro: int
    url: str
    as_of: str
    note: str = NATIONAL

    @property
    def provenance(self) -> Provenance:
        """Where it comes from."""
        return source(self.url, self.as_of, study_year=self.study_year, note=self.note)


FULL_TIME = "wettelijk collegegeld"
STATUTORY = (
    Fee(FULL_TIME, "2023-2024", 2314, MINISTRY, "2024"),
    Fee(FULL_TIME, "2024-2025", 2530, MINISTRY, "2024"),
    Fee(FULL_TIME, "2025-2026", 2601, UT_FEES, "2026-03-24"),
    Fee(FULL_TIME, "2026-2027", 2694, UT_FEES, "2026-03-24"),
    Fee(FULL_TIME, "2026-2027", 2695, UT_FACTSHEET, "2025-2026"),
)
"""F4.18 to F4.20 and C1: for 2026-2027 two pages of one university differ by a euro; both are kept."""

ADULTS = "Je betaalt dit alleen als je op 1 augustus 18 jaar of ouder bent."
MBO = (
    Fee("lesgeld mbo BOL", "2024-2025", 1419, SCALDA, "2024", ADULTS),
    Fee("cursusgeld mbo BBL niveau 1-2", "2024-2025", 295, SCALDA, "2024", ADULTS),
    Fee("cursusgeld mbo BBL niveau 3-4", "2024-2025", 715, SCALDA, "2024", ADULTS),
)


def statements_of_fee(fee: Fee) -> Fact[tuple[Cost, ...]]:
    """Return a fee as the cost of a programme, for its study year."""
    cost = Cost(Between(fee.euro, fee.euro), "jaar", fee.what, fee.study_year)
    return stated((cost,), fee.provenance)


def figures() -> tuple[Figure, ...]:
    """Return every fee as a figure."""
    return tuple(
        Figure(
            f"{slug(fee.what)}-{fee.study_year}-{fee.euro}",
            fee.what,
            "Nederland",
            fee.study_year,
            float(fee.euro),
            "euro per studiejaar",
            fee.provenance,
            {},
        )
        for fee in (*STATUTORY, *MBO)
    )
