"""The truth of a tree of conditions for a person, with what remains, what is not known and what fails.

Truth is a chain: fails < unknown < open < holds. All-of is the least of its parts, any-of the greatest,
at-least-n the n-th greatest. On fails, unknown and holds this is Kleene's strong three-valued logic
(Kleene 1952, par. 64); "open" lies between unknown and holds: true once something is done that everybody
may try.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.routes.atoms import is_past, truth_of
from assistant.routes.types import Atom, Judgement, Person, Remaining, Truth
from knowledge.catalogue.rules import AllOf, AnyOf, AtLeast, Condition, Unstated

DEEPEST = 60
"""Trees nested deeper than this are not judged: they count as a rule that nobody stated."""

TOO_DEEP = Unstated("een regel met te veel lagen")


def judge(condition: Condition, person: Person) -> Judgement:
    """Return how a condition stands for a person. A tree deeper than `DEEPEST` is unknown."""
    if is_too_deep(condition):
        return Judgement(Truth.UNKNOWN, unknown=(TOO_DEEP,))
    return _judge(condition, person)


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """Return the parts of a condition; none for an atom."""
    return condition.parts if isinstance(condition, AllOf | AnyOf | AtLeast) else ()


def atoms_of(condition: Condition) -> Iterator[Atom]:
    """Yield the atoms of a tree from left to right, with repetitions, without recursion."""
    waiting = [condition]
    while waiting:
        here = waiting.pop()
        if isinstance(here, AllOf | AnyOf | AtLeast):
            waiting.extend(reversed(here.parts))
        else:
            yield here


def is_too_deep(condition: Condition) -> bool:
    """Whether a tree has more than `DEEPEST` layers; looks no further than that."""
    layer: list[Condition] = [condition]
    for _ in range(DEEPEST):
        seen: dict[int, Condition] = {}
        for here in layer:
            for part in parts_of(here):
                seen[id(part)] = part
        layer = list(seen.values())
        if not layer:
            return False
    return True


def needed(condition: AllOf | AnyOf | AtLeast) -> int:
    """Return how many parts must hold."""
    if isinstance(condition, AllOf):
        return len(condition.parts)
    return 1 if isinstance(condition, AnyOf) else max(condition.count, 0)


def _judge(condition: Condition, person: Person) -> Judgement:
    if not isinstance(condition, AllOf | AnyOf | AtLeast):
        return _judge_atom(condition, person)
    count = needed(condition)
    if count == 0:
        return Judgement(Truth.HOLDS)
    judged = [_judge(part, person) for part in condition.parts]
    if count > len(judged):
        return Judgement(Truth.FAILS, failing=_merged(judgement.failing for judgement in judged))
    best = sorted(judged, key=_preference)
    truth = best[count - 1].truth
    if truth is Truth.FAILS:
        return Judgement(truth, failing=_merged(judgement.failing for judgement in judged))
    if truth is Truth.UNKNOWN:
        return Judgement(
            truth,
            remaining=_merged(judgement.remaining for judgement in best[:count]),
            unknown=_merged(judgement.unknown for judgement in judged if judgement.truth is Truth.UNKNOWN),
        )
    return Judgement(truth, remaining=_merged(judgement.remaining for judgement in best[:count]))


def _preference(judgement: Judgement) -> tuple[int, int]:
    """The truest first, then the one with the least left to do; equal ones in the order of the rule."""
    past = sum(remaining.is_past for remaining in judgement.remaining)
    return (-judgement.truth, len(judgement.remaining) + 10 * past)


def _judge_atom(atom: Atom, person: Person) -> Judgement:
    truth = truth_of(atom, person)
    if truth is Truth.OPEN:
        return Judgement(truth, remaining=(Remaining(atom, is_past(atom, person)),))
    if truth is Truth.UNKNOWN:
        return Judgement(truth, unknown=(atom,))
    return Judgement(truth, failing=(atom,)) if truth is Truth.FAILS else Judgement(truth)


def _merged(groups: Iterator[tuple[object, ...]]) -> tuple:  # type: ignore[type-arg]
    """Return the members of all groups, each once, in order."""
    return tuple(dict.fromkeys(member for group in groups for member in group))
