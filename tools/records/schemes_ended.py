"""The schemes that have ended, and the old ones of the province of which nothing newer is known."""

from __future__ import annotations

from datetime import date, timedelta

from knowledge.catalogue.rules import AllOf, HasEmployer, Unstated
from knowledge.catalogue.types import Between, OfferKind, Scheme
from tools.records.common import CHECKED_ON, joined, source, stated

FASHION = "https://fashionunited.nl/nieuws/business/bekritiseerde-stap-budget-houdt-na-bijna-twee-jaar-op-te-bestaan/2023111659112"
MINISTRY = "https://www.rijksoverheid.nl/onderwerpen/hoger-onderwijs/vraag-en-antwoord/hoogte-van-het-collegegeld-hogeschool-universiteit"
MKB = "https://www.bedrijvenbeleidinbeeld.nl/beleidsinstrument/m/mkbidee"
ROSKAM = "http://www.roskam.nl/home/nieuws/4838-opnieuw-provinciale-subsidie-voor-leerwerktajecten-in-overijssel.html"
HRM = "https://overijssel.jaarverslag-2018.nl/"
KNOWN_TO_BE_OVER = CHECKED_ON - timedelta(days=1)
"""The last day that our sources allow for a scheme of which they only say that it is over."""

LOST = "Pagina's van het Leerwerkloket; adres niet bewaard (C11)."

STAP = Scheme(
    "stap-budget",
    "STAP-budget",
    ("STAP", "stapbudget", "Stimulans Arbeidsmarktpositie"),
    "Het STAP-budget is gestopt per 1 januari 2024. De laatste ronde was op 15 november 2023. Het was maximaal 1.000 euro voor een opleiding.",
    AllOf(()),
    source(FASHION, "2023-11-16"),
    "person",
    "uwv",
    closes=date(2023, 12, 31),
    windows=((date(2023, 11, 15), date(2023, 11, 15)),),
    amount_euro=stated(Between(0, 1000), source(FASHION, "2023-11-16")),
)

MKBIDEE = Scheme(
    "mkbidee",
    "MKB!dee",
    ("MKBidee", "MKB idee"),
    "MKB!dee was subsidie voor mkb-bedrijven die beter wilden leren en ontwikkelen. De laatste ronde was in 2021; de regeling is gestopt.",
    HasEmployer(is_recognised=False),
    source(MKB, "2024"),
    "employer",
    "rvo",
    closes=date(2021, 12, 31),
    amount_euro=joined(
        stated(Between(0, 124999), source("", "z.d.", note="Teksten van RVO; adres niet bewaard (C16).")),
        stated(
            Between(0, 144999),
            source("", "z.d.", note="wiseup; adres niet bewaard, waarschijnlijk een tikfout (C16)."),
        ),
    ),
    per="aanvraag",
)

HALVED_FEE = Scheme(
    "halvering-collegegeld",
    "Halvering van het collegegeld voor eerstejaars",
    ("half collegegeld", "gehalveerd collegegeld", "tegemoetkoming collegegeld eerste jaar"),
    "Eerstejaars betaalden vroeger de helft van het wettelijk collegegeld. Dat is gestopt per 1 september 2024: je betaalt nu het hele bedrag.",
    Unstated("of je voor het eerst studeert in het hoger onderwijs"),
    source(MINISTRY, "2024"),
    "person",
    "duo",
    closes=date(2024, 8, 31),
    share=stated(Between(0.5, 0.5), source(MINISTRY, "2024")),
    per="studiejaar",
    offer_kinds=(OfferKind.ASSOCIATE_DEGREE, OfferKind.HBO_BACHELOR, OfferKind.WO_BACHELOR),
)

CLEANTECH = Scheme(
    "ontwikkelfonds-cleantech-regio",
    "Ontwikkelfonds Cleantech Regio",
    ("Cleantech-voucher", "Ontwikkelfonds Stedendriehoek"),
    "Het Ontwikkelfonds Cleantech Regio gaf vouchers voor scholing, samen 1,5 miljoen euro, tot eind 2022. Het fonds is gestopt. Je vroeg aan via "
    "Leerwerkloket Stedenvierkant.",
    AllOf(()),
    source("https://symbus.nl/ontwikkelfonds-cleantech-regio-is-van-start/", "ca. 2021"),
    "person",
    "leerwerkloket-stedenvierkant",
    closes=date(2022, 12, 31),
    regions=("Stedendriehoek",),
)

TAX_RELIEF = Scheme(
    "fiscale-scholingsaftrek",
    "Fiscale scholingsaftrek",
    ("aftrek scholingskosten", "studiekosten aftrekken"),
    "Scholingskosten aftrekken van de belasting kan niet meer. Oude pagina's van het Leerwerkloket noemen het nog. De precieze einddatum staat niet in "
    "de bronnen.",
    AllOf(()),
    source("", "z.d.", note=f"{LOST} De einddatum is een bovengrens: op 21 november 2026 was het voorbij."),
    "person",
    "",
    closes=KNOWN_TO_BE_OVER,
)

NL_LEERT_DOOR = Scheme(
    "nl-leert-door",
    "NL Leert Door",
    ("Nederland leert door",),
    "NL Leert Door bestaat niet meer. Oude pagina's van het Leerwerkloket noemen het nog. De precieze einddatum staat niet in de bronnen.",
    AllOf(()),
    source("", "z.d.", note=f"{LOST} De einddatum is een bovengrens: op 21 november 2026 was het voorbij."),
    "person",
    "",
    closes=KNOWN_TO_BE_OVER,
)

PROVINCE = (
    Scheme(
        "1000-kansenplan",
        "1.000-kansenplan Overijssel",
        ("1000-kansenplan", "kansenplan", "duizend-kansenplan"),
        "Het 1.000-kansenplan van de provincie Overijssel betaalde in 2018 tot 2.500 euro mee aan een leerwerktraject. Of het nu nog bestaat, is niet "
        "bekend.",
        HasEmployer(is_recognised=False),
        source(ROSKAM, "2018-12"),
        "employer",
        "provincie-overijssel",
        amount_euro=stated(Between(0, 2500), source(ROSKAM, "2018-12")),
        per="leerwerktraject",
        regions=("Overijssel",),
        is_unconfirmed=True,
    ),
    Scheme(
        "hrm-mkb-regeling",
        "HRM-MKB-regeling Overijssel",
        ("HRM-MKB", "MKB-HRM-regeling", "HRM MKB regeling"),
        "De HRM-MKB-regeling van de provincie Overijssel hielp mkb-bedrijven in 2018 met een scan van de opleidingsbehoefte en scholing op maat, voor "
        "werkenden tot en met niveau 3. Of de regeling nu nog open is, is niet bekend.",
        AllOf(
            (HasEmployer(is_recognised=False), Unstated("of je werkgever een mkb-bedrijf in Overijssel is"))
        ),
        source(HRM, "2018"),
        "employer",
        "provincie-overijssel",
        offer_levels=("mbo-1", "mbo-2", "mbo-3"),
        regions=("Overijssel",),
        is_unconfirmed=True,
    ),
)

ENDED = (STAP, MKBIDEE, HALVED_FEE, CLEANTECH, TAX_RELIEF, NL_LEERT_DOOR, *PROVINCE)
"""Ended ones, and two of the province that only an old source mentions."""
