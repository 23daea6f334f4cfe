"""The sources panel: a cited passage in its surroundings, with the cited span marked. Pure."""

from __future__ import annotations

from urllib.parse import urlencode

from assistant.interface.cited import SOURCE_ROUTE, date_words
from assistant.interface.escaping import escaped, host_of, one_line, public_address
from assistant.interface.row_view import cells_of, row_around, row_html
from assistant.interface.seam import PassageView
from assistant.interface.texts import Texts


def marked_span(view: PassageView, start: int, end: int) -> tuple[int, int]:
    """Return the page offsets [start, end) cut to the text at hand, relative to before + passage + after.

    A span that lies outside (a stale or forged link) becomes the whole passage.
    """
    origin = view.start - len(view.before)
    whole = len(view.before) + len(view.passage) + len(view.after)
    first, last = max(0, start - origin), min(whole, end - origin)
    if first >= last:
        return len(view.before), len(view.before) + len(view.passage)
    return first, last


def quote_in(view: PassageView, start: int, end: int) -> str:
    """Return the words between the page offsets, as `marked_span` cuts them."""
    first, last = marked_span(view, start, end)
    return f"{view.before}{view.passage}{view.after}"[first:last]


def panel_html(view: PassageView, start: int, end: int, passage_id: str, texts: Texts) -> str:
    """Return the panel for `view` with [start, end) marked; the page picture loads when it is opened."""
    span = marked_span(view, start, end)
    path = "".join(f"<li>{one_line(heading)}</li>" for heading in view.heading_path)
    text = _row(view, span, texts) if view.is_row else _text(view, span)
    return (
        f'<article class="lw-passage">{_title(one_line(view.title))}'
        f"{f'<ol class=lw-pad>{path}</ol>' if path else ''}{_facts(view, texts)}"
        f"{text}{_picture(view, passage_id, (start, end), texts)}{_outward(view, texts)}</article>"
    )


def missing_html(texts: Texts) -> str:
    """Return the panel for a passage that does not exist, or not for this reader: the same words."""
    return f'<article class="lw-passage">{_title(texts["not_found"])}</article>'


def document_html(panel: str, texts: Texts, nonce: str) -> str:
    """Return a page of its own around a panel, for when the link is opened in a new tab or without script."""
    return (
        f'<!doctype html><html lang="{texts.language.value}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{texts['passage']} - {texts['name']}</title>"
        '<link rel="stylesheet" href="/leerwijzer/leerwijzer.css">'
        f'<script nonce="{nonce}" src="/leerwijzer/weergave.js"></script></head>'
        f'<body class="lw-los"><main><h1 class="lw-alleen-hoorbaar">{texts["passage"]}</h1>{panel}'
        f'<p><a href="/">{texts["name"]}</a></p></main></body></html>'
    )


def _title(html: str) -> str:
    return f'<h2 id="lw-bron-titel" tabindex="-1">{html}</h2>'


def _text(view: PassageView, span: tuple[int, int]) -> str:
    return _framed(view, _with_mark(f"{view.before}{view.passage}{view.after}", *span))


def _row(view: PassageView, span: tuple[int, int], texts: Texts) -> str:
    """Return the cited row by itself, its fields under each other; the rows around it are folded away."""
    text = f"{view.before}{view.passage}{view.after}"
    start, end = row_around(text, *span)
    cells = cells_of(text, start, end)
    row = row_html(text, cells, *span) if cells else ""
    if "<mark>" not in row:
        row = _with_mark(text[start:end], span[0] - start, span[1] - start)
    around = "\n".join(part for part in (text[:start].strip(), text[end:].strip()) if part)
    return _framed(view, row) + (
        f'<details class="lw-eromheen"><summary>{texts["rows_around"]}</summary>'
        f"{_framed(view, escaped(around))}</details>"
        if around
        else ""
    )


def _framed(view: PassageView, html: str) -> str:
    return f'<div class="lw-tekst" lang="{escaped(view.language)}" dir="auto">{html}</div>'


def _with_mark(text: str, first: int, last: int) -> str:
    return f"{escaped(text[:first])}<mark>{escaped(text[first:last])}</mark>{escaped(text[last:])}"


def _facts(view: PassageView, texts: Texts) -> str:
    facts = (
        (texts["place"], view.locator),
        (texts["publisher"], view.publisher),
        (texts["as_of"], date_words(view.as_of, texts)),
    )
    rows = "".join(f"<div><dt>{name}</dt><dd>{one_line(value)}</dd></div>" for name, value in facts if value)
    return f'<dl class="lw-feiten">{rows}</dl>' if rows else ""


def _picture(view: PassageView, passage_id: str, span: tuple[int, int], texts: Texts) -> str:
    if not view.has_picture:
        return ""
    query = urlencode({"passage": passage_id, "van": span[0], "tot": span[1]}, errors="replace")
    address = escaped(f"{SOURCE_ROUTE}/pagina.png?{query}")
    description = texts["page_picture"].format(page=view.page_number)
    return (
        f'<details class="lw-pagina"><summary>{texts["show_picture"]}</summary>'
        f'<img loading="lazy" src="{address}" alt="{one_line(description)}">'
        "</details>"
    )


def _outward(view: PassageView, texts: Texts) -> str:
    address = public_address(view.url)
    if address is None:
        return ""
    return (
        f'<p><a class="lw-buiten" href="{escaped(address)}" target="_blank" '
        f'rel="noopener noreferrer nofollow">'
        f"{texts['open_source']} {one_line(host_of(address))}</a></p>"
    )
