"""Figures as a page states them: labour market, goals, amounts of programmes, the NLQF table, age limits."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.catalogue.types import Figure
from tools.records.common import NUFFIC, WSF, slug, source

UWV = "https://www.welingelichtekringen.nl/economie/uwv-komende-jaren-grotere-arbeidskrapte-in-techniek-en-transport"
TEKORT = "https://www.techniekpact.nl/monitor-techniekpact/monitor/arbeidsvraag-en-tekorten"
SAMEN = "https://samentwente.nl/2024/06/05/twentse-arbeidsmarktmonitor-nog-steeds-veel-vraag-naar-arbeid/"
KENNIS = "https://kennispunttwente.nl/publicaties/economie-werkgelegenheid-participatie/arbeidsmarkt-steeds-krapper"
TELEGRAAF = "https://www.telegraaf.nl/financieel/1699612/metaalbedrijf-vreest-toekomst-door-tekort"
LOON = "https://www.nu.nl/werk/6207734/dit-verdient-een-installatiemonteur.html"
PACT = "https://techniekpacttwente.nl/nl/nieuwe-fase-voor-techniekpact-twente/"
ZWOLLE = "https://techniekpact.nl/landsdelen/oost/zwolle"
TECHOOST = "https://techoost.nl/wie-zijn-we/"
PCPT = "https://www.pcptoost.nl/innofood-themabijeenkomst/"
BEETHOVEN = "https://www.eenewseurope.com/en/extra-talent-for-microchip-sector/"
CHIPTECH = "https://chiptechtwente.com/en/twente-can-get-to-work-training-extra-talent-for-microchip-sector/"
SAXION = (
    "https://www.saxion.edu/news/2025/november/project-beethoven-talent-development-for-microchip-industry"
)
DEAL = "https://newslettercollector.nl/newsletter/het-laatste-nieuws-van-overijssel-donderdag-18-juli-2019/?l=nl_NL"
DEAL_2 = "https://www.gelderlander.nl/enschede/opnieuw-lukt-het-twente-miljoenen-los-te-peuteren-in-den-haag-25-miljoen-euro-voor-deze-drie-doelen~a0b7306b/"
MIND_THE_GAP = "https://www.techyourfuture.nl/mind-the-gap-de-doorstroom-van-bètastudenten-naar-de-technische-arbeidsmarkt"
DUO_CREDIT = "https://duo.nl/particulier/levenlanglerenkrediet/"
MINISTRY_CREDIT = "https://www.rijksoverheid.nl/onderwerpen/middelbaar-beroepsonderwijs/vraag-en-antwoord/wat-is-het-levenlanglerenkrediet"
RATE = "https://mijndiplomas.nl/particulier/lifelong-learning-credit/index.jsp"
TYF = "https://www.techyourfuture.nl/impact"
HUB = "https://www.nvnom.com/media/topical/dutch-european-digital-innovation-hubs-a-fact/"
DIGITAL = "https://www.tweedekamer.nl/kamerstukken/brieven_regering/detail?did=2025D31302&id=2025Z13810"
SMEOT = "https://rmprecision.nl/en/education-mobile-en/educational-partners-mobile-en/smeot-mobile-en"
TWENTE_COM = "twente.com, adres niet bewaard (C3)"

Line = tuple[str, str, str, float, str, str, str]
"""Indicator, region, period, value, unit, page, date of the page; a page without address is a note."""

EURO_A_MONTH = "euro bruto per maand"
LINES: tuple[Line, ...] = (
    ("beroepsgroepen in de prognose van UWV", "Nederland", "2025-2030", 112, "beroepsgroepen", UWV, "2025-12-18"),
    ("beroepsgroepen met toenemende krapte, vooral techniek en transport", "Nederland", "2025-2030", 32, "beroepsgroepen", UWV, "2025-12-18"),
    ("beroepsgroepen met afnemende krapte, waaronder ict", "Nederland", "2025-2030", 40, "beroepsgroepen", UWV, "2025-12-18"),
    ("openstaande technische vacatures", "Nederland", "2023-Q4", 78900, "vacatures", TEKORT, "2024-06-27"),
    ("openstaande technische vacatures op ISCO-niveau 2", "Nederland", "2023-Q4", 46800, "vacatures", TEKORT, "2024-06-27"),
    ("banen", "Twente", "2023", 346510, "banen", SAMEN, "2024-06-05"),
    ("groei van het aantal banen", "Twente", "2023", 2.6, "procent", SAMEN, "2024-06-05"),
    ("vacatures per kortdurend werkloze (ruim)", "Twente", "begin 2024", 3, "vacatures per werkloze", SAMEN, "2024-06-05"),
    ("vacatures per werkloze elektricien, elektrotechnisch ingenieur, machinemonteur en softwareontwikkelaar (meer dan)", "Twente",
     "2022-02", 15, "vacatures per werkloze", KENNIS, "2022-02"),
    ("verspaners die jaarlijks nodig zijn (minstens)", "Nederland", "2018", 400, "personen per jaar", TELEGRAAF, "2018"),
    ("verspaners die jaarlijks nodig zijn (hoogstens)", "Nederland", "2018", 450, "personen per jaar", TELEGRAAF, "2018"),
    ("instroom van verspaners", "Nederland", "2018", 290, "personen per jaar", TELEGRAAF, "2018"),
    ("verspaners ouder dan 45 jaar (meer dan)", "Nederland", "2018", 50, "procent", TELEGRAAF, "2018"),
    ("startloon functiegroep D cao Metaal en Techniek", "Nederland", "2022-07-01", 2318, EURO_A_MONTH, LOON, "2022"),
    ("loon functiegroep E cao Metaal en Techniek (laagste)", "Nederland", "2022-07-01", 2390, EURO_A_MONTH, LOON, "2022"),
    ("loon functiegroep E cao Metaal en Techniek (hoogste)", "Nederland", "2022-07-01", 2729, EURO_A_MONTH, LOON, "2022"),
    ("loon functiegroep F cao Metaal en Techniek (laagste)", "Nederland", "2022-07-01", 2509, EURO_A_MONTH, LOON, "2022"),
    ("loon functiegroep F cao Metaal en Techniek (hoogste)", "Nederland", "2022-07-01", 2926, EURO_A_MONTH, LOON, "2022"),
    ("loon functiegroep G cao Metaal en Techniek (laagste)", "Nederland", "2022-07-01", 2710, EURO_A_MONTH, LOON, "2022"),
    ("loon functiegroep G cao Metaal en Techniek (hoogste)", "Nederland", "2022-07-01", 3123, EURO_A_MONTH, LOON, "2022"),
    ("loon functiegroep J cao Metaal en Techniek (laagste)", "Nederland", "2022-07-01", 3538, EURO_A_MONTH, LOON, "2022"),
    ("loon functiegroep J cao Metaal en Techniek (hoogste)", "Nederland", "2022-07-01", 4280, EURO_A_MONTH, LOON, "2022"),
    ("doel: leerlingen met een techniekprofiel", "Twente", "2020", 40, "procent", PACT, "2020-12-17"),
    ("doel: technische vervolgstudie", "Twente", "2020", 40, "procent", PACT, "2020-12-17"),
    ("doel: meer werknemers in de techniek", "Twente", "2020", 10, "procent", PACT, "2020-12-17"),
    ("doel: meer techniekinstroom in mbo en hbo", "Regio Zwolle", "z.d.", 25, "procent", ZWOLLE, ""),
    ("doel: jongeren die bewust voor techniek kiezen (vier op de tien)", "Oost-Nederland", "lange termijn", 40, "procent", TYF, ""),
    ("technisch opgeleiden die niet in de techniek werken", "Nederland", "z.d.", 44, "procent", MIND_THE_GAP, ""),
    ("behoefte aan proces- en foodoperators", "Twente en Oost-Nederland", "2016-2020", 700, "personen", PCPT, "2017"),
    ("behoefte aan proces- en foodoperators per jaar", "Twente en Oost-Nederland", "2016-2020", 175, "personen per jaar", PCPT, "2017"),
    ("begroting TechOost", "Oost-Nederland", "4 tot 8 jaar", 21.3, "miljoen euro", TECHOOST, ""),
    ("bijdrage Nationaal Groeifonds aan TechOost", "Oost-Nederland", "4 tot 8 jaar", 9, "miljoen euro", TECHOOST, ""),
    ("bijdrage provincie Overijssel aan TechOost", "Oost-Nederland", "4 tot 8 jaar", 0.2, "miljoen euro", TECHOOST, ""),
    ("Nationaal Groeifonds voor 15 consortia", "Nederland", "z.d.", 123, "miljoen euro", TECHOOST, ""),
    ("Project Beethoven: gereserveerd voor Twente", "Twente", "t/m 2030", 72, "miljoen euro", BEETHOVEN, "2024"),
    ("Project Beethoven: toegekend", "Twente", "2025-2026", 20.5, "miljoen euro", CHIPTECH, "2024-11"),
    ("Project Beethoven: extra studenten", "Twente", "t/m 2030", 1640, "studenten", BEETHOVEN, "2024"),
    ("Project Beethoven: extra studenten per jaar", "Twente", "na 2030", 480, "studenten per jaar", BEETHOVEN, "2024"),
    ("Project Beethoven: aandeel van de landelijke middelen", "Twente", "2025", 17, "procent", SAXION, "2025-11"),
    ("Project Beethoven: aangewezen opleidingen van Saxion", "Twente", "2025", 12, "opleidingen", SAXION, "2025-11"),
    ("Regio Deal Twente I: bijdrage Rijk", "Twente", "2019", 30, "miljoen euro", DEAL, "2019-07-18"),
    ("Regio Deal Twente I: bijdrage Rijk", "Twente", "2019", 43.4, "miljoen euro", TWENTE_COM, ""),
    ("Regio Deal Twente I: totaal", "Twente", "2019", 150, "miljoen euro", DEAL, "2019-07-18"),
    ("Regio Deal Twente I: totaal", "Twente", "2019", 163.4, "miljoen euro", TWENTE_COM, ""),
    ("Regio Deal Twente II: bijdrage Rijk", "Twente", "2023", 25, "miljoen euro", DEAL_2, "2023-02"),
    ("Regio Deal Twente II: aangevraagd", "Twente", "2023", 34.9, "miljoen euro", DEAL_2, "2023-02"),
    ("vijf EDIH's: budget", "Nederland", "drie jaar", 30, "miljoen euro", HUB, "2022"),
    ("vijf EDIH's: doel bedrijven", "Nederland", "drie jaar", 3500, "bedrijven", HUB, "2022"),
    ("doel: digitaal geschoolden (meer dan)", "Nederland", "2030", 1000000, "personen", DIGITAL, "2025-07-01"),
    ("leeftijdsgrens levenlanglerenkrediet", "Nederland", "stand 2017", 55, "jaar", WSF, "2017-05"),
    ("leeftijdsgrens levenlanglerenkrediet", "Nederland", "2023-2024", 56, "jaar", DUO_CREDIT, "2024"),
    ("leeftijdsgrens levenlanglerenkrediet", "Nederland", "2024-2025", 57, "jaar", MINISTRY_CREDIT, "ca. 2024"),
    ("leeftijdsgrens levenlanglerenkrediet", "Nederland", "2024-2025", 56, "jaar", RATE, "ca. 2024-12"),
    ("leeftijdsgrens levenlanglerenkrediet", "Nederland", "vanaf 2025-2026", 57, "jaar", RATE, "ca. 2024-12"),
    ("Project Beethoven: toegekend", "Universiteit Twente", "t/m 2030", 20.5, "miljoen euro",
     "UT-nieuws, adres niet bewaard (C4)", "2025-09"),
    ("oprichting SMEOT", "Hengelo", "z.d.", 1970, "jaar", SMEOT, ""),
    ("oprichting SMEOT", "Hengelo", "z.d.", 1980, "jaar", "gemeente Oldenzaal, adres niet bewaard (C6)", ""),
    ("oprichting SMEOT", "Hengelo", "z.d.", 1983, "jaar", "jubileumboek, 25 jaar in 2008, adres niet bewaard (C6)", "2008"),
    ("duur mbo-2 (kortst)", "Nederland", "z.d.", 1.5, "jaar", "a12, adres niet bewaard (C8)", ""),
    ("duur mbo-2 (langst)", "Nederland", "z.d.", 2, "jaar", "a12, adres niet bewaard (C8)", ""),
    ("duur mbo-3 (kortst)", "Nederland", "z.d.", 2, "jaar", "a12 en waalwijzer, adres niet bewaard (C8)", ""),
    ("duur mbo-3 (langst)", "Nederland", "z.d.", 3, "jaar", "a12, adres niet bewaard (C8)", ""),
    ("duur mbo-2 (kortst)", "Nederland", "z.d.", 2.0, "jaar", "waalwijzer, adres niet bewaard (C8)", ""),
    ("duur mbo-2 (langst)", "Nederland", "z.d.", 3, "jaar", "waalwijzer, adres niet bewaard (C8)", ""),
    ("duur mbo-3 (langst)", "Nederland", "z.d.", 4, "jaar", "waalwijzer, adres niet bewaard (C8)", ""),
    ("rente levenlanglerenkrediet", "Nederland", "2024", 2.56, "procent", RATE, "ca. 2024-12"),
    ("rente levenlanglerenkrediet", "Nederland", "2025", 2.57, "procent", RATE, "ca. 2024-12"),
)  # fmt: skip

NLQF_LEVELS = {
    "vmbo-bb": 1, "mbo-1": 1, "vmbo-kb": 2, "vmbo-gl": 2, "vmbo-tl": 2, "mbo-2": 2, "mbo-3": 3, "mbo-4": 4, "havo": 4,
    "vwo": 4, "ad": 5, "hbo-bachelor": 6, "wo-bachelor": 6, "hbo-master": 7, "wo-master": 7, "doctor": 8, "EngD": 8,
}  # fmt: skip
"""F4.16; vwo is "4+" in the NLQF and 4 in the EQF."""


def stated_figures() -> Iterator[Figure]:
    """Yield every line as a figure, and the NLQF and EQF level of each diploma."""
    for indicator, region, period, value, unit, url, as_of in LINES:
        has_address = url.startswith("http")
        about = source(url if has_address else "", as_of, note="" if has_address else url)
        figure_id = f"{slug(indicator)}-{slug(region)}-{slug(period)}-{slug(str(value))}"
        yield Figure(figure_id, indicator, region, period, float(value), unit, about, {})
    for diploma, level in NLQF_LEVELS.items():
        plus = "NLQF 4+, EQF 4." if diploma == "vwo" else ""
        about = source(NUFFIC, note=plus)
        for frame in ("NLQF", "EQF"):
            name = f"{frame.lower()}-{slug(diploma)}"
            yield Figure(
                name,
                f"{frame}-niveau",
                "Nederland",
                "z.d.",
                float(level),
                "niveau",
                about,
                {"diploma": diploma},
            )
