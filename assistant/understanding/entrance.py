"""Whether somebody with work of their own asks what they can do in technology, and names no programme or trade. Data: entrance.yaml. Pure."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from assistant.understanding.person_thread import WIDE_FIELDS, Talk
from assistant.understanding.told import Message
from knowledge.data_files import read_data
from knowledge.language.normalisation import fold

_DATA = Path(__file__).parent / "data" / "entrance.yaml"
TECHNOLOGY = "techniek"


def asks_entrance(text: str, message: Message, talk: Talk) -> bool:
    """Say whether a message asks for the ways into technology, or out of the work that wears one out; no diploma is known."""
    wanted = message.wanted
    aims = wanted.occupations or wanted.offers or wanted.levels or wanted.kinds or wanted.providers
    if aims or wanted.schemes or wanted.intents & {"compare", "recognition"}:
        return False
    if talk.knows_school or not talk.profile.job:
        return False
    folded, patterns = " ".join(fold(text).split()), _patterns()
    if any(pattern.search(folded) for pattern in patterns["never"]):
        return False
    fields = {value for group in wanted.fields for value in group}
    asks = any(pattern.search(folded) for pattern in patterns["options"])
    if TECHNOLOGY in fields:
        return fields <= WIDE_FIELDS and (asks or wanted.wants)
    return not fields and asks and any(pattern.search(folded) for pattern in patterns["worn"])


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
    return {name: tuple(map(re.compile, raw[name])) for name in ("options", "worn", "never")}
