"""How long-running work tells how far it is."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Receives the progress of one stage after another; called from the thread that does the work."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Say that `done` of `total` steps of `stage` (Dutch, for a person) are finished."""
        ...


def silent(stage: str, done: int, total: int) -> None:
    """Ignore progress."""
