"""Sources: whole or absent, one version current, older ones kept while a generation needs them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

import knowledge
from knowledge.store import schema
from knowledge.store.database import Database
from knowledge.store.records import SECONDS_BEHIND, RecordStore
from knowledge.store.sources import SourceStore
from tests.support.documents import document_of, passages, source_of
from tests.support.homes import Home

DOCUMENT = document_of(("h1", "Lassen"), ("p", "Lassen leer je in Hengelo."))


@pytest.fixture
def store(tmp_path: Path) -> SourceStore:
    return SourceStore(Database(f"sqlite:///{tmp_path / 'truth.sqlite3'}"))


def put(store: SourceStore, name: str, content: str = "") -> str:
    source = source_of(name, content)
    store.put(source, DOCUMENT.pages, passages(DOCUMENT, source), "/docs/", "stamp")
    return source.version


def test_what_was_stored_comes_back_the_same(store: SourceStore) -> None:
    version = put(store, "lassen")
    source = source_of("lassen")
    assert store.sources_of([version]) == {version: source}
    assert list(store.passages_of([version])) == list(passages(DOCUMENT, source))


def test_a_source_that_fails_halfway_is_absent(store: SourceStore) -> None:
    source = source_of("lassen")
    twice = passages(DOCUMENT, source) * 2
    with pytest.raises(IntegrityError):
        store.put(source, DOCUMENT.pages, twice, "/docs/", "stamp")
    assert store.sources() == ()
    assert store.sources_of([source.version]) == {}


def test_a_new_version_replaces_the_old_one_as_current(store: SourceStore) -> None:
    put(store, "lassen", "eerst")
    later = put(store, "lassen", "later")
    assert [stored.source.version for stored in store.sources()] == [later]


def test_a_replaced_version_is_kept_until_it_is_dropped(store: SourceStore) -> None:
    first = put(store, "lassen", "eerst")
    put(store, "lassen", "later")
    assert list(store.passages_of([first])) != []
    assert store.drop_unreferenced() == 1
    assert list(store.passages_of([first])) == []


def test_a_second_name_for_the_same_content_is_no_second_source(store: SourceStore) -> None:
    put(store, "lassen")
    store.put_alias("/docs/kopie.md", source_of("lassen").id, "/docs/", "stamp")
    assert len(store.sources()) == 1
    assert [file.address for file in store.files()] == ["/docs/kopie.md", "/docs/lassen.md"]


def test_removing_a_source_removes_its_other_names(store: SourceStore) -> None:
    put(store, "lassen")
    store.put_alias("/docs/kopie.md", source_of("lassen").id, "/docs/", "stamp")
    store.remove([file for file in store.files() if not file.is_alias])
    assert store.files() == ()


def test_removing_a_second_name_keeps_the_source(store: SourceStore) -> None:
    put(store, "lassen")
    store.put_alias("/docs/kopie.md", source_of("lassen").id, "/docs/", "stamp")
    store.remove([file for file in store.files() if file.is_alias])
    assert [file.address for file in store.files()] == ["/docs/lassen.md"]


def test_the_text_of_a_page_can_be_read_back(store: SourceStore) -> None:
    version = put(store, "lassen")
    assert store.page_text(version, 1) == DOCUMENT.pages[0].text
    assert store.page_text(version, 2) is None


def test_what_this_process_stores_shows_at_once_and_what_another_stores_within_half_a_second(tmp_path):
    now = [0.0]
    home = Home.below(tmp_path)
    here = RecordStore(home.knowledge.database, clock=lambda: now[0])
    assert here.versions() == ()
    bundled = Path(knowledge.__file__).parent / "library" / "records" / "organisations.jsonl"
    home.write("organisations.jsonl", bundled.read_text("utf-8"))
    home.ingest()
    with_records = here.versions()
    assert len(with_records) == 1
    other = Database(home.knowledge.database.url)
    with other.writing() as connection:
        connection.execute(delete(schema.active))
    assert here.versions() == with_records
    now[0] = SECONDS_BEHIND
    assert here.versions() == ()


def test_what_another_process_said_of_a_source_shows_within_half_a_second(tmp_path: Path) -> None:
    now = [0.0]
    url = f"sqlite:///{tmp_path / 'truth.sqlite3'}"
    here, there = SourceStore(Database(url), clock=lambda: now[0]), SourceStore(Database(url))
    version = put(there, "lassen")
    assert here.sources_of([version])[version].owner == ""
    there.describe(replace(source_of("lassen"), owner="Anna"))
    assert here.sources_of([version])[version].owner == ""
    now[0] = SECONDS_BEHIND
    assert here.sources_of([version])[version].owner == "Anna"


def test_sources_that_nobody_changed_for_long_are_kept_until_somebody_does(tmp_path: Path) -> None:
    now = [0.0]
    path = tmp_path / "truth.sqlite3"
    here, there = (SourceStore(Database(f"sqlite:///{path}"), clock=lambda: now[0]) for _ in range(2))
    version = put(there, "lassen")
    here.sources_of([version])
    now[0] += SECONDS_BEHIND
    known = here.sources_of([version])[version]
    now[0] += SECONDS_BEHIND
    assert here.sources_of([version])[version] is known
    there.describe(replace(source_of("lassen"), owner="Anna"))
    now[0] += SECONDS_BEHIND
    assert here.sources_of([version])[version].owner == "Anna"


def test_what_this_process_said_of_a_source_shows_at_once(store: SourceStore) -> None:
    version = put(store, "lassen")
    assert store.sources_of([version, "unknown"])[version].owner == ""
    store.describe(replace(source_of("lassen"), owner="Anna"))
    assert store.sources_of([version])[version].owner == "Anna"


def test_a_source_that_came_later_is_not_taken_for_unknown(store: SourceStore) -> None:
    assert store.sources_of([source_of("lassen").version]) == {}
    version = put(store, "lassen")
    assert set(store.sources_of([version])) == {version}
