"""Whether one may learn beside a benefit: the rule of the one that the records know, and plainly that it says nothing of another."""

from __future__ import annotations

from dataclasses import replace

from assistant.routes.conditions import atoms_of
from assistant.routes.phrases import called
from assistant.types import Outcome
from assistant.understanding.benefit_asked import OF_WHICH_IS_KNOWN, BenefitAsked
from assistant.writing.route_desk import RouteDesk
from assistant.writing.route_money import ADVICE, PERSON, show_summary
from assistant.writing.seam import Written
from knowledge.catalogue.rules import ReceivesBenefit
from knowledge.catalogue.types import Scheme

OF_MUNICIPALITY = ("bijstand", "IOAW")
"""Benefits that one's municipality pays, and not UWV."""

WORKED_FORM = "BBL"


def benefit_answer(asked: BenefitAsked, desk: RouteDesk) -> Written | None:
    """Return what is known of learning beside a benefit; None where documents tell of it by themselves, or nothing is known."""
    known = _rule_of_known(desk)
    if known is None:
        return None
    works = WORKED_FORM in desk.talk.wanted.modes
    if asked.names == (OF_WHICH_IS_KNOWN,) and not (
        works or desk.talk.wanted.levels or desk.talk.wanted.kinds
    ):
        return None
    if asked.others:
        return _of_others(asked, known, desk)
    if not asked.names:
        desk.lead("benefit_depends")
    show_summary(known, desk)
    if works:
        show_contract(desk)
    if not asked.names:
        desk.notice(desk.say("benefit_others"))
    return replace(desk.written(Outcome.PARTLY), leaves_room=False)


def _of_others(asked: BenefitAsked, known: Scheme, desk: RouteDesk) -> Written:
    """Return that nothing is known of these benefits and who decides; the rule of the one that is known only where it is named too."""
    names = desk.joined([called(name, desk.language) for name in asked.others], "or")
    is_municipal = all(name in OF_MUNICIPALITY for name in asked.others)
    has_both = not is_municipal and any(name in OF_MUNICIPALITY for name in asked.others)
    key = (
        "benefit_ask_both" if has_both else "benefit_ask_municipality" if is_municipal else "benefit_ask_uwv"
    )
    if OF_WHICH_IS_KNOWN in asked.names:
        show_summary(known, desk)
    desk.notice(desk.say("benefit_unknown", {"benefit": names}))
    desk.notice(desk.say(key))
    _show_desk(desk)
    outcome = Outcome.PARTLY if OF_WHICH_IS_KNOWN in asked.names else Outcome.REFUSED
    return replace(desk.written(outcome), leaves_room=False)


def _rule_of_known(desk: RouteDesk) -> Scheme | None:
    """Return the scheme that says how one learns beside the benefit of which a rule is known."""
    return next(
        (
            one
            for one in desk.book.index.catalogue.schemes
            if one.applicant == PERSON
            and any(
                isinstance(atom, ReceivesBenefit) and OF_WHICH_IS_KNOWN in atom.benefits
                for atom in atoms_of(one.condition)
            )
        ),
        None,
    )


def show_contract(desk: RouteDesk) -> None:
    """Add the rule that who learns at work has a contract there."""
    rules = desk.book.index.catalogue.national_rules
    rule = next((one for one in rules if WORKED_FORM in one.text and "arbeidsovereenkomst" in one.text), None)
    text = desk.in_own_words(rule.text) if rule is not None else ""
    if rule is not None and text:
        desk.worded(text, desk.citer.cite(("rule", rule.id), (), rule.provenance))


def _show_desk(desk: RouteDesk) -> None:
    one = next((each for each in desk.book.book.catalogue.organisations() if each.id == ADVICE), None)
    if one is not None:
        desk.worded(desk.say("advice", {"desk": one.name}), desk.citer.cite(("organisation", one.id), ()))
