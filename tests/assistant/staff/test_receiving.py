"""Files that were sent are named safely, kept privately, and leave nothing behind."""

from __future__ import annotations

import io
import os
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.staff.receiving import (
    LEFTOVER_SECONDS,
    MAPPING,
    MOST_FILES,
    RefusedUploadError,
    SentFile,
    UploadRefusal,
    clear_leftovers,
    ending_of,
    receive,
    safe_name,
)
from tests.support.hostile import HOSTILE


def sent(name: str, content: bytes = b"tekst") -> SentFile:
    return SentFile(name, io.BytesIO(content))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Studiegids 2026.PDF", "Studiegids 2026.pdf"),
        ("../../etc/passwd.md", "passwd.md"),
        ("C:\\fakepath\\gids.docx", "gids.docx"),
        ("<img src=x onerror=alert(1)>.pdf", "-img src=x onerror=alert(1)-.pdf"),
        (".verborgen.txt", "verborgen.txt"),
        ("rood\x1b[31m\u202etxt.pdf", "rood[31mtxt.pdf"),
        ("aanbod.csv.mapping.yaml", "aanbod.csv.mapping.yaml"),
        ("één.html", "één.html"),
    ],
)
def test_a_name_keeps_what_is_harmless(name, safe):
    assert safe_name(name) == safe


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("virus.exe", UploadRefusal.KIND),
        ("gids", UploadRefusal.KIND),
        (".pdf", UploadRefusal.KIND),
        ("gids.pdf.exe", UploadRefusal.KIND),
        ("CON.pdf", UploadRefusal.NAME),
        ("...pdf", UploadRefusal.KIND),
        (" . .pdf", UploadRefusal.KIND),
        ("lpt1.txt", UploadRefusal.NAME),
    ],
)
def test_a_name_that_cannot_be_used_is_refused(name, why):
    with pytest.raises(RefusedUploadError) as refused:
        safe_name(name)
    assert refused.value.why in (why, UploadRefusal.NAME)


@given(st.text(max_size=300), st.sampled_from([".pdf", ".md", ".CSV", MAPPING]))
def test_a_safe_name_is_one_visible_part_of_a_path_with_its_ending(stem, ending):
    try:
        name = safe_name(stem + ending)
    except RefusedUploadError:
        return
    assert "/" not in name
    assert "\\" not in name
    assert name.isprintable()
    assert not name.startswith(".")
    assert len(name.encode()) <= 255
    assert ending_of(name) == ending.lower()
    assert safe_name(name) == name


def test_files_come_into_a_folder_that_only_we_may_enter(tmp_path):
    received = receive([sent("a.md"), sent("b.csv"), sent("b.csv.mapping.yaml")], tmp_path / "uploads")
    assert [path.name for path in received.to_read] == ["a.md", "b.csv"]
    assert stat.S_IMODE(received.folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in received.paths} == {0o600}
    received.delete()
    assert list((tmp_path / "uploads").iterdir()) == []


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ([], UploadRefusal.NONE),
        ([("", b"")], UploadRefusal.NONE),
        ([("a.csv.mapping.yaml", b"x")], UploadRefusal.NONE),
        ([(f"{number}.md", b"x") for number in range(MOST_FILES + 1)], UploadRefusal.TOO_MANY),
        ([("a.md", b"x"), ("map/A.md", b"x")], UploadRefusal.TWICE),
        ([("a.md", b"x" * 60), ("b.md", b"x" * 60)], UploadRefusal.TOO_LARGE),
        ([("a.md", b"x"), ("b.md", b"")], UploadRefusal.EMPTY),
        ([("a.md", b"x"), ("b.exe", b"x")], UploadRefusal.KIND),
    ],
)
def test_what_is_refused_leaves_nothing_behind(tmp_path, files, why):
    with pytest.raises(RefusedUploadError) as refused:
        receive([sent(name, content) for name, content in files], tmp_path / "uploads", limit=100)
    assert refused.value.why is why
    assert not (tmp_path / "uploads").exists() or list((tmp_path / "uploads").iterdir()) == []


def test_two_hundred_hostile_names_never_leave_the_folder(tmp_path):
    below = tmp_path / "uploads"
    for text in HOSTILE:
        try:
            received = receive([sent(f"{text}.pdf")], below)
        except RefusedUploadError:
            continue
        assert all(path.parent == received.folder for path in received.paths)
        assert all(path.resolve().is_relative_to(below.resolve()) for path in received.paths)
        received.delete()
    assert list(below.iterdir()) == []
    assert [path.name for path in tmp_path.iterdir()] == ["uploads"]


def test_what_an_interrupted_upload_left_is_cleared_after_a_day(tmp_path):
    old, fresh = tmp_path / "old", tmp_path / "fresh"
    old.mkdir()
    fresh.mkdir()
    os.utime(old, (1_000, 1_000))
    os.utime(fresh, (2_000, 2_000))
    clear_leftovers(tmp_path, 1_500 + LEFTOVER_SECONDS)
    clear_leftovers(tmp_path / "nergens", 0)
    assert [path.name for path in tmp_path.iterdir()] == ["fresh"]
