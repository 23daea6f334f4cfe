"""Searches are drawn again from their seed, expect what the records say, and find what is wrong with an answer."""

from __future__ import annotations

import pytest

from assistant.types import Answer, Language, Outcome, Sentence, SentenceKind
from evals.searches import SLOTS, Programmes, Search, fault_of, searches, wordings
from knowledge.catalogue.queries import OfferFilter
from knowledge.types import RecordRef
from tests.support.bundled import bundled_catalogue

FITTING, ABOUT = frozenset("ab"), frozenset("abc")


def programmes() -> Programmes:
    """Return the bundled programmes, all of which fit any filter."""
    offers = bundled_catalogue().offers
    every = [one.id for one in offers]
    return Programmes(offers, {"saxion": "Saxion", "han": "HAN"}, lambda wanted: every)


def answer_of(*ids: str, outcome: Outcome = Outcome.ANSWERED, text: str = "Er zijn er.") -> Answer:
    records = tuple(RecordRef("offer", id_, id_) for id_ in ids)
    return Answer(outcome, Language.DUTCH, (Sentence(text, SentenceKind.NOTICE, "nl"),), records=records)


def search_of(fitting: frozenset[str]) -> Search:
    return Search("field", Language.DUTCH, "welke opleidingen", fitting, ABOUT)


def test_the_same_seed_draws_the_same_searches_and_another_one_others() -> None:
    every = programmes()
    first, again, other = ([one.text for one in searches(every, wordings(), 30, seed)] for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_every_wording_has_the_slots_of_its_kind_and_no_others() -> None:
    for kind, slots in SLOTS.items():
        subject = "name" if kind.startswith("name") else "field"
        for texts in (wordings()[kind][language.value] for language in Language):
            for text in texts:
                filled = text.format_map(dict.fromkeys((subject, *slots), "#"))
                assert filled.count("#") == 1 + len(slots), (kind, text)


@pytest.mark.parametrize(
    ("fitting", "answer", "fault"),
    [
        (FITTING, answer_of("a", "b"), ""),
        (FITTING, answer_of("a", outcome=Outcome.PARTLY), ""),
        (FITTING, answer_of(outcome=Outcome.REFUSED), "turned away"),
        (FITTING, answer_of(), "tells of no programme"),
        (FITTING, answer_of("x"), "names other programmes"),
        (FITTING, answer_of("a", "x", "y"), "names what was not asked as well"),
        (frozenset(), answer_of(outcome=Outcome.REFUSED), ""),
        (frozenset(), answer_of("c", text="Geen in Almelo. Wel elders:"), ""),
        (frozenset(), answer_of("x"), "names what was not asked"),
    ],
)
def test_what_is_wrong_with_an_answer_is_found(fitting: frozenset[str], answer: Answer, fault: str) -> None:
    assert fault_of(search_of(fitting), answer) == fault


def test_a_name_is_called_by_all_of_its_words() -> None:
    every = programmes()
    called = every.called("data science")
    assert {every.offers[id_].name.value for id_ in called} >= {"Applied Data Science"}
    assert every.fitting(OfferFilter()) >= called
