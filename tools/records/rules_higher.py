"""National and provider rules for Ad, hbo and wo beside the profile tables: WHW art. 7.24 to 7.30b and what came later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge.catalogue.rules import (
    AllOf,
    AnyOf,
    HasDiploma,
    HasSubject,
    IsAtLeast,
    MustDo,
    PassedTest,
    Rule,
    Unstated,
)
from tools.records import rules_foreign
from tools.records.common import LAW_DATE, RATHO, WHW, derived, source

HBO = ("hbo-bachelor",)
HBO_AND_AD = ("ad", "hbo-bachelor")
WO = ("wo-bachelor",)
DEGREES = ("hbo-bachelor", "hbo-master", "wo-bachelor", "wo-master")
TEXT_OF_2017 = date(2017, 5, 1)

ANNEX_C_DOMAINS = (
    "bouw en infra", "afbouw, hout en onderhoud", "techniek en procesindustrie",
    "ambacht, laboratorium en gezondheidstechniek", "media en vormgeving", "informatie en communicatietechnologie",
    "mobiliteit en voertuigen", "transport, scheepvaart en logistiek", "veiligheid en sport", "uiterlijke verzorging",
    "horeca en bakkerij", "toerisme en recreatie", "zorg en welzijn", "voedsel, natuur en leefomgeving",
)  # fmt: skip
"""The mbo domains with a star under "Techniek" in RATHO Annex C: all but trade and economics."""


def rules() -> Iterator[Rule]:
    """Yield every rule of this file."""
    yield from _to_hbo()
    yield from _from_mbo()
    yield from _from_hbo()
    yield from _to_wo()
    yield from _older_than_21()
    yield from _from_germany()
    yield from rules_foreign.rules()
    yield from _newer_than_2017()


def _to_hbo() -> Iterator[Rule]:
    profile = Unstated("of deze opleiding een profiel of vakken vraagt (RATHO, opleiding niet in bijlage B)")
    for kind, what in (("hbo-bachelor", "een hbo-bachelor"), ("ad", "een Associate degree (Ad)")):
        yield Rule(
            f"whw-7-24-{kind}",
            AnyOf((HasDiploma(("mbo-4",)), AllOf((HasDiploma(("havo", "vwo")), profile)))),
            source(WHW, LAW_DATE),
            f"Voor {what} heb je havo, vwo of mbo-4 nodig. Met havo of vwo kan een opleiding ook een profiel of vakken vragen.",
            article="WHW art. 7.24 lid 2",
            kinds=(kind,),
            valid_from=TEXT_OF_2017,
        )


def _from_mbo() -> Iterator[Rule]:
    url = "https://www.onderwijsconsument.nl/welke-aanvullende-toelatingseisen-in-het-hbo-en-de-universiteit-zijn-er/"
    yield Rule(
        "ratho-c-mbo-4-techniek",
        AnyOf(
            (
                HasDiploma(("mbo-4",), fields=ANNEX_C_DOMAINS),
                AllOf((HasDiploma(("mbo-4",)), PassedTest("sufficientie"))),
            )
        ),
        source(RATHO, LAW_DATE),
        "Tot 12 september 2020 gaf mbo-4 toegang tot het technisch hbo als je mbo-domein in bijlage C stond. Voor handel en economie "
        "was een verklaring van de hogeschool nodig.",
        article="RATHO art. 2.4 en bijlage C",
        kinds=HBO,
        valid_from=date(2015, 9, 1),
        valid_until=date(2020, 9, 11),
    )
    yield Rule(
        "mbo-4-zonder-extra-eisen",
        HasDiploma(("mbo-4",)),
        source(url, "2020"),
        "Met elk mbo-4-diploma mag je naar het hbo. Sinds 12 september 2020 mag de hogeschool daarbij geen extra eisen stellen.",
        kinds=HBO_AND_AD,
        valid_from=date(2020, 9, 12),
        replaces=("ratho-c-mbo-4-techniek",),
    )
    yield Rule(
        "windesheim-volledig-mbo-4",
        HasDiploma(("mbo-4",)),
        source("https://www.windesheim.nl/jongeren/toelating"),
        "Bij Windesheim telt alleen een volledig mbo-4-diploma. Losse certificaten geven geen toegang.",
        kinds=HBO_AND_AD,
        providers=("windesheim",),
    )


def _from_hbo() -> Iterator[Rule]:
    knowledge = Unstated("of je genoeg weet van de vakken die de opleiding vraagt (WHW art. 7.28 lid 3)")
    yield Rule(
        "whw-7-28-graad-hbo",
        AllOf((HasDiploma(DEGREES), knowledge)),
        source(WHW, LAW_DATE),
        "Met een hbo- of universitair diploma (bachelor of master) hoef je geen havo, vwo of mbo-4 te hebben. De school mag wel toetsen of je de "
        "gevraagde vakken beheerst.",
        article="WHW art. 7.28 lid 1 en 3",
        kinds=HBO_AND_AD,
        valid_from=TEXT_OF_2017,
    )
    yield Rule(
        "ad-naar-bachelor",
        AllOf(
            (
                HasDiploma(("ad",)),
                Unstated("of je Ad verwant is aan de bachelor en hoeveel vrijstelling je krijgt"),
            )
        ),
        source("https://www.deassociatedegree.nl/doorstroom/", "2023-12"),
        "Met een Ad kun je door naar een verwante hbo-bachelor; dat kost twee jaar of meer. Sinds 1 december 2023 is er een landelijk "
        "doorstroomkader. Een Ad geeft geen recht op toelating tot de universiteit.",
        kinds=HBO,
        valid_from=date(2023, 12, 1),
    )
    for kind, levels in (("hbo-master", ("hbo-bachelor", "wo-bachelor")), ("wo-master", ("wo-bachelor",))):
        demands = Unstated("welke eisen de opleiding zelf stelt (WHW art. 7.30b lid 2)")
        direct = AllOf((HasDiploma(levels), demands))
        related = Unstated("of er een pre-master is voor jouw hbo-opleiding")
        after = AllOf((HasDiploma(("hbo-bachelor",)), related, PassedTest("pre-master")))
        yield Rule(
            f"whw-7-30b-{kind}",
            AnyOf((direct, after)) if kind == "wo-master" else direct,
            source(WHW, LAW_DATE),
            f"Voor een {kind} heb je een bachelor nodig op dat niveau, of kennis op dat niveau. De opleiding mag eigen eisen stellen."
            + (" Met een hbo-bachelor doe je meestal eerst een pre-master." if kind == "wo-master" else ""),
            article="WHW art. 7.30b",
            kinds=(kind,),
            valid_from=TEXT_OF_2017,
        )


def _to_wo() -> Iterator[Rule]:
    yield Rule(
        "whw-7-24-wo-bachelor",
        AllOf(
            (
                HasDiploma(("vwo",)),
                Unstated("of deze opleiding een profiel of vakken vraagt (niet in bijlage A gevonden)"),
            )
        ),
        source(WHW, LAW_DATE),
        "Voor een universitaire bachelor heb je vwo nodig. Een opleiding kan ook een profiel of vakken vragen.",
        article="WHW art. 7.24 lid 1",
        kinds=WO,
        valid_from=TEXT_OF_2017,
    )
    yield Rule(
        "whw-7-28-graad-wo",
        AllOf(
            (
                HasDiploma(DEGREES),
                Unstated("of je genoeg weet van de vakken die de opleiding vraagt (WHW art. 7.28 lid 3)"),
            )
        ),
        source(WHW, LAW_DATE),
        "Met een hbo- of universitair diploma hoef je geen vwo te hebben voor een universitaire bachelor. De universiteit mag wel toetsen of "
        "je de gevraagde vakken beheerst.",
        article="WHW art. 7.28 lid 1 en 3",
        kinds=WO,
        valid_from=TEXT_OF_2017,
    )
    fontys = source("https://fontys.edu/Subsites/Fontys-Helps-1/Studying-at-Fontys/Continued-studies.htm")
    yield Rule(
        "hbo-propedeuse-recht-op-wo",
        HasDiploma(("hbo-propedeuse",)),
        fontys,
        "Tot studiejaar 2013-2014 gaf een hbo-propedeuse recht op toelating tot een universitaire bachelor. Dat is voorbij.",
        kinds=WO,
        valid_until=date(2013, 8, 31),
    )
    yield Rule(
        "whw-7-28-propedeuse-wo",
        AllOf(
            (
                HasDiploma(("hbo-propedeuse",)),
                Unstated(
                    "of de universiteit je toelaat: met een hbo-propedeuse heb je geen recht op toelating"
                ),
            )
        ),
        source(WHW, LAW_DATE),
        "Een hbo-propedeuse geeft sinds 2013-2014 geen recht meer op toelating tot de universiteit. De universiteit mag vragen dat je laat "
        "zien dat je genoeg kennis hebt.",
        article="WHW art. 7.28 lid 1a",
        kinds=WO,
        valid_from=date(2013, 9, 1),
        replaces=("hbo-propedeuse-recht-op-wo",),
    )
    yield Rule(
        "whw-7-24-open-universiteit",
        IsAtLeast(18),
        source(WHW, LAW_DATE),
        "Voor een opleiding van de Open Universiteit heb je geen diploma nodig. Je bent 18 jaar of ouder.",
        article="WHW art. 7.24 lid 3",
        kinds=WO,
        providers=("open-universiteit",),
        valid_from=TEXT_OF_2017,
        replaces=("whw-7-24-wo-bachelor",),
    )


def _older_than_21() -> Iterator[Rule]:
    yield Rule(
        "whw-7-29-21plus-hbo",
        AllOf((IsAtLeast(21), PassedTest("21+-toets"))),
        source(WHW, LAW_DATE),
        "Heb je geen havo, vwo of mbo-4 en ben je 21 jaar of ouder? Dan kun je met een toelatingsonderzoek (21+-toets) toch naar het hbo. "
        "De hogeschool beslist of zij dat aanbiedt.",
        article="WHW art. 7.29",
        kinds=HBO_AND_AD,
        valid_from=TEXT_OF_2017,
    )
    yield Rule(
        "windesheim-21plus",
        AllOf((IsAtLeast(21), PassedTest("21+-toets"))),
        source("https://www.windesheim.nl/professionals/toelating"),
        "Windesheim laat je vanaf 21 jaar toe na een capaciteitentest en een taaltoets Engels. De pagina voor jongeren noemt ook een taaltoets "
        "Nederlands.",
        article="WHW art. 7.29",
        kinds=HBO_AND_AD,
        providers=("windesheim",),
        replaces=("whw-7-29-21plus-hbo",),
    )
    yield Rule(
        "whw-7-29-colloquium-doctum",
        AllOf((IsAtLeast(21), PassedTest("colloquium doctum"))),
        source(WHW, LAW_DATE),
        "Heb je geen vwo en ben je 21 jaar of ouder? Dan kun je met een toelatingsonderzoek (colloquium doctum) toch naar de universiteit.",
        article="WHW art. 7.29",
        kinds=WO,
        valid_from=TEXT_OF_2017,
    )
    yield Rule(
        "ut-colloquium-doctum",
        AllOf((IsAtLeast(21), PassedTest("colloquium doctum"), MustDo("aanmelden via Studielink"))),
        source("https://www.utwente.nl/en/education/bachelor/how-to-apply/colloquium-doctum/"),
        "De Universiteit Twente laat je zonder vwo-niveau toe na het colloquium doctum. Je bent 21 jaar of ouder op 1 september en meldt je aan "
        "via Studielink.",
        article="WHW art. 7.29",
        kinds=WO,
        providers=("universiteit-twente",),
        replaces=("whw-7-29-colloquium-doctum",),
    )


def _from_germany() -> Iterator[Rule]:
    url = "https://www.utwente.nl/en/education/bachelor/admission/diplomas/germany-abitur-requirements/"
    yield Rule(
        "ut-abitur",
        AllOf((HasDiploma(("de-abitur",)), Unstated("welke vakken deze opleiding in het Abitur vraagt"))),
        source(url),
        "Met een Duits Abitur (Allgemeine Hochschulreife) mag je naar een bachelor van de Universiteit Twente, als je de gevraagde vakken hebt. "
        "Zonder Allgemeine Hochschulreife, dus met alleen een Fachhochschulreife, mag dat niet.",
        kinds=WO,
        providers=("universiteit-twente",),
    )
    yield Rule(
        "whw-7-28-duitsland-hbo",
        AllOf((
            HasDiploma(("de-abitur", "de-fachhochschulreife", "de-fachabitur")),
            Unstated("of je de gevraagde vakken hebt en genoeg Nederlands spreekt (WHW art. 7.28 lid 2 en 3)"),
        )),
        derived(WHW, LAW_DATE, "Onze lezing van art. 7.28 lid 1: toegang tot het hoger onderwijs in een verdragsland telt ook hier."),
        "Mag je in Duitsland naar een Fachhochschule of universiteit? Dan mag je in principe ook naar het Nederlandse hbo. De hogeschool mag kijken "
        "naar vakken en naar je Nederlands.",
        article="WHW art. 7.28 lid 1",
        kinds=HBO_AND_AD,
        valid_from=TEXT_OF_2017,
    )  # fmt: skip
    yield Rule(
        "ut-tcs-hbo-diploma",
        AllOf(
            (
                HasDiploma(("hbo-bachelor",)),
                HasSubject(("wiskunde B",), ("vwo",)),
                HasSubject(("Engels",), ("vwo",)),
            )
        ),
        source(
            "https://www.utwente.nl/en/education/bachelor/programmes/technical-computer-science/enrolment/",
            "2023-2024",
        ),
        "Met elk hbo-diploma mag je naar Technical Computer Science in Enschede, als je wiskunde B en Engels op vwo-niveau hebt.",
        kinds=WO,
        programmes=("Technical Computer Science",),
        providers=("universiteit-twente",),
        replaces=("whw-7-28-graad-wo",),
    )


def _newer_than_2017() -> Iterator[Rule]:
    yield Rule(
        "civiele-techniek-2024",
        HasDiploma(("havo", "vwo", "mbo-4")),
        source(
            "https://www.builtenvironment.nl/publicaties/239-wijziging-in-nadere-vooropleidingseisen",
            "ca. 2024",
        ),
        "Sinds studiejaar 2024-2025 laten Saxion, Windesheim en HAN iedereen met havo, vwo of mbo-4 toe tot Civiele Techniek, met elk profiel. "
        "De landelijke tabel van 2017 sluit havo met EM en CM nog uit.",
        kinds=HBO,
        programmes=("Civiele Techniek",),
        providers=("saxion", "windesheim", "han"),
        valid_from=date(2024, 9, 1),
        replaces=("ratho-b-civiele-techniek", "whw-7-24-hbo-bachelor"),
    )
