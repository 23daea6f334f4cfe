"""Who does something: who pays for a thing and who leads it, as people ask for that and as sources say it. Pure.

They are asked in verbs ("wie betaalt dat?", "wie trekt het?") and told in others, or in the name of a role: "krijgt 9 miljoen uit",
"de programmamanager". What somebody pays himself does not tell who pays for him.
"""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.language.normalisation import fold

_MONEY = r"(?:\w*geld|\w*subsidies?|bijdrage|financiering|euro|miljoen|centen|money|funding|funds|grant|fördergeld|zuschuss)"

ASKS_GIVER = re.compile(
    r"\b(?:wie|door wie) (?:[\w-]+ ){0,3}?(?:betaal(?:t|de|den)?|betalen|betaald|financier(?:t|de|den|d)?|gefinancierd|bekostig(?:t|de|d|en)|gesubsidieerd|subsidieer(?:t|de|d)?"
    rf"|sponsort|vergoedt)\b"
    rf"|\bwie (?:gaf|gaven|geeft|geven|legt|legde|stopt|stak|steekt)\b[^?]*\b{_MONEY}\b|\b(?:van|door) wie\b[^?]*\b{_MONEY}\b|\bwaar (?:komt|kwam|haal\w*)\b[^?]*\b{_MONEY}\b"
    r"|\bwho (?:[\w-]+ )?(?:pays?|paid|funds?|funded|financ\w+|subsidi\w+|sponsors?)\b|\bwho (?:gives|gave|provides)\b[^?]*\b(?:money|funding|grant|subsidy)\b"
    r"|\bwhere (?:does|do|did)\b[^?]*\b(?:money|funding|subsidy)\b[^?]*\bfrom\b"
    r"|\bwer (?:[\w-]+ )?(?:bezahlt\w*|zahlt\w*|finanziert\w*|fördert\w*|bezuschusst)\b|\bwoher\b[^?]*\b(?:geld|förderung|mittel)\b",
    re.IGNORECASE,
)
"""A question for who pays."""

GIVES = re.compile(
    r"^(?=[^.;]*(?:\beuro\b|€|\bmiljoen\b|\b\w*geld\b|\b\w*subsidies?\b|\bfonds\b|\w+fonds\b|\bcheque\b|\bregeling\b))[^;]*"
    r"\b(?:(?:krijgt|krijgen|kreeg|kregen|ontvangt|ontvangen|ontving|ontvingen|gaat|ging|komt|kwam)\b[^.;]*\b(?:uit|van)|gaf|gaven|geeft|geven|schoot|draagt bij|droeg bij)\b"
    r"|\b(?:betaal(?:t|de|den|d)?|betalen|financier\w*|gefinancierd|steun(?:t|de|den|en)|gesteund|subsidieer\w*|bekostig\w*|vergoed\w*)\b"
    r"|\b(?:subsidie|\w*geld|lening|krediet|bijdrage|financiering|euro)\b[^.;]*\b(?:uit|van)\b (?:het |de )?\w",
    re.IGNORECASE,
)
"""A sentence that says who gives money, or out of what it comes."""

ASKS_LEADER = re.compile(
    r"\bwie (?:(?:er|daar|dat|het|dit|nu|toen|dan) )*(?:leidt|leidde|leiden|leidden|trekt|trok|trekken|runt|runde|bestuurt|bestuurde|coördineert|coördineerde)\b(?![^?]*\bop\b(?! (?:dit|het) moment))"
    r"|\bwie (?:is|was|zijn|waren) (?:(?:er|daar|hier|nu|toen|dan) )*(?:de )?(?:baas|chef|grote (?:baas|man|vrouw)|hoogste baas|leider|kopstuk|aanvoerder)\b"
    r"|\bwie\b[^?]*\b(?:aan het hoofd|aan het roer|leiding\b|de baas|aan de leiding|aan de touwtjes|zwaait de scepter|eindverantwoordelijk\w*|(?:stuurt|stuurde)\b[^?]*\baan)"
    r"|\bwho (?:leads|led|runs|ran|heads|headed|manages|managed|is in charge|was in charge|is the (?:boss|head|leader)|chairs|chaired)\b"
    r"|\bwer (?:(?:das|es|dort|da) )?(?:leitet\w*|führte?|steht an der spitze|ist (?:der |die )?(?:chef|boss|leiter)\w*)\b",
    re.IGNORECASE,
)
"""A question for who leads something; who "leidt op" teaches."""

LEADS = re.compile(
    r"\b(?:\w*penvoerder|\w*directeur|directrice|\w*manager|\w*leiders?|trekkers?|voorzitter|bestuurder|\w*coördinator|regisseur|\w*verantwoordelijk|kwartiermaker|decaan|rector"
    r"|gedeputeerde|bestuurlijk aanspreekpunt|geeft leiding|onder leiding|aan het hoofd|voert het \w+ uit)\b"
    r"|\b(?:leidt|leidde)\b(?![^.;]*\b(?:op|af)\b)|\bdroeg\b[^.;]*\bover\b|\bvolgde\b[^.;]*\bop\b|\bnam\b[^.;]*\bover\b",
    re.IGNORECASE,
)
"""A sentence that says who leads something, or took it over."""

KINDS_OF_DOING = ((ASKS_GIVER, GIVES), (ASKS_LEADER, LEADS))
"""Who is asked for, and what a sentence looks like that says it."""


def asks_doing(question: str) -> bool:
    """Say whether a question asks for who pays or leads."""
    return any(asks.search(question) for asks, _ in KINDS_OF_DOING)


NAMED_DOING = (
    (
        GIVES,
        frozenset(
            [
                "financiert",
                "financierde",
                "subsidieert",
                "subsidieerde",
                "bekostigt",
                "sponsort",
                "funds",
                "funded",
                "finances",
                "financed",
                "finanziert",
            ]
        ),
    ),
    (
        LEADS,
        frozenset(
            [
                "leidt",
                "leidde",
                "leiden",
                "trekt",
                "trok",
                "runt",
                "bestuurt",
                "baas",
                "chef",
                "leider",
                "hoofd",
                "roer",
                "leiding",
                "leads",
                "led",
                "runs",
                "heads",
                "boss",
                "charge",
                "leitet",
                "leitete",
            ]
        ),
    ),
)
"""Verbs by which a giver or leader is asked for, which a sentence that names one need not repeat."""

_OWN_GIVING = re.compile(
    r"\b(?:betaalt|betalen|betaalde|vergoedt|vergoedde|geeft|gaf|investeert|investeerde|besteedt|besteedde|subsidieert|subsidieerde)\b",
    re.IGNORECASE,
)
_FIRST_NAME = re.compile(r"\s*(?:(?:de|het|een)\s+)?([\w-]+)", re.IGNORECASE)


@lru_cache(maxsize=4_000)
def pays_itself(question: str, sentence: str) -> bool:
    """Say whether it is asked who pays for a thing with a name, and a sentence says what that thing itself pays."""
    if ASKS_GIVER.search(question) is None:
        return False
    own = _OWN_GIVING.search(sentence)
    first = _FIRST_NAME.match(sentence)
    if own is None or first is None:
        return False
    names = {fold(word) for word in re.findall(r"[\w-]+", question) if not word[:1].islower()}
    return fold(first[1]) in names
