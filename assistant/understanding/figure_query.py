"""What a message asks of the figures, by itself or going on from the question before it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.types import Language
from assistant.understanding.figure_steps import AWAY, OF_THOSE, Step, step_of
from assistant.understanding.figure_words import Axes, FigureLexicon, FigureWords, indicator_of_students
from assistant.understanding.figure_years import shifted
from assistant.understanding.leaning import BEGINS, leans
from assistant.understanding.parts import parts_of

AXES = ("institutions", "regions", "genders", "years")
"""The fields of a query by which figures differ, in the order in which they are set side by side."""

OF_EACH = {"institution": "institutions", "region": "regions", "gender": "genders", "period": "years"}

LONGEST_FOLLOWING = 14
"""Words of the longest message that is read as going on from a question for figures."""


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """A question for figures. Empty fields were not said; `each` is the axis of which all values are asked.

    `wanted` is "more", "less", "most", "least", "difference", "change" or "sum", "" for the figures alone. With `is_share` of an
    indicator that counts, the share of one gender in all is asked. `is_relative` asks a change in percent. `splits`,
    `names` and `places` are what no figure is of. `sources` are words of hosts. `before` are the axis and its values that the last messages replaced.
    """

    indicator: str
    regions: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    each: str = ""
    wanted: str = ""
    is_share: bool = False
    is_relative: bool = False
    is_span: bool = False
    is_since: bool = False
    splits: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    away: int = 0
    """Years from the newest one, where none is named: "en het jaar daarvoor?"."""
    before: tuple[str, tuple[str, ...]] = ("", ())

    def of(self, axis: str) -> tuple[str, ...]:
        """Return the values that are asked of an axis."""
        return {
            "institutions": self.institutions,
            "regions": self.regions,
            "genders": self.genders,
            "years": self.years,
        }.get(axis, ())

    def on(self, axis: str, values: tuple[str, ...]) -> FigureQuery:
        """Return the question for other values of an axis."""
        match axis:
            case "institutions":
                return replace(self, institutions=values)
            case "regions":
                return replace(self, regions=values)
            case "genders":
                return replace(self, genders=values)
            case _:
                return replace(self, years=values)


@dataclass(frozen=True, slots=True)
class FigureReader:
    """Reads the messages of a talk in one language as questions for figures."""

    lexicon: FigureLexicon
    axes: Axes
    this_year: int

    @property
    def language(self) -> Language:
        """The language that messages are read in."""
        return self.lexicon.language

    def next(self, text: str, before: FigureQuery | None) -> FigureQuery | None:
        """Return what a message asks of the figures, None when it asks something else, or more than that."""
        words = self._words(text)
        if words is not None and (own := self._own(words)) is not None:
            return own
        return self._following(text, before) if before is not None else None

    def _words(self, text: str) -> FigureWords | None:
        """Return the words of the sentences that are about the figure, together; None when they are not understood.

        What leads up to a question may be anything ("For a grant application: how many ..."), unless it is a question too.
        """
        read = [self.lexicon.read(one, self.this_year) for one in SENTENCE.split(text.strip()) if one]
        known = [one for one in read if one.is_understood or _has_only_names(one)]
        whole = _joined(known) if known else None
        if whole is None or self._own(whole) is None:
            return self._without_opening(text)
        if len(known) < len(read) and len(parts_of(text, self.language)) > 1:
            return None
        return whole

    def _without_opening(self, text: str) -> FigureWords | None:
        """Return the words of a message without what leads up to its question, where that makes it one; None otherwise."""
        for cut in LEADS_UP.finditer(text):
            words = self.lexicon.read(text[cut.end() :], self.this_year)
            if ASKS.search(text[: cut.start()]) is None and (words.is_understood or _has_only_names(words)):
                return words
        return None

    def _own(self, words: FigureWords) -> FigureQuery | None:
        """Return the question that words ask by themselves."""
        if words.is_blocked:
            return None
        indicator = next((one for one in words.indicators if one in self.axes.series), "")
        if not indicator:
            return self._of_students(words)
        asked = _asked(FigureQuery(indicator), words)
        return asked if self.axes.is_split(indicator) or not _splits(asked) else None

    def _of_students(self, words: FigureWords) -> FigureQuery | None:
        if not words.is_of_technical_hbo:
            return (
                self._known(_asked(FigureQuery(indicator_of_students("count")), words))
                if _names_people(words)
                else None
            )
        is_change = "change" in words.wanted and "count" in words.measures
        if "programme" in words.subject and words.wanted & {"most", "least"} and not words.each:
            return None  # "welke opleiding heeft de meeste studenten?": no figure is of a programme
        if "share" not in words.measures or is_change:
            found = FigureQuery(indicator_of_students("count"), is_relative="share" in words.measures)
            return self._known(_asked(found, words))
        if not words.genders:
            if words.is_of_technicians:
                return None
            return self._known(_asked(FigureQuery(indicator_of_students("share")), words))
        return self._known(_as_share(_asked(FigureQuery(indicator_of_students("count")), words)))

    def _known(self, query: FigureQuery) -> FigureQuery | None:
        return query if query.indicator in self.axes.series else None

    def _following(self, text: str, before: FigureQuery) -> FigureQuery | None:
        """Return the question before with what a message replaces in it, None when the message is about something else."""
        if (step := step_of(text)) is not None:
            return _stepped(before, step)
        words = self.lexicon.read(text, self.this_year)
        if (
            len(text.split()) > LONGEST_FOLLOWING
            or words.is_blocked
            or words.subject & {"higher", "programme"}
        ):
            return None
        is_named_new = _has_only_names(words) and (BEGINS.search(text) is not None)
        if not (words.is_understood and words.adds) and not is_named_new:
            return None
        is_going_on = leans(text, self.language) or BEGINS.search(text) is not None
        if not is_going_on and len(text.split()) > SHORT:
            return None
        followed = _followed(before, words)
        if before.splits and not followed.splits and OF_THOSE.search(text):
            followed = replace(followed, splits=before.splits)  # "hoeveel daarvan vrouw?" of first-years
        return followed if self.axes.is_split(followed.indicator) or not _splits(followed) else None


def _names_people(words: FigureWords) -> bool:
    """Say whether words ask for a number though they have no word for it: they name people in technology, where and when or how
    they are split, and nothing else ("vrouwen technisch hbo saxion 2024").
    """
    if not words.is_understood or "technology" not in words.subject or "programme" in words.subject:
        return False
    is_placed = bool("higher" in words.subject or words.institutions)
    is_of_people = bool(words.genders or "people" in words.subject)
    is_narrowed = words.years.are_named or (bool(words.genders) and "higher" in words.subject)
    return is_placed and is_of_people and is_narrowed and bool(words.institutions or words.regions)


def _stepped(before: FigureQuery, step: Step) -> FigureQuery | None:
    """Return the question before of another year, or for the sum of what was asked one after the other; None for no such step."""
    if step is Step.TOGETHER:
        axis, values = before.before
        asked = next((one for one in AXES if len(before.of(one)) > 1), axis)
        if not asked:
            return None
        whole = before.on(asked, _once(values if asked == axis else (), before.of(asked)))
        return replace(whole, wanted="sum", each="") if len(whole.of(asked)) > 1 else None
    if not before.years:
        return replace(before, wanted="", each="", away=before.away + AWAY[step])
    year = shifted(before.years[-1], AWAY[step])
    old = _once(_replaced(before, "years"), before.years)
    return replace(
        before, years=(year,), wanted="", each="", is_span=False, is_since=False, before=("years", old)
    )


def _replaced(query: FigureQuery, axis: str) -> tuple[str, ...]:
    """Return the values of an axis that the messages before replaced one after the other."""
    return query.before[1] if query.before[0] == axis else ()


SHORT = 8
"""Words of a message that goes on from the one before without a word that says so ("in welke provincie meer?")."""

LEADS_UP = re.compile(r",\s+|\b(?:weten|know|wissen),?\s+", re.IGNORECASE)
"""Where what leads up to a question may end: "Voor mijn scriptie, ...", "ik wil weten ..."."""

ASKS = re.compile(
    r"\b(?:hoeveel|wat|welke?|wie|waar|hoe|how|what|which|who|where|was|welche\w*|wo|wann|when|wanneer)\b",
    re.IGNORECASE,
)
"""Words with which another question asks."""

SENTENCE = re.compile(r"(?<=[.?!;:])\s+")


def _splits(query: FigureQuery) -> bool:
    """Say whether a query names more than years: of a fee for one school the records of its offers know more."""
    slots = (query.regions, query.institutions, query.genders, query.splits, query.names, query.places)
    return any(slots) or query.each not in ("", "years")


def _has_only_names(words: FigureWords) -> bool:
    """Say whether what is not understood of a message is no more than a name, which no figure is of."""
    return not words.is_blocked and len(words.unknown) == 1 and words.is_unknown_named


def _joined(read: Sequence[FigureWords]) -> FigureWords:
    """Return the words of several sentences as those of one."""
    first, *others = read
    for other in others:
        years = replace(
            first.years,
            named=tuple(dict.fromkeys((*first.years.named, *other.years.named))),
            away=first.years.away or other.years.away,
            is_span=first.years.is_span or other.years.is_span,
            is_since=first.years.is_since or other.years.is_since,
        )
        first = FigureWords(
            subject=first.subject | other.subject,
            measures=first.measures | other.measures,
            indicators=(*first.indicators, *other.indicators),
            regions=_once(first.regions, other.regions),
            institutions=_once(first.institutions, other.institutions),
            genders=_once(first.genders, other.genders),
            years=years,
            each=_once(first.each, other.each),
            wanted=first.wanted | other.wanted,
            splits=_once(first.splits, other.splits),
            names=_once(first.names, other.names),
            places=_once(first.places, other.places),
            sources=_once(first.sources, other.sources),
            unknown=(*first.unknown, *other.unknown),
            is_blocked=first.is_blocked or other.is_blocked,
            is_unknown_named=first.is_unknown_named or other.is_unknown_named,
            is_of_technicians=first.is_of_technicians or other.is_of_technicians,
        )
    return first


def _once(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


ORDER = ("most", "least", "change", "more", "less", "difference")
"""What is wanted where several words say so: "wie had de meeste, en wat is het verschil" sets all side by side."""


def _asked(query: FigureQuery, words: FigureWords) -> FigureQuery:
    """Return a query with the slots that words name."""
    wanted = next((one for one in ORDER if one in words.wanted), "")
    found = replace(
        query,
        regions=words.regions,
        institutions=words.institutions,
        genders=words.genders,
        years=words.years.named,
        each=OF_EACH[words.each[0]] if words.each else "",
        wanted=wanted,
        is_span=words.years.is_span,
        is_since=words.years.is_since,
        splits=words.splits,
        names=(*words.names, *words.unknown),
        places=words.places,
        sources=words.sources,
    )
    # "de meeste ... Saxion of Windesheim": these are set side by side, and no others
    return replace(found, each="") if found.each and len(found.of(found.each)) > 1 else found


def _as_share(query: FigureQuery) -> FigureQuery:
    """Return the question for the share of a gender: of its own indicator, else computed from two counts."""
    one = query.genders[0] if len(query.genders) == 1 else ""
    own = indicator_of_students("share", one) if one else ""
    if own and not query.institutions and query.each != "institutions":
        return replace(query, indicator=own, genders=())
    return replace(query, is_share=True)


def _followed(before: FigureQuery, words: FigureWords) -> FigureQuery:
    """Return the earlier question with what is new in the place of its like, or beside it where they are compared."""
    wanted = next((one for one in ORDER if one in words.wanted), "")
    years = words.years.named
    if words.years.away and before.years:
        years = (shifted(before.years[-1], words.years.away),)
    away = before.away + words.years.away if not years else 0
    new = {
        "regions": words.regions,
        "institutions": words.institutions,
        "genders": words.genders,
        "years": years,
    }
    changed = next((axis for axis in AXES if new[axis]), "")
    each = OF_EACH[words.each[0]] if words.each else ""
    if each and len(before.of(each)) > 1 and wanted:
        each = ""  # "in welke provincie meer?" of two that were set side by side
    query = replace(
        before, wanted=wanted, each=each, splits=words.splits, names=(*words.names, *words.unknown), places=words.places,
        is_span=words.years.is_span, is_since=words.years.is_since, away=away,
        before=(changed, _once(_replaced(before, changed), before.of(changed))),
    )  # fmt: skip
    if new["genders"] and query.indicator == indicator_of_students("count"):
        query = replace(query, genders=new["genders"])
    query = _of_measure(query, words, new["genders"])
    for axis, values in new.items():
        if values and (axis != "genders" or query.genders):
            old = before.of(axis) if wanted and len(values) == 1 else ()
            query = query.on(axis, _once(old, values))
    if not wanted and any(len(before.of(axis)) > 1 for axis in AXES if axis != changed):
        query = replace(query, wanted=before.wanted, is_span=before.is_span, is_since=before.is_since)
    if wanted and not changed and not each:
        axis, values = before.before
        if wanted == "change" and axis != "years":
            axis, values = "", ()  # "is dat gestegen?" is asked over the years, whatever was replaced last
            query = replace(query, years=before.years if len(before.years) > 1 else ())
        elif wanted != "change":
            values = values[-1:]
        query = query.on(axis, _once(before.of(axis), values)) if values else query
        query = replace(query, before=before.before)
    return query if each or not before.each or changed or wanted else replace(query, each=before.each)


def _of_measure(query: FigureQuery, words: FigureWords, genders: Sequence[str]) -> FigureQuery:
    """Return the question with another measure: "en welk deel is vrouw?" after a number, "hoeveel zijn dat er?" after a share."""
    counted, share = indicator_of_students("count"), indicator_of_students("share")
    of_women = indicator_of_students("share", "vrouw")
    if query.indicator not in (counted, share, of_women):
        return query
    if "share" in words.measures and query.indicator == counted:
        if "change" in words.wanted:
            return replace(query, is_relative=True)
        whose = tuple(genders) or query.genders
        return _as_share(replace(query, genders=whose)) if whose else replace(query, indicator=share)
    if "count" in words.measures and query.indicator != counted and "share" not in words.measures:
        whose = ("vrouw",) if query.indicator == of_women else ()
        return replace(query, indicator=counted, genders=whose)
    if genders and query.indicator != counted:
        return _as_share(replace(query, indicator=counted, genders=tuple(genders)))
    return query
