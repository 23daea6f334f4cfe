"""What all scripts share: provenances, facts, the vocabulary of names, and writing a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from knowledge.catalogue.codec import Record, write_records
from knowledge.catalogue.facts import Authority, Fact, Provenance, Stated

T = TypeVar("T")

CHECKED_ON = date(2026, 11, 21)
"""The day on which the records were last held against the collected facts."""

RECORDS = Path(__file__).resolve().parents[2] / "knowledge" / "library" / "records"

DUO_HBO = "https://duo.nl/open_onderwijsdata/"
"""DUO open data: students enrolled per hbo programme, institution, municipality, form and gender, 2020 to 2024."""

QUALIFICATIONS_2015 = "https://wetten.overheid.nl/BWBR0036352"
"""Regeling vaststelling kwalificatiedossiers 2015, bijlage 1."""

RATHO = "https://wetten.overheid.nl/BWBR0035059"
DOORSTROOM = "https://wetten.overheid.nl/BWBR0012156"
WEB = "https://wetten.overheid.nl/BWBR0007625"
WHW = "https://wetten.overheid.nl/BWBR0005682"
WSF = "https://wetten.overheid.nl/BWBR0011453"

LAW_DATE = "2017-05"
"""The month of the law texts that were read; the exact day of the copy is not known."""

NUFFIC = "https://www.nuffic.nl/onderwijssystemen/nederland/niveau-van-nederlandse-diplomas"

_LAW_HOSTS = (
    "wetten.overheid.nl",
    "lokaleregelgeving.overheid.nl",
    "www.rijksoverheid.nl",
    "rijksoverheid.nl",
)
_PROVIDER_HOSTS = (
    "utwente.nl", "saxion.nl", "saxion.edu", "windesheim.nl", "han.nl", "aventus.nl", "graafschapcollege.nl",
    "atopleidingen.nl", "duo.nl", "vapro.nl", "foodacademynijkerk.nl", "hsdehaantrainingen.nl",
    "wij-techniek.nl", "upgradejezelfregiozwolle.nl", "techoost.nl", "techyourfuture.nl", "techforfuture.nl",
    "processyourfuture.nl", "pcptoost.nl", "leerwerkloket.nl", "mijndiplomas.nl", "nlqf.nl", "rocvantwente.nl",
    "bouwendnederland.nl", "vcaexamen.nl", "nuffic.nl",
)  # fmt: skip
UT_FEES = "https://sa.miqjj.com/article/168/6e080d93360c4e3bb86f4723c9ade9ce?raw=true"
"""A copy of the page with tuition fees of the bachelors of Universiteit Twente: the provider speaks."""

_OPEN_DATA_HOSTS = ("data.europa.eu", "esco.ec.europa.eu")


def authority_of(url: str) -> Authority:
    """Return how strong a statement on the page at `url` is, by its host."""
    host = urlsplit(url).hostname or ""
    if host in _LAW_HOSTS:
        return Authority.LAW
    if url == DUO_HBO or host in _OPEN_DATA_HOSTS:
        return Authority.OPEN_DATA
    is_provider = url == UT_FEES or any(
        host == known or host.endswith("." + known) for known in _PROVIDER_HOSTS
    )
    return Authority.PROVIDER if is_provider else Authority.THIRD_PARTY


def source(url: str, as_of: str = "", *, study_year: str | None = None, note: str = "") -> Provenance:
    """Return the provenance of a statement that the page at `url` itself makes; no date is "z.d."."""
    return Provenance(url, as_of or "z.d.", study_year, CHECKED_ON, authority_of(url), note=note)


def derived(url: str, as_of: str, note: str) -> Provenance:
    """Return the provenance of a statement that we worked out from the page at `url`; `note` says how."""
    return Provenance(url, as_of or "z.d.", None, CHECKED_ON, Authority.DERIVED, note=note)


def stated(value: T, provenance: Provenance) -> Fact[T]:
    """Return a fact with one statement."""
    return Fact((Stated(value, provenance),))


def stated_if(value: T | None, provenance: Provenance) -> Fact[T]:
    """Return a fact with one statement, or an unknown one when there is no value."""
    return Fact() if value is None or value == "" else stated(value, provenance)


_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?!\d)(?:-\d{2})?)?")


def joined(*facts: Fact[T]) -> Fact[T]:
    """Return one fact with the statements of all, equal ones once: newest study year, authority, date, address.

    The order of `ranked`, but with the date read from texts as "ca. 2013-10"; no date is the oldest.
    """
    statements = dict.fromkeys(statement for fact in facts for statement in fact.statements)

    def strength(statement: Stated[T]) -> tuple[str, int, str, str]:
        about = statement.provenance
        found = _DATE.search(about.as_of)
        return (about.study_year or "", int(about.authority), found.group() if found else "", about.url)

    return Fact(tuple(sorted(statements, key=strength, reverse=True)))


def narrow_fields(fields: tuple[str, ...]) -> tuple[str, ...]:
    """Return the two narrowest fields that say more than "techniek", or all there are."""
    return tuple(subject for subject in fields if subject != "techniek")[:2] or fields


def slug(text: str) -> str:
    """Return `text` as the readable part of an id: lower case ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def write(name: str, records: Iterable[Record]) -> int:
    """Write the records, sorted by id, as the bundled file `name` and return how many."""
    ordered = sorted(records, key=lambda record: record.id)
    return write_records(RECORDS / name, ordered)
