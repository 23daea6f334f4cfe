"""How a talk about one person goes on with each message: what was told, what is aimed at, and what that asks for. Pure.

Facts told later replace those told earlier. A message that only tells something, or only narrows the aim ("en in deeltijd?"),
continues the question before it; one with an aim of its own begins a new one and keeps what was told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.profile import FORMS_OF_MBO, HIGHER, HeldDiploma, Profile
from assistant.understanding.person_asks import kind_of
from assistant.understanding.person_meant import person_meant
from assistant.understanding.person_talk import Kind, Talk
from assistant.understanding.telling_parts import SECONDARY
from assistant.understanding.told import Message, Wanted, split_subjects

AIM_FIELDS = ("occupations", "offers", "fields", "levels", "kinds")
NARROWING = ("modes", "providers", "places")


def after(talk: Talk, message: Message) -> Talk:
    """Return the talk after one more message. `kind` is None when the message asks something else than before."""
    talk = person_meant(talk, message.told)
    if talk.kind is Kind.ADULT:
        talk = replace(talk, kind=Kind.ADMISSION)
    if "adult" in message.wanted.intents:
        return _by_test(talk, message)
    if _tells_age(message) and talk.wanted.schemes:  # is what was named for somebody of that age?
        return replace(with_told(talk, message), kind=Kind.SCHEME, continues=True)
    if _is_other_level(talk, message):
        return replace(talk, kind=None, continues=False)
    found = _after(talk, message)
    names_scheme = bool(message.wanted.schemes) and message.told.profile.age is not None
    is_asked = message.questions or message.wanted.asks or message.wanted.intents
    if (
        found.kind is None and names_scheme and not is_asked
    ):  # "klant 58 jaar wil hbo, levenlanglerenkrediet?"
        return replace(found, kind=Kind.SCHEME)
    return found


def _is_other_level(talk: Talk, message: Message) -> bool:
    """Say whether a message asks of a scheme how it is on another level ("en op niveau 4?"): that is no level to be entered."""
    wanted = message.wanted
    is_level_alone = bool(wanted.levels) and not any(
        (
            wanted.offers,
            wanted.occupations,
            wanted.fields,
            wanted.schemes,
            wanted.providers,
            wanted.intents,
            wanted.asks,
        )
    )
    is_of_scheme = talk.kind in (Kind.SCHEME, Kind.FUNDING) or (
        talk.kind is None and bool(talk.wanted.schemes)
    )
    return (
        is_level_alone
        and is_of_scheme
        and message.told.is_empty
        and not (message.questions or message.has_more)
    )


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
    asks_other = new.intents or (
        new.providers and "list" in new.asks
    )  # "does Saxion have an Ad next to my job?"
    if (new.levels or new.kinds) and (not old.names_aim or asks_other):
        return new, True
    if new.providers and not old.names_aim:
        return new, bool(new.intents) or new.wants
    stated = {name: getattr(new, name) for name in (*AIM_FIELDS, *NARROWING) if getattr(new, name)}
    if "levels" in stated:
        stated["kinds"] = ()
    elif "kinds" in stated:
        stated["levels"] = ()
    elif set(new.modes) & FORMS_OF_MBO and {kind for group in old.kinds for kind in group} <= HIGHER:
        stated["kinds"] = ()  # "ik bedoel bbl": higher education has no such form
    return replace(old, **stated), False


def _with_intents(wanted: Wanted, message: Wanted) -> Wanted:
    return replace(wanted, intents=message.intents or wanted.intents, asks=message.asks or wanted.asks)
