"""What the right answers over the bundled records are, worked out without the query code: plain JSON and sets.

`python -m evals.record_truth` writes the expected ids and values into `datasets/record_questions.jsonl` from what each row says
under `where`, `schemes` or `figure`. Nothing of `knowledge` or `assistant` is used, so that a mistake there cannot hide here.
"""

from __future__ import annotations

import csv
import json
import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RECORDS = ROOT / "knowledge" / "library" / "records"
DATASET = Path(__file__).parent / "datasets" / "record_questions.jsonl"
DAY = "2026-11-21"
"""The day on which the library was checked; schemes are judged on it."""

Row = Mapping[str, Any]


def lines(name: str) -> list[dict[str, Any]]:
    """Return the records of a file of the bundled library."""
    return [json.loads(line) for line in (RECORDS / name).read_text("utf-8").splitlines() if line.strip()]


def first(record: Row, name: str) -> Any:
    """Return the first stated value of a field, None when nothing is stated."""
    stated = record.get(name) or []
    return stated[0]["value"] if stated else None


def towns() -> dict[str, dict[str, str]]:
    """Return the rows of the gazetteer by name."""
    with (RECORDS / "gazetteer.csv").open(encoding="utf-8", newline="") as stream:
        return {row["name"]: row for row in reversed(list(csv.DictReader(stream)))}


def plain(name: str) -> str:
    """Return a name in lower case without accents, punctuation, brackets and degree."""
    bare = re.sub(r"\([^)]*\)", " ", name)
    letters = "".join(c for c in unicodedata.normalize("NFKD", bare.lower()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9]+", letters))


def kilometres(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Return the distance on a sphere of 6,371 km (law of cosines, unlike the product's haversine)."""
    (a, b), (c, d) = ((math.radians(x), math.radians(y)) for x, y in (here, there))
    cosine = math.sin(a) * math.sin(c) + math.cos(a) * math.cos(c) * math.cos(b - d)
    return 6371.0 * math.acos(max(-1.0, min(1.0, cosine)))


def point(row: Row) -> tuple[float, float]:
    """Return the coordinates of a row of the gazetteer or of a place of an offer."""
    return float(row["latitude"]), float(row["longitude"])


def is_meant(offer: Row, where: Row, known: Mapping[str, dict[str, str]]) -> bool:
    """Say whether an offer that has not ended meets every part of `where`."""
    places = [place["name"] for place in first(offer, "places") or []]
    months = first(offer, "duration_months")
    tests: dict[str, Callable[[Any], bool]] = {
        "kind": lambda values: offer["kind"] in values,
        "level": lambda values: first(offer, "level") in values,
        "mode": lambda values: first(offer, "mode") in values,
        "provider": lambda values: first(offer, "provider") in values,
        "field": lambda values: bool(set(values) & set(first(offer, "fields") or [])),
        "language": lambda values: bool(set(values) & set((first(offer, "language") or "").split("+"))),
        "place": lambda values: bool(set(values) & set(places)),
        "area": lambda values: any(
            known.get(name, {}).get(key) in values for name in places for key in ("province", "region")
        ),
        "near": lambda near: any(
            kilometres(point(known[near[0]]), point(place)) <= near[1]
            for place in (known.get(name) for name in places)
            if place is not None
        ),
        "plain": lambda name: plain(first(offer, "name") or "") == name,
        "less_months": lambda limit: months is not None and months["high"] < limit,
        "code": lambda code: code in [one["value"] for one in first(offer, "codes") or []],
    }
    return offer.get("state") != "ended" and all(tests[key](value) for key, value in where.items())


def leading_to(label: str, offers: list[dict[str, Any]]) -> list[str]:
    """Return the offers that lead to the occupation with this preferred label: said by it or by them."""
    wanted = [
        one
        for one in lines("occupations.jsonl")
        if any(names[0] == label for names in one["labels"].values())
    ]
    ids = {one["id"] for one in wanted}
    named = {id_ for one in wanted for id_ in one.get("qualifications", [])}
    return [o["id"] for o in offers if o["id"] in named or ids & set(first(o, "occupations") or [])]


def following(where: Row, offers: list[dict[str, Any]]) -> list[str]:
    """Return the offers that those with a name state as what comes after them, by id or by level and field."""
    found = set()
    own = {offer["id"] for offer in offers if first(offer, "name") == where["name"]}
    for offer in (one for one in offers if one["id"] in own):
        for named in first(offer, "follow_on") or []:
            level, _, field = named.partition(" ")
            found |= {
                other["id"]
                for other in offers
                if other["id"] == named
                or (first(other, "level") == level and field in (first(other, "fields") or []))
            }
    return sorted(found - own)


def scheme_state(scheme: Row) -> str:
    """Return how a scheme stands on `DAY`."""
    windows = scheme.get("windows") or []
    if (scheme.get("closes") or "9999") < DAY:
        return "ended"
    if windows and all(last < DAY for _, last in windows):
        newest = date.fromisoformat(max(last for _, last in windows))
        is_missed = (date.fromisoformat(DAY) - newest).days >= 365
        return "closed" if scheme.get("is_yearly") and not is_missed else "ended"
    if (scheme.get("opens") or "") > DAY or (windows and not any(a <= DAY <= b for a, b in windows)):
        return "upcoming"
    return "unconfirmed" if scheme.get("is_unconfirmed") else "open"


def expected_ids(case: Row) -> list[str]:
    """Return the ids of the records that a right answer is made of."""
    if "schemes" in case:
        asked = case["schemes"]
        return [
            one["id"]
            for one in lines("schemes.jsonl")
            if scheme_state(one) in asked["states"] and asked.get("applicant") in (None, one["applicant"])
        ]
    if "figure" in case:
        return [
            one["id"]
            for one in lines("figures.jsonl")
            if all(one[key] == value for key, value in case["figure"].items())
        ]
    offers = [offer for offer in lines("offers.jsonl") if offer.get("state") != "ended"]
    where = case["where"]
    if "occupation" in where:
        return leading_to(where["occupation"], offers)
    if "follows" in where:
        return following(where["follows"], offers)
    known = towns()
    return [offer["id"] for offer in offers if is_meant(offer, where, known)]


def expected_values(case: Row, ids: list[str]) -> list[str]:
    """Return the numbers that the answer must say: costs of the study year, codes, years, or a figure."""
    offers = [offer for offer in lines("offers.jsonl") if offer["id"] in ids]
    match case["kind"]:
        case "costs":
            year = case["study_year"]
            found = {
                cost["euro"]["high"]
                for offer in offers
                for stated in offer.get("costs", [])
                for cost in stated["value"]
                if cost.get("study_year") == year
            }
            return [f"{int(value):,}" for value in sorted(found)]
        case "code":
            return sorted({code["value"] for offer in offers for code in first(offer, "codes") or []})
        case "duration":
            return sorted({f"{int(first(offer, 'duration_months')['high'] / 12)} jaar" for offer in offers})
        case "figure":
            return [f"{int(one['value']):,}" for one in lines("figures.jsonl") if one["id"] in ids]
        case _:
            return []


def main() -> None:
    """Write the expected ids and values into the data set."""
    cases = [json.loads(line) for line in DATASET.read_text("utf-8").splitlines()]
    for case in cases:
        case["records"] = sorted(expected_ids(case))
        case["values"] = expected_values(case, case["records"])
    DATASET.write_text("".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases), "utf-8")


if __name__ == "__main__":
    main()
