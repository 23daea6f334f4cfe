"""Whether somebody speaks for an employer, who asks for other money than a person who learns: pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

_STAFF = (
    r"(?:medewerkers?|personeel|werknemers?|leerling(?:en)?|mensen|jongens|vakmensen|(?:\w+)?monteurs?|operators?|lassers?|installateurs?"
    r"|verspaners?|elektriciens?|timmerlieden|timmermannen|metselaars?|technici|stagiairs?|stagiaires?|team|ploeg|(?:bbl|bol)-?'?ers?)"
)
_TRADES = (
    r"(?:(?:\w*)(?:monteurs|operators|lassers|installateurs|verspaners|elektriciens|draaiers|frezers|metselaars|timmerlieden|timmermannen|werkers"
    r"|tekenaars|loodgieters|schilders|chauffeurs|programmeurs|engineers|technici|vakmensen|vaklui|uitvoerders|werkvoorbereiders|laboranten"
    r"|machinisten|instromers|medewerkers|personeel|werknemers|leerlingen))"
)
"""People of a trade, of whom somebody has several: who speaks of training them is their employer."""

_TRAINING = r"(?:bijscholen|omscholen|opleiden|scholen|bijscholing|omscholing|scholing|opleiding|bij te scholen|om te scholen|op te leiden)"
_HEADS = r"\d+ (?:man|mensen|medewerkers|werknemers|personeelsleden|fte)"
_COMPANY = r"[\w-]*(?:bedrijf|zaak|onderneming|firma)"

OWNS = re.compile(
    r"\b(?:ik ben|wij zijn|we zijn) (?:een |de |zelf |zelf een |zelf de )?(?:werkgever|ondernemer|bedrijfsleider|leermeester|directeur|eigenaar)\b"
    r"|\b(?:ik ben|ik werk als|als) (?:\w+ )?(?:hr|hrm|p&o)(?:[- ]?\w+)?\b"
    rf"|\b(?:ik|wij|we) (?:heb|hebben|run|runnen|leid|leiden) (?:een |zelf een |samen een )?(?:eigen |klein |kleine )?{_COMPANY}\b"
    rf"|\b(?:wij|we) zijn (?:een |met )(?:\w+ )?(?:{_COMPANY}\b|\d+ (?:man|mensen|medewerkers))|\bons {_COMPANY}\b|\bals (?:(?:een|klein|mkb|mkb-|technisch) ?)*(?:{_COMPANY}|werkgever)\b"
    rf"|\b(?:mijn|m'n|mn|ons|onze) {_COMPANY}\b[^.?!]*\biemand (?:in dienst )?(?:om|bij|op|aan)(?:scholen|school|scholt|leiden|leid|leidt|nemen|neem)\b"
    rf"|\b(?:voor|van) (?:mijn|m'n|mn|onze) (?:\w+[- ])?{_STAFF}\b|\b(?:mijn|m'n|mn|onze) {_STAFF}\b"
    r"|\b(?:ik|wij|we) (?:heb|hebben) (?:\w+ )?\d+ (?:man|mensen|medewerkers|werknemers|bbl-?'?ers?)\b|\b\d+ (?:man|mensen) (?:personeel|in dienst)\b"
    rf"|\b(?:ik|wij|we) (?:heb|hebben) (?:\w+ )?(?:\d+|een paar|enkele|meerdere|twee|drie|vier|vijf) (?:\w+[- ])?{_STAFF}\b"
    rf"|\b(?:geld|subsidies?|regeling(?:en)?|vergoeding|budget)\b[^.?!]*\b{_TRAINING} (?:van |voor )?(?:\w+ )?{_TRADES}\b"
    rf"|\b{_TRADES} (?:te )?(?:bij|om|laten )?(?:bijscholen|omscholen|opleiden|scholen)\b|\bals (?:baas|werkgever|leerbedrijf)\b|(?:^|[,;.]\s*)werkgever (?:in|uit|te)\b"
    r"|\bi(?:'m| am) (?:an |the )?(?:employer|entrepreneur|hr)\b|\b(?:i|we) (?:own|run|have) (?:a|our) (?:\w+ )?(?:company|business|firm)\b"
    r"|\b(?:my|our) (?:company|business|firm) (?:takes?|wants?|trains?|hires?|has|is looking)\b|\bas (?:an employer|a company)\b"
    r"|\b(?:for|of) (?:my|our) (?:employees?|staff|apprentices?|workers?|operators?|welders?)\b|\b(?:my|our) (?:employees?|staff|apprentices?)\b"
    r"|\bich bin (?:ein )?(?:arbeitgeber|unternehmer)\w*|\b(?:ich habe|wir haben) (?:eine?n? )?(?:\w+ )?(?:betrieb|firma|unternehmen)\b"
    r"|\bfür (?:meinen?|unseren?|meine|unsere) (?:mitarbeiter\w*|auszubildenden|lehrlinge?)\b|\b(?:meine|unsere) (?:mitarbeiter\w*|auszubildenden)\b",
    re.IGNORECASE,
)
"""How somebody says that they employ, in three languages; "mijn bedrijf" is also said by who works there."""


SIZED = re.compile(rf"\b{_COMPANY}\b[^.?!]{{0,30}}\b(?:met|van)? ?{_HEADS}\b", re.IGNORECASE)
"""A company with its size, as its owner says it: "metaalbedrijf in Almelo, 60 man"."""

WORKS_THERE = re.compile(
    r"\b(?:werk|werkt|werkte|gewerkt|werkzaam|baan|aan de slag|in dienst|mijn werkgever|mijn baas)\b",
    re.IGNORECASE,
)


def speaks_for_employer(messages: Iterable[str]) -> bool:
    """Say whether one of somebody's messages says that they employ people or take on apprentices."""
    return any(_is_of_employer(text) for text in messages)


@lru_cache(maxsize=500)
def _is_of_employer(text: str) -> bool:
    return bool(OWNS.search(text) or (SIZED.search(text) and not WORKS_THERE.search(text)))


MONEY = re.compile(
    r"\b(?:\w*subsidies?|regeling(?:en)?|\w*geld|vergoeding(?:en)?|vergoed|tegemoetkoming(?:en)?|potjes?|fonds(?:en)?|financiering|scholingsbudget"
    r"|wie betaal[td]|subsid(?:y|ies)|grants?|schemes?|funding|money|who pays|reimbursed"
    r"|förder\w*|zuschuss|zuschüsse|gelder|wer (?:be)?zahlt|erstattet)\b",
    re.IGNORECASE,
)
"""Words for money that somebody else gives."""

ASKS_WHICH = re.compile(
    r"\b(?:welke?|is er|zijn er|bestaat er|krijg(?:en|t)?|kunnen (?:we|wij|ik)|kan ik|wie betaal[td]|waar|voor|zoek(?:en)?|which|what|is there|are there|can (?:i|we)"
    r"|do (?:i|we) get|for|who pays|welche[rsnm]?|gibt es|bekomm\w+|wer|für)\b",
    re.IGNORECASE,
)
"""How somebody asks what money there is."""

ASKS_OF_ONE = re.compile(
    r"\b(?:wanneer|hoe lang|waarom|hoe vraag|hoe werkt|wat is|wat houdt|wat betekent|cao|loon|salaris|uurloon|boete|terugbetal\w*|belasting|when|how long|why|what is"
    r"|salary|wages?|wann|wie lange|warum|was ist|lohn|gehalt)\b",
    re.IGNORECASE,
)
"""How something else is asked than which money there is, that a list of schemes does not answer."""


APPLIES = re.compile(
    r"\b(?:kan|kunnen|mag|mogen) (?:ik|wij|we) (?:dat|die|het|dit|ze)\b[^.?!]*\b(?:aanvragen|krijgen)\b|\bcan (?:i|we) (?:apply|get it|get that)\b"
    r"|\b(?:kann ich|können wir) (?:das|die|es)\b[^.?!]*\b(?:beantragen|bekommen)\b",
    re.IGNORECASE,
)
"""How an employer asks whether what was told is for them."""


def asks_for_schemes(said: Sequence[str]) -> bool:
    """Say whether the last of an employer's messages asks which money there is, or whether what they asked before is for them."""
    if asks_which_money(said[-1]):
        return True
    return APPLIES.search(said[-1]) is not None and any(map(asks_which_money, said[:-1]))


def asks_which_money(text: str) -> bool:
    """Say whether an employer's message asks which money there is: in a question, or as one types it into a search box."""
    if MONEY.search(text) is None or ASKS_OF_ONE.search(text) is not None:
        return False
    return ASKS_WHICH.search(text) is not None or len(text.split()) <= LONGEST_SEARCH


LONGEST_SEARCH = 8
"""Words of the longest message that only names what is looked for."""
