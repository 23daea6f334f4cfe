"""The outcome as HTML: the goal, the verdict, the routes with their steps, or what would have to change. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.interface.escaping import escaped, one_line
from assistant.interface.rooms.route.asking import question_html
from assistant.interface.rooms.route.planned import Plan
from assistant.interface.rooms.route.tables import answer_html, money_html, targets_html
from assistant.interface.rooms.route.timeline_html import timeline_html
from assistant.interface.rooms.route.words import (
    SIGNS,
    direct_words,
    doubts_of,
    profile_words,
    provider_name,
    route_title,
    source_html,
    verdict_words,
)
from assistant.interface.texts import Texts
from assistant.routes.amounts import euro_text, hours_text, months_text
from assistant.routes.comparing import compare_routes
from assistant.routes.phrases import say
from assistant.routes.types import Route, Step
from assistant.routes.wording import Worded, changes_sentences, offer_name, verdict_sentences
from knowledge.catalogue.types import OfferState

Organisations = Mapping[str, str]


def result_html(plan: Plan, organisations: Organisations, texts: Texts, *, is_wrong: bool = False) -> str:
    """Return all that follows from the profile and the goal, in reading order."""
    return (
        '<section id="uitkomst" aria-labelledby="uitkomst-kop">'
        f'<h2 id="uitkomst-kop">{texts["outcome"].format(goal=one_line(plan.found.name))}</h2>'
        f"{_taken(plan, texts)}{_told(plan, texts)}{_verdict(plan, texts)}"
        f"{question_html(plan.question, texts, is_wrong=is_wrong) if plan.question else ''}"
        f"{_routes(plan, organisations, texts)}{_changes(plan, texts)}"
        f"{targets_html(plan, organisations, texts)}</section>"
    )


def _taken(plan: Plan, texts: Texts) -> str:
    taken = (
        f"<p>{texts['goal_taken'].format(goal=one_line(plan.found.name))}</p>" if plan.found.is_taken else ""
    )
    if not plan.found.alternatives:
        return taken
    buttons = "".join(
        f'<button name="doel" value="{escaped(name)}">{one_line(name)}</button> '
        for name in plan.found.alternatives
    )
    return (
        f'{taken}<form method="post" action="/route/doel" class="lw-knoppen">'
        f"<p>{texts['goal_other']}</p>{buttons}</form>"
    )


def _told(plan: Plan, texts: Texts) -> str:
    words = profile_words(plan.profile, texts)
    chips = "".join(f"<li>{one_line(word)}</li>" for word in words) or f"<li>{texts['told_nothing']}</li>"
    modes = ", ".join(plan.wish.excluded_modes)
    chips += f"<li>{texts['told_without'].format(modes=escaped(modes))}</li>" if modes else ""
    lost = f'<p class="lw-let-op">{texts["place_unknown"]}</p>' if plan.unplaced else ""
    return (
        f'<div class="lw-uitgaan"><p><strong>{texts["i_assume"]}</strong></p>'
        f'<ul class="lw-chips">{chips}</ul><p><a href="#gegevens">{texts["change_profile"]}</a></p></div>{lost}'
    )


def _verdict(plan: Plan, texts: Texts) -> str:
    """Return whether there is a way, and how the rules of the offers that reach the goal stand for the person."""
    counts = plan.counts
    parts = "".join(
        f'<li><span aria-hidden="true" class="lw-teken">{SIGNS[answer]}</span> '
        f"{texts[f'direct_{answer.value}'].format(n=counts[answer])}</li>"
        for answer in SIGNS
        if counts.get(answer)
    )
    counted = f"<ul class='lw-tekens'>{parts}</ul>" if parts else ""
    direct = f"<p>{direct_words(plan, texts)}</p>{counted}"
    return (
        f'<div class="lw-kaart lw-oordeel"><p class="lw-hoofdzin"><strong>{verdict_words(plan, texts)}</strong></p>{direct}'
        f'<p class="lw-klein">{texts["who_decides"]}</p></div>'
    )


def _routes(plan: Plan, organisations: Organisations, texts: Texts) -> str:
    shown = [route for route in plan.routes.shown if route.steps]
    if not shown:
        return ""
    count = texts["routes_shown"].format(shown=len(shown), all=len(plan.routes.outlines))
    partly = (
        "" if plan.routes.is_complete else f'<p class="lw-let-op">{say(texts.language, "incomplete")}</p>'
    )
    cards = "".join(
        _route(plan, route, number, organisations, texts) for number, route in enumerate(shown, start=1)
    )
    table = _comparison(shown, texts) if len(shown) > 1 else ""
    return f"<h2>{texts['routes_head']}</h2><p>{count}</p>{partly}{table}{cards}"


def _comparison(shown: Sequence[Route], texts: Texts) -> str:
    table = compare_routes(shown, texts.language)
    heads = "".join(
        f'<th scope="col">{texts["route_number"].format(number=number)}</th>'
        for number in range(1, len(shown) + 1)
    )
    rows = "".join(
        f'<tr><th scope="row">{one_line(row.title)}</th>'
        + "".join(f"<td>{one_line(cell.text)}</td>" for cell in row.cells)
        + "</tr>"
        for row in table.rows
    )
    return (
        f'<div class="lw-tabel" role="region" tabindex="0" aria-label="{texts["compare_caption"]}"><table>'
        f"<caption>{texts['compare_caption']}</caption><thead><tr><td></td>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _route(plan: Plan, route: Route, number: int, organisations: Organisations, texts: Texts) -> str:
    language = texts.language
    totals = route.totals
    facts = (
        ("total_time", months_text(totals.months, language)),
        ("total_cost", euro_text(totals.euro, language)),
        ("total_hours", hours_text(totals.hours, language)),
    )
    listed = "".join(f"<div><dt>{texts[key]}</dt><dd>{escaped(text)}</dd></div>" for key, text in facts)
    unknown = route.unknown_from
    doubts = [say(language, "unknown_from", {"number": unknown})] if unknown else []
    notes = "".join(f"<li>{escaped(note)}</li>" for note in (*doubts, *doubts_of(plan, route, texts)))
    steps = "".join(
        _step(plan, step, (number, place), organisations, texts)
        for place, step in enumerate(route.steps, start=1)
    )
    title = route_title(route, number, texts, is_only=len(plan.routes.outlines) == 1)
    has_work = bool(plan.profile.job or plan.profile.keeps_working or plan.profile.has_employer)
    return (
        f'<article class="lw-kaart lw-route" aria-labelledby="route-{number}">'
        f'<h3 id="route-{number}">{escaped(title)}</h3>'
        f'<dl class="lw-feiten">{listed}</dl>{f"<ul class=lw-let-op>{notes}</ul>" if notes else ""}'
        f"{timeline_html(route, organisations, texts, has_work=has_work)}"
        f'<ol class="lw-stappen">{steps}</ol></article>'
    )


def _step(plan: Plan, step: Step, place: tuple[int, int], organisations: Organisations, texts: Texts) -> str:
    """Return a step; `place` is the number of its route and its own."""
    language, offer, (route, number) = texts.language, step.offer, place
    where_in = f"{texts['route_number'].format(number=route)}, {texts['step'].format(number=number)}"
    old = (
        f'<p class="lw-let-op">{escaped(say(language, "step_unconfirmed", {"offer": offer_name(offer)}))}</p>'
        if offer.state is OfferState.UNCONFIRMED
        else ""
    )
    school = offer.provider.value
    where = "" if school else f"<p>{texts['school_unknown']}</p>"
    facts = [fact.provenance for fact in (offer.name, offer.duration_months, offer.costs) if fact.provenance]
    name = one_line(texts["step_title"].format(number=number, offer=offer_name(offer)))
    return (
        f"<li><h4>{name}{f' - {one_line(provider_name(school, organisations))}' if school else ''}</h4>{old}{where}"
        f"<details open><summary>{texts['may_i']} {answer_html(step.verdict.answer, texts)}</summary>"
        f"{_sentences(verdict_sentences(step.verdict, offer, language), texts)}</details>"
        f"{money_html(plan, step, where_in, organisations, texts)}"
        f"<p>{texts['step_sources']}</p>{source_html(facts, texts)}</li>"
    )


def _sentences(sentences: Sequence[Worded], texts: Texts) -> str:
    found = []
    for one in sentences:
        rules = [rest.provenance for rest in one.rests_on if rest.field == "condition"]
        source = source_html(rules, texts) if one is sentences[-1] else ""
        found.append(f"<p>{escaped(one.text)}</p>{source}")
    return "".join(found)


def _changes(plan: Plan, texts: Texts) -> str:
    if plan.changes is None:
        return ""
    sentences = changes_sentences(plan.changes, texts.language)
    head, *others = sentences
    provenances = [rest.provenance for one in sentences for rest in one.rests_on]
    items = "".join(f"<li>{escaped(one.text)}</li>" for one in others)
    listed = f"<ol>{items}</ol>" if items else ""
    return (
        f'<section class="lw-kaart" aria-labelledby="anders-kop"><h2 id="anders-kop">{texts["changes_head"]}</h2>'
        f"<p>{escaped(head.text)}</p>{listed}{source_html(provenances, texts)}"
        f'<p class="lw-klein">{texts["changes_note"]}</p></section>'
    )
