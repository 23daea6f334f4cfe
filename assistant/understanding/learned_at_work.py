"""Whether somebody has worked in a trade for years, has no diploma for it, and asks for one: that is recognised, not begun anew. Pure."""

from __future__ import annotations

import re

FOR_YEARS = re.compile(
    r"\bal (?:meer dan |ruim |bijna |zo'n )?(?:\d{1,2}|tien|vijftien|twintig|dertig|jaren|heel lang) ?(?:jaar|jr|jaren)?\b"
    r"|\b\d{1,2} (?:jaar|jr) (?:\w+ ){0,2}(?:ervaring|gewerkt|in het vak|werkzaam)\b|\bjarenlang\w*\b|\b(?:veel|genoeg|werk)\s?ervaring\b|\bervaren\b"
    r"|\bfor (?:more than |over |almost )?(?:\d{1,2}|ten|fifteen|twenty|many) years\b|\b\d{1,2} years (?:of )?(?:\w+ )?experience\b"
    r"|\bseit (?:über |mehr als )?(?:\d{1,2}|zehn|zwanzig|vielen) jahren\b|\b\d{1,2} jahre (?:berufs)?erfahrung\b",
    re.IGNORECASE,
)
WITHOUT_PAPERS = re.compile(
    r"\b(?:geen|zonder|nooit)\b[^.?!,;]{0,25}?\b(?:papier\w*|diploma\w*|certifica\w*|opleiding|mbo)\b"
    r"|\b(?:no|without|never)\b[^.?!,;]{0,25}?\b(?:papers?|diplomas?|certificates?|degree|qualification\w*)\b"
    r"|\b(?:kein\w*|ohne|nie)\b[^.?!,;]{0,25}?\b(?:papiere?|abschluss|diplom\w*|zeugnis\w*|zertifikat\w*|ausbildung)\b",
    re.IGNORECASE,
)
WANTS_PAPERS = re.compile(
    r"\b(?:diploma\w*|papier\w*|certifica\w*|erken\w*|evc|ervaringscertificaat|diplomas?|certificates?|recogni[sz]\w*|papers?|diplom|abschluss|zeugnis|anerk\w*|zertifikat)\b"
    r"|\b(?:laten zien|aantonen|bewijzen|show|prove|zeigen|beweisen|nachweisen)\b[^.?!]{0,25}\b(?:kan|kun|kunnen|can|able|kann|könn\w*)\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\b(?:hoe|kan|kun|krijg\w*|kom|halen|haal|alsnog|toch|how|can|get|wie|kann|bekomm\w*|noch)\b",
    re.IGNORECASE,
)
AIM = re.compile(r"\b(?:naar|worden|beginnen|starten|become|enter|start|werden)\b", re.IGNORECASE)
"""Who wants to begin something else asks for a way there."""


IN_SHORT = re.compile(
    r"\s*evc\b[^?.!]{0,60}\b(?:zonder|geen|without|no|ohne|kein\w*)\b[^?.!]{0,40}[?.!]*\s*", re.IGNORECASE
)
"""The same in a few words, as staff type it: "evc voor klant zonder diploma lasser"."""


def has_learned_at_work(text: str) -> bool:
    """Say whether a message tells of years of work without a diploma, and asks how to get that diploma."""
    rest = WITHOUT_PAPERS.sub(" ", text)
    return (
        (FOR_YEARS.search(text) is not None or IN_SHORT.fullmatch(text) is not None)
        and WITHOUT_PAPERS.search(text) is not None
        and WANTS_PAPERS.search(rest) is not None
        and (ASKS.search(rest) is not None or IN_SHORT.fullmatch(text) is not None)
        and AIM.search(rest) is None
    )
