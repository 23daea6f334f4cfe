"""The parts that the staff's pages are made of: fields, forms, tables, notices, the second navigation. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from assistant.interface.escaping import escaped, one_line
from assistant.interface.texts import Texts
from assistant.staff.accounts import Person
from knowledge.language.months import day_in_words

PAGES = (
    ("sources", "/beheer"),
    ("add", "/beheer/toevoegen"),
    ("checks", "/beheer/nakijken"),
    ("bench", "/beheer/proef"),
    ("questions", "/beheer/vragen"),
    ("versions", "/beheer/versies"),
    ("accounts", "/beheer/accounts"),
)
"""The pages of the room; their labels stand in the texts under `page_<name>`."""

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def staff_nav_html(texts: Texts, current: str, person: Person) -> str:
    """Return the navigation within the room, who is logged in, and the way out."""
    links = "".join(
        f'<li><a href="{path}"{" aria-current=page" if name == current else ""}>{texts[f"page_{name}"]}</a></li>'
        for name, path in PAGES
    )
    who = texts["logged_in_as"].format(name=one_line(person.name))
    out = form_html("/beheer/uitloggen", person.form_token, "", texts["log_out"], "")
    return (
        f'<div class="lw-beheerregel"><p>{who}</p>{out}</div>'
        f'<nav class="lw-kamers lw-beheernav" aria-label="{texts["staff_nav_label"]}"><ul>{links}</ul></nav>'
    )


def form_html(action: str, token: str, inner: str, button: str, look: str = "lw-eerste") -> str:
    """Return a form that changes something, with its token. `inner` is HTML of ours."""
    classes = f' class="{look}"' if look else ""
    return (
        f'<form method="post" action="{escaped(action)}"><input type="hidden" name="bewijs" value="{escaped(token)}">'
        f'{inner}<button type="submit"{classes}>{button}</button></form>'
    )


def field_html(name: str, label: str, value: str = "", hint: str = "", extra: str = 'type="text"') -> str:
    """Return a labelled field; `extra` are attributes of ours."""
    told = f'<span class="lw-klein" id="hint-{name}">{hint}</span>' if hint else ""
    described = f' aria-describedby="hint-{name}"' if hint else ""
    return (
        f'<div class="lw-veld"><label for="veld-{name}">{label}</label>{told}'
        f'<input id="veld-{name}" name="{name}" value="{escaped(value)}" {extra}{described}></div>'
    )


def select_html(name: str, label: str, chosen: str, options: Sequence[tuple[str, str]]) -> str:
    """Return a labelled choice; `options` are values with their words."""
    items = "".join(
        f'<option value="{escaped(value)}"{" selected" if value == chosen else ""}>{escaped(words)}</option>'
        for value, words in options
    )
    return (
        f'<div class="lw-veld"><label for="veld-{name}">{label}</label>'
        f'<select id="veld-{name}" name="{name}">{items}</select></div>'
    )


def notice_html(sentence: str, is_error: bool = False) -> str:
    """Return a sentence that asks for attention; an error is announced at once."""
    role, look = ("alert", "lw-let-op lw-fout") if is_error else ("status", "lw-let-op")
    return f'<p role="{role}" class="{look}">{sentence}</p>'


def table_html(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], look: str = "") -> str:
    """Return a table of cells of HTML; the first cell of a row is its heading. On a phone each row is a card."""
    header = "".join(f'<th scope="col">{head}</th>' for head in heads)
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>'
        + "".join(f'<td data-kop="{head}">{cell}</td>' for head, cell in zip(heads[1:], row[1:], strict=True))
        + "</tr>"
        for row in rows
    )
    return (
        f'<div class="lw-tabel"><table class="lw-kaarten {look}"><caption>{caption}</caption>'
        f"<thead><tr>{header}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def facts_html(facts: Mapping[str, str]) -> str:
    """Return names with their values, in HTML; empty values are left out."""
    rows = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in facts.items() if value)
    return f'<dl class="lw-feiten">{rows}</dl>'


def date_words(day: date | None, texts: Texts) -> str:
    """Return a day in words, and "unknown" for none."""
    if day is None:
        return texts["unknown"]
    return day_in_words(day, texts.language.value)


def moment_words(seconds: int, texts: Texts) -> str:
    """Return a moment, given in seconds since 1970, as it was on a Dutch clock."""
    moment = datetime.fromtimestamp(seconds, UTC).astimezone(AMSTERDAM)
    return f"{date_words(moment.date(), texts)}, {moment:%H:%M}"
