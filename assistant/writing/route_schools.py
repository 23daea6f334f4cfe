"""What a school that a follow-up names does not teach is not carried along to it: "en bij Saxion?" after a university. Pure."""

from __future__ import annotations

from dataclasses import replace

from assistant.understanding.person_talk import Talk
from assistant.understanding.told import Wanted
from assistant.writing.route_book import RouteBook


def at_school(talk: Talk, named: Wanted, book: RouteBook) -> Talk:
    """Return a talk without its level where the message names another school, of which all that is known is of other levels."""
    wanted = talk.wanted
    carries = wanted.levels or wanted.kinds
    if not named.providers or named.names_aim or not carries or set(named.providers) <= set(wanted.providers):
        return talk
    taught = [one for one in book.index.offers if one.provider.value in named.providers]
    kinds = {kind for group in wanted.kinds for kind in group}
    fits = any(one.level.value in wanted.levels or one.kind.value in kinds for one in taught)
    return talk if fits or not taught else replace(talk, wanted=replace(wanted, levels=(), kinds=()))
