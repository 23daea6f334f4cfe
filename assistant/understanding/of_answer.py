"""Questions about the answer that was just given: where it comes from, from when it is, whether it still holds. Pure.

Only a whole message counts: "bron?" asks for the source, "welke bron verwarmt een warmtepomp" asks something else.
"""

from __future__ import annotations

import re
from enum import StrEnum

THAT = r"(?:dit|dat|die|deze|het|this|that|it|these|those|das|dies|diese[rs]?|die|es|hier|daar)"
"""Words that stand for what was answered."""

WHAT = (
    r"(?:cijfers?|getal(?:len)?|antwoord|gegevens?|bedrag(?:en)?|informatie|info|data|feit(?:en)?|percentages?"
    r"|figures?|numbers?|answer|information|amounts?|facts?|zahl(?:en)?|antwort|angaben?|daten|betrag|beträge)"
)
"""What an answer is made of."""

OF_THAT = rf"(?: (?:hiervan|daarvan|hiervoor|daarvoor|erbij|voor|dafür|davon|dazu|hierfür|(?:van|voor|bij|of|for|to|von|für|zu) {THAT}(?: {WHAT})?))?"
THAT_WHAT = rf"{THAT}(?: {WHAT})?"
A_SOURCE = r"(?:bron(?:nen)?|bronvermelding(?:en)?|bronverwijzing|link(?:je|s)?|url|webadres|sources?|references?|quellen?|quellenangabe)"
"""What somebody wants who asks for it to be shown."""

WHOSE = r"(?: (?:de|het|je|jouw|jullie|uw|een|the|your|an?|die|den|deine|ihre|eine|einen))?"
FOR_ME = r"(?: (?:mij|me|ons|eens|even|ook|maar|nog|misschien|us|also|maybe|mir|uns|mal|auch|bitte|please|alsjeblieft))*"
NOW = r"(?: (?:dan|nou|nu|eigenlijk|precies|then|now|exactly|actually|denn|eigentlich|genau))?"


class OfAnswer(StrEnum):
    """What is asked of an answer."""

    SOURCE = "source"
    DATE = "date"
    CURRENT = "current"
    WHICH_IS_RIGHT = "right"


def _whole(*forms: str) -> re.Pattern[str]:
    opening = r"\s*(?:(?:en|maar|ok[eé]?|oh?|and|but|und|aber|ja|wait|wacht),?\s+)*"
    closing = r"(?: (?:aub|a\.u\.b\.|graag|alsjeblieft|svp|please|bitte))?\s*[?!.]*\s*"
    return re.compile(rf"{opening}(?:{'|'.join(forms)}){NOW}{closing}", re.IGNORECASE)


ASKED = (
    (
        OfAnswer.WHICH_IS_RIGHT,
        _whole(
            r"(?:welke?|welche[rs]?|which)(?: (?:one|bron|cijfer|getal|bedrag|antwoord|source|figure|number|amount|answer|quelle|zahl|angabe|betrag))?"
            r"(?: (?:van|of|von) (?:de|die|the|these|those|den|deze|them)(?: (?:twee|drie|bronnen|two|three|sources|beiden|zwei|quellen))?)?"
            r" (?:(?:is|ist) (?:nou |nu |dan |now |then |nun |denn )?(?:juist|goed|waar|correct|right|true|richtig)|klopt|stimmt)(?: er)?",
            r"wat klopt(?: er)?|wie heeft (?:er )?gelijk|who is right|was stimmt|wer hat recht",
        ),
    ),
    (
        OfAnswer.SOURCE,
        _whole(
            rf"(?:(?:wat|welke|wie|what|which|was|welche|wer)(?: (?:is|zijn|are|was|were|ist|sind)|'s) )?(?:(?:de|je|jouw|jullie|uw|the|your|die|deine|ihre) )?"
            rf"(?:bron(?:nen)?|bronvermelding|sources?|quellen?){OF_THAT}",
            rf"(?:uit |van |volgens |from |in |aus |von |laut )?(?:welke|which|what|welche[rn]?) (?:bron(?:nen)?|sources?|quellen?)"
            rf"(?: (?:is|zijn|komt|komen|staat|staan|gebruik je|are|ist|sind|kommt|stammt|steht))?(?: {THAT_WHAT})?(?: vandaan| from)?",
            rf"(?:heb je|heeft u|is|zijn|have you|do you have|is there|are there|hast du|haben sie|gibt es)(?: (?:daar|hier|er|dafür|dazu))?(?: een| a| an| any| eine)?"
            rf" (?:bron(?:nen)?|link|sources?|quellen?)(?:voor)?{OF_THAT}",
            rf"(?:geef|geeft|noem|stuur|toon|deel|laat|give|show|send|name|cite|gib|geben sie|nenne?|nennen sie|zeige?|schicke?){FOR_ME}{WHOSE} {A_SOURCE}"
            rf"{OF_THAT}(?: (?:zien|erbij|door|eens|even|mal))*",
            rf"(?:(?:kan|kun|kunt|mag|zou|can|could|may|kannst|können|kann|darf) (?:je|jij|u|ik|jullie|you|i|we|du|sie|ich))?{FOR_ME}"
            rf"(?: (?:geven|give|send|show|have|see|get))?{FOR_ME}{WHOSE} {A_SOURCE}{OF_THAT}"
            rf"(?: (?:geven|noemen|sturen|delen|tonen|zien|hebben|krijgen|weten|geben|nennen|schicken|zeigen|haben|sehen))?",
            r"link(?:je)?|url",
            rf"waar (?:komt|komen|haal je|haalt u|heb je|heeft u) {THAT_WHAT} (?:vandaan|uit)",
            rf"waar staat {THAT}(?: {WHAT})?(?: (?:precies|geschreven|vermeld))?",
            rf"where (?:does|do|did) (?:{THAT_WHAT}|you (?:get|find|read) {THAT_WHAT})(?: come)?(?: from)?",
            rf"woher (?:kommt|kommen|stammt|stammen|hast du|weißt du|weisst du|haben sie|wissen sie) {THAT_WHAT}|wo steht {THAT}",
            rf"(?:wie|who|wer) (?:publiceert|publiceerde|publiceerden|zegt|zei|schrijft|schreef|meldt|beweert"
            rf"|publishes|published|says|said|wrote|reports|sagt|schreibt|meldet|veröffentlicht|publiziert) {THAT_WHAT}(?: so)?",
            rf"van wie (?:komt|komen|zijn|is) {THAT} {WHAT}(?: vandaan)?",
            rf"volgens wie|according to (?:who|whom)|laut wem|hoe weet (?:je|u) {THAT}|how do you know(?: {THAT})?"
            rf"|klopt {THAT}(?: (?:wel|echt|zeker))?|is {THAT}(?: (?:wel|echt|zeker))? (?:waar|juist|zo|correct)|echt waar"
            rf"|is {THAT} (?:really )?(?:right|true|correct)|stimmt {THAT}(?: (?:wirklich|auch))?|ist {THAT}(?: wirklich)? (?:wahr|richtig|korrekt)"
            r"|weet je (?:dat|het) zeker|are you sure|bist du sicher",
        ),
    ),
    (
        OfAnswer.CURRENT,
        _whole(
            rf"(?:is|zijn|are|ist|sind) {THAT_WHAT}(?: (?:nu|now|jetzt))?(?: (?:nog|still|noch|immer noch|nog steeds|nog altijd))?"
            rf" (?:actueel|up[- ]to[- ]date|recent|van nu|bij de tijd|current|accurate|aktuell)",
            rf"(?:is|zijn|klopt|kloppen) {THAT_WHAT} (?:(?:nu|vandaag) )?nog(?: (?:steeds|altijd))?(?: (?:zo|waar|hetzelfde|het geval))?",
            rf"(?:is|are) {THAT_WHAT} still (?:true|the case|correct|so|like that)",
            rf"(?:stimmt|ist|stimmen|sind) {THAT_WHAT} (?:(?:immer )?noch|noch immer)(?: so)?",
        ),
    ),
    (
        OfAnswer.DATE,
        _whole(
            rf"(?:van|uit) (?:wanneer|welk(?:e)? (?:jaar|datum))(?: (?:is|zijn|komt|komen|dateert|dateren) {THAT_WHAT}(?: vandaan)?)?",
            rf"(?:van |uit )?(?:welke? (?:jaar|datum|kwartaal|studiejaar|schooljaar)) is {THAT_WHAT}",
            rf"hoe (?:recent|actueel) (?:is|zijn) {THAT_WHAT}|hoe oud (?:is|zijn) {THAT} {WHAT}",
            rf"wanneer (?:is|zijn|werd|werden) {THAT_WHAT} (?:gepubliceerd|geschreven|vastgesteld|gemeten|bijgewerkt)",
            rf"(?:from when|from (?:which|what) year|of (?:which|what) year|what year|which year) (?:is|are) {THAT_WHAT}(?: from)?"
            rf"|when (?:is|are|was|were) {THAT_WHAT} (?:from|published|written|updated)",
            rf"how (?:recent|current|up[- ]to[- ]date) (?:is|are) {THAT_WHAT}|how old (?:is|are) {THAT} {WHAT}",
            rf"(?:von wann|aus welchem jahr|von welchem jahr)(?: (?:ist|sind|stammt|stammen) {THAT_WHAT})?"
            rf"|welches jahr ist {THAT}|wie aktuell (?:ist|sind) {THAT_WHAT}|wie alt (?:ist|sind) {THAT} {WHAT}",
        ),
    ),
)
"""The whole messages that ask each, the narrower ones first."""

LONGEST = 10
"""Words of the longest such message."""


def asks_of_answer(text: str) -> OfAnswer | None:
    """Return what a message asks of the answer before it, None for a message about anything else."""
    if len(text.split()) > LONGEST:
        return None
    return next((kind for kind, pattern in ASKED if pattern.fullmatch(text)), None)
