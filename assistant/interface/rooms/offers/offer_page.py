"""The page of one offer: every field with its sources, who may enter, what it leads to, and offers like it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.interface.escaping import escaped, host_of, one_line, public_address
from assistant.interface.rooms.offers.address import Search, address_of
from assistant.interface.rooms.offers.fields import (
    FIELDS,
    field_words,
    is_disputed,
    statements_of,
    unknown_fields,
)
from assistant.interface.rooms.offers.finding import Suggestion
from assistant.interface.rooms.offers.listing_page import shortlist_link_html
from assistant.interface.rooms.offers.wording import (
    COMPARE_PATH,
    Tongue,
    about_words,
    ask_address,
    badge_html,
    label_of,
    name_of,
    offer_address,
    shortlist_form_html,
    source_html,
    state_html,
    summary_html,
)
from assistant.routes.rules_in_force import GENERAL, RuleInForce
from knowledge.catalogue.types import Offer

MOST_FOLLOWING = 8
"""Offers that may follow which are shown at once; the others unfold."""


LADDER = {
    **{f"mbo-{step}": step for step in range(1, 5)},
    "ad": 5,
    "hbo-bachelor": 6,
    "wo-bachelor": 6,
    "hbo-master": 7,
    "wo-master": 7,
}
"""Levels as they follow each other (NLQF)."""


def later_steps(offer: Offer, following: Sequence[Offer]) -> tuple[Offer, ...]:
    """Return what may follow on an offer and is a step further; all of it where the offer itself names what follows.

    A rule that opens a bachelor to whoever holds one does not make another bachelor the next step.
    """
    own = LADDER.get(offer.level.value or "")
    if own is None or offer.follow_on.is_known:
        return tuple(following)
    return tuple(one for one in following if LADDER.get(one.level.value or "", own + 1) > own)


@dataclass(frozen=True, slots=True)
class Opened:
    """An offer with what stands around it."""

    offer: Offer
    rules: Sequence[RuleInForce]
    occupations: Sequence[Suggestion]
    following: Sequence[Offer]
    alike: Sequence[Offer]
    listed: Sequence[Offer]
    """The offers on the shortlist."""

    @property
    def shortlist(self) -> Collection[str]:
        """The ids on the shortlist."""
        return {offer.id for offer in self.listed}


def opened_html(opened: Opened, tongue: Tongue) -> str:
    """Return the main part of the page."""
    offer, texts = opened.offer, tongue.texts
    label = label_of(offer, tongue)
    here = offer_address(offer.id)
    return (
        f'<p class="lw-terug"><a href="{address_of(Search())}">{texts["back_to_list"]}</a></p>'
        f"{shortlist_link_html(len(opened.listed), tongue)}"
        f'<div class="lw-kaart">{summary_html(offer, tongue)}{state_html(offer, tongue)}<div class="lw-knoppen">'
        f"{shortlist_form_html(offer.id, label, offer.id in opened.shortlist, here, tongue)}"
        f'<a class="lw-knop" href="{escaped(ask_address(offer, tongue))}">{texts["ask_about"]}</a>'
        f'<a class="lw-knop" href="#lw-vergelijk">{texts["compare"]}</a>{_website(offer, tongue)}</div></div>'
        f"{_admission(opened, tongue)}{_facts(offer, tongue)}{_after(opened, tongue)}{_alike(opened, tongue)}"
    )


def _website(offer: Offer, tongue: Tongue) -> str:
    url = public_address(offer.url.value or "")
    if url is None:
        return ""
    label = tongue.fill("website", {"host": one_line(host_of(url))})
    return f'<a class="lw-knop lw-buiten" href="{escaped(url)}" rel="noreferrer noopener">{label}</a>'


def _admission(opened: Opened, tongue: Tongue) -> str:
    """Return who may enter, in the words of the rules; the school decides, and that is said."""
    texts = tongue.texts
    ways = [rule for rule in opened.rules if rule.is_way_in]
    also = [rule for rule in opened.rules if not rule.is_way_in]
    if not ways:
        body = f"<p>{texts['no_rule']}</p>"
    else:
        top = max(rule.specificity for rule in ways)
        first = [rule for rule in ways if rule.specificity == top]
        others = [rule for rule in ways if rule.specificity < top]
        head = texts["rule_national" if top == GENERAL else "rule_own"]
        body = f"<p>{head}</p>{_rules(first, tongue)}"
        if others:
            body += f"<details><summary>{texts['rule_others']}</summary>{_rules(others, tongue)}</details>"
    if also:
        body += f"<p>{texts['rule_also']}</p>{_rules(also, tongue)}"
    return (
        f'<section aria-labelledby="lw-toelating"><h2 id="lw-toelating">{texts["admission"]}</h2>{body}'
        f'<p class="lw-let-op">{texts["school_decides"]}</p></section>'
    )


def _rules(rules: Sequence[RuleInForce], tongue: Tongue) -> str:
    items = []
    for one in rules:
        rule = one.rule
        article = f' <span class="lw-klein">({one_line(rule.article)})</span>' if rule.article else ""
        text = one_line(rule.text) if rule.text else tongue.texts["rule_without_words"]
        items.append(f"<li>{text}{article}<br>{source_html(rule.provenance, tongue)}</li>")
    return f'<ul class="lw-regels">{"".join(items)}</ul>'


def _facts(offer: Offer, tongue: Tongue) -> str:
    texts = tongue.texts
    groups = []
    for name in FIELDS:
        stated = statements_of(offer, name)
        if not stated:
            continue
        warning = f'<dd class="lw-let-op">{texts["disputed"]}</dd>' if is_disputed(offer, name) else ""
        values = "".join(
            f"<dd>{one_line(field_words(offer, name, one.value, tongue))}<br>{source_html(one.provenance, tongue)}</dd>"
            for one in stated
        )
        groups.append(f"<div><dt>{texts[f'field_{name}']}</dt>{warning}{values}</div>")
    unknown = ", ".join(texts[f"field_{name}"] for name in unknown_fields(offer))
    missing = f"<p>{tongue.fill('not_known', {'fields': unknown})}</p>" if unknown else ""
    return (
        f'<section aria-labelledby="lw-gegevens"><h2 id="lw-gegevens">{texts["facts"]}</h2>'
        f'<p class="lw-klein">{texts["facts_help"]}</p>'
        f'<dl class="lw-gegevens">{"".join(groups)}</dl>{missing}</section>'
    )


def _after(opened: Opened, tongue: Tongue) -> str:
    texts = tongue.texts
    jobs = "".join(
        f'<li><a href="{escaped(address_of(Search().choosing("occupation", (one.id,))))}">{one_line(one.name)}</a> '
        f'<span class="lw-klein">({tongue.count("found", one.offers)})</span></li>'
        for one in opened.occupations
    )
    parts = [f"<h3>{texts['jobs']}</h3><ul>{jobs}</ul>" if jobs else f"<p>{texts['jobs_unknown']}</p>"]
    if opened.offer.occupations.provenance:
        parts.append(f"<p>{source_html(opened.offer.occupations.provenance, tongue)}</p>")
    if opened.following:
        links = [_link(offer, tongue) for offer in opened.following]
        more = ""
        if len(links) > MOST_FOLLOWING + 1:
            rest = tongue.count("more_values", len(links) - MOST_FOLLOWING)
            more = f"<details><summary>{rest}</summary><ul>{''.join(links[MOST_FOLLOWING:])}</ul></details>"
            links = links[:MOST_FOLLOWING]
        parts.append(f"<h3>{texts['following']}</h3><p class='lw-klein'>{texts['following_help']}</p>")
        parts.append(f"<ul>{''.join(links)}</ul>{more}")
    else:
        parts.append(f"<p>{texts['following_unknown']}</p>")
    return f'<section aria-labelledby="lw-hierna"><h2 id="lw-hierna">{texts["after"]}</h2>{"".join(parts)}</section>'


def _link(offer: Offer, tongue: Tongue) -> str:
    about = about_words(offer, tongue)
    return (
        f'<li><a href="{escaped(offer_address(offer.id))}">{one_line(name_of(offer))}</a> '
        f'<span class="lw-klein">{one_line(about)}</span>{badge_html(offer, tongue)}</li>'
    )


def _alike(opened: Opened, tongue: Tongue) -> str:
    """Return offers like this one and those of the shortlist, to set beside it."""
    texts = tongue.texts
    own = opened.offer.id
    groups = (
        ("on_shortlist", [offer for offer in opened.listed if offer.id != own]),
        ("alike", [offer for offer in opened.alike if offer.id not in opened.shortlist]),
    )
    body = "".join(
        f"<fieldset><legend>{texts[key]}</legend>{''.join(_choice(offer, tongue) for offer in offers)}</fieldset>"
        for key, offers in groups
        if offers
    )
    if not body:
        return ""
    return (
        f'<section aria-labelledby="lw-vergelijk"><h2 id="lw-vergelijk" tabindex="-1">{texts["compare_with"]}</h2>'
        f'<form action="{COMPARE_PATH}"><input type="hidden" name="id" value="{escaped(own)}">'
        f"<p>{texts['compare_with_help']}</p>{body}<button>{texts['compare']}</button></form></section>"
    )


def _choice(offer: Offer, tongue: Tongue) -> str:
    about = about_words(offer, tongue)
    box = f"vergelijk-{offer.id}"
    return (
        f'<div class="lw-keuze"><input type="checkbox" name="id" id="{escaped(box)}" value="{escaped(offer.id)}"> '
        f'<span><label for="{escaped(box)}">{one_line(name_of(offer))} '
        f'<span class="lw-klein">{one_line(about)}</span></label> '
        f'<a class="lw-klein" href="{escaped(offer_address(offer.id))}">{tongue.texts["open"]}'
        f'<span class="lw-alleen-hoorbaar">: {one_line(name_of(offer))}</span></a></span></div>'
    )
