"""One site for all tests of the staff's room; tests that change it make their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.staff_site import StaffSite, staff_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaffSite]:
    """A site with one public and one staff document."""
    with staff_site(tmp_path_factory.mktemp("staff")) as made:
        yield made


@pytest.fixture
def own_site(tmp_path) -> Iterator[StaffSite]:
    """A site of its own, for a test that changes much."""
    with staff_site(tmp_path) as made:
        yield made
