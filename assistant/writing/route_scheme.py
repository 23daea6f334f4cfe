"""Whether one scheme that is named is for this person: the direct answer, why, and what its record says."""

from __future__ import annotations

from assistant.profile import FORMS_OF_MBO
from assistant.routes.admission import person_of
from assistant.routes.conditions import judge
from assistant.routes.funding import funding, open_schemes
from assistant.routes.settling import settled, too_young_for
from assistant.routes.types import Answer, FundingVerdict, Truth
from assistant.types import Outcome
from assistant.writing.route_aims import aim_of
from assistant.writing.route_assumed import show_assumed
from assistant.writing.route_desk import RouteDesk
from assistant.writing.route_money import PERSON, for_person, show_closed, show_scheme, show_summary
from assistant.writing.route_offers import kind_and_level, stand_in
from assistant.writing.seam import Written
from knowledge.catalogue.rules import IsYounger
from knowledge.catalogue.types import Offer, OfferKind, Scheme
from knowledge.catalogue.validity import SchemeState, scheme_state


def scheme_answer(desk: RouteDesk) -> Written | None:
    """Return whether the scheme that is named is for this person and form; None for one that has ended: documents tell of that."""
    id_ = desk.talk.wanted.schemes[0]
    schemes = [one for one in desk.book.index.catalogue.schemes if one.id == id_]
    if not schemes:
        return None
    if scheme_state(schemes[0], desk.today) is SchemeState.CLOSED:
        return _closed(schemes[0], desk)
    person = person_of(desk.talk.profile, desk.today)
    offer = _offer(desk)
    known = [one for one in settled(desk.book.index.catalogue.schemes, offer, person) if one.id == id_]
    opened = open_schemes(known, person, desk.book.index.catalogue.regions)
    if not opened:
        return None
    found = for_person(opened[0]) if offer is None else funding(offer, opened, desk.today).verdicts[0]
    show_assumed(desk)
    verdict = "" if found.answer is Answer.NO else _not_yet(found, desk) or _yes(found, desk)
    if found.answer is Answer.NO:
        why = desk.joined(list(dict.fromkeys(_why(found, desk))))
        verdict = desk.say("scheme_no", {"scheme": found.scheme.name, "why": why})
    if verdict:
        desk.worded(verdict, desk.of_scheme(found.scheme))
        show_summary(found.scheme, desk)
        return desk.written(Outcome.ANSWERED)
    if found.scheme.applicant != PERSON:
        desk.lead("money_employer")
    show_scheme(found, desk)
    return desk.written(Outcome.ANSWERED)


def _closed(scheme: Scheme, desk: RouteDesk) -> Written:
    show_assumed(desk)
    if scheme.applicant != PERSON:
        desk.lead("money_employer")
    show_closed(scheme, desk)
    return desk.written(Outcome.ANSWERED)


def _yes(found: FundingVerdict, desk: RouteDesk) -> str:
    """Return that a scheme is surely for the person, by the age that they told; of a form that was not named which ones it is for."""
    scheme = found.scheme
    is_own = scheme.applicant == PERSON and not scheme.is_unconfirmed and found.opens is None
    judged = judge(scheme.condition, person_of(desk.talk.profile, desk.today))
    if (
        desk.talk.profile.age is None
        or not is_own
        or judged.truth is not Truth.HOLDS
        or "region" in found.unknown
    ):
        return ""
    if found.answer is Answer.YES:
        return desk.say("scheme_yes", {"scheme": scheme.name})
    forms = [desk.words.value("mode", mode) for mode in scheme.offer_modes if mode not in FORMS_OF_MBO]
    if found.unknown != ("offer",) or not forms:
        return ""
    return desk.say("scheme_yes_forms", {"scheme": scheme.name, "modes": desk.joined(forms, "or")})


def _not_yet(found: FundingVerdict, desk: RouteDesk) -> str:
    """Return from which age a scheme is for somebody who is too young today; "" where age is not in the way."""
    age = desk.talk.profile.age
    years = too_young_for(found.scheme.condition, person_of(desk.talk.profile, desk.today))
    if age is None or years is None or found.scheme.applicant != PERSON:
        return ""
    return desk.say("scheme_not_yet", {"scheme": found.scheme.name, "years": years})


def _offer(desk: RouteDesk) -> Offer | None:
    """Return what the scheme would pay for: what is aimed at, else a stand-in with the form and level named; None for neither."""
    wanted = desk.talk.wanted
    if wanted.offers or wanted.fields or wanted.occupations:
        aim = aim_of(desk.talk, desk.book, desk.language, desk.today)
        fitting = [
            one
            for one in (aim.offers if aim else ())
            if not wanted.modes or (one.mode.value is not None and one.mode.value.value in wanted.modes)
        ]
        if fitting:
            return fitting[0]
    kinds = wanted.kinds[0] if wanted.kinds else ()
    if not kinds and wanted.modes:
        kinds = ("mbo",) if set(wanted.modes) & FORMS_OF_MBO else (OfferKind.HBO_BACHELOR.value,)
    if not kinds and not wanted.levels:
        return None
    kind, level = kind_and_level(wanted.levels, kinds)
    return stand_in("", kind, level, wanted.modes, None)


def _why(found: FundingVerdict, desk: RouteDesk) -> list[str]:
    """Return why a scheme is not for this person, in words."""
    said = []
    if "offer" in found.failing:
        said.append(desk.say("why_form"))
    if "region" in found.failing:
        said.append(desk.say("why_elsewhere"))
    judged = judge(found.scheme.condition, person_of(desk.talk.profile, desk.today))
    if judged.truth is Truth.FAILS:
        said += [
            desk.say("why_younger", {"years": atom.years})
            if isinstance(atom, IsYounger)
            else desk.say("why_condition", {"condition": desk.condition(atom)})
            for atom in judged.failing
        ]
    return said
