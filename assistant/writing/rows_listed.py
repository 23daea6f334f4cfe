"""Lists the courses of a school's own table that fit what a message asks: a day, a price, a place, a teacher, a word of their cells.

Every word that limits must be met by a cell of the row; a message with a word that no row of the school has is not answered with a
list. What was met is told with each row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from assistant.types import Outcome, Request, Sentence
from assistant.understanding.offer_called import likeness, telling_words
from assistant.writing.offers_called import InHand
from assistant.writing.record_costs import fee_records
from assistant.writing.record_desk import Desk, written
from assistant.writing.row_cells import Cell, cells_of
from assistant.writing.row_worded import cited_cell, worded_cell
from assistant.writing.seam import Written
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Offer
from knowledge.data_files import read_data
from knowledge.types import RecordRef

_DATA = Path(__file__).with_suffix(".yaml")

SHOWN = 20
"""Rows of a list."""

MOST_ROWS = 400
"""Courses of a school up to which all their cells are read for a list."""

SURE = 0.85
"""How surely a word of a message must be one of a cell."""

LONGEST_ELLIPSIS = 6
"""Words of the longest message that asks the list before with something else: "en op dinsdag?"."""


@dataclass(frozen=True, slots=True)
class _Row:
    offer: Offer
    cells: tuple[Cell, ...]
    texts: tuple[str, ...]
    """The folded words of each cell, in the order of the cells."""


Limit = Callable[[_Row], tuple[Cell, ...] | None]
"""Returns the cells by which a row meets a limit, () where its name or place does, None where it does not."""


def rows_listed(request: Request, hand: InHand, desk: Desk) -> Written | None:
    """Return the rows of the school in hand that are asked for, None for a message that asks no list of them."""
    text = folded(request.question.text)
    is_one = hand.is_named and len(hand.names) == 1
    if is_one or len(hand.school.names) > MOST_ROWS or not _asks_list(request, text):
        return None
    offers = desk.catalogue.offers(tuple(hand.school.names))
    rows = [_row(offer, request, desk) for offer in offers]
    limits = _limits(request, text, hand, rows)
    if limits is None:
        return None
    found = [(row, met) for row in rows if (met := _met_by(row, limits)) is not None]
    if not found:
        return None
    found = _cheapest(found) if CHEAPEST.search(text) else found
    return _told(found, len(rows), request, hand, desk)


def _asks_list(request: Request, text: str) -> bool:
    """Say whether a message asks which courses there are, or the same once more with something else."""
    if OF_ONE.match(text):
        return False
    if _list_asked().search(text):
        return True
    earlier = [turn.text for turn in request.question.history if turn.role == "user"]
    is_short = len(text.split()) <= LONGEST_ELLIPSIS and GOES_ON.match(text) is not None
    return (
        bool(earlier)
        and is_short
        and _list_asked().search(folded(earlier[-1])) is not None
        and bool(_days(text))
    )


OF_ONE = re.compile(
    r"(?:(?:en|and|und) )?(?:wie (?:geeft|is|betaalt)|who|wer|wanneer|when|wann|waarom|why|warum|hoe laat|how late|what time)\b"
)
"""How a question of one thing begins, in which courses are only named ("wie geeft die cursus?")."""

GOES_ON = re.compile(r"(?:en|and|und|of|or|oder|maar|but)\b")


@cache
def _list_asked() -> re.Pattern[str]:
    """Return how a list of courses is asked for, over folded text."""
    raw: dict[str, list[str]] = read_data(_DATA)
    nouns = "|".join(raw["nouns"])
    return re.compile("|".join(one.format(nouns=nouns) for one in raw["asks_list"]))


CHEAPEST = re.compile(r"\b(?:goedkoopste|cheapest|gunstigste\w*|billigste\w*)\b")
FREE = re.compile(r"\b(?:gratis|niks kost|niets kost|kosteloos|free|for nothing|kostenlos\w*|umsonst)\b")
EVENING = re.compile(r"\b(?:avond|avonden|s avonds|evenings?|abends?|abende)\b|\bavond\w+|\babendkurs\w*")
IN_EVENING = re.compile(r"avond|evening|abend|\b(?:1[89]|2[0-2]) [0-5]\d\b|\b(?:1[89]|2[0-2]) ?(?:u|uur)\b")
WEEKEND = re.compile(r"\bweekend\w*|\bwochenende\w*")
UNDER = re.compile(
    r"\b(?:onder|minder dan|tot|maximaal|max|hoogstens|under|below|less than|up to|unter|weniger als|bis)(?: de| the)? (?:€ ?)?(?P<euro>\d+)\b(?! (?:uur|jaar|weken|maanden))"
)


LEVEL = re.compile(r"\b(?:mbo )?(?:niveau|nivo|level|stufe) ?(?P<level>[1-4])\b|\bmbo ?(?P<bare>[1-4])\b")
ON_SITE = re.compile(
    r"\b(?:op de zaak|bij ons (?:op|in) \w+ ?\w*|bij ons|op locatie|in ?company|in huis|at our (?:company|site|place|school)|bei uns(?: im betrieb)?)\b"
)
GROUP = re.compile(
    r"\b(?:groep|klas|leerjaar|class|grade|klasse) (?P<one>\d)(?: (?:en|of|t m|tot|and|or|to|und|bis) (?P<other>\d))?\b"
)
OF_GROUP = re.compile(
    r"\b(?:groep|klas|leerjaar|class|grade|klasse) (?P<one>\d)(?: (?:en |t m |tot )?(?P<other>\d))?\b"
)
"""A class of a school, or from one to another, as a question and as a cell says it."""

IS_ON_SITE = re.compile(
    r"in ?company|op locatie|bij (?:het|uw|jullie) bedrijf|op (?:uw|jullie) school|on site"
)


def _limits(request: Request, text: str, hand: InHand, rows: Sequence[_Row]) -> list[Limit] | None:
    """Return what rows must meet, None where a message has a word that no row has."""
    limits: list[Limit] = [_on_day(day) for day in _days(text)]
    if EVENING.search(text):
        limits.append(_in_evening)
    if WEEKEND.search(text):
        limits.append(_on_any(("za", "zo")))
    if FREE.search(text):
        limits.append(_free)
    elif under := UNDER.search(text):
        limits.append(_up_to(float(under["euro"])))
    if level := LEVEL.search(text):
        limits.append(_of_level(f"mbo-{level['level'] or level['bare']}"))
    if ON_SITE.search(text):
        limits.append(_on_site)
    if group := GROUP.search(text):
        limits.append(_for_group([int(one) for one in (group["one"], group["other"]) if one]))
    rest = text
    for pattern in (FREE, UNDER, LEVEL, ON_SITE, GROUP, EVENING, WEEKEND, CHEAPEST):
        rest = pattern.sub(" ", rest)
    beside = _beside_name(rest, hand.school.called)
    for word in telling_words(rest, request.language.value, hand.school.called):
        if word in _frame() or word.isdigit():
            continue
        limit = _says(word, request.language.value)
        if not any(limit(row) is not None for row in rows):
            if word in beside:
                continue
            return None
        limits.append(limit)
    return limits


def _beside_name(text: str, called: frozenset[str]) -> frozenset[str]:
    """Return the words right before and behind the name of the school: "Technolab Sprengelo" may be its whole name."""
    words = text.split()
    at = [place for place, word in enumerate(words) if word in called]
    return frozenset(words[near] for place in at for near in (place - 1, place + 1) if 0 <= near < len(words))


@cache
def _frame() -> frozenset[str]:
    """Return the words that ask for a list, or give a limit that was read already: they are not looked for in the cells."""
    raw: dict[str, list[str]] = read_data(_DATA)
    return frozenset(
        (*raw["frame"], *raw["nouns"], *(word for words in _day_words().values() for word in words))
    )


@cache
def _day_words() -> dict[str, tuple[str, ...]]:
    raw: dict[str, dict[str, list[str]]] = read_data(_DATA)
    return {day: tuple(words) for day, words in raw["days"].items()}


def _days(text: str) -> list[str]:
    """Return the days of the week that a folded text names in full, in the order of the week."""
    words = set(text.split())
    return [
        day for day, names in _day_words().items() if any(len(name) > 3 and name in words for name in names)
    ]


def _days_in(text: str) -> frozenset[str]:
    """Return the days of the week that a folded cell names, also by their first letters or as from one to another."""
    order = list(_day_words())
    words = text.split()
    named = [(place, day) for place, word in enumerate(words) for day in order if word in _day_words()[day]]
    found = {day for _, day in named}
    for (one, first), (other, last) in pairwise(named):
        between = " ".join(words[one + 1 : other])
        if between in RANGES and order.index(first) < order.index(last):
            found.update(order[order.index(first) : order.index(last) + 1])
    return frozenset(found)


RANGES = frozenset(["t m", "tm", "tot en met", "to", "through", "bis", "tot", "until"])
"""What stands between the first and the last of several days."""


def _on_day(day: str) -> Limit:
    return _on_any((day,))


def _on_any(days: Iterable[str]) -> Limit:
    wanted = frozenset(days)

    def met(row: _Row) -> tuple[Cell, ...] | None:
        cells = tuple(
            cell
            for cell, text in zip(row.cells, row.texts, strict=True)
            if not cell.is_free and wanted & _days_in(text)
        )
        return cells[:1] or None

    return met


def _in_evening(row: _Row) -> tuple[Cell, ...] | None:
    cells = tuple(
        cell
        for cell, text in zip(row.cells, row.texts, strict=True)
        if not cell.is_free
        and IN_EVENING.search(f"{folded(cell.heading)} {text}")
        and cell.field not in ("costs", "starts")
    )
    return cells[:1] or None


def _of_level(level: str) -> Limit:
    return lambda row: () if row.offer.level.value == level else None


def _for_group(wanted: Sequence[int]) -> Limit:
    """Return the limit that a cell names all classes that are wanted, alone or as from one to another."""

    def met(row: _Row) -> tuple[Cell, ...] | None:
        for cell, text in zip(row.cells, row.texts, strict=True):
            found = OF_GROUP.search(text)
            if found is None:
                continue
            first = int(found["one"])
            if all(first <= one <= int(found["other"] or first) for one in wanted):
                return (cell,)
        return None

    return met


def _on_site(row: _Row) -> tuple[Cell, ...] | None:
    cells = tuple(cell for cell, text in zip(row.cells, row.texts, strict=True) if IS_ON_SITE.search(text))
    return cells[:1] or None


def _free(row: _Row) -> tuple[Cell, ...] | None:
    return _costing(row, lambda euro: euro == 0)


def _up_to(limit: float) -> Limit:
    return lambda row: _costing(row, lambda euro: euro <= limit)


def _costing(row: _Row, fits: Callable[[float], bool]) -> tuple[Cell, ...] | None:
    costs = row.offer.costs.value or ()
    if not costs or not all(fits(cost.euro.high) for cost in costs):
        return None
    return tuple(cell for cell in row.cells if cell.field == "costs" and not cell.text)


def _says(word: str, language: str) -> Limit:
    """Return the limit that a row has a word of a message, in its name, its place or a cell."""

    def met(row: _Row) -> tuple[Cell, ...] | None:
        own = folded(
            f"{row.offer.name.value or ''} {' '.join(place.name for place in row.offer.places.value or ())}"
        )
        if any(likeness(word, one, language) >= SURE for one in own.split()):
            return ()
        cells = tuple(
            cell
            for cell, text in zip(row.cells, row.texts, strict=True)
            if any(likeness(word, one, language) >= SURE for one in f"{folded(cell.heading)} {text}".split())
        )
        return cells[:1] or None

    return met


def _row(offer: Offer, request: Request, desk: Desk) -> _Row:
    cells = cells_of(offer)
    return _Row(offer, cells, tuple(folded(worded_cell(cell, offer, request, desk)) for cell in cells))


def _met_by(row: _Row, limits: Sequence[Limit]) -> tuple[Cell, ...] | None:
    """Return the cells by which a row meets all limits, None where it does not."""
    found: list[Cell] = []
    for limit in limits:
        met = limit(row)
        if met is None:
            return None
        found += [cell for cell in met if cell not in found]
    return tuple(found)


def _cheapest(found: Sequence[tuple[_Row, tuple[Cell, ...]]]) -> list[tuple[_Row, tuple[Cell, ...]]]:
    """Return the rows with the lowest price among those of which it is known, each with it."""
    priced = [
        (max(cost.euro.high for cost in costs), row) for row, _ in found if (costs := row.offer.costs.value)
    ]
    lowest = min((euro for euro, _ in priced), default=None)
    rows = [row for euro, row in priced if euro == lowest]
    return [(row, _costing(row, lambda _: True) or ()) for row in rows]


def _told(
    found: Sequence[tuple[_Row, tuple[Cell, ...]]], total: int, request: Request, hand: InHand, desk: Desk
) -> Written | None:
    if not found:
        return None
    words = desk.words
    shown = found[:SHOWN]
    citer = desk.citer("offer", [row.offer.id for row, _ in shown], fee_records(desk))
    values = {
        "count": words.number(len(found)),
        "total": words.number(total),
        "school": words.value("provider", hand.school.id),
    }
    key = "rows_all" if len(found) == total else "rows_one" if len(found) == 1 else "rows_some"
    said: list[Sentence] = [desk.lead(words.fill(key, values))]
    for number, (row, cells) in enumerate(shown, start=1):
        parts = [words.offer(row.offer), *(worded_cell(cell, row.offer, request, desk) for cell in cells)]
        cited = [n for cell in cells for n in cited_cell(cell, row.offer, request, desk, citer)]
        cited = cited or list(citer.cite(("offer", row.offer.id), ("Plaats",), row.offer.name.provenance))
        said.append(desk.worded(f"{number}. {'; '.join(parts)}.", cited))
    if len(found) > len(shown):
        said.append(desk.notice(words.fill("rows_more", {"shown": words.number(len(shown)), **values})))
    records = [RecordRef("offer", row.offer.id, row.offer.name.value or row.offer.id) for row, _ in found]
    answer = written(said, citer, records)
    return answer if answer.outcome is Outcome.ANSWERED else None
