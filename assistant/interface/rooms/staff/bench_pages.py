"""The test bench: what a question finds, and why. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.interface.escaping import escaped, one_line
from assistant.interface.rooms.staff.parts import facts_html, select_html, table_html
from assistant.interface.rooms.staff.passage_pages import passage_html
from assistant.interface.texts import Texts
from assistant.types import Answer
from knowledge.retrieval.fusion import DENSE, KEYWORD
from knowledge.types import Audience, Hit, QuestionWord

SHOWN_RECORDS = 50


@dataclass(frozen=True, slots=True)
class Trial:
    """A question that was tried: the answer, what retrieval found, best first, and the words that it looked for."""

    question: str
    audience: Audience
    language: str
    answer: Answer
    hits: tuple[Hit, ...]
    words: tuple[QuestionWord, ...]


def bench_html(question: str, audience: Audience, trial: Trial | None, texts: Texts) -> str:
    """Return the form and, for a question, its answer, the records and the passages with every retriever's rank."""
    choices = [(one.value, texts[f"asked_as_{one.value}"]) for one in Audience]
    form = (
        '<form class="lw-kaart" method="get" action="/beheer/proef">'
        f'<div class="lw-veld"><label for="veld-vraag">{texts["question_label"]}</label>'
        f'<input id="veld-vraag" name="vraag" type="text" maxlength="4000" required value="{escaped(question)}"></div>'
        f"{select_html('als', texts['asked_as_label'], audience.value, choices)}"
        f'<button type="submit" class="lw-eerste">{texts["try_it"]}</button></form>'
    )
    told = f"<p>{texts['bench_intro']}</p>{form}"
    return (
        told if trial is None else f"{told}{_answer(trial, texts)}{_words(trial, texts)}{_hits(trial, texts)}"
    )


def words_in(hit: Hit, words: Sequence[QuestionWord]) -> tuple[str, ...]:
    """Return the content words of a question that stand in a passage, its title or its headings, or are like one there."""
    text = " ".join((hit.source.title, *hit.passage.heading_path, hit.passage.text)).casefold()
    there = set(re.findall(r"\w+", text))
    return tuple(
        word.forms[0]
        for word in words
        if word.is_content and word.forms and not there.isdisjoint({*word.likeness, *word.forms})
    )


def _answer(trial: Trial, texts: Texts) -> str:
    answer = trial.answer
    by_records = texts["answered_by_records"] if answer.records else texts["answered_by_documents"]
    facts = facts_html(
        {
            texts["outcome_label"]: texts[f"outcome_{answer.outcome.value}"],
            texts["language_of_question"]: escaped(trial.language),
            texts["answered_by_label"]: by_records,
            texts["left_out_label"]: "; ".join(
                one_line(f"{one.text} ({one.reason})") for one in answer.left_out
            ),
            texts["milliseconds_label"]: ", ".join(
                f"{escaped(stage)} {milliseconds:.0f}" for stage, milliseconds in answer.timings_ms.items()
            ),
        }
    )
    return (
        f'<section aria-labelledby="lw-antwoord"><h2 id="lw-antwoord">{texts["answer"]}</h2>'
        f'<div class="lw-kaart lw-tekst" lang="{answer.language.value}">{escaped(answer.text)}</div>{facts}'
        f"{_citations(answer, texts)}{_records(answer, texts)}</section>"
    )


def _citations(answer: Answer, texts: Texts) -> str:
    items = "".join(
        f'<li value="{one.number}">{one_line(one.title)}, {one_line(one.locator)}: <q>{one_line(one.quote)}</q></li>'
        for one in answer.citations
    )
    return f"<details><summary>{texts['sources']}</summary><ol>{items}</ol></details>" if items else ""


def _records(answer: Answer, texts: Texts) -> str:
    if not answer.records:
        return ""
    items = "".join(
        f"<li>{one_line(record.kind)}: {one_line(record.name)} <code>{one_line(record.id)}</code></li>"
        for record in answer.records[:SHOWN_RECORDS]
    )
    title = texts.count("records_used", len(answer.records))
    return f"<details><summary>{title}</summary><ul>{items}</ul></details>"


def _words(trial: Trial, texts: Texts) -> str:
    content = [word for word in trial.words if word.is_content]
    rows = [
        (one_line(", ".join(word.forms)), f"{word.weight:.2f}", one_line(", ".join(list(word.likeness)[:8])))
        for word in content
    ]
    heads = [texts[key] for key in ("word_label", "weight_label", "like_label")]
    return f"<h2>{texts['words_title']}</h2>{table_html(texts['words_caption'], heads, rows)}" if rows else ""


def _hits(trial: Trial, texts: Texts) -> str:
    cited = {citation.passage_id for citation in trial.answer.citations}
    rows = [
        _hit(number, hit, trial.words, hit.passage.id in cited, texts)
        for number, hit in enumerate(trial.hits, 1)
    ]
    heads = [
        texts[key]
        for key in (
            "passage",
            "score_label",
            "keyword_label",
            "dense_label",
            "found_words_label",
            "used_label",
        )
    ]
    found = (
        table_html(texts.count("hits", len(rows)), heads, rows) if rows else f"<p>{texts['found_none']}</p>"
    )
    return f"<h2>{texts['hits_title']}</h2><p>{texts['hits_intro']}</p>{found}"


def _hit(
    number: int, hit: Hit, words: Sequence[QuestionWord], is_cited: bool, texts: Texts
) -> tuple[str, ...]:
    ranks = {rank.retriever: f"{rank.rank} ({rank.score:.2f})" for rank in hit.ranks}
    title = f'{number}. <a href="/beheer/bron?id={escaped(hit.source.id)}">{one_line(hit.source.title)}</a>'
    return (
        f"{title}<details><summary>{texts['show_passage']}</summary>{passage_html(hit.passage, texts)}</details>",
        f"{hit.score:.2f}",
        ranks.get(KEYWORD, texts["not_found_by"]),
        ranks.get(DENSE, texts["not_found_by"]),
        one_line(", ".join(words_in(hit, words))),
        texts["used_yes"] if is_cited else "",
    )
