"""Which offers admit the diploma of another: read off conditions, without judging a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from knowledge.catalogue.folding import folded
from knowledge.catalogue.rules import AllOf, AnyOf, AtLeast, Condition, HasDiploma, Rule
from knowledge.catalogue.types import Grant, Offer


def diplomas_in(condition: Condition) -> Iterator[HasDiploma]:
    """Yield every diploma that a condition mentions."""
    if isinstance(condition, HasDiploma):
        yield condition
    elif isinstance(condition, AllOf | AnyOf | AtLeast):
        for part in condition.parts:
            yield from diplomas_in(part)


def granted(offer: Offer) -> tuple[Grant, ...]:
    """Return what an offer gives: its grants, else a diploma of its level in its fields."""
    if offer.grants.value:
        return offer.grants.value
    return (Grant(offer.level.value, offer.fields.value or ()),) if offer.level.value else ()


def admits(rule: Rule, grants: Sequence[Grant]) -> bool:
    """Say whether a rule mentions a diploma of one of the granted levels, in its field where it asks for one."""
    for diploma in diplomas_in(rule.condition):
        for grant in grants:
            if grant.level not in diploma.levels:
                continue
            asked = {folded(field) for field in diploma.fields}
            if not asked or asked & {folded(field) for field in (*grant.fields, grant.name)}:
                return True
    return False


def follow_on_kinds(rules: Iterable[Rule], grants: Sequence[Grant]) -> frozenset[str]:
    """Return the kinds of offers that the national rules open to the granted diplomas."""
    return frozenset(kind for rule in rules for kind in rule.kinds if admits(rule, grants))
