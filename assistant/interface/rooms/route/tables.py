"""The tables of the outcome: the schemes of a step, and the offers that lead to the goal. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.interface.escaping import escaped, one_line
from assistant.interface.rooms.route.funding_rows import (
    FUNDING_COLUMNS,
    FundingRow,
    Group,
    Reasons,
    funding_rows,
)
from assistant.interface.rooms.route.planned import Judged, Plan
from assistant.interface.rooms.route.words import SIGNS, provider_name, source_html
from assistant.interface.texts import Texts
from assistant.routes.amounts import euro_text, months_text
from assistant.routes.costs import gross_euro
from assistant.routes.phrases import say
from assistant.routes.spans import span_of
from assistant.routes.types import Answer, Step
from assistant.routes.wording import offer_name
from knowledge.catalogue.types import OfferState

Organisations = Mapping[str, str]

FEW = 10
"""So many offers of a goal are listed without being asked for."""


def answer_html(answer: Answer, texts: Texts) -> str:
    """Return a verdict with its sign."""
    return (
        f'<span class="lw-antw lw-antw-{answer.value}"><span aria-hidden="true">{SIGNS[answer]}</span> '
        f"{escaped(say(texts.language, f'answer_{answer.value}'))}</span>"
    )


def money_html(plan: Plan, step: Step, place: str, organisations: Organisations, texts: Texts) -> str:
    """Return what a step costs and the schemes for it, folded up, one table for each who applies; `place` says which step of which route."""
    language = texts.language
    rows = funding_rows(step, plan.person, organisations, texts)
    by_group = {group: [row for row in rows if row.group is group] for group in Group}
    gross, net = (euro_text(span, language) for span in (step.funding.gross_euro, step.funding.net_euro))
    counts = "; ".join(
        texts.count(f"funding_{group.value}", len(by_group[group])) for group in Group if by_group[group]
    )
    tables = "".join(
        _funding_table(by_group[group], group, place, texts) for group in Group if by_group[group]
    )
    return (
        f"<details><summary>{texts['money']} {escaped(counts)}</summary>"
        f"<p>{texts['money_before'].format(gross=escaped(gross), net=escaped(net))}</p>"
        f"{tables or texts['funding_none']}</details>"
    )


def _funding_table(rows: Sequence[FundingRow], group: Group, place: str, texts: Texts) -> str:
    caption = f"{texts[f'funding_caption_{group.value}']} ({place})"
    keys = (*FUNDING_COLUMNS[group], "col_source")
    cells = [[_funding_cell(row, key, texts) for key in keys] for row in rows]
    return _stacking_table(caption, [texts[key] for key in keys], cells)


def _funding_cell(row: FundingRow, column: str, texts: Texts) -> str:
    shown = {
        "col_scheme": one_line(row.scheme.name),
        "col_verdict": answer_html(row.answer, texts),
        "col_amount": escaped(row.amount),
        "col_apply": escaped(row.apply),
        "col_why": _reasons(row.why),
        "col_source": source_html([row.provenance], texts),
    }
    return shown[column]


def _stacking_table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table of which the rows become cards on a telephone, each cell with its head before it.

    The roles are written out, since a browser forgets them when a table is laid out in another way.
    """
    head = "".join(f'<th scope="col" role="columnheader">{text}</th>' for text in heads)
    body = "".join(
        f'<tr role="row"><th scope="row" role="rowheader">{first}</th>'
        + "".join(
            f'<td role="cell" data-kop="{_before(text)}">{cell}</td>'
            for text, cell in zip(heads[1:], others, strict=True)
        )
        + "</tr>"
        for first, *others in rows
    )
    return (
        f'<div class="lw-tabel" role="region" tabindex="0" aria-label="{caption}">'
        f'<table class="lw-stapel" role="table"><caption>{caption}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _before(head: str) -> str:
    """Return a head as it stands before its cell; a question has its sign already."""
    return head if head.endswith("?") else f"{head}:"


def _reasons(why: Reasons) -> str:
    if len(why.parts) < 2:
        return escaped(why.text)
    parts = "".join(f"<li>{escaped(part)}</li>" for part in why.parts)
    lead = f"<p>{escaped(why.lead)}</p>" if why.lead else ""
    return f"{lead}<ul>{parts}</ul>"


def targets_html(plan: Plan, organisations: Organisations, texts: Texts) -> str:
    """Return the offers that lead to the goal with what the rules say about entering each now."""
    if not plan.targets:
        return ""
    keys = ("col_offer", "col_may", "col_time", "col_cost", "col_mode", "col_place")
    rows = [_target(one, plan, organisations, texts) for one in plan.targets]
    caption = texts["targets_caption"].format(n=len(plan.targets))
    return (
        f"<details class='lw-kaart'{' open' if len(plan.targets) <= FEW else ''}><summary>{caption}</summary>"
        f"<p>{texts['targets_note']}</p>{_stacking_table(caption, [texts[key] for key in keys], rows)}</details>"
    )


def _target(one: Judged, plan: Plan, organisations: Organisations, texts: Texts) -> tuple[str, ...]:
    language, offer = texts.language, one.offer
    unknown = say(language, "unknown")
    school = (
        f"<br>{one_line(provider_name(offer.provider.value, organisations))}" if offer.provider.value else ""
    )
    old = f"<br>{texts['unconfirmed']}" if offer.state is OfferState.UNCONFIRMED else ""
    source = source_html([offer.name.provenance] if offer.name.provenance else [], texts)
    places = ", ".join(place.name for place in offer.places.value or ())
    return (
        f"{one_line(offer_name(offer))}{school}{old}{source}",
        answer_html(one.verdict.answer, texts),
        escaped(months_text(span_of(offer.duration_months.value), language)),
        escaped(euro_text(gross_euro(offer, plan.today), language)),
        escaped(offer.mode.value.value if offer.mode.value else unknown),
        escaped(places or unknown),
    )
