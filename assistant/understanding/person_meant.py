"""Whom a message of a talk tells of, when a talk tells of several: the one who asks, or somebody beside them. Pure; data: data/person_meant.yaml.

What was told of one person is never taken for what another has ("mijn zoon heeft vmbo", then "wie betaalt mijn omscholing?").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from assistant.profile import Profile
from assistant.understanding.lexicon import words_of
from assistant.understanding.person_talk import Talk
from assistant.understanding.told import Told
from knowledge.data_files import read_data

DATA = Path(__file__).parent / "data" / "person_meant.yaml"

SELF = "self"
THIRD = "third"


def whom(text: str) -> str:
    """Return of whom a message tells: the key of a person in the data ("zoon"), SELF, THIRD for "he" or "she", "" where it does not say.

    A message that speaks of somebody else beside the one who asks is about that other one.
    """
    said, patterns = " ".join(words_of(text)), _patterns()
    found = next((name for name, pattern in patterns.other.items() if pattern.search(said)), "")
    if found or patterns.third.search(said):
        return found or THIRD
    return SELF if patterns.own.search(said) else ""


def person_meant(talk: Talk, told: Told) -> Talk:
    """Return a talk with the facts of the person that a message is about, before what it tells itself.

    Facts of the person before are put by, with what was asked for them, and come back when the talk does. Who lives with the one who asks lives in the same place.
    """
    meant = told.about or told.whom
    if meant == THIRD:
        meant = next(reversed([one for one in talk.others if one != SELF]), "") if talk.whom == SELF else ""
    if not meant or not talk.whom or _may_be(talk.whom, meant):
        return replace(talk, whom=meant or talk.whom)
    others = {**talk.others, talk.whom: replace(talk, others={})}
    facts = others.pop(meant, Talk(_shared(talk, meant), talk.wanted, talk.kind))
    return replace(
        talk,
        wanted=facts.wanted,
        kind=facts.kind,
        profile=facts.profile,
        studies=facts.studies,
        is_vague=facts.is_vague,
        about="" if meant == SELF else meant,
        loose=facts.loose,
        cluster=facts.cluster,
        enrolled=facts.enrolled,
        whom=meant,
        others=others,
    )


def _shared(talk: Talk, meant: str) -> Profile:
    """Return what is true of another person too: where they live."""
    along = _patterns().lives_along
    lives_along = (talk.whom == SELF and meant in along) or (meant == SELF and talk.whom in along)
    return Profile(place=talk.profile.place) if lives_along else Profile()


def _may_be(one: str, other: str) -> bool:
    same_as = _patterns().same_as
    return one == other or other in same_as.get(one, ()) or one in same_as.get(other, ())


@dataclass(frozen=True, slots=True)
class _Patterns:
    other: Mapping[str, re.Pattern[str]]
    own: re.Pattern[str]
    third: re.Pattern[str]
    same_as: Mapping[str, tuple[str, ...]]
    lives_along: frozenset[str]


@cache
def _patterns() -> _Patterns:
    raw = read_data(DATA)
    return _Patterns(
        other={name: re.compile(rf"\b{pattern}") for name, pattern in raw["other"].items()},
        own=re.compile("|".join(raw["self"])),
        third=re.compile(raw["third"]),
        same_as={name: tuple(others) for name, others in raw["same_as"].items()},
        lives_along=frozenset(raw["lives_along"]),
    )
