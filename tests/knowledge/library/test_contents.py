"""What is indexed is knowledge, once, and nothing about the library itself."""

from __future__ import annotations

from pathlib import Path

from knowledge.library.contents import library_files


def test_documents_pdfs_and_records_are_indexed(library: Path) -> None:
    names = {path.relative_to(library).as_posix() for path in library_files(library)}
    assert {"programmas/techoost.md", "techniekpacten-oost-nederland.pdf", "records/offers.jsonl"} <= names


def test_files_about_the_library_are_not_indexed(library: Path) -> None:
    names = {path.relative_to(library).as_posix() for path in library_files(library)}
    assert not {
        name for name in names if name.startswith(("README", "facts.csv", "sources_of_pdf", "__init__"))
    }
    assert not {name for name in names if name.endswith(".py")}


def test_no_document_is_indexed_twice(library: Path) -> None:
    stems = [path.stem for path in library_files(library)]
    assert len(stems) == len(set(stems))


def test_an_empty_folder_holds_no_library_files(tmp_path: Path) -> None:
    assert library_files(tmp_path) == ()
