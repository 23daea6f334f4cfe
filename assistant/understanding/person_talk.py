"""What a talk about one person amounts to: what was told, what is aimed at, and the kind of answer that it asks for. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.profile import HeldDiploma, Profile
from assistant.understanding.told import NOTHING_WANTED, Wanted

NOBODY, NOTHING = Profile(), NOTHING_WANTED
"""Where every talk begins."""


class Kind(StrEnum):
    """The answers that rest on rules and routes."""

    ADMISSION = "admission"
    ROUTE = "route"
    FUNDING = "funding"
    COMPARE = "compare"
    RECOGNITION = "recognition"
    """What a diploma from abroad counts for, where no programme is named."""
    ENTRY = "entry"
    """What entry to a programme that is named asks of everybody."""
    ADULT = "adult"
    """Which way there is for who is 21 and has not the diploma."""
    SCHEME = "scheme"
    """Whether a scheme that is named is for this person, this form or this level."""


@dataclass(frozen=True, slots=True)
class Talk:
    """What a talk amounts to so far. `kind` is None while nothing was asked that rules and routes answer."""

    profile: Profile = NOBODY
    wanted: Wanted = NOTHING
    kind: Kind | None = None
    studies: tuple[str, ...] = ()
    is_vague: str = ""
    about: str = ""
    whom: str = ""
    """Of whom the facts are: "self" for the one who asks, else as `about`; "" while nobody was spoken of."""
    others: Mapping[str, Talk] = field(default_factory=dict)
    """The talk up to where it left somebody else, by whom it was about."""
    loose: Mapping[str, bool] = field(default_factory=dict)
    cluster: str = ""
    enrolled: HeldDiploma | None = None
    """The study that somebody is at and wants to change for another."""
    continues: bool = False
    """Whether the last message leans on the aim of an earlier one."""

    @property
    def knows_school(self) -> bool:
        """Whether a diploma was told, or that there is none."""
        return self.profile.diplomas is not None or bool(self.is_vague)
