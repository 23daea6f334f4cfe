"""Up to four offers side by side, and the shortlist: pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.interface.escaping import escaped, host_of, one_line, public_address
from assistant.interface.rooms.offers.address import PATH
from assistant.interface.rooms.offers.fields import COMPARED, first_words, is_disputed, statements_of
from assistant.interface.rooms.offers.wording import (
    COMPARE_PATH,
    SHORTLIST_PATH,
    Tongue,
    badge_html,
    dated,
    label_of,
    name_of,
    offer_address,
    shortlist_form_html,
    state_html,
    summary_html,
)
from assistant.routes.rules_in_force import GENERAL, RuleInForce
from knowledge.catalogue.comparing import FEWEST, MOST
from knowledge.catalogue.facts import Provenance
from knowledge.catalogue.types import Offer

MOST_LISTED = 20
"""Offers on a shortlist: a list that is longer is no choice any more."""


@dataclass(frozen=True, slots=True)
class Column:
    """An offer that is compared, with the rules that count for it."""

    offer: Offer
    rules: Sequence[RuleInForce]


@dataclass(frozen=True, slots=True)
class Cell:
    """A value that is compared: its words, who says it, and whether others say something else."""

    words: str
    about: Provenance | None = None
    is_disputed: bool = False


def comparison_html(columns: Sequence[Column], tongue: Tongue) -> str:
    """Return the comparison of two to four offers; for another number what to choose from those."""
    texts = tongue.texts
    offers = [column.offer for column in columns]
    back = f'<p class="lw-terug"><a href="{PATH}">{texts["back_to_list"]}</a> · <a href="{SHORTLIST_PATH}">{texts["shortlist"]}</a></p>'
    if not FEWEST <= len(offers) <= MOST:
        key = "compare_too_few" if len(offers) < FEWEST else "compare_too_many"
        form = compare_form_html(offers, tongue) if offers else ""
        return f'{back}<p class="lw-let-op">{texts[key]}</p>{form}'
    heads = "".join(
        f'<th scope="col" role="columnheader"><a href="{escaped(offer_address(offer.id))}">{one_line(name_of(offer))}</a>'
        f' <span class="lw-klein">{one_line(_mode(offer, tongue))}</span>{state_html(offer, tongue)}</th>'
        for offer in offers
    )
    rows = "".join(_row(name, columns, tongue) for name in COMPARED)
    return (
        f"{back}<p>{texts['compare_intro']}</p>"
        '<table class="lw-vergelijking" role="table">'
        f'<caption>{texts["compare_caption"]}</caption><thead role="rowgroup"><tr role="row">'
        f'<th scope="col" role="columnheader">{texts["field"]}</th>{heads}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
        f'<p class="lw-let-op">{texts["school_decides"]}</p>'
    )


def likeness(values: Sequence[str | None]) -> str:
    """Say how values compare: "differs", "same", or "partly_known" when no two known ones differ and one is not known."""
    known = {value for value in values if value is not None}
    return "differs" if len(known) > 1 else "partly_known" if None in values else "same"


def cell_of(column: Column, name: str, tongue: Tongue) -> Cell | None:
    """Return what is known of a field, None when nothing is; who may enter is what the rules in force say."""
    if name == "rule":
        return _rule_cell(column.rules, tongue)
    words = first_words(column.offer, name, tongue)
    if words is None:
        return None
    stated = statements_of(column.offer, name)
    return Cell(words, stated[0].provenance if stated else None, is_disputed(column.offer, name))


def _rule_cell(rules: Sequence[RuleInForce], tongue: Tongue) -> Cell | None:
    ways = [one for one in rules if one.is_way_in and one.rule.text]
    if not ways:
        return None
    first = [one.rule for one in ways if one.specificity == ways[0].specificity]
    also = [one.rule.text for one in rules if not one.is_way_in and one.rule.text]
    words = f" {tongue.texts['or']}: ".join(rule.text.rstrip() for rule in first)
    if ways[0].specificity == GENERAL:
        words = f"{tongue.texts['national_rule']} {words}"
    extra = f" {tongue.texts['rule_also']} {' '.join(also)}" if also else ""
    return Cell(f"{words}{extra}", first[0].provenance)


def _row(name: str, columns: Sequence[Column], tongue: Tongue) -> str:
    texts = tongue.texts
    cells = [cell_of(column, name, tongue) for column in columns]
    if all(cell is None for cell in cells):
        return ""
    how = likeness([cell.words if cell else None for cell in cells])
    mark = f' <span class="lw-verschil lw-{how}">{texts[how]}</span>'
    shown = "".join(
        _cell_html(column.offer, cell, tongue) for column, cell in zip(columns, cells, strict=True)
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{texts[f"field_{name}"]}{mark}</th>{shown}</tr>'


def _cell_html(offer: Offer, cell: Cell | None, tongue: Tongue) -> str:
    mode = _mode(offer, tongue)
    whose = f"{name_of(offer)} ({mode})" if mode else name_of(offer)
    head = f'<span class="lw-celnaam">{one_line(whose)}</span>'
    if cell is None:
        return f'<td role="cell" class="lw-onbekend">{head}{tongue.texts["unknown_value"]}</td>'
    return f'<td role="cell">{head}{one_line(cell.words)}{_source(cell, tongue)}</td>'


def _mode(offer: Offer, tongue: Tongue) -> str:
    return tongue.words.value("mode", offer.mode.value.value) if offer.mode.value else ""


def _source(cell: Cell, tongue: Tongue) -> str:
    """Return who says the value that is shown and when, short; that sources differ is said."""
    if cell.about is None:
        return ""
    url = public_address(cell.about.url)
    host = one_line(host_of(url)) if url else tongue.texts["source_without_address"]
    dispute = f" · {tongue.texts['disputed_short']}" if cell.is_disputed else ""
    return f'<span class="lw-noot">{host}, {dated(cell.about.as_of, tongue)}{dispute}</span>'


def compare_form_html(offers: Sequence[Offer], tongue: Tongue) -> str:
    """Return a form in which two to four of some offers are chosen."""
    items = "".join(
        f'<li><label class="lw-keuze"><input type="checkbox" name="id" value="{escaped(offer.id)}"> '
        f"<span>{one_line(label_of(offer, tongue))}</span></label></li>"
        for offer in offers
    )
    return f'<form action="{COMPARE_PATH}"><ul class="lw-kaal">{items}</ul><button>{tongue.texts["compare"]}</button></form>'


def shortlist_html(offers: Sequence[Offer], gone: int, notice: str, tongue: Tongue) -> str:
    """Return the shortlist; `gone` offers on it are no longer in the catalogue, `notice` is said first."""
    texts = tongue.texts
    said = f'<p class="lw-let-op" role="status">{texts[notice]}</p>' if notice else ""
    lost = f'<p class="lw-let-op">{tongue.count("gone", gone)}</p>' if gone else ""
    back = f'<p class="lw-terug"><a href="{PATH}">{texts["back_to_list"]}</a></p>'
    kept = f'<p class="lw-klein">{texts["shortlist_kept"]}</p>'
    if not offers:
        return f"{back}{said}{lost}<p>{texts['shortlist_empty']}</p>{kept}"
    rows = "".join(_listed(offer, tongue) for offer in offers)
    return (
        f"{back}{said}{lost}<p>{tongue.count('shortlist_count', len(offers))} {texts['print_help']}</p>"
        f'<ol class="lw-opleidingen">{rows}</ol>'
        f'<form id="lw-vergelijkvorm" class="lw-vergelijkbalk" action="{COMPARE_PATH}"><span>{texts["compare_help"]}</span> '
        f"<button>{texts['compare']}</button></form>"
        f'<form method="post" action="{SHORTLIST_PATH}"><p><button name="doe" value="leeg">{texts["shortlist_clear"]}</button></p></form>{kept}'
    )


def _listed(offer: Offer, tongue: Tongue) -> str:
    label = label_of(offer, tongue)
    return (
        f'<li class="lw-kaart"><h2><a href="{escaped(offer_address(offer.id))}">{one_line(name_of(offer))}</a></h2>'
        f'{summary_html(offer, tongue)}{badge_html(offer, tongue)}<div class="lw-knoppen">'
        f"{shortlist_form_html(offer.id, label, True, SHORTLIST_PATH, tongue)}"
        f'<label class="lw-keuze"><input type="checkbox" name="id" value="{escaped(offer.id)}" form="lw-vergelijkvorm"> '
        f'<span>{tongue.texts["choose_compare"]}<span class="lw-alleen-hoorbaar">: {one_line(label)}</span></span>'
        "</label></div></li>"
    )
