"""A damaged generation is noticed at the start and rebuilt from the database; the answers are the same after."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.build import chain_over
from assistant.config import AssistantSettings
from assistant.types import Question
from knowledge.errors import DamagedGenerationError, StoreBusyError
from knowledge.progress import silent
from knowledge.retrieval.hybrid import Query
from knowledge.store.lock import building
from knowledge.types import Audience
from tests.support.homes import CHECKER, TODAY, Home

QUESTIONS = ("Waar leer ik lassen?", "Wat kost deel 7 van Frezen?", "opleiding in Rijssen")
TRADES = (
    "Lassen",
    "Frezen",
    "Draaien",
    "Zagen",
    "Slijpen",
    "Buigen",
    "Ponsen",
    "Solderen",
    "Gieten",
    "Smeden",
    "Tekenen",
)
TOWNS = ("Hengelo", "Rijssen", "Almelo", "Enschede", "Zwolle")


@dataclass(frozen=True, slots=True)
class Answers:
    """What some questions find, and what is answered."""

    found: tuple[tuple[str, ...], ...]
    texts: tuple[str, ...]


def answers(home: Home) -> Answers:
    retriever = home.knowledge.retriever()
    found = [retriever.retrieve(Query(question, Audience.PUBLIC, TODAY, limit=10)) for question in QUESTIONS]
    chain = chain_over(home.knowledge, AssistantSettings(), {})
    texts = tuple(chain.invoke(Question(question)).text for question in QUESTIONS)
    return Answers(tuple(tuple(hit.passage.id for hit in hits) for hits in found), texts)


def made(folder: Path, parts: int) -> Home:
    """Return a home whose library has eleven documents of `parts` sections."""
    home = Home.below(folder)
    for trade in TRADES:
        sections = [
            f"## Deel {part}\n\n{trade} deel {part} leer je in {TOWNS[part % 5]}. Het kost {part * 13 + 5} euro. "
            + f"Je werkt met machine {part} en met een meester. " * 14
            for part in range(parts)
        ]
        path = folder / "library" / f"{trade.lower()}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"# {trade}\n\n" + "\n\n".join(sections), "utf-8")
    home.knowledge.make_ready(silent)
    return home


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Answers]:
    """A home whose vectors are still in Chroma's SQLite file alone."""
    folder = tmp_path_factory.mktemp("small")
    home = made(folder, parts=4)
    before = answers(home)
    home.knowledge.close()
    return folder, before


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Answers]:
    """A home of more than a thousand passages, whose vectors are in HNSW files."""
    folder = tmp_path_factory.mktemp("large")
    home = made(folder, parts=100)
    before = answers(home)
    assert home.knowledge.store.counts()[1] > 1_000
    home.knowledge.close()
    return folder, before


def overwrite(path: Path, start: int, content: bytes) -> None:
    with path.open("r+b") as stream:
        stream.seek(start)
        stream.write(content)


def hnsw(generation: Path) -> Path:
    (found,) = [path.parent for path in generation.glob("chroma/*/index_metadata.pickle")]
    return found


def flip_a_vector(generation: Path) -> None:
    """Change eight bytes in the middle of the vectors: nothing but a comparison can notice."""
    path = hnsw(generation) / "data_level0.bin"
    middle = path.stat().st_size // 2
    overwrite(path, middle, bytes(byte ^ 0x55 for byte in path.read_bytes()[middle : middle + 8]))


def change_a_row(generation: Path) -> None:
    """Exchange the names of two vectors by ordinary SQL: the file stays a sound SQLite file."""
    with sqlite3.connect(generation / "chroma/chroma.sqlite3") as connection:
        rows = connection.execute("SELECT id, embedding_id FROM embeddings ORDER BY id LIMIT 2").fetchall()
        assert len(rows) == 2, "what is not there cannot be exchanged"
        (first, name), (second, other) = rows
        for number, given in ((first, "neither"), (second, name), (first, other)):
            connection.execute("UPDATE embeddings SET embedding_id = ? WHERE id = ?", (given, number))
    connection.close()


def cut_a_keyword_file(generation: Path) -> None:
    path = generation / "keywords/public/post_rows.npy"
    os.truncate(path, path.stat().st_size // 2)


def zero_sqlite(generation: Path) -> None:
    overwrite(generation / "chroma/chroma.sqlite3", 8_192, bytes(20_000))


def cut_sqlite(generation: Path) -> None:
    os.truncate(generation / "chroma/chroma.sqlite3", 20_000)


IN_SMALL: dict[str, Callable[[Path], object]] = {
    "chroma.sqlite3 has 20 kB of zeros": zero_sqlite,
    "chroma.sqlite3 is cut off": cut_sqlite,
    "two vectors are exchanged": change_a_row,
    "the folder of Chroma is gone": lambda generation: shutil.rmtree(generation / "chroma"),
    "a file of the keyword index is cut off": cut_a_keyword_file,
    "the manifest is noise": lambda generation: (generation / "manifest.json").write_bytes(os.urandom(500)),
    "the manifest is a number": lambda generation: (generation / "manifest.json").write_text("5"),
    "the generation is gone": shutil.rmtree,
    "the pointer is noise": lambda generation: (generation.parent / "CURRENT").write_bytes(
        b"\xff\x00garbage"
    ),
    "the pointer is no number": lambda generation: (generation.parent / "CURRENT").write_text("9" * 5_000),
    "the pointer is missing": lambda generation: (generation.parent / "CURRENT").unlink(),
    "the pointer names another": lambda generation: (generation.parent / "CURRENT").write_text("77"),
}

IN_LARGE: dict[str, Callable[[Path], object]] = {
    "the HNSW folder is gone": lambda generation: shutil.rmtree(hnsw(generation)),
    "index_metadata.pickle is noise": lambda generation: (
        hnsw(generation) / "index_metadata.pickle"
    ).write_bytes(os.urandom(4_000)),
    "a vector has other bytes": flip_a_vector,
}


def rebuilt(base: Path, folder: Path, damage: Callable[[Path], object]) -> Iterator[Home]:
    shutil.copytree(base, folder, dirs_exist_ok=True)
    damage(folder / "home/generations/1")
    home = Home.below(folder)
    home.knowledge.make_ready(silent)
    assert home.knowledge.builder.shelf.current() != 1
    yield home
    home.knowledge.close()


@pytest.mark.parametrize("damage", IN_SMALL.values(), ids=IN_SMALL)
def test_a_damaged_generation_is_rebuilt_with_the_same_answers(
    small: tuple[Path, Answers], tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    for home in rebuilt(small[0], tmp_path, damage):
        assert answers(home) == small[1]


@pytest.mark.parametrize("damage", IN_LARGE.values(), ids=IN_LARGE)
@pytest.mark.slow
def test_damaged_vector_files_are_rebuilt_with_the_same_answers(
    large: tuple[Path, Answers], tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    for home in rebuilt(large[0], tmp_path, damage):
        assert answers(home) == large[1]


def test_a_sound_generation_is_kept(small: tuple[Path, Answers], tmp_path: Path) -> None:
    shutil.copytree(small[0], tmp_path, dirs_exist_ok=True)
    for _ in range(2):
        home = Home.below(tmp_path)
        home.knowledge.make_ready(silent)
        assert answers(home) == small[1]
        assert home.knowledge.builder.shelf.current() == 1
        home.knowledge.close()


@pytest.mark.slow
def test_reading_a_large_generation_does_not_look_like_damage(
    large: tuple[Path, Answers], tmp_path: Path
) -> None:
    shutil.copytree(large[0], tmp_path, dirs_exist_ok=True)
    home = Home.below(tmp_path)
    assert answers(home) == large[1]
    CHECKER.check(home.knowledge.builder.shelf.path(1), 1)
    home.knowledge.close()


def test_a_damaged_generation_while_another_builds_asks_to_wait(
    small: tuple[Path, Answers], tmp_path: Path
) -> None:
    shutil.copytree(small[0], tmp_path, dirs_exist_ok=True)
    cut_sqlite(tmp_path / "home/generations/1")
    home = Home.below(tmp_path)
    with building(tmp_path / "home"), pytest.raises(StoreBusyError, match="wacht tot die klaar is"):
        home.knowledge.make_ready(silent)


def test_a_sound_generation_is_read_while_another_builds(small: tuple[Path, Answers], tmp_path: Path) -> None:
    shutil.copytree(small[0], tmp_path, dirs_exist_ok=True)
    home = Home.below(tmp_path)
    with building(tmp_path / "home"):
        assert home.knowledge.make_ready(silent) is None
        assert answers(home) == small[1]


def test_a_reader_keeps_its_generation_when_the_pointer_breaks(
    small: tuple[Path, Answers], tmp_path: Path
) -> None:
    shutil.copytree(small[0], tmp_path, dirs_exist_ok=True)
    home = Home.below(tmp_path)
    retriever = home.knowledge.retriever()
    query = Query(QUESTIONS[0], Audience.PUBLIC, TODAY, limit=10)
    before = retriever.retrieve(query)
    for broken in (b"\xff\xfe", b"77", b""):
        (tmp_path / "home/generations/CURRENT").write_bytes(broken)
        assert retriever.retrieve(query) == before


def test_the_check_says_what_it_found(small: tuple[Path, Answers], tmp_path: Path) -> None:
    shutil.copytree(small[0], tmp_path, dirs_exist_ok=True)
    change_a_row(tmp_path / "home/generations/1")
    with pytest.raises(DamagedGenerationError, match=r"chroma/chroma\.sqlite3 is veranderd"):
        CHECKER.check(tmp_path / "home/generations/1", 1)
