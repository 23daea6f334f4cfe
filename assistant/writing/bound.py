"""What a question and a sentence are bound to: the programme, the way of learning, the form, the level and the month. One of another is about something else. Pure.

The right number of the wrong course is the dangerous error: rows of one table differ in these words alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from assistant.writing.candidates import Candidate
from assistant.writing.direction import goes_another_way
from assistant.writing.doing import pays_itself
from assistant.writing.relevance import asks_value
from knowledge.data_files import read_data
from knowledge.language.months import MONTH_NUMBERS
from knowledge.language.normalisation import fold

_PROGRAMMES = Path(__file__).parent / "bound_programmes.yaml"
_FAMILIES = Path(__file__).parent / "bound_names.yaml"

LEVEL = re.compile(
    r"\b(?:mbo|niveau|niv\.?|level|stufe)[ -]?([1-4])(?:(?:-| of | en | or | and | und )([1-4]))?\b",
    re.IGNORECASE,
)

WAYS: Mapping[str, str] = {"bol": "bol", "bbl": "bbl"}
FORMS: Mapping[str, str] = {
    "voltijd": "full",
    "voltijds": "full",
    "fulltime": "full",
    "full-time": "full",
    "vollzeit": "full",
    "deeltijd": "part",
    "parttime": "part",
    "part-time": "part",
    "teilzeit": "part",
    "duaal": "dual",
    "duale": "dual",
    "dual": "dual",
}


def is_bound_to_another(one: Candidate, question: str, named: str = "") -> bool:
    """Say whether a sentence, with the headings above it, is about another programme, way, form, level or month than a question.

    `named` is the message of a talk that the question stands for: what it names counts then, and not what the talk was about.
    """
    own = named or question
    return (
        names_another(own, " ".join((*one.hit.passage.heading_path, one.text)))
        or has_another_number(own, one.text)
        or _is_of_another_holder(one, own)
        or goes_another_way(own, one.text)
        or pays_itself(question, one.text)
        or (asks_value(question) and is_of_other_value(own, one.text))
    )


ROLE_OF = re.compile(
    r"\b(?:wie|who|wer)\b[^?]{0,40}?\b(?P<role>directeur|director|leiter(?:in)?|voorzitter|chair\w*|coördinator|coordinator|manager|programmamanager"
    r"|projectleider|penvoerder|bestuurder|ceo|rector|decaan|lector|contactpersoon|contact person|ansprechpartner(?:in)?)\s+(?:van|of|bij|at|von|bei)\s+"
    r"(?:(?:de|het|the|der|die|das)\s+)?(?P<name>[A-Z0-9][\w&'’-]*(?:\s+(?:(?:van|voor|of|for|de|der|von)\s+)*[A-Z0-9][\w&'’-]*)*)",
    re.IGNORECASE,
)
"""Who has a role at something with a name."""


def _is_of_another_holder(one: Candidate, question: str) -> bool:
    """Say whether it is asked who is something of an organisation that neither a sentence nor what stands above it names in full."""
    match = ROLE_OF.search(question)
    if match is None or not match["name"][:1].isupper():
        return False
    above = fold(" ".join((one.hit.source.title, *one.hit.passage.heading_path, one.text)))
    names = (word for word in re.findall(r"[\w&-]{2,}", match["name"]) if word[:1].isupper())
    return any(fold(word) not in above for word in names)


AT_HIGHER = re.compile(
    r"\b(?:hbo|wo|hogeschool|universiteit|university|universität|bachelor|ad)\b", re.IGNORECASE
)


def is_of_other_value(question: str, sentence: str) -> bool:
    """Say whether a sentence itself, whatever stands above it, is of another kind of school, another programme or another area."""
    return (
        _differ(_schools(question), _schools(sentence))
        or _differ(_programmes(question), _programmes(sentence))
        or _differ(_areas(question), _areas(sentence))
    )


AREA = re.compile(
    r"(?<![A-ZÀ-Þa-z] van )(?<!provincie )(?<!Provincie )(?<!gemeente )(?<!province of )(?<!provinz )"
    r"(?<!Deal )(?<!pact )(?<!Universiteit )(?<!University of )(?<!Wise )(?<!loket )(?<!Board )(?<!College )(?<!Talent )(?<!Fonds )"
    r"\b(?P<area>twente|achterhoek|stedendriehoek|regio zwolle|overijssel|gelderland|drenthe|flevoland"
    r"|oost-nederland|nederland|the netherlands|niederlanden?|landelijk|nationwide|landesweit)\b(?! (?:board|chip\w*|fonds|fund)\b)",
    re.IGNORECASE,
)
"""An area of which something is told; the name of an organisation or a deal that ends in one tells of none."""
WHOLE_COUNTRY = frozenset(
    ["nederland", "the netherlands", "niederlande", "niederlanden", "landelijk", "nationwide", "landesweit"]
)


@lru_cache(maxsize=4_000)
def _areas(text: str) -> frozenset[str]:
    """Return the areas that a text is about: the number of vacancies in the Netherlands is not that in Twente."""
    found = (match["area"].casefold() for match in AREA.finditer(text))
    return frozenset("nederland" if area in WHOLE_COUNTRY else area for area in found)


SCHOOLS = {
    "mbo": re.compile(r"\b(?:mbo|bol|bbl)\b", re.IGNORECASE),
    "higher": AT_HIGHER,
    "secondary": re.compile(r"\b(?:vmbo|havo|vwo)\b", re.IGNORECASE),
}


@lru_cache(maxsize=4_000)
def _schools(text: str) -> frozenset[str]:
    """Return the kinds of school that a text names: the day for mbo is not that for hbo."""
    return frozenset(name for name, pattern in SCHOOLS.items() if pattern.search(text))


NUMBERED = re.compile(r"\b(?P<of>[A-Z]{2,6})[- ]?(?P<number>(?!(?:19|20)\d\d\b)\d{3,6})\b")
"""A standard or the like, called by letters and a number that is no year: "NEN 3140", "ISO 9001"."""


PART = re.compile(
    r"\b(?P<of>actielijn|lijn|pijler|spoor|actie|stap|fase|doel|opgave|artikel|module) (?P<number>\d{1,2})\b(?![.,]\d)",
    re.IGNORECASE,
)
"""One of the parts of a programme, called by its number: "actielijn 3"."""

IN_TURN = re.compile(r"\b(?P<of>[A-Z]\w+) (?P<number>I{2,3}|IV|V|I(?=\s*(?:[(,.;:?!]|$)))(?!\w)")
"""One of several of a name, called by a Roman number: "Regio Deal Twente II"; an English "I" goes on with a word."""


def has_another_number(question: str, sentence: str) -> bool:
    """Say whether a sentence itself names a standard or one in turn of another number than the question does: NEN 9140 is not NEN 3140.

    What stands above it does not count: below a heading on one standard others are named too.
    """
    asked = _numbered(question)
    if not asked:
        return False
    said = _numbered(sentence)
    letters = {of for of, _ in asked}.intersection(of for of, _ in said)
    return bool(letters) and not asked & said


@lru_cache(maxsize=4_000)
def _numbered(text: str) -> frozenset[tuple[str, str]]:
    called = (
        (match["of"].casefold(), match["number"])
        for pattern in (PART, IN_TURN)
        for match in pattern.finditer(text)
    )
    return frozenset([*((match["of"], match["number"]) for match in NUMBERED.finditer(text)), *called])


def names_another(question: str, sentence: str) -> bool:
    """Say whether a sentence names another programme, way, form, level or month than the question does.

    What neither names, and what one of them leaves open, binds nothing.
    """
    asked = _bindings(question)
    if not asked.named and not asked.degrees:
        return False
    said = _bindings(sentence)
    if any(_differ(asked.values[place], said.values[place]) for place in asked.named):
        return True
    alike = any(
        one.startswith(other) or other.startswith(one) for one in asked.degrees for other in said.degrees
    )
    return bool(asked.degrees) and bool(said.degrees) and not alike


def is_of_another_talk(said_before: str, question: str, sentence: str) -> bool:
    """Say whether a sentence is of a degree by its name that is not the programme of the talk, where the question names none itself.

    "How much for non EU students" after mechatronics is not answered with the fee of a master's by its name.
    """
    talk, asked, said = _bindings(said_before), _bindings(question), _bindings(sentence)
    programmes = talk.values[0]
    if asked.values[0] or asked.degrees or talk.degrees or not programmes:
        return False
    before = fold(said_before)
    return bool(said.degrees) and not any(one in programmes or one in before for one in said.degrees)


def is_of_unnamed_programme(said: str, sentence: str) -> bool:
    """Say whether a sentence is of a programme that nothing of what was `said` in a talk names, neither by us."""
    programmes = _programmes(sentence)
    return bool(programmes) and programmes.isdisjoint(_programmes(said))


@dataclass(frozen=True, slots=True)
class _Bindings:
    """What a text names of each class and each family, and the degrees by name."""

    values: tuple[frozenset[str], ...]
    degrees: frozenset[str]
    named: tuple[int, ...]
    """The places of the values that are there."""


@lru_cache(maxsize=4_000)
def _bindings(text: str) -> _Bindings:
    values = (*(found(text) for found in CLASSES), *(_named(text, family) for family in _families()))
    return _Bindings(values, _degrees(text), tuple(place for place, one in enumerate(values) if one))


def _differ(asked: frozenset[str], said: frozenset[str]) -> bool:
    return bool(asked) and bool(said) and not asked & said


DEGREE = re.compile(
    r"\b(?:MSc|BSc|[Mm]aster|[Bb]achelor) (?P<name>[A-Z][\w&'’-]*(?: (?:(?:and|en|und|&|of) )?[A-Z][\w&'’-]*)*)"
)
"""A degree with the name of its programme: "MSc Computer Science"."""


def _degrees(text: str) -> frozenset[str]:
    """Return the names of the degree programmes of a text in lower case, without the school behind them; in Dutch where that is known."""
    names = [match["name"].lower() for match in DEGREE.finditer(text)]
    return frozenset(one for name in names for one in _programmes(name) or (name,))


def _of(values: Mapping[str, str]) -> Callable[[str], frozenset[str]]:
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, values))})\b", re.IGNORECASE)

    def found(text: str) -> frozenset[str]:
        lowered = text.lower()
        if not any(
            name in lowered for name in values
        ):  # most sentences have none of them: looked for much faster
            return frozenset()
        return frozenset(values[match.lower()] for match in pattern.findall(text))

    return found


def _levels(text: str) -> frozenset[str]:
    return frozenset(level for pair in LEVEL.findall(text) for level in pair if level)


@cache
def _programme_finder() -> Callable[[str], frozenset[str]]:
    return _of({name: programme for programme, names in read_data(_PROGRAMMES).items() for name in names})


@lru_cache(maxsize=4_000)
def _programmes(text: str) -> frozenset[str]:
    return _programme_finder()(text)


@cache
def _families() -> tuple[Mapping[str, re.Pattern[str]], ...]:
    return tuple(
        {name: re.compile(rf"\b(?:{pattern})", re.IGNORECASE) for name, pattern in family.items()}
        for family in read_data(_FAMILIES)
    )


def _named(text: str, family: Mapping[str, re.Pattern[str]]) -> frozenset[str]:
    """Return the members of a family that a text names; what a longer name has taken names no other one."""
    found = []
    for name, pattern in family.items():
        left = pattern.sub(" ", text)
        if left != text:
            found.append(name)
            text = left
    return frozenset(found)


MONTH_OF_YEAR = re.compile(rf"\b(?P<month>{'|'.join(MONTH_NUMBERS)})\s+(?P<year>20\d\d)\b", re.IGNORECASE)


def _months(text: str) -> frozenset[str]:
    return frozenset(
        f"{match['year']}-{MONTH_NUMBERS[match['month'].lower()]:02}"
        for match in MONTH_OF_YEAR.finditer(text)
    )


OF_MBO_FEE = re.compile(r"\b(?:lesgeld|cursusgeld)\b", re.IGNORECASE)
OF_HIGHER_FEE = re.compile(r"\b(?:collegegeld|instellingstarief|tuition|studiengebühr\w*)\b", re.IGNORECASE)
OF_COST = re.compile(
    r"\b(?:wat kost\w*|hoeveel kost\w*|hoe ?duur|how much|what does|was kostet\w*|gekostet|wie teuer)\b",
    re.IGNORECASE,
)
"""A price that is asked of a level is that of its school."""

AT_MBO = re.compile(r"\b(?:mbo|bol|bbl|niveau [1-4])\b", re.IGNORECASE)


def _fees(text: str) -> frozenset[str]:
    """Return whose fee a text is about: lesgeld and cursusgeld are of mbo, collegegeld of hbo and university.

    People mix the words up: the level that they name says which they mean.
    """
    said = {name for name, word in (("mbo", OF_MBO_FEE), ("higher", OF_HIGHER_FEE)) if word.search(text)}
    if len(said) > 1 or (not said and not OF_COST.search(text)):
        return frozenset(said)
    levels = {name for name, level in (("mbo", AT_MBO), ("higher", AT_HIGHER)) if level.search(text)}
    return frozenset(levels if len(levels) == 1 else said)


def is_of_another_fee(one: Candidate, question: str) -> bool:
    """Say whether a sentence is about the fee of mbo where that of hbo or university is asked, or the other way round."""
    asked = _fees(question)
    return bool(asked) and _differ(asked, _fees(one.text))


CLASSES: tuple[Callable[[str], frozenset[str]], ...] = (
    _programmes,
    _of(WAYS),
    _of(FORMS),
    _levels,
    _months,
    _fees,
)
