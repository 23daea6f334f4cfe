"""Whether somebody is too old: no rule of entry in the records has a highest age, and which money has one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.routes.conditions import atoms_of
from assistant.writing.route_benefit import WORKED_FORM, show_contract
from assistant.writing.route_desk import RouteDesk
from assistant.writing.route_money import GROWN, PERSON
from assistant.writing.seam import Written
from knowledge.catalogue.rules import IsYounger
from knowledge.catalogue.types import Scheme
from knowledge.catalogue.validity import SchemeState, scheme_state


def show_age(way: str, desk: RouteDesk) -> None:
    """Add that entry has no highest age, for learning at work the rule that it does have.

    The form of the rules says so: a rule of entry cannot ask that one is younger (`knowledge.catalogue.rules.IsYounger`).
    """
    desk.notice(desk.say({"too_old": "age_too_old", "adults": "age_adults"}.get(way, "age_limit")))
    if WORKED_FORM in desk.talk.wanted.modes:
        show_contract(desk)


def age_answer(way: str, desk: RouteDesk) -> Written:
    """Return that there is no highest age, and of which money there is one."""
    show_age(way, desk)
    if WORKED_FORM not in desk.talk.wanted.modes:
        _show_money(desk)
    return replace(desk.written(), leaves_room=False)


def _show_money(desk: RouteDesk) -> None:
    limits = list(_limits(desk))
    if not limits:
        return
    said = [desk.say("age_of_scheme", {"scheme": scheme.name, "years": years}) for scheme, years in limits]
    cited = [number for scheme, _ in limits for number in desk.of_scheme(scheme)]
    desk.worded(desk.say("age_money", {"schemes": desk.joined(said)}), cited)


def _limits(desk: RouteDesk) -> Iterator[tuple[Scheme, int]]:
    """Yield the open schemes that a grown-up applies for and that have a highest age, with the age below which they are."""
    for scheme in desk.book.index.catalogue.schemes:
        if scheme.applicant != PERSON or scheme_state(scheme, desk.today) is SchemeState.CLOSED:
            continue
        years = {atom.years for atom in atoms_of(scheme.condition) if isinstance(atom, IsYounger)}
        if len(years) == 1 and max(years) > GROWN:
            yield scheme, max(years)
