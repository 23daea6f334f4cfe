"""Plant errors in true sentences: number, unit, date, negation, name, row swap. Seeded.

A case is a sentence, the evidence it would cite, and what was planted ("" for a true sentence).
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

NAMES = (
    "Windesheim",
    "Deltion",
    "Aventus",
    "Hanze",
    "Radboud",
    "Kampen",
    "Almelo",
    "Apeldoorn",
    "Bosch",
    "Van Dijk",
)
MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
_UNITS = {"jaar": "maanden", "maanden": "weken", "weken": "jaar", "uur": "dagen", "dagen": "weken", "euro": "dollar",
          "miljoen": "miljard", "procent": "euro", "%": " euro", "EC": "uur", "jaren": "weken", "€": "$"}  # fmt: skip
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_DATE = rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)})(?: \d{{4}})?\b"


@dataclass(frozen=True)
class Case:
    """A sentence beside its evidence; `planted` is "" when it is true."""

    sentence: str
    evidence: str
    context: str
    planted: str = ""


Planter = Callable[[Case, random.Random], str | None]


def _replaced(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


def _pick(pattern: str, text: str, rng: random.Random) -> re.Match[str] | None:
    found = list(re.finditer(pattern, text))
    return rng.choice(found) if found else None


def number(case: Case, rng: random.Random) -> str | None:
    match = _pick(
        rf"(?<![\w-])(?:{_NUMBER})(?![\w])", re.sub(_DATE, lambda m: "x" * len(m[0]), case.sentence), rng
    )
    if match is None:
        return None
    digits = [index for index, letter in enumerate(match[0]) if letter.isdigit()]
    at = rng.choice(digits)
    options = [d for d in "123456789" if d != match[0][at]]
    new = match[0][:at] + rng.choice(options) + match[0][at + 1 :]
    return _replaced(case.sentence, match, new)


def unit(case: Case, rng: random.Random) -> str | None:
    spelled = "|".join(re.escape(word) for word in _UNITS)
    match = _pick(rf"(?<=\d )(?:{spelled})(?!\w)|(?<=\d)%|€(?= ?\d)|(?<=miljoen )euro\b", case.sentence, rng)
    return _replaced(case.sentence, match, _UNITS[match[0]]) if match else None


def date(case: Case, rng: random.Random) -> str | None:
    match = _pick(_DATE, case.sentence, rng)
    if match is None:
        return None
    parts = match[0].split()
    at = rng.randrange(len(parts))
    if at == 0:
        parts[0] = str(rng.choice([day for day in range(1, 28) if str(day) != parts[0]]))
    elif at == 1:
        parts[1] = rng.choice([month for month in MONTHS if month != parts[1]])
    else:
        parts[2] = str(int(parts[2]) + rng.choice([-2, -1, 1, 2, 10]))
    return _replaced(case.sentence, match, " ".join(parts))


def negation(case: Case, rng: random.Random) -> str | None:
    match = _pick(r"\b(?:niet|geen|nooit|zonder) ", case.sentence, rng)
    if match:
        new = {"geen ": "een ", "zonder ": "met "}.get(match[0], "")
        return _replaced(case.sentence, match, new)
    verb = _pick(
        r"\b(?:is|zijn|heeft|hebben|krijgt|krijgen|duurt|kost|was|werd|mag|moet|kan|kent|wil|gaat|doet|startte) ",
        case.sentence,
        rng,
    )
    if verb is None:
        return None
    return (
        case.sentence[: verb.end()]
        + rng.choice(["niet ", "geen ", "nooit ", "niet "])
        + case.sentence[verb.end() :]
    )


def name(case: Case, rng: random.Random) -> str | None:
    match = _pick(r"(?<=\w )[A-Z][\w-]{3,}|\b[A-Z][a-z]+[A-Z]\w+", case.sentence, rng)
    absent = [one for one in NAMES if one not in case.evidence + case.context]
    return _replaced(case.sentence, match, rng.choice(absent)) if match else None


def swap(case: Case, rng: random.Random) -> str | None:
    """Put the figure (with its unit), date or place of another statement of the same evidence in its place."""
    unit = r"(?: (?:miljoen|mln))?(?: (?:euro|jaar|weken|maanden|uur|procent|EC)\b|%)?"
    own = _pick(
        rf"(?<![\w,.-])(?:{_NUMBER}){unit}(?![\w])",
        re.sub(_DATE, lambda m: "x" * len(m[0]), case.sentence),
        rng,
    )
    if own is None:
        return None
    kind = re.sub(_NUMBER, "#", own[0])
    said = set(re.findall(rf"(?<![\w,.-])(?:{_NUMBER}){unit}(?![\w])", case.sentence))
    others = [
        found
        for found in re.findall(rf"(?<![\w,.-])(?:{_NUMBER}){unit}(?![\w])", re.sub(_DATE, "", case.evidence))
        if found not in said and re.sub(_NUMBER, "#", found) == kind and _is_year(found) == _is_year(own[0])
    ]
    return _replaced(case.sentence, own, rng.choice(others)) if others else None


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", text))


PLANTERS: dict[str, Planter] = {
    "number": number, "unit": unit, "date": date, "negation": negation, "name": name, "row swap": swap,
}  # fmt: skip


def planted(true: Sequence[Case], count: int, seed: int) -> Iterator[Case]:
    """Yield `count` cases with an error, the six kinds in turn, from the true ones."""
    rng = random.Random(seed)
    kinds = list(PLANTERS)
    made = tries = 0
    while made < count and tries < 200 * count:
        tries += 1
        kind, case = kinds[made % len(kinds)], rng.choice(true)
        wrong = PLANTERS[kind](case, rng)
        if wrong is not None and wrong != case.sentence and wrong not in case.evidence:
            made += 1
            yield replace(case, sentence=wrong, planted=kind)


def paraphrases(sentence: str, rng: random.Random) -> Iterator[str]:
    """Yield the sentence and true variants of it: another number or date format, another opening."""
    yield sentence
    big = re.search(r"(?<![\d,.])(\d{1,3})(?:,(\d))? miljoen", sentence)
    if big:
        value = int(big[1]) * 1_000_000 + int(big[2] or 0) * 100_000
        yield sentence.replace(big[0], f"{value:,}".replace(",", "."))
    day = re.search(r"\b(\d{1,2}) (" + "|".join(MONTHS) + r") (\d{4})\b", sentence)
    if day:
        yield sentence.replace(day[0], f"{int(day[1]):02d}-{MONTHS.index(day[2]) + 1:02d}-{day[3]}")
    lowered = (
        sentence
        if re.match(r"\w*[A-Z]\w*[A-Z]|[A-Z]\w+ (?:is|heeft|kent)", sentence)
        else sentence[0].lower() + sentence[1:]
    )
    yield rng.choice(["Ook geldt: ", "Volgens de bron geldt: ", "Kort gezegd: "]) + lowered
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
        Row(course, rng.choice(PLACES), years[i], hours[i], costs[i], f"{days[i]} {rng.choice(MONTHS)} 2027")
        for i, course in enumerate(rng.sample(COURSES, count))
    ]


def true_rows(rng: random.Random, tables: int) -> Iterator[Case]:
    """Yield worded rows beside the table that they come from."""
    for _ in range(tables):
        table = rows(rng, rng.randint(3, 6))
        evidence = "\n".join(
            f"Opleiding: {r.course}; Plaats: {r.place}; Duur: {r.years} jaar; Uren per week: {r.hours} uur; "
            f"Kosten: {r.cost} euro; Start: {r.start}"
            for r in table
        )
        for r in table:
            for sentence in (
                f"De opleiding {r.course} duurt {r.years} jaar.",
                f"{r.course} in {r.place} kost {r.cost} euro.",
                f"Voor {r.course} ben je {r.hours} uur per week bezig.",
                f"De opleiding {r.course} start op {r.start}.",
                f"{r.course} duurt {r.years} jaar, kost {r.cost} euro en vraagt {r.hours} uur per week.",
            ):
                yield Case(sentence, evidence, "Opleidingen")


def true_document(sections: Sequence[tuple[str, str]], rng: random.Random) -> Iterator[Case]:
    """Yield sentences of running text, and variants of them, beside their section. A section is (context, text)."""
    for context, text in sections:
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])|\n", text):
            bare = sentence.strip().lstrip("-* ")
            if len(bare) >= 25 and bare.endswith("."):
                for variant in paraphrases(bare, rng):
                    yield Case(variant, text, context)
