"""The schemes for which an employer applies: SLIM, praktijkleren and the contributions of OOM."""

from __future__ import annotations

from datetime import date

from knowledge.catalogue.facts import Fact
from knowledge.catalogue.rules import AllOf, HasEmployer, MustDo, Unstated
from knowledge.catalogue.types import Between, Scheme, StudyMode
from tools.records.common import joined, source, stated

APPLY_IN_A_WINDOW = MustDo(
    "in een open tijdvak aanvragen: in 2025 waren dat 10 maart-30 juni en 1 juli-10 november, latere tijdvakken staan niet in de bronnen"
)


def amount(low: float, high: float, url: str, as_of: str, study_year: str | None = None) -> Fact[Between]:
    """Return an amount of money as one page states it, for one study year where it gives one."""
    return stated(Between(low, high), source(url, as_of, study_year=study_year))


def slim() -> tuple[Scheme, Scheme]:
    """Return SLIM and the SLIM-scholingssubsidie (F2.32 to F2.34, C14)."""
    url, page = (
        "https://wiedijk.nl/verlenging-slim-regeling",
        "https://www.rijksoverheid.nl/actueel/nieuws/2025/03/03/slim-scholingssubsidie-beschikbaar-voor-opleidingen-in-maatschappelijk-cruciale-sectoren",
    )
    cooster = "https://cooster.nl/kennisbank/nieuws/nieuwe-slim-scholingssubsidie-start-op-10-maart"
    unkept = source("", "z.d.", note="Pagina's over de SLIM-regeling; adres niet bewaard (C14).")
    old = source(
        "",
        "2022",
        study_year="2022",
        note="Pagina's over SLIM uit 2022; adres niet bewaard (C14): eigen bijdrage 20% of 40%.",
    )
    general = Scheme(
        "slim",
        "SLIM",
        ("SLIM-regeling", "SLIM-subsidie", "Stimuleringsregeling leren en ontwikkelen in mkb"),
        "SLIM is subsidie voor mkb-bedrijven die leren en ontwikkelen in het bedrijf willen verbeteren. De werkgever vraagt aan. De regeling loopt "
        "tot 1 januari 2030 en betaalt na de verlenging 60%.",
        AllOf((HasEmployer(is_recognised=False), Unstated("of je werkgever een mkb-bedrijf is"))),
        source(url),
        "employer",
        "rijksoverheid.nl",
        closes=date(2029, 12, 31),
        amount_euro=joined(stated(Between(0, 24999), unkept), stated(Between(0, 25000), unkept)),
        share=joined(stated(Between(0.6, 0.6), source(url)), stated(Between(0.6, 0.8), old)),
        per="aanvraag",
    )
    training = Scheme(
        "slim-scholingssubsidie",
        "SLIM-scholingssubsidie",
        ("SLIM scholing", "SLIM-scholing", "subsidie ontwikkelpaden"),
        "De SLIM-scholingssubsidie betaalt sinds 10 maart 2025 mee aan opleidingen uit erkende Ontwikkelpaden, zoals Techniek, Bouw en Energie. De "
        "werkgever vraagt aan. Er is ruim 73 miljoen euro tot en met 2027. NLQF 1-3 krijgt 90%, NLQF 4 krijgt 40%.",
        AllOf(
            (
                HasEmployer(is_recognised=False),
                Unstated("of de opleiding in een erkend Ontwikkelpad staat"),
                APPLY_IN_A_WINDOW,
            )
        ),
        source(page, "2025-03-03"),
        "employer",
        "rijksoverheid.nl",
        opens=date(2025, 3, 10),
        closes=date(2027, 12, 31),
        share=joined(
            stated(Between(0.9, 0.9), source(cooster, "2025", note="NLQF 1 tot en met 3.")),
            stated(Between(0.4, 0.4), source(cooster, "2025", note="NLQF 4.")),
        ),
        offer_levels=("mbo-1", "mbo-2", "mbo-3", "mbo-4"),
    )
    return general, training


def through_the_employer() -> tuple[Scheme, Scheme, Scheme]:
    """Return praktijkleren and the two contributions of OOM (F2.40, F2.41)."""
    oom = "https://www.bouwenmetstaal.nl/nieuws/meer-geld-voor-leerwerk-en-stage-in-het-mkb-metaal"
    advice = "https://ondernemersklankbord.nl/?p=3954"
    metal = AllOf((HasEmployer(), Unstated("of je werkgever onder de cao metaalbewerking (OOM) valt")))
    practice = Scheme(
        "praktijkleren",
        "Subsidieregeling praktijkleren",
        ("praktijkleren", "subsidie praktijkleren", "subsidie leerwerkplek"),
        "Met de subsidie praktijkleren krijgt een werkgever maximaal 2.700 euro per leerwerkplek per schooljaar. De werkgever vraagt aan bij RVO. In "
        "2026 kon dat van 2 juni tot en met 17 september.",
        HasEmployer(),
        source(advice, "2025-12-04"),
        "employer",
        "rvo",
        windows=((date(2026, 6, 2), date(2026, 9, 17)),),
        is_yearly=True,
        amount_euro=amount(0, 2700, advice, "2025-12-04"),
        per="schooljaar",
        offer_modes=(StudyMode.BBL, StudyMode.DUAL),
    )
    learning = Scheme(
        "oom-leerwerkbijdrage",
        "OOM-leerwerkbijdrage",
        ("OOM", "leerwerkbijdrage metaal", "O&O-fonds metaalbewerking"),
        "OOM gaf metaalbedrijven in 2023-2024 2.700 tot 4.200 euro per leerling per jaar, voor maximaal 5 leerlingen per bedrijf. Bedragen van "
        "later zijn niet bekend.",
        metal,
        source(oom, "2023-05-30"),
        "employer",
        "oom",
        amount_euro=amount(2700, 4200, oom, "2023-05-30", "2023-2024"),
        per="jaar",
        offer_modes=(StudyMode.BBL,),
        is_unconfirmed=True,
    )
    internship = Scheme(
        "oom-stagebijdrage",
        "OOM-stagebijdrage",
        ("stagebijdrage metaal",),
        "OOM gaf metaalbedrijven in 2023-2024 50 euro per week voor een stagiair. Bedragen van later zijn niet bekend.",
        metal,
        source(oom, "2023-05-30"),
        "employer",
        "oom",
        amount_euro=amount(50, 50, oom, "2023-05-30", "2023-2024"),
        per="week",
        offer_modes=(StudyMode.BOL,),
        is_unconfirmed=True,
    )
    return practice, learning, internship
