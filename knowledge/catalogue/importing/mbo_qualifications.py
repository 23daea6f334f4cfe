"""The table of mbo qualifications (annex 1 of the Regeling vaststelling kwalificatiedossiers, 2015).

National qualifications, not the offer of a school: the provider is unknown. What no newer source confirms is
unconfirmed. A row with two learning tracks ("BOL/BBL") becomes two offers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from knowledge.catalogue.facts import Authority, Provenance
from knowledge.catalogue.importing.intake import Imported, Intake, RowError, known
from knowledge.catalogue.importing.values import mode_of
from knowledge.catalogue.types import Code, Grant, Offer, OfferKind, OfferState, StudyMode

SPECIFICATION = "Kwalificatietabel mbo 2015"
COLUMNS = frozenset({"kwalificatie_crebo", "kwalificatie", "niveau", "leerweg"})
ABOUT = Provenance("https://wetten.overheid.nl/BWBR0036352", "2015", authority=Authority.LAW)


def import_rows(rows: Sequence[tuple[int, Mapping[str, str]]]) -> Imported:
    """Return the offers of rows by column name."""
    intake = Intake(SPECIFICATION)
    for number, row in rows:
        name = row.get("kwalificatie", "")
        ways = [word for word in re.split(r"\s*[/,]\s*", row.get("leerweg", "")) if word]
        modes = [mode_of(word) for word in ways]
        if not modes or None in modes:
            intake.refuse(number, name, f"onbekende leerweg: {row.get('leerweg', '')[:30]!r}")
            continue
        for mode in modes:
            assert mode is not None
            intake.attempt(number, name, partial(_offer, row, mode))
    return intake.done()


def _offer(row: Mapping[str, str], mode: StudyMode) -> Offer:
    code, name, level = row["kwalificatie_crebo"].strip(), row["kwalificatie"].strip(), row["niveau"].strip()
    if not re.fullmatch(r"\d{5}", code):
        raise RowError(f"kwalificatie_crebo is geen getal van vijf cijfers: {code[:20]!r}")
    if level not in ("1", "2", "3", "4") or not name:
        raise RowError(f"niveau is geen 1, 2, 3 of 4, of de naam ontbreekt: {level[:20]!r}")
    domain = re.sub(r"^\d+\.\s*|\s+\d{5}$", "", row.get("opleidingsdomein", "").strip())
    fields = tuple(
        dict.fromkeys(word for word in (row.get("kwalificatiedossier", "").strip(), domain) if word)
    )
    return Offer(
        id=f"crebo:{code}:{mode.value}",
        kind=OfferKind.MBO,
        name=known(name, ABOUT),
        provider=known(None, ABOUT),
        state=OfferState.UNCONFIRMED,
        level=known(f"mbo-{level}", ABOUT),
        codes=known((Code("crebo", code),), ABOUT),
        mode=known(mode, ABOUT),
        fields=known(fields, ABOUT),
        grants=known((Grant(f"mbo-{level}", fields, name),), ABOUT),
    )
