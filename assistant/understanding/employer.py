"""Whether somebody speaks for an employer, who asks for other money than a person who learns: pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

_STAFF = (
    r"(?:medewerkers?|personeel|werknemers?|leerling(?:en)?|mensen|jongens|vakmensen|(?:\w+)?monteurs?|operators?|lassers?|installateurs?"
    r"|verspaners?|elektriciens?|timmerlieden|timmermannen|metselaars?|technici)"
)
_COMPANY = r"[\w-]*(?:bedrijf|zaak|onderneming|firma)"

OWNS = re.compile(
    r"\bik ben (?:een |zelf |zelf een )?(?:werkgever|ondernemer|bedrijfsleider|leermeester|directeur|eigenaar)\b"
    r"|\b(?:ik ben|ik werk als|als) (?:\w+ )?(?:hr|hrm|p&o)(?:[- ]?\w+)?\b"
    rf"|\b(?:ik|wij|we) (?:heb|hebben|run|runnen|leid|leiden) (?:een |zelf een |samen een )?(?:eigen |klein |kleine )?{_COMPANY}\b"
    rf"|\b(?:wij|we) zijn (?:een |met )(?:\w+ )?(?:{_COMPANY}\b|\d+ (?:man|mensen|medewerkers))|\bons {_COMPANY}\b|\bals (?:bedrijf|werkgever)\b"
    rf"|\b(?:voor|van) (?:mijn|m'n|mn|onze) (?:\w+[- ])?{_STAFF}\b|\b(?:mijn|m'n|mn|onze) {_STAFF}\b"
    r"|\b(?:ik|wij|we) (?:heb|hebben) (?:\w+ )?\d+ (?:man|mensen|medewerkers|werknemers|bbl-?'?ers?)\b|\b\d+ (?:man|mensen) (?:personeel|in dienst)\b"
    r"|\bi(?:'m| am) (?:an |the )?(?:employer|entrepreneur|hr)\b|\b(?:i|we) (?:own|run|have) (?:a|our) (?:\w+ )?(?:company|business|firm)\b"
    r"|\b(?:my|our) (?:company|business|firm) (?:takes?|wants?|trains?|hires?|has|is looking)\b|\bas (?:an employer|a company)\b"
    r"|\b(?:for|of) (?:my|our) (?:employees?|staff|apprentices?|workers?|operators?|welders?)\b|\b(?:my|our) (?:employees?|staff|apprentices?)\b"
    r"|\bich bin (?:ein )?(?:arbeitgeber|unternehmer)\w*|\b(?:ich habe|wir haben) (?:eine?n? )?(?:\w+ )?(?:betrieb|firma|unternehmen)\b"
    r"|\bfür (?:meinen?|unseren?|meine|unsere) (?:mitarbeiter\w*|auszubildenden|lehrlinge?)\b|\b(?:meine|unsere) (?:mitarbeiter\w*|auszubildenden)\b",
    re.IGNORECASE,
)
"""How somebody says that they employ, in three languages; "mijn bedrijf" is also said by who works there."""


def speaks_for_employer(messages: Iterable[str]) -> bool:
    """Say whether one of somebody's messages says that they employ people or take on apprentices."""
    return any(OWNS.search(text) is not None for text in messages)
