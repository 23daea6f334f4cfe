"""Who is let into the staff's room: cookies, sessions, and the token that every form carries."""

from __future__ import annotations

import asyncio
import contextlib
import math
import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

from fastapi import HTTPException, Request
from starlette.datastructures import FormData

from assistant.limits import Allowance, Limiter, network_of
from assistant.staff.accounts import Accounts, Person, form_token
from knowledge.errors import KnowledgeError
from knowledge.types import Audience

COOKIE = "leerwijzer_beheer"
"""Holds the token of a staff session; apart from the visitor's cookie, so that neither tells anything of the other."""

FORM_COOKIE = "leerwijzer_formulier"
"""Ties the forms before the login to one browser."""

LOGIN, ROOM = "/beheer/inloggen", "/beheer"

TOKEN_FIELD = "bewijs"  # noqa: S105 - the name of a field

MOST_FIELDS = 60

TRIES = Allowance(burst=10, per_minute=1)


@dataclass(frozen=True, slots=True)
class LoginLimits:
    """How often one may try to come in: ten times at once, then once a minute, per address and per account."""

    addresses: Limiter = field(default_factory=lambda: Limiter(TRIES))
    accounts: Limiter = field(default_factory=lambda: Limiter(TRIES))

    def spend(self, address: str, account: str) -> int:
        """Take a try; return the seconds to wait, rounded up, when there is none, and then nothing is taken."""
        network = network_of(address)
        wait = math.ceil(max(self.addresses.wait(network), self.accounts.wait(account)))
        if wait == 0:
            self.addresses.spend(network)
            self.accounts.spend(account)
        return wait

    def succeeded(self, address: str, account: str) -> None:
        """Give back what a try took that was right: a school may share one address."""
        self.addresses.give_back(network_of(address))
        self.accounts.forgive(account)


class StaffAccess:
    """Tells staff from visitors, by a cookie that only the login gives out."""

    def __init__(self, accounts: Accounts, limits: LoginLimits | None = None) -> None:
        self.accounts = accounts
        self.limits = limits or LoginLimits()

    def person_of(self, request: Request) -> Person | None:
        """Return who is logged in, or None."""
        return self.accounts.person_of(cookie_of(request, COOKIE))

    def audience_of(self, request: Request) -> Audience:
        """Answer who is logged in as staff, and everyone else as the public."""
        return Audience.STAFF if self.person_of(request) else Audience.PUBLIC

    async def require(self, request: Request) -> None:
        """Let staff pass, anyone else to the login; what changes something must carry the session's token."""
        person = await asyncio.to_thread(self.person_of, request)
        if person is None:
            raise HTTPException(303, headers={"location": LOGIN})
        with contextlib.suppress(KnowledgeError):  # a database that an ingest keeps busy: noted the next time
            await asyncio.to_thread(self.accounts.keep, cookie_of(request, COOKIE))
        request.state.person = person
        if request.method == "POST" and not _is_multipart(request):
            request.state.form = await checked_form(request, person.form_token)

    async def open_form(self, request: Request) -> None:
        """Check the form of someone who is not logged in, against the cookie that the page came with."""
        if request.method == "POST":
            request.state.form = await checked_form(request, form_token(cookie_of(request, FORM_COOKIE)))


async def checked_form(request: Request, token: str) -> FormData:
    """Return the fields of a form that carries `token`; raise 403 for one that does not."""
    if _is_multipart(request):
        raise HTTPException(415, "Dit formulier is niet van deze site.")
    form = await request.form(max_files=0, max_fields=MOST_FIELDS)
    check_token(form, token)
    return form


def check_token(form: FormData, token: str) -> None:
    """Raise 403 for a form that does not carry `token`."""
    given = form.get(TOKEN_FIELD)
    is_ours = isinstance(given, str) and secrets.compare_digest(
        given.encode("utf-8", "replace"), token.encode()
    )
    if not is_ours:
        raise HTTPException(403, "Dit formulier is verlopen. Laad de pagina opnieuw en stuur het nog eens.")


def text_of(request: Request, name: str, most: int = 1_000) -> str:
    """Return a field of the form that was checked, at most `most` characters; "" where it is absent."""
    value = request.state.form.get(name, "")
    return value.strip()[:most] if isinstance(value, str) else ""


def cookie_of(request: Request, name: str) -> str:
    """Return the value of a cookie, or ""."""
    try:
        morsel = SimpleCookie(request.headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return morsel.value[:200] if morsel else ""


def set_cookie(request: Request, name: str, value: str) -> str:
    """Return the header that sets a cookie no script can read and no other site can send along; "" ends it."""
    secure = "; Secure" if request.url.scheme == "https" else ""
    ended = "; Max-Age=0" if not value else ""
    return f"{name}={value}; Path=/; HttpOnly; SameSite=Strict{ended}{secure}"


def _is_multipart(request: Request) -> bool:
    return request.headers.get("content-type", "").lower().startswith("multipart/")
