"""The way in and out: name and password, a one-time code that makes an account, and accounts among themselves."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from fastapi import APIRouter, Depends, Request, Response

from assistant.interface.guard import COOKIE as VISITOR_COOKIE
from assistant.interface.logs import LOGGER
from assistant.interface.rooms.seam import page_response
from assistant.interface.rooms.staff.access import (
    COOKIE,
    FORM_COOKIE,
    LOGIN,
    ROOM,
    cookie_of,
    set_cookie,
    text_of,
)
from assistant.interface.rooms.staff.house import StaffHouse, go
from assistant.interface.rooms.staff.login_pages import Told, accounts_html, code_html, login_html
from assistant.interface.texts import Texts
from assistant.staff.accounts import Purpose, form_token, normal_name
from assistant.staff.passwords import LONGEST

Render = Callable[[Texts, str, Told], tuple[str, str]]
"""Makes the title and the main part of a page from the words, the form's token, and what there is to tell."""

CODE = "/beheer/code"
ACCOUNTS = "/beheer/accounts"


def login_routes(house: StaffHouse) -> APIRouter:
    """Return the routes for who is not logged in yet."""
    access = house.services.access
    router = APIRouter(dependencies=[Depends(access.open_form)])

    @router.get(LOGIN)
    def login_page(request: Request, gelukt: str = "") -> Response:
        if access.person_of(request):
            return go(ROOM)
        if not access.accounts.all():
            return go(CODE)
        note = house.visitor(request).texts["account_ready"] if gelukt else ""
        return _outside(house, request, login_html, Told(note=note))

    @router.post(LOGIN)
    def log_in(request: Request) -> Response:
        name, password = text_of(request, "naam", 100), str(request.state.form.get("wachtwoord", ""))
        texts = house.visitor(request).texts
        wait = access.limits.spend(_address(request), normal_name(name))
        if wait:
            LOGGER.warning("login", extra={"event": "login_throttled"})
            error = texts["too_many_tries"].format(seconds=wait)
            return _outside(house, request, login_html, Told(name, error), 429)
        if not access.accounts.is_right(name, password[: LONGEST + 1]):
            LOGGER.warning("login", extra={"event": "login_refused"})
            return _outside(house, request, login_html, Told(name, texts["login_refused"]), 401)
        access.limits.succeeded(_address(request), normal_name(name))
        access.accounts.close_session(cookie_of(request, COOKIE))
        response = go(ROOM)
        response.headers.append("set-cookie", set_cookie(request, COOKIE, access.accounts.open_session(name)))
        response.headers.append("set-cookie", set_cookie(request, FORM_COOKIE, ""))
        house.services.log.add(normal_name(name), "log_in")
        return response

    @router.get(CODE)
    def code_page(request: Request) -> Response:
        return _outside(house, request, code_html, Told(is_first=not access.accounts.all()))

    @router.post(CODE)
    def redeem(request: Request) -> Response:
        texts, name = house.visitor(request).texts, text_of(request, "naam", 100)
        password = str(request.state.form.get("wachtwoord", ""))
        is_first = not access.accounts.all()
        wait = access.limits.spend(_address(request), f"code {_address(request)}")
        if wait:
            error, status = texts["too_many_tries"].format(seconds=wait), 429
        elif password != str(request.state.form.get("nogmaals", "")):
            error, status = texts["passwords_differ"], 422
        else:
            refusal = access.accounts.redeem(text_of(request, "code", 100), name, password)
            if refusal is None:
                house.services.log.add(normal_name(name), "use_code")
                return go(f"{LOGIN}?gelukt=1")
            error, status = texts[f"refusal_{refusal.value}"], 422
        return _outside(house, request, code_html, Told(name, error, is_first=is_first), status)

    return router


def account_routes(house: StaffHouse) -> APIRouter:
    """Return the routes by which staff manage accounts, and log out."""
    access = house.services.access
    router = APIRouter(dependencies=[Depends(access.require)])

    @router.post("/beheer/uitloggen")
    def log_out(request: Request) -> Response:
        access.accounts.close_session(cookie_of(request, COOKIE))
        house.reception.visits.forget(request.scope["leerwijzer"]["session"])
        response = go(LOGIN)
        response.headers.append("set-cookie", set_cookie(request, COOKIE, ""))
        response.headers.append("set-cookie", set_cookie(request, VISITOR_COOKIE, ""))
        return response

    @router.get(ACCOUNTS)
    def accounts_page(request: Request) -> Response:
        return _accounts(house, request)

    @router.post(f"{ACCOUNTS}/uitnodigen")
    def invite(request: Request) -> Response:
        entered = house.enter(request)
        code = access.accounts.issue_code(Purpose.INVITE, entered.person.name)
        house.services.log.add(entered.person.name, "invite")
        return _accounts(house, request, code=code)

    @router.post(f"{ACCOUNTS}/verwijderen")
    def remove(request: Request) -> Response:
        entered, name = house.enter(request), text_of(request, "naam", 100)
        refusal = access.accounts.remove(name)
        if refusal is not None:
            return _accounts(house, request, 422, error=entered.texts[f"refusal_{refusal.value}"])
        house.services.log.add(entered.person.name, "remove_account", name)
        return go(ACCOUNTS)

    @router.post(f"{ACCOUNTS}/wachtwoord")
    def change_password(request: Request) -> Response:
        entered = house.enter(request)
        texts, name = entered.texts, entered.person.name
        new = str(request.state.form.get("nieuw", ""))
        wait = access.limits.spend(_address(request), name)
        old = str(request.state.form.get("wachtwoord", ""))[: LONGEST + 1]
        if wait:
            return _accounts(house, request, 429, error=texts["too_many_tries"].format(seconds=wait))
        if new != str(request.state.form.get("nogmaals", "")):
            return _accounts(house, request, 422, error=texts["passwords_differ"])
        if not access.accounts.is_right(name, old):
            return _accounts(house, request, 422, error=texts["wrong_password"])
        weakness = access.accounts.change_password(name, new)
        if weakness is not None:
            return _accounts(house, request, 422, error=texts[f"refusal_{weakness.value}"])
        access.limits.succeeded(_address(request), name)
        house.services.log.add(name, "change_password")
        return go(f"{LOGIN}?gelukt=1")

    return router


def _outside(house: StaffHouse, request: Request, render: Render, told: Told, status: int = 200) -> Response:
    """Return a page for who is not logged in, with a form tied to this browser."""
    visitor = house.visitor(request)
    tie = cookie_of(request, FORM_COOKIE) or secrets.token_urlsafe(32)
    title, main = render(visitor.texts, form_token(tie), told)
    response = page_response(visitor, title, main, status, ("beheer",))
    response.headers.append("set-cookie", set_cookie(request, FORM_COOKIE, tie))
    return response


def _accounts(
    house: StaffHouse, request: Request, status: int = 200, error: str = "", code: str = ""
) -> Response:
    entered, services = house.enter(request), house.services
    main = accounts_html(
        entered.texts,
        entered.person,
        services.accounts.all(),
        services.log.newest(30),
        Told(error=error, note=code),
    )
    return entered.page("accounts", entered.texts["page_accounts"], main, status)


def _address(request: Request) -> str:
    return request.client.host if request.client else ""
