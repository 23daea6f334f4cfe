"""A disk that is full: the ingest stops with a sentence, what was there still answers, and the next ingest completes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.errors import DiskFullError
from knowledge.progress import silent
from knowledge.retrieval.hybrid import HybridRetriever, Query
from knowledge.types import Audience
from tests.support.homes import CHECKER, TODAY, Home
from tests.support.killed_ingest import check_index
from tests.support.small_disks import SmallDisk, small_disk

ROOT = Path(__file__).resolve().parents[3]
LASSEN = "# Lassen\n\nLassen leer je in Hengelo bij een bedrijfsschool.\n"
QUERY = Query("waar leer ik lassen", Audience.PUBLIC, TODAY)


@pytest.fixture
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk", getattr(request, "param", 14)) as made:
        yield made


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "lassen.md").write_text(LASSEN, "utf-8")
    return folder


def write_many(folder: Path, count: int) -> None:
    for number in range(count):
        parts = [
            f"## Deel {part}\n\nOpleiding {number} deel {part} is in Almelo. " + f"Zin {part} erover. " * 50
            for part in range(40)
        ]
        (folder / f"opleiding-{number}.md").write_text(
            f"# Opleiding {number}\n\n" + "\n\n".join(parts), "utf-8"
        )


def found(retriever: HybridRetriever) -> list[str]:
    return [hit.passage.text for hit in retriever.retrieve(QUERY)]


def check_whole(home: Home) -> None:
    """Assert that every stored source has all its passages and that no half-built generation is left."""
    for stored in home.knowledge.store.sources():
        assert len(list(home.knowledge.store.passages_of([stored.source.version]))) == stored.passage_count
    assert not list(home.knowledge.builder.shelf.folder.glob("*.building"))


@pytest.mark.parametrize(
    ("disk", "room"),
    [
        (8, 0),
        pytest.param(14, 300_000, marks=pytest.mark.slow),
        pytest.param(32, 1_000_000, marks=pytest.mark.slow),
        (14, 2_500_000),
        pytest.param(14, 3_360_000, marks=pytest.mark.slow),
    ],
    indirect=["disk"],
    ids=["nothing", "a page", "the documents", "the vectors in part", "the vectors"],
)
def test_an_ingest_on_a_full_disk_stops_and_completes_later(
    disk: SmallDisk, documents: Path, room: int
) -> None:
    home = Home.below(disk.folder)
    home.knowledge.ingest.run([documents], silent)
    retriever = home.knowledge.retriever()
    before = found(retriever)
    write_many(documents, 12)
    disk.fill(leave=room)
    with pytest.raises(DiskFullError, match="Maak ruimte vrij"):
        home.knowledge.ingest.run([documents], silent)
    check_whole(home)
    assert found(retriever) == before
    disk.free()
    home.knowledge.ingest.run([documents], silent)
    check_whole(home)
    check_index(home.knowledge)
    assert len(home.knowledge.store.sources()) == 13


def test_a_full_disk_is_no_damage(disk: SmallDisk, documents: Path) -> None:
    home = Home.below(disk.folder)
    home.knowledge.ingest.run([documents], silent)
    before = found(home.knowledge.retriever())
    disk.fill()
    CHECKER.check(home.knowledge.builder.shelf.path(1), 1)
    assert found(home.knowledge.retriever()) == before


def test_who_starts_anew_on_a_full_disk_reads_what_was_there(disk: SmallDisk, documents: Path) -> None:
    home = Home.below(disk.folder)
    (disk.folder / "library").mkdir()
    home.knowledge.ingest.run([documents], silent)
    before = found(home.knowledge.retriever())
    disk.fill()
    other = Home.below(disk.folder)
    other.knowledge.make_ready(silent)
    assert found(other.knowledge.retriever()) == before


@pytest.mark.slow
def test_the_command_says_so_without_a_traceback(disk: SmallDisk, documents: Path) -> None:
    environment = {**os.environ, "LEERWIJZER_HOME": str(disk.folder / "home")}
    command = [sys.executable, "ingest.py", str(documents)]

    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    assert run().returncode == 0
    write_many(documents, 3)
    disk.fill()
    full = run()
    assert full.returncode == 1
    assert "geen ruimte meer op de schijf" in " ".join(full.stderr.split())
    assert "Traceback" not in full.stdout + full.stderr
    disk.free()
    assert run().returncode == 0
