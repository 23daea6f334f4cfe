"""Figures in sentences and rows, and what is computed from them: the reader's language, from phrase files. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.writing.figure_finding import WHOLE, slots_of
from assistant.writing.phrases import keys
from assistant.writing.record_words import Words
from knowledge.catalogue.types import Figure


@dataclass(frozen=True, slots=True)
class FigureSentences:
    """Words figures."""

    words: Words

    def sentence(self, figure: Figure, *, is_disputed: bool = False) -> str:
        """Return one figure as a whole sentence; with its source where sources differ."""
        key = f"figure_says_{figure.indicator}"
        source = f" {self.words.source(figure.provenance)}" if is_disputed else ""
        if f"record_{key}" not in keys(self.words.language):
            return f"{self._plain(figure)}{source}."
        institution, region, gender, year = slots_of(figure)
        values = {
            "period": year,
            "where": self.where(institution, region),
            "value": self.words.number(figure.value),
            "who": self.words.say(f"figure_who_{gender or 'all'}"),
        }
        return f"{self.words.fill(key, values)}{source}."

    def where(self, institution: str, region: str) -> str:
        """Return "bij Saxion in Overijssel"."""
        of_region = "figure_in_whole" if region == WHOLE else "figure_in"
        parts = [self.words.fill("figure_at", {"name": self.value(0, institution)})] if institution else []
        if not (institution and region == WHOLE):
            parts.append(self.words.fill(of_region, {"name": self.value(1, region)}))
        return (
            " ".join(parts)
            if region != WHOLE or not institution
            else f"{parts[0]} {self.words.say('figure_all_of_it')}"
        )

    def _plain(self, figure: Figure) -> str:
        values = {
            "indicator": self.words.value("indicator", figure.indicator),
            "about": self.label(figure),
            "value": self.words.number(figure.value),
            "unit": self.unit(figure),
        }
        text = self.words.fill("figure", values)
        return f"{text[:1].upper()}{text[1:]}"

    def row(self, number: int, figure: Figure) -> str:
        """Return one figure as a row of a table."""
        return f"{number}. {self.label(figure)}: {self.words.number(figure.value)} {self.unit(figure)}."

    def label(self, figure: Figure) -> str:
        """Return what a figure is of: "Saxion, Overijssel, vrouwen, 2024"."""
        return ", ".join(self.value(place, value) for place, value in enumerate(slots_of(figure)) if value)

    def value(self, place: int, value: str) -> str:
        """Return a value of an axis as people say it."""
        kind = ("provider", "region", "gender", "")[place]
        return self.words.value(kind, value) if kind else value

    def unit(self, figure: Figure) -> str:
        """Return the unit of a figure."""
        return self.words.value("unit", figure.unit)

    def difference(self, first: Figure, second: Figure, place: int, *, is_relative: bool = False) -> str:
        """Return how much `first` is above or below `second`, by what they differ in; the words say that it is computed."""
        away = round(first.value - second.value, DIGITS)
        names = [self._at(place, one) for one in (first, second)]
        key = "figure_equal" if not away else "figure_higher" if away > 0 else "figure_lower"
        unit = self.words.say("figure_points") if first.unit == PERCENT else self.unit(first)
        text = self.words.fill(
            key,
            {"first": names[0], "second": names[1], "difference": self.words.number(abs(away)), "unit": unit},
        )
        if is_relative and away and second.value and first.unit != PERCENT:
            percent = self.words.number(round(100 * abs(away) / second.value, 1))
            text = f"{text}{self.words.fill('figure_relative', {'percent': percent})}"
        return f"{text} {self.words.say('figure_computed')}."

    def _at(self, place: int, figure: Figure) -> str:
        """Return where a figure stands among those it is compared with: "bij Saxion", "in 2024"."""
        key = (
            ("figure_at", "figure_in", "figure_among", "figure_in_year")[place] if place >= 0 else "figure_at"
        )
        name = self.value(place, slots_of(figure)[place]) if place >= 0 else self.label(figure)
        return self.words.fill(key, {"name": name})

    def share(self, part: Figure, whole: Figure) -> str:
        """Return what part of a whole a figure is, in percent with one decimal; the words say that it is computed."""
        institution, region, gender, year = slots_of(part)
        values = {
            "period": year,
            "who": self.words.say(f"figure_one_{gender}"),
            "where": self.where(institution, region),
            "percent": self.words.number(round(100 * part.value / whole.value, 1)),
        }
        return f"{self.words.fill('figure_share', values)} {self.words.say('figure_computed')}."

    def names(self, place: int, values: Sequence[str]) -> str:
        """Return values of an axis in one line."""
        return self.words.join([self.value(place, value) for value in values])


PERCENT = "procent"
DIGITS = 2
"""Decimals of a difference: the figures have at most two."""
