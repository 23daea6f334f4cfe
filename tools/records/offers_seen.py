"""The offers that were seen on pages: from the library's own catalogue/offers.csv, with rules and codes added."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from knowledge.catalogue.facts import Fact, Provenance
from knowledge.catalogue.rules import Condition, Rule
from knowledge.catalogue.types import (
    Between,
    Code,
    Cost,
    Grant,
    Offer,
    OfferKind,
    OfferState,
    Place,
    StudyMode,
)
from tools.records import offers_seen_rules as readings
from tools.records.common import (
    LAW_DATE,
    NUFFIC,
    RECORDS,
    UT_FEES,
    WEB,
    authority_of,
    derived,
    joined,
    source,
    stated,
    stated_if,
)
from tools.records.fees import FULL_TIME, UT_FACTSHEET, Fee, statements_of_fee
from tools.records.offers_seen_tables import (
    CODE_KINDS,
    FOLLOW_ON,
    GRANTS,
    KINDS,
    LEVELS,
    MODES,
    MONTHS,
    PROVIDERS,
    STARTS,
)
from tools.records.rules_mbo import mbo_rule

CATALOGUE = RECORDS.parent / "catalogus" / "offers.csv"
LANGUAGES = {"Engels": "en", "Nederlands": "nl"}
STILL_FRESH = 2021
"""A page of this year or later counts as saying that the offer exists now (five years before the check)."""


def rows() -> list[dict[str, str]]:
    """Return the rows of the library's catalogue of offers."""
    with CATALOGUE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def offers(
    national: dict[str, Condition], fields: dict[str, tuple[str, ...]], places: dict[str, Place]
) -> Iterator[Offer]:
    """Yield the offers; `national` holds the conditions of the RATHO by rule id, for the vwo part of UT bachelors."""
    for row in rows():
        yield _offer(row, national, fields.get(row["opleiding"], ()), places)


def _state(row: dict[str, str]) -> OfferState:
    if row["status"] == "beëindigd":
        return OfferState.ENDED
    if row["status"] != "gezien":
        return OfferState.UNCONFIRMED
    year = re.search(r"\d{4}", row["brondatum"])
    if year is None:
        is_own_page = authority_of(row["bron"]) > authority_of("https://example.org/")
        return OfferState.CURRENT if is_own_page else OfferState.UNCONFIRMED
    return OfferState.CURRENT if int(year.group()) >= STILL_FRESH else OfferState.UNCONFIRMED


def _mbo_rule(row: dict[str, str], fields: tuple[str, ...]) -> Fact[Rule]:
    """Return the national rule of an mbo course where its page asks nothing of its own."""
    level, is_bbl = row["niveau"].removeprefix("mbo-"), _mode(row) is StudyMode.BBL
    about = source(WEB, LAW_DATE, note="Landelijke regel; de bron van de opleiding noemt geen eisen.")
    return stated(mbo_rule(f"{row['id'].lower()}-toelating", level, fields, about, is_bbl=is_bbl), about)


def _rule(
    row: dict[str, str], about: Provenance, national: dict[str, Condition], fields: tuple[str, ...]
) -> Fact[Rule]:
    offer_id = row["id"].lower()
    if offer_id in readings.ABITUR:
        name = readings.RATHO_NAMES.get(offer_id)
        condition: Condition = readings.bachelor_of_ut(
            offer_id, national[f"ratho-a-{name}"] if name else None
        )
        vwo = (
            f" Met vwo geldt de landelijke tabel (RATHO bijlage A, {name.replace('-', ' ')})." if name else ""
        )
        text = f"Toegang geeft: {row['toelating']}.{vwo} Zonder vwo kan het vanaf 21 jaar met het colloquium doctum."
    elif offer_id in readings.PRECISE:
        condition = readings.PRECISE[offer_id]
        text = readings.TEXTS.get(offer_id, f"Toegang: {row['toelating']}.")
    elif row["niveau"].startswith("mbo-") and row["niveau"] in LEVELS:
        return _mbo_rule(row, fields)
    else:
        return Fact()
    return stated(Rule(f"{offer_id}-toelating", condition, about, text), about)


def _costs(row: dict[str, str]) -> Fact[tuple[Cost, ...]]:
    """Return the fees by study year; the two amounts for 2026-2027 (C1) as two statements."""
    if row["id"] == "OFF021":
        return _costs_of_computer_science()
    years = {"2025-2026": row["collegegeld_2025_2026"], "2026-2027": row["collegegeld_2026_2027"]}
    fees = [
        Fee(FULL_TIME, year, int(euro), UT_FEES, "2026-03-24", "") for year, euro in years.items() if euro
    ]
    if row["id"] == "OFF020":
        fees.append(Fee(FULL_TIME, "2024-2025", 5060, UT_FEES, "2026-03-24", ""))
    if years["2026-2027"] == "2694":
        note = "Factsheet van de master Computer Science."
        fees.append(Fee(FULL_TIME, "2026-2027", 2695, UT_FACTSHEET, "2025-2026", note))
    return joined(*(statements_of_fee(fee) for fee in fees))


def _costs_of_computer_science() -> Fact[tuple[Cost, ...]]:
    statements = [
        statements_of_fee(
            Fee(FULL_TIME, "2026-2027", 2694, UT_FEES, "2026-03-24", "Pagina over de bachelors.")
        )
    ]
    for year, statutory, own in (("2025-2026", 2601, 18900), ("2026-2027", 2695, 21700)):
        fees = ((FULL_TIME, statutory), ("instellingscollegegeld", own))
        costs = tuple(Cost(Between(euro, euro), "jaar", what, year) for what, euro in fees)
        statements.append(stated(costs, source(UT_FACTSHEET, "2025-2026", study_year=year)))
    return joined(*statements)


def _places(row: dict[str, str], known: dict[str, Place]) -> tuple[Place, ...]:
    names = re.sub(r"\(.*?\)|deels ", "", row["plaats"])
    return tuple(known.get(name.strip(), Place(name.strip())) for name in names.split(",") if name.strip())


def _mode(row: dict[str, str]) -> StudyMode | None:
    return next((mode for word, mode in MODES.items() if row["vorm"].startswith(word)), None)


def _remark(row: dict[str, str]) -> str:
    parts = [row["opmerking"]]
    if (row["vorm"] and _mode(row) is None) or " " in row["vorm"]:
        parts.append(f"Vorm: {row['vorm']}.")
    if row["toelating"] and row["id"].lower() not in (*readings.ABITUR, *readings.PRECISE):
        parts.append(f"Toelating: {row['toelating']}.")
    return " ".join(part for part in parts if part)


def _nlqf(row: dict[str, str]) -> Fact[int]:
    note = "Afgeleid uit de Nuffic-tabel."
    return stated(int(row["nlqf"]), derived(NUFFIC, "z.d.", note)) if row["nlqf"] else Fact()


def _follow_on(row: dict[str, str], about: Provenance) -> Fact[tuple[str, ...]]:
    return stated_if(FOLLOW_ON.get(row["id"]), about)


def _grants(row: dict[str, str], level: str, fields: tuple[str, ...]) -> Fact[tuple[Grant, ...]]:
    about = derived(row["bron"], row["brondatum"], "Afgeleid uit de soort opleiding.")
    if row["id"] in GRANTS:
        return stated(GRANTS[row["id"]], about)
    return stated((Grant(level, fields, row["opleiding"]),), about) if level in LEVELS else Fact()


def _codes(row: dict[str, str]) -> tuple[Code, ...] | None:
    return (
        (Code(CODE_KINDS.get(row["codesoort"].split(" ")[0].upper(), row["codesoort"]), row["code"]),)
        if row["code"]
        else None
    )


def _offer(
    row: dict[str, str], national: dict[str, Condition], fields: tuple[str, ...], places: dict[str, Place]
) -> Offer:
    about = source(row["bron"], row["brondatum"])
    kind = KINDS[row["niveau"]] if row["id"] not in GRANTS or row["niveau"] else OfferKind.OTHER
    level = {"Ad": "ad"}.get(row["niveau"], row["niveau"])
    months = MONTHS.get(row["id"]) or MONTHS.get(row["duur"].split(" (")[0])
    language = LANGUAGES.get(row["taal"])
    return Offer(
        row["id"].lower(),
        kind,
        stated(row["opleiding"], about),
        stated_if(PROVIDERS.get(row["aanbieder"], row["aanbieder"]) or None, about),
        _state(row),
        level=stated_if(level if level in LEVELS else None, about),
        nlqf=_nlqf(row),
        codes=stated_if(_codes(row), about),
        mode=stated_if(_mode(row), about),
        fields=stated_if(fields or None, derived(row["bron"], row["brondatum"], "Afgeleid uit de naam.")),
        duration_months=stated_if(Between(*months) if months else None, about),
        ects=stated_if(float(row["studielast"].split()[0]) if row["studielast"] else None, about),
        places=stated_if(_places(row, places) or None, about),
        language=stated_if(language, about),
        costs=_costs(row),
        starts=stated_if(STARTS.get(row["id"]), about),
        rule=_rule(row, about, national, fields),
        grants=_grants(row, level, fields),
        follow_on=_follow_on(row, about),
        numerus_fixus=_numerus_fixus(row, about),
        url=stated_if(row["bron"] if about.authority > authority_of("https://example.org/") else None, about),
        remark=stated_if(_remark(row) or None, about),
    )


def _numerus_fixus(row: dict[str, str], about: Provenance) -> Fact[int]:
    if row["id"] != "OFF019":
        return Fact()
    note = "Gold in 2022-2023 en 2023-2024; voor later niet gezien."
    return stated(400, source(about.url, about.as_of, study_year="2023-2024", note=note))


def conditions(rules: tuple[Rule, ...]) -> dict[str, Condition]:
    """Return the conditions of rules by id."""
    return {rule.id: rule.condition for rule in rules}
