"""What an employer's messages ask of the schemes: where the company is, and for which level and form of training. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.profile import HIGHER
from assistant.understanding.filters import Ask, Asked
from assistant.understanding.reading import Reading
from knowledge.catalogue.queries import OfferFilter


def asked_by_employer(readings: Sequence[Reading]) -> Asked:
    """Return the question for the schemes that an employer applies for; of each limit the one that was said last counts.

    Two levels in one message are where somebody comes from and where they go: neither limits.
    """
    wanted = OfferFilter(level=_last(readings, "level"), mode=_last(readings, "mode"))
    if not wanted.level:
        kinds = _last(readings, "kind")
        wanted = OfferFilter(kind=kinds if HIGHER.intersection(kinds) else (), mode=wanted.mode)
    return Asked(Ask.SCHEMES, wanted, applicant="employer", areas=_place(readings))


def _last(readings: Sequence[Reading], kind: str) -> tuple[str, ...]:
    """Return the values of the last message that says one thing of a kind."""
    groups = next((found for one in reversed(readings) if (found := one.groups(kind))), ())
    return groups[0] if len(groups) == 1 else ()


def _place(readings: Sequence[Reading]) -> tuple[str, ...]:
    """Return the town or region that was said last."""
    for one in reversed(readings):
        found = (*one.values("place"), *one.values("area"))
        if found:
            return found
    return ()
