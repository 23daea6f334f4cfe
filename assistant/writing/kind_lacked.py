"""Whether an answer lacks the one kind of thing that a message itself asks for: a price, a year, a town, a number to call. Pure.

A message of a talk is put to the sources in other words than its own, and rules answer more than was asked. Whatever was made of
it: where somebody asks what a test costs, and nothing in the answer is a price, the answer is of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from assistant.types import Request
from assistant.understanding.parts import parts_of
from assistant.understanding.telling import FRAMEWORK
from assistant.writing.forms import ANY_MONTH, PHONE
from assistant.writing.joining import KNOWN
from assistant.writing.seam import Written
from knowledge.data_files import read_data

ASKS_PRICE = re.compile(
    r"\b(?:wat|hoeveel)\b(?! (?:uur|uren|tijd|dag|dagen|weken|maanden|jaar)\b)[^?.!,;:]{0,60}?\b(?:kost|kosten|kostte|kostten|gekost|kwijt|neertellen)\b"
    r"|\b(?:wat|hoeveel) (?:(?:moet|moeten|mot) [^?.!,;:]{1,40} betalen|betaal|betaalt|betaalde)\b|\bhoe ?duur\b"
    r"|\bhoeveel (?:is|was|krijg je|krijg ik) (?:dat|het|er)? ?per (?:maand|uur)\b|\bhow much (?:is|was) (?:that|it) (?:a|per) (?:month|hour)\b"
    r"|\bwie ?viel (?:ist|war|sind) (?:das|es) (?:pro|im) (?:monat|stunde)\b"
    r"|\bwat (?:rekent|rekenen|vraagt) [^?.!,;:]{1,40} voor\b|\bwas (?:verlangt|nimmt|berechnet) [^?.!,;:]{1,40} für\b"
    r"|\b(?:what|how much) (?:does|do|did|would|will) [^?.!,;:]{1,60} cost\b|\bwhat (?:do|does|did|would|will) [^?.!,;:]{1,40} (?:pay|charge)\b"
    r"|\bhow expensive\b|\bwas (?:kostet|kosten|kostete|zahlt|zahle|zahlen|bezahlt|bezahle|bezahlen)\b|\bwie teuer\b",
    re.IGNORECASE,
)
PRICE = re.compile(
    r"€|\beuros?\b|\b\d+[.,]\d{2}\b(?! ?(?:uur|u|uhr|-|–))|\bgratis\b|\bkosteloos\b|\bfree\b|\bkostenlos|\bkostenfrei|\bniets\b|\bnothing\b|\bnichts\b|\b\w*prijs\b|\bprijzen\b|\bprices?\b|\bpreise?\b"
    r"|\b(?:\w*tarief|\w{3,}geld|\w*loon|\w*bijdrage)\b|\b(?:vergoed|betaal|betal|kost(?:en)?\b|costs?\b|kostet|paid|pays|bezahl|zahlt|fees?\b)\w*|\bkeer (?:het|de)\b",
    re.IGNORECASE,
)
"""What says a price, that there is none, that it is not known, or who pays."""

ASKS_EUROS = re.compile(
    r"\b(?:hoeveel (?:euro|geld)|how (?:much money|many euros)|wie ?viel (?:euro|geld))\b", re.IGNORECASE
)
EUROS = re.compile(
    r"€|\beuros?\b|%|\bgratis\b|\bniets\b|\bfree\b|\bkostenlos|\b(?:niet bekend|not known|nicht bekannt)\b",
    re.IGNORECASE,
)

ASKS_PHONE = re.compile(
    r"\b(?:telefoon\w*|tel\.? ?n(?:umme)?r|mobiele? (?:nummer|nr)|06[- ]?(?:nummer|nr)|(?:tele)?phone(?: number)?|mobile number|telefonnummer|handynummer)\b",
    re.IGNORECASE,
)
TELLS_PHONE = re.compile(rf"{PHONE.pattern}|\btelefo|\btelephone|\bphone", re.IGNORECASE)

ASKS_OFFICER = re.compile(
    r"\b(?:welke|which|welcher) (?:bestuurder|wethouder|gedeputeerde|minister|directeur|director|official|deputy|politicus|politician|direktor)\b",
    re.IGNORECASE,
)
OFFICER = re.compile(
    r"\b(?:(?:[Gg]edeputeerde|[Ww]ethouder|[Mm]inister|[Dd]irecteur|[Dd]eputy|[Dd]irector) [A-Z]|[A-Z]\. ?[A-Z]|[A-Z][a-zë]+ (?:van |de |der |den |ter |te )+[A-Z][a-zë]+"
    r"|[A-Z][a-zë]{2,} [A-Z][a-zë]{2,})"
)
"""A name with its office, or as people have one."""

ASKS_PERSON = re.compile(
    r"\bhoe heet (?:de|het|haar|zijn|mijn) (?:directeur|docente?|mentor|leraar|lerares|decaan|coach|manager)\b|\bwhat is the name of the (?:teacher|director|mentor)\b"
    r"|\b(?:wie|who|wer)\b[^.?!,;:]{0,30}\b(?:directeur|mentor|programmamanager|projectleider|manager|docente?|leraar|lerares|voorzitter|rector|decaan"
    r"|director|program(?:me)? manager|teacher|chair(?:man|woman|person)?|direktor(?:in)?|dozent(?:in)?|geschäftsführer(?:in)?)\b"
    r"|\b(?:welke|which|welche[rn]?) (?:docente?|leraar|lerares|teacher|dozent(?:in)?|lehrer(?:in)?)\b"
    r"|\bwho teaches\b|\bwie geeft (?:er |daar |dan )?les\b|\bwer unterrichtet\b",
    re.IGNORECASE,
)
"""How it is asked who somebody is that only a person can be."""
PERSON = re.compile(
    r"\b(?:\w*directeur|trainers?|trainster|instruct\w*|tutor|lecturer|referent\w*|begeleid\w*"
    r"|\w*manager|\w*leider|docente?n?|lera(?:ar|res)|voorzitter|rector|decaan|les (?:van|door)|mentor|coach|director|head|teachers?|taught by|chair\w*"
    r"|direktor(?:in)?|leiter(?:in)?|dozent(?:in)?|lehrer(?:in)?|geschäftsführer(?:in)?)\b",
    re.IGNORECASE,
)

ASKS_MILLIONS = re.compile(
    r"\b(?:hoeveel (?:miljoen|miljard)|how many (?:million|billion)s?|wie ?viele? (?:million|milliard)en?)\b",
    re.IGNORECASE,
)
MILLIONS = re.compile(
    r"\b(?:miljoen|miljard|mln|mio|million(?:en)?|milliarden?|billion)\b|\d[.,]\d{3}[.,]\d{3}|\b(?:niet bekend|not known|nicht bekannt)\b",
    re.IGNORECASE,
)

ASKS_SHARE = re.compile(
    r"\b(?:hoeveel (?:procent|%)|welk percentage|(?:slagings|uitval|doorstroom)percentage|what percentage|how many per ?cent|wie ?viel prozent"
    r"|(?:graduation|success|pass|completion|drop-?out) rate|(?:erfolgs|abbruch|bestehens)quote)",
    re.IGNORECASE,
)
TELLS_SHARE = re.compile(
    r"%|\d ?pro[cz]ent|\bpro[cz]ent\b|\bper ?cent\b|\b(?:helft|kwart|derde|half|halves|quarter|third|hälfte|viertel|drittel)\b"
    r"|\b(?:op|van) de (?:tien|vijf|vier|drie)\b|\bout of (?:ten|five|four|three)\b|\bvon (?:zehn|fünf|vier|drei)\b"
    r"|\b(?:niet bekend|not known|nicht bekannt)\b",
    re.IGNORECASE,
)

ASKS_SIZE_OF_CLASS = re.compile(
    r"\bhoe groot (?:is|zijn|worden?) (?:de |een |hun )?\w*(?:klas|klassen|groep|groepen)\b|\bhow (?:big|large) (?:is|are) (?:the |a )?(?:class|group)(?:es|s)?\b"
    r"|\bclass size\b|\bwie groß (?:ist|sind) (?:die |eine )?(?:klassen?|gruppen?)\b",
    re.IGNORECASE,
)
CLASS = re.compile(
    r"\b\w*(?:klas|klassen|groep|groepen|class|classes|group|groups|klasse|gruppen?)\b", re.IGNORECASE
)

ASKS_EARNINGS = re.compile(
    r"\b(?:wat|hoeveel|what|how much|was|wie ?viel)\b[^.?!,;:]{0,40}\b(?:tikt|salaris|salary|gehalt)\b"
    r"|\b(?:wat|hoeveel) (?:betalen|betaalt|krijg|krijgt|geven) (?:ze|zij|je|ik|mij|hij|de \w+)\b[^.?!,;:]{0,20}\bper (?:uur|maand|week)\b"
    r"|\b(?:what|how much) do (?:they|i|you) (?:pay|get|earn)\b[^.?!,;:]{0,20}\b(?:an|per|a) (?:hour|month|week)\b",
    re.IGNORECASE,
)
"""What somebody is paid."""

WEEKDAYS = r"(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en)?|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?"
ASKS_HOURS = re.compile(
    rf"\b(?:openingstijd(?:en)?|opening hours|öffnungszeiten|hoe laat (?:gaan|zijn|gaat|is)|(?:{WEEKDAYS}) (?:ook )?(?:open|geöffnet)|open (?:op|on) (?:{WEEKDAYS}))\b",
    re.IGNORECASE,
)
HOURS = re.compile(rf"\b(?:{WEEKDAYS}|\d{{1,2}}[.:]\d{{2}}|openingstijd\w*|opening hours)\b", re.IGNORECASE)
"""When a desk is open, and what says so."""

ASKS_YEAR = re.compile(
    r"\b(?:(?:in|sinds|vanaf|uit|since|in|from|seit|ab) )?(?:welk|which|what|welchem|welches) (?:jaar|year|jahr)\b|\b(?:sinds wanneer|since when|seit wann)\b",
    re.IGNORECASE,
)
YEAR = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b(?:onbekend|niet bekend|not known|unknown|nicht bekannt)\b", re.IGNORECASE
)

ASKS_TOWN = re.compile(
    r"\b(?:welke|which|what|welcher|welchem) (?:stad|steden|plaats|gemeente|city|town|stadt|ort)\b(?! in\b)",
    re.IGNORECASE,
)
TOWN = re.compile(
    r"\b(?:in|te|uit|naar|bij|at|near|gemeente|stad) (?!\w*[a-zà-þ][A-ZÀ-Þ])[A-ZÀ-Þ]|, [A-ZÀ-Þ][a-zà-þ][\w-]*(?: [A-ZÀ-Þ][\w-]+)?(?:[.;,]| \(|$)"
)
"""A place: behind its preposition, or at the end of what is told of a programme; "TechWise" is none."""

ASKS_DATE = re.compile(
    r"\b(?:op|vanaf|sinds|tot|voor|per) welke (?:datum|dag)\b|\b(?:on|by|until|before|since|from) (?:which|what) (?:date|day)\b|\b(?:an|bis zu|seit|ab|vor) welchem (?:datum|tag)\b",
    re.IGNORECASE,
)
DAY = re.compile(
    rf"\b\d{{1,2}}(?:e|st|nd|rd|th|\.)? (?:of )?{ANY_MONTH}|{ANY_MONTH} \d{{1,2}}\b|\b\d{{1,2}}[-/.]\d{{1,2}}\b|\b(?:{WEEKDAYS})\b|\b(?:niet bekend|not known|nicht bekannt)\b",
    re.IGNORECASE,
)
"""A day: with its month, in figures, or of the week."""

ASKS_FRAMEWORK = re.compile(r"\b(?:welk|welke|which|what|welche[smr]?) (?:nlqf|eqf)\b", re.IGNORECASE)

ASKS_HOW_TO_APPLY = re.compile(
    r"\bhoe\b(?! (?:lang|vaak|veel|hoog))[^?.!]{0,40}\b(?:aanvragen|aan te vragen|aanvraag|aanvraagt|aangevraagd|aanmelden|aan te melden|inschrijven)\b"
    r"|\bhoe (?:vraag|meld|schrijf)\b[^?.!]{1,40}\b(?:aan|in)\b"
    r"|\bhow\b(?! (?:long|often|many|much))[^?.!]{0,30}\b(?:apply|applied|sign up|register|enrol)\b"
    r"|\bwie (?:beantrag\w*|melde|bewerbe)\b",
    re.IGNORECASE,
)
WAY_TO_APPLY = re.compile(
    r"vraag|vragen|aanvra|meld|inschrij|schrijf|website|https?:|\w\.(?:nl|eu|com|org)\b|formulier|loket|gesprek|studielink|mail|portaal|plan\b"
    r"|appl(?:y|ies|ication)|regist|sign up|enrol|desk|talk|antrag|anmeld|bewerb|gespräch",
    re.IGNORECASE,
)
"""How one applies, and what says so: a verb for it, a place on the web, a desk, a talk."""


ASKS_WHERE_TO_APPLY = re.compile(
    r"\bwaar (?:kan|moet|mag|meld|schrijf|vraag)\b[^?.!]{0,40}\b(?:aan|in|aanmelden|aan te melden|inschrijven|aanvragen)\s*[?.!]*$"
    r"|\bwaar (?:meld|schrijf) (?:ik|je) (?:me|mij|je)\b[^?.!]{0,30}\b(?:aan|in)\b"
    r"|\bwhere (?:do|can|should|must) (?:i|we|you|he|she|they) (?:apply|sign up|register|enrol)\b|\bwo (?:melde?|kann|muss|bewerbe)\b[^?.!]{0,40}\b(?:an|anmelden|bewerben)\s*[?.!]*$",
    re.IGNORECASE,
)
PLACE_TO_APPLY = re.compile(
    r"studielink|website|https?:|\w\.(?:nl|eu|com|org)\b|formulier|\bform\b|loket|desk|portaa?l|e-?mail|\bvia\b|\bthrough\b|\bover\b [A-Z]|\büber\b|\b(?:DUO|UWV|RVO)\b|gemeente|municipality"
    r"|\b(?:bij|at|bei|beim) (?:de |het |een |the |a |der |dem |einem )?(?-i:[A-ZÀ-Þ]|werkgever|leerbedrijf|employer|arbeitgeber)"
    r"|\b\w*(?:school|schule|opleider|college)\b|niet bekend|not known|nicht bekannt",
    re.IGNORECASE,
)
"""Where one applies, and what says so: a site, a desk, an office, with whom."""


ASKS_UNTIL = re.compile(r"\b(?:tot wanneer|until when|bis wann)\b", re.IGNORECASE)
UNTIL = re.compile(
    r"\b(?:tot|t/m|binnen|within|innerhalb|vooraf|in advance|uiterlijk|v[oó]{1,2}r|sluit|sloot|eindig\w*|afgelopen|loopt|liep|gestopt|verloopt|until|till|by|before|ends?|ended|closes?|closed|deadline"
    r"|bis|spätestens|vor|endet|endete|altijd|always|immer|doorlopend|einddatum)\b|\b(?:niet bekend|not known|nicht bekannt|staat niet|staan niet)\b",
    re.IGNORECASE,
)
"""Until when something is there, and what says so."""


def asks_way_to_apply(message: str) -> bool:
    """Say whether a message asks how or where one applies for a study or a scheme."""
    return any(asks.search(message) for asks in (ASKS_HOW_TO_APPLY, ASKS_WHERE_TO_APPLY))


def _by_their_word() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    things = read_data(Path(__file__).with_name("by_their_word.yaml")).values()
    return tuple(
        (re.compile(rf"\b(?:{one['asked']})\b", re.IGNORECASE), re.compile(one["said"], re.IGNORECASE))
        for one in things
    )


OF_KINDS = (
    *_by_their_word(),
    (ASKS_PRICE, PRICE),
    (ASKS_EUROS, EUROS),
    (ASKS_PHONE, TELLS_PHONE),
    (ASKS_OFFICER, OFFICER),
    (ASKS_PERSON, PERSON),
    (ASKS_MILLIONS, MILLIONS),
    (ASKS_SHARE, TELLS_SHARE),
    (ASKS_SIZE_OF_CLASS, CLASS),
    (ASKS_EARNINGS, EUROS),
    (ASKS_HOURS, HOURS),
    (ASKS_YEAR, YEAR),
    (ASKS_TOWN, TOWN),
    (ASKS_DATE, DAY),
    (ASKS_FRAMEWORK, FRAMEWORK),
    (ASKS_HOW_TO_APPLY, WAY_TO_APPLY),
    (ASKS_WHERE_TO_APPLY, PLACE_TO_APPLY),
    (ASKS_UNTIL, UNTIL),
)
"""Kinds of things with the ways to ask for them, and what each looks like in an answer in any of the three languages."""


@lru_cache(maxsize=200)
def _asked_in(message: str) -> tuple[re.Pattern[str], ...]:
    return tuple(looks for asks, looks in OF_KINDS if asks.search(message))


def lacks_kind(message: str, said: Iterable[str]) -> bool:
    """Say whether a message asks for something of one of these kinds (a price, a share, who holds an office, a year, a town, how to apply), and
    no sentence that is said holds any.
    """
    wanted = _asked_in(message)
    if not wanted:
        return False
    told = list(said)
    return not all(any(looks.search(one) for one in told) for looks in wanted)


def lacks_kind_asked(request: Request, written: Written) -> bool:
    """Say whether an answer to a message that asks one thing holds nothing of the kind of it."""
    text = request.question.text
    if written.outcome not in KNOWN or not lacks_kind(text, (one.text for one in written.sentences)):
        return False
    return len(parts_of(text, request.language)) < SEVERAL


SEVERAL = 2
"""Questions in a message whose answers are each looked at alone."""
