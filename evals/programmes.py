"""Talks about a programme of a school, made from the bundled records: is there such a one, and what is known of it?

Each talk begins with one of many ways to name a programme and its school, and asks two fields of it after that. What is expected is
what the records say: a value of one of the programmes of that name at that school, or that it is not known. Drawn with a seed,
worded from `datasets/programme_wordings.yaml`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.types import Assistant, Language, Outcome, Question, Turn
from knowledge.catalogue.types import Offer, StudyMode
from knowledge.data_files import read_data

WORDINGS = Path(__file__).parent / "datasets" / "programme_wordings.yaml"
FIELDS = ("places", "duration_months", "costs", "language", "codes", "mode", "ects", "rule")
LANGUAGES = (Language.DUTCH, Language.DUTCH, Language.DUTCH, Language.ENGLISH, Language.GERMAN)
BESIDES_WORK = frozenset([StudyMode.PART_TIME, StudyMode.DUAL, StudyMode.BBL])
ASKED = 2
"""Fields that are asked after the programme was named."""
MONTHS_OF_YEAR = 12


@dataclass(frozen=True, slots=True)
class ProgrammeTalk:
    """A talk: its language, the programmes of that name at that school, and each message with the field that it asks ("" for none)."""

    language: Language
    offers: tuple[Offer, ...]
    messages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What was said to one message of a talk, and what is wrong with it, "" for nothing."""

    field: str
    question: str
    answer: str
    fault: str


@cache
def wordings() -> Mapping[str, Any]:
    """Return the ways in which is asked, by field and language."""
    found: Mapping[str, Any] = read_data(WORDINGS)
    return found


def talks(
    offers: Sequence[Offer], schools: Mapping[str, str], count: int, seed: int
) -> Iterator[ProgrammeTalk]:
    """Yield `count` talks about programmes with a school that has a name in `schools`, drawn with a seed."""
    draw = random.Random(seed)  # noqa: S311 - draws questions
    named = [one for one in offers if one.provider.value in schools and one.name.value]
    for _ in range(count):
        offer, language = draw.choice(named), draw.choice(LANGUAGES)
        values = {"name": offer.name.value, "school": schools[offer.provider.value or ""]}
        opening = draw.choice(wordings()["opening"][language.value]).format_map(values)
        fields = draw.sample(FIELDS, ASKED)
        asked = [(field, draw.choice(wordings()[field][language.value])) for field in fields]
        yield ProgrammeTalk(language, tuple(_alike(offer, named)), (("", opening), *asked))


def _alike(offer: Offer, offers: Iterable[Offer]) -> Iterator[Offer]:
    """Yield the programmes of the same school with the same name, or a longer or shorter form of it."""
    name = (offer.name.value or "").casefold()
    for other in offers:
        called = (other.name.value or "").casefold()
        if other.provider.value == offer.provider.value and (name in called or called in name):
            yield other


def held(talk: ProgrammeTalk, assistant: Assistant) -> Iterator[Said]:
    """Hold a talk, and yield what was said to each message."""
    history: tuple[Turn, ...] = ()
    for field, text in talk.messages:
        answer = assistant.invoke(Question(text, history))
        history = (*history, Turn("user", text), Turn("assistant", answer.text))
        yield Said(field, text, answer.text, fault_of(talk, field, answer.outcome, answer.text))


def fault_of(talk: ProgrammeTalk, field: str, outcome: Outcome, text: str) -> str:
    """Return what is wrong with an answer about a field of the programmes of a talk, "" when nothing is."""
    if field != "rule" and not any(_called(one) in text for one in talk.offers):
        return "names another programme, or none"
    if field in ("", "rule"):
        return "" if outcome is not Outcome.REFUSED else "turned away"
    expected = expected_of(talk, field)
    if not expected:
        says_so = any(phrase in text for phrase in wordings()["unknown"][talk.language.value])
        return "" if says_so else "does not say that it is not known"
    if outcome not in (Outcome.ANSWERED, Outcome.PARTLY):
        return "turned away"
    return (
        "" if any(re.search(rf"(?<!\w){re.escape(one)}", text) for one in expected) else "without the value"
    )


def _called(offer: Offer) -> str:
    return re.sub(r"\s*\(.*", "", offer.name.value or offer.id)


def expected_of(talk: ProgrammeTalk, field: str) -> list[str]:
    """Return the values of a field that the programmes of a talk have, as an answer writes them; [] where none is known."""
    words = wordings()
    if field == "mode":
        has_one = any(one.mode.value in BESIDES_WORK for one in talk.offers)
        return list(words["besides_work"][talk.language.value]) if has_one else []
    return [
        value for one in talk.offers for value in _values(one, field, words["value"][talk.language.value])
    ]


def _values(offer: Offer, field: str, languages: Mapping[str, str]) -> list[str]:
    match field:
        case "places":
            return [place.name for place in offer.places.value or ()]
        case "duration_months":
            months = offer.duration_months.value
            return (
                [
                    f"{months.low / MONTHS_OF_YEAR:g}"
                    if months.low % MONTHS_OF_YEAR == 0
                    else f"{months.low:g}"
                ]
                if months
                else []
            )
        case "costs":
            return ["euro", "Euro"] if offer.costs.is_known else []
        case "language":
            return [languages[code] for code in (offer.language.value or "").split("+") if code in languages]
        case "codes":
            return [code.value for code in offer.codes.value or ()]
    return [f"{offer.ects.value:g}"] if offer.ects.value else []
