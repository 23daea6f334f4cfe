"""Ingests killed at random moments, and what must hold afterwards. Shared by the fast test and the soak."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from knowledge.build import Knowledge, build_knowledge
from knowledge.config import settings_from
from knowledge.progress import silent
from knowledge.retrieval.hybrid import Query
from knowledge.store.generations import OpenGeneration
from knowledge.types import Audience
from tests.support.homes import TODAY

ROOT = Path(__file__).resolve().parent.parent.parent
TOWNS = ("Almelo", "Hengelo", "Enschede", "Rijssen", "Zwolle", "Deventer", "Kampen", "Ommen")


@dataclass(frozen=True, slots=True)
class Kills:
    """What a series of kills did: how many hit a running ingest, and how often the reader answered."""

    hits: int
    finished: int
    answers: int


def write_documents(folder: Path, seed: int, count: int = 12) -> None:
    """Write `count` documents whose content depends on the seed; one of them is the same in every round."""
    rng = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vast.md").write_text("# Vast punt\n\nHet vaste punt staat in Ootmarsum.\n", "utf-8")
    for number in range(count):
        parts = [
            f"## Deel {part}\n\nOpleiding {number} staat in {rng.choice(TOWNS)}. Ronde {seed}.\n"
            for part in range(8)
        ]
        (folder / f"opleiding-{number}.md").write_text(
            f"# Opleiding {number}\n\n" + "\n".join(parts), "utf-8"
        )


def run_kills(base: Path, kills: int, seed: int) -> Kills:
    """Kill `kills` ingests of changing documents with SIGKILL; a reader in this process answers throughout.

    Raises AssertionError as soon as a promise is broken.
    """
    rng = random.Random(seed)
    documents, home = base / "documents", base / "home"
    environment = {**os.environ, "LEERWIJZER_HOME": str(home), "LEERWIJZER_WORKERS": "2"}
    write_documents(documents, 0)
    started = time.monotonic()
    subprocess.run(_command(documents), env=environment, cwd=ROOT, check=True, capture_output=True)
    usual = time.monotonic() - started
    knowledge = build_knowledge(settings_from(environment))
    retriever = knowledge.retriever()
    hits = finished = answers = 0
    for turn in range(1, kills + 1):
        write_documents(documents, turn)
        process = subprocess.Popen(
            _command(documents),
            env=environment,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + rng.uniform(0.05, 1.1) * usual
        while time.monotonic() < deadline and process.poll() is None:
            found = retriever.retrieve(Query("waar staat het vaste punt", Audience.PUBLIC, TODAY))
            assert found, f"no answer during ingest {turn}"
            assert "Ootmarsum" in found[0].passage.text, f"another answer during ingest {turn}"
            answers += 1
        if process.poll() is None:
            hits += 1
            process.send_signal(signal.SIGKILL)
        else:
            finished += 1
        process.wait()
        check_whole(knowledge, turn)
    subprocess.run(_command(documents), env=environment, cwd=ROOT, check=True, capture_output=True)
    check_whole(knowledge, kills)
    check_index(knowledge)
    knowledge.close()
    return Kills(hits, finished, answers)


def check_whole(knowledge: Knowledge, turn: int) -> None:
    """Assert that every document is there once and whole: all of one round, with all its parts."""
    stored = knowledge.store.sources()
    addresses = [item.source.address for item in stored]
    assert len(addresses) == len(set(addresses)) == 13, f"after kill {turn}: {len(addresses)} documents"
    for item in stored:
        passages = list(knowledge.store.passages_of([item.source.version]))
        assert len(passages) == item.passage_count, f"after kill {turn}: {item.source.address} is half stored"
        rounds = {text.split("Ronde ")[1] for passage in passages if "Ronde " in (text := passage.text)}
        assert len(rounds) <= 1, f"after kill {turn}: {item.source.address} mixes rounds {rounds}"


def check_index(knowledge: Knowledge) -> None:
    """Assert that truth, vectors and keywords hold the same passages, and that a second ingest finds nothing to do."""
    number = knowledge.builder.shelf.current()
    assert number is not None
    generation = OpenGeneration(number, knowledge.builder.shelf.path(number), None)
    versions = [item.source.version for item in knowledge.store.sources()]
    truth = {passage.id for passage in knowledge.store.passages_of(versions)}
    assert set(generation.vectors.stored(Audience.PUBLIC, sorted(truth))) == truth
    assert (
        generation.vectors.count(Audience.PUBLIC) == generation.keywords.count(Audience.PUBLIC) == len(truth)
    )
    generation.close()
    documents = Path(knowledge.store.sources()[0].source.address).parent
    assert not knowledge.ingest.run([documents], silent).has_changed


def _command(documents: Path) -> list[str]:
    return [sys.executable, "ingest.py", str(documents)]
