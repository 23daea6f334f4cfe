"""A talk about one person: what was told over its messages, what is aimed at, and what kind of answer that asks for. Pure.

Facts told later replace those told earlier. A message that only tells something, or only narrows the aim ("en in deeltijd?"),
continues the question before it; one with an aim of its own begins a new one and keeps what was told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from assistant.profile import HeldDiploma, Profile, is_foreign
from assistant.understanding.telling_parts import SECONDARY
from assistant.understanding.told import NOTHING_WANTED, Message, Wanted, split_subjects

NOBODY, NOTHING = Profile(), NOTHING_WANTED
"""Where every talk begins."""

AIM_FIELDS = ("occupations", "offers", "fields", "levels", "kinds")
NARROWING = ("modes", "providers", "places")


class Kind(StrEnum):
    """The answers that rest on rules and routes."""

    ADMISSION = "admission"
    ROUTE = "route"
    FUNDING = "funding"
    COMPARE = "compare"
    RECOGNITION = "recognition"
    """What a diploma from abroad counts for, where no programme is named."""
    ENTRY = "entry"
    """What entry to a programme that is named asks of everybody."""
    ADULT = "adult"
    """Which way there is for who is 21 and has not the diploma."""
    SCHEME = "scheme"
    """Whether a scheme that is named is for this person, this form or this level."""


@dataclass(frozen=True, slots=True)
class Talk:
    """What a talk amounts to so far. `kind` is None while nothing was asked that rules and routes answer."""

    profile: Profile = NOBODY
    wanted: Wanted = NOTHING
    kind: Kind | None = None
    studies: tuple[str, ...] = ()
    is_vague: str = ""
    about: str = ""
    loose: Mapping[str, bool] = field(default_factory=dict)
    cluster: str = ""
    enrolled: HeldDiploma | None = None
    """The study that somebody is at and wants to change for another."""
    continues: bool = False
    """Whether the last message leans on the aim of an earlier one."""

    @property
    def knows_school(self) -> bool:
        """Whether a diploma was told, or that there is none."""
        return self.profile.diplomas is not None or bool(self.is_vague)


def after(talk: Talk, message: Message) -> Talk:
    """Return the talk after one more message. `kind` is None when the message asks something else than before."""
    if talk.kind is Kind.ADULT:
        talk = replace(talk, kind=Kind.ADMISSION)
    if "adult" in message.wanted.intents:
        return _by_test(talk, message)
    if _tells_age(message) and talk.wanted.schemes:  # is what was named for somebody of that age?
        return replace(with_told(talk, message), kind=Kind.SCHEME, continues=True)
    found = _after(talk, message)
    names_scheme = bool(message.wanted.schemes) and message.told.profile.age is not None
    is_asked = message.questions or message.wanted.asks or message.wanted.intents
    if (
        found.kind is None and names_scheme and not is_asked
    ):  # "klant 58 jaar wil hbo, levenlanglerenkrediet?"
        return replace(found, kind=Kind.SCHEME)
    return found


def _tells_age(message: Message) -> bool:
    """Say whether a message tells how old somebody is, and nothing else."""
    wanted = message.wanted
    asks = wanted.intents or wanted.asks or wanted.names_aim or wanted.modes or wanted.providers
    return message.told.profile.age is not None and not (asks or message.has_more or message.questions)


def _by_test(talk: Talk, message: Message) -> Talk:
    """Return the talk after a message about the way in for who is 21."""
    wanted, is_new = _aim_after(talk.wanted, message.wanted)
    kind = Kind.ADULT if _asks_adult(message, talk) else None
    continues = not is_new and talk.wanted.names_aim
    return replace(with_told(talk, message), wanted=wanted, kind=kind, continues=continues)


def _after(talk: Talk, message: Message) -> Talk:
    if "borrow" in message.wanted.intents and talk.wanted.schemes and not message.wanted.schemes:
        talk = replace(
            talk, wanted=replace(talk.wanted, schemes=())
        )  # "en lenen?": another scheme than before
    told = with_told(talk, message)
    wanted, is_new = _aim_after(talk.wanted, message.wanted)
    own = kind_of(wanted if is_new else _with_intents(wanted, message.wanted), told)
    if is_new and own is None and talk.kind is Kind.ENTRY and _only_names(message):  # "en bouwkunde?"
        wanted, own = replace(wanted, intents=talk.wanted.intents), Kind.ENTRY
    if is_new or message.wanted.intents - {"compare", "claim"}:
        whole = wanted if is_new else _with_intents(wanted, message.wanted)
        return replace(told, wanted=whole, kind=own, continues=not is_new and talk.wanted.names_aim)
    if talk.kind is Kind.ENTRY:
        return _after_entry(talk, told, wanted, message)
    if _tells_diploma(message) and talk.kind is None and _asks_way_in(talk) and not talk.knows_school:
        return replace(
            told, wanted=wanted, kind=Kind.ADMISSION, continues=True
        )  # may this person do what was shown?
    asks_site = "places" in message.wanted.asks and bool(message.wanted.providers)
    if asks_site and not message.wanted.names_aim:
        wanted = talk.wanted  # where a school is, is asked of the school
    continues = (
        talk.kind is not None and not message.has_more and not message.wanted.schemes and not asks_site
    )
    narrows = wanted != talk.wanted and not message.questions
    says_something = not message.told.is_empty or message.agrees or message.denies or narrows
    has_short_ask = bool(message.wanted.asks & {"costs", "duration_months"}) and not message.wanted.names_aim
    is_wide = not (wanted.fields or wanted.occupations)  # of a field the ways are told with their prices
    is_judged = talk.kind is Kind.ADMISSION and bool(wanted.offers or wanted.providers or is_wide)
    if has_short_ask and (is_judged or talk.kind is Kind.RECOGNITION):
        return replace(told, wanted=wanted, kind=None, continues=True)  # a record or a document says it
    if continues and (says_something or has_short_ask):
        kind = Kind.FUNDING if has_short_ask and talk.kind is not Kind.COMPARE else talk.kind
        if has_short_ask:
            wanted = replace(
                wanted, asks=message.wanted.asks
            )  # "wat kost dat?" asks for prices, not for who pays
        return replace(told, wanted=wanted, kind=kind, continues=True)
    names_school = bool(message.wanted.providers) and _only_names(message)  # "en bij Windesheim?"
    return replace(
        told,
        wanted=wanted if message.wanted.names_aim or names_school else talk.wanted,
        kind=None,
        continues=False,
    )


def _tells_diploma(message: Message) -> bool:
    """Say whether a message tells which diploma somebody has, or that they have none, and asks nothing."""
    return message.told.profile.diplomas is not None and not message.has_more and not message.questions


def _asks_way_in(talk: Talk) -> bool:
    """Say whether a talk was about something that one enters: a programme, a field, or a level of which entry was asked."""
    wanted = talk.wanted
    is_level = bool(wanted.levels or wanted.kinds) and "entry" in wanted.intents
    return bool(wanted.offers or wanted.fields) or is_level


def _after_entry(talk: Talk, told: Talk, wanted: Wanted, message: Message) -> Talk:
    """Return the talk after what entry to a programme needs was told: the same of another school, or may this person enter."""
    if wanted != talk.wanted and _only_names(message) and not told.knows_school:
        return replace(told, wanted=wanted, kind=Kind.ENTRY, continues=True)
    kind = Kind.ADMISSION if told.knows_school and not talk.knows_school else None
    return replace(told, wanted=talk.wanted, kind=kind, continues=True)


def _only_names(message: Message) -> bool:
    """Say whether a message names a programme, school or form and asks nothing of it ("en bij Saxion?")."""
    wanted = message.wanted
    return not (wanted.intents or wanted.asks or message.questions or message.has_more or wanted.words)


def _asks_adult(message: Message, talk: Talk) -> bool:
    """Say whether somebody asks if the way for who is 21 is open to them, and not what the test is like or costs."""
    if message.questions or message.wanted.asks:
        return False
    tells = talk.knows_school or message.told.profile.age is not None or bool(message.told.profile.diplomas)
    return tells or talk.kind is not None or "admission" in message.wanted.intents


def with_told(talk: Talk, message: Message) -> Talk:
    """Return the talk with what a message tells; what it does not speak of stays."""
    told = message.told
    old, new = talk.profile, told.profile
    kept = {
        name: getattr(new, name) for name in Profile.__dataclass_fields__ if getattr(new, name) is not None
    }
    if new.diplomas and message.adds and old.diplomas:
        kept["diplomas"] = (*old.diplomas, *new.diplomas)
    elif new.diplomas and message.denies and old.diplomas:
        kept["diplomas"] = _corrected(old.diplomas, new.diplomas)
    profile = replace(old, **kept)
    loose, cluster = {**talk.loose, **told.subjects}, told.cluster or talk.cluster
    diplomas = profile.diplomas
    if diplomas and told.lacks_profiles:
        profile = replace(profile, diplomas=_without_profiles(diplomas, told.lacks_profiles))
        diplomas = profile.diplomas
    if diplomas and (loose or cluster):
        diplomas, is_placed = _with_subjects(diplomas, loose, cluster)
        loose, cluster = ({}, "") if is_placed else (loose, cluster)
        profile = replace(profile, diplomas=diplomas)
    studies = told.studies if new.diplomas else talk.studies
    vague = told.is_vague or ("" if profile.diplomas is not None else talk.is_vague)
    return replace(
        talk,
        profile=profile,
        studies=studies,
        is_vague=vague,
        about=told.about or talk.about,
        loose=loose,
        cluster=cluster,
        enrolled=told.enrolled or talk.enrolled,
    )


def _corrected(old: Sequence[HeldDiploma], new: Sequence[HeldDiploma]) -> tuple[HeldDiploma, ...]:
    """Return the diplomas of a correction: of "nee, mbo 3" the level is new, and the field is the one told before."""
    before = {held.level.split("-")[0]: held.fields for held in old}
    return tuple(
        replace(held, fields=held.fields or before.get(held.level.split("-")[0], ())) for held in new
    )


def _without_profiles(diplomas: Sequence[HeldDiploma], lacked: tuple[str, ...]) -> tuple[HeldDiploma, ...]:
    """Return the diplomas without profiles that somebody says not to have ("en zonder NT?"); another that was told stays."""
    return tuple(
        replace(held, profile=None, missing_profiles=tuple(dict.fromkeys((*held.missing_profiles, *lacked))))
        if held.level.startswith(("havo", "vwo")) and (held.profile is None or held.profile in lacked)
        else held
        for held in diplomas
    )


def _with_subjects(
    diplomas: tuple[HeldDiploma, ...], subjects: Mapping[str, bool], cluster: str
) -> tuple[tuple[HeldDiploma, ...], bool]:
    """Return the diplomas with subjects and a profile told apart, on the last one that has subjects."""
    places = [place for place, held in enumerate(diplomas) if held.level.startswith(SECONDARY)]
    if not places:
        return diplomas, False
    held = diplomas[places[-1]]
    before = dict.fromkeys(held.some_subjects, True) | dict.fromkeys(held.missing_subjects, False)
    some, missing = split_subjects({**before, **subjects})
    changed = replace(held, profile=cluster or held.profile, some_subjects=some, missing_subjects=missing)
    return (*diplomas[: places[-1]], changed, *diplomas[places[-1] + 1 :]), True


def _aim_after(old: Wanted, new: Wanted) -> tuple[Wanted, bool]:
    """Return the aim after a message, and whether the message has one of its own.

    A level or kind alone narrows the aim before it ("en op mbo 3?"), as school, place and form do.
    """
    if new.schemes and not (new.names_aim or new.becomes):
        aim = {name: getattr(old, name) for name in (*AIM_FIELDS, *NARROWING) if not getattr(new, name)}
        return replace(new, **aim), True  # the money is for what was aimed at
    if new.occupations or new.offers or new.fields or new.schemes or (new.words and new.becomes):
        return new, True
    if (new.levels or new.kinds) and (not old.names_aim or new.intents):
        return new, True
    if new.providers and not old.names_aim:
        return new, bool(new.intents) or new.wants
    stated = {name: getattr(new, name) for name in (*AIM_FIELDS, *NARROWING) if getattr(new, name)}
    if "levels" in stated:
        stated["kinds"] = ()
    elif "kinds" in stated:
        stated["levels"] = ()
    return replace(old, **stated), False


def _with_intents(wanted: Wanted, message: Wanted) -> Wanted:
    return replace(wanted, intents=message.intents or wanted.intents, asks=message.asks or wanted.asks)


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
            not wanted.names_aim and "route" in intents
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
    may_get = bool(wanted.intents & {"admission", "claim"})  # "kan ik subsidie krijgen voor een lascursus?"
    is_own_course = may_get or (wanted.wishes and any("course" in group for group in wanted.kinds))
    of_person = bool(profile.age or profile.place or profile.benefits)
    is_about_person = is_person or wanted.becomes or of_person or is_own_course
    has_aim = wanted.names_aim or wanted.becomes
    # "subsidie voor omscholing? ik ben lasser"
    wants_money = is_person and bool(wanted.intents & {"route", "claim"})
    is_enough = has_aim or may_get or wants_money or bool(profile.place or profile.benefits or profile.job)
    return is_about_person and is_enough


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
