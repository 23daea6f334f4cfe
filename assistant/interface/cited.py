"""What an answer rests on, as HTML: the number at a sentence, and the list of sources under the answer. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote_plus

from assistant.interface.escaping import escaped, host_of, one_line, public_address
from assistant.interface.texts import Texts
from assistant.types import Citation, Language

SOURCE_ROUTE = "/bron"
"""Where a cited passage can be read; see `assistant.interface.sources`."""

FORETASTE = 220
"""Characters of a quote that are shown beside its number."""

LINES_AT_ONCE = 3
"""Lines of sources that stand under an answer at once: our choice, so that on a phone the answer is not pushed out of sight."""

UNDATED = "z.d."
"""How a Dutch source says that it has no date ("zonder datum")."""

ROW = re.compile(r"(?P<name>.+), (?P<place>rij \d+)")
"""Where a record stands, as `assistant.writing.citing.locator_text` says it: its name, and its row."""


def source_link(citation: Citation, language: Language) -> str:
    """Return the address of our own page that shows the cited passage with its span marked."""
    passage = quote_plus(citation.passage_id, errors="replace")
    return f"{SOURCE_ROUTE}?passage={passage}&van={citation.start}&tot={citation.end}&taal={language.value}"


def citation_link_html(citation: Citation, texts: Texts) -> str:
    """Return the number of a citation as a link, with a foretaste of the quote for who points at it."""
    name, _ = named(citation)
    return (
        f'<span class="lw-bij">{_number_link(citation, texts)}'
        f'<span class="lw-voorproef" aria-hidden="true"><strong>{one_line(name)}</strong> '
        f"{one_line(_shortened(citation.quote))}</span></span>"
    )


def sources_html(citations: Iterable[Citation], texts: Texts) -> str:
    """Return the list of sources; citations of one place share a line, and of many lines the rest is folded away."""
    lines = [_line(together, texts) for together in _by_place(citations)]
    if not lines:
        return ""
    # One line more takes no more room than the words that would unfold it.
    at_once = len(lines) if len(lines) <= LINES_AT_ONCE + 1 else LINES_AT_ONCE
    shown, rest = "".join(lines[:at_once]), "".join(lines[at_once:])
    folded = (
        f'<details class="lw-meer"><summary>{texts["all_sources"].format(n=len(lines))}</summary>'
        f'<ol start="{at_once + 1}">{rest}</ol></details>'
        if rest
        else ""
    )
    return f'<section class="lw-bronnen"><h3>{texts["sources"]}</h3><ol>{shown}</ol>{folded}</section>'


def outward_link_html(url: str) -> str:
    """Return the link to a public address, with the name of its host; "" for any other address."""
    address = public_address(url)
    if address is None:
        return ""
    return (
        f' <a class="lw-buiten" href="{escaped(address)}" target="_blank" rel="noopener noreferrer nofollow">'
        f"{one_line(host_of(address))}</a>"
    )


def named(citation: Citation) -> tuple[str, str]:
    """Return what a person looks for first, and where that stands: a record by its name, else the title of the document."""
    row = ROW.fullmatch(citation.locator)
    return (row["name"], f"{citation.title}, {row['place']}") if row else (citation.title, citation.locator)


def date_words(as_of: str, texts: Texts) -> str:
    """Return the date of a statement as its source gives it, and in words that there is none."""
    return texts["undated"] if as_of == UNDATED else as_of


def _by_place(citations: Iterable[Citation]) -> list[list[Citation]]:
    places: dict[tuple[str, ...], list[Citation]] = {}
    for one in citations:
        places.setdefault((one.title, one.locator, one.as_of, one.url), []).append(one)
    return list(places.values())


def _line(together: list[Citation], texts: Texts) -> str:
    first, *others = together
    name, place = named(first)
    details = " · ".join(one_line(part) for part in (place, date_words(first.as_of, texts)) if part)
    return (
        f'<li><a class="lw-bron" data-bron data-nummer="{first.number}" '
        f'href="{escaped(source_link(first, texts.language))}">'
        f'<span class="lw-nummer">{first.number}</span> <span>{one_line(name)}</span></a>'
        f"{''.join(_number_link(other, texts) for other in others)}"
        f'<span class="lw-klein">{details}{outward_link_html(first.url)}</span></li>'
    )


def _number_link(citation: Citation, texts: Texts) -> str:
    label = f"{texts['source']} {citation.number}: {one_line(named(citation)[0])}"
    return (
        f'<a class="lw-verwijzing" data-bron href="{escaped(source_link(citation, texts.language))}" '
        f'data-nummer="{citation.number}" aria-label="{label}">{citation.number}</a>'
    )


def _shortened(quote: str) -> str:
    """Return the words of a quote as a foretaste: the source panel has them all."""
    words = " ".join(quote.split())
    return words if len(words) <= FORETASTE else f"{words[:FORETASTE].rsplit(' ', 1)[0]} …"
