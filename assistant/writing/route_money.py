"""Who pays: first what the person can apply for, then, plainly apart, what only the employer can. Ended schemes never appear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.routes.admission import person_of
from assistant.routes.conditions import atoms_of, judge
from assistant.routes.funding import OpenScheme, funding, is_ended, open_schemes
from assistant.routes.spans import UNKNOWN
from assistant.routes.types import ANSWER_OF, Answer, FundingVerdict, Truth
from assistant.types import Outcome
from assistant.understanding.person_talk import Kind, Talk
from assistant.understanding.told import Message
from assistant.writing.route_aims import Aim
from assistant.writing.route_desk import RouteDesk
from assistant.writing.route_ways import show_ways
from assistant.writing.seam import Written
from knowledge.catalogue.rules import IsAtLeast, IsYounger, ReceivesBenefit
from knowledge.catalogue.types import Offer, Organisation, Scheme
from knowledge.catalogue.validity import SchemeState, scheme_state

PERSON = "person"
MOST_SCHEMES, MOST_SHORT = 4, 2
MOST_REGIONS = 3

ORDER = (Answer.YES, Answer.CONDITIONAL, Answer.UNKNOWN)
"""The surest first."""

ADVICE = "leerwerkloket"
"""The desk that gives free advice everywhere, and the beginning of the ids of its regional ones."""


def funding_answer(
    aim: Aim | None, desk: RouteDesk, ways: Sequence[Offer], are_behind: bool = False
) -> Written:
    """Return the schemes for a person and, where an aim is known, for its offers.

    `ways` were shown already, or are shown behind the schemes: what is asked comes first.
    """
    show_money(ways or (aim.offers if aim else ()), desk, is_short=False)
    if aim is not None and are_behind:
        show_ways(aim, desk)
    show_advice(desk)
    asks = []
    if aim is None:
        asks.append(desk.say("ask_aim"))
    elif desk.talk.profile.place is None:
        asks.append(desk.say("ask_place"))
    elif not desk.talk.knows_school:
        asks.append(desk.say("ask_diploma"))
    for text in asks[:1]:
        desk.notice(text)
    is_told = aim is not None or desk.talk.profile.place is not None  # what there is for who lives there
    written = desk.written(
        Outcome.ANSWERED if is_told else Outcome.PARTLY, (desk.say("follow_route"),) if aim else ()
    )
    return written if aim else replace(written, leaves_room=False)  # all the money that there is was told


def money_there(talk: Talk, message: Message) -> Talk:
    """Return a talk about money as that of who lives in the town that the message names, where it names nothing else to aim at.

    "Welk fonds is er in Zwolle?" after what there is in Almelo is asked of Zwolle.
    """
    places = message.wanted.places
    is_of_town = (
        talk.kind is Kind.FUNDING and places and not (message.wanted.names_aim or message.wanted.providers)
    )
    if not is_of_town or "schemes" not in message.wanted.asks:
        return talk
    return replace(
        talk, profile=replace(talk.profile, place=places[0]), wanted=replace(talk.wanted, places=())
    )


def loan_instead(talk: Talk, message: Message) -> Talk:
    """Return a talk that goes on with a wish to borrow, and asks no amount, as one about money: of the one loan that there is."""
    wanted = message.wanted
    is_loan = (
        "borrow" in wanted.intents
        and wanted.wants
        and not (wanted.asks or wanted.names_aim or wanted.schemes)
    )
    return replace(talk, kind=Kind.FUNDING, continues=True) if is_loan and talk.kind is None else talk


def show_money(offers: Sequence[Offer], desk: RouteDesk, is_short: bool) -> None:
    """Add the schemes that may pay for any of these offers, the person's own first."""
    person = person_of(desk.talk.profile, desk.today)
    schemes = open_schemes(desk.book.index.catalogue.schemes, person, desk.book.index.catalogue.regions)
    best = best_verdicts(offers, schemes, desk)
    profile = desk.talk.profile
    is_working = bool(profile.job or profile.has_employer)
    most = MOST_SHORT if is_short else MOST_SCHEMES - is_working
    _show_mine([one for one in best if one.scheme.applicant == PERSON], offers, desk, most, is_short)
    if is_short and not is_working:
        return
    theirs = [one for one in best if one.scheme.applicant != PERSON and one.answer in ORDER]
    closed = [scheme for scheme in desk.book.index.catalogue.schemes if _is_closed(scheme, offers, desk)]
    if theirs or closed:
        desk.lead("money_employer" if profile.has_employer is not False else "money_employer_none")
    for one in theirs[: most - bool(closed)]:
        show_scheme(one, desk)
    for scheme in closed:
        show_closed(scheme, desk)


def _show_mine(
    verdicts: Sequence[FundingVerdict], offers: Sequence[Offer], desk: RouteDesk, most: int, is_short: bool
) -> None:
    """Add what the person can apply for, and by name what is not for this form or level."""
    profile = desk.talk.profile
    has_work = is_short or bool(profile.job or profile.has_employer)
    left_out = [one for one in verdicts if (has_work and _asks_benefit(one, desk)) or _is_outgrown(one, desk)]
    mine = [one for one in verdicts if one.answer in ORDER and one not in left_out]
    if mine:
        desk.lead("money_person")
        for one in mine[:most]:
            show_scheme(one, desk)
    elif not is_short:
        desk.notice(desk.say("money_no_person"))
    closed = [one.scheme for one in verdicts if one.answer is Answer.NO and one.failing == ("offer",)]
    if closed and offers and not is_short:
        names = desk.joined([scheme.name for scheme in closed])
        cited = [number for scheme in closed for number in desk.of_scheme(scheme)]
        desk.worded(desk.say("not_this_form", {"schemes": names}), cited)


GROWN = 18
LEAST_WORKED = 3
"""Years of experience from which somebody is not taken for a minor, though they did not tell their age."""


def _is_outgrown(one: FundingVerdict, desk: RouteDesk) -> bool:
    """Say whether a scheme is for minors and somebody has worked for years."""
    worked = max((each.years for each in desk.talk.profile.experience or ()), default=0)
    unknown = judge(one.scheme.condition, person_of(desk.talk.profile, desk.today)).unknown
    return worked >= LEAST_WORKED and any(
        isinstance(atom, IsYounger) and atom.years <= GROWN for atom in unknown
    )


def _asks_benefit(one: FundingVerdict, desk: RouteDesk) -> bool:
    unknown = judge(one.scheme.condition, person_of(desk.talk.profile, desk.today)).unknown
    return any(isinstance(atom, ReceivesBenefit) for atom in unknown)


def best_verdicts(
    offers: Sequence[Offer], schemes: Sequence[OpenScheme], desk: RouteDesk
) -> list[FundingVerdict]:
    """Return for each scheme its best verdict over the offers, the surest first; without offers, that for the person."""
    found: dict[str, FundingVerdict] = {}
    shapes = {(offer.kind, offer.level.value, offer.mode.value): offer for offer in offers}
    for offer in shapes.values():
        for one in funding(offer, schemes, desk.today).verdicts:
            known = found.get(one.scheme.id)
            if known is None or _rank(one) < _rank(known):
                found[one.scheme.id] = one
    if not shapes:
        found = {one.scheme.id: for_person(one) for one in schemes}
    borrows = "borrow" in desk.talk.wanted.intents

    def order(one: FundingVerdict) -> tuple[object, ...]:
        is_near = bool(one.scheme.regions and desk.talk.profile.place)
        first = (not (borrows and one.scheme.is_loan), _is_for_others(one, desk), not is_near)
        return (*first, *_rank(one), one.scheme.id)

    return sorted(found.values(), key=order)


def _is_for_others(one: FundingVerdict, desk: RouteDesk) -> bool:
    """Say whether a scheme is for the young or for those on a benefit, while nothing told points that way."""
    talk = desk.talk
    unknown = judge(one.scheme.condition, person_of(talk.profile, desk.today)).unknown
    is_learner = bool(talk.studies or talk.profile.diplomas) and not talk.profile.job
    return any(
        isinstance(atom, ReceivesBenefit) or (not is_learner and isinstance(atom, IsYounger))
        for atom in unknown
    )


def for_person(one: OpenScheme) -> FundingVerdict:
    """Return how a scheme stands for the person, whatever they would do with it."""
    failing = ("region",) if one.region is Truth.FAILS else ()
    unknown = ("region",) if one.region is Truth.UNKNOWN else ()
    remaining = one.judgement.remaining
    return FundingVerdict(
        one.scheme, ANSWER_OF[one.truth], UNKNOWN, remaining, failing, unknown, one.opens, one.apply_by
    )


def _rank(one: FundingVerdict) -> tuple[int, bool, bool, bool]:
    """Put sure schemes first, of equal ones gifts before loans and those that sources confirm before the others."""
    order = ORDER.index(one.answer) if one.answer in ORDER else len(ORDER)
    is_elsewhere = "region" in one.unknown
    return (order, one.scheme.is_loan, one.scheme.is_unconfirmed, is_elsewhere and one.scheme.is_unconfirmed)


def _is_closed(scheme: Scheme, offers: Sequence[Offer], desk: RouteDesk) -> bool:
    if scheme_state(scheme, desk.today) is not SchemeState.CLOSED or not is_ended(scheme, desk.today):
        return False
    modes = {offer.mode.value for offer in offers}
    return not offers or not scheme.offer_modes or bool(modes & set(scheme.offer_modes))


def show_scheme(one: FundingVerdict, desk: RouteDesk) -> None:
    """Add a scheme: how it stands for this person, then what its record says of it; word for word where that has no translation."""
    scheme = one.scheme
    conditions = conditions_of(one, desk)
    status = desk.say("status_employer" if scheme.applicant != PERSON else f"status_{one.answer.value}")
    if conditions and one.answer is not Answer.NO:
        status = desk.say("status_if", {"conditions": desk.joined(conditions)})
    if one.opens is not None:
        status += f"; {desk.say('opens_later', {'day': desk.words.day(one.opens)})}"
    summary = desk.in_own_words(scheme.summary)
    values = {
        "scheme": scheme.name,
        "status": status,
        "summary": summary,
        "apply": _apply(scheme, desk),
    }
    cited = desk.of_scheme(scheme)
    desk.worded(desk.say("scheme" if summary else "scheme_quoted", values).strip(), cited)
    if not summary:
        desk.quote(scheme.summary, cited)


def show_summary(scheme: Scheme, desk: RouteDesk) -> None:
    """Add what the record of a scheme says of it."""
    summary = desk.in_own_words(scheme.summary)
    if summary:
        desk.worded(summary, desk.of_scheme(scheme))
        return
    desk.lead("scheme_about")
    desk.quote(scheme.summary, desk.of_scheme(scheme))


def conditions_of(one: FundingVerdict, desk: RouteDesk) -> list[str]:
    """Return what the person can say at once and did not: place, age, benefit."""
    scheme = one.scheme
    found: list[str] = []
    if scheme.regions and desk.talk.profile.place is None:
        key = "if_lives" if scheme.applicant == PERSON else "if_employer_in"
        found.append(desk.say(key, {"regions": regions_words(scheme, desk)}))
    age = desk.talk.profile.age
    found += [
        desk.say("if_older", {"years": atom.years})
        for atom in atoms_of(scheme.condition)
        if isinstance(atom, IsAtLeast)
        and age is not None
        and age < atom.years  # by the start they may be old enough
    ]
    for atom in judge(scheme.condition, person_of(desk.talk.profile, desk.today)).unknown:
        if isinstance(atom, IsYounger):
            found.append(desk.say("if_younger", {"years": atom.years}))
        elif isinstance(atom, IsAtLeast):
            found.append(desk.say("if_older", {"years": atom.years}))
        elif isinstance(atom, ReceivesBenefit):
            found.append(desk.say("if_benefit", {"benefits": desk.joined(atom.benefits, "or")}))
    return found


def _apply(scheme: Scheme, desk: RouteDesk) -> str:
    where = desk.book.book.organisations.get(scheme.where, scheme.where)
    return desk.say("apply", {"where": where}) if where and where not in scheme.summary else ""


def regions_words(scheme: Scheme, desk: RouteDesk) -> str:
    """Return the regions of a scheme, of many places their common region where the gazetteer knows one."""
    if len(scheme.regions) <= MOST_REGIONS:
        return desk.joined(scheme.regions, "or")
    gazetteer = desk.book.book.catalogue.gazetteer
    wanted = set(scheme.regions)
    for area, *places in sorted(gazetteer.areas.values(), key=len):
        if wanted <= set(places):
            return area
    return desk.say("region_many", {"first": scheme.regions[0]})


def show_closed(scheme: Scheme, desk: RouteDesk) -> None:
    """Add a yearly scheme between two rounds, with the dates of the last one."""
    first, last = max(scheme.windows)
    values = {
        "scheme": scheme.name,
        "year": first.year if first.year == last.year else f"{first.year}-{last.year}",
        "first": desk.words.day_of_year(first),
        "last": desk.words.day_of_year(last),
        "apply": _apply(scheme, desk),
    }
    desk.worded(desk.say("scheme_closed", values), desk.of_scheme(scheme))


def show_advice(desk: RouteDesk) -> None:
    """Add the desk that gives free advice where the person lives, for those who work or look for work."""
    profile = desk.talk.profile
    if desk.talk.about or not (
        profile.job or profile.benefits or profile.place or profile.has_employer is not None
    ):
        return
    organisations = {one.id: one for one in desk.book.book.catalogue.organisations()}
    around = set(desk.book.index.catalogue.regions.get(profile.place or "", ())) | {profile.place or ""}
    local = [
        one for id_, one in organisations.items() if id_.startswith(f"{ADVICE}-") and _region(one) in around
    ]
    best = (local or [organisations[ADVICE]] if ADVICE in organisations else local)[:1]
    for one in best:
        desk.worded(desk.say("advice", {"desk": one.name}), desk.citer.cite(("organisation", one.id), ()))


def _region(one: Organisation) -> str:
    return one.region.value or ""
