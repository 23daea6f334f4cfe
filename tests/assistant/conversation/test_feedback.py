"""What is kept of what people say of answers, and for how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assistant.conversation import feedback
from assistant.conversation.feedback import KEPT_DAYS, Count, Rating, SqlFeedback
from knowledge.store.database import Database

DAY = date(2026, 11, 21)
RATING = Rating("Wat kost de BBL?", "Dat weet ik niet.", False, "incomplete", "nl", DAY, 3, "refused")


@pytest.fixture
def store(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'x.sqlite3'}")
    yield SqlFeedback(database)
    database.close()


def test_a_rating_comes_back_as_it_was_given_the_newest_first(store):
    store.add(RATING)
    store.add(replace(RATING, is_good=True))
    kept = store.ratings()
    assert [one.rating for one in kept] == [replace(RATING, is_good=True), RATING]
    assert store.ratings((kept[1].number,)) == (kept[1],)


def test_a_rating_can_be_forgotten(store):
    store.add(RATING)
    store.forget(store.ratings()[0].number)
    store.forget(999)
    assert store.ratings() == ()


def test_a_rating_past_its_time_leaves_with_the_next_one(store):
    store.add(replace(RATING, day=DAY - timedelta(days=KEPT_DAYS + 1)))
    store.add(replace(RATING, day=DAY - timedelta(days=KEPT_DAYS)))
    store.add(RATING)
    assert [one.rating.day for one in store.ratings()] == [DAY, DAY - timedelta(days=KEPT_DAYS)]


def test_the_oldest_ratings_make_room(store, monkeypatch):
    monkeypatch.setattr(feedback, "MOST_KEPT", 2)
    for question in ("a", "b", "c"):
        store.add(replace(RATING, question=question))
    assert [one.rating.question for one in store.ratings()] == ["c", "b"]


def test_what_names_a_person_is_masked_before_it_is_stored(store, tmp_path):
    store.add(replace(RATING, question="Mail jan@school.nl of bel 06-12345678, BSN 123456782"))
    assert store.ratings()[0].rating.question == "Mail [e-mailadres] of bel [telefoonnummer], BSN [BSN]"


def test_a_long_message_is_cut(store):
    store.add(replace(RATING, question="a" * 10_000, answer_text="b" * 10_000, reason="c" * 10_000))
    kept = store.ratings()[0].rating
    assert (len(kept.question), len(kept.answer_text), len(kept.reason)) == (4_000, 8_000, 500)


def test_what_happened_is_counted_without_words(store):
    for what, language in (("refused", "nl"), ("refused", "nl"), ("refused", "de"), ("good", "nl")):
        store.count(what, language, DAY)
    store.count("refused", "nl", DAY - timedelta(days=40))
    assert store.counts(DAY - timedelta(days=30)) == (
        Count(DAY, "good", "nl", 1),
        Count(DAY, "refused", "de", 1),
        Count(DAY, "refused", "nl", 2),
    )
