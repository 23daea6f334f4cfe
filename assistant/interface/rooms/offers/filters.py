"""The form by which one looks for offers, and the chips that say what it is set to: pure, without a server.

One form with the method GET: the address says everything. Its fields stand beside the list and belong to it by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from assistant.interface.escaping import escaped, one_line
from assistant.interface.rooms.offers.address import (
    DISTANCES,
    PARAMETERS,
    PATH,
    SORTS,
    Search,
    address_of,
    automatic_sort,
    without,
)
from assistant.interface.rooms.offers.finding import Found
from assistant.interface.rooms.offers.wording import Tongue, value_words

FORM = "lw-filters"

SHOWN_VALUES = 7
"""Values of a facet that are shown at once; the others unfold."""

DURATIONS = (1, 3, 6, 12, 24, 36, 48, 72)
"""Months that can be chosen as the longest duration."""


def search_form_html(search: Search, places: Iterable[str], tongue: Tongue) -> str:
    """Return the form itself: words, place and distance, order, and the button; `places` are proposed."""
    texts = tongue.texts
    known = "".join(f'<option value="{escaped(place)}"></option>' for place in places)
    distances = "".join(
        _option(str(km), tongue.fill("within_km", {"km": km}), km == search.km) for km in DISTANCES
    )
    orders = "".join(_orders(search, tongue))
    kept = '<input type="hidden" name="weergave" value="kaart">' if search.is_map else ""
    return (
        f'<form id="{FORM}" class="lw-zoekregel" action="{PATH}" role="search">'
        f'<p class="lw-veld lw-breed"><label for="lw-q">{texts["search_label"]}</label>'
        f'<input id="lw-q" name="q" type="search" maxlength="200" value="{escaped(search.words)}" '
        f'aria-describedby="lw-q-hulp"><span class="lw-klein" id="lw-q-hulp">{texts["search_help"]}</span></p>'
        f'<p class="lw-veld"><label for="lw-bij">{texts["near_label"]}</label>'
        f'<input id="lw-bij" name="bij" list="lw-plaatsen" autocomplete="off" value="{escaped(search.near)}">'
        f'<datalist id="lw-plaatsen">{known}</datalist></p>'
        f'<p class="lw-veld"><label for="lw-km">{texts["distance_label"]}</label>'
        f'<select id="lw-km" name="km">{distances}</select></p>'
        f'<p class="lw-veld"><label for="lw-volgorde">{texts["sort_label"]}</label>'
        f'<select id="lw-volgorde" name="volgorde">{orders}</select></p>{kept}'
        f'<p class="lw-veld"><button class="lw-eerste">{texts["search_button"]}</button></p></form>'
    )


def _orders(search: Search, tongue: Tongue) -> Iterator[str]:
    """Yield the orders; the automatic one has no value, so that it goes along when a place is filled in or taken out."""
    own = automatic_sort(search.near)
    yield _option("", tongue.texts[f"sort_{own}"], search.sort == own)
    for name in SORTS:
        if name != own and (name != "afstand" or search.near):
            yield _option(name, tongue.texts[f"sort_{name}"], search.sort == name)


def facets_html(found: Found, tongue: Tongue) -> str:
    """Return the facets with their exact counts, and the limits on cost and duration; they unfold on a phone."""
    texts, search = tongue.texts, found.search
    counts = found.page.listing.counts
    groups = "".join(_facet(facet, counts.get(facet, ()), search, tongue) for facet in PARAMETERS)
    chosen = sum(len(values) for values in search.facets.values())
    number = f" ({chosen})" if chosen else ""
    return (
        f'<details class="lw-filterblok"><summary>{texts["filters"]}{number}</summary>{groups}'
        f"{_limits(search, tongue)}"
        f'<p><button class="lw-eerste" form="{FORM}">{texts["search_button"]}</button></p></details>'
    )


def chips_html(search: Search, tongue: Tongue, occupations: Mapping[str, str]) -> str:
    """Return what the list is limited to, each with a link that takes it off; `occupations` are names by id."""
    chips = [
        f'<li><a href="{escaped(address)}">{one_line(label)} <span aria-hidden="true">×</span>'
        f'<span class="lw-alleen-hoorbaar"> ({tongue.texts["chip_remove"]})</span></a></li>'
        for label, address in chips_of(search, tongue, occupations)
    ]
    if not chips:
        return ""
    clear = (
        f'<li><a class="lw-wis" href="{PATH}">{tongue.texts["clear_all"]}</a></li>' if len(chips) > 1 else ""
    )
    return f'<ul class="lw-chips" aria-label="{tongue.texts["chips_label"]}">{"".join(chips)}{clear}</ul>'


def chips_of(search: Search, tongue: Tongue, occupations: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each thing that limits a search, plain, with the address of the page without it."""
    if search.words:
        yield f"“{search.words}”", address_of(without(search, "words"))
    for facet, values in search.facets.items():
        for value in values:
            label = facet_words(facet, value, tongue, occupations)
            rest = search.choosing(facet, (other for other in values if other != value))
            yield f"{tongue.texts[f'facet_{facet}']}: {label}", address_of(rest)
    for limit in ("near", "months", "euro"):
        label = limit_words(search, limit, tongue, occupations)
        if label:
            yield label, address_of(without(search, limit))


def facet_words(facet: str, value: str, tongue: Tongue, occupations: Mapping[str, str]) -> str:
    """Return a chosen value, plain; an occupation by its name."""
    return occupations.get(value, value) if facet == "occupation" else value_words(facet, value, tongue)


def limit_words(search: Search, limit: str, tongue: Tongue, occupations: Mapping[str, str]) -> str:
    """Return what a limit of a search says, plain; "" when it does not limit."""
    match limit:
        case "near":
            values = {"km": search.km, "place": search.near}
            return tongue.fill("chip_near", values) if search.near else ""
        case "months":
            most = search.most_months
            return "" if most is None else tongue.fill("chip_months", {"months": tongue.number(most)})
        case "euro":
            euro = search.most_euro
            return "" if euro is None else tongue.fill("chip_euro", {"euro": tongue.number(euro)})
        case "words":
            return f"“{search.words}”"
    chosen = (facet_words(limit, value, tongue, occupations) for value in search.values(limit))
    return f"{tongue.texts[f'facet_{limit}']}: {', '.join(chosen)}"


def _facet(facet: str, counts: Iterable[tuple[str, int]], search: Search, tongue: Tongue) -> str:
    chosen = search.values(facet)
    known = {value: count for value, count in counts if _is_offered(facet, value)}
    values = [*chosen, *(value for value in known if value not in chosen)]
    if facet in ("start", "level"):
        values = sorted(values)
    if not values or facet == "occupation":
        return _hidden(facet, chosen)
    options = [
        f'<label class="lw-keuze"><input type="checkbox" name="{PARAMETERS[facet]}" value="{escaped(value)}" '
        f'form="{FORM}"{" checked" if value in chosen else ""}> <span>{one_line(value_words(facet, value, tongue))} '
        f'<span class="lw-aantal">({tongue.number(known.get(value, 0))})</span></span></label>'
        for value in values
    ]
    shown = max(SHOWN_VALUES, len(chosen))
    more = ""
    if len(options) > shown + 1:
        rest = tongue.count("more_values", len(options) - shown)
        more = f"<details><summary>{rest}</summary>{''.join(options[shown:])}</details>"
        options = options[:shown]
    help_text = tongue.texts.words.get(f"help_{facet}", "")
    explained = f'<p class="lw-klein">{help_text}</p>' if help_text else ""
    return f"<fieldset><legend>{tongue.texts[f'facet_{facet}']}</legend>{explained}{''.join(options)}{more}</fieldset>"


def _is_offered(facet: str, value: str) -> bool:
    """Say whether a value is worth a checkbox: a level that is a kind as well is chosen as a kind."""
    return facet != "level" or value.startswith("mbo")


def _hidden(facet: str, chosen: Iterable[str]) -> str:
    return "".join(
        f'<input type="hidden" name="{PARAMETERS[facet]}" value="{escaped(value)}" form="{FORM}">'
        for value in chosen
    )


def _limits(search: Search, tongue: Tongue) -> str:
    texts = tongue.texts
    months = sorted({*DURATIONS, *([search.most_months] if search.most_months else [])})
    options = _option("", texts["any_duration"], search.most_months is None) + "".join(
        _option(str(most), tongue.count("months", most), most == search.most_months) for most in months
    )
    euro = "" if search.most_euro is None else str(search.most_euro)
    return (
        f"<fieldset><legend>{texts['limits']}</legend>"
        f'<p class="lw-veld"><label for="lw-maanden">{texts["max_months_label"]}</label>'
        f'<select id="lw-maanden" name="maanden" form="{FORM}">{options}</select></p>'
        f'<p class="lw-veld"><label for="lw-euro">{texts["max_euro_label"]}</label>'
        f'<input id="lw-euro" name="euro" inputmode="numeric" value="{escaped(euro)}" form="{FORM}" '
        f'aria-describedby="lw-euro-hulp"><span class="lw-klein" id="lw-euro-hulp">{texts["help_euro"]}</span></p></fieldset>'
    )


def _option(value: str, label: str, is_chosen: bool) -> str:
    return f'<option value="{escaped(value)}"{" selected" if is_chosen else ""}>{one_line(label)}</option>'
