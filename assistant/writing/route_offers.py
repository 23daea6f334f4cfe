"""Which offers words of a level, a form, a school and a place mean, and which of them most people mean. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.understanding.told import Wanted
from knowledge.catalogue.facts import Fact, Provenance, Stated
from knowledge.catalogue.types import Offer, OfferKind, OfferState, StudyMode

MBO_LEVELS = ("mbo-1", "mbo-2", "mbo-3", "mbo-4")
NEXT_LEVEL = {
    "vmbo-bb": "mbo-2",
    "vmbo-kb": "mbo-3",
    "vmbo-gl": "mbo-4",
    "vmbo-tl": "mbo-4",
    "vmbo": "mbo-2",
    "havo": "hbo-bachelor",
    "vwo": "wo-bachelor",
    "mbo-1": "mbo-2",
    "mbo-2": "mbo-3",
    "mbo-3": "mbo-4",
    "mbo-4": "hbo-bachelor",
    "ad": "hbo-bachelor",
    "hbo-propedeuse": "hbo-bachelor",
    "de-abitur": "hbo-bachelor",
    "de-fachhochschulreife": "hbo-bachelor",
    "de-fachabitur": "hbo-bachelor",
}
"""What usually comes after a diploma, where only a field is aimed at or only a next step is asked for."""

FIRST_KINDS = (OfferKind.HBO_BACHELOR, OfferKind.WO_BACHELOR, OfferKind.ASSOCIATE_DEGREE, OfferKind.MBO)
"""Of several offers with one name, what most people mean, in this order."""


def with_usual_rule(offers: Sequence[Offer]) -> Offer | None:
    """Return the likeliest of the offers whose own rule most of them have, None when most state none."""
    texts = Counter(offer.rule.value.text if offer.rule.value else "" for offer in offers)
    usual = max(texts, key=lambda text: texts[text], default="")
    return next((one for one in offers if one.rule.value and one.rule.value.text == usual), None)


def kind_and_level(levels: Sequence[str], kinds: Sequence[str]) -> tuple[OfferKind, str]:
    """Return the kind and level of education that words mean; of "hbo" the bachelor."""
    if levels:
        level = levels[0]
        if level in MBO_LEVELS:
            return OfferKind.MBO, level
        return (OfferKind(level) if level in set(OfferKind) else OfferKind.SECONDARY), level
    named = [kind for kind in ("hbo-bachelor", "wo-bachelor", *kinds) if kind in kinds]
    kind = OfferKind(named[0])
    return kind, "" if kind in (OfferKind.MBO, OfferKind.COURSE, OfferKind.CERTIFICATE) else kind.value


def fit(offers: Sequence[Offer], wanted: Wanted) -> tuple[Offer, ...]:
    """Return the offers that fit what is wanted, wherever they are when none is in the place that was named."""
    return fitting(offers, wanted) or fitting(offers, replace(wanted, places=()))


def fitting(offers: Iterable[Offer], wanted: Wanted) -> tuple[Offer, ...]:
    """Return the offers of the level, kind, form, school and place that are wanted, the usual ones first."""
    kinds = frozenset(kind for group in wanted.kinds for kind in group)
    found = []
    for offer in offers:
        mode = offer.mode.value.value if offer.mode.value else ""
        places = {place.name for place in offer.places.value or ()}
        fits = (
            (not wanted.levels or offer.level.value in wanted.levels)
            and (not kinds or offer.kind.value in kinds)
            and (not wanted.modes or mode in wanted.modes)
            and (not wanted.providers or offer.provider.value in wanted.providers)
            and (not wanted.places or not places or bool(places & set(wanted.places)))
        )
        if fits:
            found.append(offer)
    return tuple(sorted(found, key=usual_first))


def usual_first(offer: Offer) -> tuple[bool, int, bool, str]:
    """Order offers: those that surely exist, then by kind, then full-time and BOL, then by id."""
    order = FIRST_KINDS.index(offer.kind) if offer.kind in FIRST_KINDS else len(FIRST_KINDS)
    usual = offer.mode.value in (StudyMode.FULL_TIME, StudyMode.BOL)
    return (offer.state is not OfferState.CURRENT, order, not usual, offer.id)


def most_offered_first(offers: Sequence[Offer]) -> tuple[Offer, ...]:
    """Return offers with those in front that most schools have under that name, otherwise in the order in which they were."""
    often = Counter(offer.name.value for offer in offers)
    return tuple(sorted(offers, key=lambda offer: -often[offer.name.value]))


MBO_MODES = ("BOL", "BBL")
"""Forms that only mbo has: an apprenticeship that was told of is no form of a bachelor."""

NOWHERE = Provenance("", "")


def stand_in(name: str, kind: OfferKind, level: str, modes: Sequence[str], provider: str | None) -> Offer:
    """Return an offer without a rule of its own, for what holds of a whole level or school."""
    fitting_modes = [mode for mode in modes if kind is OfferKind.MBO or mode not in MBO_MODES]
    mode = StudyMode(modes[0]) if len(modes) == 1 and modes[0] in set(StudyMode) and fitting_modes else None

    def known(value: str | None) -> Fact[str]:
        return Fact((Stated(value, NOWHERE),)) if value else Fact()

    return Offer(
        id="",
        kind=kind,
        name=known(name),
        provider=known(provider),
        level=known(level),
        mode=Fact((Stated(mode, NOWHERE),)) if mode else Fact(),
    )
