"""The product over the bundled library, made once for all tests that only ask it things."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.build import chain_over
from assistant.chain import AnswerChain
from assistant.config import AssistantSettings
from knowledge.build import Knowledge, build_knowledge
from knowledge.config import settings_from
from tests.support.library_home import LibraryHome

DAY = date(2026, 11, 21)
"""The day on which the library was checked: its schemes are open or ended as of then."""


@pytest.fixture(scope="session")
def library(library_home: LibraryHome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    home = library_home.copy_to(tmp_path_factory.mktemp("library"))
    knowledge = build_knowledge(settings_from({"LEERWIJZER_WORKERS": "1"}, home))
    yield knowledge
    knowledge.close()


@pytest.fixture(scope="session")
def chain(library: Knowledge) -> AnswerChain:
    return chain_over(library, AssistantSettings(), {}, lambda: DAY)
