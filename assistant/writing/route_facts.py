"""What one offer asks of a person, each figure as its source gives it: length, price per year, hours, form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.routes.types import Answer, Verdict
from assistant.routes.wording_conditions import remaining_text
from assistant.writing.record_words import costs_of_year, costs_text
from assistant.writing.route_desk import RouteDesk
from knowledge.catalogue.lengths import cents
from knowledge.catalogue.types import Cost, Offer, OfferState

MODES_EXPLAINED = ("BOL", "BBL")
SHOWN_COSTS = 2
"""Different amounts for one year that are shown: more are prices for other people."""


def facts_of_offer(offer: Offer, desk: RouteDesk) -> tuple[str, tuple[int, ...]]:
    """Return the form, length, hours and price of an offer in one line, unknown where no source says; with citations."""
    parts: list[str] = []
    cited: list[int] = []
    mode = offer.mode.value.value if offer.mode.value else ""
    if mode in MODES_EXPLAINED:
        parts.append(desk.say(f"mode_{mode}"))
    duration = offer.duration_months
    if duration.value is not None:
        parts.append(desk.say("duration", {"value": desk.words.months(duration.value)}))
        cited += desk.of_offer(offer, ("Duur",), duration.provenance)
    else:
        parts.append(desk.say("duration_unknown"))
    if offer.hours_per_week.value is not None:
        parts.append(desk.say("load", {"value": desk.words.between(offer.hours_per_week.value)}))
        cited += desk.of_offer(offer, ("Opmerking",), offer.hours_per_week.provenance)
    text, numbers = costs_of_offer(offer, desk)
    parts.append(text)
    return ". ".join(parts), tuple(cited) + numbers or desk.of_offer(offer, ("Niveau",))


def costs_of_offer(offer: Offer, desk: RouteDesk) -> tuple[str, tuple[int, ...]]:
    """Return the price of the newest study year, amounts of different sources side by side; with citations."""
    year, stated = costs_of_year(offer, ())
    stated = tuple(pair for pair in stated if not pair[0].group)[:SHOWN_COSTS] or stated[:1]
    if not stated:
        return desk.say("costs_unknown"), ()
    cited = tuple(number for cost, _ in stated for number in cite_cost(offer, cost, year, desk))
    value = costs_text(stated, desk.words) if len(stated) > 1 else desk.words.cost(stated[0][0])
    return desk.say("costs", {"value": f"{value}, {year}" if year else value}), cited


def cite_cost(offer: Offer, cost: Cost, year: str, desk: RouteDesk) -> tuple[int, ...]:
    """Cite an amount where its words are: in the offer's record, else in the national figure of that year."""
    amount = cents(cost.euro.high).replace(".", ",")
    if desk.citer.holds(("offer", offer.id), f"Kosten: {amount} "):
        return desk.of_offer(offer, ("Kosten",), offer.costs.provenance)
    figures = desk.book.book.catalogue.figures("wettelijk collegegeld", period=year)
    fee = next((figure for figure in figures if figure.value == cost.euro.high), None)
    if fee is not None:
        return desk.citer.cite(("figure", fee.id), (), fee.provenance)
    return desk.citer.cite(("offer", offer.id), ("Kosten",), offer.costs.provenance, amount)


def entry_words(found: Verdict, desk: RouteDesk) -> str:
    """Return what the rules say about the way into a step."""
    remaining = desk.joined([remaining_text(one, desk.language) for one in found.remaining])
    unknown = desk.joined([desk.condition(atom) for atom in found.unknown[:2]])
    answer = found.answer if found.answer is not Answer.NO else Answer.UNKNOWN
    return desk.say(f"entry_{answer.value}", {"remaining": remaining, "unknown": unknown})


def show_state(offers: Iterable[Offer], desk: RouteDesk) -> None:
    """Add, once, that some of the offers were seen in an old source only."""
    if any(offer.state is OfferState.UNCONFIRMED for offer in offers):
        desk.notice(desk.say("unconfirmed"))


def varied(offers: Sequence[Offer], desk: RouteDesk, most: int) -> tuple[Offer, ...]:
    """Return the offers that differ most from each other: one for each level and form; what goes beside work first for
    somebody who works.
    """
    profile = desk.talk.profile
    works = bool(profile.job or profile.has_employer or profile.keeps_working) and not desk.talk.studies
    seen: dict[tuple[object, ...], Offer] = {}
    for offer in offers:
        seen.setdefault((offer.level.value, offer.kind, offer.mode.value), offer)
    order = {mode: place for place, mode in enumerate(("BBL", "duaal", "deeltijd", "online"))}

    def rank(offer: Offer) -> tuple[int, str]:
        mode = offer.mode.value.value if offer.mode.value else ""
        beside_work = order.get(mode, len(order)) if works else 0
        return (beside_work, offer.level.value or "~")

    return tuple(sorted(seen.values(), key=rank)[:most])
