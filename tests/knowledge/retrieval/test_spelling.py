"""Messages are put right with the words that their reader may see, and with no others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.build import Knowledge, build_knowledge
from knowledge.config import settings_from
from knowledge.progress import silent
from knowledge.types import Audience
from tests.support.homes import CHECKER, SANDBOX


@pytest.fixture
def knowledge(tmp_path: Path) -> Iterator[Knowledge]:
    opened = build_knowledge(settings_from({}, tmp_path / "home"), CHECKER, SANDBOX)
    yield opened
    opened.close()


def ingest(knowledge: Knowledge, folder: Path, name: str, text: str, audience: Audience) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    knowledge.ingest.run([folder], silent, audience)


def test_a_word_of_a_hidden_document_is_no_correction_for_the_public(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    ingest(
        knowledge, tmp_path / "open", "open.md", "# Open\n\nDe verspaner werkt in Ulft.\n", Audience.PUBLIC
    )
    ingest(knowledge, tmp_path / "staff", "team.md", "# Team\n\nHet project Zonnevlecht.\n", Audience.STAFF)
    desk = knowledge.spelling(knowledge.retriever().reader)
    assert desk.mended("een verspanre en zonevlecht", "nl", Audience.PUBLIC) == "een verspaner en zonevlecht"
    assert desk.mended("zonevlecht", "nl", Audience.STAFF) == "zonnevlecht"


def test_new_words_are_known_after_an_ingest(knowledge: Knowledge, tmp_path: Path) -> None:
    ingest(knowledge, tmp_path / "one", "one.md", "# Een\n\nDe verspaner.\n", Audience.PUBLIC)
    desk = knowledge.spelling(knowledge.retriever().reader)
    assert desk.mended("kolibrimeter", "nl", Audience.PUBLIC) == "kolibrimeter"
    ingest(knowledge, tmp_path / "two", "two.md", "# Twee\n\nDe kolibriemeter.\n", Audience.PUBLIC)
    assert desk.mended("kolibrimeter", "nl", Audience.PUBLIC) == "kolibriemeter"


def test_without_an_index_a_message_stays_as_it_is(knowledge: Knowledge) -> None:
    assert (
        knowledge.spelling(knowledge.retriever().reader).mended("opleidng", "nl", Audience.PUBLIC)
        == "opleidng"
    )
