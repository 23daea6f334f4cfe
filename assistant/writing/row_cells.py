"""What a school's own table says of a course, cell by cell: its fields, the columns without a field, and the sentences of its remark. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.catalogue.facts import Fact, Provenance
from knowledge.catalogue.rules import Unstated
from knowledge.catalogue.types import Offer

CLAUSES = re.compile(
    r"\s*;\s*|(?<=[\w)”\"%][\w)”\"%][.!?])(?<!\b[Dd]r\.)(?<!\b[Ii]r\.)(?<!\b[Mm]w\.)(?<!\b[Nn]r\.)(?<!\b[Hh]r\.)(?<!\b[Ii]ng\.)"
    r"(?<!\b[Ff]r\.)(?<!\b[Mm]evr\.)(?<!\b[Pp]rof\.)(?<!\b[Ss]t\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\b[Nn]iv\.)(?<!\b[Cc]a\.)(?<!\b[Ee]xt\.)(?<!\b[Ii]ncl\.)(?<!\b[Ee]xcl\.)(?<!\b[Ee]vt\.)(?<!\b[Bb]ijv\.)(?<!\b[Bb]v\.)(?<!\b[Tt]oest\.)(?<!\bz\.B\.)(?<!\b[Ii]nkl\.)(?<!\b[Zz]zgl\.)(?<!\b[Mm]ind\.)(?<!\b[Ss]tr\.)(?<!\b[Aa]pprox\.)(?<!\b[Ll]vl\.)(?<!\b[Ll]ok\.)"
    r"(?<!\b[Dd]rs\.)(?<!\b[Dd]hr\.)(?<!\b[Tt]el\.)(?<!\b[Mm]in\.)(?<!\b[Mm]ax\.)\s+(?=[A-ZÀ-Þ0-9])"
)
"""Between the clauses of a remark, each a statement of its own; an initial or a title ends none ("dr. I. Köster")."""

HEADED = re.compile(r"(?P<heading>[^:;]{2,40}?)\s*:\s+(?P<value>\S.*)")
"""A clause that was a cell with its heading; a heading may say more than that it is of a topic ("max. groepsgrootte")."""

LETTERS, FEWEST_LETTERS = re.compile(r"[^\W\d_]"), 3
"""Letters of the shortest sentence of a remark: a bare number, or what is left of a bracket, says nothing."""

UNREAD = " volgens de bron"
"""Behind the heading of a cell that was not read whole."""

FIELD_OF_HEADING = {
    "Kosten": "costs", "Duur": "duration_months", "Uren per week": "hours_per_week", "Studiepunten": "ects",
    "Vorm": "mode", "Niveau": "level", "Taal": "language", "Start": "starts",
}  # fmt: skip
"""Fields of which the words of a cell are kept, by the heading under which a remark has them."""

FIELDS = ("costs", "duration_months", "starts", "places", "language", "mode", "level", "ects", "codes")
"""Fields of an offer that are cells of a row."""

EMPTY = re.compile(
    r"[-–—/.?\s]*|n\.?v\.?t\.?|n\.?b\.?|n/?a|onbekend|unknown|unbekannt|nog in te vullen.*|t\.?b\.?[acd]\.?|n\.?\s?[ont]\.?\s?[bn]\.?"
    r"|(?:datum )?(?:nog|nader) (?:te bepalen|(?:niet|nie) bekend|onbekend|vast te stellen|in te plannen|te plannen|te volgen)"
    r"|(?:datum )?volgt(?: nog)?|date to follow|to follow|termin folgt|folgt|(?:to be|not yet) (?:announced|determined|confirmed|known|decided)"
    r"|(?:noch )?(?:offen|nicht bekannt|unklar)|wird noch bekannt ?gegeben",
    re.IGNORECASE,
)
"""What a cell says that says nothing."""


ENTRY = "Toelating"
"""The heading under which the words of a record say what entry asks."""

FEWEST_OF_PROSE = 4
"""Words of a cell that is no value and says something in a sentence."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One statement of a row. Without a heading it is a sentence of the remark; with a `field` it is that field of the offer."""

    heading: str
    text: str
    about: Provenance
    field: str = ""

    @property
    def is_free(self) -> bool:
        """Whether it is a sentence of the remark."""
        return not self.heading and not self.field

    @property
    def is_prose(self) -> bool:
        """Whether it says something in words: a sentence of the remark, or a cell of as many words under any heading."""
        return self.is_free or (not self.field and len(self.text.split()) >= FEWEST_OF_PROSE)

    @property
    def is_told_in_words(self) -> bool:
        """Whether its words may say more than its heading: prose, what entry asks, or a cell that was not read whole."""
        return self.is_prose or self.heading == ENTRY or bool(self.field and self.text)


def cells_of(offer: Offer) -> tuple[Cell, ...]:
    """Return what a row says of an offer: the fields that are known, what its school asks for entry, and its remark."""
    return (*_fields(offer), *_entry(offer), *_noted(offer))


def _fields(offer: Offer) -> Iterator[Cell]:
    for name in FIELDS:
        fact: Fact[object] = getattr(offer, name)
        if fact.is_known and fact.value not in ((), "") and not (name == "starts" and is_open(offer)):
            yield Cell("", "", fact.statements[0].provenance, name)


def is_open(offer: Offer) -> bool:
    """Say whether all that is said of when an offer begins is that nobody knows it yet ("n.t.b.")."""
    starts = offer.starts.value or ()
    return all(start.day is None and EMPTY.fullmatch(start.text.strip(" .")) is not None for start in starts)


def _entry(offer: Offer) -> Iterator[Cell]:
    rule = offer.rule.value
    if rule is not None and rule.text and isinstance(rule.condition, Unstated):
        yield Cell(ENTRY, rule.text.strip(" ."), rule.provenance)


def _noted(offer: Offer) -> Iterator[Cell]:
    for stated in offer.remark.statements:
        for clause in CLAUSES.split(stated.value):
            said = clause.strip(" .")
            headed = HEADED.match(said)
            if headed is None:
                if len(LETTERS.findall(said)) >= FEWEST_LETTERS:
                    yield Cell("", said, stated.provenance)
                continue
            heading, value = headed["heading"].strip(), said[headed.start("value") :].strip()
            if EMPTY.fullmatch(value):
                continue
            bare = heading.removesuffix(UNREAD)
            yield Cell(
                bare, value, stated.provenance, FIELD_OF_HEADING.get(bare, "") if bare != heading else ""
            )
