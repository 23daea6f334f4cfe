"""Real Hodex documents: all of them import, and twenty equal what a person read in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from knowledge.catalogue.codec import encode
from knowledge.catalogue.importing.hodex import import_hodex
from knowledge.catalogue.types import Cost, Offer, Start
from knowledge.catalogue.wording import number

EXPECTED = Path(__file__).resolve().parents[3] / "data" / "hodex_expected"
RATES = {
    "wettelijk collegegeld": "w",
    "instellingscollegegeld": "i",
    "internationaal collegegeld": "n",
    "collegegeld": "c",
}
LONGEST = 20
"""Characters of a quoted requirement that are compared: the rest is the school's own prose."""


@pytest.fixture(scope="module")
def documents(shared: Path) -> Path:
    """The folder of real documents."""
    return shared / "data" / "hodex"


def test_all_documents_import_without_a_refusal(documents: Path) -> None:
    imports = [import_hodex(path.read_bytes()) for path in sorted(documents.glob("*.xml"))]
    assert len(imports) == 161
    assert [row for imported in imports for row in imported.rows if row.verdict != "taken"] == []


@pytest.mark.parametrize("path", sorted(EXPECTED.glob("*.json")), ids=lambda path: path.stem)
def test_a_document_gives_what_a_person_read_in_it(path: Path, documents: Path) -> None:
    expected = json.loads(path.read_text("utf-8"))
    imported = import_hodex((documents / expected["document"]).read_bytes())
    assert [seen(offer) for offer in imported.records if isinstance(offer, Offer)] == expected["offers"]


def seen(offer: Offer) -> dict[str, Any]:
    """Return an offer in the short notation of the expectations, every field that Hodex fills."""
    codes = {code.kind: code.value for code in offer.codes.value or ()}
    grants = offer.grants.value or ()
    about = offer.name.provenance
    assert about is not None
    assert offer.provider.value == "uva"
    assert [place.name for place in offer.places.value or ()] == ["Amsterdam"]
    return {
        "id": offer.id,
        "kind": offer.kind.value,
        "state": offer.state.value,
        "name": offer.name.value,
        "mode": offer.mode.value.value if offer.mode.value else None,
        "level": offer.level.value,
        "croho": codes.get("CROHO"),
        "soi": codes.get("SOI2006"),
        "fields": list(offer.fields.value or ()),
        "months": offer.duration_months.value.low if offer.duration_months.value else None,
        "ects": offer.ects.value,
        "language": offer.language.value,
        "degree": grants[0].name if grants else None,
        "url": offer.url.value,
        "as_of": about.as_of,
        "fees": [fee(cost) for cost in offer.costs.value or ()],
        "starts": [start(one) for one in offer.starts.value or ()],
        "condition": shortened(encode(offer.rule.value)["condition"]) if offer.rule.value else None,
    }


def fee(cost: Cost) -> str:
    """Return "1713 w 2011-2012 voltijd niet-EU voorlopig"."""
    parts = [number(cost.euro.low), RATES[cost.what], cost.study_year or "?"]
    parts += [cost.mode.value] if cost.mode else []
    parts += [cost.group] if cost.group else []
    parts += ["voorlopig"] if cost.is_provisional else []
    return " ".join(parts + ([f"per {cost.per}"] if cost.per != "jaar" else []))


def start(one: Start) -> str:
    """Return "2012-09-01 tot 2015-08-31 aanmelden 2012-05-01 niet-EU 2012-02-01", or the text of a month."""
    parts = [one.text]
    parts += [f"tot {one.ends}"] if one.ends else []
    parts += [f"aanmelden {one.apply_before}"] if one.apply_before else []
    return " ".join(
        parts + ([f"niet-EU {one.apply_before_outside_eu}"] if one.apply_before_outside_eu else [])
    )


def shortened(value: Any) -> Any:
    """Return a condition with the school's own sentences cut short."""
    if isinstance(value, dict):
        return {key: _cut(part) if key == "about" else shortened(part) for key, part in value.items()}
    return [shortened(part) for part in value] if isinstance(value, list) else value


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"
