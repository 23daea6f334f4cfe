"""How numbers, stretches of time, moments and sums are written in Dutch, English and German. Patterns alone.

The bundled library is Dutch, and says "op 1 maart 2026". A document that a school brings in says "tachtig uur", "a four-year programme", "binnen
15 werkdagen", "elke eerste dinsdag", "bis zum 30. Juni" and "kostenlos": those are a length of time, a moment and a price as well.
"""

from __future__ import annotations

import re

from knowledge.language.months import MONTHS

_ONES = "twee|drie|vier|vijf|zes|zeven|acht|negen"
_NUMBER_NL = (
    rf"(?:{_ONES}|tien|elf|twaalf|(?:der|veer|vijf|zes|zeven|acht|negen)tien"
    rf"|(?:(?:een|één|{_ONES})[eë]n)?(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig|honderd|duizend)"
)
_NUMBER_EN = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|hundred|thousand)"
)
_NUMBER_DE = (
    r"(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn"
    r"|(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?(?:zwanzig|(?:drei|vier|fünf|sech|sieb|acht|neun)(?:ß|z)ig)|hundert|tausend)"
)
NUMBER_IN_WORDS = rf"(?:{_NUMBER_NL}|{_NUMBER_EN}|{_NUMBER_DE})"
"""A number from two on, written out."""

_ONE_OR_PART = r"(?:een|één|half|halve|anderhalve?|one|half an?|one and a half|eine?[nmrs]?|halbe[sn]?|anderthalb\w*|drie ?kwart)"
_COUNT_OF_TIME = rf"(?:\d[\d.,]*|{NUMBER_IN_WORDS}|{_ONE_OR_PART})"

_UNIT_NL = (
    r"\w*(?:jaar|jaren|maand|maanden|week|weken|dag|dagen|uur|uren|minuut|minuten|kwartier|kwartaal|kwartalen|dagdeel|dagdelen"
    r"|avond|avonden|middagen|ochtenden|semester|semesters|zaterdagen)"
)
_UNIT_EN = r"(?:[a-z]+[ -])?(?:years?|months?|weeks?|\w*days?|hours?|minutes?|evenings?|mornings?|afternoons?|semesters?|quarters?)"
_UNIT_DE = r"\w*(?:jahre?n?|monate?n?|wochen?|tage?n?|stunden?|minuten?|abende?n?|semestern?|halbjahre?n?)"
UNIT_OF_TIME = rf"(?:{_UNIT_NL}|{_UNIT_EN}|{_UNIT_DE})"

LENGTH_OF_TIME = re.compile(
    rf"(?<![\w,.€-])(?:{_COUNT_OF_TIME}(?:\s?(?:-|–|tot|of|to|or|and|bis|oder|à)\s?{_COUNT_OF_TIME})?['’]?\s?(?:[^\W\d]+\s){{0,2}}{UNIT_OF_TIME}\b)"
    rf"|\b(?:{NUMBER_IN_WORDS}|\d+|half|een|één|ein)-?(?:jarig|maands|weeks|daags|urig|jährig|monatig|wöchig|tägig|stündig)\w*"
    rf"|\b(?:{NUMBER_IN_WORDS}|\d+|one)-(?:year|month|week|day|hour|minute)\b"
    r"|\b(?:half ?jaar|half ?uur|kwartier|half an hour|halbjahr\w*|onbeperkt|levenslang|unlimited|indefinitely|unbegrenzt|unbefristet)\b",
    re.IGNORECASE,
)
"""A stretch of time: with a number, in one word ("tweejarige", "four-year"), or without an end."""

_MONTH = "|".join(name for names in MONTHS.values() for name in names if name not in ("May", "March"))
ANY_MONTH = rf"(?:{_MONTH}|(?-i:May|March))"
_DAY_OF_MONTH = (
    rf"\b\d{{1,2}}(?:\.|e|ste|de|st|nd|rd|th)?(?: (?:of|en|and|und|tot|t/m|tot en met|-|–) \d{{1,2}}\.?)? {ANY_MONTH}\b"
    rf"|\b{ANY_MONTH} \d{{1,2}}\b|\b\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)?\d\d\b"
)
DATE = re.compile(rf"\b(?:1[89]|20)\d\d\b|{_DAY_OF_MONTH}", re.IGNORECASE)
"""A year, or a day of one."""

WEEKDAY = re.compile(
    r"\b(?:maan|dins|woens|donder|vrij|zater|zon)dag|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|diens|donners|frei|sams|sonn)tag|\bmittwoch",
    re.IGNORECASE,
)
THAT_DAY = re.compile(rf"{WEEKDAY.pattern}|{_DAY_OF_MONTH}", re.IGNORECASE)
"""One day: of the week or of a year, and not only the year."""

CLOCK = re.compile(
    r"(?<![\d€,.])(?<!€ )(?:[01]?\d|2[0-4])[.:][0-5]\d\b(?![.,]?\d)|\b\d{1,2} uur\b(?! (?:per|praktijk|les))|\b\d{1,2}(?: (?:bis|-|–|to|tot) \d{1,2})? ?(?:uhr|[ap]\.?m\.?|o'clock)\b",
    re.IGNORECASE,
)

_TERM = (
    rf"\b(?:binnen|na|tot(?: en met)?|vanaf|uiterlijk|minstens|ten minste|within|after|until|up to|no later than|at least|innerhalb(?: von)?|nach|bis|spätestens|mindestens)"
    rf" (?:de |het |the |dem |den |der )?{_COUNT_OF_TIME} (?:\w+ )?{UNIT_OF_TIME}\b"
    rf"|\b{_COUNT_OF_TIME} (?:\w+ )?{UNIT_OF_TIME} (?:voor\w*|vóór|na|van te ?voren|tevoren|vooraf|later|eerder|before|after|in advance|beforehand|earlier|vor|nach|vorher|im voraus|später)\b"
)
_PART_OF_A_YEAR = (
    r"\b\w*vakanties?\b|\b\w*ferien\b|\bholidays\b|\b(?:voorjaar|najaar|zomer|winter|herfst|spring|summer|autumn|frühjahr|frühling|sommer|herbst)\b"
    r"|\b(?:de|the|den|dem) (?:\d{1,2}(?:e|ste|de|st|nd|rd|th)|first|tenth|fifteenth)\b(?= (?:van|of|day) |[.,;])"
    r"|\b(?:eind|einde|begin|end|beginning|start|ende|anfang) (?:van|of|des|der|von) |\b(?:laatste|eerste|last|first|letzten|ersten) (?:\w+ )?(?:\w*dag|\w*day|\w*tag)\b"
)
DAY_OR_TERM = re.compile(
    rf"{DATE.pattern}|{_TERM}|{WEEKDAY.pattern}|{CLOCK.pattern}|{_PART_OF_A_YEAR}", re.IGNORECASE
)
"""A day, or a stretch of time before or after something: both say until when."""

OFTEN = (
    r"\b(?:elke|iedere|every|jede[nrsm]?|wekelijks\w*|maandelijks\w*|jaarlijks\w*|weekly|monthly|quarterly|yearly|annually|wöchentlich|monatlich|vierteljährlich|jährlich)\b"
    r"|\b(?:keer|maal|eens|tweemaal|times|once|twice|mal|einmal|zweimal) (?:per|a|an|in|pro|im) |\bper kwartaal\b|\b\w+maal\b|\b(?:once|twice|dreimal)\b"
)

MOMENT = re.compile(
    rf"{DATE.pattern}|{WEEKDAY.pattern}|{CLOCK.pattern}|{_TERM}|\b{ANY_MONTH}\b"
    r"|\bweek \d|\b(?:kalenderwoche|kw) \d|\b(?:de|the|vóór de|voor de|den|dem) \d{1,2}(?:e|ste|de|st|nd|rd|th)?\b(?= van de maand|[.,;]| of the month)"
    rf"|{OFTEN}|{_PART_OF_A_YEAR}"
    r"|\b(?:'s avonds|overdag|'s ochtends|'s middags|in the evenings?|abends|morgens)\b"
    r"|\b(?:dag en nacht|day and night|tag und nacht|direct|meteen|onmiddellijk|immediately|straight away|sofort|doorlopend|het hele jaar"
    r"|all year|ganzjährig|op elk moment|at any time|jederzeit|zodra|as soon as|sobald)\b"
    r"|\b(?:leer|school|studie)?jaar (?:\d|een|twee|drie|vier)\b|\byear (?:one|two|three|four|\d)\b|\b(?:eerste|tweede|derde|vierde|laatste) (?:leer|school|studie)?jaar\b"
    r"|\b(?:first|second|third|fourth|final|last) year\b|\b(?:ersten|zweiten|dritten|letzten) (?:lehr)?jahr\b|\b(?:periode|blok|period|block) \d",
    re.IGNORECASE,
)
"""When something is: a day, an hour, a part of the year, how often, or what must come first."""

PLACE = re.compile(
    r"\b(?:in|op|bij|aan|naar|achter|naast|vanaf|at|on|near|behind|from|im|am|beim|auf|hinter|neben) (?:de|het|uw|je|jouw|een|the|your"
    r"|our|a|der|dem|den|das|ihrer|ihrem|deinem|einem|einer)? ?(?:\w+ )?\w{4,}",
    re.IGNORECASE,
)
"""Where something is, without a name."""

FREE = re.compile(
    r"\b(?:gratis|kosteloos|kosteloze|free|kostenlos\w*|kostenfrei\w*|gebührenfrei|niets|geen kosten|nothing|no (?:charge|cost|fee)s?|nichts|keine? (?:kosten|gebühr\w*|schulgebühr\w*))\b",
    re.IGNORECASE,
)
"""That there is no price."""

SHARE = re.compile(
    r"%|\b(?:procent|percent|per cent|prozent)\b|\b(?:helft|kwart|derde|half of|one half|a third|one third|two thirds|a quarter|hälfte|drittel|viertel)\b",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"(?<![\d.])(?:\+|00)\d{2}[ -]?(?:\(0\))?[ -]?\d[\d -]{6,}\d|\b0\d{1,3}[ -]?\d[\d -]{5,}\d"
)
AGE = re.compile(
    rf"\b(?:\d{{2}}|{NUMBER_IN_WORDS}) (?:jaar|years?|jahren?)\b|\b(?:ouder|jonger|older|younger|älter|jünger) (?:dan|than|als)\b|\b(?:jaar"
    rf"|years?|jahre?) (?:of|or|und|oder) (?:ouder|jonger|older|younger|over|älter|jünger)"
    r"|\bleeftijd|\bthe age of\b|\b(?:aged?|under|over) \d{2}\b|\bmindestalter|\b(?:vanaf|onder|boven|ab|unter|über) (?:de |je )?\d{2}\b"
    r"|\b\d{2}\+|\b(?:minder|meerder|voll)jähr\w*|\bminderjarig\w*|\bmeerderjarig\w*"
    r"|\b(?:jongste|oudste|youngest|oldest|jüngste|älteste)\b",
    re.IGNORECASE,
)

ACTOR = re.compile(
    r"\b\w*(?:directeur|directie|directrice|bestuur|commissie|werkgever|bedrijf|bedrijven|gemeente|gemeenten|school|fonds|fondsen|student"
    r"|studenten|deelnemers?|leerlingen?|docent|docenten|leraar|coach|mentor|leidinggevende"
    r"|begeleiders?|beoordelaars?|assessor(?:en)?|ouders?|conciërge|decaan|secretaris|voorzitter|manager|adviseurs?|loket|dienst|instelling|opleider|academie|college|afdeling"
    r"|medewerkers?|\w*bureau|zelf|yourself|themselves|selbst|praktijkopleiders?|raad|vergadering|overheid|provincie|uwv|duo"
    r"|company|employer|board|committee|municipality|fund|teachers?|supervisor|director|head|parents?|staff|officer|desk|institute|office|province|examiners?|interpreter"
    r"|betrieb|arbeitgeber|schule|schulleitung|vorstand|ausschuss|gemeinde|leiter\w*|lehrer\w*|ausbilder\w*|eltern|jobcenter|kammer|träger|geschäftsstelle|landkreis)\b",
    re.IGNORECASE,
)
"""Who does something, by what they are and not by name."""
