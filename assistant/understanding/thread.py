"""What a follow-up over records means: what it gives takes the place of what it replaces, what it lacks stays as it was asked.

What is in focus is a `Step`: which records, what was asked of them, how far the list was shown. A message with a whole
question of its own starts anew. A filter replaces the filter of its kind, a name the name, a year the year, and an aspect ("en
de code?") is asked of what is in focus. Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace

from assistant.types import Language
from assistant.understanding.figure_steps import AWAY, step_of
from assistant.understanding.figure_years import shifted
from assistant.understanding.filters import (
    ALWAYS,
    Ask,
    Asked,
    Surroundings,
    filter_of,
    is_understood,
    near_place,
)
from assistant.understanding.leaning import BEGINS, continues, leans
from assistant.understanding.reading import FIELDS, Reading
from knowledge.catalogue.queries import OfferFilter
from knowledge.types import QuestionWord

FOLLOWING = ALWAYS | {"more", "ordinal", "organisation", "applicant", "state"}
"""Senses that have a use in a follow-up."""

HEADS = ("noun", "kind", "field", "offer")
"""Senses that say by themselves what is asked for; what else there is ("in deeltijd", "op mbo 4") is said of something."""

OF_SET = re.compile(
    r"\b(?:ervan|daarvan|die|deze|ze|those|these|them|they|of them|davon|diese[nr]?|sie)\b", re.IGNORECASE
)
"""Words that stand for the records that were shown."""

ALSO = re.compile(r"\b(?:ook|also|too|auch|nog een|nog andere)\b", re.IGNORECASE)
"""Words by which more is asked of what was shown: "is er ook een variant naast het werk?"."""

OF_IT = re.compile(
    r"\b(?:in|for|about) (?:that|this|it)\b|\b(?:daarin|daarvoor|hierin|hiervoor|erin|ervoor|darin|dafür|hierfür)\b"
    r"|\b(?:er|daar|hier)\b[^.?!,;]{0,40}\b(?:voor|in)\s*[?!.]*$",
    re.IGNORECASE,
)
"""Words by which something is asked of the field in hand: "is there an associate degree in that?"."""

DEFINITE = re.compile(
    r"\b(?:de|het|die|deze|dat|dit|the|this|that|der|das|dieser|diese|dieses)\s+"
    r"(?:(?:voltijd|deeltijd|duale?|full-?time|part-?time|dual|vollzeit|teilzeit|duales?)[ -])?(?:hbo-|wo-|mbo-)?"
    r"(?:bachelor|master|ad|opleiding|studie|cursus|training|course|programme|program|degree|study|ausbildung|studiengang|studium|kurs)\b",
    re.IGNORECASE,
)
"""Words for one of the records that were shown, called by its kind: "wie lange dauert der Bachelor?", "the full-time bachelor"."""

LISTED = (Ask.LIST, Ask.COUNT, Ask.FIELDS)


@dataclass(frozen=True, slots=True)
class Step:
    """A question of the records at its place in the talk: from which row on, or about which row (1-based, 0: all).

    `is_following` says that it leans on an earlier question, so that it is about records whatever they hold; `stated` are
    the fields of the filter that its own words state.
    """

    asked: Asked
    page: int = 0
    row: int = 0
    is_following: bool = False
    stated: tuple[str, ...] = ()
    is_loose: bool = False
    """Whether something else was asked of these records, which rules or documents answered: only a field of them is asked on."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message as it is understood: its words, what is recognised in them, and what it asks by itself, None for nothing."""

    text: str
    reading: Reading
    own: Asked | None
    language: Language
    words: tuple[QuestionWord, ...] = ()


def after(
    step: Step | None, said: Said, surroundings: Surroundings, prefers_names: bool = False
) -> Step | None:
    """Return what is asked after a message: by itself, or of what is in focus; None when neither is understood."""
    own = said.own
    if step is None or (own is not None and not _is_of_focus(own, said) and not _is_form_of(step, own, said)):
        return Step(own) if own is not None else None
    if (moved := _on_another_level(step, said.text)) is not None:
        return moved
    if not _goes_on(said) or not is_understood(said.reading, said.language, said.words, FOLLOWING):
        return None
    asks_of_record = bool(set(said.reading.values("ask")).intersection(FIELDS)) or said.reading.asks_whether
    if step.is_loose and not asks_of_record:
        return None
    moved = _in_another_year(step, said.text)
    if moved is not None:
        return moved
    return following(replace(step, is_loose=False), said.reading, surroundings, prefers_names)


def _is_of_focus(own: Asked, said: Said) -> bool:
    """Say whether a question is about what is in focus: it names nothing, or says only in part which records it means."""
    if own.ask not in LISTED and BEGINS.search(said.text) is None:
        return False
    if not own.filter.asked and not own.offers:
        return leans(said.text, said.language)
    has_head = any(said.reading.values(kind) for kind in HEADS)
    begins = BEGINS.search(said.text) is not None
    if begins and not (
        said.reading.values("ask") or said.reading.values("verb") or said.reading.values("noun")
    ):
        return True  # "en van HBO-ICT bij Windesheim?": the same is asked of another
    if any(said.reading.values(kind) for kind in ("field", "offer", "provider")):
        is_called = False
    else:  # by its kind alone: "der Bachelor", "is er ook een Ad van?"
        is_called = any(
            pattern.search(said.text) for pattern in (DEFINITE, ALSO, OF_IT)
        ) and not said.reading.values("place")
    if is_called:
        return own.ask in LISTED
    is_pointing = begins or any(pattern.search(said.text) for pattern in (OF_SET, ALSO))
    return own.ask in LISTED and not has_head and is_pointing


def _is_form_of(step: Step, own: Asked, said: Said) -> bool:
    """Say whether a field is asked of one form of the programmes in focus: "wat kost de bbl?" after one programme by its name."""
    if not step.asked.offers or own.ask is not Ask.FIELDS or own.offers or own.filter.asked != ("mode",):
        return False
    return not any(said.reading.values(kind) for kind in HEADS) and OF_ALL.search(said.text) is None


OF_ALL = re.compile(r"\b(?:een|a|an|eine?|alle|elke|all|every|jede\w*)\b", re.IGNORECASE)
"""Words by which a form is meant in general ("wat kost een bbl")."""


ASKS_WHAT_IT_IS = re.compile(
    r"\s*(?:(?:en|maar|dus|and|but|so|und|aber|also)\s+)?(?:is|zijn|are|ist|sind)\s+(?:dat|die|deze|dit|het|hij|ze|this|that|it|they|these|those|das|dies|diese|es|sie|er)\b",
    re.IGNORECASE,
)
"""A question of what the thing in hand is, and not of what else there may be ("kan het ook in deeltijd?")."""


def _goes_on(said: Said) -> bool:
    """Say whether a message goes on from the one before, or asks an aspect or a list without saying of what."""
    asks = frozenset(said.reading.values("ask"))
    has_head = any(said.reading.values(kind) for kind in HEADS)
    asks_of_focus = not has_head and bool(asks & {"list", "count", *FIELDS})
    asks_form = bool(said.reading.values("mode")) and ASKS_WHAT_IT_IS.match(said.text) is not None
    return (
        said.own is not None
        or asks_of_focus
        or asks_form
        or _names_another(said, asks)
        or continues(said.text, said.language)
    )


def _names_another(said: Said, asks: frozenset[str]) -> bool:
    """Say whether a message only names another programme, however long its name: "en Leraar vo tweede graad ... daar?"."""
    begins = BEGINS.search(said.text) is not None
    return begins and bool(said.reading.values("offer")) and not (asks or said.reading.values("verb"))


def following(
    step: Step, reading: Reading, surroundings: Surroundings, prefers_names: bool = False
) -> Step | None:
    """Return what a message that goes on means after `step`; None when it adds nothing."""
    match step.asked.ask:
        case Ask.CONTACT | Ask.SITE:
            return _of_another(step, reading)
        case Ask.SCHEMES:
            return _of_others(step, reading, surroundings)
    return _of_offers(step, reading, surroundings, prefers_names)


def _of_offers(step: Step, reading: Reading, surroundings: Surroundings, prefers_names: bool) -> Step | None:
    """Return the question about one row, the next page, another name, or the same records with other filters."""
    if reading.counts_something_else or "figure" in reading.values("ask"):
        return None
    new_fields = tuple(name for name in FIELDS if name in reading.values("ask"))
    sides = step.asked.mentions.get("offer", ()) if step.asked.ask is Ask.COMPARE else ()
    if (row := next(iter(reading.values("ordinal")), "")) and 0 < int(row) <= len(sides):
        asked = replace(
            step.asked, ask=Ask.FIELDS, fields=new_fields or ALL_FIELDS, offers=sides[int(row) - 1]
        )
        return Step(asked, is_following=True)
    if row:
        asked = replace(step.asked, ask=Ask.FIELDS, fields=new_fields or ALL_FIELDS)
        return Step(asked, row=int(row), is_following=True)
    if reading.values("more"):
        return replace(step, page=step.page + 1, is_following=True)
    if prefers_names and step.asked.offers and (named := reading.values("offer")):
        named_now = reading.without("field", beside="offer")
        wanted = _merged(step.asked.filter, filter_of(named_now, surroundings))
        return Step(replace(step.asked, offers=named, filter=wanted), is_following=True)
    return _narrowed(step, reading, surroundings, new_fields)


def _in_another_year(step: Step, text: str) -> Step | None:
    """Return the same question for the year before or after the one that was asked, None where a message asks no such thing."""
    moved = step_of(text)
    if moved not in AWAY or not step.asked.years:
        return None
    years = tuple(shifted(one, AWAY[moved]) for one in step.asked.years)
    return replace(step, asked=replace(step.asked, years=years), is_following=True)


def _on_another_level(step: Step, text: str) -> Step | None:
    """Return the same question one level of mbo up or down, None where a message asks no such thing or there is no such level."""
    found = ONE_LEVEL.search(text)
    levels = step.asked.filter.level
    if found is None or len(levels) != 1 or (known := MBO_LEVEL.fullmatch(levels[0])) is None:
        return None
    level = int(known["number"]) + (-1 if found["down"] else 1)
    if not LOWEST <= level <= HIGHEST or step.asked.offers:
        return None
    wanted = replace(step.asked.filter, level=(f"mbo-{level}",))
    asked = replace(step.asked, filter=wanted)
    return Step(asked, is_following=True, stated=("level",))


ONE_LEVEL = re.compile(
    r"\b(?:(?:een|één|1|one|a|eine?n?)\s+)?(?:niveau|nivo|level|stufe)s?\s+(?:(?:hoger|verder|omhoog|higher|up|höher|weiter)|(?P<down>lager|omlaag|lower|down|niedriger|tiefer))\b",
    re.IGNORECASE,
)
"""One level more or less than was asked ("en een niveau hoger?")."""

MBO_LEVEL = re.compile(r"mbo-(?P<number>\d)")
LOWEST, HIGHEST = 1, 4


def _narrowed(
    step: Step, reading: Reading, surroundings: Surroundings, new_fields: tuple[str, ...]
) -> Step | None:
    """Return the question with other filters, asked for another aspect, counted or listed; None when nothing is new."""
    asks = reading.values("ask")
    new = filter_of(reading, surroundings)
    is_choice = len(new.mode) > 1 and reading.has_conjunction
    if is_choice:  # "is dat voltijd of deeltijd?": each row says its form
        new = replace(new, mode=())
    asks_form = is_choice or any(FORM.intersection(one.words) for one in reading.mentions)
    before = replace(step.asked.filter, mode=()) if asks_form else step.asked.filter
    wanted = _merged(before, new)
    years = reading.quantities.years or step.asked.years
    is_changed = wanted != step.asked.filter or bool(set(years) - set(step.asked.years))
    if not (is_changed or new_fields or is_choice or {"count", "list"}.intersection(asks)):
        return None
    if not (is_changed or new_fields) and step.asked.ask is Ask.LIST and _asks_names(reading):
        return None  # the list has just named them: what else they are called it does not know
    ask, old_fields = step.asked.ask, step.asked.fields
    if is_changed and not new_fields and reading.asks_whether and ask is Ask.FIELDS:
        ask, old_fields = Ask.LIST, ()  # "kan het ook in deeltijd?" asks no more than that
    if is_choice and not new_fields:
        ask, old_fields = Ask.LIST, ()
    elif new_fields and not is_changed:
        ask = Ask.FIELDS
    elif "count" in asks:
        ask = Ask.COUNT
    elif "list" in asks and ask is Ask.COUNT:
        ask = Ask.LIST
    areas = (*reading.values("area"), *reading.values("place"))
    asked = replace(
        step.asked,
        ask=ask,
        filter=wanted,
        offers=() if reading.values("field") else step.asked.offers,
        areas=areas or step.asked.areas,
        near=near_place(reading) or step.asked.near,
        years=years,
        fields=new_fields or old_fields,
    )
    return Step(asked, row=0 if is_changed else step.row, is_following=True, stated=new.asked)


def without_rival(step: Step) -> Step:
    """Return a follow-up without the school of before where it names a place, and without the place where it names a school.

    "Welke opleidingen heeft ROC van Twente?", then "en in Zwolle?": no school is in both, so the place alone is meant.
    """
    wanted, stated = step.asked.filter, frozenset(step.stated)
    if stated & {"place", "near"} and "provider" not in stated:
        wanted = replace(wanted, provider=())
    elif "provider" in stated and not stated & {"place", "near"}:
        wanted = replace(wanted, place=(), near=None)
    return replace(step, asked=replace(step.asked, filter=wanted))


def _of_another(step: Step, reading: Reading) -> Step | None:
    """Return the question about the organisations that are named now ("en SMEOT?"), or the other one about the same."""
    asks = reading.values("ask")
    if "owner" in asks:
        return None  # whose it is, documents say
    ask = Ask.CONTACT if "contact" in asks else Ask.SITE if "places" in asks else step.asked.ask
    named = reading.values("organisation")
    if not named and not {"contact", "places"}.intersection(asks):
        return None
    asked = replace(
        step.asked,
        ask=ask,
        organisations=named or step.asked.organisations,
        mentions={**step.asked.mentions, "reach": reading.groups("reach")},
    )
    return Step(asked, is_following=True)


def _of_others(step: Step, reading: Reading, surroundings: Surroundings) -> Step | None:
    """Return the question about schemes for another applicant, level, form, area or year, or in another state."""
    areas = (*reading.values("area"), *reading.values("place"))
    wanted = filter_of(reading, surroundings)
    asked = replace(
        step.asked,
        applicant=next(iter(reading.values("applicant")), step.asked.applicant),
        state=next(iter(reading.values("state")), step.asked.state),
        areas=areas or step.asked.areas,
        years=reading.quantities.years or step.asked.years,
        filter=_merged(step.asked.filter, replace(wanted, place=(), near=None)),
    )
    is_new = asked != step.asked or reading.values("applicant")  # the same for another word of it
    return Step(asked, is_following=True) if is_new else None


def _asks_names(reading: Reading) -> bool:
    """Say whether it is asked how things are called: "what are the programmes called?"."""
    return any(CALLED.intersection(one.words) for one in reading.mentions)


CALLED = frozenset(["heten", "genoemd", "namen", "called", "named", "names", "heißen", "heissen"])
"""Words that ask for the names of what was shown."""

FORM = frozenset(["vorm", "vormen", "leerweg", "form", "forms", "mode", "lernform", "studienform"])
"""Words for the form of an offer: who asks for it, asks for no form that was named before."""

ALL_FIELDS = ("costs", "duration_months", "language", "starts", "codes")
"""What "die tweede" tells of an offer, beyond the line that names it."""


def _merged(old: OfferFilter, new: OfferFilter) -> OfferFilter:
    """Return the old filter with the fields that the new one states; a new place sets an old circle aside."""
    stated = {one.name: getattr(new, one.name) for one in fields(new) if one.name in new.asked}
    if "place" in stated:
        old = replace(old, near=None)
    if "near" in stated:
        old = replace(old, place=())
    if "kind" in stated:
        old = replace(old, level=())
    return replace(old, **stated)
