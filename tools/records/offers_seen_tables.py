"""How the words of the library's catalogue of offers map onto the fields of a record."""

from __future__ import annotations

from datetime import date

from knowledge.catalogue.types import Grant, OfferKind, Start, StudyMode

KINDS = {
    "": OfferKind.MBO,
    "Ad": OfferKind.ASSOCIATE_DEGREE,
    "bedrijfsopleiding": OfferKind.COURSE,
    "branchecertificaat": OfferKind.CERTIFICATE,
    "cursus": OfferKind.COURSE,
    "cursus met examen": OfferKind.COURSE,
    "doorstroomprogramma": OfferKind.PREPARATORY,
    "erkenning van ervaring": OfferKind.OTHER,
    "hbo-bachelor": OfferKind.HBO_BACHELOR,
    "hbo-deeltijd": OfferKind.OTHER,
    "hbo-master": OfferKind.HBO_MASTER,
    "mbo": OfferKind.MBO,
    "mbo of brancheopleiding": OfferKind.MBO,
    "mbo-1": OfferKind.MBO,
    "mbo-2": OfferKind.MBO,
    "mbo-3": OfferKind.MBO,
    "mbo-4": OfferKind.MBO,
    "mbo-certificaat": OfferKind.CERTIFICATE,
    "module": OfferKind.COURSE,
    "omscholing": OfferKind.COURSE,
    "toelatingsroute": OfferKind.PREPARATORY,
    "vakcertificaat": OfferKind.PREPARATORY,
    "vmbo en mbo-2": OfferKind.SECONDARY,
    "wo-bachelor": OfferKind.WO_BACHELOR,
    "wo-master": OfferKind.WO_MASTER,
}
"""Three offers of Deltion College have no level in their source; an mbo school gives them."""

LEVELS = {"mbo-1", "mbo-2", "mbo-3", "mbo-4", "ad", "hbo-bachelor", "hbo-master", "wo-bachelor", "wo-master"}

MODES = {"BBL": StudyMode.BBL, "BOL of BBL": None, "BOL": StudyMode.BOL, "voltijd": StudyMode.FULL_TIME,
         "deeltijd": StudyMode.PART_TIME, "digitaal": StudyMode.ONLINE}  # fmt: skip
"""First words of the column "vorm"; "BOL of BBL" is two modes, so the field stays unknown and the remark says it."""

MONTHS = {
    "2 jaar": (24, 24),
    "3 jaar": (36, 36),
    "4 jaar": (48, 48),
    "11 maanden": (11, 11),
    "OFF099": (0, 6),
}

CODE_KINDS = {"CREBO": "crebo", "CROHO": "CROHO"}

PROVIDERS = {
    "Achterhoek VO / Graafschap College": "graafschap-college",
    "Aeres mbo / Food Academy Nijkerk": "aeres-mbo",
    "Alfa-college": "alfa-college",
    "Aventus": "aventus",
    "Boswell-Beta": "boswell-beta",
    "Deltion College": "deltion-college",
    "Deltion College / Stichting Elektrowerk": "deltion-college",
    "Graafschap College": "graafschap-college",
    "Graafschap College / AT Techniekopleidingen": "graafschap-college",
    "Grensland College (Graafschap College, HAN, Saxion)": "grensland-college",
    "HAN": "han",
    "REMO West-Twente / ROC van Twente": "remo-west-twente",
    "ROC van Twente": "roc-van-twente",
    "Rijn IJssel": "rijn-ijssel",
    "SMEOT / ROC van Twente": "smeot",
    "STODT": "stodt",
    "STODT / Drenthe College / BVT / RTC Hardenberg": "stodt",
    "Saxion": "saxion",
    "Universiteit Twente": "universiteit-twente",
    "Universiteit Twente (met TU/e en TUD)": "universiteit-twente",
    "Universiteit Twente / VU Amsterdam": "universiteit-twente",
    "University College Twente": "universiteit-twente",
    "VAPRO": "vapro",
    "Wij Techniek (sectorale examenuitvoerders)": "wij-techniek",
    "Windesheim": "windesheim",
    "Windesheim / HCA Regio Zwolle": "windesheim",
    "Zone.college (voorheen AOC Oost)": "zone-college",
    "Breman": "breman",
    "HSdeHaan Trainingen": "hsdehaan-trainingen",
    "Hogeschool van Amsterdam": "hogeschool-van-amsterdam",
    "Installatiewerk (IW)": "installatiewerk",
    "MBO Utrecht": "mbo-utrecht",
}
"""The organisation that answers for the offer; who gives it with whom stays in the remark."""

GRANTS: dict[str, tuple[Grant, ...]] = {
    "OFF025": (Grant("", (), "Colloquium doctum", tests=("colloquium doctum",)),),
    "OFF047": (Grant("", (), "21+-toelatingsonderzoek", tests=("21+-toets",)),),
    "OFF110": (Grant("vakcertificaat", (), "Deficiëntiecertificaat", subjects=("wiskunde B",)),),
    "OFF111": (Grant("", (), "Ervaringscertificaat", tests=("EVC",)),),
    "OFF107": (Grant("", ("veiligheid",), "VCA Basis", tests=("VCA Basis",)),),
    "OFF108": (Grant("", ("veiligheid",), "VCA VOL", tests=("VCA VOL",)),),
}  # fmt: skip
"""What passing gives where that is a test; of the subjects of OFF110 its source names only wiskunde B."""

FOLLOW_ON = {
    "OFF017": ("off022",),
    "OFF018": ("wo-master techniek",),
    "OFF019": ("off021",),
    "OFF025": ("wo-bachelor",),
    "OFF027": ("hbo-bachelor werktuigbouwkunde",),
    "OFF037": ("off036",),
    "OFF045": ("hbo-bachelor techniek",),
    "OFF050": ("hbo-bachelor werktuigbouwkunde",),
    "OFF052": ("hbo-bachelor",),
    "OFF053": ("ad werktuigbouwkunde", "hbo-bachelor werktuigbouwkunde", "hbo-bachelor mechatronica",
               "hbo-bachelor elektrotechniek", "hbo-bachelor technische informatica"),
    "OFF055": ("off056",),
    "OFF059": ("mbo-4 mechatronica",),
    "OFF063": ("mbo-2 techniek",),
    "OFF098": ("mbo-2",),
    "OFF110": ("hbo-bachelor", "wo-bachelor"),
    "OFF111": ("mbo-4",),
    **{f"OFF{number:03}": ("wo-master",) for number in (*range(1, 17),)},
}  # fmt: skip

STARTS = {
    "OFF021": (
        Start("1 februari 2026", date(2026, 2, 1), date(2025, 12, 1), date(2025, 10, 1)),
        Start("1 september 2026", date(2026, 9, 1), date(2026, 7, 1), date(2026, 5, 1)),
    ),
}
"""Starts that a page names, with the last days to apply for people from the EU and from outside it."""
