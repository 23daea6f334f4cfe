"""Whether the number of a sentence counts what a question counts: things, by the word right after it, or people by any word for them. Pure."""

from __future__ import annotations

import re

from assistant.types import Language, Request
from assistant.writing.candidates import Candidate
from assistant.writing.forms import NUMBER_IN_WORDS
from assistant.writing.kinds import ASKS_SUM, NUMBER
from assistant.writing.meeting import is_known, is_met
from assistant.writing.relevance import ASKS_NUMBER, MET, UNITS, counted_in, is_money_word
from assistant.writing.translated import translation_of
from knowledge.language.normalisation import fold
from knowledge.language.stopwords import stopwords
from knowledge.types import QuestionWord

COUNT = re.compile(rf"(?<![\w.,-])(?:{NUMBER.pattern})[\d.,]*", re.IGNORECASE)
"""A number that is not part of a name such as mbo-4."""

COUNT_TRANSLATED = re.compile(rf"(?<![\w.,-])(?:\d[\d.,]*|{NUMBER_IN_WORDS})\b", re.IGNORECASE)
"""A number in an English or German sentence."""

OF_A_UNIT = re.compile(r"\s*(?:%|euros?\b|million|millionen|per ?cent\b|prozent\b|-)", re.IGNORECASE)
"""What follows a number that counts money or a share, or begins a range."""

PER = re.compile(r"\b(?:per|pro|je|a|an)\b(?= \w)", re.IGNORECASE)
"""What comes after it is not counted: "5 leerlingen per bedrijf" counts no companies."""

LEVEL = re.compile(
    r"\b(?:niveaus?|mbo|nlqf|eqf|levels?|stufe|groep|fase|lijn|actielijn|stap|art\.?|artikel)[ -]$",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)\d\d")
WHEN = re.compile(
    r"\b(?:in|van|sinds|vanaf|tot|voor|na|eind|begin|rond|jaar|from|since|until|of|im|seit|bis|ab)\s$",
    re.IGNORECASE,
)
"""Before a number that is the name of a level or a year, and counts nothing."""

FEW_LETTERS_BETWEEN = 30
"""Letters between a number and what it counts ("120 nieuwe mbo-studenten")."""


def is_unbound(request: Request, one: Candidate) -> bool:
    """Say whether a question counts things and a sentence has no number right before such a thing ("vier pps'en")."""
    language = request.language
    question = request.standalone_question
    if not ASKS_NUMBER.search(question):
        return False
    said = translation_of(one.text, language)
    if _is_of_another_school(question, one.text):
        return True
    if counted_in(question) & PEOPLE and not COUNTS_PEOPLE.search(said or one.text):
        return True
    counted = counted_in(question) - NOT_COUNTED - stopwords(language.value)
    counted -= {fold(match.group("verb")) for match in VERB_AFTER_HOW_MANY.finditer(question)}
    found = [word for word in request.words if counted.intersection(word.forms) and not is_money_word(word)]
    if said:
        bound = (_counts(said, word, COUNT_TRANSLATED) or _counts(one.text, word) for word in found)
        return bool(found) and not any(bound)
    if language is Language.ENGLISH or ASKS_SUM.search(question):  # a sum stands beside its name
        return any(not is_met(word, one.text, one.words | one.context) for word in found)
    found = [word for word in found if is_known(word) or len(word.forms[0]) >= LONG]
    return bool(found) and not any(
        _counts(one.text, word) or _heads_row(one.text, word) or _counts_back(one.text, word)
        for word in found
    )


LONG = 6
"""Letters from which a word that no source has is surely one: "min" and "pnt" are short for something."""

BACK = re.compile(
    rf"(?<![\d.,-])(?!(?:19|20)\d\d\b)(?:{NUMBER.pattern})[\d.,-]*\s+(?:zijn|waren|werden|komen|kwamen|gaan|gingen)\s+er\b|(?<![\d.,-])(?!(?:19|20)\d\d\b)(?:{NUMBER.pattern})[\d.,-]*\s+(?:ervan|daarvan)\b",
    re.IGNORECASE,
)
"""A number of what was named before it in a sentence ("een tekort aan verspaners: 400-450 zijn er nodig")."""


def _counts_back(text: str, word: QuestionWord) -> bool:
    """Say whether a number of a text counts a word that stands before it."""
    match = BACK.search(text)
    before = text[: match.start()] if match is not None else ""
    return any(word.likeness.get(fold(part), 0.0) >= MET for part in re.findall(r"[^\W\d_][\w-]*", before))


SCHOOLING = re.compile(r"(?<![a-z])(?P<kind>vmbo|mbo|hbo|havo|vwo)(?![a-z])", re.IGNORECASE)


def _is_of_another_school(question: str, text: str) -> bool:
    """Say whether a text counts at another kind of school than a question: students of hbo are none of mbo."""
    asked, said = (
        frozenset(match["kind"].lower() for match in SCHOOLING.finditer(each)) for each in (question, text)
    )
    return bool(asked) and bool(said) and not asked & said


ROW = re.compile(r"(?P<head>[^;:]+(?:: [^;:]+)?)(?:; [^;:]+: [^;]+)+")
"""A row of a table: what it is about, then its values ("Actieve mentoren; 2023: 14; 2024: 33")."""


def _heads_row(text: str, word: QuestionWord) -> bool:
    """Say whether a text is a row of a table that is about a word: its numbers count that."""
    row = ROW.fullmatch(text)
    return row is not None and any(
        word.likeness.get(fold(part), 0.0) >= MET for part in re.findall(r"[^\W\d_][\w-]*", row.group("head"))
    )


NOT_COUNTED = UNITS - {
    fold(word) for word in ("studenten", "leerlingen", "vragen", "plaatsen", "students", "places")
} | frozenset(
    [
        "procent",
        "keer",
        "maal",
        "times",
        "mal",
        "percent",
        "prozent",
        "mensen",
        "people",
        "personen",
        "leute",
        "daarvan",
        "ervan",
        "hiervan",
        "davon",
        "hiervon",
        "daran",
        "dafur",
        "them",
        "those",
        "of",
        "it",
        "er",
        "daar",
        "dort",
        "da",
        *("juist", "ongeveer", "precies", "totaal", "minder", "meer", "kleiner", "groter", "hoger", "lager"),
        *("exactly", "about", "less", "fewer", "more", "smaller", "larger", "higher", "lower", "altogether"),
        *("genau", "etwa", "insgesamt", "weniger", "mehr", "grosser", "hoher", "niedriger"),
    ]
)
"""Units, which stand beside any number, words that a source says more precisely, those that point at what was said, and those
that say how exactly or which way ("en bij hoeveel juist minder?")."""

PEOPLE = frozenset(
    [
        "mensen",
        "personen",
        "people",
        "persons",
        "leute",
        "menschen",
        "medewerkers",
        "employees",
        "mitarbeiter",
    ]
)
"""People of whom it is not said who they are."""

COUNTS_PEOPLE = re.compile(
    rf"(?:{NUMBER.pattern})[^.;]{{0,45}}?(?:mens|person|peopl|leute|medewerk|werknem|werkend|werkzoek|werkloz|employe|mitarbeit|personeel|staff|student|studier|leerling|pupil|schüler|"
    r"deelnem|particip|teilnehm|inwoner|resident|vrouw|women|frau|mannen|docent|teacher|leraren|lid\b|leden|member|bezoek|visitor|vakm|professional|"
    r"jongeren|young|kandida|eerstejaars|gediplomeerd|graduat|fte|technici|geschoold|opgeleid|monteur|lasser|verspaner|operator|engineer|aanvrag|applica|banen|jobs)",
    re.IGNORECASE,
)
"""A number of people, by any word for some."""

VERB_AFTER_HOW_MANY = re.compile(
    r"\b(?:[Hh]oeveel|[Hh]ow many|[Ww]ie ?viele?)\s+(?P<verb>[\w-]+)\s+(?:(?:een|de|het|je|ik|we|wij|ze|zij|hij|u|er|erbij|die|deze|dat|dit|mijn|onze|jullie)\b|[A-ZÀ-Þ])",
)
"""After "hoeveel" stands a verb where an article, a pronoun or a name follows: "hoeveel betalen de gemeenten"."""


def _counts(text: str, word: QuestionWord, count: re.Pattern[str] = COUNT) -> bool:
    for number in count.finditer(text):
        after = PER.split(text[number.start() : number.end() + FEW_LETTERS_BETWEEN])[0]
        before = text[: number.start()]
        is_unit = count is COUNT_TRANSLATED and OF_A_UNIT.match(text[number.end() :])
        if is_unit or LEVEL.search(before) or (YEAR.fullmatch(number.group()) and WHEN.search(before)):
            continue
        if any(word.likeness.get(fold(part), 0.0) >= MET for part in re.findall(r"[^\W\d_][\w-]*", after)):
            return True
    return False
