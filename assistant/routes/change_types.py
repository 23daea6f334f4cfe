"""What could change to open a route."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.profile import HeldDiploma
from assistant.routes.types import Goal, Verdict


@dataclass(frozen=True, slots=True)
class DiplomaChange:
    """To hold this diploma."""

    diploma: HeldDiploma


@dataclass(frozen=True, slots=True)
class SubjectChange:
    """To have passed this subject at this level."""

    subject: str
    level: str


@dataclass(frozen=True, slots=True)
class LimitChange:
    """To loosen a limit: "hours", "budget" or "distance" to at least `to`; "employer", "modes",
    "languages" altogether.
    """

    limit: str
    to: float | None = None


@dataclass(frozen=True, slots=True)
class StartChange:
    """To start on this day or later, or earlier than planned."""

    starts_on: date


Change = DiplomaChange | SubjectChange | LimitChange | StartChange


@dataclass(frozen=True, slots=True)
class Changes:
    """The smallest sets of changes that open a route, at most three; or what blocks the goal whatever
    one changes.
    """

    goal: Goal
    sets: tuple[tuple[Change, ...], ...]
    is_complete: bool
    """Whether every smaller set was tried."""
    blocking: tuple[Verdict, ...] = ()
    """When nothing helps: the verdicts of the offers that reach the goal, at most three."""
