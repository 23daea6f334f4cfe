"""From an answer to HTML that can only be read: pure, and tested without Gradio.

Every word goes through `escaped`; the only links are to our own source route, to the http(s) addresses
of citations, and to the free telephone numbers in our own notices; there are no images.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from assistant.interface.assumed import assumed_html
from assistant.interface.cited import citation_link_html, date_words, sources_html
from assistant.interface.escaping import escaped, one_line, public_address, visible
from assistant.interface.opinions import opinion_form_html
from assistant.interface.texts import Texts
from assistant.types import Answer, Citation, LeftOut, Sentence, SentenceKind
from knowledge.types import Hit, RecordRef

ROW = re.compile(r"\d+\. |- ")
"""How a row of a list of records begins."""

FREE_NUMBER = re.compile(r"\b0800-\d{4}\b", re.ASCII)
"""Helplines as our own notices write them: one tap on a telephone calls them."""

LONGEST_PARAGRAPH = 500
"""Characters of HTML after which the next sentence begins a paragraph: about two lines of text."""

MAXIMUM_FOLLOW_UPS = 3


class _Shape(StrEnum):
    """How a sentence is put on the page. What is not worded has the shape of its kind."""

    ROW = "row"
    RUNNING = "running"
    OPENING = "opening"
    """A line of ours that says what follows."""
    LEAD = SentenceKind.LEAD.value
    QUOTE = SentenceKind.QUOTE.value
    NOTICE = SentenceKind.NOTICE.value


_CLASSES = {
    _Shape.NOTICE: "lw-let-op",
    _Shape.LEAD: "lw-aanloop",
    _Shape.OPENING: "lw-aanloop lw-tussenkop",
}


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
        sources_html(answer.citations, texts),
        _searched(answer, texts),
        _records(answer.records, texts),
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
    end = notice_html(texts["stopped"]) + sources_html(draft.citations, texts)
    body = f'<div class="lw-zinnen">{words}</div>{end}'
    return _answer_frame(body, texts, is_busy=False)


def notice_html(text: str) -> str:
    """Return a notice of ours as a box, or nothing for no text."""
    return f'<p class="lw-let-op">{escaped(text)}</p>' if text else ""


def sentences_html(sentences: Iterable[Sentence], citations: Iterable[Citation], texts: Texts) -> str:
    """Return the sentences in order, each with the links of its citations.

    Neighbouring worded sentences share a paragraph while it is short; those that begin with "1. " or "- ", and those
    after a line of ours that ends with a colon, are the rows of a list.
    Each quote is a blockquote in its own language; neighbouring notices share a box.
    """
    by_number = {citation.number: citation for citation in citations}
    html: list[str] = []
    for shape, together in groupby(_shaped(sentences), key=lambda pair: pair[0]):
        said = [_words(sentence, by_number, texts) for _, sentence in together]
        html.append(_together(shape, said, texts))
    return "".join(html)


def copy_text(answer: Answer, texts: Texts) -> str:
    """Return the answer as plain text with its sources, for the clipboard."""
    lines = [visible(answer.text)]
    if answer.citations:
        lines += ["", texts["sources"]]
        lines += [visible(_copy_line(citation, texts)) for citation in answer.citations]
    return "\n".join(lines)


def _copy_line(citation: Citation, texts: Texts) -> str:
    dated = date_words(citation.as_of, texts)
    parts = (citation.title, citation.locator, dated, public_address(citation.url) or "")
    return f"[{citation.number}] " + ", ".join(part for part in parts if part)


def _answer_frame(body: str, texts: Texts, *, is_busy: bool) -> str:
    busy = ' aria-busy="true"' if is_busy else ""
    return f'<div class="lw-antwoord"{busy}><h2 class="lw-alleen-hoorbaar">{texts["answer"]}</h2>{body}</div>'


def _shaped(sentences: Iterable[Sentence]) -> Iterator[tuple[_Shape, Sentence]]:
    opens_list = False
    for sentence in sentences:
        if sentence.kind in (SentenceKind.WORDED, SentenceKind.COMPUTED):
            is_row = opens_list or ROW.match(sentence.text) is not None
            yield _Shape.ROW if is_row else _Shape.RUNNING, sentence
            continue
        opens_list = sentence.kind is SentenceKind.LEAD and sentence.text.rstrip().endswith(":")
        yield _Shape.OPENING if opens_list else _Shape(sentence.kind.value), sentence


def _together(shape: _Shape, said: list[str], texts: Texts) -> str:
    """Return neighbouring sentences of one shape."""
    if shape is _Shape.ROW:
        # They carry their own numbers, so that "the second" is what a person sees.
        return f'<ul class="lw-rijen">{"".join(f"<li>{row}</li>" for row in said)}</ul>'
    if shape is _Shape.RUNNING:
        return "".join(f"<p>{paragraph}</p>" for paragraph in _paragraphs(said))
    if shape is _Shape.QUOTE:
        label = f'<p class="lw-etiket">{texts["quoted"]}</p>'
        return label + "".join(f'<blockquote class="lw-citaat"><p>{words}</p></blockquote>' for words in said)
    if shape is _Shape.NOTICE and len(said) > 1:
        return f'<div class="lw-let-op">{"".join(f"<p>{words}</p>" for words in said)}</div>'
    return "".join(f'<p class="{_CLASSES[shape]}">{words}</p>' for words in said)


def _paragraphs(said: list[str]) -> Iterator[str]:
    """Yield sentences joined, each time as many as make a paragraph of readable length."""
    running = ""
    for words in said:
        if len(running) > LONGEST_PARAGRAPH:
            yield running
            running = ""
        running = f"{running} {words}" if running else words
    if running:
        yield running


def _words(sentence: Sentence, by_number: Mapping[int, Citation], texts: Texts) -> str:
    links = "".join(citation_link_html(by_number[n], texts) for n in sentence.citations if n in by_number)
    tag = "q" if sentence.kind is SentenceKind.QUOTE else "span"
    text = _with_breaks(sentence.text)
    if sentence.kind is SentenceKind.NOTICE:
        text = FREE_NUMBER.sub(r'<a class="lw-bel" href="tel:\g<0>">\g<0></a>', text)
    words = f'<{tag} lang="{escaped(sentence.language)}" dir="auto">{text}</{tag}>'
    return f'<span class="lw-zin">{words}{links}</span>'


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
