"""A small table of figures: two provinces and the country, two institutions, men and women, three years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

STUDENTS = "ingeschreven studenten technisch hbo"
SHARE = "aandeel techniek in het hbo"
WOMEN = "aandeel vrouwen in het technisch hbo"
FEE = "wettelijk collegegeld"
SOURCE = {
    "url": "https://duo.nl/open/",
    "as_of": "2024",
    "checked_on": "2026-11-21",
    "authority": "open_data",
}

OTHER_SOURCE = SOURCE | {"url": "https://www.rijksoverheid.nl/collegegeld"}

YEARS = ("2022", "2023", "2024")
NUMBERS = {
    ("Overijssel", ""): (1200, 1250, 1100),
    ("Gelderland", ""): (900, 910, 930),
    ("Nederland", ""): (9000, 9100, 9200),
    ("Overijssel", "saxion"): (700, 720, 690),
    ("Overijssel", "windesheim"): (500, 530, 410),
    ("Nederland", "saxion"): (800, 815, 790),
    ("Nederland", "windesheim"): (600, 640, 510),
}
"""Students by region and institution, per year; a fifth of them are women."""

SHARES = {"Overijssel": (22.9, 22.4, 22.1), "Gelderland": (16.8, 16.5, 16.2), "Nederland": (20.5, 20.4, 20.1)}
WOMENS = {"Overijssel": (22.1, 23.0, 24.1), "Gelderland": (23.7, 24.0, 24.9), "Nederland": (24.0, 24.2, 24.8)}


def figure(
    indicator: str, region: str, period: str, value: float, unit: str, **dimensions: str
) -> dict[str, Any]:
    parts = (indicator, region, *dimensions.values(), period, f"{value:g}")
    return {
        "record": "figure", "id": "-".join(parts).replace(" ", "-").lower(), "indicator": indicator, "region": region,
        "period": period, "value": value, "unit": unit, "provenance": 0, "dimensions": dimensions, "sources": [SOURCE],
    }  # fmt: skip


def school(id_: str, name: str, *synonyms: str) -> dict[str, Any]:
    return {
        "record": "organisation",
        "id": id_,
        "name": name,
        "kind": "school",
        "synonyms": list(synonyms),
        "sources": [SOURCE],
    }


def records() -> Iterator[dict[str, Any]]:
    yield school("rvo", "RVO") | {"kind": "authority"}
    yield school("saxion", "Saxion", "Hogeschool Saxion")
    yield school("windesheim", "Windesheim")
    yield school("deltion", "Deltion College", "Deltion")
    for (region, institution), numbers in NUMBERS.items():
        of = {"onderdeel": "techniek"} | ({"instelling": institution} if institution else {})
        for year, number in zip(YEARS, numbers, strict=True):
            yield figure(STUDENTS, region, year, number, "studenten", **of)
            yield figure(STUDENTS, region, year, number * 0.2, "studenten", **of, geslacht="vrouw")
            yield figure(STUDENTS, region, year, number * 0.8, "studenten", **of, geslacht="man")
    for indicator, table in ((SHARE, SHARES), (WOMEN, WOMENS)):
        for region, shares in table.items():
            for year, share in zip(YEARS, shares, strict=True):
                yield figure(indicator, region, year, share, "procent", onderdeel="techniek")
    for period, euro in (("2024-2025", 2530), ("2025-2026", 2601), ("2026-2027", 2694), ("2026-2027", 2695)):
        source = OTHER_SOURCE if period == "2024-2025" else SOURCE
        yield figure(FEE, "Nederland", period, euro, "euro per studiejaar") | {"sources": [source]}
