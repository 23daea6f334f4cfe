"""The page of the figures: what is chosen, a plot, its table and sources, and the file. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.interface.escaping import escaped, one_line
from assistant.interface.rooms.figures.choosing import (
    MOST_BARS,
    MOST_LINES,
    PATH,
    SPLITS,
    Asked,
    Series,
    chosen,
    drawn_first,
    file_address,
    series_of,
)
from assistant.interface.rooms.figures.plots import (
    Bar,
    Caption,
    Line,
    bars_svg,
    columns_fit,
    columns_svg,
    lines_svg,
)
from assistant.interface.rooms.figures.subjects import COUNTRY, Subject
from assistant.interface.rooms.figures.tables import (
    Reading,
    figures_table_html,
    marks_html,
    named,
    series_table_html,
    sources_html,
)
from knowledge.catalogue.types import Figure


def figures_html(subjects: Sequence[Subject], subject: Subject, asked: Asked, reading: Reading) -> str:
    """Return the main part of the page."""
    texts = reading.tongue.texts
    figures = chosen(subject, asked)
    title = subject_title(subject, reading)
    is_told = subject.is_series and figures
    heading = _about(figures, asked, reading) if is_told else texts["plots"]
    if not figures:
        reset = f'<a href="{PATH}?onderwerp={escaped(subject.id)}">{texts["reset"]}</a>'
        body = f'<p class="lw-let-op">{texts["no_figures"]} {reset}</p>'
    else:
        draw = _as_series if subject.is_series else _as_bars
        file = f'<p><a class="lw-knop" href="{escaped(file_address(asked))}" download>{texts["download"]}</a> <span class="lw-klein">{texts["download_help"]}</span></p>'
        body = f"{''.join(_warnings(figures, reading))}{draw(figures, asked, title, reading)}{file}{sources_html(figures, reading)}"
    return (
        f"<p>{texts['intro']}</p>{form_html(subjects, subject, asked, reading)}"
        f'<section aria-labelledby="lw-cijfer"><h2 id="lw-cijfer">{one_line(heading)}</h2>{body}</section>'
    )


def subject_title(subject: Subject, reading: Reading) -> str:
    """Return the title of a subject, plain."""
    return subject.title or reading.tongue.texts[f"subject_{subject.id}"]


def form_html(subjects: Sequence[Subject], subject: Subject, asked: Asked, reading: Reading) -> str:
    """Return the form in which subject, region, split and years are chosen; only what this subject knows is offered."""
    texts = reading.tongue.texts
    fields = [_select("onderwerp", "subject", [(one.id, subject_title(one, reading)) for one in subjects], subject.id, reading)]  # fmt: skip
    if subject.is_series:
        fields += _series_fields(subject, asked, reading)
    elif len(subject.regions) > 1:
        fields.append(_regions(subject, asked.region, texts["all_regions"], reading))
    return (
        f'<form class="lw-keuzes" action="{PATH}">{"".join(fields)}'
        f'<p class="lw-veld"><button class="lw-eerste">{texts["show"]}</button></p></form>'
    )


def _series_fields(subject: Subject, asked: Asked, reading: Reading) -> Iterator[str]:
    texts = reading.tongue.texts
    splits = [
        name
        for name in SPLITS
        if (name == "regio" and len(subject.regions) > 2) or (name != "regio" and subject.dimension(name))
    ]
    if splits:
        options = [("", texts["split_none"]), *((name, texts[f"split_{name}"]) for name in splits)]
        yield _select("verdeel", "split", options, asked.split, reading)
    if len(subject.regions) > 1 and asked.split != "regio":
        yield _regions(subject, asked.region or COUNTRY, "", reading)
    for name, field, value in (
        ("instelling", "institution", asked.institution),
        ("geslacht", "gender", asked.gender),
    ):
        values = subject.dimension(name)
        if values and asked.split != name:
            words = sorted(((one, reading.dimension(name, one)) for one in values), key=lambda pair: pair[1])
            yield _select(name, field, [("", texts[f"all_{name}"]), *words], value, reading)
    periods = [(period, period) for period in subject.periods]
    yield _select("van", "first", periods, asked.first or subject.periods[0], reading)
    yield _select("tot", "last", periods, asked.last or subject.periods[-1], reading)


def _regions(subject: Subject, value: str, everywhere: str, reading: Reading) -> str:
    options = [(region, reading.region(region)) for region in subject.regions]
    return _select("regio", "region", [("", everywhere), *options] if everywhere else options, value, reading)


def _select(name: str, label: str, options: Sequence[tuple[str, str]], value: str, reading: Reading) -> str:
    inner = "".join(
        f'<option value="{escaped(one)}"{" selected" if one == value else ""}>{one_line(words)}</option>'
        for one, words in options
    )
    return (
        f'<p class="lw-veld"><label for="lw-{name}">{reading.tongue.texts[f"choose_{label}"]}</label>'
        f'<select id="lw-{name}" name="{name}">{inner}</select></p>'
    )


def _warnings(figures: Sequence[Figure], reading: Reading) -> Iterator[str]:
    """Yield what must be said of all these numbers together: each mark once, for how many of them it holds."""
    texts = reading.tongue.texts
    for mark in ("old", "goal", "provisional", "estimated", "incomplete", "derived"):
        number = sum(mark in reading.marks(figure) for figure in figures)
        if number:
            some = texts["some_of_them"].format(number=number, all=len(figures))
            which = f" {some}" if number < len(figures) else ""
            yield f'<p class="lw-toestand">{texts[f"warning_{mark}"]}{which}</p>'


def _as_series(figures: Sequence[Figure], asked: Asked, title: str, reading: Reading) -> str:
    """Return lines or standing bars over periods, or lying bars for one period, with the table."""
    texts = reading.tongue.texts
    series = series_of(figures, asked.split)
    periods = sorted({figure.period for figure in figures})
    drawn = drawn_first(series, reading.home, MOST_LINES if len(periods) > 1 else MOST_BARS)
    labels = _labels(series, asked, reading)
    drawn_labels = _labels(drawn, asked, reading)
    caption = Caption("lw-plaatje", title, _about(figures, asked, reading))
    number = reading.tongue.number
    if len(periods) == 1:
        bars = [
            Bar(label, one.last, not reading.is_plain(one.figures[-1]))
            for one, label in zip(drawn, drawn_labels, strict=True)
        ]
        picture = bars_svg(bars, caption, number)
    elif len(series) == 1 and columns_fit(columns := _columns(series[0], reading), number):
        picture = columns_svg(columns, caption, number)
    else:
        by_period = [{figure.period: figure.value for figure in one.figures} for one in drawn]
        lines = [
            Line(label, tuple(values.get(period) for period in periods))
            for label, values in zip(drawn_labels, by_period, strict=True)
        ]
        picture = lines_svg(lines, periods, caption, number)
    left = len(series) - len(drawn)
    rest = f'<p class="lw-klein">{reading.tongue.count("not_drawn", left)}</p>' if left else ""
    unit = f'<p class="lw-klein">{texts["unit"]}: {one_line(reading.tongue.words.value("unit", figures[0].unit))}</p>'
    heading = texts[f"split_{asked.split}"] if asked.split else texts["region"]
    table = series_table_html(series, labels, f"{heading[:1].upper()}{heading[1:]}", caption.about, reading)
    return f"<figure>{unit}{picture}{rest}</figure>{table}"


def _columns(one: Series, reading: Reading) -> list[Bar]:
    return [Bar(f.period, f.value, not reading.is_plain(f)) for f in one.figures]


def _labels(series: Sequence[Series], asked: Asked, reading: Reading) -> list[str]:
    """Return what each line is called; where two sources tell of the same, the source stands beside it."""
    sources = {one.source for one in series}
    names = [
        reading.dimension(asked.split, one.label)
        if asked.split in ("instelling", "geslacht")
        else reading.region(one.label)
        for one in series
    ]
    return [
        f"{name} ({one.source})" if len(sources) > 1 else name
        for name, one in zip(names, series, strict=True)
    ]


def _about(figures: Sequence[Figure], asked: Asked, reading: Reading) -> str:
    """Return what exactly is counted, plain: indicator, region, school, men or women, years."""
    periods = sorted({figure.period for figure in figures})
    years = periods[0] if len(periods) == 1 else f"{periods[0]} – {periods[-1]}"
    regions = {figure.region for figure in figures}
    parts = [
        reading.indicator(figures[0]),
        reading.region(next(iter(regions))) if len(regions) == 1 else "",
        reading.dimension("instelling", asked.institution) if asked.institution else "",
        reading.dimension("geslacht", asked.gender) if asked.gender else "",
        years,
    ]
    return ", ".join(part for part in parts if part)


def _as_bars(figures: Sequence[Figure], asked: Asked, title: str, reading: Reading) -> str:
    """Return a plot of lying bars per unit that two figures or more have, and one table of all."""
    texts = reading.tongue.texts
    units = dict.fromkeys(figure.unit for figure in figures)
    pictures = []
    for place, unit in enumerate(units):
        group = [figure for figure in figures if figure.unit == unit]
        if len(group) < 2:
            continue
        unit_words = reading.tongue.words.value("unit", unit)
        about = reading.tongue.fill("bars_of_unit", {"n": len(group[:MOST_BARS]), "unit": unit_words})
        caption = Caption(f"lw-plaatje{place}", f"{title}: {unit_words}", about)
        bars = [Bar(_bar_label(f, reading), f.value, not reading.is_plain(f)) for f in group[:MOST_BARS]]
        picture = bars_svg(bars, caption, reading.tongue.number)
        sources = {figure.provenance.url or figure.provenance.note for figure in group}
        warning = f'<p class="lw-let-op">{texts["mixed_sources"]}</p>' if len(sources) > 1 else ""
        left = len(group) - len(bars)
        rest = f'<p class="lw-klein">{reading.tongue.count("not_drawn", left)}</p>' if left else ""
        pictures.append(
            f"<figure><figcaption>{one_line(unit_words)}</figcaption>{warning}{picture}{rest}</figure>"
        )
    return f"{''.join(pictures)}{figures_table_html(figures, title, reading)}"


def _bar_label(figure: Figure, reading: Reading) -> str:
    marks = marks_html(figure, reading)
    period = reading.tongue.texts["undated"] if figure.period == "z.d." else figure.period
    where = ", ".join((reading.region(figure.region), period, *([marks] if marks else [])))
    return f"{named(figure, reading)}: {where}"
