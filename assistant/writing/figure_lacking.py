"""What is said when a figure is asked that is not there: what is lacking, and which figures of its like there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.types import Outcome, Sentence
from assistant.understanding.figure_query import FigureQuery
from assistant.writing.figure_finding import WHOLE, Found, Slots, slots_of
from assistant.writing.figure_words import FigureSentences
from assistant.writing.record_citing import RecordCiter
from assistant.writing.record_desk import Desk, written
from assistant.writing.seam import Written
from knowledge.catalogue.types import Figure

INSTITUTION, REGION, GENDER, YEAR = range(4)


def lacking_answer(query: FigureQuery, found: Found, desk: Desk) -> Written:
    """Return the refusal of a query without a figure: what it lacks, and what there is of that indicator."""
    citer = desk.citer("figure", [])
    sentences = [*_said(query, found, desk), *_instead(query, found.missing, found.series, citer, desk)]
    return replace(written(sentences, citer, []), outcome=Outcome.REFUSED, searched=())


def lacking_beside(query: FigureQuery, found: Found, citer: RecordCiter, desk: Desk) -> tuple[Sentence, ...]:
    """Return what is said of the slots without a figure beside those with one."""
    return (*_said(query, found, desk), *_instead(query, found.missing, found.series, citer, desk))


def _said(query: FigureQuery, found: Found, desk: Desk) -> list[Sentence]:
    """Return the sentence that names what is not there."""
    words, say = desk.words, FigureSentences(desk.words)
    indicator = words.value("indicator", query.indicator)
    named = (*query.splits, *query.names, *query.places)
    if named:
        terms = words.join([f"“{name}”" for name in named])
        return [desk.notice(words.fill("figure_lacks_name", {"terms": terms, "indicator": indicator}))]
    about = [
        ", ".join(say.value(place, value) for place, value in enumerate(slots) if value)
        for slots in found.missing
    ]
    shown = {"about": "; ".join(about[:MOST_NAMED]), "indicator": indicator}
    return [desk.notice(words.fill("figure_lacks", shown))]


MOST_NAMED = 3


def _instead(
    query: FigureQuery, missing: Sequence[Slots], series: Sequence[Figure], citer: RecordCiter, desk: Desk
) -> list[Sentence]:
    """Return which figures there are: of the axis whose value no figure has, else of what else was asked."""
    words, say = desk.words, FigureSentences(desk.words)
    rows = {slots_of(figure): figure for figure in series}
    axis = _lacking_axis(query, missing, list(rows))
    if axis < 0:
        key, shown = "figure_has_split", list(rows.values())[:1]
    else:
        key = f"figure_has_{('institutions', 'regions', 'genders', 'years')[axis]}"
        shown = _one_of_each(axis, missing, rows)
    values = sorted({slots_of(figure)[axis] for figure in shown}) if axis >= 0 else []
    if axis == YEAR:
        fields = {"first": values[0], "last": values[-1]}
        shown = [figure for figure in shown if figure.period in (values[0], values[-1])]
    else:
        fields = {"names": say.names(axis, values)} if axis >= 0 else {}
    cited = [number for one in shown for number in citer.cite(("figure", one.id), (), one.provenance)]
    return [desk.worded(words.fill(key, fields), cited)] if cited else []


def _lacking_axis(query: FigureQuery, missing: Sequence[Slots], rows: Sequence[Slots]) -> int:
    """Return the axis by whose value there is no figure: one that none has, else the one that the others rule out."""
    if query.splits:
        return -1
    if query.places:
        return REGION
    if query.names:
        return INSTITUTION if any(slots[INSTITUTION] for slots in rows) else -1
    for place in (YEAR, INSTITUTION, REGION, GENDER):
        have = {slots[place] for slots in rows}
        if any(slots[place] not in have for slots in missing):
            return place
    if any(slots[INSTITUTION] for slots in missing):
        return REGION
    return -1


def _one_of_each(axis: int, missing: Sequence[Slots], rows: dict[Slots, Figure]) -> list[Figure]:
    """Return one figure per value of an axis, of those nearest to what was asked: of its institution, where it has any."""
    wanted = missing[0] if missing else ("", WHOLE, "", "")
    found: dict[str, tuple[int, Figure]] = {}
    for slots, figure in rows.items():
        if not slots[axis] or (axis == REGION and slots[INSTITUTION] != wanted[INSTITUTION]):
            continue
        likeness = sum(slots[place] == wanted[place] for place in range(4) if place != axis)
        if slots[axis] not in found or found[slots[axis]][0] < likeness:
            found[slots[axis]] = (likeness, figure)
    return [figure for _, figure in found.values()]
