"""What people say of answers: the words only when they agreed, and otherwise a count."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from sqlalchemy import Boolean, Column, Date, Integer, MetaData, String, Table, Text, delete, func, select
from sqlalchemy import insert as insert_into

from assistant.conversation.masking import masked
from knowledge.store.database import Database

KEPT_DAYS = 180
"""Our choice: two rounds of mending per school year; older questions say little of the present library."""

MOST_KEPT = 5_000
"""Bound on the table: about 50 MB at most. The oldest leave first."""

LONGEST_QUESTION, LONGEST_ANSWER, LONGEST_REASON = 4_000, 8_000, 500


@dataclass(frozen=True, slots=True)
class Rating:
    """What a person said of one answer, and agreed to have kept.

    `reason` is a key of ours ("wrong", "incomplete", "unclear", "source", ...) or their own words, "" for none.
    `language` is that of the question, `generation` the number of the index that answered, 0 when unknown.
    `outcome` is that of the answer ("answered", "partly", "asked_back", "refused"), "" when unknown.
    """

    question: str
    answer_text: str
    is_good: bool
    reason: str
    language: str
    day: date
    generation: int
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class KeptRating:
    """A rating with the number by which it is found again."""

    number: int
    rating: Rating


@dataclass(frozen=True, slots=True)
class Count:
    """How often something happened on a day: an outcome of an answer, or "good" and "bad" without words."""

    day: date
    what: str
    language: str
    times: int


class FeedbackStore(Protocol):
    """Where the page leaves what people say of answers."""

    def add(self, rating: Rating) -> None:
        """Keep a rating with its words. Call it only when the person agreed to that."""
        ...

    def count(self, what: str, language: str, day: date) -> None:
        """Count that something happened, without any words: an outcome, or "good" or "bad"."""
        ...


_metadata = MetaData()

_ratings = Table(
    "ratings",
    _metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("question", Text, nullable=False),
    Column("answer_text", Text, nullable=False),
    Column("is_good", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("day", Date, nullable=False, index=True),
    Column("generation", Integer, nullable=False),
    Column("outcome", String(16), nullable=False),
)

_counts = Table(
    "answer_counts",
    _metadata,
    Column("day", Date, primary_key=True),
    Column("what", String(16), primary_key=True),
    Column("language", String(8), primary_key=True),
    Column("times", Integer, nullable=False),
)


class SqlFeedback:
    """A `FeedbackStore` in the SQL database. What names a person is masked before it is stored."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.create(_metadata)

    def add(self, rating: Rating) -> None:
        """Keep a rating, shortened and masked; ratings past their time leave at the same moment."""
        kept = replace(
            rating,
            question=masked(rating.question)[:LONGEST_QUESTION],
            answer_text=masked(rating.answer_text)[:LONGEST_ANSWER],
            reason=masked(rating.reason)[:LONGEST_REASON],
        )
        row = {name: getattr(kept, name) for name in Rating.__dataclass_fields__}
        with self._database.writing() as connection:
            connection.execute(insert_into(_ratings).values(row))
            oldest = kept.day - timedelta(days=KEPT_DAYS)
            connection.execute(delete(_ratings).where(_ratings.c.day < oldest))
            newest = select(_ratings.c.number).order_by(_ratings.c.number.desc()).offset(MOST_KEPT).limit(1)
            last = connection.execute(newest).scalar()
            if last is not None:
                connection.execute(delete(_ratings).where(_ratings.c.number <= last))

    def count(self, what: str, language: str, day: date) -> None:
        """Count that something happened."""
        is_same = (_counts.c.day == day) & (_counts.c.what == what) & (_counts.c.language == language)
        with self._database.writing() as connection:
            changed = connection.execute(
                _counts.update().where(is_same).values(times=_counts.c.times + 1)
            ).rowcount
            if not changed:
                row = {"day": day, "what": what, "language": language, "times": 1}
                connection.execute(insert_into(_counts).values(row))

    def ratings(self, numbers: tuple[int, ...] | None = None) -> tuple[KeptRating, ...]:
        """Return the kept ratings, the newest first; only those with these numbers when given."""
        query = select(_ratings).order_by(_ratings.c.number.desc())
        if numbers is not None:
            query = query.where(_ratings.c.number.in_(numbers))
        with self._database.reading() as connection:
            rows = connection.execute(query).mappings().all()
        return tuple(
            KeptRating(row["number"], Rating(**{name: row[name] for name in Rating.__dataclass_fields__}))
            for row in rows
        )

    def forget(self, number: int) -> None:
        """Delete one rating; a number that is not kept is no error."""
        with self._database.writing() as connection:
            connection.execute(delete(_ratings).where(_ratings.c.number == number))

    def counts(self, since: date) -> tuple[Count, ...]:
        """Return the counts per kind and language from a day on, added up; `day` is the last day of each."""
        query = (
            select(func.max(_counts.c.day), _counts.c.what, _counts.c.language, func.sum(_counts.c.times))
            .where(_counts.c.day >= since)
            .group_by(_counts.c.what, _counts.c.language)
            .order_by(_counts.c.what, _counts.c.language)
        )
        with self._database.reading() as connection:
            return tuple(Count(*row) for row in connection.execute(query))
