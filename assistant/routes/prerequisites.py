"""Someone else's courses: an order in which a course can be taken, over and/or/at-least-n trees of other
courses.

Prerequisites are conditions over `PassedTest(code)`. A course that no catalogue entry describes is
dangling: it can never be passed here, and is reported, not guessed. Courses that need each other in a
circle can never be begun.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.routes.conditions import atoms_of, needed
from knowledge.catalogue.rules import AllOf, AnyOf, AtLeast, Condition, PassedTest

NEVER = 10**9
"""The round of a course that can never be taken."""


@dataclass(frozen=True, slots=True)
class CourseOrder:
    """Courses in an order in which each can be taken, the wanted one last; empty when it never can.

    Then `dangling` are the unknown courses and `circular` the courses in circles that it waits for.
    """

    courses: tuple[str, ...]
    dangling: tuple[str, ...] = ()
    circular: tuple[str, ...] = ()


def rounds_of(prerequisites: Mapping[str, Condition]) -> dict[str, int]:
    """Return for each course the round in which it can be taken at the earliest, `NEVER` for those
    that cannot.
    """
    rounds = dict.fromkeys(prerequisites, NEVER)
    waiting, number = list(prerequisites), 0
    while waiting:
        able = [code for code in waiting if _earliest(prerequisites[code], rounds) < NEVER]
        if not able:
            break
        for code in able:
            rounds[code] = number
        waiting = [code for code in waiting if rounds[code] == NEVER]
        number += 1
    return rounds


def order_for(target: str, prerequisites: Mapping[str, Condition], rounds: Mapping[str, int]) -> CourseOrder:
    """Return an order that ends with the target, with the parts of each tree that can be taken first.

    `rounds` is what `rounds_of` returns. The order is valid; it need not be the shortest one.
    """
    if rounds.get(target, NEVER) == NEVER:
        return _why_never(target, prerequisites, rounds)
    chosen: dict[str, None] = {}
    waiting = [target]
    while waiting:
        code = waiting.pop()
        if code not in chosen:
            chosen[code] = None
            waiting += _parts_to_take(prerequisites[code], rounds)
    return CourseOrder(tuple(sorted(chosen, key=lambda code: (rounds[code], code))))


def dangling_of(prerequisites: Mapping[str, Condition]) -> dict[str, tuple[str, ...]]:
    """Return for each course the courses it names that are not in the catalogue, where there are any."""
    found = {
        code: tuple(dict.fromkeys(name for name in _named(tree) if name not in prerequisites))
        for code, tree in prerequisites.items()
    }
    return {code: names for code, names in found.items() if names}


def _why_never(target: str, prerequisites: Mapping[str, Condition], rounds: Mapping[str, int]) -> CourseOrder:
    dangling: dict[str, None] = {}
    blocked: dict[str, None] = {}
    waiting = [target]
    while waiting:
        code = waiting.pop()
        if code not in prerequisites:
            dangling[code] = None
        elif code not in blocked and rounds[code] == NEVER:
            blocked[code] = None
            waiting += _named(prerequisites[code])
    circular = [code for code in blocked if code in _reached(code, prerequisites, blocked)]
    return CourseOrder((), tuple(sorted(dangling)), tuple(sorted(circular)))


def _reached(start: str, prerequisites: Mapping[str, Condition], blocked: Mapping[str, None]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for name in _named(prerequisites[waiting.pop()]):
            if name in blocked and name not in found:
                found.add(name)
                waiting.append(name)
    return found


def _named(tree: Condition) -> list[str]:
    return [atom.name for atom in atoms_of(tree) if isinstance(atom, PassedTest)]


def _earliest(tree: Condition, rounds: Mapping[str, int]) -> int:
    """Return the round after which a tree holds at the earliest."""
    if isinstance(tree, PassedTest):
        return rounds.get(tree.name, NEVER)
    if not isinstance(tree, AllOf | AnyOf | AtLeast):
        return NEVER
    count = needed(tree)
    parts = sorted(_earliest(part, rounds) for part in tree.parts)
    if count > len(parts):
        return NEVER
    return parts[count - 1] if count else -1


def _parts_to_take(tree: Condition, rounds: Mapping[str, int]) -> list[str]:
    """Return the courses of the parts that hold the earliest, as many as are needed."""
    if isinstance(tree, PassedTest):
        return [tree.name]
    if not isinstance(tree, AllOf | AnyOf | AtLeast):
        return []
    parts = sorted(tree.parts, key=lambda part: _earliest(part, rounds))
    return [name for part in parts[: needed(tree)] for name in _parts_to_take(part, rounds)]
