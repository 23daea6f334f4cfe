"""Which offers lead to an occupation: those that either record names, the same qualification at another school, and those that
are called after it. Pure.

A catalogue of one's own names no occupations, and an occupation of a register names no offer of one's own: what they share is
the code of the qualification (crebo), and the words of their names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.catalogue.trades import Trades
from knowledge.catalogue.types import Occupation, Offer, OfferState

CREBO = "crebo"


@dataclass(frozen=True, slots=True)
class Leading:
    """The ids of the offers that lead to each occupation."""

    named: dict[str, tuple[str, ...]]
    """By what the records say and by code and name."""
    near: dict[str, tuple[str, ...]]
    """By the level and field that an occupation asks for: none of them names it."""

    @classmethod
    def of(cls, offers: Sequence[Offer], occupations: Sequence[Occupation]) -> Leading:
        """Link offers to occupations."""
        by_name: dict[str, list[str]] = defaultdict(list)
        by_code: dict[str, list[str]] = defaultdict(list)
        by_field: dict[str, list[str]] = defaultdict(list)
        stated: dict[str, list[str]] = defaultdict(list)
        for offer in offers:
            for id_ in offer.occupations.value or ():
                stated[id_].append(offer.id)
            for name in (offer.id, *code_names(offer)):
                by_name[name.casefold()].append(offer.id)
            for code in creboes_of(offer):
                by_code[code].append(offer.id)
            for name in field_names(offer):
                by_field[name].append(offer.id)
        code_of = {offer.id: creboes_of(offer) for offer in offers}
        named: dict[str, tuple[str, ...]] = {}
        near: dict[str, tuple[str, ...]] = {}
        for one in occupations:
            wanted = [name.casefold() for name in one.qualifications]
            own = [*stated[one.id], *(id_ for name in wanted for id_ in by_name.get(name, ()))]
            alike = [other for id_ in own for code in code_of[id_] for other in by_code[code]]
            named[one.id] = tuple(dict.fromkeys((*own, *alike)))
            near[one.id] = tuple(dict.fromkeys(id_ for name in wanted for id_ in by_field.get(name, ())))
        called = _called(offers, occupations, {id_ for found in named.values() for id_ in found})
        return cls({id_: tuple(dict.fromkeys((*found, *called[id_]))) for id_, found in named.items()}, near)


def creboes_of(offer: Offer) -> tuple[str, ...]:
    """Return the crebo codes of an offer."""
    return tuple(code.value for code in offer.codes.value or () if code.kind.casefold() == CREBO)


def code_names(offer: Offer) -> Iterator[str]:
    """Yield the codes by which an occupation can call an offer: "25297" or "crebo:25297", folded."""
    for code in offer.codes.value or ():
        yield code.value.casefold()
        yield f"{code.kind}:{code.value}".casefold()


def field_names(offer: Offer) -> Iterator[str]:
    """Yield the level with each field by which an occupation can call an offer: "mbo-4 mechatronica", folded."""
    for field in offer.fields.value or ():
        yield f"{offer.level.value} {field}".casefold()


def _called(
    offers: Iterable[Offer], occupations: Sequence[Occupation], named: set[str]
) -> dict[str, list[str]]:
    """Return per occupation the offers with all words of one of its labels in their name, of those that no record links."""
    labels = {one.id: [label for texts in one.labels.values() for label in texts] for one in occupations}
    trades = Trades.of(label for texts in labels.values() for label in texts)
    parts = {
        (id_, found)
        for id_, texts in labels.items()
        for label in texts
        if (found := trades.parts_of(label)) and trades.is_telling(found)
    }
    by_word: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for id_, words in parts:
        by_word[max(words, key=lambda word: (len(word), word))].append((id_, words))
    called: dict[str, list[str]] = defaultdict(list)
    for offer in offers:
        is_linked = offer.id in named or offer.occupations.is_known
        if is_linked or offer.state is OfferState.ENDED or not offer.provider.is_known:
            continue
        own = trades.parts_of(offer.name.value or "")
        fitting = {id_ for word in own for id_, words in by_word.get(word, ()) if words <= own}
        for id_ in sorted(fitting):
            called[id_].append(offer.id)
    return called
