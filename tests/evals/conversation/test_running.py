"""Cases over a tiny library: asked as the page asks them, with citations beside what is stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.config import AssistantSettings
from assistant.types import Answer, AnswerEvent, Finished, Question, SourcesFound
from evals.conversation.asking import Asker
from evals.conversation.cases import CasesError, read_cases
from evals.conversation.library import Library
from evals.conversation.running import Setup, make_ready, run_cases, setup_for
from evals.conversation.types import Case
from knowledge.build import build_knowledge
from knowledge.config import KnowledgeSettings
from knowledge.errors import SettingError
from tests.support.conversations import TODAY, answer, quote, row, write_cases

DOCUMENT = "lesgeld.md"
TEXT = """---
title: Wat kost het mbo?
---
# Lesgeld

Het lesgeld voor een BOL-opleiding was in 2024-2025 1.419 euro per jaar.

Het cursusgeld voor een BBL-opleiding was in 2024-2025 295 euro per jaar.
"""
EXPECTED = {"outcome": ["answered"], "facts": [["1.419"]], "evidence": [{"document": DOCUMENT}]}
TALK = {
    "id": "tlk-001",
    "kind": "talk",
    "turns": ["Wat was het lesgeld voor een BOL-opleiding?", "en het cursusgeld voor BBL?"],
}


class Remembering:
    """Answers everything alike, and keeps what it was asked; one question breaks it."""

    def __init__(self) -> None:
        self.asked: list[Question] = []

    def stream(self, question: Question) -> Iterator[AnswerEvent]:
        self.asked.append(question)
        yield SourcesFound(())
        if question.text == "breek":
            raise ValueError("stuk")
        yield Finished(answer(quote("Het lesgeld was 1.419 euro.", 1)))

    def invoke(self, question: Question) -> Answer:
        raise NotImplementedError


@pytest.fixture(scope="module")
def setup(tmp_path_factory: pytest.TempPathFactory) -> Setup:
    folder = tmp_path_factory.mktemp("tiny")
    (folder / "library").mkdir()
    (folder / "library" / DOCUMENT).write_text(TEXT, "utf-8")
    home = folder / "home"
    knowledge = KnowledgeSettings(
        home=home,
        database_url=f"sqlite:///{home / 'leerwijzer.sqlite3'}",
        embedder="hashed",
        library=folder / "library",
        workers=1,
    )
    made = Setup(knowledge, AssistantSettings())
    make_ready(made)
    return made


def cases(folder: Path) -> tuple[Case, ...]:
    question = row(turns=TALK["turns"][:1], expected=EXPECTED, documents=[DOCUMENT])
    second = {**EXPECTED, "facts": [["295"]]}
    return read_cases(
        write_cases(folder, question, row(**TALK, expected=[EXPECTED, second], documents=[DOCUMENT]))
    )


def test_an_answer_is_scored_beside_the_stored_passage(setup: Setup, tmp_path: Path) -> None:
    first, talk = run_cases(cases(tmp_path), setup, processes=1)
    assert first.scores["facts"].value == 1
    assert first.scores["citation_recall"].value == 1
    assert first.scores["citation_precision"].value == 1
    (turn,) = first.turns
    assert turn.reply.cited[0].document == DOCUMENT
    assert turn.reply.milliseconds > 0
    assert [turn.turn for turn in talk.turns] == [0, 1]


def test_a_document_of_a_school_is_taken_in_beside_the_library(setup: Setup, tmp_path: Path) -> None:
    (tmp_path / "school").mkdir()
    (tmp_path / "school" / "gids.md").write_text("# Gids\n\nDe gids van de vakschool kost 7 euro.\n", "utf-8")
    home = tmp_path / "home"
    own = replace(setup.knowledge, home=home, database_url=f"sqlite:///{home / 'leerwijzer.sqlite3'}")
    with_school = replace(setup, knowledge=own)
    make_ready(with_school, tmp_path / "school")
    expected = {
        "outcome": ["answered"],
        "facts": [["7 euro"]],
        "evidence": [{"document": "documents/gids.md"}],
    }
    asked = row(
        turns=["Wat kost de gids van de vakschool?"], expected=expected, documents=["documents/gids.md"]
    )
    (tmp_path / "cases").mkdir()
    (one,) = run_cases(read_cases(write_cases(tmp_path / "cases", asked)), with_school, processes=1)
    assert one.turns[0].reply.cited[0].document == "documents/gids.md"


@pytest.mark.slow
def test_processes_give_the_same_answers_in_the_same_order(setup: Setup, tmp_path: Path) -> None:
    alone = run_cases(cases(tmp_path), setup, processes=1)
    spread = run_cases(cases(tmp_path), setup, processes=2)
    assert [one.case.id for one in spread] == [one.case.id for one in alone]
    assert [one.scores for one in spread] == [one.scores for one in alone]


def test_a_case_on_a_source_that_is_not_there_is_refused(setup: Setup, tmp_path: Path) -> None:
    wanted = {**EXPECTED, "evidence": [{"record": "offer:x"}, {"document": "weg.md"}]}
    with pytest.raises(CasesError, match=r"offer:x staat niet(?s:.)*weg.md staat niet"):
        run_cases(
            read_cases(write_cases(tmp_path, row(expected=wanted, documents=[DOCUMENT]))), setup, processes=1
        )


def test_the_fingerprint_of_the_library_follows_its_content(setup: Setup, tmp_path: Path) -> None:
    before = make_ready(setup)
    assert before == make_ready(setup)
    path = setup.knowledge.library / DOCUMENT
    path.write_text(TEXT.replace("1.419", "1.420"), "utf-8")
    assert make_ready(setup) != before
    path.write_text(TEXT, "utf-8")
    assert make_ready(setup) == before


def test_each_message_goes_with_what_was_said_before(setup: Setup, tmp_path: Path) -> None:
    knowledge = build_knowledge(setup.knowledge)
    assistant = Remembering()
    asker = Asker(assistant, Library.of(knowledge.store), TODAY)
    ((_, replies),) = asker.ask(cases(tmp_path)[1:])
    knowledge.close()
    first, second = assistant.asked
    assert first.history == ()
    assert [(turn.role, turn.text) for turn in second.history] == [
        ("user", TALK["turns"][0]),
        ("assistant", "Het lesgeld was 1.419 euro. [1]"),
    ]
    assert replies[1].said.splitlines() == TALK["turns"]


def test_an_error_is_a_reply_and_not_the_end_of_the_run(setup: Setup, tmp_path: Path) -> None:
    knowledge = build_knowledge(setup.knowledge)
    asker = Asker(Remembering(), Library.of(knowledge.store), TODAY)
    broken = read_cases(write_cases(tmp_path, row(turns=["breek"]), row(id="ans-002")))
    found = asker.ask(broken)
    knowledge.close()
    assert [replies[0].error for _, replies in found] == ["ValueError: stuk", ""]


def test_without_a_model_the_environment_changes_nothing(tmp_path: Path) -> None:
    environment = {
        "OPENAI_API_KEY": "k",
        "LEERWIJZER_EMBEDDER": "hashed",
        "LEERWIJZER_DATABASE_URL": "postgresql://x",
    }
    made = setup_for(tmp_path, environment)
    assert (made.model, made.knowledge.embedder) == ("", "domain")
    assert str(tmp_path) in made.knowledge.database_url


def test_times_are_taken_when_something_is_shown_and_when_all_is_there(setup: Setup, tmp_path: Path) -> None:
    knowledge = build_knowledge(setup.knowledge)
    ticks = iter([0.0, 0.1, 0.4])
    work = iter([5.0, 5.2])
    asker = Asker(Remembering(), Library.of(knowledge.store), TODAY, lambda: next(ticks), lambda: next(work))
    ((_, (reply,)),) = asker.ask(cases(tmp_path)[:1])
    knowledge.close()
    times = (reply.sources_ms, reply.processor_ms, reply.milliseconds)
    assert times == (pytest.approx(100), pytest.approx(200), pytest.approx(400))


def test_a_model_is_taken_from_the_projects_own_settings(tmp_path: Path) -> None:
    made = setup_for(tmp_path, {"LEERWIJZER_MODEL_URL": "http://127.0.0.1:9/v1"}, "klein")
    assert made.model == "klein"
    assert made.fingerprint != setup_for(tmp_path, {}).fingerprint
    with pytest.raises(SettingError):
        setup_for(tmp_path, {}, "klein")
