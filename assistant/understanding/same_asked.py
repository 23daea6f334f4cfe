"""What asks the same of another thing, or of another form of it, in many words: in the few in which a talk is understood. Pure.

"Hoe zit dat met X?" is "en X?", "is er ook een deeltijdvariant?" is "kan dat ook in deeltijd?"; only in a talk, where something was asked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.types import Language, Question

AND = {Language.DUTCH: "en", Language.ENGLISH: "and", Language.GERMAN: "und"}

LONGEST = 9
"""Words of the thing that the same is asked of."""

_GOES_ON = r"\s*(?:(?:en|maar|oh|ok[eé]?|and|but|so|und|aber)[\s,]+)*"

HOW_ABOUT = re.compile(
    rf"^{_GOES_ON}(?:hoe zit (?:dat|het|'t)|hoe is (?:dat|het)|en wat dacht je van|how is (?:that|it)|what about|how about|wie ist (?:das|es)|wie sieht (?:das|es)|was ist)"
    r"(?:\s(?:dan|nu|nou|eigenlijk|ook|then|actually|denn|dann|eigentlich))*"
    r"\s(?P<with>met|mit|with|bij|op|aan|voor|in|at|for|bei|an|für)?\s?(?P<thing>[^?!.;:]+?)(?:\s(?:dan|then|dann|aus))*\s*\?*\s*$",
    re.IGNORECASE,
)
"""A frame around a thing that asks nothing more than before: "hoe zit dat met VCA Basis?", "wie sieht es bei Saxion aus?"."""

WITH = re.compile(r"(?:met|mit|with)$", re.IGNORECASE)

POINTS = re.compile(
    r"\b(?:dat|die|dit|deze|het|ik|je|jij|we|wij|that|this|it|these|those|you|i|das|es|diese[rsnm]?|ich|du|wir|als|wanneer|indien|if|when|wenn|falls)\b",
    re.IGNORECASE,
)
"""What makes of a thing a sentence, or of what was said before."""

FORM = re.compile(
    rf"^{_GOES_ON}(?:is|zijn|bestaat|bestaan|heb je|hebben ze|bieden ze|is there|are there|do they (?:have|offer)|gibt es|haben sie)\s(?:er|daar|hier|das|dazu|davon|there)?\s?"
    r"(?:(?:ook|nog|misschien|toevallig|daar|ervan|van|daarvan|auch|noch|vielleicht|also|maybe|een|eine|a|an|in|als|any)\s)*"
    r"(?P<form>deeltijd|voltijd|duaal|duale?|avond|part[- ]?time|full[- ]?time|teilzeit|vollzeit|duale?s?)"
    r"[- ]?(?:varianten?|versies?|opties?|mogelijkhe(?:id|den)|opleiding(?:en)?|studies?|routes?|vorm(?:en)?|cursus(?:sen)?"
    r"|variants?|versions?|options?|programmes?|courses?|studium|ausbildung|form|e?n?)?"
    r"(?:\s(?:van|ervan|daarvan|hiervan|of it|of that|davon|daar|aan|there|dort|dan|then|dann|mogelijk|beschikbaar|available|verfügbar))*\s*\?*\s*$",
    re.IGNORECASE,
)
"""Whether there is a form of what the talk is about: "is er ook een deeltijdvariant?"."""

CAN_IT = {
    Language.DUTCH: "kan dat ook in {form}?",
    Language.ENGLISH: "can I do that {form}?",
    Language.GERMAN: "geht das auch in {form}?",
}

FORMS = {
    "deel": ("deeltijd", "part-time", "Teilzeit"),
    "part": ("deeltijd", "part-time", "Teilzeit"),
    "teil": ("deeltijd", "part-time", "Teilzeit"),
    "volt": ("voltijd", "full-time", "Vollzeit"),
    "full": ("voltijd", "full-time", "Vollzeit"),
    "voll": ("voltijd", "full-time", "Vollzeit"),
    "avon": ("deeltijd", "part-time", "Teilzeit"),
    "duaa": ("duaal", "dual", "dualer Form"),
    "dual": ("duaal", "dual", "dualer Form"),
}
"""How a form is called in Dutch, English and German, by how its name begins."""

EITHER = re.compile(
    rf"^{_GOES_ON}(?P<one>voltijd|deeltijd|full[- ]?time|part[- ]?time|vollzeit|teilzeit)\s(?:of|or|oder)\s(?P<other>voltijd|deeltijd|full[- ]?time|part[- ]?time|vollzeit|teilzeit)\s*\?*\s*$",
    re.IGNORECASE,
)
IS_IT = {
    Language.DUTCH: "is dat {one} of {other}?",
    Language.ENGLISH: "is that {one} or {other}?",
    Language.GERMAN: "ist das {one} oder {other}?",
}


ENDED = re.compile(r"\b(?:gestopt|beëindigd|afgeschaft|ended|stopped|eingestellt|beendet)\b", re.IGNORECASE)
MONEY = re.compile(
    r"\b(?:\w*budget|subsidie\w*|\w*fonds|regeling|\w*aftrek|voucher|euro|grant|scheme|fund|förderung|zuschuss)\b",
    re.IGNORECASE,
)
WHAT_THEN = {
    Language.DUTCH: (
        r"\bwat (?:kan|kun|kunnen|mag|is er) (?:ik|je|we|wij|hij|ze) (?:dan |nu |nog |wel |anders |allemaal )+(?:pakken|krijgen|aanvragen|gebruiken|regelen|doen)\b",
        "welke subsidie kan ik krijgen",
    ),
    Language.ENGLISH: (
        r"\bwhat (?:can|could|may) (?:i|we) (?:then |still |else |instead )*(?:get|use|apply for|claim)(?: then| instead| now)*\b",
        "which grant can I get",
    ),
    Language.GERMAN: (
        r"\bwas (?:kann|könnte|darf) (?:ich|man) (?:denn |dann |noch |sonst |stattdessen )+(?:bekommen|nutzen|beantragen|kriegen)\b",
        "welche Förderung kann ich bekommen",
    ),
}
"""What else there is, where our last answer said that money is no longer there: by language how it is asked, and what it means."""


def _of_other_money(question: Question, language: Language) -> str:
    """Return a message that asks what else there is, after our answer that a scheme has ended, as one that asks for schemes; "" for any other."""
    reply = next((turn.text for turn in reversed(question.history) if turn.role == "assistant"), "")
    if ENDED.search(reply) is None or MONEY.search(reply) is None:
        return ""
    pattern, meant = WHAT_THEN[language]
    text = re.sub(pattern, meant, question.text, count=1, flags=re.IGNORECASE)
    return text if text != question.text else ""


SOMEBODY_THERE = re.compile(
    rf"^{_GOES_ON}(?:(?:en|and|und)\s)?(?:(?:voor|for|für)\s)?(?:mijn|me|m'n|mn|onze|my|our|meine?[nrm]?|unsere?[nrm]?)\s[^\W\d_]+\s(?:(?:die|who|der|wo)\s)?(?:(?:woont|lives|wohnt)\s)?"
    r"(?P<there>(?:in|uit|from|aus)\s(?P<place>[^\W\d_][\w' -]{2,25}?))(?:\s(?:woont|wohnt|dan|then|dann))*\s*\?*\s*$",
    re.IGNORECASE,
)
"""Somebody else, of whom only is said where they live: "en mijn neef in Zwolle?" asks the same for there."""


def with_the_same_asked(question: Question, language: Language) -> Question:
    """Return a message of a talk that asks the same of another thing, or of a form of it, in few words; any other as it is."""
    if not question.history or question.filters is not None:
        return question
    ways = (_of_other_money, _of_another, _of_form, _of_somebody_there, _of_either)
    meant = next((found for way in ways if (found := way(question, language))), "")
    return replace(question, text=meant) if meant else question


def _of_another(question: Question, language: Language) -> str:
    found = HOW_ABOUT.match(question.text)
    thing = found["thing"].strip(" ,") if found is not None else ""
    if found is None or len(thing.split()) > LONGEST or POINTS.search(thing):
        return ""
    before = "" if found["with"] is None or WITH.match(found["with"]) else f"{found['with']} "
    return f"{AND[language]} {before}{thing}?"


def _of_form(question: Question, language: Language) -> str:
    found = FORM.match(question.text)
    if found is None:
        return ""
    said = FORMS[found["form"].lower()[:4]][list(Language).index(language)]
    return CAN_IT[language].format(form=said)


def _of_somebody_there(question: Question, language: Language) -> str:
    found = SOMEBODY_THERE.match(question.text)
    return f"{AND[language]} in {found['place']}?" if found is not None else ""


def _of_either(question: Question, language: Language) -> str:
    found = EITHER.match(question.text)
    return IS_IT[language].format(one=found["one"], other=found["other"]) if found is not None else ""
