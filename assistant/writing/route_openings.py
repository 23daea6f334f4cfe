"""What would open a route that is closed: the smallest changes, each with the rule that it opens, else the rule that blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.routes.admission import verdict
from assistant.routes.change_types import Change, DiplomaChange, LimitChange
from assistant.routes.changes import smallest_changes
from assistant.routes.route_cli import constraints_of
from assistant.routes.types import Answer, Constraints
from assistant.routes.wording import change_text, changes_sentences
from assistant.writing.route_aims import Aim
from assistant.writing.route_desk import RouteDesk, route_phrases
from assistant.writing.route_ways import show_entry

MOST_TRIED = 5
"""Offers of an aim among which the one is sought that another diploma opens."""

TRIES = 60
"""Sets of changes that are tried in a talk."""


def constraints_in(desk: RouteDesk) -> Constraints:
    """Return the limits that a person told of: place, time, money, form."""
    profile = desk.talk.profile
    home = desk.book.book.catalogue.gazetteer.find(profile.place) if profile.place else None
    return constraints_of(profile, home)


def show_changes(aim: Aim, desk: RouteDesk) -> bool:
    """Add the smallest changes that open a route, or the rule that blocks; say whether there was one of them."""
    if aim.goal is None:
        return False
    changes = smallest_changes(
        desk.talk.profile, aim.goal, constraints_in(desk), desk.book.index, desk.today, most_tries=TRIES
    )
    told = list(_told_apart(changes.sets))
    if told:
        desk.lead("changes")
        for some in told:
            text = desk.joined([_change_words(one, desk) for one in some])
            cited = [number for one in some for number in _opening_rule(one, aim, desk)]
            desk.lead("change", {"change": f"- {text[:1].upper()}{text[1:]}"}, cited)
        return True
    if not changes.sets and not changes.is_complete:
        desk.notice(changes_sentences(changes, desk.language)[0].text)
        return True
    blocking = [verdict for verdict in changes.blocking if verdict.rules]
    if blocking:
        desk.lead("changes_none")
        rule = blocking[0].rules[0]
        offer = desk.book.offers[blocking[0].offer_id]
        show_entry(rule, offer, desk)
    return bool(blocking)


def _opening_rule(change: Change, aim: Aim, desk: RouteDesk) -> tuple[int, ...]:
    """Cite the rule that lets one in with another diploma: that of the aim itself, else the national one that names its level."""
    if not isinstance(change, DiplomaChange):
        return ()
    profile = replace(desk.talk.profile, diplomas=(change.diploma,))
    rules = desk.book.index.catalogue.national_rules
    for offer in aim.offers[:MOST_TRIED]:
        found = verdict(profile, offer, rules, desk.today)
        if found.answer in (Answer.YES, Answer.CONDITIONAL) and found.rules:
            return desk.of_rule(found.rules[0], offer)
    level = change.diploma.level
    return desk.of_national(level) if level[-1:].isdigit() else ()


def _change_words(change: Change, desk: RouteDesk) -> str:
    """Return a change in words. How far a limit would have to go is reckoned, and no source says it: it is left out."""
    if isinstance(change, LimitChange):
        return change_text(replace(change, to=None), desk.language)
    if isinstance(change, DiplomaChange) and not change.diploma.fields and not change.diploma.profile:
        own = f"change_{change.diploma.level}"
        if own in route_phrases(desk.language):
            return desk.say(own)
    return change_text(change, desk.language)


def _told_apart(sets: Sequence[tuple[Change, ...]]) -> Iterator[tuple[Change, ...]]:
    """Yield the sets of changes without those that ask another profile of a diploma that an earlier one asks already."""
    seen: set[str] = set()
    for some in sets:
        levels = {one.diploma.level for one in some if isinstance(one, DiplomaChange)}
        if some and not (len(some) == 1 and levels & seen):
            yield some
        seen |= levels
