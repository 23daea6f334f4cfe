"""Levels of education side by side, where no programme is named: how long, at which NLQF level, and what entry needs."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.types import Sentence
from assistant.understanding.filters import Asked
from assistant.writing.record_citing import RecordCiter
from assistant.writing.record_desk import Desk, written
from assistant.writing.record_found import ALIVE
from assistant.writing.record_values import NLQF, cite_value, value_text
from assistant.writing.seam import Written
from assistant.writing.translated import translation_of
from knowledge.catalogue.queries import OfferFilter
from knowledge.catalogue.rules import Rule
from knowledge.catalogue.types import Offer
from knowledge.catalogue.validity import is_in_force

FEWEST, MOST = 2, 4
"""Levels that are set side by side."""

OFTEN = 0.2
"""Share of the offers of a level that must have a length for it to be one of its lengths."""


def levels_compared(asked: Asked, desk: Desk) -> Written | None:
    """Return what sets levels apart that a question compares and names nothing else of; None for any other comparison."""
    levels = list(dict.fromkeys(value for group in asked.mentions.get("level", ()) for value in group))
    if not FEWEST <= len(levels) <= MOST or asked.offers or asked.filter.field or asked.filter.provider:
        return None
    citer = desk.citer("offer", [], [])
    sentences = [sentence for level in sorted(levels) for sentence in _of_level(level, desk, citer)]
    return written(sentences, citer, []) if sentences else None


def _of_level(level: str, desk: Desk, citer: RecordCiter) -> Iterator[Sentence]:
    """Yield a line with the lengths and the NLQF level of a level, and the rule of entry to it."""
    words = desk.words
    lengths = _lengths(level, desk)
    figure = next(
        (one for one in desk.catalogue.figures(NLQF) if one.dimensions.get("diploma") == level), None
    )
    said, cited = [], []
    if lengths:
        texts = [value_text(offer, "duration_months", (), words) for offer in lengths]
        first, *rest = texts
        said.append(f" {words.say('or')} ".join([first, *(text.partition(": ")[2] for text in rest)]))
        cited += [n for offer in lengths for n in cite_value(offer, "duration_months", (), desk, citer)]
    if figure is not None:
        said.append(f"{words.say('label_nlqf')}: {words.number(figure.value)}")
        cited += citer.cite(("figure", figure.id), (), figure.provenance)
    if said:
        yield desk.worded(f"{level[:1].upper()}{level[1:]}: {'; '.join(said)}.", cited)
    rule = _rule_of(level, desk)
    if rule is not None:
        text = translation_of(rule.text, words.language) or rule.text
        yield desk.worded(text, citer.cite(("rule", rule.id), (), rule.provenance, rule.text))


def _lengths(level: str, desk: Desk) -> list[Offer]:
    """Return one offer for each length that many offers of a level have, the shortest first."""
    ids = desk.catalogue.listing(OfferFilter(level=(level,), state=ALIVE)).ids
    having: dict[tuple[float, float], list[Offer]] = {}
    for offer in desk.catalogue.offers(ids):
        months = offer.duration_months.value
        if months is not None:
            having.setdefault((months.low, months.high), []).append(offer)
    known = sum(map(len, having.values()))
    return [having[length][0] for length in sorted(having) if len(having[length]) >= OFTEN * known]


def _rule_of(level: str, desk: Desk) -> Rule | None:
    """Return the rule of entry that holds for a level as a whole, None where there is none; one for some programmes replaces it
    for these alone.
    """
    general = (one for one in desk.catalogue.rules() if one.kinds == (level,) and not one.programmes)
    return next((one for one in general if not one.providers and is_in_force(one, desk.today)), None)
