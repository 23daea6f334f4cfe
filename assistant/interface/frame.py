"""The frame around the conversation: header, announcements, and Gradio's own HTML page made ours. Pure."""

from __future__ import annotations

import re

from assistant.interface.escaping import escaped
from assistant.interface.seam import LibraryStatus
from assistant.interface.texts import Texts
from knowledge.language.months import day_in_words


def header_html(texts: Texts, status: LibraryStatus, navigation: str = "") -> str:
    """Return name, navigation, purpose, the line that this is an AI system, what is known, and the view buttons."""
    return (
        f'<a class="lw-spring" href="#lw-vraagvak">{texts["skip_link"]}</a>'
        f'<div class="lw-bovenregel"><h1>{texts["name"]}</h1>'
        f"{view_buttons_html(texts)}</div>{navigation}"
        f'<p class="lw-doel">{texts["tagline"]}</p>'
        '<p class="lw-ai"><strong aria-hidden="true" class="lw-ai-teken">AI</strong> '
        f'<span class="lw-ai-lang">{texts["disclosure"]}</span>'
        f'<span class="lw-ai-kort">{texts["disclosure_short"]}</span></p>'
        f'<p class="lw-klein lw-stand-bibliotheek">{_status_line(texts, status)} {texts["kept_nothing"]}</p>'
        f'<span id="lw-taal" data-taal="{texts.language.value}" data-sluiten="{texts["close"]}" '
        f'data-passage="{texts["passage"]}" data-verbroken="{texts["connection_lost"]}" hidden></span>'
    )


def view_buttons_html(texts: Texts) -> str:
    """Return the buttons for text size and theme."""
    return (
        f'<div class="lw-weergave" role="group" aria-label="{texts["view_label"]}">'
        f"{_view_button('kleiner', 'A−', texts['text_smaller'])}"
        f"{_view_button('groter', 'A+', texts['text_larger'])}"
        f"{_view_button('thema', '◐', texts['theme_switch'])}"
        f"{_view_button('contrast', '◼', texts['contrast_switch'])}</div>"
    )


def announcement_html(sentence: str, *, is_shown: bool = False) -> str:
    """Return a sentence that the script passes on to the live region; seen too when it asks for action."""
    look = 'class="lw-let-op"' if is_shown else "hidden"
    return f"<p {look}>{escaped(sentence)}</p>"


def dressed(html: str, nonce: str, texts: Texts) -> str:
    """Return Gradio's page with our language, style and script, and a nonce on each inline script.

    Its social-media tags, which name an address elsewhere, leave.
    """
    html = re.sub(r'<html\s+lang="[^"]*"', f'<html lang="{texts.language.value}"', html, count=1)
    html = re.sub(r'<meta\s+(property="og:|name="twitter:)[^>]*>', "", html)
    html = re.sub(r"<script(?=[\s>])", f'<script nonce="{nonce}"', html)
    ours = (
        '<link rel="stylesheet" href="/leerwijzer/leerwijzer.css">'
        f'<script nonce="{nonce}" src="/leerwijzer/weergave.js"></script>'
        f'<script nonce="{nonce}" src="/leerwijzer/leerwijzer.js" defer></script>'
    )
    waiting = f"<noscript><p>{texts['name']}: JavaScript</p></noscript>"
    return html.replace("</head>", f"{ours}</head>", 1).replace("<gradio-app", f"{waiting}<gradio-app", 1)


def _view_button(wish: str, sign: str, name: str) -> str:
    return (
        f'<button type="button" data-weergave="{wish}" title="{name}"><span aria-hidden="true">{sign}</span>'
        f'<span class="lw-alleen-hoorbaar">{name}</span></button>'
    )


def _status_line(texts: Texts, status: LibraryStatus) -> str:
    line = texts.count("library", status.documents)
    if status.newest_checked_on is None:
        return line
    day = day_in_words(status.newest_checked_on, texts.language.value)
    return f"{line} {texts['checked_until'].format(date=day)}"
