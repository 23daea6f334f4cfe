"""What pays for a step: each scheme for this person, this offer, this day; and the net cost as a span.

A scheme that has ended on the day is never looked at, nor one of which only old sources speak. Net cost counts the schemes that pay the person: not
a loan, and not what an employer applies for. Its low end takes every such scheme that is open or
conditional, at its most; its high end only those that are certain, at their least. Of schemes that exclude
each other at most one counts: the set that pays most is taken (all sets are tried; up to `MOST_SCHEMES`
schemes, then the largest amounts first).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.routes.conditions import judge
from assistant.routes.costs import gross_euro, times, years_of
from assistant.routes.spans import Span, span_of
from assistant.routes.types import ANSWER_OF, Answer, Funding, FundingVerdict, Judgement, Person, Truth
from knowledge.catalogue.types import Offer, OfferKind, Scheme, StudyMode
from knowledge.catalogue.validity import is_too_old

MOST_SCHEMES = 10
PERSON = "person"


@dataclass(frozen=True, slots=True)
class OpenScheme:
    """A scheme that has not ended, with what does not depend on the offer: the person and the day."""

    scheme: Scheme
    judgement: Judgement
    region: Truth
    opens: date | None
    apply_by: date | None

    @property
    def truth(self) -> Truth:
        """How the person stands; at most open when it opens later, or when no source confirms that it
        exists.
        """
        waits = self.opens is not None or self.scheme.is_unconfirmed
        truth = min(self.judgement.truth, self.region)
        return min(truth, Truth.OPEN) if waits else truth

    @property
    def pays_the_person(self) -> bool:
        """Whether it lowers what the person pays."""
        return self.scheme.applicant == PERSON and not self.scheme.is_loan


@dataclass(frozen=True, slots=True)
class Price:
    """What funding needs to know of an offer. Offers with the same price have the same net cost."""

    kind: OfferKind
    level: str | None
    mode: StudyMode | None
    gross: Span
    years: Span


def price_of(offer: Offer, starts: date) -> Price:
    """Return an offer as funding sees it."""
    return Price(offer.kind, offer.level.value, offer.mode.value, gross_euro(offer, starts), years_of(offer))


def is_ended(scheme: Scheme, day: date) -> bool:
    """Whether nothing can be applied for on this day or later."""
    if scheme.closes is not None and scheme.closes < day:
        return True
    return bool(scheme.windows) and all(last < day for _, last in scheme.windows)


def open_schemes(
    schemes: Iterable[Scheme], person: Person, regions: Mapping[str, tuple[str, ...]]
) -> tuple[OpenScheme, ...]:
    """Return the schemes that have not ended, in the order of their ids, judged for the person."""
    found = []
    for scheme in sorted(schemes, key=lambda one: one.id):
        if is_ended(scheme, person.today) or is_too_old(scheme, person.today):
            continue
        opens, apply_by = _window(scheme, person.today)
        region = _in_region(scheme, person.profile.place, regions)
        found.append(OpenScheme(scheme, judge(scheme.condition, person), region, opens, apply_by))
    return tuple(found)


def funding(offer: Offer, schemes: Sequence[OpenScheme], starts: date) -> Funding:
    """Return the verdict of every scheme about this offer, and what it costs before and after."""
    price = price_of(offer, starts)
    verdicts = tuple(_verdict(one, price) for one in schemes)
    net, used = net_euro(price, schemes)
    return Funding(verdicts, price.gross, net, used)


def net_euro(price: Price, schemes: Sequence[OpenScheme]) -> tuple[Span, tuple[str, ...]]:
    """Return the cost after the schemes that pay the person, and the ids of those in the low end."""
    if price.gross.high == 0:
        return price.gross, ()
    return _after(price, _able(price, schemes))


class NetCost:
    """The net cost of many prices for one person, each kind of offer held against the schemes once."""

    def __init__(self, schemes: Sequence[OpenScheme]) -> None:
        self._schemes = [one for one in schemes if one.pays_the_person and one.truth >= Truth.OPEN]
        self._by_kind: dict[tuple[object, ...], list[tuple[Scheme, bool]]] = {}

    def of(self, price: Price) -> Span:
        """Return what `net_euro` returns, without the schemes."""
        kind = (price.kind, price.level, price.mode)
        if kind not in self._by_kind:
            self._by_kind[kind] = _able(price, self._schemes)
        able = self._by_kind[kind]
        return _after(price, able)[0] if able and price.gross.high else price.gross


def _able(price: Price, schemes: Sequence[OpenScheme]) -> list[tuple[Scheme, bool]]:
    """Return the schemes that can pay for an offer, each with whether that is certain."""
    found = []
    for one in schemes:
        if one.pays_the_person:
            truth = min(one.truth, _fits(one.scheme, price))
            if truth >= Truth.OPEN:
                found.append((one.scheme, truth is Truth.HOLDS))
    return found


def _after(price: Price, able: Sequence[tuple[Scheme, bool]]) -> tuple[Span, tuple[str, ...]]:
    most, used = _best_set([(scheme, _pays(scheme, price.gross.low, price.years).high) for scheme, _ in able])
    if not price.gross.is_known:
        return Span(max(price.gross.low - most, 0.0), price.gross.high), used
    sure = [scheme for scheme, is_certain in able if is_certain]
    least, _ = _best_set([(scheme, _pays(scheme, price.gross.high, price.years).low) for scheme in sure])
    return Span(max(price.gross.low - most, 0.0), max(price.gross.high - least, 0.0)), used


def _pays(scheme: Scheme, cost: float, years: Span) -> Span:
    """Return what a scheme pays of a cost: never more than the cost; unknown amounts are anything up
    to it.
    """
    cap = span_of(scheme.amount_euro.value)
    if scheme.per == "jaar" and cap.is_known:
        cap = times(cap, years)
    if not scheme.share.is_known:
        return Span(min(cap.low, cost), min(cap.high, cost))
    share = span_of(scheme.share.value)
    part = Span(_product(share.low, cost), _product(min(share.high, 1.0), cost))
    if not scheme.amount_euro.is_known:
        return Span(min(part.low, cost), min(part.high, cost))
    return Span(min(cap.low, part.low), min(cap.high, part.high))


def _product(share: float, cost: float) -> float:
    return 0.0 if share == 0 else share * cost


def _best_set(paying: Sequence[tuple[Scheme, float]]) -> tuple[float, tuple[str, ...]]:
    """Return the largest sum of schemes that can be had together, and their ids."""
    paying = [one for one in paying if one[1] > 0]
    if _go_together([scheme for scheme, _ in paying]):
        return sum(euro for _, euro in paying), tuple(sorted(scheme.id for scheme, _ in paying))
    ranked = sorted(paying, key=lambda one: (-one[1], one[0].id))
    tried = ranked[:MOST_SCHEMES]
    best = 0.0
    chosen: tuple[str, ...] = ()
    for bits in range(1, 2 ** len(tried)):
        some = [one for place, one in enumerate(tried) if bits >> place & 1]
        total = sum(euro for _, euro in some)
        if total > best and _go_together([scheme for scheme, _ in some]):
            best, chosen = total, tuple(scheme.id for scheme, _ in some)
    return best, tuple(sorted(chosen))


def _go_together(schemes: Sequence[Scheme]) -> bool:
    if not any(scheme.excludes for scheme in schemes):
        return True
    ids = {scheme.id for scheme in schemes}
    return not any(ids & set(scheme.excludes) - {scheme.id} for scheme in schemes)


def _verdict(one: OpenScheme, price: Price) -> FundingVerdict:
    fits = _fits(one.scheme, price)
    truth = min(one.truth, fits)
    unknown = [name for name, part in (("offer", fits), ("region", one.region)) if part is Truth.UNKNOWN]
    failing = [name for name, part in (("offer", fits), ("region", one.region)) if part is Truth.FAILS]
    if one.judgement.truth is Truth.FAILS:
        failing.append("person")
    if one.judgement.truth is Truth.UNKNOWN:
        unknown.append("person")
    low, high = (_pays(one.scheme, cost, price.years) for cost in (price.gross.low, price.gross.high))
    return FundingVerdict(
        one.scheme,
        ANSWER_OF[truth],
        Span(low.low, high.high),
        remaining=one.judgement.remaining,
        failing=tuple(failing),
        unknown=tuple(unknown),
        opens=one.opens,
        apply_by=one.apply_by,
    )


def _fits(scheme: Scheme, price: Price) -> Truth:
    """Return whether the offer is one that the scheme pays for."""
    truths = [Truth.HOLDS]
    if scheme.offer_kinds:
        truths.append(Truth.HOLDS if price.kind in scheme.offer_kinds else Truth.FAILS)
    for wanted, known in ((scheme.offer_levels, price.level), (scheme.offer_modes, price.mode)):
        if wanted:
            truths.append(Truth.UNKNOWN if known is None else Truth.HOLDS if known in wanted else Truth.FAILS)
    return min(truths)


def _in_region(scheme: Scheme, place: str | None, regions: Mapping[str, tuple[str, ...]]) -> Truth:
    """Return whether the person lives in a region of the scheme; a place that no record knows is unknown."""
    if not scheme.regions:
        return Truth.HOLDS
    if place is None:
        return Truth.UNKNOWN
    wanted = {name.casefold() for name in scheme.regions}
    around = next((found for name, found in regions.items() if name.casefold() == place.casefold()), None)
    if wanted & {place.casefold(), *(region.casefold() for region in around or ())}:
        return Truth.HOLDS
    return Truth.UNKNOWN if around is None else Truth.FAILS


def _window(scheme: Scheme, today: date) -> tuple[date | None, date | None]:
    """Return when it opens (None: it is open) and the last day to apply (None: not known)."""
    coming = sorted((first, last) for first, last in scheme.windows if last >= today)
    if coming:
        first, last = coming[0]
        opens = max(first, scheme.opens or first)
        closes = min(last, scheme.closes or last)
        return (opens if opens > today else None), closes
    return (scheme.opens if scheme.opens and scheme.opens > today else None), scheme.closes


def is_useful(verdict: FundingVerdict) -> bool:
    """Whether a scheme is worth showing: it is not a plain no."""
    return verdict.answer is not Answer.NO
