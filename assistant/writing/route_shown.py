"""The one programme that an answer of ours listed is what the talk aims at from then on: "welke vakken heb ik daarvoor nodig?". Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.understanding.person_asks import WIDE_FIELDS
from assistant.understanding.person_talk import Talk
from assistant.writing.route_book import RouteBook
from assistant.writing.route_offers import fit

ROW = re.compile(r"^(?:\d+\. )?(?P<name>[^:\n]{1,120}): ", re.MULTILINE)
"""The name with which the line of an offer begins, in a list or by itself."""


def of_shown(talk: Talk, reply: str, book: RouteBook) -> Talk:
    """Return a talk that named no programme with the offers of the one that our answer listed; else as it was.

    What was named already and was listed stays: of several programmes it is not known which one is meant.
    """
    wanted = talk.wanted
    if not reply or wanted.occupations or not (wanted.fields or wanted.kinds or wanted.levels):
        return talk
    rows = {found["name"] for found in ROW.finditer(reply)}
    fields = {value for group in wanted.fields for value in group} - WIDE_FIELDS
    listed = [one for one in book.index.offers if one.name.value in rows]
    if fields:
        listed = [one for one in listed if fields & set(one.fields.value or ())]
    shown = fit(listed, wanted)
    named = {id_ for group in wanted.offers for id_ in group}
    if len({one.name.value for one in shown}) != 1 or any(one.id in named for one in shown):
        return talk
    return replace(talk, wanted=replace(wanted, offers=(tuple(one.id for one in shown),)))
