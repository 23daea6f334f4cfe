"""Whether a scheme is for who lives or works in a place that is named, by the regions of its record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from assistant.types import Language, Request
from assistant.writing.record_desk import Desk, written
from assistant.writing.scheme_names import Named, named_schemes
from assistant.writing.seam import Written
from assistant.writing.translated import translation_of
from knowledge.catalogue.folding import folded
from knowledge.catalogue.gazetteer import Gazetteer
from knowledge.catalogue.types import Scheme
from knowledge.catalogue.validity import SchemeState, scheme_state
from knowledge.data_files import read_data
from knowledge.types import RecordRef

_DATA = Path(__file__).parent / "scheme_region.yaml"

LONGEST_PLACE = 4
"""Words of the longest name of a place: "Hof van Twente"."""

LONGEST_FOLLOW_UP = 12
"""Words of the longest message that asks of a place what was asked before."""

ASKS_NUMBER = re.compile(r"\b(?:hoeveel|hoe veel|how many|how much|wie ?viele?)\b", re.IGNORECASE)
FIGURE = re.compile(r"\d")
"""What a message that asks of a place only has not: an age, a sum."""


@cache
def _region_words() -> frozenset[str]:
    lines: Sequence[str] = read_data(_DATA)
    return frozenset(word for line in lines for word in line.split())


def scheme_region(request: Request, desk: Desk) -> Written | None:
    """Return whether the one scheme that is named, or that the talk is about, is for a place; None for any other question.

    One that has ended is for nobody: that is said elsewhere.
    """
    text = request.question.text
    named = named_schemes(text, desk.catalogue.schemes())
    place = _place(named.rest, desk.gazetteer)
    if not place or request.years or FIGURE.search(text) or ASKS_NUMBER.search(text):
        return None  # who tells more of themselves is told whether it is for them; how many came from there is no question for it
    if not _asks_on(named, desk.gazetteer, request.language):
        return None
    scheme = _of_talk(request, desk) if not named.schemes else named.schemes[0]
    if scheme is None or len(named.schemes) > 1:
        return None
    return None if scheme_state(scheme, desk.today) is SchemeState.ENDED else _told(scheme, place, desk)


def _told(scheme: Scheme, place: str, desk: Desk) -> Written | None:
    within = _area(scheme, desk.gazetteer)
    is_inside = _is_inside(place, scheme, within, desk.gazetteer)
    if is_inside is None:
        return None
    key = "region_anywhere" if not scheme.regions else "region_inside" if is_inside else "region_outside"
    citer = desk.citer("scheme", [one.id for one in desk.catalogue.schemes() if one.regions or one is scheme])
    cited = citer.cite(("scheme", scheme.id), (), scheme.provenance)
    values = {"scheme": scheme.name, "place": place, "region": within}
    sentences = [desk.notice(desk.words.fill(key, values), cited)]
    own = () if is_inside or not scheme.regions else _like(scheme, place, desk)
    if own:
        sentences.append(desk.notice(desk.words.fill("region_own", values)))
    for one in own or (scheme,):
        source = citer.cite(("scheme", one.id), (), one.provenance)
        summary = translation_of(one.summary, desk.words.language) or one.summary
        sentences.append(desk.worded(summary, source))
    told = [RecordRef("scheme", one.id, one.name) for one in (scheme, *own)]
    return written(sentences, citer, told)


def _like(scheme: Scheme, place: str, desk: Desk) -> tuple[Scheme, ...]:
    """Return the schemes that a place has of its own where another one is for another region: for the same who apply."""
    others = (one for one in desk.catalogue.schemes() if one.regions and one.applicant == scheme.applicant)
    return tuple(
        one for one in others if _is_inside(place, one, _area(one, desk.gazetteer), desk.gazetteer) is True
    )


def _of_talk(request: Request, desk: Desk) -> Scheme | None:
    """Return the scheme that the talk was last about, when all that came after it went on about it; None otherwise."""
    said = [turn.text for turn in request.question.history if turn.role == "user"]
    if len(request.question.text.split()) > LONGEST_FOLLOW_UP:
        return None
    for text in reversed(said):
        named = named_schemes(text, desk.catalogue.schemes())
        if named.schemes:
            return named.schemes[0] if len(named.schemes) == 1 else None
        if not _asks_on(named, desk.gazetteer, request.language):
            return None
    return None


def _asks_on(named: Named, gazetteer: Gazetteer, language: Language) -> bool:
    """Say whether a message has no words but those of schemes, regions and one place: it goes on about the scheme before it."""
    place = folded(_place(named.rest, gazetteer)).split()
    left = tuple(word for word in named.rest if word not in place)
    return Named((), left).asks_no_more_than(_region_words(), language)


def _place(words: Sequence[str], gazetteer: Gazetteer) -> str:
    """Return the one town or area that stands among words, as its data write it; "" for none, or several."""
    found: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(LONGEST_PLACE, len(words) - at), 0, -1):
            name = " ".join(words[at : at + length])
            known = gazetteer.find(name)
            area = gazetteer.places_in(name)
            if known is not None or area:
                found.append(known.name if known is not None else area[0])
                at += length - 1
                break
        at += 1
    return found[0] if len(set(found)) == 1 else ""


def _area(scheme: Scheme, gazetteer: Gazetteer) -> str:
    """Return the area of a scheme: its own, or the smallest one that holds all its places; "" where it is for anywhere."""
    if len(scheme.regions) <= 1:
        return "".join(scheme.regions)
    wanted = set(scheme.regions)
    areas = sorted(gazetteer.areas.values(), key=len)
    return next((name for name, *places in areas if wanted <= set(places)), ", ".join(scheme.regions))


def _is_inside(place: str, scheme: Scheme, area: str, gazetteer: Gazetteer) -> bool | None:
    """Say whether a place is within the regions of a scheme; None for an area of which only a part is."""
    if not scheme.regions:
        return True
    inside = {
        folded(name) for region in (*scheme.regions, area) for name in (region, *gazetteer.places_in(region))
    }
    if folded(place) in inside:
        return True
    parts = {folded(name) for name in gazetteer.places_in(place)[1:]}
    return None if parts & inside else False
