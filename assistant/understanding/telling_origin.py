"""Where somebody comes from, told before where they go: "mbo 4 zorg naar hbo werktuigbouwkunde", "mbo 4 elektro deltion, wil hbo".

What stands before the first word that walks ("naar", "wil") seems to be wanted while it is read; once an aim follows, it was
the origin: the level is held, and the school is the one that is left. Mutable while a message is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.understanding.telling_parts import ToldDiploma, Wants

OF_ORIGIN = ("level", "field", "offer", "occupation")
"""What is said of a diploma before "naar": its level and what it is in."""

TO = (("naar",), ("nach",), ("to",))
"""Words behind which a level is an aim, and before which it is where somebody comes from."""

AIMS_AFTER = (*OF_ORIGIN, "kind", "provider")


@dataclass(slots=True)
class Origin:
    """What was named before the first word that walks to an aim."""

    before: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    words: int = 0
    """How many words were left over by then."""
    phrase: list[str] = field(default_factory=list)
    schools: list[tuple[str, ...]] = field(default_factory=list)
    """Schools named right behind a diploma that is held."""
    left_over: tuple[str, ...] = ()
    """The words before it that nobody knew: "verzorgende naar ict"."""
    has_walked: bool = False
    is_level: bool = False
    """Whether a bare "naar" says that a level before it is where somebody comes from."""
    is_asked: bool = False
    """Whether a word like "welke" stood before it: then nothing is told."""

    def walk(self, words: tuple[str, ...], wants: Wants, left_over: list[str], is_asked: bool) -> None:
        """Take in that an aim follows from here; only the first such word counts, and a "naar" right behind it."""
        self.is_level |= words in TO
        if self.has_walked:
            return
        self.has_walked, self.is_asked = True, is_asked
        self.before = {kind: list(groups) for kind, groups in wants.groups.items()}
        self.words, self.phrase = len(left_over), list(wants.phrase)

    def settle(self, wants: Wants, left_over: list[str], has_diploma: bool) -> ToldDiploma | None:
        """Take what was only the origin out of what is wanted; return the diploma that it tells, if any."""
        follows = {kind for kind in AIMS_AFTER if self._after(kind, wants)}
        if not self.has_walked or not follows or self.is_asked or "compare" in wants.intents:
            return None
        self._leave_schools(wants, bool(follows - {"provider"}), has_diploma)
        self.left_over = tuple(left_over[: self.words]) if self.is_level else ()
        levels = self.before.get("level", [])
        if has_diploma or len(levels) != 1 or not self.is_level:
            return None
        told = ToldDiploma(levels[0][0], studies=False)
        told.fields = [value for group in self.before.get("field", []) for value in group]
        for kind in OF_ORIGIN:
            wants.groups[kind] = self._after(kind, wants)
        wants.phrase = wants.phrase[len(self.phrase) :]
        del left_over[: self.words]
        self._leave_schools(wants, bool(follows - {"provider"}), has_diploma=True)
        return told

    def _after(self, kind: str, wants: Wants) -> list[tuple[str, ...]]:
        """Return what was named of a kind after the walking word."""
        return wants.groups.get(kind, [])[len(self.before.get(kind, [])) :]

    def _leave_schools(self, wants: Wants, has_aim: bool, has_diploma: bool) -> None:
        """Leave out the school of the diploma: one behind it, where an aim follows; any before another school."""
        named = wants.groups.get("provider", [])
        left = self.before.get("provider", []) if has_diploma and self._after("provider", wants) else []
        left = [*left, *(self.schools if has_aim else [])]
        wants.groups["provider"] = [group for group in named if group not in left]
