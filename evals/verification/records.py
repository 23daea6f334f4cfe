"""True sentences about the bundled records in a model's words, alone, beside kindred records, and in tables."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from evals.verification.cases import Case, Cited, part_of
from evals.verification.documents import LIBRARY
from evals.verification.formats import other_format
from knowledge.catalogue.codec import Record, kind_of, read_records
from knowledge.catalogue.types import Between, Figure, Occupation, Offer, Organisation, Scheme
from knowledge.catalogue.wording import name_of, number, worded
from knowledge.language.months import day_in_words

WORDINGS = Path(__file__).parents[1] / "datasets" / "record_wordings.yaml"
TITLES = {
    "offer": "Opleidingen: gegevens", "figure": "Cijfers over onderwijs en werk: gegevens", "scheme": "Regelingen en fondsen: gegevens",
    "organisation": "Scholen, loketten en fondsen: gegevens", "occupation": "Beroepen: gegevens",
}  # fmt: skip
PER_KIND = {"offer": 260, "figure": 160, "scheme": 20, "organisation": 56, "occupation": 80}
"""Records of each kind that sentences are made of, by lot."""


@dataclass(frozen=True, slots=True)
class Row:
    """A record as rows of a table state it: `values` maps a field to its value, `spoken` says it per language."""

    id: str
    kind: str
    name: str
    text: str
    values: Mapping[str, str]
    spoken: Mapping[tuple[str, str], str]
    kin: str
    """What kindred records share: they are found together and confused with each other."""


def true_sentences(seed: int) -> Iterator[Case]:
    """Yield sentences about each chosen record, in three languages and layouts, with the swaps that they allow."""
    rng = random.Random(seed)  # noqa: S311 - a seeded sample, no secret
    rows = [row for name in PER_KIND for row in _chosen(name, rng)]
    kin: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        kin[row.kin, part_of(row.id)].append(row)
    for row in rows:
        others = [one for one in kin[row.kin, part_of(row.id)] if one.id != row.id]
        for language, share in (("nl", 3), ("en", 2), ("de", 1)):
            templates = [
                one for one in _templates(row.kind, language) if _fields_of(one) <= row.values.keys()
            ]
            for template in rng.sample(templates, min(share, len(templates))):
                beside = rng.sample(others, min(len(others), rng.choice((0, 0, 1, 2, 3))))
                yield _case(template, row, beside, language, rng)


def _case(template: str, row: Row, beside: Sequence[Row], language: str, rng: random.Random) -> Case:
    """Return the sentence that a template makes of a row, beside the rows that are cited with it."""
    fields = _fields_of(template)
    rows = rng.sample([row, *beside], len(beside) + 1)
    swaps = []
    for other in beside:
        for field in sorted(fields & other.values.keys()):
            mixed = {**{one: row.values[one] for one in fields}, field: other.values[field]}
            if not any(all(one.values.get(key) == value for key, value in mixed.items()) for one in rows):
                swaps.append(
                    _filled(
                        template, {**_spoken(row, fields, language), field: other.spoken[field, language]}
                    )
                )
    sentence = _filled(template, _spoken(row, fields, language))
    if rng.random() < 0.5:
        sentence = other_format(sentence, language, rng)
    cited = (
        _as_table(rows, rng)
        if len(rows) > 1 and rng.random() < 0.4
        else tuple(Cited(TITLES[one.kind], one.text) for one in rows)
    )
    return Case(sentence, cited, language, "worded record", row.id, swaps=tuple(swaps))


def _as_table(rows: Sequence[Row], rng: random.Random) -> tuple[Cited, ...]:
    """Return the rows as one passage, in one of the two ways in which tables are stored."""
    heads = list(dict.fromkeys(field for row in rows for field in row.values))
    if rng.random() < 0.5:
        lines = [
            "; ".join(f"{HEADS.get(head, head)}: {row.values[head]}" for head in heads if head in row.values)
            for row in rows
        ]
    else:
        lines = [" | ".join(HEADS.get(head, head) for head in heads)]
        lines += [" | ".join(row.values.get(head, "-") for head in heads) for row in rows]
    return (Cited(TITLES[rows[0].kind], "\n".join(lines)),)


HEADS = {
    "name": "Naam", "duration": "Duur", "cost": "Kosten per jaar", "what": "Soort kosten", "year": "Studiejaar", "ects": "Studielast",
    "place": "Plaats", "level": "Niveau", "mode": "Vorm", "code": "Code", "codekind": "Register", "fixus": "Numerus fixus",
    "indicator": "Indicator", "region": "Regio", "period": "Jaar", "value": "Waarde", "amount": "Bedrag", "share": "Deel van de kosten",
    "where": "Aanvragen bij", "closes": "Sluit", "opens": "Opent", "per": "Per", "phone": "Telefoon", "email": "E-mail",
    "url": "Website", "split": "Uitsplitsing", "isco": "ISCO", "start": "Start",
}  # fmt: skip


def _filled(template: str, spoken: Mapping[str, str]) -> str:
    sentence = re.sub(r"\{(\w+)\}", lambda match: spoken[match[1]], template)
    return sentence[0].upper() + sentence[1:]


def _spoken(row: Row, fields: frozenset[str], language: str) -> dict[str, str]:
    return {field: row.spoken[field, language] for field in fields}


@cache
def _templates(kind: str, language: str) -> tuple[str, ...]:
    return tuple(yaml.safe_load(WORDINGS.read_text("utf-8"))[kind][language])


@cache
def _fields_of(template: str) -> frozenset[str]:
    return frozenset(re.findall(r"\{(\w+)\}", template))


def _chosen(kind: str, rng: random.Random) -> list[Row]:
    """Return rows of a kind by lot, with the kin of each drawn beside it."""
    every = [_row(record) for record in read_records(LIBRARY / "records" / f"{kind}s.jsonl")]
    drawn = {row.kin for row in rng.sample(every, min(len(every), PER_KIND[kind] // 3))}
    near = [row for row in every if row.kin in drawn]
    return rng.sample(near, min(len(near), PER_KIND[kind]))


def _row(record: Record) -> Row:
    match record:
        case Offer():
            values, kin = _offer(record), f"{record.kind.value} {(record.fields.value or ('',))[0]}"
        case Figure():
            values, kin = _figure(record), f"{record.indicator} {sorted(record.dimensions.items())}"
        case Scheme():
            values, kin = _scheme(record), "scheme"
        case Organisation():
            values, kin = _organisation(record), record.kind
        case Occupation():
            values, kin = {"isco": (record.isco,) * 4}, record.isco[:2]
        case _:
            raise ValueError(f"no sentences are made of a {kind_of(record)}")
    name = name_of(record)
    names: dict[str, Four] = {} if isinstance(record, Figure) else {"name": (name,) * 4}
    said = {**names, **{field: all_four for field, all_four in values.items() if all_four[0]}}
    spoken = {
        (field, code): four[at]
        for field, four in said.items()
        for at, code in enumerate(("nl", "en", "de"), 1)
    }
    return Row(
        record.id,
        kind_of(record),
        name,
        worded(record),
        {field: four[0] for field, four in said.items()},
        spoken,
        kin,
    )


Four = tuple[str, str, str, str]
"""A value as a table states it, and as one says it in Dutch, English and German."""


def _range(range_: Between | None, units: tuple[str, str, str]) -> Four:
    if range_ is None:
        return ("",) * 4
    low, high = number(range_.low), number(range_.high)
    joined = [low if low == high else f"{low} {word} {high}" for word in ("tot", "to", "bis")]
    return (f"{joined[0]} {units[0]}", *(f"{one} {unit}" for one, unit in zip(joined, units, strict=True)))  # type: ignore[return-value]


def _duration(months: Between | None) -> Four:
    """Return years where they are whole, as people say it, else months."""
    if months and months.low % 12 == 0 and months.high % 12 == 0 and months.low:
        years = Between(months.low / 12, months.high / 12)
        is_one = years.high == 1
        return _range(years, ("jaar", "year" if is_one else "years", "Jahr" if is_one else "Jahre"))
    return _range(months, ("maanden", "months", "Monate"))


def _same(text: str | None) -> Four:
    return (text or "",) * 4


def _offer(offer: Offer) -> dict[str, Four]:
    costs = offer.costs.value or ()
    cost = costs[0] if len(costs) == 1 and costs[0].per == "jaar" and not costs[0].group else None
    codes, places = offer.codes.value or (), offer.places.value or ()
    ects = number(offer.ects.value) if offer.ects.value else ""
    return {
        "duration": _duration(offer.duration_months.value),
        "cost": _range(cost.euro if cost else None, ("euro", "euros", "Euro")),
        "what": _same(cost.what if cost else ""), "year": _same(cost.study_year if cost else ""),
        "ects": (f"{ects} EC", f"{ects} studiepunten", f"{ects} credits", f"{ects} EC") if ects else _same(""),
        "place": _same(places[0].name if len(places) == 1 else ""), "level": _same(offer.level.value),
        "mode": _same(offer.mode.value.value if offer.mode.value else ""),
        "code": _same(codes[0].value if len(codes) == 1 else ""), "codekind": _same(codes[0].kind if len(codes) == 1 else ""),
        "fixus": _same(str(offer.numerus_fixus.value) if offer.numerus_fixus.value else ""),
    }  # fmt: skip


def _figure(figure: Figure) -> dict[str, Four]:
    value = number(figure.value)
    unit = {
        "procent": ("procent", "percent", "Prozent"),
        "studenten": ("studenten", "students", "Studierende"),
    }
    said = unit.get(figure.unit, (figure.unit,) * 3)
    region = figure.dimensions.get("instelling", figure.region)
    english = value.replace(",", ".")
    return {
        "indicator": _same(figure.indicator), "region": _same(region), "period": _same(figure.period),
        "value": (f"{value} {figure.unit}", f"{value} {said[0]}", f"{english} {said[1]}", f"{value} {said[2]}"),
        "split": _same(", ".join(f"{name} {one}" for name, one in figure.dimensions.items())),
    }  # fmt: skip


def _scheme(scheme: Scheme) -> dict[str, Four]:
    share = scheme.share.value
    percent = Between(share.low * 100, share.high * 100) if share else None
    return {
        "amount": _range(scheme.amount_euro.value, ("euro", "euros", "Euro")), "per": _same(scheme.per),
        "share": _range(percent, ("procent", "percent", "Prozent")), "where": _same(scheme.where),
        "opens": _day(scheme.opens), "closes": _day(scheme.closes),
    }  # fmt: skip


def _day(day: date | None) -> Four:
    if day is None:
        return ("",) * 4
    return day.isoformat(), day_in_words(day, "nl"), day_in_words(day, "en"), day_in_words(day, "de")


def _organisation(one: Organisation) -> dict[str, Four]:
    return {
        "phone": _same(one.phone.value), "email": _same(one.email.value), "url": _same(one.url.value),
        "place": _same(one.place.value.name if one.place.value else ""),
    }  # fmt: skip
