"""Conditions as numbers, for the search: "at least `needs` of these bits and these parts".

A state is a whole number of which bit `i` says that atom `i` is met or can be (its truth is open or
holds). Such a condition is monotone: more bits never make it false.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from assistant.routes.conditions import needed
from assistant.routes.types import Atom
from knowledge.catalogue.rules import AllOf, AnyOf, AtLeast, Condition, MustDo, Unstated


class Compiled(NamedTuple):
    """At least `needs` of: the bits of `mask`, each for one, and the `parts`."""

    needs: int
    mask: int
    parts: tuple[Compiled, ...]


ALWAYS = Compiled(0, 0, ())
NEVER = Compiled(1, 0, ())


def is_met(compiled: Compiled, state: int) -> bool:
    """Whether a state meets a condition."""
    have = (state & compiled.mask).bit_count()
    if have >= compiled.needs:
        return True
    for part in compiled.parts:
        if is_met(part, state):
            have += 1
            if have >= compiled.needs:
                return True
    return False


def bits_of(compiled: Compiled) -> int:
    """Return all bits that a condition looks at."""
    bits = compiled.mask
    for part in compiled.parts:
        bits |= bits_of(part)
    return bits


def places_of(bits: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set, from low to high."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def compile_condition(condition: Condition, bit_of: Callable[[Atom], int]) -> Compiled:
    """Return a condition of bounded depth as numbers; `bit_of` gives the number of an atom's bit.

    What everybody can still do is true; what no source states is never met. An atom that stands twice in one
    at-least-n counts twice.
    """
    if isinstance(condition, MustDo):
        return ALWAYS
    if isinstance(condition, Unstated):
        return NEVER
    if not isinstance(condition, AllOf | AnyOf | AtLeast):
        return Compiled(1, 1 << bit_of(condition), ())
    count, mask, parts = needed(condition), 0, []
    for part in (compile_condition(part, bit_of) for part in condition.parts):
        if part.needs <= 0:
            count -= 1
        elif part.needs == 1 and not part.parts and part.mask.bit_count() == 1 and not part.mask & mask:
            mask |= part.mask
        elif part != NEVER:
            parts.append(part)
    return ALWAYS if count <= 0 else Compiled(count, mask, tuple(parts))


def simplified(compiled: Compiled, start: int, possible: int) -> Compiled:
    """Return a condition without what is met at the start and without what can never be met.

    Met by exactly the same states between `start` and `possible`.
    """
    needs = compiled.needs - (compiled.mask & start).bit_count()
    mask = compiled.mask & possible & ~start
    parts = []
    for part in (simplified(part, start, possible) for part in compiled.parts):
        if part.needs <= 0:
            needs -= 1
        elif part != NEVER:
            parts.append(part)
    if needs <= 0:
        return ALWAYS
    if mask.bit_count() + len(parts) < needs:
        return NEVER
    if needs == 1:
        for part in [part for part in parts if part.needs == 1 and not part.parts]:
            mask |= part.mask
            parts.remove(part)
    if needs == 1 and not mask and len(parts) == 1:
        return parts[0]
    return Compiled(needs, mask, tuple(sorted(parts)))
