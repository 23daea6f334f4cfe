"""The whole site over the bundled library, served to programs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.chain import AnswerChain
from assistant.interface.settings import PageSettings
from assistant.interface.site import site_over
from knowledge.build import Knowledge
from tests.browser.conftest import running


@pytest.fixture(scope="package")
def address(library: Knowledge, chain: AnswerChain) -> Iterator[str]:
    """The address of a running site."""
    with running(site_over(library, chain, PageSettings())) as url:
        yield url
