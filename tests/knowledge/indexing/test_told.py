"""What a person tells of a file, what is remembered of failures, and which generations are kept."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.indexing import UPLOADS
from knowledge.ingest_plan import FileState
from knowledge.progress import silent
from knowledge.types import Audience, SourceMetadata
from tests.support.homes import Home, states

TEXT = "---\ntitle: Eigen titel\npublisher: Eigen uitgever\n---\n# Lassen\n\nLassen leer je in de werkplaats van de school."


@pytest.fixture
def home(tmp_path):
    made = Home.below(tmp_path)
    yield made
    made.knowledge.close()


def upload(home: Home, name: str, text: str, about: SourceMetadata | None = None, folder: str = "a"):
    place = home.knowledge.settings.home / UPLOADS / folder
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_text(text, "utf-8")
    report = home.knowledge.ingest.run([place / name], silent, about=about)
    (place / name).unlink()
    return report


def test_what_a_person_tells_wins_over_what_the_file_says(home):
    about = SourceMetadata(
        publisher="ROC", audience=Audience.STAFF, valid_until=date(2027, 1, 1), owner="Jan"
    )
    home.write("a.md", TEXT)
    home.knowledge.ingest.run([home.documents], silent, about=about)
    (stored,) = home.knowledge.store.sources()
    source = stored.source
    assert (source.title, source.publisher, source.owner) == ("Eigen titel", "ROC", "Jan")
    assert (source.audience, source.valid_until) == (Audience.STAFF, date(2027, 1, 1))


def test_telling_something_else_of_the_same_file_changes_the_source(home):
    upload(home, "a.md", TEXT, SourceMetadata(owner="Jan"))
    report = upload(home, "a.md", TEXT, SourceMetadata(owner="Piet"), "b")
    assert states(report) == {"upload:a.md": FileState.CHANGED}
    assert [item.source.owner for item in home.knowledge.store.sources()] == ["Piet"]


def test_a_file_that_was_sent_is_known_by_its_name_alone(home):
    upload(home, "a.md", TEXT)
    upload(home, "a.md", TEXT + " Ook in de avond.", folder="b")
    (stored,) = home.knowledge.store.sources()
    assert stored.source.address == "upload:a.md"
    assert str(home.knowledge.settings.home) not in stored.source.address


def test_a_file_without_a_title_gets_its_name_for_one(home):
    upload(home, "lassen-in-twente.txt", "Lassen leer je in de werkplaats van de school in Hengelo.")
    assert [item.source.title for item in home.knowledge.store.sources()] == ["lassen in twente"]


def test_a_failure_is_remembered_until_the_file_can_be_read(home):
    home.write("a.pdf", "dit is geen pdf")
    home.ingest()
    (failed,) = home.knowledge.failed.all()
    assert failed.address.endswith("a.pdf")
    assert "PDF" in failed.note or ".pdf" in failed.note
    home.ingest()
    assert home.knowledge.failed.all() == (failed,)
    (home.documents / "a.pdf").unlink()
    home.write("b.md", TEXT)
    home.ingest()
    home.knowledge.failed.forget(failed.address)
    assert home.knowledge.failed.all() == ()


def test_a_failure_is_gone_once_the_file_is_read(home):
    home.write("a.md", "---\naudience: iedereen\n---\ntekst")
    home.ingest()
    assert len(home.knowledge.failed.all()) == 1
    home.write("a.md", TEXT)
    home.ingest()
    assert home.knowledge.failed.all() == ()


def test_a_dry_run_remembers_nothing(home):
    home.write("a.pdf", "dit is geen pdf")
    home.ingest(is_dry=True)
    assert home.knowledge.failed.all() == ()


def test_the_kept_generations_say_what_they_were_made_from(home):
    home.write("a.md", TEXT)
    first = home.ingest().generation
    home.write("b.md", TEXT.replace("Lassen", "Frezen"))
    second = home.ingest().generation
    kept = home.knowledge.builder.shelf.kept()
    assert [generation.number for generation in kept] == [second, first]
    assert kept[1].versions < kept[0].versions
    assert kept[0].built_at > 1_700_000_000
