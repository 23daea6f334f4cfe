"""A field of an offer that is asked for and that no record holds: documents answer only with a value of that kind, of that offer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.types import Outcome, SentenceKind
from assistant.understanding.of_trade import tells_of_trade
from assistant.understanding.reading import FIELDS, Reading
from assistant.writing.forms import DATE, LENGTH_OF_TIME
from assistant.writing.kinds import CODE
from assistant.writing.record_desk import Desk
from assistant.writing.record_found import ALIVE
from assistant.writing.record_values import is_known
from assistant.writing.seam import Written
from assistant.writing.values import AMOUNT
from knowledge.catalogue.merging import plain_name
from knowledge.catalogue.queries import OfferFilter
from knowledge.catalogue.types import Offer
from knowledge.language.normalisation import fold

MOST_MEANT = 3
"""Offers up to which a question is taken to be about these and no others."""

MOST_NAMED = 30
"""Offers of one name of which it may be asked what one learns."""

TOLD = (SentenceKind.QUOTE, SentenceKind.WORDED)

CONTENT = "content"
"""What one learns: asked as a field is, and held by no record."""

VALUES: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "costs": (AMOUNT, re.compile(r"\b(?:gratis|free|kostenlos|€)", re.IGNORECASE)),
    "duration_months": (
        LENGTH_OF_TIME,
        re.compile(r"\b\d+ (?:minuten|uur|minutes|hours|stunden)\b"),  # of an examination
    ),
    "codes": (CODE, re.compile(r"\b\d{5}\b")),
    "language": (
        re.compile(
            r"\b(?:engels|nederlands|duits|english|dutch|german|englisch|deutsch|nieder)", re.IGNORECASE
        ),
    ),
    "starts": (DATE,),
    "ects": (re.compile(r"\b\d+ (?:ec|ects|studiepunten|credits?|punkte|leistungspunkte)\b", re.IGNORECASE),),
    "nlqf": (re.compile(r"\b(?:nlqf|niveau|level|stufe)\W+(?:\w+\W+)?\d", re.IGNORECASE),),
    "level": (
        re.compile(
            r"\b(?:niveau|level|stufe|mbo)[ -]?\d|\b(?:ad|hbo|bachelor|master|associate)\b", re.IGNORECASE
        ),
    ),
    CONTENT: (
        re.compile(
            r"\b(?:je leert|leer je|leert je|leren studenten|studenten leren|vakken (?:als|zoals)|gaat over|draait om|richt zich op|combineert"
            r"|lessen (?:in|over)|modules?|you(?: will)? learn|students learn|courses? (?:in|on)|du lernst|man lernt|fächer wie|inhalte?)\b",
            re.IGNORECASE,
        ),
    ),
}
"""What a value of a field looks like in a sentence."""

ABROAD = re.compile(
    r"\bnon[- ]?eu\b|\bniet[- ]eu\b|\bnicht[- ]eu|buiten de e(?:u|er)\b|outside (?:of )?(?:the )?e(?:u|ea)\b|außerhalb der eu"
    r"|instellingstarief|instellingscollegegeld|institutional|institutsgebühr",
    re.IGNORECASE,
)
"""Words for the fee that is not the statutory one."""

HOW_LONG_VALID = re.compile(
    r"\b(?:gelden|geldt|gold|geldig|geldigheid|verloopt|verlengen|valid|expires?|validity|gilt|gelten|gültig|gültigkeit)\b",
    re.IGNORECASE,
)
"""How long a certificate holds, which is not how long its course takes."""

SAYS_UNKNOWN = re.compile(
    r"\b(?:niet in de bronnen|not in the sources|nicht in den quellen|niet bekend|not known|nicht bekannt)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MissingField:
    """Fields that are asked of offers, none of which has a record with a value of one."""

    fields: tuple[str, ...]
    offers: tuple[Offer, ...]
    others: tuple[str, ...] = ()
    """Names of schools that do not provide these offers: what is said of one of theirs is said of another offer."""
    is_abroad: bool = False
    """Whether the fee of students from outside the EU is asked."""

    def is_held_by(self, written: Written) -> bool:
        """Say whether a sentence of an answer gives such a value of such an offer, or says itself that it is not known."""
        if written.outcome not in (Outcome.ANSWERED, Outcome.PARTLY):
            return True
        words = {word for offer in self.offers for word in _telling(offer)}
        return any(
            any(word in fold(one.text) for word in words)
            and (SAYS_UNKNOWN.search(one.text) is not None or self._has_value(one.text))
            and not any(re.search(rf"\b{re.escape(name)}\b", one.text) for name in self.others)
            for one in written.sentences
            if one.kind in TOLD
        )

    def _has_value(self, text: str) -> bool:
        if self.is_abroad and not ABROAD.search(text):
            return False
        if self.fields == ("duration_months",) and HOW_LONG_VALID.search(text):
            return False
        return any(pattern.search(text) for name in self.fields for pattern in VALUES[name])


@dataclass(frozen=True, slots=True)
class WorkOfTrade:
    """What is done in a trade, which no record says: a sentence has to be about who does it."""

    trade: str

    def is_held_by(self, written: Written) -> bool:
        """Say whether a sentence of an answer tells what somebody of the trade does; any refusal stands as it is."""
        if written.outcome not in (Outcome.ANSWERED, Outcome.PARTLY):
            return True
        return any(tells_of_trade(one.text, self.trade) for one in written.sentences if one.kind in TOLD)


@dataclass(frozen=True, slots=True)
class NeverHeld:
    """What no record has and only a sentence that names it tells: the day on which a school shows itself."""

    name: str

    def is_held_by(self, written: Written) -> bool:
        """Say whether a sentence of an answer names it; any refusal stands as it is."""
        if written.outcome not in (Outcome.ANSWERED, Outcome.PARTLY):
            return True
        named = NEVER_HELD[self.name]
        return any(named.search(one.text) is not None for one in written.sentences if one.kind in TOLD)


NEVER_HELD: Mapping[str, re.Pattern[str]] = {
    "open_days": re.compile(
        r"\b(?:open ?(?:dag|dagen|avond)|voorlichtings(?:dag|avond)|meeloopdag|proefstuder|open (?:day|evening|house)|information (?:day|evening)|taster day"
        r"|offenen tür|infotag|infoabend|schnuppertag)",
        re.IGNORECASE,
    )
}
"""How a sentence names what no record has, by the sense of asking for it."""


def never_held(reading: Reading) -> NeverHeld | None:
    """Return what a message asks that no record has, None where it asks none of that."""
    return next((NeverHeld(name) for name in NEVER_HELD if name in reading.values("ask")), None)


@dataclass(frozen=True, slots=True)
class ValueOfOther:
    """Fields that are asked of offers: a value of them that is said of another programme, by its name, is no answer."""

    fields: tuple[str, ...]
    offers: frozenset[str]
    """Ids of all offers that the question may mean."""
    named_in: Callable[[str], tuple[frozenset[str], ...]]
    """Returns the ids of the offers that a text names, per name."""

    def is_held_by(self, written: Written) -> bool:
        """Say whether the first value that an answer gives is of such an offer, or of none by its name; any refusal stands as it is."""
        if written.outcome not in (Outcome.ANSWERED, Outcome.PARTLY):
            return True
        first = next(
            (one.text for one in written.sentences if one.kind in TOLD and self._has_value(one.text)), ""
        )
        if self.fields == ("duration_months",) and HOW_LONG_VALID.search(first):
            return False
        named = self.named_in(first)
        return not named or any(self.offers & ids for ids in named)

    def _has_value(self, text: str) -> bool:
        return any(pattern.search(text) for name in self.fields for pattern in VALUES[name])


OF_ONE = ("costs", "duration_months", "starts", "ects")
"""Fields of which each programme has its own value."""


def value_of_other(
    said: Sequence[tuple[str, Reading]],
    before: frozenset[str],
    named_in: Callable[[str], tuple[frozenset[str], ...]],
) -> ValueOfOther | None:
    """Return the fields that a question asks of the offers that it names or, where it names none, of those that its talk named `before`.

    None where no field is asked of which each programme has its own value, where no offer is named, and for a question about a
    kind or field of programmes.
    """
    asked = next((reading for _, reading in said if set(reading.values("ask")) & set(OF_ONE)), None)
    if HOW_LONG_VALID.search(said[0][0]) is not None:
        return None
    if asked is None or any(
        reading.values(kind) for _, reading in said for kind in ("kind", "level", "field")
    ):
        return None
    named = frozenset(id_ for _, reading in said for id_ in reading.values("offer"))
    fields = tuple(name for name in OF_ONE if name in asked.values("ask"))
    return ValueOfOther(fields, named or before, named_in) if named or before else None


def missing_field(
    said: Sequence[tuple[str, Reading]], years: tuple[str, ...], desk: Desk
) -> MissingField | None:
    """Return the fields that a question asks of offers that it names, where none is known; None for any other question.

    `said` is what the message says, then what it says in its talk, then the messages before it that it may go on from: the
    first that names an offer says which, and the first that asks for a field says which field.
    """
    asked = next((one for one in said if set(one[1].values("ask")) & set(VALUES)), None)
    named = next((reading for _, reading in said if reading.values("offer")), None)
    if asked is None or named is None:
        return None
    text, reading = asked
    fields = tuple(name for name in (*FIELDS, CONTENT) if name in reading.values("ask") and name in VALUES)
    offers = offers_meant(named, desk, said[0][1], MOST_NAMED if fields == (CONTENT,) else MOST_MEANT)
    is_abroad = "costs" in fields and ABROAD.search(text) is not None
    if not offers or any(_knows(offer, name, years, is_abroad) for offer in offers for name in fields):
        return None
    providers = {offer.provider.value for offer in offers}
    others = tuple(
        desk.words.value("provider", id_)
        for id_, _ in desk.catalogue.listing(OfferFilter()).counts["provider"]
        if id_ not in providers
    )
    return MissingField(fields, offers, others, is_abroad)


def _knows(offer: Offer, name: str, years: tuple[str, ...], is_abroad: bool) -> bool:
    """Say whether a record has a field of an offer; the statutory fee is none for who comes from outside the EU."""
    if name == CONTENT:
        return False
    if name == "costs" and is_abroad:
        costs = (cost for statement in offer.costs.statements for cost in statement.value)
        return any(ABROAD.search(f"{cost.what} {cost.group}") for cost in costs)
    return is_known(offer, name, years)


def offers_meant(
    reading: Reading, desk: Desk, now: Reading | None = None, most: int = MOST_MEANT
) -> tuple[Offer, ...]:
    """Return the offers that are named, narrowed by what else is said, `now` before all; () for none and for more than `most`."""
    named = frozenset(reading.values("offer"))
    if not named:
        return ()

    def said(facet: str) -> tuple[str, ...]:
        return (now.values(facet) if now is not None else ()) or reading.values(facet)

    wanted = OfferFilter(
        kind=said("kind"),
        mode=said("mode"),
        provider=said("provider"),
        place=said("place"),
        state=ALIVE,
    )
    ids = [id_ for id_ in desk.catalogue.listing(wanted).ids if id_ in named]
    return tuple(desk.catalogue.offers(ids)) if len(ids) <= most else ()


def _telling(offer: Offer) -> list[str]:
    """Return the folded words of an offer's name by which a sentence is about it."""
    name = fold(plain_name(offer.name.value or ""))
    words = re.findall(r"[^\W\d_]{4,}", name) or re.findall(r"[^\W\d_]{2,}", name)  # "VCA VOL"
    return [word for word in words if word not in EVERYWHERE] or words


EVERYWHERE = frozenset(
    ["engineering", "technology", "techniek", "systems", "science", "opleiding", "training"]
)
"""Words of so many names that they tell of no offer by themselves."""
