"""Whether a grown-up with other work, or without any, asks what they can do in technology or ICT, and names no programme or trade.

Pure; data: entrance.yaml.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from assistant.understanding.person_asks import GROWN_UP, WIDE_FIELDS
from assistant.understanding.person_talk import Talk
from assistant.understanding.told import Message
from knowledge.data_files import read_data
from knowledge.language.normalisation import fold

_DATA = Path(__file__).parent / "data" / "entrance.yaml"
TECHNOLOGY, ICT = "techniek", "ict"

SHORT_ASKS = frozenset(["costs", "duration_months"])
"""What a short message may ask of the beginnings that were shown."""


def asks_entrance(text: str, message: Message, talk: Talk) -> bool:
    """Say whether a message asks for the ways into technology, or out of the work that wears one out; no diploma is known."""
    wanted = message.wanted
    aims = wanted.occupations or wanted.offers or wanted.levels or wanted.kinds or wanted.providers
    if aims or wanted.schemes or wanted.intents & {"compare", "recognition"}:
        return False
    folded, patterns = " ".join(fold(text).split()), _patterns()
    if talk.knows_school or not (talk.profile.job or _stands(folded, talk)):
        return False
    age = talk.profile.age
    is_pupil = age is not None and age < GROWN_UP and not talk.profile.job
    if is_pupil or any(pattern.search(folded) for pattern in patterns["never"]):
        return False
    fields = {value for group in wanted.fields for value in group}
    asks = any(pattern.search(folded) for pattern in patterns["options"])
    asks |= _stands(folded, talk) and any(pattern.search(folded) for pattern in patterns["seeks"])
    if fields & {TECHNOLOGY, ICT}:
        return fields <= WIDE_FIELDS and (asks or wanted.wants)
    return bool(not fields and asks and talk.profile.job) and any(
        pattern.search(folded) for pattern in patterns["worn"]
    )


def _stands(folded: str, talk: Talk) -> bool:
    """Say whether somebody is no pupil: out of work, on a benefit, at home for years, or out of the forces."""
    profile = talk.profile
    told = profile.has_employer is not None or profile.benefits or profile.experience or profile.keeps_working
    return bool(told) or any(pattern.search(folded) for pattern in _patterns()["stands"])


def asks_of_beginnings(message: Message) -> bool:
    """Say whether a message only asks how long something takes or what it costs, of what was shown before."""
    wanted, told = message.wanted, message.told
    others = wanted.intents or wanted.names_aim or wanted.schemes or wanted.providers or wanted.modes
    is_short = bool(wanted.asks) and wanted.asks <= SHORT_ASKS
    return is_short and not others and told.is_empty and not message.has_more


def asks_own_options(text: str, message: Message, talk: Talk) -> bool:
    """Say whether somebody who told their school and work wants into a field and asks which ways there are: a field that a
    programme is called after is then the field.
    """
    wanted, about = message.wanted, talk.profile.job or talk.profile.experience or message.told.about
    aims = wanted.occupations or wanted.levels or wanted.providers or wanted.schemes
    if talk.kind is not None or aims or wanted.intents - {"admission", "route", "next"}:
        return False
    tells = talk.knows_school and about and wanted.fields and wanted.wants
    folded = " ".join(fold(text).split())
    return bool(tells) and any(pattern.search(folded) for pattern in _patterns()["options"])


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    raw = read_data(_DATA)
    return {
        name: tuple(map(re.compile, raw[name])) for name in ("options", "worn", "stands", "seeks", "never")
    }
