"""Which rules decide about an offer on a day, and how they join into one condition.

1. The record's own rule comes first; a national rule counts where it names the kind, the level or the mode
   of the offer, and the programme and the provider if it is limited to those.
2. A rule counts on the days of its window. A rule that another rule in force replaces does not count.
3. Each rule that names a way in (a diploma, a subject, an age, experience, a test) is one way in, besides
   the others. A more specific rule silences a less specific one about the diplomas that it speaks of: own,
   then limited to a provider, then limited to a programme, then general. So "havo, vwo or mbo-4" (general)
   beside "havo with profile NT, or NG with natuurkunde" (of the programme) leaves mbo-4 of the general rule.
4. A rule that names no way in (apply before a day, an intake, an employer, a language) is asked on top of
   the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.routes.conditions import TOO_DEEP, atoms_of, is_too_deep
from knowledge.catalogue.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    HasDiploma,
    HasEmployer,
    MustDo,
    Rule,
    SpeaksAtLeast,
    Unstated,
)
from knowledge.catalogue.types import Offer, OfferKind

OWN, OF_PROVIDER, OF_PROGRAMME, GENERAL = 3, 2, 1, 0
"""How specific a rule is about an offer."""

_ON_TOP = (MustDo, HasEmployer, SpeaksAtLeast, Unstated)
_NEVER = AnyOf(())


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """A rule with the part of its condition that counts for an offer."""

    rule: Rule
    condition: Condition
    specificity: int

    @property
    def is_way_in(self) -> bool:
        """Whether it names a way in, or asks nothing at all."""
        return is_way_in(self.rule.condition)


def rules_in_force(offer: Offer, national: Sequence[Rule], day: date) -> tuple[RuleInForce, ...]:
    """Return the rules that count for an offer on a day, the most specific first, each narrowed to
    what it may say.
    """
    own = next((stated.value for stated in offer.rule.statements if is_valid(stated.value, day)), None)
    found = [(OWN, own)] if own is not None else []
    found += [
        (specificity(rule), rule) for rule in national if is_valid(rule, day) and applies_to(rule, offer)
    ]
    replaced = {old for _, rule in found for old in rule.replaces}
    standing = sorted(
        ((level, rule) for level, rule in found if rule.id not in replaced),
        key=lambda one: (-one[0], one[1].id),
    )
    return tuple(
        RuleInForce(rule, narrowed(rule.condition, _spoken_above(level, standing)), level)
        for level, rule in standing
    )


def joined(rules: Sequence[RuleInForce]) -> Condition | None:
    """Return the rules as one condition: any way in, and all that is asked on top; None when there is
    no way in.
    """
    ways = tuple(rule.condition for rule in rules if rule.is_way_in)
    on_top = tuple(rule.condition for rule in rules if not rule.is_way_in)
    if not ways:
        return None
    way_in: Condition = ways[0] if len(ways) == 1 else AnyOf(ways)
    whole = AllOf((way_in, *on_top)) if on_top else way_in
    return TOO_DEEP if is_too_deep(whole) else whole


def is_valid(rule: Rule, day: date) -> bool:
    """Whether a rule counts on this day; both ends of its window are inclusive."""
    return (rule.valid_from is None or rule.valid_from <= day) and (
        rule.valid_until is None or day <= rule.valid_until
    )


def applies_to(rule: Rule, offer: Offer) -> bool:
    """Whether a national rule names an offer: its kind, level or mode; programme and provider if limited."""
    if set(rule.kinds).isdisjoint(kinds_of(offer)):
        return False
    if rule.programmes and plain(offer.name.value or "") not in {plain(name) for name in rule.programmes}:
        return False
    return not rule.providers or plain(offer.provider.value or "") in {plain(name) for name in rule.providers}


def kinds_of(offer: Offer) -> tuple[str, str, str]:
    """Return the words by which the `kinds` of a rule can name an offer: kind ("mbo"), level
    ("mbo-2"), mode ("BBL"). The level of a course says how hard it is: the law of mbo is about programmes with a diploma.
    """
    mode = offer.mode.value
    level = "" if offer.kind is OfferKind.COURSE else offer.level.value or ""
    return (offer.kind.value, level, mode.value if mode else "")


def specificity(rule: Rule) -> int:
    """Return how specific a national rule is."""
    if rule.providers:
        return OF_PROVIDER
    return OF_PROGRAMME if rule.programmes else GENERAL


def plain(name: str) -> str:
    """Return a name without case and outer or double spaces."""
    return " ".join(name.casefold().split())


def is_way_in(condition: Condition) -> bool:
    """Whether a condition names something one has, or nothing at all ("no diploma needed")."""
    atoms = tuple(atoms_of(condition))
    return not atoms or any(not isinstance(atom, _ON_TOP) for atom in atoms)


def spoken_levels(condition: Condition) -> frozenset[str]:
    """Return the diploma levels that a condition speaks about."""
    return frozenset(
        level for atom in atoms_of(condition) if isinstance(atom, HasDiploma) for level in atom.levels
    )


def narrowed(condition: Condition, silenced: frozenset[str]) -> Condition:
    """Return a condition without what it says about the silenced diploma levels."""
    if not silenced or is_too_deep(condition):
        return condition
    return _narrowed(condition, silenced)


def _narrowed(condition: Condition, silenced: frozenset[str]) -> Condition:
    if isinstance(condition, HasDiploma):
        left = tuple(level for level in condition.levels if level not in silenced)
        if left == condition.levels:
            return condition
        return replace(condition, levels=left) if left else _NEVER
    if isinstance(condition, AllOf | AnyOf | AtLeast):
        parts = tuple(_narrowed(part, silenced) for part in condition.parts)
        return condition if parts == condition.parts else replace(condition, parts=parts)
    return condition


def _spoken_above(level: int, standing: Sequence[tuple[int, Rule]]) -> frozenset[str]:
    spoken = (spoken_levels(rule.condition) for above, rule in standing if above > level)
    return frozenset().union(*spoken)
