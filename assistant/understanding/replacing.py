"""A question asked again with something else in the place of its like: the school, the year, the level, the group. Pure."""

from __future__ import annotations

import re
from functools import partial

from assistant.types import Language
from assistant.understanding.leaning import BEGINS, WORD, naming
from assistant.understanding.topic import named_in
from knowledge.language.normalisation import fold
from knowledge.language.stopwords import stopwords

YEAR = re.compile(r"\b(?:19|20)\d\d(?:\s?[-/]\s?(?:19|20)?\d\d)?\b")
LEVEL = re.compile(
    r"\b(?:(?:mbo|niveau|level|nlqf|stufe)[- ]?)?(?<![\d.,])[1-8](?!\d|%|[.,]\d)\b", re.IGNORECASE
)
LETTER = re.compile(r"(?<=[a-z] )[A-Z]\b(?!\.)")
MODE = re.compile(r"\b(?:bol|bbl)\b", re.IGNORECASE)
WAY = re.compile(
    r"\b(?:voltijd|deeltijd|duaal|full-time|part-time|fulltime|parttime|vollzeit|teilzeit)\b", re.IGNORECASE
)
SCHOOLING = re.compile(r"\b(?:v?mbo|hbo|wo|havo|vwo)(?:[- ]?[1-4])?\b(?!-)", re.IGNORECASE)
NORM = re.compile(r"\b(?:nen|iso|npr)[- ]?\d{3,5}\b", re.IGNORECASE)
ALIKE = (YEAR, SCHOOLING, LEVEL, LETTER, MODE, WAY, NORM)
"""Things of which a new one takes the place of the old one."""

SHORT_STUDY_YEAR = re.compile(r"(?<![\d/.-])'?(\d\d)\s?[/-]\s?'?(\d\d)(?![\d/.-]|%| ?euro)")
RELATIVE_YEAR = re.compile(
    r"\b(?:dit|volgend|komend|vorig|afgelopen|this|next|last|dieses|nächstes|letztes) (?:school|studie|schul|studien)?(?:jaar|year|jahr)\b",
    re.IGNORECASE,
)
"""A year told from today."""

EARLIER = re.compile(
    r"(?<!dan het )(?<!dan een )(?<!dan in het )(?<!opzichte van het )(?<!vergeleken met het )(?<!than the )(?<!than a )(?<!than in the )"
    r"(?<!up on the )(?<!down on the )(?<!up from the )(?<!down from the )(?<!over the )(?<!als im )(?<!als ein )(?<!als das )"
    r"(?:\bjaar (?:er|daar) ?(?:voor|vóór)\b|\byear before\b|\bjahr (?:davor|zuvor)\b)",
    re.IGNORECASE,
)
LATER = re.compile(
    r"(?<!per )\bjaar (?:(?:er|daar) ?)?na\b|(?<!per )(?<!a )(?<!each )(?<!every )\byear after\b(?! that)|\bthe year after that\b|(?<!pro )\bjahr danach\b"
    r"|\b(?:een|één|1) jaar later\b|\b(?:a|one) year later\b|\bein jahr später\b",
    re.IGNORECASE,
)


NOW = re.compile(
    r"\s*(?:(?:en|maar|and|but|und|aber)\s+)?(?:nu|now|jetzt|vandaag|today|heute)\s*[?!.]*", re.IGNORECASE
)
"""A message that asks of today what was asked of a year."""


_BEFORE_ASKING = r"(?:aan|bij|door|met|op|sinds|tot|uit|van|vanaf|voor|by|for|from|since|to|until|with|ab|bis|für|mit|seit|von)"
_ASKING = r"(?:wie|wat|wanneer|waar|who|whom|what|when|where|wem|wen|wann|wo|wer|was)"
BARE_QUESTION = re.compile(
    rf"\s*(?:(?:en|maar|and|but|und|aber)\s+)?(?P<asks>{_BEFORE_ASKING}\s+{_ASKING})"
    r"(?:\s+(?:dan|nou|nu|eigenlijk|precies|allemaal|then|exactly|denn|genau|eigentlich))*\s*[?!.]*",
    re.IGNORECASE,
)
"""A message that is a preposition with a question word ("van wie?", "tot wanneer"): what it asks of was asked before."""

BARE_WHO = re.compile(r"(?=.*\b(?:wie|whom?|wem|wen)\b)" + BARE_QUESTION.pattern, re.IGNORECASE)
"""One of these that asks for somebody: of the topic alone it asks nothing ("van wie, TechWise?")."""

ASKED_BEFORE = re.compile(
    rf"\s*(?:(?:en|and|und)\s+)?(?:{_BEFORE_ASKING}\s+)?(?:{_ASKING}|welke?|hoeveel|hoe(?: (?:lang|hoog|oud|groot|vaak))?|which|how (?:much|many|long)|welche[rs]?|wie ?viele?)\b\s*",
    re.IGNORECASE,
)
"""With what the question before began."""


def instead(question: str, text: str, language: Language) -> str:
    """Return a question with what a message names in the place of its like; what has no like there stands after it."""
    bare, before = BARE_QUESTION.fullmatch(text), ASKED_BEFORE.match(question)
    if bare is not None and before is not None:
        return f"{bare['asks']} {question[before.end() :]}"
    for pattern, away in ((EARLIER, -1), (LATER, 1)):
        if pattern.search(text) and YEAR.search(question):
            return YEAR.sub(partial(_moved, away=away), question)
    if NOW.fullmatch(text) and YEAR.search(question):
        return f"{_without_year(question)}?"
    relative = RELATIVE_YEAR.search(text)
    if relative is not None:
        return f"{_without_year(question)}, {relative.group()}?"
    stepped = _stepped(question, text)
    new = _as_modes(in_full_years(STEP.sub(" ", text) if stepped != question else text))
    question = stepped
    track = TRACK.search(new)
    if track and OF_VMBO.search(question):
        question = OF_VMBO.sub(f"vmbo {track.group()}", question, count=1)
    for pattern in ALIKE:
        found = pattern.search(f"a {new}" if pattern is LETTER else new)
        if found:
            often = 1 if pattern is SCHOOLING else 0  # of "havo ... hbo" the first is where one comes from
            question = pattern.sub(found.group().replace("\\", ""), question, count=often)
    question = _relabelled(question, new)
    question = _renamed(_after_preposition(question, new), new, language)
    little = stopwords(language.value)
    words = [match.group().strip(".") for match in WORD.finditer(BEGINS.sub("", new))]
    rest = [word for word in words if fold(word) not in little and fold(word) not in fold(question)]
    return f"{question.rstrip(' ?!.')}, {' '.join(rest)}?" if rest else question


def _renamed(question: str, text: str, language: Language) -> str:
    """Return a question with the one name of a message ("en CIVON?") in the place of its own one; else as it is.

    Its own is the one name with capitals in it, else the one word that it names ("praktijkleren").
    """
    new = ARTICLE.sub("", BEGINS.sub("", text).strip(" ?!.,"))
    is_name = bool(new) and all(PROPER.fullmatch(word) for word in new.split()) and new[0] not in "0123456789"
    if not is_name or new in question:
        return question
    old = proper_names(question, language)
    named = named_in(question, language)
    if not old and len(named.split()) == 1:
        old = (named,)
    if len(old) != 1:
        return question
    area = AREA.search(old[0]) if AREA.fullmatch(new) else None
    is_of_family = area is not None and area.start() > 0 and not OF_SCHOOLS.match(old[0])
    replaced = area.group() if area is not None and is_of_family else old[0]
    return re.sub(rf"(?<!\w){re.escape(replaced)}(?!\w)", lambda _: new, question, count=1)


AREA = re.compile(
    r"(?:(?:Regio )?(?:Twente|Achterhoek|Stedendriehoek|Stedenvierkant|Cleantech(?: Regio)?|Salland|Veluwe|Overijssel|Gelderland|Drenthe|Flevoland"
    r"|Zwolle|Enschede|Deventer|Apeldoorn|Zutphen|Almelo|Hengelo|Doetinchem|Arnhem|Nijmegen))$"
)
"""Areas after which one of several programmes, desks or funds of a family is called ("Techniekpact Twente")."""

OF_SCHOOLS = re.compile(r"ROC|Universi|Hogeschool|Gemeente|Provincie", re.IGNORECASE)
"""What is called after its place and is not one of a family."""


def proper_names(question: str, language: Language) -> tuple[str, ...]:
    """Return the names of a question that are written with capitals, each once, without the word that begins a sentence."""
    named = frozenset(naming(question, language))
    runs = (match.group() for match in RUN.finditer(question))
    return tuple(dict.fromkeys(run for run in runs if named.intersection(run.split())))


ARTICLE = re.compile(r"^(?:de|het|the|die|der|das)\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)

RUN = re.compile(
    r"(?<![\w-])[A-ZÀ-Þ][\w&.'’-]*\b(?:(?:\s+(?:van|voor|of|für|for|de|der))*\s+[A-ZÀ-Þ][\w&.'’-]*\b)*"
)
"""Words with capitals that stand together, with the little words between them."""


PROPER = re.compile(r"[A-ZÀ-Þ0-9][\w&.'’-]*|van|voor|of|für|for|de")
"""A word of a name."""


_TRACKS = r"(?:basis|kader|gl|tl|bb|kb|gemengd|theoretisch)"
OF_VMBO = re.compile(rf"\bvmbo[ -]{_TRACKS}\b", re.IGNORECASE)
TRACK = re.compile(rf"\b{_TRACKS}\b", re.IGNORECASE)
"""A kind of vmbo, which people name alone once vmbo was named ("en met kader?")."""

LABELLED = re.compile(
    r"\b\w*(?P<label>groep|schaal|trede|module|lijn|onderdeel|fase|periode|blok|week|leerjaar|jaar|klas|categorie|bijlage|artikel|kolom|route|variant"
    r"|group|scale|stage|phase|part|line|year|gruppe|stufe|teil|linie)\s+(?P<which>[A-Za-z]|\d{1,2})(?![\w.,%])",
    re.IGNORECASE,
)
"""One of several that differ in a letter or number ("functiegroep E", "module 2")."""


STEP = re.compile(
    r"\b(?:een|één|1|one|eine?|einen)\s+(?P<label>groep|functiegroep|schaal|trede|niveau|module|leerjaar|klas|group|level|scale|step|gruppe|stufe)\s+"
    r"(?P<way>hoger|verder|lager|eerder|higher|up|further|lower|down|höher|weiter|niedriger|tiefer)\b",
    re.IGNORECASE,
)
"""One more or less of what the question has a letter or number of ("één groep hoger")."""
DOWN = frozenset(["lager", "eerder", "lower", "down", "niedriger", "tiefer"])


def _stepped(question: str, text: str) -> str:
    """Return a question with the letter or number of a label one up or down, where a message says so."""
    step = STEP.search(text)
    if step is None:
        return question
    label = step.group("label").casefold()
    found = re.search(rf"\b\w*{re.escape(label)}\s+(?P<which>[A-Za-z]|\d{{1,2}})\b", question, re.IGNORECASE)
    if found is None:
        return question
    which, away = found.group("which"), -1 if step.group("way").casefold() in DOWN else 1
    moved = str(int(which) + away) if which.isdigit() else chr(ord(which) + away)
    start, end = found.span("which")
    return f"{question[:start]}{moved}{question[end:]}" if moved.isalnum() else question


AS_MODES = (
    (
        re.compile(
            r"\b(?:de )?(?:gewone |normale )?(?:school|dag)(?:variant|route|opleiding)\b|\bgewoon (?:naar|op) school\b",
            re.IGNORECASE,
        ),
        "BOL",
    ),
    (
        re.compile(
            r"\b(?:via|met|bij) een baas\b|\bwerkend leren\b|\b(?:leer-?werk|werk)(?:variant|route)\b",
            re.IGNORECASE,
        ),
        "BBL",
    ),
)
"""What people call learning at school and at work."""


def _as_modes(text: str) -> str:
    for pattern, mode in AS_MODES:
        text = pattern.sub(mode, text)
    return text


def _relabelled(question: str, text: str) -> str:
    """Return a question with the letter or number of a message after the same label ("groep j")."""
    for new in LABELLED.finditer(text):
        old = next((one for one in LABELLED.finditer(question) if _label(one) == _label(new)), None)
        if old is not None:
            start, end = old.span("which")
            question = f"{question[:start]}{new.group('which')}{question[end:]}"
    return question


def _label(found: re.Match[str]) -> str:
    return found.group("label").casefold()


AFTER_PREPOSITION = re.compile(
    r"\b(?P<preposition>aan|bij|in|voor|van|met|op|naar|uit|als|at|for|from|to|with|of|on|as|bei|für|von|mit|an|nach|aus|auf)\s+"
    r"(?P<what>(?:(?:de|het|een|the|an?|der|die|das|dem|den|einem?|einer|eine)\s+)?"
    r"(?:[A-ZÀ-Þ][\w&'’-]*(?:\s+(?:(?:van|voor|of|for|für) )?[A-ZÀ-Þ][\w&'’-]*)*|[a-zß-ÿ][\w-]{2,}))"
)
"""A preposition with what stands after it: names with capitals, or an article and a word."""


def _after_preposition(question: str, text: str) -> str:
    """Return a question with what a message names after a preposition in the place of its like after the same one.

    Like are names and names, or words and words with an article: "in Apeldoorn" takes the place of "in Twente".
    """
    for new in AFTER_PREPOSITION.finditer(text):
        like = [one for one in AFTER_PREPOSITION.finditer(question) if _shape(one) == _shape(new)]
        if len(like) == 1:
            start, end = like[0].span("what")
            question = f"{question[:start]}{new.group('what')}{question[end:]}"
    return question


def _shape(found: re.Match[str]) -> tuple[str, bool, bool]:
    """Return by what two prepositional phrases are alike: the preposition, whether a name and whether an article follows."""
    words = found.group("what").split()
    return (
        found.group("preposition").casefold(),
        words[-1][:1].isupper(),
        len(words) > 1 and words[0].islower(),
    )


def _without_year(question: str) -> str:
    """Return a question without its years and the preposition that is left over."""
    return re.sub(r"\s+(?:in|van|voor|from|of|von)?\s*$", "", YEAR.sub("", question).rstrip(" ?!."))


def in_full_years(text: str) -> str:
    """Return a text with study years in full: "26/27" is 2026-2027."""

    def full(match: re.Match[str]) -> str:
        first, second = match.groups()
        return f"20{first}-20{second}" if int(second) == int(first) + 1 else match.group()

    return SHORT_STUDY_YEAR.sub(full, text)


def _moved(year: re.Match[str], away: int) -> str:
    """Return a year, or a study year in full or short ("2025-26"), so many years away."""
    return re.sub(r"\d+", lambda match: str(int(match.group()) + away), year.group())
