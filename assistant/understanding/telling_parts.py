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
    lacks_profiles: list[str] = field(default_factory=list)
    subjects: dict[str, bool] = field(default_factory=dict)
    grade: int = 0
    """The year somebody is in, or was in, 0 when it was not told."""
    is_stopped: bool = False
    """Whether it was not passed."""
    stays: bool = False
    """Whether "blijft zitten" stood right before it."""
    leaves: bool = False
    """Whether somebody wants to stop before it is passed."""

    def held(self) -> HeldDiploma:
        some, missing = split_subjects(self.subjects)
        profile = self.profile or None
        lacked = () if profile else tuple(dict.fromkeys(self.lacks_profiles))
        fields = tuple(dict.fromkeys(self.fields))
        return HeldDiploma(self.level, fields, profile, None, None, some, missing, lacked)


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

FROM_STAYS = 4
"""Words from "blijft zitten" to the year that is meant, on either side."""

BUT, OR = ("maar", "but", "aber"), ("of", "or", "oder")

FROM_STOPS = 3
"""Words after "stoppen" within which a school is what somebody leaves ("stoppen met de havo")."""

LEARNER = frozenset(["student", "studente", "leerling", "scholier", "studentin", "schuler", "pupil"])

HELD, WORK, IS, FROM, GOAL, LIVES, NO_ROLE = "held", "work", "is", "from", "goal", "lives", ""
HOLDING = (HELD, IS, FROM)
WORKING = (WORK, IS, FROM)

ROLE_OF = {
    "holds": HELD,
    "done": HELD,
    "studies": HELD,
    "with": HELD,
    "after": HELD,
    "is": IS,
    "works_as": WORK,
    "from": FROM,
    "to": GOAL,
    "wants": GOAL,
    "becomes": GOAL,
    "lives": LIVES,
}
"""The part of the story that a cue begins."""

SECONDARY = ("vmbo", "havo", "vwo", "de-", "uk-", "ib")
OF_SUBJECTS = ("havo", "vwo", "de-a", "de-f", "de-h", "de-r", "uk-", "ib")
"""Diplomas that have subjects and no field: those of schools, not of a trade."""

HELD_OF_KIND = {
    "hbo-bachelor": "hbo-bachelor",
    "hbo-master": "hbo-master",
    "wo-bachelor": "wo-bachelor",
    "wo-master": "wo-master",
    "ad": "ad",
}
"""The diploma that a kind of education gives."""

WHICH = frozenset(["welke", "welk", "which", "welche", "welchen", "welchem", "welcher", "welches"])
"""Words that ask for what stands after them."""

VAGUE = frozenset(["vmbo", "mbo"])
"""Kinds of school that do not say which diploma: the learning path or the level is missing."""

FIRST_YEAR = "hbo-propedeuse"
"""A certificate that lets nobody in by itself, so that to lack it says nothing of what is held."""

FROM_DIPLOMA = 3
"""Words after a diploma within which a field belongs to it ("mbo 4 in de elektrotechniek")."""
