"""Answering while the index changes, and for a long time: every citation resolves, and memory stays."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from assistant.build import chain_over
from assistant.chain import AnswerChain
from assistant.config import AssistantSettings
from assistant.types import Answer, Question
from tests.support.homes import Home

TRADES = (
    "lassen",
    "frezen",
    "draaien",
    "zagen",
    "slijpen",
    "buigen",
    "ponsen",
    "solderen",
    "gieten",
    "smeden",
)
TOWNS = ("Hengelo", "Rijssen", "Almelo", "Enschede")

MEGABYTE = 1024 * 1024


def write_round(home: Home, number: int) -> None:
    """Write the documents of a round; every sentence says which round it is from."""
    for trade in TRADES:
        parts = [
            f"## {trade.title()} {part}\n\nIn ronde {number} leer je {trade} deel {part} in {TOWNS[part % 4]}."
            for part in range(6)
        ]
        home.write(f"{trade}.md", f"# {trade.title()}\n\n" + "\n\n".join(parts))


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = Home.below(tmp_path)
    write_round(made, 1)
    made.ingest()
    yield made
    made.knowledge.close()


def ask(home: Home, chain: AnswerChain, number: int) -> Answer:
    """Ask one question, and look its citations up at once, as the sources panel does."""
    answer = chain.invoke(Question(f"Waar leer ik {TRADES[number % 10]} deel {number % 6}?"))
    passages = home.knowledge.store.passages_by_id([citation.passage_id for citation in answer.citations])
    for citation in answer.citations:
        assert citation.quote in passages[citation.passage_id].text
    return answer


def rounds_of(answer: Answer) -> set[str]:
    return {
        citation.quote.split("In ronde ")[1].split()[0]
        for citation in answer.citations
        if "In ronde " in citation.quote
    }


@pytest.mark.parametrize("readers", [2, pytest.param(8, marks=pytest.mark.slow)])
def test_every_citation_resolves_while_generations_are_switched(home: Home, readers: int) -> None:
    chain = chain_over(home.knowledge, AssistantSettings(), {})
    switched = threading.Event()

    def asked_until_switched(start: int) -> list[Answer]:
        answers: list[Answer] = []
        while len(answers) < 25 or not switched.is_set():
            answers.append(ask(home, chain, start + len(answers)))
        return answers

    with ThreadPoolExecutor(readers) as pool:
        running = [pool.submit(asked_until_switched, 25 * worker) for worker in range(readers)]
        try:
            for number in (2, 3):
                write_round(home, number)
                home.ingest()
        finally:
            switched.set()
        answers = [answer for future in running for answer in future.result()]
    assert len(answers) >= 25 * readers
    assert all(answer.citations for answer in answers)
    assert all(len(rounds_of(answer)) <= 1 for answer in answers), "an answer mixes generations"
    seen = set().union(*map(rounds_of, answers))
    assert len(seen) >= 2, "the questions did not meet a switch"
    assert rounds_of(ask(home, chain, 1)) == {"3"}


@pytest.mark.parametrize(("count", "most"), [(100, 10), pytest.param(300, 30, marks=pytest.mark.slow)])
def test_many_questions_do_not_grow_the_process(home: Home, count: int, most: int) -> None:
    chain = chain_over(home.knowledge, AssistantSettings(), {})
    process = psutil.Process()
    for number in range(60):
        ask(home, chain, number)
    gc.collect()
    before = process.memory_info().rss
    for number in range(count):
        ask(home, chain, number)
    gc.collect()
    grown = process.memory_info().rss - before
    assert grown <= most * MEGABYTE, f"grew by {grown / MEGABYTE:.0f} MB"


def test_only_the_current_generation_is_held_open(home: Home) -> None:
    chain = chain_over(home.knowledge, AssistantSettings(), {})
    process = psutil.Process()
    for number in (2, 3):
        ask(home, chain, 1)
        write_round(home, number)
        home.ingest()
    ask(home, chain, 1)
    gc.collect()
    held = [file.path for file in (*process.open_files(), *process.memory_maps())]
    below = str(home.knowledge.builder.shelf.folder)
    numbers = {Path(path).relative_to(below).parts[0] for path in held if path.startswith(below)}
    assert numbers == {str(home.knowledge.builder.shelf.current())}
