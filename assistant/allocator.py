"""The memory of a process that runs for weeks: asked of the C library to be kept together, and given back.

By default glibc keeps an arena of its own for up to eight threads per core, and gives back no hole below what is in use: a process that
answers grew by a tenth over thousands of questions, with nothing more in it. Elsewhere than on glibc both functions do nothing.
"""

from __future__ import annotations

import ctypes
import itertools
from functools import cache

M_ARENA_MAX = -8
"""As in glibc's malloc.h: how many arenas there may be (mallopt(3))."""

ARENAS = 1


def keep_together() -> None:
    """Let the threads of this process share `ARENAS` arenas; to be called before there are many."""
    mallopt = getattr(_library(), "mallopt", None)
    if mallopt is not None:
        mallopt(M_ARENA_MAX, ARENAS)


def give_back() -> None:
    """Give memory that is not in use back to the system: some milliseconds (malloc_trim(3))."""
    malloc_trim = getattr(_library(), "malloc_trim", None)
    if malloc_trim is not None:
        malloc_trim(0)


class GivingBack:
    """Gives memory back after every so many of what a process does over and over. Two threads may give back at once."""

    def __init__(self, every: int) -> None:
        """Count to `every`."""
        self._every, self._done = every, itertools.count(1)

    def one_more(self) -> None:
        """Count one more; some milliseconds when it is the one."""
        if next(self._done) % self._every == 0:
            give_back()


@cache
def _library() -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(None)
    except (OSError, TypeError):
        return None
