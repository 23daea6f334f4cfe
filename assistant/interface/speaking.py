"""In which language a page is shown: what the address asks, else what was chosen before, else what the browser prefers."""

from __future__ import annotations

from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie

from assistant.interface.texts import language_from, preferred_language
from assistant.types import Language

LANGUAGE_COOKIE = "leerwijzer_taal"
"""Holds the code of the chosen language and nothing else; the script of the page may write it."""


def language_of(headers: Mapping[str, str], asked: object = None) -> Language:
    """Return the language for a request with these headers; `asked` is its `taal` parameter, if any."""
    preferred = preferred_language(headers.get("accept-language", ""))
    return language_from(asked, language_from(_chosen(headers.get("cookie", "")), preferred))


def language_cookie(language: Language) -> str:
    """Return the header value that remembers a choice for a year."""
    return f"{LANGUAGE_COOKIE}={language.value}; Path=/; SameSite=Lax; Max-Age=31536000"


def _chosen(cookies: str) -> str | None:
    try:
        morsel = SimpleCookie(cookies).get(LANGUAGE_COOKIE)
    except CookieError:
        return None
    return morsel.value if morsel else None
