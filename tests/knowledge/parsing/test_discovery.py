from __future__ import annotations

import os
from pathlib import Path

import pytest

from knowledge.config import ParsingLimits
from knowledge.parsing.discovery import Discovery, find_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "map"
    (root / "b").mkdir(parents=True)
    (root / "b" / "twee.md").write_text("twee")
    (root / "een.txt").write_text("een")
    return root


def find(*roots: Path, limits: ParsingLimits | None = None) -> Discovery:
    return find_files(roots, limits or ParsingLimits())


def names(found: Discovery) -> list[str]:
    return [file.path.name for file in found.files]


def test_files_are_sorted_by_address_and_found_once(folder):
    found = find(folder, folder / "een.txt", folder)
    assert [file.address for file in found.files] == sorted(str(path) for path in folder.rglob("*.*"))
    assert (found.failures, found.ignored) == ((), 0)


def test_a_found_file_knows_its_size_and_suffix(folder):
    (folder / "A.PDF").write_bytes(b"12345")
    file = next(file for file in find(folder).files if file.path.name == "A.PDF")
    assert (file.size, file.suffix) == (5, ".pdf")


def test_other_kinds_of_files_in_a_folder_are_counted_and_hidden_ones_skipped(folder):
    (folder / "film.mp4").write_bytes(b"x")
    (folder / ".verborgen.md").write_text("x")
    found = find(folder)
    assert (names(found), found.ignored) == (["twee.md", "een.txt"], 1)


def test_a_file_of_another_kind_that_is_named_itself_is_a_failure(folder):
    (folder / "film.mp4").write_bytes(b"x")
    assert ".mp4" in find(folder / "film.mp4").failures[0].reason


def test_a_root_that_does_not_exist_is_a_failure(folder):
    assert "bestaat niet" in find(folder / "weg").failures[0].reason


def test_a_link_out_of_the_folder_is_a_failure_and_is_not_read(folder, tmp_path):
    (tmp_path / "geheim.txt").write_text("geheim")
    (folder / "link.txt").symlink_to(tmp_path / "geheim.txt")
    found = find(folder)
    assert "geheim.txt" not in names(found)
    assert "buiten de map" in found.failures[0].reason


def test_a_link_to_a_folder_outside_is_not_walked(folder):
    (folder / "etc").symlink_to("/etc")
    found = find(folder)
    assert len(found.files) == 2
    assert "buiten de map" in found.failures[0].reason


def test_a_link_inside_the_folder_is_the_file_itself(folder):
    (folder / "link.txt").symlink_to(folder / "een.txt")
    found = find(folder)
    assert (names(found), found.failures) == (["twee.md", "een.txt"], ())


def test_a_loop_of_links_ends_as_a_failure(folder):
    (folder / "b" / "rond").symlink_to(folder)
    (folder / "zelf.txt").symlink_to(folder / "zelf.txt")
    found = find(folder)
    assert len(found.files) == 2
    assert [failure.reason for failure in found.failures] == [
        "Dit is een verwijzing (symlink) naar een map.",
        "De verwijzing (symlink) loopt in een kring.",
    ]


def test_a_name_with_control_characters_is_refused_and_shown_escaped(folder):
    (folder / "kwaad\x1b]52;c;x\n.txt").write_text("x")
    failure = find(folder).failures[0]
    assert "stuurtekens" in failure.reason
    assert str(failure).isprintable()
    assert "\\x1b]52" in failure.file_name


def test_a_name_that_is_no_text_is_refused(folder):
    os.close(os.open(os.fsencode(folder) + b"/\xff\xfe.txt", os.O_CREAT | os.O_WRONLY))
    assert "stuurtekens" in find(folder).failures[0].reason


def test_a_pipe_is_refused_without_waiting_for_it(folder):
    os.mkfifo(folder / "pijp.txt")
    assert "geen gewoon bestand" in find(folder).failures[0].reason


def test_a_device_that_is_named_itself_is_refused():
    assert "geen gewoon bestand" in find(Path("/dev/zero")).failures[0].reason


def test_a_file_above_the_cap_is_refused_with_both_sizes(folder):
    (folder / "groot.csv").write_bytes(b"x" * 3_000_000)
    failure = find(folder, limits=ParsingLimits(file_bytes=1024 * 1024)).failures[0]
    assert failure.reason == "Het bestand is 2 MB groot; er mag 1 MB in."
