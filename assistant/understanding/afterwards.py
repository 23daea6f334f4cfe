"""What comes after what was aimed at: "en wat kan ik daarna?", "wat kan ik na mbo-1?" count on having finished that. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.profile import HeldDiploma
from assistant.understanding.person_asks import WIDE_FIELDS
from assistant.understanding.person_talk import Kind, Talk
from assistant.understanding.told import Message

AFTER_THAT = re.compile(
    r"\b(?:daarna|erna|hierna|na die|na dat|after that|afterwards|danach|hinterher)\b", re.IGNORECASE
)


def after_that(talk: Talk, message: Message, text: str) -> Talk:
    """Return the talk of somebody who asks what comes after the level of mbo that it aims at or names, as of who has finished that.

    Any other talk comes back as it was.
    """
    wanted = talk.wanted
    asks = "next" in message.wanted.intents and AFTER_THAT.search(text) is not None
    is_other = message.wanted.names_aim or message.told.profile.diplomas is not None
    goes_on = asks and talk.continues and not is_other
    is_of_mbo = len(wanted.levels) == 1 and wanted.levels[0].startswith("mbo")
    if not is_of_mbo or not (goes_on or _asks_after_level(message)):
        return talk
    fields = tuple(value for group in wanted.fields[:1] for value in group if value not in WIDE_FIELDS)
    held = HeldDiploma(wanted.levels[0], fields if wanted.levels[0] != ENTRANCE else ())
    profile = replace(talk.profile, diplomas=(held,))
    aim = replace(
        wanted, offers=(), fields=(), levels=(), kinds=(), providers=()
    )  # another school may teach what comes next
    if "next" not in aim.intents:
        aim = replace(aim, intents=aim.intents | {"next"}, asks=frozenset())
    return replace(talk, profile=profile, wanted=aim, kind=talk.kind or Kind.ROUTE)


def _asks_after_level(message: Message) -> bool:
    """Say whether a message asks what follows on a level of mbo, of no trade and no diploma that is held."""
    wanted = message.wanted
    is_level_alone = not wanted.words and (not (wanted.offers or wanted.fields) or ENTRANCE in wanted.levels)
    return "follows" in wanted.asks and is_level_alone and message.told.profile.diplomas is None


ENTRANCE = "mbo-1"
"""The level that is of no trade of its own."""
