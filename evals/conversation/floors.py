"""The floors that a run over the frozen test part may not sink through, each with the day and the reason it was set."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.conversation.types import Figure
from knowledge.errors import KnowledgeError

FLOORS = Path(__file__).parent.parent / "floors.json"


class FloorsError(KnowledgeError):
    """A file of floors that cannot be used."""


@dataclass(frozen=True, slots=True)
class Floor:
    """What a measure has to be: at least, or for a rate of errors or a time at most."""

    measure: str
    bound: float
    is_ceiling: bool
    date: str
    why: str

    def breach(self, figures: Mapping[str, Figure]) -> str:
        """Return a sentence that says what is too low or too high; "" when the floor holds."""
        figure = figures.get(self.measure)
        if figure is None:
            return f"{self.measure} is not measured; its floor is {self.bound:g}"
        mean = figure.interval.mean
        is_broken = mean > self.bound if self.is_ceiling else mean < self.bound
        side = "at most" if self.is_ceiling else "at least"
        found = f"{mean:.4g} [{figure.interval.low:.4g}, {figure.interval.high:.4g}], n {figure.n}"
        return (
            f"{self.measure} is {found}, and has to be {side} {self.bound:g} (since {self.date}: {self.why})"
            if is_broken
            else ""
        )


def read_floors(path: Path = FLOORS) -> tuple[Floor, ...]:
    """Return the floors of a file. Raises `FloorsError` for a file without any, or a floor without day or reason."""
    try:
        rows = json.loads(path.read_text("utf-8"))
        floors = tuple(_floor(name, row) for name, row in rows.items())
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FloorsError(
            f'{path} is niet te lezen ({error}). Verwacht wordt per maat {{"at_least" of "at_most", "date", "why"}}.'
        ) from error
    if not floors:
        raise FloorsError(f"{path} noemt geen enkele ondergrens.")
    return floors


def breaches(floors: tuple[Floor, ...], figures: Mapping[str, Figure]) -> tuple[str, ...]:
    """Return a sentence for each floor that does not hold."""
    return tuple(sentence for floor in floors if (sentence := floor.breach(figures)))


def _floor(name: str, row: Mapping[str, str | float]) -> Floor:
    (key,) = {"at_least", "at_most"} & set(row)
    date, why = str(row["date"]), str(row["why"])
    if not date.strip() or not why.strip():
        raise ValueError(f"{name} heeft geen datum of geen reden")
    return Floor(name, float(row[key]), key == "at_most", date, why)
