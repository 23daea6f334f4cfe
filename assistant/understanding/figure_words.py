"""What the words of a message say about a figure: what is counted, of whom, where, when, and what is set side by side. Pure.

The words by which people say so are data (`data/figure_*.yaml`); provinces, institutions and indicators are those of the
figures themselves (`Axes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from assistant.types import Language
from assistant.understanding.figure_years import Years, years_in
from assistant.understanding.lexicon import (
    Lexicon,
    Mention,
    Phrases,
    Sense,
    phrases_in,
    phrases_of,
    with_names,
    words_of,
)
from assistant.understanding.names import organisation_names, values_of
from knowledge.catalogue.types import Figure, Organisation
from knowledge.data_files import read_data
from knowledge.language.soft import is_soft
from knowledge.language.stopwords import stopwords
from knowledge.remembering import Remembered

_DATA = Path(__file__).parent / "data" / "figures.yaml"

PERIOD = re.compile(r"(?:19|20)\d\d(?:-(?:19|20)\d\d)?")
"""A period that is a year or a study year: figures of such periods can be set side by side."""

INSTITUTION, GENDER = "instelling", "geslacht"
"""The dimensions of figures that questions name."""


DENIES = re.compile(r"^\s*(?:no|nee|nein)\s*,\s*", re.IGNORECASE)
"""What a correction begins with ("no, Drenthe"): it denies the message before, and nothing of what is asked."""


def host_words(figure: Figure) -> frozenset[str]:
    """Return the words of the host that a figure comes from."""
    return frozenset((urlsplit(figure.provenance.url).hostname or "").split("."))


@dataclass(frozen=True, slots=True)
class Axes:
    """The figures that there are in series: by indicator, with the provinces, institutions and years that they are of."""

    series: Mapping[str, tuple[Figure, ...]]

    @classmethod
    def of(cls, figures: Iterable[Figure]) -> Axes:
        """Take the figures of every indicator that has more than one year, or that people have a name for."""
        by_indicator: dict[str, list[Figure]] = {}
        for figure in figures:
            if PERIOD.fullmatch(figure.period) or figure.indicator in _raw()["called"]:
                by_indicator.setdefault(figure.indicator, []).append(figure)
        return cls(
            {
                indicator: tuple(found)
                for indicator, found in by_indicator.items()
                if indicator in _raw()["called"] or len({figure.period for figure in found}) > 1
            }
        )

    def is_split(self, indicator: str) -> bool:
        """Say whether an indicator has figures of institutions, genders or several regions."""
        found = self.series.get(indicator, ())
        return any(figure.dimensions for figure in found) or len({figure.region for figure in found}) > 1

    @property
    def institutions(self) -> frozenset[str]:
        """The ids of the institutions that a figure is of."""
        return frozenset(
            figure.dimensions[INSTITUTION] for figure in self._all() if INSTITUTION in figure.dimensions
        )

    @property
    def regions(self) -> tuple[str, ...]:
        """The regions that a figure is of."""
        return tuple(dict.fromkeys(figure.region for figure in self._all()))

    @property
    def hosts(self) -> frozenset[str]:
        """The words of the hosts that figures come from: "duo" of "duo.nl"."""
        return frozenset().union(*(host_words(figure) for figure in self._all()))

    def _all(self) -> Iterator[Figure]:
        return chain.from_iterable(self.series.values())


SIZES = frozenset(["more", "less", "most", "least"])
"""What is wanted by words that say how much."""


@dataclass(frozen=True, slots=True)
class FigureWords:
    """What is recognised of a message; `unknown` are content words without a meaning here, as they were read."""

    subject: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    indicators: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    years: Years = field(default_factory=Years)
    each: tuple[str, ...] = ()
    wanted: frozenset[str] = frozenset()
    splits: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Names of organisations and sources that no figure is of."""
    places: tuple[str, ...] = ()
    """Names of places and areas that no figure is of."""
    sources: tuple[str, ...] = ()
    """Words of the hosts of the sources that are named ("duo")."""
    unknown: tuple[str, ...] = ()
    is_unknown_named: bool = False
    """Whether an unknown word is written as a name, or stands where one does ("had Fontys", "bij avans")."""
    is_blocked: bool = False
    is_of_technicians: bool = False
    """Whether a share of students in technology is asked for, and not of technology among students."""

    @property
    def is_understood(self) -> bool:
        """Whether every content word has a meaning."""
        return not self.unknown and not self.is_blocked

    @property
    def is_of_technical_hbo(self) -> bool:
        """Whether the words say that it is about students in technical higher education."""
        if "technology" not in self.subject or not (self.measures or self.wanted or self.each):
            return False
        is_placed = bool("higher" in self.subject or self.institutions or "institution" in self.each)
        is_counted = bool(self.measures or self.wanted & SIZES)
        if "people" in self.subject or ("verb" in self.subject and self.genders and is_counted):
            return is_placed or bool(self.regions)
        if "share" in self.measures and "programme" not in self.subject:
            return is_placed or bool(self.regions)
        is_of_institutions = len(self.institutions) > 1 or "institution" in self.each
        if is_of_institutions and self.wanted & SIZES:
            return True  # "wie is groter in techniek, Saxion of Windesheim?"
        is_of_people = bool(self.genders or "person" in self.subject)
        return is_placed and (is_of_people or ("verb" in self.subject and is_counted))

    @property
    def adds(self) -> bool:
        """Whether it names something that a question for a figure can be changed in."""
        named = (self.regions, self.institutions, self.genders, self.names, self.places, self.splits)
        asked = (self.each, self.wanted, self.indicators)
        return any(named) or any(asked) or self.years.are_named or bool(self.measures & {"share"})


MOST_REMEMBERED = 512
"""Messages of which it is remembered what they say, about 2 kB each: those of a talk are read again with each new one."""


@dataclass(frozen=True, slots=True)
class FigureLexicon:
    """Reads messages in one language against the words for figures and the names of the figures."""

    lexicon: Lexicon
    language: Language
    hosts: frozenset[str]
    _known: Remembered[tuple[str, int], FigureWords] = field(
        default_factory=lambda: Remembered(MOST_REMEMBERED), compare=False, repr=False
    )

    def read(self, text: str, this_year: int) -> FigureWords:
        """Return what a message, or a part of one, says about a figure; of the last ones it is remembered."""
        return self._known.of((text, this_year), lambda: self._read(text, this_year))

    def _read(self, text: str, this_year: int) -> FigureWords:
        sources, foreign, rest = _sources_in(text, self.hosts)
        years, rest = years_in(DENIES.sub("", rest), this_year)
        written = WRITTEN.findall(rest)
        names = frozenset(part for word in written[1:] if word[:1].isupper() for part in words_of(word))
        mentions = self.lexicon.read(words_of(rest), names)
        of_region = _values(mentions, "region")
        return FigureWords(
            subject=frozenset(_values(mentions, "subject")),
            measures=frozenset(_values(mentions, "measure")),
            indicators=_values(mentions, "indicator"),
            regions=of_region,
            institutions=_values(mentions, "institution"),
            genders=_values(mentions, "gender"),
            years=years,
            each=_values(mentions, "each"),
            wanted=frozenset(_values(mentions, "wanted")),
            splits=tuple(" ".join(one.words) for one in mentions if one.values("split")),
            sources=sources,
            names=(*foreign, *self._others(mentions)),
            places=_values((one for one in mentions if _is_other(one)), "elsewhere"),
            unknown=tuple(_as_written(word, written) for one in mentions for word in self._unknown(one)),
            is_unknown_named=any(word in names for one in mentions for word in self._unknown(one)),
            is_blocked=any(one.values("block") for one in mentions),
            is_of_technicians=_is_of_technicians(mentions),
        )

    def _others(self, mentions: Sequence[Mention]) -> tuple[str, ...]:
        """Return the names that no figure is of, without those of the sources of the figures ("bij DUO")."""
        found = (
            one
            for one in mentions
            if _is_other(one) and not one.values("elsewhere") and not set(one.words) <= self.hosts
        )
        return _values(found, "other")

    def _unknown(self, mention: Mention) -> Iterator[str]:
        if mention.senses[0].kind != "unknown":
            return
        for word in mention.words:
            is_little = word in stopwords(self.language.value) or is_soft(word, self.language.value)
            if not is_little and not word.isdigit() and len(word) > 1:
                yield word


WRITTEN = re.compile(r"[^\W\d_][\w'’-]*")


def _as_written(word: str, written: Sequence[str]) -> str:
    return next((one for one in written if words_of(one) == [word]), word)


KINDS = ("subject", "measure", "gender", "region", "each", "wanted", "indicator", "institution", "split")


def _is_other(mention: Mention) -> bool:
    return not any(mention.values(kind) for kind in KINDS)


def _values(mentions: Iterable[Mention], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for one in mentions for value in one.values(kind)))


OF = frozenset(["van", "of", "der", "von", "among"])


def _is_of_technicians(mentions: Sequence[Mention]) -> bool:
    """Say whether "share of" is followed by students in technology ("deel van de technische studenten")."""
    is_share = is_of = False
    for one, following in pairwise([*mentions, Mention(0, 0, (), (Sense("end", ()),))]):
        if "share" in one.values("measure"):
            is_share = True
        elif is_share and set(one.words) & OF:
            is_of = True
        elif is_of and (subject := set(one.values("subject"))):
            return "technology" in subject and (
                "people" in subject or "people" in following.values("subject")
            )
    return False


def _sources_in(text: str, hosts: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Return the named sources of figures, those that no figure comes from, and the text without the sources it names."""
    foreign: list[str] = []
    known: list[str] = []

    def without(match: re.Match[str]) -> str:
        name = match.group("name")
        if set(words_of(name)) <= hosts:
            known.append(words_of(name)[0])
            return " "
        if not name[0].isupper():
            return match.group()
        foreign.append(name)
        return " "

    rest = _source_pattern().sub(without, text)
    return tuple(known), tuple(foreign), rest


@cache
def _source_pattern() -> re.Pattern[str]:
    markers = "|".join(re.escape(one) for one in _raw()["sources"])
    little = r"(?:(?:de|het|the|der|die|dem|den|open|cijfers|gegevens|data|figures|zahlen|daten|van|of|from|von) )*"
    return re.compile(rf"\b(?i:(?:{markers}) {little})(?P<name>[\w.]*\w)")


@cache
def _raw() -> dict[str, Any]:
    raw: dict[str, Any] = read_data(_DATA)
    return raw


def indicator_of_students(measure: str, gender: str = "") -> str:
    """Return the indicator of students in technical hbo: a count, a share, or the share of a gender; "" when there is none."""
    students = _raw()["students"]
    return str(students["share_of_gender"].get(gender, "")) if gender else str(students[measure])


def lexicon_of_figures(
    language: Language, axes: Axes, organisations: Sequence[Organisation], others: Iterable[str]
) -> FigureLexicon:
    """Return what reads messages; `others` are names of places and areas that no figure may be of."""
    everyday = {
        phrase: senses
        for phrase, senses in phrases_in(language, "").items()
        if any(sense.kind == "noise" for sense in senses)
    }
    own: Phrases = {**everyday, **phrases_in(language, "figure_")}
    called = ((text, indicator) for indicator, texts in _raw()["called"].items() for text in texts)
    areas = frozenset(axes.regions)
    names = chain(
        values_of("region", axes.regions),
        values_of("elsewhere", (name for name in others if name not in areas)),
        (
            (
                text,
                Sense("institution", sense.values)
                if sense.values[0] in axes.institutions
                else Sense("other", (text,)),
            )
            for text, sense in organisation_names(organisations, ())
        ),
        ((text, Sense("indicator", (indicator,))) for text, indicator in called if indicator in axes.series),
        values_of("indicator", axes.series),
    )
    return FigureLexicon(Lexicon(with_names(own, phrases_of(names))), language, axes.hosts)
