"""The page with the offers that are found: a list or a map, and where nothing is found what would help. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.interface.escaping import escaped, one_line
from assistant.interface.rooms.offers.address import address_of, without
from assistant.interface.rooms.offers.filters import (
    chips_html,
    facets_html,
    limit_words,
    search_form_html,
)
from assistant.interface.rooms.offers.finding import PAGE_SIZE, Found
from assistant.interface.rooms.offers.place_map import map_html
from assistant.interface.rooms.offers.wording import (
    COMPARE_PATH,
    SHORTLIST_PATH,
    Tongue,
    badge_html,
    label_of,
    name_of,
    offer_address,
    shortlist_form_html,
    summary_html,
)
from knowledge.catalogue.gazetteer import Gazetteer
from knowledge.catalogue.types import Offer, OfferState

COMPARE_FORM = "lw-vergelijkvorm"

SAID_UNKNOWN: Mapping[str, str] = {
    "place": "place",
    "near": "near",
    "mode": "mode",
    "provider": "provider",
    "start": "start",
    "language": "language",
    "max_months": "months",
    "max_euro": "euro",
}
"""Limits of which it is said how many other offers do not state what they ask: by field of the filter."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the page shows beside what is found."""

    gazetteer: Gazetteer
    occupations: Mapping[str, str]
    """Names of the occupations that are filtered on, by id."""
    shortlist: Collection[str]
    is_read: bool = False
    """Whether filters were just made of typed words."""


def listing_html(found: Found, around: Around, tongue: Tongue) -> str:
    """Return the main part of the page."""
    search = found.search
    places = sorted({place.name for place in around.gazetteer.places.values()})
    return (
        f"<p>{tongue.texts['intro']}</p>{shortlist_link_html(len(around.shortlist), tongue)}"
        f"{search_form_html(search, places, tongue)}"
        f'{chips_html(search, tongue, around.occupations)}<div class="lw-zoek">'
        f'<section class="lw-filters" aria-label="{tongue.texts["filters"]}">{facets_html(found, tongue)}</section>'
        f'<section class="lw-gevonden" aria-labelledby="lw-aantal">{_head(found, tongue)}'
        f"{_result(found, around, tongue)}</section></div>"
    )


def _result(found: Found, around: Around, tongue: Tongue) -> str:
    """Return the list with its remarks; where nothing is found, what helps most comes first."""
    remarks = "".join(_remarks(found, tongue))
    if found.total:
        return remarks + _body(found, around, tongue)
    nothing = _nothing(found, around, tongue)
    are_words_in_the_way = not found.looser or found.looser[0][0] == "words"
    return remarks + nothing if are_words_in_the_way and found.suggestions else nothing + remarks


def shortlist_link_html(number: int, tongue: Tongue) -> str:
    """Return the link to the shortlist with how many offers are on it."""
    label = tongue.count("shortlist_link", number) if number else tongue.texts["shortlist_link_none"]
    return f'<p class="lw-lijstje"><a class="lw-knop" href="{SHORTLIST_PATH}">{label}</a></p>'


def _head(found: Found, tongue: Tongue) -> str:
    search, texts = found.search, tongue.texts
    first = (search.page - 1) * PAGE_SIZE + 1
    last = first + len(found.page.offers) - 1
    shown = (
        f' <span class="lw-klein">{tongue.fill("shown", {"first": first, "last": last, "total": tongue.number(found.total)})}</span>'
        if found.pages > 1 and not search.is_map
        else ""
    )
    views = "".join(
        f'<a class="lw-knop" href="{escaped(address_of(replace(search, is_map=is_map, page=1)))}"'
        f"{' aria-current=true' if is_map is search.is_map else ''}>{texts[key]}</a>"
        for is_map, key in ((False, "view_list"), (True, "view_map"))
    )
    return (
        f'<div class="lw-kop"><h2 id="lw-aantal">{tongue.count("found", found.total)}{shown}</h2>'
        f'<div class="lw-tonen" role="group" aria-label="{texts["view_as"]}">{views}</div></div>'
    )


def _remarks(found: Found, tongue: Tongue) -> Iterator[str]:
    """Yield what a reader must know of the list: mended words, occupations, what is unknown, ended or not here."""
    search, texts = found.search, tongue.texts
    if found.mended:
        values = {"typed": one_line(search.words), "mended": one_line(found.mended)}
        yield f'<p class="lw-let-op">{tongue.fill("mended", values)}</p>'
    if found.unknown_place:
        yield f'<p class="lw-let-op">{tongue.fill("unknown_place", {"place": one_line(found.unknown_place)})}</p>'
    if found.suggestions:
        links = ", ".join(
            f'<a href="{escaped(address_of(found.suggested_within.choosing("occupation", (one.id,))))}">{one_line(one.name)}</a> '
            f"({tongue.number(one.offers)})"
            for one in found.suggestions
        )
        yield f"<p>{texts['occupations_found']} {links}.</p>"
    if not found.search.is_map and any(offer.state is OfferState.UNCONFIRMED for offer in found.page.offers):
        yield f'<p class="lw-klein">{texts["explained_unconfirmed"]}</p>'
    if found.total and (unknown := _unknown(found, tongue)):
        yield f'<p class="lw-klein">{unknown}</p>'
    if found.ended:
        ended = escaped(address_of(search.choosing("state", ("ended",))))
        yield f'<p class="lw-klein">{tongue.count("ended", found.ended)} <a href="{ended}">{texts["show_ended"]}</a></p>'


def _unknown(found: Found, tongue: Tongue) -> str:
    """Return how many other offers might pass if they stated what is asked, each with a link without that limit."""
    parts = []
    for name, number in found.page.listing.unknown.items():
        limit = SAID_UNKNOWN.get(name)
        if limit:
            address = escaped(address_of(without(found.search, limit)))
            what = tongue.texts[f"what_{limit}"]
            parts.append(f'<a href="{address}">{what}</a> ({tongue.number(number)})')
    return tongue.fill("unknown", {"parts": ", ".join(parts)}) if parts else ""


def _body(found: Found, around: Around, tongue: Tongue) -> str:
    if found.search.is_map:
        return map_html(found, around.gazetteer, tongue)
    back = address_of(found.search)
    first = (found.search.page - 1) * PAGE_SIZE + 1
    rows = "".join(
        _row(offer, number, found, around, f"{back}#o{number}", tongue)
        for number, offer in enumerate(found.page.offers, start=first)
    )
    return (
        f'<ol class="lw-opleidingen" start="{first}">{rows}</ol>'
        f'<form id="{COMPARE_FORM}" class="lw-vergelijkbalk" action="{COMPARE_PATH}">'
        f"<span>{tongue.texts['compare_help']}</span> <button>{tongue.texts['compare']}</button></form>"
        f"{pager_html(found, tongue)}"
    )


def _row(offer: Offer, number: int, found: Found, around: Around, back: str, tongue: Tongue) -> str:
    name = name_of(offer)
    label = label_of(offer, tongue)
    return (
        f'<li class="lw-kaart" id="o{number}" tabindex="-1"><h3><a href="{escaped(offer_address(offer.id))}">'
        f"{one_line(name)}</a></h3>{summary_html(offer, tongue, found.kilometres.get(offer.id))}{badge_html(offer, tongue)}"
        '<div class="lw-knoppen">'
        f"{shortlist_form_html(offer.id, label, offer.id in around.shortlist, back, tongue)}"
        f'<label class="lw-keuze"><input type="checkbox" name="id" value="{escaped(offer.id)}" form="{COMPARE_FORM}">'
        f' <span>{tongue.texts["choose_compare"]}<span class="lw-alleen-hoorbaar">: {one_line(label)}</span></span>'
        "</label></div></li>"
    )


def _nothing(found: Found, around: Around, tongue: Tongue) -> str:
    """Return what would help where nothing is found: each limit less with the exact number that it gives."""
    texts = tongue.texts
    words = {limit: limit_words(found.search, limit, tongue, around.occupations) for limit, _ in found.looser}
    ways = "".join(
        f'<li><a href="{escaped(address_of(without(found.search, limit)))}">'
        f"{tongue.fill('without', {'limit': one_line(words[limit])})}</a>: "
        f"{tongue.count('found', number)}</li>"
        for limit, number in found.looser
        if not without(found.search, limit).is_empty
    )
    is_words_only = found.search.words and without(found.search, "words").is_empty
    help_ = (
        f"<p>{texts['loosen']}</p><ul>{ways}</ul>"
        if ways
        else f"<p>{texts['loosen_words' if is_words_only else 'loosen_all']}</p>"
    )
    unknown = _unknown(found, tongue)
    return f'<div class="lw-kaart">{help_}{f"<p>{unknown}</p>" if unknown else ""}</div>'


def pager_html(found: Found, tongue: Tongue) -> str:
    """Return the links to the other pages: the first, the last, and those around this one."""
    if found.pages < 2:
        return ""
    now, last = found.search.page, found.pages
    shown = sorted({1, last, *range(max(1, now - 2), min(last, now + 2) + 1)})
    items = []
    for place, number in enumerate(shown):
        if place and number - shown[place - 1] > 1:
            items.append('<li aria-hidden="true">…</li>')
        address = escaped(address_of(replace(found.search, page=number)))
        current = " aria-current=page" if number == now else ""
        label = tongue.fill("page_number", {"n": number})
        items.append(f'<li><a href="{address}" aria-label="{label}"{current}>{number}</a></li>')
    steps = ((now - 1, "page_previous", "prev"), (now + 1, "page_next", "next"))
    ends = [
        f'<li><a rel="{rel}" href="{escaped(address_of(replace(found.search, page=number)))}">{tongue.texts[key]}</a></li>'
        if 1 <= number <= last
        else ""
        for number, key, rel in steps
    ]
    return f'<nav class="lw-bladeren" aria-label="{tongue.texts["pages"]}"><ul>{ends[0]}{"".join(items)}{ends[1]}</ul></nav>'
