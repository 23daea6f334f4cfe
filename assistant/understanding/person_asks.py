"""What kind of answer the aim of a talk asks for, with what is known of the person. Pure."""

from __future__ import annotations

import re

from assistant.profile import is_foreign
from assistant.understanding.person_talk import Kind, Talk
from assistant.understanding.told import Wanted


def kind_of(wanted: Wanted, talk: Talk) -> Kind | None:  # noqa: PLR0911 - one line per kind of answer
    """Return what kind of answer an aim asks for, with what is known of the person; None: not one of these."""
    intents, profile = wanted.intents - {"claim", "borrow"}, talk.profile
    if "date" in intents:
        return None  # since when a rule holds, or during what, is no question about who asks
    is_person = talk.knows_school or profile.job is not None or profile.has_employer is not None
    if wanted.schemes:
        return Kind.SCHEME if _asks_scheme(wanted, talk) else None
    if "compare" in intents:
        has_aspect = bool(intents & {"cheapest_cost", "cheapest_time"}) or talk.knows_school
        return Kind.COMPARE if has_aspect and sides(wanted) else None
    if intents & {"funding", "unpaid"}:
        return Kind.FUNDING if "unpaid" in intents or _asks_money(wanted, talk, is_person) else None
    if asks_worth(wanted, talk):
        return Kind.RECOGNITION
    is_list = bool(wanted.asks & {"list", "count", "forms"}) and not intents & {"route", "change", "next"}
    is_trade = bool(
        wanted.occupations or wanted.offers or wanted.fields or not all(map(PAPERS.search, wanted.words))
    )
    of_person = is_trade or is_person or not wanted.names_aim
    becomes = wanted.becomes and of_person  # a certificate may become a diploma
    if becomes or (wanted.occupations and intents & {"route", "change"}):
        return None if (is_list or "level" in wanted.asks) and not is_person else Kind.ROUTE
    if _asks_rule(wanted, talk):
        return Kind.ADMISSION
    if _asks_entry(wanted, talk):
        return Kind.ENTRY
    if (
        intents & {"route", "change", "next"}
        and talk.knows_school
        and (wanted.names_aim or "next" in intents)
    ):
        is_by_level = bool(talk.is_vague and (wanted.levels or wanted.kinds)) and profile.diplomas is None
        return Kind.ADMISSION if is_by_level else Kind.ROUTE  # each level has a way of its own
    tells = is_person or bool(profile.age or profile.benefits)
    if "route" in intents and tells and wanted.names_aim:
        return Kind.ROUTE
    says_how = wanted.wants or bool(profile.keeps_working)
    asks_way = bool(wanted.asks & {"duration_months", "costs"}) and says_how
    if (talk.knows_school and asks_way and wanted.names_aim) or (
        is_person and not talk.knows_school and wanted.wants and wanted.names_aim and not is_list
    ):
        return Kind.ROUTE
    if talk.knows_school and (wanted.names_aim or wanted.providers):
        is_wish = wanted.wishes and not (intents or wanted.asks)
        asks_in = bool(intents & {"admission", "recognition"}) or (
            not wanted.names_aim and bool(intents & {"route", "entry"})
        )
        return Kind.ADMISSION if asks_in or is_wish else None
    return None


PAPERS = re.compile(r"^evc$|certifi[ck]a|zertifikat|diplom|^bewijs$|^proof$|nachweis|abschluss")
"""What somebody has and not what they become, in folded words."""


def _asks_money(wanted: Wanted, talk: Talk, is_person: bool) -> bool:
    """Say whether somebody asks which money there is for them, or whether they can borrow."""
    profile = talk.profile
    asks_loan = "borrow" in wanted.intents and "count" not in wanted.asks
    if asks_loan and ("admission" in wanted.intents or profile.age is not None):
        return True
    may_get = asks_to_get(wanted)
    is_own_course = may_get or (wanted.wishes and is_course(wanted))
    of_person = bool(profile.age or profile.place or profile.benefits)
    is_about_person = is_person or wanted.becomes or of_person or is_own_course
    has_aim = wanted.names_aim or wanted.becomes
    # "subsidie voor omscholing? ik ben lasser"
    wants_money = is_person and bool(wanted.intents & {"route", "claim"})
    is_enough = has_aim or may_get or wants_money or bool(profile.place or profile.benefits or profile.job)
    return is_about_person and is_enough


def asks_to_get(wanted: Wanted) -> bool:
    """Say whether somebody asks if they can get what they ask for: "kan ik subsidie krijgen voor een lascursus?"."""
    return bool(wanted.intents & {"admission", "claim"})


def is_course(wanted: Wanted) -> bool:
    """Say whether a course is aimed at, which is no programme of years."""
    return any("course" in group for group in wanted.kinds)


def _asks_rule(wanted: Wanted, talk: Talk) -> bool:
    """Say whether the rule of entry itself is asked: which subjects it needs, or whether somebody is old enough for mbo-1."""
    if talk.knows_school and wanted.names_aim and asks_subjects(wanted):
        return True
    age = talk.profile.age
    return age is not None and age < GROWN_UP and "mbo-1" in wanted.levels and "admission" in wanted.intents


def _asks_entry(wanted: Wanted, talk: Talk) -> bool:
    """Say whether it is asked what entry to a programme that is named needs, by somebody of whom no diploma is known."""
    is_named = bool(wanted.offers or (wanted.fields and (wanted.providers or wanted.levels or wanted.kinds)))
    leaves = talk.enrolled is not None and wanted.wants  # a study that is not finished lets nobody in
    asks = "entry" in wanted.intents or asks_subjects(wanted)
    return (asks or leaves) and is_named and not talk.knows_school


GROWN_UP = 18
"""Years from which nobody asks for an age because of mbo-1."""


def asks_subjects(wanted: Wanted) -> bool:
    """Say whether it is asked which school subjects entry needs, and not which ones a programme has ("krijg ik")."""
    return "subjects" in wanted.intents and "claim" not in wanted.intents


WIDE_FIELDS = frozenset(["techniek", "bouw", "ict", "mobiliteit"])
"""Fields so wide that they say more about a sector than about what is learnt."""


def asks_worth(wanted: Wanted, talk: Talk) -> bool:
    """Say whether somebody with a diploma from abroad asks what it is worth, without naming where they want to go."""
    held = talk.profile.diplomas or ()
    of_field = {value for group in wanted.fields for value in group}
    aims = wanted.occupations or wanted.offers or wanted.levels or wanted.kinds or of_field - WIDE_FIELDS
    if not any(is_foreign(one.level) for one in held) or aims or wanted.providers:
        return False
    return "recognition" in wanted.intents or ("admission" in wanted.intents and not wanted.becomes)


def _asks_scheme(wanted: Wanted, talk: Talk) -> bool:
    """Say whether somebody asks if a scheme that is named is for them."""
    profile = talk.profile
    about = wanted.names_aim or wanted.modes or profile.age or profile.place or talk.knows_school
    about = about or profile.has_employer is not None
    return bool(wanted.intents & {"admission", "funding", "claim"} and about)


def sides(wanted: Wanted) -> str:
    """Return what is set side by side: the name of the first field of the aim with two values or more, "" for none."""
    return next(
        (
            name
            for name in ("offers", "fields", "modes", "levels", "providers", "kinds")
            if len(getattr(wanted, name)) > 1
        ),
        "",
    )
