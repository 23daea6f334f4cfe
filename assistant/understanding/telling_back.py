"""Words that change what was told before them: "nodig", "gezakt", "blijft zitten", "nog geen diploma", "gewerkt"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from assistant.understanding.telling_parts import FROM_STAYS, GOAL

if TYPE_CHECKING:
    from assistant.understanding.telling_walk import Walker


def lack(walker: Walker, level: str, *, is_named: bool) -> None:
    """Take in that somebody has no such diploma, or none at all ("none"); `is_named` of the diploma of a school before mbo."""
    if level != "none":
        walker.lacked.add(level)
    if not is_named:
        walker.facts.add("lacks_mbo" if level.startswith("mbo") else "lacks_higher")
    else:
        walker.facts.add("no_diploma" if level == "none" or not walker.diplomas else "lacks_one")


def _need(walker: Walker) -> None:
    """Take back what this sentence seemed to tell: "heb ik wiskunde B nodig?" tells nothing about the person."""
    for subjects, name in walker.sentence_subjects:
        subjects.pop(name, None)
    if walker.sentence_diplomas and not walker.wants.intents & {"subjects", "adult"}:
        del walker.diplomas[-walker.sentence_diplomas :]
    walker.is_need, walker.sentence_subjects, walker.sentence_diplomas = True, [], 0
    walker.role = GOAL  # "... nodig voor hbo elektrotechniek?"


def _stopped(walker: Walker) -> None:
    """Take in that the last diploma was not passed."""
    if walker.diplomas:
        walker.diplomas[-1].is_stopped = True
    elif walker.vague:
        walker.vague = ""
        walker.facts.add("no_diploma")
    else:
        walker.will_stop = True  # "gezakt voor mijn havo"


def _stops(walker: Walker) -> None:
    """Take in that somebody leaves the school that they are in: "ik zit in havo 3 en wil stoppen"."""
    walker.since_stops = 0
    if walker.diplomas and walker.diplomas[-1].studies:
        walker.diplomas[-1].leaves = True


def _stays(walker: Walker) -> None:
    """Take in that somebody did not move up: of the year that was told last, or of the one that follows."""
    last = walker.diplomas[-1] if walker.diplomas else None
    if last is None or walker.since_diploma > FROM_STAYS:
        walker.since_stays = 0
    elif last.grade or last.level.startswith("vmbo"):
        last.is_stopped = True


def _not_yet(walker: Walker) -> None:
    """Take in that a diploma is still being worked for: "havo, maar nog geen diploma"."""
    walker.is_not_yet = True
    if walker.diplomas:
        walker.diplomas[-1].studies = True
    else:
        walker.facts.add("no_diploma")


def _worked(walker: Walker) -> None:
    """Take the word before a verb that came last as the work: "in de zorg gewerkt"."""
    if walker.loose:
        walker.job.append(walker.loose[-1])
        walker.other = [word for word in walker.other if word not in walker.loose]
        walker.loose = []


RETOLD: Mapping[str, Callable[[Walker], None]] = {
    "needs": _need,
    "stopped": _stopped,
    "stops": _stops,
    "stays": _stays,
    "not_yet": _not_yet,
    "worked": _worked,
}
"""What each of these cues does to what was told."""
