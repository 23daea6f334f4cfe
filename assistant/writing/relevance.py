"""How well a sentence answers a question: pure arithmetic over words, no model.

The words of the question come from the index with their weights and with the words that are like them, so
that a sentence is judged as retrieval judged its passage: compounds, misspellings and translations count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from assistant.understanding.leaning import PROPERTY
from assistant.writing.doing import NAMED_DOING
from assistant.writing.forms import ACTOR, DATE, MOMENT, OFTEN, PHONE, PLACE, SHARE
from assistant.writing.kinds import (
    ASKED_KINDS,
    ASKS_SUM,
    ASKS_YEAR,
    CODE,
    DURATION,
    EMAIL,
    MONEY,
    NAME,
    NUMBER,
    OF_DAYS,
    holds,
)
from assistant.writing.ways import Ways
from knowledge.language.normalisation import fold
from knowledge.types import QuestionWord

MET = 0.45
"""Likeness from which a word of the question counts as met."""

ENDED = re.compile(
    r"\b(?:gestopt|beëindigd|vervallen|afgeschaft|opgeheven|niet meer|stopte|gesloten|laatste ronde)\b",
    re.IGNORECASE,
)
"""How a source says that something is no longer there."""

KINDS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (
        MONEY,
        frozenset(
            [
                "bedrag",
                "totaalbedrag",
                "budget",
                "geld",
                "prijs",
                "kosten",
                "kost",
                "tarief",
                "maximumbedrag",
                "subsidiebedrag",
            ]
        ),
    ),
    (MONEY, frozenset(["collegegeld", "cost", "costs", "price", "amount", "preis", "betrag", "gelder"])),
    (
        SHARE,
        frozenset(["percentage", "aandeel", "procent", "share", "anteil"]),
    ),
    (CODE, frozenset(["code", "crebo", "crebocode", "croho", "isat", "opleidingscode"])),
    (DATE, frozenset(["datum", "date", "jaartal", "startdatum", "periode", "period", "zeitraum"])),
    (MOMENT, frozenset(["wanneer", "deadline"])),
    (DURATION, frozenset(["duur", "lang", "duration", "dauer", "studieduur"])),
    (PHONE, frozenset(["telefoonnummer", "telefoon", "phone"])),
    (
        ENDED,
        frozenset(
            [
                "gestopt",
                "afgeschaft",
                "vervallen",
                "beeindigd",
                "gesloten",
                "opgeheven",
                "gestopte",
                "ended",
                "stopped",
                "abolished",
                "abgeschafft",
                "beendet",
            ]
        ),
    ),
    (EMAIL, frozenset(["e-mailadres", "mailadres", "email", "mail"])),
    *NAMED_DOING,
)
"""Words that name a kind of thing, and what that kind looks like: "bedrag" is met by "9 miljoen euro"."""

ASKS_NUMBER = re.compile(
    r"\b(?:hoeveel|hoe (?:lang|veel|groot|oud|vaak|hoog|duur)|wat (?:kost|kosten|kostte)|what (?:does|do|did) .{2,60} cost|was kostet|was kosten"
    r"|how (?:much|many|long|old|big)|wie ?viele?[nr]?|wie (?:lange|hoch|oft)"
    r"|(?:wat|what|was) (?:is|was|ist|war) (?:het|de|the|der|die|das) (?:\w+ )?(?:\w*bedrag|budget|\w*prijs|tarief|\w*loon|salaris|aantal|amount|price|fee|salary|\w*betrag|gehalt)"
    r"|max(?:imaal|imum)? \w*(?:bedrag|budget|subsidie)"
    r"|welk (?:bedrag|deel|percentage)|(?:which|what) share|aandeel|anteil)\b",
    re.IGNORECASE,
)
ASKS_MONEY = re.compile(
    r"\b(?:\w*geld|kost|kosten|\w*bedrag|budget|tarief|prijs|euro|betaal|betalen|subsidie|bijdrage|vergoed\w*|cost|costs|money|fees?|pay|kostet)\b"
    rf"|{ASKS_SUM.pattern}",
    re.IGNORECASE,
)
MONEY_OR_SHARE = re.compile(f"{MONEY.pattern}|{SHARE.pattern}", re.IGNORECASE)
ASKS_OFTEN = re.compile(
    r"\b(?:hoe vaak|hoeveel (?:keer|kansen)|how often|how many times|wie oft)\b", re.IGNORECASE
)
NUMBER_OR_OFTEN = re.compile(f"{NUMBER.pattern}|{OFTEN}", re.IGNORECASE)
UNITS = frozenset(
    re.findall(
        r"\w+",
        "uur uren dag dagen week weken maand maanden jaar jaren ec punten vragen studenten leerlingen mensen plaatsen "
        "hours days weeks months years students places stunden tage wochen monate jahre studierende",
    )
)
"""What is counted when it is not money, though the question has a word for money ("hoeveel uur kost ...")."""

ASKS_DAY = re.compile(
    r"\b(?:wanneer|welke? (?:dag|datum|periode|jaar|maand)|sinds wanneer|uiterste|[a-z]{3,}datum|when|(?:what|which) (?:date|day|year|period)"
    r"|wann|welche[nmrs]? (?:tag|jahr|datum|zeitraum))\b",
    re.IGNORECASE,
)
ASKS_CONDITION = re.compile(
    r"\b(?:wanneer (?:wordt|word|is|ben|geldt|telt|heb|krijg)|when (?:is|does|do|am|are)|wann (?:ist|wird|gilt|bekomme))\b",
    re.IGNORECASE,
)
"""A "wanneer" that may ask under which condition."""
CONDITION = re.compile(r"\b(?:pas|zodra|nadat|als|indien|mits|wanneer)\b", re.IGNORECASE)
COUNTED = re.compile(
    r"\b(?:hoeveel|how many|wie ?viele?[nr]?)\s+(?:(?:extra|nieuwe|andere|verschillende|soorten|new|more|other|additional|different|kinds of|neue|andere|weitere|zusätzliche)\s+)*([\w-]+)",
    re.IGNORECASE,
)
"""What is counted: the word after "hoeveel"."""
COUNTED_AS = re.compile(
    r"\b(?:hoeveel|how many|wie ?viele) (?:waren|zijn|werden|were|are|waren|sind) (?:er|daarvan|ervan|hiervan|of them|davon) (?:een |a )?([\w-]+)\s*[?.!]*$",
    re.IGNORECASE,
)
"""What those are that are counted: "hoeveel waren er ondernemer?"."""
ASKS_NAME = re.compile(r"\b(?:wie|welke|waar|who|which|where|wer|welche|wo)\b", re.IGNORECASE)
NAMES_WHO = re.compile(r"\b(?:wie|who|wer)\b", re.IGNORECASE)
NAMES_WHERE = re.compile(r"\b(?:waar|where|wo)\b", re.IGNORECASE)
ASKS_WHICH = re.compile(r"\b(?:welke|which|welche)\b", re.IGNORECASE)
"""What is one of several may have a common name ("welke vakken": natuurkunde)."""
ASKS_WHETHER = re.compile(
    r"(?:^|[.?!,] +)(?:kan|kun|mag|moet|krijg|is|zijn|heb|telt|tellen|doet|can|may|must|do|does|is|are|kann|darf|muss|gibt|ist)\b",
    re.IGNORECASE,
)
SAYS_WHETHER = re.compile(
    r"\b(?:niet|geen|nee|ja|wel|alleen|gestopt|beëindigd|mag|mogen|kun je|kan|altijd|nooit|verplicht|hoeft)\b",
    re.IGNORECASE,
)
ASKS_LIST = re.compile(
    r"\b(?:welke|noem|wat zijn|op een rij|lijst|alle|which|what are|list|all|welche|nenne)\b", re.IGNORECASE
)


def coverage(words: Sequence[QuestionWord], text: str, folded: Iterable[str]) -> float:
    """Return the share (0 to 1) of the question's weight that a text, given with its folded words, accounts for."""
    total = sum(word.weight for word in words)
    if total <= 0:
        return 0.0
    present = frozenset(folded)
    return sum(word.weight * met(word, text, present) for word in words) / total


def met(word: QuestionWord, text: str, present: frozenset[str]) -> float:
    """Return how far (0 to 1) a word of the question is met: by the likest present word, by another form of it, or by a thing of its kind.

    The best of these counts, so that more present words never meet it less.
    """
    alike = max(map(word.likeness.__getitem__, word.likeness.keys() & present), default=0.0)
    return ways_of(word.forms).met(alike, text, present)


@lru_cache(maxsize=1_000)
def ways_of(forms: tuple[str, ...]) -> Ways:
    """Return how else a word with these forms may be met."""
    return Ways.of(forms, KINDS)


def unmet(words: Sequence[QuestionWord], text: str, folded: Iterable[str]) -> tuple[QuestionWord, ...]:
    """Return the content words of a question that a text does not meet, the weightiest first."""
    present = frozenset(folded)
    lacking = [word for word in words if word.is_content and met(word, text, present) < MET]
    return tuple(sorted(lacking, key=lambda word: -word.weight))


ADDRESS = re.compile(
    r"\b[A-ZÀ-Þ][\w.'-]*(?:straat|weg|laan|plein|kade|singel|dijk|hof|park|allee|pad|markt|gracht|steeg)\b[^.\n]{0,12}?\d|\b\d{4} ?[A-Z]{2}\b"
)
ASKS_ADDRESS = re.compile(
    r"\b(?:\w*adres\w*(?<!e-mailadres)(?<!mailadres)|waar woont|wo wohnt|where (?:\w+ ){1,3}lives?|\w*adress\w*|home address|huisnummer|postcode)\b",
    re.IGNORECASE,
)


def asks_address(question: str) -> bool:
    """Say whether a question asks where someone lives or an address: the answer must hold one."""
    return ASKS_ADDRESS.search(question) is not None and EMAIL_WORD.search(question) is None


EMAIL_WORD = re.compile(r"\be-?mail|\bmail", re.IGNORECASE)


@lru_cache(maxsize=200)
def counted_in(question: str) -> frozenset[str]:
    """Return the folded word right after "hoeveel", which is what is counted where it is a noun."""
    found = (*COUNTED.finditer(question), *COUNTED_AS.finditer(question))
    return frozenset(fold(match.group(1)) for match in found)


DEFINES = re.compile(
    r"\s*(?:wat|what|was|wie|who|wer) (?:is|zijn|are|ist|sind|betekent|houdt|houden|doet|does|means?|bedeutet|macht)\b(?! (?:de|het|the|der|die|das) (?:\w+ ){0,2}(?:van|of|von|voor|for)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=200)
def asks_definition(question: str) -> bool:
    """Say whether a question asks what something is or does, and not for a property of it ("wat is de duur van")."""
    return DEFINES.match(question) is not None and not asks_value(question)


def is_about(words: Sequence[QuestionWord], sentence: str) -> bool:
    """Say whether a sentence begins with what the question is about."""
    return begins_with(content_forms(words), sentence)


def content_forms(words: Sequence[QuestionWord]) -> frozenset[str]:
    """Return the forms of the content words of a question."""
    return frozenset(form for word in words if word.is_content for form in word.forms)


def begins_with(forms: frozenset[str], sentence: str) -> bool:
    """Say whether a sentence begins with one of these words."""
    return not forms.isdisjoint(_opening(sentence))


@lru_cache(maxsize=4_000)
def _opening(sentence: str) -> frozenset[str]:
    """Return the folded words with which a sentence begins, and their parts."""
    first = [fold(word.group()) for word in islice(re.finditer(r"[\w-]+", sentence), OPENING)]
    return frozenset(part for word in first for part in (word, *word.split("-")))


OPENING = 2
"""Words in which a sentence says what it is about, an article included."""

SAYS_WHAT = re.compile(
    r"(?:\S+ ){1,8}?(?:is|zijn|helpt|geeft|doet|betekent|staat voor) (?:een|de|het|voor)\b", re.IGNORECASE
)
"""A sentence that says what something is."""


def is_money_word(word: QuestionWord) -> bool:
    """Say whether a word stands for an amount, which an answer gives without the word ("hoeveel subsidie")."""
    return any(ASKS_MONEY.fullmatch(form) for form in word.forms)


def property_in(question: str) -> frozenset[str]:
    """Return the folded word for what of something is asked ("wie is de manager van CIVON": manager)."""
    return frozenset(fold(match.group(1)) for match in PROPERTY.finditer(question))


def names_literal_kind(words: Sequence[QuestionWord]) -> bool:
    """Say whether a question names a kind of thing that an answer must hold literally, such as a code."""
    return any(not LITERAL_NAMES.isdisjoint(word.forms) for word in words)


def says_whether(question: str, sentence: str) -> bool:
    """Say whether a yes-or-no question meets a sentence that says yes, no or under which condition."""
    return _asks_whether(question) and holds(sentence, SAYS_WHETHER)


@lru_cache(maxsize=200)
def _asks_whether(question: str) -> bool:
    return ASKS_WHETHER.search(question) is not None


def names_in(question: str) -> frozenset[str]:
    """Return the folded words of a Dutch or English question that are written as names, its first words left out."""
    found = (match.group() for match in ASKED_NAME.finditer(question))
    return frozenset(word for name in found for word in fold(name).split("-"))


ASKED_NAME = re.compile(r"(?<=[a-z0-9,] )[A-ZÀ-Þ][\w-]+")


@lru_cache(maxsize=200)
def asks_value(question: str) -> bool:
    """Say whether a question asks for one number, amount or day: its answer must be about the thing asked."""
    return ASKS_NUMBER.search(question) is not None or ASKS_DAY.search(question) is not None


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The kinds of things that a question asks for, and whether it asks for a day that may be a condition, a name, which one, who, or where."""

    kinds: tuple[re.Pattern[str], ...]
    condition: bool
    name: bool
    which: bool
    who: bool
    where: bool


@lru_cache(maxsize=200)
def _wanted(question: str) -> _Wanted:
    kinds = [kind for asks, kind in ASKED_KINDS if asks.search(question)]
    if not kinds and ASKS_NUMBER.search(question):
        kinds.append(_number_of(question))
    asks_day = ASKS_DAY.search(question) is not None and not OF_DAYS & set(kinds)
    if asks_day:
        kinds.append(DATE if ASKS_YEAR.search(question) is not None else MOMENT)
    return _Wanted(
        kinds=tuple(kinds),
        condition=asks_day and ASKS_CONDITION.search(question) is not None,
        name=not kinds and ASKS_NAME.search(question) is not None,
        which=ASKS_WHICH.search(question) is not None,
        who=NAMES_WHO.search(question) is not None,
        where=NAMES_WHERE.search(question) is not None,
    )


def answers_type(question: str, sentence: str) -> float:
    """Return 0 to 1: whether a sentence holds the kind of thing that the question asks for (0.5: no kind)."""
    wanted = _wanted(question)
    if wanted.condition and CONDITION.search(sentence) and not DATE.search(sentence):
        return 0.5
    if wanted.name:
        is_named = holds(sentence, NAME) or (wanted.who and holds(sentence, ACTOR))
        return float(is_named) or (0.5 if wanted.which or (wanted.where and holds(sentence, PLACE)) else 0.0)
    if not wanted.kinds:
        return 0.5
    return sum(holds(sentence, kind) for kind in wanted.kinds) / len(wanted.kinds)


def _money_of(question: str) -> re.Pattern[str]:
    """Return what an amount looks like: what is paid back may be a share of the cost."""
    return MONEY_OR_SHARE if ASKS_SHARE.search(question) else MONEY


def _number_of(question: str) -> re.Pattern[str]:
    """Return what the number that a question asks looks like: how often, an amount, or any, which may be a share in words ("een derde")."""
    if ASKS_OFTEN.search(question):
        return NUMBER_OR_OFTEN
    if ASKS_MONEY.search(question) and not UNITS & counted_in(question):
        return _money_of(question)
    return NUMBER_OR_SHARE if ASKS_SHARE.search(question) else NUMBER


NUMBER_OR_SHARE = re.compile(f"{NUMBER.pattern}|{SHARE.pattern}", re.IGNORECASE)

ASKS_SHARE = re.compile(
    r"\b(?:vergoed\w*|rente\w*|interest|zins\w*|procent|percentage|percent|per cent|prozent|reimburs\w*|erstattet|(?:what|which) share|welk deel|aandeel|anteil)\b",
    re.IGNORECASE,
)


def has_kinds_asked(words: Sequence[QuestionWord], sentence: str) -> bool:
    """Say whether a sentence holds every kind of thing that the question names ("telefoonnummer", "code")."""
    asked = (pattern for pattern, names in KINDS for word in words if names.intersection(word.forms))
    return all(holds(sentence, pattern) for pattern in asked if pattern in LITERAL_KINDS)


LITERAL_KINDS = (SHARE, CODE, PHONE, EMAIL)
"""Kinds that an answer must hold when they are named; "geld lenen" names money without asking for an amount."""

LITERAL_NAMES = frozenset(name for kind, names in KINDS if kind in LITERAL_KINDS for name in names)
"""Words that name such a kind."""
