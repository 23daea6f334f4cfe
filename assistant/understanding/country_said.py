"""The country that a question names though all that is known here is of it ("wat is een bbl in Nederland?"). Pure."""

from __future__ import annotations

import re

IN_THE_COUNTRY = re.compile(
    r"\s*,?\s*\b(?:(?:hier|here) )?(?:in|voor|binnen|for|für)\s+(?:heel |the whole of |ganz )?(?:nederland|the netherlands|holland|den niederlanden|die niederlande)\b"
    r"(?!\s+(?:en|of|and|or|und|oder)\b|[’']s\b)",
    re.IGNORECASE,
)
"""The country behind its preposition, and no other one beside it."""

OF_WHERE = re.compile(
    r"\b(?:hoeveel|aantal|percentage|procent|waar|welke? (?:stad|plaats|regio|provincie|school|scholen|universiteit\w*|hogeschool|hogescholen)|how many|how much|number|percent\w*|share|where"
    r"|which (?:city|region|province|school|universit\w+)|wie ?viele?|anzahl|anteil|prozent\w*|wo|welche (?:stadt|region|provinz|schule|universität\w*|hochschule\w*)"
    r"|gemiddeld\w*|average|durchschnitt\w*|buitenland|abroad|ausland|duits\w*|german\w*|deutsch\w*)\b",
    re.IGNORECASE,
)
"""What is asked of the country as another area than the region: a number, a place; or what is set beside abroad."""


def without_country(text: str) -> str:
    """Return a question without the country behind its preposition, "" for one that does not name it or of which it is a limit."""
    if OF_WHERE.search(text):
        return ""
    rest = IN_THE_COUNTRY.sub("", text, count=1)
    return rest if rest != text and re.search(r"\w", rest) else ""
