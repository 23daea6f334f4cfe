"""The table under a plot, what must be said of its numbers, and where they come from: pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.interface.escaping import one_line
from assistant.interface.rooms.figures.choosing import Series
from assistant.interface.rooms.figures.subjects import marks_of
from assistant.interface.rooms.offers.wording import Tongue, source_html
from knowledge.catalogue.facts import Provenance
from knowledge.catalogue.types import Figure

COLUMNS = ("what", "region", "period", "value", "beware", "source")
"""The columns of a table of single figures, as their heads are named in the texts."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How figures are read: words, the day, and the newest year per indicator and region."""

    tongue: Tongue
    today: date
    newest: Mapping[tuple[str, str], int]
    home: Collection[str] = ()
    """Regions that are drawn first where there are too many to draw."""

    def marks(self, figure: Figure) -> tuple[str, ...]:
        """Return what must be said beside a number."""
        return marks_of(figure, self.newest, self.today)

    def is_plain(self, figure: Figure) -> bool:
        """Say whether a number is a plain count: not provisional, estimated or a goal."""
        return not {"provisional", "estimated", "goal"} & set(self.marks(figure))

    def has_star(self, figure: Figure) -> bool:
        """Say whether a number must not be taken as it stands: not plain, or small counts are hidden in it."""
        return not self.is_plain(figure) or "incomplete" in self.marks(figure)

    def value(self, figure: Figure) -> str:
        """Return a number with its unit, plain."""
        return f"{self.tongue.number(figure.value)} {self.tongue.words.value('unit', figure.unit)}"

    def indicator(self, figure: Figure) -> str:
        """Return the name of an indicator, plain, with a capital."""
        name = self.tongue.words.value("indicator", figure.indicator)
        return f"{name[:1].upper()}{name[1:]}"

    def region(self, region: str) -> str:
        """Return the name of a region, plain."""
        return self.tongue.words.value("region", region)

    def dimension(self, name: str, value: str) -> str:
        """Return the word for a value of a dimension, plain."""
        kind = {"instelling": "provider", "geslacht": "gender"}.get(name)
        return self.tongue.words.value(kind, value) if kind else value


def series_table_html(
    series: Sequence[Series], labels: Sequence[str], heading: str, caption: str, reading: Reading
) -> str:
    """Return a table with a row per series and a column per period; a number that is not plain has a star."""
    texts = reading.tongue.texts
    periods = sorted({figure.period for one in series for figure in one.figures})
    heads = "".join(f'<th scope="col">{one_line(period)}</th>' for period in periods)
    rows = []
    for one, label in zip(series, labels, strict=True):
        by_period = {figure.period: figure for figure in one.figures}
        cells = "".join(_cell(by_period.get(period), reading) for period in periods)
        rows.append(f'<tr><th scope="row">{one_line(label)}</th>{cells}</tr>')
    has_star = any(reading.has_star(figure) for one in series for figure in one.figures)
    star = f'<p class="lw-klein">{texts["star"]}</p>' if has_star else ""
    return (
        f'<div class="lw-tabel" tabindex="0" role="group" aria-label="{one_line(caption)}"><table>{_caption(caption)}'
        f'<thead><tr><th scope="col">{one_line(heading)}</th>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'
        f"{star}{_notes(series, labels, reading)}"
    )


def figures_table_html(figures: Sequence[Figure], caption: str, reading: Reading) -> str:
    """Return a table with a row per figure, each with its source, date and what must be said of it."""
    texts = reading.tongue.texts
    heads = "".join(f'<th scope="col" role="columnheader">{texts[key]}</th>' for key in COLUMNS)
    rows = "".join(_figure_row(figure, reading) for figure in figures)
    return (
        f'<table class="lw-stapel" role="table">{_caption(caption)}<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
    )


def _figure_row(figure: Figure, reading: Reading) -> str:
    cells = (
        one_line(reading.region(figure.region)),
        one_line(_period(figure, reading)),
        one_line(reading.value(figure)),
        marks_html(figure, reading),
        source_html(figure.provenance, reading.tongue),
    )
    shown = "".join(
        f'<td role="cell"{"" if cell else " class=lw-leeg"}><span class="lw-celnaam">{reading.tongue.texts[key]}</span>{cell}</td>'
        for key, cell in zip(COLUMNS[1:], cells, strict=True)
    )
    return (
        f'<tr role="row"><th scope="row" role="rowheader">{one_line(named(figure, reading))}</th>{shown}</tr>'
    )


def _caption(text: str) -> str:
    """Return a caption that wraps to the screen where the table is wider than that."""
    return f'<caption><span class="lw-bijschrift">{one_line(text)}</span></caption>'


def marks_html(figure: Figure, reading: Reading) -> str:
    """Return what must be said of a number, in words."""
    texts = reading.tongue.texts
    return ", ".join(texts[f"mark_{mark}"] for mark in reading.marks(figure))


def named(figure: Figure, reading: Reading) -> str:
    """Return the indicator of a figure with its dimensions, plain."""
    about = ", ".join(reading.dimension(name, value) for name, value in sorted(figure.dimensions.items()))
    return f"{reading.indicator(figure)}{f' ({about})' if about else ''}"


def sources_html(figures: Sequence[Figure], reading: Reading) -> str:
    """Return each source once, with its date; that there are several is said first."""
    texts = reading.tongue.texts
    found: dict[tuple[str, str], Provenance] = {}
    for figure in figures:
        found.setdefault((figure.provenance.url, figure.provenance.as_of), figure.provenance)
    items = "".join(
        f"<li>{source_html(_without_note(about), reading.tongue)}</li>" for about in found.values()
    )
    several = f'<p class="lw-let-op">{texts["several_sources"]}</p>' if len(found) > 1 else ""
    return f"<h3>{texts['sources']}</h3>{several}<ul>{items}</ul>"


def _without_note(about: Provenance) -> Provenance:
    """Return a source without the note that goes with one number; a source without an address is named by its note."""
    return (
        Provenance(about.url, about.as_of, about.study_year, about.checked_on, about.authority)
        if about.url
        else about
    )


def _cell(figure: Figure | None, reading: Reading) -> str:
    if figure is None:
        return f'<td class="lw-onbekend">{reading.tongue.texts["unknown_value"]}</td>'
    star = "*" if reading.has_star(figure) else ""
    return f"<td>{reading.tongue.number(figure.value)}{star}</td>"


def _period(figure: Figure, reading: Reading) -> str:
    return reading.tongue.texts["undated"] if figure.period == "z.d." else figure.period


def _notes(series: Sequence[Series], labels: Sequence[str], reading: Reading) -> str:
    """Return the notes of single numbers, each once with the numbers that it belongs to."""
    texts = reading.tongue.texts
    notes: dict[str, list[str]] = {}
    for one, label in zip(series, labels, strict=True):
        for figure in one.figures:
            if figure.provenance.note:
                notes.setdefault(figure.provenance.note, []).append(f"{label} {figure.period}")
    if not notes:
        return ""
    items = "".join(f"<li>{one_line(note)} ({one_line(', '.join(of))})</li>" for note, of in notes.items())
    return f"<details><summary>{reading.tongue.count('notes', len(notes))}</summary><p>{texts['notes_help']}</p><ul>{items}</ul></details>"
