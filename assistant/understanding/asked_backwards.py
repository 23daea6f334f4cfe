"""A question about entry that is asked from the other end, as the one that rules answer: which diplomas lead there, which subject it needs. Pure."""

from __future__ import annotations

import re

from assistant.types import Language

_HELD = r"(?P<held>mbo[- ]?(?:niveau )?[1-4]|havo|vwo|vmbo[- ]?(?:bb|kb|gl|tl|t)?|associate degree|ad)"
_KINDS = r"(?:[- ]?(?:opleiding(?:en)?|diploma'?s?|studies?|richting(?:en)?|profiel(?:en)?|programmes?|courses?|ausbildungen?))"

LEADS_THERE = re.compile(
    rf"^\s*(?:met |mit |with )?(?:welke?|which|welche[rsnm]?) (?:technische )?{_HELD}{_KINDS}?\b[^?]*?\b"
    r"(?:toegang(?: tot| naar| voor)?|(?:mag|kan|kun) (?:ik|je|jij|hij|zij|ze) (?:\w+ )?naar|access to|lead to|zugang (?:zu|zum|zur))\s+(?P<aim>[^?]+)",
    re.IGNORECASE,
)
"""How it is asked which diplomas give entry to something."""

_SUBJECT = (
    r"(?:wis(?:kunde)?[- ]?[abcd]?|natuurkunde|scheikunde|biologie|nask[- ]?[12]?|nlt|engels|economie"
    r"|math(?:s|ematics)?(?: [ab])?|physics|chemistry|biology|english|mathe(?:matik)?|physik|chemie|englisch)"
)
_REALLY = r"(?: (?:echt|wel|dan|ook|als vak|really|wirklich))*"
_WHO = r"(?:ik|je|jij|hij|ze|zij|mijn \w+|i|you|my \w+|man|ich|er|sie)"

NEEDS_SUBJECT = re.compile(
    rf"(?:\b(?:is|are|ist) (?:\w+ )?(?P<subject>{_SUBJECT}){_REALLY} (?:verplicht|nodig|vereist|een (?:ver)?eis(?:te)?|required|mandatory|needed|pflicht|nötig)"
    rf"|\b(?:heb|heeft|moet|do|does|brauch(?:e|t)?|muss) {_WHO}(?: (?:need|have))? (?:\w+ )?(?P<also>{_SUBJECT}){_REALLY}(?: (?:nodig|hebben|gehad hebben|haben|have))?)"
    r"\s*(?:bij|voor|op|om|naar|for|to|für|bei)\s+(?:de |het |the )?(?P<aim>[^?]+)",
    re.IGNORECASE,
)
"""How it is asked whether entry needs a subject, of no diploma."""

AIM_FIRST = re.compile(
    rf"\b(?P<asks>(?:heb|heeft|moet|brauch(?:e|t)?) {_WHO}|is|ist) (?:voor|bij|om|für|bei) (?:de |het |die |das |den )?(?P<aim>[^?.,]{{3,60}}?) "
    rf"(?P<subject>{_SUBJECT}){_REALLY}(?P<end> (?:verplicht|nodig|vereist|hebben|haben|pflicht|nötig))?\s*[?.]*\s*$",
    re.IGNORECASE,
)
"""The same with what is entered before the subject: "heb je voor bouwkunde wiskunde b nodig?"."""

HAS_DEMANDS = re.compile(
    r"^\s*(?:en )?(?:welke|wat voor|hoeveel) (?:toelatings|toelating|ingangs|voor)?[- ]?(?:eisen|voorwaarden|vereisten)(?: voor toelating)? "
    r"(?:heeft|stelt|hebben|stellen|gelden (?:er )?(?:bij|voor|op)|zijn er (?:bij|voor|op)) (?:de (?:opleiding |studie )?|het )?(?P<aim>[^?]+)",
    re.IGNORECASE,
)
"""How it is asked what a programme demands: "welke eisen heeft elektrotechniek hbo" tells of no diploma that somebody has."""
_OPENS = (
    r"(?:(?:de|het|een|the|an?|der|die|das|dem|den)\s+)?"
    r"(?:(?:mbo-?|hbo-?)?(?:opleiding|studie|cursus|programme|course|training|degree|ausbildung|studium|studiengang)\s+)?"
    r"(?:(?:tot|of|in|as|zum|zur|als)\s+)?(?P<aim>[^?.]+?)"
)
_BEGINS = r"(?:\s+(?:(?:te|zu) )?(?:(?:kunnen|mogen) )?(?:beginnen|starten|volgen|doen|anfangen|anzufangen|machen|haben|hebben|nodig))*\s*[?.]*\s*$"

ASKS_DIPLOMA = re.compile(
    rf"(?:\b(?:welke?|wat voor|welche[nrsm]?|which|what)\s+(?:kind of |sort of )?(?:school|schul)?"
    rf"(?:diploma(?:'?s)?|vooropleiding(?:en)?|papieren|previous education|prior education|qualifications?|diplom\w*|abschluss|abschlüsse|vorbildung)\b"
    rf"(?![^?.]*\b(?:krijg\w*|haal\w*|behaal\w*|levert|get|earn|receive|bekomm\w*|erhalt\w*|erhält)\b(?! into| in))[^?.]*?"
    rf"|\bwhat (?:do|does|must) (?:one|people|someone|somebody|employees|an? \w+) (?:need|have)\b)"
    rf"\s(?:om (?:(?:te )?(?:beginnen|starten) )?(?:aan|met|op)|(?:beginnen|starten|begonnen) (?:aan|met|op)|instromen (?:bij|in)|voor|für|for|um(?: mit| an)?"
    rf"|to (?:start|begin|enter|do|take|join|follow|get into|get on|be admitted to)(?: with)?)\s+{_OPENS}{_BEGINS}",
    re.IGNORECASE,
)
"""How it is asked which diploma somebody, nobody in particular, needs to begin something."""

LEVEL = re.compile(
    r"\b(?:havo|vwo|[vm]mbo|mavo|abitur|realschul\w*|propedeuse|ik|mijn|my|i|ich|mein\w*)\b", re.IGNORECASE
)
"""Words of a level that is held, or of somebody who asks for themselves."""

DIPLOMA = re.compile(r"\b(?:havo|vwo|mbo|vmbo|mavo|abitur|propedeuse|diploma|met)\b", re.IGNORECASE)

_ENTRY = {
    Language.DUTCH: "Wat zijn de toelatingseisen voor {aim}?",
    Language.ENGLISH: "What are the entry requirements for {aim}?",
    Language.GERMAN: "Welche Zulassungsvoraussetzungen hat {aim}?",
}
_WITH = {
    Language.DUTCH: "Ik heb {held}. Mag ik naar {aim}?",
    Language.ENGLISH: "I have {held}. Can I enter {aim}?",
    Language.GERMAN: "Ich habe {held}. Darf ich zu {aim}?",
}


WORTH = re.compile(
    r"\s*(?:.*[,.;!]\s+(?:en |und |and |maar |aber )?)?(?:(?:wordt|word|worden|is|zijn|telt|geldt) (?:mijn|m'n|mn|zijn|haar|onze?)"
    r"|(?:wird|werden|ist|sind|gilt) (?:meine?|unsere?|seine?|ihre?)|(?:is|are|will) (?:my|our|his|her))\s+"
    r"(?P<held>(?:[\w-]+ ){0,3}?[\w-]*(?:diploma'?s?|papieren|getuigschrift\w*"
    r"|vakdiploma|opleiding|brief|abschluss|zeugnis|diplom|ausbildung|diplomas|degree|certificate|qualifications?)(?: (?:from|uit|aus|van|von) [\w-]+)?)\s+"
    r"(?:(?:hier|dan|ook|wel|nog|in nederland|in holland"
    r"|dort|auch|in den niederlanden|be|also|here|in the netherlands|in holland)\s+)*"
    r"(?:erkend|geldig|gelijkwaardig|iets waard|wat waard|mee"
    r"|anerkannt|gültig|gleichwertig|etwas wert|recogni[sz]ed|valid|accepted|worth anything)\b(?:\s+(?:here|in the netherlands|hier|in nederland|in holland|in den niederlanden))?\s*[?.!]*$",
    re.IGNORECASE,
)
"""How it is asked whether a certificate from elsewhere counts, of which nothing was told before."""

ADMITTED = re.compile(
    r"\b(?:worden (?:toegelaten|aangenomen|geplaatst)|(?:toegelaten|aangenomen|geplaatst) worden)(?: (?:bij|op|tot|aan|in))?(?= )",
    re.IGNORECASE,
)
"""To be let in: nobody becomes anything by it."""

BARE = frozenset(
    ["diploma", "diploma's", "papieren", "opleiding", "abschluss", "zeugnis", "diplom", "ausbildung"]
)
"""Words of a certificate that say nothing of it: what it is was told before."""

_WORTH = {
    Language.DUTCH: "Ik heb een {held}, wordt dat erkend?",
    Language.ENGLISH: "I have a {held}, is it recognised?",
    Language.GERMAN: "Ich habe einen {held}, wird das anerkannt?",
}


def from_the_front(text: str, language: Language) -> str:
    """Return a question that is asked from the other end as one about somebody or about entry; any other as it is."""
    if match := LEADS_THERE.search(text):
        return _WITH[language].format(held=match["held"], aim=match["aim"].strip())
    text = ADMITTED.sub("naar", _aim_last(text))
    if (match := WORTH.match(text)) and match["held"].casefold() not in BARE:
        return _WORTH[language].format(held=re.sub(r"\bpapieren\b", "diploma", match["held"]))
    match = NEEDS_SUBJECT.search(text) or (HAS_DEMANDS.search(text) if language is Language.DUTCH else None)
    if match and not DIPLOMA.search(text):
        return _ENTRY[language].format(aim=match["aim"].strip())
    match = ASKS_DIPLOMA.search(text)
    if match and not LEVEL.search(text):
        return _ENTRY[language].format(aim=match["aim"].strip())
    return text


def _aim_last(text: str) -> str:
    return AIM_FIRST.sub(
        lambda one: f"{one['asks']} {one['subject']}{one['end'] or ' nodig'} voor {one['aim']}?", text
    )


def subject_needed(text: str) -> str:
    """Return the subject of which it is asked whether entry needs it, as it was typed; "" for any other question."""
    match = NEEDS_SUBJECT.search(_aim_last(text))
    return (match["subject"] or match["also"]) if match and not DIPLOMA.search(text) else ""
