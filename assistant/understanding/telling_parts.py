"""What a message tells and wants, while its words are still coming in. Mutable while it lasts."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.profile import HeldDiploma
from assistant.understanding.lexicon import Mention
from assistant.understanding.told import split_subjects


@dataclass(slots=True)
class ToldDiploma:
    """A diploma while its words are still coming in."""

    level: str
    studies: bool
    fields: list[str] = field(default_factory=list)
    profile: str = ""
    subjects: dict[str, bool] = field(default_factory=dict)
    grade: int = 0
    """The year somebody is in, or was in, 0 when it was not told."""
    is_stopped: bool = False
    """Whether it was not passed."""
    leaves: bool = False
    """Whether somebody wants to stop before it is passed."""

    def held(self) -> HeldDiploma:
        some, missing = split_subjects(self.subjects)
        return HeldDiploma(
            self.level, tuple(dict.fromkeys(self.fields)), self.profile or None, None, None, some, missing
        )


@dataclass(slots=True)
class Wants:
    """What is wanted, while words are still coming in."""

    intents: set[str] = field(default_factory=set)
    asks: set[str] = field(default_factory=set)
    groups: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    phrase: list[str] = field(default_factory=list)
    becomes: bool = False

    def add(self, kind: str, mention: Mention) -> None:
        values = mention.values(kind)
        if values and values not in self.groups.setdefault(kind, []):
            self.groups[kind].append(values)


BESIDE_THE_AIM = frozenset(["mode", "place", "area", "provider"])
"""What says how and where one wants to learn, not what one wants to become."""

AIMED = frozenset(["occupation", "offer", "field", "level", "kind"])
"""What one can walk to."""

BEFORE_AN_AIM = frozenset(["wants", "to", "becomes", "questions"])
"""Cues after which an occupation is no present work."""

AIMS = ("occupation", "offer", "field", "level", "kind", "mode", "provider", "place", "area", "scheme")

FROM_STOPS = 3
"""Words after "stoppen" within which a school is what somebody leaves ("stoppen met de havo")."""

LEARNER = frozenset(["student", "studente", "leerling", "scholier", "studentin", "schuler", "pupil"])
