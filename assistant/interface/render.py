"""From an answer to HTML that can only be read: pure, and tested without Gradio.

Every word goes through `escaped`; the only links are to our own source route and to the http(s)
addresses of citations; there are no images.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote_plus

from assistant.interface.assumed import assumed_html
from assistant.interface.escaping import escaped, host_of, one_line, public_address, visible
from assistant.interface.opinions import opinion_form_html
from assistant.interface.texts import Texts
from assistant.types import Answer, Citation, Language, LeftOut, Sentence, SentenceKind
from knowledge.types import Hit, RecordRef

SOURCE_ROUTE = "/bron"
"""Where a cited passage can be read; see `assistant.interface.sources`."""

ROW = re.compile(r"\d+\. |- ")
"""How a row of a list of records begins."""

LONGEST_PARAGRAPH = 500
"""Characters of HTML after which the next sentence begins a paragraph: about two lines of text."""

MAXIMUM_FOLLOW_UPS = 3

FORETASTE = 220
"""Characters of a quote that are shown beside its number."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of an answer that is still being made. `status` is a text of ours."""

    status: str
    hits: tuple[Hit, ...] = ()
    writing: str = ""
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()


def question_html(text: str, texts: Texts) -> str:
    """Return the person's own message."""
    return (
        f'<div class="lw-vraag"><h2 class="lw-alleen-hoorbaar">{texts["your_question"]}</h2>'
        f'<p dir="auto">{_with_breaks(text)}</p></div>'
    )


def answer_html(answer: Answer, texts: Texts) -> str:
    """Return the whole answer: sentences, what was left out, what was used, sources, a copy button."""
    parts = (
        f'<div class="lw-zinnen" lang="{escaped(answer.language)}">'
        f"{sentences_html(answer.sentences, answer.citations, texts)}</div>",
        assumed_html(answer.assumed, texts),
        _filters(answer, texts),
        _left_out(answer.left_out, texts),
        _searched(answer, texts),
        _records(answer.records, texts),
        _sources(answer.citations, texts),
        _copy_button(answer, texts),
        opinion_form_html(texts),
    )
    return _answer_frame("".join(parts), texts, is_busy=False)


def draft_html(draft: Draft, texts: Texts) -> str:
    """Return an answer in the making: status, sources at once, verified sentences, provisional words."""
    parts = [
        f'<p class="lw-stand"><span class="lw-bezig" aria-hidden="true"></span>{escaped(draft.status)}</p>'
    ]
    if draft.sentences:
        parts.append(
            f'<div class="lw-zinnen">{sentences_html(draft.sentences, draft.citations, texts)}</div>'
        )
    if draft.writing:
        parts.append(
            f'<div class="lw-voorlopig"><p class="lw-etiket">{texts["writing"]}</p>'
            f'<p dir="auto">{_with_breaks(draft.writing)}</p></div>'
        )
    parts.append(_found(draft.hits, texts))
    return _answer_frame("".join(parts), texts, is_busy=True)


def plain_answer_html(text: str, texts: Texts, notice: str = "") -> str:
    """Return an answer of which only the words were kept, or a notice of ours in the place of one."""
    words = f'<div class="lw-zinnen"><p dir="auto">{_with_breaks(text)}</p></div>' if text else ""
    return _answer_frame(words + notice_html(notice), texts, is_busy=False)


def stopped_html(draft: Draft, texts: Texts) -> str:
    """Return what was verified before the person pressed stop; provisional words are dropped."""
    words = sentences_html(draft.sentences, draft.citations, texts)
    end = notice_html(texts["stopped"]) + _sources(draft.citations, texts)
    body = f'<div class="lw-zinnen">{words}</div>{end}'
    return _answer_frame(body, texts, is_busy=False)


def notice_html(text: str) -> str:
    """Return a notice of ours as a box, or nothing for no text."""
    return f'<p class="lw-let-op">{escaped(text)}</p>' if text else ""


def sentences_html(sentences: Iterable[Sentence], citations: Iterable[Citation], texts: Texts) -> str:
    """Return the sentences in order, each with the links of its citations.

    Neighbouring worded sentences share a paragraph while it is short; those that begin with "1. " or "- ", and those
    after a line of ours that ends with a colon, are the rows of a list.
    A quote is a blockquote in its own language.
    """
    by_number = {citation.number: citation for citation in citations}
    html: list[str] = []
    running: list[str] = []
    rows: list[str] = []
    opens_list = False
    for sentence in sentences:
        is_worded = sentence.kind in (SentenceKind.WORDED, SentenceKind.COMPUTED)
        is_row = is_worded and (opens_list or ROW.match(sentence.text) is not None)
        if rows and not is_row:
            html.extend(_list(rows))
            rows = []
        if running and (not is_worded or is_row or len("".join(running)) > LONGEST_PARAGRAPH):
            html.extend(_paragraph(running))
            running = []
        if is_row:
            rows.append(_words(sentence, by_number, texts))
        elif is_worded:
            running.append(_words(sentence, by_number, texts))
        else:
            opens_list = sentence.kind is SentenceKind.LEAD and sentence.text.rstrip().endswith(":")
            html.append(_alone(sentence, by_number, texts))
    return "".join((*html, *_paragraph(running), *_list(rows)))


def source_link(citation: Citation, language: Language) -> str:
    """Return the address of our own page that shows the cited passage with its span marked."""
    passage = quote_plus(citation.passage_id, errors="replace")
    return f"{SOURCE_ROUTE}?passage={passage}&van={citation.start}&tot={citation.end}&taal={language.value}"


def copy_text(answer: Answer, texts: Texts) -> str:
    """Return the answer as plain text with its sources, for the clipboard."""
    lines = [visible(answer.text)]
    if answer.citations:
        lines += ["", texts["sources"]]
        lines += [visible(_copy_line(citation)) for citation in answer.citations]
    return "\n".join(lines)


def _copy_line(citation: Citation) -> str:
    parts = (citation.title, citation.locator, citation.as_of, public_address(citation.url) or "")
    return f"[{citation.number}] " + ", ".join(part for part in parts if part)


def _answer_frame(body: str, texts: Texts, *, is_busy: bool) -> str:
    busy = ' aria-busy="true"' if is_busy else ""
    return f'<div class="lw-antwoord"{busy}><h2 class="lw-alleen-hoorbaar">{texts["answer"]}</h2>{body}</div>'


def _paragraph(words: list[str]) -> list[str]:
    return [f"<p>{' '.join(words)}</p>"] if words else []


def _list(rows: list[str]) -> list[str]:
    """Return rows as a list; they carry their own numbers, so that "the second" is what a person sees."""
    return [f'<ul class="lw-rijen">{"".join(f"<li>{row}</li>" for row in rows)}</ul>'] if rows else []


def _alone(sentence: Sentence, by_number: Mapping[int, Citation], texts: Texts) -> str:
    words = _words(sentence, by_number, texts)
    if sentence.kind is SentenceKind.QUOTE:
        label = f'<p class="lw-etiket">{texts["quoted"]}</p>'
        return f'<blockquote class="lw-citaat">{label}<p>{words}</p></blockquote>'
    css_class = "lw-let-op" if sentence.kind is SentenceKind.NOTICE else "lw-aanloop"
    return f'<p class="{css_class}">{words}</p>'


def _words(sentence: Sentence, by_number: Mapping[int, Citation], texts: Texts) -> str:
    links = "".join(_citation_link(by_number[n], texts) for n in sentence.citations if n in by_number)
    tag = "q" if sentence.kind is SentenceKind.QUOTE else "span"
    words = f'<{tag} lang="{escaped(sentence.language)}" dir="auto">{_with_breaks(sentence.text)}</{tag}>'
    return f'<span class="lw-zin">{words}{links}</span>'


def _citation_link(citation: Citation, texts: Texts) -> str:
    label = f"{texts['source']} {citation.number}: {one_line(citation.title)}"
    return (
        f'<span class="lw-bij"><a class="lw-verwijzing" data-bron href="{escaped(source_link(citation, texts.language))}" '
        f'data-nummer="{citation.number}" aria-label="{label}">{citation.number}</a>'
        f'<span class="lw-voorproef" aria-hidden="true"><strong>{one_line(citation.title)}</strong> '
        f"{one_line(_shortened(citation.quote))}</span></span>"
    )


def _shortened(quote: str) -> str:
    """Return the words of a quote as a foretaste: the source panel has them all."""
    words = " ".join(quote.split())
    return words if len(words) <= FORETASTE else f"{words[:FORETASTE].rsplit(' ', 1)[0]} …"


def _filters(answer: Answer, texts: Texts) -> str:
    """Return what limits a list as chips; each can be taken away, which asks again without it."""
    if not answer.filters:
        return ""
    chips = "".join(
        f'<li><button type="button" class="lw-chip" data-wens="filter:{place}">'
        f'{one_line(one.text or one.value)} <span aria-hidden="true">✕</span>'
        f'<span class="lw-alleen-hoorbaar">{texts["filter_away"]}</span></button></li>'
        for place, one in enumerate(answer.filters)
    )
    return f'<section class="lw-filters"><h3>{texts["filters"]}</h3><ul>{chips}</ul></section>'


def _sources(citations: tuple[Citation, ...], texts: Texts) -> str:
    if not citations:
        return ""
    items = "".join(f"<li>{_source_line(citation, texts)}</li>" for citation in citations)
    return f'<section class="lw-bronnen"><h3>{texts["sources"]}</h3><ol>{items}</ol></section>'


def _source_line(citation: Citation, texts: Texts) -> str:
    details = " · ".join(one_line(part) for part in (citation.locator, citation.as_of) if part)
    return (
        f'<a class="lw-bron" data-bron data-nummer="{citation.number}" href="{escaped(source_link(citation, texts.language))}">'
        f'<span class="lw-nummer">{citation.number}</span> <span>{one_line(citation.title)}</span></a>'
        f'<span class="lw-klein">{details}{_outward_link(citation.url)}</span>'
    )


def _outward_link(url: str) -> str:
    address = public_address(url)
    if address is None:
        return ""
    return (
        f' <a class="lw-buiten" href="{escaped(address)}" target="_blank" rel="noopener noreferrer nofollow">'
        f"{one_line(host_of(address))}</a>"
    )


def _found(hits: tuple[Hit, ...], texts: Texts) -> str:
    titles = tuple(dict.fromkeys(hit.source.title for hit in hits))
    if not titles:
        return ""
    items = "".join(f"<li>{one_line(title)}</li>" for title in titles)
    return f'<section class="lw-gevonden"><h3>{texts["sources"]}</h3><ul>{items}</ul></section>'


def _left_out(left_out: tuple[LeftOut, ...], texts: Texts) -> str:
    """Say how many sentences are missing and why; their words stay away, since nothing supports them."""
    if not left_out:
        return ""
    reasons = "".join(
        f"<li>{one_line(reason)}</li>" for reason in dict.fromkeys(o.reason for o in left_out) if reason
    )
    listed = f"<ul>{reasons}</ul>" if reasons else ""
    return f'<div class="lw-let-op"><p>{texts.count("left_out", len(left_out))}</p>{listed}</div>'


def _searched(answer: Answer, texts: Texts) -> str:
    """Say what was looked at when the answer does not cite it: after a refusal above all."""
    cited = {citation.title for citation in answer.citations}
    titles = tuple(title for title in dict.fromkeys(answer.searched) if title not in cited)
    if not titles:
        return ""
    items = "".join(f"<li>{one_line(title)}</li>" for title in titles)
    is_open = "" if answer.citations else " open"
    summary = f"<summary>{texts['searched']}</summary>"
    return f'<details class="lw-gezocht"{is_open}>{summary}<ul>{items}</ul></details>'


def _records(records: tuple[RecordRef, ...], texts: Texts) -> str:
    if not records:
        return ""
    items = "".join(f"<li>{one_line(record.name)}</li>" for record in records)
    return f'<details class="lw-gezocht"><summary>{texts["records"]}</summary><ul>{items}</ul></details>'


def _copy_button(answer: Answer, texts: Texts) -> str:
    return (
        f'<button type="button" class="lw-kopieer" data-kopieer="{escaped(copy_text(answer, texts))}" '
        f'data-gekopieerd="{texts["copied"]}">{texts["copy"]}</button>'
    )


def _with_breaks(text: str) -> str:
    return escaped(text.strip()).replace("\r\n", "\n").replace("\r", "\n").replace("\n", "<br>")
