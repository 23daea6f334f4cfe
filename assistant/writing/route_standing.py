"""Questions that grown-ups ask because of how they stand: beside a benefit, or of an age. Before the answers about an aim."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.understanding.age_asked import age_asked
from assistant.understanding.benefit_asked import benefit_asked
from assistant.understanding.person_talk import Kind
from assistant.understanding.told import Message
from assistant.writing.route_age import age_answer, show_age
from assistant.writing.route_benefit import WORKED_FORM, benefit_answer
from assistant.writing.route_desk import RouteDesk
from assistant.writing.seam import Written

OF_AIM = (Kind.ROUTE, Kind.ADMISSION, Kind.ENTRY, Kind.ADULT)
"""Kinds of answers that say more of what somebody may be too old for."""

WORKED = re.compile(r"\bbbl\b", re.IGNORECASE)
"""Learning at work by its name, also where nothing is aimed at."""


def standing_answer(
    said: Sequence[str], message: Message, desk: RouteDesk, of_aim: Callable[[RouteDesk], Written | None]
) -> Written | None:
    """Return the answer to the last of somebody's messages where it asks of a benefit or an age; None for any other.

    `of_aim` answers what else was asked: the ways to what somebody may be too old for stand behind it.
    """
    wanted = message.wanted
    if WORKED.search(said[-1]) and not desk.talk.wanted.modes:
        desk = desk.about(replace(desk.talk, wanted=replace(desk.talk.wanted, modes=(WORKED_FORM,))))
    wants_trade = wanted.becomes and (wanted.occupations or wanted.offers)
    if not (wants_trade or wanted.schemes):
        asked = benefit_asked(said[-1], said[:-1])
        found = benefit_answer(asked, desk) if asked is not None else None
        if found is not None:
            return found
    is_of_scheme = wanted.schemes or (
        desk.talk.wanted.schemes and not wanted.names_aim
    )  # its own limit of age is asked
    way = "" if is_of_scheme else age_asked(said[-1], wanted.names_aim)
    is_list = way == "adults" and (wanted.places or wanted.providers or "list" in wanted.asks)
    if not way or is_list:
        return None
    if desk.talk.kind in OF_AIM:
        aimed = desk.about(desk.talk)
        show_age(way, aimed)
        found = of_aim(aimed)
        if found is not None:
            return found
    return age_answer(way, desk)
