"""What one message tells about a person and asks for: the nouns that `telling` fills. Frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.profile import HeldDiploma, Profile
from assistant.understanding.asked_as import AskedAs
from assistant.understanding.told_numbers import Numbers

Groups = tuple[tuple[str, ...], ...]
"""The values of each mention, in order: the words of one mention may mean several records."""


@dataclass(frozen=True, slots=True)
class Told:
    """Facts of a person in one message. `profile` holds only what was said.

    `studies` are the levels that are still being worked for. Subjects and a profile that were said without a
    diploma wait in `subjects` (whether each was passed) and `cluster` for the diploma of an earlier message.
    """

    profile: Profile = field(default_factory=Profile)
    studies: tuple[str, ...] = ()
    subjects: Mapping[str, bool] = field(default_factory=dict)
    cluster: str = ""
    is_vague: str = ""
    """A kind of school whose level was not said: "vmbo", "mbo"."""
    about: str = ""
    """Whom it is about, when not the person who asks: "zoon", "dochter", "kind", "broer", "familie", "leerling", "partner"."""
    whom: str = ""
    """Of whom it tells where `about` does not say: "self" for the one who asks, "third" for somebody told of before, "" not said."""
    lacks_profiles: tuple[str, ...] = ()
    """Profiles that they do not have, said without a diploma: "en zonder NT?"."""
    enrolled: HeldDiploma | None = None
    """The study of higher education that somebody is at: no diploma yet, for another study beside it."""

    @property
    def is_empty(self) -> bool:
        """Whether the message tells nothing about a person."""
        told = self.subjects or self.cluster or self.is_vague or self.lacks_profiles or self.enrolled
        return self.profile == Profile() and not told


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted: what is asked (`intents`: admission, route, next, funding, compare, change; `asks`: those of the
    records), and what is aimed at. `words` are those of the aim that no record or phrase knows.
    """

    intents: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    occupations: Groups = ()
    offers: Groups = ()
    fields: Groups = ()
    levels: tuple[str, ...] = ()
    kinds: Groups = ()
    modes: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    becomes: bool = False
    """Whether a word like "worden" says that the aim is work."""
    wants: bool = False
    """Whether a word like "wil" or "naar" says that something is wanted."""
    wishes: bool = False
    """Whether a word like "wil" or "naar" says that something is wanted, or nothing but facts and an aim was said."""
    asked_as: AskedAs = AskedAs.MAY
    """Whether it is asked if a level is needed, equal or, with a "not", closed; set for the last message of a talk."""
    phrase: tuple[str, ...] = ()
    """The folded words of the aim in order, those that are recognised and those that are not."""

    @property
    def names_aim(self) -> bool:
        """Whether it names an occupation, an offer, a field, a level or a kind."""
        return bool(self.occupations or self.offers or self.fields or self.levels or self.kinds)


NOTHING_WANTED = Wanted()


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a person, read."""

    told: Told
    wanted: Wanted
    numbers: Numbers
    agrees: bool = False
    denies: bool = False
    adds: bool = False
    questions: bool = False
    """Whether it asks with a word like "wat" or "welke"."""
    has_more: bool = False
    """Whether words are left that were not understood, beyond everyday ones."""
    bare_number: int | None = None
    """The number that is all the message says: "17"."""


IMPLIES = {"wiskunde A": "wiskunde", "wiskunde B": "wiskunde", "wiskunde C": "wiskunde"}
"""Who has one of these has the wider one too."""


def split_subjects(subjects: Mapping[str, bool]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the subjects that were passed, with the wider ones that they imply, and those that were not."""
    some = [name for name, has in subjects.items() if has]
    missing = [name for name, has in subjects.items() if not has]
    implied = [IMPLIES[name] for name in some if name in IMPLIES]
    return tuple(dict.fromkeys([*some, *implied])), tuple(dict.fromkeys(missing))
