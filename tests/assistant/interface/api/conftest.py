"""The whole site over the bundled library, served to programs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.build import chain_over, ready_knowledge
from assistant.config import settings_from
from assistant.interface.settings import PageSettings
from assistant.interface.site import site_over
from knowledge.progress import silent
from tests.browser.conftest import running
from tests.support.library_home import LibraryHome


@pytest.fixture(scope="package")
def address(library_home: LibraryHome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running site."""
    home = library_home.copy_to(tmp_path_factory.mktemp("api"))
    with ready_knowledge({}, home, silent) as knowledge:
        chain = chain_over(knowledge, settings_from({}), {})
        with running(site_over(knowledge, chain, PageSettings())) as url:
            yield url
