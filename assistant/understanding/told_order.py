"""What people say of themselves, in the order in which a reader from left to right takes it: pure, and before any other reading.

In everyday speech what is held stands before its verb ("mbo 4 metaal heb ik"), and a choice stands bare at the end ("Ad of hbo?").
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.understanding.abroad import abroad_as_such
from assistant.understanding.enrolled import studies_first
from assistant.understanding.lacked import lacking_first
from assistant.understanding.school_years import in_figures
from assistant.understanding.unfinished import unfinished_first

_LEVEL = (
    r"(?:mbo|niveau [1-4]|ad|associate degree|hbo|bachelor|wo|universiteit|university|uni|fachhochschule|havo|vwo|mavo|vmbo|gymnasium"
    r"|abitur|abi|diploma|diplom)"
)
_NO_STORY = (
    r"(?:wat|welke?|hoe\w*|als|wanneer|waar\w*|wie|of|kan|kun|mag|moet|wil|naar|om|met|zonder|na|heb|heeft|hebben|geen|niet|nog"
    r"|what|which|how|if|when|where|who|can|may|must|want|to|with|without|after|have|has|no|not"
    r"|was|wie|wenn|wann|wo|kann|darf|muss|will|nach|mit|ohne|habe?|hat|kein\w*|nicht)"
)
"""Words that say that a piece of a sentence is more than the name of a diploma."""

_NAME = rf"(?:(?!{_NO_STORY}\b)[^\s,.;:?!]+\s+){{0,4}}?"
_AFTER = rf"(?:\s+(?!{_NO_STORY}\b)[^\s,.;:?!]+){{0,3}}?"
_START = r"(?P<start>^|[,.;:?!]\s+|\b(?:en|maar|and|but|und|aber)\s+)"

HELD_BEFORE_VERB = re.compile(
    rf"{_START}(?P<held>{_NAME}\b{_LEVEL}\b{_AFTER})\s+"
    r"(?P<verb>heb ik|heeft (?:hij|ze|zij)|hebben we|habe ich|hab ich|hat (?:er|sie)|i have|i ve got|i've got|he has|she has)"
    r"(?:\s+(?:al|nu|gehaald|afgerond|behaald|already|now|schon|jetzt|gemacht))*\s*(?=[,.;:?!]|$|\b(?:en|maar|and|but|und|aber)\b)",
    re.IGNORECASE,
)
"""A diploma before its verb, and nothing behind it: "mbo 4 werktuigbouwkunde heb ik, ...". "welk diploma heb ik nodig" is none."""

CHOICE_AT_END = re.compile(
    rf"(?P<start>\S\s*[,.;:?!]\s+)(?P<choice>{_NAME}\b{_LEVEL}\b{_AFTER}\s+(?:of|or|oder)\s+{_NAME}\b{_LEVEL}\b{_AFTER})(?P<end>\s*\?*\s*)$",
    re.IGNORECASE,
)
"""Two kinds of education to choose from, bare at the end: "..., ad of hbo?". What one chooses from is not held."""

AIM_BEFORE_VERB = re.compile(
    r"(?<!wat )(?<!what )(?<!was )\b(?P<with>(?:kan|kun|mag|wil|zou|can|kann|darf)\s+(?:\S+\s+){1,3}?(?:met|mit)\s+(?:\S+\s+){0,2}?"
    r"(?:havo|vwo|gymnasium|atheneum|mavo|vmbo|mbo[ -]?(?:niveau )?\d|niveau \d|abitur|fachabitur)\S*[^?.!]*?)\s+"
    r"(?P<aim>(?:(?:de|een|het|'n|n|die|das|den|eine?n?)\s+)?(?:hbo|wo|bachelor|ad|associate degree|master|mbo)\b[^,?.!]*?\s+(?:doen|volgen|studeren|studieren|machen))\b",
    re.IGNORECASE,
)
"""A programme between what is held and its verb: "kan ik met havo NG, met natuurkunde erbij, hbo bouwkunde doen"."""

_FACT = (
    r"(?:(?:ik ben |ben )?\d{2} ?(?:jaar|jr|jarig|years? old|jahre)?(?: oud| alt)?|(?:ik heb |heb )?(?:geen|no|kein) (?:diploma|papieren|startkwalificatie|abschluss)"
    r"|(?:ik heb |heb )?(?:een )?(?:havo|vwo|mavo|vmbo|mbo|niveau)[ -]?[\w&+-]*(?: [\w&+-]+){0,2}? (?:gedaan|gehaald|behaald|diploma|done)|(?:ik )?woon in [\w' -]{3,25})"
)
FACTS_BEHIND = re.compile(
    rf"^(?P<asked>(?:mag|kan|kom|word|kun|darf|can|may)\b[^?!.,;]{{4,60}}),\s+(?P<facts>{_FACT}(?:,?\s+(?:en\s+|and\s+|und\s+)?{_FACT})*)\s*\?*$",
    re.IGNORECASE,
)
"""What somebody is or has, bare behind their question: "mag ik naar het hbo, 19 jaar, geen diploma?"."""

AIM_ALONE = re.compile(
    r",\s+(?P<aim>(?:(?:de|het|een)\s+)?(?:hbo|ad|mbo|niveau|universiteit|wo)(?:[ -]?(?:niveau )?\d)?(?:-?\w+)?),\s+(?=(?:kan|mag|lukt|gaat) (?:dat|het)\b)",
    re.IGNORECASE,
)
"""Where to, bare before the question whether that is possible: "heb mbo 2, mbo 4, kan dat?"."""

ABOUT_SCHOOL = re.compile(
    r"\b(?:hoe zit (?:dat|het|'t)(?: dan)?|hoe is (?:dat|het)(?: dan)?|how is (?:that|it)|what about|how about|wie ist (?:das|es))\s+(?=(?:bij|op|aan|at|bei|an)\b)",
    re.IGNORECASE,
)
"""A frame around a school that asks nothing more than before: "en hoe zit dat bij Saxion"."""

SCHOOL_HAS = re.compile(
    r"\b(?i:heeft|hebben|hat|haben)\s+(?=(?:(?i:de|het|die|das|der)\s+)?(?!Sie\b|Ihr\b)[A-ZÀ-Þ][\w-]*\s+(?:[A-ZÀ-Þ][\w-]*\s+|(?i:van|of)\s+)*(?i:(?:ook|auch|nog|noch|daar|daarvoor|hier|er|dort|da|dafür)\s+)?(?i:een|ook|eine[nrm]?|ein)\b)"
)
SCHOOL_HAVE = re.compile(
    r"\b(?P<does>(?i:does|do)\s+(?:(?i:the)\s+)?(?!I\b)[A-ZÀ-Þ][\w-]*\s+(?:[A-ZÀ-Þ][\w-]*\s+|(?i:of)\s+)*)(?i:have)\b"
)
"""A name that has something, which is a school with programmes: "heeft Saxion een master over robots?"."""

SCHOOL_HAS_ABOUT = re.compile(
    r"\b(?:heeft|hebben|hat|haben)\s+(?=(?:(?:de|het|die|das|der)\s+)?"
    r"(?!(?:ik|je|jij|hij|ze|zij|we|wij|u|men|er|sie|wir|ihr|man|mijn|m'n|mn|zijn|haar|ons|onze|mein\w*|unser\w*|iemand|jemand|wie|wer|dat|dit|die|deze|een|eine?)\b)"
    r"[a-zà-ÿ][\w-]+\s+(?:(?:ook|auch|nog|noch|daar)\s+)?(?:een|eine?[nrm]?)\s+(?:[\w-]+\s+)?"
    r"(?:ad|associate degree|bachelor\w*|master\w*|opleiding|cursus|studie|studium|studiengang|kurs|ausbildung)\s+"
    r"(?:over|in|voor|met|richting|waar|die|über|für|mit|im|wo)\b)",
    re.IGNORECASE,
)
"""The same of a name without a capital, where it is said what the programme is about: "heeft windesheim een ad over robots?"."""

WHICH_SCHOOL_HAS = re.compile(
    r"\b(?P<which>(?:which|what|welke|welk|welche|welcher|welches)\s+(?:[\w-]+\s+)?"
    r"(?:schools?|universit(?:y|ies)|colleges?|institutions?|scho(?:ol|len)|hogescho(?:ol|len)|universiteit(?:en)?|instelling(?:en)?|opleiders?|roc"
    r"|schulen?|hochschulen?|universität(?:en)?|uni|fachhochschulen?)\b(?:\s+[\w-]+){0,6}?)\s+(?:has|have|heeft|hebben|hat|haben)\b",
    re.IGNORECASE,
)
"""A school that is asked for has programmes, and who asks has none of them: "which university in Gelderland has a bachelor in ...?"."""

ASKED_OF_IT = re.compile(
    r"\b(?P<verb>heb|heeft|moet|moeten|kan|kun|mis|do|does|would|will|must|should|can|have|brauche|braucht|muss|kann)\s+"
    r"(?P<who>ik|je|jij|hij|ze|zij|we|wij|you|i|he|she|we|they|ich|er|sie|wir|man)\s+"
    r"(?:dan|daarvoor|ervoor|hiervoor|dus|eigenlijk|precies|then|exactly|actually|dann|dafür|hierfür|also|eigentlich|genau|denn)\s+(?=\w)",
    re.IGNORECASE,
)
"""A small word between what is asked and what it is asked of: "wat heb ik dan nodig?" asks what "wat heb ik nodig?" asks."""

BUSY = re.compile(
    r"\b(?P<how>hoe\s?lang|hoeveel (?:jaar|maanden|tijd)|how long|how many years|wie lange|wie viele jahre)\s+"
    r"(?:ben|bent|is|am|are|bin|bist|ist|doe|doet)\s+(?:ik|je|jij|u|hij|ze|zij|men|i|you|he|she|one|ich|du|er|sie|man)\b(?P<with>[^?.!,;]{0,40}?)\s+(?:bezig|busy|beschäftigt)\b",
    re.IGNORECASE,
)
"""How long something takes, asked of who does it: "hoelang ben je daarna nog bezig" tells nothing of what they are."""

MOST_SMALL_WORDS = 2
"""Small words in a row: "wat heb ik dan eigenlijk nodig"."""

READ = re.compile(
    r"\b(?:(?:ik|je|hij|ze|zij|we|wij|men) (?:net |laatst )?las|las (?:ik|je|hij|ze|we)|lazen we)\b",
    re.IGNORECASE,
)
"""Who read something: "ik las over instroom" tells of no welding."""

BY_TEST = re.compile(
    r"\b(?:21|eenentwintig|einundzwanzig|twenty-one)\s?(?:\+|-?\s?plus\b|-?\s?plusser\b)(?!\s?-?\s?\w+\s+(?:gehaald|passed|bestanden))\s?-?\s?"
    r"(?:(?:toelatings?(?:toets|test|onderzoek|examen)?|toets|test|toelating|onderzoek|regeling|route|procedure|entry test|exam|prüfung)\b)?",
    re.IGNORECASE,
)
"""The way in for who is 21 and has not the diploma, which is no age: "21+", "21 plus", "de 21+-toets"."""

ADULT_WAY = "eenentwintigplus"
"""One word for it, without a number (person_nl.yaml, intent `adult`)."""

TOWARDS = "naar "
"""The word that walks to an aim; the three languages know it."""


@lru_cache(maxsize=500)
def told_in_order(text: str) -> str:
    """Return a message as one would tell it from left to right: years and what is lacked or held first, a choice as an aim."""
    text = ABOUT_SCHOOL.sub("", abroad_as_such(READ.sub(" ", unfinished_first(text))))
    text = BY_TEST.sub(f" {ADULT_WAY} ", text)
    text = SCHOOL_HAVE.sub(r"\g<does>offer", SCHOOL_HAS.sub("biedt ", SCHOOL_HAS_ABOUT.sub("biedt ", text)))
    text = BUSY.sub(r"\g<how> duurt het\g<with>", text)
    text = WHICH_SCHOOL_HAS.sub(r"\g<which> biedt", text)
    for _ in range(MOST_SMALL_WORDS):
        text = ASKED_OF_IT.sub(r"\g<verb> \g<who> ", text)
    text = WANTED_WORK.sub(lambda found: f"{found['wish']} naar ", text)
    text = FACTS_BEHIND.sub(r"\g<facts>. \g<asked>?", text)
    text = AIM_ALONE.sub(rf", {TOWARDS}\g<aim>, ", text)
    text = HELD_BEFORE_VERB.sub(_verb_first, text)
    text = AIM_BEFORE_VERB.sub(lambda found: f"{found['with']} {TOWARDS}{found['aim']}", text)
    text = CHOICE_AT_END.sub(lambda found: f"{found['start']}{TOWARDS}{found['choice']}{found['end']}", text)
    return lacking_first(in_figures(studies_first(stays_first(text))))


WANTED_WORK = re.compile(
    r"\b(?P<wish>wil|wilt|wou|wilde|zoek|zoekt|zou graag|liever)\s+(?:graag\s+|liever\s+|nu\s+)?"
    r"(?:(?:minder|niet|meer|wat|ander|anders|licht|lichter|zo)\s+)*(?:zwaar\s+|vies\s+|fysiek\s+|technisch\s+)?werk(?:en)?\s+in\s+",
    re.IGNORECASE,
)
"""Work that is wanted and not done yet: "wil minder zwaar werk in de installatietechniek"."""


def stays_first(text: str) -> str:
    """Return a text with "blijft zitten" before the year that stands inside it: "blijft in havo 3 zitten"."""
    return STAYS_APART.sub(lambda found: f"{found['verb']} {found['rest']} {found['year']}", text)


STAYS_APART = re.compile(
    r"\b(?P<verb>blijf|blijft|blijven|bleef|bleibe|bleibt|blieb)\s+(?P<year>(?:(?:hij|ze|zij|er|sie|ik|ich|weer|nu|wieder)\s+)*(?:in|op|im|auf)\s+[^.?!,;]{2,30}?)\s+(?P<rest>zitten|sitzen)\b",
    re.IGNORECASE,
)


def _verb_first(found: re.Match[str]) -> str:
    return f"{found['start']}{found['verb']} {found['held']}"
