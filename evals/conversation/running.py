"""Runs cases over the bundled library in its own home, on one core per process: the edge around the pure scorers."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from assistant.build import chain_over
from assistant.config import AssistantSettings
from assistant.config import settings_from as assistant_settings_from
from assistant.workers import keep_what_is_opened
from evals.conversation.asking import Asker
from evals.conversation.library import Library
from evals.conversation.scoring import score_case
from evals.conversation.types import Case, ScoredCase
from evals.product import LIBRARY_DAY
from knowledge.build import Knowledge, build_knowledge
from knowledge.config import KnowledgeSettings
from knowledge.config import settings_from as knowledge_settings_from
from knowledge.progress import silent


@dataclass(frozen=True, slots=True)
class Setup:
    """What is asked, and where: `environment` holds the settings of a model, and is empty in the embedded mode."""

    knowledge: KnowledgeSettings
    assistant: AssistantSettings
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def fingerprint(self) -> str:
        """Short hash of what shapes an answer."""
        return f"{self.knowledge.fingerprint}-{self.assistant.fingerprint}"

    @property
    def model(self) -> str:
        """The name of the model that words the answers, "" in the embedded mode."""
        return self.assistant.model.name if self.assistant.model else ""


def setup_for(home: Path, environment: Mapping[str, str], model: str = "") -> Setup:
    """Return the embedded mode, whatever the environment says; with a `model`, that model by the project's settings.

    Raises `SettingError` when the settings name no endpoint for the model.
    """
    knowledge = knowledge_settings_from({}, home)
    if not model:
        return Setup(knowledge, AssistantSettings())
    settings = {**environment, "LEERWIJZER_MODEL": model}
    return Setup(knowledge, assistant_settings_from(settings), settings)


@contextmanager
def home_for(kept: Path | None) -> Iterator[Path]:
    """Give the folder that is kept, or one that is removed afterwards."""
    if kept is not None:
        yield kept
        return
    with tempfile.TemporaryDirectory(prefix="leerwijzer-evals-") as folder:
        yield Path(folder) / "home"


def make_ready(setup: Setup, documents: Path | None = None) -> str:
    """Bring the bundled library into the home, with a folder of documents as a school has them, and return its fingerprint."""
    with _opened(setup) as knowledge:
        knowledge.make_ready(silent)
        if documents is not None:
            knowledge.ingest.run([documents], silent)
        return Library.of(knowledge.store).fingerprint


def run_cases(cases: Sequence[Case], setup: Setup, processes: int = 2) -> tuple[ScoredCase, ...]:
    """Ask and score all cases, spread over processes of one core each, in the order given.

    The home has to be ready. Raises `CasesError` when a case rests on a source that the library does not have.
    """
    with _opened(setup) as knowledge:
        Library.of(knowledge.store).check(cases)
    if processes <= 1:
        return ask_and_score(cases, setup)
    parts = [list(cases[at::processes]) for at in range(processes)]
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        futures = [pool.submit(_on_one_core, part, setup, at) for at, part in enumerate(parts) if part]
        scored = {one.case.id: one for future in futures for one in future.result()}
    return tuple(scored[case.id] for case in cases)


def ask_and_score(cases: Sequence[Case], setup: Setup, *, is_alone: bool = False) -> tuple[ScoredCase, ...]:
    """Ask and score cases in this process; with `is_alone` it does nothing else, and looks for garbage as an answering process does."""
    with _opened(setup) as knowledge:
        chain = chain_over(knowledge, setup.assistant, setup.environment, lambda: LIBRARY_DAY)
        asker = Asker(chain, Library.of(knowledge.store), LIBRARY_DAY)
        asker.warm_up()
        if is_alone:
            keep_what_is_opened()
        return tuple(score_case(case, replies) for case, replies in asker.ask(cases))


def _on_one_core(cases: Sequence[Case], setup: Setup, number: int) -> tuple[ScoredCase, ...]:
    """Ask and score in a process that stays on one core, since that is what times are promised for."""
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {cores[-1 - number % len(cores)]})
    return ask_and_score(cases, setup, is_alone=True)


@contextmanager
def _opened(setup: Setup) -> Iterator[Knowledge]:
    knowledge = build_knowledge(setup.knowledge)
    try:
        yield knowledge
    finally:
        knowledge.close()
