"""What speaks for and against a sentence being the answer, as numbers from 0 to 1: the input of `assurance`. Pure.

Words that a sentence lacks weigh by what kind of word they are: a name or a figure that is not there makes it the answer
to another question; an everyday word that no source knows is mostly the person's own way of putting it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.types import Language, Request
from assistant.understanding.leaning import capitals
from assistant.writing.asides import is_aside
from assistant.writing.candidates import Candidate
from assistant.writing.counting import VERB_AFTER_HOW_MANY, is_unbound
from assistant.writing.figure_before import leans_on_figure
from assistant.writing.figure_bounds import holds_for_year, is_ruled
from assistant.writing.meeting import COUNTRY, is_known, is_met
from assistant.writing.relevance import (
    ASKED_NAME,
    answers_type,
    asks_value,
    has_kinds_asked,
    met,
    property_in,
    says_whether,
)
from knowledge.language.analysis import Analyzer
from knowledge.language.expansion import abbreviations
from knowledge.language.normalisation import fold
from knowledge.language.stopwords import stopwords
from knowledge.types import Hit, QuestionWord

LIKELY = 0.3
"""Chance from which a question that editors wrote for a sentence is about the same."""

RAREST = 9.0
"""Weight of a word that no source has, about."""

MOSTLY, TWICE = 0.9, 2
"""Share of its places, and number of them, at which a word is written with a capital from which it is a name."""

NOUN_AFTER = re.compile(
    r"\b(?:de|het|een|mijn|jouw|onze|welk|welke|hoeveel|elke|geen|the|an?|which|my|our|how many|der|die|das|dem|den|des|eine?[nrms]?"
    r"|welche[nrms]?|wie ?viele?|mein\w*)\s+(?P<noun>[\w-]+)",
    re.IGNORECASE,
)
"""A determiner makes the word after it a noun, or an adjective that belongs to one."""

OF_COUNTRIES = frozenset(
    [
        "dutch",
        "english",
        "german",
        "nederlands",
        "nederlandse",
        "engels",
        "engelse",
        "engelstalige",
        "duits",
        "duitse",
        "europees",
        "europese",
        "european",
        "belgisch",
        "belgische",
    ]
)
"""Words of languages and countries, written with a capital though they name nothing."""

MID_SENTENCE = re.compile(r"(?<=[\w,;] )[A-ZÀ-Þ][\w-]*")
SIGNALS = (
    "own",
    "whole",
    "figure_unmet",
    "name_unmet",
    "any_name_unmet",
    "name_only_above",
    "unknown_unmet",
    "noun_unmet",
    "other_unmet",
    "rarest_unmet",
    "of_type",
    "asks_value",
    "whole_of_value",
    "count_unbound",
    "property_unmet",
    "cosine",
    "near",
    "first_hits",
    "dense",
    "foreign",
    "whole_of_foreign",
    "of_record",
    "says_whether",
    "lacks_kind",
    "known",
    "is_known",
)
"""The names of the numbers that `signals_of` gives, in this order."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a question decides how its words weigh; the same for all sentences."""

    request: Request
    words: tuple[QuestionWord, ...]
    names: frozenset[str]
    nouns: frozenset[str]

    def of(self, one: Candidate) -> Asked:
        """Return this as asked of one sentence: of one in the language of a foreign question, in the words of the question itself."""
        language = self.request.language
        is_own = one.hit.passage.language == language.value and one.hit.passage.record is None
        if language is Language.DUTCH or not is_own:
            return self
        words = _in_own_words(self.request)
        return replace(self, words=words) if words else self

    @staticmethod
    def is_figure(word: QuestionWord) -> bool:
        """Say whether a word is a number, or the letter of a group or level ("functiegroep F")."""
        return word.forms[0].isdigit() or len(word.forms[0]) == 1


def _in_own_words(request: Request) -> tuple[QuestionWord, ...]:
    """Return the words of a foreign question that are its own, each once, without stop words and what was made of them in Dutch."""
    said = frozenset(Analyzer().words(request.standalone_question)) - stopwords(request.language.value)
    found: dict[str, QuestionWord] = {}
    for word in request.words:
        for form in said.intersection(word.forms):
            if form not in found or word.weight > found[form].weight:
                found[form] = word
    return tuple({id(word): word for word in found.values()}.values())


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a sentence is in meaning: the whole to the question, and to each lacking word (by its first form) its nearest word."""

    cosine: float
    of_words: Mapping[str, float]


def weighed_for(request: Request, words: Sequence[QuestionWord], hits: Sequence[Hit]) -> Asked:
    """Return what decides how the words of a question weigh; a word is a name by how question and sources write it."""
    question = request.standalone_question
    names = {fold(part) for name in capitals(question) for part in name.split("-")}
    if request.language is not Language.GERMAN:
        written = (match.group() for match in ASKED_NAME.finditer(question))
        names |= {fold(part) for name in written for part in name.split("-") if part[:1].isupper()}
        names -= OF_COUNTRIES
    verbs = {fold(match.group("verb")) for match in VERB_AFTER_HOW_MANY.finditer(question)}
    nouns = {fold(match.group("noun")) for match in NOUN_AFTER.finditer(question)} - verbs
    common = {
        fold(match.group("noun")) for match in NOUN_AFTER.finditer(question) if match.group("noun").islower()
    }
    written_so = _written_as_names(words, hits) - common
    if (
        request.language is not Language.DUTCH
    ):  # a translation of a common word is no name because a source has one like it
        written_so &= {fold(part) for word in re.findall(r"[\w-]+", question) for part in word.split("-")}
    names |= written_so
    names |= {word.forms[0] for word in words if not is_known(word) and word.forms[0] in abbreviations()}
    names -= COUNTRY  # what names no region tells of the whole country
    return Asked(request, _by_role(request, words, frozenset(names)), frozenset(names), frozenset(nouns))


def _by_role(
    request: Request, words: Sequence[QuestionWord], names: frozenset[str]
) -> tuple[QuestionWord, ...]:
    """Return the words with those that an answer stands for rather than repeats made light.

    "In welke stad" is answered by the name of a city, "hoe heet het papier" by that of the paper, "de afkorting CIVON" by
    what CIVON stands for. A word that no source has is mostly another way of putting it, and weighs no more than a common one.
    """
    instances = stood_for(request.standalone_question) - names
    most = OF_UNKNOWN if request.language is Language.DUTCH else OF_UNTRANSLATED
    found = []
    for word in words:
        weight = word.weight
        first = word.forms[0]
        if not is_known(word) and not names.intersection(word.forms) and not first.isdigit():
            weight = min(weight, most)
        if instances.intersection(word.forms):
            weight *= OF_STOOD_FOR
        if not PRONOMINAL.fullmatch(first):
            found.append(replace(word, weight=weight))
    return tuple(found) or tuple(words)


def stood_for(question: str) -> frozenset[str]:
    """Return the folded words whose instance is asked for, or that a name explains."""
    return frozenset(fold(word) for pattern in STOOD_FOR for word in pattern.findall(question))


OF_UNKNOWN, OF_UNTRANSLATED = 4.0, 2.0
"""Most weight of a word that no source has, and of a foreign one for which no Dutch word was found."""

OF_STOOD_FOR = 0.3
"""What is left of the weight of a word that the answer stands for."""

STOOD_FOR = (
    re.compile(r"\b(?:welke?|which|what|welche[nrms]?)\s+([a-z][\w-]+)", re.IGNORECASE),
    re.compile(
        r"\b(?:heet|heten|heette|heetten|heißt|heißen)\s+(?:de|het|der|die|das)\s+([a-z][\w-]+)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:[Dd]e|[Hh]et|[Tt]he|[Dd]er|[Dd]ie|[Dd]as) ([a-z][\w-]+) (?=[A-ZÀ-Þ])"),
)
"""Where the word stands whose instance is asked for, or that a name explains ("de afkorting CIVON")."""

PRONOMINAL = re.compile(
    r"(?:waar|wo)(?:aan|bij|door|in|langs|mee|na|naar|om|onder|op|over|toe|tussen|uit|van|voor|an|auf|aus|bei|durch|für|fuer|mit|nach|r?in|r?um|ran|rauf|raus|rüber|von|zu)"
)
"""Words that only ask: "waaruit", "womit"."""


def lacking(asked: Asked, one: Candidate) -> list[QuestionWord]:
    """Return the words of the question that neither a sentence nor a heading above it meets."""
    present = one.words | one.context
    return [
        word
        for word in asked.words
        if not _is_held(asked, word, one.text, present)
        and not is_aside(asked.request, word, one)
        and not _is_ruled(asked, word, one)
        and not _is_half_of(asked, word, present)
        and not _translates_name(asked, word, one.text)
    ]


def _is_half_of(asked: Asked, word: QuestionWord, present: frozenset[str]) -> bool:
    """Say whether a word is half of a name that is written as one in the question and there as a whole: "Oost" of "TechOost"."""
    half = word.forms[0]
    wholes = (name for name in asked.names & present if len(name) > len(half))
    is_half = any(name.startswith(half) or name.endswith(half) for name in wholes)
    return is_half and half not in fold(asked.request.standalone_question).replace(",", " ").split()


RUN_OF_CAPITALS = re.compile(r"[A-Z][\w&-]+(?: (?:(?:of|and|&) )?[A-Z][\w&-]+)+")


def _translates_name(asked: Asked, word: QuestionWord, text: str) -> bool:
    """Say whether a word is only what a name of several words is called in Dutch, and a sentence has that name as the question has it:
    it need not say "technische informatica" of Technical Computer Science.
    """
    request = asked.request
    if request.language is Language.DUTCH:
        return False
    said = fold(request.standalone_question)
    if any(form in said for form in word.forms):
        return False
    return any(name in text for name in RUN_OF_CAPITALS.findall(request.standalone_question))


def _is_ruled(asked: Asked, word: QuestionWord, one: Candidate) -> bool:
    """Say whether a figure that a sentence lacks is held by a limit, by what rules for all years, or by the sentence before it."""
    figure = word.forms[0]
    if not figure.isdigit():
        return False
    question = asked.request.standalone_question
    if figure in asked.request.years:
        return holds_for_year(question, figure, one.text, asked.request.today)
    return is_ruled(question, figure, one.text) or leans_on_figure(figure, one)


OF_NAME = 0.58
"""Likeness from which a name is met: an abbreviation and what it stands for, not the last part of a compound ("TechOost": "Oost")."""


def _is_held(asked: Asked, word: QuestionWord, text: str, present: frozenset[str]) -> bool:
    """Say whether a text meets a word; a name that the sources have must be there itself, not by something like it."""
    if not is_met(word, text, present):
        return False
    is_name = bool(asked.names.intersection(word.forms)) and word.likeness.get(word.forms[0], 0.0) >= 1.0
    return not is_name or met(word, text, present) >= OF_NAME


def signals_of(asked: Asked, one: Candidate, near: Nearness) -> tuple[float, ...]:
    """Return the numbers of `SIGNALS` for one sentence."""
    request, words = asked.request, asked.words
    question = request.standalone_question
    total = sum(word.weight for word in words) or 1.0
    lacks = lacking(asked, one)

    def share(part: Collection[QuestionWord]) -> float:
        return sum(word.weight for word in part) / total

    kinds = {kind: [word for word in lacks if _kind(asked, word) == kind] for kind in KINDS_OF_WORDS}
    named = [word for word in words if _kind(asked, word) == "name"]
    above = [word for word in named if word not in lacks and not is_met(word, one.text, one.words)]
    whole = _covered(words, one.text, one.words | one.context)
    is_value = float(asks_value(question))
    foreign = float(request.language is not Language.DUTCH)
    known = [word for word in lacks if _kind(asked, word) in ("noun", "other")]
    properties = property_in(question) if request.language is Language.DUTCH else frozenset()
    dense = next((rank.score for rank in one.hit.ranks if rank.retriever == "dense"), 0.0)
    return (
        _covered(words, one.text, one.words),
        whole,
        float(bool(kinds["figure"])),
        share(kinds["name"]),
        float(bool(kinds["name"])),
        share(above),
        share(kinds["unknown"]),
        share(kinds["noun"]),
        share(kinds["other"]),
        max((word.weight for word in known), default=0.0) / RAREST,
        answers_type(question, one.text) - 0.5,
        is_value,
        is_value * whole,
        float(is_unbound(request, one)),
        float(any(properties.intersection(word.forms) for word in lacks)),
        near.cosine,
        sum(word.weight * near.of_words.get(word.forms[0], 0.0) for word in lacks) / total,
        1 / (1 + one.hit_rank),
        dense,
        foreign,
        foreign * whole,
        float(one.hit.passage.record is not None),
        float(says_whether(question, one.text)),
        float(not has_kinds_asked(words, one.text)),
        one.known,
        float(one.known >= LIKELY),
    )


KINDS_OF_WORDS = ("figure", "name", "unknown", "noun", "other")


def _kind(asked: Asked, word: QuestionWord) -> str:
    """Return which of `KINDS_OF_WORDS` a word of the question is."""
    if asked.is_figure(word):
        return "figure"
    if asked.names.intersection(word.forms):
        return "name"
    if not is_known(word):
        return "unknown"
    return "noun" if asked.nouns.intersection(word.forms) else "other"


def _covered(words: Sequence[QuestionWord], text: str, present: frozenset[str]) -> float:
    """Return the share of the weight of the words that a text meets, as far as it meets them."""
    total = sum(word.weight for word in words)
    held = sum(
        word.weight * max(met(word, text, present), MET_MISSPELLED * is_met(word, text, present))
        for word in words
    )
    return held / total if total else 0.0


MET_MISSPELLED = 0.8


def _written_as_names(words: Sequence[QuestionWord], hits: Sequence[Hit]) -> set[str]:
    """Return the forms that the sources found write with a capital in the midst of a sentence, nearly always."""
    forms = {form for word in words for form in word.forms}
    text = "\n".join(hit.passage.text for hit in hits)
    capital: dict[str, int] = {}
    for found, times in Counter(MID_SENTENCE.findall(text)).items():
        for part in fold(found).split("-"):
            capital[part] = capital.get(part, 0) + times
    often = {form for form in forms if capital.get(form, 0) >= TWICE}
    if not often:
        return often
    small = dict.fromkeys(often, 0)
    for found, times in Counter(re.findall(r"\b[a-zà-þ][\w-]*", text)).items():
        for part in fold(found).split("-"):
            if part in small:
                small[part] += times
    return {form for form in often if capital[form] >= MOSTLY * (capital[form] + small[form])}
