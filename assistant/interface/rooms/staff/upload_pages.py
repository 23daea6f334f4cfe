"""The pages for sending files in, for how far that is, and for what came of it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from assistant.interface.error_words import error_words
from assistant.interface.escaping import escaped, one_line, public_address
from assistant.interface.rooms.staff.parts import field_html, notice_html, table_html
from assistant.interface.texts import Texts
from assistant.staff.receiving import MAPPING, MOST_BYTES, MOST_FILES
from assistant.staff.tasks import Task, TaskState
from knowledge.indexing import UPLOAD_PREFIX
from knowledge.ingest_plan import FileReport, FileState, source_id_of
from knowledge.parsing.recognition import SUFFIXES
from knowledge.types import Audience, RowVerdict, SourceMetadata

MEGABYTES = MOST_BYTES // (1024 * 1024)
SHOWN_ROWS = 100
"""Refused rows of one catalogue on the page; `ingest.py --rows` lists all."""

STAGES = {"Documenten lezen": "stage_read", "Index maken": "stage_index", "Index controleren": "stage_check"}
"""The stages of an ingest, as `knowledge` names them, and the key of their words."""


def upload_html(texts: Texts, token: str, given: Mapping[str, str], error: str = "") -> str:
    """Return the form for sending files in, with what was filled in before."""
    kinds = ",".join((*SUFFIXES, MAPPING))
    told = texts["files_hint"].format(files=MOST_FILES, megabytes=MEGABYTES)
    notice = notice_html(error, is_error=True) if error else ""
    return (
        f"<p>{texts['upload_intro']}</p>{notice}"
        '<form class="lw-kaart" method="post" action="/beheer/toevoegen" enctype="multipart/form-data" '
        f'data-hoogstens="{MOST_BYTES}" data-te-groot="{texts["upload_too_large"].format(megabytes=MEGABYTES)}">'
        f'<input type="hidden" name="bewijs" value="{escaped(token)}">'
        f'<div class="lw-veld"><label for="veld-bestanden">{texts["files_label"]}</label>'
        f'<span class="lw-klein" id="hint-bestanden">{told}</span>'
        f'<input id="veld-bestanden" name="bestanden" type="file" multiple required accept="{kinds}" '
        'aria-describedby="hint-bestanden"></div>'
        f"{_audience(texts, given)}"
        f'<fieldset class="lw-raster"><legend>{texts["about_files"]}</legend><p class="lw-klein">{texts["about_files_hint"]}</p>'
        f"{_about_fields(texts, given)}</fieldset>"
        f'<button type="submit" class="lw-eerste">{texts["upload"]}</button></form>'
    )


def _audience(texts: Texts, given: Mapping[str, str]) -> str:
    choices = "".join(
        f'<label class="lw-keuze"><input type="radio" name="voor" value="{one.value}" required'
        f"{' checked' if given.get('voor') == one.value else ''}> {texts[f'audience_{one.value}']}</label>"
        for one in Audience
    )
    return f"<fieldset><legend>{texts['audience_label']}</legend>{choices}</fieldset>"


def _about_fields(texts: Texts, given: Mapping[str, str]) -> str:
    def field(name: str, label: str, kind: str, hint: str = "") -> str:
        return field_html(name, texts[label], given.get(name, ""), texts[hint] if hint else "", kind)

    return "".join(
        (
            field("titel", "title_label", 'type="text" maxlength="200"', "title_hint"),
            field("uitgever", "publisher_label", 'type="text" maxlength="200"'),
            field("eigenaar", "owner_label", 'type="text" maxlength="200"', "owner_hint"),
            field("adres", "url_label", 'type="url" maxlength="500"'),
            field("vanaf", "valid_from_label", 'type="date"'),
            field("tot", "valid_until_label", 'type="date"'),
            field("gecontroleerd", "checked_label", 'type="date"'),
        )
    )


def about_from(given: Mapping[str, str]) -> SourceMetadata | str:
    """Return what the form tells of the files, or the key of the sentence that says what is wrong with it."""
    if given.get("voor") not in set(Audience):
        return "upload_no_audience"
    told = told_from(given)
    return told if isinstance(told, str) else replace(told, audience=Audience(given["voor"]))


def told_from(given: Mapping[str, str]) -> SourceMetadata | str:
    """Return what fields tell of a source, whoever it is for, or the key of the sentence that says what is wrong."""
    days: dict[str, date | None] = {}
    for name in ("vanaf", "tot", "gecontroleerd"):
        try:
            days[name] = date.fromisoformat(given[name]) if given.get(name) else None
        except ValueError:
            return "upload_bad_date"
    first, last = days["vanaf"], days["tot"]
    if first is not None and last is not None and first > last:
        return "upload_dates_swapped"
    if given.get("adres") and public_address(given["adres"]) is None:
        return "upload_bad_url"
    return SourceMetadata(
        title=given.get("titel") or None,
        publisher=given.get("uitgever") or None,
        owner=given.get("eigenaar") or None,
        url=given.get("adres") or None,
        valid_from=first,
        valid_until=last,
        checked_on=days["gecontroleerd"],
    )


def task_html(task: Task, texts: Texts) -> str:
    """Return how far a task is, or what came of it. The script of the page replaces this part while it runs."""
    again = "" if task.is_over else '<noscript><meta http-equiv="refresh" content="2"></noscript>'
    return (
        f'<div id="lw-taak" data-taak="{escaped(task.id)}" data-klaar="{str(task.is_over).lower()}">{again}'
        f"<p>{one_line(task.about)}</p>{_state(task, texts)}</div>"
    )


def _state(task: Task, texts: Texts) -> str:
    if task.state is TaskState.FAILED:
        told = one_line(error_words(task.problem, texts.language)) if task.problem else texts["task_broken"]
        return notice_html(told, is_error=True)
    if task.state is TaskState.WAITING:
        return f'<p role="status">{texts["task_waiting"]}</p><p>{texts["task_meanwhile"]}</p>'
    if task.state is TaskState.RUNNING:
        stage = texts[STAGES[task.stage]] if task.stage in STAGES else texts["task_running"]
        bar = (
            f'<progress max="{task.total}" value="{task.done}" aria-label="{stage}"></progress> '
            f"{texts['task_progress'].format(done=task.done, total=task.total)}"
            if task.total
            else ""
        )
        return f'<p role="status"><strong>{stage}</strong></p><p>{bar}</p><p>{texts["task_meanwhile"]}</p>'
    return f'<p role="status"><strong>{texts["task_done"]}</strong></p>{_report(task, texts)}'


def _report(task: Task, texts: Texts) -> str:
    report = task.report
    if report is None:
        return ""
    number = (
        f"<p>{texts['task_generation'].format(number=report.generation)}</p>" if report.generation else ""
    )
    rows = [_file_row(file, texts) for file in report.files]
    heads = [
        texts[key] for key in ("file_label", "state_label", "passages_label", "records_label", "note_label")
    ]
    table = table_html(texts["report_caption"], heads, rows) if rows else ""
    refused = "".join(_refused_rows(file, texts) for file in report.files)
    return (
        f"{table}{refused}{number}"
        f'<p class="lw-verder"><a class="lw-knop lw-eerste" href="/beheer/proef">{texts["try_question"]}</a> '
        f'<a class="lw-knop" href="/beheer">{texts["page_sources"]}</a> '
        f'<a class="lw-knop" href="/beheer/versies">{texts["page_versions"]}</a></p>'
    )


def _file_row(file: FileReport, texts: Texts) -> tuple[str, ...]:
    name = one_line(file.address.removeprefix(UPLOAD_PREFIX))
    is_there = file.state not in (FileState.FAILED, FileState.REMOVED)
    shown = f'<a href="/beheer/bron?id={source_id_of(file.address)}">{name}</a>' if is_there else name
    look = ' class="lw-fout"' if file.state is FileState.FAILED else ""
    return (
        shown,
        f"<span{look}>{texts[f'file_{file.state.value}']}</span>",
        str(file.passages or ""),
        str(file.records or ""),
        f'<span lang="nl">{one_line(file.note)}</span>' if file.note else "",
    )


def _refused_rows(file: FileReport, texts: Texts) -> str:
    refused = [row for row in file.rows if row.verdict is RowVerdict.REFUSED]
    if not refused:
        return ""
    rows = [(str(row.row), one_line(row.name), one_line(row.note)) for row in refused[:SHOWN_ROWS]]
    heads: Sequence[str] = [texts[key] for key in ("row_label", "what_label", "note_label")]
    title = texts.count("refused_rows", len(refused))
    return f"<details><summary>{title}</summary>{table_html(one_line(file.address.removeprefix(UPLOAD_PREFIX)), heads, rows)}</details>"
