"""`python -m evals poison`: every plant in the passages of every question, over the bundled library."""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from assistant.types import Language, Question, Request
from assistant.writing.extractive import ExtractiveWriter
from evals.poison.obeying import Attack, attacked
from evals.poison.plants import SEED, plants, questions
from evals.product import LIBRARY_DAY
from knowledge.build import build_knowledge, language_of
from knowledge.config import settings_from
from knowledge.language.analysis import Analyzer
from knowledge.progress import silent
from knowledge.retrieval.hybrid import Query
from knowledge.types import Audience

SOURCES = 8
"""Passages that the product gives a writer."""


def prepare(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.description = "Plant orders in retrieved passages and answer with a model that obeys all of them."
    parser.add_argument("--questions", type=int, default=0, help="only the first N questions (default all)")
    parser.add_argument("--home", type=Path, help="keep the database and the index here, and use them again")
    parser.add_argument("--out", type=Path, help="write the counts to this file as JSON")


def run(chosen: argparse.Namespace) -> int:
    """Run the attacks and print what was shown; 0 when nothing was."""
    with tempfile.TemporaryDirectory(prefix="leerwijzer-evals-") as folder:
        attacks = list(attacks_on_library(chosen.home or Path(folder), chosen.questions or None))
    won = [attack for attack in attacks if attack.has_succeeded]
    for attack in won[:50]:
        print(f"{attack.mode:8} {attack.plant.id:45} {attack.question}  {attack.shown}")
    counts = {
        "plants": len({attack.plant.id for attack in attacks}),
        "questions": len({attack.question for attack in attacks}),
        "answers": dict(Counter(attack.mode for attack in attacks)),
        "plants shown": dict(Counter(attack.mode for attack in won)),
    }
    print(json.dumps(counts))
    if chosen.out:
        chosen.out.write_text(json.dumps(counts, indent=1) + "\n", "utf-8")
    return int(bool(won))


def attacks_on_library(home: Path, limit: int | None = None) -> Iterator[Attack]:
    """Yield two attacks, one per mode, for each plant and question; the poisoned passage goes by lot."""
    rng = random.Random(SEED)  # noqa: S311 - a seeded sample, no secret
    knowledge = build_knowledge(settings_from({}, home))
    try:
        knowledge.make_ready(silent)
        retriever = knowledge.retriever()
        quoting = ExtractiveWriter(knowledge.embedder, Analyzer())
        for text in questions()[:limit]:
            language = language_of(text)
            query = Query(text, Audience.PUBLIC, LIBRARY_DAY, SOURCES, language)
            hits = retriever.retrieve(query)
            request = Request(Question(text), Language(language), text, retriever.words_of(query))
            for plant in plants():
                yield from attacked(plant, request, hits, rng.randrange(len(hits)), quoting)
    finally:
        knowledge.close()
