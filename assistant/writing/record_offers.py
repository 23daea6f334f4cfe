"""Lists and counts of offers, and what is asked about each: complete, with the filters shown and every row cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.types import Outcome, Sentence
from assistant.understanding.filters import Ask, Asked
from assistant.understanding.person_asks import WIDE_FIELDS
from assistant.writing.record_citing import RecordCiter
from assistant.writing.record_costs import fee_records
from assistant.writing.record_desk import Desk, chips, filter_words, written
from assistant.writing.record_found import ELSEWHERE_KM, Found, elsewhere, found_offers, unstated_there
from assistant.writing.record_remarks import SHOWN, nothing_found, noun, remarks
from assistant.writing.record_values import (
    Once,
    cite_value,
    is_known,
    is_of_some_mbo_level,
    shared,
    value_text,
)
from assistant.writing.record_words import Words
from assistant.writing.seam import Written
from knowledge.catalogue.occupation_index import forms
from knowledge.catalogue.types import Offer
from knowledge.types import RecordRef

SHOWN_OF_A_COUNT = 5
"""Rows shown as examples when only a number is asked and the list is longer than `SHOWN`."""

FEW = 3
"""Offers of which a list also says how long they take: there is room for it, and it is asked next."""

MOST_FOR_A_FIELD = 20
"""Offers of which a price or length can be told one by one; for more the question is too wide."""

MANY = 60
"""Offers of which a list also says how many there are per field: by that it can be narrowed."""

MOST_GROUPS = 10
"""Fields that such a list counts, the largest first."""

MOST_READ = 400
"""Offers that are read for a value that they may share."""

NEARLY_ALL = 0.9
"""Share of many offers that must have one value for it to be told of them; the rest is not known, or said to differ."""

IDENTITY = ("Aanbieder", "Vorm", "Niveau", "Plaats", "Richting")


def offers_answer(asked: Asked, desk: Desk, first: int = 1) -> Written | None:
    """Return the list, the count or the asked fields of the offers; None when there is nothing to tell."""
    found = found_offers(asked, desk)
    total = len(found.ids)
    if asked.is_by_name and asked.asks_only_where and total > MOST_FOR_A_FIELD:
        asked = replace(asked, ask=Ask.LIST, fields=())  # every row of a list says where
    if not total:
        return _none_found(asked, found, desk)
    if first > total or (asked.ask is Ask.FIELDS and total > MOST_FOR_A_FIELD):
        return None
    if asked.ask is Ask.LIST and total > MANY and not asked.group:
        asked = replace(asked, group="field")  # of so many the directions tell more than the first twenty
    size = SHOWN_OF_A_COUNT if asked.ask is Ask.COUNT and total > SHOWN else SHOWN
    offers = desk.catalogue.offers(found.ids[first - 1 : first - 1 + size])
    has_value = not asked.fields or any(
        is_known(offer, name, asked.years) for offer in offers for name in asked.fields
    )
    if not has_value and asked.ask is Ask.FIELDS and not (asked.filter.provider and "costs" in asked.fields):
        return None  # documents may know it; of what one school asks for one programme they do not
    citer = desk.citer("offer", [offer.id for offer in offers], fee_records(desk))
    sentences = list(_rows(found, offers, asked, desk, citer, first))
    sentences += remarks(asked, found, offers, desk, citer)
    if first + len(offers) <= total and asked.ask is not Ask.COUNT:
        sentences.append(desk.notice(desk.words.say("offer_more")))
    names = desk.catalogue.names()
    records = [RecordRef("offer", id_, names[id_]) for id_ in found.ids]
    answer = written(sentences, citer, records, _follow_ups(asked, found, first + len(offers), desk.words))
    answer = replace(answer, filters=chips(asked, desk.words))
    if has_value:
        return answer
    tells_some = any(is_of_some_mbo_level(offer, name) for offer in offers for name in asked.fields)
    return replace(answer, outcome=Outcome.PARTLY if tells_some else Outcome.REFUSED)


def _none_found(asked: Asked, found: Found, desk: Desk) -> Written | None:
    """Return what is said where nothing fits: with less of what was asked, elsewhere, or that there is none."""
    if asked.ask is Ask.LEADS_TO and asked.filter.field:
        return _without_occupation(asked, desk)
    if asked.ask not in (Ask.LIST, Ask.COUNT, Ask.LEADS_TO):
        return None
    if asked.filter.provider:
        return _beside_technology(asked, desk)  # else with a school in it the documents may know better
    if asked.offers or asked.is_loose:
        return None  # of a place where a programme is not known to be documents may know better
    return _elsewhere(asked, desk) or _beside_technology(asked, desk) or nothing_found(asked, found, desk)


TECHNOLOGY = ("techniek",)
"""The field that says no more than that something is technical, which people also say of ict and mathematics."""


def beside_technology(asked: Asked, desk: Desk) -> Asked | None:
    """Return what is asked of technology as asked of any field, where that means few programmes; None for all else."""
    wider = replace(asked, filter=replace(asked.filter, field=()))
    is_few = asked.filter.field == TECHNOLOGY and 0 < len(found_offers(wider, desk).ids) <= SHOWN_OF_A_COUNT
    return wider if is_few else None


def _beside_technology(asked: Asked, desk: Desk) -> Written | None:
    """Return the few programmes that are technical in the words of people and not by their field, None where there are none or many."""
    wider = beside_technology(asked, desk)
    told = offers_answer(wider, desk) if wider is not None else None
    if told is None:
        return None
    said = desk.notice(desk.words.say("beside_field"))
    return replace(told, sentences=(said, *told.sentences))


def _without_occupation(asked: Asked, desk: Desk) -> Written | None:
    """Return the programmes of a field of which none leads to the occupation that is named too, and that this was left out.

    None where that leaves none either, or a field so wide that it limits nothing: documents may know better.
    """
    if set(asked.filter.field) <= WIDE_FIELDS:
        return None
    told = offers_answer(replace(asked, ask=Ask.LIST, occupations=(), named=()), desk)
    if told is None or not told.records:
        return None
    values = {"noun": noun(asked, 0, desk.words), "occupation": desk.words.join(dict.fromkeys(asked.named))}
    said = desk.notice(desk.words.fill("occupation_dropped", values))
    return replace(told, sentences=(said, *told.sentences), outcome=Outcome.PARTLY)


def _elsewhere(asked: Asked, desk: Desk) -> Written | None:
    """Return what is asked for in a place that has none of it: what there may be it, else what there is elsewhere; None where there is none."""
    there = unstated_there(asked, desk)
    near = ("unstated", there) if there is not None else elsewhere(asked, desk)
    if near is None:
        return None
    how, found = near
    words = desk.words
    offers = desk.catalogue.offers(found.ids[:SHOWN_OF_A_COUNT])
    citer = desk.citer("offer", [offer.id for offer in offers], fee_records(desk))
    values = {
        "place": words.join(asked.areas[:1] or (asked.near,)),
        "noun": noun(asked, 0, words),
        "shown": words.number(len(offers)),
        "total": words.number(len(found.ids)),
        "km": words.number(ELSEWHERE_KM),
    }
    sentences = [
        desk.notice(words.fill("elsewhere_none", values)),
        desk.lead(words.fill(f"elsewhere_{how}", values)),
    ]
    for number, offer in enumerate(offers, start=1):
        row = _row(offer, asked, desk, citer)
        sentences.append(replace(row, text=f"{number}. {row.text}"))
    sentences += remarks(replace(asked, ask=Ask.FIELDS), found, offers, desk, citer)
    names = desk.catalogue.names()
    records = [RecordRef("offer", id_, names[id_]) for id_ in found.ids]
    answer = written(sentences, citer, records)
    return replace(answer, filters=chips(asked, words), outcome=Outcome.PARTLY)


def offers_told(asked: Asked, desk: Desk) -> Written | None:
    """Return the offers that are looked for or whose place is asked, for what documents do not answer; None for another question.

    What no source says of them, where they are or that a school has them, is said with it.
    """
    is_list = asked.ask is Ask.LIST
    if not asked.is_by_name or not (is_list or asked.asks_only_where):
        return None
    found = found_offers(asked, desk)
    if found.ids:
        fields = ("places",) if asked.fields else ()
        told = offers_answer(replace(asked, ask=Ask.LIST, fields=fields), desk)
        return replace(told, outcome=Outcome.PARTLY) if told is not None else None
    other = _in_other_forms(asked, desk)
    if other is not None or asked.filter.provider:
        return other or nothing_found(asked, found, desk)
    return _elsewhere(replace(asked, ask=Ask.LIST, fields=()), desk)


def _in_other_forms(asked: Asked, desk: Desk) -> Written | None:
    """Return the few offers that are asked for in a form that they do not have, as they are; None where there are none, or many."""
    if not asked.filter.mode:
        return None
    without = replace(asked, filter=replace(asked.filter, mode=()))
    if not 0 < len(found_offers(without, desk).ids) <= SHOWN_OF_A_COUNT:
        return None
    told = offers_answer(without, desk)
    if told is None:
        return None
    said = desk.notice(desk.words.say("beside_mode"))
    return replace(told, sentences=(said, *told.sentences), outcome=Outcome.REFUSED)


def value_of_all(asked: Asked, desk: Desk) -> Written | None:
    """Return the value that nearly all of many offers share, None where they do not: for what documents do not answer."""
    if asked.ask is not Ask.FIELDS or len(asked.fields) != 1:
        return None
    found = found_offers(asked, desk)
    if not MOST_FOR_A_FIELD < len(found.ids) <= MOST_READ:
        return None
    few = desk.catalogue.offers(found.ids[:SHOWN])
    if shared(few, asked, desk.words) is None:
        return None
    offers = desk.catalogue.offers(found.ids)
    once = shared(offers, asked, desk.words)
    if once is None or len(once.offers) < NEARLY_ALL * len(offers):
        return None
    citer = desk.citer("offer", [once.offers[0].id], fee_records(desk))
    sentences = list(_said_once(once, asked, len(offers), desk, citer))
    if filters := filter_words(asked, desk.words):
        sentences.append(desk.lead(desk.words.fill("filters", {"filters": filters})))
    sentences += remarks(asked, found, once.offers[:1], desk, citer)
    names = desk.catalogue.names()
    records = [RecordRef("offer", one.id, names[one.id]) for one in once.offers]
    answer = written(sentences, citer, records)
    return replace(answer, filters=chips(asked, desk.words))


def _rows(
    found: Found, offers: Sequence[Offer], asked: Asked, desk: Desk, citer: RecordCiter, first: int
) -> Iterator[Sentence]:
    """Yield what is said of the offers of a page: what they share once, how many there are, and each of them."""
    total = len(found.ids)
    if total == 1 and asked.ask is Ask.FIELDS:
        yield _row(offers[0], _with_duration(asked, total, offers[0]), desk, citer)
        return
    is_whole = (asked.ask is Ask.FIELDS or _asks_level_of_trade(asked)) and len(offers) == total
    once = shared(offers, asked, desk.words) if is_whole else None
    leads = _leads(asked, found, (first, len(offers)), desk)
    if once is not None:
        yield from _said_once(once, asked, total, desk, citer)
        next(leads)  # how many there are was said
    yield from leads
    for number, offer in enumerate(offers, start=first):
        row = _row(offer, _with_duration(asked, total, offer), desk, citer, once)
        yield replace(row, text=f"{number}. {row.text}")


def _asks_level_of_trade(asked: Asked) -> bool:
    return asked.ask is Ask.LEADS_TO and asked.fields == ("level",)


def _said_once(once: Once, asked: Asked, total: int, desk: Desk, citer: RecordCiter) -> Iterator[Sentence]:
    """Yield the value that most of the offers share, and of how many it is; a list of them follows where they are few."""
    words = desk.words
    text = f"{once.text[:1].upper()}{once.text[1:]}."
    yield desk.worded(text, cite_value(once.offers[0], once.field, asked.years, desk, citer))
    count = len(once.offers)
    values = {"count": words.number(count), "total": words.number(total), "noun": noun(asked, total, words)}
    key = f"once_{'all' if count == total else 'most'}{'_known' if total > MOST_FOR_A_FIELD else ''}"
    yield desk.lead(words.fill(key, values))


def _leads(asked: Asked, found: Found, shown: tuple[int, int], desk: Desk) -> Iterator[Sentence]:
    """Yield the direct answer with "7 of 7", and the filters that were used."""
    words, total = desk.words, len(found.ids)
    first, count = shown
    values = {
        "total": words.number(total),
        "noun": noun(asked, total, words),
        "shown": words.number(count),
        "first": words.number(first),
        "last": words.number(first + count - 1),
    }
    key = (
        "count_one"
        if total == 1
        else "count_all"
        if count == total
        else "count_part"
        if first == 1
        else "count_next"
    )
    yield desk.lead(words.fill(key, values))
    filters = ", ".join(part for part in (_named(asked, found, desk), filter_words(asked, words)) if part)
    if asked.ask is Ask.LEADS_TO:
        named = desk.catalogue.leading().named
        is_named = any(named.get(id_) for id_ in asked.occupations)
        key = "leads_to" if is_named else "leads_near"
        about = words.fill(key, {"occupation": ", ".join(_called(asked, desk))})
        filters = ", ".join(part for part in (about, filters) if part)
    if asked.ask is Ask.FOLLOWS:
        names = desk.catalogue.names()
        filters = words.fill(
            "follows", {"offer": ", ".join(dict.fromkeys(names[id_] for id_ in asked.offers if id_ in names))}
        )
    if filters:
        yield desk.lead(words.fill("filters", {"filters": filters}))
    if asked.group and not asked.offers:
        counts = found.listing.counts[asked.group]
        if asked.ask is Ask.LIST and total > MANY:
            counts = tuple(pair for pair in counts if pair[0] not in asked.filter.field)[:MOST_GROUPS]
        shown_counts = ", ".join(
            f"{words.value(asked.group, value)} {words.number(count)}" for value, count in counts
        )
        yield desk.lead(
            words.fill("per_facet", {"facet": words.say(f"facet_{asked.group}"), "values": shown_counts})
        )


def _called(asked: Asked, desk: Desk) -> tuple[str, ...]:
    """Return the occupations as the person called them, one that no register calls so with the name that it has there."""
    known = [one for one in desk.catalogue.occupations() if one.id in asked.occupations]
    labels = {
        form for one in known for texts in one.labels.values() for label in texts for form in forms(label)
    }

    def shown(name: str) -> str:
        words = (name.split(), name.split()[::-1])
        ways = {glue.join(order) for order in words for glue in ("", " ")}
        if ways & labels or len(known) != 1:
            return name
        return f"{name} ({desk.words.occupation(known[0])})"

    return tuple(dict.fromkeys(map(shown, asked.named)))


def _named(asked: Asked, found: Found, desk: Desk) -> str:
    """Return the name by which offers were asked, the shortest of those found; "" when no name was."""
    names = desk.catalogue.names()
    return min((names[id_] for id_ in found.ids), key=len, default="") if asked.offers else ""


def _with_duration(asked: Asked, total: int, offer: Offer) -> Asked:
    """Return what is said of an offer: where there are few, and nothing else is asked, also how long it takes, if known."""
    if total > FEW or set(asked.fields) - {"places"} or not offer.duration_months.is_known:
        return asked
    return replace(asked, fields=(*asked.fields, "duration_months"))


def _row(offer: Offer, asked: Asked, desk: Desk, citer: RecordCiter, once: Once | None = None) -> Sentence:
    """Return one offer with what is asked about it and not said `once` of many, cited."""
    words, key = desk.words, ("offer", offer.id)
    said: list[str] = []
    cited: list[int] = []
    wanted = [name for name in asked.fields if name != "places"]  # the row names them
    for name in wanted:
        text = value_text(offer, name, asked.years, words)
        if once is not None and (name, text) == (once.field, once.text):
            continue
        said.append(text)
        cited += cite_value(offer, name, asked.years, desk, citer)
    if "places" in asked.fields and not offer.places.is_known:
        said.append(words.say("unknown_places"))
    if not cited:
        fact = offer.places if "places" in asked.fields and offer.places.is_known else offer.name
        cited = list(citer.cite(key, IDENTITY, fact.provenance))
    about = "; ".join(said)
    return desk.worded(f"{words.offer(offer)}{f'; {about}' if about else ''}.", cited)


def _follow_ups(asked: Asked, found: Found, after: int, words: Words) -> tuple[str, ...]:
    """Suggest at most two next questions: the rest of the list, and what it costs."""
    more = (words.say("ask_more"),) if after <= len(found.ids) else ()
    costs = (words.say("ask_costs"),) if "costs" not in asked.fields and 1 < len(found.ids) <= SHOWN else ()
    return (*more, *costs)
