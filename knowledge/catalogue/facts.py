"""A field of a record: what which source said about it and when. Unknown is unknown, never a guess."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Generic, Never, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Authority(IntEnum):
    """Who says it, from weak to strong. Of two statements the stronger is shown first, then the newer."""

    DERIVED = 1
    """Worked out by us from something else; says so."""
    THIRD_PARTY = 2
    """A newspaper, a course portal, another school."""
    OPEN_DATA = 3
    """A register or open data set: DUO, SBB, ESCO."""
    PROVIDER = 4
    """The school or fund that offers it."""
    LAW = 5
    """A law or regulation, or the ministry that makes it."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a statement comes from. `as_of` is the date as the source gives it ("2024", "z.d.")."""

    url: str
    as_of: str = ""
    study_year: str | None = None
    """"2026-2027" for what holds for one study year, else None."""
    checked_on: date | None = None
    authority: Authority = Authority.THIRD_PARTY
    source_id: str = ""
    """The id of the stored source or file that the record was read from, "" when bundled."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stated(Generic[T_co]):
    """One value, as one source states it."""

    value: T_co
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Fact(Generic[T_co]):
    """All statements about one field, the one to show first in front; empty is unknown."""

    statements: tuple[Stated[T_co], ...] = field(default=())

    @property
    def is_known(self) -> bool:
        """Whether any source says anything."""
        return bool(self.statements)

    @property
    def value(self) -> T_co | None:
        """The value to show first, None when unknown."""
        return self.statements[0].value if self.statements else None

    @property
    def provenance(self) -> Provenance | None:
        """Where the value to show first comes from."""
        return self.statements[0].provenance if self.statements else None

    @property
    def is_disputed(self) -> bool:
        """Whether two sources give different values for the same study year."""
        seen: dict[str | None, object] = {}
        return any(seen.setdefault(s.provenance.study_year, s.value) != s.value for s in self.statements)


UNKNOWN: Fact[Never] = Fact()
"""No source says anything."""


def ranked(statements: tuple[Stated[T_co], ...]) -> Fact[T_co]:
    """Return a fact with its statements in order: newest study year, then authority, date, address."""

    def strength(stated: Stated[T_co]) -> tuple[str, int, str, str]:
        about = stated.provenance
        return (about.study_year or "", int(about.authority), about.as_of, about.url)

    return Fact(tuple(sorted(statements, key=strength, reverse=True)))
