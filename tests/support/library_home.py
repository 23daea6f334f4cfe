"""The home with the bundled library in it: made once in a run of tests, copied for everyone who needs one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

if TYPE_CHECKING:
    from knowledge.build import Knowledge


@dataclass(frozen=True, slots=True)
class LibraryHome:
    """A home that nobody has open: it is only copied. A copy is whole, since the database and Chroma were closed."""

    folder: Path

    def copy_to(self, folder: Path) -> Path:
        """Copy it to `folder`, which may be there when it is empty; return that."""
        return Path(shutil.copytree(self.folder, folder, dirs_exist_ok=True))


def home_of_this_run(factory: pytest.TempPathFactory) -> LibraryHome:
    """Return the home of this run of tests; the first of its processes that asks makes it, the others wait.

    It lives in the temporary folder of the run, so that no later run can meet an old one.
    """
    own = factory.getbasetemp()
    common = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    made = common / "library-home"
    with FileLock(common / "library-home.lock"):
        if not made.is_dir():
            aside = common / "library-home-aside"
            shutil.rmtree(aside, ignore_errors=True)
            _make(aside)
            aside.rename(made)
    return LibraryHome(made)


@contextmanager
def opened_copy(library: LibraryHome, folder: Path) -> Iterator[Knowledge]:
    """Copy the home to `folder` and open it there, with the processes that all tests of a process share."""
    from knowledge.build import build_knowledge
    from knowledge.config import settings_from
    from tests.support.homes import CHECKER, SANDBOX

    settings = settings_from({"LEERWIJZER_WORKERS": "1"}, library.copy_to(folder))
    knowledge = build_knowledge(settings, CHECKER, SANDBOX)
    try:
        yield knowledge
    finally:
        knowledge.close()


def _make(folder: Path) -> None:
    from knowledge.build import build_knowledge  # not above: every run of tests loads this module
    from knowledge.config import settings_from
    from knowledge.progress import silent

    knowledge = build_knowledge(settings_from({}, folder))
    try:
        knowledge.make_ready(silent)
    finally:
        knowledge.close()
