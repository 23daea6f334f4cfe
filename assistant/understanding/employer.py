"""Whether somebody speaks for an employer, who asks for other money than a person who learns: pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

OWNS = re.compile(
    r"\bik ben (?:een |zelf |zelf een )?(?:werkgever|ondernemer|bedrijfsleider|leermeester)\b"
    r"|\b(?:ik|wij|we) (?:heb|hebben|run|runnen|leid|leiden) (?:een |zelf een |samen een )?(?:eigen |klein |kleine )?\w*(?:bedrijf|zaak|onderneming|firma)\b"
    r"|\b(?:voor|van) (?:mijn|onze) (?:\w+[- ])?(?:medewerkers?|personeel|werknemers?|leerling(?:en)?|monteurs?)\b"
    r"|\bi(?:'m| am) (?:an |the )?(?:employer|entrepreneur)\b|\b(?:i|we) (?:own|run|have) (?:a|our) (?:\w+ )?(?:company|business|firm)\b"
    r"|\bfor (?:my|our) (?:employees?|staff|apprentices?)\b"
    r"|\bich bin (?:ein )?(?:arbeitgeber|unternehmer)\w*|\b(?:ich habe|wir haben) (?:eine?n? )?(?:\w+ )?(?:betrieb|firma|unternehmen)\b"
    r"|\bfür (?:meinen?|unseren?|meine|unsere) (?:mitarbeiter\w*|auszubildenden|lehrlinge?)\b",
    re.IGNORECASE,
)
"""How somebody says that they employ, in three languages; "mijn bedrijf" is also said by who works there."""


def speaks_for_employer(messages: Iterable[str]) -> bool:
    """Say whether one of somebody's messages says that they employ people or take on apprentices."""
    return any(OWNS.search(text) is not None for text in messages)
