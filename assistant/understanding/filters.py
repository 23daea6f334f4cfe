"""What a question asks of the records: pure, from recognised words to an `Asked`, or None when that is not understood.

A question is taken only when nearly all of its content words are understood as parts of the query. One word too many
("... die over duurzaamheid gaan") and an exact answer would be an exact answer to another question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from assistant.types import Language
from assistant.understanding.lexicon import Mention
from assistant.understanding.reading import FACETS, FIELDS, LONGEST_BARE, Reading
from assistant.understanding.weighing import is_everyday
from knowledge.catalogue.queries import Near, OfferFilter
from knowledge.language.soft import is_soft
from knowledge.language.stopwords import stopwords
from knowledge.types import QuestionWord

NEARBY_KM = 25.0
"""What "in de buurt van" means where no distance is said: about half an hour by car or an hour by bus."""

MOST_LEFT_OVER = 0.1
"""Largest share of a question's weight that may stay without a meaning."""

OF_NAMED = frozenset(["level", "nlqf", "rule"])
"""Fields that a kind of education has as a whole: asked of no offer by name, documents say them."""


class Ask(StrEnum):
    """What is asked of the records."""

    LIST = "list"
    COUNT = "count"
    COMPARE = "compare"
    FIELDS = "fields"
    """Something about the offers: `Asked.fields`."""
    CONTACT = "contact"
    SITE = "site"
    """Where an organisation is."""
    FOLLOWS = "follows"
    LEADS_TO = "leads_to"
    SCHEMES = "schemes"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the records. Empty fields do not limit.

    `offers`, `occupations` and `organisations` are ids of what is named.
    """

    ask: Ask
    filter: OfferFilter = field(default_factory=OfferFilter)
    fields: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    near: str = ""
    applicant: str = ""
    state: str = ""
    years: tuple[str, ...] = ()
    is_loose: bool = False
    """Whether it is taken for a search by what it names alone: where nothing fits, documents may know what it asks."""
    group: str = ""
    """The facet per value of which is counted: "provider" for "per school"."""
    named: tuple[str, ...] = ()
    """The occupations to which offers lead, in the words of the person: one word may mean several records."""
    mentions: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    """Per kind of sense the values of each mention, in order: what is set side by side in a comparison. Those of "trade" are the
    programmes that are called as the trade to which they lead."""

    @property
    def is_by_name(self) -> bool:
        """Whether programmes are asked for by their name or their field."""
        return bool(self.offers or self.filter.field)

    @property
    def asks_only_where(self) -> bool:
        """Whether nothing is asked of the offers but where they are."""
        return self.ask is Ask.FIELDS and self.fields == ("places",)


class Surroundings(Protocol):
    """Where places are."""

    def places_in(self, area: str) -> tuple[str, ...]:
        """Return the names of the places in a province or region, its own name first; () for an unknown one."""
        ...

    def point(self, name: str) -> tuple[float, float] | None:
        """Return latitude and longitude of a place, None when it is not known."""
        ...


def is_understood(
    reading: Reading, language: Language, words: Sequence[QuestionWord], used: frozenset[str]
) -> bool:
    """Say whether nearly all content words have a meaning among the senses `used`, and none forbids an answer."""
    if any(mention.values("block") for mention in reading.mentions):
        return False
    left = [word for mention in reading.mentions for word in mention.words if not _has_use(mention, used)]
    left = [word for word in left if not word.isdigit() and word not in stopwords(language.value)]
    left = [word for word in left if not is_soft(word, language.value)]
    if reading.names_programmes:  # who looks for a programme by name says it in many ways
        left = [word for word in left if not is_everyday(word, language)]
    if not left:
        return True
    weights = {form: word.weight for word in words if word.is_content for form in word.forms}
    total = sum(word.weight for word in words if word.is_content)
    average = total / max(len(weights), 1)
    return total > 0 and sum(weights.get(word, average) for word in left) <= MOST_LEFT_OVER * total


def _has_use(mention: Mention, used: frozenset[str]) -> bool:
    return any(sense.kind in used for sense in mention.senses)


ALWAYS = frozenset(
    ["ask", "noun", "noise", *FACETS, "place", "area", "near", "month", "offer", "group", "people"]
)
"""Senses that always have a place in a query of offers."""


def asked_of(
    reading: Reading, surroundings: Surroundings, prefers_names: bool = False
) -> tuple[Asked, frozenset[str]] | None:
    """Return what a reading asks with the senses that this uses, None when it asks nothing of the records.

    A word that is both a field of study and the name of offers is the field, or with `prefers_names` the name.
    """
    asks = frozenset(reading.values("ask"))
    if not reading.values("offer"):
        asks -= OF_NAMED - {"level"} if _is_of_occupation(reading) else OF_NAMED
    ask = _main_ask(reading, asks)
    is_loose = ask is None and _is_search(reading, asks)
    ask = Ask.LIST if is_loose else ask
    if ask is None or (ask in (Ask.COUNT, Ask.LIST) and reading.counts_something_else):
        return None
    chosen = reading.without(
        "field" if prefers_names else "offer", beside="offer" if prefers_names else "field"
    )
    asked = Asked(
        ask=ask,
        filter=_entered(filter_of(chosen, surroundings), reading)
        if "rule" in asks
        else filter_of(chosen, surroundings),
        fields=tuple(name for name in FIELDS if name in asks),
        offers=chosen.values("offer"),
        occupations=reading.values("occupation") if ask is Ask.LEADS_TO else (),
        organisations=reading.values("organisation"),
        areas=(*reading.values("area"), *reading.values("place"), *reading.values("region")),
        near=near_place(reading),
        applicant=next(iter(reading.values("applicant")), ""),
        state=next(iter(reading.values("state")), ""),
        years=reading.quantities.years,
        is_loose=is_loose,
        group=next(iter(reading.values("group")), ""),
        named=tuple(" ".join(one.words) for one in reading.mentions if one.values("occupation"))
        if ask is Ask.LEADS_TO
        else (),
        mentions={kind: reading.groups(kind) for kind in ("offer", "place", "reach", *FACETS)}
        | {"trade": tuple(one.values("offer") for one in reading.mentions if one.values("occupation"))},
    )
    return asked, ALWAYS | EXTRA_SENSES.get(ask, frozenset())


def _entered(wanted: OfferFilter, reading: Reading) -> OfferFilter:
    """Return the filter of what somebody wants to enter: of two kinds the one they come from is no limit."""
    groups = reading.groups("kind")
    return replace(wanted, kind=groups[-1] if len(groups) > 1 else (), level=())


EXTRA_SENSES: Mapping[Ask, frozenset[str]] = {
    Ask.SCHEMES: frozenset(["applicant", "state"]),
    Ask.LEADS_TO: frozenset(["occupation"]),
    Ask.CONTACT: frozenset(["organisation", "reach"]),
    Ask.SITE: frozenset(["organisation"]),
}
"""Senses that are of use to one kind of question only."""


def _main_ask(reading: Reading, asks: frozenset[str]) -> Ask | None:  # noqa: PLR0911, PLR0912 - one line per kind of question
    has_subject = any(reading.values(kind) for kind in ("noun", "kind", "level", "mode"))
    has_name = reading.names_programmes
    is_wished = reading.is_bare and (
        "leads_to" in asks
        or bool(reading.values("noun"))
        or (has_name and any(reading.values(kind) for kind in ("kind", "level")))
    )
    is_there = any(map(reading.values, ("place", "area", "provider")))
    is_form_there = _is_one_form(reading) and is_there
    if (reading.asks_what_to_study and is_there) or (is_form_there and reading.is_bare and not asks):
        return Ask.LIST  # "avondopleiding in Enschede", "wat kan ik in Almelo studeren"
    is_asking = bool(asks & {"list", "count"}) or reading.asks_what_kind or is_wished
    has_name = has_name or bool(reading.code)
    if "compare" in asks:  # BOL and BBL, an Ad and a bachelor: that is for the documents
        sets_levels = len(reading.groups("level")) > 1 and not asks.intersection(FIELDS)
        return Ask.COMPARE if has_name or sets_levels else None
    if "schemes" in asks:
        return Ask.SCHEMES if asks & {"list", "count"} else None
    if reading.values("indicator"):
        return None  # the figures answer it, or documents do
    if "contact" in asks and reading.values("organisation"):
        return Ask.CONTACT
    if "places" in asks and reading.values("organisation") and not (has_subject or has_name or is_asking):
        return None if reading.asks_what_is_done or "owner" in asks else Ask.SITE
    if asks & {"figure", "share", "engineers", "content", "open_days"}:
        return None  # people are counted, not what is offered; what one learns is in documents, if anywhere
    if "follows" in asks:
        return Ask.FOLLOWS if reading.values("offer") else None
    if is_asking and reading.values("noun") and _is_of_occupation(reading):
        return Ask.LEADS_TO
    if "forms" in asks:
        is_named = reading.values("offer") or (reading.values("field") and reading.values("provider"))
        return Ask.LIST if is_named else None  # of a level as a whole documents say them
    if _is_of_occupation(reading) and _asks_of_trade(reading, asks):
        return Ask.LEADS_TO
    if "leads_to" in asks and reading.values("occupation"):
        return _of_the_way(reading, asks, is_asking or has_subject)
    if "duration_months" in asks and reading.asks_what_is_left:
        return None  # how long a bachelor still takes after an Ad is in documents
    if asks.intersection(FIELDS) and not has_name and len(reading.groups("mode")) > 1:
        return None  # what a year of BOL costs, and one of BBL, is no list of all of them
    if asks.intersection(FIELDS) and (has_name or has_subject):
        counts_offers = is_asking and has_subject and "count" in asks and not reading.counts_a_value
        return Ask.COUNT if counts_offers else Ask.FIELDS
    if reading.asks_whether and is_form_there and not asks - SEARCHED_BY:
        return Ask.LIST  # "kan ik 's avonds een opleiding doen in Enschede"
    is_for_some = bool(reading.values("people") or reading.values("applicant"))
    if is_for_some and not has_name and not any(reading.values(kind) for kind in LIMITS):
        return None  # what there is for people who work is in the documents; a list of all is no answer
    if is_asking and (has_subject or has_name):
        return Ask.COUNT if "count" in asks else Ask.LIST
    is_limited = any(reading.values(kind) for kind in ("provider", "mode", "place"))
    is_of_offers = has_subject or bool(reading.values("language"))
    if reading.asks_whether and is_limited and is_of_offers and has_name:
        return Ask.LIST  # "Heeft Windesheim een Ad Bouwkunde?", "Can I study mechatronics part-time?"
    is_told = bool(reading.values("provider")) or ("tells" in asks and bool(reading.values("offer")))
    if has_name and is_told and not reading.asks_otherwise:
        return Ask.LIST  # "HBO-ICT bij Saxion", "Vertel eens over Bouwkunde": what there is of that name
    return None


def _of_the_way(reading: Reading, asks: frozenset[str], is_of_offers: bool) -> Ask | None:
    """Return what is asked of the way to a trade: of a programme that is called as the trade its price or length."""
    if asks & OF_THE_WAY and reading.values("offer"):
        return Ask.FIELDS  # "hoe lang duurt de opleiding tot procesoperator B"
    return Ask.LEADS_TO if is_of_offers else None


def _asks_of_trade(reading: Reading, asks: frozenset[str]) -> bool:
    """Say whether what is asked beside a trade is told by the programmes that lead to it: where, at which level, at what price."""
    if "places" in asks and not reading.values("organisation"):
        return True  # "Waar kan ik leren lassen?"
    if reading.is_bare and any(reading.values(kind) for kind in LIMITS[:-1]):
        return True  # "lassen leren hengelo"
    if "level" in asks or ("leads_to" in asks and asks & OF_THE_WAY):
        return True  # "welk niveau is dakdekker?", "wat kost de opleiding tot lasser?"
    words = {word for one in reading.mentions for word in one.words}
    if not (reading.asks_whether or len(reading.mentions) <= LONGEST_BARE) or words & BETTER:
        return False
    return len(reading.values("level")) > 1 or bool(reading.values("mode"))  # "is dakdekker mbo 2 of mbo 3?"


BETTER = frozenset(["beter", "slimmer", "makkelijker", "better", "easier", "besser", "leichter"])
"""Words by which it is asked what is the better one, which a list does not say."""

OF_THE_WAY = frozenset(["costs", "duration_months", "level"])
"""What is asked of the way to a trade: of the trade itself a price, a length or a level would be something else."""


def _is_one_form(reading: Reading) -> bool:
    """Say whether one form of learning is named, in whatever words: "'s avonds naast mijn werk", and not one and another."""
    groups = [frozenset(group) for group in reading.groups("mode")]
    return bool(groups) and bool(frozenset.intersection(*groups))


def _is_search(reading: Reading, asks: frozenset[str]) -> bool:
    """Say whether a message names programmes and asks nothing else: "bouwkunde deeltijd", "kan ik in Almelo iets met elektro"."""
    if reading.values("indicator") or asks - SEARCHED_BY or reading.asks_otherwise or reading.goes_on:
        return False
    is_more = len(reading.mentions) > 1 or bool(reading.values("offer"))  # a field alone is a subject
    return is_more and (reading.names_programmes or bool(reading.code))


LIMITS = ("kind", "level", "mode", "language", "provider", "place", "area", "occupation")
"""Senses that limit which programmes are meant, besides their field and name; the trade that they lead to last."""

SEARCHED_BY = frozenset(["list", "tells", "places", "leads_to"])
"""What a message asks that looks for programmes by name; without any it only names them, and that asks the same."""


def _is_of_occupation(reading: Reading) -> bool:
    return any(_is_only_occupation(one) for one in reading.mentions)


def _is_only_occupation(mention: Mention) -> bool:
    return bool(mention.senses) and all(sense.kind == "occupation" for sense in mention.senses)


def filter_of(reading: Reading, surroundings: Surroundings) -> OfferFilter:
    """Return the filter that a reading states; of a level the kind is implied, and a distance replaces its place.

    Two fields or kinds side by side ("hbo bachelor") narrow each other; with "en" between them they are alternatives.
    """
    facets = {name: reading.values(name) for name in FACETS}
    if facets["level"]:
        facets["kind"] = tuple(kind for kind in facets["kind"] if kind != "mbo")
    must_hold_all = not reading.has_conjunction
    if must_hold_all:
        facets["kind"] = _common(reading.groups("kind")) if not facets["level"] else facets["kind"]
        facets["mode"] = _common(reading.groups("mode"))
    near = near_of(reading, surroundings)
    places = [place for area in reading.values("area") for place in surroundings.places_in(area)]
    towns = reading.values("place") if near is None else ()
    return OfferFilter(
        kind=facets["kind"],
        level=facets["level"],
        mode=facets["mode"],
        field=facets["field"],
        language=facets["language"],
        provider=facets["provider"],
        place=tuple(dict.fromkeys((*towns, *(() if towns or near else places)))),
        start=reading.values("month"),
        all_of=frozenset(["field"]) if must_hold_all and len(reading.groups("field")) > 1 else frozenset(),
        near=near,
        max_months=reading.quantities.most_months,
        max_euro=reading.quantities.most_euro,
        text=reading.code,
    )


def _common(groups: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the values that all groups share, or all values when they share none."""
    shared = [value for value in (groups[0] if groups else ()) if all(value in group for group in groups)]
    return tuple(shared) or tuple(dict.fromkeys(value for group in groups for value in group))


def near_of(reading: Reading, surroundings: Surroundings) -> Near | None:
    """Return the circle that is asked for, None without one or around an unknown place."""
    place = near_place(reading)
    point = surroundings.point(place) if place else None
    return Near(*point, reading.quantities.km or NEARBY_KM) if point else None


def near_place(reading: Reading) -> str:
    """Return the place near which something is asked, "" where none is named or no nearness is asked."""
    is_near = bool(reading.values("near")) or reading.quantities.km is not None
    return next(iter(reading.values("place")), "") if is_near else ""
