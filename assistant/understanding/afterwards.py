"""What comes after what was aimed at: "en wat kan ik daarna?" counts on having finished that. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.profile import HeldDiploma
from assistant.understanding.person_asks import WIDE_FIELDS
from assistant.understanding.person_talk import Talk
from assistant.understanding.told import Message

AFTER_THAT = re.compile(
    r"\b(?:daarna|erna|hierna|na die|na dat|after that|afterwards|danach|hinterher)\b", re.IGNORECASE
)


def after_that(talk: Talk, message: Message, text: str) -> Talk:
    """Return the talk of somebody who asks what comes after the level of mbo that it aims at, as of who has finished that.

    Any other talk comes back as it was.
    """
    wanted = talk.wanted
    asks = "next" in message.wanted.intents and AFTER_THAT.search(text) is not None
    is_other = message.wanted.names_aim or message.told.profile.diplomas is not None
    if (
        not asks
        or is_other
        or not talk.continues
        or len(wanted.levels) != 1
        or not wanted.levels[0].startswith("mbo")
    ):
        return talk
    fields = tuple(value for group in wanted.fields[:1] for value in group if value not in WIDE_FIELDS)
    held = HeldDiploma(wanted.levels[0], fields if wanted.levels[0] != ENTRANCE else ())
    profile = replace(talk.profile, diplomas=(held,))
    aim = replace(
        wanted, offers=(), fields=(), levels=(), kinds=(), providers=()
    )  # another school may teach what comes next
    return replace(talk, profile=profile, wanted=aim)


ENTRANCE = "mbo-1"
"""The level that is of no trade of its own."""
