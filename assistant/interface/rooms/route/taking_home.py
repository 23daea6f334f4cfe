"""A plan as a document. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.interface.escaping import public_address
from assistant.interface.exports.document import (
    Block,
    Bullets,
    Cell,
    Document,
    Heading,
    Paragraph,
    Picture,
    SourceLine,
    Table,
)
from assistant.interface.rooms.route.funding_rows import FUNDING_COLUMNS, FundingRow, Group, funding_rows
from assistant.interface.rooms.route.planned import Plan
from assistant.interface.rooms.route.timeline import deadlines_of, timeline_of
from assistant.interface.rooms.route.words import (
    SIGNS,
    dated,
    direct_words,
    doubts_of,
    profile_words,
    provider_name,
    route_title,
    source_name,
    verdict_words,
)
from assistant.interface.texts import Texts
from assistant.routes.amounts import day_text, euro_text, hours_text, months_text
from assistant.routes.phrases import say
from assistant.routes.types import Route, Step
from assistant.routes.wording import (
    Rests,
    changes_sentences,
    offer_name,
    question_text,
    rests_of,
    verdict_sentences,
)
from knowledge.catalogue.facts import Provenance
from knowledge.catalogue.types import OfferState

Organisations = Mapping[str, str]

WIDTHS = {"col_scheme": 21, "col_verdict": 12, "col_amount": 12, "col_apply": 20, "col_why": 35}


@dataclass(slots=True)
class _Sources:
    """Gives each different source a number, in the order in which they are first named."""

    texts: Texts
    lines: dict[Provenance, SourceLine] = field(default_factory=dict)

    def numbers(self, provenances: Iterable[Provenance]) -> tuple[int, ...]:
        """Return the numbers of some sources."""
        found = []
        for one in dict.fromkeys(provenances):
            if one not in self.lines:
                url = public_address(one.url)
                number = len(self.lines) + 1
                self.lines[one] = SourceLine(
                    number, source_name(one, self.texts), url, dated(one, self.texts)
                )
            found.append(self.lines[one].number)
        return tuple(found)

    def of(self, rests: Iterable[Rests], *, only_rules: bool = False) -> tuple[int, ...]:
        """Return the numbers of what a sentence rests on."""
        return self.numbers(one.provenance for one in rests if not only_rules or one.field == "condition")


def document_of(plan: Plan, organisations: Organisations, texts: Texts) -> Document:
    """Return the plan as a document, everything shown with the numbers of its sources."""
    sources = _Sources(texts)
    title = texts["export_title"].format(goal=plan.found.name)
    day = day_text(plan.today, texts.language)
    words = profile_words(plan.profile, texts)
    modes = ", ".join(plan.wish.excluded_modes)
    words += (texts["told_without"].format(modes=modes),) if modes else ()
    blocks: list[Block] = [
        Heading(1, title),
        Paragraph(texts["export_made"].format(day=day), is_note=True),
        Heading(2, texts["i_assume"].rstrip(":")),
        Bullets(words or (texts["told_nothing"],)),
        Heading(2, verdict_words(plan, texts)),
        *_direct(plan, texts),
        Paragraph(texts["who_decides"], is_note=True),
    ]
    if plan.question:
        blocks.append(
            Paragraph(texts["export_question"].format(question=question_text(plan.question, texts.language)))
        )
    shown = [route for route in plan.routes.shown if route.steps]
    for number, route in enumerate(shown, start=1):
        blocks += _route(plan, route, number, organisations, sources)
    blocks += _changes(plan, sources)
    return Document(
        title,
        texts.language,
        tuple(blocks),
        tuple(sources.lines.values()),
        texts["source_many"],
        texts["export_page"],
        texts["export_foot"].format(day=day),
    )


def _direct(plan: Plan, texts: Texts) -> list[Block]:
    counts = plan.counts
    items = [
        texts[f"direct_{answer.value}"].format(n=counts[answer]) for answer in SIGNS if counts.get(answer)
    ]
    return [Paragraph(direct_words(plan, texts)), *([Bullets(tuple(items))] if items else [])]


def _route(
    plan: Plan, route: Route, number: int, organisations: Organisations, sources: _Sources
) -> list[Block]:
    texts, totals = sources.texts, route.totals
    language = texts.language
    unknown = route.unknown_from
    doubts = [say(language, "unknown_from", {"number": unknown})] if unknown else []
    is_only = len(plan.routes.outlines) == 1
    found: list[Block] = [
        Heading(2, route_title(route, number, texts, is_only=is_only)),
        Bullets(
            (
                f"{texts['total_time']}: {months_text(totals.months, language)}",
                f"{texts['total_cost']}: {euro_text(totals.euro, language)}",
                f"{texts['total_hours']}: {hours_text(totals.hours, language)}",
            )
        ),
        *(Paragraph(note) for note in (*doubts, *doubts_of(plan, route, texts))),
        Picture(
            timeline_of(route),
            tuple(
                texts["step_title"].format(number=place, offer=offer_name(step.offer))
                for place, step in enumerate(route.steps, start=1)
            ),
        ),
        _overview(route, organisations, sources),
    ]
    for place, step in enumerate(route.steps, start=1):
        found += _step(plan, step, place, organisations, sources)
    return found


def _overview(route: Route, organisations: Organisations, sources: _Sources) -> Table:
    texts = sources.texts
    rows = tuple(
        _overview_row(step, number, organisations, sources)
        for number, step in enumerate(route.steps, start=1)
    )
    head = ("col_step", "col_offer", "col_from", "col_time", "col_net", "col_hours", "col_mode")
    return Table(
        texts["timeline_caption"], tuple(texts[key] for key in head), rows, (6, 22, 14, 12, 14, 14, 9)
    )


def _overview_row(
    step: Step, number: int, organisations: Organisations, sources: _Sources
) -> tuple[Cell, ...]:
    language, offer = sources.texts.language, step.offer
    unknown = say(language, "unknown")
    school = offer.provider.value
    name = offer_name(offer) + (f", {provider_name(school, organisations)}" if school else "")
    hours = hours_text(step.hours, language) if step.hours.is_known else unknown

    def cited(text: str, field_name: str) -> Cell:
        return Cell(text, sources.of(rests_of(offer, field_name)))

    return (
        Cell(str(number)),
        cited(name, "name"),
        Cell(day_text(step.starts, language)),
        cited(months_text(step.months, language), "duration_months"),
        cited(euro_text(step.funding.net_euro, language), "costs"),
        cited(hours, "hours_per_week"),
        cited(offer.mode.value.value if offer.mode.value else unknown, "mode"),
    )


def _step(
    plan: Plan, step: Step, number: int, organisations: Organisations, sources: _Sources
) -> list[Block]:
    texts = sources.texts
    language, offer = texts.language, step.offer
    found: list[Block] = [Heading(3, texts["step_title"].format(number=number, offer=offer_name(offer)))]
    if offer.state is OfferState.UNCONFIRMED:
        found.append(Paragraph(say(language, "step_unconfirmed", {"offer": offer_name(offer)})))
    if not offer.provider.value:
        found.append(Paragraph(texts["school_unknown"]))
    answer = say(language, f"answer_{step.verdict.answer.value}")
    found.append(Paragraph(f"{texts['may_i']} {answer}"))
    found += [
        Paragraph(one.text, sources.of(one.rests_on, only_rules=True))
        for one in verdict_sentences(step.verdict, offer, language)
    ]
    found += [
        Paragraph(texts["deadline"].format(what=what, day=day_text(day, language)))
        for what, day in deadlines_of(step)
    ]
    gross, net = (euro_text(span, language) for span in (step.funding.gross_euro, step.funding.net_euro))
    cost = sources.of(rests_of(offer, "costs"))
    found.append(Paragraph(texts["money_before"].format(gross=gross, net=net), cost))
    rows = funding_rows(step, plan.person, organisations, texts)
    for group in Group:
        some = [row for row in rows if row.group is group]
        found += [_funding(some, group, number, sources)] if some else []
    return found


def _funding(rows: Sequence[FundingRow], group: Group, number: int, sources: _Sources) -> Table:
    texts = sources.texts
    caption = f"{texts[f'funding_caption_{group.value}']} ({texts['step'].format(number=number)})"
    keys = FUNDING_COLUMNS[group]
    rows_of_cells = tuple(tuple(_cell(row, key, sources) for key in keys) for row in rows)
    widths = tuple(WIDTHS[key] for key in keys)
    return Table(caption, tuple(texts[key] for key in keys), rows_of_cells, widths)


def _cell(row: FundingRow, column: str, sources: _Sources) -> Cell:
    if column == "col_scheme":
        return Cell(row.scheme.name, sources.numbers([row.provenance]))
    verdict = say(sources.texts.language, f"answer_{row.answer.value}")
    others = {"col_amount": row.amount, "col_apply": row.apply, "col_why": row.why.text}
    return Cell(others.get(column, verdict))


def _changes(plan: Plan, sources: _Sources) -> list[Block]:
    if plan.changes is None:
        return []
    sentences = changes_sentences(plan.changes, sources.texts.language)
    return [
        Heading(2, sources.texts["changes_head"]),
        *(Paragraph(one.text, sources.of(one.rests_on)) for one in sentences),
        Paragraph(sources.texts["changes_note"], is_note=True),
    ]
