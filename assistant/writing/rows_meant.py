"""Which of several rows of one course a message means: those in a place, on a day, in a language, or of which the remark says what it says. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from assistant.understanding.word_likeness import likeness
from assistant.writing.part_of_day import at_part_of_day, sets_apart
from assistant.writing.row_cells import ENTRY, cells_of
from assistant.writing.row_limits import OF_PEOPLE, days_in_cell, pattern
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Offer
from knowledge.language.detection import LANGUAGES
from knowledge.language.months import MONTHS, month_day_in_words
from knowledge.language.real_words import real_words
from knowledge.language.spelling import edit_distance

SEVERAL = 2
"""Runs of a course from which what was said of the place, or the day, tells one."""


def narrowed(
    offers: Sequence[Offer], said: Sequence[str], school: AbstractSet[str] = frozenset()
) -> Sequence[Offer]:
    """Return of several runs of a course those in the place, or from the month or day, that was said last; all where none was.

    `school` are the folded words of the name of the school: "bij Lindeveen" is no place.
    """
    for text in said:
        if len(offers) < SEVERAL:
            break
        words = _without_school(f" {folded(text)} ", school)
        if not sets_apart(text):
            offers = _kept(offers, partial(_is_at, words))
        days = [one for one in offers if any(f" {day} " in words for day in _days_of(one))]
        months = [one for one in offers if any(f" {month} " in words for month in _months_of(one))]
        offers = days or months or offers
        offers = at_part_of_day(_on_weekday(_in_language(offers, words), words), text)
    return offers


def _without_school(words: str, school: AbstractSet[str]) -> str:
    named = "|".join(map(re.escape, school))
    return re.sub(rf" (?:bij|at|bei|van|von|by)(?: (?:{named})(?= ))+", " ", words) if school else words


def with_words(
    offers: Sequence[Offer], has: Callable[[Offer, str], bool], words: Sequence[str]
) -> Sequence[Offer]:
    """Return of several runs of a course those of which the remark has a word of a message, where not all have it; else all."""
    called = len({one.name.value for one in offers})
    is_one = called == 1
    if len(offers) < SEVERAL or (called > SEVERAL and len(offers) > MOST_OF_SEVERAL):
        return offers
    names = {word for one in offers for word in folded(one.name.value or "").split()}
    for word in words:
        if not is_one and any(likeness(word, one, "nl") for one in names):
            continue
        found = [one for one in offers if has(one, word)]
        if 0 < len(found) < len(offers):
            return found
    return offers


MOST_OF_SEVERAL = 4
"""Rows of several courses up to which a word of a remark tells one: of more of them a message says too little."""


def _kept(offers: Sequence[Offer], fits: Callable[[Offer], bool]) -> Sequence[Offer]:
    return [one for one in offers if fits(one)] or offers


def _is_at(words: str, offer: Offer) -> bool:
    """Say whether words name the place of an offer, whole or by the name of the town in it ("brandweerkazerne Almelo")."""
    for place in offer.places.value or ():
        towns = [part for part in re.findall(r"[^\W\d_][\w'’-]{2,}", place.name) if part[0].isupper()]
        if any(f" {folded(name)} " in words for name in (place.name, *towns)):
            return True
        if any(_is_misspelled(word, folded(town)) for town in towns for word in AFTER_IN.findall(words)):
            return True
    return False


AFTER_IN = re.compile(r" (?:in|te|naar|from|nach) ([a-z]{4,}) ")
"""A word in the place of that of a town."""


def _is_misspelled(word: str, town: str) -> bool:
    """Say whether a word is a town with one letter more, less, or otherwise."""
    is_other = word in real_words("nl")
    return len(town) >= SHORTEST_TOWN and not is_other and edit_distance(word, town, 1) <= 1


SHORTEST_TOWN = 5
"""Letters of the shortest town that may be misspelled."""


def _days_of(offer: Offer) -> Iterator[str]:
    """Yield the days on which an offer starts, folded, as people write them."""
    for start in offer.starts.value or ():
        if start.day is None:
            continue
        day, month = start.day.day, start.day.month
        yield from (folded(month_day_in_words(month, day, one)) for one in LANGUAGES)
        yield from (folded(f"{day} {MONTHS[one][month - 1][:3]}") for one in LANGUAGES)
        yield f"{day} {month}"


def _months_of(offer: Offer) -> Iterator[str]:
    """Yield the months in which an offer starts, folded."""
    for start in offer.starts.value or ():
        if start.day is not None:
            yield from (folded(MONTHS[one][start.day.month - 1]) for one in LANGUAGES)


COURSE = r"(?:\w+ ){0,2}(?:course|class|group|training|version|cursus|groep|les|versie|kurs|gruppe)"

SAID_IN = {
    "nl": r"\b(?:in (?:het )?(?:nederlands|dutch)|auf (?:niederlandisch|hollandisch)|nederlandstalig\w*|op zn nederlands)\b",
    "en": rf"\b(?:in (?:het )?(?:engels|english)|auf englisch|engelstalig\w*|(?:english|engelse|englische[rn]?) {COURSE})\b",
    "de": rf"\b(?:in (?:het )?(?:duits|german)|auf deutsch|duitstalig\w*|deutschsprachig\w*|(?:german|duitse|deutsche[rn]?) {COURSE})\b",
}
"""How a message says in which language a course must be, over folded text."""


def _in_language(offers: Sequence[Offer], words: str) -> Sequence[Offer]:
    wanted = {language for language, said in SAID_IN.items() if re.search(said, words)}
    return _kept(offers, lambda one: one.language.value in wanted) if wanted else offers


WHOLE_DAY = re.compile(
    r"\b(?:op|on|am|de|die|every|elke)? ?(?P<day>(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tag\w*|mittwoch\w*)\b"
)
"""A day of the week in full."""


def _on_weekday(offers: Sequence[Offer], words: str) -> Sequence[Offer]:
    """Return the offers of which a cell names the day of the week that is said, all of them where none or each does."""
    said = weekdays_said(words)
    if not said or len(offers) < SEVERAL:
        return offers
    return _kept(offers, lambda one: bool(said & weekdays_of(one)))


def weekdays_said(text: str) -> set[str]:
    """Return the days of the week that a text says in full, by their Dutch beginnings ("za")."""
    return {day for found in WHOLE_DAY.finditer(folded(text)) for day in days_in_cell(found["day"])}


def weekdays_of(offer: Offer) -> set[str]:
    """Return the days of the week that short cells of an offer name, or its moments to begin that are no dates."""
    cells = [cell for cell in cells_of(offer) if cell.text and cell.heading and cell.heading != ENTRY]
    short = [
        cell
        for cell in cells
        if len(cell.text.split()) <= LONGEST_RHYTHM and not OF_PEOPLE.search(folded(cell.heading))
    ]
    starts = [folded(start.text) for start in offer.starts.value or () if start.day is None]
    texts = (*(folded(cell.text) for cell in short), *starts)
    return {day for text in texts for day in days_in_cell(text)}


def names_day(offer: Offer) -> bool:
    """Say whether it is known of an offer on which day it begins, or on which days of the week it is."""
    return any(start.day is not None for start in offer.starts.value or ()) or bool(weekdays_of(offer))


LONGEST_RHYTHM = 6
"""Words of the longest cell with a day of the week, in which its first letters are no other word."""


def at_level(offers: Sequence[Offer], text: str) -> Sequence[Offer]:
    """Return the offers at the level of mbo that a text says ("nivo 3"), all of them where none is at it."""
    found = pattern("level").search(folded(text))
    if found is None or len(offers) < SEVERAL or SETS_APART.search(text):
        return offers
    return [one for one in offers if one.level.value == f"mbo-{found['level'] or found['bare']}"] or offers


SETS_APART = re.compile(
    r"\b(?:verschil|difference|unterschied|allebei|beiden?|both|twijfel|tussen|between|zwischen"
    r"|(?:goedkoper|duurder|korter|langer|meer|minder|eerder|cheaper|shorter|longer|more|less|earlier|gunstiger|kurzer|mehr)\w*)\b",
    re.IGNORECASE,
)
"""A comparison, in which a level is said of one side alone."""


def in_form(offers: Sequence[Offer], modes: Sequence[str]) -> Sequence[Offer]:
    """Return the offers in the forms of study that are said, all of them where none is known to be in one."""
    kept = [offer for offer in offers if offer.mode.value is not None and offer.mode.value.value in modes]
    full_time = {"voltijd": "BOL", "deeltijd": "BBL"}
    kept = kept or [
        offer
        for offer in offers
        if offer.mode.value is not None and offer.mode.value.value in {full_time.get(mode) for mode in modes}
    ]
    return kept or offers
