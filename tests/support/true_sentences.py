"""True sentences beside the text that says so: rows of made-up courses, and running text in other formats. Seeded."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from evals.verification.cases import Case, Cited
from evals.verification.formats import other_format
from knowledge.language.months import MONTHS

FORMATS = 12
"""Times that another format is drawn for a sentence: so often that it has each of its formats."""


def paraphrases(sentence: str, rng: random.Random) -> Iterator[str]:
    """Yield the sentence and true variants of it: other number and date formats, another opening, a shorter one."""
    yield from dict.fromkeys((sentence, *(other_format(sentence, "nl", rng) for _ in range(FORMATS))))
    is_name = re.match(r"\w*[A-Z]\w*[A-Z]|[A-Z]\w+ (?:is|heeft|kent)", sentence)
    lowered = sentence if is_name else sentence[0].lower() + sentence[1:]
    yield from (opening + lowered for opening in ("Ook geldt: ", "Volgens de bron geldt: "))
    comma = sentence.find("; ")
    if comma > 30:
        yield sentence[:comma] + "."


@dataclass(frozen=True)
class Row:
    """A made-up course."""

    course: str
    place: str
    years: int
    hours: int
    cost: int
    start: str


COURSES = (
    "Mechatronica",
    "Logopedie",
    "Verpleegkunde",
    "Werktuigbouwkunde",
    "Elektrotechniek",
    "Procestechniek",
    "Software Engineering",
    "Bouwkunde",
    "Chemie",
    "Robotica",
)
PLACES = ("Enschede", "Deventer", "Zwolle", "Hengelo", "Apeldoorn", "Almelo")


def rows(rng: random.Random, count: int) -> list[Row]:
    """Return rows that differ in every figure."""
    years, hours = rng.sample(range(1, 9), count), rng.sample(range(8, 40), count)
    costs, days = rng.sample(range(301, 3999), count), rng.sample(range(1, 28), count)
    return [
        Row(
            course,
            rng.choice(PLACES),
            years[i],
            hours[i],
            costs[i],
            f"{days[i]} {rng.choice(MONTHS['nl'])} 2027",
        )
        for i, course in enumerate(rng.sample(COURSES, count))
    ]


def said_of(row: Row) -> tuple[str, ...]:
    """Return what its row says of a course, a fact at a time and three in one."""
    return (
        f"De opleiding {row.course} duurt {row.years} jaar.",
        f"{row.course} in {row.place} kost {row.cost} euro.",
        f"Voor {row.course} ben je {row.hours} uur per week bezig.",
        f"De opleiding {row.course} start op {row.start}.",
        f"{row.course} duurt {row.years} jaar, kost {row.cost} euro en vraagt {row.hours} uur per week.",
    )


def true_rows(rng: random.Random, tables: int) -> Iterator[Case]:
    """Yield worded rows beside the table that they come from, each with what is true of the others only."""
    for _ in range(tables):
        table = rows(rng, rng.randint(3, 6))
        evidence = "\n".join(
            f"Opleiding: {r.course}; Plaats: {r.place}; Duur: {r.years} jaar; Uren per week: {r.hours} uur; "
            f"Kosten: {r.cost} euro; Start: {r.start}"
            for r in table
        )
        for own in table:
            mixed = [
                said_of(replace(own, **{name: getattr(other, name)}))
                for other in table
                for name in ("place", "years", "hours", "cost", "start")
            ]
            for place, sentence in enumerate(said_of(own)):
                swaps = tuple(dict.fromkeys(said[place] for said in mixed if said[place] != sentence))
                yield Case(
                    sentence, (Cited("Opleidingen", evidence),), "nl", "row", "Opleidingen", swaps=swaps
                )


def true_document(sections: Sequence[tuple[str, str]], rng: random.Random) -> Iterator[Case]:
    """Yield sentences of running text, and variants of them, beside their section. A section is (context, text)."""
    for context, text in sections:
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])|\n", text):
            bare = sentence.strip().lstrip("-* ")
            if len(bare) >= 25 and bare.endswith("."):
                for variant in paraphrases(bare, rng):
                    yield Case(variant, (Cited(context, text),), "nl", "running text", context)
