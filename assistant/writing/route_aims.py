"""From the words of an aim to the records it means: an occupation, offers, a level in a field, or a way into a school. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.routes.planner import targets_of
from assistant.routes.types import Goal, LevelGoal, OccupationGoal, OfferGoal
from assistant.types import Language
from assistant.understanding.person_asks import WIDE_FIELDS
from assistant.understanding.person_talk import Kind, Talk
from assistant.understanding.told import Wanted
from assistant.writing.route_book import RouteBook
from assistant.writing.route_offers import (
    FIRST_KINDS,
    MBO_LEVELS,
    NEXT_LEVEL,
    fit,
    kind_and_level,
    most_offered_first,
    stand_in,
    usual_first,
    with_usual_rule,
)
from assistant.writing.route_special import special_occupation
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Occupation, Offer, OfferKind


@dataclass(frozen=True, slots=True)
class Aim:
    """What is aimed at: its name for the reader, the offers that reach it (the likeliest first), and a goal for the planner.

    `rule_of` stands for a level or a school where no single offer is meant: an offer with the rule that most of them have, or
    one without a rule of its own, so that the national one decides. `is_taken` says that the words were not the name, so that the answer has to say what it took.
    """

    name: str
    offers: tuple[Offer, ...]
    goal: Goal | None
    rule_of: Offer | None = None
    is_taken: bool = False
    field: str = ""
    """The field of study of a level, where one is named."""
    is_elsewhere: bool = False
    """Whether a school is named of which no such offer is known: then only what holds everywhere may be told of it."""
    is_by_law: bool = False
    """Whether only a national rule names it: entry can be told, and no school of it is known."""

    @property
    def is_wide(self) -> bool:
        """Whether it is a whole level or school: so many offers that a few of them say nothing."""
        if isinstance(self.goal, LevelGoal):
            return not self.goal.field or self.goal.field in WIDE_FIELDS
        return self.goal is None and (not self.field or self.field in WIDE_FIELDS)


def aim_of(talk: Talk, book: RouteBook, language: Language, today: date) -> Aim | None:
    """Return what a talk aims at; None when no record is meant."""
    wanted = talk.wanted
    is_work = wanted.becomes or not (wanted.offers or wanted.fields or wanted.levels or wanted.kinds)
    if wanted.occupations and is_work:
        id_ = special_occupation(wanted.occupations[0][0], wanted, book)
        found = _occupation(id_, book, wanted, language, today)
        if found.offers:
            return _narrowed(found, wanted)
    linked = (
        _of_law(talk, book) or _trained(wanted, book, language, today) or _linked(talk, book, language, today)
    )
    if linked is not None:
        return linked
    if wanted.offers or wanted.fields:
        return _of_school(_named(talk, book), talk, book)
    if wanted.levels or wanted.kinds:
        return _level(talk, book, "")
    if wanted.providers:
        return _school(wanted.providers[0], talk, book)
    return next_step(talk, book) if "next" in wanted.intents else None


def _of_law(talk: Talk, book: RouteBook) -> Aim | None:
    """Return the programme that is named and that only a national rule knows, None where an offer is named."""
    wanted = talk.wanted
    named = [id_ for group in wanted.offers for id_ in group]
    found = [book.by_law[id_] for id_ in named if id_ in book.by_law]
    if not found or any(id_ in book.offers for id_ in named):
        return None
    fitting = fit(found, replace(wanted, providers=(), places=(), modes=())) or tuple(found)
    next_kind = next_level(talk) if not (wanted.levels or wanted.kinds) else ""
    first = next((one for one in fitting if one.kind.value == next_kind), fitting[0])
    return Aim(first.name.value or "", (first,), None, is_by_law=True)


def _trained(wanted: Wanted, book: RouteBook, language: Language, today: date) -> Aim | None:
    """Return what trains for an occupation at the level that was named ("lasser, bbl niveau 2"): its own rules decide, not the level's."""
    is_level = wanted.occupations and wanted.levels and not (wanted.offers or wanted.fields)
    if not is_level:
        return None
    found = _occupation(wanted.occupations[0][0], book, wanted, language, today)
    offers = fit(found.offers, wanted)
    if not offers:
        return None
    name = f"{wanted.levels[0]} {found.name}"
    return Aim(name, offers, OfferGoal(offers[0].id), offers[0], field=found.name)


def _linked(talk: Talk, book: RouteBook, language: Language, today: date) -> Aim | None:
    """Return the occupation that words mean of which no record bears the name: "robots programmeren", "robotmonteur"."""
    wanted = talk.wanted
    is_work = wanted.becomes or (bool(wanted.words) and talk.kind in (Kind.ROUTE, Kind.FUNDING))
    if not wanted.words or not is_work or wanted.levels or wanted.kinds:
        return None
    misspelled = book.nearly(wanted.phrase[0]) if wanted.becomes and len(wanted.phrase) == 1 else None
    id_ = misspelled or book.link(" ".join(wanted.phrase))
    meant = _occupation(id_, book, wanted, language, today) if id_ else None
    return replace(_narrowed(meant, wanted), is_taken=True) if meant and meant.offers else None


def _occupation(id_: str, book: RouteBook, wanted: Wanted, language: Language, today: date) -> Aim:
    """Return an occupation under the name by which it was called, where that is one of its names."""
    occupation = book.occupations[id_]
    called = f" {' '.join(wanted.phrase)} "
    labels = [label for some in occupation.labels.values() for label in some]
    named = [label for label in labels if folded(label) and f" {folded(label)} " in called]
    name = max(named, key=len) if named else label_of(occupation, language)
    goal = OccupationGoal(id_)
    offers = [book.index.offers[place] for place in targets_of(goal, book.index)]
    own_names = [label.casefold() for label in (*(occupation.labels.get("nl") or ()), name)]

    def closest(offer: Offer) -> tuple[object, ...]:
        offered = (offer.name.value or "").casefold()
        is_named = any(label in offered for label in own_names)
        return (not is_named, len(offered) if is_named else 0, *usual_first(offer))

    return Aim(name, tuple(sorted(offers, key=closest)), goal, is_taken=bool(called.strip()) and not named)


def label_of(occupation: Occupation, language: Language) -> str:
    """Return the name of an occupation in a language, else in Dutch, else any."""
    labels = occupation.labels
    return next(iter(labels.get(language.value) or labels.get("nl") or next(iter(labels.values()))))


def _narrowed(aim: Aim, wanted: Wanted) -> Aim:
    """Return an aim with only the offers of the school and form that are asked for, where there are any."""
    ids = frozenset(one.id for one in fit(aim.offers, wanted))
    return replace(aim, offers=tuple(one for one in aim.offers if one.id in ids)) if ids else aim


def _named(talk: Talk, book: RouteBook) -> Aim | None:
    """Return the offers that are named, or those in a field at the level that is wanted or usual."""
    wanted = talk.wanted
    fields = [value for group in wanted.fields for value in group]
    named = [book.offers[id_] for group in wanted.offers for id_ in group if id_ in book.offers]
    in_field = [offer for offer in book.index.offers if set(fields) & set(offer.fields.value or ())]
    narrow = not set(fields) <= WIDE_FIELDS
    if fields and not narrow and not wanted.providers:
        named = []  # "omscholen naar ict" is not the programme that is called "ICT"
    if (
        not named and narrow and wanted.kinds
    ):  # "hbo werktuigbouw" is the programme that is called as its field
        named = [one for one in in_field if (one.name.value or "").casefold() in fields]
    if wanted.levels or wanted.kinds:
        offers = fit(named, wanted) or fit(in_field, wanted)
        if offers and named and {one.id for one in offers} & {one.id for one in named}:
            return _of_offers(offers)
        return _level(talk, book, fields[0] if fields else "", offers) if (offers or fields) else None
    offers = fit(named, wanted) or (fit(in_field, wanted) if narrow and wanted.providers else ())
    if offers and not (
        talk.knows_school and _is_secondary_or_mbo(talk) and narrow and fields and not wanted.providers
    ):
        return _of_offers(offers)
    if fields and not talk.knows_school and not offers:
        found = fit(in_field, wanted)
        return Aim(fields[0], found, None, is_taken=bool(wanted.words), field=fields[0]) if found else None
    if fields:
        level = next_level(talk)
        usual = [offer for offer in in_field if offer.level.value == level]
        if level and usual:
            name = f"{level} {fields[0]}"
            found = most_offered_first(fit(usual, wanted) or tuple(usual))
            return Aim(name, found, LevelGoal(level, fields[0]), with_usual_rule(found), field=fields[0])
    return _of_offers(offers) if offers else None


def _of_school(aim: Aim | None, talk: Talk, book: RouteBook) -> Aim | None:
    """Return an aim without the rules of other schools, where entry is asked of a school that is not known to have it."""
    schools = talk.wanted.providers
    if aim is None and schools:
        aim = _named(replace(talk, wanted=replace(talk.wanted, providers=())), book)
        if talk.kind is not Kind.ADMISSION:
            return None
    if aim is None or not aim.offers or not schools or talk.kind is not Kind.ADMISSION:
        return aim
    usual = aim.offers[0]
    level = usual.level.value or ""
    if any(one.provider.value in schools for one in aim.offers) or not level or usual.kind is OfferKind.MBO:
        return aim
    stands = stand_in(usual.name.value or aim.name, usual.kind, level, (), schools[0])
    return replace(aim, offers=(), rule_of=stands, is_elsewhere=True)


def _is_secondary_or_mbo(talk: Talk) -> bool:
    """Say whether the next step of a person is at mbo: then a bare field means the mbo programme, where there is one."""
    return next_level(talk) in MBO_LEVELS


def _of_offers(offers: Sequence[Offer]) -> Aim:
    """Return the aim to do one of these offers, of the kind that most people mean."""
    ordered = sorted(offers, key=usual_first)
    usual = ordered[0]
    same = tuple(one for one in ordered if one.name.value == usual.name.value or one.kind is usual.kind)
    level, name = usual.level.value, usual.name.value or usual.id
    fields = [value.casefold() for value in usual.fields.value or ()]
    goal: Goal = OfferGoal(usual.id)
    if level and name.casefold() in fields and len({one.provider.value for one in same}) > 1:
        goal = LevelGoal(level, name.casefold())
    return Aim(name, same, goal)


def _level(talk: Talk, book: RouteBook, field: str, offers: Sequence[Offer] = ()) -> Aim:
    """Return a level or kind of education, in a field where one is named. Its general rule decides."""
    wanted = talk.wanted
    kinds = wanted.kinds[0] if wanted.kinds else ()
    kind, level = kind_and_level(wanted.levels, _having(field, _taught(kinds, wanted, book), book))
    if kind is OfferKind.MBO and not level:
        level = next_level(talk) if next_level(talk) in MBO_LEVELS else MBO_LEVELS[-1]
    in_kind = [one for one in book.index.offers if _is_of(one, kind, level)]
    if wanted.providers and not any(one.provider.value in wanted.providers for one in in_kind):
        wanted = replace(wanted, providers=())  # that school does not teach this: the rule for all holds
    in_field = [one for one in in_kind if field in (one.fields.value or ())]
    is_narrow = bool(field) and field not in WIDE_FIELDS
    found = offers or in_field or (() if is_narrow else in_kind)  # of another field nothing fits
    found = fit(found, replace(wanted, kinds=(), levels=())) or tuple(found)
    found = tuple(sorted((one for one in found if _is_of(one, kind, level)), key=usual_first))
    name = " ".join(part for part in (level or kind.value, field) if part)
    provider = wanted.providers[0] if wanted.providers else None
    goal = LevelGoal(level, field or None) if level else None
    usual = with_usual_rule(found) if field else None
    stands = usual or stand_in(name, kind, level, wanted.modes, provider)
    return Aim(name, found, goal, stands, field=field)


def _taught(kinds: Sequence[str], wanted: Wanted, book: RouteBook) -> tuple[str, ...]:
    """Return those of some kinds that the school that is named teaches, all of them without a school."""
    taught = {one.kind.value for one in book.index.offers if one.provider.value in wanted.providers}
    return tuple(kind for kind in kinds if kind in taught) or tuple(kinds)


def _having(field: str, kinds: Sequence[str], book: RouteBook) -> tuple[str, ...]:
    """Return those of some kinds in which there is something of a field, all of them where none has it."""
    having = {one.kind.value for one in book.index.offers if field and field in (one.fields.value or ())}
    return tuple(kind for kind in kinds if kind in having) or tuple(kinds)


def _is_of(offer: Offer, kind: OfferKind, level: str) -> bool:
    return offer.kind is kind and (not level or offer.level.value == level)


def _school(provider: str, talk: Talk, book: RouteBook) -> Aim | None:
    """Return the way into a school where nothing else is named: of its bachelors, else of what it has most."""
    offers = [one for one in book.index.offers if one.provider.value == provider]
    kinds = [kind for kind in FIRST_KINDS if any(one.kind is kind for one in offers)]
    if not kinds:
        return None
    kind = kinds[0]
    level = _mbo_level(talk) if kind is OfferKind.MBO else kind.value
    name = f"{level or kind.value}, {book.book.organisations.get(provider, provider)}"
    same = tuple(sorted((one for one in offers if one.kind is kind), key=usual_first))
    return Aim(name, same, None, stand_in(name, kind, level, (), provider))


def _mbo_level(talk: Talk) -> str:
    """Return the level of mbo that follows on the last diploma, the highest after one that leads further; "" when none was told."""
    level = next_level(talk)
    return MBO_LEVELS[-1] if level and level not in MBO_LEVELS else level


def next_level(talk: Talk) -> str:
    """Return the level that usually follows on the last diploma, "" when no school was told."""
    held = talk.profile.diplomas
    if held:
        return NEXT_LEVEL.get(held[-1].level, "")
    return NEXT_LEVEL.get(talk.is_vague, "mbo-1" if held == () else "")


def next_step(talk: Talk, book: RouteBook) -> Aim | None:
    """Return the level that usually follows on the last diploma, in its own field; in the wider one where its own has none."""
    level = next_level(talk)
    if not level:
        return None
    held = talk.profile.diplomas[-1] if talk.profile.diplomas else None
    field = next(iter(held.fields), "") if held else ""
    found = _at_level(level, field, book)
    if not found and field:
        field = next(iter(_widest(field, book)), "")
        found = _at_level(level, field, book)
    kind, _ = kind_and_level((level,), ())
    name = f"{level} {field}".strip()
    stands = stand_in(name, kind, level, (), None)
    return Aim(name, found, LevelGoal(level, field or None), stands, field=field)


def _widest(field: str, book: RouteBook) -> tuple[str, ...]:
    """Return the widest field of the offers that have a field, () when none has it; narrow fields stand first."""
    lists = (offer.fields.value or () for offer in book.index.offers)
    return next((fields[-1:] for fields in lists if field in fields), ())


def _at_level(level: str, field: str, book: RouteBook) -> tuple[Offer, ...]:
    found = (one for one in book.index.offers if one.level.value == level)
    fitting = (one for one in found if not field or field in (one.fields.value or ()))
    return tuple(sorted(fitting, key=usual_first))
