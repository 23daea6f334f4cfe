"""Every figure and name of every answer stands in what the answer cites: over the records, by every writer, in three languages.

The questions are made of the bundled records themselves, by a seeded choice, so that no answer is one that somebody looked at.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from functools import cache

import pytest

from assistant.chain import AnswerChain
from assistant.types import Language
from evals.conversation.asking import Asker
from evals.conversation.library import Library
from evals.conversation.scorers.citations import precision
from evals.conversation.scorers.figures import supported
from evals.conversation.types import Case, Expected, Reply
from evals.product import LIBRARY_DAY
from knowledge.build import Knowledge
from knowledge.catalogue.codec import read_records
from knowledge.catalogue.types import Occupation, Offer, Organisation, Scheme
from tests.support.bundled import RECORDS

SEED = 20
FEW, PER_KIND = 2, 5
"""Questions of each kind and language, in every run and in full; the few are the first of the many."""

PLACES = ("Enschede", "Zwolle", "Deventer", "Hengelo", "Arnhem", "Almelo")
REGIONS = ("Overijssel", "Gelderland", "Drenthe", "Flevoland", "Nederland", "Twente")
LEVELS = ("mbo-2", "mbo-3", "mbo-4", "hbo-bachelor")
HELD = {
    "nl": ("vmbo-basis", "vmbo-tl", "havo met N&G", "mbo-4 elektrotechniek", "geen diploma", "mbo niveau 2"),
    "en": ("vmbo-tl", "havo", "an mbo-4 diploma", "no diploma", "an Abitur"),
    "de": ("Abitur", "Fachhochschulreife", "vmbo-tl", "mbo-4", "keinen Abschluss"),
}

QUESTIONS = {
    "costs": {"nl": "Wat kost {offer}?", "en": "What does {offer} cost?", "de": "Was kostet {offer}?"},
    "length": {"nl": "Hoe lang duurt {offer}?", "en": "How long does {offer} take?", "de": "Wie lange dauert {offer}?"},
    "code": {"nl": "Wat is de code van {offer}?", "en": "What is the code of {offer}?", "de": "Was ist der Code von {offer}?"},
    "list": {
        "nl": "Welke opleidingen in {field} op {level} zijn er?",
        "en": "Which {level} programmes in {field} are there?",
        "de": "Welche Ausbildungen in {field} auf {level} gibt es?",
    },
    "count": {"nl": "Hoeveel opleidingen {field} zijn er?", "en": "How many programmes in {field} are there?", "de": "Wie viele Ausbildungen in {field} gibt es?"},
    "school": {"nl": "Welke opleidingen geeft {school}?", "en": "Which programmes does {school} offer?", "de": "Welche Ausbildungen hat {school}?"},
    "compare": {"nl": "Vergelijk {offer} en {other}", "en": "Compare {offer} and {other}", "de": "Vergleiche {offer} und {other}"},
    "cheaper": {
        "nl": "Wat is goedkoper, {offer} of {other}? Ik heb {held}.",
        "en": "Which is cheaper, {offer} or {other}? I have {held}.",
        "de": "Was ist günstiger, {offer} oder {other}? Ich habe {held}.",
    },
    "entry": {"nl": "Ik heb {held}. Mag ik naar {offer}?", "en": "I have {held}. May I enter {offer}?", "de": "Ich habe {held}. Darf ich zu {offer}?"},
    "route": {
        "nl": "Ik ben {age}, heb {held} en wil {work} worden.",
        "en": "I am {age}, I have {held} and want to become a {work}.",
        "de": "Ich bin {age}, habe {held} und will {work} werden.",
    },
    "ways": {"nl": "Hoe word ik {work}?", "en": "How do I become a {work}?", "de": "Wie werde ich {work}?"},
    "money": {
        "nl": "Ik ben {age}, woon in {place} en wil {work} worden. Wie betaalt dat?",
        "en": "I am {age}, live in {place} and want to become a {work}. Who pays?",
        "de": "Ich bin {age}, wohne in {place} und will {work} werden. Wer bezahlt das?",
    },
    "scheme": {
        "nl": "Kan ik {scheme} krijgen? Ik ben {age} en woon in {place}.",
        "en": "Can I get {scheme}? I am {age} and live in {place}.",
        "de": "Kann ich {scheme} bekommen? Ich bin {age} und wohne in {place}.",
    },
    "schemes": {"nl": "Welke regelingen zijn er in {place}?", "en": "Which schemes are there for employers?", "de": "Welche Förderungen gibt es für Arbeitgeber?"},
    "figure": {
        "nl": "Hoeveel studenten in het technisch hbo had {region} in {year} volgens DUO?",
        "en": "What was the share of technology in hbo in {region} in {year}, and how does that compare with Overijssel?",
        "de": "Wie hat sich der Anteil der Technik im hbo in {region} seit {year} entwickelt?",
    },
    "most": {
        "nl": "Welke provincie had in {year} het hoogste aandeel vrouwen in het technisch hbo?",
        "en": "Which institution in {region} had the most engineering students in {year}?",
        "de": "Welche Provinz hatte {year} den niedrigsten Anteil der Technik im hbo?",
    },
    "contact": {"nl": "Hoe bereik ik {school}?", "en": "How do I reach {school}?", "de": "Wie erreiche ich {school}?"},
}  # fmt: skip


@cache
def bundled(kind: type) -> Sequence[object]:
    names = ("offers", "schemes", "organisations", "occupations")
    return [one for name in names for one in read_records(RECORDS / f"{name}.jsonl") if isinstance(one, kind)]


def questions(kind: str, language: str, count: int) -> Iterator[str]:
    rng = random.Random(f"{SEED} {kind} {language}")
    offers = [one for one in bundled(Offer) if isinstance(one, Offer)]
    for _ in range(count):
        offer = rng.choice(offers)
        like = [one for one in offers if one.kind is offer.kind and one.name.value != offer.name.value]
        occupation = rng.choice([one for one in bundled(Occupation) if isinstance(one, Occupation)])
        labels = occupation.labels.get(language) or occupation.labels["nl"]
        yield QUESTIONS[kind][language].format(
            offer=offer.name.value,
            other=rng.choice(like or offers).name.value,
            field=rng.choice(offer.fields.value or ("techniek",)),
            level=offer.level.value or rng.choice(LEVELS),
            school=rng.choice([one.name for one in bundled(Organisation) if isinstance(one, Organisation)]),
            scheme=rng.choice([one.name for one in bundled(Scheme) if isinstance(one, Scheme)]),
            work=labels[0].split("/")[0],
            held=rng.choice(HELD[language]),
            age=rng.choice((15, 17, 19, 24, 34, 45, 52)),
            place=rng.choice(PLACES),
            region=rng.choice(REGIONS),
            year=rng.choice(("2020", "2021", "2022", "2023", "2024", "2027")),
        )


def _each_kind_and_language() -> Iterator[object]:
    """Yield every kind in every language with how many questions. Slow is the full number; a few are asked in every run:
    in Dutch of each kind, while English and German take turns over the kinds."""
    for number, kind in enumerate(QUESTIONS):
        for language, is_few in (("nl", True), ("en", number % 6 == 0), ("de", number % 6 == 3)):
            if is_few:
                yield kind, language, FEW
            yield pytest.param(kind, language, PER_KIND, marks=pytest.mark.slow)


Reached = Callable[[Sequence[str]], Sequence[Reply]]


@pytest.fixture(scope="module")
def replies(library: Knowledge, chain: AnswerChain) -> Reached:
    """Gives the replies to the messages of one talk."""
    asker = Asker(chain, Library.of(library.store), LIBRARY_DAY)
    return lambda messages: asker.ask([_talk(tuple(messages))])[0][1]


@pytest.mark.parametrize(("kind", "language", "count"), list(_each_kind_and_language()))
def test_every_figure_and_name_of_an_answer_stands_in_what_it_cites(
    kind: str, language: str, count: int, replies: Reached
) -> None:
    faults = {
        question: found
        for question in questions(kind, language, count)
        if (found := faults_of(replies([question])[0]))
    }
    assert faults == {}


@pytest.mark.parametrize(
    "further", ["en Windesheim?", "hoeveel scheelt dat met 2020?", "welk deel is vrouw?", "en per provincie?"]
)
def test_what_follows_on_a_figure_is_held_by_citations_too(further: str, replies: Reached) -> None:
    talks = [
        ("Hoeveel techniekstudenten had Saxion in 2023?", further),
        ("Wat was het aandeel techniek in het hbo in Drenthe in 2022?", further),
    ]
    assert {talk: found for talk in talks if (found := faults_of(replies(talk)[1]))} == {}


@pytest.mark.parametrize("count", [FEW, pytest.param(PER_KIND, marks=pytest.mark.slow)])
@pytest.mark.parametrize("further", ["en wat kost dat?", "en in deeltijd?", "Kan ik daar geld voor krijgen?"])
def test_what_is_asked_further_is_held_by_citations_too(further: str, count: int, replies: Reached) -> None:
    faults = {
        question: found
        for kind in ("entry", "ways", "school", "list")
        for question in questions(kind, "nl", count)
        if (found := faults_of(replies([question, further])[1]))
    }
    assert faults == {}


def faults_of(reply: Reply) -> tuple[str, ...]:
    """Return what an answer says that its citations do not, sentence by sentence and as a whole."""
    assert reply.answer is not None, reply.error
    scores = (precision(reply, reply.answer), supported(reply, reply.answer))
    return tuple(score.explanation for score in scores if score is not None and score.value < 1)


def _talk(messages: tuple[str, ...]) -> Case:
    nothing: tuple[Expected | None, ...] = (None,) * len(messages)
    return Case("made", "talk", Language.DUTCH, "plain", messages, nothing, (), "tune", "made of the records")
