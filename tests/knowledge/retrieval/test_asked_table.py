"""What is worked out of written questions is kept with a generation, and taken from there only for just those questions."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from knowledge.embedding.domain import DomainEmbedder
from knowledge.embedding.hashed import HashedEmbedder
from knowledge.embedding.seam import Embedder
from knowledge.progress import silent
from knowledge.retrieval.asked import AskedIndex
from knowledge.retrieval.asked_places import KEPT_IN
from knowledge.retrieval.asked_table import AskedQuestion, AskedTable, Target, table_key
from tests.support.homes import Home

TARGETS = (
    Target("slim.md", "De werkgever vraagt SLIM aan.", "SLIM"),
    Target("leeg.md", "", ""),
    Target("vca.md", "Het examen VCA Basis heeft 40 vragen in 60 minuten.", "VCA"),
)
QUESTIONS = (
    AskedQuestion("Kan mijn baas SLIM aanvragen?", "nl", 0),
    AskedQuestion("Wer beantragt SLIM für mich?", "de", 0),
    AskedQuestion("Hoeveel vragen krijg je bij VCA Basis?", "nl", 2),
    AskedQuestion("En is het?", "nl", 2),
    AskedQuestion("Hoe lang duurt het geënquêteerde examen\udc80 VCA?", "nl", 2),
)
ASKED = ["Hoevel vragn krijg je bij vca basis", "Mag mijn chef SLIM aanvragen?", "xyz", ""]


@pytest.fixture
def embedder() -> Embedder:
    return HashedEmbedder()


@pytest.fixture
def kept(tmp_path: Path, embedder: Embedder) -> Path:
    folder = tmp_path / "asked"
    AskedTable.of(TARGETS, QUESTIONS, embedder).save(folder, table_key(TARGETS, QUESTIONS, embedder))
    return folder


def test_what_was_kept_answers_as_what_is_worked_out(kept: Path, embedder: Embedder) -> None:
    table = AskedTable.kept(kept, TARGETS, QUESTIONS, embedder)
    assert table is not None
    index = AskedIndex(TARGETS, QUESTIONS, embedder, table=table)
    fresh = AskedIndex(TARGETS, QUESTIONS, embedder)
    assert [index.nearest(one, "nl") for one in ASKED] == [fresh.nearest(one, "nl") for one in ASKED]


def test_no_questions_are_kept_like_any(tmp_path: Path, embedder: Embedder) -> None:
    AskedTable.of((), (), embedder).save(tmp_path / "none", table_key((), (), embedder))
    table = AskedTable.kept(tmp_path / "none", (), (), embedder)
    assert table is not None
    assert AskedIndex((), (), embedder, table=table).nearest("Wat kost VCA?", "nl") == ()


def test_what_is_kept_of_others_is_not_taken(kept: Path, embedder: Embedder) -> None:
    other = (AskedQuestion("Kan mijn chef SLIM aanvragen?", "nl", 0), *QUESTIONS[1:])
    moved = (Target("slim.md", "De werkgever vraagt SLIM aan.", "Geld"), *TARGETS[1:])
    assert AskedTable.kept(kept, TARGETS, other, embedder) is None
    assert AskedTable.kept(kept, moved, QUESTIONS, embedder) is None
    assert AskedTable.kept(kept, TARGETS, QUESTIONS, DomainEmbedder.shipped()) is None
    assert AskedTable.kept(kept.parent / "nothing", TARGETS, QUESTIONS, embedder) is None


@pytest.mark.parametrize("name", ["key.json", "stems.npy", "vectors.npy", "asked_places.npy"])
@pytest.mark.parametrize("length", [0, 20, -40])
def test_what_is_damaged_is_not_taken(kept: Path, embedder: Embedder, name: str, length: int) -> None:
    whole = (kept / name).read_bytes()
    (kept / name).write_bytes(whole[:length])
    assert AskedTable.kept(kept, TARGETS, QUESTIONS, embedder) is None


def test_other_words_or_vectors_for_the_same_questions_are_not_taken(kept: Path, embedder: Embedder) -> None:
    vectors = np.load(kept / "vectors.npy")
    np.save(kept / "vectors.npy", np.roll(vectors, 1, axis=0))
    assert AskedTable.kept(kept, TARGETS, QUESTIONS, embedder) is None
    np.save(kept / "vectors.npy", vectors)
    places = np.load(kept / "asked_places.npy")
    np.save(kept / "asked_places.npy", places[::-1])
    assert AskedTable.kept(kept, TARGETS, QUESTIONS, embedder) is None
    np.save(kept / "asked_places.npy", places + 10_000)
    assert AskedTable.kept(kept, TARGETS, QUESTIONS, embedder) is None


def library_below(folder: Path, text: str, asked: str) -> Home:
    """Return a home over a library of one document, with a question for its sentence; nothing is ingested yet."""
    questions = folder / "library" / "questions"
    questions.mkdir(parents=True, exist_ok=True)
    (folder / "library" / "vca.md").write_text(f"# VCA\n\n{text}\n", "utf-8")
    line = {"document": "vca.md", "sentence": text.split(" heeft", maxsplit=1)[0], "asked": {"nl": [asked]}}
    (questions / "vragen.jsonl").write_text(json.dumps(line), "utf-8")
    return Home.below(folder)


def test_a_generation_keeps_what_its_sources_hold_and_readers_follow(tmp_path: Path) -> None:
    home = library_below(tmp_path, "Het examen VCA heeft 40 vragen.", "Hoeveel vragen bij VCA?")
    shelf = home.knowledge.builder.shelf
    home.knowledge.make_ready(silent)
    answers = home.knowledge.asked_answers()
    first = shelf.current()
    assert first is not None
    kept = AskedTable.kept(
        shelf.path(first) / KEPT_IN, answers.index.targets, answers.index.questions, DomainEmbedder.shipped()
    )
    assert kept is not None
    assert f"{KEPT_IN}/vectors.npy" in (shelf.path(first) / "manifest.json").read_text("utf-8")

    (tmp_path / "library" / "vca.md").write_text("# VCA\n\nHet examen VCA heeft 70 vragen.\n", "utf-8")
    home.knowledge.make_ready(silent)
    assert shelf.current() != first
    assert [one.sentence for one in answers.index.targets] == ["Het examen VCA heeft 70 vragen."]
    home.knowledge.close()


def test_a_generation_of_other_questions_is_built_anew(tmp_path: Path) -> None:
    text = "Het examen VCA heeft 40 vragen."
    before = library_below(tmp_path, text, "Hoeveel vragen bij VCA?")
    before.knowledge.make_ready(silent)
    assert before.knowledge.builder.is_current()
    before.knowledge.close()
    home = library_below(tmp_path, text, "Hoe veel opgaven heeft VCA?")
    assert not home.knowledge.builder.is_current()
    home.knowledge.make_ready(silent)
    assert home.knowledge.builder.is_current()
    home.knowledge.close()
