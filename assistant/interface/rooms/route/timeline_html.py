"""A route as a picture on a time axis: strips of SVG of which widths are percentages, beside words of the page. Pure.

The words are HTML, so that they grow with the text size and wrap on a telephone; the picture is for the
eye alone, and the list around it says the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.interface.escaping import escaped, one_line
from assistant.interface.rooms.route.timeline import Bar, Timeline, Work, deadlines_of, timeline_of
from assistant.interface.rooms.route.words import provider_name
from assistant.interface.texts import Texts
from assistant.routes.amounts import day_text, euro_text, months_text
from assistant.routes.phrases import say
from assistant.routes.types import Route, Step
from assistant.routes.wording import offer_name

LAST_START = 78.0
"""Place in percent up to which a year fits to the right of its line, on a telephone with large letters too."""

NEAREST_END = 30.0
"""Percent from one year to a next that stands before its line: nearer by, the two words would run together on a telephone."""


def timeline_html(route: Route, organisations: Mapping[str, str], texts: Texts, *, has_work: bool) -> str:
    """Return the figure of a route: the axis, then each step with its strip; the job on top when there is one."""
    line = timeline_of(route)
    rows = "".join(
        _row(step, bar, line, organisations, texts) for step, bar in zip(route.steps, line.bars, strict=True)
    )
    work = _work_row(line, texts) if has_work else ""
    return (
        f'<figure class="lw-tijdlijn"><figcaption>{texts["timeline_caption"]}</figcaption>'
        f'<div aria-hidden="true">{_axis(line, texts)}</div>{work}<ol>{rows}</ol>'
        f'<p class="lw-klein">{_legend(line, texts)}</p></figure>'
    )


def _row(step: Step, bar: Bar, line: Timeline, organisations: Mapping[str, str], texts: Texts) -> str:
    provider = step.offer.provider.value
    school = (
        f'<span class="lw-zacht">{one_line(provider_name(provider, organisations))}</span>'
        if provider
        else ""
    )
    facts = "".join(f"<li>{fact}</li>" for fact in step_facts(step, bar, texts))
    return (
        f'<li><p class="lw-stapnaam"><strong><span class="lw-nummer">{bar.number}</span> '
        f'<span lang="nl">{one_line(offer_name(step.offer))}</span></strong> {school}</p>'
        f'<ul class="lw-feitjes">{facts}</ul>{_strip(bar, line)}</li>'
    )


def step_facts(step: Step, bar: Bar, texts: Texts) -> tuple[str, ...]:
    """Return what a step asks in a few words each, escaped: when, how long, what it costs, hours, work, deadlines."""
    language = texts.language
    hours = step.hours
    known_hours = f"{hours.low:g}" if hours.is_exact else f"{hours.low:g}-{hours.high:g}"
    facts = [
        texts["starts_earliest"].format(day=day_text(step.starts, language)),
        months_text(step.months, language),
        euro_text(step.funding.net_euro, language),
        texts["hours_a_week"].format(hours=known_hours) if hours.is_known else say(language, "hours_unknown"),
        texts[f"work_{bar.work.value}"],
    ]
    if step.waits_months:
        facts.append(texts["waits"].format(months=f"{step.waits_months:g}"))
    facts += [
        texts["deadline"].format(what=what, day=day_text(day, language)) for what, day in deadlines_of(step)
    ]
    return tuple(escaped(fact) for fact in facts)


def _strip(bar: Bar, line: Timeline) -> str:
    start, sure, end = line.share(bar.start), line.share(bar.sure), line.share(bar.end)
    marks = "".join(
        _mark(line.share(mark.month), is_deadline=mark.is_deadline)
        for mark in line.marks
        if mark.number == bar.number
    )
    kind = "lw-balk-open" if bar.is_open else "lw-balk-marge"
    margin = _rect(sure, end - sure, kind, "20%", "60%") if end > sure else ""
    return (
        '<svg class="lw-strook" aria-hidden="true" focusable="false" width="100%" height="28">'
        f"{_grid(line)}{margin}{_rect(start, sure - start, f'lw-balk lw-werk-{bar.work.value}', '20%', '60%')}"
        f"{marks}</svg>"
    )


def _rect(left: float, width: float, kind: str, top: str, height: str) -> str:
    return f'<rect class="{kind}" x="{left:.3f}%" y="{top}" width="{width:.3f}%" height="{height}" rx="3"/>'


def _mark(place: float, *, is_deadline: bool) -> str:
    shape = (
        '<path class="lw-uiterlijk" d="M0 -13 L7 -3 L-7 -3 Z"/>'
        if is_deadline
        else '<path class="lw-keuze" d="M0 -7 L7 0 L0 7 L-7 0 Z"/>'
    )
    return f'<svg x="{place:.3f}%" y="50%" overflow="visible">{shape}</svg>'


def _grid(line: Timeline) -> str:
    return "".join(
        f'<line class="lw-raster" x1="{line.share(tick.month):.3f}%" x2="{line.share(tick.month):.3f}%" '
        'y1="0" y2="100%"/>'
        for tick in line.ticks
    )


def _axis(line: Timeline, texts: Texts) -> str:
    """Return the years; a word near the end stands before its line, so that it stays inside, where there is room."""
    words, before = "", -NEAREST_END
    for tick in line.ticks:
        place = line.share(tick.month)
        is_inside = place <= LAST_START
        if is_inside or place - before >= NEAREST_END:
            anchor = "start" if is_inside else "end"
            words += f'<text x="{place:.3f}%" y="1.1em" text-anchor="{anchor}">{tick.year}</text>'
            before = place
    return f'<svg class="lw-as" focusable="false" width="100%" height="1.5em">{_grid(line)}{words}</svg>'


def _work_row(line: Timeline, texts: Texts) -> str:
    """Return the strip of the job: whole where a step leaves room for it, broken where it takes the week."""
    parts = "".join(
        _rect(
            line.share(bar.start),
            line.share(bar.end) - line.share(bar.start),
            f"lw-baan lw-baan-{bar.work.value}",
            "35%",
            "30%",
        )
        for bar in line.bars
    )
    broken = [str(bar.number) for bar in line.bars if bar.work is Work.NONE]
    unsure = [str(bar.number) for bar in line.bars if bar.work is Work.UNKNOWN]
    sentences = [texts["job_goes_on"]] if not broken and not unsure else []
    sentences += [texts["job_stops"].format(steps=", ".join(broken))] if broken else []
    sentences += [texts["job_unsure"].format(steps=", ".join(unsure))] if unsure else []
    return (
        f'<div class="lw-baanrij"><p class="lw-stapnaam"><strong>{texts["job"]}</strong> '
        f'<span class="lw-zacht">{escaped(" ".join(sentences))}</span></p>'
        '<svg class="lw-strook" aria-hidden="true" focusable="false" width="100%" height="28">'
        f"{_grid(line)}{parts}</svg></div>"
    )


def _legend(line: Timeline, texts: Texts) -> str:
    parts = [texts["legend_decision"]]
    parts += [texts["legend_deadline"]] if any(mark.is_deadline for mark in line.marks) else []
    parts += (
        [texts["legend_margin"]] if any(bar.end > bar.sure and not bar.is_open for bar in line.bars) else []
    )
    parts += [texts["legend_open"]] if any(bar.is_open for bar in line.bars) else []
    return " ".join(parts)
