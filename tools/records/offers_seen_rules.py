"""Admission rules of the offers that were seen on pages: own readings of what each page asks."""

from __future__ import annotations

from knowledge.catalogue.rules import (
    AllOf,
    AnyOf,
    Condition,
    HasDiploma,
    HasEmployer,
    HasSubject,
    IsAtLeast,
    MustDo,
    PassedTest,
    SpeaksAtLeast,
    Unstated,
)

ABITUR = {
    "off001": "Engels wiskunde natuurkunde", "off002": "Engels wiskunde",
    "off003": "Nederlands Engels wiskunde natuurkunde scheikunde", "off004": "Engels wiskunde",
    "off005": "Engels wiskunde natuurkunde scheikunde", "off006": "Engels wiskunde natuurkunde",
    "off007": "Engels wiskunde", "off008": "Engels wiskunde natuurkunde", "off009": "Engels wiskunde natuurkunde",
    "off010": "Engels wiskunde", "off011": "Nederlands Engels wiskunde natuurkunde scheikunde biologie",
    "off012": "Nederlands Engels wiskunde natuurkunde", "off013": "Engels wiskunde",
    "off014": "Nederlands Engels wiskunde", "off015": "Engels wiskunde", "off016": "Engels wiskunde",
    "off017": "Engels wiskunde natuurkunde", "off019": "Engels wiskunde",
}  # fmt: skip
"""The subjects that the Universiteit Twente asks in the Abitur, followed up to the last year."""

RATHO_NAMES = {
    "off001": "advanced-technology", "off002": "technische-wiskunde", "off003": "biomedische-technologie",
    "off004": "bedrijfsinformatietechnologie", "off005": "scheikundige-technologie", "off006": "civiele-techniek",
    "off007": "creative-technology", "off008": "electrical-engineering", "off009": "industrieel-ontwerpen",
    "off010": "technische-bedrijfskunde", "off012": "technische-natuurkunde", "off013": "communicatiewetenschap",
    "off014": "gezondheidswetenschappen", "off015": "international-business-administration",
    "off017": "werktuigbouwkunde", "off019": "technische-informatica",
}  # fmt: skip
"""The programme of RATHO Annex A behind each bachelor; two have none that we found."""

COLLOQUIUM = AllOf((IsAtLeast(21), PassedTest("colloquium doctum")))
MATHS_AND_PHYSICS = (HasSubject(("wiskunde B",), ("vwo",)), HasSubject(("natuurkunde",), ("vwo",)))
VWO_ME = AnyOf((HasDiploma(("vwo",), profiles=("NT",)), AllOf((HasDiploma(("vwo",)), *MATHS_AND_PHYSICS))))
"""F8.04 and the page of Mechanical Engineering: NT, or another profile with maths B and physics."""

STUDENT_OF_A_MEMBER = AllOf((
    HasEmployer(),
    MustDo("aangedragen worden door een lidbedrijf van REMO"),
    Unstated("welke vooropleiding je nodig hebt; dat hangt af van het mbo-niveau"),
))  # fmt: skip


def abitur(offer_id: str) -> Condition:
    """Return what the Abitur must hold for a bachelor of the Universiteit Twente."""
    subjects = tuple(HasSubject((subject,), ("de-abitur",)) for subject in ABITUR[offer_id].split())
    return AllOf((HasDiploma(("de-abitur",)), *subjects))


def bachelor_of_ut(offer_id: str, vwo: Condition | None) -> Condition:
    """Return the whole rule of a bachelor of the Universiteit Twente: Abitur, vwo (as the RATHO has it), 21+."""
    dutch = vwo or AllOf(
        (HasDiploma(("vwo",)), Unstated("welk profiel en welke vakken je met vwo nodig hebt"))
    )
    parts = dutch.parts if isinstance(dutch, AnyOf) else (dutch,)
    if offer_id == "off017":
        parts = VWO_ME.parts
    tail: tuple[Condition, ...] = (COLLOQUIUM,)
    if offer_id == "off019":
        english_and_maths = (HasSubject(("wiskunde B",), ("vwo",)), HasSubject(("Engels",), ("vwo",)))
        tail = (AllOf((HasDiploma(("hbo-bachelor",)), *english_and_maths)), *tail)
    return AnyOf((*parts, abitur(offer_id), *tail))


PRECISE: dict[str, Condition] = {
    "off018": AllOf((
        AnyOf((
            *VWO_ME.parts,
            AllOf((Unstated("of je buitenlandse diploma gelijk is aan vwo, met wiskunde en natuurkunde"), SpeaksAtLeast("en", "B2"))),
        )),
        MustDo("meedoen aan de matching"),
        MustDo("je documenten in Osiris zetten voor 1 mei"),
    )),
    "off020": AllOf((
        HasDiploma(("vwo",), profiles=("NT", "NG")),
        HasSubject(("wiskunde B",), ("vwo",)),
        Unstated("of je eindscore voor wiskunde B 75% of hoger is"),
    )),
    "off021": AllOf((
        HasDiploma(("wo-bachelor",), fields=("informatica", "technische informatica", "bedrijfsinformatica")),
        Unstated("of je gemiddelde (CGPA) 70-75% of hoger is"),
    )),
    "off022": AnyOf((
        AllOf((HasDiploma(("wo-bachelor",)), Unstated("welke wo-bachelors rechtstreeks toegang geven"))),
        AllOf((HasDiploma(("hbo-bachelor",), fields=("werktuigbouwkunde",)), PassedTest("pre-master"))),
        AllOf((HasDiploma(("hbo-bachelor",)), Unstated("of je hbo-bachelor verwant is; anders beoordeelt UT je persoonlijk"),
               PassedTest("pre-master"))),
    )),
    "off024": AnyOf((
        HasDiploma(("wo-bachelor",), fields=("werktuigbouwkunde", "natuurkunde", "chemische technologie", "elektrotechniek")),
        AllOf((HasDiploma(("hbo-bachelor",)), Unstated("of er een pre-master is voor jouw hbo-opleiding"), PassedTest("pre-master"))),
    )),
    "off025": AllOf((IsAtLeast(21), MustDo("aanmelden via Studielink met een toelichting"))),
    "off029": AnyOf((
        AllOf((HasDiploma(("havo", "vwo")), HasSubject(("wiskunde A", "wiskunde B", "wiskunde")), HasSubject(("natuurkunde",)))),
        HasDiploma(("mbo-4",)),
    )),
    "off044": AnyOf((
        HasDiploma(("havo", "vwo"), profiles=("NT", "NG", "EM")),
        AllOf((HasDiploma(("havo", "vwo"), profiles=("CM",)), HasSubject(("wiskunde A", "wiskunde B"), ("havo", "vwo")))),
        HasDiploma(("mbo-4",)),
    )),
    "off045": Unstated("of je een mbo-4-opleiding volgt en naar het technisch hbo wilt"),
    "off047": IsAtLeast(21),
    "off053": HasDiploma(("vmbo-kb", "vmbo-gl", "vmbo-tl", "havo-3-4", "mbo-2", "mbo-3")),
    "off056": AllOf((HasDiploma(("mbo-2",), fields=("elektrotechniek",)), HasEmployer())),
    "off063": Unstated("of je in leerjaar 3 van het vmbo zit en naar mbo-2 wilt"),
    "off098": IsAtLeast(16, 8, 1),
    "off099": Unstated("of er een vooropleiding nodig is; de bron noemt alleen jongeren en zij-instromers"),
    "off102": Unstated("of er een vooropleiding nodig is; een technische achtergrond hoeft niet"),
    "off112": AllOf((
        HasDiploma(("hbo-bachelor", "hbo-master", "wo-bachelor", "wo-master")),
        Unstated("of je geen achtergrond in ict hebt"),
    )),
    **dict.fromkeys(("off064", "off065", "off066", "off067", "off068", "off069"), STUDENT_OF_A_MEMBER),
}  # fmt: skip
"""Rules of other offers by id. An offer in neither table has no rule of its own: its page asks nothing we know."""

TEXTS = {
    "off029": "Je hebt havo of vwo met wiskunde en natuurkunde nodig, of mbo-4. De bron vraagt wiskunde en natuurkunde ook bij mbo-4, "
    "maar sinds 12 september 2020 mag een hogeschool bij mbo-4 geen extra eisen stellen.",
}
"""Where the words of the catalogue do not say enough."""
