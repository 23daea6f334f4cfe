"""What state a source is in, and which sources are asked for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.interface.escaping import visible
from assistant.interface.rooms.staff.house import staff_texts
from assistant.interface.rooms.staff.source_pages import sources_html
from assistant.interface.rooms.staff.source_states import (
    Origin,
    SourceFilter,
    SourceState,
    months_before,
    source_lines,
    state_of,
)
from assistant.types import Language
from knowledge.store.failed import FailedFile
from knowledge.store.sources import StoredSource
from knowledge.types import Audience, Source, SourceKind
from tests.support.hostile import HOSTILE

TODAY = date(2026, 11, 21)


def source(
    title: str = "Gids",
    address: str = "upload:gids.pdf",
    checked_on: date | None = date(2026, 10, 1),
    valid: tuple[date | None, date | None] = (None, None),
    audience: Audience = Audience.PUBLIC,
) -> Source:
    return Source(
        id=title,
        version="1",
        address=address,
        title=title,
        kind=SourceKind.DOCUMENT,
        media_type="text/markdown",
        language="nl",
        audience=audience,
        content_hash="0",
        publisher="ROC",
        owner="Jan",
        valid_from=valid[0],
        valid_until=valid[1],
        checked_on=checked_on,
    )


def stored(*sources: Source) -> list[StoredSource]:
    return [StoredSource(one, "", 1, 3) for one in sources]


@pytest.mark.parametrize(
    ("checked_on", "valid", "state"),
    [
        (date(2026, 10, 1), (None, None), SourceState.ACTIVE),
        (date(2025, 11, 21), (None, None), SourceState.ACTIVE),
        (date(2025, 11, 20), (None, None), SourceState.STALE),
        (None, (None, None), SourceState.STALE),
        (date(2026, 10, 1), (None, TODAY), SourceState.ACTIVE),
        (date(2026, 10, 1), (None, TODAY - timedelta(days=1)), SourceState.ENDED),
        (date(2026, 10, 1), (TODAY + timedelta(days=1), None), SourceState.COMING),
    ],
)
def test_the_most_urgent_is_the_state_of_a_source(checked_on, valid, state):
    assert state_of(source(checked_on=checked_on, valid=valid), TODAY, 12) is state


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 120))
def test_months_before_a_day_is_never_later_and_twelve_are_a_year(day, months):
    before = months_before(day, months)
    assert before < day
    assert (day.year * 12 + day.month) - (before.year * 12 + before.month) == months
    assert before.day <= day.day


def test_a_failed_file_stands_first_with_its_reason_whether_or_not_an_earlier_version_is_there():
    failed = [FailedFile("upload:gids.pdf", "Kapot.", 0), FailedFile("/map/nieuw.pdf", "Leeg.", 0)]
    lines = source_lines(stored(source(), source("Ander", "leerwijzer:a.md")), failed, TODAY)
    assert [(line.title, line.state, line.note) for line in lines] == [
        ("Gids", SourceState.FAILED, "Kapot."),
        ("nieuw.pdf", SourceState.FAILED, "Leeg."),
        ("Ander", SourceState.ACTIVE, ""),
    ]
    assert [line.origin for line in lines] == [Origin.UPLOAD, Origin.FOLDER, Origin.LIBRARY]
    assert lines[1].source is None


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (SourceFilter(), ["Draaiboek", "Gids"]),
        (SourceFilter(audience="staff"), ["Draaiboek"]),
        (SourceFilter(words="roc GIDS"), ["Gids"]),
        (SourceFilter(words="gids xyz"), []),
        (SourceFilter(state="active", kind="document"), ["Draaiboek", "Gids"]),
        (SourceFilter(kind="catalogue"), []),
        (SourceFilter(state="zomaar iets"), []),
    ],
)
def test_the_list_shows_what_is_asked_for(wanted, found):
    lines = source_lines(
        stored(source(), source("Draaiboek", "upload:d.md", audience=Audience.STAFF)), [], TODAY
    )
    assert [line.title for line in lines if wanted.passes(line)] == found


@pytest.mark.parametrize("language", list(Language))
def test_hostile_titles_names_and_reasons_are_only_text(language):
    sources = stored(*(source(text, f"upload:{text}") for text in HOSTILE))
    failed = [FailedFile(f"/map/{visible(text)}", text, 0) for text in HOSTILE]
    lines = source_lines(sources, failed, TODAY)
    html = sources_html(lines, SourceFilter(words=HOSTILE[0]), 12, staff_texts(language))
    html += sources_html(lines, SourceFilter(), 12, staff_texts(language))
    for tag in ("<script", "<img", "<svg", "<iframe", "onerror=alert(1)>"):
        assert tag not in html
    assert "\u202e" not in html
