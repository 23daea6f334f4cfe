"""The whole page of the room: introduction, fields, outcome, and what one can do with it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.interface.escaping import one_line
from assistant.interface.rooms.route.desk import Desk
from assistant.interface.rooms.route.form import FormState, form_html, limits_html
from assistant.interface.rooms.route.planned import Plan
from assistant.interface.rooms.route.result import result_html
from assistant.interface.texts import Texts


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
    if plan is None:
        return f"{head}{lost}{form}{privacy}"
    result = result_html(plan, desk.organisations, texts, is_wrong=page.answer_is_wrong)
    return f"{head}{lost}{form}{result}{limits_html(page.limits, texts)}{privacy}"


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
