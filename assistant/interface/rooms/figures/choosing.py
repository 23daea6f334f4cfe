"""Which figures are asked for, as the address says it, and the lines or bars that they make: pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from assistant.interface.rooms.figures.subjects import COUNTRY, Subject
from knowledge.catalogue.publishers import shown_host
from knowledge.catalogue.types import Figure

PATH = "/cijfers"
FILE_PATH = f"{PATH}/cijfers.csv"

SPLITS = ("regio", "instelling", "geslacht")
"""What a figure can be split by: the names in the address; all but the region are dimensions of figures."""

LONGEST_VALUE = 200
MOST_LINES = 6
"""Lines in one plot: more cannot be told apart without colour."""

MOST_BARS = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for; "" does not limit. `split` is one of `SPLITS` or ""."""

    subject: str = ""
    split: str = ""
    region: str = ""
    institution: str = ""
    gender: str = ""
    first: str = ""
    last: str = ""


PARAMETERS = {
    "onderwerp": "subject",
    "verdeel": "split",
    "regio": "region",
    "instelling": "institution",
    "geslacht": "gender",
    "van": "first",
    "tot": "last",
}


def asked_of(pairs: Iterable[tuple[str, str]]) -> Asked:
    """Return what an address asks; of a parameter the last counts, and one that is unknown or too long is left out."""
    asked = Asked()
    for name, value in pairs:
        if name in PARAMETERS and len(value) <= LONGEST_VALUE:
            asked = replace(asked, **{PARAMETERS[name]: " ".join(value.split())})
    return asked if asked.split in SPLITS else replace(asked, split="")


def pairs_of(asked: Asked) -> tuple[tuple[str, str], ...]:
    """Return the parameters that say what is asked."""
    return tuple((name, value) for name, field in PARAMETERS.items() if (value := getattr(asked, field)))


def file_address(asked: Asked) -> str:
    """Return the address of the same figures as a file."""
    return f"{FILE_PATH}?{urlencode(pairs_of(asked), errors='replace')}"


@dataclass(frozen=True, slots=True)
class Series:
    """Figures over time of one source: `label` tells it from the others of its plot."""

    label: str
    source: str
    figures: tuple[Figure, ...]
    """One per period, in order."""

    @property
    def last(self) -> float:
        """The value of its newest period."""
        return self.figures[-1].value


def chosen(subject: Subject, asked: Asked) -> tuple[Figure, ...]:
    """Return the figures of a subject that are asked for, in order.

    Of a subject that is no series only a region limits. Of one that is, totals are taken where nothing is asked.
    """
    if not subject.is_series:
        picked = [figure for figure in subject.figures if asked.region in ("", figure.region)]
        return tuple(sorted(picked, key=_by_what))
    wanted = {"instelling": asked.institution, "geslacht": asked.gender}
    region = asked.region or (COUNTRY if COUNTRY in subject.regions else "")
    first, last = asked.first, asked.last
    picked = [
        figure
        for figure in subject.figures
        if (figure.region != COUNTRY if asked.split == "regio" else region in ("", figure.region))
        and all(_passes(figure, name, wanted[name], asked.split) for name in wanted)
        and (not first or figure.period >= first)
        and (not last or figure.period[: len(last)] <= last)
    ]
    return tuple(sorted(picked, key=_by_what))


def series_of(figures: Sequence[Figure], split: str) -> tuple[Series, ...]:
    """Return the figures as lines, the largest newest value first; two sources never share a line."""
    groups: dict[tuple[str, str], dict[str, Figure]] = {}
    for figure in figures:
        label = figure.region if split == "regio" or not split else figure.dimensions.get(split, "")
        groups.setdefault((label, source_of(figure)), {})[figure.period] = figure
    found = [
        Series(label, source, tuple(by_period[period] for period in sorted(by_period)))
        for (label, source), by_period in groups.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.last, one.label, one.source)))


def drawn_first(series: Sequence[Series], home: Collection[str], most: int) -> tuple[Series, ...]:
    """Return the series that are drawn where not all can be: those of the home regions before others, in their order."""
    if len(series) <= most:
        return tuple(series)
    kept = sorted(range(len(series)), key=lambda place: (series[place].label not in home, place))[:most]
    return tuple(series[place] for place in sorted(kept))


def source_of(figure: Figure) -> str:
    """Return who says it: the host of the address, else the note that names it; what may stand in one line."""
    about = figure.provenance
    return shown_host(about.url) or about.note


def _passes(figure: Figure, name: str, wanted: str, split: str) -> bool:
    """Say whether a dimension is as asked: each value apart when split by it, the total when nothing is asked."""
    value = figure.dimensions.get(name, "")
    return bool(value) if split == name else value == wanted


def _by_what(figure: Figure) -> tuple[str, str, str, str, str]:
    return (figure.indicator, figure.region, str(sorted(figure.dimensions.items())), figure.period, figure.id)
