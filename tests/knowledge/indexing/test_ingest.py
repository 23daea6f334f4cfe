"""An ingest: what is new, changed, unchanged, removed or failed, and what a reader finds afterwards."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from knowledge.errors import NothingToRollBackError, StoreBusyError, UnknownSourceError
from knowledge.ingest_plan import FileState
from knowledge.progress import silent
from knowledge.store.lock import building
from knowledge.types import Audience
from tests.support.homes import Home, states

LASSEN = "# Lassen\n\nLassen leer je in Hengelo bij een bedrijfsschool.\n"
FREZEN = "# Frezen\n\nFrezen leer je in Rijssen bij de metaalschool.\n"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.below(tmp_path)


def rows(home: Home) -> dict[str, int]:
    with home.knowledge.database.reading() as connection:
        tables = ("versions", "active", "pages", "passages", "vectors", "generations")
        return {
            table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() or 0 for table in tables
        }


def test_a_new_file_is_found_by_a_question(home: Home) -> None:
    home.write("lassen.md", LASSEN)
    assert states(home.ingest()) == {"lassen.md": FileState.NEW}
    assert home.titles("waar leer ik lassen") == ["Lassen"]


def test_a_second_ingest_changes_no_row(home: Home) -> None:
    home.write("lassen.md", LASSEN)
    home.ingest()
    before = rows(home)
    report = home.ingest()
    assert states(report) == {"lassen.md": FileState.UNCHANGED}
    assert rows(home) == before


def test_a_touched_file_with_the_same_content_is_unchanged(home: Home) -> None:
    path = home.write("lassen.md", LASSEN)
    first = home.ingest().generation
    os.utime(path, (1, 1))
    report = home.ingest()
    assert (states(report), report.generation) == ({"lassen.md": FileState.UNCHANGED}, first)


def test_a_changed_file_answers_with_its_new_text_only(home: Home) -> None:
    home.write("lassen.md", LASSEN)
    home.ingest()
    home.write("lassen.md", LASSEN.replace("Hengelo", "Almelo"))
    assert states(home.ingest()) == {"lassen.md": FileState.CHANGED}
    hits = home.knowledge.store.sources()
    passages = list(home.knowledge.store.passages_of([hits[0].source.version]))
    assert "Almelo" in passages[0].text


def test_a_file_that_vanished_is_removed(home: Home) -> None:
    home.write("lassen.md", LASSEN)
    gone = home.write("frezen.md", FREZEN)
    home.ingest()
    gone.unlink()
    assert states(home.ingest())["frezen.md"] is FileState.REMOVED
    assert home.titles("frezen") == ["Lassen"] or home.titles("frezen") == []


def test_a_broken_file_fails_alone_and_keeps_its_earlier_version(home: Home) -> None:
    path = home.write("lassen.md", LASSEN)
    home.write("frezen.md", FREZEN)
    home.ingest()
    path.write_bytes(b"")
    report = home.ingest()
    assert states(report) == {"lassen.md": FileState.FAILED, "frezen.md": FileState.UNCHANGED}
    assert "Lassen" in home.titles("waar leer ik lassen")


def test_a_failed_file_says_what_was_found_and_what_to_do(home: Home) -> None:
    home.write("leeg.md", "")
    (failed,) = home.ingest().files
    assert failed.note.count(".") >= 2


def test_a_dry_run_stores_nothing(home: Home) -> None:
    home.write("lassen.md", LASSEN)
    before = rows(home)
    assert states(home.ingest(is_dry=True)) == {"lassen.md": FileState.NEW}
    assert rows(home) == before


def test_the_same_content_under_two_names_is_one_document(home: Home) -> None:
    home.write("a.md", LASSEN)
    home.write("b.md", LASSEN)
    report = home.ingest()
    assert sorted(state for state in states(report).values()) == [FileState.NEW, FileState.UNCHANGED]
    assert rows(home)["active"] == 1


def test_when_the_first_name_goes_the_second_takes_over(home: Home) -> None:
    first = home.write("a.md", LASSEN)
    home.write("b.md", LASSEN)
    home.ingest()
    first.unlink()
    home.ingest()
    assert [Path(stored.source.address).name for stored in home.knowledge.store.sources()] == ["b.md"]
    assert home.titles("waar leer ik lassen") == ["Lassen"]


def test_a_staff_document_is_not_found_by_the_public(home: Home) -> None:
    home.write("lassen.md", LASSEN)
    home.ingest(audience=Audience.STAFF)
    assert home.titles("waar leer ik lassen") == []
    assert home.titles("waar leer ik lassen", Audience.STAFF) == ["Lassen"]


def test_a_staff_document_stays_for_staff_when_it_is_read_again_without_a_flag(home: Home) -> None:
    home.write("lassen.md", LASSEN)
    home.ingest(audience=Audience.STAFF)
    home.write("lassen.md", LASSEN + "\nNog een zin over lassen.\n")
    home.ingest()
    assert home.titles("waar leer ik lassen") == []


def test_public_scores_do_not_depend_on_staff_documents(tmp_path: Path) -> None:
    def scores(folder: Path, with_secret: bool) -> list[tuple[str, float]]:
        home = Home.below(folder)
        home.write("lassen.md", LASSEN)
        home.write("frezen.md", FREZEN)
        if with_secret:
            secret = folder / "geheim"
            secret.mkdir()
            (secret / "geheim.md").write_text("# Geheim\n\nLassen lassen lassen in Hengelo.\n", "utf-8")
            home.knowledge.ingest.run([secret], silent, Audience.STAFF)
        home.ingest()
        from knowledge.retrieval.hybrid import Query
        from tests.support.homes import TODAY

        hits = home.knowledge.retriever().retrieve(Query("waar leer ik lassen", Audience.PUBLIC, TODAY))
        return [(hit.source.title, hit.score) for hit in hits]

    assert scores(tmp_path / "zonder", False) == scores(tmp_path / "met", True)


def test_a_document_is_not_found_after_its_last_day(home: Home) -> None:
    home.write(
        "regeling.md",
        "---\ntitle: Regeling\nvalid_until: 2026-11-30\n---\n# Regeling\n\nDe regeling betaalt een lascursus.\n",
    )
    home.ingest()
    assert home.titles("wie betaalt een lascursus", today=date(2026, 11, 30)) == ["Regeling"]
    assert home.titles("wie betaalt een lascursus", today=date(2026, 12, 1)) == []


def test_a_document_fills_at_most_two_places(home: Home) -> None:
    sections = "".join(
        f"## Lassen {n}\n\nLassen deel {n} leer je in Hengelo. {'Meer over lassen. ' * 30}\n\n"
        for n in range(9)
    )
    home.write("lassen.md", f"# Lassen\n\n{sections}")
    home.ingest()
    from knowledge.retrieval.hybrid import Query
    from tests.support.homes import TODAY

    hits = home.knowledge.retriever().retrieve(Query("lassen in Hengelo", Audience.PUBLIC, TODAY))
    assert len(hits) == 2


def test_a_removed_source_is_gone_and_an_unknown_one_is_named(home: Home) -> None:
    home.write("lassen.md", LASSEN)
    home.write("frezen.md", FREZEN)
    home.ingest()
    home.knowledge.ingest.remove(["lassen.md"], silent)
    assert [stored.source.title for stored in home.knowledge.store.sources()] == ["Frezen"]
    with pytest.raises(UnknownSourceError, match="tekenen"):
        home.knowledge.ingest.remove(["frezen.md", "tekenen.md"], silent)
    assert len(home.knowledge.store.sources()) == 1


def test_a_rollback_brings_back_sources_and_answers(home: Home) -> None:
    home.write("lassen.md", LASSEN)
    home.ingest()
    home.write("lassen.md", FREZEN)
    home.ingest()
    home.knowledge.ingest.roll_back()
    assert home.titles("waar leer ik lassen") == ["Lassen"]
    assert [stored.source.title for stored in home.knowledge.store.sources()] == ["Lassen"]


def test_there_is_nothing_before_the_first_generation(home: Home) -> None:
    home.write("lassen.md", LASSEN)
    home.ingest()
    with pytest.raises(NothingToRollBackError):
        home.knowledge.ingest.roll_back()


def test_a_second_builder_is_told_to_wait(home: Home) -> None:
    with building(home.knowledge.settings.home), pytest.raises(StoreBusyError, match="maar een tegelijk"):
        home.ingest()


def test_a_reader_follows_to_the_next_generation_without_a_restart(home: Home) -> None:
    from knowledge.retrieval.hybrid import Query
    from tests.support.homes import TODAY

    home.write("lassen.md", LASSEN)
    home.ingest()
    retriever = home.knowledge.retriever()
    assert [hit.source.title for hit in retriever.retrieve(Query("frezen", Audience.PUBLIC, TODAY))] != [
        "Frezen"
    ]
    home.write("frezen.md", FREZEN)
    home.ingest()
    assert "Frezen" in [
        hit.source.title for hit in retriever.retrieve(Query("frezen", Audience.PUBLIC, TODAY))
    ]


def test_the_ids_in_the_truth_the_vectors_and_the_keywords_are_the_same(home: Home) -> None:
    from knowledge.store.generations import OpenGeneration

    home.write("lassen.md", LASSEN)
    home.write("frezen.md", FREZEN)
    number = home.ingest().generation
    assert number is not None
    generation = OpenGeneration(number, home.knowledge.builder.shelf.path(number), None)
    versions = [stored.source.version for stored in home.knowledge.store.sources()]
    truth = {passage.id for passage in home.knowledge.store.passages_of(versions)}
    assert set(generation.vectors.stored(Audience.PUBLIC, sorted(truth))) == truth
    assert generation.keywords.count(Audience.PUBLIC) == len(truth)
    generation.close()


def test_a_folder_whose_name_begins_like_another_keeps_its_own_files(tmp_path: Path) -> None:
    home = Home.below(tmp_path)
    home.write("lassen.md", LASSEN)
    beside = tmp_path / "documents-oud"
    beside.mkdir()
    (beside / "frezen.md").write_text(FREZEN, "utf-8")
    home.knowledge.ingest.run([home.documents, beside], silent)
    (beside / "frezen.md").unlink()
    home.ingest()
    assert len(home.knowledge.store.sources()) == 2
