"""A scheme in one line: for whom, how much at which level, until when. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from assistant.writing.record_words import Words
from knowledge.catalogue.facts import Stated
from knowledge.catalogue.types import Between, Scheme
from knowledge.catalogue.validity import SchemeState

UPPER_BOUND = "bovengrens"
"""The note of a scheme of which the last day is not known, only that it is over."""

OF_LEVELS = re.compile(r"NLQF (\d)(?: tot en met (\d))?")
"""How the note of a value says for which levels of the NLQF it holds; those of mbo have the same numbers."""

MBO_LEVEL = re.compile(r"mbo-(\d)")

FEW_REGIONS = 3


def scheme_line(scheme: Scheme, state: SchemeState, words: Words, levels: Collection[str] = ()) -> str:
    """Return a scheme in one line: name, for whom, how much, until when, and whether it is sure.

    Of a share that differs per level that of the one of `levels` ("mbo-4") is said, and all of them where none is asked.
    """
    parts = [words.say(f"applicant_{scheme.applicant}"), *pays(scheme, words, levels)]
    if scheme.is_loan:
        parts.append(words.say("loan"))
    if scheme.regions and len(scheme.regions) <= FEW_REGIONS:
        parts.append(words.fill("in_region", {"regions": words.join(scheme.regions)}))
    parts += [window(first, last, words) for first, last in scheme.windows]
    if scheme.closes is not None and not scheme.windows and UPPER_BOUND not in scheme.provenance.note:
        key = "closed_on" if state is SchemeState.ENDED else "closes_on"
        parts.append(words.fill(key, {"date": words.day(scheme.closes)}))
    status = "" if state is SchemeState.OPEN else f" ({words.say(f'scheme_{state.value}')})"
    return f"{scheme.name}{status}: {', '.join(parts)}."


def pays(scheme: Scheme, words: Words, levels: Collection[str] = ()) -> list[str]:
    """Return how much a scheme pays: its amount, several where they are of different years, else its shares; [] where unknown."""
    amounts = [one for one in scheme.amount_euro.statements if _is_told(one.value, scheme)]
    years = {one.provenance.as_of for one in amounts}
    if len(amounts) > 1 and len(years) == len(amounts):
        return [f"{_amount(one.value, scheme, words)} ({one.provenance.as_of})" for one in amounts]
    if scheme.amount_euro.value is not None:
        return [_amount(scheme.amount_euro.value, scheme, words)]
    shares = scheme.share.statements
    of_level = [one for one in shares if _levels_of(one)]
    if not of_level:
        return [_share(shares[0], words)] if shares else []
    wanted = {int(found.group(1)) for level in levels if (found := MBO_LEVEL.fullmatch(level))}
    fitting = [one for one in of_level if wanted.intersection(_levels_of(one))] or of_level
    return [
        words.fill("share_of_levels", {"share": _share(one, words), "levels": _levels_text(one)})
        for one in fitting
    ]


def window(first: date, last: date, words: Words) -> str:
    """Return a round as its source says it: the days within one year, and that year."""
    if first.year != last.year:
        return words.fill("window", {"first": words.day(first), "last": words.day(last)})
    days = {"first": words.day_of_year(first), "last": words.day_of_year(last), "year": first.year}
    return words.fill("window_of_day" if first == last else "window_of_year", days)


def _is_told(amount: Between, scheme: Scheme) -> bool:
    """Say whether the summary of a scheme gives an amount too, so that it can be checked."""
    return f"{amount.high:,.0f}".replace(",", ".") in scheme.summary


def _amount(amount: Between, scheme: Scheme, words: Words) -> str:
    key = "amount_up_to" if not amount.low else "amount_between"
    key = "amount_exact" if amount.low == amount.high else key
    numbers = {"low": words.number(amount.low), "high": words.number(amount.high)}
    return words.fill(key, {**numbers, "per": words.value("per", scheme.per)})


def _share(stated: Stated[Between], words: Words) -> str:
    return words.fill("share", {"percent": words.number(round(stated.value.high * 100))})


def _levels_of(stated: Stated[Between]) -> range:
    """Return the levels of the NLQF for which a value holds, an empty range where its note says none."""
    found = OF_LEVELS.search(stated.provenance.note)
    return range(int(found.group(1)), int(found.group(2) or found.group(1)) + 1) if found else range(0)


def _levels_text(stated: Stated[Between]) -> str:
    levels = _levels_of(stated)
    first, last = levels[0], levels[-1]
    return f"NLQF {first}" if first == last else f"NLQF {first}-{last}"
