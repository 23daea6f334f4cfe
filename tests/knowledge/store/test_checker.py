"""The check of a generation survives what it checks, and ends with who asked for it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from knowledge.errors import DamagedGenerationError
from knowledge.store.checker import GenerationChecker
from tests.support.homes import Home


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = Home.below(tmp_path_factory.mktemp("checked"))
    home.write("lassen.md", "# Lassen\n\nLassen leer je in Hengelo.\n")
    home.ingest()
    home.knowledge.close()
    return home.knowledge.builder.shelf.path(1)


def own_processes() -> list[psutil.Process]:
    return [
        child
        for child in psutil.Process().children(recursive=True)
        if "knowledge.store.inspection" in child.cmdline()
    ]


def test_one_process_checks_several_generations_and_ends_when_closed(
    generation: Path, tmp_path: Path
) -> None:
    before = set(own_processes())
    with GenerationChecker() as checker:
        checker.check(generation, 1)
        with pytest.raises(DamagedGenerationError, match="manifest"):
            checker.check(tmp_path, 7)
        checker.check(generation, 1)
        assert len(set(own_processes()) - before) == 1
    assert set(own_processes()) - before == set()


def test_a_check_that_dies_is_damage_and_the_next_one_works(generation: Path) -> None:
    others = set(own_processes())
    with GenerationChecker() as checker:
        checker.check(generation, 1)
        (process,) = set(own_processes()) - others
        process.kill()
        with pytest.raises(DamagedGenerationError, match="brak af"):
            checker.check(generation, 1)
        checker.check(generation, 1)


def test_a_check_that_lasts_too_long_is_ended(generation: Path) -> None:
    with GenerationChecker(seconds=0.0) as checker, pytest.raises(DamagedGenerationError, match="niet klaar"):
        checker.check(generation, 1)


def test_two_threads_may_ask_at_once(generation: Path) -> None:
    with GenerationChecker() as checker, ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(checker.check, generation, 1) for _ in range(8)]
        assert [future.result() for future in asked] == [None] * 8
