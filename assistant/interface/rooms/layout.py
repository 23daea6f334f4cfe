"""The frame that every room shares: navigation, language, view buttons, and one main part. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from assistant.interface.escaping import escaped, one_line
from assistant.interface.frame import view_buttons_html
from assistant.interface.texts import Texts
from assistant.types import Language

LANGUAGE_NAMES = {Language.DUTCH: "Nederlands", Language.ENGLISH: "English", Language.GERMAN: "Deutsch"}


@dataclass(frozen=True, slots=True)
class Door:
    """An entry of the navigation; its label stands in the texts under `nav_<name>`."""

    name: str
    path: str


CONVERSATION = Door("conversation", "/")
"""The room where questions are asked."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the main part. `query` are the parameters of this page, which a language switch keeps."""

    texts: Texts
    nonce: str
    doors: tuple[Door, ...]
    current: str
    path: str
    query: tuple[tuple[str, str], ...] = ()


def nav_html(doors: Sequence[Door], current: str, texts: Texts) -> str:
    """Return the navigation, the room of this page marked; "" where there is one room only."""
    if len(doors) < 2:
        return ""
    links = "".join(
        f'<li><a href="{escaped(door.path)}"{" aria-current=page" if door.name == current else ""}>'
        f"{texts[f'nav_{door.name}']}</a></li>"
        for door in doors
    )
    return f'<nav class="lw-kamers" aria-label="{texts["nav_label"]}"><ul>{links}</ul></nav>'


def room_html(
    frame: Frame, title: str, main: str, styles: Sequence[str] = (), scripts: Sequence[str] = ()
) -> str:
    """Return a whole page. `main` is HTML of ours; `styles` and `scripts` are names of files of ours."""
    texts, nonce = frame.texts, escaped(frame.nonce)
    sheets = "".join(
        f'<link rel="stylesheet" href="/leerwijzer/{escaped(name)}.css">'
        for name in ("leerwijzer", "kamers", *styles)
    )
    later = "".join(
        f'<script nonce="{nonce}" src="/leerwijzer/{escaped(name)}.js" defer></script>' for name in scripts
    )
    return (
        f'<!doctype html><html lang="{texts.language.value}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{one_line(title)} - {texts['name']}</title>"
        f'<link rel="icon" href="/leerwijzer/leerwijzer.svg">{sheets}'
        f'<script nonce="{nonce}" src="/leerwijzer/weergave.js"></script>{later}</head>'
        f'<body class="lw-kamer"><a class="lw-spring" href="#lw-inhoud">{texts["skip_to_main"]}</a>'
        f'<header class="lw-kamerkop"><div class="lw-bovenregel"><p class="lw-naam"><a href="/">{texts["name"]}</a></p>'
        f"{view_buttons_html(texts)}</div>{nav_html(frame.doors, frame.current, texts)}"
        f"{_languages(frame)}</header>"
        f'<main id="lw-inhoud" tabindex="-1"><h1>{one_line(title)}</h1>{main}</main>'
        f'<footer class="lw-voet"><p class="lw-klein">{texts["disclosure_short"]}</p></footer></body></html>'
    )


def _languages(frame: Frame) -> str:
    kept = [pair for pair in frame.query if pair[0] != "taal"]
    items = "".join(
        f'<li><a href="{escaped(frame.path)}?{escaped(urlencode([*kept, ("taal", language.value)]))}" '
        f'lang="{language.value}" hreflang="{language.value}"'
        f"{' aria-current=true' if language is frame.texts.language else ''}>{name}</a></li>"
        for language, name in LANGUAGE_NAMES.items()
    )
    return f'<nav class="lw-talen" aria-label="{frame.texts["language_label"]}"><ul>{items}</ul></nav>'
