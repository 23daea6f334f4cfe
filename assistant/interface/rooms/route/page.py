"""The whole page of the room: introduction, fields, outcome, and what one can do with it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from assistant.interface.escaping import escaped, one_line
from assistant.interface.rooms.route.desk import Desk
from assistant.interface.rooms.route.form import FormState, form_html, limits_html
from assistant.interface.rooms.route.planned import Plan
from assistant.interface.rooms.route.result import result_html
from assistant.interface.rooms.route.words import source_html
from assistant.interface.texts import Texts
from assistant.routes.amounts import day_text
from assistant.routes.wording import Worded


@dataclass(frozen=True, slots=True)
class Since:
    """A file that was opened: of which day, and for each of its routes what is different now."""

    day: date
    changes: tuple[tuple[Worded, ...], ...]


@dataclass(frozen=True, slots=True)
class RoutePage:
    """What is shown: the fields, the plan when there is one, and what happened to the last answer."""

    form: FormState
    plan: Plan | None = None
    near: tuple[str, ...] | None = None
    """Names near a goal that is not understood; None when there is no such goal."""
    answer_is_wrong: bool = False
    limits: FormState = field(default_factory=FormState)
    has_session: bool = True
    has_days: bool = False
    """Whether there are days for a calendar."""
    since: Since | None = None
    file_problem: str = ""
    """Key of the sentence about a file that could not be opened."""


def route_page_html(page: RoutePage, desk: Desk, texts: Texts) -> str:
    """Return the main part of the page."""
    plan = page.plan
    form = form_html(page.form, desk.choices, texts, is_open=plan is None)
    head = f"<p>{texts['intro']}</p>{_unknown_goal(page, texts)}"
    privacy = (
        f'<section class="lw-kaart"><p>{texts["privacy"]}</p>'
        f'<form method="post" action="/route/vergeet"><button>{texts["forget_me"]}</button></form></section>'
    )
    lost = "" if page.has_session else f'<p class="lw-let-op">{texts["no_cookie"]}</p>'
    since = _since(page.since, texts) if page.since else ""
    if plan is None:
        return f"{head}{lost}{since}{form}{_open(page, texts)}{privacy}"
    result = result_html(plan, desk.organisations, texts, is_wrong=page.answer_is_wrong)
    keep = _keep(page, texts) if page.has_session else ""
    return f"{head}{lost}{since}{form}{result}{limits_html(page.limits, texts)}{keep}{_open(page, texts)}{privacy}"


def _since(since: Since, texts: Texts) -> str:
    """Return what has changed since a route was kept."""
    parts = "".join(
        "".join(f"<p>{escaped(one.text)}</p>" for one in some)
        + source_html([rest.provenance for one in some for rest in one.rests_on], texts)
        for some in since.changes
    )
    parts = parts or f"<p>{texts['since_none']}</p>"
    head = texts["since_head"].format(day=day_text(since.day, texts.language))
    return (
        '<section class="lw-kaart lw-sinds" id="sinds" aria-labelledby="sinds-kop">'
        f'<h2 id="sinds-kop">{head}</h2>{parts}<p>{texts["since_now"]}</p></section>'
    )


def _keep(page: RoutePage, texts: Texts) -> str:
    """Return the links to the files that are made when they are asked for."""
    kinds = [("json", "keep_file"), ("pdf", "keep_pdf"), ("docx", "keep_word")]
    kinds += [("ics", "keep_calendar")] if page.has_days else []
    links = " ".join(
        f'<a class="lw-knop" href="/route/mijn-route.{kind}" download>{texts[key]}</a>' for kind, key in kinds
    )
    none = "" if page.has_days else f'<p class="lw-klein">{texts["keep_no_days"]}</p>'
    return (
        f'<section class="lw-kaart" aria-labelledby="bewaar-kop"><h2 id="bewaar-kop">{texts["keep_head"]}</h2>'
        f'<p>{texts["keep_intro"]}</p><p class="lw-knoppen">{links}</p>{none}</section>'
    )


def _open(page: RoutePage, texts: Texts) -> str:
    """Return the form that opens a kept route."""
    error = (
        f'<p class="lw-fout" id="bestand-fout" role="alert">{texts[page.file_problem]}</p>'
        if page.file_problem
        else ""
    )
    wrong = (
        ' aria-invalid="true" aria-describedby="bestand-hulp bestand-fout"'
        if error
        else ' aria-describedby="bestand-hulp"'
    )
    return (
        f'<details class="lw-kaart" id="openen"{" open" if error else ""}><summary>{texts["open_head"]}</summary>'
        f'<form method="post" action="/route/openen" enctype="multipart/form-data"><div class="lw-veld">'
        f'<label for="bestand">{texts["open_label"]}</label><span class="lw-hulp" id="bestand-hulp">{texts["open_help"]}</span>'
        f'{error}<input type="file" id="bestand" name="bestand" accept=".json,application/json"{wrong}></div>'
        f"<p><button>{texts['open_send']}</button></p></form></details>"
    )


def _unknown_goal(page: RoutePage, texts: Texts) -> str:
    if page.near is None:
        return ""
    if not page.near:
        return f'<p class="lw-let-op">{texts["error_goal"]}</p>'
    buttons = "".join(
        f'<button name="doel" value="{one_line(name)}">{one_line(name)}</button> ' for name in page.near
    )
    sentence = texts["error_goal_near"].format(near=", ".join(one_line(name) for name in page.near))
    return f'<form method="post" action="/route/doel" class="lw-let-op lw-knoppen"><p>{sentence}</p>{buttons}</form>'
