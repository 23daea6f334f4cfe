"""Programmes that only a national rule names: no school of the catalogue has them, and yet entry to them is known. Pure.

The annexes of the RATHO name bachelors that are taught elsewhere in the country (Nanobiologie, Maritiem Officier); who asks which
subjects they need is told the rule, and that no school here is known to have the programme.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from assistant.routes.rules_in_force import plain
from assistant.understanding.lexicon import Sense
from assistant.writing.route_offers import stand_in
from knowledge.catalogue.rules import Rule
from knowledge.catalogue.types import Offer, OfferKind

LAW = "law:"
"""How the ids of such programmes begin; no record of the catalogue has one."""

DUTCH_SCIENCE, ENGLISH_SCIENCE = "logie", "logy"
"""The ending by which the name of a science differs in English."""


def by_law(rules: Iterable[Rule], offers: Sequence[Offer]) -> Mapping[str, tuple[tuple[str, ...], Offer]]:
    """Return by id the names and a stand-in for each programme that rules name and none of the offers is called, whatever its kind."""
    taught = {plain(offer.name.value or "") for offer in offers}
    found: dict[str, tuple[tuple[str, ...], Offer]] = {}
    for rule in rules:
        kinds = [kind for kind in rule.kinds if kind in set(OfferKind)]
        if len(kinds) == 1 and rule.programmes and taught.isdisjoint(map(plain, rule.programmes)):
            kind = OfferKind(kinds[0])
            stands = stand_in(rule.programmes[0], kind, kind.value, (), None)
            found[f"{LAW}{rule.id}"] = (rule.programmes, stands)
    return found


def other_names(rules: Iterable[Rule], offers: Iterable[Offer]) -> Iterator[tuple[str, Sense]]:
    """Yield the names that a rule gives a programme beside the one that offers of its kind are called by, with those offers."""
    called: dict[tuple[str, str], list[str]] = {}
    for offer in offers:
        called.setdefault((offer.kind.value, plain(offer.name.value or "")), []).append(offer.id)
    for rule in rules:
        for kind in rule.kinds:
            ids = tuple(id_ for name in rule.programmes for id_ in called.get((kind, plain(name)), ()))
            others = [name for name in rule.programmes if (kind, plain(name)) not in called]
            yield from ((name, Sense("offer", ids)) for name in others if ids)


def law_names(found: Mapping[str, tuple[tuple[str, ...], Offer]]) -> Iterator[tuple[str, Sense]]:
    """Yield the names of programmes of `by_law`, those of a science in English too."""
    for id_, (names, _) in found.items():
        for name in names:
            yield name, Sense("offer", (id_,))
            if name.endswith(DUTCH_SCIENCE):
                yield f"{name.removesuffix(DUTCH_SCIENCE)}{ENGLISH_SCIENCE}", Sense("offer", (id_,))
