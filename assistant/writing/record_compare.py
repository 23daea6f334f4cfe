"""Two to four offers side by side, field by field, each value cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.types import Sentence
from assistant.understanding.filters import Asked
from assistant.writing.record_citing import IDENTITY, RecordCiter
from assistant.writing.record_costs import cite_cost
from assistant.writing.record_desk import Desk, written
from assistant.writing.record_found import ALIVE
from assistant.writing.record_words import Words, costs_of_year, costs_text, has_disputed_costs
from assistant.writing.seam import Written
from knowledge.catalogue.comparing import FEWEST, MOST
from knowledge.catalogue.queries import OfferFilter
from knowledge.catalogue.types import Offer, OfferState, StudyMode
from knowledge.types import RecordRef

AXES = ("name", "provider", "mode", "kind", "level", "place")
"""What a comparison may set side by side, in the order in which it is looked for."""

LEAST_KNOWN = 3
"""Fields that at least two offers must state, beyond their names, for a comparison to say something."""

COMPARED = {
    "kind": IDENTITY,
    "mode": IDENTITY,
    "provider": IDENTITY,
    "places": IDENTITY,
    "duration_months": ("Duur", "Studielast"),
    "ects": ("Duur", "Studielast"),
    "language": ("Taal",),
    "costs": ("Kosten",),
    "starts": ("Start",),
    "rule": ("Toelating",),
    "codes": ("Code",),
}
"""Fields that are compared, with the labels of the parts of a worded offer that hold them."""

KINDS_FIRST = ("hbo-bachelor", "wo-bachelor", "ad", "mbo")
"""Of several offers with one name the one that most people mean."""


def comparison(asked: Asked, desk: Desk) -> Written | None:
    """Return a comparison; None when it is not two to four offers, or when too little of them is known."""
    offers = compared_offers(asked, desk)
    if not FEWEST <= len(offers) <= MOST:
        return None
    citer = desk.citer("offer", [offer.id for offer in offers])
    rows = [row for name in COMPARED if (row := _row(name, offers, asked, desk, citer)) is not None]
    if len(rows) <= LEAST_KNOWN:
        return None
    words = desk.words
    names = words.join(letter(place, offer, words) for place, offer in enumerate(offers))
    sentences = [desk.lead(words.fill("compare_lead", {"offers": names})), *rows]
    if sum(has_disputed_costs(offer, asked.years) for offer in offers) >= FEWEST:
        sentences.append(desk.notice(words.say("remark_disputed")))
    if any(offer.state is OfferState.UNCONFIRMED for offer in offers):
        sentences.append(desk.notice(words.say("remark_unconfirmed")))
    records = [RecordRef("offer", offer.id, offer.name.value or offer.id) for offer in offers]
    return written(sentences, citer, records)


def letter(place: int, offer: Offer, words: Words) -> str:
    """Return "A = Werktuigbouwkunde: hbo-bachelor, voltijd, Saxion, Enschede"."""
    return f"{'ABCD'[place]} = {words.offer(offer)}"


def compared_offers(asked: Asked, desk: Desk) -> tuple[Offer, ...]:
    """Return the offers to set side by side: one for each value of the axis, as alike in all else as can be."""
    for axis in AXES:
        groups = _groups(asked, axis)
        if len(groups) < FEWEST:
            continue
        candidates = [desk.catalogue.offers(_ids(asked, axis, group, desk)) for group in groups]
        if all(candidates):
            return _alike(candidates, axis)
    total = desk.catalogue.listing(replace(asked.filter, state=ALIVE))
    ids = [id_ for id_ in total.ids if not asked.offers or id_ in asked.offers]
    return desk.catalogue.offers(ids) if len(ids) <= MOST else ()


def _groups(asked: Asked, axis: str) -> Sequence[tuple[str, ...]]:
    if axis == "name":
        return [*asked.mentions.get("offer", ()), *_fields_only(asked)]
    return asked.mentions.get(axis, ())


def _fields_only(asked: Asked) -> list[tuple[str, ...]]:
    return [(f"field:{value}",) for value in asked.filter.field]


def _ids(asked: Asked, axis: str, group: tuple[str, ...], desk: Desk) -> list[str]:
    """Return the offers that have one value of the axis and pass the filter in all else."""
    wanted = replace(asked.filter, state=ALIVE, all_of=frozenset())
    only = frozenset(asked.offers)
    if axis == "name":
        fields = tuple(value.removeprefix("field:") for value in group if value.startswith("field:"))
        wanted, only = replace(wanted, field=fields), frozenset() if fields else frozenset(group)
    else:
        wanted = _with(wanted, axis, group)
    return [id_ for id_ in desk.catalogue.listing(wanted).ids if not only or id_ in only]


def _with(wanted: OfferFilter, axis: str, group: tuple[str, ...]) -> OfferFilter:
    match axis:
        case "provider":
            return replace(wanted, provider=group)
        case "mode":
            return replace(wanted, mode=group)
        case "kind":
            return replace(wanted, kind=group)
        case "level":
            return replace(wanted, level=group)
        case _:
            return replace(wanted, place=group)


def _alike(candidates: Sequence[Sequence[Offer]], axis: str) -> tuple[Offer, ...]:
    """Choose one of each group: of a kind and mode that all groups have where there is one, else the likeliest."""

    def shape(offer: Offer) -> tuple[str, str]:
        mode = offer.mode.value.value if offer.mode.value else ""
        return ("" if axis in ("kind", "level") else offer.kind.value, "" if axis == "mode" else mode)

    shared = set.intersection(*({shape(offer) for offer in group} for group in candidates))
    chosen = min(shared, key=_likelihood_of_shape) if shared else None
    picked = [
        min((offer for offer in group if chosen is None or shape(offer) == chosen), key=_likelihood)
        for group in candidates
    ]
    return tuple({offer.id: offer for offer in picked}.values())


def _likelihood_of_shape(shape: tuple[str, str]) -> tuple[int, int, str]:
    kind, mode = shape
    order = KINDS_FIRST.index(kind) if kind in KINDS_FIRST else len(KINDS_FIRST)
    return (order, 0 if mode in (StudyMode.FULL_TIME.value, StudyMode.BOL.value) else 1, mode)


def _likelihood(offer: Offer) -> tuple[bool, int, int, str, str]:
    mode = offer.mode.value.value if offer.mode.value else ""
    return (offer.state is not OfferState.CURRENT, *_likelihood_of_shape((offer.kind.value, mode)), offer.id)


def _row(name: str, offers: Sequence[Offer], asked: Asked, desk: Desk, citer: RecordCiter) -> Sentence | None:
    """Return one field of all offers, None when fewer than two know it."""
    words = desk.words
    values = [value_of(offer, name, asked.years, words) for offer in offers]
    if sum(value is not None for value in values) < FEWEST:
        return None
    cited: list[int] = []
    for offer, value in zip(offers, values, strict=True):
        if value is not None and name == "costs":
            cited += _cited_costs(offer, asked, desk, citer)
        elif value is not None:
            fact = offer.name if COMPARED[name] is IDENTITY else getattr(offer, name)
            cited += citer.cite(("offer", offer.id), COMPARED[name], fact.provenance)
    label = words.say(f"label_{name}")
    known = [value for value in values if value is not None]
    if len(known) == len(offers) and len(set(known)) == 1:
        return desk.worded(
            f"- {label}: {words.fill('both', {'value': known[0].rstrip('.'), 'offers': words.join('ABCD'[: len(offers)])})}.",
            cited,
        )
    parts = "; ".join(
        f"{'ABCD'[place]}: {value.rstrip('.') if value is not None else words.say('unknown')}"
        for place, value in enumerate(values)
    )
    return desk.worded(f"- {label}: {parts}.", cited)


def _cited_costs(offer: Offer, asked: Asked, desk: Desk, citer: RecordCiter) -> Iterator[int]:
    """Yield the citations of each amount of the study year that is compared."""
    year, stated = costs_of_year(offer, asked.years)
    for cost, statement in stated:
        yield from cite_cost(offer, cost, year, statement.provenance, desk, citer)


def value_of(  # noqa: PLR0911 - one line per field
    offer: Offer, name: str, years: tuple[str, ...], words: Words
) -> str | None:
    """Return a field of an offer as text, None when it is unknown; costs are those of one study year."""
    if name == "kind":
        level = offer.level.value or ""
        return (
            words.value("level", level) if level.startswith("mbo") else words.value("kind", offer.kind.value)
        )
    if name == "costs":
        year, stated = costs_of_year(offer, years)
        return f"{year} {costs_text(stated, words)}".strip() if stated else None
    value = getattr(offer, name).value
    if value is None or value == ():
        return None
    match name:
        case "mode":
            return words.value("mode", value.value)
        case "provider":
            return words.value("provider", value)
        case "ects":
            return f"{words.number(value)} EC"
        case "rule":
            return str(value.text)
        case _:
            return words.field(name, value)
