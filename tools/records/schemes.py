"""Make schemes.jsonl: `python -m tools.records.schemes`. Each scheme as its sources state it, ended ones as ended."""

from __future__ import annotations

from datetime import date

from knowledge.catalogue.rules import (
    AllOf,
    AnyOf,
    HasEmployer,
    IsAtLeast,
    IsYounger,
    MustDo,
    ReceivesBenefit,
    Unstated,
)
from knowledge.catalogue.types import Between, OfferKind, Scheme, StudyMode
from tools.records.common import derived, joined, source, stated, write
from tools.records.schemes_employer import amount, slim, through_the_employer
from tools.records.schemes_ended import ENDED

HIGHER = (
    OfferKind.ASSOCIATE_DEGREE,
    OfferKind.HBO_BACHELOR,
    OfferKind.HBO_MASTER,
    OfferKind.WO_BACHELOR,
    OfferKind.WO_MASTER,
)
STUDENT = (StudyMode.BOL, StudyMode.FULL_TIME, StudyMode.DUAL)
TWENTE = ("Almelo", "Borne", "Dinkelland", "Enschede", "Haaksbergen", "Hellendoorn", "Hengelo", "Hof van Twente", "Losser",
          "Oldenzaal", "Rijssen-Holten", "Tubbergen", "Twenterand", "Wierden")  # fmt: skip
"""F2.25: all 14 municipalities of Twente take part; their names are geography."""


def credit() -> Scheme:
    """Return the levenlanglerenkrediet (F2.36 to F2.39, C2)."""
    ministry = "https://www.rijksoverheid.nl/onderwerpen/middelbaar-beroepsonderwijs/vraag-en-antwoord/wat-is-het-levenlanglerenkrediet"
    note = "Vijf keer het wettelijk collegegeld van dat studiejaar; nooit meer dan je betaalt."
    maxima = (("2024-2025", 2530), ("2025-2026", 2601), ("2026-2027", 2694))
    amounts = [
        stated(Between(0, 5 * fee), derived(ministry, "ca. 2024", f"{note} ({year}: 5 x {fee})"))
        for year, fee in maxima
    ]
    return Scheme(
        "levenlanglerenkrediet",
        "Levenlanglerenkrediet",
        ("LLLK", "levenlangleren krediet", "studielening voor volwassenen", "lifelong learning credit"),
        "Met het levenlanglerenkrediet leen je geld bij DUO voor collegegeld of lesgeld. Het is voor wie geen gewone studiefinanciering "
        "krijgt. Je betaalt terug in 15 jaar. Bronnen noemen 55, 56 en 57 jaar als leeftijdsgrens, elk voor een andere tijd.",
        AllOf((
            IsYounger(57),  # rijksoverheid, vanaf 2024-2025; DUO: 56 in 2023-2024; de wet van 2017: 55 (C2)
            Unstated("of je geen recht hebt op gewone studiefinanciering"),
        )),
        source("https://duo.nl/particulier/levenlanglerenkrediet/", "2024"),
        "person",
        "duo",
        opens=date(2017, 9, 1),
        amount_euro=joined(*amounts[-1:]),
        per="studiejaar",
        is_loan=True,
        offer_kinds=(OfferKind.MBO, *HIGHER),
        offer_modes=(StudyMode.BOL, StudyMode.FULL_TIME, StudyMode.PART_TIME, StudyMode.DUAL),
    )  # fmt: skip


def grant() -> Scheme:
    """Return the studiefinanciering (F4.23, F4.24, F8.09, WSF 2000 art. 2.3)."""
    return Scheme(
        "studiefinanciering",
        "Studiefinanciering",
        ("stufi", "basisbeurs", "aanvullende beurs", "DUO-beurs"),
        "Studiefinanciering is geld van DUO voor studenten: mbo-BOL vanaf 18 jaar en hbo of universiteit in voltijd of duaal. Je vraagt het aan "
        "voor je 30 wordt. Voor BBL en hbo-deeltijd krijg je het niet. In mbo 1-2 is het een gift, daarboven een prestatiebeurs.",
        AllOf((
            AnyOf((IsAtLeast(18, 12, 31), Unstated("of je naar het hbo of de universiteit gaat: dan kan het ook voor je 18 bent"))),
            IsYounger(30),
        )),
        source("https://www.lerenenwerken.nl/node/8577", note="Leeftijden ook in WSF 2000 (BWBR0011453) art. 2.3, stand mei 2017."),
        "person",
        "duo",
        per="maand",
        offer_kinds=(OfferKind.MBO, *HIGHER),
        offer_modes=STUDENT,
    )  # fmt: skip


def twents_fonds() -> Scheme:
    """Return the Twents Fonds voor Vakmanschap (F2.25 to F2.27)."""
    prospects = AnyOf((
        Unstated("of je beroep op de UWV-Kansberoepenlijst Regio Twente staat"),
        Unstated("of je kunt laten zien dat je met de opleiding uitzicht op werk hebt"),
    ))  # fmt: skip
    steps = (MustDo("een loopbaangesprek voeren"), MustDo("een scholingsplan maken"))
    return Scheme(
        "twents-fonds-voor-vakmanschap",
        "Twents Fonds voor Vakmanschap",
        ("TFVV", "Twents Fonds", "scholingsfonds Twente"),
        "Het Twents Fonds voor Vakmanschap betaalt om- en bijscholing tot en met mbo-4 voor inwoners van Twente. Je voert eerst een "
        "loopbaangesprek en maakt een scholingsplan. Daarna krijg je een cheque; de gemeente Enschede betaalt de opleider.",
        AllOf((prospects, *steps)),
        source("https://www.ser.nl/nl/thema/leven-lang-ontwikkelen/samenwerking-in-ontwikkeling/twents-fonds-vakmanschap",
               note="Voorwaarde: https://lokaleregelgeving.overheid.nl/CVDR631008 (2021-02-23)."),
        "person",
        "twents-fonds-voor-vakmanschap",
        opens=date(2019, 1, 1),
        offer_levels=("mbo-1", "mbo-2", "mbo-3", "mbo-4"),
        offer_kinds=(OfferKind.MBO, OfferKind.CERTIFICATE, OfferKind.COURSE),
        regions=TWENTE,
    )  # fmt: skip


def regio_zwolle() -> tuple[Scheme, Scheme]:
    """Return the Ontwikkelfonds Regio Zwolle for inhabitants and for employers (F2.28, F2.29)."""
    rules, paper = (
        "https://www.upgradejezelfregiozwolle.nl/ontwikkelfondsverordening",
        "https://www.drontensdagblad.nl/gemeente/dronten-investeert-mee-in-opleidingsbehoefte-ondernemers",
    )
    recognised = Unstated("of de opleider door OCW erkend is")
    person = Scheme(
        "ontwikkelfonds-regio-zwolle",
        "Ontwikkelfonds Regio Zwolle",
        ("Upgrade jezelf", "Upgrade jezelf Regio Zwolle"),
        "Het Ontwikkelfonds Regio Zwolle ('Upgrade jezelf') gaf inwoners geld voor een opleiding bij een erkende opleider, hooguit een keer per "
        "jaar. In 2020 was dat maximaal 5.000 euro. Of het nu nog open is, staat niet in de bronnen.",
        recognised,
        source(rules, "ca. 2021"),
        "person",
        "ontwikkelfonds-regio-zwolle",
        amount_euro=amount(0, 5000, paper, "2020"),
        regions=("Regio Zwolle",),
        is_unconfirmed=True,
    )
    employer = Scheme(
        "ontwikkelfonds-regio-zwolle-werkgevers",
        "Ontwikkelfonds Regio Zwolle voor werkgevers",
        ("Upgrade jezelf werkgevers",),
        "Werkgevers in Regio Zwolle konden geld krijgen voor scholing: maximaal 25.000 euro in 2020, en rond 2021 tot 40.000 euro als zij "
        "samenwerken. Of het nu nog open is, staat niet in de bronnen.",
        AllOf((HasEmployer(is_recognised=False), recognised)),
        source(rules, "ca. 2021"),
        "employer",
        "ontwikkelfonds-regio-zwolle",
        amount_euro=joined(amount(0, 40000, rules, "ca. 2021"), amount(0, 25000, paper, "2020")),
        per="aanvraag",
        regions=("Regio Zwolle",),
        is_unconfirmed=True,
    )
    return person, employer


def with_benefit() -> Scheme:
    """Return studying with an unemployment benefit (F2.42, F2.43)."""
    relevant = AnyOf((
        Unstated("of een werkgever je een baan belooft na de opleiding (baanintentie)"),
        Unstated("of je opleidt voor een kansrijk beroep"),
        Unstated("of je kunt aantonen dat je een reële kans op werk hebt"),
    ))  # fmt: skip
    return Scheme(
        "uwv-scholing-met-ww",
        "Scholing met een WW-uitkering (UWV)",
        ("opleiding met WW", "studeren met uitkering", "UWV-scholing", "scholing met behoud van WW"),
        "Met een WW-uitkering mag je een opleiding volgen als UWV toestemming geeft. De opleiding moet nodig zijn om werk te vinden en duurt "
        "maximaal een jaar. Je vraagt het vooraf aan bij UWV.",
        AllOf((
            ReceivesBenefit(("WW",)),
            relevant,
            Unstated("of de opleiding maximaal een jaar duurt en jij die kunt volgen ('schoolbaar')"),
            MustDo("vooraf toestemming vragen aan UWV"),
        )),
        source("https://www.cnvconnectief.nl/nieuws/scholing-volgen-zonder-toestemming-een-strikvraag-van-uwv/",
               note="Beleidsregels scholing UWV 2021: accountancyvanmorgen.nl (2024-04-10)."),
        "person",
        "uwv",
    )  # fmt: skip


def free_under_18() -> Scheme:
    """Return the exemption of mbo fees under 18 (F4.22)."""
    return Scheme(
        "geen-lesgeld-onder-18",
        "Geen lesgeld of cursusgeld onder 18 jaar",
        ("vrijstelling lesgeld", "gratis mbo tot 18"),
        "Ben je op 1 augustus nog geen 18 jaar? Dan betaal je voor dat schooljaar geen lesgeld (BOL) of cursusgeld (BBL).",
        IsYounger(18, 8, 1),
        source(
            "https://scalda.nl/mbo-onderwijs/financien-en-verzekeringen/schoolkosten/les-cursusgeld", "2024"
        ),
        "person",
        "duo",
        share=stated(
            Between(1, 1),
            source(
                "https://scalda.nl/mbo-onderwijs/financien-en-verzekeringen/schoolkosten/les-cursusgeld",
                "2024",
            ),
        ),
        per="schooljaar",
        offer_kinds=(OfferKind.MBO,),
        offer_modes=(StudyMode.BOL, StudyMode.BBL),
    )


def schemes() -> list[Scheme]:
    """Return every scheme of the bundled records."""
    return [
        credit(), grant(), twents_fonds(), *regio_zwolle(), *slim(), *through_the_employer(), with_benefit(), free_under_18(), *ENDED,
    ]  # fmt: skip


def main() -> None:
    """Write schemes.jsonl."""
    print(write("schemes.jsonl", schemes()), "schemes")


if __name__ == "__main__":
    main()
